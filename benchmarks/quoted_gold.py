"""One article's expected record, in quoted words, as gold with offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]
Row = dict[str, Any]
BREAK = re.compile(r"(?:\u00ad|\ufffe)\s*|-\s*\n\s*|\s+")
GLUED = "~"
DETERMINERS = ("the", "a", "an", "his", "her", "its")


class RefusedError(ValueError):
    """The expected record does not fit its articles; the message says where."""


def normal(text: str) -> tuple[str, list[int]]:
    """Text without line-end hyphens and with single spaces, and the place in `text` of each of its characters."""
    letters: list[str] = []
    places: list[int] = []
    last = 0
    for match in BREAK.finditer(text):
        letters += text[last : match.start()]
        places += range(last, match.start())
        if match.group().isspace():
            letters.append(" ")
            places.append(match.start())
        last = match.end()
    letters += text[last:]
    places += range(last, len(text))
    return "".join(letters), [*places, len(text)]


@dataclass
class Words:
    """One article's text, in which quoted words are found."""

    name: str
    text: str
    exact: bool
    flat: str = field(init=False, repr=False)
    places: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.flat, self.places = (self.text, list(range(len(self.text) + 1))) if self.exact else normal(self.text)

    def find(self, words: str, inside: Span | None = None) -> Span:
        """Place of quoted words: `words`, `words @2` (second occurrence), `first >> last` (from ... to ...).

        Args:
            words: never the middle of a word, but for words marked `~` where they are glued to others (`Gaborone~`).
            inside: look only there.

        Raises:
            RefusedError: the words are not there.
        """
        low, high = inside or (0, len(self.text))
        head, _, tail = words.partition(" >> ")
        start, end = self._next(head, low, high)
        return (start, self._next(tail, end, high)[1]) if tail else (start, end)

    def every(self, words: str) -> list[Span]:
        """All places of the words, in text order."""
        return [self._place(match) for match in self._pattern(words).finditer(self.flat)]

    def _next(self, words: str, low: int, high: int) -> Span:
        quoted, _, count = words.partition(" @")
        number = int(count) if count else 1
        for match in self._pattern(quoted).finditer(self.flat):
            start, end = self._place(match)
            if low <= start and end <= high:
                number -= 1
                if number == 0:
                    return start, end
        raise RefusedError(f"{self.name}: {low}..{high} has not {words!r}")

    def _pattern(self, words: str) -> re.Pattern[str]:
        wanted = (words if self.exact else " ".join(words.split())).strip(GLUED)
        left = r"(?<!\w)" if wanted[:1].isalnum() and not words.startswith(GLUED) else ""
        right = r"(?!\w)" if wanted[-1:].isalnum() and not words.endswith(GLUED) else ""
        return re.compile(left + re.escape(wanted) + right)

    def _place(self, match: re.Match[str]) -> Span:
        return self.places[match.start()], self.places[match.end() - 1] + 1

    def anchored(self, spans: Iterable[Span]) -> Row:
        """Gold's two parallel lists for the evidence of an item."""
        found = list(spans)
        return {"evidence": [list(span) for span in found], "quote": [self.text[a:b] for a, b in found]}

    def named(self, name: str, spans: Iterable[Span]) -> Row:
        """The same for another field of words; null if there are none."""
        found = list(spans)
        if not found:
            return {name: None}
        return {f"{name}_span": [list(span) for span in found], name: [self.text[a:b] for a, b in found]}


