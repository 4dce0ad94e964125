"""Windows, one folder per screen, shared widgets in widgets/."""
