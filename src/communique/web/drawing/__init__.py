"""Drawings as plain geometry, worked out on the server: the same record gives the same lines, and no script is needed."""