def listed(value: object) -> list[Any]:
    """A list of what may be one thing, several, or none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def surface_of(name: str) -> str:
    """The name itself, without what picks its places."""
    return re.split(" @| :: ", name)[0].strip(GLUED)


def spaced(value: object) -> str | None:
    """A key with a space in it, somewhere in the data: words with a comma that were not quoted."""
    if isinstance(value, list):
        return next((key for item in value if (key := spaced(item))), None)
    if not isinstance(value, dict):
        return None
    own = (str(key) for key in value if " " in str(key))
    return next(own, None) or next((key for item in value.values() if (key := spaced(item))), None)


def day(value: object) -> str | None:
    return None if value is None else str(value)


class Maker:
    """Gold of one article."""

    def __init__(self, data: Row, words: Words, registry: Row) -> None:
        self.data, self.words, self.registry = data, words, registry
        self.key = str(data["article"])

    def gold(self) -> Row:
        """The article file."""
        sections = {
            "encounters": self.encounter,
            "statements": self.statement,
            "quotes_not_statements": self.unsaid,
            "positions": self.position,
            "agreements": self.agreement,
            "forecasts": self.forecast,
            "figures": self.figure,
        }
        found: Row = {"article": self.key, "file": self.data["file"], "chars": len(self.words.text), "source": self.source()}
        found |= self.layout() | {"actors": self.actors()}
        for name, make in sections.items():
            found[name] = []
            for number, item in enumerate(self.data.get(name) or [], 1):
                try:
                    found[name].append(make({"id": f"{name[0]}{number}", **item}))
                except (KeyError, TypeError, AttributeError, IndexError) as problem:
                    raise RefusedError(f"{self.words.name}: {name} {number}: {problem!r}") from problem
        found["figures"] += self.lengths(found["figures"])
        found["encounter_links"] = self.links()
        return found | {"events": [], "time_expressions": [], "coreference_hard": []}

    def source(self) -> Row:
        given = {key: day(value) if "publi" in key or "date" in key else value for key, value in self.data["source"].items()}
        empty: Row = dict.fromkeys(("outlet", "title", "published", "published_basis", "byline_place"))
        found = {**empty, "authors": [], "language": "en", "published_precision": "day", **given}
        return {"reference_date": found["published"], **found}

    def many(self, value: object, inside: Span | None = None) -> list[Span]:
        return [self.words.find(words, inside) for words in listed(value)]

    # ------------------------------------------------ layout and actors

    def layout(self) -> Row:
        """Regions given, and the rest of the text, line by line, as what `rest` says it is."""
        given = self.data["regions"]
        rows: list[tuple[str, Span]] = []
        for kind, places in given.items():
            rows += [(kind, span) for span in self.many(places)] if kind != "rest" else []
        rows.sort(key=lambda row: row[1])
        last = 0
        for _, (start, end) in [*rows, ("", (len(self.words.text),) * 2)]:
            if start < last:
                raise RefusedError(f"{self.words.name}: regions overlap at {start}")
            lines = re.finditer(r"\S(?:.*\S)?", self.words.text[last:start])
            rows += [(given["rest"], (last + line.start(), last + line.end())) for line in lines]
            last = end
        found: Row = {"body": [], "boilerplate": [], "meta_spans": []}
        for kind, span in sorted(rows, key=lambda row: row[1]):
            section = kind if kind in ("body", "boilerplate") else "meta_spans"
            found[section].append({"kind": "page" if section == "boilerplate" else kind, **self.words.anchored([span])})
        return found

    def actors(self) -> list[Row]:
        """Names are marked wherever they stand or at the places picked, the longest first."""
        wanted = [(str(n), actor) for actor, entry in self.data["actors"].items() for n in listed(entry["names"])]
        taken: list[Span] = []
        places: dict[tuple[str, str], list[Span]] = {}
        for name, actor in sorted(wanted, key=lambda pair: (-len(surface_of(pair[0])), pair)):
            found = self.occurrences(name)
            free = [span for span in found if not any(a < span[1] and span[0] < b for a, b in taken)]
            if not free:
                raise RefusedError(f"{self.words.name}: {actor}: no place of its own for {name!r}")
            taken += free
            places[actor, name] = free
        return [self.actor(actor, entry, places) for actor, entry in self.data["actors"].items()]

    def occurrences(self, name: str) -> list[Span]:
        """Places of a name: all, some by number (`Maputo @1,3`), or the one in a context (`Maputo :: Maputo said`)."""
        surface, _, context = name.partition(" :: ")
        if context:
            return [self.words.find(surface, self.words.find(context))]
        surface, _, picked = name.partition(" @")
        found = self.words.every(surface)
        if picked and max(int(n) for n in picked.split(",")) > len(found):
            raise RefusedError(f"{self.words.name}: {name!r} occurs {len(found)} times")
        return [found[int(n) - 1] for n in picked.split(",")] if picked else found

    def actor(self, actor: str, entry: Row, places: dict[tuple[str, str], list[Span]]) -> Row:
        known = self.registry[actor]
        names = []
        for name in listed(entry["names"]):
            spans = places[actor, str(name)]
            text = surface_of(str(name))
            kind = "description" if text.split()[0].lower() in DETERMINERS and known["type"] != "media" else "name"
            kind = "metonym" if name in listed(entry.get("metonyms")) else known.get("alias", kind)
            names.append({"text": text, "count": len(spans), "spans": [list(span) for span in spans], "kind": kind})
        roles = [
            {"role": words.partition(" @")[0], "serves": serves, **self.words.anchored([self.words.find(words)])}
            for words, serves in entry.get("offices") or []
        ]
        place = self.words.anchored([places[actor, str(listed(entry["names"])[0])][0]])
        side = {"side": "other", "side_name": known.get("side")}
        return {"id": actor, "name": known["name"], "type": known["type"], **side, "names": names, "roles": roles, **place}

    # ------------------------------------------------ items

    def ident(self, item: Row, name: str = "id") -> str | None:
        return f"{self.key}-{item[name]}" if item.get(name) else None

    def encounter(self, item: Row) -> Row:
        when, length, place = item.get("date") or {}, item.get("duration"), item.get("place") or {}
        people = []
        for actor, role, words, *rest in item.get("people") or []:
            side = {"side": "other", "side_name": self.registry[actor].get("side")}
            presence = rest[0] if rest else "present"
            anchor = self.words.anchored([self.words.find(words)])
            people.append({"actor": actor, **side, "role": role, "presence": presence, **anchor})
        start, end = day(when.get("start")), day(when.get("end", when.get("start")))
        return {
            "id": self.ident(item),
            "kind": item["kind"],
            "status": item["status"],
            "status_detail": item.get("detail"),
            "label": item["label"],
            "start": start,
            "end": end,
            "precision": when.get("precision", "day") if start else None,
            "date_basis": when.get("basis"),
            "place": {name: place.get(name) for name in ("city", "country", "venue")},
            "participants": people,
            "duration_minutes": length[1] if length else None,
            "topics": listed(item.get("topics")),
            "outcome": item.get("outcome"),
            "part_of": self.ident(item, "part_of"),
            **self.words.named("date_text", self.many(when.get("text"))),
            **self.words.named("duration_text", self.many(length[2] if length else None)),
            **self.words.anchored(self.many(item["at"])),
        }

    def links(self) -> list[Row]:
        found: list[Row] = []
        for item in self.data.get("encounters") or []:
            for relation, target, words in item.get("links") or []:
                ends = {"from": self.ident(item), "relation": relation, "to": f"{self.key}-{target}"}
                found.append({"id": f"{self.key}-l{len(found) + 1}", **ends, **self.words.anchored(self.many(words))})
        return found

    def lengths(self, figures: list[Row]) -> list[Row]:
        """A figure for each duration that has none, since its comparator stands there."""
        there = [span for figure in figures for span in figure["evidence"]]
        found: list[Row] = []
        for item in self.data.get("encounters") or []:
            if not item.get("duration"):
                continue
            sign, minutes, words = item["duration"]
            anchor = self.words.anchored(self.many(words))
            if not any(span in there for span in anchor["evidence"]):
                label = {"id": f"{self.key}-n{len(figures) + len(found) + 1}", "what": f"duration: {item['label']}"}
                found.append({**label, "value": minutes, "unit": "minutes", "comparator": sign, **anchor})
                there += anchor["evidence"]
        return found

    def statement(self, item: Row) -> Row:
        inside = self.words.find(item["at"])
        content = self.many(item["said"], inside)
        quoted = content if item["form"] == "direct" else self.many(item.get("q"), inside)
        speakers = listed(item["who"])
        found: Row = {
            "id": self.ident(item),
            "speaker": speakers[0] if speakers else None,
            "mode": item["form"],
            "addressee": item.get("to"),
            "said_on": day(item.get("day")),
            "said_on_precision": "day" if item.get("day") else None,
            "said_on_basis": item.get("on_basis"),
            "setting": item.get("setting"),
            "encounter": self.ident(item, "in"),
            **self.words.named("speaker_text", self.many(item.get("by"), inside)),
            **self.words.named("cue", self.many(item.get("cue"), inside)),
            **self.words.named("addressee_text", self.many(item.get("to_words"), inside)),
            **self.words.named("content", content),
            **self.words.named("quoted", quoted),
            **self.words.anchored([inside]),
        }
        if len(speakers) > 1:
            found["speakers"] = speakers
        for name in ("nested_in", "repeats"):
            if item.get(name):
                found[name] = self.ident(item, name)
        return found

    def unsaid(self, item: Row) -> Row:
        return {"id": self.ident(item), "kind": item["kind"], **self.words.anchored(self.many(item["at"]))}

    def position(self, item: Row) -> Row:
        content = self.many(item["at"])
        return {
            "id": self.ident(item),
            "actor": item["actor"],
            "issue": item["issue"],
            "stance": item["stance"],
            "on": day(item.get("day")),
            "modality": item.get("modality", "asserted"),
            "attributed_by": item.get("by"),
            "target": item.get("target"),
            "statement": self.ident(item, "statement"),
            **self.words.named("conditions", self.many(item.get("if"))),
            **self.words.named("content", content),
            **self.words.anchored(content),
        }

    def agreement(self, item: Row) -> Row:
        content = self.many(item["at"])
        extra: Row = {
            name: day(item[name]) if name == "due" else item[name]
            for name in ("committed", "owed_to", "due")
            if name in item
        }
        return {
            "id": self.ident(item),
            "parties": item["parties"],
            "date": day(item.get("day")),
            "date_precision": "day" if item.get("day") else None,
            "encounter": self.ident(item, "in"),
            "status": item["status"],
            "reported_by": item.get("by"),
            **extra,
            **self.words.named("conditions", self.many(item.get("if"))),
            **self.words.named("content", content),
            **self.words.anchored(content),
        }

    def forecast(self, item: Row) -> Row:
        window = item.get("window") or [None, None]
        return {
            "id": self.ident(item),
            "who": (listed(item["who"]) or [None])[0],
            "who_all": listed(item["who"])[1:],
            "what": item["what"],
            "kind": item["kind"],
            "earliest": day(window[0]),
            "latest": day(window[1]),
            "encounter": self.ident(item, "in"),
            **self.words.named("expected_when", self.many(item.get("when"))),
            **self.words.named("conditions", self.many(item.get("if"))),
            **self.words.anchored(self.many(item["at"])),
        }

    def figure(self, item: Row) -> Row:
        value = {"value": item["value"], "unit": item["unit"], "comparator": item.get("cmp", "=")}
        ident = {"id": str(self.ident(item)).replace("-f", "-n"), "what": item["what"]}
        return {**ident, **value, **self.words.anchored(self.many(item["at"]))}
