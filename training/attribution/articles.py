"""The gold file, and which of its articles are kept from training. Needs no training package."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

Article = dict[str, Any]


def read_articles(path: Path) -> list[Article]:
    """All articles of a gold file (JSON Lines, gzip'd)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_aside(article_id: str) -> bool:
    """Whether an article is kept from training, for choosing: about one in ten, by hash."""
    return hashlib.sha256(article_id.encode()).digest()[0] < 25
