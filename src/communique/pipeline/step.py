"""The one function that is sent to workers: from a document to everything it says."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from communique.annotate.annotator import Annotator, load_annotator
from communique.clean import clean_document
from communique.extract.actor import find_actors
from communique.extract.agreement import find_agreements
from communique.extract.encounter import find_encounters
from communique.extract.encounter_detail import add_details
from communique.extract.figure import find_figures
from communique.extract.forecast import beyond_terms, find_forecasts
from communique.extract.nameless import name_speakers
from communique.extract.occasion import link_occasions
from communique.extract.position import find_positions
from communique.extract.quotation import find_quotations
from communique.model import Document, DocumentRecord, Failure

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tools:
    """Loaded models of one process. Make it with `load_tools`."""

    annotator: Annotator


def load_tools(threads: int = 1) -> Tools:
    """Load what `process_document` needs; takes seconds, once a process."""
    return Tools(load_annotator(threads))


def process_document(
    document: Document, tools: Tools, timed: Callable[[str], None] = lambda _: None
) -> DocumentRecord | Failure:
    """Everything that one document says, with its words.

    Args:
        document: as read.
        tools: from `load_tools`.
        timed: called with the name of each stage when it ends (for the speed benchmark).

    Returns:
        The record of the document; a `Failure` if any stage breaks: one bad file never stops a run.
    """
    stage = "clean"
    try:
        clean = clean_document(document)
        timed(stage)
        stage = "annotate"
        analysis = tools.annotator.annotate(clean)
        timed(stage)
        stage = "extract"
        actors = find_actors(analysis)
        encounters = add_details(analysis, actors, find_encounters(analysis, actors))
        actors, quotations = name_speakers(analysis, actors, find_quotations(analysis, actors))
        quotations = link_occasions(quotations, encounters, actors, analysis.text)
        agreements = find_agreements(analysis, actors, quotations, encounters)
        result = DocumentRecord(
            document=clean.document,
            regions=clean.regions,
            actors=actors.actors,
            encounters=encounters,
            quotations=quotations,
            positions=find_positions(analysis, actors, quotations),
            agreements=agreements,
            forecasts=beyond_terms(find_forecasts(analysis, actors, quotations, encounters), agreements),
            figures=find_figures(analysis),
            attribution_attempted=analysis.attribution_attempted,
        )
        timed(stage)
        return result
    except Exception as error:  # the one place that may: a broken document becomes a line, not a stopped run
        log.debug("document %s failed", document.path, exc_info=True)
        return Failure(
            document.path, stage, f"{type(error).__name__}: {error}; report the article, the others were processed"
        )
