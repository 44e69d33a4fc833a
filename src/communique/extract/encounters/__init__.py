"""Encounters in one document: triggers, their arguments, and what the words around them say."""
