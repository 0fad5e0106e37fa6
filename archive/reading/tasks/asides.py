"""What a sentence tells beside tasks by how it begins: a condition, hearsay, a story, an agenda,
what another time was like, what those above are asked for.
"""

import re

from archive.reading.tasks.ahead import Ahead
from archive.reading.tasks.asking import subject
from archive.reading.tasks.charges import WORKS
from archive.reading.tasks.turns import SPEAKER_WITHIN, praises
from archive.reading.tasks.vocabulary import words
from archive.reading.wordlist import Words

# "Hội nghị lần này sẽ bàn về …": what is on the agenda.
_AGENDA = re.compile(
    r"(?<!\w)(?:hội nghị|kỳ họp|phiên họp|đại hội)(?!\w)[^.;:]{0,60} sẽ (?:tập trung )?"
    r"(?:nghe|bàn|thảo luận|xem xét|cho ý kiến|diễn ra|trình bày|thông qua|(?:bỏ|lấy) phiếu)(?!\w)"
)
_HAS_DONE = re.compile(r"(?: [^\s,;:]+){0,4} đã(?!\w)")
# "Được biết, … sẽ …": what the paper has heard.
_HEARSAY = re.compile(r"(?:được biết|theo (?:tìm hiểu|thông tin|nguồn tin))(?!\w)")
# "Ban kiến nghị Bộ Chính trị …": what those above are asked for is no task of the body.
_UPWARDS = re.compile(
    r"(?<!\w)(?:(?:kiến nghị|mong mỏi)(?: với)? (?:bộ chính trị|ban bí thư|trung ương|chính phủ"
    r"|thủ tướng|quốc hội|các bộ|nhà nước|cấp trên|lãnh đạo)"
    r"|đề nghị (?:bộ chính trị|ban bí thư|quốc hội"
    r"|lãnh đạo (?:tp|tỉnh|thành phố|đảng|nhà nước|trung ương)))(?!\w)"
)
# "đề nghị Đảng ủy cho kéo dài thời gian": leave is asked of those above, too.
_FOR_LEAVE = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|mong)(?!\w)[^,;:.]{2,60} cho (?:phép|chủ trương|kéo dài|lùi|giãn"
    r"|gia hạn|hưởng|tạm|thí điểm|thêm|vay|giữ lại|nợ)(?!\w)"
)
_HIGHEST = re.compile(r"tổng bí thư|chủ tịch nước|thủ tướng|bộ chính trị|ban bí thư")
# "Ông A kể, muốn họp phải đốt đuốc đi từ chiều": a story sets nothing.
_TELLS_STORY = Words(
    dict.fromkeys(
        ("kể", "nhớ", "tâm sự", "bộc bạch"), "(?=,|:| rằng| chuyện| về| lại| năm| hồi| ngày)"
    )
)
# "… phân công từng người", anh kể trước hội nghị.
_TOLD_AFTER = re.compile(r"[”\"],? [^”\"]{2,50} kể(?! từ| cả)(?!\w)[^”\"]{0,40}$")
_UNSURE = re.compile(
    r"(?:(?:làm|thực hiện)(?: tốt| được)? (?:như (?:vậy|thế)|điều (?:đó|này))"
    r"|nếu|khi|vì sao|tại sao|liệu|giả sử|dù|mặc dù|theo quy định"
    r"|(?:do|vì|bởi|nhờ)(?! (?:đó|vậy|thế))"
    r"|(?:quy định|nghị quyết|chỉ thị|hướng dẫn|kết luận số|luật|đề án|điều lệ)(?!\w)[^,]{0,60}"
    r"(?:nêu|quy định|yêu cầu|chỉ|ghi) (?:rõ|rằng))(?!\w)"
)
_YEAR = re.compile(r"(?:trong |ngay từ |từ )?(?:đầu |cuối )?năm (\d{4})(?!\d)")
# "Trong nhiệm kỳ qua, Hội đã …"
_LED_BY = re.compile(r"(?:trong|ở|qua|với|sau|nhờ|từ|trên) [^,;:]{2,60}, ")
_HOWEVER = "tuy nhiên, "
# "Lâu nay hồ sơ còn nhiều, vì vậy cần …": what follows from the time gone by.
_SO_MUST = re.compile(r"(?:vì vậy|vì thế|do đó|do vậy|bây giờ|từ nay),? (?:cần|phải)(?!\w)")


def is_beside(low: str, begun: str, ahead: Ahead) -> bool:
    """Is a condition, a story, or what another time was like told, by how the sentence begins?"""
    however = low.startswith(_HOWEVER) and not words("titles").match(low, len(_HOWEVER))
    if " kể" in low and _TOLD_AFTER.search(low, max(len(low) - 90, 0)):
        return True
    if _UNSURE.match(begun) or however or _TELLS_STORY.search(low, 0, 120):
        return True
    led = _LED_BY.match(begun)
    told = begun[led.end() :] if led else begun
    who = subject(told)
    if who and not told.endswith(WORKS, 0, who) and _HAS_DONE.match(told, who):
        return True
    if " đã " in low and praises(low):
        return True
    if _HEARSAY.match(begun) or (" sẽ " in low and _AGENDA.search(low)):
        return True
    if " cho " in low and _FOR_LEAVE.search(low, 0, SPEAKER_WITHIN):
        return True
    asked_for = any(map(low.__contains__, ("kiến nghị", "mong mỏi", "đề nghị")))
    upwards = _UPWARDS.search(low, 0, SPEAKER_WITHIN) if asked_for else None
    if upwards and not _HIGHEST.search(low, 0, upwards.start()):
        return True
    gone = words("past").match(begun)
    # "Từ đầu năm 2022, …" where 2022 is to come
    if gone and not (ahead.year and begun.startswith(f" {ahead.year}", gone.end())):
        return _SO_MUST.search(low) is None
    year = _YEAR.match(begun)
    return bool(year and year[1] != ahead.year and words("governing", "done").search(low))
