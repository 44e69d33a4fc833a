"""Which local items are the same: judgements with reasons."""
