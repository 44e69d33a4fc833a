"""What the commands print: tables for people, JSON for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

HIDDEN = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), 127, *range(128, 160)))
DIRECTION = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))


def plain(words: str) -> str:
    """Words of an article, safe for a terminal: no control characters, no direction overrides, one line."""
    return " ".join(words.translate(HIDDEN | DIRECTION).split())


def console(*, error: bool = False) -> Console:
    """The terminal; as wide as it is, 110 where it is none, so that piped tables still read well."""
    made = Console(stderr=error, highlight=False, soft_wrap=False)
    if not made.is_terminal:
        made = Console(stderr=error, highlight=False, width=max(made.width, 110) if made.width != 80 else 110)
    return made


def say(words: str = "") -> None:
    """One line for people."""
    console().print(Text(words))


def complain(words: str) -> None:
    """One line on standard error."""
    console(error=True).print(Text(f"communique: {words}"), soft_wrap=True)


def print_json(data: Any) -> None:
    """JSON on standard output, UTF-8."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


WIDE = 3
ROOMY = 100  # columns of the terminal from which on a table reads better than a list
LABELLED = frozenset({"Present", "Absent", "Topics", "Also", "According to", "For", "Outcome", "Mentions", "Side", "Lines"})
WIDE_COLUMNS = frozenset({"What", "Words", "Values"})
FAINT = "\x00"  # a line of a cell that starts with this is printed faint: ids, sources


def _cell(words: str) -> Text:
    lines = []
    for line in words.split("\n"):
        lines.append(Text(plain(line), style="dim" if line.startswith(FAINT) else ""))
    return Text("\n").join(lines)


def faint(words: str) -> str:
    """`words` as a line of a cell that is printed faint."""
    return FAINT + words


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 2, 1, 0))
    for column in columns:
        table.add_column(column, overflow="fold", ratio=WIDE if column in WIDE_COLUMNS else None)
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _cards(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Group:
    """The same rows, one under the other: the short cells on one line, the words below, ids last."""
    cards: list[Any] = []
    for row in rows:
        short, long, faint_lines = [], [], []
        for column, cell in zip(columns, row, strict=True):
            lines = [line for line in cell.split("\n") if line]
            if column == "Id":
                faint_lines.append(FAINT + cell)
            elif column in WIDE_COLUMNS:
                long += lines
            else:
                faint_lines += [line for line in lines if line.startswith(FAINT)]
                lines = [line for line in lines if not line.startswith(FAINT)]
            if lines and column != "Id" and column not in WIDE_COLUMNS:
                short.append((f"{column}: " if column in LABELLED else "") + "; ".join(lines))
        cards.append(Text(plain(" · ".join(short)), style="bold"))
        cards += [Padding(_cell(line), (0, 0, 0, 2)) for line in (*long, *faint_lines)]
        cards.append(Text())
    return Group(*cards)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, empty: str, limit: int = 0) -> None:
    """A table, on a narrow terminal a list; `empty` where there is no row; a last line says how many rows `limit` left out."""
    found = list(rows)
    if not found:
        say(empty)
        return
    screen = console()
    shown = found[: limit or len(found)]
    screen.print(_table(columns, shown) if screen.width >= ROOMY else _cards(columns, shown))
    if limit and len(found) > limit:
        say(f"… {len(found) - limit} more; --limit 0 shows all")
