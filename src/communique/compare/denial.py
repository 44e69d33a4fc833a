"""The words with which a document denies an encounter, the one who denies included."""

import re
from collections.abc import Iterator

from communique.compare.stage import Stage, sentence_around, words_at
from communique.model import EncounterMention, EncounterStatus, Evidence, Span

DENY = re.compile(
    r"(?<!not )(?<!never )(?<!nor )\bden(?:y|ies|ied|ying)\b(?! (?:a|the) (?:visas?|entry|access|request))[^.;\n]{0,160}?$",
    re.IGNORECASE,
)


def denials(mention: EncounterMention, stage: Stage) -> Iterator[Evidence]:
    """Sentences that deny words of a denied encounter ("The palace denies a report that the two met"), up to those words."""
    text = stage.texts.get(mention.document, "")
    for words in mention.evidence if mention.status is EncounterStatus.DENIED else ():
        around = sentence_around(text, words.span)
        if DENY.search(text[around.start : words.span.start]):
            yield words_at(stage, mention.document, Span(around.start, words.span.end))
