"""extract/encounter.py: statuses across clauses, calls, places without a gazetteer, delegates; sentences are invented."""

import pytest

from communique.annotate.syntax import load_model, parse
from communique.extract.actor import find_actors
from communique.extract.encounter import find_encounters
from communique.model import CleanText
from factories import document


@pytest.fixture(scope="module")
def nlp():
    return load_model()


@pytest.fixture
def read(nlp):
    """(mentions, names by actor id) of a text."""

    def run(text):
        doc = document(text)
        analysis = parse(nlp, CleanText(doc, text, ()))
        actors = find_actors(analysis)
        return find_encounters(analysis, actors), {actor.id: actor.name for actor in actors.actors}

    return run


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Omar Haddad, the chairman of Tarn, denied once more that he had met Lena Brandt in Doha in May.", ["denied"]),
        ("Envoys Omar Haddad and Lena Brandt met in secret in Doha in May. Both men deny it.", ["denied"]),
        ("Minister Lena Brandt met Omar Haddad in Oslo. A spokesman said no such meeting had taken place.", ["denied"]),
        ("The envoys agreed on Tuesday to exchange prisoners, ending 16 hours of talks in Lima.", ["held"]),
        ("The first round of talks, which was hosted by Oman on 5 April, was suspended.", ["held"]),
        ("The second round of talks will be held in Lima on 5 June.", ["planned"]),
        ("The ministers welcomed the results of the Lima talks.", ["held"]),
    ],
)
def test_whether_it_took_place(read, text, statuses):
    assert [mention.status.value for mention in read(text)[0]] == statuses


def test_a_denial_of_something_else_leaves_talks_alone(read):
    text = (
        "Norway and Jordan held talks in Lima on Monday. The sides exchanged lists. The lists were long. "
        "A spokesman denied that any such conversation had taken place."
    )
    assert next(mention.status.value for mention in read(text)[0]) == "held"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Lena Brandt spoke on Tuesday by telephone with the Minister of Transport of Jordan, Omar Haddad.",
        "The foreign ministers, Lena Brandt and Omar Haddad, agreed to the talks in a telephone call on May 6.",
    ],
)
def test_who_spoke_by_telephone(read, text):
    mentions, names = read(text)
    [call] = [mention for mention in mentions if mention.kind.value == "call"]
    assert {names[own.actor] for own in call.participants} == {"Lena Brandt", "Omar Haddad"}


def test_a_place_that_no_gazetteer_holds(read):
    text = "Norway's envoy, Lena Brandt, met Omar Haddad in Kirvesk on Friday."
    assert read(text)[0][0].place is None
    [mention] = read(text + " It was raining in the village of Kirvesk.")[0]
    assert mention.place is not None and mention.place.city == "Kirvesk"
    assert mention.place.latitude is None and mention.place.evidence[0].quote == "Kirvesk"


def test_a_month_is_no_place(read):
    for mention in read("Chile and Peru signed the deal at the March 13-14 talks in Lima.")[0]:
        assert mention.place is None or mention.place.city == "Lima"


def test_chief_delegates_and_mediators_sit_at_the_talks(read):
    text = (
        "Norway and Jordan held a second round of talks in Lima on Monday. "
        '"It was long," said Lena Brandt, Norway\'s chief negotiator. '
        "General Omar Haddad, who headed the Jordanian team, left at once. "
        "The mediator, Judge Nadia Petrov, was silent. Ivo Kern, a former chief negotiator, was not surprised."
    )
    mentions, names = read(text)
    [talks] = [mention for mention in mentions if mention.kind.value == "round"]
    roles = {names[own.actor]: own.role.value for own in talks.participants}
    assert roles["Lena Brandt"] == "lead" and roles["Nadia Petrov"] == "mediator"
    assert "Ivo Kern" not in roles


def test_who_chairs_a_cabinet_session_is_not_at_the_talks(read):
    text = (
        "Norway and Jordan held talks in Lima on Monday. "
        "The council, in its regular session on Wednesday chaired by Prime Minister Ivo Kern, heard a report."
    )
    mentions, names = read(text)
    assert "Ivo Kern" not in {names[own.actor] for mention in mentions for own in mention.participants}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A high-level contact was held at Oslo on Monday.", "round"),
        ("Chairman Lena Brandt received in Oslo on Tuesday the Jordanian ambassador, Omar Haddad.", "meeting"),
        ("Norway's foreign minister, Lena Brandt, and Omar Haddad saw each other in Oslo on Monday.", "meeting"),
        ("Lena Brandt met with Jordan's mission to the United Nations in New York in January.", "meeting"),
    ],
)
def test_what_kind_it_was(read, text, kind):
    assert [mention.kind.value for mention in read(text)[0]] == [kind]


def test_an_arrival_is_no_encounter(read):
    assert not read("Lena Brandt was received at Oslo Airport by the Minister of Transport, Omar Haddad.")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Jordan freed prisoners, ending 16 hours of talks that ran through the night in Lima.",
        "A round of talks between Norway and Jordan on trade, which was to have opened in Lima, will not take place.",
        "In Lima, where the delegations of Norway and Jordan met on 12 June, nobody spoke.",
        "Envoy Omar Haddad was in Lima on Thursday and met Lena Brandt for two hours.",
    ],
)
def test_where_another_clause_says_it_was(read, text):
    [mention] = read(text)[0]
    assert mention.place is not None and mention.place.city == "Lima"
