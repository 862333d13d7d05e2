"""A form becomes a pull request and an answer, whoever wrote it, and what is strange goes nowhere."""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.repository import committed, git, repository
from tests.cli.run import run
from tests.edit.filled import filled
from tests.github.fake import REPOSITORY, Asked, Fake, serving
from watchbill.errors import CannotRun
from watchbill.github.patch import applied, files_of

ASKED = {"document": "promise", "target": "P1 contained", "value": "6h"}
BRANCH = "propose/issue-12"
BOT = {"login": "github-actions[bot]", "type": "Bot"}


class Store(Fake):
    """A GitHub that keeps commits, trees and branches too."""

    def __init__(self) -> None:
        super().__init__()
        self.things[""] = {"default_branch": "main"}
        self.lists |= {"pulls": [], "issues/12/comments": []}
        self.objects: dict[str, dict[str, Any]] = {}
        self.refs: dict[str, str] = {}
        self.may_open = True

    def answer(self, asked: Asked) -> tuple[int, Any, dict[str, str]]:
        self.asked.append(asked)
        if asked.path.startswith("git/"):
            return self._git(asked)
        if (asked.method, asked.path) == ("POST", "pulls") and not self.may_open:
            return 403, {"message": "GitHub Actions is not permitted to create pull requests."}, {}
        status, made, head = super().answer(asked)
        self.asked.pop()
        if asked.method == "POST":
            made["user"] = BOT
            made["html_url"] = f"https://github.example/{REPOSITORY}/pull/{made['number']}"
            if asked.path == "pulls":
                made["head"] = {"label": f"larkmoor:{asked.body['head']}"}
        return status, made, head

    def _git(self, asked: Asked) -> tuple[int, Any, dict[str, str]]:
        _, what, *rest = asked.path.split("/", 2)
        if asked.method == "GET" and what == "commits":
            return 200, self.objects[rest[0]], {}
        if asked.method == "GET":
            sha = self.refs.get(f"refs/{rest[0]}")
            return (200, {"object": {"sha": sha}}, {}) if sha else (404, {"message": "no"}, {})
        if what == "refs":
            name = asked.body.get("ref", f"refs/{rest[0]}" if rest else "")
            self.refs[name] = asked.body["sha"]
            return 200, {}, {}
        sha = hashlib.sha1(json.dumps(asked.body, sort_keys=True).encode()).hexdigest()
        if what == "commits":
            parents = [{"sha": one} for one in asked.body["parents"]]
            self.commit(sha, asked.body["message"], asked.body["tree"], parents)
        return 201, {"sha": sha}, {}

    def commit(self, sha: str, message: str, tree: str, parents: list[dict[str, str]]) -> None:
        self.objects[sha] = {"message": message, "tree": {"sha": tree}, "parents": parents}

    def sent(self) -> list[str]:
        """What was written, in order."""
        return [f"{one.method} {one.path}" for one in self.asked if one.method != "GET"]


@pytest.fixture
def store() -> Iterator[Store]:
    with serving(Store()) as found:
        assert isinstance(found, Store)
        yield found


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.example")
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "watchbill.toml").write_text('content = ["playbooks"]\n', "utf-8")
    repository(folder)
    (folder / "playbooks").mkdir()
    for path in [*folder.glob("*.yaml"), *folder.glob("*.md")]:
        path.rename(folder / "playbooks" / path.name)
    committed(folder)
    store.commit(head(folder), "Base", "tree-of-the-base", [])
    return folder


def head(book: Path) -> str:
    return git(book, "rev-parse", "HEAD").strip()


def carried_out(book: Path, tmp_path: Path, body: str) -> Path:
    """The first job: the form carried out, the patch beside it, the checkout as the second job has it."""
    event, out = tmp_path / "event.json", tmp_path / "out"
    event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), "utf-8")
    assert run("propose", "--event", str(event), "--out", str(out)).code in (0, 1)
    (out / "change.patch").write_text(git(book, "diff"), "utf-8", newline="")
    git(book, "checkout", "--quiet", ".")
    return out


def told(out: Path) -> int:
    return run("github", "propose", str(out), "--issue", "12").code


