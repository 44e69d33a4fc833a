"""Kill builds at random moments, resume them, and compare the record with one built in one go.

    python -m benchmarks.kill ARTICLES... [--times 50] [--seed 1]

Every run uses the real command line in processes of its own, killed with SIGKILL. One half of the runs starts from nothing
and is killed anywhere, up to three times; the other half starts from a record whose articles are processed but not yet
published, so that the kill falls into starting up, assembling and writing. After each kill the record must open, `verify`
must find nothing wrong, and what was published before must be all there or not at all. Prints a Markdown table.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from communique.pipeline.verify import verify_record
from communique.record.store import open_store

COMMAND = [sys.executable, "-m", "communique"]


@dataclass(slots=True)
class Tally:
    """Counts of one half of the runs."""

    runs: int = 0
    kills: int = 0
    sound: int = 0
    partial: int = 0
    same: int = 0


def run(command: list[str], kill_after: float | None = None) -> int:
    """Run a command; with `kill_after` seconds, kill it (SIGKILL, with its workers) then."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(kill_after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return -9


def exported(record: Path) -> bytes:
    """The record as the interchange format."""
    return subprocess.run([*COMMAND, "export", "-r", str(record)], check=True, stdout=subprocess.PIPE).stdout


def check(record: Path, tally: Tally, whole: int) -> None:
    """Look at what a kill left: it must open and hold all or none of the documents, every span exact."""
    if not record.exists():
        tally.sound += 1
        return
    with open_store(record) as store:
        found = verify_record(store)
        published = len(store.section("documents"))
        kept = len(store.stored())
    tally.partial += 0 < kept < whole
    tally.sound += not found.problems and published in (0, whole)


def unpublish(record: Path) -> None:
    """Make of a record one whose documents are processed and not yet published, as a kill before publishing leaves it."""
    with open_store(record) as store, store.transaction():
        store.connection.execute("UPDATE document SET state = 'staged'")
        for table in ("item", "item_actor", "fts", "meta"):
            store.connection.execute(f"DELETE FROM {table}")


def broken(build: list[str], record: Path, moments: list[float], tally: Tally, whole: int) -> None:
    """Build with a kill at each moment, then to the end."""
    tally.runs += 1
    for moment in moments:
        if run([*build, str(record)], moment) != -9:
            return
        tally.kills += 1
        check(record, tally, whole)
    run([*build, str(record)])


def timed(command: list[str]) -> float:
    """Seconds that a command takes."""
    began = time.monotonic()
    run(command)
    return time.monotonic() - began


def main() -> int:
    """Run the benchmark; 0 if every record was sound after each kill and the same in the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    build = [*COMMAND, "build", *options.articles, "--workers", "1", "-r"]
    with tempfile.TemporaryDirectory() as folder:
        whole, ready, record = (Path(folder) / f"{name}.communique" for name in ("whole", "ready", "r"))
        length = timed([*build, str(whole)])
        expected = exported(whole)
        with open_store(whole) as store:
            count = len(store.stored())
        shutil.copy(whole, ready)
        unpublish(ready)
        shutil.copy(ready, record)
        short = timed([*build, str(record)])
        tallies = {"anywhere, from nothing": Tally(), "while starting, assembling and writing": Tally()}
        for number in range(options.times):
            for leftover in Path(folder).glob("r.communique*"):
                leftover.unlink()
            early = number % 2 == 0
            tally = list(tallies.values())[not early]
            if early:
                moments = [chance.uniform(0.05, length) for _ in range(chance.choice((1, 1, 2, 3)))]
            else:
                shutil.copy(ready, record)
                moments = [chance.uniform(0.3, 1.0) * short for _ in range(2)]
            broken(build, record, moments, tally, count)
            tally.same += exported(record) == expected
            print(f"{number + 1}/{options.times}", tally, file=sys.stderr, flush=True)
    print(f"{count} articles; an unbroken build takes {length:.1f} s, publishing alone {short:.1f} s (wall clock)\n")
    print("| killed | runs | kills | record sound after the kill | kept part of the work | same record in the end |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, own in tallies.items():
        print(
            f"| {name} | {own.runs} | {own.kills} | {own.sound} of {own.kills} | {own.partial} | {own.same} of {own.runs} |"
        )
    return 0 if all(own.same == own.runs and own.sound == own.kills for own in tallies.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
