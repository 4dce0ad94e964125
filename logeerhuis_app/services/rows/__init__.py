"""Frozen rows that services hand to screens, reports and files."""
