"""What several tests need: real tools, and what to do where one is missing."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NODE_MODULES = ROOT / "tests" / "node" / "node_modules"


def missing(what: str, how: str) -> None:
    """Skips the test with a reason; fails it where every tool is required (`WATCHBILL_REQUIRE_TOOLS`)."""
    reason = f"{what} is not here; {how}"
    if os.environ.get("WATCHBILL_REQUIRE_TOOLS"):
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str, package: str) -> str:
    """The path of a program of a Debian package."""
    found = shutil.which(name)
    if not found:
        missing(name, f"install the Debian package {package}")
    return found or ""


def node_package(name: str, file: str) -> str:
    """The path of a file of an npm package under tests/node."""
    found = NODE_MODULES / name / file
    if not found.is_file():
        missing(f"the npm package {name}", "run `make node`")
    return str(found)
