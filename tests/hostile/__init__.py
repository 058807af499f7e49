"""Files, readers and moments that mean harm."""
