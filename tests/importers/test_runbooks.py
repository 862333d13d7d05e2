"""Markdown runbooks in the shapes that repositories have, brought in without the loss of a word."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from watchbill.importers.markdown.ledger import Ledger, words
from watchbill.load.library import load
from watchbill.model.prose import links
from watchbill.model.runbook import Runbook
from watchbill.pages.desk import Source
from watchbill.pages.make import Order, make

HERE = Path(__file__).parent
WIKI = HERE / "wiki"
GOLDEN = HERE / "golden"
IDS = {
    "bare.md": "bare",
    "alert-high-latency.md": "alert-high-latency",
    "database/failover.md": "failover",
    "network/network-split.md": "network-split",
    "Rotate_API-Keys.md": "rotate-api-keys",
    "größe-ändern.md": "grosse-andern",
    "no-heading-at-all.md": "no-heading-at-all",
    "many-titles.md": "many-titles",
    "nested.md": "nested",
    "mkdocs-admonitions.md": "mkdocs-admonitions",
}
NOW = "2026-11-23T12:00:00Z"
SITE = HERE.parents[1] / "site"


def import_(book: Path, folder: Path, *more: str) -> Ran:
    words = ("--owner", "desk", "--root", str(book), "--no-cache", "--at", NOW)
    return run("import", "runbooks", str(folder), *words, *more)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    return smallest_book(tmp_path / "book")


@pytest.fixture
def wiki(tmp_path: Path) -> Path:
    folder = tmp_path / "wiki"
    folder.mkdir()
    return folder


def one(book: Path, wiki: Path, text: str, name: str = "page.md") -> str:
    """The runbook that a text becomes."""
    (wiki / name).write_text(text, "utf-8")
    ran = import_(book, wiki)
    assert ran.code == 0, ran.err
    return (book / "runbooks" / name).read_text("utf-8")


def test_ten_shapes_become_ten_runbooks(book: Path) -> None:
    ran = import_(book, WIKI)
    assert ran.code == 0
    made = {path.name: path.read_text("utf-8") for path in (book / "runbooks").glob("*.md")}
    made["list.txt"] = ran.out
    assert len(made) == 11
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        GOLDEN.mkdir()
        for name, text in made.items():
            (GOLDEN / name).write_text(text, "utf-8")
    assert made == {path.name: path.read_text("utf-8") for path in GOLDEN.iterdir()}


def test_lint_and_fmt_find_nothing_and_the_site_builds(book: Path, tmp_path: Path) -> None:
    import_(book, WIKI)
    ran = run("lint", "--root", str(book), "--no-cache", "--at", NOW)
    assert "0 errors, 1 warning" in ran.out + ran.err
    assert "`WARNING` is not written out" in ran.out
    assert run("fmt", "--check", "--root", str(book), str(book / "runbooks")).code == 0
    loaded = load([str(book)], cached=False)
    order = Order("internal", "", SITE, tmp_path / "site")
    assert make(loaded.book, order, Source("0123456789ab", loaded.book.now)).faults == ()
    page = (tmp_path / "site/runbooks/failover/index.html").read_text("utf-8")
    assert "5432</td>" in page
    assert '<a href="../../runbooks/bare/">Bare</a>' in page


def test_every_word_of_a_source_is_in_the_result_or_on_the_list(book: Path) -> None:
    """Counted anew here, from the files alone: the command's own count has no say in it."""
    ran = import_(book, WIKI)
    listed = words(ran.out)
    for path, id in IDS.items():
        made = (book / "runbooks" / f"{id}.md").read_text("utf-8")
        left = words((WIKI / path).read_text("utf-8")) - words(made) - listed
        assert not left, path


def test_a_word_that_got_lost_is_told_and_our_own_words_do_not_stand_for_it() -> None:
    ledger = Ledger("page.md")
    assert ledger.lost("stop the worker twice", "Stop the worker") == ["twice"]
    ledger.tell(1, "twice", "is gone")
    assert ledger.lost("stop the worker twice", "Stop the worker") == []
    ledger.ours("worker")
    assert ledger.lost("stop the worker twice", "Stop the worker") == ["worker"]


