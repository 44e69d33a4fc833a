"""The written communiqué."""
