"""The bundle for an auditor where things are not as one would wish: other machines, holes, hostility, tiers."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ledger import Ledger
from tests.cli.run import Ran, run

ASKED = ("evidence", "--for", "answer-law", "--from", "2026-11-05", "--to", "2026-11-24")
CANARY = "the red canary sings at midnight in the cellar"


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHBILL_CACHE", "off")


@pytest.fixture
def one(tmp_path: Path) -> Ledger:
    """The smallest book, committed before the period begins."""
    ledger = Ledger(tmp_path / "book")
    ledger.commit("2026-11-02T08:00:00Z", "The book")
    return ledger


def made(folder: Path, *more: str) -> tuple[Ran, dict[str, bytes]]:
    out = folder.parent / "bundle.zip"
    ran = run(*ASKED, "--root", str(folder), "--out", str(out), *more)
    if not out.exists():
        return ran, {}
    with zipfile.ZipFile(out) as found:
        return ran, {name: found.read(name) for name in found.namelist()}


def index(files: dict[str, bytes]) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(files["index.json"])
    return whole


def elsewhere(one: Ledger, place: Path, *, other: bool) -> bytes:
    """The bundle as a machine makes it whose every habit differs from another's."""
    home, clone = place / "home", place / ("other" if other else "plain") / "clone"
    home.mkdir(parents=True)
    subprocess.run(["git", "clone", "--quiet", str(one.folder), str(clone)], check=True)
    habits = "[log]\n\tshowSignature = true\n\tdate = relative\n[core]\n\tquotePath = false\n"
    (home / ".gitconfig").write_text(
        habits + "[i18n]\n\tlogOutputEncoding = latin1\n" if other else ""
    )
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TZ": "Pacific/Apia" if other else "UTC",
        "LC_ALL": "C" if other else "C.UTF-8",
        "LANGUAGE": "de" if other else "en",
        "PYTHONHASHSEED": "7" if other else "1",
        "WATCHBILL_CACHE": str(home / "cache") if other else "off",
        "COLUMNS": "40" if other else "200",
    }
    words = [sys.executable, "-m", "watchbill", *ASKED, "--out", str(home / "b.zip")]
    words += ["--root", str(clone) if other else "."]
    for _ in range(2 if other else 1):  # the second run lives on what the first one kept
        subprocess.run(
            words,
            env=env,
            cwd=home if other else clone,
            umask=0o077 if other else 0o002,
            check=True,
            capture_output=True,
        )
    return (home / "b.zip").read_bytes()


def test_two_machines_that_differ_in_everything_make_the_same_bytes(
    one: Ledger, tmp_path: Path
) -> None:
    one.write("answer-law.yaml", "due: 48h", "due: 30h")
    one.commit("2026-11-10T23:30:00-11:00", "Größere Frist", who=("Zoë", "zoe@example.org"))
    first = elsewhere(one, tmp_path / "a", other=False)
    assert first == elsewhere(one, tmp_path / "b", other=True)
    with zipfile.ZipFile(tmp_path / "a" / "home" / "b.zip") as found:
        found.extractall(tmp_path / "unpacked")
        assert "Größere Frist" in found.read("INDEX.md").decode()
        assert b"2026-11-11 10:30:00" in found.read("INDEX.md")
    call = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    subprocess.run(call, cwd=tmp_path / "unpacked", check=True)


def test_a_shallow_clone_says_that_it_is_one(one: Ledger, tmp_path: Path) -> None:
    one.write("answer-law.yaml", "due: 48h", "due: 30h")
    one.commit("2026-11-10T08:00:00Z")
    clone = tmp_path / "shallow"
    source = one.folder.as_uri()
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", source, str(clone)], check=True)
    ran, files = made(clone)
    assert ran.code == 0
    assert "does not reach back to 2026-11-05: the clone is shallow" in ran.err
    assert "the clone is shallow" in files["INDEX.md"].decode()
    whole = index(files)
    assert [state["why"] for state in whole["states"]] == ["first", "end"]
    assert whole["changes"][0]["why_not"].startswith("the clone is shallow")


