"""Since when a visitor has not looked: a mark in the browser, moved only when the visitor says so."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from fastapi import Request
from fastapi.responses import Response

YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Mark:
    """What a visitor has seen: the generation of the record, and the number of the last decision."""

    generation: int
    decision: int


def cookie_name(record: Path) -> str:
    """One mark a record: cookies do not know ports, so the name holds a hash of the path."""
    return f"communique_seen_{blake2b(str(record.absolute()).encode(), digest_size=6).hexdigest()}"


def mark_of(request: Request, record: Path) -> Mark | None:
    """The visitor's mark; None on the first visit."""
    generation, _, decision = request.cookies.get(cookie_name(record), "").partition(".")
    sound = all(part.isdecimal() and part.isascii() and len(part) < 12 for part in (generation, decision))
    return Mark(int(generation), int(decision)) if sound else None


def set_mark(answer: Response, record: Path, mark: Mark) -> None:
    """Remember that the visitor has seen the record up to here."""
    value = f"{mark.generation}.{mark.decision}"
    answer.set_cookie(cookie_name(record), value, max_age=YEAR, httponly=True, samesite="strict")
