"""What a new organisation begins with says what the shipped content says of the law."""

import re
import shutil
import subprocess
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import watchbill
from tests.repo.test_github import EXPECTED_OF_ZIZMOR, PINNED, audited, program
from tests.support import ROOT
from watchbill.edit.proposals import form_for
from watchbill.errors import CannotRun
from watchbill.model.kinds import KINDS
from watchbill.starter.laws import PACKS
from watchbill.starter.make import FILES, OBLIGATIONS, SHIPPED_FORMS, Wish, id_of, starter
from watchbill.starter.shipped import shipped

ON = date(2026, 11, 28)
OPEN = dict.fromkeys((pack.fact for pack in PACKS), None)
ALL = Wish("Harbour Post", "harbour-post", ON, OPEN)


def read(text: str) -> Any:
    # The base loader keeps `on` and days strings.
    return yaml.load(text, Loader=yaml.BaseLoader)


def shipped_document(path: str) -> Any:
    return read((ROOT / path).read_text("utf-8"))


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return starter(ALL)


def test_the_same_wish_gives_the_same_files(files: dict[str, str]) -> None:
    assert starter(ALL) == files
    assert list(files) == sorted(files)


def test_no_blank_and_no_mark_is_left(files: dict[str, str]) -> None:
    for answers in (OPEN, {}):
        for path, text in starter(ALL._replace(answers=answers)).items():
            assert not re.search(r"@[A-Z]+[@ ]|#\?", text), path
    assert not [path for path in files if "dot-" in path]


def test_every_template_is_used(files: dict[str, str]) -> None:
    templates = [path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()]
    assert {re.sub("^dot-", ".", name) for name in templates} <= set(files)


def test_the_tools_are_asked_for_with_what_site_and_exports_need(files: dict[str, str]) -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = sorted(set(extras["optional-dependencies"]) - {"editor", "terminal"})
    line = files["requirements.txt"].splitlines()[-1]
    assert line == f"watchbill[{','.join(needed)}]=={watchbill.__version__}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_a_law_is_the_shipped_one_byte_for_byte_and_no_other_is_there(pack: Any) -> None:
    made = starter(ALL._replace(answers={pack.fact: True}))
    laws = {path: text for path, text in made.items() if path.startswith(OBLIGATIONS)}
    assert laws == {
        f"{OBLIGATIONS}/{name}": (ROOT / OBLIGATIONS / name).read_text("utf-8")
        for name in pack.files
    }
    for text in laws.values():
        assert pack.fact in read(text)["applies_if"]


def test_facts_and_events_are_asked_and_named_as_the_shipped_ones(files: dict[str, str]) -> None:
    path = "playbooks/commitments/facts.yaml"
    ours, theirs = read(files[path]), shipped_document(path)
    for field in ("switches", "case_facts", "events"):
        titles = {one["id"]: one["title"] for one in theirs[field]}
        assert {one["id"]: one["title"] for one in ours[field]}.items() <= titles.items()
    assert {one["id"]: one["title"] for one in ours["switches"]} == {
        pack.fact: pack.asks for pack in PACKS
    }


def test_our_own_limits_for_a_law_are_the_shipped_ones(files: dict[str, str]) -> None:
    path = "playbooks/commitments/guard-bands.yaml"
    ours, theirs = read(files[path])["bands"], shipped_document(path)["bands"]
    laws = {Path(name).stem for pack in PACKS for name in pack.files}
    assert sorted(map(str, ours)) == sorted(str(row) for row in theirs if row["obligation"] in laws)


def test_holidays_and_their_source_are_the_shipped_ones(files: dict[str, str]) -> None:
    for path in (
        f"playbooks/organization/calendars/{name}-office.yaml"
        for name in ("dublin", "san-francisco")
    ):
        ours, theirs = read(files[path]), shipped_document(path)
        assert ours == {**theirs, "owner": "operations"}


def test_a_fact_that_is_no_is_written_down_and_its_law_left_out() -> None:
    made = starter(ALL._replace(answers={"us-provider": False, "hosting-service": True}))
    switches = {
        one["id"]: one for one in read(made["playbooks/commitments/facts.yaml"])["switches"]
    }
    assert switches["us-provider"]["value"] == "false"
    assert switches["hosting-service"] | {"title": "", "why": ""} == {
        "id": "hosting-service", "title": "", "why": "", "value": "true", "set_on": "2026-11-28",
    }  # fmt: skip
    assert not [path for path in made if "2258a" in path or "cybertip" in path]


def test_an_open_fact_has_no_value_and_its_law_is_operated(files: dict[str, str]) -> None:
    switches = read(files["playbooks/commitments/facts.yaml"])["switches"]
    assert [one.get("value") for one in switches] == [None, None, None]
    assert f"{OBLIGATIONS}/us/us-tida-removal.yaml" in files


