"""Title, outlet, authors, day, address, credit and language that a page states about itself.

JSON-LD (schema.org Article) is believed before meta tags (Open Graph, citation, Dublin Core), these before the visible page.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from resiliparse.parse.html import HTMLTree

from communique.lexicon.agency import find_agencies
from communique.read.item import Metadata
from communique.read.when import metadata_date

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|ReportageNewsArticle|Report|WebPage)", re.IGNORECASE)
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title")
_OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "application-name", "publisher")
_AUTHORS = ("citation_author", "article:author", "author", "dc.creator", "parsely-author", "byl", "sailthru.author")
_DATES = (
    "article:published_time", "og:published_time", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "date", "pubdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "datepublished", "article.published", "published_time",
)  # fmt: skip
_LINKS = ("og:url", "citation_public_url", "dc.identifier", "twitter:url")
_SEPARATOR = re.compile(r"\s+[|·•»–—-]\s+")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|от|автор)\s*:?\s+", re.IGNORECASE)
_MAX_BLOCKS, _MAX_JSON, _MAX_NODES = 30, 1_000_000, 5_000


def page_metadata(tree: HTMLTree) -> Metadata:
    """What the page `tree` says of itself; fields it does not state are None."""
    metas = _metas(tree)
    article = _json_ld(tree)
    outlet = _name(article.get("publisher")) or _meta(metas, _OUTLETS)
    url = _address(_link(tree), _meta(metas, _LINKS), article.get("url"), article.get("mainEntityOfPage"))
    return Metadata(
        title=_title(tree, metas, article, outlet),
        outlet=outlet or _host(url),
        url=url,
        authors=_authors(tree, metas, article),
        published=_published(tree, metas, article),
        credit=_credit(metas, article),
        language=_language(tree, article),
    )


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return str(host).removeprefix("www.") if host else None


def _all(tree: HTMLTree, selector: str) -> list[Any]:
    return list(tree.document.query_selector_all(selector)) if tree.document is not None else []


def _metas(tree: HTMLTree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in _all(tree, "meta")[:_MAX_NODES]:
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        content = (node.getattr("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(" ".join(content.split())[:2_000])
    return found


def _meta(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _json_ld(tree: HTMLTree) -> dict[str, Any]:
    """The first schema.org article of the page; {} if none can be read."""
    for node in _all(tree, "script")[:500]:
        if (node.getattr("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = node.text or ""
        if len(text) > _MAX_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names) and thing.get("headline"):
                return thing
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value[:200])
        elif isinstance(value, dict):
            yield value
            waiting.append(value.get("@graph"))
            waiting.append(value.get("mainEntity"))


def _title(tree: HTMLTree, metas: dict[str, list[str]], article: dict[str, Any], outlet: str | None) -> str | None:
    headline = article.get("headline")
    stated = headline if isinstance(headline, str) else _meta(metas, _TITLES)
    if not stated:
        heads = [" ".join(node.text.split()) for node in _all(tree, "h1")[:5]]
        stated = next((head for head in heads if head), None) or tree.title
    return _without_outlet(" ".join(stated.split()), outlet)[:500] if stated and stated.strip() else None


def _without_outlet(title: str, outlet: str | None) -> str:
    """ "Talks resume | The Courier" without the name of the outlet."""
    parts = list(_SEPARATOR.finditer(title))
    if outlet and parts and title[parts[-1].end() :].casefold() == outlet.casefold():
        return title[: parts[-1].start()]
    return title


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text[:200] or None


def _authors(tree: HTMLTree, metas: dict[str, list[str]], article: dict[str, Any]) -> tuple[str, ...]:
    stated = article.get("author")
    listed = stated if isinstance(stated, list) else [stated]
    names = [name for one in listed[:20] if (name := _name(one))]
    if not names:
        names = next((metas[name] for name in _AUTHORS if name in metas), [])
    if not names:
        nodes = [*_all(tree, "[rel~=author]"), *_all(tree, "[itemprop=author]")]
        names = [" ".join(node.text.split()) for node in nodes[:5]]
    clean = (_BYLINE.sub("", name).strip(" ,;") for name in names if "://" not in name)
    return tuple(dict.fromkeys(name for name in clean if 2 < len(name) < 100))


def _published(tree: HTMLTree, metas: dict[str, list[str]], article: dict[str, Any]) -> Any:
    words: list[object] = [article.get("datePublished"), *(metas[name][0] for name in _DATES if name in metas)]
    times = _all(tree, "time")[:50]
    marked = [node for node in times if node.getattr("itemprop") == "datePublished" or node.hasattr("pubdate")]
    words += [node.getattr("datetime") or node.text for node in [*marked, *times[:1]]]
    return next((date for word in words if (date := metadata_date(word)) is not None), None)


def _credit(metas: dict[str, list[str]], article: dict[str, Any]) -> str | None:
    """The agency named as author, source or provider."""
    people = article.get("author")
    authors = people if isinstance(people, list) else [people]
    stated = [article.get("sourceOrganization"), article.get("provider"), *authors]
    fields = [_name(one) for one in stated] + [*metas.get("article:source", []), *metas.get("author", [])]
    for field in fields:
        for start, end, agency in find_agencies(field or ""):
            if end - start > len(field or "") // 2:
                return agency.name
    return None


def _link(tree: HTMLTree) -> str | None:
    return next((node.getattr("href") for node in _all(tree, "link[rel=canonical]")), None)


def _address(*stated: Any) -> str | None:
    for value in stated:
        if isinstance(value, dict):
            value = value.get("@id")
        if isinstance(value, str) and re.match(r"https?://[^\s/]+\.", value.strip(), re.IGNORECASE):
            return value.strip()[:2_000]
    return None


def _language(tree: HTMLTree, article: dict[str, Any]) -> str | None:
    stated = article.get("inLanguage") or next((node.getattr("lang") for node in _all(tree, "html")), None)
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]\w+)*", stated.strip()) if isinstance(stated, str) else None
    return match[1].lower() if match else None
