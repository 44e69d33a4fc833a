"""The state that "her country" tells."""


def test_her_country_is_the_state_she_serves(read):
    found = read("Ghanaian President Ada Moen said her country would wait. Ghana sent ships.")
    assert "her country" in {mention.evidence.quote for mention in found.named["Ghana"].mentions}


def test_a_country_of_nobody_known(read):
    found = read("Ada Moen said her country would wait. Ghana sent ships.")
    assert "her country" not in {mention.evidence.quote for mention in found.named["Ghana"].mentions}
