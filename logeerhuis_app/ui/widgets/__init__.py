"""Widgets that every screen shares; one class per file."""
