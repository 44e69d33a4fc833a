"""Numbers chosen on held-aside training articles, shipped beside the weights."""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """How scores become attributions.

    Attributes:
        cue: least first-stage probability of a cue candidate.
        keep: least confidence of an attribution that is given out.
        source: added to the score of "source" in decoding; content: to that of "content".
        calibration: weights of the logistic map from features (see `confidence`) to the confidence that chooses, the
            constant last.
        shown: slopes and constant of the map from that to the confidence given out (see `shown_confidence`).
        own, before, after: window size in pieces.
    """

    cue: float = 0.3
    keep: float = 0.5
    source: float = 0.0
    content: float = 0.0
    calibration: tuple[float, ...] = (0.0, 0.4, 0.4, 0.2, 0.2, -0.6, 0.0, 0.5, -0.8)
    shown: tuple[float, float, float] = (1.0, 1.0, 0.0)
    own: int = 224
    before: int = 24
    after: int = 24


def read_settings(path: Path) -> Settings:
    """Settings from a JSON object; names that are missing keep their default, others are ignored."""
    found = json.loads(path.read_text(encoding="utf-8"))
    known = {f.name for f in fields(Settings)}
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in found.items() if k in known}
    return Settings(**values)
