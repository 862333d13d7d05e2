"""Workflows, forms and hooks are valid, and give a stranger's pull request nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.github.expression import holds
from watchbill.edit.proposals import FORMS as PROPOSALS
from watchbill.edit.proposals import form_for
from watchbill.edit.proposals.form import Form
from watchbill.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONS = sorted((GITHUB / "actions").glob("*/action.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
WRITES_OUTSIDE_PULL_REQUESTS = {"attestations", "id-token", "issues", "pages"}
# What makes a site be believed: no job that runs code of the repository has it.
BELIEVED = {"attestations", "id-token", "pages"}
# Of workflows that run from the default branch after the run of another, what each job may write.
WRITES_AFTER_A_RUN = {("comment.yml", "comment"): {"pull-requests", "statuses"}}
# zizmor as an auditor reports every `workflow_run`, and knows no way to use one well but to be told to look away.
# comment.yml needs it: a comment on a fork's pull request needs rights that no run for the fork has. What makes such
# a workflow safe is held by the tests below and by tests/github/test_end_to_end.py (docs/decisions/0015).
EXPECTED_OF_ZIZMOR = [("dangerous-triggers", "comment.yml")]
# Of the workflow that makes a pull request of a form, what the job may write that reads nothing but a patch.
WRITES_AFTER_A_FORM = {("propose.yml", "pull"): {"contents", "issues", "pull-requests"}}


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
    names = [read(GITHUB / "workflows" / name)["name"] for name in ("validate.yml", "review.yml")]
    assert triggers["comment.yml"] == {"workflow_run": {"workflows": names, "types": ["completed"]}}
    assert triggers["review.yml"].keys() == {"pull_request", "pull_request_review"}


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
                # A report is made of the checkout alone.
                asks = bool(re.search(r"watchbill github (?!report)", step.get("run", "")))
                assert ("GITHUB_TOKEN" in step.get("env", {})) is asks, (path.name, step)


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda p: p.name)
def test_every_action_is_pinned_by_its_full_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"\buses: *(.+)", path.read_text(encoding="utf-8"))
    assert uses or path.name == "review.yml"
    assert [use for use in uses if not PINNED.fullmatch(use)] == []


def test_an_action_has_the_same_commit_in_every_workflow() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*WORKFLOWS, *ACTIONS])
    pins = set(re.findall(r"\buses: *(.+)@(.+)", text))
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
        if "workflow_run" in workflow["on"]:
            allowed = WRITES_AFTER_A_RUN.get((path.name, name), set())
        assert writes <= WRITES_AFTER_A_FORM.get((path.name, name), allowed), name


def test_what_reads_an_issue_may_write_nothing_and_what_writes_takes_its_number_alone() -> None:
    workflow = read(GITHUB / "workflows" / "propose.yml")
    assert workflow["on"] == {"issues": {"types": ["opened", "edited", "labeled"]}}
    change, pull = workflow["jobs"]["change"], workflow["jobs"]["pull"]
    assert change["permissions"] == {"contents": "read"}
    assert "github.token" not in str(change)
    assert pull["needs"] == "change"
    assert re.findall(r"github\.event[a-z_.]*", str(pull)) == ["github.event.issue.number"]
    assert "EVENT_PATH" not in str(pull)
    for job in (change, pull):
        scripts = [step["run"] for step in job["steps"] if "run" in step]
        assert [one for one in scripts if "${{" in one] == []
        (checkout,) = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert set(checkout["with"]) <= {"fetch-depth", "persist-credentials"}


def _event(**more: Any) -> dict[str, Any]:
    issue = {
        "state": "open",
        "author_association": more.pop("who", "NONE"),
        "labels": [{"name": one} for one in more.pop("labels", ["proposal"])],
    }
    return {
        "action": more.pop("action", "opened"),
        "issue": {**issue, **more.pop("issue", {})},
        "repository": {"private": more.pop("private", False)},
        **({"label": {"name": more.pop("label")}} if "label" in more else {}),
        **more,
    }


@pytest.mark.parametrize(
    ("event", "runs"),
    [
        (_event(who="MEMBER"), True),
        (_event(who="COLLABORATOR", action="edited"), True),
        (_event(who="OWNER", action="labeled", label="proposal"), True),
        (_event(who="MEMBER", action="labeled", label="question"), False),
        (_event(who="MEMBER", labels=[]), False),
        (_event(who="MEMBER", labels=["book"]), False),
        (_event(who="MEMBER", issue={"state": "closed"}), False),
        (_event(), False),
        (_event(who="CONTRIBUTOR", action="edited"), False),
        (_event(action="labeled", label="proposal"), False),
        (_event(private=True), True),
        # Only somebody who may label an issue can accept one.
        (_event(action="labeled", label="accepted", labels=["proposal", "accepted"]), True),
        (_event(action="labeled", label="accepted", labels=["accepted"]), False),
        (_event(action="edited", labels=["proposal", "accepted"]), False),
    ],
)
def test_a_stranger_s_form_waits_until_somebody_accepts_it(
    event: dict[str, Any], runs: bool
) -> None:
    condition = read(GITHUB / "workflows" / "propose.yml")["jobs"]["change"]["if"]
    assert holds(condition, event) is runs


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda p: p.name)
def test_no_script_has_an_expression_in_it(path: Path) -> None:
    file = read(path)
    jobs = [file["runs"]] if "runs" in file else file["jobs"].values()
    scripts = [step.get("run", "") for job in jobs for step in job["steps"]]
    assert [script for script in scripts if "${{" in script] == []


def test_what_runs_with_rights_after_a_run_takes_nothing_from_the_pull_request() -> None:
    """No checkout but of the default branch, no artifact but its own, and no word of the pull request in a script."""
    workflow = read(GITHUB / "workflows" / "comment.yml")
    made = set()
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            name, words = step.get("uses", "").partition("@")[0], step.get("with", {})
            if name == "actions/checkout":
                assert words.keys() <= {"fetch-depth", "persist-credentials"}
            if name == "actions/upload-artifact":
                made.add(words["name"])
            if name == "actions/download-artifact":
                assert words.keys() == {"name", "path"} and words["name"] in made
            assert name in {
                "",
                "actions/checkout",
                "actions/setup-python",
                "actions/upload-artifact",
                "actions/download-artifact",
            }
            assert "github.event" not in str(step)
    reads = workflow["jobs"]["compare"]["permissions"]
    assert set(reads.values()) == {"read"}


def test_what_only_ends_so_that_another_begins_may_do_nothing() -> None:
    (job,) = read(GITHUB / "workflows" / "review.yml")["jobs"].values()
    assert job["permissions"] == {}
    assert [step["run"] for step in job["steps"]] == ["true"]


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


def test_a_preview_of_each_edition_is_an_artifact_of_its_own() -> None:
    steps = read(GITHUB / "workflows" / "validate.yml")["jobs"]["preview"]["steps"]
    made = {
        step["with"]["name"]: step["with"]["path"].split()
        for step in steps
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    assert made == {
        "preview": ["build/site", "build/exports"],
        "preview-vendor-alder": ["build/editions/vendor-alder"],
    }
    built = "".join(step.get("run", "") for step in steps)
    assert "--audience vendor-trained --for vendor-alder" in built
    assert "--out build/editions/vendor-alder" in built


def test_what_is_built_with_others_code_is_neither_attested_nor_deployed_by_the_same_job() -> None:
    for job in read(GITHUB / "workflows" / "publish.yml")["jobs"].values():
        runs = any("run" in step for step in job["steps"])
        writes = {what for what, grant in job["permissions"].items() if grant == "write"}
        assert not (runs and writes & BELIEVED)


def audited(folder: Path) -> list[tuple[str, str]]:
    """What zizmor as an auditor finds below a `.github`: the audit, and the name of the file."""
    told = [program("zizmor"), "--offline", "--no-config", "--persona=auditor", "--format=json"]
    done = subprocess.run(
        [*told, "--quiet", "--no-progress", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, *range(10, 15)}, done.stderr
    found = []
    for one in json.loads(done.stdout):
        keys = [place["symbolic"]["key"]["Local"] for place in one["locations"]]
        found.extend({(one["ident"], Path(key["verbatim_path"]).name) for key in keys})
    return sorted(found)


def test_zizmor_as_an_auditor_finds_what_is_expected_and_nothing_else() -> None:
    assert audited(GITHUB) == EXPECTED_OF_ZIZMOR
    ignores = [
        p.name for p in [*WORKFLOWS, *ACTIONS] if "zizmor: ignore" in p.read_text(encoding="utf-8")
    ]
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
        # GitHub reads YAML 1.1, and refuses a date where it wants a text.
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))["body"][form["body"].index(field)]
        words = {name: value for name, value in plain["attributes"].items() if name != "options"}
        assert [name for name, value in words.items() if not isinstance(value, str)] == []
        assert all(isinstance(one, str) for one in plain["attributes"].get("options", ()))
        assert field["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert field["attributes"]["value" if field["type"] == "markdown" else "label"]


@pytest.mark.parametrize("form", PROPOSALS, ids=lambda one: one.id)
def test_a_form_that_becomes_a_pull_request_asks_what_the_tools_read(form: Form) -> None:
    page = read(GITHUB / "ISSUE_TEMPLATE" / f"{form.id}.yml")
    assert page["labels"] == ["proposal"]
    asked = [field for field in page["body"] if field["type"] != "markdown"]
    assert [(one["id"], one["attributes"]["label"]) for one in asked] == [
        (one.id, one.label) for one in form.questions
    ]
    for field, question in zip(asked, form.questions, strict=True):
        assert tuple(field["attributes"].get("options", ())) == question.options
        assert (field.get("validations", {}).get("required") == "true") == question.required


def test_the_forms_that_become_pull_requests_are_told_apart_by_their_first_question() -> None:
    assert len({form.questions[0].label for form in PROPOSALS}) == len(PROPOSALS)
    labelled = {path.stem for path in FORMS if "proposal" in read(path)["labels"]}
    assert labelled == {form.id for form in PROPOSALS}


def test_a_page_leads_to_a_question_that_its_form_has() -> None:
    for kind in KINDS:
        form, question = form_for(kind)
        page = read(GITHUB / "ISSUE_TEMPLATE" / f"{form}.yml")
        assert question in [field.get("id") for field in page["body"]], kind


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
