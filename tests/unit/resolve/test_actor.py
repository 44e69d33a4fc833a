"""resolve/actor.py: which actors of different documents are judged the same, on invented coverage."""

import random

import pytest

from communique.model import ActorKind, ActorMention, Judgement, LocalActor, NameKind, Office, Verdict
from communique.resolve.actor import resolve_actors
from communique.resolve.cluster import clusters
from tests.factories import at, document


class Coverage:
    """Local actors of several documents, made from their names."""

    def __init__(self):
        self.actors = []
        self.count = {}

    def add(self, doc, name, kind="person", offices=(), names=(), **fields):
        number = self.count[doc] = self.count.get(doc, 0) + 1
        text = " / ".join((name, *names, *offices))
        source = document(text)
        said = [ActorMention(at(source, words), NameKind.NAME) for words in (name, *names)]
        held = tuple(Office(title, fields.get("principal"), (at(source, title),)) for title in offices)
        own = LocalActor(f"{doc}:a{number}", ActorKind(kind), name, tuple(said), offices=held, **fields)
        self.actors.append(own)
        return own.id

    def groups(self, past=()):
        found = clusters([a.id for a in self.actors], [*past, *resolve_actors(self.actors, past)])
        return {frozenset(group) for group in found}

    def same(self, one, two):
        return any({one, two} <= group for group in self.groups())

    def judged(self, one, two):
        left, right = sorted((one, two))
        return next((j for j in resolve_actors(self.actors, ()) if (j.left, j.right) == (left, right)), None)


@pytest.fixture
def coverage():
    return Coverage()


def test_states_by_code(coverage):
    one, two = (
        coverage.add("d1", "Norway", "state", country="NO"),
        coverage.add("d2", "Kingdom of Norway", "state", country="NO"),
    )
    three = coverage.add("d3", "Sweden", "state", country="SE")
    assert coverage.same(one, two)
    assert not coverage.same(one, three)


def test_spellings_initials_and_family_name_alone(coverage):
    ids = [
        coverage.add("d1", "Sergei Volkonin", country="RU"),
        coverage.add("d2", "Sergey Volkonin"),
        coverage.add("d3", "S. Volkonin"),
        coverage.add("d4", "Volkonin"),
    ]
    assert frozenset(ids) in coverage.groups()


def test_two_persons_of_one_family_name(coverage):
    celia = coverage.add("d1", "Celia Marsten", offices=("foreign minister",), country="MZ")
    armand = coverage.add("d1", "Armand Marsten", offices=("Commodore",), country="MZ")
    again = coverage.add("d2", "Armand Marsten", country="MZ")
    alone = coverage.add("d3", "Marsten")
    minister = coverage.add("d4", "Marsten", offices=("foreign minister",), country="MZ")
    assert coverage.same(armand, again)
    assert coverage.same(celia, minister)
    assert not coverage.same(celia, armand)
    assert coverage.judged(celia, armand).verdict is Verdict.DIFFERENT
    assert not coverage.same(alone, celia) and not coverage.same(alone, armand)


def test_given_names_differ_but_office_and_state_agree(coverage):
    one = coverage.add("d1", "Kiril Barsky", offices=("head of the Northern Development Fund",), country="RU")
    two = coverage.add("d2", "Konstantin Barsky", offices=("head of the Northern Development Fund",), country="RU")
    found = coverage.judged(one, two)
    assert found.verdict is Verdict.SAME
    assert "given_name_differs" in [reason.code for reason in found.reasons]


def test_given_names_differ_and_nothing_else_agrees(coverage):
    one = coverage.add("d1", "Kiril Barsky", country="RU")
    two = coverage.add("d2", "Anna Barsky", offices=("researcher",), country="DE")
    assert not coverage.same(one, two)


def test_shared_given_name_joins_nobody(coverage):
    one = coverage.add("d1", "Kiril Barsky", country="RU")
    two = coverage.add("d2", "Kiril Shamanov", country="RU")
    assert coverage.judged(one, two) is None


def test_family_name_first(coverage):
    one = coverage.add("d1", "Xu Liang", country="CN")
    two = coverage.add("d2", "Xu")
    assert coverage.same(one, two)


