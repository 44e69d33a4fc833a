"""Who said what: source, cue and content of every direct, mixed and indirect quotation, by a small neural model."""

from communique.annotate.attribution.tagger import Tagger, load_tagger

__all__ = ["Tagger", "load_tagger"]
