"""resolve/encounter.py: the same encounter in several documents, and what stays apart."""

from dataclasses import replace
from time import process_time

from communique.model import DateBasis, DateValue, EncounterKind, EncounterStatus, Participant, Place, Role, Verdict
from communique.resolve.cluster import clusters
from communique.resolve.encounter import derive_dates, resolve_encounters
from factories import at, document, meeting


def told(text, number=1, people=(), states=(), **fields):
    """A meeting told by one document, triggered by "met"."""
    doc = document(text)
    words = (at(doc, "met"),)
    there = [Participant(own, words, Role.LEAD) for own in people] + [
        Participant(own, words, Role.ATTENDEE) for own in states
    ]
    return meeting(doc, number, "met", (), participants=tuple(there), **fields)


def on(mention_text, start, words):
    """A date with its words; start None where the words carry no full date."""
    return DateValue(
        start, None, "day" if start else None, basis=DateBasis.EXPLICIT, evidence=(at(document(mention_text), words),)
    )


def place(city, code):
    return Place(city=city, country_code=code)


def grouped(*mentions):
    return clusters([own.id for own in mentions], resolve_encounters(mentions, ()))


LIMA, OSLO = place("Lima", "PE"), place("Oslo", "NO")


def test_same_people_place_and_day():
    one = told(
        "Ada met Bo on May 3", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on May 3", "2031-05-03", "May 3")
    )
    two = told("They met on 3 May", people=("ada", "bo"), place=LIMA, date=on("They met on 3 May", "2031-05-03", "3 May"))
    assert len(grouped(one, two)) == 1


def test_other_day_stays_apart():
    one = told(
        "Ada met Bo on May 3", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on May 3", "2031-05-03", "May 3")
    )
    two = told("They met on 9 June", people=("ada", "bo"), place=LIMA, date=on("They met on 9 June", "2031-06-09", "9 June"))
    judged = resolve_encounters((one, two), ())
    assert [own.verdict for own in judged] == [Verdict.DIFFERENT]
    assert judged[0].reasons[0].code == "date"


def test_other_city_stays_apart():
    one = told("Ada met Bo in Lima", people=("ada", "bo"), place=LIMA)
    two = told("Ada met Bo in Oslo", people=("ada", "bo"), place=OSLO)
    assert len(grouped(one, two)) == 2


def test_visit_and_talks_stay_apart():
    one = told("Ada met Bo there", people=("ada", "bo"), place=LIMA)
    two = told("Ada met Bo visiting", people=("ada", "bo"), place=LIMA, kind=EncounterKind.VISIT)
    assert len(grouped(one, two)) == 2


def test_two_encounters_of_one_document_stay_apart():
    doc = document("Ada met Bo, then met Bo again")
    fields = {"people": ("ada", "bo"), "place": LIMA}
    one, two = told(doc.text, 1, **fields), told(doc.text, 2, **fields)
    assert len(grouped(one, two)) == 2


def test_planned_and_cancelled_are_one():
    day = "2031-05-03"
    one = told("Ada met Bo: due May 3", people=("ada", "bo"), status=EncounterStatus.PLANNED,
               date=on("Ada met Bo: due May 3", day, "May 3"))  # fmt: skip
    two = told("Ada never met Bo on 3 May", people=("ada", "bo"), status=EncounterStatus.CANCELLED,
               date=on("Ada never met Bo on 3 May", day, "3 May"))  # fmt: skip
    assert len(grouped(one, two)) == 1


def test_alternatives_are_compatible():
    either = Place(city="Lima", country_code=None, alternatives=("Oslo",))
    one = told("Ada met Bo maybe", people=("ada", "bo"), place=either, status=EncounterStatus.EXPECTED)
    two = told("Ada met Bo in Oslo soon", people=("ada", "bo"), place=Place(city="Oslo"), status=EncounterStatus.PLANNED)
    assert len(grouped(one, two)) == 1


