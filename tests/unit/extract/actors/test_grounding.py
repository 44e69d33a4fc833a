"""Whatever the text, every mention is grounded, every id resolves, and nothing crashes."""

import pytest

TEXTS = [
    "",
    " \n\n ",
    "...",
    '"""""',
    "'s 's 's",
    "Mr. Mr. Mr. - - the the of of of",
    "President President President of of the the",
    "President",
    "of Minister, Minister, Minister and and",
    "A" * 5000,
    "Al - Al - Al-Al-Al bin bin bin",
    "He he his himself they it its She her them both sides the two presidents",
    "Präsident 中国 Россия الرياض said. Minister Ünal Öz (ÜÖ) met \u200b Ann.",
    "Kremlin\nKremlin\nWashington\nMinister\n\nJ.\nB. C. D.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_grounded_whatever_the_text(read, text):
    found = read(text)
    ids = set(found.ids)
    for number, actor in enumerate(found.found.actors, 1):
        assert actor.id.endswith(f":a{number}")
        assert actor.mentions
        assert actor.principal is None or actor.principal in ids
        assert set(actor.stands_for) <= ids
        spans = [m.evidence.span for m in actor.mentions]
        assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
        for evidence in [m.evidence for m in actor.mentions] + [e for o in actor.offices for e in o.evidence]:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote


def test_same_text_same_actors(read):
    text = "Peru and Norway met. Both sides agreed. Foreign Minister Luz Cano said she was glad."
    assert read(text).found.actors == read(text).found.actors


def test_long_text_takes_time_in_proportion(nlp):
    import time

    from communique.annotate.syntax import parse
    from communique.extract.actor import find_actors
    from communique.model import CleanText, Document

    paragraph = "Peruvian Foreign Minister Luz Cano met Jorge Soto of Chile in Lima on Monday. She said he was late. Both sides agreed.\n"

    def seconds(count):
        text = paragraph * count
        analysis = parse(nlp, CleanText(Document("d1", "a", "0" * 64, text), text, ()))
        begin = time.process_time()
        find_actors(analysis)
        return time.process_time() - begin

    seconds(5)
    assert seconds(160) < 20 * max(seconds(20), 0.02)
