"""What the documents agree and disagree on; who depends on whom."""
