"""Takes the names of officers out where asked, and lists what it took."""
