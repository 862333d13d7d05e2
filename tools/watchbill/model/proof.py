"""What the simulation and the proofs mean: one text for the engine, the pages and whoever asks."""

TITLE = "What the simulation and the proofs mean"

LAWS: tuple[str, ...] = (
    "An incident starts at a whole minute. Marks, discharges, milestones and side lines happen at the end of a step or of its answer. A discharge before its clock starts counts.",
    "`takes` is the worst case in open minutes of the step's role (with `people: 2`, minutes with two on shift). A step waits until its role is open, pauses when it closes, and passes to the next shift without loss.",
    "A role that was not paged or told at the start costs its `answers_within` once, from its next open minute.",
    "Level k pages at its `after`; a closed level counts as silent. With k silent levels the first k never answer, and the last always does. The playbook starts at acknowledgement; `acknowledged` is the page's answer, never a step. Service levels are proven with nobody silent, guard bands with one silent level, the law with all but the last silent.",
    "An obligation arises on a path if and only if its start event happens there, it is in force, and no fact contradicts `applies_if`. Then `must` is discharged or excused, `may` has its decision recorded, `not-ours` is shown. Each one that a playbook lists arises on at least one path. Of a `standard` only the guard band can be proven (none is a warning). A `keep` is discharged when the hold is set. A held clock stands still or restarts as the law says, and has to be in time until it is held; service levels pause while a legal clock is held.",
    "Paths are all sequences of answers, with bounded loops and without contradictory facts (facts that no answer sets are tried both ways), cut behind the last clocked step, equal beginnings merged. More than 4,096 of them is a finding: split the playbook. A `wait` has no worst case: a clock that runs on across it is a finding, and the proof starts again at the event, at any minute.",
    "Side lines delay the main line only through `wait_for`; the incident ends when all lines have ended. The matrix is read at the start and when the severity changes; a raise never lengthens a promise that runs.",
    "Slack is due less done, and late is below zero. Between edges (the merged cover of a role, answer times, the calendar of a matrix row, midnight of a counting zone) slack is linear: each edge and the second before it are evaluated. Of equals the earliest minute is named, and how many share it; where it never changes, it is the same at every minute.",
    'Every proof prints its assumptions and says "feasible if", never "guaranteed": one incident at a time, `takes` as written, outsiders not counted.',
)
