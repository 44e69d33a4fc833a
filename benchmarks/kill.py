"""Kill builds at random moments, resume them, and compare the record with one built in one go.

    python -m benchmarks.kill ARTICLES... [--times 50] [--seed 1]

Prints how many of the resumed records are byte for byte the record of an unbroken build, and whether any kill left a
record that could not be opened.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


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
    return subprocess.run(
        [sys.executable, "-m", "communique", "export", "-r", str(record)], check=True, stdout=subprocess.PIPE
    ).stdout


def main() -> int:
    """Run the benchmark; 0 if every resumed record is the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.communique"
        build = [sys.executable, "-m", "communique", "build", *options.articles, "--workers", "1", "-r"]
        began = time.monotonic()
        run([*build, str(whole)])
        length = time.monotonic() - began
        expected = exported(whole)
        same = killed = 0
        for number in range(options.times):
            record = Path(folder) / f"{number}.communique"
            kills = 0
            while run([*build, str(record)], chance.uniform(0.05, length * 1.05)) == -9:
                kills += 1
                if kills == 3:
                    run([*build, str(record)])
                    break
            killed += bool(kills)
            same += exported(record) == expected
            record.unlink()
            print(f"{number + 1}/{options.times}: killed {kills} times, same so far {same}", flush=True)
    print(
        f"{options.times} builds, {killed} killed at least once, {same} gave the same record (unbroken build {length:.1f} s)"
    )
    return 0 if same == options.times else 1


if __name__ == "__main__":
    sys.exit(main())
