"""Tasks: every style of list, what is no task list, and tasks told in prose.

Each row states its rule, the article's text after headline and opening sentence, and how each task
begins and ends. All reports here are invented.
"""

import pytest

from archive.period import Period
from archive.reading.outline import outline
from archive.reading.page import read_page
from archive.reading.tasks import find_tasks
from archive.reading.times import Times
from archive.report import Directive, Found, Span, Task

OPENING = (
    "Ban Tổ chức Tỉnh ủy tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022\n\n"
    "Sáng 10/01/2022, Ban Tổ chức Tỉnh ủy tổ chức Hội nghị tổng kết công tác năm 2021, triển khai "
    "nhiệm vụ năm 2022. Đồng chí Trưởng Ban chủ trì Hội nghị.\n\n"
)
TIMES = Times(
    reviewed=Found(Period.year_of(2021), Span(0, 0)),
    planned=Found(Period.year_of(2022), Span(0, 0)),
    kind=Found("annual", Span(0, 0)),
)


def read(
    text: str, times: Times = TIMES, directives: tuple[Directive, ...] = ()
) -> tuple[Task, ...]:
    page = read_page(text)
    return find_tasks(page, outline(page), times, directives)


def edges(tasks: tuple[Task, ...]) -> list[str]:
    """First and last words of each task."""
    return [f"{' '.join(t.text.split()[:3])} … {' '.join(t.text.split()[-2:])}" for t in tasks]


