"""What the inputs name: files in sorted order, the standard input, addresses; what cannot be read becomes a `Failure`."""

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.model import Failure
from communique.read.sidecar import SIDECARS

STDIN = "-"
RECORDS = (".communique", ".communique.lock", ".communique-wal", ".communique-shm", ".communique-journal")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")
_ABOUT = re.compile(
    r"(?:readme|licen[cs]e|notice|changelog|contributing|authors|copying)(?:\.(?:md|txt|rst|html))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class PlaceToRead:
    """One thing to read. `kind`: "file", "stdin" or "address"."""

    path: str
    kind: str = "file"


def find_places(inputs: Sequence[str]) -> tuple[tuple[PlaceToRead, ...], tuple[Failure, ...]]:
    """What there is to read under `inputs`, each once, sorted by path, and what is wrong with the rest.

    Folders are searched to the bottom. Hidden files, sidecars, notes about the folder (README, LICENSE) and the
    "_files" folder that a browser saves beside a page are left out there; named directly they are read.
    """
    places: set[PlaceToRead] = set()
    failures: list[Failure] = []
    for given in inputs:
        for found in _expand(given):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                places.add(found)
    return tuple(sorted(places)), tuple(failures)


def _expand(given: str) -> Iterator[PlaceToRead | Failure]:
    if given == STDIN:
        yield PlaceToRead(STDIN, "stdin")
    elif _ADDRESS.match(given):
        yield PlaceToRead(given, "address")
    elif not given or "\x00" in given:
        yield _failure(given, "is no name of a file; give a file, folder, glob, address or -")
    elif _MAGIC.search(given) and not os.path.lexists(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob knows no absolute patterns
        if not matches:
            yield _failure(given, "matches no file; check the pattern, and quote it against the shell")
        for match in matches:
            yield from _at(match)
    else:
        yield from _at(given)


def _at(given: str) -> Iterator[PlaceToRead | Failure]:
    try:
        mode = Path(given).stat().st_mode
    except OSError as error:
        yield _failure(given, explain(error))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(given)
    elif stat.S_ISREG(mode):
        yield PlaceToRead(_slashed(given))
    else:
        yield _failure(given, "is a device, pipe or socket, not a file; copy its content into a file, or pipe it in with -")


def _walk(folder: str) -> Iterator[PlaceToRead | Failure]:
    """Files below `folder`; iterative, so that no depth of folders breaks it."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            status = Path(current).stat()
            with os.scandir(current) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield _failure(current, explain(error))
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        names = {entry.name for entry in found}
        for entry in found:
            if _left_out(entry.name, names):
                continue
            if entry.is_symlink() and _is_ancestor(entry.path, current):
                yield _failure(entry.path, "is a link to a folder above it, a loop; it was not followed: remove the link")
            elif _is_folder(entry):
                waiting.append(entry.path)
            else:
                yield from _at(entry.path)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _left_out(name: str, siblings: set[str]) -> bool:
    if name.startswith((".", "~$", "__MACOSX")) or name.lower() in SIDECARS or _ABOUT.fullmatch(name):
        return True
    if name.endswith(RECORDS):
        return True
    return name.endswith("_files") and bool({name[:-6] + ".html", name[:-6] + ".htm"} & siblings)


def _is_ancestor(link: str, folder: str) -> bool:
    target, own = os.path.realpath(link), os.path.realpath(folder)
    return own == target or own.startswith(target.rstrip(os.sep) + os.sep)


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _failure(where: str, message: str) -> Failure:
    return Failure(_slashed(where), "read", message)


def explain(error: OSError) -> str:
    """What an error of the file system means, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "does not exist or has gone; check the name"
    if isinstance(error, PermissionError):
        return "may not be read by you; change its permissions, or run as a user who may"
    if "symbolic link" in (error.strerror or "").lower():
        return "is a loop of links; remove the link"
    return f"cannot be read ({error.strerror or error}); check the disk or the name"
