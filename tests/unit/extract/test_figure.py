"""Figures of invented sentences, with the tags that a parser gives written behind the words."""

import pytest

from communique.extract.duration import duration_of, find_lengths
from communique.extract.figure import find_figures
from communique.model import Analysis, CleanText, DateBasis, DateValue, Document, Figure, Span, TimeExpression, TimeKind


def analysis(tagged: str, times: tuple[TimeExpression, ...] = ()) -> Analysis:
    """ "The/DT fleet/NN lost/VBD 14/CD ships/NNS ./." as one sentence; all tokens hang on the first verb."""
    text, starts, ends, tags = "", [], [], []
    for part in tagged.split():
        word, _, tag = part.rpartition("/")
        glue = not text or word in (".", ",", "-", "%", ")") or text[-1] in "-$€(" or word == "'s"
        text += ("" if glue else " ") + word
        starts.append(len(text) - len(word))
        ends.append(len(text))
        tags.append(tag)
    verb = next((at for at, tag in enumerate(tags) if tag.startswith("V")), 0)
    count = len(tags)
    document = Document(id="d1", path="a.txt", sha256="", text=text)
    return Analysis(
        clean=CleanText(document, text, ()),
        starts=tuple(starts),
        ends=tuple(ends),
        lemmas=tuple(text[start:end].lower() for start, end in zip(starts, ends, strict=True)),
        pos=tuple("VERB" if tag.startswith("V") else "X" for tag in tags),
        tags=tuple(tags),
        deps=tuple("nsubj" if at < verb and tags[at].startswith("NN") else "dep" for at in range(count)),
        heads=(verb,) * count,
        sentence_of=(0,) * count,
        sentences=((0, count),),
        times=times,
    )


def read(tagged: str) -> list[Figure]:
    return list(find_figures(analysis(tagged)))


@pytest.mark.parametrize(
    ("tagged", "quote", "value", "unit", "comparator"),
    [
        ("The/DT fleet/NN lost/VBD 14/CD old/JJ ships/NNS ./.", "14 old ships", 14, "ships", "="),
        ("Nearly/RB 300/CD sailors/NNS fled/VBD ./.", "Nearly 300 sailors", 300, "sailors", "<"),
        ("It/PRP freed/VBD at/IN least/JJS 1,500/CD prisoners/NNS ./.", "at least 1,500 prisoners", 1500, "prisoners", ">="),
        ("Up/IN to/TO two/CD dozen/NN trucks/NNS pass/VBP ./.", "Up to two dozen trucks", 24, "trucks", "<="),
        ("They/PRP lent/VBD $/$ 2.5/CD billion/CD ./.", "$2.5 billion", 2.5e9, "USD", "="),
        ("They/PRP lent/VBD about/IN 300/CD million/CD euros/NNS ./.", "about 300 million euros", 3e8, "EUR", "~"),
        ("Turnout/NN was/VBD 61.3/CD per/IN cent/NN ./.", "61.3 per cent", 61.3, "per cent", "="),
        ("It/PRP holds/VBZ one/CD fifth/NN of/IN the/DT coast/NN ./.", "one fifth of the coast", 0.2, "share of coast", "="),
        ("The/DT border/NN is/VBZ 12/CD km/NN away/RB ./.", "12 km", 12, "km", "="),
        (
            "They/PRP spoke/VBD for/IN four/CD and/CC a/DT half/NN hours/NNS ./.",
            "four and a half hours",
            270,
            "minutes",
            "=",
        ),
        ("It/PRP took/VBD a/DT little/JJ more/JJR than/IN a/DT week/NN ./.", "a little more than a week", 7, "days", ">"),
        ("It/PRP took/VBD several/JJ hours/NNS ./.", "several hours", None, "minutes", "="),
        ("The/DT 71-year-old/JJ envoy/NN left/VBD ./.", "71-year-old", 71, "years", "="),
        ("It/PRP was/VBD written/VBN a/DT century/NN ago/RB ./.", "a century", 100, "years", "="),
        ("The/DT Twenty-Seven/NNPS met/VBD ./.", "Twenty-Seven", 27, "members", "="),
        ("All/DT points/NNS fell/VBD except/IN for/IN one/CD ./.", "one", 1, "points", "="),
        ("It/PRP marks/VBZ the/DT 30th/JJ anniversary/NN ./.", "30th anniversary", 30, "years", "="),
        ("Dozens/NNS of/IN prisoners/NNS left/VBD ./.", "Dozens of prisoners", None, "prisoners", "="),
        (
            "More/JJR than/IN half/PDT a/DT million/CD people/NNS fled/VBD ./.",
            "More than half a million people",
            5e5,
            "people",
            ">",
        ),
    ],
)
def test_figures(tagged: str, quote: str, value: float | None, unit: str, comparator: str) -> None:
    (figure,) = read(tagged)
    assert figure.evidence[0].quote == quote
    assert figure.value == (value if value is None else pytest.approx(value))
    assert (figure.unit, figure.comparator) == (unit, comparator)


