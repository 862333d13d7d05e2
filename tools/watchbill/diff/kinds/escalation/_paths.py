"""What the kinds that speak of escalation paths share."""

from watchbill.diff.edits import Edit


def path_of(edit: Edit) -> str:
    """The path that an edit lies in, by name."""
    path = edit.new or edit.old or ()
    return f"path `{path[1]}`"


def level_of(edit: Edit) -> str:
    """The level that an edit lies in, as people count, and its path."""
    path = edit.new or edit.old or ()
    return f"level {int(path[3]) + 1} of {path_of(edit)}"
