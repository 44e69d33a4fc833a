"""Comparing mentions of events inside one story: their words, sentences, documents."""
