"""Nouns by which an article means a party without naming it: "the delegation", "both sides", "the group"."""

from collections.abc import Iterable

from communique.lexicon.country import folded
from communique.lexicon.office import title_groups
from communique.model import Office

PRIVATE = frozenset({"expert", "press", "private"})

# what speaks and acts for the one that stands with it ("the Norwegian delegation", "the rebels of the Front")
BODIES = frozenset(
    "administration alliance army association authority bloc cabinet camp coalition commander commission communique communiqué "
    "council country delegation diplomat embassy envoy faction fighter force government group insurgent junta "
    "lawmaker leader leadership military militia minister ministry movement nation negotiator notice office "
    "official officials parliament party people presidency president rebel regime representative ruler secretariat "
    "side source spokesman spokesperson spokeswoman state statement team union".split()
)
# with "both", "the two": the two sides
PAIRS = frozenset("capital country delegation government leader minister nation party power president side state".split())
# in the words of its spokesman, his own body
OWN = frozenset("army bloc country government group militia movement organisation organization party side".split())
# subtypes of actors that are no party to a negotiation
NO_PARTY = frozenset("anonymous_source company court media outlet press think_tank".split())
# subtypes of actors behind which no state stands
STATELESS = frozenset("alliance armed_group bloc international militia movement party".split())
# "In Oslo they know": the verb of a "they" that a place stands for
MINDING = frozenset("believe expect fear hop hope know say see think understand want worry".split())
# with "the" alone: that of the party told of before
NEAREST = frozenset("government delegation".split())
# "we" in the mouth of these is the speaker himself; in that of an envoy it is the party that sent him
HEADS = frozenset("president premier chancellor king queen leader emir sultan secretary-general taoiseach".split())
BELOW = frozenset("deputy vice vice-minister assistant former permanent".split())
# who speaks for the state that sent him, never for himself
VOICES = frozenset("spokesman spokeswoman spokesperson spokespersons negotiator negotiators delegate delegates".split())
# words of a description by which one without a name serves a party
SERVING = frozenset(
    "adviser advisor aide ambassador counterpart delegate delegation diplomat envoy government minister ministry negotiator "
    "officer official officials representative spokesman spokesperson spokeswoman team".split()
)


def heads_state(title: set[str]) -> bool:
    """Whether the folded words of a title name a head of state or government."""
    return bool(title & HEADS or {"prime", "minister"} <= title) and not title & BELOW


def is_voice(title: set[str]) -> bool:
    """Whether the folded words of a title name one who speaks for the party that sent him."""
    return bool(title & VOICES)


def is_sides(name: str) -> bool:
    """Whether a name means parties without naming them: "both sides", "the two countries"."""
    return any(word.rstrip("s") in PAIRS or word in ("parties", "countries") for word in folded(name).split())


def is_sent(offices: Iterable[Office]) -> bool:
    """Whether offices let a person say "we" for a state: one in its service, none at its head, no scholar's or editor's."""
    titles = [office.title for office in offices]
    private = all(title_groups(title) and title_groups(title) <= PRIVATE for title in titles)
    return not private and not any(heads_state(set(folded(title).replace("-", " ").split())) for title in titles)