def test_a_form_becomes_a_branch_a_pull_request_and_an_answer(
    book: Path, tmp_path: Path, store: Store
) -> None:
    before = (book / "playbooks" / "promise.yaml").read_text("utf-8")
    out = carried_out(book, tmp_path, filled("1-target", **ASKED))
    assert told(out) == 0
    tree = next(one.body for one in store.asked if one.path == "git/trees")
    (row,) = tree["tree"]
    assert tree["base_tree"] == "tree-of-the-base"
    assert (row["path"], row["mode"]) == ("playbooks/promise.yaml", "100644")
    assert row["content"] == before.replace("contained: 4h", "contained: 6h")
    made = store.objects[store.refs[f"refs/heads/{BRANCH}"]]
    assert made["message"] == "promise: P1 contained\n\nProposed-in: #12\n"
    assert made["parents"] == [{"sha": head(book)}]
    (pull,) = store.lists["pulls"]
    assert (pull["title"], pull["base"]) == ("promise: P1 contained", "main")
    assert pull["body"].startswith("<!-- watchbill:proposal v1 -->\n### promise: P1 contained\n")
    assert pull["body"].endswith("\n\nCloses #12\n")
    (comment,) = store.lists["issues/12/comments"]
    assert f"This is now a pull request: {pull['html_url']}\n" in comment["body"]
    assert "**Approve workflows to run**" in comment["body"]


def test_the_same_form_again_writes_nothing_new(book: Path, tmp_path: Path, store: Store) -> None:
    out = carried_out(book, tmp_path, filled("1-target", **ASKED))
    assert told(out) == 0
    git(book, "checkout", "--quiet", ".")
    first = len(store.asked)
    assert told(out) == 0
    again = [one.path for one in store.asked[first:] if one.method != "GET"]
    assert again == ["git/trees", f"pulls/{store.lists['pulls'][0]['number']}"]
    assert len(store.lists["issues/12/comments"]) == 1


def test_an_edited_form_renews_the_branch_and_the_pull_request(
    book: Path, tmp_path: Path, store: Store
) -> None:
    assert told(carried_out(book, tmp_path, filled("1-target", **ASKED))) == 0
    old = store.refs[f"refs/heads/{BRANCH}"]
    git(book, "checkout", "--quiet", ".")
    assert told(carried_out(book, tmp_path, filled("1-target", **{**ASKED, "value": "8h"}))) == 0
    new = store.objects[store.refs[f"refs/heads/{BRANCH}"]]
    assert store.refs[f"refs/heads/{BRANCH}"] != old
    assert new["parents"] == [{"sha": head(book)}]
    (pull,) = store.lists["pulls"]
    assert "| It would say | 8h |" in pull["body"]


def test_what_cannot_be_carried_out_is_answered_and_then_taken_back(
    book: Path, tmp_path: Path, store: Store
) -> None:
    wrong = {**ASKED, "document": "<img src=x> @all"}
    assert told(carried_out(book, tmp_path, filled("1-target", **wrong))) == 0
    assert store.sent() == ["POST issues/12/comments"]
    (comment,) = store.lists["issues/12/comments"]
    assert "This could not be carried out:\n\n> Which service level" in comment["body"]
    assert "\\<img src=x\\> @<!-- -->all" in comment["body"]
    assert told(carried_out(book, tmp_path, filled("1-target", **ASKED))) == 0
    (comment,) = store.lists["issues/12/comments"]
    assert "This is now a pull request" in comment["body"]


def test_where_workflows_may_not_open_pull_requests_a_member_is_led_to_do_it(
    book: Path, tmp_path: Path, store: Store
) -> None:
    store.may_open = False
    assert told(carried_out(book, tmp_path, filled("1-target", **ASKED))) == 0
    (comment,) = store.lists["issues/12/comments"]
    address = f"https://github.example/{REPOSITORY}/compare/main...{BRANCH}?expand=1"
    assert comment["body"].rstrip().endswith(f"opens it: {address}")
    assert f"refs/heads/{BRANCH}" in store.refs


def test_a_branch_that_somebody_works_on_is_left_alone(
    book: Path, tmp_path: Path, store: Store
) -> None:
    store.commit("their-work", "Better words", "another-tree", [{"sha": "x"}])
    store.refs[f"refs/heads/{BRANCH}"] = "their-work"
    assert told(carried_out(book, tmp_path, filled("1-target", **ASKED))) == 0
    assert store.refs[f"refs/heads/{BRANCH}"] == "their-work"
    assert store.lists["pulls"] == []
    assert "was left as it is" in store.lists["issues/12/comments"][0]["body"]


def test_a_comment_that_somebody_else_marked_as_ours_is_not_touched(
    book: Path, tmp_path: Path, store: Store
) -> None:
    theirs = "<!-- watchbill:proposal v1 -->\nSend your password to us."
    user = {"login": "github-actions-bot", "type": "User"}
    store.lists["issues/12/comments"] = [{"id": 7, "body": theirs, "user": user}]
    assert told(carried_out(book, tmp_path, filled("1-target", **ASKED))) == 0
    assert store.lists["issues/12/comments"][0]["body"] == theirs
    assert len(store.lists["issues/12/comments"]) == 2


