"""`communique show`: one line of the record with all its evidence in context."""

from typing import Any

from rich.padding import Padding
from rich.text import Text

from communique.cli import output
from communique.errors import CommuniqueError
from communique.export.item import DATA, as_data
from communique.model import Evidence
from communique.query.evidence import all_evidence
from communique.query.view import View
from communique.query.wording import source_name

SKIPPED = frozenset({"evidence", "mentions", "aliases", "text", "regions", "values", "content"})
AROUND = 140


def line_of(view: View, own: str) -> tuple[str, Any]:
    """The section and the item of that id.

    Raises:
        CommuniqueError: the record holds no such id.
    """
    for section in DATA:
        for item in getattr(view.record, section):
            if (item.document.id if section == "documents" else item.id) == own:
                return section, item
    raise CommuniqueError(f"the record holds no line {own}; the other commands and --json print the ids")


def print_line(view: View, section: str, item: Any) -> None:
    """Print the fields of an item, then the words it rests on, with what stands around them."""
    screen = output.console()
    screen.print(Text(f"{section[:-1]} {item.document.id if section == 'documents' else item.id}", style="bold"))
    for key, value in as_data(section, item).items():
        if key in SKIPPED or value in (None, [], {}, ""):
            continue
        screen.print(Text(f"  {key}: {_short(value)}"))
    screen.print()
    for words in all_evidence(item):
        _print_evidence(screen, view, words)


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {_short(own)}" for key, own in value.items() if own not in (None, [], {}) and key != "evidence"
        )
    if isinstance(value, list):
        return "; ".join(_short(own) for own in value)
    return output.plain(str(value))


def _print_evidence(screen: Any, view: View, words: Evidence) -> None:
    before, exact, after = view.context(words, AROUND)
    found = view.documents.get(words.document)
    name = source_name(found.document) if found else words.document
    screen.print(Text(f"{name} [{words.span.start}–{words.span.end}]", style="bold cyan"))
    text = Text(f"…{output.plain(before)} ")
    text.append(output.plain(exact), style="bold reverse")
    text.append(f" {output.plain(after)}…")
    screen.print(Padding(text, (0, 0, 1, 2)))
