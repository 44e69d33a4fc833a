"""One list of attributions from the tagger's and the rules'.

The tagger knows who is cited and how far content goes; the rules see quotation marks exactly and reports inside
quotations, which the tagger was never shown (PolNeAR marks the outermost attribution alone).
"""

from communique.extract.quotations.marks import Quoted
from communique.model import Analysis, Attribution


def merged(analysis: Analysis, by_rule: tuple[Attribution, ...], quoted: tuple[Quoted, ...]) -> tuple[Attribution, ...]:
    """The attributions to keep: the rules' own where no tagger ran or it found nothing."""
    if not analysis.attributions:
        return by_rule
    return analysis.attributions
