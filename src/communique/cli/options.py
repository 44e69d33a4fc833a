"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

RecordFile = Annotated[
    Path,
    typer.Option("--record", "-r", envvar="COMMUNIQUE_RECORD", help="The record file.", show_default=True),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="Show at most so many lines; 0 = all.")]
Actor = Annotated[str | None, typer.Option("--actor", "-a", help="Only lines of this actor (id or part of a name).")]
DEFAULT_RECORD = Path("record.communique")
