"""pipeline/holders.py: for whom an envoy, a spokesman and a head of state speak."""

from dataclasses import replace

import pytest

from communique.model import Actor, ActorKind, AgreementMention, AgreementStatus, Office, Position, Side, Stance
from communique.pipeline.holders import parties_bind, parties_hold
from factories import at, document

TEXT = document("We will not sign the paper.")
SIDES = (Side("peru", "Peru", ("peru",)),)
PERU = Actor("peru", ActorKind.STATE, "Peru", (), (), side="peru")


def held(title, *, plural, side="peru", attributed_by=None, stance=Stance.REJECTS):
    """Who holds what the holder of an office says, and who ascribes it."""
    offices = (Office(title, "peru", (at(TEXT, "We"),)),) if title else ()
    speaker = Actor("quiroga", ActorKind.PERSON, "Marta Quiroga", (), (), offices=offices, side=side)
    content = (at(TEXT, "will not sign the paper"),)
    own = Position("d:p1", "d", "quiroga", "other", stance, content, content, plural=plural)
    [found] = parties_hold([replace(own, attributed_by=attributed_by)], (PERU, speaker), SIDES)
    return found.actor, found.attributed_by


@pytest.mark.parametrize("title", ["chief negotiator", "government spokeswoman"])
def test_who_is_sent_to_speak_speaks_for_the_party(title):
    assert held(title, plural=False) == ("peru", "quiroga")


def test_we_of_an_official_is_the_party():
    assert held("foreign minister", plural=True) == ("peru", "quiroga")
    assert held("foreign minister", plural=False) == ("quiroga", None)


@pytest.mark.parametrize("title", ["President", "prime minister", "vice-president and acting president"])
def test_a_head_of_state_speaks_for_himself(title):
    assert held(title, plural=True)[0] == ("peru" if title.startswith("vice") else "quiroga")


def test_a_denial_is_of_whoever_denies():
    assert held("chief negotiator", plural=False, stance=Stance.DENIES) == ("quiroga", None)
    assert held("chief negotiator", plural=True, stance=Stance.DENIES) == ("peru", "quiroga")


def test_without_office_or_side_nothing_changes():
    assert held(None, plural=True) == ("quiroga", None)
    assert held("chief negotiator", plural=True, side=None) == ("quiroga", None)


def test_who_passes_it_on_stays_who_ascribes_it():
    assert held("chief negotiator", plural=False, attributed_by="moen") == ("peru", "moen")


def test_a_minister_who_agrees_binds_his_state():
    doc = document("Ada Moen agreed to open the port.")
    words = (at(doc, "open the port"),)
    moen = Actor("moen", ActorKind.PERSON, "Ada Moen", (), (), side="peru")
    own = AgreementMention("d:g1", doc.id, "commitment", AgreementStatus.AGREED, words, words, "x", ("moen", "quiroga"))
    [bound] = parties_bind([replace(own, committed=("moen",))], (PERU, moen), SIDES)
    assert (bound.parties, bound.committed) == (("peru", "quiroga"), ("peru",))


def test_to_be_of_a_country_is_not_to_speak_for_it():
    speaker = Actor(
        "quiroga", ActorKind.PERSON, "Marta Quiroga", (), (), offices=(Office("researcher", "institute", ()),), side="peru"
    )
    content = (at(TEXT, "will not sign the paper"),)
    own = Position("d:p1", "d", "quiroga", "other", Stance.REJECTS, content, content, plural=True)
    assert parties_hold([own], (PERU, speaker), SIDES) == [own]


@pytest.mark.parametrize(("name", "holder"), [("Peruvian official", "peru"), ("Peruvian analyst", "nameless")])
def test_one_without_a_name_speaks_for_whom_he_serves(name, holder):
    speaker = Actor("nameless", ActorKind.PERSON, name, (), (), subtype="anonymous_source", side="peru")
    content = (at(TEXT, "will not sign the paper"),)
    own = Position("d:p1", "d", "nameless", "other", Stance.REJECTS, content, content)
    assert [found.actor for found in parties_hold([own], (PERU, speaker), SIDES)] == [holder]
