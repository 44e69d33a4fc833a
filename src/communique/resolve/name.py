"""Whether two names may be one person's or one body's: spelling, script, order, initials, nicknames, particles.

A given name that differs under one family name is reported as a conflict: spelling alone never joins such names.
Similarity of words: Damerau-Levenshtein (rapidfuzz); romanisation of other scripts: anyascii.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from communique.lexicon.name import CHINESE, PARTICLES, SUFFIXES, name_key, name_skeleton, nicknames
from communique.lexicon.office import HONORIFICS, office_head
from communique.lexicon.word_set import word_set
from communique.model import Reason

WORD = re.compile(r"[\w'’.\-]+")
DIGITS = str.maketrans("0134578", "oieastb")
CONSONANTAL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc\u1780-\u17ff\u30a0-\u30ff]")
PATRONYMIC = re.compile(r"\w+(?:ovich|evich|ovych|evych|yovych|ovna|evna|ivna|yevna)$")
FILIATION = frozenset({"bin", "ibn", "ben", "bint"})
ARTICLE = re.compile(r"(?<!\w)\u0627\u0644(?=\w{3})")  # the Arabic article, written on to the name
HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
CONSONANTS = str.maketrans("pvclq", "bbsrk")
MATCH = 0.7
NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
NUMBERS = {
    word: str(n)
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}


@dataclass(frozen=True, slots=True)
class NameScore:
    """How well two names fit. `value` 0..1; from 0.7 they may be one by spelling. `given_conflict`: one family name, two
    given names that no variant, initial or short form joins."""

    value: float
    reasons: tuple[Reason, ...]
    given_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """Words of a name without titles; `family` is the index of the family name, `bare` says vowels are not written."""

    words: tuple[str, ...]
    family: int
    bare: bool


@lru_cache(maxsize=50_000)
def parse_name(name: str) -> Parsed:
    """The words of a personal name in Latin letters, titles and suffixes taken off.

    "FAMILY, Given" is put in order; Chinese and Korean characters are read with the family name first.
    """
    name = ARTICLE.sub("", name)
    foreign = HAN.search(name) is not None and re.search("[·・]", name) is not None
    bare = CONSONANTAL.search(name) is not None or foreign
    if HAN.search(name) and not foreign:
        letters = re.findall(r"[A-Z][a-z']*", anyascii(name)) or [anyascii(name)]
        words = [letters[0], "".join(letters[1:])] if len(letters) > 1 else letters
        return Parsed(tuple(name_key(word) for word in words if word), 0, False)
    before, comma, after = name.partition(",")
    ordered = f"{after} {before}" if comma and after.strip() and name_key(after.strip()) not in SUFFIXES else name
    ordered = re.sub("[·・]", " ", re.sub(r"\.(?=\w)", ". ", ordered))
    parts = [piece for part in WORD.findall(ordered) for piece in _initials(part, name)]
    raw = [_word(part) for part in parts]
    words = [word for word in raw if word and word not in SUFFIXES]
    words = words[_titles(words) :]
    words = [part for word in words for part in word.split("-") if part]
    return Parsed(tuple(words), max(0, len(words) - 1), bare)


def _titles(words: list[str]) -> int:
    """How many words at the front are titles; at least two words of name stay."""
    found = 0
    for k in range(min(5, len(words) - 2)):
        if words[k] in HONORIFICS or words[k] + "." in HONORIFICS or office_head(words[k]) is not None:
            found = k + 1
    return found


def _initials(part: str, name: str) -> list[str]:
    """ "JC" of "JC Juncker" is two initials; no word of a name in capitals is."""
    two = len(part) == 2 and part.isupper() and part.isalpha() and not name.isupper()
    return list(part) if two else [part]


def _word(part: str) -> str:
    """Lower-case Latin letters; digits inside a word read as the letters they look like."""
    plain = name_key(part)
    if any(mark.isdigit() for mark in plain) and any(mark.isalpha() for mark in plain):
        plain = plain.translate(DIGITS)
    return plain.replace("'", "").replace("’", "").strip(".-")


@lru_cache(maxsize=200_000)
def word_similarity(one: str, two: str) -> tuple[float, str]:
    """How well two words of names fit, 0..1, and why: "equal", "spelling", "nickname", "initial", "typo", ""."""
    if one == two:
        return 1.0, "equal"
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return (0.8, "initial") if long[0] == short else (0.0, "")
    if name_skeleton(one) == name_skeleton(two) or _halved(one) == _halved(two):
        return 0.97, "spelling"
    if two in nicknames(one) or one in nicknames(two):
        return 0.9, "nickname"
    if CHINESE.match(one) and CHINESE.match(two) and _syllables(one) == _syllables(two):
        return 0.85, "spelling"
    distance = OSA.distance(one, two)
    allowed = 0 if len(short) < 4 else 1 if len(short) < 8 else 2
    if distance > allowed or (len(short) == 4 and one[0] != two[0]):
        return 0.0, ""
    return 0.9 - 0.06 * distance, "typo"


def _halved(word: str) -> str:
    return "".join(letter for k, letter in enumerate(word) if k == 0 or letter != word[k - 1])


def _syllables(word: str) -> str:
    """What pinyin and Wade-Giles spellings of one syllable share ("xi" and "hsi", "zedong" and "tsetung")."""
    folded = word.replace("'", "").replace("hs", "x")
    folded = re.sub("ts|tz|zh|ch|q|c|z", "j", folded)
    folded = re.sub("sh|x", "s", folded).replace("ien", "ian").replace("ih", "i").replace("ung", "ong").replace("eh", "e")
    return folded.translate(str.maketrans("ptk", "bdg")).replace("uo", "o")


@lru_cache(maxsize=100_000)
def score_names(a: str, b: str, kind: str = "person") -> NameScore:
    """How well two names fit.

    Args:
        a, b: names in any script.
        kind: "person" or "organisation".
    """
    if kind != "person":
        return _score_bodies(a, b)
    if HAN.search(a) and HAN.search(b):
        return _score_characters(a, b)
    one, two = parse_name(a), parse_name(b)
    if not one.words or not two.words:
        return NameScore(0.0, (Reason("empty", "no letters", 0.0),))
    if one.words == two.words:
        return NameScore(1.0, (Reason("name_equal", " ".join(one.words), 1.0),))
    if one.bare or two.bare:
        return _score_bare(one, two)
    joined = _joined(one, two)
    if joined is not None:
        return joined
    one, two = _cut_alike(one, two), _cut_alike(two, one)
    return _aligned(one, two)


def _score_characters(a: str, b: str) -> NameScore:
    """Names in Chinese or Korean characters: a character that differs is another name; its sound may hint at a variant."""
    first, second = ("".join(letter for letter in name if letter.isalnum()) for name in (a, b))
    if first == second:
        return NameScore(1.0, (Reason("name_equal", first, 1.0),))
    if anyascii(first) == anyascii(second):
        return NameScore(0.65, (Reason("same_sound", f"{first} / {second}", 0.3),))
    return NameScore(0.3, (Reason("characters_differ", f"{first} / {second}", -0.5),))


def _cut_alike(one: Parsed, two: Parsed) -> Parsed:
    """Join two words of `one` that `two` writes as one ("Abdul Latif", "Abdullatif")."""
    words, k = [], 0
    others = {_halved(word) for word in two.words} | {_syllables(word) for word in two.words if CHINESE.match(word)}
    while k < len(one.words):
        pair = "".join(one.words[k : k + 2])
        known = _halved(pair) in others or (CHINESE.match(pair) and _syllables(pair) in others)
        if len(pair) > 5 and known and min(map(len, one.words[k : k + 2])) > 1 and one.words[k] not in two.words:
            words.append("".join(one.words[k : k + 2]))
            k += 2
        else:
            words.append(one.words[k])
            k += 1
    return Parsed(tuple(words), max(0, len(words) - 1), one.bare) if len(words) < len(one.words) else one


def _joined(one: Parsed, two: Parsed) -> NameScore | None:
    """Names that differ in where words are cut: "Jong-un" and "Jongun", "Abd al-Latif" and "Abdullatif"."""
    first, second = "".join(one.words), "".join(two.words)
    if sorted(first) == sorted(second) and len(one.words) != len(two.words) and first == second:
        return NameScore(0.98, (Reason("words_joined", f"{first}", 1.0),))
    if len(first) >= 8 and name_skeleton(first) == name_skeleton(second):
        return NameScore(0.95, (Reason("spelling", f"{' '.join(one.words)} / {' '.join(two.words)}", 0.9),))
    if len(one.words) != len(two.words) and min(len(first), len(second)) >= 10 and OSA.distance(first, second) <= 1:
        return NameScore(0.88, (Reason("typo", f"{' '.join(one.words)} / {' '.join(two.words)}", 0.8),))
    return None


def _score_bare(one: Parsed, two: Parsed) -> NameScore:
    """Names of which one is written without vowels: consonants are compared."""

    def consonants(parsed: Parsed) -> list[str]:
        words = [re.sub(r"[aeiouwy']", "", name_skeleton(w).translate(CONSONANTS)) for w in parsed.words]
        return [word for raw, word in zip(parsed.words, words, strict=True) if word and raw not in PARTICLES]

    first, second = consonants(one), consonants(two)
    short, long = sorted((first, second), key=len)
    found = sum(any(OSA.distance(word, other) <= (len(word) > 3) for other in long) for word in short)
    value = 0.9 * found / max(1, len(short)) - 0.05 * (len(long) - len(short)) if len(short) > 1 else 0.5 * found
    return NameScore(max(0.0, value), (Reason("consonants", f"{' '.join(first)} / {' '.join(second)}", value),))


@dataclass(slots=True)
class Alignment:
    """Which words of two names belong together: (index, index, similarity, why), and the indexes left over."""

    pairs: list[tuple[int, int, float, str]]
    left: list[int]
    right: list[int]


def _align(one: Parsed, two: Parsed) -> Alignment:
    """Best words first; of equal ones those at like places."""
    options = []
    for i, a in enumerate(one.words):
        for j, b in enumerate(two.words):
            value, why = word_similarity(a, b)
            if value >= MATCH:
                apart = abs(i - j) if len(one.words) == len(two.words) else abs((len(one.words) - i) - (len(two.words) - j))
                options.append((-value, apart, i, j, why))
    left, right = set(range(len(one.words))), set(range(len(two.words)))
    pairs = []
    for negative, _, i, j, why in sorted(options):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j, -negative, why))
    return Alignment(pairs, sorted(left), sorted(right))


def _aligned(one: Parsed, two: Parsed) -> NameScore:
    found = _align(one, two)
    left = [i for i in found.left if _counts(one.words[i])]
    right = [j for j in found.right if _counts(two.words[j])]
    solid = [pair for pair in found.pairs if one.words[pair[0]] not in PARTICLES]
    reasons = [Reason(f"word_{why}", f"{one.words[i]} / {two.words[j]}", value) for i, j, value, why in solid]
    if not solid:
        return NameScore(0.0, (Reason("no_word_in_common", f"{' '.join(one.words)} / {' '.join(two.words)}", -1.0),))
    full = [pair for pair in solid if pair[3] != "initial"]
    value = sum(v for _, _, v, _ in solid) / len(solid)
    typos = sum(why == "typo" for _, _, _, why in solid)
    value -= 0.1 * max(0, typos - 1)
    if left and right:
        return _conflict(one, two, found, reasons, value)
    extra = sum(not PATRONYMIC.match(word) for word in [*(one.words[i] for i in left), *(two.words[j] for j in right)])
    if extra:
        reasons.append(
            Reason("extra_words", " ".join([*(one.words[i] for i in left), *(two.words[j] for j in right)]), -0.05)
        )
    value -= 0.06 * min(extra, 1) + 0.13 * max(0, extra - 1)
    if len(solid) == 1 and extra:
        return NameScore(min(value, 0.6), (*reasons, Reason("single_name", one.words[solid[0][0]], -0.3)))
    if not full:
        return NameScore(0.4, (*reasons, Reason("initials_only", "", -0.4)))
    if not _order_fits(one, two, solid):
        if FILIATION & set(one.words) & set(two.words):
            return NameScore(
                0.4, (*reasons, Reason("descent_differs", f"{' '.join(one.words)} / {' '.join(two.words)}", -0.6))
            )
        value -= 0.05
        reasons.append(Reason("order_differs", "", -0.05))
    return NameScore(round(max(0.0, value), 4), tuple(reasons))


def _counts(word: str) -> bool:
    """Whether a word left over speaks against: particles do not, initials do."""
    return len(word) == 1 or word not in PARTICLES


def _order_fits(one: Parsed, two: Parsed, solid: list[tuple[int, int, float, str]]) -> bool:
    order = [j for _, j, _, _ in sorted(solid)]
    return order == sorted(order)


def _conflict(one: Parsed, two: Parsed, found: Alignment, reasons: list[Reason], value: float) -> NameScore:
    """Words are left over on both sides: two persons, unless a long name shares all but one word of several."""
    left = [one.words[i] for i in found.left if _counts(one.words[i])]
    right = [two.words[j] for j in found.right if _counts(two.words[j])]
    family = any(i == one.family and j == two.family for i, j, _, _ in found.pairs)
    reasons.append(Reason("words_differ", f"{' '.join(left)} / {' '.join(right)}", -0.5))
    if family and 0 in found.left and 0 in found.right:
        reasons.append(Reason("given_name_differs", f"{left[0]} / {right[0]}", -0.4))
        return NameScore(round(min(0.5, 0.45 * value), 4), tuple(reasons), True)
    shared = len(found.pairs) / max(len(one.words), len(two.words))
    return NameScore(round(min(0.6, shared * 0.6), 4), tuple(reasons))


def _score_bodies(a: str, b: str) -> NameScore:
    """Names of organisations: legal forms and articles do not count, numbers must agree, acronyms may stand for words."""
    one, two = body_words(a), body_words(b)
    if one == two and one:
        return NameScore(1.0, (Reason("name_equal", " ".join(one), 1.0),))
    if not one or not two:
        plain = OSA.normalized_similarity(name_key(a), name_key(b))
        return NameScore(plain if plain > 0.85 else 0.0, (Reason("letters", f"{a} / {b}", plain),))
    if "".join(one) == "".join(two) or letters_only(a) == letters_only(b):
        return NameScore(0.97, (Reason("words_joined", "".join(one), 0.9),))
    short, long = sorted((one, two), key=len)
    if len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long):
        return NameScore(0.85, (Reason("acronym", f"{short[0]} / {' '.join(long)}", 0.8),))
    rest = list(long)
    values = []
    for word in short:
        best = max(rest, key=lambda other: word_similarity(word, other)[0], default="")
        value = word_similarity(word, best)[0] if best else 0.0
        if value >= 0.8 and not (word.isdigit() and word != best):
            rest.remove(best)
            values.append(value)
        else:
            values.append(0.0)
    value = sum(values) / len(values) - 0.35 * min(1, len(rest)) - 0.4 * (min(values) == 0.0)
    if any(word.isdigit() for word in rest):
        value -= 0.3
    return NameScore(round(max(0.0, min(1.0, value)), 4), (Reason("words", f"{' '.join(one)} / {' '.join(two)}", value),))


def letters_only(name: str) -> str:
    """The letters and digits of a name in lower case, without blanks."""
    return "".join(mark for mark in name_key(name) if mark.isalnum())


@lru_cache(maxsize=50_000)
def body_words(name: str) -> tuple[str, ...]:
    """Words of the name of an organisation without legal forms and articles, numbers as digits, sorted by nothing."""
    spelled = re.sub(r"\b([A-Za-z])\.\s?(?=[A-Za-z]\.)", r"\1", anyascii(name))
    words = [name_key(part).replace("'", "").replace("-", "") for part in re.findall(r"[\w'’&.\-]+", spelled)]
    numbered = [NUMBERS.get(word, NUMERALS.get(word, word) if k else word) for k, word in enumerate(words) if word]
    kept = [word.rstrip(".").replace(".", "") for word in numbered]
    core = [word for word in kept if word not in word_set("legal_forms")]
    return tuple(core or kept)
