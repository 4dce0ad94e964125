"""SQLAlchemy tables, one file per family."""
