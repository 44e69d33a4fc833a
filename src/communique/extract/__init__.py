"""Mentions of one document: one module a kind."""