LISTS = [
    (
        "numbers with full stops, a paragraph each, several sentences in one",
        "Năm 2022, Ban xác định 3 nhiệm vụ trọng tâm:\n"
        "1. Rà soát quy hoạch cán bộ. Bổ sung nguồn cán bộ nữ; chú ý cán bộ trẻ.\n"
        "2. Nâng cao chất lượng sinh hoạt chi bộ.\n"
        "3. Kiện toàn tổ chức bộ máy cơ quan.\n\n"
        "Dịp này, 3 tập thể được tặng Giấy khen.",
        ["Rà soát quy … bộ trẻ.", "Nâng cao chất … chi bộ.", "Kiện toàn tổ … cơ quan."],
    ),
    (
        "numbers in brackets inside one paragraph",
        "Hội nghị thống nhất các nhiệm vụ trọng tâm năm 2022: (1) Tham mưu sơ kết nghị quyết; "
        "(2) Xây dựng đề án vị trí việc làm. Trình trong quý II; (3) Tăng cường kiểm tra cơ sở.",
        ["Tham mưu sơ … nghị quyết;", "Xây dựng đề … quý II;", "Tăng cường kiểm … cơ sở."],
    ),
    (
        "ordinal words in one paragraph, the text goes on after the last in a new sentence",
        "Đồng chí Trưởng Ban yêu cầu năm 2022 tập trung ba việc: Một là, hoàn thiện quy chế; hai là, "
        "sắp xếp đầu mối; ba là, bồi dưỡng cán bộ mới. Đồng chí Trưởng Ban cũng biểu dương các đơn vị.",
        ["hoàn thiện quy … quy chế;", "sắp xếp đầu … đầu mối;", "bồi dưỡng cán … bộ mới."],
    ),
    (
        "ordinal words as paragraphs with a caption between",
        "Kết luận hội nghị, đồng chí Trưởng Ban yêu cầu toàn ngành thực hiện tốt những việc sau:\n\n"
        "Một là, quán triệt nghị quyết đại hội.\n\nQuang cảnh hội nghị.\n\n"
        "Hai là, đổi mới công tác đánh giá cán bộ.\n\nBa là, giữ vững kỷ luật phát ngôn.\n\n"
        "Hội nghị cũng trao Bằng khen cho 2 tập thể.",
        ["quán triệt nghị … đại hội.", "đổi mới công … cán bộ.", "giữ vững kỷ … phát ngôn."],
    ),
    (
        "'Thứ nhất' as paragraphs without a comma",
        "Trong năm 2022, Ban tập trung thực hiện các nhiệm vụ sau đây:\n"
        "Thứ nhất, tham mưu ban hành quy định phân cấp.\nThứ hai, luân chuyển 12 cán bộ.\n"
        "Thứ ba là cập nhật dữ liệu đảng viên.",
        ["tham mưu ban … phân cấp.", "luân chuyển 12 … cán bộ.", "cập nhật dữ … đảng viên."],
    ),
    (
        "bullets with sub-items that belong to their item",
        "Phương hướng, nhiệm vụ năm 2022:\n"
        "- Làm tốt công tác cán bộ:\n+ Rà soát quy hoạch;\n+ Bổ nhiệm đúng quy trình.\n"
        "- Phát triển đảng viên ở thôn, xóm.\n- Thẩm tra lý lịch kịp thời.\n\n"
        "Phát biểu tại hội nghị, đồng chí Phó Bí thư đánh giá cao kết quả của Ban.",
        ["Làm tốt công … quy trình.", "Phát triển đảng … thôn, xóm.", "Thẩm tra lý … kịp thời."],
    ),
    (
        "Roman numerals in half brackets inside a paragraph",
        "Từ nay đến cuối năm, Ban tập trung: i) hoàn thành quy hoạch; ii) mở lớp bồi dưỡng nghiệp vụ; "
        "iii) tổng kết chỉ thị về sinh hoạt chi bộ.",
        ["hoàn thành quy … quy hoạch;", "mở lớp bồi … nghiệp vụ;", "tổng kết chỉ … chi bộ."],
    ),
    (
        "letters as paragraphs, đ between d and e",
        "Nhiệm vụ trọng tâm năm 2022 gồm:\na) Kiểm tra 6 đảng bộ.\nb) Giám sát 4 chi bộ.\n"
        "c) Sơ kết kết luận.\nd) Sửa đổi quy chế.\nđ) Tập huấn cấp ủy viên.\ne) Chuyển đổi số cơ quan.",
        [
            "Kiểm tra 6 … đảng bộ.",
            "Giám sát 4 … chi bộ.",
            "Sơ kết kết … kết luận.",
            "Sửa đổi quy … quy chế.",
            "Tập huấn cấp … ủy viên.",
            "Chuyển đổi số … cơ quan.",
        ],
    ),
    (
        "headed items: the topic line and its paragraph are one task",
        "NHIỆM VỤ NĂM 2022\n1. Về công tác cán bộ\nTriển khai quy hoạch nhiệm kỳ mới.\n"
        "2. Về tổ chức cơ sở đảng\nNhân rộng chi bộ kiểu mẫu.\n3. Về cơ quan\nĐổi mới lề lối làm việc.\n\n"
        "Nhân dịp này, Ban trao Giấy khen cho 5 cá nhân.",
        ["Về công tác … kỳ mới.", "Về tổ chức … kiểu mẫu.", "Về cơ quan … làm việc."],
    ),
    (
        "numbers that start again under topic heads: the heads belong to none",
        "Năm 2022, Ban đề ra 5 nhiệm vụ trọng tâm:\n* Về cán bộ:\n1. Đánh giá cán bộ hằng quý.\n"
        "2. Luân chuyển cán bộ trẻ.\n* Về tổ chức đảng:\n1. Củng cố chi bộ yếu.\n"
        "2. Thành lập chi bộ doanh nghiệp.\n3. Kết nạp 150 đảng viên.",
        [
            "Đánh giá cán … hằng quý.",
            "Luân chuyển cán … bộ trẻ.",
            "Củng cố chi … bộ yếu.",
            "Thành lập chi … doanh nghiệp.",
            "Kết nạp 150 … đảng viên.",
        ],
    ),
    (
        "numbers that start again under unmarked topic heads",
        "Nhiệm vụ trọng tâm năm 2022:\nVề cán bộ:\n1. Đánh giá cán bộ hằng quý.\n"
        "2. Luân chuyển cán bộ trẻ.\nVề tổ chức đảng:\n1. Củng cố chi bộ yếu.\n2. Kết nạp 150 đảng viên.",
        [
            "Đánh giá cán … hằng quý.",
            "Luân chuyển cán … bộ trẻ.",
            "Củng cố chi … bộ yếu.",
            "Kết nạp 150 … đảng viên.",
        ],
    ),
    (
        "numbers that go on under unmarked topic heads",
        "Nhiệm vụ trọng tâm năm 2022:\nVề cán bộ:\n1. Đánh giá cán bộ hằng quý.\n"
        "2. Luân chuyển cán bộ trẻ.\nVề tổ chức đảng:\n3. Củng cố chi bộ yếu.\n4. Kết nạp 150 đảng viên.",
        [
            "Đánh giá cán … hằng quý.",
            "Luân chuyển cán … bộ trẻ.",
            "Củng cố chi … bộ yếu.",
            "Kết nạp 150 … đảng viên.",
        ],
    ),
    (
        "marks alone on their lines",
        "Hội nghị xác định nhiệm vụ trọng tâm năm 2022:\n1.\nTham mưu đề án tinh giản.\n2.\n"
        "Hoàn thành số hóa hồ sơ.\n3.\nChăm lo cán bộ nghỉ hưu.\n\nKết thúc hội nghị, các đại biểu chụp ảnh.",
        ["Tham mưu đề … tinh giản.", "Hoàn thành số … hồ sơ.", "Chăm lo cán … nghỉ hưu."],
    ),
    (
        "a number left out, and one said twice",
        "Nhiệm vụ năm 2022:\n1. Rà soát biên chế.\n2. Sắp xếp phòng ban.\n4. Đào tạo lý luận.\n"
        "5. Phòng, chống tham nhũng.\n5. Cải cách hành chính.",
        [
            "Rà soát biên … biên chế.",
            "Sắp xếp phòng … phòng ban.",
            "Đào tạo lý … lý luận.",
            "Phòng, chống tham … tham nhũng.",
            "Cải cách hành … hành chính.",
        ],
    ),
    (
        "marks whose form varies",
        "Nhiệm vụ trọng tâm năm 2022:\n1. Rà soát biên chế.\n2) Sắp xếp phòng ban.\n"
        "3/ Đào tạo lý luận.\n4 - Cải cách hành chính.",
        [
            "Rà soát biên … biên chế.",
            "Sắp xếp phòng … phòng ban.",
            "Đào tạo lý … lý luận.",
            "Cải cách hành … hành chính.",
        ],
    ),
    (
        "ordinal words that change their form",
        "Đồng chí yêu cầu thời gian tới tập trung: Một là, giữ đoàn kết nội bộ. Thứ hai, nắm chắc cơ sở. "
        "Thứ ba, làm tốt công tác nhân sự.",
        ["giữ đoàn kết … nội bộ.", "nắm chắc cơ … cơ sở.", "làm tốt công … nhân sự."],
    ),
    (
        "lists by two speakers both count",
        "Báo cáo xác định nhiệm vụ trọng tâm năm 2022:\n1. Rà soát quy hoạch.\n2. Hoàn thiện đề án.\n\n"
        "Phát biểu chỉ đạo, đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy đề nghị Ban thời gian tới thực hiện "
        "tốt các nội dung sau:\nMột là, bám sát nghị quyết.\nHai là, gương mẫu, trách nhiệm.",
        [
            "Rà soát quy … quy hoạch.",
            "Hoàn thiện đề … đề án.",
            "bám sát nghị … nghị quyết.",
            "gương mẫu, trách … trách nhiệm.",
        ],
    ),
    (
        "two columns flattened to one line each",
        "Nhiệm vụ trọng tâm năm 2022:\n1. Rà soát quy hoạch     2. Hoàn thiện đề án\n"
        "3. Luân chuyển cán bộ    4. Kết nạp đảng viên",
        [
            "Rà soát quy … quy hoạch",
            "Hoàn thiện đề … đề án",
            "Luân chuyển cán … cán bộ",
            "Kết nạp đảng … đảng viên",
        ],
    ),
    (
        "two columns read line by line: the order of the text stays",
        "Nhiệm vụ trọng tâm năm 2022:\n1. Rà soát quy hoạch.\n4. Kết nạp đảng viên.\n"
        "2. Hoàn thiện đề án.\n5. Sơ kết chỉ thị.\n3. Luân chuyển cán bộ.\n6. Chuyển đổi số.",
        [
            "Rà soát quy … quy hoạch.",
            "Kết nạp đảng … đảng viên.",
            "Hoàn thiện đề … đề án.",
            "Sơ kết chỉ … chỉ thị.",
            "Luân chuyển cán … cán bộ.",
            "Chuyển đổi số. … đổi số.",
        ],
    ),
    (
        "results under the same marks just before the tasks are left alone",
        "Năm 2021, Ban đã hoàn thành nhiều việc, nổi bật là: (1) Trình 20 văn bản. (2) Kết nạp 300 đảng "
        "viên. (3) Mở 8 lớp tập huấn.\n\nNăm 2022, Ban xác định nhiệm vụ: (1) Rà soát biên chế. (2) Thẩm "
        "định nhân sự.",
        ["Rà soát biên … biên chế.", "Thẩm định nhân … nhân sự."],
    ),
    (
        "results and tasks in one paragraph",
        "Kết quả nổi bật năm 2021: (1) đã trình 20 văn bản; (2) đã kết nạp 300 đảng viên. Nhiệm vụ trọng "
        "tâm năm 2022: (1) rà soát biên chế; (2) thẩm định nhân sự.",
        ["rà soát biên … biên chế;", "thẩm định nhân … nhân sự."],
    ),
    (
        "sections in Roman numerals are no list items",
        "I. KẾT QUẢ NĂM 2021\n1. Công tác cán bộ\nĐã bổ nhiệm 30 cán bộ.\n2. Công tác đảng viên\n"
        "Đã kết nạp 210 đảng viên.\nII. NHIỆM VỤ NĂM 2022\n1. Đẩy mạnh luân chuyển.\n2. Siết chặt kỷ cương.",
        ["Đẩy mạnh luân … luân chuyển.", "Siết chặt kỷ … kỷ cương."],
    ),
    (
        "'Nhiệm vụ thứ nhất' is a mark",
        "Đồng chí Trưởng Ban đề nghị tập trung các nhiệm vụ sau:\nNhiệm vụ thứ nhất: tổng kết nghị quyết.\n"
        "Nhiệm vụ thứ hai: chuẩn bị nhân sự.\nNhiệm vụ thứ ba: kiểm tra cơ sở.",
        ["tổng kết nghị … nghị quyết.", "chuẩn bị nhân … nhân sự.", "kiểm tra cơ … cơ sở."],
    ),
    (
        "an announced list without marks, a paragraph each",
        "Hội nghị đề ra các nhiệm vụ trọng tâm năm 2022 như sau:\n\nTiếp tục đổi mới sinh hoạt chi bộ.\n\n"
        "Đẩy mạnh kiểm tra, giám sát.\n\nHoàn thành luân chuyển cán bộ trong quý III.\n\n"
        "Dịp này, hội nghị trao Giấy khen cho 3 cá nhân.",
        ["Tiếp tục đổi … chi bộ.", "Đẩy mạnh kiểm … giám sát.", "Hoàn thành luân … quý III."],
    ),
    (
        "an announced list parted by semicolons, as many as told",
        "Năm 2022, Ban xác định 3 nhiệm vụ trọng tâm: rà soát quy hoạch; công tác nhân sự hội đồng nhân "
        "dân; đẩy mạnh số hóa hồ sơ.",
        ["rà soát quy … quy hoạch;", "công tác nhân … nhân dân;", "đẩy mạnh số … hồ sơ."],
    ),
    (
        "another document's tasks inside an item are no list",
        "Nhiệm vụ năm 2022:\n1. Thực hiện 05 nhóm nhiệm vụ của Kết luận số 21-KL/TW.\n"
        "2. Cụ thể hóa Nghị quyết Trung ương 4 (khóa XIII).\n3. Kỷ niệm ngày truyền thống (14-10-1930 - 14-10-2022).",
        [
            "Thực hiện 05 … số 21-KL/TW.",
            "Cụ thể hóa … (khóa XIII).",
            "Kỷ niệm ngày … - 14-10-2022).",
        ],
    ),
    (
        "a wrong year in the lead is read by sense",
        "Năm 2021, Ban tập trung thực hiện 3 nhiệm vụ trọng tâm. Một là, chuẩn bị bầu cử. Hai là, giải "
        "quyết chế độ cán bộ. Ba là, triển khai nhiệm vụ năm 2022.",
        ["chuẩn bị bầu … bầu cử.", "giải quyết chế … cán bộ.", "triển khai nhiệm … năm 2022."],
    ),
    (
        "a quotation ends before the words about its speaker",
        "Đồng chí Bí thư yêu cầu: “Thời gian tới cần tập trung: Một là, giữ kỷ luật. Hai là, chăm lo cơ "
        "sở”, đồng chí Bí thư nhấn mạnh.",
        ["giữ kỷ luật. … kỷ luật.", "chăm lo cơ … cơ sở"],
    ),
    (
        "numbers with long dashes and zeros",
        "Nhiệm vụ trọng tâm năm 2022:\n01. Rà soát biên chế.\n02. Sắp xếp phòng ban.\n03. Đào tạo lý luận.",
        ["Rà soát biên … biên chế.", "Sắp xếp phòng … phòng ban.", "Đào tạo lý … lý luận."],
    ),
    (
        "a sub-list in letters belongs to its numbered item",
        "Nhiệm vụ trọng tâm năm 2022:\n1. Về tổ chức bộ máy:\na) Giảm đầu mối;\nb) Rà soát chức năng.\n"
        "2. Về cán bộ:\na) Đào tạo nguồn;\nb) Bố trí hợp lý.",
        ["Về tổ chức … chức năng.", "Về cán bộ: … hợp lý."],
    ),
]