def test_links_between_files_lead_to_steps_and_all_of_them_exist(book: Path) -> None:
    import_(book, WIKI)
    loaded = load([str(book)], cached=False)
    steps = {one.id: {step.id for step in one.body.steps} for one in loaded.book.all(Runbook)}
    found = []
    for path in (book / "runbooks").glob("*.md"):
        for link in links(path.read_text("utf-8")):
            found.append(link.text)
            assert link.kind == "runbook" and (not link.step or link.step in steps[link.id])
    assert sorted(found) == [
        "runbook:bare",
        "runbook:failover",
        "runbook:failover#promote-the-replica",
        "runbook:network-split",
    ]


def test_pictures_are_copied_byte_for_byte(book: Path) -> None:
    import_(book, WIKI)
    copy = book / "runbooks" / "images" / "img-topology.png"
    assert copy.read_bytes() == (WIKI / "img" / "topology.png").read_bytes()


def test_a_draft_that_is_set_to_active_is_asked_for_what_it_lacks(book: Path, wiki: Path) -> None:
    text = one(book, wiki, "# Page\n\n1. Do this.\n2. Do that.\n")
    path = book / "runbooks" / "page.md"
    path.write_text(text.replace("status: draft", "status: active"), "utf-8")
    ran = run("lint", "--root", str(book), "--no-cache", "--at", NOW)
    assert ran.out.count("[wording/placeholder-text]") == 3
    assert "review/missing" in ran.out


def test_the_same_folder_gives_the_same_bytes(book: Path, tmp_path: Path) -> None:
    first = import_(book, WIKI, "--diff")
    again = import_(book, WIKI, "--diff")
    assert first == again and first.code == 0
    assert "+### Drain the slow zone\n" in first.out
    assert not (book / "runbooks").exists()


def test_a_dry_run_writes_nothing(book: Path) -> None:
    ran = import_(book, WIKI, "--dry-run")
    assert ran.code == 0 and "10 runbooks would be imported" in ran.err
    assert not (book / "runbooks").exists()


def test_what_is_there_is_never_overwritten(book: Path, wiki: Path) -> None:
    text = one(book, wiki, "# Page\n\nDo this.\n")
    ran = import_(book, wiki)
    assert ran.code == 1 and "the book has a runbook `page`" in ran.err
    # A file that is no document stands in the way as well, and then nothing at all is written.
    (book / "runbooks" / "page.md").write_text("My notes\n", "utf-8")
    (wiki / "another.md").write_text("# Another\n\nDo that.\n", "utf-8")
    ran = import_(book, wiki)
    assert ran.code == 6 and "page.md is there already" in ran.err
    assert [path.name for path in (book / "runbooks").iterdir()] == ["page.md"]
    assert text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# T\n\n## Steps\n\n```\nnever closed\n", "```\nnever closed\n```\n"),
        (
            "# T\n\nText [one][a].\n\n[a]: https://a.example/x\n[A]: https://b.example/y\n",
            "b.example",
        ),
        ("# T\n\n## Do\n\n## Do\n\n## Do\n", "### Do (3)\n"),
        ("# T\n\n## Notes\n\nx\n\n## Steps\n\n- a\n- b\n", "### a\n\n### b\n"),
        (
            "# T\n\n1. x\n\n## Steps to undo\n\n1. y\n\n## Notes\n",
            "## Notes\n\nTODO: nothing stands here.",
        ),
        ("# T\n\n1. `a` " + "long words " * 30 + "\n", " ...\n\n`a` long words"),
        ("# T\n\nSee [[runbook:block-account]] and <b>x</b>\n", "[\\[runbook:block-account]]"),
        ("[x](#t)\n\n# T\n\nSee [y][1].\n\n> [1]: https://a.example/\n", "[y](https://a.example/)"),
        ("# T\n\n- a\n\n  ```\n  open\n\n## Steps\n\n1. b\n", "  ```\n  open\n  ```\n"),
        (
            "# T\n\nClick![the](x.png)button and in**side**out.\n",
            "Click the (`x.png`)button and in**",
        ),
        ("# T\n\n1. Un<b>bold\n", "### Un**bold\n"),
        ("", ""),
    ],
)
def test_odd_texts_keep_their_words(book: Path, wiki: Path, text: str, wanted: str) -> None:
    if not text:
        (wiki / "page.md").write_text("", "utf-8")
        assert "is empty, and is not imported" in import_(book, wiki).out
        return
    assert wanted in one(book, wiki, text)
    ran = run("lint", "--root", str(book), "--no-cache", "--at", NOW)
    assert " error: " not in ran.out


