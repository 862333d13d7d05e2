"""Who must agree to which change."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from watchbill.model.base import AudienceId, Document, HarmId, Model, Owner, say, some
from watchbill.model.types import Line

ChangedKind = Literal[
    "approvals",
    "calendar",
    "drill",
    "escalation",
    "exposure-limit",
    "facts",
    "guard-bands",
    "harm",
    "indicator",
    "message",
    "obligation",
    "organization",
    "partner",
    "playbook",
    "policy-change",
    "quality-program",
    "queue",
    "runbook",
    "scenario",
    "schedule",
    "service-level",
    "severity",
    "team",
    "training",
    "vendor",
]


class Approval(Model):
    """Who must agree to changes of one sort. Of all rows that fit a change, each applies."""

    of: tuple[ChangedKind, ...] = some(
        "Fits changes of these kinds of documents; left out, of all."
    )
    harm: tuple[HarmId, ...] = some("Fits changes of these harms and of their playbooks only.")
    tier: AudienceId | None = say(
        "Fits changes of documents for this tier, and for those above it, only.", None
    )
    direction: tuple[Literal["weaker", "unknown", "stronger", "neutral"], ...] = say(
        "Fits changes in these directions; `unknown` is what a person must read.",
        ("weaker", "unknown"),
    )
    at_least: Literal["critical", "major", "minor", "info"] = say(
        "Fits changes of this weight or more.", "minor"
    )
    by: tuple[Owner, ...] = say("The teams or partners that must agree, each.", min_length=1)
    people: Annotated[StrictInt, Field(ge=1, le=5)] = say(
        "How many people must agree in all; the author is never one of them.", 1
    )
    why: Line | None = say("Why.", None)


class Approvals(Document):
    """Who must agree to which change."""

    KIND: ClassVar[str] = "approvals"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "Who must agree to a change, by what it changes and which way: what stood before a change decides on it."
    )

    kind: Literal["approvals"]
    rows: tuple[Approval, ...] = say(
        "The rows; the approvers that a document names itself must agree besides.", min_length=1
    )
