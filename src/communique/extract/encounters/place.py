"""Where an encounter takes place: city, country, venue, with coordinates from the gazetteer."""

import re
from collections.abc import Sequence

from communique.extract.encounters.date import hangs_on, times_in_sentence
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.phrase import child, conjuncts, prepositions
from communique.extract.encounters.site import Site, is_direct
from communique.lexicon.country import country_by_adjective, country_by_capital, country_by_code, country_by_name
from communique.lexicon.date_line import is_month_name as is_month
from communique.lexicon.encounter import load_words
from communique.lexicon.meaning import concepts
from communique.lexicon.place import GazetteerEntry, find_place
from communique.model import Analysis, DocumentActors, EncounterKind, Evidence, NameKind, Place, Span

IN = frozenset({"in", "at", "near", "outside"})
STAYING = frozenset({"be", "arrive", "fly", "travel", "come", "go", "drive", "return", "land", "stop"})
TO = frozenset({"to", "for"})
MOST_PARTS = 6
FURTHEST = 20
TOWNS = frozenset({"town", "city", "village", "hamlet", "settlement", "resort", "port", "suburb"})
AFFAIRS = frozenset(
    {"peace", "war", "conflict", "crisis", "situation", "violence", "fighting", "security", "stability", "future", "bloodshed"}
)  # fmt: skip


def place_of(analysis: Analysis, event: EncounterEvent, actors: DocumentActors, site: Site) -> Place | None:
    """The place that the sentence gives the event, by phrases that hang on it or on its clause; None if it gives none."""
    heads = [
        argument.token for argument in event.of("places")
        if is_direct(analysis, argument.token, site) and not _names_parties(analysis, argument.token, event)
        and not _is_affair(analysis, argument.token)
    ]  # fmt: skip
    heads += _in_phrases(analysis, event, site)
    heads += _before(analysis, event, actors)
    heads += _there(analysis, event, site)
    found: Place | None = None
    for token in dict.fromkeys(heads):
        found = _joined(found, _read(analysis, token, actors))
    return found or _further_on(analysis, event, actors)


def _is_affair(analysis: Analysis, token: int) -> bool:
    """ "over peace in Sudan", "on the crisis in Mali": the state that the talk is about."""
    preposition = analysis.heads[token]
    noun = analysis.heads[preposition]
    about = analysis.lemmas[preposition] == "in" and analysis.lemmas[noun] in AFFAIRS and analysis.deps[noun] == "pobj"
    return about and country_by_name(analysis.word(token)) is not None


