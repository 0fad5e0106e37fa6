"""One body under its names through time, what took over from it, and a person's own bodies."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.bodies import FILE, Bodies, OwnBody, read_bodies
from archive.errors import SettingsError
from archive.registry import load

KNOWN = Bodies()


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ban TCTW", "Ban Tổ chức Trung ương"),
        ("BTCTU Hà Giang", "Ban Tổ chức Tỉnh ủy Hà Giang"),
        ("Ban Tổ chức Tỉnh uỷ  Hoà Bình", "Ban Tổ chức Tỉnh ủy Hòa Bình"),
        ("Ban Tổ chức Thành ủy TPHCM", "Ban Tổ chức Thành ủy TP. Hồ Chí Minh"),
        ("Huyện uỷ Mai Sơn", "Huyện ủy Mai Sơn"),
        ("Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam"),
        ("một nhóm bạn", "một nhóm bạn"),
    ],
)
def test_the_name_in_full(name: str, full: str) -> None:
    assert KNOWN.canonical(name) == full


@pytest.mark.parametrize(
    ("name", "heirs"),
    [
        # a province that was merged, a commission that was, and both in their order
        ("Tỉnh ủy Hà Giang", ("Tỉnh ủy Tuyên Quang",)),
        ("Ban Dân vận Trung ương", ("Ban Tuyên giáo và Dân vận Trung ương",)),
        (
            "Ban Dân vận Tỉnh ủy Hà Giang",
            (
                "Ban Tuyên giáo và Dân vận Tỉnh ủy Hà Giang",
                "Ban Tuyên giáo và Dân vận Tỉnh ủy Tuyên Quang",
            ),
        ),
        (
            "Ban Dân vận Tỉnh ủy Thừa Thiên Huế",
            ("Ban Dân vận Thành ủy Huế", "Ban Tuyên giáo và Dân vận Thành ủy Huế"),
        ),
        # into a city: its committee is a Thành ủy
        ("Ban Tổ chức Tỉnh ủy Quảng Nam", ("Ban Tổ chức Thành ủy Đà Nẵng",)),
        ("Sở Nội vụ tỉnh Bình Dương", ("Sở Nội vụ TP. Hồ Chí Minh",)),
        ("Sở Nội vụ tỉnh Hải Dương", ("Sở Nội vụ thành phố Hải Phòng",)),
        # nothing took over whole from a district, or from the committee of a Khối
        ("Huyện ủy Mai Sơn", ()),
        ("Đảng ủy Khối các cơ quan tỉnh Hà Nam", ()),
        ("Ban Tổ chức Trung ương", ()),
    ],
)
def test_what_took_over(name: str, heirs: tuple[str, ...]) -> None:
    assert KNOWN.successors(name) == heirs


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        # spelling, and a renaming under which the body itself went on
        ("Tỉnh uỷ Hoà Bình", "TỈNH ỦY HÒA BÌNH", True),
        ("Ban Tổ chức Tỉnh ủy TT Huế", "Ban Tổ chức Thành ủy Huế", True),
        ("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", True),
        # words that names shorten
        ("Hội LHPN tỉnh Hà Tĩnh", "Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh", True),
        # what was merged into another keeps a series of its own
        ("Ban Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", False),
        ("Tỉnh ủy Hà Giang", "Tỉnh ủy Tuyên Quang", False),
        ("Huyện ủy Mai Sơn", "Huyện ủy Mộc Châu", False),
    ],
)
def test_one_body_or_two(a: str, b: str, *, same: bool) -> None:
    assert KNOWN.same(a, b) is same


def test_every_merged_province_has_an_heir() -> None:
    rows = load("provinces")["province"]
    assert all(
        len(KNOWN.successors(f"Tỉnh ủy {row['name']}")) == 1 for row in rows if "into" in row
    )


def test_regions_hold_provinces_of_the_registry() -> None:
    names = {row["name"] for row in load("provinces")["province"]}
    assert all(set(row["provinces"]) <= names for row in load("provinces")["region"])


def test_members_of_a_cluster() -> None:
    assert KNOWN.members("Cụm thi đua 5 thành phố trực thuộc Trung ương")[3:] == (
        "Thành ủy TP. Hồ Chí Minh",
        "Thành ủy Cần Thơ",
    )
    cluster = "Cụm thi đua Ban Tổ chức các tỉnh ủy Tây Nguyên"
    assert KNOWN.members(cluster)[0] == "Ban Tổ chức Tỉnh ủy Kon Tum"
    assert KNOWN.members("Cụm thi đua số 9") == KNOWN.members("Tỉnh ủy Gia Lai") == ()
    own = Bodies((OwnBody("Cụm thi đua số 9", members=("Tỉnh ủy Gia Lai",)),))
    assert own.members("cụm thi đua số 9") == ("Tỉnh ủy Gia Lai",)


def test_a_persons_own_bodies(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        '[[body]]\nname = "Huyện uỷ Sông Linh"\naliases = ["HU Sông Linh", "Huyện ủy Linh Giang"]\n'
        'into = "Đảng ủy xã Sông Linh"\nuntil = 2025-07-01\n',
        encoding="utf-8",
    )
    bodies = read_bodies(tmp_path)
    assert bodies.canonical("HU Sông Linh") == "Huyện ủy Sông Linh"
    assert bodies.same("Huyện ủy Linh Giang", "Huyện ủy Sông Linh")
    assert bodies.successors("HU Sông Linh") == ("Đảng ủy xã Sông Linh",)
    assert bodies.until("HU Sông Linh") == date(2025, 7, 1)
    assert not bodies.same("Huyện ủy Sông Linh", "Đảng ủy xã Sông Linh")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Ban Tổ chức Tỉnh ủy Hà Giang", date(2025, 7, 1)),  # its province was merged
        ("Ban Dân vận Tỉnh ủy Gia Lai", date(2025, 2, 1)),  # its commission was, and that first
        ("Ban Tổ chức Tỉnh ủy Cao Bằng", None),  # nothing took over
    ],
)
def test_the_day_something_took_over(name: str, day: date | None) -> None:
    assert KNOWN.until(name) == day


def test_without_a_file_the_registry_stands_alone(tmp_path: Path) -> None:
    assert read_bodies(tmp_path).successors("Tỉnh ủy Hà Giang") == ("Tỉnh ủy Tuyên Quang",)


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("[[body]\n", "setting-syntax", None),
        ('[[thing]]\nname = "A"\n', "setting-unknown", "thing"),
        ('body = "A"\n', "setting-wrong", "body"),
        ('[[body]]\naliases = ["A"]\n', "setting-wrong", "body 1: name"),
        ('[[body]]\nname = "A"\nalias = "B"\n', "setting-unknown", "body 1: alias"),
        ('[[body]]\nname = "A"\naliases = "B"\n', "setting-wrong", "body 1: aliases"),
        ('[[body]]\nname = "A"\ninto = ""\n', "setting-wrong", "body 1: into"),
        ('[[body]]\nname = "A"\nuntil = "2025"\n', "setting-wrong", "body 1: until"),
        (
            '[[body]]\nname = "A"\naliases = ["X"]\n[[body]]\nname = "B"\naliases = ["x"]\n',
            "setting-wrong",
            '"x"',
        ),
        ('[[body]]\nname = "Hội A"\n[[body]]\nname = "Hội A"\n', "setting-wrong", '"Hội A"'),
    ],
)
def test_what_the_file_cannot_say(tmp_path: Path, text: str, code: str, key: str | None) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_bodies(tmp_path)
    assert caught.value.code == code
    assert caught.value.facts.get("key") == key
    assert caught.value.facts["path"] == str(tmp_path / FILE)


NAMES = st.one_of(
    st.sampled_from(["Tỉnh ủy Hà Giang", "Tỉnh uỷ Tuyên Quang", "Hội A", "Hội B", "Hội C"]),
    st.text(max_size=12).filter(str.strip),
)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5), NAMES)
def test_names_settle_whatever_a_person_writes(pairs: list[tuple[str, str]], name: str) -> None:
    bodies = Bodies(tuple(OwnBody(one, into=other) for one, other in pairs))
    assert bodies.canonical(bodies.canonical(name)) == bodies.canonical(name)
    heirs = bodies.successors(name)
    assert len(set(heirs)) == len(heirs)
    assert name not in heirs