def test_broken_markdown_is_imported_or_refused_and_never_loses_a_word(
    book: Path, wiki: Path
) -> None:
    texts = [path.read_text("utf-8") for path in sorted(WIKI.rglob("*.md"))]
    bits = (
        "```",
        "<!--",
        "-->",
        "[",
        "](x)",
        "[[",
        "]]",
        "\n:::",
        "\n## ",
        "\n1. ",
        "\n- ",
        "> ",
        "\n\n",
    )
    bits += (
        "|",
        "\n---\n",
        "<b>",
        "<details>",
        "![a](b.png)",
        "[x]: y",
        "\\",
        "`",
        "{danger}",
        "**",
        "\t",
    )
    dice = random.Random(19)
    for number in range(120):
        text = dice.choice(texts)
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(len(text) + 1)
            text = f"{text[:at]}{dice.choice(bits)}{text[at + dice.choice((0, 0, 9)) :]}"
        (wiki / f"page-{number}.md").write_text(text, "utf-8")
    ran = import_(book, wiki, "--dry-run")
    wrong = ran.err.splitlines()
    assert ran.code in (0, 1), ran.err
    assert [one for one in wrong if "page-" in one and "do not read back" not in one] == []
    assert len(wrong) < 6


def test_the_front_matter_fills_the_header_and_is_kept(book: Path, wiki: Path) -> None:
    head = "title: My page\nowner: Legal\nsummary: What it is for.\ntags: [a-b, C]\nweight: 3\n"
    text = one(book, wiki, f"---\n{head}---\n\nDo this.\n")
    assert (
        "title: My page\nowner: legal\nsummary: What it is for.\nstatus: draft\ntags: [a-b]\n"
        in text
    )
    assert f"## Also in the original\n\n```yaml\n{head}```\n" in text


@pytest.mark.parametrize(
    "front",
    [
        "a: &x [1, 2]\nb: [*x, *x, *x]\n",
        "a: " + "[" * 5_000 + "\n",
        "a: {b: {c: !!python/object/apply:os.system [id]}}\n",
        "a: 1\na: 2\n",
        "a: 'never closed\n",
    ],
)
def test_front_matter_that_is_not_plain_is_kept_and_never_expanded(
    book: Path, wiki: Path, front: str
) -> None:
    text = one(book, wiki, f"---\n{front}---\n# T\n\nDo this.\n")
    assert f"```yaml\n{front}```\n" in text
    assert len(text) < len(front) + 700


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        (
            "latin.md",
            "Größe".encode("latin-1"),
            "latin.md:1: byte 0xf6 is not UTF-8; save the file as UTF-8",
        ),
        ("wide.md", "# T\n".encode("utf-16"), "wide.md:1: this looks like UTF-16"),
        ("huge.md", b"x" * (1 << 20) + b"x", "huge.md: it has more than 1,048,576 bytes; split it"),
        (
            "ours.md",
            b"---\nkind: runbook\nid: ours\n---\nx\n",
            "ours.md:1: it is a runbook of this form already",
        ),
        ("日本.md", b"# T\n\nx\n", "its name gives no id; name it in letters from a to z"),
    ],
)
def test_what_cannot_be_imported_is_one_clear_line(
    book: Path, wiki: Path, name: str, raw: bytes, said: str
) -> None:
    (wiki / name).write_bytes(raw)
    (wiki / "good.md").write_text("# Good\n\nDo this.\n", "utf-8")
    ran = import_(book, wiki)
    assert ran.code == 1 and said in ran.err
    assert ran.err.endswith("1 fault; nothing is written\n")
    assert not (book / "runbooks").exists()


