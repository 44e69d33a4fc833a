from communique.annotate.attribution.wordpiece import UNKNOWN, WordPiece

VOCABULARY = ["[PAD]", "the", "talk", "##s", "end", "##ed", '"', ".", "cafe", "2", "和"]


def tokenizer() -> WordPiece:
    return WordPiece(VOCABULARY)


def read(text: str) -> list[tuple[str, tuple[int, ...]]]:
    words = tokenizer().words(text)
    return [(text[a:b], p) for a, b, p in zip(words.starts, words.ends, words.pieces, strict=True)]


def test_longest_pieces_win_and_case_is_ignored() -> None:
    assert read("The talks ENDED.") == [("The", (1,)), ("talks", (2, 3)), ("ENDED", (4, 5)), (".", (7,))]


def test_accents_are_stripped_but_offsets_stay() -> None:
    assert read("café cafe\u0301") == [("café", (8,)), ("cafe\u0301", (8,))]


def test_word_without_pieces_is_unknown() -> None:
    assert read("zzz") == [("zzz", (UNKNOWN,))]


def test_typewriter_marks_are_one_straight_mark() -> None:
    assert read("``the''") == [("``", (6,)), ("the", (1,)), ("''", (6,))]


def test_ideographs_are_words_of_their_own() -> None:
    assert [w for w, _ in read("和和the")] == ["和", "和", "the"]


def test_invisible_signs_belong_to_no_word() -> None:
    assert [w for w, _ in read("the\u200b \x83 the")] == ["the", "the"]


def test_hundred_thousand_letters_are_one_unknown_word() -> None:
    assert read("x" * 100_000)[0][1] == (UNKNOWN,)


def test_empty_text_has_no_words() -> None:
    assert read(" \n\t") == []
