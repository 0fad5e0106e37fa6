"""Answers, diffs and comparisons as plain data: the JSON that scripts rely on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from archive.comparing.diff import Diff, Group, Reason
from archive.record import plain, to_record
from archive.report import Report
from search.answer import Answer, Facet, FacetValue, Hit, Snippet, TaskAnswer
from tui.catalogue import Catalogue

if TYPE_CHECKING:
    from archive.comparing.side_by_side import Comparison

Record = dict[str, Any]


def answer_record(answer: Answer, words: Catalogue) -> Record:
    """A search's answer."""
    return {
        "query": answer.query,
        "total": answer.total,
        "hits": [hit_record(hit) for hit in answer.hits],
        "facets": _facets_record(answer.facets),
        "notes": [words(f"note.{note.code}", **note.facts) for note in answer.notes],
    }


def _facets_record(facets: Mapping[Facet, Sequence[FacetValue]]) -> Record:
    return {name: [_facet_value(value) for value in values] for name, values in facets.items()}


def _facet_value(value: FacetValue) -> Record:
    """A value and its count; a body's place in the tree beside them."""
    return {name: told for name, told in asdict(value).items() if told is not None}


def hit_record(hit: Hit) -> Record:
    """One hit with its snippets."""
    names = ("id", "title", "score", "body", "kind", "published", "event_date")
    more = ("period_reviewed", "period_planned", "event_id")
    return {
        **{name: getattr(hit, name) for name in (*names, *more)},
        "snippets": [
            {name: told for name, told in passage_record(snippet).items() if name != "start"}
            for snippet in hit.snippets
        ],
    }


def passage_record(passage: Snippet) -> Record:
    """A passage: its text, what is marked in it, where in the report it stands."""
    spans = [list(span) for span in passage.highlights]
    return {"text": passage.text, "highlights": spans, "start": passage.start}


def task_answer_record(answer: TaskAnswer, words: Catalogue) -> Record:
    """The tasks that answer a search."""
    return {
        "query": answer.query,
        "total": answer.total,
        "hits": [
            asdict(hit) | {"highlights": [list(span) for span in hit.highlights]}
            for hit in answer.hits
        ],
        "facets": _facets_record(answer.facets),
        "notes": [words(f"note.{note.code}", **note.facts) for note in answer.notes],
    }


def task_list(report: Report) -> Record:
    """One side of a diff: whose tasks they are, for when, and the tasks."""
    record = to_record(report)
    return {
        name: record[name] for name in ("id", "source", "title", "body", "period_planned", "tasks")
    }


def reason_text(reasons: tuple[Reason, ...], words: Catalogue) -> str:
    """Why a verdict stands, as one sentence."""
    return "; ".join(words(f"reason.{reason.code}", **reason.facts) for reason in reasons)


def diff_record(diff: Diff, words: Catalogue) -> Record:
    """A diff of two task lists."""
    return {
        "a": task_list(diff.a),
        "b": task_list(diff.b),
        "groups": [_group_record(group, words) for group in diff.groups],
        "counts": diff.counts,
    }


def _group_record(group: Group, words: Catalogue) -> Record:
    runner_up = group.runner_up
    return {
        "verdict": group.verdict,
        "a": list(group.a),
        "b": list(group.b),
        "moved": group.moved,
        "score": round(group.score, 4),
        "doubtful": group.doubtful,
        "reason": reason_text(group.reasons, words),
        "runner_up": asdict(runner_up) if runner_up else None,
        "changes": [asdict(change) for change in group.changes],
    }


def comparison_record(comparison: "Comparison") -> Record:
    """A comparison of two reports, both named, the rest as it is."""
    record: Record = plain(asdict(comparison))
    for side in ("a", "b"):
        report = getattr(comparison, side)
        record[side] = {name: value for name, value in task_list(report).items() if name != "tasks"}
    return record
