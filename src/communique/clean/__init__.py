"""Body told from what is not; nothing is deleted."""

from communique.clean.clean import clean_document

__all__ = ["clean_document"]
