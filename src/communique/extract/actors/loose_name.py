"""Names that no capital shows: "He" and "May" as family names, one word of a name that stands in full elsewhere."""

from collections import defaultdict
from dataclasses import replace

from communique.extract.actors.chunk import MONTH_NAMES, PRONOUN_NAMES
from communique.extract.actors.cue import Cues
from communique.extract.actors.unit_kind import Unit, UnitKind


def named_in_full(cues: Cues, units: list[Unit]) -> list[Unit]:
    """One word left open that is the first or last word of a person's full name is that person, unless the text writes it
    small, or two persons may be meant."""
    full = [cues.words[unit.first : unit.last] for unit in units if unit.kind is UnitKind.PERSON]
    owners: dict[str, set[str]] = defaultdict(set)
    for words in full:
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            owners[word].add(" ".join(words))
    return [
        replace(unit, kind=UnitKind.PERSON)
        if unit.kind is UnitKind.OTHER and unit.chunk is None and unit.last - unit.first == 1
        and len(owners[cues.words[unit.first]]) == 1 and not cues.is_common_word(cues.words[unit.first])
        and unit.first not in cues.chunker.headline and len(cues.words[unit.first]) > 2
        else unit
        for unit in units
    ]  # fmt: skip


def names_like_pronouns(cues: Cues, units: list[Unit]) -> list[Unit]:
    """ "He" for somebody named He: capitalised where a pronoun would be small."""
    names = {cues.words[unit.first] for unit in units if unit.kind is UnitKind.PERSON} & PRONOUN_NAMES
    taken = {i for unit in units for i in range(unit.first, unit.last)}
    return [
        Unit(i, i + 1, UnitKind.PERSON)
        for i, word in enumerate(cues.words)
        if word in names and i not in taken and i > 1 and _inside_clause(cues.words, i)
    ]


def _inside_clause(words: list[str], i: int) -> bool:
    """Whether the word before is small or a comma, also a comma before a closing quotation mark."""
    before = words[i - 1]
    return before[:1].islower() or before == "," or (before == '"' and words[i - 2] == ",")


def names_like_months(cues: Cues, units: list[Unit]) -> list[Unit]:
    """ "May" alone for Theresa May: the subject of a verb, with no preposition before and no number behind."""
    names = {cues.words[unit.last - 1] for unit in units if unit.kind is UnitKind.PERSON} & MONTH_NAMES
    taken = {i for unit in units for i in range(unit.first, unit.last)}
    deps, heads, pos = cues.analysis.deps, cues.analysis.heads, cues.analysis.pos
    return [
        Unit(i, i + 1, UnitKind.PERSON)
        for i, word in enumerate(cues.words)
        if word in names and i not in taken and deps[i] in ("nsubj", "nsubjpass") and pos[heads[i]] == "VERB"
        and not any(cues.words[k].isdigit() for k in (i - 1, i + 1) if 0 <= k < len(cues.words))
    ]  # fmt: skip