def test_a_revision_that_cannot_be_read_is_told_and_stops_nothing(one: Ledger) -> None:
    law = (one.folder / "answer-law.yaml").read_text("utf-8")
    one.write("answer-law.yaml", "due: 48h", "due: [")
    broken = one.commit("2026-11-10T08:00:00Z", "Broken")
    (one.folder / "answer-law.yaml").write_text(law.replace("due: 48h", "due: 72h"), "utf-8")
    mended = one.commit("2026-11-11T08:00:00Z", "Mended")
    ran, files = made(one.folder)
    assert ran.code == 0 and f"State 1 (commit {broken[:12]}) is neither compared" in ran.err
    whole = index(files)
    first, second = whole["changes"]
    assert "fault of form" in first["why_not"] and first["counts"] is None
    assert second["counts"]["weaker"] >= 1 and second["why_not"] == ""
    assert [commit["commit"] for commit in second["commits"]] == [broken, mended]
    rows = [row for row in whole["versions"] if row["key"] == "obligation:answer-law"]
    assert [row["state"] for row in rows] == [0, 1, 2] and rows[1]["path"] is None
    assert {row["state"]: bool(row["clocks"]) for row in whole["proofs"]} == {
        0: True,
        1: False,
        2: True,
        3: True,
    }


def test_settings_that_cannot_be_read_are_told_and_stop_nothing(one: Ledger) -> None:
    (one.folder / "watchbill.toml").write_text("content = 3\n", "utf-8")
    one.commit("2026-11-10T08:00:00Z", "Bad settings")
    (one.folder / "watchbill.toml").unlink()
    one.commit("2026-11-11T08:00:00Z", "None")
    ran, files = made(one.folder)
    assert ran.code == 0 and "its settings cannot be read" in ran.err
    assert [state["why"] for state in index(files)["states"]] == [
        "start",
        "change",
        "change",
        "end",
    ]


HOSTILE = "Eve](https://evil.example) <script>alert(1)</script> \x1b[31m\u202e|`#"


def test_what_authors_write_means_nothing_in_the_index(one: Ledger) -> None:
    one.write("answer-law.yaml", "Answer a notice within two days", "Answer <b>|[x](y) `z` *now*")
    message = f"{HOSTILE}\n\nReviewed-by: {HOSTILE} <eve@example.org>\nEvil-by: Mallory"
    one.commit(
        "2026-11-10T08:00:00Z", message, who=("Eve ](x) |<img src=x>\x1b[2J", "e@example.org")
    )
    odd = one.folder / "a|b <i> [c](d)"
    odd.mkdir()
    (one.folder / "notice.yaml").rename(odd / "notice.yaml")
    one.commit("2026-11-11T08:00:00Z", "Moved")
    ran, files = made(one.folder)
    assert ran.code == 0 and "\x1b" not in ran.out + ran.err
    page = files["INDEX.md"].decode()
    assert "\x1b" not in page and "\u202e" not in page and "<script" not in page.replace("\\<", "")
    assert "](https" not in page.replace("\\]", "") and "Mallory" not in page
    assert "<img" not in page.replace("\\<", "") and "<i>" not in page.replace("\\<", "")
    for line in page.splitlines():
        if line.startswith("|"):
            cells = line.replace("\\|", "").count("|")
            assert cells in (3, 4, 6, 7, 8), line
    assert all(name.isascii() and ".." not in name for name in files)
    json.loads(files["index.json"])


def test_readers_of_a_lower_tier_get_nothing_of_what_is_above_it(one: Ledger) -> None:
    for name in ("matrix.yaml", "bands.yaml", "watch.yaml", "org.yaml"):
        text = (one.folder / name).read_text("utf-8")
        (one.folder / name).write_text(f"{text}tags: [amber-canary]\n# {CANARY}\n", "utf-8")
    # The teams are for vendors, so that these may see every word of the law; a comment in it has no tier.
    for name in ("desk.yaml", "legal.yaml"):
        text = (one.folder / name).read_text("utf-8")
        (one.folder / name).write_text(text.replace("owner:", "audience: vendor\nowner:"), "utf-8")
    one.write("answer-law.yaml", "due: 48h", "due: 40h # a canary of its own")
    one.write("bands.yaml", "title: Our own limits", f"title: Limits, {CANARY}")
    one.write(
        "fraud-ring.yaml",
        "title: Answer the notice",
        f"title: Answer, {CANARY}\n    audience: internal",
    )
    one.commit("2026-11-10T08:00:00Z", f"{CANARY}: a change")
    one.write("bands.yaml", "within: 12h", "within: 6h")
    one.commit("2026-11-11T08:00:00Z", "Half")
    one.write("answer-law.yaml", "due: 40h", "due: 50h")
    one.commit("2026-11-12T08:00:00Z", "Who must agree to this is not for them")
    # The vendor has to know of the organisation at all, for its tiers.
    ran, whole = made(one.folder)
    assert any(CANARY.encode() in raw for raw in whole.values())
    ran, files = made(one.folder, "--audience", "vendor")
    assert ran.code == 0, ran.err
    for name, raw in files.items():
        assert b"canary" not in raw, name
        assert b"guard-bands" not in raw.replace(b"withheld", b""), name
    rows = [row for row in index(files)["versions"] if row["key"] == "obligation:answer-law"]
    law = next(row for row in rows if row["state"] == 1)
    assert b"due: 40h\n" in files[law["path"]] and law["note"].startswith("not the file itself")
    keys = {row["key"] for row in index(files)["versions"]}
    assert "playbook:fraud-ring" in keys and not keys & {"guard-bands:bands", "escalation:matrix"}
    state = index(files)["states"][-1]
    assert state["withheld"] == len(index(whole)["states"][-1]["documents"]) - len(
        state["documents"]
    )
    assert state["withheld"] > 5
    assert f"withheld from these readers: {state['withheld']} at the end" in ran.err
    assert all(
        one["subject"] is None for turn in index(files)["changes"] for one in turn["commits"]
    )
    assert all(turn["agreement"]["teams"] == [] for turn in index(files)["changes"])


