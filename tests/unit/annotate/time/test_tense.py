"""Direction from hand-made syntax: one verb, its helpers, and a date under it."""

import pytest

from communique.annotate.time import find_times
from communique.annotate.time.tense import verb_direction
from communique.model import Analysis, CleanText, DateBasis, DateValue, Document


def analysis(tagged: str, published: str | None = "2031-05-07") -> Analysis:
    """ "They/PRP will/MD meet/VB Friday/NNP ./.": all hang on the last verb; modals and auxiliaries are its helpers."""
    words, tags = zip(*(part.rsplit("/", 1) for part in tagged.split()), strict=True)
    text = " ".join(words)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    verbs = [number for number, tag in enumerate(tags) if tag.startswith(("V", "MD", "TO"))]
    main, count = verbs[-1], len(words)
    day = DateValue(published, None, "day", basis=DateBasis.METADATA) if published else None
    document = Document(id="d1", path="a.txt", sha256="", text=text, published=day)
    lemmas = {"planned": "plan", "votes": "vote", "says": "say", "is": "be"}
    return Analysis(
        clean=CleanText(document, text, ()),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        lemmas=tuple(lemmas.get(word.lower(), word.lower()) for word in words),
        pos=tuple("VERB" if number == main else "AUX" if number in verbs else "X" for number in range(count)),
        tags=tags,
        deps=tuple("aux" if number in verbs and number != main else "dep" for number in range(count)),
        heads=(main,) * count,
        sentence_of=(0,) * count,
        sentences=((0, count),),
    )


@pytest.mark.parametrize(
    ("tagged", "direction"),
    [
        ("They/PRP met/VBD Friday/NNP ./.", -1),
        ("They/PRP have/VBP met/VBN Friday/NNP ./.", -1),
        ("It/PRP was/VBD signed/VBN Friday/NNP ./.", -1),
        ("They/PRP were/VBD meeting/VBG Friday/NNP ./.", -1),
        ("They/PRP should/MD have/VB met/VBN Friday/NNP ./.", -1),
        ("They/PRP will/MD meet/VB Friday/NNP ./.", 1),
        ("It/PRP must/MD be/VB signed/VBN Friday/NNP ./.", 1),
        ("They/PRP would/MD return/VB Friday/NNP ./.", 1),
        ("They/PRP are/VBP meeting/VBG Friday/NNP ./.", 1),
        ("It/PRP is/VBZ planned/VBN Friday/NNP ./.", 1),
        ("The/DT council/NN votes/VBZ Friday/NNP ./.", 1),
        ("Council/NN votes/VBZ Friday/NNP", 0),
        ("She/PRP says/VBZ Friday/NNP ./.", 0),
        ("To/TO meet/VB Friday/NNP ./.", 1),
    ],
)
def test_direction(tagged: str, direction: int) -> None:
    found = analysis(tagged)
    (expression,) = find_times(found)
    assert verb_direction(found, found.heads[0]) == direction
    assert expression.timex == ("2031-05-09" if direction > 0 else "2031-05-02")


def test_without_publication_day() -> None:
    (expression,) = find_times(analysis("They/PRP met/VBD Friday/NNP ./.", None))
    assert expression.date is not None
    assert (expression.timex, expression.date.start) == ("XXXX-WXX-5", None)
    assert expression.date.evidence[0].quote == "Friday"
