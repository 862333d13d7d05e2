"""Edits of the shipped book as a lead would make them, and what each must be held to be.

Each row: the document, what is taken out, what is put in, the kind of change, its direction.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """One edit: the first `old` in the document becomes `new`."""

    document: str
    old: str
    new: str
    kind: str
    direction: str


TCO = "playbook:terrorist-removal-order"
LAW = "obligation:eu-tco-removal"
LEVEL = "service-level:legal-orders"
BANDS = "guard-bands:guard-bands"
HARM = "harm:csae"
MATRIX = "escalation:main"
VENDOR = "vendor:vendor-alder"
FACTS = "facts:facts"
OFFICE = "calendar:dublin-office"
LADDER = "severity:ladder"
TEAM = "team:child-safety"
NIGHT = "scenario:tco-dst-night"
DUTY = "schedule:lert-duty"
RUNBOOK = "runbook:disable-content-eu"
ORG = "organization:organization"

WEAKER = [
    (TCO, "takes: 5m", "takes: 6m", "playbook/takes"),
    (TCO, "  - Delete the content or the account\n", "", "playbook/never"),
    (TCO, "  - Disable in one Member State only\n", "", "playbook/never"),
    (TCO, "eu-tco-preserve, eu-tco-scrutiny, ", "eu-tco-scrutiny, ", "playbook/obligations"),
    (TCO, "    reaches: [triaged]\n", "", "playbook/reaches"),
    (TCO, ", Each check and its result]", "]", "playbook/step-records"),
    (TCO, "lowered_by: [lert-duty, imoc]", "lowered_by: [imoc]", "playbook/lowered-by"),
    (TCO, "approvers: [legal, policy]", "approvers: [legal]", "document/approvers"),
    (TCO, "every: 90d", "every: 180d", "document/review-interval"),
    (TCO, "audience: internal", "audience: vendor", "document/audience"),
    (LAW, "due: 1h", "due: 2h", "obligation/period"),
    (LAW, "binding: must", "binding: may", "obligation/binding"),
    (LAW, "from: 2022-06-07", "from: 2027-06-07", "obligation/force"),
    (
        LAW,
        "hosting-service, disseminates-to-public]",
        "hosting-service, disseminates-to-public]\nnot_with: [eu-tco-imminent]",
        "obligation/not-with",
    ),
    (LAW, "verification: verified", "verification: unverified", "obligation/verification"),
    (LAW, "recheck_by: 2027-11-23", "recheck_by: 2028-11-23", "obligation/recheck-by"),
    (LAW, "preserve: eu-tco-preserve\n", "", "obligation/preservation"),
    (LAW, "[hosting-service, dis", "[hosting-service, vlop-vlose, dis", "obligation/condition"),
    (LAW, "approvers: [policy]", "approvers: []", "document/approvers"),
    (LEVEL, "acknowledged: 5m", "acknowledged: 6m", "service-level/target"),
    (
        LEVEL,
        "contained: 30m",
        "contained: {within: 30m, calendar: dublin-office}",
        "service-level/target",
    ),
    (LEVEL, "    triaged: 15m\n", "", "service-level/target"),
    (LEVEL, "within: 5bd", "within: 6bd", "service-level/target"),
    (LEVEL, "calendar: always", "calendar: dublin-office", "service-level/clock"),
    (LEVEL, "share: 95%", "share: 94.5%", "service-level/attainment"),
    (LEVEL, "at_most: 7d", "at_most: 14d", "service-level/pause-limit"),
    (LEVEL, "warn_at: [50, 75, 90]", "warn_at: [75, 90]", "service-level/warning"),
    (BANDS, "within: 12h, why", "within: 13h, why", "guard-bands/limit"),
    (BANDS, "warn_at: [50, 75, 90]", "warn_at: [50, 90]", "guard-bands/alarms"),
    (
        BANDS,
        "  - {obligation: us-ny-raise-72h, within: 36h, why: Half of the law.}\n",
        "",
        "guard-bands/limit",
    ),
    (HARM, "default: P0", "default: P1", "harm/default-severity"),
    (HARM, "floor: P1", "floor: P2", "harm/floor"),
    (HARM, "needs_two: true", "needs_two: false", "harm/two-people"),
    (HARM, "approvers: [child-safety, legal]", "approvers: [legal]", "document/approvers"),
    (MATRIX, "{after: 3m, page: [imoc]", "{after: 4m, page: [imoc]", "escalation/after"),
    (MATRIX, "      - {after: 6m, page: [exec-duty], repeat: 2m}\n", "", "escalation/level"),
    (MATRIX, "legal-duty, exec-duty], repeat: 1m}", "legal-duty], repeat: 1m}", "escalation/page"),
    (MATRIX, "repeat: 1m}", "repeat: 3m}", "escalation/repeat"),
    (MATRIX, "repeat: 1m}", "repeat: 1m, channel: chat}", "escalation/channel"),
    (MATRIX, "  - {path: backlog}\n", "", "escalation/route"),
    (VENDOR, "  - Influence operations\n", "", "vendor/never"),
    (VENDOR, "  - Labelling\n", "  - Labelling\n  - Election integrity\n", "vendor/scope"),
    (VENDOR, "max_audience: vendor-trained", "max_audience: internal", "vendor/tier"),
    (VENDOR, "incident_notice: 1h", "incident_notice: 2h", "vendor/incident-notice"),
    (VENDOR, "answers_within: 15m", "answers_within: 20m", "vendor/answer"),
    (VENDOR, "seats: 120", "seats: 110", "vendor/seats"),
    (VENDOR, "[en, tl]", "[en]", "vendor/site-languages"),
    (FACTS, "    value: true\n", "    value: false\n", "facts/switch"),
    (OFFICE, '"08:00-17:30"', '"08:00-17:00"', "calendar/hours"),
    (
        OFFICE,
        "  - {date: 2027-05-03",
        "  - {date: 2027-05-04, name: A day}\n  - {date: 2027-05-03",
        "calendar/holiday",
    ),
    (LADDER, "update_every: 30m", "update_every: 1h", "severity/updates"),
    (TEAM, "emea: 4", "emea: 3", "group/headcount"),
    (TEAM, "languages: [en, zh, es, pt]", "languages: [en, zh, es]", "group/languages"),
    (
        NIGHT,
        "{who: lert-duty, at: +0m, member: lert-apac-02}",
        "{who: lert-duty, at: +0m}",
        "scenario/expectation",
    ),
    (NIGHT, "    eu-tco-removal: +1h\n", "", "scenario/expectation"),
    (NIGHT, "[annex-iii, notify-provider, forged]", "[annex-iii, forged]", "scenario/expectation"),
    (DUTY, "overlap: 30m", "overlap: 20m", "schedule/overlap"),
    (DUTY, "answers_within: 2m", "answers_within: 3m", "schedule/answer"),
    (DUTY, "cover: 24x7", "cover: as-listed\nlimits: Nobody at night.", "schedule/promise"),
    (DUTY, '"07:30-17:00"', '"09:30-17:00"', "schedule/watch"),
    (
        DUTY,
        "[lert-emea-01, lert-emea-02, lert-emea-03, lert-emea-04]",
        "[lert-emea-01, lert-emea-02, lert-emea-03]",
        "schedule/members",
    ),
    (RUNBOOK, "### Disable the object {danger}", "### Disable the object", "runbook/danger"),
    (
        RUNBOOK,
        (
            "### Clear the delivery caches\n\nChoose `Purge delivery`. Wait for the state `purged` on each "
            "line. It takes up to three minutes.\n\n"
        ),
        "",
        "runbook/step",
    ),
    (ORG, "    page: true\n", "", "organization/role-page"),
]
STRONGER = [
    (TCO, "takes: 5m", "takes: 4m", "playbook/takes"),
    (TCO, "never:\n", "never:\n  - Ask the user first\n", "playbook/never"),
    (TCO, "every: 90d", "every: 30d", "document/review-interval"),
    (TCO, "approvers: [legal, policy]", "approvers: [legal, policy, exec]", "document/approvers"),
    (TCO, "records: [Time", "records: [Who took the order, Time", "playbook/step-records"),
    (
        TCO,
        "    role: lert-duty\n    takes: 5m",
        "    role: lert-duty\n    people: 2\n    takes: 5m",
        "playbook/step-two-people",
    ),
    (LAW, "due: 1h", "due: 50m", "obligation/period"),
    (LAW, "from: 2022-06-07", "from: 2022-06-01", "obligation/force"),
    (LAW, "recheck_by: 2027-11-23", "recheck_by: 2027-05-23", "obligation/recheck-by"),
    (LAW, "then: restart}", "then: resume}", "obligation/hold"),
    (LEVEL, "acknowledged: 5m", "acknowledged: 4m", "service-level/target"),
    (LEVEL, "within: 5bd", "within: 4bd", "service-level/target"),
    (LEVEL, "share: 95%", "share: 96%", "service-level/attainment"),
    (LEVEL, "warn_at: [50", "warn_at: [25, 50", "service-level/warning"),
    (LEVEL, "at_most: 7d", "at_most: 5d", "service-level/pause-limit"),
    (BANDS, "within: 12h, why", "within: 11h, why", "guard-bands/limit"),
    (BANDS, "warn_at: [50", "warn_at: [25, 50", "guard-bands/alarms"),
    (HARM, "floor: P1", "floor: P0", "harm/floor"),
    (MATRIX, "{after: 3m, page: [imoc]", "{after: 2m, page: [imoc]", "escalation/after"),
    (MATRIX, "repeat: 2m}", "repeat: 1m}", "escalation/repeat"),
    (
        MATRIX,
        "tell: [response-analyst, imoc,",
        "tell: [response-analyst, comms-duty, imoc,",
        "escalation/page",
    ),
    (VENDOR, "never:\n", "never:\n  - Legal orders\n", "vendor/never"),
    (VENDOR, "incident_notice: 1h", "incident_notice: 30m", "vendor/incident-notice"),
    (VENDOR, "answers_within: 15m", "answers_within: 10m", "vendor/answer"),
    (OFFICE, '"08:00-17:30"', '"07:00-17:30"', "calendar/hours"),
    (LADDER, "update_every: 30m", "update_every: 20m", "severity/updates"),
    (TEAM, "emea: 4", "emea: 5", "group/headcount"),
    (DUTY, "overlap: 30m", "overlap: 40m", "schedule/overlap"),
    (DUTY, "answers_within: 2m", "answers_within: 1m", "schedule/answer"),
    (
        NIGHT,
        "visited: [authenticate,",
        "told: [imoc]\n  visited: [authenticate,",
        "scenario/expectation",
    ),
    (RUNBOOK, "role: [", "needs_two: true\nrole: [", "runbook/two-people"),
]
NEUTRAL = [
    (TCO, "title: Terrorist", "title: A terrorist", "document/wording"),
    (TCO, "tags: [dtsp-enforcement]\n", "", "document/wording"),
    (TCO, "last: 2026-11-04", "last: 2026-11-05", "document/review-date"),
    (LAW, "title: Remove", "title: To remove", "document/wording"),
    (LAW, "checked_on: 2026-11-23", "checked_on: 2026-11-24", "obligation/checked-on"),
    (LEVEL, "title: Legal orders", "title: Orders of law", "document/wording"),
    (BANDS, "why: Half of the law.", "why: One half.", "guard-bands/limit"),
    (LAW, ", disseminates-to-public]", "]", "obligation/condition"),
    (MATRIX, "title: Harm to a child", "title: A child is harmed", "escalation/path"),
    (VENDOR, "title: Vendor Alder", "title: Alder", "document/wording"),
    (OFFICE, "name: Christmas Day", "name: Christmas", "calendar/holiday"),
    (OFFICE, "source: PyPI", "source: The PyPI", "calendar/source"),
    (LADDER, "title: Severity ladder", "title: The ladder", "document/wording"),
    (DUTY, "turn: 7d", "turn: 14d", "schedule/members"),
    (DUTY, "[lert-apac-01, lert-apac-02]", "[lert-apac-02, lert-apac-01]", "schedule/members"),
    (
        DUTY,
        "shifts:\n",
        (
            'overrides:\n  - {from: "2026-12-24T00:00:00Z", to: "2026-12-25T00:00:00Z", shift: emea-week, '
            "member: lert-emea-02, reason: Leave}\nshifts:\n"
        ),
        "schedule/override",
    ),
    (RUNBOOK, "takes: 10m", "takes: 12m", "runbook/guide-time"),
    (RUNBOOK, ", message:tco-annex-ii]", "]", "runbook/related"),
    (TEAM, "title: Child Safety", "title: The child safety team", "document/wording"),
    (
        ORG,
        "title: Incident manager on call",
        "title: The incident manager on call",
        "organization/names",
    ),
]
UNKNOWN = [
    (HARM, "coop: [SEXUAL_EXPLOITATION, GROOMING]", "coop: [GROOMING]", "harm/tool-code"),
    (RUNBOOK, "access: [Content control operator]", "access: []", "runbook/access"),
    (TCO, "ask: Does the order come", "ask: Comes the order", "playbook/question"),
    (TCO, "    go: forged", "    go: imminent", "playbook/go"),
    (TCO, "role: lert-duty\n", "role: imoc\n", "playbook/step-role"),
    (LAW, "starts: order-received", "starts: case-opened", "obligation/starts"),
    (
        LAW,
        "citation: Reg. (EU) 2021/784 Art 3(3)",
        "citation: Reg. (EU) 2021/784 Art 3",
        "obligation/citation",
    ),
    (LEVEL, "starts: order-received", "starts: case-opened", "service-level/clock"),
    (HARM, 'definition: "Sexual abuse', 'definition: "Any sexual abuse', "harm/definition"),
    (MATRIX, "decides: lert-duty", "decides: imoc", "escalation/path"),
    (MATRIX, "region_is: where the reporter is", "region_is: where we are", "escalation/route"),
    (
        MATRIX,
        "{severity: P3, path: queue-owner}",
        "{severity: P3, path: backlog}",
        "escalation/route",
    ),
    (OFFICE, "covers: 2026-2028", "covers: 2026-2029", "calendar/source"),
    (LADDER, "meaning: >-\n      Imminent", "meaning: >-\n      An imminent", "severity/meaning"),
]
ROWS = [
    Row(*row, direction)
    for direction, rows in (
        ("weaker", WEAKER),
        ("stronger", STRONGER),
        ("neutral", NEUTRAL),
        ("unknown", UNKNOWN),
    )
    for row in rows
]
