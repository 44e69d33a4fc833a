"""Settings of each stage."""
