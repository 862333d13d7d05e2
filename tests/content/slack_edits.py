"""The table of edits for test_slack: each uses up the slack of one clock, or of one watch, by whole minutes."""

from typing import NamedTuple

ORDER = "playbooks/incidents/legal-orders/terrorist-removal-order.yaml"
CSAE = "playbooks/incidents/child-safety/csae-apparent.yaml"
LIFE = "playbooks/incidents/violence/threat-to-life.yaml"
NCII = "playbooks/incidents/intimate-images/ncii-removal.yaml"
WAVE = "playbooks/incidents/integrity/account-takeover-wave.yaml"
OUTAGE = "playbooks/incidents/vendor-operations/vendor-site-outage.yaml"
MATRIX = "playbooks/escalation/main.yaml"
BANDS = "playbooks/commitments/guard-bands.yaml"
LAWS = "playbooks/commitments/obligations"
LEVELS = "playbooks/commitments/service-levels"
ROTAS = "playbooks/organization/schedules"


class Clock(NamedTuple):
    """One clock of a playbook, by its kind, id and (for a promise) severity."""

    playbook: str
    kind: str
    id: str
    severity: str = ""


class Stretch(NamedTuple):
    """A length in the content that is made longer, or shorter (`sign` -1), by the slack of a clock.

    It is the value of `field` that stands first behind `anchor`; `minute` is what the finding says of when.
    """

    file: str
    anchor: str
    field: str
    clock: Clock
    rule: str
    minute: str = "at every minute"
    sign: int = 1


class Swap(NamedTuple):
    """A text that is replaced: by `fits`, which uses the slack up, and by `breaks`, a minute or a day more."""

    file: str
    old: str
    fits: str
    breaks: str
    document: str
    rule: str
    minute: str


def _guard(playbook: str, id: str) -> Clock:
    return Clock(playbook, "guard", id)


ORDERS = "terrorist-removal-order"
GUARD, TARGET, LAW = "proof/guard-missed", "proof/target-missed", "proof/law-missed"
ANSWER = "proof/late-acknowledgement"
IN_HOUR = _guard(ORDERS, "eu-tco-removal")
CONTAINED = Clock("threat-to-life", "target", "contained", "P0")
ANSWERED = Clock(ORDERS, "target", "acknowledged", "P0")
URGENT = _guard("csae-apparent", "uk-nca-p1")

STRETCHES = (
    # Steps that take longer.
    Stretch(ORDER, "id: annex-iii\n", "takes", IN_HOUR, GUARD),
    Stretch(ORDER, "id: authenticate\n", "takes", IN_HOUR, GUARD),
    Stretch(ORDER, "id: inform-authority\n", "takes", _guard(ORDERS, "eu-tco-imminent"), GUARD),
    Stretch(ORDER, "id: annex-ii\n", "takes", _guard(ORDERS, "eu-tco-inform"), GUARD),
    Stretch(ORDER, "id: snapshot\n", "takes", _guard(ORDERS, "eu-tco-preserve"), GUARD),
    Stretch(ORDER, "id: ask-scrutiny\n", "takes", _guard(ORDERS, "eu-tco-scrutiny"), GUARD),
    Stretch(CSAE, "id: nca-urgent\n", "takes", URGENT, GUARD),
    Stretch(CSAE, "id: cybertip\n", "takes", _guard("csae-apparent", "us-2258a-report"), GUARD),
    Stretch(CSAE, "id: dsa-18\n", "takes", _guard("csae-apparent", "eu-dsa-18"), GUARD),
    Stretch(CSAE, "id: confirm-minor\n", "takes", _guard("csae-apparent", "us-ca-csam-36h"), GUARD),
    Stretch(NCII, "id: hide\n", "takes", _guard("ncii-removal", "in-2h"), GUARD),
    Stretch(LIFE, "id: act\n", "takes", CONTAINED, TARGET),
    Stretch(LIFE, "id: second-read\n", "takes", CONTAINED, TARGET),
    Stretch(
        LIFE, "id: notice-terrorist\n", "takes", _guard("threat-to-life", "eu-tco-imminent"), GUARD
    ),
    Stretch(LIFE, "id: notice\n", "takes", _guard("threat-to-life", "eu-dsa-18"), GUARD),
    Stretch(
        WAVE,
        "id: confirm\n",
        "takes",
        Clock("account-takeover-wave", "target", "triaged", "P1"),
        TARGET,
    ),
    Stretch(
        OUTAGE,
        "id: takeover\n",
        "takes",
        Clock("vendor-site-outage", "target", "contained", "P0"),
        TARGET,
    ),
    # Levels that page later, and people who answer later.
    Stretch(MATRIX, "title: Harm to a child", "{after", URGENT, GUARD),
    Stretch(MATRIX, "page: [lert-duty], tell", "{after", IN_HOUR, GUARD),
    Stretch(f"{ROTAS}/lert-duty.yaml", "overlap:", "answers_within", IN_HOUR, GUARD),
    Stretch(f"{ROTAS}/imoc-primary.yaml", "overlap:", "answers_within", CONTAINED, TARGET),
    Stretch(f"{ROTAS}/child-safety-duty.yaml", "overlap:", "answers_within", URGENT, GUARD),
    Stretch(f"{LEVELS}/legal-orders.yaml", "P0:", "acknowledged", ANSWERED, ANSWER, sign=-1),
    # Our own limits, promises and the law itself, shortened.
    Stretch(BANDS, "eu-tco-inform", "within", _guard(ORDERS, "eu-tco-inform"), GUARD, sign=-1),
    Stretch(
        BANDS,
        "us-2702-emergency",
        "within",
        _guard("threat-to-life", "us-2702-emergency"),
        GUARD,
        sign=-1,
    ),
    Stretch(
        f"{LEVELS}/legal-orders.yaml",
        "P0:",
        "contained",
        Clock(ORDERS, "target", "contained", "P0"),
        TARGET,
        sign=-1,
    ),
    Stretch(
        f"{LEVELS}/child-safety.yaml",
        "P0:",
        "triaged",
        Clock("csae-apparent", "target", "triaged", "P0"),
        TARGET,
        sign=-1,
    ),
    Stretch(
        f"{LAWS}/eu/eu-tco-removal.yaml",
        "starts:",
        "due",
        Clock(ORDERS, "law", "eu-tco-removal"),
        LAW,
        sign=-1,
    ),
    Stretch(
        f"{LAWS}/in/in-2h.yaml",
        "starts:",
        "due",
        Clock("ncii-removal", "law", "in-2h"),
        LAW,
        sign=-1,
    ),
)