def test_bodies_by_name_acronym_and_state(coverage):
    long = coverage.add("d1", "European Union", "organisation", subtype="bloc")
    short = coverage.add("d2", "European Union", "organisation", subtype="bloc", names=("EU",))
    europe = coverage.add("d2", "Europe", "organisation", subtype="bloc")
    fund = coverage.add("d1", "Northern Development Fund", "organisation")
    fund_again = coverage.add("d2", "the Northern Development Fund", "organisation")
    assert coverage.same(long, short) and coverage.same(fund, fund_again)
    assert not coverage.same(long, europe)


def test_ministries_of_two_states_stay_two(coverage):
    peru = coverage.add("d1", "Peruvian Foreign Ministry", "organisation", subtype="ministry", country="PE")
    chile = coverage.add("d2", "Chile's foreign ministry", "organisation", subtype="ministry", country="CL")
    again = coverage.add("d3", "Peru's Ministry of Foreign Affairs", "organisation", subtype="ministry", country="PE")
    open_ = coverage.add("d4", "foreign ministry", "organisation", subtype="ministry")
    assert coverage.same(peru, again)
    assert not coverage.same(peru, chile)
    assert not coverage.same(open_, peru)


def test_government_of_a_person_is_the_state_that_another_paper_shows(coverage):
    state = coverage.add("d1", "Norway", "state", country="NO")
    coverage.add("d1", "Kari Lind", offices=("president",), country="NO")
    kari = coverage.add("d2", "Kari Lind")
    government = coverage.add("d2", "Lind administration", "organisation", subtype="government", principal=kari)
    assert coverage.same(state, government)


def test_office_without_name_is_left_to_a_person(coverage):
    office = coverage.add("d1", "president of Peru", subtype="office", country="PE")
    holder = coverage.add("d2", "Luz Cano", offices=("president",), country="PE")
    assert coverage.judged(office, holder).verdict is Verdict.UNSURE
    assert not coverage.same(office, holder)


def test_nameless_sources_are_never_joined(coverage):
    one = coverage.add("d1", "senior diplomat", subtype="anonymous_source")
    two = coverage.add("d2", "senior diplomat", subtype="anonymous_source")
    assert coverage.judged(one, two) is None


def test_a_person_settles_a_pair(coverage):
    one, two = coverage.add("d1", "Kari Lind"), coverage.add("d2", "Kari Lind")
    settled = Judgement("actor", one, two, Verdict.DIFFERENT, 0.0, (), "person:ada", "2024-05-01T00:00:00Z")
    assert resolve_actors(coverage.actors, (settled,)) == ()


def test_order_does_not_matter(coverage):
    for number in range(30):
        coverage.add(f"d{number}", ["Sergei Volkonin", "S. Volkonin", "Volkonin", "Anna Volkonina"][number % 4])
    expected = resolve_actors(coverage.actors, ())
    shuffled = list(coverage.actors)
    random.Random(3).shuffle(shuffled)
    assert resolve_actors(shuffled, ()) == expected
    assert all(found.left < found.right for found in expected)


def test_judgements_grow_with_actors_not_with_pairs(coverage):
    for number in range(400):
        coverage.add(f"d{number}", "Volkonin" if number % 2 else "Sergei Volkonin")
    assert len(resolve_actors(coverage.actors, ())) < 2 * len(coverage.actors)


def test_office_alone_is_the_only_holder_the_coverage_names(coverage):
    holder = coverage.add("d1", "Kari Lind", offices=["Norway's chief negotiator"], country="NO")
    office = coverage.add("d2", "Norwegian chief negotiator", subtype="office", country="NO")
    assert coverage.same(holder, office)
    assert coverage.judged(holder, office).reasons[0].code == "only_holder_named"


def test_office_alone_with_two_holders_is_left_to_a_person(coverage):
    first = coverage.add("d1", "Kari Lind", offices=["Norway's chief negotiator"], country="NO")
    coverage.add("d2", "Tomas Sorel", offices=["Norway's chief negotiator"], country="NO")
    office = coverage.add("d3", "Norwegian chief negotiator", subtype="office", country="NO")
    assert not coverage.same(first, office)
    assert coverage.judged(first, office).verdict is Verdict.UNSURE


