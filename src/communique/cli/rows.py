"""The tables of the reading commands: columns, rows, and the same items as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from communique.cli import output
from communique.export.item import as_data
from communique.model import Encounter, Evidence, FindingKind, FindingValue, Quotation
from communique.query.ledger import agreement_rows, forecast_outcome, forecasts_in_order, quantity_words
from communique.query.timeline import TimelineRow, date_order
from communique.query.timeline import timeline as timeline_rows
from communique.query.view import View
from communique.query.wording import count_words, date_words, duration_words, listed, place_words, source_name, value_words

LONGEST = 180


@dataclass(frozen=True, slots=True)
class Listing:
    """A table and the same items in the form of the export."""

    columns: tuple[str, ...]
    rows: list[list[str]]
    data: list[dict[str, Any]]
    empty: str


def quote(evidence: Iterable[Evidence], longest: int = LONGEST) -> str:
    """The words, on one line, cut at `longest` characters."""
    words = " … ".join(" ".join(found.quote.split()) for found in evidence)
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def sources(view: View, documents: Iterable[str]) -> str:
    """The names of documents."""
    return listed(
        [source_name(view.documents[own].document) for own in dict.fromkeys(documents) if own in view.documents], 3
    )


def chosen(view: View, actor: str | None) -> set[str] | None:
    """Ids of the actors that `actor` names: an id, a side, or part of a name or office; None = no choice was made."""
    if actor is None:
        return None
    wanted = actor.casefold()
    exact = {own.id for own in view.record.actors if wanted in (own.id.casefold(), own.name.casefold())}
    return exact or {
        own.id
        for own in view.record.actors
        if wanted in own.name.casefold()
        or any(wanted in office.title.casefold() for office in own.offices)
        or own.side == actor
    }


def stacked(*lines: str) -> str:
    """The lines that hold anything, one under the other."""
    return "\n".join(line for line in lines if line.strip("\x00 "))


def timeline(view: View, since: str | None, until: str | None, actor: str | None) -> Listing:
    wanted = chosen(view, actor)
    found = [row for row in timeline_rows(view, since=since, until=until) if _takes_part(row.encounter, wanted)]
    table = [_timeline_row(row) for row in found]
    columns = ("When", "Status", "What", "Told by")
    data = [as_data("encounters", row.encounter) for row in found]
    return Listing(columns, table, data, "No encounter in this period; `communique encounters` lists all.")


def _timeline_row(row: TimelineRow) -> list[str]:
    own = row.encounter
    details = [place_words(own.place), duration_words(own.duration)]
    told = count_words(row.origins, "origin") + (f" in {row.sources} articles" if row.sources > row.origins else "")
    return [
        date_words(own.date) or "no date",
        own.status,
        stacked(
            own.label,
            ", ".join(part for part in details if part),
            f"not there: {listed(row.absent)}" if row.absent else "",
            output.faint(own.id),
        ),
        stacked(told, count_words(len(row.conflicts), "conflict") if row.conflicts else ""),
    ]


def _takes_part(encounter: Encounter, wanted: set[str] | None) -> bool:
    return wanted is None or any(person.actor in wanted for person in encounter.participants)


def encounters(view: View, actor: str | None) -> Listing:
    wanted = chosen(view, actor)
    found = [own for own in sorted(view.record.encounters, key=date_order) if _takes_part(own, wanted)]
    table = [
        [
            own.status,
            stacked(own.label, duration_words(own.duration), output.faint(own.id)),
            listed(view.names(person.actor for person in own.participants if person.present)),
            listed(view.names(person.actor for person in own.participants if not person.present)),
            listed([view.issue(topic) for topic in own.topics], 3),
            sources(view, (mention.document for mention in own.mentions)),
        ]
        for own in found
    ]
    columns = ("Status", "What", "Present", "Absent", "Topics", "Sources")
    return Listing(columns, table, [as_data("encounters", own) for own in found], "The record holds no encounters.")


def actors(view: View) -> Listing:
    found = sorted(view.record.actors, key=lambda own: (-len(own.mentions), own.id))
    table = []
    for own in found:
        names = sorted({mention.evidence.quote for mention in own.mentions if mention.kind == "name"} - {own.name})
        offices = listed(list(dict.fromkeys(office.title for office in own.offices)), 3)
        table.append([own.name, own.kind, own.side or "", offices, listed(names, 4), str(len(own.mentions)), own.id])
    columns = ("Name", "Kind", "Side", "Offices", "Also", "Mentions", "Id")
    return Listing(columns, table, [as_data("actors", own) for own in found], "The record holds no actors.")


def speaker_words(view: View, own: Quotation) -> str:
    """Who speaks, through whom: "Outlet: A said that B" is never shown as B's own words alone."""
    names = view.names([actor for actor in (own.speaker, *own.joint_speakers) if actor])
    speaker = listed(names) or " ".join(words.quote for words in own.speaker_words) or "(nobody named)"
    if own.speaker_kind == "unresolved":
        speaker = f"“{speaker}”"
    chain = [view.name(link.actor) or " ".join(words.quote for words in link.words) for link in own.chain]
    return " > ".join((*chain, speaker))


