"""Dates as people write them."""

from calendar import month_name

from communique.model import DateValue

QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def day_words(edtf: str) -> str:
    """ "2025-02-18" as "18 February 2025", "2025-02" as "February 2025"; an uncertain one with "perhaps" or "about"."""
    mark = QUALIFIERS.get(edtf[-1:], "")
    parts = edtf.rstrip("?~%").split("-")
    if not parts[0].isdigit():
        return edtf
    if len(parts) == 1:
        return mark + parts[0]
    if not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return edtf
    month = f"{month_name[int(parts[1])]} {parts[0]}"
    return mark + (month if len(parts) == 2 else f"{int(parts[2])} {month}")


def date_words(date: DateValue | None) -> str:
    """A date, an interval or a window in words; the words of the text where they carry no value; "" for None."""
    if date is None:
        return ""
    if date.start is None:
        return " ".join(f"“{found.quote}”" for found in date.evidence[:1])
    end = date.end or date.start
    if date.start == "..":
        return f"before {day_words(end)}" if end != ".." else "undated"
    if end == "..":
        return f"from {day_words(date.start)}"
    if end == date.start:
        return day_words(date.start)
    joined = _range(date.start, end)
    return f"some time in {joined}" if date.window else joined


def _range(start: str, end: str) -> str:
    one, two = day_words(start).split(" "), day_words(end).split(" ")
    if len(one) == len(two) == 3 and one[1:] == two[1:]:
        return f"{one[0]}–{' '.join(two)}"
    if len(one) == len(two) and one[-1] == two[-1]:
        return f"{' '.join(one[:-1])} – {' '.join(two)}"
    return f"{' '.join(one)} – {' '.join(two)}"
