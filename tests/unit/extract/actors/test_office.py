"""Offices: the words, whom they serve, whether they are held, and who holds them."""

import pytest

CASES = [  # text, person, (title, principal, status)
    ("Norwegian Foreign Minister Kari Lind met Norway's press.", "Kari Lind", ("Norwegian Foreign Minister", "Norway", "current")),
    ("Norway spoke. Kari Lind, Norway's ambassador-designate to Cuba, left.", "Kari Lind",
     ("Norway's ambassador-designate to Cuba", "Norway", "designate")),
    ("Kari Lind, a former prime minister of Norway, left.", "Kari Lind", ("former prime minister of Norway", "Norway", "former")),
    ("Acting Defence Minister Luz Cano of Peru spoke.", "Luz Cano", ("Acting Defence Minister", "Peru", "acting")),
    ("Tomas Sorel, a researcher at the Oslo Peace Institute, disagreed.", "Tomas Sorel",
     ("researcher at the Oslo Peace Institute", "Oslo Peace Institute", "current")),
    ("President Edda Marlowe left. Marlowe's press secretary Tomas Sorel said so.", "Tomas Sorel",
     ("Marlowe's press secretary", "Edda Marlowe", "current")),
    ("Talks were led by the special envoy for Yemen, Tomas Sorel.", "Tomas Sorel", ("special envoy for Yemen", None, "current")),
    ("Tomas Sorel became Secretary of State in May.", "Tomas Sorel", ("Secretary of State", None, "current")),
    ("Norway met Peruvian Foreign Minister Luz Cano. Her Norwegian counterpart, Kari Lind, smiled.", "Kari Lind",
     ("Norwegian counterpart", "Norway", "current")),
    ("Norway's trade minister, Kari Lind, met his Peruvian colleague, Hilarión Quinto, in Peru.", "Hilarión Quinto",
     ("Peruvian colleague", "Peru", "current")),
    ("Peru spoke. Peruvian customs chief Jorge Soto attended.", "Jorge Soto", ("Peruvian customs chief", "Peru", "current")),
    ("Minister of Transport Jorge Soto flew to Peru.", "Jorge Soto", ("Minister of Transport", None, "current")),
    ("Deputy Minister of Economic Development Jorge Soto flew to Peru.", "Jorge Soto",
     ("Deputy Minister of Economic Development", None, "current")),
    ("Minister of Foreign Affairs Ana Prieto and Minister of Defence and Security Jorge Soto left.", "Jorge Soto",
     ("Minister of Defence and Security", None, "current")),
    ("Secretary of State for Energy Jorge Soto flew to Peru.", "Jorge Soto", ("Secretary of State for Energy", None, "current")),
    ("Peru spoke. The Peruvian facilitator, Ana Prieto, waited.", "Ana Prieto", ("Peruvian facilitator", None, "current")),
    ("Peru spoke. A downbeat President Jorge Soto of Peru left.", "Jorge Soto", ("President", "Peru", "current")),
    ("Cyprus spoke. The Turkish-Cypriot leader Ana Prieto left.", "Ana Prieto", ("Turkish-Cypriot leader", None, "current")),
    ("Ana Prieto, deputy director of the Trade Office and vice finance minister, left.", "Ana Prieto",
     ("deputy director of the Trade Office and vice finance minister", "Trade Office", "current")),
    ("Peru's Ana Prieto, a retired Peruvian judge, waited.", "Ana Prieto", ("retired Peruvian judge", None, "former")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "office"), CASES)
def test_office_of_a_person(read, text, name, office):
    assert office in read(text).offices(name)


def test_the_field_of_an_office_is_no_part_of_the_name(read):
    found = read(
        "The delegation included Deputy Minister of Finance Karine Saro. Saro thanked Minister for Trade Ana Prieto."
    )
    assert found.names("person") == ["Karine Saro", "Ana Prieto"]


def test_principal_is_who_is_served_not_the_field(read):
    found = read("Special Representative for Yemen Tomas Sorel met Yemen's president.")
    [office] = found.offices("Tomas Sorel")
    assert office[:2] == ("Special Representative for Yemen", None)


