"""Clock times with a named zone, as UTC."""

from datetime import datetime, timedelta

OFFSETS = {
    "gmt": 0,
    "utc": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "akst": -9,
    "akdt": -8,
    "aest": 10,
    "aedt": 11,
    "jst": 9,
}
SEASONAL = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
SUMMER = range(4, 11)


def in_utc(timex: str, zone: str) -> str:
    """ "2013-03-11T21:00", "pdt" -> "2013-03-12T04:00Z"; the value itself for an unknown zone."""
    try:
        local = datetime.strptime(timex, "%Y-%m-%dT%H:%M")
    except ValueError:
        return timex
    offset = OFFSETS.get(zone)
    if offset is None:
        if zone not in SEASONAL:
            return timex
        offset = SEASONAL[zone] + (local.month in SUMMER)
    try:
        return (local - timedelta(hours=offset)).strftime("%Y-%m-%dT%H:%MZ")
    except (OverflowError, ValueError):
        return timex