PATCH = """\
diff --git a/playbooks/x.yaml b/playbooks/x.yaml
index 0123456..89abcde 100644
--- a/playbooks/x.yaml
+++ b/playbooks/x.yaml
@@ -1,2 +1,2 @@
 a: 1
-b: 2
+b: 3
"""


def test_a_patch_of_a_document_is_let_in() -> None:
    assert files_of(PATCH, ("playbooks",)) == ("playbooks/x.yaml",)
    assert files_of(PATCH + PATCH.replace("x.yaml", "y.yaml"), ()) == (
        "playbooks/x.yaml",
        "playbooks/y.yaml",
    )
    # A line of the document that looks like a head is a line of the document.
    odd = PATCH.replace(" a: 1", " diff --git a/x b/x").replace("+b: 3", "++++ b/.github/x")
    assert files_of(odd, ("playbooks",)) == ("playbooks/x.yaml",)


@pytest.mark.parametrize(
    "patch",
    [
        "",
        "not a patch",
        PATCH.replace("playbooks/", ".github/workflows/"),
        PATCH.replace("playbooks/x.yaml", "tools/watchbill/__init__.py"),
        PATCH.replace("playbooks/", "playbooks/../.github/"),
        PATCH.replace("playbooks/", "playbooks/.hidden/"),
        PATCH.replace("playbooks/x.yaml", "playbooks/x.sh"),
        PATCH.replace("playbooks/x.yaml", '"playbooks/\\303\\244.yaml"'),
        PATCH.replace("b/playbooks/x.yaml\nindex", "b/playbooks/y.yaml\nindex"),
        PATCH.replace("+++ b/playbooks/x.yaml", "+++ b/playbooks/y.yaml"),
        PATCH.replace("100644", "120000"),
        PATCH.replace("100644", "100755"),
        PATCH.replace("index ", "old mode 100644\nnew mode 120000\nindex "),
        PATCH.replace("index ", "new file mode 100644\nindex "),
        PATCH.replace("--- a/playbooks/x.yaml", "--- /dev/null"),
        PATCH.replace("index 0123456..89abcde 100644\n", "similarity index 90%\n"),
        PATCH.partition("@@")[0],
        PATCH.partition("---")[0]
        + "GIT binary patch\nliteral 3\n"
        + base64.b85encode(b"abc").decode(),
        PATCH + "diff --git a/.github/x.yaml b/.github/x.yaml\n",
        PATCH + PATCH,
        PATCH.replace("-1,2 +1,2", "-1,9 +1,9"),
        "".join(PATCH.replace("x.yaml", f"x{n}.yaml") for n in range(6)),
        PATCH + " " * (1 << 20),
    ],
)
def test_any_other_patch_is_refused(patch: str) -> None:
    with pytest.raises(CannotRun):
        files_of(patch, ("playbooks",))


def test_a_patch_is_not_applied_through_a_link_or_to_what_is_not_there(tmp_path: Path) -> None:
    away, root = tmp_path / "away", tmp_path / "root"
    away.mkdir()
    root.mkdir()
    git(root, "init", "--quiet")
    (away / "x.yaml").write_text("a: 1\nb: 2\n", "utf-8")
    (tmp_path / "change.patch").write_text(PATCH, "utf-8")
    with pytest.raises(CannotRun, match="not there"):
        applied(root, tmp_path / "change.patch", ("playbooks",))
    (root / "playbooks").symlink_to(away)
    with pytest.raises(CannotRun, match="lies behind a symbolic link"):
        applied(root, tmp_path / "change.patch", ("playbooks",))
    assert (away / "x.yaml").read_text("utf-8") == "a: 1\nb: 2\n"
    (root / "playbooks").unlink()
    (root / "playbooks").mkdir()
    (root / "playbooks" / "x.yaml").write_text("a: 1\nb: 4\n", "utf-8")
    with pytest.raises(CannotRun, match="does not fit"):
        applied(root, tmp_path / "change.patch", ("playbooks",))
    (root / "playbooks" / "x.yaml").write_text("a: 1\nb: 2\n", "utf-8")
    assert applied(root, tmp_path / "change.patch", ("playbooks",)) == {
        "playbooks/x.yaml": "a: 1\nb: 3\n"
    }
