"""extract/quotation.py: who said what, to whom, through whom. Runs on the real parser: the rules read its trees."""

import time
from dataclasses import replace

import pytest

from communique.annotate.syntax import load_model, parse
from communique.extract.quotation import find_quotations
from communique.model import (
    ActorKind,
    ActorMention,
    Attribution,
    CleanText,
    DocumentActors,
    Evidence,
    Form,
    LocalActor,
    NameKind,
    Outlet,
    Span,
)
from factories import document


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def actors_of(doc, names):
    """Actors by name; "Ada Brandt=she" adds words that refer to her, at their last occurrence."""
    found = []
    for number, entry in enumerate(names, 1):
        name, *others = entry.split("=")
        mentions = [ActorMention(Evidence.at(doc, span), NameKind.NAME) for span in _all(doc.text, name)]
        for other in others:
            start = doc.text.rindex(other)
            mentions.append(ActorMention(Evidence.at(doc, Span(start, start + len(other))), NameKind.PRONOUN))
        subtype = "media" if "Gazette" in name else None
        found.append(LocalActor(f"{doc.id}:a{number}", ActorKind.PERSON, name, tuple(mentions), subtype=subtype))
    return DocumentActors(tuple(found))


def _all(text, name):
    start = text.find(name)
    while start >= 0:
        yield Span(start, start + len(name))
        start = text.find(name, start + 1)


def read(nlp, text, *names, attributions=()):
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    if attributions:
        analysis = type(analysis)(
            **{field: getattr(analysis, field) for field in type(analysis).__dataclass_fields__ if field[0] != "_"}
            | {"attributions": attributions}
        )
    actors = actors_of(doc, names)
    return find_quotations(analysis, actors), {actor.id: actor.name for actor in actors.actors}


def rows(nlp, text, *names):
    """(speaker, form, content) of each quotation."""
    found, called = read(nlp, text, *names)
    return [(called.get(own.speaker), own.form.value, " | ".join(part.quote for part in own.content)) for own in found]


