"""The smallest book with every field of daily work, quality and readiness filled, for pages to show."""

from tests import smallest
from watchbill.model.book import Book

DAILY = """
kind: queue
audience: vendor
harms: [fraud]
clocks: [answer-law]
playbooks: [fraud-ring]
languages: [en, pt]
exposure: E2
volume:
  timezone: Europe/Lisbon
  by_hour: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 824]
  busy_day: 150
  measured: 2026-10-31
handling: 6m
handling_by_language: {pt: 8m}
occupancy: 74%
worked_by:
  - id: porto
    who: vendor-one
    site: porto
    languages: [en]
    days: mon-sat
    hours: "06:00-22:00"
    people: 17
    on_queue: 4h
    block: 45m
    rest: 15m
    days_in_a_row: 3
    shift: 9h
  - {id: lima, who: vendor-two, site: lima, languages: [es], people: 23, on_queue: 5h, standby: true}
  - {id: night, who: watch, languages: [en], people: 1, on_queue: 2h}
  - id: desk
    who: desk
    languages: [pt]
    hours: "22:00-06:00"
    timezone: Europe/Dublin
    people: 2
    on_queue: 6h
gaps:
  - {language: pt, hours: "02:00-06:00", timezone: Europe/Lisbon, then: Translated by machine and read by two}
---
kind: vendor
id: vendor-two
title: Vendor Two of the far coast
audience: internal
sites:
  - {id: lima, city: Limaville, timezone: America/Lima, hours: 24h, seats: 59, languages: [es]}
---
kind: vendor
audience: vendor
scorecard:
  every: 1mo
  rows:
    - {id: right, title: Decisions that are right, weight: 60, indicator: right-share, gate: true}
    - {id: fast, title: Decisions in time, weight: 40}
  credits:
    - {when: Two months below the target, indicator: right-share, credit: 7%}
  at_most: 11%
  never: [Shorter breaks for a better score]
---
kind: training
audience: vendor
modules:
  - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
  - {id: words, title: Writing a note, takes: 45m}
test: {items: 83, pass_mark: 91%, attempts: 3, then: Off the queue until the next round}
opens: vendor
certified:
  - {who: vendor-one, site: porto, people: 9, of: 13, day: 2026-10-01}
  - {who: vendor-two, site: lima, people: 41, day: 2026-10-02}
  - {who: desk, people: 4, day: 2026-10-03}
---
kind: exposure-limit
audience: vendor
applies_to: [vendor-one, vendor-two]
levels:
  - {level: E0, per_day: 8h}
  - level: E2
    per_day: 4h
    block: 45m
    rest: 15m
    days_in_a_row: 3
    opt_in: true
    rotate_off: 6mo
    output_targets: false
after_incidents:
  - {severity: P0, rest: 1d}
care: [A counsellor on every shift]
no_credit: [Pictures shown in grey]
basis: Agreed with the vendors in the spring
---
kind: quality-program
audience: vendor
criteria:
  - {id: policy, title: The right policy, weight: 61, right: The policy fits the case, critical: true}
  - {id: words, title: The note, weight: 39, right: The note says why}
samples:
  - id: weekly
    of: Decisions of the week
    per: 7d
    at_least: 372
    population: 2003
    share: 6%
    promises: {expected: 95%, margin: 2%, confidence: 99}
double_review:
  - {of: Removals of whole accounts, severity: [P0, P1], share: 12%, differ: The lead of the day decides}
golden_sets:
  - id: fraud-set
    harms: [fraud]
    items: 211
    strata: [by language, by difficulty]
    refresh: 21%
    every: 90d
gates:
  - id: right
    title: Decisions that are right
    measure: share
    at_least: 0.9
    minimum_sample: 207
    confidence: 90
    per: 28d
    decides: analyst
    below: The queue is looked at twice
    opens: fraud-ring
calibration: {every: 14d, cases: 19, who: [analyst, counsel], runbook: block-account}
fair_use: [To rank people against each other]
---
kind: indicator
audience: vendor
where: {TP: Rightly removed, FP: Wrongly removed}
target: [0.95]
warn: 0.93
act: 0.91
counts: [Cases that were closed unread]
never: [A rank of people]
service_levels: [promise]
---
kind: policy-change
audience: vendor
documents: ["playbook:fraud-ring"]
trainings: [basics]
gates:
  - gate: golden-set-delta
    who: desk
    done: 2026-11-16T09:00:00+00:00
    result: 12 cases were added
    record: Folder of the desk
  - gate: vendor-certification
    who: vendor-one
    site: porto
    done: 2026-11-18T10:30:00+01:00
    result: 9 of 9 passed
    record: Folder of the first vendor
  - gate: vendor-certification
    who: vendor-two
    site: lima
    done: 2026-11-18T09:00:00+00:00
    result: 37 of 41 passed over there
    record: Folder of the second vendor
  - {gate: agreement-retest, who: vendor-two, result: alpha of the far coast is 0.62}
emergency: {why: People lose their savings, agreed_by: [analyst, counsel], gates_by: "2026-12-01T09:00:00+00:00"}
---
kind: drill
audience: vendor
hour: "03:00"
timezone: Europe/Dublin
kit: {seed: 4711, at: "2026-12-01T03:00:00+00:00", region: emea}
script: |
  A report arrives at **three**.
held:
  - day: 2026-10-20
    playbooks: [fraud-ring]
    groups: [desk, vendor-one, vendor-two]
    outcome: missed
    found: [The number of the lead was an old one]
    actions:
      - {what: Write down the new number, owner: desk, due: 2026-11-01, done: 2026-10-30}
      - {what: Teach the far coast to answer, owner: vendor-two, due: 2026-12-05}
    record: Folder of exercises
---
kind: playbook
audience: vendor
---
kind: team
audience: internal
"""
KEYS = (
    "drill:fire-drill",
    "exposure-limit:limits",
    "indicator:right-share",
    "policy-change:wider-fraud",
    "quality-program:checks",
    "queue:reports",
    "training:basics",
    "vendor:vendor-one",
)


def daily() -> Book:
    """The book."""
    return smallest.book(smallest.overlaid(DAILY))
