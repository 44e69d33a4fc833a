"""Small PDF files for tests: text at given places, nothing else."""

from pathlib import Path


def pdf(pages: list[list[tuple[float, float, str]]], size: int = 11, encrypted: bool = False) -> bytes:
    """A PDF whose pages hold (x, y, words), points from the lower left corner, Latin letters only."""
    objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, words in lines)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    extra = ""
    if encrypted:
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{'5a' * 32}> /U <{'a5' * 32}> >>")
        extra = f" /Encrypt {len(objects)} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _written(objects, extra)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _written(objects: list[str], extra: str) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{extra} >>\nstartxref\n{start}\n%%EOF\n".encode()


def paragraphs(texts: list[list[str]], top: float = 780, left: float = 72) -> list[tuple[float, float, str]]:
    """Lines of a page: paragraphs of lines, 14 points apart, 28 between paragraphs."""
    found = []
    y = top
    for lines in texts:
        for line in lines:
            found.append((left, y, line))
            y -= 14
        y -= 14
    return found


def write(path: Path, pages: list[list[tuple[float, float, str]]]) -> Path:
    """The file, written."""
    path.write_bytes(pdf(pages))
    return path
