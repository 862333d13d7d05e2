"""The bundle for an auditor: what it holds, what it leaves out and says so, and that it can be checked."""

import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.ledger import Ledger
from tests.cli.run import Ran, run

ASKED = (
    "evidence",
    "--for",
    "answer-law",
    "--from",
    "2026-11-05",
    "--to",
    "2026-11-24",
    "--no-cache",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A month of the smallest book: a weaker law, a change that does not concern it, a merge, a later change."""
    one = Ledger(tmp_path_factory.mktemp("evidence") / "book")
    one.commit("2026-11-02T08:00:00Z", "The book")
    one.write("answer-law.yaml", "due: 48h", "due: 72h")
    message = "Three days\n\nCounsel has read it.\n\nReviewed-by: Ada L <ada@example.org>\nApproved-by: Bo"
    one.commit("2026-11-10T09:30:00Z", message, who=("Cleo", "cleo@example.org"))
    (one.folder / "legal-note.md").write_text("No document\n", "utf-8")
    one.commit("2026-11-12T09:00:00Z", "A note")
    one.git("checkout", "--quiet", "-b", "faster")
    one.write(
        "fraud-ring.yaml",
        "title: Block the accounts\n    role: analyst\n    takes: 15m",
        "title: Block the accounts\n    role: analyst\n    takes: 25m",
    )
    one.commit("2026-11-14T09:00:00Z", "Slower blocks", who=("Dee", "dee@example.org"))
    one.git("checkout", "--quiet", "main")
    one.git(
        "merge",
        "--quiet",
        "--no-ff",
        "--message",
        "Merge faster",
        "faster",
        when="2026-11-15T10:00:00Z",
    )
    one.write("answer-law.yaml", "due: 72h", "due: 24h")
    one.commit("2026-11-28T08:00:00Z", "After the period")
    return one


def made(
    ledger: Ledger, *more: str, asked: tuple[str, ...] = ASKED
) -> tuple[Ran, dict[str, bytes]]:
    out = ledger.folder.parent / "bundle.zip"
    out.unlink(missing_ok=True)
    ran = run(*asked, "--root", str(ledger.folder), "--out", str(out), *more)
    if not out.exists():
        return ran, {}
    with zipfile.ZipFile(out) as found:
        return ran, {name: found.read(name) for name in found.namelist()}


@pytest.fixture(scope="module")
def bundle(told: Ledger) -> dict[str, bytes]:
    ran, found = made(told)
    assert ran.code == 0, ran.err
    return found


def index(files: dict[str, bytes]) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(files["index.json"])
    return whole


def test_the_index_has_the_form_that_lies_beside_it(bundle: dict[str, bytes]) -> None:
    schema = json.loads(bundle["index.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(index(bundle))


def test_the_states_are_the_start_each_change_that_concerns_it_and_the_end(
    told: Ledger, bundle: dict[str, bytes]
) -> None:
    main = told.git("rev-list", "--first-parent", "--reverse", "HEAD").split()
    states = index(bundle)["states"]
    assert [(one["why"], one["commit"]) for one in states] == [
        ("start", main[0]),
        ("change", main[1]),
        ("change", main[3]),
        ("end", main[3]),
    ]
    assert [one["judged"] for one in states] == [
        "2026-11-05T00:00:00Z",
        "2026-11-10T09:30:00Z",
        "2026-11-15T10:00:00Z",
        "2026-11-24T23:59:59Z",
    ]
    assert {one["withheld"] for one in states} == {0}


def test_every_version_of_the_law_is_there_as_git_has_it(
    told: Ledger, bundle: dict[str, bytes]
) -> None:
    rows = [one for one in index(bundle)["versions"] if one["key"] == "obligation:answer-law"]
    assert [one["state"] for one in rows] == [0, 1]
    for row, revision in zip(rows, ("main~4", "main~3"), strict=True):
        raw = told.git("show", f"{revision}:answer-law.yaml").encode()
        assert bundle[row["path"]] == raw
    assert "| Due within | 48h |" in bundle["INDEX.md"].decode()
    assert "| Due within | 72h |" in bundle["INDEX.md"].decode()
    step = "| Discharged by | playbook:fraud-ring, step answer: Answer the notice |"
    assert step in bundle["INDEX.md"].decode()
    path = "escalation:matrix, path desk-first: The desk, then counsel (playbook:fraud-ring)"
    assert f"| May be paged by | {path} |" in bundle["INDEX.md"].decode()


def test_all_that_it_rests_on_is_there_and_nothing_else(bundle: dict[str, bytes]) -> None:
    keys = {one["key"] for one in index(bundle)["versions"]}
    assert {
        "obligation:answer-law",
        "guard-bands:bands",
        "playbook:fraud-ring",
        "runbook:block-account",
        "message:notice",
        "service-level:promise",
        "schedule:watch",
        "schedule:legal-watch",
        "escalation:matrix",
        "scenario:night",
    } <= keys
    assert not keys & {"vendor:vendor-one", "team:desk", "approvals:agreed"}


def test_each_change_says_what_it_means_who_had_to_agree_and_who_is_said_to_have(
    bundle: dict[str, bytes],
) -> None:
    weaker, merge = index(bundle)["changes"]
    (commit,) = weaker["commits"]
    assert weaker["counts"]["weaker"] == 1
    assert (commit["author"], commit["committer"], commit["subject"]) == (
        "Cleo",
        "Forge",
        "Three days",
    )
    assert commit["authored"] == "2026-11-10T09:30:00Z"
    assert [(one["name"], one["value"]) for one in commit["trailers"]] == [
        ("Reviewed-by", "Ada L"),
        ("Approved-by", "Bo"),
    ]
    teams = {one["team"]: one["approved_by"] for one in weaker["agreement"]["teams"]}
    assert teams == {"desk": [], "legal": []}
    assert weaker["agreement"]["people_wanted"] == 2 and weaker["agreement"]["complete"] is None
    assert [one["subject"] for one in merge["commits"]] == ["Merge faster"]
    assert [one["author"] for one in merge["brought"]] == ["Dee"]
    assert any(
        "is reached" in line
        for line in bundle[merge["path"].replace(".json", ".txt")].decode().splitlines()
    )


def test_the_changes_are_those_that_diff_tells(told: Ledger, bundle: dict[str, bytes]) -> None:
    for turn, (before, after) in zip(
        index(bundle)["changes"], (("main~4", "main~3"), ("main~2", "main~1")), strict=True
    ):
        words = (
            "diff",
            before,
            after,
            "--root",
            str(told.folder),
            "--format",
            "json",
            "--no-cache",
        )
        other, here = json.loads(run(*words).out), json.loads(bundle[turn["path"]])
        spots = {"file": None}
        for change in (*other["changes"], *here["changes"]):
            for side in ("old", "new"):
                change.get(side, {}).update(spots)
        assert here["changes"] == other["changes"] != []


def test_what_nobody_said_is_said_to_be_not_known(bundle: dict[str, bytes]) -> None:
    page = bundle["INDEX.md"].decode()
    assert "Had to agree: legal (2 changes); approved by: not known" in page
    merge = page.partition("### State 2")[2]
    assert (
        "Approvals: not known: neither the commits nor a file of reviews say who approved" in merge
    )


def test_no_address_of_anybody_is_in_any_byte(bundle: dict[str, bytes]) -> None:
    for name, raw in bundle.items():
        assert b"example.org" not in raw, name


def test_the_law_is_proven_in_every_state_by_its_own_clocks_only(bundle: dict[str, bytes]) -> None:
    proofs = index(bundle)["proofs"]
    assert [one["state"] for one in proofs] == [0, 1, 2, 3]
    clocks = {(clock["kind"], clock["id"]) for one in proofs for clock in one["clocks"]}
    assert clocks == {("law", "answer-law"), ("guard", "answer-law")}
    law = [clock["slack"] for one in proofs for clock in one["clocks"] if clock["kind"] == "law"]
    assert law[1] - law[0] == 24 * 3600 and law[1] - law[2] == 10 * 60
    words = bundle[proofs[-1]["path"].replace(".json", ".txt")].decode()
    assert "Mon 30 Nov 2026" in words and "tz database" in words and "Feasible if" in words


def test_scenarios_are_played_in_the_book_of_the_end(bundle: dict[str, bytes]) -> None:
    (one,) = index(bundle)["scenarios"]
    assert (one["key"], one["passed"], one["faults"]) == ("scenario:night", True, [])
    assert b"fraud-ring" in bundle[one["path"]]


def test_a_later_commit_changes_nothing_of_a_period_that_is_over(told: Ledger) -> None:
    asked = (*ASKED[:-2], "2026-11-15", "--no-cache")
    assert asked[-3] == "--to"
    after = made(told, asked=asked)[1]
    told.git("checkout", "--quiet", "--detach", "HEAD~1")
    try:
        assert made(told, asked=asked)[1] == after != {}
    finally:
        told.git("checkout", "--quiet", "main")


def test_without_a_period_it_is_the_year_that_ends_with_the_last_commit(told: Ledger) -> None:
    ran, files = made(
        told, asked=("evidence", "--for", "Reg. (EU) 0000/1, Article 1", "--no-cache")
    )
    assert ran.code == 0 and "Git has nothing of this from before commit" in ran.err
    whole = index(files)
    assert whole["period"] == {"start": "2025-11-29", "end": "2026-11-28"}
    assert [one["why"] for one in whole["states"]] == ["first", "change", "change", "change", "end"]
    assert whole["changes"][0]["why_not"] == "nothing of it stood before that can be read"


def test_the_list_of_hashes_is_one_that_sha256sum_reads(
    bundle: dict[str, bytes], tmp_path: Path
) -> None:
    for name, raw in bundle.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    call = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK\n") == len(bundle) - 1


def changed(raw: bytes, how: str) -> bytes:
    """A bundle with one thing done to it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if how != "missing" or name != "INDEX.md":
                new.writestr(
                    name, b"x" if (how, name) == ("differs", "INDEX.md") else old.read(name)
                )
        if how == "extra":
            new.writestr("documents/\x1b[31mforged.yaml", b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("", "every file is as its list says"),
        ("differs", "INDEX.md: differs\n"),
        ("missing", "INDEX.md: is missing\n"),
        ("extra", "documents/\\x1b[31mforged.yaml: is extra"),
    ],
)
def test_a_bundle_is_checked_by_its_list(told: Ledger, tmp_path: Path, how: str, said: str) -> None:
    made(told)
    target = tmp_path / "bundle.zip"
    target.write_bytes(changed((told.folder.parent / "bundle.zip").read_bytes(), how))
    ran = run("evidence", "--check", str(target))
    assert ran.code == (1 if how else 0) and said in ran.out


def test_what_is_no_bundle_is_not_called_one(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no archive")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a", b"")
    for name in ("text.zip", "other.zip", "none.zip"):
        ran = run("evidence", "--check", str(tmp_path / name))
        assert ran.code == 2 and name in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "answer-lw"), "did you mean `answer-law`?"),
        (("--for", "Art 2"), "no document or citation `Art 2`"),
        (("--for", "answer-law", "--to", "2026-10-01"), "no commit from 2026-10-01 or before"),
        (("--for", "answer-law", "--from", "2026-12-01"), "before it begins on 2026-12-01"),
        (("--for", "answer-law", "--from", "soon"), "`soon` is no day"),
        (("--for", "answer-law", "--audience", "queen"), "there is no audience `queen`"),
        (("--for", "answer-law", "--check", "x"), "either --for, or --check"),
        ((), "either --for, or --check"),
        (("--for", "answer-law", "--reviews", "none.json"), "none.json cannot be read as reviews"),
    ],
)
def test_what_cannot_be_answered_is_one_line(
    told: Ledger, words: tuple[str, ...], said: str
) -> None:
    ran, files = made(told, asked=("evidence", *words))
    assert ran.code == 2 and said in ran.err and not files
