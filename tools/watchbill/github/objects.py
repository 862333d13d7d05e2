"""The commits of a pull request as objects of a checkout: fetched, never checked out."""

import base64
import os
import subprocess
from collections.abc import Mapping

from watchbill.errors import CannotRun
from watchbill.github.pull import Pull
from watchbill.load.git import commit_of
from watchbill.load.text import shown

_CALM = ("-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never")
_QUIET = (
    "--quiet",
    "--no-tags",
    "--no-write-fetch-head",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
)
_SECONDS = 600


def fetch(root: str, pull: Pull, environment: Mapping[str, str] = os.environ) -> str:
    """Fetches the head of a pull request from `origin`; the ref that holds it. Raises CannotRun.

    GitHub keeps the head of each pull request, forks included, under a ref of the repository itself. Where it
    is another commit than the one that was looked up, somebody has pushed since.
    """
    ref = f"refs/watchbill/pull/{pull.number}"
    what = f"+refs/pull/{pull.number}/head:{ref}"
    try:
        done = subprocess.run(
            ["git", "-C", root, *_CALM, "fetch", *_QUIET, "origin", what],
            env={**environment, **_signed(environment)},
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise CannotRun(f"Git cannot fetch: {shown(error, 200)}") from None
    if done.returncode:
        why = shown(done.stderr.decode("utf-8", "replace").strip(), 300)
        raise CannotRun(f"Git cannot fetch the head of pull request {pull.number}: {why}")
    if commit_of(root, ref) != pull.head:
        raise CannotRun(
            f"pull request {pull.number} has moved on from {pull.head[:12]}; a later run tells of it"
        )
    return ref


def _signed(environment: Mapping[str, str]) -> dict[str, str]:
    """Git's settings by which it shows the token to the one server; not among its words, which others can read."""
    token = environment.get("GITHUB_TOKEN", "")
    server = environment.get("GITHUB_SERVER_URL", "")
    plain = {"GIT_TERMINAL_PROMPT": "0"}
    if not token or not server.startswith("https://"):
        return plain
    said = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    told = environment.get("GIT_CONFIG_COUNT", "0")
    number = int(told) if told.isdigit() else 0
    return {
        **plain,
        "GIT_CONFIG_COUNT": str(number + 1),
        f"GIT_CONFIG_KEY_{number}": f"http.{server.rstrip('/')}/.extraheader",
        f"GIT_CONFIG_VALUE_{number}": f"AUTHORIZATION: basic {said}",
    }
