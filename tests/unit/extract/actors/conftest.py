"""One parser for all tests of this folder; texts are invented."""

import hashlib

import pytest

from communique.annotate.syntax import load_model, parse
from communique.extract.actor import find_actors
from communique.model import CleanText, Document, NameKind, Region, RegionKind, Span


@pytest.fixture(scope="session")
def nlp():
    return load_model()


class Reading:
    """The actors of one text, looked up by name."""

    def __init__(self, text, found):
        self.text = text
        self.found = found
        self.named = {actor.name: actor for actor in found.actors}
        self.ids = {actor.id: actor.name for actor in found.actors}

    def names(self, kind=None):
        return [actor.name for actor in self.found.actors if kind is None or actor.kind == kind]

    def words(self, name, kind=None):
        return [m.evidence.quote for m in self.named[name].mentions if kind is None or m.kind == kind]

    def pronouns(self, name):
        return self.words(name, NameKind.PRONOUN)

    def offices(self, name):
        return [(o.title, self.ids.get(o.principal), o.status) for o in self.named[name].offices]

    def of(self, words, nth=0):
        """The name of the actor that the nth occurrence of `words` refers to; None for nobody."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        for actor in self.found.actors:
            if any(m.evidence.span == Span(start, start + len(words)) for m in actor.mentions):
                return actor.name
        return None


@pytest.fixture(scope="session")
def analyse(nlp):
    def run(text):
        document = Document("d" + hashlib.sha256(text.encode()).hexdigest()[:12], "a.txt", "0" * 64, text, language="en")
        regions = (Region(RegionKind.BODY, Span(0, len(text))),) if text else ()
        return parse(nlp, CleanText(document, text, regions))

    return run


@pytest.fixture(scope="session")
def read(analyse):
    def run(text):
        return Reading(text, find_actors(analyse(text)))

    return run
