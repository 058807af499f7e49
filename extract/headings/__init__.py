"""What a heading or a caption asks for, by its words."""
