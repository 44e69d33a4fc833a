"""`articles.csv` or `articles.yaml` beside the articles: outlet, title, url, author and day of publication by file name."""

import csv
import io
from pathlib import Path, PurePosixPath

import yaml

from communique.errors import ReadError
from communique.read.decode import decode
from communique.read.item import Metadata
from communique.read.when import metadata_date

SIDECARS = ("articles.csv", "articles.yaml", "articles.yml")
_FILE = ("file", "filename", "path", "name")
_MAX_BYTES = 4 * 1024 * 1024
Table = dict[str, Metadata]


def read_sidecar(folder: Path) -> Table:
    """Metadata by file name, as the sidecar of `folder` gives it; {} if there is none. Names are relative to `folder`.

    Raises:
        ReadError: a sidecar cannot be read.
    """
    table: Table = {}
    for name in SIDECARS:
        path = folder / name
        try:
            if not path.is_file():
                continue
            with path.open("rb") as file:
                raw = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise ReadError(f"cannot be read ({error.strerror}); its articles go without it") from error
        table.update(parse_sidecar(raw, name))
    return table


def parse_sidecar(raw: bytes, name: str) -> Table:
    """Metadata by file name from the bytes of a sidecar; its name tells the format.

    Raises:
        ReadError: it cannot be read.
    """
    if len(raw) > _MAX_BYTES:
        raise ReadError(f"is over {_MAX_BYTES >> 20} MB; its articles go without it")
    text = decode(raw).text.lstrip("\ufeff")
    table: Table = {}
    for row in _csv_rows(text) if name.lower().endswith(".csv") else _yaml_rows(text):
        _enter(table, row)
    return table


def find_row(table: Table, relative: str) -> Metadata:
    """What the sidecar says of one file, by path within its folder, else by bare name; all None if nothing."""
    return table.get(relative) or table.get(PurePosixPath(relative).name) or Metadata()


def _enter(table: Table, row: dict[str, object]) -> None:
    clean = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    file = next((str(clean[key]).strip() for key in _FILE if clean.get(key)), "")
    if file:
        table[file.removeprefix("./")] = _metadata(clean)


def _metadata(row: dict[str, object]) -> Metadata:
    author = row.get("author") or row.get("authors") or ()
    names = author if isinstance(author, list) else str(author).split(";") if author else ()
    return Metadata(
        title=_text(row.get("title")),
        outlet=_text(row.get("outlet")),
        url=_text(row.get("url")),
        authors=tuple(name for part in names if (name := str(part).strip())),
        published=metadata_date(row.get("published")),
        language=_text(row.get("language")),
    )


def _text(value: object) -> str | None:
    text = str(value).strip() if value is not None else ""
    return text or None


def _csv_rows(text: str) -> list[dict[str, object]]:
    head = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ReadError(f"is no table ({error}); its articles go without it") from error
    if rows and not any((key or "").strip().lower() in _FILE for key in rows[0]):
        raise ReadError('has no column "file"; give file,outlet,title,url,author,published')
    return [dict(row) for row in rows]


def _yaml_rows(text: str) -> list[dict[str, object]]:
    if "&" in text and "*" in text and any(isinstance(event, yaml.AliasEvent) for event in _events(text)):
        raise ReadError("uses YAML aliases, which are not read here; write the values out")
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ReadError(f"is no YAML ({str(error).splitlines()[0]}); its articles go without it") from error
    if isinstance(data, dict) and isinstance(data.get("articles"), list | dict):
        data = data["articles"]
    if isinstance(data, dict) and any(isinstance(value, dict) for value in data.values()):
        return [{**value, "file": key} for key, value in data.items() if isinstance(value, dict)]
    if isinstance(data, list):
        return [row for row in data if isinstance(row, dict)]
    raise ReadError("holds no list of articles; its articles go without it")


def _events(text: str) -> list[object]:
    try:
        return list(yaml.parse(text))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ReadError(f"is no YAML ({str(error).splitlines()[0]}); its articles go without it") from error
