"""extract/nameless.py: speakers whom the text does not name. Syntax by hand: one sentence, a few tokens."""

from communique.extract.nameless import name_speakers
from communique.model import ActorKind, Analysis, CleanText, DocumentActors, Form, Quotation
from factories import actor, at, document

TEXT = "A clerk said the boat had left. The clerk said more. Traders said no. He said yes."
TOKENS = [  # word, universal tag, Penn tag, label, head
    *(("A", "DET", "DT", "det", 1), ("clerk", "NOUN", "NN", "nsubj", 2), ("said", "VERB", "VBD", "ROOT", 2)),
    *(("The", "DET", "DT", "det", 4), ("clerk", "NOUN", "NN", "nsubj", 5), ("said", "VERB", "VBD", "ROOT", 5)),
    *(("Traders", "NOUN", "NNS", "nsubj", 7), ("said", "VERB", "VBD", "ROOT", 7)),
    *(("He", "PRON", "PRP", "nsubj", 9), ("said", "VERB", "VBD", "ROOT", 9)),
]


def analysis(doc):
    starts, at_ = [], 0
    for word, *_ in TOKENS:
        at_ = doc.text.index(word, at_)
        starts.append(at_)
        at_ += len(word)
    columns = list(zip(*TOKENS, strict=True))
    return Analysis(
        clean=CleanText(doc, doc.text, ()),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, columns[0], strict=True)),
        lemmas=tuple(word.lower() for word in columns[0]),
        pos=columns[1],
        tags=columns[2],
        deps=columns[3],
        heads=columns[4],
        sentence_of=(0,) * len(TOKENS),
        sentences=((0, len(TOKENS)),),
    )


def said(doc, number, speaker, content, kind="unresolved"):
    words = (at(doc, content),)
    return Quotation(
        f"{doc.id}:q{number}", doc.id, Form.INDIRECT, words, words, speaker_kind=kind, speaker_words=(at(doc, speaker),)
    )


def test_a_description_is_an_actor_and_the_same_words_are_the_same_actor():
    doc = document(TEXT)
    spoken = [said(doc, 1, "A clerk", "the boat had left"), said(doc, 2, "The clerk", "more"), said(doc, 3, "Traders", "no")]
    actors, (first, second, third) = name_speakers(analysis(doc), DocumentActors(()), spoken)
    assert first.speaker == second.speaker != third.speaker
    assert [(own.name, own.kind) for own in actors.actors] == [("A clerk", ActorKind.PERSON), ("Traders", ActorKind.GROUP)]
    assert [mention.evidence.quote for mention in actors.actors[0].mentions] == ["A clerk", "The clerk"]
    assert first.speaker_kind == "anonymous"


def test_a_pronoun_stays_unresolved_and_known_speakers_stay():
    doc = document(TEXT)
    known = DocumentActors((actor(doc, 1, "Traders", "group"),))
    rows = [said(doc, 1, "He", "yes"), said(doc, 2, "Traders", "no", kind="none")]
    actors, spoken = name_speakers(analysis(doc), known, rows)
    assert actors is known and spoken == tuple(rows)
