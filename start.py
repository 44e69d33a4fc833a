#!/usr/bin/env python3
"""Set up Communiqué and run it. Needs Python 3.11 or newer and nothing else.

python3 start.py          set up, build the record of the sample coverage, print its summary and the report's address
python3 start.py test     set up with the development tools and run every check
python3 start.py setup    set up only
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OUT = ROOT / "out"
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
LOCAL = ("packages/communique-models-en", ".")


def main(job: str) -> int:
    """Run one job; the exit code of its last step."""
    if sys.version_info < (3, 11):
        print("start.py: needs Python 3.11 or newer", file=sys.stderr)
        return 2
    if job not in ("run", "test", "setup"):
        print(__doc__, file=sys.stderr)
        return 2
    set_up("test" if job == "test" else "run")
    if job == "test":
        return check()
    return sample() if job == "run" else 0


def set_up(kind: str) -> None:
    """A virtual environment with exactly the locked packages, hashes checked; nothing to do if it is there already."""
    lock = ROOT / LOCKS[kind]
    marks = {name: HOME / f"{name}.installed" for name in LOCKS}
    wanted = lock.read_text(encoding="utf-8")
    done = any(mark.exists() and mark.read_text(encoding="utf-8") == wanted for mark in (marks[kind],))
    if done and PYTHON.exists():
        return
    print(f"Setting up in {HOME.name} (once, a minute or two) ...", flush=True)
    if not PYTHON.exists():
        venv.create(HOME, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    for package in LOCAL:
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT / package)], check=True)
    marks[kind].write_text(wanted, encoding="utf-8")
    if kind == "test":
        marks["run"].write_text((ROOT / LOCKS["run"]).read_text(encoding="utf-8"), encoding="utf-8")


def sample() -> int:
    """Build the record of the sample coverage and write its report."""
    OUT.mkdir(exist_ok=True)
    record, report = OUT / "sample.communique", OUT / "sample-report.html"
    communique = [str(PYTHON), "-m", "communique"]
    built = subprocess.run([*communique, "build", "sample/coverage", "--record", str(record)], cwd=ROOT).returncode
    if built:
        return built
    written = subprocess.run([*communique, "report", "--record", str(record), "--output", str(report)], cwd=ROOT).returncode
    if written:
        return written
    print("\nThe coverage, its people and its words are invented (sample/README.md).")
    print(f"Report:  {report.as_uri()}")
    print(
        f"Record:  {record.relative_to(ROOT)}   (try: {BIN.relative_to(ROOT)}/communique timeline --record {record.relative_to(ROOT)})"
    )
    return 0


def check() -> int:
    """Every check of the project; stops at the first that fails."""
    browser()
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("importlinter",),
        ("pytest",),
    )
    for step in steps:
        print(f"== {' '.join(step)}", flush=True)
        command = [str(BIN / "lint-imports")] if step[0] == "importlinter" else [str(PYTHON), "-m", *step]
        result = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "random"}).returncode
        if result:
            return result
    return 0


def browser() -> None:
    """Chromium for the browser tests, from the system's packages if it is not there."""
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        return
    print("Installing chromium for the browser tests ...", flush=True)
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {"stdout": subprocess.DEVNULL}
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=True, **quiet)
    install = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
    subprocess.run(install, check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, **quiet)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
