"""The table of edits for test_one_edit."""

from typing import NamedTuple


class Edit(NamedTuple):
    """One edit, and the answer that it must get.

    `before` looks for `at` from the top of the file instead of from the edit; `elsewhere` in another file.
    """

    file: str
    old: str
    new: str
    rule: str
    at: str
    before: bool = False
    elsewhere: str = ""


ORDER = "playbooks/incidents/legal-orders/terrorist-removal-order.yaml"
CSAE = "playbooks/incidents/child-safety/csae-apparent.yaml"
LIFE = "playbooks/incidents/violence/threat-to-life.yaml"
NCII = "playbooks/incidents/intimate-images/ncii-removal.yaml"
WAVE = "playbooks/incidents/integrity/account-takeover-wave.yaml"
OUTAGE = "playbooks/incidents/vendor-operations/vendor-site-outage.yaml"
MATRIX = "playbooks/escalation/main.yaml"
LADDER = "playbooks/commitments/severity/ladder.yaml"
BANDS = "playbooks/commitments/guard-bands.yaml"
FACTS = "playbooks/commitments/facts.yaml"
ORGANIZATION = "playbooks/organization/organization.yaml"
JAPAN = "playbooks/commitments/obligations/jp/jp-idpa.yaml"
LERT = "playbooks/organization/schedules/lert-duty.yaml"
REMOVAL = "playbooks/commitments/obligations/eu/eu-tco-removal.yaml"
REPORT = "playbooks/commitments/obligations/eu/eu-dsa-15.yaml"
EXTREMISM = "playbooks/commitments/harms/violent-extremism.yaml"
NOT_OPERATED = """\
not_operated:
  because: Counsel writes the report once a year from the register of decisions, as a dated task of the legal team.
  decided_by: legal
  decided_on: 2026-11-20
"""
ORDERS = "playbooks/commitments/service-levels/legal-orders.yaml"
DUBLIN = "playbooks/organization/calendars/dublin-office.yaml"
DISABLE = "runbooks/disable-content-eu.md"
ANNEX = "playbooks/messages/tco-annex-ii.yaml"

FORM = (
    Edit(ORDER, "review: {last: 2026-11-04, every: 90d}", "review: {last: 2026-11-04, evry: 90d}", "field/unknown", "evry"),
    Edit(ORDER, "takes: 5m", "takes: five minutes", "field/value", "five minutes"),
    Edit(ORDER, "title: Terrorist content", "titel: Terrorist content", "field/unknown", "titel"),
    Edit(ORDER, 'answer: "No"', "answer: No", "yaml/ambiguous-scalar", "No\n"),
    Edit(ORDER, "default_severity: P0", "default_severity: P0\ndefault_severity: P1", "yaml/duplicate-key", "default_severity: P1"),
    Edit(ORDER, "harm: violent-extremism", "harm: &h violent-extremism", "yaml/anchor", "&h"),
    Edit(ORDER, "id: terrorist-removal-order", "id: removal-order", "document/name-is-not-id", "removal-order\n"),
    Edit(REMOVAL, "due: 1h", "due:", "yaml/empty-value", "due:"),
    Edit(LERT, "timezone: Europe/Dublin", "timezone: Europe/Dublyn", "field/value", "Europe/Dublyn"),
    Edit(LERT, 'hours: "08:00-17:30"', 'hours: "08:00-17:60"', "field/value", '"08:00-17:60"'),
)  # fmt: skip

REFERENCES = (
    Edit(ORDER, "runbook: disable-content-eu", "runbook: disable-content", "references/unknown", "disable-content"),
    Edit(ORDER, "messages: [tco-annex-ii]", "messages: [tco-annex-2]", "references/unknown", "tco-annex-2"),
    Edit(ORDER, "approvers: [legal, policy]", "approvers: [legal, polity]", "references/unknown", "polity"),
    Edit(ORDER, "harm: violent-extremism", "harm: violent-extremist", "references/unknown", "violent-extremist"),
    Edit(CSAE, "[[runbook:cybertip-outage]]", "[[runbook:cybertip-outtage]]", "references/unknown", "[[runbook:cybertip-outtage]]"),
    Edit(DISABLE, "[[obligation:eu-tco-preserve]]", "[[obligation:eu-tco]]", "references/unknown", "[[obligation:eu-tco]]"),
    Edit(DISABLE, "[[obligation:eu-tco-preserve]]", "[[eu-tco-preserve]]", "references/malformed-link", "[[eu-tco-preserve]]"),
    Edit(LERT, "owner: lert", "owner: lertt", "references/unknown", "lertt"),
    Edit(MATRIX, "page: [child-safety-duty]", "page: [child-safety-dutty]", "references/undeclared", "child-safety-dutty"),
    Edit(ORDER, "role: legal-duty", "role: legal-dutty", "references/undeclared", "legal-dutty"),
    Edit(JAPAN, "starts: request-received", "starts: request-recieved", "references/undeclared", "request-recieved"),
)  # fmt: skip

