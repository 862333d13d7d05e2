"""METRICS.md: what Prometheus must be given, so that the rules and routes mean what the book says."""

METRICS = """\
# Metrics and labels that these files expect

The case system publishes these gauges; nothing here counts time itself. A series ends when the milestone
is reached, or the duty is discharged or excused. A duty that comes round again starts at zero each time.

| metric | one series for each | value |
|---|---|---|
| `watchbill_case_open_seconds` | milestone that a case still owes | seconds on its promise's clock (1) |
| `watchbill_case_left_seconds` | the same, in business days or months | seconds until it is due (2) |
| `watchbill_clock_running_seconds` | legal clock that runs | seconds since its event (3) |
| `watchbill_clock_left_seconds` | legal clock not counted in seconds | seconds until it must be done (2) |

1. Open time of the promise's calendar, without pauses.
2. Below zero it is broken. For a law that is its `operate_by`, the strict reading.
3. Without the time in which the law holds the clock.

| label | on | value |
|---|---|---|
| `case` | all | number of the case |
| `playbook` | all | id of the playbook that is open |
| `harm` | all | id of its harm; left out where it has none |
| `severity` | all | `P0` to `P4`, as it stands now |
| `region` | all | region of the reporter, unless the matrix says otherwise |
| `service_level`, `milestone` | `watchbill_case_*` | id of the promise, name of the milestone |
| `obligation` | `watchbill_clock_*` | id of the legal clock |
| `guard` | `watchbill_clock_running_seconds` (4) | the guard band that holds for this case, as written: `1h` |

4. Only where the guard band depends on a fact.

`playbook`, `harm`, `severity` and `region` pick the route: an alert of your own that carries them takes
the same way. No two alerts are grouped, so each case is paged on its own. The rules add `percent`: 50, 75
or 90 of a promise or of our own limit, 100 once it is broken.

`WatchbillPromiseWarning` and `WatchbillGuardWarning` come before the limit, `WatchbillPromiseBroken`,
`WatchbillGuardBroken` and `WatchbillLawBroken` strictly after it. The annotation `runbook_url` leads to
the playbook's page, `clock_url` to that of the promise or the law. Nobody is paged for a warning: it is
told to the role that decides on the case's path, and again each day; what is broken is paged as the case is.

Alertmanager posts to one address a role below the pager's URL (`--pager-url`): `/page/ROLE`, `/chat/ROLE`
or `/ticket/ROLE` for who must answer, `/tell/ROLE` for who is told, and `/page/unrouted` for what no row
of the matrix fits. The receiver's name is that of the path, with `/warned` behind it for warnings.
"""