def test_general_office_is_not_joined(coverage):
    holder = coverage.add("d1", "Kari Lind", offices=["Norwegian minister"], country="NO")
    assert not coverage.same(holder, coverage.add("d2", "Norwegian minister", subtype="office", country="NO"))


def test_the_mediator_is_the_one_mediator(coverage):
    holder = coverage.add("d1", "Ana Prieto", offices=["Peruvian facilitator"], country="PE")
    assert coverage.same(holder, coverage.add("d2", "mediator", subtype="office"))


def test_spellings_with_qu_and_k(coverage):
    one = coverage.add("d1", "Nelida Corarqui", offices=["minister"], country="BO")
    assert coverage.same(one, coverage.add("d2", "Nélida Corarki", offices=["Minister"]))


def test_ministry_of_no_named_state_is_not_joined_where_there_are_two(coverage):
    coverage.add("d1", "Norwegian Foreign Ministry", "organisation", subtype="ministry", country="NO")
    coverage.add("d2", "Peruvian Foreign Ministry", "organisation", subtype="ministry", country="PE")
    one = coverage.add("d3", "Foreign Ministry", "organisation", subtype="ministry")
    two = coverage.add("d4", "Ministry of Foreign Affairs", "organisation", subtype="ministry")
    assert not coverage.same(one, two)


def test_korean_names_with_and_without_a_hyphen(coverage):
    one = coverage.add("d1", "Paek Un-ae", offices=["director"], country="KP")
    assert coverage.same(one, coverage.add("d2", "Paek Un Ae", offices=["director"], country="KP"))


def test_other_romanisations_of_one_office_are_one_person():
    coverage = Coverage()
    one = coverage.add("d1", "So Kyong Thal", offices=["vice-minister of Transport"], country="KR")
    two = coverage.add("d2", "Seo Kyung-tal", offices=["vice minister of Transport"], country="KR")
    assert coverage.same(one, two)
    assert "other_spelling" in {reason.code for reason in coverage.judged(one, two).reasons}


def test_a_slip_in_the_family_name_under_two_given_names():
    coverage = Coverage()
    one = coverage.add("d1", "Osman Idris Tahir")
    two = coverage.add("d2", "Osman Idris Taher")
    assert coverage.same(one, two)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"offices": ["minister of Transport"], "country": "KR"}, {"offices": ["minister of Transport"], "country": "KP"}),
        ({"offices": ["minister of Transport"], "country": "KR"}, {"offices": ["head of the bank"], "country": "KR"}),
        ({}, {}),
    ],
)
def test_spelling_alone_joins_nobody(first, second):
    coverage = Coverage()
    assert not coverage.same(coverage.add("d1", "So Kyong Thal", **first), coverage.add("d2", "Seo Kyung-tal", **second))


def test_two_spellings_in_one_document_are_two_persons():
    coverage = Coverage()
    one = coverage.add("d1", "Osman Idris Tahir")
    two = coverage.add("d1", "Osman Idris Taher")
    assert not coverage.same(one, two)


def test_a_family_name_taken_for_a_body_is_the_person_other_papers_name():
    coverage = Coverage()
    person = coverage.add("d1", "Yagoub Haroun")
    alone = coverage.add("d2", "Haroun", kind="organisation")
    assert coverage.same(person, alone)


@pytest.mark.parametrize("other", ["Haroun Holding", "HAROUN"])
def test_a_body_of_that_name_stays_a_body(other):
    coverage = Coverage()
    person = coverage.add("d1", "Yagoub Haroun")
    coverage.add("d3", other, kind="organisation")
    alone = coverage.add("d2", "Haroun" if " " in other else other, kind="organisation")
    assert not coverage.same(person, alone)


def test_a_double_family_name_and_its_half():
    coverage = Coverage()
    assert coverage.same(coverage.add("d1", "Nilton Lima"), coverage.add("d2", "Nilton Lima-Tavares"))


def test_the_leader_of_a_state_is_its_president():
    coverage = Coverage()
    president = coverage.add("d1", "Ada Moreno", offices=["President"], country="PE")
    leader = coverage.add("d2", "Peruvian leader", subtype="office", country="PE")
    assert coverage.same(president, leader)
