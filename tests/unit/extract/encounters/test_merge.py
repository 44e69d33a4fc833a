"""Which mentions of one document are one encounter."""


def test_the_meeting_points_back(read):
    found = read("Ada Moreno and Jonas Berg met in Oslo on Monday. The meeting lasted two hours.")
    assert len(found.found) == 1
    assert found.found[0].duration.min_minutes == 120
    assert len(found.found[0].evidence) == 2


def test_a_second_round_is_another(read):
    found = read("Chile and Peru held a first round of talks in Quito. A second round is planned for May 28 in Lima.")
    assert found.statuses() == ["held", "planned"]
    assert found.cities() == ["Quito", "Lima"]


def test_other_people_other_meeting(read):
    found = read("Ada Moreno met Jonas Berg. Clara Diaz met Pablo Rojas.")
    assert len(found.found) == 2


def test_other_day_other_meeting(read):
    found = read("Ada Moreno met Jonas Berg on May 3. Ada Moreno met Jonas Berg on May 9.")
    assert len(found.found) == 2


def test_days_without_a_year_keep_apart_too(read):
    found = read("Ada Moreno met Jonas Berg on May 3. Ada Moreno met Jonas Berg on May 9.", published=None)
    assert len(found.found) == 2


def test_other_city_other_meeting(read):
    found = read("Ada Moreno met Jonas Berg in Oslo. Ada Moreno met Jonas Berg in Lima.")
    assert len(found.found) == 2


def test_a_call_is_not_the_meeting(read):
    found = read("Ada Moreno phoned Jonas Berg on Monday. Ada Moreno met Jonas Berg in Oslo on Friday.")
    assert [str(own.kind) for own in found.found] == ["call", "meeting"]


def test_a_visit_is_not_the_talks(read):
    found = read("Ada Moreno visited Oslo on Monday. Ada Moreno held talks with Jonas Berg in Oslo on Monday.")
    assert [str(own.kind) for own in found.found] == ["visit", "round"]


def test_a_pronoun_goes_on(read):
    found = read("Ada Moreno and Jonas Berg plan a meeting. It will take place in Lima on May 20.")
    assert len(found.found) == 1
    assert found.cities() == ["Lima"]
    assert found.dates() == ["2031-05-20"]


def test_parts_told_by_number(read):
    found = read(
        "On Monday a meeting of Chile and Peru was held in Quito. In fact, these were two separate meetings: "
        "one on fishing and one on trade."
    )
    assert len(found.found) == 3
    assert found.cities() == ["Quito", "Quito", "Quito"]


def test_ids_are_in_text_order(read):
    found = read("Ada Moreno met Jonas Berg. Clara Diaz met Pablo Rojas.")
    starts = [own.evidence[0].span.start for own in found.found]
    assert starts == sorted(starts)
    assert [own.id.rsplit(":", 1)[1] for own in found.found] == ["e1", "e2"]


def test_same_text_same_result(read):
    text = "Chile and Peru held talks in Quito on Monday. The talks failed. A new round is planned for June."
    assert read(text).found == read(text).found


def test_the_lead_told_first_by_states_then_by_people(read):
    found = read(
        "Chile and Peru have negotiated for the first time in years. Chilean Foreign Minister Ada Moreno met Peruvian Foreign "
        "Minister Jonas Berg in Quito on Monday."
    )
    assert len(found.found) == 1
    assert found.cities() == ["Quito"]


def test_another_party_is_another_meeting(read):
    found = read(
        "Chile and Peru met in May. Chilean Foreign Minister Ada Moreno met Bolivian Foreign Minister Jonas Berg in Quito."
    )
    assert len(found.found) == 2


def test_a_talk_held_is_not_the_summit_to_come(read):
    found = read(
        "Chilean Foreign Minister Ada Moreno and Peruvian Foreign Minister Jonas Berg held talks in Quito on Monday. They are to "
        "prepare a summit of Chilean President Clara Diaz and Peruvian President Pablo Rojas. The weather was fine. "
        "The Chile-Peru talks took place as closed sessions."
    )
    assert found.statuses() == ["held", "planned"]
    assert len(found.found[0].evidence) == 2


def test_plans_of_the_same_two_are_one(read):
    found = read(
        "A possible summit of President Clara Diaz and President Pablo Rojas was expected soon. Months went by. "
        "Diaz agreed to meet Rojas in Lima."
    )
    planned = [own for own in found.found if len(own.participants) == 2]
    assert len(planned) == 1


