"""Gasten: the list at the left, one whole file at the right under its safety banner."""
