"""Searches kept under names: the file, and the command line's way to them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import InputError, SettingsError
from search.answer import FACETS
from tests.tui.commanding import Command
from tests.tui.written import TASKS_2023, TASKS_2024, archive_of, written
from tui.saved import Saved, forget, save, saved_as, saved_searches, searches_path

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SEARCHES = st.builds(
    Saved,
    name=TEXT,
    query=TEXT,
    chosen=st.dictionaries(
        st.sampled_from(FACETS), st.lists(TEXT, min_size=1, max_size=3).map(tuple), max_size=2
    ),
    sort=st.sampled_from(["relevance", "date", "fresh"]),
    tasks=st.booleans(),
)


@given(st.lists(SEARCHES, max_size=3, unique_by=lambda search: search.name))
def test_whatever_is_kept_is_read_back(searches: list[Saved]) -> None:
    path = searches_path()
    path.unlink(missing_ok=True)
    for search in searches:
        save(search)
    assert saved_searches() == tuple(searches)
    assert [file.name for file in path.parent.glob("*")] in ([], [path.name])


def test_a_name_is_kept_once_and_found_without_its_marks() -> None:
    save(Saved("Quy hoạch", "quy hoạch"))
    save(Saved("Khác", "khác"))
    save(Saved("Quy hoạch", "quy hoạch cán bộ"))
    assert [kept.query for kept in saved_searches()] == ["khác", "quy hoạch cán bộ"]
    assert saved_as("quy hoach").query == "quy hoạch cán bộ"
    assert forget("quy hoach").name == "Quy hoạch"
    with pytest.raises(InputError, match="no-saved"):
        saved_as("Quy hoạch")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[search", id="no TOML"),
        pytest.param('search = "x"', id="no table"),
        pytest.param('[[search]]\nquery = "x"', id="no name"),
        pytest.param('[[search]]\nname = "x"\nyear = 2022', id="no list of values"),
    ],
)
def test_a_file_that_says_nothing_a_search_can_be_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "searches.toml"
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        saved_searches(file)
    assert caught.value.facts["path"] == str(file)


@pytest.mark.usefixtures("home")
def test_kept_searches_on_the_command_line(xdd: Command, tmp_path: Path) -> None:
    archive_of(tmp_path, written(2022, TASKS_2023), written(2023, TASKS_2024))
    archive = ("--archive", str(tmp_path / "archive"))
    said = xdd(
        *archive, "search", "biên chế", "--period", "2024", "--sort", "fresh", "--save", "bc"
    )
    assert said.status == 0
    assert xdd(*archive, "saved").out == "bc  biên chế · 2024\n"
    assert xdd(*archive, "search", "--saved", "bc", "--save", "bc").err == "", "it is what it was"
    assert xdd(*archive, "search", "25", "--save", "bc").err == (
        "“bc” is this search now; it was: biên chế · 2024\n"
    )
    back = ("search", "biên chế", "--period", "2024", "--sort", "fresh", "--save", "bc")
    assert xdd(*archive, *back).err == "“bc” is this search now; it was: 25\n"
    record = {
        "name": "bc",
        "query": "biên chế",
        "selection": {"period": ["2024"]},
        "sort": "fresh",
        "tasks": False,
    }
    assert xdd("saved", "--json").json == {"searches": [record]}
    again = xdd(*archive, "search", "--saved", "bc", "--json").json
    direct = xdd(*archive, "search", "biên chế", "--period", "2024", "--json").json
    assert [hit["id"] for hit in again["hits"]] == [hit["id"] for hit in direct["hits"]]
    narrower = xdd(*archive, "search", "--saved", "bc", "khongco", "--json").json
    assert narrower["query"] == "biên chế khongco"
    assert xdd("saved", "--drop", "BC").err == "“bc” is dropped.\n"
    gone = xdd("saved")
    assert (gone.status, gone.out) == (1, "")
    missing = xdd(*archive, "search", "--saved", "bc")
    assert missing.status == 2
    assert "bc: no search has been saved yet" in missing.err


def test_the_file_is_plain_to_read() -> None:
    save(Saved("Tinh giản", "biên chế", {"year": ("2022", "2023")}, tasks=True))
    assert searches_path().read_text("utf-8") == (
        '[[search]]\nname = "Tinh giản"\nquery = "biên chế"\n'
        'year = ["2022", "2023"]\ntasks = true\n'
    )
    assert saved_searches()[0].told == "biên chế · 2022 · 2023"