@pytest.mark.parametrize(
    "tagged",
    [
        "The/DT two/CD sides/NNS met/VBD ./.",
        "One/CD of/IN the/DT envoys/NNS left/VBD ./.",
        "Article/NN 5/CD points/NNS there/RB ./.",
        "The/DT envoy/NN 's/POS three/CD points/NNS stand/VBP ./.",
        "They/PRP should/MD one/CD day/NN meet/VB ./.",
        "The/DT third/JJ round/NN failed/VBD ./.",
        "They/PRP won/VBD 3-2/CD ./.",
        "It/PRP was/VBD judged/VBN by/IN a/DT third/JJ party/NN ./.",
        "The/DT same/JJ two/CD people/NNS met/VBD ./.",
        "The/DT three/CD of/IN them/PRP met/VBD ./.",
        "Flight/NN AB12/NNP left/VBD ./.",
    ],
)
def test_no_figures(tagged: str) -> None:
    assert read(tagged) == []


def test_dates_are_no_figures() -> None:
    tagged = "On/IN 14/CD May/NNP ships/NNS left/VBD ./."
    date = TimeExpression(
        Span(3, 9), TimeKind.DATE, "2031-05-14", DateValue("2031-05-14", None, "day", basis=DateBasis.EXPLICIT)
    )
    assert find_figures(analysis(tagged, (date,))) == ()


def test_labels_and_ids() -> None:
    first, second = read("The/DT meeting/NN lasted/VBD four/CD hours/NNS with/IN nine/CD young/JJ envoys/NNS ./.")
    assert (first.id, first.label) == ("d1:n1", "meeting lasted")
    assert (second.id, second.label) == ("d1:n2", "young envoys")


def test_empty_analysis() -> None:
    assert find_figures(analysis("")) == ()


def test_lengths_as_durations() -> None:
    (length,) = find_lengths("They sat for more than five hours.")
    duration = duration_of(length, ())
    assert duration is not None
    assert (duration.min_minutes, duration.max_minutes) == (300, None)
    (years,) = find_lengths("It took three years.")
    assert duration_of(years, ()) is None
    assert list(find_lengths("He met them twice a day.")) == []


@pytest.mark.parametrize(
    ("tagged", "quote", "value", "unit"),
    [
        ("Peru/NNP sent/VBD a/DT delegation/NN of/IN nine/CD ./.", "a delegation of nine", 9, "members"),
        ("Ada/NNP Moen/NNP ,/, 67/CD ,/, was/VBD flown/VBN home/RB ./.", "67", 67, "years"),
        ("She/PRP is/VBZ 67/CD ./.", "67", 67, "years"),
        ("Prices/NNS rose/VBD by/IN a/DT fifth/NN ./.", "a fifth", 0.2, "share"),
        ("Chile/NNP puts/VBZ the/DT figure/NN at/IN 22/CD ./.", "puts the figure at 22", 22, ""),
        ("They/PRP must/MD come/VB home/RB ,/, all/DT 26/CD of/IN them/PRP ./.", "all 26 of them", 26, "members"),
        ("They/PRP signed/VBD the/DT two-page/JJ document/NN ./.", "two-page", 2, "pages"),
        (
            "It/PRP draws/VBZ 14/CD cubic/JJ metres/NNS a/DT second/NN ./.",
            "14 cubic metres a second",
            14,
            "cubic metres a second",
        ),
    ],
)
def test_numbers_without_their_noun(tagged, quote, value, unit):
    (found,) = read(tagged)
    assert (found.evidence[0].quote, found.value, found.unit) == (quote, value, unit)


@pytest.mark.parametrize(
    "tagged",
    [
        "Two/CD governments/NNS signed/VBD the/DT paper/NN ./.",
        "Turnout/NN was/VBD 61/CD ./.",
        "It/PRP was/VBD 18/CD ./.",
    ],
)
def test_negotiators_and_bare_numbers_are_no_figures(tagged):
    assert read(tagged) == []


def test_a_team_of_counted_people_is_counted_once():
    (found,) = read("A/DT team/NN of/IN six/CD engineers/NNS met/VBD ./.")
    assert found.evidence[0].quote == "six engineers"


