"""compare/finding.py: what a record of several documents shows, fact by fact."""

from dataclasses import replace
from itertools import permutations

from communique.compare.finding import compare_record
from communique.model import (
    Actor,
    ActorKind,
    ActorMention,
    Agreement,
    AgreementMention,
    AgreementStatus,
    DateValue,
    Duration,
    Encounter,
    EncounterMention,
    EncounterStatus,
    Figure,
    FindingKind,
    NameKind,
    Participant,
    Place,
    Position,
    Record,
    RecordDocument,
    Stance,
)
from factories import actor, at, document, meeting, quotation

ONE = "Ada Brandt met Bo Lind in Oslo on 9 June. Carl Moe attended. The talks ended without agreement."
TWO = "Ada Brandt met Bo Lind in Oslo on 9 June. Carl Moe was absent. The talks ended with a breakthrough."
CITIES = {"Oslo": "NO", "Bergen": "NO"}


def listed(doc, group=None):
    return RecordDocument(doc, (), group or doc.id)


def account(doc, day="2031-06-09", city="Oslo", absent=(), **fields):
    """What a document says of the meeting; actors are those of the record, by first name."""
    people = [name for name in ("Ada Brandt", "Bo Lind", "Carl Moe") if name in doc.text]
    present = tuple(Participant(n.split()[0], (at(doc, n),), present=n not in absent, side=None) for n in people)
    found = meeting(doc, 1, "met", tuple(actor(doc, n, name) for n, name in enumerate(people)))
    date = DateValue(day, precision="day", evidence=(at(doc, "June"),))
    place = Place(city=city, country_code=CITIES[city], evidence=(at(doc, city),))
    return replace(found, participants=present, date=date, place=place, **fields)


def encounter(*mentions: EncounterMention, own="meeting"):
    first = mentions[0]
    people = tuple(found for found in first.participants if found.present)
    return Encounter(own, first.kind, "the meeting", first.status, (), mentions, first.date, first.place, people)


def kinds(record, attribute):
    return sorted(own.kind.value for own in compare_record(record) if own.attribute == attribute)


def two():
    return document(ONE, "one.txt"), document(TWO, "two.txt")


def record_of_two(**fields):
    one, other = two()
    met = encounter(account(one), account(other, absent=("Carl Moe",), **fields))
    return Record(documents=(listed(one), listed(other)), encounters=(met,))


def test_present_here_and_absent_there_is_a_conflict():
    assert kinds(record_of_two(), "participants/Carl") == ["conflict"]
    assert kinds(record_of_two(), "participants/Ada") == ["corroborated"]


def test_two_days_of_one_encounter_are_a_conflict():
    assert kinds(record_of_two(day="2031-06-11"), "date") == ["conflict"]
    assert kinds(record_of_two(), "date") == ["corroborated"]


def test_the_weekday_of_something_called_off_is_that_of_the_plan_or_of_the_news():
    one = document("Ada Brandt and Bo Lind will have met in Oslo on 9 June. Carl Moe comes.", "one.txt")
    told = {
        day: f"Ada Brandt, Bo Lind: not met in Oslo on {day}, said June. Carl Moe stays." for day in ("Monday", "Sunday")
    }
    for day, date, expected in (("Monday", "2031-06-02", ["corroborated"]), ("Sunday", "2031-06-08", [])):
        other = document(told[day], "two.txt")
        off = DateValue(date, precision="day", evidence=(at(other, day),))
        plan = replace(account(one), status=EncounterStatus.PLANNED)
        dropped = replace(account(other), status=EncounterStatus.CANCELLED, date=off)
        record = Record(documents=(listed(one), listed(other)), encounters=(encounter(plan, dropped),))
        assert kinds(record, "date") == expected


def test_how_it_ended_is_read_from_the_sentences():
    [found] = [own for own in compare_record(record_of_two()) if own.attribute == "outcome"]
    assert found.kind is FindingKind.CONFLICT
    assert sorted(own.evidence[0].quote for own in found.values) == ["ended with a breakthrough", "ended without agreement"]


def test_a_reprint_confirms_nothing():
    one, other = two()
    met = encounter(account(one), account(other, absent=("Carl Moe",)))
    record = Record(documents=(listed(one, "g"), listed(other, "g")), encounters=(met,))
    assert kinds(record, "date") == []
    [alone] = [own for own in compare_record(record) if own.attribute == "existence"]
    assert (alone.kind, alone.independent_groups) == (FindingKind.SINGLE_SOURCE, 1)
    assert "one origin, reprinted (2 documents)" in alone.why


