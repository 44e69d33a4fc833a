"""Model files for English; see `card.md` and `models.lock.json` beside this file."""

from pathlib import Path

__all__ = ["path"]


def path() -> Path:
    """The folder of the model files."""
    return Path(__file__).resolve().parent
