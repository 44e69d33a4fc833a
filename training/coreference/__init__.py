"""Training of the model that tells whether two mentions are one event; not part of the installed package."""
