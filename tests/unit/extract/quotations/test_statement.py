"""extract/quotations/statement.py: what the tagger found is told as said, or is an attitude. Real parser, invented people."""

import pytest

from communique.annotate.syntax import parse
from communique.extract.nameless import name_speakers
from communique.extract.quotation import find_quotations
from communique.extract.quotations.content import Stretches
from communique.extract.quotations.marks import find_quoted
from communique.extract.quotations.statement import is_statement, without_addressee
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


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def parsed(nlp, text):
    return parse(nlp, CleanText(document(text), text, ()))


def tagged(text, source, cue, content):
    return Attribution((at(text, source),), (at(text, cue),), (at(text, content),), 0.9)


@pytest.mark.parametrize(
    ("source", "cue", "content", "rest"),
    [
        ("Norland", "expressed", "its concern for the crew", "on Monday"),
        ("The ministry", "voiced", "regret over the delay", "at noon"),
        ("Sorland", "rejected", "any link between the two cases", "yesterday"),
        ("The envoy", "renewed his call for", "an immediate truce", ""),
        ("The envoy", "made it clear", "that the port would stay shut", ""),
        ("Analysts", "warned against", "high hopes", ""),
        ("The delegates", "objected to", "the presence of a banker", ""),
        ("The union", "called for", "the release of the drivers", ""),
        ("The guild", "accused", "the harbour office of slowing the queue", ""),
        ("Both ministers", "welcomed", "the results of the round", ""),
    ],
)
def test_said(nlp, source, cue, content, rest):
    text = f"{source} {cue} {content} {rest}".strip() + "."
    analysis = parsed(nlp, text)
    assert is_statement(analysis, tagged(text, source, cue, content), Stretches(find_quoted(analysis.clean)))


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Norland", "wants", "a paper on the border"),
        ("Norland", "rejects", "the line of 1931"),
        ("The envoy", "could express", "regret over the delay"),
        ("The envoy", "made", "a list of the crew"),
        ("The parties", "agreed on", "a pause"),
    ],
)
def test_not_said(nlp, source, cue, content):
    text = f"{source} {cue} {content}."
    analysis = parsed(nlp, text)
    assert not is_statement(analysis, tagged(text, source, cue, content), Stretches(find_quoted(analysis.clean)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "said"),
    [
        (
            "He urged both sides to return to the table.",
            "He",
            "urged",
            "both sides to return to the table",
            "to return to the table",
        ),
        ("She asked the guild to publish the list.", "She", "asked", "the guild to publish the list", "to publish the list"),
        (
            "She said the guild had to publish it.",
            "She",
            "said",
            "the guild had to publish it",
            "the guild had to publish it",
        ),
    ],
)
def test_a_request_without_the_ones_asked(nlp, text, source, cue, content, said):
    own = without_addressee(parsed(nlp, text), tagged(text, source, cue, content))
    assert [text[span.start : span.end] for span in own.content] == [said]


def quotations(nlp, text, *people):
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    actors = DocumentActors(
        tuple(
            LocalActor(
                f"{doc.id}:a{number}",
                ActorKind.PERSON,
                name,
                (ActorMention(Evidence.at(doc, at(text, name)), NameKind.NAME),),
            )
            for number, name in enumerate(people, 1)
        )
    )
    actors, found = name_speakers(analysis, actors, find_quotations(analysis, actors))
    names = {own.id: own.name for own in actors.actors}
    return found, [names.get(own.speaker) for own in found]


def test_the_name_that_explains_an_office(nlp):
    text = "The defence minister, Ines Moura, told reporters that the fleet had turned back."
    assert quotations(nlp, text, "Ines Moura")[1] == ["Ines Moura"]


def test_one_of_several_is_a_nameless_person_of_his_own(nlp):
    text = "The port stays shut, according to one of the delegates."
    found, names = quotations(nlp, text)
    assert names == ["one of the delegates"]
    assert found[0].speaker_kind == "anonymous"


def test_means_do_not_speak(nlp):
    text = '"We were told by telephone that the crew is well," said Ines Moura.'
    assert "telephone" not in quotations(nlp, text, "Ines Moura")[1]


def test_questions_and_answers_with_full_stops(nlp):
    text = (
        "Pavel Dorn gave an interview to the radio last year.\n"
        "What follows is taken from Monday's briefing by Ines Moura.\n"
        "Q. Is the accord dead?\nA. No, it lives.\nQ. And the crew?\nA. We expect them soon.\n"
    )
    found, names = quotations(nlp, text, "Pavel Dorn", "Ines Moura")
    answers = [own.content[0].quote for own in found]
    assert answers == ["No, it lives.", "We expect them soon."]
    assert names == ["Ines Moura", "Ines Moura"]


def test_the_author_of_a_text_in_the_first_person_speaks(nlp):
    text = "I told the minister that the port stays shut. I urge the council to send a pilot. I think it will rain."
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    places = [Span(at_, at_ + 1) for at_ in range(len(text)) if text[at_ : at_ + 2] == "I "]
    mentions = tuple(ActorMention(Evidence.at(doc, place), NameKind.PRONOUN) for place in places)
    author = LocalActor(f"{doc.id}:a1", ActorKind.PERSON, "Ada Moen", mentions)
    found = find_quotations(analysis, DocumentActors((author,)))
    assert [own.content[0].quote for own in found] == ["the port stays shut", "to send a pilot"]
    assert {own.speaker for own in found} == {author.id}
    told = Attribution((places[0],), (at(text, "told"),), (at(text, "the port stays shut"),), 0.9)
    assert is_statement(analysis, told, Stretches((), frozenset({0})))
    assert not is_statement(analysis, told, Stretches(()))  # a reporter's own "I"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ines Moura spoke of a breach of the truce.", ["a breach of the truce"]),
        ("Ines Moura complained about the cold of the harbour.", ["the cold of the harbour"]),
        ("Ines Moura blamed the failure on the rain.", ["the failure on the rain"]),
        ("Ines Moura spoke of 'lines' and 'lists'.", []),
        ("Ines Moura spoke of Norland.", []),
        ("Ines Moura threatened to leave after the crew had been told.", ["to leave"]),
        ("Ines Moura promised to take no captives and took nineteen.", ["to take no captives"]),
    ],
)
def test_verbs_of_speech_with_a_preposition_and_infinitives(nlp, text, words):
    found, _ = quotations(nlp, text, "Ines Moura")
    assert [own.content[0].quote for own in found] == words


def test_the_nearest_subject_speaks_and_not_the_label_before_it(nlp):
    found, names = quotations(nlp, "Harbour Post: And yet Ines Moura said that the road is open.", "Ines Moura")
    assert [own.content[0].quote for own in found] == ["the road is open"]
    assert names == ["Ines Moura"]
