"""The wheel is complete, carries nothing that it should not, and works without the repository."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

from tests.repo.test_github import program
from tests.support import ROOT
from watchbill import __version__
from watchbill.starter.laws import PACKS
from watchbill.starter.make import SHIPPED_FORMS

BOOK_ON = "2026-11-28"


def run(*words: str | Path, home: Path, folder: Path = ROOT) -> str:
    """What a program says, without the network and without this checkout on its path."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    clean |= {
        "HOME": str(home),
        "UV_OFFLINE": "1",
        "UV_CACHE_DIR": str(home / "uv"),
        "SOURCE_DATE_EPOCH": "1700000000",
        "WATCHBILL_CACHE": str(home / "cache"),
    }
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def built(folder: Path, *words: str) -> Path:
    uv = (program("uv"), "build", *words, "--quiet", "--no-build-isolation")
    run(*uv, "--python", sys.executable, "--out-dir", folder, home=folder)
    return next(folder.glob("*.whl"))


def test_the_wheel_installs_alone_makes_an_organisation_and_lints_it(tmp_path: Path) -> None:
    wheel = built(tmp_path / "one", "--wheel")
    # By way of the source archive: it holds all that the wheel is made of.
    again = built(tmp_path / "two")
    assert wheel.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        holds_what_it_must(set(archive.namelist()))
        starter = [name for name in archive.namelist() if "/starter/" in name]
        assert not [name for name in starter if b"larkmoor" in archive.read(name).lower()]

    venv = tmp_path / "venv"
    run(program("uv"), "venv", "--quiet", "--python", sys.executable, venv, home=tmp_path)
    python = venv / "bin" / "python"
    run(
        program("uv"),
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--python",
        python,
        wheel,
        home=tmp_path,
    )
    # The libraries are those of this environment; a .pth inside it, such as our own, is not followed from here.
    packages = next((venv / "lib").glob("python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    where = run(
        python, "-c", "import watchbill; print(watchbill.__file__)", home=tmp_path, folder=tmp_path
    )
    assert where.startswith(str(packages))

    def tool(*words: str) -> str:
        return run(venv / "bin" / "watchbill", *words, home=tmp_path, folder=tmp_path)

    assert tool("--version").startswith(f"watchbill {__version__} (tz database ")
    tool("init", "book", "--name", "Harbour Post", "--on", BOOK_ON)
    at = ("--root", "book", "--at", f"{BOOK_ON}T12:00:00Z")
    assert "0 errors, 0 warnings" in tool("lint", *at)
    assert "pages for `internal`" in tool("site", "build", *at)


def holds_what_it_must(names: set[str]) -> None:
    laws = {f"commitments/obligations/{file}" for pack in PACKS for file in pack.files}
    hubs = {f"organization/calendars/{hub}-office.yaml" for hub in ("dublin", "san-francisco")}
    sample = "watchbill/starter/shipped/playbooks/"
    assert {name.removeprefix(sample) for name in names if name.startswith(sample)} == laws | hubs
    files = ROOT / "tools" / "watchbill" / "starter" / "files"
    for path in files.rglob("*"):
        assert path.is_dir() or f"watchbill/starter/files/{path.relative_to(files)}" in names
    assert "watchbill/py.typed" in names
    assert "watchbill/starter/shipped/site/mkdocs.yml" in names
    assert {f"watchbill/starter/shipped/{path}" for path in SHIPPED_FORMS} <= names
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"watchbill", f"watchbill-{__version__}.dist-info"}
    assert not [name for name in names if "/tests/" in name]
