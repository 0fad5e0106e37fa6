"""Rules that the bundled sample keeps, whatever its reports say."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from archive.bodies import Bodies
from archive.importing.cleaning import clean
from archive.period import Period
from archive.sample import sample_files
from archive.vietnamese import bare

GOLD = Path(__file__).parents[1] / "accuracy" / "gold"
TEXTS = {Path(file.name).stem: file.read_text("utf-8") for file in sample_files()}
LABELS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted(GOLD.glob("*.json"))
    if path.stem != "pairs"
}
PAIRS: list[dict[str, Any]] = json.loads((GOLD / "pairs.json").read_text("utf-8"))
STYLES = {
    "numbered",
    "numbered-headed",
    "paren",
    "ordinal-words",
    "ordinal-thu",
    "bullets",
    "bullets-nested",
    "roman",
    "lettered",
    "prose",
    "none",
}
VERDICTS = {"kept", "reworded", "split", "merged"}
REPRINTED = {("song-linh-2024", "song-linh-2024-dang-lai")}
RETOLD = {("moc-giang-2023-h1", "moc-giang-2023-h1-ghi-chep")}
SERIES = Counter(pair["series"] for pair in PAIRS)
LONG_SERIES = [series for series, pairs in SERIES.items() if pairs >= 4]
REAL = "một hội nghị có thật"
INVENTED = "hư cấu"


def sentences(text: str, longer_than: int) -> Iterator[str]:
    """The sentences of `text` that have more than `longer_than` letters, one after another."""
    for piece in re.split(r"(?<=[.!?…])\s+|\n", text):
        if len(piece.strip()) > longer_than:
            yield piece.strip()


def page(text: str) -> str:
    """A report without the note on its first line."""
    return text.partition("\n")[2]


def words(text: str) -> str:
    """`text` as its words alone, so that line ends and signs do not tell two texts apart."""
    return " ".join(re.findall(r"\w+", bare(text)))


def test_there_are_enough_reports_to_look_around_in() -> None:
    assert len(TEXTS) == 30


@pytest.mark.parametrize("name", TEXTS)
def test_the_first_line_says_what_the_report_is(name: str) -> None:
    note, rest = TEXTS[name].split("\n", 1)
    assert re.fullmatch(r"\[Bản mẫu của xdd-tui: .+\]", note)
    assert (REAL in note) != (INVENTED in note)
    assert rest.startswith("\n")


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_clean_already(name: str) -> None:
    assert clean(TEXTS[name]) == TEXTS[name]
    assert "  " not in TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_reports_are_long_enough_to_scroll_and_short_enough_to_read(name: str) -> None:
    assert 350 <= len(TEXTS[name].split()) <= 750


def test_no_two_reports_share_a_sentence_but_where_one_is_reprinted() -> None:
    seen = {name: set(sentences(page(text), 60)) for name, text in TEXTS.items()}
    assert {(a, b) for a, b in combinations(sorted(seen), 2) if seen[a] & seen[b]} == REPRINTED


@pytest.mark.parametrize(("first", "second"), sorted(REPRINTED | RETOLD))
def test_reprinted_and_retold_reports_are_on_one_event(first: str, second: str) -> None:
    told = ("body", "event_date", "period_reviewed", "period_planned")
    assert [LABELS[first][field] for field in told] == [LABELS[second][field] for field in told]


def test_every_report_has_its_label_and_every_label_its_report() -> None:
    assert set(LABELS) == set(TEXTS)
    assert all(label["id"] == name for name, label in LABELS.items())


@pytest.mark.parametrize("name", LABELS)
def test_labels_quote_the_text(name: str) -> None:
    label, text = LABELS[name], TEXTS[name]
    tasks = label["tasks"]
    quoted = [*tasks["items"], *tasks["item_ends"], label["title"], label["event_date_as_written"]]
    quoted += [item["as_written"] for item in (*label["directives"], *label["figures"])]
    assert [piece for piece in quoted if piece and piece not in text] == []


@pytest.mark.parametrize("name", LABELS)
def test_labelled_tasks_stand_in_text_order(name: str) -> None:
    tasks, text, place = LABELS[name]["tasks"], TEXTS[name], 0
    assert len(tasks["items"]) == len(tasks["item_ends"]) == tasks["count"]
    for head, tail in zip(tasks["items"], tasks["item_ends"], strict=True):
        place = text.index(head, place)
        place = text.index(tail, place)


def test_every_list_style_occurs() -> None:
    assert {label["tasks"]["style"] for label in LABELS.values()} == STYLES


def test_two_bodies_can_be_followed_over_six_periods_and_one_by_quarters() -> None:
    assert [pairs >= 5 for pairs in SERIES.values()].count(True) == 2
    quarters = [label for label in LABELS.values() if label["kind"] == "quarter"]
    assert len(quarters) == 4
    assert len({label["body"] for label in quarters}) == 1


@pytest.mark.parametrize("indicator", ["đảng viên", "đầu mối cấp phòng"])
def test_one_body_tells_the_same_indicators_for_seven_years(indicator: str) -> None:
    told = {
        label["period_reviewed"]
        for label in LABELS.values()
        if label["body"] == "Ban Tổ chức Tỉnh ủy Sông Linh" and label["kind"] == "annual"
        for figure in label["figures"]
        if indicator in figure["unit_phrase"]
    }
    assert told == {str(year) for year in range(2019, 2026)}


def test_a_body_can_be_followed_through_its_renaming() -> None:
    bodies = [[LABELS[pair[side]]["body"] for side in ("a", "b")] for pair in PAIRS]
    (renamed,) = [(a, b) for a, b in bodies if a != b]
    assert Bodies().same(*renamed)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} {pair['b']}")
def test_an_alignment_accounts_for_every_task(pair: dict[str, Any]) -> None:
    a, b = LABELS[pair["a"]], LABELS[pair["b"]]
    in_a = {i for i, _, _ in pair["matches"]}
    in_b = {j for _, j, _ in pair["matches"]}
    assert a["period_planned"] == pair["period_a"]
    assert b["period_planned"] == pair["period_b"]
    assert {verdict for _, _, verdict in pair["matches"]} <= VERDICTS
    assert sorted([*in_a, *pair["dropped"]]) == list(range(a["tasks"]["count"]))
    assert sorted([*in_b, *pair["added"]]) == list(range(b["tasks"]["count"]))
    matched = [[i, j] for i, j, _ in pair["matches"]]
    assert all(moved in matched for moved in pair["moved"])
    assert all(change["pair"] in matched for change in pair["changed"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} {pair['b']}")
def test_changes_quote_their_own_side(pair: dict[str, Any]) -> None:
    for change in pair["changed"]:
        for side in ("a", "b"):
            assert change[side] is None or change[side] in TEXTS[pair[side]]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} {pair['b']}")
def test_a_split_has_several_parts_and_a_merger_several_sources(pair: dict[str, Any]) -> None:
    split = Counter(i for i, _, verdict in pair["matches"] if verdict == "split")
    merged = Counter(j for _, j, verdict in pair["matches"] if verdict == "merged")
    plain = Counter(i for i, _, verdict in pair["matches"] if verdict in ("kept", "reworded"))
    assert all(parts >= 2 for parts in (*split.values(), *merged.values()))
    assert all(parts == 1 for parts in plain.values())


@pytest.mark.parametrize("series", LONG_SERIES)
def test_each_verdict_and_each_kind_of_change_can_be_seen_in_a_long_series(series: str) -> None:
    pairs = [pair for pair in PAIRS if pair["series"] == series]
    assert {verdict for pair in pairs for _, _, verdict in pair["matches"]} == VERDICTS
    assert any(pair["moved"] for pair in pairs)
    assert any(pair["dropped"] for pair in pairs)
    assert any(pair["added"] for pair in pairs)
    kinds = {change["kind"] for pair in pairs for change in pair["changed"]}
    assert kinds == {"figure", "date", "directive"}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a']} {pair['b']}")
def test_the_later_report_answers_for_each_task_of_the_earlier_plan(pair: dict[str, Any]) -> None:
    planned = Period.parse(LABELS[pair["a"]]["period_planned"])
    assert planned.contains(Period.parse(LABELS[pair["b"]]["period_reviewed"]))
    assert [i for i, _, _ in pair["answers"]] == list(range(LABELS[pair["a"]]["tasks"]["count"]))
    for _, outcome, quoted in pair["answers"]:
        assert quoted is None if outcome == "none" else quoted in TEXTS[pair["b"]]


@pytest.mark.parametrize("series", SERIES)
def test_plans_are_met_met_in_part_and_passed_over(series: str) -> None:
    pairs = [pair for pair in PAIRS if pair["series"] == series]
    outcomes = {outcome for pair in pairs for _, outcome, _ in pair["answers"]}
    assert outcomes == {"full", "part", "none"}


@pytest.mark.skipif("XDD_SHARED" not in os.environ, reason="XDD_SHARED names no shared texts")
def test_no_sentence_is_taken_from_a_real_article() -> None:
    shared = Path(os.environ["XDD_SHARED"])
    paths = [*(shared / "seeds").glob("*.txt"), *(shared / "gold" / "texts").glob("*.txt")]
    assert paths
    theirs = " ".join(words(path.read_text("utf-8")) for path in paths)
    ours = [s for text in TEXTS.values() for s in sentences(page(text), 40) if words(s) in theirs]
    assert ours == []