def test_two_files_of_one_name_get_the_names_of_their_folders(book: Path, wiki: Path) -> None:
    for name in ("a/deploy.md", "b/Deploy.md", "b/README.md", "c/README.md", "deploy_b.md"):
        (wiki / name).parent.mkdir(exist_ok=True)
        (wiki / name).write_text(f"# {name}\n\nDo this.\n", "utf-8")
    ran = import_(book, wiki)
    assert ran.code == 0 and "b/README.md: is the index of its folder" in ran.out
    made = sorted(path.stem for path in (book / "runbooks").iterdir())
    assert made == ["a-deploy", "b-deploy", "c", "deploy-b"]
    (wiki / "b-deploy.md").write_text("# B\n\nDo this.\n", "utf-8")
    shutil.rmtree(book / "runbooks")
    ran = import_(book, wiki)
    assert ran.code == 1 and "the id `b-deploy` is that of b-deploy.md too" in ran.err


def test_carriage_returns_marks_and_hidden_characters_are_no_trouble(
    book: Path, wiki: Path
) -> None:
    raw = "\ufeff# Title\r\n\r\nStop\u200b it, cafe\u0301.\r\n\r\n1. One\x1b[31m.\r\n2. Two.\r\n"
    (wiki / "page.md").write_bytes(raw.encode())
    ran = import_(book, wiki)
    assert ran.code == 0
    assert "page.md:3: a hidden character (U+200B) is taken out" in ran.out
    assert "page.md:5: a hidden character (U+001B) is taken out" in ran.out
    text = (book / "runbooks" / "page.md").read_text("utf-8")
    assert "Stop it, caf\u00e9." in text and "\r" not in text


def test_nothing_outside_of_the_folder_is_read(book: Path, wiki: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    (tmp_path / "other.md").write_text("# Other\n\nsecret\n", "utf-8")
    (wiki / "link.png").symlink_to(secret)
    (wiki / "other.md").symlink_to(tmp_path / "other.md")
    text = one(
        book,
        wiki,
        f"# T\n\n![a](../secret.png) ![b](link.png) ![c]({secret}) ![d](..%2Fsecret.png)"
        " [e](../other.md) [f](../../../etc/passwd) ![g](x\x00.png)\n",
    )
    assert "secret\n" not in text and not (book / "runbooks" / "images").exists()
    assert "[[" not in text
    assert sorted(path.name for path in (book / "runbooks").iterdir()) == ["page.md"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--into", "../out"), "leads out of the book"),
        (("--into", "/out"), "leads out of the book"),
        (("--owner", "dsek"), "there is no team or partner `dsek`; did you mean `desk`?"),
        (
            ("--audience", "restrictd"),
            "there is no audience `restrictd`; did you mean `restricted`?",
        ),
    ],
)
def test_what_the_book_does_not_have_is_said(book: Path, more: tuple[str, ...], said: str) -> None:
    ran = import_(book, WIKI, *more)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_a_file_that_names_no_team_asks_for_one(book: Path, wiki: Path) -> None:
    (wiki / "page.md").write_text("# T\n\nDo this.\n", "utf-8")
    ran = run("import", "runbooks", str(wiki), "--root", str(book), "--no-cache", "--at", NOW)
    assert ran.code == 1 and "page.md:1: it names no team of the book; say --owner" in ran.err
