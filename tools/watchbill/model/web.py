"""Where a document's page lies on the site: paths from the site's root that end in `/`."""

from watchbill.model.prose import Link

FOLDERS = {
    "organization": "organization",
    "facts": "facts",
    "team": "teams",
    "vendor": "vendors",
    "partner": "partners",
    "approvals": "approvals",
    "calendar": "calendars",
    "schedule": "schedules",
    "severity": "severity",
    "harm": "harms",
    "obligation": "clocks",
    "guard-bands": "guard-bands",
    "service-level": "service-levels",
    "indicator": "indicators",
    "escalation": "escalation",
    "playbook": "playbooks",
    "runbook": "runbooks",
    "message": "messages",
    "queue": "queues",
    "quality-program": "quality",
    "training": "training",
    "exposure-limit": "exposure",
    "policy-change": "policy-changes",
    "drill": "drills",
    "scenario": "scenarios",
}


def index_path(kind: str) -> str:
    """The page that lists the documents of a kind."""
    return f"{FOLDERS.get(kind, kind)}/"


def page_path(kind: str, id: str, step: str = "") -> str:
    """The page of a document; with a step, the place of that step on it."""
    return f"{index_path(kind)}{id}/" + (f"#{step_anchor(step)}" if step else "")


def link_path(link: Link) -> str:
    """The page that a link in prose leads to."""
    return page_path(link.kind, link.id, link.step)


def step_anchor(step: str) -> str:
    """The anchor of a step on its document's page; it stays for ever, as the step's id does."""
    return f"step-{step}"


def kind_path(kind: str) -> str:
    """The reference page of a kind."""
    return f"reference/kinds/{kind}/"


def rule_path(rule: str) -> str:
    """The reference page of a rule or of a law of form, by its name `subject/rule`."""
    return f"reference/rules/{rule}/"


def change_path(kind: str) -> str:
    """The reference page of a kind of change, by its name `subject/kind`."""
    return f"reference/changes/{kind}/"
