"""Review of single lines: accept, correct or reject what was extracted, one line at a time, with a blind second reading."""

from collections import Counter
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import unquote, urlencode

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from communique.errors import CommuniqueError
from communique.model import Decision, DocumentRecord, Evidence, Review
from communique.pipeline.correct import ACTORS, CHOICES, FIELDS, SHOWN_BY
from communique.pipeline.line import SECTIONS, Line
from communique.query.accord import reviewer_accords
from communique.query.index import Index
from communique.query.reading import SINGLE, Reading, active, second_readings
from communique.query.view import View
from communique.record.store import Store
from communique.web.change import Publisher, Wanted, issues_of, judge, line_and_record
from communique.web.pages.review import check, go, local, note_for
from communique.web.render import NAME_COOKIE, page

router = APIRouter(include_in_schema=False)
NAMES = {"quotations": "statements"}
ONE = {"quotations": "statement"}
STATES = ("rejected", "corrected", "accepted", "disputed", "waiting")
AROUND = 320
PATIENCE = 0.6  # seconds: the next line must not wait for a large record that is made anew
PAGE = 60
MOST_ACTORS = 80
Text = Annotated[str, Field(max_length=2000)]
Own = Annotated[str, Query(max_length=400)]


class LineForm(BaseModel):
    """The form of a decision on one line; `to_...`: the values of a correction."""

    token: Text
    author: Annotated[str, Field(max_length=80)]
    section: Text
    own: Text
    action: Text
    back: Text = ""
    reason: Text = ""
    note: Text = ""
    to_kind: Text = ""
    to_status: Text = ""
    to_date: Text = ""
    to_place: Text = ""
    to_duration: Text = ""
    to_role: Text = ""
    to_presence: Text = ""
    to_speaker: Text = ""
    to_form: Text = ""
    to_content: Annotated[str, Field(max_length=20_000)] = ""
    to_actor: Text = ""
    to_issue: Text = ""
    to_stance: Text = ""
    to_due: Text = ""
    to_who: Text = ""
    to_window: Text = ""
    to_value: Text = ""
    to_unit: Text = ""
    to_comparator: Text = ""
    to_name: Text = ""
    to_country: Text = ""
    to_evidence: Text = ""

    def values(self) -> dict[str, str]:
        """Field -> value of a correction."""
        return {name[3:]: value for name, value in self.model_dump().items() if name.startswith("to_")}


@router.get("/review/lines", response_class=HTMLResponse)
def read_lines(
    request: Request, section: str = "", own: Own = "", second: str = "", at: int = 0, done: str = "", note: str = ""
) -> HTMLResponse:
    """The next line to read, or the one that the address names, and what waits after it."""
    index: Index = request.app.state.held.index()
    reader = signed(request)
    with request.app.state.held.store() as store:
        log = store.decisions()
        every = second_readings(index.view, log, reader) if second and reader else () if second else index.readings
        queue = [row for row in every if section in ("", row.section)]
        at = max(0, min(at, len(queue) - 1))
        at = _undecided(store, queue, at, _fresh(index.view, log)) if not own else at
        wanted = (section, own) if own else (queue[at].section, queue[at].id) if queue else None
        shown = _shown(index.view, store, wanted, reader, log) if wanted else None
    counts = Counter(row.section for row in every)
    chosen = {"section": section, "second": second}
    kept = urlencode({key: value for key, value in chosen.items() if value})
    return page(
        request, "reading.html.j2", queue=queue, at=at, shown=shown, counts=counts, line_sections=SECTIONS, names=NAMES,
        chosen=chosen, one=bool(own), kept=f"?{kept}&" if kept else "?", last=_last(index.view, log, done),
        note=note_for(request, note), reader=reader,
    )  # fmt: skip


@router.get("/review/read", response_class=HTMLResponse)
def read(request: Request, state: str = "rejected", at: int = 0, note: str = "") -> HTMLResponse:
    """Lines that somebody read, by what was decided: those left out of the record are shown here, and taken back."""
    index: Index = request.app.state.held.index()
    found = [own for own in index.view.record.reviews if own.state == state]
    found.sort(key=lambda own: -own.decisions[-1])
    counts = Counter(own.state.value for own in index.view.record.reviews)
    with request.app.state.held.store() as store:
        accords = reviewer_accords(index.view, store.decisions())
    at = max(0, at)
    return page(
        request, "read.html.j2", index.view, rows=found[at : at + PAGE], total=len(found), at=at, size=PAGE, state=state,
        states=STATES, counts=counts, accords=accords, names=NAMES, note=note_for(request, note),
    )  # fmt: skip


