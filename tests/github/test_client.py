"""GitHub is asked page by page, asked again when it says so, and the token goes nowhere else."""

import pytest

from tests.github.fake import REPOSITORY, Fake
from watchbill.errors import CannotRun
from watchbill.github.client import GitHub, Refused


@pytest.fixture
def github(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> GitHub:
    monkeypatch.setattr("watchbill.github.client._PAUSE_SECONDS", 0)
    return GitHub.here(fake.environment)


def test_a_list_comes_whole_however_many_pages_it_has(fake: Fake, github: GitHub) -> None:
    fake.lists["issues"] = [{"number": n, "state": "open"} for n in range(250)]
    assert [row["number"] for row in github.every("issues", state="open")] == list(range(250))
    assert len(fake.asked) == 3


def test_what_is_sent_arrives_and_its_answer_comes_back(fake: Fake, github: GitHub) -> None:
    made = github.send("POST", "issues/7/comments", {"body": "words"})
    assert fake.lists["issues/7/comments"] == [made]
    github.send("PATCH", f"issues/comments/{made['id']}", {"body": "others"})
    assert fake.lists["issues/7/comments"][0]["body"] == "others"
    assert github.send("DELETE", f"issues/comments/{made['id']}", {}) is None


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_question_is_asked_again_when_it_says_later(
    fake: Fake, github: GitHub, status: int
) -> None:
    fake.things["pulls/1"] = {"number": 1}
    fake.fails = [(status, {"Retry-After": "0"}), (status, {})]
    assert github.get("pulls/1") == {"number": 1}
    assert len(fake.asked) == 3


def test_what_writes_is_sent_but_once(fake: Fake, github: GitHub) -> None:
    fake.fails = [(502, {})]
    with pytest.raises(Refused, match="502 to POST"):
        github.send("POST", "issues", {"title": "twice?"})
    assert len(fake.asked) == 1


def test_a_no_says_what_was_asked_and_why(fake: Fake, github: GitHub) -> None:
    with pytest.raises(Refused, match=f"404 to GET /repos/{REPOSITORY}/pulls/9: Not Found") as told:
        github.get("pulls/9")
    assert told.value.status == 404


def test_a_redirect_is_not_followed(fake: Fake, github: GitHub) -> None:
    fake.fails = [(302, {"Location": f"{fake.api}/repos/{REPOSITORY}/elsewhere"})]
    with pytest.raises(Refused, match="302"):
        github.get("pulls/1")
    assert len(fake.asked) == 1


def test_the_next_page_must_lie_at_the_same_place(fake: Fake, github: GitHub) -> None:
    fake.fails = [(200, {"Link": '<https://elsewhere.example/x>; rel="next"'})]
    with pytest.raises(Refused, match="another address"):
        list(github.every("issues"))


def test_nobody_there_is_told_and_no_traceback() -> None:
    with pytest.raises(Refused, match="did not answer"):
        GitHub("http://127.0.0.1:1", REPOSITORY, "").get("pulls/1")


@pytest.mark.parametrize("name", ["", "owner", "owner/name/more", "../x", "a b/c"])
def test_an_environment_without_a_repository_is_told(name: str) -> None:
    with pytest.raises(CannotRun, match="names no repository"):
        GitHub.here({"GITHUB_REPOSITORY": name})


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(CannotRun, match="no address of the web"):
        GitHub.here({"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_API_URL": "file:///etc"})