def test_stacked_offices_before_one_name(read):
    found = read("Russia sent the current Envoy for Trade, Head of the Northern Development Fund Ilya Barsky.")
    assert [title for title, _, _ in found.offices("Ilya Barsky")] == [
        "current Envoy for Trade",
        "Head of the Northern Development Fund",
    ]


def test_joined_offices_are_one_title(read):
    found = read("It was written by journalist and opposition leader Tomas Sorel.")
    assert [title for title, _, _ in found.offices("Tomas Sorel")] == ["journalist and opposition leader"]


def test_plural_office_belongs_to_each(read):
    found = read("The foreign ministers, Kari Lind of Norway and Luz Cano of Peru, signed the text.")
    assert found.offices("Kari Lind") == [("foreign ministers", "Norway", "current")]
    assert found.named["Luz Cano"].country == "PE"
    assert {found.ids[own] for own in found.named["foreign ministers"].stands_for} == {"Kari Lind", "Luz Cano"}


def test_side_of_a_delegation(read):
    found = read("On the Peruvian side: Luz Cano, Ana Prieto and Jorge Soto. Peru and Norway met.")
    assert [found.named[name].country for name in ("Luz Cano", "Ana Prieto", "Jorge Soto")] == ["PE"] * 3
    listed = read("Luz Cano and Ana Prieto on the Peruvian side, Kari Lind on the Norwegian side met.")
    assert [listed.named[name].country for name in ("Ana Prieto", "Kari Lind")] == ["PE", "NO"]


def test_office_without_a_name_is_an_actor_of_its_own(read):
    found = read("The president of Peru objected.")
    actor = found.named["president of Peru"]
    assert (actor.kind, actor.subtype, actor.country) == ("person", "office", "PE")


def test_office_of_the_state_that_its_means(read):
    found = read("Norway sent a delegation to Lima. Norway said that its energy minister would join on Friday.")
    assert found.named["energy minister"].country == "NO"
    assert found.offices("energy minister") == [("energy minister", "Norway", "current")]


def test_counterpart_without_a_name_is_the_one_of_that_state(read):
    text = (
        "Norway's chief negotiator, Anna Lind, spoke first. Peru's chief negotiator, Jorge Soto, left early. Lind was tired. "
        "Her Peruvian counterpart answered that the door was open."
    )
    said = [mention.evidence.quote for mention in read(text).named["Jorge Soto"].mentions]
    assert "Peruvian counterpart" in said


def test_counterpart_of_whom_two_may_be_meant_stays_apart(read):
    text = (
        "Norway's negotiator, Anna Lind, spoke first. Peru's negotiator, Jorge Soto, and Peru's negotiator Ana Prieto left. "
        "Lind was tired. Her Peruvian counterpart answered."
    )
    found = read(text)
    assert all(
        "Peruvian counterpart" not in [mention.evidence.quote for mention in found.named[name].mentions]
        for name in ("Jorge Soto", "Ana Prieto")
    )


def test_nameless_mediator_is_an_actor(read):
    assert read("Norway and Peru met. The mediator said she was content.").named["mediator"].subtype == "office"


def test_city_of_two_words_is_no_person(read):
    assert "Santa Cruz" not in read("The hauliers of Santa Cruz, who blocked the road, were not invited.").named


def test_an_age_is_no_part_of_an_office(read):
    found = read("Shi Moran, a 49-year-old trader from Chile, was glad.")
    assert all("old" not in office.title and "-" not in office.title for office in found.named["Shi Moran"].offices)


def test_an_adjective_of_mood_does_not_make_another_president(read):
    found = read("The Chilean president, Ada Moen, came. Peru yielded to the assertive Chilean president.")
    mentions = {mention.evidence.quote for mention in found.named["Ada Moen"].mentions}
    assert "Chilean president" in mentions


def test_an_occasion_is_no_part_of_an_office(read):
    found = read(
        "An invitation by the Ethiopian premier for a face-to-face meeting came. Envoy Ada Moen told a colleague on the eve."
    )
    words = {mention.evidence.quote for actor in found.named.values() for mention in actor.mentions}
    assert "Ethiopian premier" in words
    assert not any("meeting" in own or "eve" in own for own in words)
