"""Bytes, paths and addresses become `Document`s."""

from communique.read.settings import ReadSettings
from communique.read.source import read_sources, read_sources_raw

__all__ = ["ReadSettings", "read_sources", "read_sources_raw"]
