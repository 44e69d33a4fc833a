"""Review: the joins in doubt, one at a time; decisions, and taking them back."""

from collections import Counter
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from communique.errors import CommuniqueError
from communique.model import Evidence
from communique.query.accord import reviewer_accords, reviewers
from communique.query.doubt import SURE, Doubt, second_joins
from communique.query.index import Index
from communique.query.view import View
from communique.record.store import Store
from communique.web.change import SECTIONS, Publisher, decide, split, undo, words_of
from communique.web.guard import token_matches
from communique.web.render import NAME_COOKIE, page

router = APIRouter(include_in_schema=False)
NAMES = {"actor": "actors", "encounter": "encounters", "utterance": "acts of speech", "agreement": "agreements"}
REST = "*"
MOST = 400  # accounts of one item from which one can be split off
YEAR = 365 * 24 * 3600
Word = Annotated[str, Form(max_length=400)]


@router.get("/review", response_class=HTMLResponse)
def review(
    request: Request, section: str = "", sure: str = "", second: str = "", at: int = 0, done: str = "", note: str = ""
) -> HTMLResponse:
    """The next pair to decide on, and what waits after it. `second`: pairs that somebody else has judged."""
    index: Index = request.app.state.held.index()
    view = index.view
    reader = unquote(request.cookies.get(NAME_COOKIE, "")).strip()
    rows = (second_joins(view.record, reader) if reader else ()) if second else index.doubts
    open_ones = [own for own in rows if sure or second or own.doubt >= SURE]
    queue = [own for own in open_ones if section in ("", own.judgement.section)]
    at = max(0, min(at, len(queue) - 1))
    with request.app.state.held.store() as store:
        pair = _shown(view, store, queue[at]) if queue else None
    found = Counter(own.judgement.section for own in open_ones)
    counts = {name: found[name] for name in SECTIONS}
    chosen = {"section": section, "sure": sure, "second": second}
    kept = urlencode({key: value for key, value in chosen.items() if value})
    return page(
        request, "review.html.j2", queue=queue, at=at, pair=pair, counts=counts, names=NAMES, chosen=chosen,
        kept=f"?{kept}&" if kept else "?", done=done if done.isdecimal() else "", note=note_for(request, note), reader=reader,
    )  # fmt: skip


@router.get("/review/log", response_class=HTMLResponse)
def decisions(request: Request, note: str = "", at: int = 0) -> HTMLResponse:
    """Every decision, the latest first, those taken back included."""
    view: View = request.app.state.held.view()
    with request.app.state.held.store() as store:
        rows = store.decisions()[::-1]
    at = max(0, at)
    shown = rows[at : at + 100]
    return page(
        request, "log.html.j2", rows=shown, people=reviewers(rows), total=len(rows), at=at, names=NAMES,
        accords=reviewer_accords(view, rows), note=note_for(request, note),
    )  # fmt: skip


@router.post("/review/decide")
def take(
    request: Request, token: Word, author: Word, section: Word, action: Word, left: Word, right: Word, back: Word = "",
    reason: Word = "",
) -> RedirectResponse:  # fmt: skip
    """Store "same" or "different" for two items (ids of mentions; `right` REST = all that are with `left` now)."""
    check(request, token, author)
    if section not in SECTIONS or action not in ("same", "different"):
        raise HTTPException(400, "Two items are the same or different; nothing else can be decided here.")
    others = [right] if right != REST else _rest(request.app.state.held.view(), section, left)
    if left in others or not others:
        raise HTTPException(400, "Choose two different items.")
    with request.app.state.held.store() as store:
        wanted = [(action, left, own) for own in others]
        if action == "different" and len(others) > 1:
            wanted = split(request.app.state.held.view().record, section, left, others)
        made = decide(store, section, wanted, author.strip(), reason.strip())
    publisher: Publisher = request.app.state.publisher
    ready = publisher.publish()
    together = ready and _together(request.app.state.held.view(), section, left, others[0])
    note = "later" if not ready else "apart" if action == "same" and not together else action
    where = _where(request, back, section, left, note, made[0].number)
    return go(where, author.strip())


@router.post("/review/sign")
def sign(request: Request, token: Word, author: Word, back: Word = "") -> RedirectResponse:
    """Remember the visitor's name: nothing is decided."""
    check(request, token, author)
    return go(local(back), author.strip())


