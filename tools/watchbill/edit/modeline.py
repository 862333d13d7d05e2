"""The first line of a YAML document: it tells editors which schema to complete and check by."""

import os
import re
from pathlib import Path

from watchbill.edit.blocks import Source

MODELINE = re.compile(r"^#[ ]*yaml-language-server:[ ]*\$schema=")


def modeline(schema: str) -> str:
    """The line for a schema's path."""
    return f"# yaml-language-server: $schema={schema}"


def schema_path(root: Path, file: Path, kind: str) -> str:
    """The way from a file to the schema of its kind; "" where the root keeps no schemas."""
    folder = root / "schemas"
    if not folder.is_dir():
        return ""
    way = os.path.relpath(folder.resolve(), file.resolve().parent)
    return f"{way.replace(os.sep, '/')}/{kind}.schema.json"


def headed(text: Source, schema: str) -> str:
    """A YAML text that begins with the modeline, and has no other; as it is where no schema is given."""
    if not schema:
        return "\n".join(text.lines)
    rest = [
        line
        for number, line in enumerate(text.lines)
        if number in text.kept or not MODELINE.match(line)
    ]
    return "\n".join([modeline(schema), *rest])