def test_the_city_before_the_noun_points_back_past_the_day_of_another(read):
    found = read(
        "Ministers of Chile held a meeting in Quito on Monday. The Quito meeting was followed by another meeting held in Lima "
        "on Tuesday."
    )
    assert found.cities() == ["Quito", "Lima"]


def test_the_same_weekday_without_a_date(read):
    found = read(
        "Ada Moreno and Jonas Berg met in Quito on Tuesday. Nobody had expected it. The official negotiation began on Tuesday "
        "under the eye of the mediator.",
        published=None,
    )
    assert len(found.found) == 1


def test_a_headline_sums_up(read_titled):
    found = read_titled(
        "First talks on fish end", "Ada Moreno and Jonas Berg held talks in Quito on Monday. The talks lasted two hours."
    )
    assert len(found.found) == 1
    assert found.cities() == ["Quito"]


def test_place_of_a_meeting_that_lasts(read):
    assert read("The ministers held a meeting lasting over five hours in Quito.").cities() == ["Quito"]


def test_place_of_a_visit_is_its_object(read):
    assert read("Chilean President Clara Diaz is due to visit Lima on Friday.").cities() == ["Lima"]


def test_the_later_of_two_words_takes_the_place(read):
    found = read("President Clara Diaz made a telephone call to President Pablo Rojas agreeing to meet him in Lima.")
    assert found.cities() == [None, "Lima"]


def test_what_talks_are_about_does_not_take_part(read):
    found = read("Ada Moreno and Jonas Berg began negotiations regarding Bolivia in Quito.")
    assert found.people() == {"Ada Moreno", "Jonas Berg"}


def test_talks_told_without_sides_are_of_the_two_the_report_joins(read):
    found = read("Chile and Peru agreed on nothing. Chile and Peru are neighbours. The Quito talks lasted two days.")
    assert found.people() == {"Chile", "Peru"}


def test_a_breakfast_on_the_day_of_talks_is_another(read):
    found = read(
        "Five coastal states ended their second round of mackerel talks on Wednesday. Ada Moreno met Jonas Berg for 45 minutes "
        "over breakfast on Wednesday."
    )
    assert len(found.found) == 2


def test_place_of_the_dateline_for_the_talks_told_most(read_datelined):
    body = "Ministers of Chile and Peru ended five days of talks on Tuesday. The talks were hard. In Doha many had come for them."
    found = read_datelined("DOHA", body)
    assert found.cities() == ["Doha"]
    assert found.found[0].place.evidence[0].quote == "DOHA"


def test_dateline_of_a_party_is_where_the_reporter_sits(read_datelined):
    body = "Ministers of Chile and Peru ended five days of talks on Tuesday. The talks were hard. In Lima many had come for them."
    assert read_datelined("LIMA", body).cities() == [None]


def test_what_follows_a_meeting_tells_of_the_past(read):
    found = read("The news follows a meeting of Ada Moreno and Jonas Berg in Quito on Monday.")
    assert found.dates() == ["2031-05-12"]


def test_what_was_called_off_is_not_what_takes_its_place(read):
    found = read(
        "Chile and Peru held a first round of talks in Quito. "
        "The second round of talks, which was cancelled on Sunday, will now be held in Lima on May 28 instead of Oslo. "
        "An official close to the talks said so."
    )
    assert found.statuses() == ["held", "planned", "cancelled"]
    assert found.cities() == ["Quito", "Lima", None]
    assert found.found[2].evidence[0].quote == "The second round of talks, which was cancelled on Sunday"
    assert found.found[2].date is None


def test_what_was_put_off_stays_what_it_was(read):
    found = read(
        "The second round of talks of Chile and Peru, which was postponed on Sunday, will be held in Lima on May 28."
    )
    assert len(found.found) == 1


def test_a_plan_called_off_under_another_word(read):
    found = read("Ada Moreno and Jonas Berg had planned to meet in Lima on May 28, but the meeting was cancelled.")
    assert found.statuses() == ["cancelled"]
    assert found.cities() == ["Lima"]


def test_a_summit_in_the_city_of_a_round_is_another(read):
    found = read(
        "The second round of talks will be held in Lima on May 28. "
        "President Ada Moreno and President Jonas Berg could meet before the end of June in Lima."
    )
    assert [str(own.kind) for own in found.found] == ["round", "summit"]


def test_a_round_called_off_is_told_again_with_its_place(read):
    found = read(
        "On Sunday Chile called off the second round of the talks with Peru. Nobody was surprised. Both sides had waited. "
        "The price of tin fell. There will be no second round, not in Lima and not anywhere."
    )
    assert found.statuses() == ["cancelled"]
    assert found.cities() == ["Lima"]
