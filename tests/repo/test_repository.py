"""The repository is what its folders, targets and locks say."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import watchbill

ROOT = Path(__file__).parents[2]
FOLDERS = ["docs", "playbooks", "runbooks", "schemas", "site", "tests", "tools"]
TARGETS = ["book", "serve", "test", "check", "fmt", "schemas", "bench"]
LOCKS = ["requirements.lock", "bench.lock", "bootstrap.lock"]
PAGES = sorted(
    [ROOT / f"{name}.md" for name in ("CONTRIBUTING", "SECURITY", "CHANGELOG")]
    + [ROOT / folder / "README.md" for folder in FOLDERS if folder != "docs"]
    + list((ROOT / "docs").rglob("*.md"))
)
# Joined from parts, so that this file names none of them.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("proxy", "golang", "org"),
        ("index", "crates", "io"),
    ]
]


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def test_every_top_level_folder_says_what_it_is_in_half_a_page() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked() if path.parent != ROOT}
    assert sorted(name for name in top if not name.startswith(".")) == FOLDERS
    for folder in FOLDERS:
        lines = (ROOT / folder / "README.md").read_text(encoding="utf-8").splitlines()
        assert lines[0] == f"# {folder}"
        assert len(lines) <= 45, folder


def test_make_alone_lists_each_target_with_one_line_of_help() -> None:
    done = subprocess.run(
        ["make", "-C", str(ROOT)], capture_output=True, text=True, check=True, timeout=60
    )
    listed = dict(re.findall(r"^  ([a-z-]+) +(\S.*)$", done.stdout, flags=re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)
    checks = re.search(r"^CHECKS := ((?:.*\\\n)*.*)$", makefile, flags=re.MULTILINE)
    assert phony
    assert checks
    names = phony[1].replace("$(CHECKS)", checks[1].replace("\\\n", " ")).split()
    assert sorted(listed) == sorted(names)
    assert set(TARGETS) <= set(listed)
    assert all(len(text) <= 100 for text in listed.values())


def test_no_tracked_file_names_a_package_registry() -> None:
    found = []
    for path in tracked():
        content = path.read_bytes().lower()
        found += [(path.name, host) for host in REGISTRIES if host.encode() in content]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_version_and_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    loose = [
        entry.splitlines()[0]
        for entry in entries
        if not re.match(r"[A-Za-z0-9._-]+==\S+ ", entry) or "--hash=sha256:" not in entry
    ]
    assert loose == []


def test_the_lock_holds_every_dependency_and_the_same_uv_as_the_bootstrap() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    for name in ("build", "test", "check"):
        wanted += project["dependency-groups"][name]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE))
    assert {re.split(r"[^A-Za-z0-9-]", name)[0] for name in wanted} <= locked
    bootstrap = (ROOT / "bootstrap.lock").read_text(encoding="utf-8").split()[0]
    assert f"{bootstrap} " in lock


def test_the_package_and_the_project_have_one_version_and_one_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == watchbill.__version__
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in licence


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_page_has_no_dead_link_and_names_no_target_that_is_none(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)]
    local = [link for link in links if link and "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


@pytest.mark.parametrize("folder", ["playbooks", "docs"])
def test_the_table_of_a_folder_lists_its_folders(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z]+)/` \|", text, flags=re.MULTILINE)
    assert sorted(listed) == sorted(p.name for p in (ROOT / folder).iterdir() if p.is_dir())


def test_ci_and_set_up_are_programs() -> None:
    for name in ("run", "venv"):
        path = ROOT / ".ci" / name
        assert path.stat().st_mode & 0o111, name
        assert path.read_text(encoding="utf-8").startswith("#!"), name