def test_what_a_commit_says_of_what_is_restricted_is_withheld(one: Ledger) -> None:
    text = (one.folder / "notice.yaml").read_text("utf-8")
    sealed = text.replace("id: notice", "id: sealed-notice\naudience: restricted").replace(
        "audience: vendor\n", "", 1
    )
    (one.folder / "sealed-notice.yaml").write_text(
        sealed.replace("Answer to a notice", CANARY), "utf-8"
    )
    one.write("answer-law.yaml", "due: 48h", "due: 40h")
    message = f"{CANARY} now\n\nReviewed-by: sealed-notice"
    one.commit("2026-11-10T08:00:00Z", message, who=("sealed-notice", "a@example.org"))
    ran, files = made(one.folder)
    assert ran.code == 0, ran.err
    (commit,) = index(files)["changes"][0]["commits"]
    assert (commit["subject"], commit["author"]) == ("withheld", "withheld")
    assert not [name for name, raw in files.items() if b"canary" in raw or b"sealed" in raw]


def test_what_is_for_one_vendor_only_is_for_that_vendor(one: Ledger) -> None:
    one.write("block-account.md", "audience: vendor", "audience: vendor\nonly: [vendor-one]")
    one.commit("2026-11-10T08:00:00Z")
    shown = {}
    for reader in ("vendor-one", "vendor-two"):
        _, files = made(one.folder, "--audience", "vendor", "--reader", reader)
        shown[reader] = "runbook:block-account" in index(files)["states"][-1]["documents"]
    assert shown == {"vendor-one": True, "vendor-two": False}


def test_what_the_readers_may_not_see_at_all_is_no_bundle(one: Ledger) -> None:
    ran, files = made(one.folder, "--for", "bands", "--audience", "vendor")
    assert ran.code == 2 and "guard-bands:bands is for `vendor`" in ran.err and not files


def test_a_state_of_the_same_day_is_proven_anew_when_what_it_rests_on_changes(
    one: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    one.write("answer-law.yaml", "due: 48h", "due: 47h")
    one.commit("2026-11-10T08:00:00Z")
    first = index(made(one.folder)[1])["proofs"]
    one.write("watch.yaml", "answers_within: 2m", "answers_within: 9m")
    one.commit("2026-11-10T09:00:00Z")
    ran, files = made(one.folder)
    proofs = index(files)["proofs"]
    slack = [[clock["slack"] for clock in row["clocks"]] for row in proofs]
    assert proofs[:2] == first[:2] and slack[2] != slack[1]
    assert "The period ends after the last commit, which was made on 2026-11-10." in ran.err
    monkeypatch.setenv("WATCHBILL_CACHE", "off")
    assert made(one.folder)[1] == files


def test_reviews_by_commit_say_who_has_agreed(one: Ledger, tmp_path: Path) -> None:
    one.write("answer-law.yaml", "due: 48h", "due: 72h")
    head = one.commit("2026-11-10T08:00:00Z")
    said = {
        "author": "cleo",
        "commit": head,
        "reviews": [
            {"user": "legal-one", "state": "APPROVED", "commit": head},
            {"user": "desk-one", "state": "APPROVED", "commit": head},
        ],
        "teams": {"legal": ["legal-one"], "desk": ["desk-one"]},
    }
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps({"commits": {head: said, "f" * 40: said}}), "utf-8")
    ran, files = made(one.folder, "--reviews", str(path))
    agreement = index(files)["changes"][0]["agreement"]
    assert agreement["complete"] is True and agreement["source"] == "the file of reviews"
    assert {team["team"]: team["approved_by"] for team in agreement["teams"]} == {
        "desk": ["desk-one"],
        "legal": ["legal-one"],
    }
    assert "Of the commits in the file of reviews, 1 made none" in ran.err
    path.write_text(json.dumps({"commits": {head: {**said, "commit": "a" * 40}}}), "utf-8")
    _, files = made(one.folder, "--reviews", str(path))
    agreement = index(files)["changes"][0]["agreement"]
    assert agreement["complete"] is False and "does not tie to this one" in agreement["note"]


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"commits": []}', '{"commits": {"a": {}}}', "{", "[" * 9999]
)
def test_reviews_of_another_form_are_refused(one: Ledger, tmp_path: Path, text: str) -> None:
    path = tmp_path / "reviews.json"
    path.write_text(text, "utf-8")
    ran, files = made(one.folder, "--reviews", str(path))
    assert ran.code == 2 and "cannot be read as reviews by commit" in ran.err and not files


