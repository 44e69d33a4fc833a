"""Questions that all views share."""