@router.post("/review/undo")
def take_back(
    request: Request, token: Word, author: Word, number: Annotated[int, Form(ge=1)], back: Word = ""
) -> RedirectResponse:
    """Take a decision back, with those made by the same click."""
    check(request, token, author)
    with request.app.state.held.store() as store:
        try:
            undo(store, number, author.strip())
        except CommuniqueError as error:
            raise HTTPException(409, str(error)) from error
    publisher: Publisher = request.app.state.publisher
    note = "undone" if publisher.publish() else "later"
    return go(local(back) + ("&" if "?" in local(back) else "?") + f"note={note}", author.strip())


NOTES = {
    "same": "Joined.",
    "different": "Kept apart.",
    "soon": "Your decision is kept. The record is being made anew and will show it in a moment.",
    "undone": "Taken back.",
    "apart": "Your decision is kept, but the two stay apart: an earlier decision keeps parts of them apart. Take that one back first.",
    "later": "Your decision is kept. The record will show it as soon as the running build has ended.",
}


def note_for(request: Request, code: str) -> str:
    """What a page says after a decision; "" for nothing."""
    publisher: Publisher = request.app.state.publisher
    waits = NOTES["soon" if code == "soon" else "later"]
    return waits if publisher.waiting else ("" if code in ("soon", "later") else NOTES.get(code, "")) or publisher.problem


def check(request: Request, token: str, author: str) -> None:
    """Refuse a change without the visitor's own token or without a name."""
    if not token_matches(request, token):
        raise HTTPException(403, "This form is too old. Open the page again and send it once more.")
    if not author.strip():
        raise HTTPException(400, "Sign with your name: every decision has an author.")


def local(back: str) -> str:
    """A path of this server; the review page for anything else."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) and "\n" not in back else "/review"


def go(where: str, author: str) -> RedirectResponse:
    """On to a page, with the name remembered for the next decision."""
    answer = RedirectResponse(where, 303)
    answer.set_cookie(NAME_COOKIE, quote(author), max_age=YEAR, httponly=True, samesite="strict")
    return answer


def _groups(view: View, section: str) -> dict[str, str]:
    """The page of each mention: its id to the address of the item that holds it."""
    record = view.record
    if section == "actor":
        return {own: f"/actors/{found.id}" for found in record.actors for own in found.members}
    if section == "encounter":
        return {own.id: f"/encounters/{found.id}" for found in record.encounters for own in found.mentions}
    if section == "agreement":
        return {own.id: f"/agreements/{found.id}" for found in record.agreements for own in found.mentions}
    return {own.id: own.utterance or own.id for own in record.quotations}


def _rest(view: View, section: str, own: str) -> list[str]:
    """The other members of the group that holds an item."""
    groups = _groups(view, section)
    rest = [other for other, group in groups.items() if own in groups and group == groups[own] and other != own]
    if len(rest) > MOST:
        raise HTTPException(400, f"Over {MOST} accounts are joined here. Take single joins apart in the review.")
    return rest


def _together(view: View, section: str, left: str, right: str) -> bool:
    group = _groups(view, section)
    return left in group and group[left] == group.get(right)


def _where(request: Request, back: str, section: str, left: str, note: str, number: int) -> str:
    """Back to the queue, or to the page on which the item stands now (its address may have changed)."""
    if back != "item":
        where = local(back)
        return where + ("&" if "?" in where else "?") + f"note={note}&done={number}"
    where = _groups(request.app.state.held.view(), section).get(left, "/review")
    return f"{where}?note={note}&done={number}"


def _shown(view: View, store: Store, found: Doubt) -> dict[str, Any]:
    """A pair as the page shows it: both items with their words in context, and what speaks for and against."""
    own = found.judgement
    address = _groups(view, own.section)
    sides = []
    for item in (own.left, own.right):
        words: Evidence | None = words_of(store, own.section, item)
        link = address.get(item, "")
        label = _label(view, own.section, link)
        sides.append({"id": item, "words": words, "link": link if link.startswith("/") else "", "label": label})
    return {"doubt": found, "sides": sides, "joined": address.get(own.left) == address.get(own.right)}


def _label(view: View, section: str, link: str) -> str:
    own = link.rpartition("/")[2]
    if section == "actor" and own in view.actors:
        return view.actors[own].name
    if section == "encounter" and own in view.encounters:
        return view.encounters[own].label
    return ""
