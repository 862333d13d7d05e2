"""A runbook: front matter in YAML, the procedure in Markdown."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool
from pydantic.json_schema import SkipJsonSchema

from watchbill.model.base import AnyDocument, Document, Markdown, Model, RoleId, say, some
from watchbill.model.types import Id, LengthOfTime, Line


class Procedure(Model):
    """One `### title` of the steps."""

    id: Id = say("Made from the title; links point at it.")
    title: Line = say("What to do; verb first.")
    danger: StrictBool = say("Whether harm can be done here (`{danger}` behind the title).", False)
    body: Annotated[str, Markdown.__metadata__[1]] = say("How.", "")
    line: int = 1


class Section(Model):
    """One `## title` of the body, other than the steps."""

    title: Line = say("Its title.")
    body: Annotated[str, Markdown.__metadata__[1]] = say("Its text.", "")
    line: int = 1


class Body(Model):
    """The Markdown below the front matter, cut at its headings."""

    lead: Annotated[str, Markdown.__metadata__[1]] = ""
    sections: tuple[Section, ...] = ()
    steps: tuple[Procedure, ...] = ()


class Runbook(Document):
    """How one thing is done."""

    KIND: ClassVar[str] = "runbook"
    FOLDER: ClassVar[str] = "runbooks"
    WHAT: ClassVar[str] = (
        "How one thing is done: front matter, then Before you start, Steps, Check, If it fails."
    )

    kind: Literal["runbook"]
    role: tuple[RoleId, ...] = some("Who does it.")
    takes: LengthOfTime | None = say("How long it usually takes; a guide, not a promise.", None)
    needs_two: StrictBool = say("Whether two people must do it together.", False)
    tools: tuple[Line, ...] = some("What must be open before you start.")
    access: tuple[Line, ...] = some("What rights it takes.")
    related: tuple[AnyDocument, ...] = some("What belongs to it, each as `kind:id`.")
    body: SkipJsonSchema[Body] = Field(
        # Put together without its validator, which hardly any start of the tool needs.
        Body.model_construct(),
        description="The procedure.",
    )

    def section(self, title: str) -> Section | None:
        """The section of that title, whatever its case."""
        wanted = title.casefold()
        return next((part for part in self.body.sections if part.title.casefold() == wanted), None)
