"""One encounter, and one actor."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from communique.query.briefing import delegations_of
from communique.query.comparison import fact_rows
from communique.query.timeline import date_order, timeline
from communique.query.view import View
from communique.web.render import page

router = APIRouter()


@router.get("/encounters/{own}", response_class=HTMLResponse, include_in_schema=False)
def encounter(request: Request, own: str) -> HTMLResponse:
    """Delegations face to face, then every fact with what each source says of it."""
    view: View = request.app.state.held.view()
    found = view.encounters.get(own)
    if found is None:
        raise HTTPException(
            404, "The record holds no such encounter. It may have got another address when articles were added."
        )
    row = next(row for row in timeline(view) if row.encounter.id == own)
    said = [quotation for quotation in view.record.quotations if quotation.occasion == own]
    agreed = [item for item in view.record.agreements if any(mention.encounter == own for mention in item.mentions)]
    back = [other for other in view.record.encounters if any(link.to == own for link in other.links) or other.part_of == own]
    return page(
        request,
        "encounter.html.j2",
        e=found,
        row=row,
        facts=fact_rows(view, found),
        delegations=delegations_of(found),
        findings=view.findings_of.get(("encounter", own), []),
        said=said,
        agreed=agreed,
        back=back,
    )


@router.get("/actors/{own}", response_class=HTMLResponse, include_in_schema=False)
def actor(request: Request, own: str) -> HTMLResponse:
    """Names and spellings by source, offices, encounters, statements, positions."""
    view: View = request.app.state.held.view()
    found = view.actors.get(own)
    if found is None:
        raise HTTPException(404, "The record holds no such actor. It may have got another address when articles were added.")
    met = [e for e in view.record.encounters if any(person.actor == own for person in e.participants)]
    spellings: dict[str, set[str]] = {}
    for mention in found.mentions:
        if mention.kind in ("name", "metonym", "description"):
            spellings.setdefault(mention.evidence.quote, set()).add(mention.evidence.document)
    return page(
        request,
        "actor.html.j2",
        a=found,
        met=sorted(met, key=date_order),
        spellings=sorted(spellings.items(), key=lambda pair: (-len(pair[1]), pair[0])),
        said=[q for q in view.record.quotations if q.speaker == own or own in q.joint_speakers],
        positions=[p for p in view.record.positions if p.actor == own],
        findings=view.findings_of.get(("actor", own), []),
    )
