"""Descriptions, groups and pronouns: resolved where it is clear, left out where it is not."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("Kari Lind, a researcher at the Oslo Institute, spoke. For the researcher it is late.", "researcher", 1, "Kari Lind"),
        ("Peruvian Foreign Minister Luz Cano came. The minister smiled.", "minister", 0, "Luz Cano"),
        ("The Peruvian foreign minister smiled. Norway's Kari Lind met Peruvian Foreign Minister Luz Cano.",
         "Peruvian foreign minister", 0, "Luz Cano"),
        ("NATO met. The alliance agreed.", "alliance", 0, "NATO"),
        ("Peru's foreign ministry protested. The ministry called it a breach.", "ministry", 1, "Peru's foreign ministry"),
    ],
)  # fmt: skip
def test_description(read, text, words, nth, expected):
    assert read(text).of(words, nth) == expected


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("Luz Cano met Jorge Soto. She smiled.", "She", 0, "Luz Cano"),
        ("Jorge Soto said he would come.", "he", 0, "Jorge Soto"),
        ("Jorge Soto called Pedro Lima a liar, although he visited him.", "him", 0, "Pedro Lima"),
        ("The delegation includes Jorge Soto, a friend of Pedro's daughter. He did not attend.", "He", 0, "Jorge Soto"),
        ("Although he was ill, Jorge Soto came.", "he", 0, "Jorge Soto"),
        ("Peru wants a seat. It demands a vote.", "It", 0, "Peru"),
        ("It is clear that Peru lost.", "It", 0, None),
        ('Jorge Soto said: "He is weak."', "He", 0, None),
        ("Pedro Lima himself admitted it.", "himself", 0, "Pedro Lima"),
    ],
)
def test_pronoun(read, text, words, nth, expected):
    assert read(text).of(words, nth) == expected


def test_joined_subjects_are_a_group(read):
    found = read("Peru and Norway have agreed to talk. They will meet in May.")
    group = next(actor for actor in found.found.actors if actor.kind == "group")
    assert {found.ids[own] for own in group.stands_for} == {"Peru", "Norway"}
    assert [m.evidence.quote for m in group.mentions] == ["They"]


def test_both_sides_are_the_two_states(read):
    found = read("Peru met Norway on Monday. Both sides were pleased.")
    group = found.named["Both sides"]
    assert {found.ids[own] for own in group.stands_for} == {"Peru", "Norway"}


def test_both_sides_without_two_states_have_no_members(read):
    found = read("Peru, Chile and Norway met. Both sides were pleased.")
    assert found.named["Both sides"].stands_for == ()


def test_two_presidents_are_those_of_that_office(read):
    found = read("Peruvian President Luz Cano called Norwegian President Kari Lind. The two presidents talked for an hour.")
    group = found.named["presidents"]
    assert {found.ids[own] for own in group.stands_for} == {"Luz Cano", "Kari Lind"}


def test_nameless_source(read):
    found = read("A senior Peruvian diplomat said the text was ready. The diplomat asked not to be named.")
    actor = found.named["senior Peruvian diplomat"]
    assert (actor.subtype, actor.country) == ("anonymous_source", "PE")
    assert found.of("diplomat", 1) == "senior Peruvian diplomat"


def test_bracketed_acronym_and_short_name(read):
    found = read("The Northern Fishing Council (NFC) met. The NFC agreed, the council said.")
    assert found.words("Northern Fishing Council") == ["Northern Fishing Council", "NFC", "NFC", "council"]


def test_outlets_are_media(read):
    found = read("Reuters reported it. The Savanna Standard denied it.")
    assert found.named["Reuters"].subtype == found.named["Savanna Standard"].subtype == "media"


def test_title_of_a_named_person_is_no_rival(read):
    found = read("Peru's supreme leader, Ayatollah Mohsen Tabari, said he would decide.")
    assert found.of("he") == "Mohsen Tabari"


def test_body_that_talks_create(read):
    found = read("Peru and Chile agreed to set up a joint water commission. The commission will meet in May.")
    actor = found.named["joint water commission"]
    assert actor.subtype == "created_body"
    assert [m.evidence.quote for m in actor.mentions] == ["joint water commission", "commission"]


def test_sides_are_the_pair_that_the_text_joins(read):
    found = read("Chile and Peru agreed. Norway's Kari Lind hosted the delegations.")
    assert {found.ids[own] for own in found.named["delegations"].stands_for} == {"Chile", "Peru"}


def test_name_that_looks_like_a_pronoun(read):
    found = read('Vice Premier He Lixin met Luz Cano. "It is late," He told reporters. She said he smiled.')
    assert found.words("He Lixin", "name") == ["He Lixin", "He"]
    assert found.of("She") in ("Luz Cano", None)


def test_dateline_is_no_actor(read):
    assert read("DOHA (AFP) - Talks went on.\nDoha (AFP) - Talks ended.").names("state") == []


def _members(found, words):
    group = next(actor for actor in found.found.actors if words in [m.evidence.quote for m in actor.mentions])
    return {found.ids[own] for own in group.stands_for}


def test_pair_is_the_one_the_document_joins_most(read):
    text = (
        "Norway and Peru met in Lima on Tuesday. Talks between Norway and Peru had begun in May. The Norwegian envoy saw no "
        "rapprochement between Peru and Chile. Fish was discussed for an hour. Then lunch was served. "
        "The weather was fine. In the end both parties agreed to meet again."
    )
    assert _members(read(text), "both parties") == {"Norway", "Peru"}


def test_pair_told_after_the_words(read):
    text = "Norway and Peru met in the absence of two key parties to the process: Chile and Bolivia."
    assert _members(read(text), "two key parties") == {"Chile", "Bolivia"}


def test_pair_without_article_points_nowhere(read):
    assert _members(read("Norway and Peru and Chile spoke. In Lima two countries stayed away."), "two countries") == set()


def test_place_in_a_list_of_places_is_no_person(read):
    found = read("Norway and Peru met. They spoke of the towns of Oslo, Bergen, Stavanger and Hamar.")
    assert "Hamar" not in found.names("person")


def test_state_of_whoever_is_sent_by_it(read):
    found = read("Norway and Peru met. The head of the trade part of the delegation sent by Norway, Kari Lind, smiled.")
    assert found.named["Kari Lind"].country == "NO"


def test_ministry_of_the_dateline_capital(read):
    found = read("Norway and Peru have talked since May. The foreign ministry in Lima said so.")
    assert next(a for a in found.found.actors if a.subtype == "ministry").country == "PE"


def test_short_name_of_a_company(read):
    found = read("Norway sued Safeline Ports Holding in May. Safeline Ports had refused to pay. Norway was angry.")
    assert found.words("Safeline Ports Holding") == ["Safeline Ports Holding", "Safeline Ports"]


def test_leader_of_a_delegation_in_a_relative_clause(read):
    found = read("Norway and Peru met. Abdelrahim Kamba, who headed the Peruvian team, told reporters so.")
    assert found.named["Abdelrahim Kamba"].country == "PE"


def test_field_of_a_minister_is_no_principal(read):
    found = read("Norway and Peru met. The Ministry of Transport wrote to the Peruvian Minister of Transport, Jorge Soto.")
    assert found.offices("Jorge Soto") == [("Peruvian Minister of Transport", "Peru", "current")]


def test_pronoun_after_sentences_that_only_quote(read):
    text = 'Jorge Soto, the minister, brought something home. Peru will pay. The quota rises. "It is little. But it is signed," he said.'
    assert read(text).pronouns("Jorge Soto") == ["he"]


def test_she_for_the_only_person_with_an_unknown_name(read):
    text = (
        "Norway and Peru met. Undersecretary Badrazia Khamin told reporters of the proposal. She said that Peru was waiting."
    )
    assert read(text).pronouns("Badrazia Khamin") == ["She"]


def test_ministry_of_the_capital_that_opens_the_sentence(read):
    found = read("Norway spoke of Chile. In Lima, the foreign ministry said that it took note.")
    assert next(a for a in found.found.actors if a.subtype == "ministry").country == "PE"


def test_who_signs_for_a_state(read):
    found = read("Norway and Peru met. Reconciliation Minister Achta Koulam, who signed for Peru, called the truce a door.")
    assert found.named["Achta Koulam"].country == "PE"


def test_movement_by_its_full_name_its_letters_and_its_sort(read):
    found = read(
        "Norway and the Front for Justice in the Highlands, or FJH, met. The FJH was late. The Front left. The rebels were tired."
    )
    front = found.named["Front for Justice in the Highlands"]
    assert front.subtype == "movement"
    assert {"FJH", "Front", "rebels"} <= {mention.evidence.quote for mention in front.mentions}


def test_a_counterpart_is_not_of_the_owners_state(read):
    found = read("Chilean President Li Wan met Peru. Li has reassured his counterpart Olav Berg that all is well.")
    assert found.named["Li Wan"].country == "CL"
    assert found.named["Olav Berg"].country is None


def test_the_owner_of_an_office_is_not_the_one_named(read):
    found = read(
        "The trip went well, said Olav Berg, the president's former special envoy to Chile. President Li Wan was glad."
    )
    titles = [office.title for office in found.named["Olav Berg"].offices]
    assert titles == ["former special envoy to Chile"]


def test_a_title_that_opens_the_next_clause(read):
    found = read("Emerging from an hour alone with Olav Berg, the prime minister looked pale, Ada Moen said.")
    assert found.named["Olav Berg"].offices == ()


def test_adviser_to_mr_somebody(read):
    found = read("Li Wan is the Chilean president. That was bad, said Olav Berg, another former adviser to Mr. Wan.")
    assert [office.title for office in found.named["Olav Berg"].offices] == ["former adviser to Mr. Wan"]
    assert all("adviser" not in office.title for office in found.named["Li Wan"].offices)


def test_the_group_is_the_movement_named_last(read):
    found = read(
        "The Front for Justice in the Highlands split from Al-Qaeda. The Front did not sign, so the group fights on."
    )
    assert "group" in {mention.evidence.quote for mention in found.named["Front for Justice in the Highlands"].mentions}


def test_a_colleague_of_another_state_in_the_same_office(read):
    found = read("Prime Ministers Olav Berg and Ada Moen signed. Berg telephoned his Ghanaian colleague.")
    assert "Ghanaian colleague" in {mention.evidence.quote for mention in found.named["Ada Moen"].mentions}


def test_of_several_leaders_both_are_the_two_that_the_text_joins(read):
    found = read(
        "President Ada Moreno and rebel leader Jonas Berg met. Moreno and Berg were tired. Prime Minister Omar Haddad of Peru "
        "spoke. Both leaders left."
    )
    both = next(actor for actor in found.named.values() if actor.subtype == "joint")
    members = {actor.name for actor in found.named.values() if actor.id in both.stands_for}
    assert members == {"Ada Moreno", "Jonas Berg"}


def test_one_word_of_a_full_name_is_that_person(read):
    found = read("Prime Minister Abiro Ahmadi hosted them. The envoy held a separate meeting with Abiro.")
    assert found.words("Abiro Ahmadi") == ["Abiro Ahmadi", "Abiro"]
