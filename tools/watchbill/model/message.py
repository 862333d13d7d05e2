"""Words to send."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from watchbill.model.base import Document, Model, Owner, say, some
from watchbill.model.types import Line


class MessageField(Model):
    """A blank that is filled in before a message is sent."""

    type: Literal["text", "date", "instant", "number", "url", "id", "choice"] = say("What goes in.")
    what: Line = say("What to write there.")
    choices: tuple[Line, ...] = some("For `choice`: the allowed values.")
    example: Line | None = say("An example that is plainly invented.", None)


class Message(Document):
    """Words to send."""

    KIND: ClassVar[str] = "message"
    FOLDER: ClassVar[str] = "playbooks/messages"
    WHAT: ClassVar[str] = (
        "Words to send: a notice, a statement of reasons, an authority's form, a handover record."
    )

    # Their text has blanks, and is no Prose; it is words all the same.
    TEXTS: ClassVar[frozenset[str]] = frozenset({"subject", "body"})

    kind: Literal["message"]
    channel: Literal[
        "email", "in-product", "portal", "ticket", "chat", "phone", "post", "banner"
    ] = say("How it is sent.")
    recipient: Line = say("To whom it goes.")
    tells_user: StrictBool = say(
        "Whether it tells the person whom a case is about that there is one.", False
    )
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = say(
        "The language of the text (ISO 639).", "en"
    )
    approved_by: tuple[Owner, ...] = some("Who agreed to these words.")
    when: Line | None = say("When it is sent, and when not.", None)
    fields: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")], MessageField] = say(
        "The blanks.", {}
    )
    subject: Annotated[str, Field(min_length=1, max_length=200)] | None = say(
        "Subject line, where there is one.", None
    )
    body: Annotated[str, Field(min_length=1, max_length=20_000)] = say(
        "The text, with `{blank}` where a field goes."
    )
