"""What words say of whether an encounter takes place."""

from dataclasses import dataclass

from communique.model import EncounterStatus


@dataclass(frozen=True, slots=True)
class Reading:
    """The status that the words give.

    Attributes:
        token: the word that shows it.
        speaker: head of the phrase it is ascribed to.
        detail: the word for it where the status has several ("postponed").
        firm: False where nothing but a default stands behind it.
        standing: the present tense of "be": a statement on encounters of that sort ("a summit is another matter").
        generic: the words speak of no single encounter ("does not wait to consult anybody").
    """

    status: EncounterStatus
    token: int
    speaker: int | None = None
    detail: str | None = None
    firm: bool = True
    generic: bool = False
    standing: bool = False
