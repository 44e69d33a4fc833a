"""What positions, agreements and forecasts share: clauses, who stands behind a noun phrase, conditions."""
