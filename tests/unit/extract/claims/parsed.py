"""Invented sentences with their parses, so that tests of rules over syntax need no model.

`python tests/unit/extract/claims/parsed.py` parses the texts of `cases.yaml` anew and writes `parses.json`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from communique.model import (
    ActorKind,
    ActorMention,
    Analysis,
    CleanText,
    Document,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Span,
)

FOLDER = Path(__file__).parent
COLUMNS = ("starts", "ends", "lemmas", "pos", "tags", "deps", "heads", "sentence_of", "sentences")
STATES = ("Bolivia", "Chile", "Norway", "Ghana", "Kenya", "Uganda", "Peru", "Laos")
ADJECTIVES = {"Bolivian": "Bolivia", "Chilean": "Chile", "Norwegian": "Norway", "Ugandan": "Uganda", "Kenyan": "Kenya"}
PEOPLE = {"Marta Quiroga": "Bolivia", "Quiroga": "Bolivia", "Tomas Ibarra": "Chile", "Ibarra": "Chile", "Ada Moen": "Norway"}


def cases() -> list[dict[str, Any]]:
    """The cases of `cases.yaml`."""
    return list(yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8")))


@cache
def _stored() -> dict[str, dict[str, Any]]:
    return dict(json.loads((FOLDER / "parses.json").read_text(encoding="utf-8")))


def clean(text: str) -> CleanText:
    """A text without regions."""
    return CleanText(Document("d1", "a.txt", "0" * 64, text), text, ())


def analysis(text: str) -> Analysis:
    """The stored parse of a text."""
    columns = {name: tuple(values) for name, values in _stored()[text].items()}
    columns["sentences"] = tuple((first, last) for first, last in columns["sentences"])
    return Analysis(clean=clean(text), **columns)


def actors(text: str) -> DocumentActors:
    """The states of `STATES` and the people of `PEOPLE` that a text names, states by adjective and people too."""
    document = clean(text).document
    places: dict[str, list[tuple[Span, NameKind]]] = {}
    names = [*((name, name) for name in STATES), *ADJECTIVES.items(), *((name, name.split()[-1]) for name in PEOPLE)]
    taken: list[Span] = []
    for name, own in sorted(names, key=lambda pair: -len(pair[0])):
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            whole = not text[span.end : span.end + 1].isalpha()
            if whole and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                places.setdefault(own, []).append((span, NameKind.NAME))
            start = text.find(name, start + 1)
    found = []
    for own, spans in sorted(places.items(), key=lambda item: min(span for span, _ in item[1])):
        mentions = tuple(ActorMention(Evidence.at(document, span), kind) for span, kind in sorted(spans))
        kind = ActorKind.STATE if own in STATES else ActorKind.PERSON
        found.append(LocalActor(own, kind, own, mentions, principal=PEOPLE.get(own)))
    return DocumentActors(tuple(found))


def main() -> None:
    """Parse anew."""
    from communique.annotate.syntax import load_model, parse

    nlp = load_model()
    stored = {}
    for text in dict.fromkeys(case["text"] for case in cases()):
        found = parse(nlp, clean(text))
        stored[text] = {name: getattr(found, name) for name in COLUMNS}
    (FOLDER / "parses.json").write_text(
        json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
