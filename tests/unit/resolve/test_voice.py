"""resolve/voice.py: bodies and their heads, persons without a name."""

from dataclasses import replace

from communique.compare.values import sound
from communique.model import Actor, ActorKind, ActorMention, NameKind, Office
from communique.resolve.voice import Voices, voices_of
from factories import at, document


def made(actor_id, words, kind=ActorKind.PERSON, named=NameKind.NAME, office=None):
    doc = document(f"{words} spoke.", actor_id)
    mention = ActorMention(at(doc, words), named)
    offices = () if office is None else (Office("minister", office, ()),)
    return replace(Actor(actor_id, kind, words, (actor_id,), (mention,)), offices=offices)


def test_a_minister_speaks_for_the_ministry_and_not_for_the_state():
    ministry = made("ministry", "The Ministry", ActorKind.ORGANISATION)
    state = made("norland", "Norland", ActorKind.STATE)
    voices = voices_of([ministry, state, made("ada", "Ada", office="ministry"), made("bo", "Bo", office="norland")])
    assert voices.around(["ada"]) == voices.around(["ministry"]) == {"ministry"}
    assert voices.around(["bo"]) == voices.around(["norland"]) == frozenset()


def test_only_a_person_without_any_name_is_nameless():
    described = made("deputy", "our deputy minister", named=NameKind.DESCRIPTION)
    assert voices_of([described, made("ada", "Ada")]).nameless == {"deputy"}
    assert voices_of([]) == Voices()


def test_one_name_in_two_romanisations_is_one_voice():
    def key(name, country="TH"):
        return voices_of([replace(made("a", name), country=country)], sound).around(["a"])

    assert key("Siripol Watanakul") == key("Siriphol Vatanakun") != frozenset()
    assert key("Siripol Watanakul") != key("Siripol Watanakul", "LA")
    assert key("Siripol Watanakul") != key("Kittipong Watanakul")


def test_bodies_and_persons_speak_for_their_side_or_country():
    ministry = replace(made("ministry", "The Ministry", ActorKind.ORGANISATION), side="norland")
    ada, bo = replace(made("ada", "Ada"), country="NL"), made("bo", "Bo")
    voices = voices_of([ministry, ada, bo])
    assert voices.parties(["ministry", "ada", "bo"]) == {"norland", "NL"}
    assert voices.persons == {"ada", "bo"}
