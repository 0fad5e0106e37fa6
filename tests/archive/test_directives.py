"""Citations: every form and noise of practice, and which of them are one document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.directives import find_directives
from archive.reading.full_name import Body
from archive.reading.page import Line, Page
from archive.report import Directive, Span
from archive.vietnamese import nfc

DAY = date(2023, 1, 6)


def read(text: str, *, day: date | None = DAY, body: Body | None = None) -> tuple[Directive, ...]:
    text = nfc(text)
    return find_directives(Page(text, (Line(0, len(text)),)), day=day, body=body)


def keys(text: str, *, day: date | None = DAY, body: Body | None = None) -> list[str]:
    return [one.key for one in read(text, day=day, body=body)]


FORMS = [
    # the full form, with and without "số", comma, day and issuer
    ("Quy định số 50-QĐ/TW, ngày 27/12/2021 của Bộ Chính trị", "Quy định 50-QĐ/TW khóa XIII"),
    ("theo Chỉ thị 05-CT/TW ngày 15/5/2016", "05-CT/TW khóa XII"),
    ("Hướng dẫn số 27-HD/BTCTW ngày 20-12-2019", "27-HD/BTCTW khóa XII"),
    ("thực hiện Thông tri số 22-TT/TW ngày 10/3/2022", "22-TT/TW khóa XIII"),
    ("Quy chế làm việc số 02-QC/TW ngày 5/5/2021", "02-QC/TW khóa XIII"),
    ("Tờ trình số 09-TTr/BTCTW ngày 2/2/2022", "09-TTr/BTCTW khóa XIII"),
    ("Báo cáo số 118-BC/BTCTW ngày 2/2/2022", "118-BC/BTCTW khóa XIII"),
    # the issuer between type word and number
    ("Chỉ thị của Ban Bí thư số 63-CT/TW ngày 3/3/2022", "63-CT/TW khóa XIII"),
    # number and day only, number and issuer only: the symbol follows from the issuer
    ("Chỉ thị số 77 ngày 14/6/2022 của Bộ Chính trị", "77-CT/TW khóa XIII"),
    ("Kết luận số 91 của Ban Bí thư", "91-KL/TW"),
    ("Hướng dẫn số 31 của Ban Tổ chức Trung ương", "31-HD/BTCTW"),
    ("Công văn số 214 đã nêu", "Công văn 214"),
    # State documents: the year is part of the number, or tells two acts of one number apart
    ("Nghị định số 108/2014/NĐ-CP", "108/2014/NĐ-CP"),
    ("Nghị quyết số 41/2021/QH15", "41/2021/QH15"),
    ("Luật Ngân sách số 83/2015/QH13", "83/2015/QH13"),
    ("Quyết định số 15/QĐ-TTg ngày 5/1/2022", "15/QĐ-TTg năm 2022"),
    ("Thông tư số 04/2019/TT-BNV", "04/2019/TT-BNV"),
    ("Thông tư liên tịch số 03/2013/TTLT-BNV-BTC", "03/2013/TTLT-BNV-BTC"),
    ("Nghị quyết số 750/NQ-UBTVQH14 ngày 2/2/2019", "750/NQ-UBTVQH14 năm 2019"),
    ("Nghị quyết số 66.20/2026/NQ-CP", "66.20/2026/NQ-CP"),
    ("Công văn số 4173/VPCP-KSTT", "4173/VPCP-KSTT"),
    ("Nghị quyết 30a/2008/NQ-CP", "30a/2008/NQ-CP"),
    # the type word decides what QĐ means, near or at the head of the clause
    ("Quy định số 96-QĐ/TW ngày 02/02/2023", "Quy định 96-QĐ/TW khóa XIII"),
    ("Quyết định số 96-QĐ/TW ngày 02/02/2023", "Quyết định 96-QĐ/TW khóa XIII"),
    ("quy định về trách nhiệm nêu gương (91-QĐ/TW)", "Quy định 91-QĐ/TW"),
    ("Quy định số 91-QĐi/TW", "Quy định 91-QĐ/TW"),
    # four digits without a dot are no count
    ("sơ kết một năm thực hiện quy định 1374 diễn ra sáng nay", "Quy định 1374"),
    # a name between type word and number
    ("Chương trình hành động số 10-CTr/TW", "10-CTr/TW"),
    ("Thông báo kết luận số 50-TB/TW", "50-TB/TW khóa XII"),
    ("văn bản số 1058-TB/BTCTW", "1058-TB/BTCTW"),
    ("thực hiện Chương trình hành động 10 của Bộ Chính trị", "10-CTr/TW"),
    # the Party's own numbers hold no year: it is that of issue
    ("kết luận 107/2015 của Ban Bí thư", "107-KL/TW khóa XI"),
    # compact
    ("quán triệt NQ57 của Bộ Chính trị", "57-NQ/TW"),
    ("thực hiện KL 21 về xây dựng, chỉnh đốn Đảng", "21-KL/TW khóa XIII"),
    ("thực hiện CT 35 của Bộ Chính trị", "35-CT/TW khóa XII"),
    # … where the letters mean much else, behind what is done with documents
    ("phổ biến CT 05 tới từng đảng viên", "05-CT/TW khóa XII"),
    ("xếp loại theo HD 88", "Hướng dẫn 88"),
    # a project by its number: a name with its capital, or with its title
    ("đang triển khai Đề án 47 và xin ý kiến", "Đề án 47"),
    ("hội thi về đề án 512 “Mỗi xã một sản phẩm”", "Đề án 512"),
    # for whom the copies are is no part of which document it is
    ("Công văn số 77-CV/VPTW/nb", "77-CV/VPTW"),
    # nicknames
    ("Nghị quyết Trung ương VII khóa XII", "Nghị quyết Trung ương 7 (khóa XII)"),
    ("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Trung ương 4 (khóa XII)"),
    ("Nghị quyết Trung ương 4 khoá 12", "Nghị quyết Trung ương 4 (khóa XII)"),
    ("nghị quyết TW 5, khóa XI", "Nghị quyết Trung ương 5 (khóa XI)"),
    ("Nghị quyết T.Ư 7 (khóa XII)", "Nghị quyết Trung ương 7 (khóa XII)"),
    ("NQTW4 khóa XII", "Nghị quyết Trung ương 4 (khóa XII)"),
    ("Nghị quyết Hội nghị Trung ương 6 khóa XIII", "Nghị quyết Trung ương 6 (khóa XIII)"),
    (
        "Kết luận Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XIII)",
        "Kết luận Trung ương 4 (khóa XIII)",
    ),
    ("Nghị quyết Trung ương năm (khóa IX)", "Nghị quyết Trung ương 5 (khóa IX)"),
    ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII"),
    ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng", "Nghị quyết Đại hội XII"),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII",
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII",
    ),
    # above the last plenum the number is the resolution's own
    ("Nghị quyết trung ương 29", "29-NQ/TW khóa XI"),
]


@pytest.mark.parametrize(("text", "key"), FORMS)
def test_form(text: str, key: str) -> None:
    assert keys(f"Ban đã tham mưu {text}.") == [key]


NOISE = [
    ("Quy định số 31/QĐ-TW", "31", "QĐ/TW"),
    ("Nghị quyết số 01 - NQ/ĐUK", "01", "NQ/ĐUK"),
    ("Công văn số 858CV/ĐUK", "858", "CV/ĐUK"),
    ("Kế hoạch 94- KH/BTGDVTW", "94", "KH/BTGDVTW"),
    ("Quy định số31-QĐ/TW", "31", "QĐ/TW"),
    ("Công văn số 03/-CV/BCSĐ", "03", "CV/BCSĐ"),
    ("Kết luận số 21–KL/TW", "21", "KL/TW"),
    ("Kết luận số 21-\nKL/TW", "21", "KL/TW"),
    ("Kết luận số\n21-KL/TW", "21", "KL/TW"),
    ("Quy định số 29-QD/TW", "29", "QĐ/TW"),
    ("KẾT LUẬN SỐ 21-KL/TW", "21", "KL/TW"),
    ("QUYẾT ĐỊNH SỐ 15/QĐ-TTG", "15", "QĐ-TTg"),
    ("Chương trình số 07-CTR/TU", "07", "CTr/TU"),
    ("Kết luận (số 21-KL/TW)", "21", "KL/TW"),
    ("Kết luận số: 21-KL/TW", "21", "KL/TW"),
    ("Nghị quyết 29-NQ/TƯ", "29", "NQ/TW"),
    ("Nghị quyết 29-NQ/T.Ư", "29", "NQ/TW"),
    ("Nghị quyết số 13/NQ-TW", "13", "NQ/TW"),
    ("Nghị quyết 98-NQ/CP", "98", "NQ-CP"),
    ("Nghị quyết số 19-2016/NQ - CP", "19/2016", "NQ-CP"),
    ("Nghị quyết số 30/2 016/QH 14", "30/2016", "QH14"),
    ("Chỉ thị số 32 CT/TW", "32", "CT/TW"),
    ("kết luận số 21-kl/tw", "21", "KL/TW"),
    ("Quyết định số 343-QĐNS/TW", "343", "QĐNS/TW"),
    ("Kết luận số 21-KL/TWngày 25/10/2021", "21", "KL/TW"),
    ("Công văn số 77-CV/VPTW/nb", "77", "CV/VPTW/nb"),
]


@pytest.mark.parametrize(("text", "number", "symbol"), NOISE)
def test_noise_changes_neither_number_nor_symbol(text: str, number: str, symbol: str) -> None:
    found = read(f"Hội nghị quán triệt {text}, sau đó thảo luận")
    assert [(one.number, one.symbol) for one in found] == [(number, symbol)]


LISTS = [
    # one type word and one symbol for several numbers
    ("các Nghị quyết số 18, 19-NQ/TW", ["18 NQ/TW", "19 NQ/TW"]),
    ("các quy định số 57, 58-QĐ/TW", ["57 QĐ/TW", "58 QĐ/TW"]),
    ("Quy định số 57 và 58-QĐ/TW", ["57 QĐ/TW", "58 QĐ/TW"]),
    ("các Quy định: 22-QĐ/TW, 69-QĐ/TW và 37-QĐ/TW", ["22 QĐ/TW", "69 QĐ/TW", "37 QĐ/TW"]),
    ("Nghị quyết số 18-NQ/TW và số 19-NQ/TW", ["18 NQ/TW", "19 NQ/TW"]),
    ("Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW", ["18 NQ/TW", "19 NQ/TW"]),
    ("Nghị quyết số 18-NQ/TW, 19 của Trung ương", ["18 NQ/TW", "19 NQ/TW"]),
    ("các kết luận số 14, 21, 28-KL/TW", ["14 KL/TW", "21 KL/TW", "28 KL/TW"]),
    # numbers alone
    ("Nghị quyết 18, 19 của Trung ương", ["18 NQ/TW", "19 NQ/TW"]),
    ("các đề án 05, 07, 08 của Tỉnh ủy", ["05 ĐA/TU", "07 ĐA/TU", "08 ĐA/TU"]),
    ("các đề án 05,07,08 của Tỉnh ủy", ["05 ĐA/TU", "07 ĐA/TU", "08 ĐA/TU"]),
    # a common name for several, and their numbers
    ("ba nghị quyết lớn của Bộ Chính trị (18, 35 và 36)", ["18 NQ/TW", "35 NQ/TW", "36 NQ/TW"]),
    ("các kết luận mới: 70, 71 của Ban Bí thư", ["70 KL/TW", "71 KL/TW"]),
    ("“bộ ba quy định” (70, 71, 72)", ["70 None", "71 None", "72 None"]),
    (
        "các nghị quyết Trung ương đã ban hành về vùng (81, 82, 83)",
        ["81 None", "82 None", "83 None"],
    ),
    ("các Chỉ thị: 81 (ngày 1/2/2022), 82 (ngày 3/4/2022)", ["81 None", "82 None"]),
    ("các quyết định của Ban Thường vụ Tỉnh uỷ (số 81, 82)", ["81 QĐ/TU", "82 QĐ/TU"]),
    # each number with what it is about
    ("Kết luận 81 về sắp xếp tổ chức bộ máy, 82 về tiền lương", ["81 None", "82 None"]),
    ("Kết luận 81 về công tác dân tộc thiểu số, CT 82 về rừng", ["81 None", "82 None"]),
    # a list's mark is no number more
    ("1) Nghị định số 81/2024/NĐ-CP; 2) Đảng viên", ["81/2024 NĐ-CP"]),
    # letters in a list
    ("KL 81, CT 82, HD 83", ["81 None", "82 None", "83 None"]),
    # the year is part of each number
    ("Nghị định 11 và 12/2020/NĐ-CP", ["11/2020 NĐ-CP", "12/2020 NĐ-CP"]),
    # elliptic: the issuer stands with the last one only
    (
        "2 nhiệm vụ tại Kế hoạch số 83 và 3 nhiệm vụ tại Kế hoạch số 82 của Bộ Chính trị",
        ["83 KH/TW", "82 KH/TW"],
    ),
    ("Nghị quyết số 18-NQ/TW, 19-NQ/TW (khóa XII)", ["18 NQ/TW", "19 NQ/TW"]),
    ("QĐ 205 và QĐ số 37-QĐ/TW", ["205 QĐ/TW", "37 QĐ/TW"]),
    # Party and State in one breath
    ("Nghị quyết 35-NQ/TW và Nghị quyết 35/NQ-CP", ["35 NQ/TW", "35 NQ-CP"]),
    # a count after a list is no document
    ("Nghị quyết số 18-NQ/TW và 19 nhiệm vụ khác", ["18 NQ/TW"]),
    ("Kết luận 21-KL/TW, 1.936 đảng viên", ["21 KL/TW"]),
    ("Chỉ thị 05-CT/TW, 100% chi bộ", ["05 CT/TW"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_list_names_as_many_documents_as_numbers(text: str, expected: list[str]) -> None:
    found = read(f"Ban tham mưu thực hiện {text}.")
    assert [f"{one.number} {one.symbol}" for one in found] == expected


PLENUMS = [
    (
        "các nghị quyết, quy định Trung ương 4, 6, 7 và 8 (khóa XII)",
        [f"Nghị quyết Trung ương {n} (khóa XII)" for n in (4, 6, 7, 8)],
    ),
    (
        "Nghị quyết Trung ương 4 khóa XI, XII",
        ["Nghị quyết Trung ương 4 (khóa XI)", "Nghị quyết Trung ương 4 (khóa XII)"],
    ),
    (
        "Nghị quyết Trung ương 4 khóa XI, khóa XII và Kết luận Trung ương 4 khóa XIII",
        [
            "Nghị quyết Trung ương 4 (khóa XI)",
            "Nghị quyết Trung ương 4 (khóa XII)",
            "Kết luận Trung ương 4 (khóa XIII)",
        ],
    ),
    (
        "Nghị quyết Trung ương 3, 4 khóa XIII và 4 khóa XII",
        [f"Nghị quyết Trung ương {n}" for n in ("3 (khóa XIII)", "4 (khóa XIII)", "4 (khóa XII)")],
    ),
    # without a space behind the commas; by the meeting's own name
    (
        "Nghị quyết Trung ương 4,5 (khóa XIII)",
        ["Nghị quyết Trung ương 4 (khóa XIII)", "Nghị quyết Trung ương 5 (khóa XIII)"],
    ),
    (
        "Nghị quyết hội nghị lần thứ 11, 12 của BCH Trung ương Đảng khóa XI",
        ["Nghị quyết Trung ương 11 (khóa XI)", "Nghị quyết Trung ương 12 (khóa XI)"],
    ),
    (
        "Nghị quyết Trung ương 4 (khóa XI), Trung ương 5 (khóa XIII)",
        ["Nghị quyết Trung ương 4 (khóa XI)", "Nghị quyết Trung ương 5 (khóa XIII)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLENUMS)
def test_plenums_in_one_breath_are_one_document_each(text: str, expected: list[str]) -> None:
    assert keys(f"Cụm đã triển khai {text} gắn với thi đua.") == expected


NOTHING = [
    "thông báo 3 nội dung quan trọng",
    "Quyết định 5 vấn đề lớn của địa phương",
    "kế hoạch 5 năm 2021-2025",
    "Hội nghị Trung ương 10 (khóa XIII) bàn về nhân sự",
    "Hội nghị quyết định 12 nhân sự",
    "hướng dẫn 45 tổ chức cơ sở đảng",
    "quy hoạch cán bộ nhiệm kỳ 2020-2025",
    "báo cáo 6 tháng đầu năm",
    "Chỉ thị này phải được quán triệt",
    "Trung ương năm 2020 chỉ đạo",
    "kết luận 3 vụ việc",
    "Hợp đồng số 12/HĐ-ABC",
    "ban hành 42 nghị quyết, 15 chỉ thị và 8 kế hoạch",
    "nghị quyết đại hội đảng bộ các cấp",
    "số điện thoại 0912.345.678",
    "chiếm 21% kế hoạch 2022",
    "tiến độ xây dựng các đề án báo cáo Hội nghị Trung ương 6",
    "đề nghị quyết định 2 trong 4 nội dung",
    "xin thông báo: 1. Mời các đại biểu",
    "quy định: “3. Người đứng đầu",
    "KẾ HOẠCH 2 07:30 16:30",
    "màn hình Full HD 1080 điểm ảnh",
    "tòa nhà CT21 của khu đô thị",
    "Nghị quyết đã được 98% đại biểu tán thành",
    "trong 8 nhiệm vụ trọng tâm tại kế hoạch năm 2020",
    "tổ chức đại hội đúng kế hoạch (06 - 08/8/2015)",
    "thực hiện 3 chương trình và 5 đề án của Tỉnh ủy",
    "điểm bình quân 05,07 và 08,15",
    "Đề án 5 năm của Tỉnh ủy",
    "chung cư CT 12 và khối nhà KH 15",
    "chuyến tàu TB 20 rời bến",
    "ban hành 3 nghị quyết chuyên đề (12 trang, 5 chỉ tiêu)",
    "các nghị quyết hằng năm (2016, 2017, 2018)",
    "hai kết luận kiểm tra (1 đảng viên, 2 chi bộ)",
    "các chương trình lớn (đạt 57, 59, 66%)",
    "các quyết định mới 12, 15 người",
    "chi bộ Công ty Luật số 8",
    "Nghị quyết Trung ương vi phạm",
    "tỉnh đang có 12 đề án 3 tỷ đồng",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_document(text: str) -> None:
    assert keys(f"Các đại biểu nêu: {text}.") == []


DATES = [
    ("Kết luận số 91-KL/TW, ngày 27/12/2021", date(2021, 12, 27)),
    ("Kết luận số 91-KL/TW ngày 08-02-2022", date(2022, 2, 8)),
    ("Kết luận số 91-KL/TW ngày 1-1-2020", date(2020, 1, 1)),
    ("Kết luận số 91-KL/TW ngày 25.10.2021", date(2021, 10, 25)),
    ("Kết luận số 91-KL/TW (25-10-2021)", date(2021, 10, 25)),
    ("Kết luận số 91-KL/TW (ngày 25/10/2021)", date(2021, 10, 25)),
    ("Kết luận số 91-KL/TW ngày 14 tháng 6 năm 2022", date(2022, 6, 14)),
    ("Kết luận số 91-KL/TW của Bộ Chính trị ngày 5/6/2022", date(2022, 6, 5)),
    ("Kết luận số 91-KL/TW của Bộ Chính trị (khóa XIII), ngày 5/6/2022", date(2022, 6, 5)),
    ("Kết luận số 91-KL/TW ban hành ngày 5/6/2022", date(2022, 6, 5)),
    ("Kết luận số 91-KL/TW ngày 25/10/21", date(2021, 10, 25)),
    # before the citation, with who issued it
    ("ngày 5/10/2021, Ban Bí thư có Kết luận số 91-KL/TW", date(2021, 10, 5)),
    (
        "ngày 25/10/2021 Ban Chấp hành Trung ương Đảng khóa XIII đã ban hành Kết luận số 91-KL/TW",
        date(2021, 10, 25),
    ),
    # without its year: the last such day before the report's
    ("Kết luận số 91-KL/TW ngày 29.12", date(2022, 12, 29)),
    ("Kết luận số 91-KL/TW ngày 5/1", date(2023, 1, 5)),
    # no day of issue
    ("Kết luận số 91-KL/TW ngày 31/2/2021", None),
    ("Kết luận số 91-KL/TW. Ngày 4/7/2022, hội nghị", None),
    ("Kết luận số 91-KL/TW trong năm 2022", None),
    ("ngày 4/7/2022 quán triệt Kết luận số 91-KL/TW", None),
    ("ngày 4/7/2022, Huyện ủy họp, bàn việc ban hành Kết luận số 91-KL/TW", None),
]


@pytest.mark.parametrize(("text", "issued"), DATES)
def test_day_of_issue(text: str, issued: date | None) -> None:
    (found,) = read(f"Báo cáo {text}.")
    assert found.issued == issued


def test_day_without_year_stays_open_where_the_report_has_no_day() -> None:
    (found,) = read("Kết luận số 91-KL/TW ngày 29.12 về thi đua", day=None)
    assert found.issued is None


def test_day_said_once_for_a_list_holds_for_all_of_it() -> None:
    found = read("các quy định số 57, 58-QĐ/TW, ngày 08/02/2022 của Bộ Chính trị")
    assert [one.issued for one in found] == [date(2022, 2, 8)] * 2


SAME = [
    # with and without whom the copies are for
    ("Công văn số 77-CV/VPTW/nb ngày 3/3/2022. Công văn 77-CV/VPTW.", ["77-CV/VPTW khóa XIII"]),
    # the number alone is no identity: two terms, two documents
    (
        "Kết luận số 06-KL/BTCTW ngày 1-1-2020. Kết luận số 06-KL/BTCTW ngày 20/01/2022.",
        ["06-KL/BTCTW khóa XII", "06-KL/BTCTW khóa XIII"],
    ),
    # Quy định and Quyết định of one number are two
    (
        "Quy định số 72-QĐ/TW ngày 1/8/2022; Quyết định số 72-QĐ/TW ngày 18/7/2022",
        ["Quy định 72-QĐ/TW khóa XIII", "Quyết định 72-QĐ/TW khóa XIII"],
    ),
    # a shorter mention is the fuller one of the same text, before it or after it
    ("Chỉ thị số 77-CT/TW ngày 3/3/2022. Chỉ thị 77 nêu rõ.", ["77-CT/TW khóa XIII"]),
    ("Chỉ thị 77 nêu rõ. Chỉ thị số 77-CT/TW ngày 3/3/2022.", ["77-CT/TW khóa XIII"]),
    ("Nghị định số 26/2015/NĐ-CP. Nghị định 26 của Chính phủ.", ["26/2015/NĐ-CP"]),
    # leading zeros, the other sign and QĐi make no other document
    ("Chỉ thị 5-CT/TW và Chỉ thị số 05-CT/TW", ["05-CT/TW khóa XII"]),
    ("Quy định 50/QĐ-TW. Quy định số 50-QĐ/TW.", ["Quy định 50-QĐ/TW khóa XIII"]),
    ("Quy định số 08-QĐi/TW; Quy định 08-QĐ/TW", ["Quy định 08-QĐ/TW khóa XII"]),
    # personnel decisions are numbered apart
    (
        "Quyết định số 71-QĐNS/TW ngày 1/8/2022; Quyết định số 71-QĐ/TW ngày 18/7/2022",
        ["71-QĐNS/TW khóa XIII", "Quyết định 71-QĐ/TW khóa XIII"],
    ),
    # one issuer's number is not another's
    (
        "Kế hoạch số 71-KH/TW. Kế hoạch số 71-KH/BTCTW.",
        ["71-KH/TW", "71-KH/BTCTW"],
    ),
    # two days in one term: an author's slip, still one document
    (
        "Quy định 102-QĐ/TW ngày 15-11-2017; Quy định số 102-QĐ/TW ngày 15/12/2017",
        ["Quy định 102-QĐ/TW khóa XII"],
    ),
    # of State acts the year of issue tells the number that holds it
    ("Nghị định số 26 ngày 9/3/2015. Nghị định 26/2015/NĐ-CP.", ["26/2015/NĐ-CP"]),
    # a State act without a year in its number is told by the year of issue
    (
        "Quyết định số 15/QĐ-TTg ngày 5/1/2021; Quyết định số 15/QĐ-TTg ngày 6/1/2022",
        ["15/QĐ-TTg năm 2021", "15/QĐ-TTg năm 2022"],
    ),
    (
        "Nghị quyết Trung ương 4 (khóa XII) … Nghị quyết Trung ương 4 đã nêu",
        ["Nghị quyết Trung ương 4 (khóa XII)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_which_citations_are_one_document(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


SHARED = [
    # the term after a list is that of all its members, the day is not
    ("Nghị quyết 18-NQ/TW, 19-NQ/TW khóa XII", ["18-NQ/TW khóa XII", "19-NQ/TW khóa XII"]),
    (
        "Kết luận số 91-KL/TW ngày 5/6/2022 và Kết luận số 92-KL/TW cùng ngày",
        ["91-KL/TW khóa XIII", "92-KL/TW khóa XIII"],
    ),
    (
        "Quyết định số 500-QĐ/TW và Quyết định số 501-QĐ/TW cùng ngày 5/5/2022",
        ["Quyết định 500-QĐ/TW khóa XIII", "Quyết định 501-QĐ/TW khóa XIII"],
    ),
    # a local committee's term is told by its numeral or by the day
    ("Kết luận số 17-KL/TU khóa XVI", ["17-KL/TU khóa XVI"]),
    (
        "Kết luận số 17-KL/TU khóa XVI, sau đó Kết luận số 17-KL/TU ngày 5/6/2022",
        ["17-KL/TU nhiệm kỳ 2020-2025"],
    ),
    # letters that stand for two types leave it to the registry
    ("QĐ 205 của Bộ Chính trị", ["Quy định 205-QĐ/TW khóa XII"]),
    ("QĐ số 22-QĐ/TW", ["Quy định 22-QĐ/TW khóa XIII"]),
    ("QĐ số 15/QĐ-TTg ngày 5/1/2022", ["15/QĐ-TTg năm 2022"]),
    # the issuer of a province's number is its committee
    ("Nghị quyết 10 của Ban Thường vụ Tỉnh ủy Phú Thọ", ["10-NQ/TU Phú Thọ"]),
    # a meeting of another committee than the central one
    ("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ tỉnh khóa XV", []),
    ("Nghị quyết Hội nghị lần thứ 6 (khóa XII)", ["Nghị quyết Trung ương 6 (khóa XII)"]),
    # laws with their name between word and number
    ("Bộ luật Lao động số 45/2019/QH14", ["45/2019/QH14"]),
    ("Nghị quyết liên tịch số 88/2017/NQLT-CP-UBTVQH14", ["88/2017/NQLT-CP-UBTVQH14"]),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_is_said_around(text: str, expected: list[str]) -> None:
    assert keys(f"thực hiện {text};") == expected


def test_mentions_are_all_of_them_in_text_order() -> None:
    text = "Chỉ thị 77 nêu rõ. Theo Chỉ thị số 77-CT/TW, và Chỉ thị 77 của Bộ Chính trị."
    (found,) = read(text)
    assert [text[start:end] for start, end in found.mentions] == [
        "Chỉ thị 77",
        "Chỉ thị số 77-CT/TW",
        "Chỉ thị 77 của Bộ Chính trị",
    ]
    assert (found.start, found.end) == found.mentions[0]


def test_mention_that_fits_two_documents_of_the_text_keeps_both() -> None:
    text = "Kế hoạch số 71-KH/TW. Kế hoạch số 71-KH/BTCTW. Kế hoạch 71 đã xong."
    last = read(text)[-1]
    assert last.key == "Kế hoạch 71"
    assert set(last.candidates) == {"71-KH/TW", "71-KH/BTCTW"}


TERMS = [
    # the same number in the report's own time decides which document is meant
    ("Chỉ thị số 35-CT/TW", date(2020, 7, 2), "35-CT/TW khóa XII", ()),
    ("Nghị quyết số 18-NQ/TW", date(2020, 7, 2), "18-NQ/TW khóa XII", ()),
    # both are possible: both are kept, the later one first
    (
        "Nghị quyết số 18-NQ/TW",
        date(2023, 7, 2),
        "18-NQ/TW",
        ("18-NQ/TW khóa XIII", "18-NQ/TW khóa XII"),
    ),
    (
        "Chỉ thị số 35-CT/TW",
        date(2024, 7, 2),
        "35-CT/TW",
        ("35-CT/TW khóa XIII", "35-CT/TW khóa XII"),
    ),
    # what it is about decides
    (
        "Nghị quyết số 18-NQ/TW về tiếp tục đổi mới, sắp xếp tổ chức bộ máy",
        date(2023, 7, 2),
        "18-NQ/TW khóa XII",
        (),
    ),
    # so do the day, the term said, and the meeting
    ("Chỉ thị số 35 ngày 14/6/2024", date(2024, 7, 4), "35-CT/TW khóa XIII", ()),
    ("Nghị quyết số 18-NQ/TW khóa XII", date(2023, 7, 2), "18-NQ/TW khóa XII", ()),
    (
        "Nghị quyết số 19-NQ/TW Hội nghị lần thứ sáu Ban Chấp hành Trung ương",
        date(2023, 7, 2),
        "19-NQ/TW khóa XII",
        (),
    ),
    # State numbers come again every year: the known one is no more than a candidate
    ("Nghị định 108", date(2019, 3, 4), "108/NĐ-CP", ("108/2014/NĐ-CP",)),
    # a bare number that is said to be about something else is not the known document
    (
        "Nghị quyết 35 về hỗ trợ và phát triển doanh nghiệp",
        date(2019, 3, 4),
        "Nghị quyết 35",
        ("35-NQ/TW khóa XII",),
    ),
    ("Nghị quyết 35 về bảo vệ nền tảng tư tưởng", date(2019, 3, 4), "35-NQ/TW khóa XII", ()),
    # the year alone tells the term, but for a year with a congress
    ("Chỉ thị số 13-CT/TW năm 2017 của Ban Bí thư", date(2019, 3, 4), "13-CT/TW khóa XII", ()),
    ("Chỉ thị số 13-CT/TW năm 2016 của Ban Bí thư", date(2019, 3, 4), "13-CT/TW", ()),
    # a year without an issuer is that of the work, not of the document
    ("Chỉ thị số 05-CT/TW năm 2023", date(2023, 3, 4), "05-CT/TW khóa XII", ()),
    # a nickname can mean what its meeting passed; without a term, that of several
    (
        "Nghị quyết Trung ương 4 (khóa XI)",
        date(2019, 3, 4),
        "Nghị quyết Trung ương 4 (khóa XI)",
        ("12-NQ/TW khóa XI",),
    ),
    (
        "Nghị quyết Trung ương 4",
        date(2019, 3, 4),
        "Nghị quyết Trung ương 4",
        ("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Trung ương 4 (khóa XI)"),
    ),
    # of one meeting's documents the one of its number comes first, then the latest
    (
        "Nghị quyết Trung ương 4 (khóa XII)",
        date(2019, 3, 4),
        "Nghị quyết Trung ương 4 (khóa XII)",
        ("04-NQ/TW khóa XII", "05-NQ/TW khóa XII", "06-NQ/TW khóa XII"),
    ),
    # nothing known of it: no term is made up
    ("Kết luận số 191-KL/TW", date(2023, 7, 2), "191-KL/TW", ()),
]


@pytest.mark.parametrize(("text", "day", "key", "candidates"), TERMS)
def test_term(text: str, day: date, key: str, candidates: tuple[str, ...]) -> None:
    (found,) = read(f"Hội nghị quán triệt {text}.", day=day)
    assert (found.key, found.candidates) == (key, candidates)


PROVINCES = [
    (None, "61-NQ/TU nhiệm kỳ 2020-2025"),
    (
        Body("Ban Tổ chức Tỉnh ủy Lào Cai", "province", "Lào Cai"),
        "61-NQ/TU Lào Cai nhiệm kỳ 2020-2025",
    ),
    (
        Body("Ban Tổ chức Tỉnh ủy Phú Thọ", "province", "Phú Thọ"),
        "61-NQ/TU Phú Thọ nhiệm kỳ 2020-2025",
    ),
]


@pytest.mark.parametrize(("body", "key"), PROVINCES)
def test_two_provinces_documents_have_two_keys(body: Body | None, key: str) -> None:
    assert keys("Nghị quyết số 61-NQ/TU ngày 12/5/2022", body=body) == [key]


def test_place_named_with_the_document_wins_over_the_body() -> None:
    body = Body("Ban Tổ chức Tỉnh ủy Lào Cai", "province", "Lào Cai")
    text = "Nghị quyết số 61-NQ/TU của Tỉnh ủy Phú Thọ và Nghị quyết số 62-NQ/TU"
    assert keys(text, body=body) == ["61-NQ/TU Phú Thọ", "62-NQ/TU Lào Cai"]


def test_district_document_belongs_to_its_district() -> None:
    body = Body("Ban Tổ chức Huyện ủy Bắc Hà", "district", "Lào Cai")
    assert keys("Kế hoạch số 96-KH/HU", body=body) == ["96-KH/HU Bắc Hà"]


def test_fields_of_a_full_citation() -> None:
    written = "Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII"
    (found,) = read(f"thực hiện {written} về xây dựng Đảng")
    assert found == Directive(
        key="21-KL/TW khóa XIII",
        type="Kết luận",
        number="21",
        symbol="KL/TW",
        issued=date(2021, 10, 25),
        issuer="Ban Chấp hành Trung ương",
        term="XIII",
        name=None,
        as_written=written,
        start=10,
        end=10 + len(written),
        candidates=(),
        mentions=(Span(10, 10 + len(written)),),
    )


def test_issuer_before_the_citation() -> None:
    (found,) = read("Bộ Chính trị đã ban hành Chỉ thị số 77 ngày 14/6/2022")
    assert found.issuer == "Bộ Chính trị"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chỉ thị 81-TB/TW của Ban Bí thư", "Chỉ thị"),
        ("Thông tư số 03/2013/TTLT-BNV-BTC", "Thông tư liên tịch"),
        ("văn bản số 81-CV/VPTW", "Công văn"),
        ("kết luận 81-TB/TW", "Thông báo"),
    ],
)
def test_word_right_before_the_number_tells_the_type(text: str, kind: str) -> None:
    assert [one.type for one in read(text)] == [kind]


def test_issuer_between_type_and_number() -> None:
    (found,) = read("thực hiện Chỉ thị của Ban Bí thư số 63 về trẻ em")
    assert found.issuer == "Ban Bí thư"


def test_place_ends_where_its_capitals_end() -> None:
    text = (
        "Chỉ thị số 21-CT/TU của Ban Thường vụ Thành ủy để chỉ đạo, số 22-CT/TU của Tỉnh ủy Bà Rịa"
    )
    assert keys(text) == ["21-CT/TU", "22-CT/TU Bà Rịa"]


BRACKETS = [
    ("theo Chỉ thị (số 77-CT/TW, ngày 1-3-2022) và", "Chỉ thị (số 77-CT/TW, ngày 1-3-2022)"),
    ("theo chỉ đạo (Chỉ thị số 77-CT/TW, ngày 1-3-2022) và", "Chỉ thị số 77-CT/TW, ngày 1-3-2022"),
    ("Chỉ thị số 77-CT/TW (khóa XIII) và", "Chỉ thị số 77-CT/TW (khóa XIII)"),
    (
        "(Chỉ thị số 77-CT/TW của Bộ Chính trị (khóa XIII))",
        "Chỉ thị số 77-CT/TW của Bộ Chính trị (khóa XIII)",
    ),
]


@pytest.mark.parametrize(("text", "as_written"), BRACKETS)
def test_bracket_belongs_to_a_citation_with_its_other_half(text: str, as_written: str) -> None:
    (found,) = read(text)
    assert found.as_written == as_written


def test_lines_of_furniture_cite_nothing() -> None:
    text = "Chỉ thị số 77-CT/TW\nXem thêm: Chỉ thị số 78-CT/TW"
    page = Page(text, (Line(0, 19), Line(20, len(text), furniture=True)))
    assert [one.number for one in find_directives(page, day=DAY, body=None)] == ["77"]


PIECES = st.sampled_from(
    ["Nghị quyết ", "số ", "18", "-NQ/TW", ", ", " và ", "19", "/2015/NĐ-CP", "Trung ương 4",
     " (khóa XII)", "ngày 25/10/2017 ", "của Bộ Chính trị", "Quy định ", "QĐ", "5.", "\n", "(", "%"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_mention_is_a_piece_of_the_text(text: str) -> None:
    found = read(text)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert text[one.start : one.end] == one.as_written
        assert all(0 <= start < end <= len(text) for start, end in one.mentions)


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    read(text)
