"""Who said what; one statement with all its renderings."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from communique.model import Quotation
from communique.query.index import Index
from communique.query.utterance import compare_wording
from communique.web.render import page
from communique.web.standing import standing_of
from communique.web.then import line_then, not_yet

router = APIRouter(include_in_schema=False)
PAGE = 60


@router.get("/statements", response_class=HTMLResponse)
def statements(
    request: Request, speaker: str = "", form: str = "", words: str = "", outlet: str = "", at: int = 0
) -> HTMLResponse:
    """Who said what, filtered by speaker, form, words and outlet."""
    index, standing = standing_of(request)
    found = index.said_by.get(speaker, ()) if speaker else index.view.record.quotations
    if form:
        found = tuple(own for own in found if own.form == form)
    if outlet:
        told = index.documents_of(outlet)
        found = tuple(own for own in found if own.document in told)
    if wanted := words[:200].casefold().split():
        found = tuple(own for own in found if _has_all(own, wanted))
    at = max(0, at)
    speakers = index.speakers[:60]
    return page(
        request,
        "statements.html.j2",
        index.view,
        standing,
        found=found[at : at + PAGE],
        total=len(found),
        at=at,
        size=PAGE,
        speakers=speakers,
        outlets=index.outlets[:60],
        chosen={"speaker": speaker, "form": form, "words": words, "outlet": outlet},
        renderings={own: len(group) for own, group in index.renderings.items()},
    )


def _has_all(own: Quotation, wanted: list[str]) -> bool:
    text = " ".join(part.quote for part in own.content).casefold()
    return all(word in text for word in wanted)


@router.get("/statements/{own}", response_class=HTMLResponse)
def statement(request: Request, own: str) -> HTMLResponse:
    """One act of speech: every rendering against the fullest, with what each left out, added or changed."""
    then = line_then(request, "quotations", own)
    if then.item is None:
        return not_yet(request, then)
    index: Index = then.index
    found: Quotation = then.item
    group = index.renderings.get(found.utterance or "", (found,))
    ordered = sorted(group, key=lambda item: (-sum(len(words.span) for words in item.content), item.id))
    base, others = ordered[0], ordered[1:20]
    compared = [(other, compare_wording(base, other)) for other in others]
    accounts = [(item.id, item.document, item.content[0].quote[:80]) for item in ordered]
    return page(request, "statement.html.j2", index.view, then.standing, base=base, compared=compared, accounts=accounts)
