"""A generated operation to measure proofs on: playbooks with questions, loops, side lines and clocks, many rotas."""

from pathlib import Path
from typing import Any

from tests import smallest

HUBS = (
    ("emea", "Europe/Dublin", "08:00-17:30"),
    ("amer", "America/Los_Angeles", "08:00-17:30"),
    ("apac", "Asia/Singapore", "07:30-17:00"),
)


def documents(playbooks: int, schedules: int) -> dict[str, dict[str, Any]]:
    """The smallest book with so many playbooks and schedules more, each schedule standing a role of its own."""
    found = smallest.data()
    organization = found["organization:org"]
    organization["regions"] = [
        {"id": id, "title": id, "hub": zone.partition("/")[2], "timezone": zone}
        for id, zone, _ in HUBS
    ]
    for n in range(schedules):
        found[f"schedule:rota-{n}"] = _schedule(n)
        organization["roles"].append(
            {"id": f"role-{n}", "title": f"Role {n}", "what": "Works.", "staffed_by": f"rota-{n}"}
        )
    for n in range(playbooks):
        found[f"playbook:case-{n}"] = _playbook(n, schedules)
    return found


def _schedule(n: int) -> dict[str, Any]:
    """Three hubs in turn. Every fifth has a hole that it states, every third answers more slowly in one hub."""
    shifts: list[dict[str, Any]] = []
    for hub, (region, zone, hours) in enumerate(HUBS):
        shift: dict[str, Any] = {
            "id": region,
            "region": region,
            "timezone": zone,
            "hours": hours if n % 5 or hub else "09:00-17:30",
            "members": [f"m-{n}-{hub}-{one}" for one in range(3)],
            "turn": "7d",
            "from": "2026-11-02",
        }
        if n % 3 == 0 and hub == 1:
            shift["answers_within"] = "10m"
        shifts.append(shift)
    base = smallest.data()["schedule:watch"]
    cover = "24x7" if n % 5 else "as-listed"
    made = {**base, "id": f"rota-{n}", "cover": cover, "answers_within": "5m", "shifts": shifts}
    return made if n % 5 else {**made, "limits": "Nobody for an hour in the morning."}


def _playbook(n: int, schedules: int) -> dict[str, Any]:
    """Twelve steps: five questions, of which one goes back, and a side line that is waited for."""
    roles = [f"role-{(n * 7 + k * 11) % schedules}" for k in range(4)]
    steps: list[dict[str, Any]] = []
    for k in range(4):
        steps.extend([_ask(k, roles[k]), _task(k, roles[(k + 1) % 4])])
    again = _ask(4, roles[0], back="do-3")
    last = {**_task(4, roles[1]), "discharges": ["answer-law"], "reaches": ["contained"]}
    end = {**_task(5, roles[2]), "reaches": ["resolved"], "wait_for": ["beside"]}
    steps[1]["starts"] = ["beside"]
    steps[0]["answers"][1]["go"] = "do-0"
    return {
        **smallest.data()["playbook:fraud-ring"],
        "id": f"case-{n}",
        "title": f"Case {n}",
        "steps": [*steps, again, last, end],
        "lines": {"beside": [_task(6, roles[3])]},
    }


def _ask(k: int, role: str, back: str = "") -> dict[str, Any]:
    no = (
        {"answer": "No", "go": back, "at_most": 2}
        if back
        else {"answer": "No", "go": f"ask-{k + 1}"}
    )
    return {
        "id": f"ask-{k}",
        "ask": f"Is part {k} needed?",
        "role": role,
        "takes": "5m",
        "in_doubt": "Say yes.",
        "answers": [{"answer": "Yes", "go": f"do-{k}"}, no],
    }


def _task(k: int, role: str) -> dict[str, Any]:
    return {
        "id": f"do-{k}",
        "title": f"Do part {k}",
        "role": role,
        "takes": f"{10 + k}m",
        "done_when": "The part is done.",
    }


def write(folder: Path, playbooks: int, schedules: int) -> Path:
    """Writes it as files."""
    folder.mkdir(parents=True, exist_ok=True)
    return smallest.write(folder, documents(playbooks, schedules))
