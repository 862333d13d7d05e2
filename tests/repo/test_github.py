"""Workflows, forms and hooks are valid, and give a stranger's pull request nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
WRITES_OUTSIDE_PULL_REQUESTS = {"attestations", "id-token", "issues", "pages"}
# What makes a site be believed: no job that runs code of the repository has it.
BELIEVED = {"attestations", "id-token", "pages"}


def read(path: Path) -> Any:
    # The base loader keeps `on` a string.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def program(name: str) -> str:
    """The path of a program beside this Python; without it the test is skipped, or fails in CI."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        if os.environ.get("WATCHBILL_REQUIRE_TOOLS") == "1":
            pytest.fail(f"{name} is missing")
        pytest.skip(f"{name} is missing")
    return found


def test_there_is_a_workflow_for_pull_requests_and_one_for_main() -> None:
    triggers = {path.name: read(path)["on"] for path in WORKFLOWS}
    assert triggers["validate.yml"] == {"pull_request": ""}
    assert triggers["publish.yml"]["push"] == {"branches": ["main"]}


def test_the_site_is_published_anew_when_a_review_of_an_emergency_change_ends() -> None:
    workflow = read(GITHUB / "workflows" / "publish.yml")
    assert workflow["on"].keys() == {"push", "issues"}
    assert workflow["on"]["issues"] == {"types": ["closed", "reopened"]}
    jobs = workflow["jobs"]
    # An issue without the label starts nothing: all jobs wait for the first.
    assert (
        "contains(github.event.issue.labels.*.name, 'emergency-review')" in jobs["emergency"]["if"]
    )
    assert jobs["notices"]["needs"] == "emergency" and jobs["build"]["needs"] == "notices"
    assert jobs["notices"]["permissions"] == {"contents": "read", "issues": "read"}
    assert jobs["build"]["permissions"] == {"contents": "read"}


def test_upkeep_runs_every_day_at_an_odd_minute_and_only_its_last_job_writes() -> None:
    workflow = read(GITHUB / "workflows" / "upkeep.yml")
    minute, hour, *days = workflow["on"]["schedule"][0]["cron"].split()
    assert 1 <= int(minute) <= 59 and int(minute) % 5 and hour.isdigit() and days == ["*"] * 3
    assert workflow["on"].keys() == {"schedule", "workflow_dispatch"}
    grants = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert grants == {
        "look": {"contents": "read", "issues": "read"},
        "tell": {"contents": "read", "issues": "write"},
    }


def test_a_token_is_given_to_the_steps_that_ask_github_and_to_no_other() -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            for step in job["steps"]:
                asks = "watchbill github " in step.get("run", "")
                assert ("GITHUB_TOKEN" in step.get("env", {})) is asks, (path.name, step)


def test_no_script_holds_an_expression() -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            assert not [step for step in job["steps"] if "${{" in step.get("run", "")], path.name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_every_action_is_pinned_by_its_full_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    assert uses
    assert [use for use in uses if not PINNED.fullmatch(use)] == []


def test_an_action_has_the_same_commit_in_every_workflow() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: *(.+)@(.+)", text))
    assert len(pins) == len({name for name, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_workflow_grants_nothing_and_its_jobs_little(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        assert 1 <= int(job["timeout-minutes"]) <= 60, name
        writes = {what for what, grant in job["permissions"].items() if grant != "read"}
        allowed = set() if "pull_request" in workflow["on"] else WRITES_OUTSIDE_PULL_REQUESTS
        assert writes <= allowed, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_checkout_leaves_no_credentials(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_pull_requests_need_no_secret() -> None:
    text = (GITHUB / "workflows" / "validate.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "github.token" not in text


def test_what_is_built_with_others_code_is_neither_attested_nor_deployed_by_the_same_job() -> None:
    for job in read(GITHUB / "workflows" / "publish.yml")["jobs"].values():
        runs = any("run" in step for step in job["steps"])
        writes = {what for what, grant in job["permissions"].items() if grant == "write"}
        assert not (runs and writes & BELIEVED)


def test_zizmor_as_an_auditor_finds_nothing() -> None:
    told = [
        program("zizmor"),
        "--offline",
        "--no-config",
        "--persona=auditor",
        "--quiet",
        "--no-progress",
    ]
    done = subprocess.run([*told, str(GITHUB)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    ignores = [p.name for p in WORKFLOWS if "zizmor: ignore" in p.read_text(encoding="utf-8")]
    assert ignores == []


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_an_issue_form_has_what_github_demands(path: Path) -> None:
    form = read(path)
    assert form["name"]
    assert form["description"]
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert ids
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert field["attributes"]["value" if field["type"] == "markdown" else "label"]


def test_the_hooks_for_others_and_our_own_are_valid() -> None:
    pre_commit = program("pre-commit")
    for command, name in [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ]:
        done = subprocess.run(
            [pre_commit, command, str(ROOT / name)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout + done.stderr) == (0, ""), name


def test_our_own_hooks_fetch_nothing() -> None:
    repositories = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]


def test_each_hook_for_others_calls_a_command_by_its_own_name() -> None:
    for hook in read(ROOT / ".pre-commit-hooks.yaml"):
        assert hook["id"] == hook["entry"].replace(" ", "-")