def _further_on(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> Place | None:
    """ "met with the mission about the matter in Lima": a city behind the words, with no verb between, wherever it hangs."""
    token = event.trigger.token
    last = analysis.sentences[analysis.sentence_of[token]][1]
    for at in range(token + 1, min(last - 1, token + FURTHEST)):
        if analysis.pos[at] in {"VERB", "AUX"} or analysis.word(at) in {";", ":", "(", ","}:
            return None
        goal = child(analysis, at, "pobj") if analysis.lemmas[at] == "in" and analysis.pos[at] == "ADP" else None
        if goal is not None and analysis.pos[goal] == "PROPN":
            place = _read(analysis, goal, actors)
            if place is not None and place.city:
                return place
    return None


def _in_phrases(analysis: Analysis, event: EncounterEvent, site: Site) -> list[int]:
    visit = event.kind is EncounterKind.VISIT
    found = []
    for at in sorted(site.own):
        moving = analysis.lemmas[at] in load_words().motion_verbs
        wanted = IN | TO if visit or moving else IN
        found += [goal for name, goal in prepositions(analysis, at) if name in wanted]
        if visit and at == event.trigger.token:
            thing = child(analysis, at, "dobj")
            found += [thing] if thing is not None else []
    for time in times_in_sentence(analysis, event.trigger.token):
        if hangs_on(analysis, time, site.own):
            inside = analysis.tokens_in(time.span)
            found += [goal for at in inside for name, goal in prepositions(analysis, at) if name in IN]
    return found


def _there(analysis: Analysis, event: EncounterEvent, site: Site) -> list[int]:
    """ "in Lima, where the envoys met", "flew to Lima and met the minister", "talks planned for Lima"."""
    found = []
    for at in sorted(site.own):
        head, label = analysis.heads[at], analysis.deps[at]
        where = any(analysis.lemmas[own] == "where" for own in analysis.children(at))
        if label in {"relcl", "advcl"} and where and analysis.pos[head] in {"NOUN", "PROPN"}:
            found.append(head)
        if (
            label == "conj"
            and not event.trigger.noun
            and analysis.lemmas[head] in STAYING
            and child(analysis, at, "nsubj") is None
        ):
            found += [goal for name, goal in prepositions(analysis, head) if name in {"in", "to"}]
    for own in analysis.subtree(site.outer) if event.trigger.noun else ():
        if analysis.deps[own] == "acl" and analysis.lemmas[own] in load_words().setting_verbs:
            goals = [goal for name, goal in prepositions(analysis, own) if name in {"for", "in"}]
            found += [goal for goal in goals if _is_city(analysis.word(goal))]
    return found


def _before(analysis: Analysis, event: EncounterEvent, actors: DocumentActors) -> list[int]:
    """ "the Paris meeting": a city before the noun."""
    token = event.trigger.token
    if not event.trigger.noun:
        return []
    named = [own for own in analysis.children(token) if own < token]
    named += [own for at in named for own in analysis.children(at) if analysis.deps[at] == "compound" and own < at]
    return [
        own for own in named
        if analysis.deps[own] in {"compound", "amod", "nmod", "poss"} and _is_town(analysis, own)
    ]  # fmt: skip


def _is_town(analysis: Analysis, token: int) -> bool:
    if _hyphenated(analysis, token):  # "the Chile-Peru talks" name no place
        span = _name_span(analysis, token)
        return analysis.text[span.start : span.end] in _towns(analysis)
    return _is_city(analysis.word(token)) and not _is_word(analysis, token)


def _is_word(analysis: Analysis, token: int) -> bool:
    """ "Marathon talks": a common noun with the capital of the line's first word."""
    opening = token == 0 or token == analysis.sentences[analysis.sentence_of[token]][0]
    name = analysis.word(token)
    return opening and bool(concepts(name.casefold())[0]) and country_by_capital(name) is None


def _names_parties(analysis: Analysis, token: int, event: EncounterEvent) -> bool:
    """ "the Chile-Peru talks": who meets, not where."""
    return event.trigger.noun and analysis.heads[token] == event.trigger.token and _hyphenated(analysis, token)


def _hyphenated(analysis: Analysis, token: int) -> bool:
    text = analysis.text
    end, start = analysis.ends[token], analysis.starts[token]
    return text[end : end + 1] in tuple("-–—/") or (start > 0 and text[start - 1] in "-–—/")


def _is_city(name: str) -> bool:
    return name[:1].isupper() and country_by_name(name) is None and not is_month(name) and bool(find_place(name))


def _read(analysis: Analysis, token: int, actors: DocumentActors) -> Place | None:
    """The place that a phrase names, with alternatives ("in A or B") and what it is said to lie in ("A, B")."""
    found: Place | None = None
    for at in conjuncts(analysis, token):
        span = _name_span(analysis, at)
        if _is_actor(actors, span):
            continue
        own = named_place(analysis, at, span)
        if own is None:
            continue
        if found is not None and found.city and own.city and found.city != own.city:
            found = Place(
                found.venue, found.city, found.country, found.country_code, found.latitude, found.longitude,
                (*found.alternatives, own.city), (*found.evidence, *own.evidence),
            )  # fmt: skip
        else:
            found = _joined(found, own)
    for below in analysis.children(token):
        if analysis.deps[below] in {"appos", "npadvmod"} and found is not None:
            found = _joined(found, _read(analysis, below, actors))
    for name, goal in prepositions(analysis, token):
        if name in {"in", "of", "near", "outside"} and (found is None or not found.city):
            found = _joined(found, _read(analysis, goal, actors))
    return found


def _is_actor(actors: DocumentActors, span: Span) -> bool:
    """Whether the name stands for a government here ("Moscow says")."""
    return any(mention.kind is NameKind.METONYM and mention.evidence.span == span for mention, _ in actors.within(span))


def _name_span(analysis: Analysis, token: int) -> Span:
    first = token
    while (
        first - 1 >= 0
        and analysis.heads[first - 1] in range(first, token + 1)
        and analysis.pos[first - 1] == "PROPN"
        and analysis.deps[first - 1] in {"compound", "amod", "nmod"}
    ):
        first -= 1
    span = analysis.span(_whole_name(analysis, first, token), token + 1)
    if find_place(analysis.text[span.start : span.end]):
        return span
    return analysis.span(_hyphened(analysis, first), token + 1)


def _hyphened(analysis: Analysis, first: int) -> int:
    """The first token of a name with a hyphen and no blank ("Bad-Kirvesk"): half of it is no place."""
    while first > 1 and analysis.word(first - 1) in {"-", "‑"}:
        glued = analysis.ends[first - 2] == analysis.starts[first - 1] and analysis.ends[first - 1] == analysis.starts[first]
        if not glued or not analysis.word(first - 2)[:1].isupper():
            break
        first -= 2
    return first


def _whole_name(analysis: Analysis, first: int, token: int) -> int:
    """The first token of a name that hyphens hold together ("Sharm el-Sheikh", "Port-au-Prince")."""
    start = first
    for at in range(first - 1, max(first - MOST_PARTS, analysis.sentences[analysis.sentence_of[token]][0]) - 1, -1):
        glued = analysis.word(at) == "-" or analysis.starts[at + 1] == analysis.ends[at]
        if not glued and not (analysis.word(at)[:1].isupper() and start < first):
            break
        start = at
    return start


def named_place(analysis: Analysis, token: int, span: Span) -> Place | None:
    """The place of a name; None where no gazetteer knows it and no venue word heads it."""
    name = analysis.text[span.start : span.end]
    if any(time.span.contains(span) for time in times_in_sentence(analysis, token)):
        return None
    evidence = (analysis.evidence(span),)
    if not name[:1].isupper():
        return _described(analysis, token)
    if analysis.word(token)[:1].islower() and analysis.lemmas[token] == "capital":
        return _described(analysis, token)
    if analysis.lemmas[token] in load_words().venue_words:
        return Place(venue=name, evidence=evidence)
    country = country_by_name(name)
    if country is not None:
        return Place(country=country.name, country_code=country.code, evidence=evidence)
    cities = find_place(name)
    if not cities and name.split()[-1] != name:
        cities = find_place(name.split()[-1]) if analysis.lemmas[token] == "city" else ()
    if not cities:
        return _unlisted(analysis, token, name)
    return listed_city(name, cities, evidence)


def listed_city(name: str, cities: Sequence[GazetteerEntry], evidence: tuple[Evidence, ...]) -> Place:
    """The place of a city's name: the capital of that name where there is one, else the most populous city.

    Args:
        cities: of that name, most populous first; not empty.
    """
    city, home = cities[0], country_by_code(cities[0].country)
    capital = country_by_capital(name)
    if capital is not None:
        same = [found for found in cities if found.country == capital.code]
        city, home = (same[0] if same else city), (capital if same else home)
    return Place(None, name, home.name if home else None, city.country, city.latitude, city.longitude, (), evidence)


def _unlisted(analysis: Analysis, token: int, name: str) -> Place | None:
    """ "in Kirvesk": a name that no gazetteer holds, where the text calls it a town ("the village of Kirvesk")."""
    if analysis.pos[token] != "PROPN" or analysis.deps[token] != "pobj":
        return None
    full = _in_full(analysis, name)
    if full is not None:
        return listed_city(full, find_place(full), (analysis.evidence(analysis.span(token, token + 1)),))
    if name not in _towns(analysis) and not _is_called_town(analysis, token, name) and not _in_country(analysis, token):
        return None
    end = analysis.ends[token]
    return Place(city=name, evidence=(analysis.evidence(Span(end - len(name), end)),))


def _in_full(analysis: Analysis, name: str) -> str | None:
    """The listed city whose name the text also gives in full ("Addis" beside "Addis Ababa")."""
    longer = re.findall(rf"\b{re.escape(name)}[ -][A-Z][\w’'-]+", analysis.text)
    return next((full for full in longer if find_place(full)), None)


def _in_country(analysis: Analysis, token: int) -> bool:
    """ "in Kirvesk, Finland": the state behind the comma."""
    behind = (own for own in analysis.children(token) if analysis.deps[own] in {"appos", "npadvmod"} and own > token)
    return analysis.lemmas[analysis.heads[token]] in IN and any(country_by_name(analysis.word(own)) for own in behind)


def _is_called_town(analysis: Analysis, token: int, name: str) -> bool:
    """Whether the tagger takes the name for a place and the text uses it as one twice."""
    labelled = any(own.first <= token < own.last and own.label in {"GPE", "LOC"} for own in analysis.entities)
    return labelled and len(re.findall(rf"\b(?:in|at|to|from|near)\s+{re.escape(name)}\b", analysis.text)) > 1


def _towns(analysis: Analysis) -> frozenset[str]:
    """Names that the text puts after "the town of" or the like."""
    found = set()
    for at, lemma in enumerate(analysis.lemmas):
        if lemma in TOWNS:
            goals = [goal for name, goal in prepositions(analysis, at) if name == "of" and analysis.pos[goal] == "PROPN"]
            found |= {analysis.text[span.start : span.end] for span in (_name_span(analysis, goal) for goal in goals)}
    return frozenset(found)


def _described(analysis: Analysis, token: int) -> Place | None:
    """ "the Saudi capital", "Botswana's foreign ministry"."""
    for own in analysis.children(token):
        if analysis.deps[own] not in {"amod", "compound", "poss", "nmod"} or own > token:
            continue
        country = country_by_adjective(analysis.word(own)) or country_by_name(analysis.word(own))
        if country is None:
            continue
        words = (analysis.evidence(analysis.span(own, token + 1)),)
        if analysis.lemmas[token] == "capital" and country.capitals:
            city = next((found for found in find_place(country.capitals[0]) if found.country == country.code), None)
            return Place(
                city=country.capitals[0],
                country=country.name,
                country_code=country.code,
                latitude=city.latitude if city else None,
                longitude=city.longitude if city else None,
                evidence=words,
            )
        if analysis.lemmas[token] in load_words().venue_words:
            return Place(words[0].quote, None, country.name, country.code, evidence=words)
    return None


def _joined(one: Place | None, two: Place | None) -> Place | None:
    """Both, where they can hold together; the first where they cannot."""
    if one is None or two is None:
        return one or two
    if one.country_code and two.country_code and one.country_code != two.country_code:
        return one
    if one.city and two.city and one.city != two.city:
        return one
    city = one if one.city else two
    return Place(
        one.venue or two.venue, city.city, city.country or one.country or two.country, city.country_code or one.country_code
        or two.country_code, city.latitude, city.longitude, one.alternatives or two.alternatives,
        tuple(dict.fromkeys((*one.evidence, *two.evidence))),
    )  # fmt: skip


def joined(one: Place | None, two: Place | None) -> Place | None:
    """Two statements of one place as one."""
    return _joined(one, two)


def conflicts(one: Place | None, two: Place | None) -> bool:
    """Whether two places cannot be the same: other country, or other city."""
    if one is None or two is None:
        return False
    if one.country_code and two.country_code and one.country_code != two.country_code:
        return True
    if not one.city or not two.city:
        return False
    ones, twos = {one.city, *one.alternatives}, {two.city, *two.alternatives}
    return not {name.casefold() for name in ones} & {name.casefold() for name in twos}
