"""A text that a body issues in its own name: its "we" is that body."""

from communique.extract.actor import find_actors
from communique.extract.quotation import find_quotations

RELEASE = (
    "FRONT OF THE UPPER TOVA\nCentral Command\n\nWe have given our word. We reject the version of the government. "
    "“We know nothing,” its minister said. We shall not travel to Oslo, and nobody asked us."
)


def test_we_is_the_body_of_the_letterhead(read):
    found = read(RELEASE)
    assert found.names("organisation")[0] == "Front of the Upper Tova"
    assert found.pronouns("Front of the Upper Tova") == ["We", "our", "We", "We", "us"]


def test_we_between_marks_is_whoever_speaks(read):
    found = read(RELEASE)
    assert found.of("We", 2) is None


def test_the_name_ends_with_its_line(read):
    assert read(RELEASE).words("Front of the Upper Tova")[0] == "FRONT OF THE UPPER TOVA"


def test_we_of_a_columnist_stays_open(read):
    text = "Why the talks will fail\n\nWe have seen this. We saw it in our youth. We shall see it again, all of us."
    assert all(
        not found.mentions or "We" not in [m.evidence.quote for m in found.mentions] for found in read(text).found.actors
    )


def test_a_text_in_the_singular_has_an_author(read):
    text = "Ministry of Trade\n\nI came. I saw. I left. We met, we spoke, and our talks were of fish, so I wrote to us."
    assert read(text).pronouns("Ministry of Trade") == []


def test_what_the_body_says_of_itself_is_its_statement(analyse):
    text = "FRONT OF THE UPPER TOVA\n\nWe deny that our men left. We reject it. We ask that the talks go on. We thank Oslo."
    analysis = analyse(text)
    actors = find_actors(analysis)
    names = {actor.id: actor.name for actor in actors.actors}
    said = [(names.get(own.speaker), own.content[0].quote) for own in find_quotations(analysis, actors)]
    assert ("Front of the Upper Tova", "our men left") in said
