#!/usr/bin/env python3
"""Write requirements.lock and requirements-dev.lock from pyproject.toml: exact versions with hashes, for Python 3.11 on."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCAL = {"communique-models-en"}
BUILD = ["hatchling>=1.26", "editables>=0.5"]


def main() -> None:
    """Compile both locks with uv (pip install uv)."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = [line for line in project["project"]["dependencies"] if line not in LOCAL]
    wanted = {
        "requirements.lock": [*run, *BUILD],
        "requirements-dev.lock": [*run, *BUILD, *project["dependency-groups"]["dev"]],
    }
    for name, lines in wanted.items():
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            "-",
            "--generate-hashes",
            "--universal",
            "--python-version",
            "3.11",
        ]
        command += ["--no-annotate", "--no-header", "--no-emit-index-url", "--quiet", "--output-file", str(ROOT / name)]
        subprocess.run(command, input="\n".join(lines).encode(), check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
