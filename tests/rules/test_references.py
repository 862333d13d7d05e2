"""Corners of the rules about references."""

from tests.rules.laid import hits


def test_a_name_of_another_kind_is_told_apart_from_a_name_of_nothing() -> None:
    overlay = """
        kind: runbook
        related: [message:fraud-ring, message:no-such]
        """
    assert hits("references/wrong-kind", overlay) == [
        "runbook:block-account.related[0]: `fraud-ring` is a playbook, and a message belongs here"
    ]
    assert hits("references/unknown", overlay) == [
        "runbook:block-account.related[1]: there is no message `no-such`"
    ]


def test_a_kind_that_is_none_is_reported_once() -> None:
    overlay = """
        kind: playbook
        after: See [[procedure:block-account]] and [[Block Account]].
        """
    found = hits("references/malformed-link", overlay)
    assert found == [
        "playbook:fraud-ring.after: `procedure` is no kind of document [[[procedure:block-account]]]",
        (
            "playbook:fraud-ring.after: `[[Block Account]]` is not written `[[kind:id]]`"
            " [[[Block Account]]]"
        ),
    ]
    assert hits("references/unknown", overlay) == []
    assert hits("references/wrong-kind", overlay) == []


def test_a_step_of_a_side_line_can_be_linked() -> None:
    link = "[[playbook:fraud-ring#{}]]"
    overlay = "kind: runbook\nid: other\nsummary: See " + link + ".\n"
    assert hits("references/unknown-step", overlay.format("answer")) == []
    assert hits("references/unknown-step", overlay.format("sweep")) == [
        (
            "runbook:other.summary: playbook `fraud-ring` has no step `sweep` "
            "[[[playbook:fraud-ring#sweep]]]"
        )
    ]


def test_a_link_to_a_step_of_a_kind_without_steps_leads_nowhere() -> None:
    assert hits("references/unknown-step", "kind: playbook\nafter: See [[team:desk#scope]].\n")


def test_an_orphan_is_not_reported_beside_the_misspelt_name_that_lost_it() -> None:
    overlay = """
        kind: schedule
        id: legal-watch
        shifts:
          - id: all
            region: emea
            timezone: Europe/Dublin
            hours: 24h
            members: [legal-01]
            from: 2026-11-30
            calendar: ofice
        """
    assert hits("references/unknown", overlay)
    assert hits("references/orphan", overlay) == []


def test_a_draft_that_nothing_names_is_no_orphan_yet() -> None:
    assert hits("references/orphan", "kind: runbook\nid: new\nstatus: draft\n") == []
    assert hits("references/orphan", "kind: runbook\nid: new\n") == [
        "runbook:new.id: no document names runbook `new`"
    ]


def test_a_document_that_names_only_itself_is_an_orphan() -> None:
    overlay = "kind: runbook\nid: new\nrelated: [runbook:new]\n"
    assert hits("references/orphan", overlay)
    assert hits("references/self-reference", overlay)


def test_a_deprecated_document_may_name_a_deprecated_one() -> None:
    overlay = """
        kind: runbook
        id: old
        status: deprecated
        replaced_by: block-account
        ---
        kind: runbook
        id: older
        status: deprecated
        replaced_by: block-account
        related: [runbook:old]
        """
    assert hits("references/deprecated", overlay.replace("\n        ", "\n")) == []


def test_a_role_that_is_not_declared_is_found_wherever_it_stands() -> None:
    overlay = """
        kind: escalation
        paths:
          desk-first:
            title: The desk
            decides: analist
            levels:
              - {after: 0m, page: [analyst], tell: [nobody], repeat: 2m}
        """
    assert hits("references/undeclared", overlay) == [
        "escalation:matrix.paths.desk-first.decides: there is no role `analist`",
        "escalation:matrix.paths.desk-first.levels[0].tell[0]: there is no role `nobody`",
    ]


def test_a_severity_that_is_a_key_is_judged_too() -> None:
    overlay = "kind: service-level\ntargets:\n  P0: {acknowledged: 5m}\n  P7: {acknowledged: 9d}\n"
    assert hits("references/undeclared", overlay) == [
        "service-level:promise.targets.P7: there is no severity `P7`"
    ]
