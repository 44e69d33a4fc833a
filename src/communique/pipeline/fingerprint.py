"""Which rules and models made a result: when they change, documents are processed again."""

from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import communique.model

READING = ("model", "read", "lexicon")
EXTRACTING = ("model", "clean", "annotate", "extract", "lexicon")
ASSEMBLING = ("model", "resolve", "compare", "lexicon", "pipeline", "record")
SUFFIXES = frozenset({".py", ".yaml", ".tsv", ".json"})


@cache
def fingerprint(*packages: str) -> str:
    """A hash of the code and data of `packages`, and of the model package."""
    root = Path(communique.model.__file__).parent.parent
    total = blake2b(digest_size=8)
    folders = [root / package for package in packages]
    models = find_spec("communique_models_en")
    if models is not None and models.submodule_search_locations:
        folders.append(Path(models.submodule_search_locations[0]))
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES:
                total.update(path.relative_to(folder.parent).as_posix().encode())
                total.update(path.read_bytes())
    return total.hexdigest()