NO_LISTS = [
    (
        "results",
        "Một số kết quả chính năm 2021:\n- Trình 40 văn bản.\n- Kết nạp 310 đảng viên.\n- Mở 9 lớp.",
    ),
    (
        "shortcomings",
        "Hạn chế chủ yếu là: thứ nhất, sinh hoạt chi bộ đơn điệu; thứ hai, hồ sơ chậm cập nhật.",
    ),
    (
        "awards",
        "Hội nghị trao khen thưởng:\n1. Tập thể Phòng Tổ chức cán bộ.\n2. Tập thể Văn phòng.\n3. Đồng chí Lê An.",
    ),
    (
        "attendance",
        "Dự hội nghị có:\n- Đồng chí Lê An, Phó Bí thư.\n- Đồng chí Trần Bình, Trưởng Ban.\n- Lãnh đạo các phòng.",
    ),
    (
        "another document's tasks",
        "Kết luận số 21-KL/TW đề ra 5 nhóm nhiệm vụ: (1) chính trị tư tưởng; (2) tổ chức; (3) kiểm tra.",
    ),
    (
        "lessons",
        "Ban rút ra ba bài học kinh nghiệm: Một là, đoàn kết. Hai là, sâu sát. Ba là, quyết liệt.",
    ),
    (
        "delegates' proposals",
        "Các đại biểu kiến nghị: (1) sớm hướng dẫn chế độ; (2) bổ sung kinh phí; (3) nâng cấp phần mềm.",
    ),
    ("related links", "TIN LIÊN QUAN\n- Tập huấn nghiệp vụ\n- Gặp mặt cán bộ nghỉ hưu"),
    ("a weekday is no mark", "Thứ Hai, ngày 10/01 khai mạc. Thứ Ba, ngày 11/01 bế mạc."),
]

