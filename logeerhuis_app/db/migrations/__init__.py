"""Alembic scripts. A released one is never edited."""
