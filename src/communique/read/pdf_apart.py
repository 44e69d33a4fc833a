"""The PDF library in a process of its own: a file that makes it crash, hang or swell costs that file only.

`python -m communique.read.pdf_apart PAGES CHARACTERS` reads a PDF from standard input and writes its lines as JSON.
"""

import json
import subprocess
import sys
from dataclasses import astuple, dataclass
from pathlib import Path

import pypdfium2

from communique.errors import ReadError
from communique.read.pdf_line import PdfLine, page_lines

SECONDS = 120
MEMORY = 4 * 2**30  # bytes of address space for one file
ROOT = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """What a PDF holds: the lines of each page, and the title and author it states ("" where it states none)."""

    pages: list[list[PdfLine]]
    title: str
    author: str


def read_apart(raw: bytes, most_pages: int, most_characters: int, seconds: float = SECONDS) -> PdfSheet:
    """Lines and metadata of a PDF, read in a process of its own.

    Args:
        raw: the bytes of the file.
        most_pages, most_characters: bounds over which the file is refused.
        seconds: after which the process is stopped.

    Raises:
        ReadError: the file is encrypted, damaged, too large, or crashes or stalls the library.
    """
    command = [sys.executable, "-m", "communique.read.pdf_apart", str(most_pages), str(most_characters)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=seconds, cwd=ROOT, check=False)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"is a PDF that took over {seconds:.0f} seconds to read; print it to a new PDF") from error
    if done.returncode:
        raise ReadError("is a PDF that crashes the PDF library; print it to a new PDF")
    said = json.loads(done.stdout)
    if "error" in said:
        raise ReadError(said["error"])
    pages = [[PdfLine(*line) for line in page] for page in said["pages"]]
    return PdfSheet(pages, said["title"], said["author"])


def parse(raw: bytes, most_pages: int, most_characters: int) -> PdfSheet:
    """The same in this process.

    Raises:
        ReadError: the file is encrypted, damaged or too large.
    """
    document = _open(raw)
    try:
        if len(document) > most_pages:
            raise ReadError(f"has {len(document):,} pages, over the limit of {most_pages:,}; cut out the article")
        pages = []
        size = 0
        for number in range(len(document)):
            pages.append(_page(document, number))
            size += sum(len(line.text) for line in pages[-1])
            if size > most_characters:
                raise ReadError(f"holds over {most_characters:,} characters of text; cut out the article")
        try:
            stated = document.get_metadata_dict(skip_empty=True)
        except (pypdfium2.PdfiumError, UnicodeError):
            stated = {}
        return PdfSheet(pages, str(stated.get("Title", "")), str(stated.get("Author", "")))
    finally:
        document.close()


def _open(raw: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError("is an encrypted PDF; save it without its password first") from error
        raise ReadError(f"is a damaged PDF ({error}); fetch it again") from error


def _page(document: pypdfium2.PdfDocument, number: int) -> list[PdfLine]:
    try:
        page = document[number]
        try:
            return page_lines(page.get_textpage())
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"has a damaged page {number + 1} ({error}); save the PDF again") from error


def _bounded() -> None:
    """Bounds the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Standard input to standard output; what the file is refused for goes out as {"error": ...}."""
    _bounded()
    try:
        sheet = parse(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2]))
    except ReadError as error:
        said: dict[str, object] = {"error": str(error)}
    else:
        pages = [[list(astuple(line)) for line in page] for page in sheet.pages]
        said = {"pages": pages, "title": sheet.title, "author": sheet.author}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
