"""Aanvragen: each family's road from first call to plan."""
