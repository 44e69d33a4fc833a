"""lexicon/boilerplate.py: phrases around articles."""

from importlib.resources import files

import yaml

from communique.lexicon.boilerplate import phrase_lists, phrases, words_of


def test_every_list_is_sorted_lower_case_and_without_repeats():
    data = yaml.safe_load((files("communique.lexicon") / "data" / "boilerplate.yaml").read_text(encoding="utf-8"))
    assert tuple(data) == phrase_lists()
    for name, languages in data.items():
        for language, found in languages.items():
            assert found == sorted(set(found)), (name, language)
            assert all(phrase == phrase.lower() and words_of(phrase) for phrase in found), (name, language)


def test_the_longest_phrase_at_a_place():
    words = [word for _, _, word in words_of("Please share this article now")]
    assert phrases("control").at(words, 1) == 3
    assert phrases("control").at(words, 0) == 0
    assert phrases("control").inside(words)


def test_words_keep_their_places_in_any_script():
    text = "İlgili haberler: l’accord 协议 e-mail"
    assert [word for _, _, word in words_of(text)] == ["ilgili", "haberler", "l'accord", "协", "议", "e-mail"]
    assert [text[start:end] for start, end, _ in words_of(text)][2] == "l’accord"
