"""The communiqué that nobody issued, as one self-contained HTML page or as Markdown."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from communique.model import Evidence
from communique.query import wording
from communique.query.briefing import briefing, evidence_of
from communique.query.ledger import forecast_outcome
from communique.query.timeline import status_turns
from communique.query.view import View
from communique.report.notes import Notes

LONGEST = 300  # characters of a passage that are shown before it is cut
TEMPLATES = Path(__file__).parent / "templates"
SPECIAL = re.compile(r"(?<!\\)([`*_\[\]<>#|])")  # not twice: what a macro gives passes here again
NOTE = re.compile(r"\[\^\d+\]")
CONTROL = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), 127))
DIRECTION = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))


def render_report(view: View, form: str, *, title: str | None = None) -> str:
    """The report of a record.

    Args:
        view: the record.
        form: "html" or "md".
        title: heading; None = made from the sides.

    Returns:
        The text of the report; the same for the same record. Everything that articles say is escaped.
    """
    html = form == "html"
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_html_value if html else _markdown_value,
    )
    notes = Notes(view)
    report = briefing(view, title)
    template = environment.get_template("report.html.j2" if html else "report.md.j2")
    return template.render(
        report=report,
        view=view,
        record=view.record,
        notes=notes,
        note=lambda item: notes.number(evidence_of(item)),
        w=wording,
        quote=_quote,
        turns=status_turns,
        outcome=lambda own: forecast_outcome(view, own),
        context=lambda words: short_context(view, words),
        speaker=lambda quotation: speaker_words(view, quotation),
        style=(TEMPLATES / "report.css").read_text(encoding="utf-8"),
    )


def short_context(view: View, words: Evidence, around: int = 70) -> tuple[str, str, str]:
    """The words with a little of the line they stand in, cut at blanks; what follows words that are cut is left out."""
    before, exact, after = view.context(words, around)
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == around:
        before = before.partition(" ")[2]
    if len(after) == around:
        after = after.rpartition(" ")[0]
    if len(exact) > LONGEST:
        shown = exact[:LONGEST]
        return before, (shown.rpartition(" ")[0] or shown).rstrip(" ,;:") + "…", ""
    return before, exact, after


def _html_value(value: Any) -> Any:
    """Words of articles without control characters and direction overrides."""
    return value.translate(CONTROL | DIRECTION) if type(value) is str else value


def _markdown_value(value: Any) -> Any:
    """The same, and nothing in them acts as Markdown or HTML; notes ("[^1]") are the template's own."""
    value = _html_value(value)
    if type(value) is not str or NOTE.fullmatch(value):
        return value
    return SPECIAL.sub(r"\\\1", " ".join(value.split()))


def _quote(evidence: Any) -> str:
    """The words of an item's content on one line."""
    return " […] ".join(" ".join(found.quote.split()) for found in evidence)


def speaker_words(view: View, quotation: Any) -> str:
    """Who speaks and through whom: what an outlet reports is never shown as the innermost speaker's own words alone."""
    names = view.names([actor for actor in (quotation.speaker, *quotation.joint_speakers) if actor])
    speaker = wording.listed(names) or " ".join(words.quote for words in quotation.speaker_words) or "unnamed"
    chain = [view.name(link.actor) or " ".join(words.quote for words in link.words) for link in quotation.chain]
    return " → ".join((*chain, speaker))
