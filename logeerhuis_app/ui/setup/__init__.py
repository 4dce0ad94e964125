"""The assistant of the first day: a house, its first manager, the recovery code, and where the backups go."""
