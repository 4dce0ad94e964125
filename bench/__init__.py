"""What an action costs, each beside its bare limit in the same run."""
