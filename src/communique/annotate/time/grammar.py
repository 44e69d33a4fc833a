"""The grammar: patterns over class letters (see `word.py`), the first that fits wins.

Extents follow TIMEX2 and TIMEX3: "early", "mid-", "the end of", "about", "more than" belong to the expression,
prepositions do not.
"""

import re

MON = r"(?:M|m!?)"
WD = r"(?:[Ww]!?,?)"
NUM = r"(?:a#{1,3}|c(?:-?[c#]|&[cd](?!-?[uU])){0,8}|[dnY]#{0,3})"  # bounded: no rule may run over a whole text
QUANT = rf"(?:aQf?|Qf?|a|{NUM})"
ABOUT = r"(?:aJVk|JVk|Vk|rJ|vR|v)"
EDGE = r"(?:tgf|t[oS]Kf|te-?|ert?|tgrt?|e-?)"
CLOCK = r"(?:CZ?)"
ERA = r"(?:B)"
YEAR = r"(?:(?P<year>Y)|(?P<old>[dn])(?=B))"
MDY = rf"(?P<mon1>{MON})f?t?(?P<day1>[doS])(?:(?P<link1>-|&|R(?=d(?:[!,)rfY\n]|$)))(?P<to1>d))?(?:(?:,|f|-)?(?P<year1>Y)|(?P<that1>ft?Hu))?"
DMY = rf"t?(?:(?P<from2>[doS])(?P<link2>-|R|&)t?)?(?P<day2>[doS])f?(?P<mon2>{MON})(?:f?,?(?P<year2>Y)|(?P<that2>ft?Hu))?"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?:(?P<lead>{CLOCK}),?/?r?)?{WD}?(?P<iso>[IX])(?:[,/]|r)*(?P<clock>{CLOCK})?"),
    ("days_dmy", rf"t?(?P<day1>[doS])f?(?P<mon1>{MON})(?P<link>-|R|&)t?(?P<day2>[doS])f?(?P<mon2>{MON}),?(?P<year>Y)"),
    ("days_mdy", rf"(?P<mon1>{MON})(?P<day1>[doS])(?P<link>-|R|&)(?P<mon2>{MON})(?P<day2>[doS]),?(?P<year>Y)"),
    ("months", rf"(?P<mon1>{MON})(?P<link>-|R|&)(?P<mon2>{MON})(?:,|f)?(?P<year>Y)"),
    (
        "day",
        rf"(?P<clock>v?(?:{CLOCK}|p|t?pf)(?:,|r)?)?(?P<edge>e)?(?P<wd>{WD}t?)?(?:{MDY}|{DMY})(?P<era>{ERA})?"
        rf"(?P<tail>(?:,|,?r|/|-|,?_r)?{CLOCK}|p)?",
    ),
    ("month_of", rf"(?P<edge>{EDGE})?(?P<mon>{MON})f(?:(?P<that>t?Hu)|(?P<shift>[lxh]u))"),
    ("month", rf"(?P<about>v)?(?P<edge>{EDGE})?(?P<rel>t?[lxh])?(?P<mon>{MON})(?:(?:,|f|-)?{YEAR})?(?P<era>{ERA})?"),
    (
        "season",
        rf"(?P<edge>{EDGE})?(?P<det>t?[lxhH]|t)?(?P<sea>s)(?:(?:f|,)?(?:(?P<that>t?[Hh]u)|(?P<shift>[lx]u)|{YEAR}))?(?P<era>{ERA})?",
    ),
    ("year_season", r"(?P<year>Y)(?P<sea>s)"),
    ("part_of_year", rf"t(?P<which>o|S|l|e|g)(?P<part>u|K|g)f(?:t?u)?(?:(?P<year>Y)|(?P<rel>[lxh]u))(?P<era>{ERA})?"),
    ("short_quarter", r"(?P<part>~)(?:f|,)?(?P<year>Y)"),
    ("quarter", r"(?:t|h|l|x)?(?P<which>o|S)(?P<part>u)"),
    ("century", rf"(?P<edge>{EDGE})?t?e?(?P<which>[oS](?:-[oS])?)-?(?P<part>u|U)(?P<era>{ERA})?"),
    ("era_year", rf"(?P<about>v)?(?P<edge>{EDGE})?(?P<num>[dnY])(?P<era>{ERA})"),
    ("decade", rf"(?P<edge>{EDGE})?t?e?-?(?P<dec>E)"),
    ("holiday", r"(?P<hol>Dq*)(?:,?f?(?P<year>Y))?"),
    ("day_beyond", r"tu(?P<dir>G)(?P<word>T)"),
    ("deictic", r"(?P<edge>er?)?(?P<word>T)(?P<part>p|N)?"),
    ("part_of_day", r"(?P<edge>er?)?(?P<which>h|l|H|x|t?[xlH]|t)(?P<part>p)"),
    (
        "weekday",
        rf"(?P<clock>v?G?(?:{CLOCK}|N)(?:,|r)?)?(?P<edge>e-?r?|t?pf|tef)?(?P<rel>t?[lxhH]|a)?(?P<wd>W)"
        rf"(?P<part>p|N)?(?P<week>[lxh]u)?(?P<tail>,?r?{CLOCK})?",
    ),
    ("short_weekday", rf"(?P<wd>w)!?,?(?P<tail>{CLOCK})"),
    ("offset", rf"(?P<about>{ABOUT})?(?P<num>{QUANT})-?(?P<unit>[uUS])(?P<dir>G)"),
    ("from_now", rf"(?P<about>{ABOUT})?(?P<num>{QUANT})(?P<unit>[uU])j(?P<word>P|T)"),
    ("next_to", r"t(?P<unit>u)(?P<dir>G)"),
    ("bare_offset", r"(?P<unit>U)(?P<dir>G)"),
    ("coming", rf"(?P<about>{ABOUT})?t?(?P<rel>[lxhH]|P)(?P<num>{QUANT})?(?P<unit>U)(?:f(?P<mon>{MON})(?P<year>Y)?)?"),
    ("first_units", rf"t(?P<which>[oSl])(?P<num>{QUANT})(?P<unit>U)"),
    ("last_week_of", rf"t(?P<which>[oSl])(?P<unit>[uU])f(?P<edge>{EDGE})?(?P<mon>{MON})(?P<year>Y)?"),
    ("relative", rf"(?P<edge>{EDGE}|Gr?)?t?(?P<rel>[lxhH])(?P<unit>u)"),
    ("edge_of_unit", r"(?P<edge>tgf|[eG]r)t(?P<unit>u)"),
    ("weekend", r"t(?P<unit>u)"),
    ("ordinal_day", r"t(?P<day>o)"),
    ("quarter_hour", rf"(?P<about>{ABOUT})?(?P<num>[acd])(?P<part>[uU])fa(?P<unit>u)"),
    ("half", rf"(?P<about>{ABOUT})?(?:Ka(?P<unit>u)|aK-?(?P<unit2>u)|K-(?P<unit3>u)|a(?P<unit4>u)-?&-?a-?KL?)"),
    ("and_half", rf"(?P<about>{ABOUT})?t?(?P<num>{NUM})-?&-?a?-?K-?(?P<unit>[uUS])"),
    ("units_and_half", rf"(?P<about>{ABOUT})?(?P<num>{NUM})(?P<unit>[uUS])&aK"),
    (
        "two_units",
        rf"(?P<about>{ABOUT})?(?P<num>{NUM})(?P<unit>[uUS])(?:&|,)?(?P<num2>{NUM})(?P<unit2>[uUS])",
    ),
    ("span_of_units", rf"(?P<about>{ABOUT})?b?(?P<num>{NUM})(?P<link>-|R|&|_)(?P<num2>{NUM})-?(?P<unit>[uUS])"),
    ("set", rf"z(?P<num>{NUM})?(?P<unit>[uUp])|(?P<freq>F)"),
    ("in_units", rf"(?P<about>{ABOUT})?(?P<num>{QUANT})(?P<unit>[uU])"),
    ("duration", rf"(?P<about>{ABOUT})?(?P<num>{QUANT})-?(?P<unit>[uUS])"),
    ("iso_clock", rf"(?P<clock>v?G?{CLOCK})(?P<rest>(?:,|r)?(?P<word>T|hp|tp|rtp))?"),
    ("noon", r"(?P<about>v)?(?P<noon>N)"),
    ("years", rf"(?P<about>v)?(?P<edge>{EDGE})?(?P<num>Y)(?P<link>-|R)(?P<num2>Y|d)"),
    ("year", rf"(?P<about>v)?(?P<edge>{EDGE})?(?P<num>Y)"),
    ("short_year", r"(?P<edge>e-?)?(?P<num>y)"),
    ("old_year", r"(?P<num>n)"),
    ("vague", r"(?P<word>P|O)"),
    ("some_units", r"(?P<unit>U)"),
)


RULES = {name: re.compile(pattern) for name, pattern in PATTERNS}
# Cheap test before the rules: at most a few opening words, then one that can carry time.
OPENING = r"(?=[tavVJrkbz]{0,6}[MmWwYyndcoSuUpNsQTPlxhHegEGBCIXDKFO~])"
ANY = re.compile(
    OPENING
    + "(?:"
    + "|".join(f"(?P<{name}>{re.sub(r'[?]P<[a-z0-9]+>', '?:', pattern)})" for name, pattern in PATTERNS)
    + ")"
)
