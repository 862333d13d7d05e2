"""The kinds of documents, by name."""

from watchbill.model.base import Document
from watchbill.model.commitments import GuardBands, Harm, Obligation, ServiceLevel, SeverityLadder
from watchbill.model.organization import Facts, Organization, Partner, Team, Vendor
from watchbill.model.response import Escalation, Message, Playbook, Scenario
from watchbill.model.runbook import Runbook
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
