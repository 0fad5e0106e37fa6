"""Many sources read by several processes: the same reports in the same order."""

from collections.abc import Iterator

import pytest

from archive import readers
from archive.errors import UnreadableSource
from archive.importing import Refused, Source
from archive.reading import read
from archive.store.prepared import prepare

COUNT = readers.FEW + 40


def sources(count: int) -> Iterator[Source | Refused]:
    for i in range(count):
        if i % 50 == 7:
            yield Refused(f"n{i}", UnreadableSource("empty", path=f"n{i}"))
        text = f"Hội nghị tổng kết năm {2000 + i % 20}\n\nBan Tổ chức báo cáo lần {i}."
        yield Source(text=text, name=f"n{i}", original=text.encode(), suffix=".txt")


@pytest.mark.parametrize("count", [0, 3, COUNT])
def test_readings_are_in_order_whoever_reads(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "cores", lambda: 2)
    found = list(readers.readings(sources(count)))
    assert [source.name for source, _, _ in found] == [source.name for source in sources(count)]
    for source, report, ready in found:
        assert report == (None if isinstance(source, Refused) else read(source))
        if isinstance(source, Source) and report:
            assert ready == prepare(report, source)


def test_where_no_process_can_be_started_all_is_read_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readers, "cores", lambda: 2)
    monkeypatch.setattr("sys.executable", "/no/such/interpreter")
    found = list(readers.readings(sources(COUNT)))
    assert [source.name for source, _, _ in found] == [source.name for source in sources(COUNT)]
    assert all(report or isinstance(source, Refused) for source, report, _ in found)