def quotes(view: View, actor: str | None) -> Listing:
    wanted = chosen(view, actor)
    found = [
        own
        for own in view.record.quotations
        if wanted is None or own.speaker in wanted or any(joint in wanted for joint in own.joint_speakers)
    ]
    table = [
        [
            speaker_words(view, own),
            own.form,
            stacked(quote(own.content), output.faint(own.id)),
            quote(own.cue, 30),
            stacked(sources(view, [own.document]), output.faint(date_words(own.said_on))),
        ]
        for own in found
    ]
    columns = ("Speaker", "Form", "Words", "Cue", "Source")
    return Listing(columns, table, [as_data("quotations", own) for own in found], "No quotation found.")


def positions(view: View, actor: str | None) -> Listing:
    wanted = chosen(view, actor)
    found = [own for own in view.record.positions if wanted is None or own.actor in wanted]
    table = [
        [
            view.name(own.actor),
            own.stance + (" (red line)" if own.red_line else ""),
            view.issue(own.issue),
            stacked(
                quote(own.content),
                f"condition: {quote(own.conditions, 80)}" if own.conditions else "",
                f"according to {view.name(own.attributed_by)}" if own.attributed_by else "",
                output.faint(own.id),
            ),
            sources(view, [own.document]),
        ]
        for own in found
    ]
    columns = ("Actor", "Stance", "Issue", "Words", "Source")
    return Listing(columns, table, [as_data("positions", own) for own in found], "No position found.")


def agreements(view: View) -> Listing:
    found = agreement_rows(view)
    table = [
        [
            own.agreement.status.replace("_", " "),
            own.agreement.kind,
            listed(view.names(own.agreement.parties)),
            stacked(
                quote(own.accounts[-1].content),
                *(
                    f"{status.replace('_', ' ')}: {sources(view, (one.document for one in told))}"
                    for status, told in own.courses
                ),
                f"to be done by {listed(view.names(own.agreement.committed))}" if own.agreement.committed else "",
                f"condition: {quote(own.accounts[-1].conditions, 80)}" if own.accounts[-1].conditions else "",
                f"due {date_words(own.agreement.due)}{', ' * bool(own.term)}{own.term}" if own.agreement.due else "",
                output.faint(own.agreement.id),
            ),
            listed(list(dict.fromkeys(view.name(one.reported_by) for one in own.accounts if one.reported_by))),
            sources(view, (mention.document for mention in own.accounts)),
        ]
        for own in found
    ]
    columns = ("Status", "Kind", "Parties", "Words", "According to", "Sources")
    return Listing(columns, table, [as_data("agreements", own.agreement) for own in found], "No agreement found.")


def forecasts(view: View) -> Listing:
    found = forecasts_in_order(view)
    table = [
        [
            listed(view.names([actor for actor in (own.who, *own.joint) if actor])) or "the author",
            own.kind,
            stacked(quote(own.content), output.faint(own.id)),
            date_words(own.window),
            forecast_outcome(view, own),
            sources(view, [own.document]),
        ]
        for own in found
    ]
    columns = ("Who", "Kind", "Words", "For", "Outcome", "Source")
    return Listing(columns, table, [as_data("forecasts", own) for own in found], "No forecast found.")


def figures(view: View) -> Listing:
    found = view.record.figures
    table = [
        [
            quantity_words(own.value, own.comparator, own.unit),
            "" if own.unit == "minutes" and own.value is not None else own.unit,
            own.label,
            quote(own.evidence, 60),
            sources(view, [own.document]),
            own.id,
        ]
        for own in found
    ]
    columns = ("Value", "Unit", "What", "Words", "Source", "Id")
    return Listing(columns, table, [as_data("figures", own) for own in found], "No figure found.")


def findings(view: View, everything: bool) -> Listing:
    disputed = (FindingKind.CONFLICT, FindingKind.INTERNAL_CONFLICT)
    found = [own for own in view.record.findings if everything or own.kind in disputed]
    found.sort(key=lambda own: (own.kind not in disputed, -own.weight, own.id))
    table = [
        [
            stacked(
                own.label,
                own.attribute.split("/")[0].replace("_", " ") + ", " + own.kind.replace("_", " "),
                output.faint(own.why),
                output.faint(own.id),
            ),
            "\n".join(line for value in own.values for line in _value_lines(view, value)),
        ]
        for own in found
    ]
    columns = ("About", "Values")
    return Listing(columns, table, [as_data("findings", own) for own in found], "The sources do not contradict each other.")


def _value_lines(view: View, value: FindingValue) -> list[str]:
    documents = [words.document for words in value.evidence]
    words = quote(value.evidence[:1], 90)
    shown = value_words(value.value)
    told = " ".join(value.value.split()).startswith(words.rstrip("…")) or shown == words
    return [f"“{words}”" if told else f"{shown}: “{words}”", output.faint(f"  {sources(view, documents)}")]
