"""The command line: every command is a thin call into pipeline, query, report, export."""

import sys
from collections.abc import Callable
from sqlite3 import DatabaseError

import typer

from communique.cli import build, change, compared, issue, output, read, reviewer
from communique.errors import CommuniqueError

app = typer.Typer(
    name="communique",
    help="Reads the news coverage of a negotiation and writes the record of it: who met whom, who said what, what was "
    "agreed, and where the sources disagree. Every line is traced to the exact words of its source.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

COMMANDS: tuple[Callable[..., None], ...] = (
    build.build,
    build.add,
    build.remove,
    build.status,
    build.verify,
    read.timeline,
    read.encounters,
    read.actors,
    read.quotes,
    read.positions,
    issue.issues,
    read.agreements,
    read.forecasts,
    read.figures,
    read.conflicts,
    compared.sources,
    compared.readouts,
    change.changes,
    change.mark,
    reviewer.reviewers,
    read.show,
    read.search,
    read.report,
    read.export,
    read.serve,
)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line; exit codes: 0 done, 1 done but something failed, 2 wrong use, 3 could not be done."""
    try:
        app(prog_name="communique")
    except CommuniqueError as error:
        output.complain(str(error))
        sys.exit(3)
    except DatabaseError as error:
        output.complain(f"the record cannot be read: {error}; restore it from a copy, or build it again from the articles")
        sys.exit(3)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        output.complain("stopped; what was processed is kept, run the same command again to go on")
        sys.exit(130)
