"""Bounds and choices of reading."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What reading allows. Every bound makes a `Failure` that names it, never a stopped run.

    Attributes:
        max_file_bytes: of one file, mail, page or member of an archive.
        max_total_bytes: unpacked from one container.
        max_members: articles or files taken from one container.
        max_ratio: unpacked to packed size of a member above which it counts as a bomb (small members are exempt).
        max_depth: containers inside containers (a .json.gz in a .zip is 2).
        max_html_depth: elements inside one another on a page.
        max_text_characters: of one article.
        max_pdf_pages: of one PDF.
        network: whether addresses may be fetched at all.
        timeout_seconds: for one address, redirects included.
        max_redirects: of one address.
    """

    max_file_bytes: int = 64 * MIB
    max_total_bytes: int = 512 * MIB
    max_members: int = 20_000
    max_ratio: float = 200.0
    max_depth: int = 2
    max_html_depth: int = 600
    max_text_characters: int = 5_000_000
    max_pdf_pages: int = 2_000
    network: bool = True
    timeout_seconds: float = 30.0
    max_redirects: int = 5


def megabytes(size: int) -> str:
    """A size as people write it: "64 MB", "0.3 MB"."""
    value = size / MIB
    return f"{value:.0f} MB" if value >= 10 else f"{value:.1f} MB"
