"""From a push to the comment and the status: the workflows as they are written, on real repositories of Git."""

import shutil
from pathlib import Path

import pytest
import yaml

from tests.cli.repository import git
from tests.github.fake import Fake
from tests.github.hub import Hub, replaced, seed
from tests.github.workflow import Context, Ran, Steps, plain_environment
from tests.support import ROOT

LIE = "<!-- watchbill:report v1 pr=7 head={} -->\n### watchbill: nothing changed in meaning\n"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed(tmp_path_factory.mktemp("seed"))


@pytest.fixture
def hub(tmp_path: Path, origin: Path, fake: Fake) -> Hub:
    return Hub(tmp_path, origin, fake)


def law(tree: Path, due: str = "72h") -> None:
    """A change that legal and the desk must agree to, two people."""
    replaced(tree, "answer-law.yaml", "due: 48h", f"due: {due}")


# The law itself, that nobody read it again, and two files for the alerting that follow from it.
VERDICT = "1 commitment weakened, 1 to be read by a person, 2 without weight · 2 approvals needed"


def good(ran: dict[str, Ran]) -> dict[str, Ran]:
    assert {name: one.outcome for name, one in ran.items()} == dict.fromkeys(ran, "success"), ran
    return ran


def test_a_pull_request_is_told_what_it_means_and_waits_for_those_who_must_agree(hub: Hub) -> None:
    tree = hub.work()
    law(tree)
    head = hub.push(tree, 7, "eve")
    ran = good(hub.validate(7, "lint", "change"))
    line = f"### watchbill: {VERDICT}\n"
    assert line in ran["change"].summary
    assert "::warning file=answer-law.yaml," in ran["change"].log
    good(hub.comment(7))
    (told,) = hub.comments(7)
    assert told.startswith(f"<!-- watchbill:report v1 pr=7 head={head} -->\n{line}")
    assert "**Cannot merge yet:** desk (critical weakening: " in told
    assert f"head {head[:12]}" in told and "report complete (4 of 4)" in told
    assert "](https://github.example/larkmoor/watchbill/pull/7/checks)" in told
    status = hub.status(head)
    assert (status["context"], status["state"]) == ("watchbill/approvals", "pending")
    assert "waits for desk, legal" in status["description"]
    assert status["target_url"] == "https://github.example/larkmoor/watchbill/actions/runs/42"


def test_a_fork_is_told_the_same_when_somebody_agrees_the_status_turns(hub: Hub) -> None:
    tree = hub.work("mallory")
    law(tree)
    head = hub.push(tree, 7, "mallory")
    good(hub.comment(7))
    assert hub.status(head)["state"] == "pending"
    hub.says(7, "mallory")
    hub.says(7, "cy", commit="0" * 40)
    hub.says(7, "ana")
    good(hub.validate(7, name="review.yml"))
    good(hub.comment(7, "pull_request_review"))
    assert hub.status(head)["state"] == "pending"
    assert "waits for legal" in hub.status(head)["description"]
    assert "cy spoke of an older commit" in hub.comments(7)[0]
    hub.says(7, "cy")
    good(hub.comment(7, "pull_request_review"))
    assert hub.status(head)["state"] == "success"
    (told,) = hub.comments(7)
    assert "**All have agreed:** desk (ana), legal (cy)" in told


