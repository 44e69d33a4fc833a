"""One encounter, and one actor."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.model import Actor, Encounter, Evidence
from communique.query.briefing import delegations_of, disputed_of
from communique.query.comparison import source_table
from communique.query.index import Index
from communique.query.standing import stand_lines
from communique.query.timeline import date_order, status_turns
from communique.query.view import View
from communique.query.wording import date_words
from communique.web.drawing.network import draw_network
from communique.web.pages.review import NOTES
from communique.web.render import page
from communique.web.then import line_then, not_yet

router = APIRouter(include_in_schema=False)
NEAR = 60  # encounters offered for joining, the nearest in time
MOST_NAMED = 60
MOST_ENDS = 4


@router.get("/encounters/{own}", response_class=HTMLResponse)
def encounter(request: Request, own: str, note: str = "", done: str = "") -> HTMLResponse:
    """Delegations face to face, then every fact with what each source says of it."""
    then = line_then(request, "encounters", own)
    if then.item is None:
        return not_yet(request, then)
    found: Encounter = then.item
    index, own = then.index, found.id
    return page(
        request,
        "encounter.html.j2",
        index.view,
        then.standing,
        e=found,
        row=index.row_of[own],
        turns=status_turns(found.status_history),
        table=source_table(index.view, found),
        delegations=delegations_of(found),
        findings=index.view.findings_of.get(("encounter", own), []),
        differing=disputed_of(index.view.findings_of.get(("encounter", own), ())),
        said=index.said_at.get(own, ()),
        agreed=index.agreed_at.get(own, ()),
        ends=_ends(found),
        back=index.linked_from.get(own, ()),
        accounts_of=index.readouts_of.get(own, ()),
        accounts=[(mention.id, mention.document, mention.trigger.quote) for mention in found.mentions],
        others=[] if then.standing.past else _nearest(index, found),
        note=NOTES.get(note, ""),
        done=done if done.isdecimal() else "",
    )


def _ends(found: Encounter) -> list[Evidence]:
    """How it ended, in the words of the accounts, the same words once."""
    words = [part for mention in found.mentions for part in mention.outcome_evidence[:1]]
    return list({" ".join(own.quote.casefold().split()): own for own in reversed(words)}.values())[::-1][:MOST_ENDS]


def _nearest(index: Index, found: Encounter) -> list[tuple[str, str]]:
    """Other encounters, the nearest in time first: an account of each, and its name."""
    order = [row.encounter for row in index.rows]
    here = order.index(found)
    near = sorted((abs(place - here), place) for place in range(max(0, here - NEAR), min(len(order), here + NEAR + 1)))
    rows = [order[place] for _, place in near[1 : NEAR + 1]]
    return [
        (own.mentions[0].id, f"{own.label} ({date_words(own.date) or 'no date'}, {own.status})")
        for own in rows
        if own.mentions
    ]


@router.get("/actors/{own}", response_class=HTMLResponse)
def actor(request: Request, own: str, note: str = "", done: str = "") -> HTMLResponse:
    """Names and spellings by source, offices, encounters, statements, positions, who met whom."""
    then = line_then(request, "actors", own)
    if then.item is None:
        return not_yet(request, then)
    found: Actor = then.item
    index, view, own = then.index, then.index.view, found.id
    spellings: dict[str, set[str]] = {}
    for mention in found.mentions:
        if mention.kind in ("name", "metonym", "description"):
            spellings.setdefault(mention.evidence.quote, set()).add(mention.evidence.document)
    met = sorted(index.encounters_of.get(own, ()), key=date_order)
    met = [*(row for row in met if not (row.date and row.date.start)), *(row for row in met if row.date and row.date.start)]
    return page(
        request,
        "actor.html.j2",
        view,
        then.standing,
        a=found,
        met=met[-100:],
        met_total=len(met),
        spellings=sorted(spellings.items(), key=lambda pair: (-len(pair[1]), pair[0])),
        said=index.said_by.get(own, ()),
        positions=stand_lines(view, index.positions_of.get(own, ())),
        findings=view.findings_of.get(("actor", own), []),
        net=draw_network(view, met, centre=own),
        accounts=_accounts(view, own),
        others=[] if then.standing.past else _namesakes(view, own),
        note=NOTES.get(note, ""),
        done=done if done.isdecimal() else "",
    )


def _accounts(view: View, own: str) -> list[tuple[str, str, str]]:
    """What each article calls the actor: (id, document, first name there)."""
    found = view.actors[own]
    names: dict[str, str] = {}
    for mention in found.mentions:
        if mention.kind != "pronoun":
            names.setdefault(mention.evidence.document, mention.evidence.quote)
    rows = [(member, member.rpartition(":")[0]) for member in found.members[:MOST_NAMED]]
    return [(member, document, names.get(document, found.name)) for member, document in rows]


def _namesakes(view: View, own: str) -> list[tuple[str, str]]:
    """Actors of the same kind, those that share a word of the name first."""
    found = view.actors[own]
    words = set(found.name.casefold().split())
    rows = [other for other in view.record.actors if other.id != own and other.kind == found.kind and other.members]
    rows.sort(key=lambda other: (-len(words & set(other.name.casefold().split())), -len(other.mentions), other.id))
    return [(other.members[0], other.name) for other in rows[:120]]