PROSE = [
    (
        "somebody with authority asks the body",
        "Đồng chí Phó Bí thư Tỉnh ủy đề nghị Ban Tổ chức Tỉnh ủy tập trung tham mưu chuẩn bị đại hội. "
        "Phối hợp tổ chức tốt hội nghị quán triệt. Ban cũng cần tiếp tục rà soát quy hoạch cán bộ.",
        ["Đồng chí Phó", "Phối hợp tổ", "Ban cũng cần"],
    ),
    (
        "the conference settles the tasks after a colon",
        "Hội nghị cũng đã xác định nhiệm vụ trọng tâm năm 2022 là: Hoàn thành các đề án; Triển khai tốt "
        "chỉ thị mới.",
        ["Hoàn thành các", "Triển khai tốt"],
    ),
    (
        "parts after a task's own colon stay in it",
        "Trưởng Ban Tổ chức Tỉnh ủy yêu cầu các phòng tập trung hoàn thiện ba đề án: rà soát biên chế; "
        "sắp xếp đơn vị; bổ sung quy hoạch.",
        ["Trưởng Ban Tổ"],
    ),
    (
        "a semicolon parts two tasks where the second opens as one",
        "Đồng chí Trưởng Ban yêu cầu các phòng đẩy mạnh cải cách hành chính; tăng cường kiểm tra cơ sở.",
        ["Đồng chí Trưởng", "tăng cường kiểm"],
    ),
    (
        "a work that must be done",
        "Tổng Bí thư nêu rõ, việc đánh giá cán bộ phải tiến hành công khai, dân chủ.",
        ["Tổng Bí thư"],
    ),
    (
        "a time to come and what will be done",
        "Trong quý I, ngành sẽ tiếp tục rà soát đội ngũ cán bộ.",
        ["Trong quý I,"],
    ),
    (
        "what is done is no task",
        "Năm 2021, Ban đã tập trung tham mưu 20 đề án. Tham mưu kiện toàn nhân sự.",
        [],
    ),
    (
        "delegates' proposals are none",
        "Nhiều đại biểu đề nghị Trung ương tiếp tục hoàn thiện chính sách.",
        [],
    ),
    (
        "a guest's speech sets none",
        "Bộ trưởng Trần Văn Cường cho biết ngành y tế còn khó khăn. Ông Cường đề nghị các địa phương tập "
        "trung rà soát biên chế y tế.",
        [],
    ),
    (
        "what was said elsewhere before",
        "Tại cuộc họp ngày 18/11/2021, Tổng Bí thư yêu cầu tiếp tục nâng cao chất lượng đảng viên.",
        [],
    ),
    ("a maxim", "Đồng chí nhắc nhở: “Chúng ta phải giữ vững lòng tin của nhân dân”.", []),
    (
        "awards",
        "Nhân dịp này, Ban trao Bằng khen cho 3 tập thể và đề nghị tặng Cờ thi đua cho 1 đơn vị.",
        [],
    ),
    (
        "a lead that says a task beforehand is not a second one",
        "",
        [],
    ),
]


@pytest.mark.parametrize(("rule", "text", "tasks"), LISTS, ids=[row[0] for row in LISTS])
def test_lists_are_read(rule: str, text: str, tasks: list[str]) -> None:
    assert edges(read(OPENING + text)) == tasks, rule


@pytest.mark.parametrize(("rule", "text"), NO_LISTS, ids=[row[0] for row in NO_LISTS])
def test_other_lists_set_no_tasks(rule: str, text: str) -> None:
    assert edges(read(OPENING + text)) == [], rule


@pytest.mark.parametrize(("rule", "text", "tasks"), PROSE, ids=[row[0] for row in PROSE])
def test_prose_tasks_are_whole_sentences(rule: str, text: str, tasks: list[str]) -> None:
    assert [" ".join(task.text.split()[:3]) for task in read(OPENING + text)] == tasks, rule