GRAPH = (
    Edit(ORDER, "        go: remove\n      - answer: \"Yes\"", "        go: remov\n      - answer: \"Yes\"", "playbook/unknown-step", "remov\n"),
    Edit(ORDER, "        at_most: 3\n", "", "playbook/backward-go-without-at-most", "annex-iii\n      - answer: The authority", before=True),
    Edit(ORDER, "    starts: [copies]\n", "", "playbook/line-never-started", "copies:\n", before=True),
    Edit(ORDER, "    discharges: [eu-tco-removal]\n    marks", "    marks", "playbook/obligation-not-discharged", "eu-tco-removal, eu-tco-inform", before=True),
    Edit(ORDER, "eu-tco-scrutiny, eu-tco-imminent]", "eu-tco-scrutiny]", "playbook/obligation-not-listed", "eu-tco-imminent]"),
    Edit(ORDER, "    reaches: [contained]\n    starts", "    starts", "playbook/milestone-never-reached", "legal-orders\nobl", before=True),
    Edit(ORDER, "reaches: [triaged]", "reaches: [triaged, acknowledged]", "playbook/acknowledged-reached", "acknowledged]"),
    Edit(ORDER, "reaches: [triaged]", "reaches: [triagged, triaged]", "playbook/unknown-milestone", "triagged"),
    Edit(ORDER, "    in_doubt: Answer \"Yes\".\n", "", "playbook/vague-decision", "Does the content show", before=True),
    Edit(ORDER, "    second: imoc\n    takes: 15m", "    second: lert-duty\n    takes: 15m", "playbook/second-of-same-role", "lert-duty"),
    Edit(CSAE, "    second: child-safety-second\n    takes: 20m\n    runbook: submit-cybertip", "    takes: 20m\n    runbook: submit-cybertip", "playbook/needs-two-alone", "submit-cybertip"),
    Edit(ORDER, "    stub: Legal takes a further look.\n", "", "playbook/hidden-step-without-stub", "legal-privileged", before=True),
    Edit(OUTAGE, "takes: 2m", "takes: 0m", "playbook/takes-zero", "0m"),
)  # fmt: skip

ESCALATION = (
    Edit(MATRIX, "  - {path: backlog}", "  - {severity: P4, harm: ip, path: backlog}", "escalation/no-row-fits", "{severity: P4"),
    Edit(MATRIX, "{severity: P0, path: command}", "{severity: P0, path: comand}", "escalation/unknown-path", "comand"),
    Edit(MATRIX, "  - {playbook: vendor-site-outage, severity: P0, path: command}\n", "  - {playbook: terrorist-removal-order, severity: P0, path: command}\n  - {playbook: vendor-site-outage, severity: P0, path: command}\n", "escalation/dead-row", "{playbook: terrorist-removal-order, severity: P0"),
    Edit(MATRIX, "      - {after: 10m, page: [exec-duty], repeat: 5m}", "      - {after: 10m, page: [exec-duty]}", "escalation/last-level-does-not-repeat", "{after: 10m, page: [exec-duty]}"),
    Edit(MATRIX, "      - {after: 3m, page: [imoc], repeat: 1m}", "      - {after: 3m, page: [lert-duty], repeat: 1m}", "escalation/repeats-level", "[lert-duty], repeat: 1m}"),
    Edit(MATRIX, "{after: 6m, page: [exec-duty]", "{after: 2m, page: [exec-duty]", "escalation/levels-out-of-order", "2m"),
    Edit(ORGANIZATION, "staffed_by: imoc-secondary", "staffed_by: imoc-secondery", "references/unknown", "imoc-secondery"),
)  # fmt: skip