def test_what_a_fork_writes_uploads_or_says_of_itself_is_not_believed(hub: Hub) -> None:
    tree = hub.work("mallory", branch="x'$(touch${IFS}ran)\"")
    law(tree)
    replaced(tree, "agreed.yaml", "by: [legal], people: 2", "by: [desk]")
    replaced(tree, "pyproject.toml", '["cy", "dee"]', '["friend"]')
    lie = LIE.format("a" * 40)
    for name in ("validate.yml", "comment.yml"):
        path = tree / ".github" / "workflows" / name
        before, _, _ = path.read_text("utf-8").partition("    steps:\n")
        path.write_text(
            f"{before}    steps:\n"
            "      - uses: actions/checkout@0000000000000000000000000000000000000000 # v0.0.0\n"
            "        with:\n          persist-credentials: false\n"
            "      - run: mkdir -p build/told && cp lie.md build/told/change.md\n"
            "      - run: cp yes.json build/told/approvals.json\n"
            "      - uses: actions/upload-artifact@0000000000000000000000000000000000000000 # v0.0.0\n"
            "        with: {name: told, path: build/told, if-no-files-found: error}\n"
        )
    (tree / "lie.md").write_text(lie)
    (tree / "yes.json").write_text('{"complete": true, "verdict": "all have agreed"}')
    (tree / "Makefile").write_text("setup:\n\ttouch ran\n")
    head = hub.push(tree, 7, "mallory")
    theirs = {"id": 1, "user": {"login": "mallory", "type": "User"}, "body": lie}
    other = {"id": 2, "user": {"login": "some[bot]", "type": "Bot"}, "body": lie}
    hub.fake.lists["issues/7/comments"] += [theirs, other]
    for user in ("mallory", "friend"):
        hub.says(7, user)
    good(hub.validate(7))
    good(hub.comment(7))
    assert not list(hub.folder.rglob("ran"))
    assert hub.comments(7)[:2] == [lie, lie]
    told = hub.comments(7)[2]
    assert "obligation:answer-law: the law's period | 48h | 72h" in told
    assert "partner:legal: who speaks for it when a change is agreed to | cy, dee | friend" in told
    assert "nothing changed" not in told
    assert "**Cannot merge yet:** desk (" in told and "legal (" in told
    assert hub.status(head)["state"] == "pending"


def test_a_second_push_renews_the_comment_and_keeps_the_verdict_before_it(hub: Hub) -> None:
    tree = hub.work()
    law(tree)
    first = hub.push(tree, 7, "eve")
    good(hub.comment(7))
    law_again(tree)
    second = hub.push(tree, 7, "eve")
    good(hub.comment(7))
    (told,) = hub.comments(7)
    assert told.startswith(f"<!-- watchbill:report v1 pr=7 head={second} -->\n")
    assert "48h | 96h" in told
    before = f"<sub>before, at {first[:12]}: {VERDICT}</sub>"
    assert told.rstrip().splitlines()[-1] == before
    assert [one.method for one in hub.fake.asked if "comments" in one.path].count("POST") == 1
    replaced(tree, "answer-law.yaml", "due: 96h", "due: 48h")
    third = hub.push(tree, 7, "eve")
    good(hub.comment(7))
    (told,) = hub.comments(7)
    assert told.splitlines()[1] == (
        f"**watchbill:** nothing changed in meaning; resolved in {third[:12]}."
    )
    assert f"before, at {second[:12]}: 1 commitment weakened" in told
    assert hub.status(third)["state"] == "success"


def law_again(tree: Path) -> None:
    replaced(tree, "answer-law.yaml", "due: 72h", "due: 96h")


def test_where_nothing_changes_no_comment_is_made_and_nobody_need_agree(hub: Hub) -> None:
    tree = hub.work()
    (tree / "notes.txt").write_text("Words for the tools' folk.\n")
    head = hub.push(tree, 7, "eve")
    good(hub.comment(7))
    assert hub.comments(7) == []
    assert (hub.status(head)["state"], hub.status(head)["description"]) == (
        "success",
        "nobody need agree",
    )


def test_a_fault_in_the_head_is_told_as_not_compared_and_fails(hub: Hub) -> None:
    tree = hub.work("mallory")
    (tree / "watch.yaml").write_text("kind: schedule\nid: [\n")
    head = hub.push(tree, 7, "mallory")
    ran = hub.validate(7, "lint", "change")
    assert {one.outcome for one in ran.values()} == {"failure"}
    assert "COULD NOT COMPARE" in ran["change"].summary
    good(hub.comment(7))
    (told,) = hub.comments(7)
    assert told.splitlines()[1] == "### watchbill: COULD NOT COMPARE"
    assert "watch.yaml:2" in told and "nothing changed" not in told
    assert hub.status(head)["state"] == "failure"


def test_a_conflict_with_main_is_told_and_main_that_moved_on_is_not_the_change(hub: Hub) -> None:
    tree, other = hub.work(), hub.work(branch="other")
    law(tree)
    head = hub.push(tree, 7, "eve")
    replaced(other, "watch.yaml", "answers_within: 2m", "answers_within: 1m")
    git(other, "commit", "--quiet", "--all", "--message", "Main")
    git(other, "push", "--quiet", "origin", "other:main")
    good(hub.comment(7))
    assert "answers" not in hub.comments(7)[0] and "48h | 72h" in hub.comments(7)[0]
    replaced(other, "answer-law.yaml", "due: 48h", "due: 24h")
    git(other, "commit", "--quiet", "--all", "--message", "Main")
    git(other, "push", "--quiet", "origin", "other:main")
    good(hub.comment(7))
    assert "conflicts with" in hub.comments(7)[0] and "answer-law.yaml" in hub.comments(7)[0]
    assert hub.status(head)["state"] == "failure"


