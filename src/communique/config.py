"""Settings of each stage."""

KNOWN_LANGUAGES = frozenset({"en"})  # those that the models read; in others nothing is attributed
