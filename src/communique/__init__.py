"""Communiqué: the record of a diplomatic process, from its news coverage."""