def test_a_weekday_is_matched_and_dated_by_the_other_document():
    one = told(
        "Ada met Bo on Saturday", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on Saturday", None, "Saturday")
    )
    two = told(
        "Ada met Bo on May 3", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on May 3", "2031-05-03", "May 3")
    )
    groups = grouped(one, two)
    assert len(groups) == 1
    dated = {own.id: own.date for own in derive_dates((one, two), groups)}[one.id]
    assert (dated.start, dated.basis) == ("2031-05-03", DateBasis.CROSS_DOCUMENT)
    assert [own.quote for own in dated.evidence] == ["Saturday", "May 3"]


def test_a_weekday_that_does_not_fit_stays_apart():
    one = told("Ada met Bo on Monday", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on Monday", None, "Monday"))
    two = told(
        "Ada met Bo on May 3", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on May 3", "2031-05-03", "May 3")
    )
    assert len(grouped(one, two)) == 2


def test_nothing_is_derived_without_words():
    one = told("Ada met Bo", people=("ada", "bo"), place=LIMA)
    two = told(
        "Ada met Bo on May 3", people=("ada", "bo"), place=LIMA, date=on("Ada met Bo on May 3", "2031-05-03", "May 3")
    )
    dated = derive_dates((one, two), ((one.id, two.id),))
    assert dated[0].date is None


def test_states_alone_are_not_enough():
    one = told("Chile met Peru", states=("chile", "peru"))
    two = told("Peru met Chile", states=("chile", "peru"))
    assert len(grouped(one, two)) == 2


def test_order_does_not_matter():
    texts = [f"Ada met Bo, paper {number}" for number in range(6)]
    found = [told(text, people=("ada", "bo"), place=LIMA if number % 2 else OSLO) for number, text in enumerate(texts)]
    assert resolve_encounters(found, ()) == resolve_encounters(found[::-1], ())


def test_cost_grows_with_the_number_of_mentions():
    def seconds(count):
        found = [
            told(f"Ada met Bo {number}", people=("ada", f"p{number % 50}"), states=("chile",), place=LIMA,
                 date=DateValue(f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}", None, "day"))
            for number in range(count)
        ]  # fmt: skip
        start = process_time()
        resolve_encounters(found, ())
        return process_time() - start

    seconds(200)
    small, large = seconds(500), seconds(2000)
    assert large < 12 * max(small, 0.05)


def test_the_same_round_of_a_series():
    text = "The third round met in Lima on May 3"
    one = told(text, states=("cl", "pe"), kind=EncounterKind.ROUND, place=LIMA, date=on(text, "2031-05-03", "May 3"))
    late = "The third round met no more: Chile and Peru"
    two = told(late, states=("cl", "pe"), kind=EncounterKind.ROUND, status=EncounterStatus.CANCELLED)
    one, two = (replace(own, evidence=(at(document(words), words),)) for own, words in ((one, text), (two, late)))
    assert len(grouped(one, two)) == 1


def test_other_rounds_of_a_series_stay_apart():
    first, second = "The second round met in Lima", "The third round met in Lima"
    mentions = [told(words, states=("cl", "pe"), kind=EncounterKind.ROUND, place=LIMA) for words in (first, second)]
    mentions = [
        replace(own, evidence=(at(document(words), words),)) for own, words in zip(mentions, (first, second), strict=True)
    ]
    judged = resolve_encounters(mentions, ())
    assert [own.reasons[0].code for own in judged] == ["number"]


def test_a_plan_called_off_is_the_plan():
    one = told(
        "Ada met Bo, as planned", people=("ada",), place=LIMA, kind=EncounterKind.VISIT, status=EncounterStatus.PLANNED
    )
    two = told("Ada met nobody", people=("ada",), place=LIMA, kind=EncounterKind.VISIT, status=EncounterStatus.CANCELLED)
    assert len(grouped(one, two)) == 1


def test_several_days_without_a_year_take_the_year_of_another_document():
    text = "They met on 5 and 6 June"
    one = told(text, people=("ada", "bo"), place=LIMA, date=on(text, None, "5 and 6 June"))
    two = told(
        "They met June 6, 2031",
        people=("ada", "bo"),
        place=LIMA,
        date=on("They met June 6, 2031", "2031-06-06", "June 6, 2031"),
    )
    dated = derive_dates((one, two), grouped(one, two))
    assert (dated[0].date.start, dated[0].date.end) == ("2031-06-05", "2031-06-06")
