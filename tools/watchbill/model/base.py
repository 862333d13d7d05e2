"""What every document has: its base model, marks for references, and the header fields."""

from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from watchbill.model.types import Day, Id, LengthOfTime, Line


class Ref(NamedTuple):
    """Marks an id field as naming a document of one of these kinds; `*` where it is written `kind:id`."""

    kinds: tuple[str, ...]


class Inner(NamedTuple):
    """Marks an id field as naming an entry declared inside a document: `role`, `region`, `event` ..."""

    of: str


class Prose(NamedTuple):
    """Marks a text as Markdown prose: `[[kind:id]]` links and `::: audience` fences are read in it."""


def say(description: str, default: Any = ..., **rest: Any) -> Any:
    """A field with its description: required unless a default is given."""
    if default == {}:
        # Pydantic copies a default that can be changed, at some cost for each document.
        return Field(default_factory=dict, description=description, **rest)
    return Field(default, description=description, **rest)


def some(description: str, **rest: Any) -> Any:
    """A list field that may be left out."""
    return Field((), description=description, **rest)


class Model(BaseModel):
    """A frozen part of a document that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=False)


AnyDocument = Annotated[
    str, Field(pattern=r"^[a-z]+(-[a-z]+)*:[a-z0-9]+(-[a-z0-9]+)*$", max_length=100), Ref(("*",))
]
CalendarId = Annotated[Id, Ref(("calendar",))]
RunbookId = Annotated[Id, Ref(("runbook",))]
MessageId = Annotated[Id, Ref(("message",))]
ObligationId = Annotated[Id, Ref(("obligation",))]
PlaybookId = Annotated[Id, Ref(("playbook",))]
HarmId = Annotated[Id, Ref(("harm",))]
ServiceLevelId = Annotated[Id, Ref(("service-level",))]
TrainingId = Annotated[Id, Ref(("training",))]
QueueId = Annotated[Id, Ref(("queue",))]
IndicatorId = Annotated[Id, Ref(("indicator",))]
StaffId = Annotated[Id, Ref(("schedule", "team", "vendor", "partner"))]
GroupId = Annotated[Id, Ref(("team", "vendor", "partner"))]
Markdown = Annotated[str, Field(min_length=1, max_length=20_000), Prose()]
Owner = Annotated[Id, Ref(("team", "partner"))]
RoleId = Annotated[Id, Inner("role")]
RegionId = Annotated[Id, Inner("region")]
AudienceId = Annotated[Id, Inner("audience")]
FactId = Annotated[Id, Inner("fact")]
EventId = Annotated[Id, Inner("event")]
MilestoneId = Annotated[Id, Inner("milestone")]
PathId = Annotated[Id, Inner("path")]
SeverityId = Annotated[str, Field(pattern=r"^P[0-9]$"), Inner("severity")]
StrictFlag = StrictBool


class Review(Model):
    """When the document was last read through by its owner, and how often it must be."""

    last: Day = say("The day on which the owner last read the whole document and stood by it.")
    every: LengthOfTime = say("How often it must be read through: `90d`, `1y`.")


class Silence(Model):
    """A finding of the linter that is accepted for a while, by name, with a reason."""

    rule: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] = say(
        "The rule's name, as the finding prints it."
    )
    reason: Line = say("Why this is acceptable for now; a reader in six months must understand it.")
    until: Day = say(
        "The day on which the silence ends. After it the finding is back, and so is a finding on the silence."
    )


class Document(Model):
    """The header that every document carries."""

    KIND: ClassVar[str] = ""
    FOLDER: ClassVar[str] = ""
    WHAT: ClassVar[str] = ""

    kind: str
    id: Id = say(
        "The document's name for ever: lower-case words joined by hyphens, and the file's name."
    )
    title: Line = say("What a person calls it; one line.")
    owner: Owner = say("The team or partner that answers for what it says.")
    summary: Annotated[Line | None, Prose()] = say(
        "One sentence that tells a reader whether this is the page they need.", None
    )
    audience: AudienceId | None = say(
        "The least tier that may read it. Left out, the organisation's default audience applies.",
        None,
    )
    only: tuple[GroupId, ...] = some(
        "Narrows the readers further to these teams, vendors or partners."
    )
    approvers: tuple[Owner, ...] = some("The teams or partners that must agree to a change.")
    status: Literal["draft", "active", "deprecated"] = say(
        "`draft` is not operated yet, `active` is, `deprecated` has a replacement.", "active"
    )
    replaced_by: Id | None = say(
        "For a deprecated document: the id of the same kind that replaces it.", None
    )
    moved_from: Id | None = say("The id that this document had before it was renamed.", None)
    review: Review | None = say("Last read-through and its interval.", None)
    tags: tuple[Id, ...] = some("Free words to find it by; for audits, e.g. `dtsp-enforcement`.")
    silences: tuple[Silence, ...] = some(
        "Findings of the linter accepted for a while, with reason and end."
    )

    @property
    def key(self) -> str:
        """`kind:id`, as an Address and a prose link write it."""
        return f"{self.kind}:{self.id}"

    @property
    def on_card(self) -> tuple[tuple[str, str], ...]:
        """Single values, by field, that its card carries for rules about the whole book."""
        return ()
