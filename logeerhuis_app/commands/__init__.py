"""What each command does: arguments in, one use case, a table or JSON out. Loaded when asked for."""
