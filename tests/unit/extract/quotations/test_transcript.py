"""extract/quotations/transcript.py and interview.py: turns of debates, briefings and interviews, and who takes them."""

from communique.annotate.syntax import parse
from communique.extract.quotation import find_quotations
from communique.extract.quotations.transcript import find_turns
from communique.model import (
    ActorKind,
    ActorMention,
    Attribution,
    CleanText,
    DocumentActors,
    Evidence,
    LocalActor,
    NameKind,
    Span,
)
from factories import document


def persons(doc, *names):
    found = []
    for number, name in enumerate(names, 1):
        start = doc.text.index(name)
        mention = ActorMention(Evidence.at(doc, Span(start, start + len(name))), NameKind.NAME)
        found.append(LocalActor(f"{doc.id}:a{number}", ActorKind.PERSON, name, (mention,)))
    return DocumentActors(tuple(found))


def turns_of(nlp, text, *names):
    doc = document(text)
    actors = persons(doc, *names)
    called = {own.id: own.name for own in actors.actors}
    found = find_turns(parse(nlp, CleanText(doc, text, ())), actors)
    return [(text[own.words.start : own.words.end], called.get(own.speaker)) for own in found]


DEBATE = (
    "The MINISTER OF PORTS (Ada Brandt): Madam Speaker. We went to the talks.\n\nThe terminal stays ours.\n\n"
    "Mr. OTTO LIND (Northwest): Is that all?\n\nThe MINISTER OF PORTS: It is.\n\nThe SPEAKER: The sitting is closed.\n\n"
    "Printed from the web"
)


def test_a_sitting_gives_each_turn_to_its_label_over_paragraphs(nlp):
    assert turns_of(nlp, DEBATE, "Ada Brandt", "OTTO LIND") == [
        ("Madam Speaker. We went to the talks.\n\nThe terminal stays ours.", "Ada Brandt"),
        ("Is that all?", "OTTO LIND"),
        ("It is.", "Ada Brandt"),
        ("The sitting is closed.", None),
    ]


def test_letters_with_a_full_stop_and_the_line_that_names_who_answers(nlp):
    text = (
        "Otto Lind said so in an interview with Radio North. Otto Lind left.\n\n"
        "The following is from Friday's briefing by Ada Brandt, the spokeswoman.\n\n"
        "Q. Is the pact dead?\nA. No. It is asleep.\n\nQ. And the ships?\nA. They sail.\n\nSome 200 people waited outside."
    )
    assert turns_of(nlp, text, "Otto Lind", "Ada Brandt") == [
        ("No. It is asleep.", "Ada Brandt"),
        ("They sail.", "Ada Brandt"),
    ]


def test_headings_with_a_colon_are_no_turns(nlp):
    text = "Background: The ports closed.\nMinister: Otto Lind\nWhat is next: A vote.\nTerminal: The old one."
    assert turns_of(nlp, text, "Otto Lind") == []


def test_answers_in_marks_without_labels_are_those_of_the_one_interviewed(nlp):
    text = (
        "Weekly conversation\n\nA talk about ports: a conversation with Professor Ada Brandt of the sea school\n\n"
        'Otto Lind closed the port.\n\nWho began it?\n\n"Both did. I saw it myself."\n\nSo there is hope.\n\n'
        '"There is always hope. It needs a boat."\n\nWhat would you do?\n\n"Send a boat to the island."\n'
    )
    doc = document(text)
    actors = persons(doc, "Ada Brandt", "Otto Lind")
    found = find_quotations(parse(nlp, CleanText(doc, text, ())), actors)
    called = {own.id: own.name for own in actors.actors}
    assert [called[own.speaker] for own in found if own.form.value == "direct"] == ["Ada Brandt"] * 3


def test_paragraphs_in_marks_outside_an_interview_stay_without_a_speaker(nlp):
    text = 'Ada Brandt spoke.\n\n"One thing was said."\n\nThey paused.\n\n"A second was said."\n\nAgain.\n\n"A third was."\n'
    doc = document(text)
    found = find_quotations(parse(nlp, CleanText(doc, text, ())), persons(doc, "Ada Brandt"))
    assert all(own.speaker is None or own.speaker_words for own in found)