def test_who_asked_for_a_call():
    one = document("Ada Brandt met Bo Lind in Oslo on 9 June at the request of the Lao side. Carl Moe attended.", "one.txt")
    other = document("Ada Brandt met Bo Lind in Oslo on 9 June, at the request of Thailand. Carl Moe attended.", "two.txt")
    third = document(
        "Ada Brandt met Bo Lind in Oslo on 9 June; it was suspended at the request of Laos. Carl Moe left.", "3.txt"
    )
    record = Record(
        documents=tuple(map(listed, (one, other, third))), encounters=(encounter(*map(account, (one, other, third))),)
    )
    [asked] = [own for own in compare_record(record) if own.attribute == "initiator"]
    assert asked.kind is FindingKind.CONFLICT
    assert sorted(value.value for value in asked.values) == ["Lao", "Thailand"]


def test_a_week_after_is_no_length():
    one = document("Ada Brandt met Bo Lind in Oslo on 9 June, a week after the flood. Carl Moe attended.", "one.txt")
    other = document("Ada Brandt met Bo Lind in Oslo on 9 June for 25 minutes. Carl Moe attended.", "two.txt")
    long = account(one, duration=Duration(10080, 10080, (at(one, "a week"),)))
    short = account(other, duration=Duration(25, 25, (at(other, "25 minutes"),)))
    record = Record(documents=(listed(one), listed(other)), encounters=(encounter(long, short),))
    assert kinds(record, "duration") == []


def test_one_document_against_itself():
    doc = document(ONE + " Carl Moe was absent, it said.", "one.txt")
    inside = Participant("Carl", (at(doc, "Carl Moe", 2),), present=False)
    mention = account(doc)
    met = encounter(replace(mention, participants=(*mention.participants, inside)))
    record = Record(documents=(listed(doc),), encounters=(met,))
    assert kinds(record, "participants/Carl") == ["internal_conflict"]


def test_twins_on_two_days_are_told_and_not_joined():
    one, other = two()
    first, second = account(one), account(other, day="2031-06-10")
    met = (encounter(first), encounter(replace(second, id="x"), own="other"))
    record = Record(documents=(listed(one), listed(other)), encounters=met)
    [date] = [own for own in compare_record(record) if own.attribute == "date"]
    assert date.kind is FindingKind.CONFLICT
    far = encounter(replace(second, date=replace(second.date, start="2031-08-10"), id="x"), own="other")
    assert kinds(replace(record, encounters=(encounter(first), far)), "date") == []


def test_one_length_against_several_meetings():
    one = document("Ada Brandt met Bo Lind in Oslo on 9 June. It was two meetings: one on fish, one on oil.", "one.txt")
    other = document("Ada Brandt met Bo Lind in Oslo on 9 June. The meeting lasted two hours.", "two.txt")
    whole = account(other, duration=Duration(120, 120, (at(other, "two hours"),)))
    parts = tuple(
        replace(
            encounter(replace(account(one), id=words, evidence=(at(one, words),), participants=()), own=words),
            part_of="meeting",
        )
        for words in ("one on fish", "one on oil")
    )
    record = Record(documents=(listed(one), listed(other)), encounters=(encounter(account(one), whole), *parts))
    assert kinds(record, "structure") == ["conflict"]


def test_one_length_against_two_separate_meetings():
    one = document(
        "Ada Brandt met Bo Lind in Oslo on 9 June. In fact, there were two separate meetings that day.", "one.txt"
    )
    other = document("Ada Brandt met Bo Lind in Oslo on 9 June. The meeting lasted two hours.", "two.txt")
    whole = account(other, duration=Duration(120, 120, (at(other, "two hours"),)))
    record = Record(documents=(listed(one), listed(other)), encounters=(encounter(account(one), whole),))
    assert kinds(record, "structure") == ["conflict"]


def agreed(doc, words, status="agreed", own="pact", **fields):
    evidence = (at(doc, words),)
    return AgreementMention(
        f"{doc.id}:g{own}",
        doc.id,
        "agreement",
        AgreementStatus(status),
        evidence,
        evidence,
        words,
        encounter="meeting",
        **fields,
    )


def test_nothing_but_one_point_against_another_point():
    one = document("Ada Brandt met Bo Lind in Oslo on 9 June. They agreed to open the harbour to trawlers.", "one.txt")
    other = document("Ada Brandt met Bo Lind in Oslo on 9 June. They agreed on nothing but a date for dinner.", "two.txt")
    points = (
        agreed(one, "agreed to open the harbour to trawlers"),
        agreed(other, "agreed on nothing but a date for dinner"),
    )
    agreements = tuple(Agreement(f"g{n}", "agreement", own.label, own.status, (own,)) for n, own in enumerate(points))
    record = Record(
        documents=(listed(one), listed(other)), encounters=(encounter(account(one), account(other)),), agreements=agreements
    )
    assert kinds(record, "agreed").count("conflict") == 1


