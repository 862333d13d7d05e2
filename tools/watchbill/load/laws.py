"""The laws of form: what the loader refuses, each with its reason, a Bad and a Good."""

from typing import NamedTuple


class Law(NamedTuple):
    """The law in one sentence with its reason, and how it looks when broken and when kept."""

    text: str
    bad: str
    good: str


LAWS: dict[str, Law] = {
    "document/duplicate-id": Law(
        "Two documents of one kind never share an id. References and links are by id; with two of a name, chance would decide which one a responder reads.",
        "a.yaml: {kind: harm, id: fraud}\nb.yaml: {kind: harm, id: fraud}",
        "fraud.yaml: {kind: harm, id: fraud}\nscams.yaml: {kind: harm, id: scams}",
    ),
    "document/name-is-not-id": Law(
        "A document's file is named as its id. Whoever reads an id in a page or a finding knows the file.",
        "wave.yaml: {id: account-takeover-wave}",
        "account-takeover-wave.yaml: {id: account-takeover-wave}",
    ),
    "document/unknown-kind": Law(
        "Every document says its kind, and it is one of the language's. A file of another kind would be left out of every check in silence.",
        "kind: playbok",
        "kind: playbook",
    ),
    "document/wrong-form": Law(
        "Runbooks are Markdown with front matter (.md); every other kind is YAML (.yaml).",
        "runbooks/call-back.yaml",
        "runbooks/call-back.md",
    ),
    "field/missing": Law(
        "A field that its kind requires is there. The page of the kind lists them.",
        "kind: team\nid: desk",
        "kind: team\nid: desk\ntitle: Desk\nowner: desk\nscope: [Works cases]",
    ),
    "field/unknown": Law(
        "A document has only the fields of its kind. A misspelt field would be ignored in silence, and what it promises with it.",
        "review: {last: 2026-11-02, evry: 90d}",
        "review: {last: 2026-11-02, every: 90d}",
    ),
    "field/value": Law(
        "A value has the form that its field asks for: a duration, a date, an id, one of a list of words.",
        "takes: fifteen minutes",
        "takes: 15m",
    ),
    "file/control-character": Law(
        "No control characters. They are invisible, and they break terminals, exports and comparisons.",
        'title: "Desk\\x07"',
        "title: Desk",
    ),
    "file/hidden-character": Law(
        "No characters that reorder or hide text. A reviewer would approve another text than the one that the tools read. Text in right-to-left scripts needs none of them.",
        "title: user U+202E resu",
        "title: user",
    ),
    "file/not-a-file": Law(
        "Content is regular files. A pipe or a device could hold a run up for ever.",
        "playbooks/pipe.yaml (a pipe)",
        "playbooks/desk.yaml (a file)",
    ),
    "file/not-nfc": Law(
        "Text is in Unicode's composed form (NFC), so that one word has one spelling.",
        "owner: cafe U+0301",
        "owner: caf U+00E9",
    ),
    "file/not-utf8": Law(
        "Files are UTF-8. In any other encoding two readers see two texts.",
        "a file saved as UTF-16 or Latin-1",
        "the same file saved as UTF-8",
    ),
    "file/same-name": Law(
        "No two files differ by the case of letters only. On many machines the one replaces the other.",
        "Desk.yaml and desk.yaml",
        "desk.yaml and front-desk.yaml",
    ),
    "file/symbolic-link": Law(
        "Content holds no symbolic links. One could show a file from outside the repository to every reader, or one document under two names.",
        "playbooks/extra.yaml -> ../../etc/hosts",
        "playbooks/extra.yaml (the file itself)",
    ),
    "file/too-large": Law(
        "A file has at most 1 MiB. Nobody can review more.",
        "a file of 2 MiB",
        "two files of half a MiB",
    ),
    "file/unreadable": Law(
        "Every content file can be read. What cannot be read cannot be checked.",
        "a file without read permission",
        "the same file with read permission",
    ),
    "yaml/alias": Law(
        "No aliases. A reader of one place must not have to look for another; and aliases of aliases grow without bound.",
        "shift: *night",
        'shift: {hours: "22:00-06:00"}',
    ),
    "yaml/ambiguous-scalar": Law(
        "A plain word or number means the same to every reader of YAML; anything else is quoted. Without quotes `no` is false to one reader, and `012` ten to another.",
        "answer: No\nhours: 12:30",
        'answer: "No"\nhours: "12:30-13:00"',
    ),
    "yaml/anchor": Law(
        "No anchors. Write the thing where it belongs; what several places need is a document of its own with an id.",
        'night: &night {hours: "22:00-06:00"}',
        'night: {hours: "22:00-06:00"}',
    ),
    "yaml/complex-key": Law(
        "A field's name is plain text.",
        "? [a, b]\n: value",
        "name: value",
    ),
    "yaml/directive": Law(
        "No `%` directives. The language is fixed: YAML 1.2, core types.",
        "%YAML 1.1\n---\nkind: team",
        "kind: team",
    ),
    "yaml/duplicate-key": Law(
        "A field is written once, whatever the case or Unicode form of its name. Other readers keep the last one and say nothing.",
        "takes: 5m\ntakes: 50m",
        "takes: 5m",
    ),
    "yaml/empty-value": Law(
        "What is named has a value. An empty field looks like a decision and is none.",
        "harm:\nowner: desk",
        "owner: desk",
    ),
    "yaml/merge-key": Law(
        "No merge keys. What a mapping says stands in it.",
        "<<: {takes: 5m}",
        "takes: 5m",
    ),
    "yaml/scalar-too-long": Law(
        "A text has at most 65,536 characters.",
        "body: (70,000 characters)",
        "body: (two documents)",
    ),
    "yaml/second-document": Law(
        "A file holds one document. Its name is the document's id, and its history is the document's.",
        "kind: team\n---\nkind: team",
        "kind: team",
    ),
    "yaml/syntax": Law(
        "The text is YAML.",
        "steps: [a, b",
        "steps: [a, b]",
    ),
    "yaml/tab": Law(
        "No tabs. They look like any number of spaces, and YAML forbids them where it matters.",
        "title:\\tDesk",
        "title: Desk",
    ),
    "yaml/tag": Law(
        "No tags. A field's type is fixed by the language; a tag can make a reader run code.",
        "takes: !duration 5m",
        "takes: 5m",
    ),
    "yaml/too-deep": Law(
        "Nothing is nested more than 32 deep. Deep nesting ends other readers' processes.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "[[x]]",
    ),
    "yaml/too-many-nodes": Law(
        "A document has at most 20,000 values.",
        "a list of 30,000 items",
        "two documents",
    ),
}
