"""Comparing encounter mentions across documents: an index that brings pairs together, and what speaks for and against."""
