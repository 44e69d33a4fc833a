"""Fuzz reading and cleaning: real files of every type, damaged at random, must end in documents or failures, in bounded time.

    python tests/fuzz/read.py --iterations 2000 --seed 1 [--seconds 300]

Prints the slowest inputs; leaves with 1 and keeps the input in a file when one breaks an invariant.
"""

import argparse
import gzip
import io
import json
import random
import resource
import sys
import tempfile
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from communique.clean import clean_document  # noqa: E402
from communique.model import Failure  # noqa: E402
from communique.read.item import Blob  # noqa: E402
from communique.read.reader import UNFORESEEN, read_blob  # noqa: E402
from communique.read.settings import ReadSettings  # noqa: E402
from unit.read.pdf_file import paragraphs, pdf  # noqa: E402

WORDS = (
    "The two envoys met on Monday for six hours and agreed to exchange lists of prisoners by the end of the week, he said."
)
SLOW = 10.0  # processor seconds for one input
PARTS = [b"<div>" * 400, b"</p>", b"<!--", b"]]>", b'{"a":' * 300, b"[" * 500, b"\x00", b"\xff\xfe", b"\r\n\r\n", b"--x\r\n", b"&#x110000;", b"(((" * 300,
         b"<b><i><u>" * 200, "”“«».".encode() * 50, b"Read more: " * 40, b" " * 5_000, b"\n" * 3_000, b"A" * 20_000, b"<a href=x>y</a>" * 500]  # fmt: skip


def corpus() -> list[tuple[str, bytes]]:
    """One sound file of each type."""
    page = f"<!DOCTYPE html><html><head><title>Envoys</title></head><body><article>{f'<p>{WORDS}</p>' * 5}</article></body></html>".encode()
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Envoys", "a@b.example", "Wed, 14 May 2031 10:00:00 +0000"
    mail.set_content(WORDS)
    mail.add_attachment(page, maintype="text", subtype="html", filename="a.html")
    word = io.BytesIO()
    document = docx.Document()
    for _ in range(4):
        document.add_paragraph(WORDS)
    document.save(word)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", WORDS)
        archive.writestr("b.html", page)
        archive.writestr("articles.csv", "file,outlet\na.txt,Courier\n")
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>C</title><item><title>T</title><description>{WORDS}</description></item></channel></rss>"
    return [
        ("a.txt", f"Envoys meet\nBy Ann Lee\nGENEVA (AP) - {WORDS}\nRead more: x\n{WORDS}\nLeave a reply\n".encode()),
        ("a.html", page),
        ("a.pdf", pdf([paragraphs([[WORDS[:60], WORDS[60:]], [WORDS[:60]]])] * 2)),
        ("a.docx", word.getvalue()),
        ("a.eml", mail.as_bytes()),
        ("a.json", json.dumps([{"title": "T", "text": WORDS}, {"content": f"<p>{WORDS}</p>"}]).encode()),
        ("a.jsonl", (json.dumps({"text": WORDS}) + "\n").encode() * 3),
        ("a.xml", feed.encode()),
        ("a.zip", packed.getvalue()),
        ("a.txt.gz", gzip.compress(WORDS.encode())),
    ]


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """`raw` with a few random changes."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[place : place + chance.randint(1, 40)] = b""
            case 1:
                data[place:place] = chance.choice(PARTS)
            case 2:
                data[place : place + 4] = chance.randbytes(4)
            case 3:
                piece = bytes(data[place : place + 300])
                data[place:place] = piece * chance.randint(1, 30)
            case _:
                if place < len(data):
                    data[place] ^= 1 << chance.randrange(8)
    return bytes(data)


def check(name: str, raw: bytes) -> int:
    """Read and clean; the number of documents.

    Raises:
        AssertionError: an invariant is broken.
    """
    documents = 0
    for found in read_blob(Blob(name, name, raw), ReadSettings()):
        if isinstance(found, Failure):
            assert found.message and UNFORESEEN not in found.message, found.message
            continue
        documents += 1
        doc, _ = found
        assert doc.raw_map[0].span.start == 0 and doc.raw_map[-1].span.end == len(doc.text), "places do not cover the text"
        clean = clean_document(doc)
        assert len(clean.text) == len(doc.text), "cleaning moved characters"
        ends = [0, *(region.span.end for region in clean.regions)]
        assert all(end <= region.span.start for end, region in zip(ends, clean.regions, strict=False)), "regions overlap"
    return documents


def main() -> int:
    """Run the fuzzing; 0 if nothing broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--iterations", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=600.0, help="stop after so long")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    sound = corpus()
    for name, raw in sound:  # loads every model and parser
        assert check(name, raw), f"{name} yields no document"
    begun = time.monotonic()
    slowest: list[tuple[float, str, int]] = []
    done = documents = 0
    while done < options.iterations and time.monotonic() - begun < options.seconds:
        name, raw = chance.choice(sound)
        own = damaged(raw, chance)
        start = time.process_time()
        try:
            documents += check(name, own)
            took = time.process_time() - start
            assert took < SLOW, f"took {took:.1f} seconds"
        except Exception as error:  # whatever breaks is what this looks for
            kept = Path(tempfile.mkdtemp()) / name
            kept.write_bytes(own)
            print(f"iteration {done}: {type(error).__name__}: {error}; input kept in {kept}", file=sys.stderr)
            return 1
        slowest = sorted([*slowest, (round(took, 3), name, len(own))], reverse=True)[:5]
        done += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{done} inputs, {documents} documents, {time.monotonic() - begun:.0f} s, peak {peak} MB; slowest {slowest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
