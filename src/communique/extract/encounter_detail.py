"""What the text around an encounter adds to it: topics, outcome, level, the day where the mention has none, links."""

from dataclasses import replace

from communique.extract.encounters.anchor import find_anchors
from communique.extract.encounters.day import days_of
from communique.extract.encounters.level import levels_of
from communique.extract.encounters.link import links_of
from communique.extract.encounters.margin import at_the_talks
from communique.extract.encounters.outcome import outcomes_of
from communique.extract.encounters.topic import topics_of
from communique.model import Analysis, DocumentActors, EncounterMention

__all__ = ["add_details"]


def add_details(
    analysis: Analysis, actors: DocumentActors, encounters: tuple[EncounterMention, ...]
) -> tuple[EncounterMention, ...]:
    """The mentions in their order, with what their sentences and the next ones say of them.

    Args:
        analysis: of the document.
        actors: its local actors.
        encounters: from `find_encounters`; what they hold already stays, but a date without a value gives way to a more
            exact one beside it.
    """
    anchors = find_anchors(analysis, encounters)
    topics = topics_of(analysis, anchors, encounters)
    endings = outcomes_of(analysis, anchors, encounters)
    levels = levels_of(analysis, anchors, encounters)
    days = days_of(analysis, anchors, encounters)
    dated = at_the_talks(tuple(replace(mention, date=day) for mention, day in zip(encounters, days, strict=True)))
    links = links_of(analysis, anchors, dated)
    found = []
    for number, mention in enumerate(dated):
        ending = mention.outcome_evidence or endings[number]
        found.append(
            replace(
                mention,
                topics=topics[number],
                outcome=mention.outcome or (" ".join(ending[0].quote.split()) if ending else None),
                outcome_evidence=ending,
                level=levels[number],
                links=mention.links or links[number],
            )
        )
    return tuple(found)
