"""One parser for all tests of this folder; texts are invented."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import load_model, parse
from communique.annotate.time import find_times
from communique.extract.actor import find_actors
from communique.extract.encounter import find_encounter_events, find_encounters
from communique.model import CleanText, DateBasis, DateValue, Region, RegionKind, Span
from factories import document


@pytest.fixture(scope="session")
def nlp():
    return load_model()


class Reading:
    """The encounters of one text, with actors by name."""

    def __init__(self, analysis):
        self.analysis = analysis
        self.actors = find_actors(analysis)
        self.events = find_encounter_events(analysis, self.actors)
        self.found = find_encounters(analysis, self.actors)
        self.names = {actor.id: actor.name for actor in self.actors.actors}

    def triggers(self):
        return [self.analysis.text[own.trigger.span.start : own.trigger.span.end] for own in self.events]

    def people(self, number=0, present=True):
        return {self.names[own.actor] for own in self.found[number].participants if own.present is present}

    def statuses(self):
        return [str(own.status) for own in self.found]

    def history(self, number=0):
        return [str(entry.status) for entry in self.found[number].status_history]

    def dates(self):
        return [own.date.edtf if own.date else None for own in self.found]

    def cities(self):
        return [own.place.city if own.place else None for own in self.found]


@pytest.fixture(scope="session")
def read(nlp):
    def run(text, published="2031-05-14"):
        day = DateValue(published, None, "day", basis=DateBasis.METADATA) if published else None
        doc = document(text, language="en", published=day)
        regions = (Region(RegionKind.BODY, Span(0, len(text))),) if text else ()
        analysis = parse(nlp, CleanText(doc, text, regions))
        return Reading(replace(analysis, times=find_times(analysis)))

    return run


@pytest.fixture(scope="session")
def read_titled(nlp):
    """A headline above the body."""

    def run(title, body, published="2031-05-14"):
        text = f"{title}\n\n{body}"
        doc = document(text, language="en", published=DateValue(published, None, "day", basis=DateBasis.METADATA))
        regions = (
            Region(RegionKind.TITLE, Span(0, len(title))),
            Region(RegionKind.BODY, Span(len(title) + 2, len(text))),
        )
        analysis = parse(nlp, CleanText(doc, text, regions))
        return Reading(replace(analysis, times=find_times(analysis)))

    return run


@pytest.fixture(scope="session")
def read_datelined(nlp):
    """A wire report: the dateline blanked, as cleaning does."""

    def run(city, body, published="2031-05-14"):
        line = f"{city} (Agency) - "
        text = line + body
        day = DateValue(published, None, "day", basis=DateBasis.METADATA)
        doc = document(text, language="en", published=day, dateline=city)
        regions = (
            Region(RegionKind.DATELINE, Span(0, len(line))),
            Region(RegionKind.BODY, Span(len(line), len(text))),
        )
        analysis = parse(nlp, CleanText(doc, " " * len(line) + body, regions))
        return Reading(replace(analysis, times=find_times(analysis)))

    return run
