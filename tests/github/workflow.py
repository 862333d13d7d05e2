"""Runs a workflow as it is written: its scripts in bash, in order, with the environment that it declares.

Only what GitHub brings is played: a checkout is a clone, a Python is there, an artifact is a folder, and
`make setup` is a link to the tests' own environment. An expression, a condition or an action that is not known
here fails the test, so that nothing is left out unseen.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_STATUS = ("always()", "!cancelled()")


class Ran(NamedTuple):
    """How a job ended (success, failure, skipped), what it wrote to the summary, and all that it printed."""

    outcome: str
    summary: str
    log: str


class Context:
    """What expressions may name."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values
        self.steps: dict[str, dict[str, str]] = {}
        self.needs: dict[str, dict[str, str]] = {}
        self.inputs: dict[str, str] = {}

    def value(self, words: str) -> str:
        """The value of an expression. Fails for one of another form."""
        outputs = re.fullmatch(r"(steps|needs)\.([\w-]+)\.outputs\.([\w-]+)", words)
        if outputs:
            return str(getattr(self, outputs[1]).get(outputs[2], {}).get(outputs[3], ""))
        if words.startswith("inputs."):
            return self.inputs[words.removeprefix("inputs.")]
        if re.fullmatch(r"github(\.\w+)+", words):
            found: Any = self._values
            for name in words.split(".")[1:]:
                assert isinstance(found, dict) and name in found, f"unknown: {words}"
                found = found[name]
            return str(found)
        raise AssertionError(f"an expression that is not known here: {words}")

    def filled(self, text: str) -> str:
        """A text with its expressions."""
        return _EXPRESSION.sub(lambda found: self.value(found[1]), text)

    def holds(self, condition: str, failed: bool) -> bool:
        """Whether a condition holds; one that does not ask how it stands needs success, as GitHub has it."""
        whole = _EXPRESSION.fullmatch(condition)
        terms = [one.strip() for one in (whole[1] if whole else condition).split("&&")]
        asked = any(one in _STATUS for one in terms)
        return (asked or not failed) and all(map(self._term, filter(None, terms)))

    def _term(self, term: str) -> bool:
        if term in _STATUS:
            return True
        found = re.fullmatch(r"(\S+) != ''", term)
        assert found, f"a condition that is not known here: {term}"
        return self.value(found[1]) != ""


class Run:
    """One run of a workflow for one event."""

    def __init__(
        self,
        text: str,
        folder: Path,
        github: dict[str, Any],
        environment: dict[str, str],
        checkout: Callable[[Path], None],
    ) -> None:
        self.workflow = yaml.load(text, Loader=yaml.BaseLoader)
        self.artifacts = folder / "artifacts"
        self._folder = folder
        self._github = github
        self._environment = environment
        self._checkout = checkout
        self._outputs: dict[str, dict[str, str]] = {}

    def jobs(self, *names: str) -> dict[str, Ran]:
        """Runs these jobs, or all, in the order of the file."""
        found: dict[str, Ran] = {}
        for name, job in self.workflow["jobs"].items():
            if names and name not in names:
                continue
            context = Context(self._github)
            context.needs = self._outputs
            before = job.get("needs", [])
            needs = [before] if isinstance(before, str) else before
            failed = any(found[one].outcome != "success" for one in needs)
            if not context.holds(job.get("if", ""), failed):
                found[name] = Ran("skipped", "", "")
                continue
            found[name] = self._job(name, job, context)
        return found

    def _job(self, name: str, job: dict[str, Any], context: Context) -> Ran:
        workspace = self._folder / name
        workspace.mkdir(parents=True)
        steps = Steps(workspace, context, self._environment, self.artifacts, self._checkout)
        for step in job["steps"]:
            steps.run(step)
        self._outputs[name] = {
            key: context.filled(value) for key, value in job.get("outputs", {}).items()
        }
        return steps.ended()


class Steps:
    """The steps of one job, or of a composite action, in one workspace."""

    def __init__(
        self,
        workspace: Path,
        context: Context,
        environment: dict[str, str],
        artifacts: Path,
        checkout: Callable[[Path], None],
    ) -> None:
        self._workspace = workspace
        self._context = context
        self._environment = environment
        self._artifacts = artifacts
        self._checkout = checkout
        self._failed = False
        self._log: list[str] = []
        self._summary = workspace.parent / f"{workspace.name}.summary"

    def ended(self) -> Ran:
        summary = self._summary.read_text("utf-8") if self._summary.exists() else ""
        return Ran("failure" if self._failed else "success", summary, "".join(self._log))

    def run(self, step: dict[str, Any]) -> None:
        if not self._context.holds(step.get("if", ""), self._failed):
            return
        action = step.get("uses")
        ended = self._use(action, step.get("with", {})) if action else self._script(step)
        self._failed = self._failed or not ended

    def _use(self, action: str, words: dict[str, str]) -> bool:
        name = action.partition("@")[0]
        words = {key: self._context.filled(value) for key, value in words.items()}
        if name == "actions/checkout":
            assert words.pop("persist-credentials") == "false"
            assert words.keys() <= {"fetch-depth"}, "a checkout of something else"
            self._checkout(self._workspace)
            return True
        if name == "actions/setup-python":
            return True
        if name == "actions/upload-artifact":
            return self._upload(words)
        if name == "actions/download-artifact":
            there = self._artifacts / words["name"]
            if there.is_dir():
                shutil.copytree(there, self._workspace / words["path"], dirs_exist_ok=True)
            return there.is_dir()
        raise AssertionError(f"an action that is not known here: {action}")

    def _upload(self, words: dict[str, str]) -> bool:
        found = list(self._matching(words["path"]))
        for path, name in found:
            target = self._artifacts / words["name"] / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        return bool(found) or words["if-no-files-found"] != "error"

    def _matching(self, patterns: str) -> Iterator[tuple[Path, str]]:
        for pattern in patterns.split():
            folder = self._workspace / pattern
            if folder.is_dir():
                files = sorted(one for one in folder.rglob("*") if one.is_file())
                yield from ((one, str(one.relative_to(folder))) for one in files)
            else:
                yield from ((one, one.name) for one in sorted(self._workspace.glob(pattern)))

    def _script(self, step: dict[str, Any]) -> bool:
        script = step["run"]
        assert "${{" not in script, "an expression inside a script"
        own = {key: self._context.filled(value) for key, value in step.get("env", {}).items()}
        if re.fullmatch(r"make( --directory \S+)? setup", script.strip()):
            return self._set_up(Path(own.get("TOOLS", self._workspace)))
        output = self._workspace.parent / f"{self._workspace.name}.output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self._workspace,
            env={
                **self._environment,
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self._summary),
                **own,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self._log.append(done.stdout)
        if "id" in step:
            rows = (line.partition("=") for line in output.read_text("utf-8").splitlines())
            self._context.steps[step["id"]] = {name: value for name, _, value in rows}
        return done.returncode == 0

    def _set_up(self, folder: Path) -> bool:
        """The tests' own environment, as `.venv`; whatever a commit brought under that name is not it."""
        place = folder / ".venv"
        assert not place.exists() or place.is_symlink(), "a commit brought its own .venv"
        if not place.is_symlink():
            place.symlink_to(sys.prefix)
        return True


def plain_environment(home: Path) -> dict[str, str]:
    """As much of this machine as a runner has: programs, and a home with nothing in it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "WATCHBILL_CACHE": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
    }
