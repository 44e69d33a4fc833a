"""Progress with an estimate on long work, on standard error, only where somebody watches."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

Progress = Callable[[int, str], None]


@contextmanager
def shown_progress(inputs: Sequence[str], *, quiet: bool = False) -> Iterator[Progress]:
    """Yields the function that the build calls after each document.

    The total is the number of files under `inputs`, as far as it can be told without reading them.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _count, _path: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("Reading articles", total=_total(inputs))

        def step(count: int, path: str) -> None:
            bar.update(task, completed=count, description=Path(path).name[:40])

        yield step


def _total(inputs: Sequence[str]) -> int | None:
    count = 0
    for own in inputs:
        path = Path(own)
        if path.is_dir():
            count += sum(1 for found in path.rglob("*") if found.is_file())
        elif path.is_file():
            count += 1
        else:
            return None
    return count
