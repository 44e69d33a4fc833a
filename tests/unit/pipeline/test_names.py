"""pipeline/naming.py and pipeline/rename.py: ids of the record in place of those of its documents."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.model import Office
from communique.pipeline import rename
from communique.pipeline.naming import LONGEST, digest, slug, unique_ids
from factories import actor, at, document, meeting, quotation


def test_slugs_are_plain_and_readable():
    assert slug("Meeting of Željko Šarić in Genève 2024-05-14") == "meeting-of-zeljko-saric-in-geneve-2024-05-14"
    assert slug("“…”") == "x" and slug("") == "x"


@given(st.text(max_size=200))
def test_a_slug_is_always_a_usable_id(words):
    found = slug(words)
    assert 0 < len(found) <= LONGEST and found.isascii() and not found.startswith("-") and not found.endswith("-")


@given(
    st.lists(
        st.tuples(st.uuids().map(str), st.sampled_from(["Ada", "ada", "Bo", "Talks in Quito"])), unique_by=lambda p: p[0]
    )
)
def test_ids_are_unique_and_do_not_depend_on_order(pairs):
    found = unique_ids(pairs)
    assert len(set(found.values())) == len(pairs)
    assert unique_ids(pairs[::-1]) == found


def test_only_equal_names_get_a_hash():
    found = unique_ids([("k1", "Ada Brandt"), ("k2", "Ada Brandt"), ("k3", "Bo Lind")])
    assert found["k3"] == "bo-lind" and found["k1"] == f"ada-brandt-{digest('k1')}" != found["k2"]


DOC = document("Ada Brandt, A. Brandt and Carlos Duarte met. “We agreed,” said Ada Brandt for the ministry.")
ADA, INITIAL, CARLOS = actor(DOC, 1, "Ada Brandt"), actor(DOC, 2, "A. Brandt"), actor(DOC, 3, "Carlos Duarte")
NAMES = {ADA.id: "ada-brandt", INITIAL.id: "ada-brandt", CARLOS.id: "carlos-duarte"}


def test_a_person_named_twice_takes_part_once_with_all_the_words():
    found = rename.renamed_encounter(meeting(DOC, 1, "met", (ADA, INITIAL, CARLOS)), NAMES, {"ada-brandt": "norway"})
    assert [(own.actor, own.side) for own in found.participants] == [("ada-brandt", "norway"), ("carlos-duarte", None)]
    assert [own.quote for own in found.participants[0].evidence] == ["Ada Brandt", "A. Brandt"]


def test_an_unknown_participant_is_left_out():
    found = rename.renamed_encounter(meeting(DOC, 1, "met", (ADA, CARLOS)), {ADA.id: "ada-brandt"}, {})
    assert [own.actor for own in found.participants] == ["ada-brandt"]


def test_a_speaker_is_no_joint_speaker_of_himself():
    said = replace(quotation(DOC, 1, "We agreed,", ADA), joint_speakers=(INITIAL.id, CARLOS.id), addressee="unknown")
    found = rename.renamed_quotation(said, NAMES)
    assert (found.speaker, found.joint_speakers, found.addressee) == ("ada-brandt", ("carlos-duarte",), None)


def test_one_office_of_several_documents_is_told_once():
    first = Office("Foreign Minister", CARLOS.id, (at(DOC, "ministry"),))
    second = Office("foreign minister", CARLOS.id, (at(DOC, "agreed"),), since="2023")
    [found] = rename.renamed_offices((first, second), NAMES)
    assert found.principal == "carlos-duarte" and found.since == "2023"
    assert [own.quote for own in found.evidence] == ["agreed", "ministry"]
