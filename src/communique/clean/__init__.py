"""Body told from what is not; nothing is deleted."""
