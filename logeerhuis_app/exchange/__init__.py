"""Files that other systems read or send."""
