"""Whatever the text: offsets stay, regions cover it in order, and two runs agree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.clean import clean_document
from factories import document

PIECES = st.sampled_from(
    ["Share this article", "By Ann Lee", "GENEVA (Reuters) - ", "The talks went on for six hours, the mediator of both sides said. ", "\n", "\r\n", "\u2028",
     "\n\n", "“", "”", "„", "»", "'", "(AP)", "Read more:", "Comments", "May 14, 2031", "\ufeff", "\u00a0", "...", "Source: https://example.org", "ЖЕНЕВА. ", "日内瓦。", "\x00", "1.", "- "]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_regions_cover_the_text_in_order_and_lengths_stay(text):
    clean = clean_document(document(text))
    assert len(clean.text) == len(text)
    last = 0
    covered = set()
    for region in clean.regions:
        assert last <= region.span.start < region.span.end <= len(text)
        last = region.span.end
        covered.update(range(region.span.start, region.span.end))
    assert all(place in covered for place, mark in enumerate(text) if not mark.isspace())
    assert clean_document(document(text)) == clean


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_evidence_of_the_date_is_of_the_text(text):
    published = clean_document(document(text)).document.published
    for own in published.evidence if published else ():
        assert own.quote == text[own.span.start : own.span.end]
