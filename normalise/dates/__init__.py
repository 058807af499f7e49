"""What a printed date says, never more exactly than it is printed."""
