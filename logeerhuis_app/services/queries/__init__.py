"""Reading: open, return frozen rows, close."""
