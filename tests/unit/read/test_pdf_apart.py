"""read/pdf_apart.py: a PDF that crashes or stalls the library costs itself only."""

import sys

import pytest

from communique.errors import ReadError
from communique.read.pdf_apart import parse, read_apart
from unit.read.pdf_file import pdf

PAGE = [(72.0, 700.0, "The envoys of Norway and Peru met in Geneva on Tuesday.")]


def test_the_same_in_a_process_of_its_own():
    raw = pdf([PAGE])
    assert read_apart(raw, 10, 10_000) == parse(raw, 10, 10_000)


def test_refusals_come_back_as_they_are():
    with pytest.raises(ReadError, match="over the limit of 1;"):
        read_apart(pdf([PAGE, PAGE]), 1, 10_000)


def test_a_crash_is_a_message(monkeypatch, tmp_path):
    crashing = tmp_path / "python"
    crashing.write_text("#!/bin/sh\nkill -SEGV $$\n")
    crashing.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(crashing))
    with pytest.raises(ReadError, match="crashes the PDF library"):
        read_apart(pdf([PAGE]), 10, 10_000)


def test_a_stall_is_a_message():
    with pytest.raises(ReadError, match="seconds to read"):
        read_apart(pdf([PAGE]), 10, 10_000, seconds=0.001)
