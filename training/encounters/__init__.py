"""Training of the small models that find encounters; not part of the installed package."""
