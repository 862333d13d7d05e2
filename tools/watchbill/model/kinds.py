"""The kinds of documents, by name. A kind's model is put together when somebody asks for it.

Putting the models of all kinds together costs a commit hook that judges one document more than judging it.
"""

import importlib
from collections.abc import Iterator, Mapping

from watchbill.model.base import Document

# The module and the class of each kind.
_MODELS = {
    "organization": ("organization", "Organization"),
    "facts": ("organization", "Facts"),
    "team": ("organization", "Team"),
    "vendor": ("organization", "Vendor"),
    "partner": ("organization", "Partner"),
    "approvals": ("approvals", "Approvals"),
    "calendar": ("time", "Calendar"),
    "schedule": ("time", "Schedule"),
    "severity": ("commitments", "SeverityLadder"),
    "harm": ("commitments", "Harm"),
    "obligation": ("law", "Obligation"),
    "guard-bands": ("law", "GuardBands"),
    "service-level": ("commitments", "ServiceLevel"),
    "indicator": ("quality", "Indicator"),
    "escalation": ("escalation", "Escalation"),
    "playbook": ("response", "Playbook"),
    "runbook": ("runbook", "Runbook"),
    "message": ("message", "Message"),
    "queue": ("operations", "Queue"),
    "quality-program": ("quality", "QualityProgram"),
    "training": ("operations", "Training"),
    "exposure-limit": ("operations", "ExposureLimit"),
    "policy-change": ("readiness", "PolicyChange"),
    "drill": ("readiness", "Drill"),
    "scenario": ("scenario", "Scenario"),
}


class _Kinds(Mapping[str, type[Document]]):
    """The model of each kind."""

    def __getitem__(self, kind: str) -> type[Document]:
        module, name = _MODELS[kind]
        found: type[Document] = getattr(importlib.import_module(f"watchbill.model.{module}"), name)
        return found

    def __contains__(self, kind: object) -> bool:
        return kind in _MODELS

    def __iter__(self) -> Iterator[str]:
        return iter(_MODELS)

    def __len__(self) -> int:
        return len(_MODELS)


KINDS = _Kinds()
