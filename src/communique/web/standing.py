"""The record as it stood: the day and the clock that an address asks for, on every page that shows lines.

`?asof=DAY&clock=CLOCK` cuts the page's record; the links from such a page to others of the kind keep the two, so that a
reader stays on that day until he asks for today.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi import Request

from communique.query.clock import Clock
from communique.query.index import Index

if TYPE_CHECKING:
    from communique.web.known import Known

LISTS = (
    "/statements", "/positions", "/agreements", "/forecasts", "/actors", "/conflicts", "/map", "/network", "/timeline", "/documents",
    "/compare",
)  # fmt: skip
ITEMS = ("/encounters", "/actors", "/statements", "/agreements", "/forecasts", "/documents", "/lines/findings")
LINK = re.compile(rf'href="((?:{"|".join(LISTS)})|(?:{"|".join(ITEMS)})/[^"?#]+)(\?[^"#]*)?(#[^"]*)?"')
FORM = re.compile(r'<form class="filters" method="get"(?: action="(?:' + "|".join(LISTS) + r')")?>')
TODAY = 'data-today="1" '
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """What an address asks for.

    Attributes:
        day: as it was typed; "" = today.
        refused: it is no day; the page shows the record of today.
        cut: the record is today's, cut to the articles of then (a large one).
        today: query of the same page without day and clock; path: where it is, "" = here.
    """

    day: str
    clock: Clock
    refused: bool
    cut: bool
    today: str
    articles: int = 0
    path: str = ""

    @property
    def past(self) -> bool:
        """Whether another record than today's is shown."""
        return bool(self.day) and not self.refused

    @property
    def query(self) -> str:
        """Day and clock as a query."""
        rows = {"asof": self.day, "clock": "" if self.clock is Clock.PUBLISHED else self.clock.value}
        return urlencode({name: value for name, value in rows.items() if value})


def standing_of(request: Request) -> tuple[Index, Standing]:
    """The record that the address asks for, with its look-ups, and how it stands to that of today."""
    index: Index = request.app.state.held.index()
    given = request.query_params
    day = given.get("asof", "").strip()[:LONGEST]
    try:
        clock = Clock(given.get("clock") or Clock.PUBLISHED.value)
    except ValueError:
        clock = Clock.PUBLISHED
    today = urlencode(
        [(name, value) for name, value in given.multi_items() if value and name not in ("asof", "clock", "at")]
    )
    if not day:
        return index, Standing("", clock, False, False, today)
    known: Known = request.app.state.known
    past = known.index(index.view, day, clock)
    if past is None:
        return index, Standing(day, clock, True, False, today)
    cut = clock is Clock.PUBLISHED and known.is_cut(past.view)
    return past, Standing(day, clock, False, cut, today, len(past.view.documents))


def carried(html: str, standing: Standing) -> str:
    """A page whose links and filters keep the day and the clock."""
    if not standing.past:
        return html
    query = escape(standing.query)

    def linked(found: "re.Match[str]") -> str:
        path, asked, place = found[1], found[2] or "", found[3] or ""
        if "asof=" in asked:
            return found[0]
        return f'href="{path}{asked + "&amp;" if len(asked) > 1 else "?"}{query}{place}"'

    def kept(found: "re.Match[str]") -> str:
        clock = standing.clock.value if standing.clock is not Clock.PUBLISHED else ""
        rows = (("asof", standing.day), ("clock", clock))
        return found[0] + "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in rows if value
        )

    parts = re.split(f"(<a {TODAY}[^>]*>)", html)
    made = [part if part.startswith(f"<a {TODAY}") else FORM.sub(kept, LINK.sub(linked, part)) for part in parts]
    return "".join(made)
