"""Parts of personal names: given names and their gender, nicknames, particles, spelling variants.

Source: `data/given_name.tsv.gz` (Faker, MIT; see `build/given_name.py`), `data/nickname.tsv.gz` (nicknames, Apache-2.0).
"""

import gzip
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from communique.lexicon.word_set import word_set

PARTICLES = word_set("particles")
KOREAN = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|ph|th|kh|sh|[bcdghjklmnprstyw])?(?:yeo|yae|wae|yo|yu|ya|ye|eo|eu|ae|oe|wi|wo|wa|ui|ou|oo|ee|[aeiou])"
    r"(?:ng|ck|[klmnptgsrhb])?$"
)
CHINESE = re.compile(
    r"(?:(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxrzcsyw])?'?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ung|iao|ian|ien|uai|uan|ueh|ai|ei|ao|ou|an|en|"
    r"in|un|ia|ie|ua|uo|ui|iu|ue|ih|erh|eh|a|o|e|i|u)){1,2}$"
)
JOINING = word_set("joining")
SUFFIXES = word_set("suffixes")


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """Lower case ASCII without accents: the form under which given names are stored."""
    return anyascii(unicodedata.normalize("NFC", word)).casefold().strip(".'’`")


@cache
def _table() -> dict[str, str]:
    packed = (files("communique.lexicon") / "data" / "given_name.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def given_name_gender(word: str) -> str | None:
    """ "m", "f", "u" (both) for a known given name; None for any other word. Hyphenated names go by their first part."""
    found = _table().get(name_key(word))
    if found is None and "-" in word:
        found = _table().get(name_key(word.partition("-")[0]))
    return found if found in ("m", "f", "u") else None


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name."""
    return given_name_gender(word) is not None


def is_family_name(word: str) -> bool:
    """Whether the word is a known family name that is not also a given name."""
    return _table().get(name_key(word)) == "s"


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    packed = (files("communique.lexicon") / "data" / "nickname.tsv.gz").read_bytes()
    found: dict[str, frozenset[str]] = {}
    for line in gzip.decompress(packed).decode().splitlines()[1:]:
        name, others = line.split("\t")
        found[name] = frozenset(others.split(","))
    return found


def nicknames(word: str) -> frozenset[str]:
    """Keys of the names that the given name shortens or is shortened to; () if none is known."""
    return _nicknames().get(name_key(word), frozenset())


GLIDE = re.compile("(?<=[bdgmnt])w(?=[aeiou])")  # "Mbwilo" is also written "Mbuilo"
FOLDINGS = (
    ("tsch", "c"), ("shch", "s"), ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("zh", "z"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("que", "ke"), ("qui", "ki"),
    ("sh", "s"), ("ch", "c"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("sz", "s"), ("ck", "k"), ("ks", "x"),
    ("dj", "j"), ("dh", "d"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ey", "ei"), ("ay", "ai"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("ye", "e"),
    ("ej", "ei"), ("aj", "ai"), ("yo", "o"), ("io", "o"), ("w", "v"), ("q", "k"), ("y", "i"), ("ei", "e"), ("ai", "a"), ("ae", "a"),
    ("oe", "o"), ("ue", "u"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def name_skeleton(word: str) -> str:
    """A form that most romanisations of one name share: "Sergei", "Sergey", "Sergej" all give one.

    Letter groups that romanisations write differently are folded and doubled letters halved; different names may share
    a skeleton, so it finds candidates and never decides alone.
    """
    plain = "".join(letter for letter in name_key(word) if letter.isalpha())
    plain = plain[:-1] if plain.endswith("js") else plain
    plain = GLIDE.sub("u", plain)
    for group, folded in FOLDINGS:
        plain = plain.replace(group, folded)
    if plain.endswith(("vs", "is", "us")) and len(plain) > 5:
        plain = plain[:-1]
    halved = "".join(letter for k, letter in enumerate(plain) if k == 0 or letter != plain[k - 1])
    return halved.rstrip("h") or halved


def same_given(one: str, two: str) -> bool:
    """Whether two given names may be one: equal but for spelling, an initial and its name, a name and its short form."""
    first, second = name_key(one), name_key(two)
    if not first or not second:
        return False
    if first == second or name_skeleton(one) == name_skeleton(two) or second in nicknames(one) or first in nicknames(two):
        return True
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and (long[0] == short or (short in "yj" and long[0] in "yj"))


def family_name_first(words: tuple[str, ...]) -> bool:
    """Whether a name is in Chinese, Korean or Vietnamese order: a usual family name, then syllables of those languages."""
    usual = len(words) in (2, 3) and words[0].casefold() in word_set("family_first")
    parts = [part for word in words[1:] for part in name_key(word).split("-")]
    return usual and (
        all(CHINESE.match(part) is not None for part in parts)
        or (len(parts) == 2 and all(KOREAN.match(part) is not None for part in parts))
    )
