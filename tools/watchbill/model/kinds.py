"""The kinds of documents, by name."""

from watchbill.model.base import Document
from watchbill.model.commitments import Harm, ServiceLevel, SeverityLadder
from watchbill.model.escalation import Escalation
from watchbill.model.law import GuardBands, Obligation
from watchbill.model.message import Message
from watchbill.model.organization import Facts, Organization, Partner, Team, Vendor
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.model.scenario import Scenario
from watchbill.model.time import Calendar, Schedule

KINDS: dict[str, type[Document]] = {
    cls.KIND: cls
    for cls in (
        Organization,
        Facts,
        Team,
        Vendor,
        Partner,
        Calendar,
        Schedule,
        SeverityLadder,
        Harm,
        Obligation,
        GuardBands,
        ServiceLevel,
        Escalation,
        Playbook,
        Runbook,
        Message,
        Scenario,
    )
}
