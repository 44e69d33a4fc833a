"""The tagger with its installed weights, on invented text."""

import json
import shutil
import time
from pathlib import Path

import communique_models_en as models
import pytest

from communique.annotate.attribution import Tagger, load_tagger
from communique.errors import BackendMissing
from communique.model.attribution import Attribution
from communique.model.span import Span


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def only(tagger: Tagger, text: str) -> Attribution:
    found = tagger.tag(text)
    assert len(found) == 1, [words(text, a.content) for a in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The envoy said on Monday that both sides had agreed to a ceasefire.",
            ["The envoy"],
            ["said"],
            ["that both sides had agreed to a ceasefire"],
        ),
        (
            "“We have listened to each other,” she told reporters, “and we will meet again.”",
            ["she"],
            ["told"],
            ["We have listened to each other,", "and we will meet again."],
        ),
        (
            "‘It will not happen,’ said Anna Berg, a spokeswoman for the party.",
            ["Anna Berg, a spokeswoman for the party"],
            ["said"],
            ["It will not happen,"],
        ),
        (
            "The talks will go on until Friday, according to the foreign ministry of Norland.",
            ["the foreign ministry of Norland"],
            ["according to"],
            ["The talks will go on until Friday"],
        ),
    ],
)
def test_direct_indirect_and_split(tagger: Tagger, text: str, source: list[str], cue: list[str], content: list[str]) -> None:
    found = only(tagger, text)
    assert (words(text, found.source), words(text, found.cue), words(text, found.content)) == (source, cue, content)
    assert 0.5 < found.confidence <= 1


def test_every_style_of_marks_gives_the_same(tagger: Tagger) -> None:
    for left, right in ('""', "“”", "‘’", "''", "«»", "„“"):
        text = f"{left}We will sign the agreement,{right} the minister said."
        found = only(tagger, text)
        assert words(text, found.content) == ["We will sign the agreement,"]
        assert words(text, found.source) == ["the minister"]


def test_depth_reads_what_is_said_inside(tagger: Tagger) -> None:
    text = "The Herald reports that Ms Berg said the army would leave by Friday."
    assert [words(text, a.source) for a in tagger.tag(text)] == [["The Herald"]]
    nested = tagger.tag(text, depth=2)
    assert [words(text, a.source) for a in nested] == [["The Herald"], ["Ms Berg"]]
    outer, inner = nested[0].content[0], nested[1].content[0]
    assert outer.contains(inner)


def test_quotation_marks_alone_are_no_quotation(tagger: Tagger) -> None:
    assert tagger.tag("The so-called “iron wall” stands near the river.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\x00\u200b" * 50,
        "\"“”'‘’«»„" * 300,
        "x" * 200_000,
        "a\t1\t2\n" * 400,
        "他说我们同意了。" * 200,
        "😀" * 2000,
    ],
)
def test_hostile_text_gives_nothing_and_does_not_hang(tagger: Tagger, text: str) -> None:
    began = time.process_time()
    assert tagger.tag(text) == ()
    assert time.process_time() - began < 20


def test_one_long_paragraph_takes_time_in_proportion(tagger: Tagger) -> None:
    sentence = "He said that it was so and they left. "

    def seconds(times: int) -> float:
        began = time.process_time()
        assert len(tagger.tag(sentence * times)) > 0.9 * times
        return time.process_time() - began

    short = seconds(100)
    assert seconds(800) < 16 * short + 1


def test_same_text_gives_the_same(tagger: Tagger) -> None:
    text = "The minister warned that talks may fail. “They will not,” an aide said.\n\n" * 5
    assert tagger.tag(text) == tagger.tag(text)


def test_spans_lie_in_the_text_and_are_trimmed(tagger: Tagger) -> None:
    text = "  \n\n   “Peace is near,”   said the envoy .   He added that\u00a0nobody  knows when.\n" * 3
    for item in tagger.tag(text):
        for span in (*item.source, *item.cue, *item.content):
            cut = text[span.start : span.end]
            assert cut == cut.strip()
            assert cut[0] not in '“”"'


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    shutil.copytree(models.path(), folder)
    settings = folder / "attribution.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "keep": 0.0}), encoding="utf-8")
    with pytest.raises(BackendMissing, match=r"attribution\.json.*pip install"):
        load_tagger(folder=folder)
    (folder / "models.lock.json").unlink()
    with pytest.raises(BackendMissing, match="pip install"):
        load_tagger(folder=folder)
