"""Words of the time grammar and their class letters.

M month, m month cut short, W weekday, w weekday cut short, Y four-digit year, y '99, d one or two digits, n other number,
c number word, a "a", o ordinal, S "second", u unit, U units, p part of day, N noon or midnight, s season, Q vague quantity,
T today and its kin, P now and its kin, l last, x next, h this, H that or same, e early, g edge of a period, E decade,
G ago or later, J least, B era, C clock time, Z zone, I ISO date, X numeric date, v about, V more or less, k than, D holiday,
q rest of a holiday, ~ Q1 or H2, t the, f of, r in on at during, i since, j from, b between, & and, R to until through,
z every, F daily, K half, A again: "quarter", L "long".
"""

import calendar

from communique.lexicon.calendar import EASTER_HOLIDAYS, FIXED_HOLIDAYS
from communique.lexicon.numeral import CARDINALS, ORDINALS

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
SHORT_MONTHS.pop("may")
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SHORT_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_abbr)} | {"tues": 1, "thur": 3, "thurs": 3}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
MINUTES = {
    "TS": 1 / 60,
    "TM": 1,
    "TH": 60,
    "D": 1_440,
    "N": 1_440,
    "W": 10_080,
    "WE": 2_880,
    "M": 43_800,
    "Q": 131_400,
    "Y": 525_600,
    "DE": 5_256_000,
    "CE": 52_560_000,
    "ML": 525_600_000,
}
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "daytime": "TDT",
    "dawn": "TMO",
    "dusk": "TEV",
    "nightfall": "TEV",
    "daybreak": "TMO",
    "sunset": "TEV",
    "sunrise": "TMO",
    "lunchtime": "TMI",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
PRESENT = "now currently nowadays presently current"
PAST = "recently recent lately formerly"
FREQUENCIES = {
    "daily": "D",
    "everyday": "D",
    "nightly": "D",
    "weekly": "W",
    "monthly": "M",
    "quarterly": "Q",
    "yearly": "Y",
    "annual": "Y",
    "annually": "Y",
    "hourly": "TH",
}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
PLURALS = {"centuries": "century", "millennia": "millennium", "halves": "half"}

_CLASSES = {
    "M": " ".join(MONTHS),
    "m": " ".join(SHORT_MONTHS),
    "W": " ".join(WEEKDAYS),
    "w": " ".join(SHORT_WEEKDAYS),
    "p": " ".join(PARTS),
    "N": "noon midday midnight",
    "s": " ".join(SEASONS),
    "c": " ".join(CARDINALS),
    "o": " ".join(ORDINALS),
    "S": "second",
    "a": "a an",
    "Q": "several few couple many some numerous dozens",
    "#": "hundred thousand million dozen",
    "T": " ".join(DAY_WORDS),
    "P": f"{PRESENT} {PAST}",
    "l": "last past previous preceding final latest",
    "x": "next coming following upcoming",
    "h": "this",
    "H": "that same",
    "e": "early late mid",
    "g": "beginning start end middle close outset eve rest half",
    "E": " ".join(DECADES),
    "G": "ago earlier later before after hence prior afterwards afterward previously",
    "v": "about around nearly almost over approximately roughly some just under only exactly circa ca within shortly up",
    "V": "more less fewer longer",
    "k": "than",
    "t": "the",
    "f": "of",
    "r": "in on at during throughout for",
    "i": "since",
    "j": "from",
    "b": "between",
    "&": "and",
    "R": "to until through till",
    "z": "every each per",
    "F": " ".join(FREQUENCIES),
    "L": "long old",
    "O": "future",
    "J": "least most little bit",
    "B": "bc bce ad ce",
    "Z": "gmt utc bst cet cest eet eest msk est edt et cst cdt ct mst mdt pst pdt pt akst akdt aest aedt jst",
}
WORDS: dict[str, str] = {word: letter for letter, row in _CLASSES.items() for word in row.split()}
WORDS |= {"second": "S", "may": "M", "half": "K", "night": "p"}
WORDS |= {unit: "u" for unit in UNITS if unit not in ("second", "night")} | {unit + "s": "U" for unit in UNITS}
WORDS |= {"centuries": "U", "millennia": "U", "weeklong": "F", "yearlong": "F", "monthlong": "F", "daylong": "F"}
PUNCTUATION = {
    "\n": "\n",
    "\r": "\n",
    ",": ",",
    "-": "-",
    "–": "-",
    "/": "/",
    "|": "/",
    "(": "(",
    ")": ")",
    "@": "r",
    "$": "$",
    "€": "$",
    "£": "$",
    "¥": "$",
    "%": "%",
    ".": "!",
    ":": ":",
    "’": "'",
    "'": "'",
}
HOLIDAY_WORDS: dict[str, list[str]] = {
    name: name.replace("'s", " 's").replace("s'", "s '").split() for name in (*FIXED_HOLIDAYS, *EASTER_HOLIDAYS)
}
HOLIDAY_HEADS: dict[str, list[str]] = {}
for _name in sorted(HOLIDAY_WORDS, key=lambda name: (-len(HOLIDAY_WORDS[name]), name)):
    HOLIDAY_HEADS.setdefault(HOLIDAY_WORDS[_name][0], []).append(_name)


def unit_of(word: str) -> str:
    """TIMEX3 letters of a unit, singular or plural: "weeks" -> "W"."""
    single = PLURALS.get(word, word)
    return UNITS[single if single in UNITS else single.removesuffix("s")]