def test_a_pull_request_that_moved_on_or_is_closed_is_left_to_a_later_run(hub: Hub) -> None:
    tree = hub.work("mallory")
    law(tree)
    hub.push(tree, 7, "mallory")
    pull = hub.pull(7)
    pull["state"] = "closed"
    ran = hub.comment(7)
    assert (ran["compare"].outcome, ran["comment"].outcome) == ("success", "skipped")
    pull["state"] = "open"
    old = dict(pull["head"])
    law_again(tree)
    head = hub.push(tree, 7, "mallory")
    hub.pull(7)["head"], now = old, hub.pull(7)["head"]
    ran = hub.comment(7)
    assert ran["compare"].outcome == "failure" and ran["comment"].outcome == "success"
    assert hub.status(old["sha"])["state"] == "failure"
    hub.pull(7)["head"] = now
    assert f"statuses/{head}" not in hub.fake.lists


def test_an_emergency_goes_in_with_one_person_and_a_reason(hub: Hub) -> None:
    tree = hub.work()
    law(tree)
    head = hub.push(
        tree, 7, "eve", labels=[{"name": "emergency"}], body="Now.\n\nEmergency: the pager is down"
    )
    hub.fake.lists["issues/7/events"] = [
        {"event": "labeled", "label": {"name": "emergency"}, "actor": {"login": "ana"}}
    ]
    hub.says(7, "cy")
    hub.fake.things["collaborators/ana/permission"] = {"permission": "write"}
    good(hub.comment(7))
    assert hub.status(head)["state"] == "success"
    assert hub.status(head)["description"] == "may go in as an emergency: the pager is down"
    assert (
        "**Goes in as an emergency:** the pager is down; all others review it by"
        in (hub.comments(7)[0])
    )


def test_another_repository_uses_the_action_on_a_book_of_its_own(hub: Hub) -> None:
    tree = hub.work()
    (tree / "handbook").mkdir()
    for path in tree.glob("*.*"):
        if path.suffix in (".yaml", ".md"):
            shutil.move(path, tree / "handbook" / path.name)
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "A handbook")
    replaced(tree, "handbook/answer-law.yaml", "due: 48h", "due: 72h")
    git(tree, "commit", "--quiet", "--all", "--message", "Change")
    ran, outputs = acted(hub.folder, tree, base="HEAD~1", root="handbook")
    assert ran.outcome == "success" and "1 commitment weakened" in ran.summary
    assert "::warning file=handbook/answer-law.yaml," in ran.log
    assert outputs["weaker"] == "1" and outputs["verdict"].startswith("1 commitment weakened")
    ran, outputs = acted(hub.folder, tree, base="HEAD~1", root="handbook", fail_on="weaker")
    assert ran.outcome == "failure" and outputs["weaker"] == "1"
    ran, outputs = acted(hub.folder, tree, base="nowhere", root="handbook")
    assert ran.outcome == "failure" and outputs == {"verdict": "COULD NOT COMPARE"}
    assert "COULD NOT COMPARE" in ran.summary


def acted(
    folder: Path, workspace: Path, *, base: str, root: str, fail_on: str = "never"
) -> tuple[Ran, dict[str, str]]:
    """The composite action, run there; its tools lie three folders above it, as in its own checkout."""
    place = folder / "actions" / ".github" / "actions" / "report"
    place.mkdir(parents=True, exist_ok=True)
    text = (ROOT / ".github" / "actions" / "report" / "action.yml").read_text("utf-8")
    action = yaml.load(text, Loader=yaml.BaseLoader)
    context = Context({"action_path": str(place)})
    given = {"base": base, "root": root, "fail-on": fail_on}
    assert given.keys() == action["inputs"].keys()
    context.inputs = given
    (workspace.parent / f"{workspace.name}.summary").unlink(missing_ok=True)
    environment = plain_environment(folder / "home")
    steps = Steps(workspace, context, environment, folder / "none", lambda _: None)
    for step in action["runs"]["steps"]:
        steps.run(step)
    values = {name: context.filled(one["value"]) for name, one in action["outputs"].items()}
    return steps.ended(), {name: value for name, value in values.items() if value}