@router.post("/review/lines")
def take(request: Request, form: Annotated[LineForm, Form()]) -> RedirectResponse:
    """Store what a person makes of one line; on to the next."""
    check(request, form.token, form.author)
    if form.section not in SECTIONS or form.action not in SINGLE:
        raise HTTPException(400, "A line is accepted, corrected or rejected; nothing else can be decided here.")
    wanted = Wanted(form.action, form.values(), form.reason.strip(), form.note.strip())
    with request.app.state.held.store() as store:
        try:
            made = judge(store, form.section, form.own, form.author.strip(), wanted)
        except CommuniqueError as error:
            raise HTTPException(409, str(error)) from error
    publisher: Publisher = request.app.state.publisher
    note = "kept" if publisher.publish(PATIENCE) else "soon"
    where = local(form.back) if form.back else "/review/lines"
    return go(where + ("&" if "?" in where else "?") + f"note={note}&done={made.number}", form.author.strip())


def signed(request: Request) -> str:
    """The name that this visitor signed with last; "" if never."""
    return unquote(request.cookies.get(NAME_COOKIE, "")).strip()


def _fresh(view: View, log: tuple[Decision, ...]) -> set[tuple[str, Evidence]]:
    """Lines (section, words) with a decision that the shown record does not follow yet."""
    followed = max((number for own in view.record.reviews for number in own.decisions), default=0)
    return {(row.section, row.left) for row in active(log) if row.number > followed}


def _undecided(store: Store, queue: list[Reading], at: int, fresh: set[tuple[str, Evidence]]) -> int:
    """The first place from `at` on whose line has no decision that waits to be followed."""
    while at + 1 < len(queue) and fresh:
        try:
            _, line = line_and_record(store, queue[at].section, queue[at].id)
        except CommuniqueError:
            break
        if (line.section, line.words) not in fresh:
            break
        at += 1
    return at


def _shown(
    view: View, store: Store, wanted: tuple[str, str], reader: str, log: tuple[Decision, ...]
) -> dict[str, Any] | None:
    """A line as the page shows it: as extracted, in its words; what others decided only to who has decided."""
    try:
        record, line = line_and_record(store, *wanted)
    except CommuniqueError:
        return None
    if line.section == "positions":  # filed by the record, not by the article
        issue = next((own.issue for own in view.record.positions if own.id == line.id), None)
        line = replace(line, about=tuple((k, issue if issue and k == "issue" else v) for k, v in line.about))
    review = view.reviews.get(wanted)
    mine = [row for row in active(log) if review and row.number in review.decisions and row.author == reader]
    given = {field: value for field, _, value in review.changes} if review and mine else {}
    text, span = record.document.text, line.words.span
    around = (_from_word(text, span.start), line.words.quote, _to_word(text, span.end))
    return {
        "line": line, "kind": ONE.get(line.section, line.section[:-1]), "around": around, "fields": _fields(store, record, line, given), "review": review if mine else None,
        "hidden": bool(review and not mine), "evidence": bool(SHOWN_BY & set(FIELDS[line.section])),
    }  # fmt: skip


def _from_word(text: str, end: int) -> str:
    """What stands before `end`, from the beginning of a word."""
    start = max(0, end - AROUND)
    return text[:end] if not start else text[start:end].partition(" ")[2]


def _to_word(text: str, start: int) -> str:
    """What stands after `start`, to the end of a word."""
    end = start + AROUND
    return text[start:] if end >= len(text) else text[start:end].rpartition(" ")[0]


def _fields(store: Store, record: DocumentRecord, line: Line, mine: dict[str, str]) -> list[dict[str, Any]]:
    """The fields that can be corrected: name, value now (`mine`: the reader's own), and what can be chosen ([] = free)."""
    now = {**dict(line.about), "content": line.words.quote, **mine}
    rows = []
    for field in FIELDS[line.section]:
        choices = [(own, own.replace("_", " ")) for own in CHOICES.get((line.section, field), ())]
        if field == "issue":
            choices = list(issues_of(store).items())
        if field in ACTORS:
            named = sorted(record.actors, key=lambda own: (-len(own.mentions), own.id))[:MOST_ACTORS]
            choices = [(name, name) for name in dict.fromkeys(own.name for own in named)]
        rows.append({"name": field, "now": now.get(field, ""), "choices": choices})
    return rows


def _last(view: View, log: tuple[Decision, ...], done: str) -> dict[str, Any] | None:
    """The decision made last, and what others said of the same line: now it may be told."""
    row = next((own for own in log if done.isdecimal() and own.number == int(done)), None)
    if row is None or row.undone_at is not None:
        return None
    review: Review | None = next((own for own in view.record.reviews if row.number in own.decisions), None)
    others = [own for own in active(log) if review and own.number in review.decisions and own.author != row.author]
    return {"row": row, "others": others, "alike": all((o.action, o.changes) == (row.action, row.changes) for o in others)}