CASES = [
    ('"We will open the port on Friday," Ada Brandt said.', [("Ada Brandt", "direct", "We will open the port on Friday,")]),
    ('Ada Brandt said: "We will open the port."', [("Ada Brandt", "direct", "We will open the port.")]),
    ("Ada Brandt said that the port would open.", [("Ada Brandt", "indirect", "the port would open")]),
    (
        'Ada Brandt said the port would open "when the ice is gone".',
        [("Ada Brandt", "mixed", 'the port would open "when the ice is gone"')],
    ),
    (
        "“We will open the port,” Ada Brandt said. “The ice is gone.”",
        [("Ada Brandt", "direct", "We will open the port, | The ice is gone.")],
    ),
    ("“The port”, Ada Brandt told sailors, “is open again.”", [("Ada Brandt", "direct", "The port | is open again.")]),
    ("According to Ada Brandt, the port is closed.", [("Ada Brandt", "indirect", "the port is closed")]),
    (
        'For Ada Brandt, "the port is a symbol of the nation."',
        [("Ada Brandt", "direct", "the port is a symbol of the nation.")],
    ),
    ("Ada Brandt called the port “a ruin”.", [("Ada Brandt", "mixed", "the port “a ruin”")]),
    ('Ada Brandt was hopeful: "The ice will go."', [("Ada Brandt", "direct", "The ice will go.")]),
    (
        "Ada Brandt stated that “the ice is a wall to us all“ yesterday.",
        [("Ada Brandt", "direct", "the ice is a wall to us all")],
    ),
    ("Ada Brandt wants the port to open.", []),
    ("Ada Brandt believes that the port will open.", []),
    ("Ada Brandt did not say that the port would open.", []),
    ("Ada Brandt might say that the port is open.", []),
    ("The “historic” port of the “free city” is open.", []),
    ("His book “The Long Winter” tells of the port.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_statements(nlp, text, expected):
    assert rows(nlp, text, "Ada Brandt") == expected


def test_a_quotation_without_a_cue_goes_to_who_was_just_quoted(nlp):
    text = 'Ada Brandt said that the port was shut. "The ice is a metre thick and grows every night."'
    assert [row[0] for row in rows(nlp, text, "Ada Brandt")] == ["Ada Brandt", "Ada Brandt"]


def test_a_short_sentence_before_names_the_speaker(nlp):
    text = 'Ada Brandt refused to speak on fish. Then she did just that. "The cod has left us for good this year."'
    [(speaker, form, _)] = rows(nlp, text, "Ada Brandt=she")
    assert (speaker, form) == ("Ada Brandt", "direct")


def test_an_unknown_speaker_keeps_his_words(nlp):
    [own], _ = read(nlp, 'The old fisherman said: "No ship has come for a year."')
    assert (own.speaker, own.speaker_kind) == (None, "unresolved")
    assert own.speaker_words[0].quote == "The old fisherman"


def test_the_possessor_does_not_speak_for_the_head(nlp):
    [own], _ = read(nlp, 'Ada Brandt’s driver said: "No ship has come for a year."', "Ada Brandt")
    assert own.speaker is None


def test_a_document_speaks_for_its_issuer(nlp):
    [own], called = read(nlp, "The Norland notice warned that “ships enter at their own risk and peril”.", "Norland")
    assert called[own.speaker] == "Norland"


def test_joint_speakers(nlp):
    [own], called = read(nlp, "Ada Brandt and Bo Lind said that the port was shut.", "Ada Brandt", "Bo Lind")
    assert [called[one] for one in (own.speaker, *own.joint_speakers)] == ["Ada Brandt", "Bo Lind"]


def test_reports_inside_a_quotation_are_nested_and_keep_their_chain(nlp):
    text = '"The owners told the crews they would get no pay," Ada Brandt said.'
    found, called = read(nlp, text, "Ada Brandt", "The owners")
    outer, inner = sorted(found, key=lambda own: own.nested_in is not None)
    assert (inner.nested_in, inner.form) == (outer.id, Form.INDIRECT)
    assert [called[link.actor] for link in inner.chain] == ["Ada Brandt"]


def test_an_outlet_passes_the_words_on(nlp):
    text = "The Gazette reported that Ada Brandt had said that the port was shut."
    found, called = read(nlp, text, "The Gazette", "Ada Brandt")
    inner = next(own for own in found if called.get(own.speaker) == "Ada Brandt")
    assert [called[link.actor] for link in inner.chain] == ["The Gazette"]


def test_addressee_and_setting(nlp):
    text = "Ada Brandt told the Gazette in an interview that the port was shut."
    [own], called = read(nlp, text, "Ada Brandt", "Gazette")
    assert called[own.addressee] == "Gazette"
    assert own.setting == "in an interview"
    assert [called[link.actor] for link in own.chain] == ["Gazette"]


def test_evidence_is_exact_and_ids_count_up(nlp):
    text = '"A," said Ada Brandt. Bo Lind replied: "B is not C, as everybody on this coast knows."'
    found, _ = read(nlp, text, "Ada Brandt", "Bo Lind")
    for number, own in enumerate(found, 1):
        assert own.id.endswith(f":q{number}")
        for words in (*own.content, *own.evidence, *own.cue, *own.quoted, *own.speaker_words):
            assert text[words.span.start : words.span.end] == words.quote


def test_what_the_tagger_found_counts_and_positions_stay_out(nlp):
    text = "Ada Brandt fears that the port is lost. The harbour master quoth: the tide is in."
    fears = Attribution((Span(0, 10),), (Span(11, 16),), (Span(17, 38),), 0.9)
    start = text.index("The harbour master")
    quoth = Attribution((Span(start, start + 18),), (Span(start + 19, start + 24),), (Span(start + 26, len(text) - 1),), 0.8)
    found, _ = read(nlp, text, "Ada Brandt", attributions=(fears, quoth))
    assert [own.content[0].quote for own in found] == ["the tide is in"]


def test_an_interview_gives_the_answers_to_the_one_interviewed(nlp):
    text = (
        "Interview with Ada Brandt\nQ: Will the port open?\nA: It will. I have told the crews that they must wait for us.\n"
        "Q: When?\nA: In June."
    )
    found, called = read(nlp, text, "Ada Brandt")
    outer = [own for own in found if own.nested_in is None]
    assert [(called[own.speaker], own.form.value) for own in outer] == [("Ada Brandt", "direct")] * 2
    [inner] = [own for own in found if own.nested_in is not None]
    assert (called[inner.speaker], inner.content[0].quote) == ("Ada Brandt", "they must wait for us")


def test_a_debate_gives_each_line_to_its_label(nlp):
    text = "BRANDT: We will open the port.\nLIND: You will not.\nBRANDT: In June.\nLIND: Never."
    found, called = read(nlp, text, "BRANDT", "LIND")
    assert [called[own.speaker] for own in found] == ["BRANDT", "LIND", "BRANDT", "LIND"]


def test_an_unknown_language_yields_nothing():
    text = "Ada Brandt a dit que le port est ouvert."
    from communique.model import Analysis

    assert find_quotations(Analysis(CleanText(document(text), text, ())), DocumentActors(())) == ()


def test_a_long_transcript_takes_linear_time(nlp):
    text = 'Q: What did he say?\nA: He said "we will go". According to him, "it is late".\n' * 300
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    start = time.process_time()
    assert len(find_quotations(analysis, DocumentActors(()))) >= 300
    assert time.process_time() - start < 5


def test_told_him_means_the_other_person_of_the_passage(nlp):
    text = "Ms Brandt met Mr Tolo this morning. The talk was long. She told him that the list was not ready."
    found, called = read(nlp, text, "Brandt", "Tolo")
    assert [(called[own.speaker], called[own.addressee]) for own in found] == [("Brandt", "Tolo")]


def test_the_name_of_a_newspaper_belongs_to_whom_it_was_told(nlp):
    found, called = read(
        nlp, "Ada Brandt told the Norlandic newspaper Gazette that the port was open.", "Ada Brandt", "Gazette"
    )
    assert [(called[own.addressee], own.addressee_words[0].quote) for own in found] == [
        ("Gazette", "the Norlandic newspaper Gazette")
    ]


def test_answers_are_told_to_the_outlet_that_its_text_names(nlp):
    text = "Interview with Ada Brandt by the Gazette\n\nQ: Is it open?\n\nA: It is.\n\nQ: And now?\n\nA: We will see in May."
    doc = replace(document(text), outlet=Outlet("Gazette"))
    analysis = parse(nlp, CleanText(doc, text, ()))
    actors = actors_of(doc, ["Ada Brandt", "Gazette"])
    assert {own.addressee for own in find_quotations(analysis, actors)} == {actors.actors[1].id}