@pytest.mark.parametrize(
    ("tagged", "quote", "value", "unit", "comparator"),
    [
        ("They/PRP spoke/VBD for/IN a/DT quarter/NN of/IN an/DT hour/NN ./.", "a quarter of an hour", 15, "minutes", "="),
        ("It/PRP gave/VBD half/PDT a/DT century/NN ./.", "half a century", 50, "years", "="),
        ("It/PRP must/MD end/VB within/IN a/DT week/NN ./.", "within a week", 7, "days", "<="),
        (
            "It/PRP got/VBD twelve/CD and/CC a/DT half/NN per/IN cent/NN ./.",
            "twelve and a half per cent",
            12.5,
            "per cent",
            "=",
        ),
        ("Trucks/NNS left/VBD in/IN convoys/NNS of/IN 30/CD ./.", "convoys of 30", 30, "members", "="),
        ("One/CD in/IN five/CD voters/NNS stayed/VBD ./.", "One in five voters", 0.2, "share of voters", "="),
        ("At/IN least/JJS 1,400/CD dhows/NNS work/NN there/RB ./.", "At least 1,400 dhows", 1400, "dhows", ">="),
        ("Peru/NNP freed/VBD seven/CD Norwegians/NNP ./.", "seven Norwegians", 7, "norwegians", "="),
        ("It/PRP owes/VBZ 180/CD million/CD kip/NN ./.", "180 million kip", 1.8e8, "LAK", "="),
        ("It/PRP owes/VBZ CFA/NNP 84bn/CD ./.", "CFA 84bn", 8.4e10, "CFA francs", "="),
        ("It/PRP owes/VBZ 40/CD million/CD pesos/NNS ./.", "40 million pesos", 4e7, "pesos", "="),
        ("It/PRP left/VBD some/DT 40/CD guards/NNS ./.", "some 40 guards", 40, "guards", "~"),
        ("It/PRP moved/VBD 40/CD or/CC so/RB guards/NNS ./.", "40 or so guards", 40, "guards", "~"),
        ("It/PRP lets/VBZ 75/CD m³/NN per/IN second/NN pass/VB ./.", "75 m³ per second", 75, "cubic metres per second", "="),
        ("They/PRP came/VBD as/IN a/DT nine-strong/JJ team/NN ./.", "nine-strong", 9, "members", "="),
        ("He/PRP saw/VBD a/DT chance/NN of/IN one/CD in/IN three/CD ./.", "one in three", 1 / 3, "share", "="),
        ("It/PRP paid/VBD exactly/RB half/NN of/IN it/PRP ./.", "exactly half of it", 0.5, "share", "="),
        ("It/PRP called/VBD four/CD times/NNS ./.", "four times", 4, "times", "="),
        ("It/PRP broke/VBD up/RP several/JJ hours/NNS later/RB ./.", "several hours", None, "minutes", "="),
    ],
)
def test_parts_shares_and_groups(tagged, quote, value, unit, comparator):
    (found,) = read(tagged)
    assert (found.evidence[0].quote, found.unit, found.comparator) == (quote, unit, comparator)
    assert found.value == (value if value is None else pytest.approx(value))


def test_a_part_of_a_number_is_a_figure_of_its_own():
    three, all_of_them = read("Three/CD of/IN the/DT 14/CD clerks/NNS stayed/VBD ./.")
    assert (three.evidence[0].quote, three.value, three.unit) == ("Three", 3, "clerks")
    assert (all_of_them.evidence[0].quote, all_of_them.value) == ("14 clerks", 14)


def test_a_sum_without_currency_takes_that_of_the_last_one():
    first, second = read("Peru/NNP asked/VBD $/$ 186/CD million/CD but/CC owed/VBD 40/CD million/CD ./.")
    assert (first.unit, second.value, second.unit) == ("USD", 4e7, "USD")
    assert read("They/PRP counted/VBD 40/CD million/CD ./.") == []


@pytest.mark.parametrize(
    "tagged",
    [
        "On/IN the/DT twenty-second/JJ of/IN May/NNP it/PRP burned/VBD ./.",
        "Two/CD days/NNS later/RB it/PRP burned/VBD ./.",
        "They/PRP freed/VBD not/RB one/CD dinar/NN ./.",
    ],
)
def test_names_of_days_and_not_one_are_no_figures(tagged):
    assert read(tagged) == []


def test_half_of_something_with_a_date_behind_it():
    tagged = "It/PRP froze/VBD half/NN of/IN the/DT deposits/NNS by/IN July/NNP ./."
    month = TimeExpression(Span(34, 38), TimeKind.DATE, "2031-07", DateValue("2031-07", None, "month"))
    (found,) = find_figures(analysis(tagged, (month,)))
    assert (found.evidence[0].quote, found.value) == ("half of the deposits", 0.5)


def test_a_number_of_somebodys_people_is_a_figure():
    (found,) = read("They/PRP hold/VBP 56/CD of/IN its/PRP$ men/NNS ./.")
    assert (found.evidence[0].quote, found.value, found.unit) == ("56", 56, "men")


def test_two_numbers_of_one_unit_are_two_figures_or_a_range():
    first, second = read("It/PRP took/VBD 25/CD or/CC 40/CD minutes/NNS ./.")
    assert [(own.evidence[0].quote, own.value, own.unit) for own in (first, second)] == [
        ("25", 25, "minutes"),
        ("40 minutes", 40, "minutes"),
    ]
    (found,) = read("It/PRP burns/VBZ between/IN 70/CD and/CC 75/CD tons/NNS ./.")
    assert (found.evidence[0].quote, found.value, found.unit) == ("between 70 and 75 tons", 70, "tons")