def test_what_the_tagger_makes_of_a_turn_yields_to_it_and_reports_inside_stay(nlp):
    text = "BRANDT: We will open the port.\nLIND: The crews say that the crane is broken.\nBRANDT: In June.\nLIND: Never."
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    whole = Attribution((Span(0, 6),), (Span(6, 7),), (Span(8, 30),), 0.9)
    inner = text.index("The crews")
    told = Attribution((Span(inner, inner + 9),), (Span(inner + 10, inner + 13),), (Span(inner + 19, inner + 38),), 0.9)
    fields = {name: getattr(analysis, name) for name in type(analysis).__dataclass_fields__ if name[0] != "_"}
    found = find_quotations(type(analysis)(**fields | {"attributions": (whole, told)}), persons(doc, "BRANDT", "LIND"))
    outer = [own.content[0].quote for own in found if own.nested_in is None]
    assert outer == ["We will open the port.", "The crews say that the crane is broken.", "In June.", "Never."]
    [nested] = [own for own in found if own.nested_in is not None]
    assert nested.content[0].quote == "the crane is broken"
    assert [link.actor for link in nested.chain] == [f"{doc.id}:a2"]


def test_a_name_that_explains_an_office_is_the_speaker(nlp):
    text = "A former trade minister, Ada Brandt, said that the port was open."
    doc = document(text)
    named = persons(doc, "Ada Brandt").actors
    start = text.index("former trade minister")
    office = ActorMention(Evidence.at(doc, Span(start, start + 21)), NameKind.DESCRIPTION)
    nameless = LocalActor(f"{doc.id}:a2", ActorKind.PERSON, "former trade minister", (office,))
    [found] = find_quotations(parse(nlp, CleanText(doc, text, ())), DocumentActors((*named, nameless)))
    assert found.speaker == named[0].id


def said_in(nlp, text, *names):
    doc = document(text)
    actors = persons(doc, *names)
    found = find_quotations(parse(nlp, CleanText(doc, text, ())), actors)
    called = {own.id: own.name for own in actors.actors}
    return [(own.content[0].quote, called.get(own.speaker), own.addressee) for own in found]


INTERVIEW = (
    "HARBOUR POST\n\nThe minister of ports spoke to us on Monday.\n\n"
    "HARBOUR POST: Where is the crew?\n\nAda Brandt: At home since Friday. They sleep.\n\n"
    "HARBOUR POST: The union speaks of a breach.\n\nBrandt: The union does. The crew does not.\n\n"
    "HARBOUR POST: Will it last?\n\nBrandt: It will.\n"
)


def test_the_outlets_questions_are_no_statements_and_a_full_name_first_is_the_family_name_later(nlp):
    found = said_in(nlp, INTERVIEW, "Ada Brandt")
    assert [row[:2] for row in found if row[1] is not None] == [
        ("At home since Friday. They sleep.", "Ada Brandt"),
        ("The union does. The crew does not.", "Ada Brandt"),
        ("It will.", "Ada Brandt"),
    ]
    assert not any(own.startswith(("Where", "Will it", "The union speaks")) for own, *_ in found)


def test_who_asks_is_known_by_the_part_or_by_the_questions(nlp):
    by_part = INTERVIEW.replace("HARBOUR POST", "Interviewer")
    by_marks = INTERVIEW.replace("HARBOUR POST:", "Otto Lind:").replace("HARBOUR POST\n", "An interview\n")
    for text in (by_part, by_marks):
        quotes = [own for own, *_ in said_in(nlp, text, "Ada Brandt")]
        assert quotes[0] == "At home since Friday. They sleep."
        assert not any("Where is the crew" in own for own in quotes)


def test_questions_of_members_in_a_sitting_are_their_words(nlp):
    assert ("Is that all?", "OTTO LIND") in turns_of(nlp, DEBATE, "Ada Brandt", "OTTO LIND")