LAW = (
    Edit(BANDS, "{obligation: eu-tco-removal, within: 30m", "{obligation: eu-tco-removal, within: 31m", "obligation/guard-over-half", "31m"),
    Edit(REMOVAL, "due: 1h", "due: 1h\nstandard: Without undue delay", "obligation/not-one-period", "standard:"),
    Edit(REMOVAL, "recheck_by: 2027-11-23", "recheck_by: 2026-11-20", "obligation/recheck-overdue", "2026-11-20"),
    Edit("playbooks/commitments/obligations/eu/eu-tco-preserve.yaml", "timezone: Europe/Dublin\n", "", "obligation/zone-missing", "eu-1182-71", before=True),
    Edit(REMOVAL, "applies_if: [hosting-service,", "applies_if: [hosting-servise,", "obligation/unknown-fact", "hosting-servise"),
    Edit(REMOVAL, "approvers: [policy]\n", "", "ownership/approver-missing", "legal\n", before=True),
    Edit(REPORT, "  decided_by: legal\n  decided_on: 2026-11-20\n", "  decided_by: legal\n", "field/missing", "not_operated", before=True),
    Edit(REPORT, NOT_OPERATED, "", "obligation/never-discharged", "must\n", before=True),
    Edit(REMOVAL, "verification: verified", NOT_OPERATED + "verification: verified", "obligation/discharged-after-all", "not_operated"),
    Edit(ORDER, "means: [secrecy-required]\n        go: second-order", "means: [secrecy-required]\n        go: notify-provider", "obligation/notice-under-secrecy", "tco-content-provider-notice"),
    Edit(EXTREMISM, "KEYWORD_TERRORIST_CONTENT", "KEYWORD_TERORIST_CONTENT", "references/unknown-code", "KEYWORD_TERORIST_CONTENT"),
    Edit(ORDER, "title: Tell the content provider", "title: Information of the content provider", "wording/verb-first", "Information"),
)  # fmt: skip

SEVERITY = (
    Edit(LIFE, "default_severity: P0", "default_severity: P2", "severity/below-floor", "P2"),
    Edit(ORDER, "lowered_by: [lert-duty, imoc]", "lowered_by: [lert-duty]", "severity/lowered-by-one", "lowered_by"),
    Edit(ORDERS, "warn_at: [50, 75, 90]", "warn_at: [75, 50, 90]", "promise/warn-at-unsorted", "50, 90]"),
)  # fmt: skip

TIME = (
    Edit(LERT, "members: [lert-emea-03, lert-emea-04,", "members: [lert-emea-09, lert-emea-04,", "schedule/member-without-home", "lert-emea-09"),
    Edit(LERT, "  - id: emea-weekend", "  - id: emea-week", "schedule/duplicate-shift", "emea-week"),
    Edit(LERT, "turn: 7d", "turn: 36h", "schedule/turn-not-whole-days", "36h"),
    Edit(DUBLIN, "{date: 2028-12-25, name: Christmas Day}", "{date: 2028-12-25, name: Christmas Day}\n  - {date: 2028-12-25, name: Christmas}", "calendar/duplicate-holiday", "2028-12-25, name: Christmas}"),
    Edit(DUBLIN, "{date: 2028-12-26,", "{date: 2029-12-26,", "calendar/holiday-outside-years", "2029-12-26"),
)  # fmt: skip

WORDS = (
    Edit(DISABLE, "## Check\n", "## Look again\n", "runbook/missing-section", "## Before you start", before=True),
    Edit(DISABLE, "It takes up to three minutes.", "It is done soon.", "wording/vague-word", "soon"),
    Edit(DISABLE, "It takes up to three minutes.", "It takes up to three minutes of the DPU.", "wording/abbreviation", "DPU"),
    Edit(DISABLE, "It takes up to three minutes.", "TODO: say how long.", "wording/placeholder-text", "TODO"),
    Edit(DISABLE, "It takes up to three minutes.", "::: csae-restrict\nIt takes three minutes.\n:::", "audience/bad-fence", "::: csae-restrict"),
    Edit(ORDER, "audience: internal", "audience: intern", "audience/unknown", "intern\n"),
    Edit(ORDER, "Copy the time of the last", "Use the token ghp_a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D6e7F8. Copy the time of the last", "audience/secret-in-text", "ghp_a1B2"),
    Edit(ORDER, "review: {last: 2026-11-04, every: 90d}", "review: {last: 2026-12-04, every: 90d}", "review/in-future", "2026-12-04"),
    Edit(ORDER, "review: {last: 2026-11-04, every: 90d}", "review: {last: 2025-11-04, every: 90d}", "review/overdue", "2025-11-04"),
    Edit(ORDER, "review: {last: 2026-11-04, every: 90d}\n", "", "review/missing", "terrorist-removal-order\n", before=True),
)  # fmt: skip

EDITS = FORM + REFERENCES + GRAPH + ESCALATION + LAW + SEVERITY + TIME + WORDS
