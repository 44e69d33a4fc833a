"""Clean text becomes an `Analysis`: tokens, syntax, entities, times, attributions."""
