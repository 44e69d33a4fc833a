"""Whose president an article means that names only the seat of the government."""


def test_president_beside_the_seat(read):
    text = (
        "President Carla Dunmore met farmers. Dunmore was tired. The White House said little. Dunmore will not go to Chile."
    )
    assert read(text).named["Carla Dunmore"].country == "US"


def test_administration_tells_between_two(read):
    text = (
        "President Carla Dunmore and President Omar Haddad met. The Dunmore administration and the White House said little."
    )
    found = read(text)
    assert found.named["Carla Dunmore"].country == "US"
    assert found.named["Omar Haddad"].country is None


def test_no_seat_no_state(read):
    assert (
        read("President Carla Dunmore met farmers. Dunmore was tired. Dunmore slept.").named["Carla Dunmore"].country is None
    )


def test_a_known_president_leaves_no_room(read):
    text = "US President Ada Moen was ill. President Carla Dunmore met her. Dunmore was tired. Dunmore left the White House."
    assert read(text).named["Carla Dunmore"].country is None


def test_secretary_of_state_where_the_state_is_named(read):
    assert read("The United States was represented by Secretary of State Ada Moen.").named["Ada Moen"].country == "US"
    both = read("The United States and the United Kingdom sent envoys. Secretary of State Ada Moen came.")
    assert both.named["Ada Moen"].country is None
