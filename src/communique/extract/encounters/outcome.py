"""How an encounter ended, in the words of the article: "ended without agreement", "agreed to exchange envoys"."""

import re
from collections.abc import Sequence

from communique.extract.encounters.anchor import HAPPENED, Anchor
from communique.model import Analysis, EncounterMention, Evidence, Span

ENDED = re.compile(
    r"\b(?:(?:ended|concluded|finished|closed|broke up) (?:with|without|in)|ends? (?:without|in)|broke (?:up|off|down))\b"
    r"|\b(?:resulted in|(?:produced?|yielded|yields?|brought about|led to|made) (?:no|an?|only|some|little)\b)"
    r"|\breached (?:no |an? |the )?(?:\w+ )?(?:agreement|deal|understanding|accord|compromise)\b"
    r"|\bfail(?:ed|s)? to (?:agree|reach|produce|yield|accept|find|sign)\b"
    r"|\b(?:without|no) (?:agreement|breakthrough|result|deal)\b",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:(?:have |has |had )?agreed (?:to|on|that)|signed|undertook to|pledged to|committed (?:themselves )?to)\b",
    re.IGNORECASE,
)
FOLLOWING = 2
LONGEST = 200
STOP = re.compile(r"[;:\"“”]|\.(?=\s|$)|, (?:but|while|although|and) |\n")


def outcomes_of(
    analysis: Analysis, anchors: Sequence[Anchor], encounters: Sequence[EncounterMention]
) -> tuple[tuple[Evidence, ...], ...]:
    """The words of each mention's outcome, () where the text gives none; only for what took place.

    How it ended wins over what was agreed, and the nearest words over later ones.
    """
    found: list[tuple[int, Evidence] | None] = [None] * len(encounters)
    named = {one.sentence for one in anchors}
    for anchor in anchors:
        if encounters[anchor.number].status not in HAPPENED:
            continue
        for rank, span in _around(analysis, anchor, named):
            former = found[anchor.number]
            if former is None or rank < former[0]:
                found[anchor.number] = rank, analysis.evidence(span)
    return tuple((own[1],) if own is not None else () for own in found)


def _around(analysis: Analysis, anchor: Anchor, named: set[int]) -> list[tuple[int, Span]]:
    rows = []
    end = analysis.starts[anchor.token]
    for sentence in range(anchor.sentence, min(anchor.sentence + FOLLOWING + 1, len(analysis.sentences))):
        span = analysis.sentence_span(sentence)
        if sentence != anchor.sentence and (sentence in named or "\n" in analysis.text[end : span.start]):
            break
        low = max(span.start, analysis.ends[anchor.token]) if sentence == anchor.sentence else span.start
        for rank, pattern in enumerate((ENDED, AGREED)):
            match = pattern.search(analysis.text, low, span.end)
            if match is not None and not _quoted(analysis.text, span.start, match.start()):
                rows.append((rank, _clause(analysis, match, span)))
        end = span.end
    return rows


def _quoted(text: str, low: int, at: int) -> bool:
    """Whether an opening mark stands between the start of the sentence and the words."""
    before = text[low:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _clause(analysis: Analysis, match: re.Match[str], sentence: Span) -> Span:
    stop = STOP.search(analysis.text, match.end(), sentence.end)
    high = min(stop.start() if stop else sentence.end, match.start() + LONGEST)
    inside = [at for at in analysis.tokens_in(Span(match.start(), high)) if analysis.ends[at] <= high]
    while len(inside) > 1 and analysis.pos[inside[-1]] in {"PUNCT", "CCONJ", "ADP"}:
        inside.pop()
    return Span(match.start(), max(analysis.ends[inside[-1]], match.end()) if inside else match.end())
