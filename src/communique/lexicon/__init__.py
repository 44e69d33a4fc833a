"""Reference data that holds everywhere, and its loaders."""