LERT, COUNSEL = f"{ROTAS}/lert-duty.yaml", f"{ROTAS}/legal-duty.yaml"
COMMAND = f"{ROTAS}/imoc-primary.yaml"
HOLE, THIN = "proof/cover-hole", "proof/thin-overlap"
LERT_DUTY, LEGAL_DUTY = "schedule:lert-duty", "schedule:legal-duty"
EMEA_WEEK = """\
    timezone: Europe/Dublin
    hours: "08:00-17:30"
    days: mon-fri
"""
AMER_WEEK = """\
    timezone: America/Los_Angeles
    hours: "08:00-17:30"
    days: mon-fri
"""
PAGER = """\
    hours: "09:00-18:00"
    days: [sat, sun, holiday]
"""

SWAPS = (
    # A shift is cut: half an hour together is promised, and less is found where the hubs' clocks differ most.
    Swap(
        LERT,
        '"07:30-17:00"',
        '"07:30-16:30"',
        '"07:30-16:29"',
        LERT_DUTY,
        THIN,
        "Monday 23 November 2026 08:00 Dublin",
    ),
    Swap(
        LERT,
        EMEA_WEEK,
        EMEA_WEEK.replace("08:00-", "08:30-"),
        EMEA_WEEK.replace("08:00-", "08:31-"),
        LERT_DUTY,
        THIN,
        "Monday 23 November 2026 08:31 Dublin",
    ),
    Swap(
        LERT,
        AMER_WEEK,
        AMER_WEEK.replace("08:00-", "09:00-"),
        AMER_WEEK.replace("08:00-", "09:01-"),
        LERT_DUTY,
        THIN,
        "Monday 23 November 2026 09:01 San Francisco",
    ),
    # A zone is moved: Lisbon changes its clocks with Dublin, Athens is two hours ahead.
    Swap(
        LERT,
        EMEA_WEEK,
        EMEA_WEEK.replace("Dublin", "Lisbon"),
        EMEA_WEEK.replace("Dublin", "Athens"),
        LERT_DUTY,
        HOLE,
        "Monday 23 November 2026 17:30-18:00 Athens",
    ),
    # A day of the week, and a holiday, are dropped.
    Swap(
        COMMAND,
        "days: sat-sun",
        "days: [sat, sun]",
        "days: [sat]",
        "schedule:imoc-primary",
        HOLE,
        "Sunday",
    ),
    Swap(
        COUNSEL,
        PAGER,
        PAGER.replace("sat, sun, holiday", "holiday, sat, sun"),
        PAGER.replace("sat, sun, holiday", "sat, sun"),
        LEGAL_DUTY,
        HOLE,
        "Friday 25 December 2026",
    ),
    # One hub answers later than the others: the worst minute is the one at which its people take over.
    Swap(
        LERT,
        EMEA_WEEK,
        EMEA_WEEK + "    answers_within: 5m\n",
        EMEA_WEEK + "    answers_within: 6m\n",
        f"playbook:{ORDERS}",
        GUARD,
        "Monday 23 November 2026 15:55-23:55 Singapore (07:55-15:55 UTC); also 285 other times",
    ),
    Swap(
        COMMAND,
        EMEA_WEEK,
        EMEA_WEEK + "    answers_within: 4m\n",
        EMEA_WEEK + "    answers_within: 5m\n",
        "playbook:threat-to-life",
        TARGET,
        "Monday 23 November 2026 08:00-16:00 Dublin",
    ),
)
