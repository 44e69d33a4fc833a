"""Which reporting clause a quoted stretch belongs to, and the attribution that the two make together."""

from collections import defaultdict
from dataclasses import replace

from communique.extract.quotations.marks import Quoted
from communique.extract.quotations.report import Report, says_nothing
from communique.extract.quotations.source import can_speak, report_source, source_words
from communique.extract.quotations.syntax import subject_of, tidy
from communique.lexicon.cue_verb import cue_words
from communique.model import Analysis, Attribution, Span, trimmed

REACH_AFTER = 14
REACH_BEFORE = 40
LONG = 20
LOOK_BACK = 60
SHORT_SENTENCE = 10
LINKING = frozenset({"be", "go", "have", "put", "remain", "sound", "seem"})
SENTENCE_MARKS = ".!?…"
QUOTED_CONFIDENCE = 0.85
COLON_CONFIDENCE = 0.6
CONTINUED_CONFIDENCE = 0.5
BARE_CONFIDENCE = 0.3
JOINED = frozenset(" \t\xa0\"'“”„‟«»,;:–—-…")


class Linker:
    """Links the quoted stretches of one text to its reports; `used` holds the verbs that got one."""

    def __init__(
        self, analysis: Analysis, quoted: tuple[Quoted, ...], reports: tuple[Report, ...], done: tuple[Span, ...]
    ) -> None:
        self.analysis = analysis
        taken = {token for span in done for token in analysis.tokens_in(span)}
        self.quoted = tuple(own for own in quoted if not any(t in taken for t in analysis.tokens_in(own.span)[:1]))
        self.reports = {report.verb: report for report in reports}
        self.by_sentence: dict[int, list[Report]] = defaultdict(list)
        for report in reports:
            self.by_sentence[analysis.sentence_of[report.verb]].append(report)
        self.used: set[int] = set()
        self.last: Attribution | None = None
        self.last_end = -1
        self.last_line = -9

    def attributions(self) -> list[Attribution]:
        """One attribution for each report with quoted words; stretches alone in their sentence go with the one before."""
        owner = {number: self._report_for(own) for number, own in enumerate(self.quoted)}
        groups: dict[int, list[Quoted]] = defaultdict(list)
        for number, report in owner.items():
            if report is not None:
                groups[report.verb].append(self.quoted[number])
        self.used = set(groups)
        found: list[Attribution] = []
        done: set[int] = set()
        for number, own in enumerate(self.quoted):
            report = owner[number]
            if report is None:
                self._alone(own, found)
            elif report.verb not in done:
                done.add(report.verb)
                self._append(found, self._made(report, groups[report.verb]), own)
            else:
                self._keep(found[-1], own)
        return found

    def _append(self, found: list[Attribution], made: Attribution, own: Quoted) -> None:
        found.append(made)
        self._keep(made, own)

    def _keep(self, made: Attribution, own: Quoted) -> None:
        self.last, self.last_end, self.last_line = made, max(own.outer.end, *(s.end for s in made.content)), own.line
        self.last_end = max([self.last_end, *(span.end for span in made.cue), *(span.end for span in made.source)])

    # ------------------------------------------------ finding the report

    def _report_for(self, own: Quoted) -> Report | None:
        """The report whose words these are; a clause that says that nothing was said takes none."""
        tokens = self.analysis.tokens_in(own.span)
        if not tokens:
            return None
        return self._after(own, tokens) or self._above(own, tokens) or self._before(own, tokens)

    def _after(self, own: Quoted, tokens: range) -> Report | None:
        """The verb that follows words ending in a comma or the like: "...," he said."""
        text = self.analysis.text
        last_char = text[own.span.end - 1]
        sentence = self.analysis.sentence_of[tokens[-1]]
        follows = text[own.outer.end : own.outer.end + 3].lstrip()[:1]
        if last_char not in ",?!—–-" and follows not in {",", "—", "–"}:
            return None
        best = [r for r in self._near(sentence) if 0 < r.verb - tokens[-1] <= REACH_AFTER and self._adjacent(own, r)]
        return min(best, key=lambda r: r.verb, default=None)

    def _adjacent(self, own: Quoted, report: Report) -> bool:
        """Whether subject and verb come right after the words, with no other clause between."""
        between = self.analysis.text[own.outer.end : self.analysis.starts[report.verb]]
        return not any(mark in between for mark in ".:;") and "\n" not in between

    def _near(self, sentence: int) -> list[Report]:
        return [*self.by_sentence.get(sentence, ()), *self.by_sentence.get(sentence + 1, ())]

    def _above(self, own: Quoted, tokens: range) -> Report | None:
        """The nearest reporting verb above the quoted words in the tree, in their own sentence."""
        analysis = self.analysis
        for token in tokens:
            if analysis.heads[token] in tokens and analysis.heads[token] != token:
                continue
            for steps, above in enumerate(analysis.ancestors(token)):
                if steps > 12:
                    break
                if above in self.reports and above not in tokens and self._takes(self.reports[above], own):
                    return self.reports[above]
            break
        return None

    def _takes(self, report: Report, own: Quoted) -> bool:
        """Whether the quoted words lie in the content of the report, or the report has none of its own."""
        spans = [self.analysis.span(first, last) for first, last in report.content]
        if not spans:
            if analysis_gap(self.analysis, report.verb, own) > REACH_BEFORE:
                return False
            return report.frame == "bare" and self._introduced(report, own)
        return any(span.overlaps(own.span) for span in spans) or self._introduced(report, own)

    def _introduced(self, report: Report, own: Quoted) -> bool:
        """Whether a colon, a comma or "that" stands right before the marks, after the verb."""
        text = self.analysis.text
        if self.analysis.ends[report.verb] > own.outer.start:
            return False
        before = text[self.analysis.ends[report.verb] : own.outer.start].rstrip()
        if not before:
            return True
        return before.endswith((":", ",", " that", " as")) or before == "that"

    def _before(self, own: Quoted, tokens: range) -> Report | None:
        """The last reporting verb before words that a colon, a comma or "that" introduces."""
        analysis = self.analysis
        sentence = analysis.sentence_of[tokens[0]]
        line = analysis.text.rfind("\n", 0, own.outer.start) + 1
        for number in (sentence, sentence - 1):
            reports = [
                r
                for r in self.by_sentence.get(number, ())
                if r.verb < tokens[0] and tokens[0] - r.verb <= REACH_BEFORE and analysis.starts[r.verb] >= line
            ]
            for report in reversed(reports):
                between = analysis.text[analysis.ends[report.verb] : own.outer.start]
                if self._introduced(report, own) and '"' not in between:
                    return report
            if (
                number == sentence
                and analysis.text[max(0, own.outer.start - LOOK_BACK) : own.outer.start].rstrip()[-1:] not in ":,"
            ):
                break
        return None

    # ------------------------------------------------ building the attribution

    def _made(self, report: Report, group: list[Quoted]) -> Attribution:
        analysis, text = self.analysis, self.analysis.text
        pieces: list[tuple[int, int]] = []
        for first, last in report.content:
            span = tidy(text, analysis.starts[first], analysis.ends[last - 1])
            if span is not None:
                pieces.append((span.start, span.end))
        pieces = [piece for piece in pieces if not _only_quoted(text, piece, group)]
        pieces += [(own.outer.start, own.outer.end) for own in group]
        content = [span for piece in _merged(text, pieces) if (span := _bare(text, piece, group)) is not None]
        source = report_source(analysis, self._outside(report, group))
        return Attribution(source, (report.cue(analysis),), tuple(content), QUOTED_CONFIDENCE)

    def _outside(self, report: Report, group: list[Quoted]) -> Report:
        """The report with a source outside the marks: of '"... A door it was not," Moreno said' nobody called A door speaks.
        The name or pronoun between the marks and the verb is taken; nobody, where there is none."""
        analysis = self.analysis
        inside = {token for own in group for token in analysis.tokens_in(own.span)}
        if report.source is None or report.source not in inside or report.verb in inside:
            return report
        after = [own.outer.end for own in group if own.outer.end <= analysis.starts[report.verb]]
        between = analysis.tokens_in(Span(max(after), analysis.starts[report.verb])) if after else ()
        heads = [token for token in between if token not in inside and can_speak(analysis, token)]
        return replace(report, source=heads[-1] if heads else None)

    def _alone(self, own: Quoted, found: list[Attribution]) -> None:
        """Quoted words without a reporting verb: introduced by a colon or "for her,", going on, or unsourced."""
        made = self._by_colon(own) or self._by_for(own)
        if made is None and self._is_sentence(own):
            if self._goes_on(own) and self.last is not None:
                longer = Attribution(self.last.source, self.last.cue, (*self.last.content, own.span), self.last.confidence)
                found[-1] = longer
                self._keep(longer, own)
                return
            made = self._inherited(own)
        if made is None and len(self.analysis.tokens_in(own.span)) >= LONG:
            made = Attribution((), (), (own.span,), BARE_CONFIDENCE)
        if made is not None:
            self._append(found, made, own)

    def _by_colon(self, own: Quoted) -> Attribution | None:
        """ "She was hopeful: "...": the subject of the clause before the colon speaks."""
        analysis, text = self.analysis, self.analysis.text
        stop = own.outer.start
        while stop > 0 and text[stop - 1].isspace():
            stop -= 1
        if text[stop - 1 : stop] != ":":
            return None
        colon = analysis.token_at(stop - 1)
        if colon is None or colon == 0:
            return None
        first, _ = analysis.sentences[analysis.sentence_of[colon]]
        verbs = [t for t in range(first, colon) if analysis.pos[t] in {"VERB", "AUX"} and analysis.deps[t] != "aux"]
        for verb in reversed(verbs):
            head = subject_of(analysis, verb)
            if head is not None and head < verb:
                if analysis.lemmas[verb] not in LINKING | cue_words().speech or not can_speak(analysis, head):
                    return None
                cue = Span(analysis.starts[verb], stop)
                return Attribution((source_words(analysis, head),), (cue,), (own.span,), COLON_CONFIDENCE)
        return None

    def _by_for(self, own: Quoted) -> Attribution | None:
        """ "For the author, "..."": a phrase at the head of the sentence names whose view it is."""
        analysis = self.analysis
        tokens = analysis.tokens_in(own.span)
        first, _ = analysis.sentences[analysis.sentence_of[tokens[0]]] if tokens else (0, 0)
        if not tokens or analysis.lemmas[first] not in {"for", "to"} or first >= tokens[0]:
            return None
        head = next((c for c in analysis.children(first) if analysis.deps[c] == "pobj"), None)
        between = analysis.text[analysis.ends[first] : own.outer.start].rstrip()
        if head is None or not between.endswith(",") or not can_speak(analysis, head):
            return None
        cue = analysis.span(first, first + 1)
        return Attribution((source_words(analysis, head),), (cue,), (own.span,), COLON_CONFIDENCE)

    def _is_sentence(self, own: Quoted) -> bool:
        """Whether the marks hold whole sentences that stand alone."""
        text = self.analysis.text
        before = text[max(0, own.outer.start - LOOK_BACK) : own.outer.start].rstrip(" \t\xa0")[-1:]
        after = text[own.outer.end : own.outer.end + 2].lstrip(" \t\xa0")[:1]
        ends = text[own.span.end - 1] in SENTENCE_MARKS or not own.closed or after in SENTENCE_MARKS
        return ends and (before in {"", "\n", "\r"} or before in SENTENCE_MARKS or before in '"”“»')

    def _goes_on(self, own: Quoted) -> bool:
        """Whether only blanks and the end of the last cue stand between: the same speech goes on in the line."""
        if self.last is None or own.line != self.last_line or not self.last.cue:
            return False
        between = self.analysis.text[self.last_end : own.outer.start]
        return not between.strip(' \t\xa0."')

    def _inherited(self, own: Quoted) -> Attribution | None:
        """Quoted sentences of their own: who spoke, or was spoken of, right before speaks on."""
        if self.last is not None and self.last.source and 0 <= own.line - self.last_line <= 1:
            quiet = self.analysis.text[self.last_end : own.outer.start]
            if not quiet.strip(" \t\xa0\n\r.\"'"):
                return Attribution(self.last.source, (), (own.span,), CONTINUED_CONFIDENCE)
        return self._from_sentence_before(own)

    def _from_sentence_before(self, own: Quoted) -> Attribution | None:
        """The speaker of the sentence that ends right before the marks, in the same line."""
        analysis = self.analysis
        tokens = analysis.tokens_in(own.outer)
        number = analysis.sentence_of[tokens[0]] if tokens else 0
        first, last = analysis.sentences[number]
        if not tokens or (first >= tokens[0] and number == 0):
            return None
        if first >= tokens[0]:
            first, last = analysis.sentences[number - 1]
        if "\n" in analysis.text[analysis.ends[first] : own.outer.start]:
            return None
        for report in self.by_sentence.get(analysis.sentence_of[first], ()):
            if (
                report.frame in {"clause", "object"}
                and report.source is not None
                and not says_nothing(analysis, report.verb)
            ):
                self.used.add(report.verb) if report.frame == "object" else None
                return Attribution(report_source(analysis, report), (report.cue(analysis),), (own.span,), COLON_CONFIDENCE)
        verb = next((t for t in range(first, last) if analysis.deps[t] == "ROOT"), None)
        head = subject_of(analysis, verb) if verb is not None else None
        if head is None or last - first > SHORT_SENTENCE or not can_speak(analysis, head):
            return None
        return Attribution((source_words(analysis, head),), (analysis.span(first, last),), (own.span,), CONTINUED_CONFIDENCE)


def analysis_gap(analysis: Analysis, verb: int, own: Quoted) -> int:
    """Tokens between a verb and quoted words."""
    tokens = analysis.tokens_in(own.span)
    return min(abs(tokens[0] - verb), abs(tokens[-1] - verb))


def _only_quoted(text: str, piece: tuple[int, int], group: list[Quoted]) -> bool:
    """Whether a piece holds no word outside the quoted stretches."""
    start, end = piece
    for own in group:
        if own.outer.start <= start < own.outer.end:
            start = own.outer.end
        if own.outer.start < end <= own.outer.end:
            end = own.outer.start
    return start >= end or not any(char.isalnum() for char in text[start:end])


def _merged(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces in text order; those that touch or have only punctuation between them become one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and (start <= found[-1][1] or not set(text[found[-1][1] : start]) - JOINED):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _bare(text: str, piece: tuple[int, int], group: list[Quoted]) -> Span | None:
    """A piece without outer marks where one quotation fills it."""
    for own in group:
        if (own.outer.start, own.outer.end) == piece:
            return own.span
    return trimmed(text, *piece)