def figures(*texts):
    docs = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    found = []
    for doc, number in zip(docs, ("200", "600"), strict=True):
        words = at(doc, number) if number in doc.text else at(doc, "600")
        found.append(Figure(f"{doc.id}:n1", doc.id, "soldiers", float(words.quote), "soldiers", "=", (words,)))
    return Record(documents=tuple(listed(doc) for doc in docs), figures=tuple(found))


def test_figures_are_compared_where_their_sentences_agree():
    same = figures("Norland sends 200 soldiers to guard the strait.", "Norland sends 600 soldiers to guard the strait.")
    assert kinds(same, "figure") == ["conflict"]
    other = figures("Norland sends 200 soldiers to guard the strait.", "A storm in the hills killed 600 soldiers on skis.")
    assert kinds(other, "figure") == []


def person(own, name, *docs):
    mentions = tuple(ActorMention(at(doc, name), NameKind.NAME) for doc in docs)
    return Actor(own, ActorKind.PERSON, name, (), mentions)


def test_a_caveat_that_one_paper_cut_is_told():
    one = document('Ada Brandt said: "We heard each other."', "one.txt")
    other = document('Ada Brandt said: "We heard each other. This does not mean that we agree."', "two.txt")
    short = replace(quotation(one, 1, "We heard each other", actor(one, 1, "Ada Brandt")), utterance="u")
    long_ = quotation(other, 1, "We heard each other", actor(other, 1, "Ada Brandt"))
    long_ = replace(long_, utterance="u", content=(*long_.content, at(other, "This does not mean that we agree.")))
    record = Record(documents=(listed(one), listed(other)), quotations=(short, long_))
    assert kinds(record, "framing") == ["conflict"]
    assert kinds(record, "wording") == ["corroborated"]


def test_what_one_document_alone_reports():
    one, other = two()
    record = Record(documents=(listed(one), listed(other)), encounters=(encounter(account(one)),))
    assert kinds(record, "existence") == ["single_source"]
    assert kinds(replace(record, documents=(listed(one),)), "existence") == []  # nothing to compare with


def test_findings_do_not_depend_on_the_order_of_documents():
    one, other = two()
    third = document("Ada Brandt met Bo Lind in Bergen on 11 June, said the Gazette.", "three.txt")
    mentions = (account(one), account(other, absent=("Carl Moe",)), account(third, day="2031-06-11", city="Bergen"))
    results = set()
    for order in permutations(range(3)):
        docs = tuple(listed((one, other, third)[number]) for number in order)
        met = replace(encounter(*(mentions[number] for number in order)), date=None, place=None)
        results.add(compare_record(Record(documents=docs, encounters=(met,))))
    assert len(results) == 1


def test_every_finding_has_words_a_weight_and_a_reason():
    for own in compare_record(record_of_two(day="2031-06-11")):
        assert own.values
        assert all(value.evidence for value in own.values)
        assert own.weight > 0
        assert own.why
        assert own.independent_groups >= 1
    weights = [own.weight for own in compare_record(record_of_two())]
    assert weights == sorted(weights, reverse=True)


def test_positions_of_one_actor():
    one, other = two()
    wishes = tuple(
        Position(f"{doc.id}:p1", doc.id, "Ada", "fish", stance, (at(doc, "Oslo on 9 June"),), (at(doc, "Oslo"),))
        for doc, stance in ((one, Stance.DEMANDS), (other, Stance.REJECTS))
    )
    record = Record(documents=(listed(one), listed(other)), actors=(person("Ada", "Ada Brandt", one),), positions=wishes)
    assert kinds(record, "position/Ada/fish") == ["conflict"]


def test_empty_record():
    assert compare_record(Record()) == ()


def test_sizes_of_one_named_thing_are_compared_and_other_sizes_are_not():
    zone = "Norland announced a joint grazing zone of 200 hectares after the talks."
    same = figures(zone, "What the ministers gave another name is a joint grazing zone of 600 hectares.")
    assert kinds(same, "figure") == ["conflict"]
    other = figures(zone, "Norland announced a nature reserve of 600 hectares after the talks.")
    assert kinds(other, "figure") == []


def test_until_when_an_agreement_is_due_is_compared():
    texts = ("They agreed to free the crews by 10 June.", "They agreed to free the crews by 12 June.")
    docs = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    mentions = []
    for doc, day in zip(docs, ("10", "12"), strict=True):
        due = DateValue(f"2031-06-{day}", precision="day", evidence=(at(doc, f"{day} June"),))
        words = (at(doc, "to free the crews"),)
        own = AgreementMention(f"{doc.id}:g1", doc.id, "agreement", AgreementStatus.AGREED, words, words, "crews", due=due)
        mentions.append(own)
    agreement = Agreement("g1", "agreement", "crews", AgreementStatus.AGREED, tuple(mentions))
    record = Record(documents=tuple(listed(doc) for doc in docs), agreements=(agreement,))
    assert kinds(record, "due") == ["conflict"]
