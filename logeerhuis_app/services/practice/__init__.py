"""How the practice house is made: rows from resource files and a fixed seed, collected first and written at once."""
