"""Findings as SARIF 2.1.0."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from watchbill.finding import Finding, Level

_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


def sarif(
    findings: Sequence[Finding], *, version: str, laws: Mapping[str, str], page: str = ""
) -> str:
    """One run with its rules and results. `laws` gives each rule's law in one sentence."""
    rules = sorted({finding.rule for finding in findings})
    index = {rule: number for number, rule in enumerate(rules)}
    driver: dict[str, Any] = {
        "name": "watchbill",
        "semanticVersion": version,
        "rules": [_rule(rule, laws.get(rule, ""), page) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    whole = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: str, law: str, page: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": rule, "shortDescription": {"text": law or rule}}
    if page:
        found["helpUri"] = f"{page}{rule}/"
    return found


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    place = finding.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    text = finding.message + (f". Mend: {finding.mend}" if finding.mend else "")
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVEL[finding.level],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"watchbill/v1": _fingerprint(finding)},
    }


def _fingerprint(finding: Finding) -> str:
    """Stays the same when lines move: rule, document, path and message, no line number."""
    what = [
        finding.rule,
        finding.document or finding.place.file,
        *map(str, finding.path),
        finding.message,
    ]
    return hashlib.sha256("\n".join(what).encode()).hexdigest()[:32]