def test_every_date_of_our_own_is_the_day_that_was_named() -> None:
    here, later = starter(ALL), starter(ALL._replace(on=date(2027, 2, 3)))
    own = [path for path in here if path.startswith("playbooks/") and "/calendars/" not in path]
    for path in own:
        last = read(later[path])["review"]["last"]
        assert last == ("2026-11-16" if path.startswith(OBLIGATIONS) else "2027-02-03"), path


def test_a_day_before_the_laws_were_checked_is_refused() -> None:
    with pytest.raises(CannotRun, match="2026-11-22 lies before 2026-11-23"):
        starter(ALL._replace(on=date(2026, 11, 22)))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Harbour Post", "harbour-post"),
        ("Østby & Søn", "ostby-son"),
        ("Zürich's 2nd Post, Inc.", "zurich-s-2nd-post-inc"),
        ("42nd Street", "nd-street"),
        ("東京", ""),
        ("A" * 60, "a" * 40),
    ],
)
def test_an_id_is_made_from_a_name(name: str, id: str) -> None:
    assert id_of(name) == id


@pytest.mark.parametrize("answers", [OPEN, {}], ids=["all laws", "no law"])
def test_three_harms_have_each_a_playbook_a_runbook_a_message_and_scenarios(
    answers: dict[str, bool | None],
) -> None:
    files = starter(ALL._replace(answers=answers))
    parts = [read(text) for path, text in files.items() if path.startswith("playbooks/")]
    harms = {one["id"] for one in parts if one["kind"] == "harm"}
    books = {one["id"]: one for one in parts if one["kind"] == "playbook"}
    assert {one["harm"] for one in books.values()} == harms
    assert len(harms) == 3
    for id, book in books.items():
        text = str(book["steps"])
        assert "'runbook':" in text
        assert "'messages':" in text
        played = [
            one for one in parts if one["kind"] == "scenario" and one["given"].get("playbook") == id
        ]
        assert len(played) >= 2


def test_what_did_not_come_with_the_tools_is_said() -> None:
    with pytest.raises(CannotRun, match="install them again"):
        shipped("site/no-such-thing")


# What GitHub runs


@pytest.fixture(scope="module")
def github(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("github")
    for path, text in files.items():
        if path.startswith("."):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return folder


def test_zizmor_as_an_auditor_finds_what_is_expected_of_our_own_and_nothing_else(
    github: Path,
) -> None:
    assert audited(github / ".github") == EXPECTED_OF_ZIZMOR


def test_what_tells_a_pull_request_is_what_tells_our_own(files: dict[str, str]) -> None:
    for name in ("comment.yml", "review.yml"):
        path = f".github/workflows/{name}"
        assert files[path] == (ROOT / path).read_text("utf-8")
    names = {read(files[f".github/workflows/{one}.yml"])["name"] for one in ("validate", "review")}
    after = read(files[".github/workflows/comment.yml"])["on"]["workflow_run"]["workflows"]
    assert set(after) == names


def test_workflows_use_the_actions_that_our_own_use(github: Path) -> None:
    own = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    for path in (github / ".github/workflows").glob("*.yml"):
        uses = re.findall(r"\buses: *(.+)", path.read_text("utf-8"))
        assert uses or path.name == "review.yml"
        assert all(PINNED.fullmatch(use) and use in own for use in uses)


def test_workflows_grant_nothing_and_end_in_time(github: Path) -> None:
    found = {path.name: read(path.read_text("utf-8")) for path in github.rglob("workflows/*.yml")}
    assert found["validate.yml"]["on"] == {"pull_request": ""}
    assert found["publish.yml"]["on"] == {"push": {"branches": ["main"]}}
    for workflow in found.values():
        assert workflow["permissions"] == {}
        assert "concurrency" in workflow
        assert all(1 <= int(job["timeout-minutes"]) <= 15 for job in workflow["jobs"].values())


def test_every_form_about_the_book_is_there_as_it_ships_and_every_kind_leads_to_one(
    files: dict[str, str],
) -> None:
    for path in SHIPPED_FORMS:
        assert files[path] == (ROOT / path).read_text("utf-8")
    for kind in KINDS:
        assert f".github/ISSUE_TEMPLATE/{form_for(kind)[0]}.yml" in files
    assert not [path for path in files if "tools" in path and "ISSUE_TEMPLATE" in path]


def test_the_hooks_are_valid(github: Path) -> None:
    told = [program("pre-commit"), "validate-config", str(github / ".pre-commit-config.yaml")]
    done = subprocess.run(told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_make_alone_lists_the_targets(files: dict[str, str], tmp_path: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("make is missing")
    (tmp_path / "Makefile").write_text(files["Makefile"], "utf-8")
    told = subprocess.run(["make", "-C", str(tmp_path)], capture_output=True, text=True, check=True)
    targets = re.findall(r"^([a-z]+):", files["Makefile"], flags=re.MULTILINE)
    listed = re.findall(r"^  ([a-z]+) +\S", told.stdout, flags=re.MULTILINE)
    assert listed == [name for name in targets if name != "tools"]