def test_a_document_that_was_renamed_is_the_same_one(one: Ledger) -> None:
    for path in one.folder.glob("[a-z]*.*"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("answer-law", "reply-law"), "utf-8")
    one.git("mv", "answer-law.yaml", "reply-law.yaml")
    one.write("reply-law.yaml", "checked_on:", "moved_from: answer-law\nchecked_on:")
    one.commit("2026-11-10T08:00:00Z", "Renamed")
    _, files = made(one.folder, "--for", "reply-law")
    whole = index(files)
    assert {fact["key"] for fact in whole["facts"]} == {
        "obligation:answer-law",
        "obligation:reply-law",
    }
    assert [bool(row["clocks"]) for row in whole["proofs"]] == [True, True, True]


def test_findings_that_were_accepted_are_told_with_their_reason_and_end(one: Ledger) -> None:
    silence = "silences:\n  - {rule: obligation/unused, reason: The queue opens in May, until: 2027-05-01}\n"
    text = (one.folder / "answer-law.yaml").read_text("utf-8")
    (one.folder / "answer-law.yaml").write_text(text + silence, "utf-8")
    one.commit("2026-11-10T08:00:00Z")
    (one.folder / "answer-law.yaml").write_text(text, "utf-8")
    one.commit("2026-11-12T08:00:00Z")
    _, files = made(one.folder)
    (row,) = index(files)["accepted"]
    assert (row["rule"], row["until"], row["first"], row["last"]) == (
        "obligation/unused",
        "2027-05-01",
        1,
        1,
    )
    assert "The queue opens in May" in files["INDEX.md"].decode()


def test_a_document_that_is_gone_at_the_end_is_found_where_it_stood(one: Ledger) -> None:
    (one.folder / "bands.yaml").unlink()
    one.commit("2026-11-10T08:00:00Z", "No limits of our own")
    ran, files = made(one.folder, "--for", "bands")
    assert ran.code == 0, ran.err
    rows = [row for row in index(files)["versions"] if row["key"] == "guard-bands:bands"]
    assert [(row["state"], row["path"] is None) for row in rows] == [(0, False), (1, True)]
    assert index(files)["changes"][0]["counts"]["weaker"] >= 1


def test_two_articles_that_the_words_fit_are_listed(one: Ledger) -> None:
    text = (one.folder / "answer-law.yaml").read_text("utf-8")
    for id, citation in (("b-law", "Art 1(2)"), ("c-law", "Art 10")):
        more = text.replace("id: answer-law", f"id: {id}").replace("Art 1", citation)
        (one.folder / f"{id}.yaml").write_text(more, "utf-8")
    other = text.replace("id: answer-law", "id: d-law").replace(
        "Reg. (EU) 0000/1 Art 1", "UK Act Art 1"
    )
    (one.folder / "d-law.yaml").write_text(other, "utf-8")
    one.commit("2026-11-06T08:00:00Z")
    ran, files = made(one.folder, "--for", "Art 1")
    assert ran.code == 2 and not files
    assert [line.split()[0] for line in ran.err.splitlines()[1:]] == [
        "obligation:answer-law",
        "obligation:b-law",
        "obligation:d-law",
    ]
    ran, files = made(one.folder, "--for", "0000/1 article 1")
    assert index(files)["asked"]["subjects"] == ["obligation:answer-law", "obligation:b-law"]
