"""The times of a report, as tests ask for them."""

from datetime import date

from archive.reading.page import read_page
from archive.reading.times import Times, find_times

HOST = "Ban Tổ chức Tỉnh ủy Sơn La"


EVENT = (
    f"Ngày 12/01/2024, {HOST} tổ chức hội nghị tổng kết công tác năm 2023, triển "
    "khai nhiệm vụ năm 2024."
)


def read(text: str, published: date | None = None) -> Times:
    return find_times(read_page(text), (), published=published)


def told(times: Times) -> dict[str, str | None]:
    values = {
        "published": times.published,
        "event": times.event,
        "reviewed": times.reviewed,
        "planned": times.planned,
        "kind": times.kind,
    }
    return {name: str(found.value) if found else None for name, found in values.items()}
