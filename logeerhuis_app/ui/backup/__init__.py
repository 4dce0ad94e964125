"""Backups on screen: made by themselves, looked at, and put back."""
