"""The pages of changes of policy and of drills."""

from watchbill.model.readiness import Drill, Held, PolicyChange, PolicyGate
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.kinds.people import site_of
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, sentence, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import every, moment

_GATES = {
    "golden-set-delta": "Golden set extended",
    "agreement-retest": "Agreement tested again",
    "vendor-certification": "People certified",
}
_OUTCOMES = {
    "met": "every clock met",
    "missed": "a clock was missed",
    "stopped": "stopped by a real incident",
}


def change_page(desk: Desk, change: PolicyChange) -> Page:
    """The page of a change of policy: what changes, from when, and what was done before."""
    named = (key.partition(":") for key in change.documents)
    emergency = change.emergency
    rows = [
        ("Policy", change.policy),
        ("Takes effect", moment(change.effective)),
        ("Applied in", desk.links("queue", change.queues)),
        ("Changes with it", join(*(desk.link(kind, id) for kind, _, id in named), by=", ")),
        ("Trainings", desk.links("training", change.trainings)),
        ("Could not wait", emergency.why if emergency else ""),
        ("Agreed by", desk.roles(emergency.agreed_by) if emergency else ""),
        (
            "Everything made up for by",
            moment(emergency.gates_by) if emergency else "",
        ),
    ]
    gates = [_gate(desk, one) for one in change.gates]
    sections = [
        Section("what", "What changes", desk.prose(change.what, "What changes")),
        Section(
            "gates",
            "Before it takes effect",
            table("What is done first", ("What", "Done", "Result"), gates),
        ),
    ]
    return document_page(desk, change, join(pairs(rows), byline(desk, change)), sections)


def _gate(desk: Desk, one: PolicyGate) -> tuple[object, ...]:
    who = desk.any(one.who, "team", "vendor", "partner") if one.who else ""
    return (
        join(_GATES[one.gate], who, site_of(desk, one.who or "", one.site), by=", "),
        moment(one.done) if one.done else "not yet",
        join(one.result, one.record, by=". "),
    )


def drill_page(desk: Desk, drill: Drill) -> Page:
    """The page of a drill: what is played, how, and what came to light."""
    hour = f"{drill.hour} {drill.timezone or ''}" if drill.hour else ""
    rows = [
        ("Plays", desk.links("playbook", drill.playbooks)),
        ("Form", drill.form),
        ("Held", join(every(drill.every), f"at {hour}" if hour else "", by=", ")),
        ("With", desk.roles(drill.roles)),
        ("Papers", _papers(drill)),
    ]
    sections = [
        Section("goals", "What is to be shown", items(drill.goals)),
        Section("script", "How it is played", desk.prose(drill.script, "How it is played")),
        Section("held", "Those held", join(*(_held(desk, one) for one in drill.held))),
    ]
    return document_page(desk, drill, join(pairs(rows), byline(desk, drill)), sections)


def _papers(drill: Drill) -> Html:
    """The command that makes the facilitator's papers; nothing where no playbook of it is shown."""
    kit = drill.kit
    if kit is None or not drill.playbooks:
        return NOTHING
    where = f", region {kit.region}" if kit.region else ""
    seed = f" (seed {kit.seed}, as at {moment(kit.at)}{where})"
    return join(h("code", f"watchbill drill {drill.id}"), seed)


def _held(desk: Desk, one: Held) -> Html:
    groups = [desk.any(id, "team", "vendor", "partner") for id in one.groups]
    actions = [
        (
            act.what,
            desk.owner(act.owner),
            str(act.due),
            str(act.done or "not yet"),
        )
        for act in one.actions
    ]
    rows = [
        ("Outcome", _OUTCOMES[one.outcome]),
        ("With", sentence(groups)),
        ("Played", desk.links("playbook", one.playbooks)),
        ("Came to light", items(one.found)),
        ("Notes", one.record),
    ]
    mended = table("What is mended", ("What", "Who", "By", "Done"), actions)
    return join(h("h3", str(one.day)), pairs(rows), mended)
