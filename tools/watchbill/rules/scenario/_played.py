"""The steps of the playbook that a scenario plays."""

from watchbill.model.response import Decision, Playbook, StepHead


def steps(playbook: Playbook) -> dict[str, StepHead]:
    """Every step by id, side lines included."""
    lines = (playbook.steps, *playbook.lines.values())
    return {step.id: step for line in lines for step in line}


def decisions(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """The answers of every decision by its id."""
    return {
        id: tuple(answer.answer for answer in step.answers)
        for id, step in steps(playbook).items()
        if isinstance(step, Decision)
    }
