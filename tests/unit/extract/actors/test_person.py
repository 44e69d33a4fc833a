"""Persons of one document: which names are one, which are two, and what is no person."""

import pytest


def test_family_name_alone_before_and_after_the_full_name(read):
    found = read("Marlowe is tired. Foreign Minister Edda Marlowe said so on Monday. Critics say Marlowe failed.")
    assert found.words("Edda Marlowe") == ["Marlowe", "Edda Marlowe", "Marlowe"]


def test_initial_and_name_are_one(read):
    found = read("Envoy T. Sorel arrived. Later Tomas Sorel left. Sorel smiled.")
    assert found.words("Tomas Sorel") == ["T. Sorel", "Tomas Sorel", "Sorel"]


def test_spellings_of_one_given_name_are_one(read):
    found = read("Sergei Volkonin met reporters. Sergey Volkonin smiled.")
    assert len(found.names("person")) == 1


def test_two_given_names_stay_two_persons(read):
    found = read(
        "Foreign minister Celia Marsten and Commodore Armand Marsten, who is not related to her, met on Friday. "
        "Marsten, the commodore, left early."
    )
    assert found.of("Marsten", 2) == "Armand Marsten"
    assert set(found.names("person")) == {"Celia Marsten", "Armand Marsten"}


def test_particles_belong_to_the_family_name(read):
    found = read("Prince Faris bin Hadi Al Nuri spoke. The minister Tarik el-Naggar nodded, and el-Naggar smiled.")
    assert "Faris bin Hadi Al Nuri" in found.named
    assert found.words("Tarik el-Naggar") == ["Tarik el-Naggar", "el-Naggar"]


def test_korean_order(read):
    found = read("Unification Minister Cho Min-seok met Ri Song-ho on Wednesday. Cho proposed talks. Ri agreed.")
    assert found.of("Cho", 1) == "Cho Min-seok"
    assert found.of("Ri", 1) == "Ri Song-ho"


def test_hyphen_between_two_persons_is_no_name(read):
    found = read("A Marlowe-Sorel meeting is due. Edda Marlowe told Tomas Sorel to prepare. Marlowe and Sorel agreed.")
    assert found.of("Marlowe") == "Edda Marlowe"
    assert found.of("Sorel") == "Tomas Sorel"


@pytest.mark.parametrize(
    "text",
    [
        "The Geneva Convention applies on Monday.",
        "They met in Montreux near Lake Geneva.",
        "In April the Treaty of Utrecht was read.",
    ],
)
def test_what_is_no_person(read, text):
    assert read(text).names("person") == []


def test_apposition_makes_an_unknown_name_a_person(read):
    found = read("Zawadi Ngalombe, permanent secretary in the water ministry, led the talks.")
    assert found.named["Zawadi Ngalombe"].kind == "person"


def test_names_of_the_body_are_found_in_the_headline(read):
    found = read("Edda Marlowe Walks Out Of Lake Talks After Sorel Remark\nEdda Marlowe left. Tomas Sorel stayed.")
    assert found.of("Edda Marlowe") == "Edda Marlowe"
    assert found.of("Sorel") == "Tomas Sorel"


SMALL_WORDS = [  # text, persons, organisations
    ("Chinese Vice Premier Chen He called on Friday. Chen said it went well.", ["Chen He"], []),
    (
        "British envoy Marta May met Edda Sorel. May repeated her call. In May the talks failed.",
        ["Edda Sorel", "Marta May"],
        [],
    ),
    ("The Director of the Prime Minister's Office Tomas Sorel spoke.", ["Tomas Sorel"], []),
    ("The Cyprus Mail said that the report was ready.", [], ["Cyprus Mail"]),
    ("On the second day, Day 3, envoy Edda Sorel left.", ["Edda Sorel"], []),
    ("East African leaders gathered to hear envoy Edda Sorel.", ["Edda Sorel"], []),
    ("The SPLM-IO leader Edda Sorel said that the SPLM-IO would come.", ["Edda Sorel"], ["SPLM-IO"]),
]


@pytest.mark.parametrize(("text", "persons", "organisations"), SMALL_WORDS)
def test_names_with_words_that_look_like_others(read, text, persons, organisations):
    found = read(text)
    assert sorted(name for name in found.names("person") if name[:1].isupper() and "Prime" not in name) == persons
    assert sorted(found.names("organisation")) == organisations


def test_his_excellency_is_no_pronoun(read):
    found = read("Envoy Tomas Sorel smiled. HE President Omar Haddad hosted a dinner.")
    assert "HE" not in found.words("Tomas Sorel")
