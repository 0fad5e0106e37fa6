"""How long comparing takes: run it by hand, `python -m tests.bench.bench_alignment`.

500 tasks against 500, and word marks of two texts of 10,000 words, made from a small vocabulary
with a fixed seed. The first run loads numpy, scipy and the segmenter's model.
"""

import time
import zlib
from collections.abc import Callable, Sequence

from archive.comparing.alignment import diff
from archive.comparing.marks import word_marks
from archive.report import Report, Task

TOPICS = [
    "quy hoạch cán bộ",
    "sinh hoạt chi bộ",
    "hồ sơ đảng viên",
    "biên chế sự nghiệp",
    "thi đua khen thưởng",
    "đào tạo lý luận",
    "luân chuyển cán bộ trẻ",
    "dữ liệu dân cư",
    "chính sách nhà ở",
    "bí thư thôn bản",
    "văn thư lưu trữ",
    "tiếp công dân",
    "hòm thư góp ý",
]
PLACES = ["miền núi", "ven biển", "thị trấn", "biên giới", "khu công nghiệp", "trường học"]
VERBS = ["rà soát", "mở lớp", "kiểm tra", "thí điểm", "hoàn thiện", "giám sát", "công khai"]


class Draw:
    """Numbers that look drawn at random and are the same in every run."""

    def __init__(self, seed: int) -> None:
        self.state = str(seed)

    def below(self, limit: int) -> int:
        """A number from 0 up to, not including, `limit`."""
        number = zlib.crc32(self.state.encode())
        self.state = f"{number} {limit}"
        return number // 7 % limit

    def of(self, items: Sequence[str]) -> str:
        """One of `items`."""
        return items[self.below(len(items))]


def task_list(size: int, seed: int) -> Report:
    """A report of `size` tasks of some 30 words each."""
    draw = Draw(seed)
    texts = [
        "; ".join(
            f"{draw.of(VERBS)} {draw.of(TOPICS)} ở {draw.of(PLACES)} "
            f"trước ngày {draw.below(28) + 1}/{draw.below(12) + 1}/2030"
            for _ in range(4)
        )
        for _ in range(size)
    ]
    tasks, at = [], 0
    for number, text in enumerate(texts, 1):
        tasks.append(Task(ordinal=number, text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return Report(id=f"bench-{seed}", source=None, text="\n".join(texts), tasks=tuple(tasks))


def long_texts(size: int) -> tuple[str, str]:
    """Two texts of `size` words; in the second every 30th word is another."""
    draw = Draw(3)
    words: list[str] = []
    while len(words) < size:
        words += f"{draw.of(VERBS)} {draw.of(TOPICS)} {draw.below(9999)}".split()
    changed = ["khác" if k % 30 == 0 else word for k, word in enumerate(words)]
    return " ".join(words[:size]), " ".join(changed[:size])


def timed(name: str, run: Callable[[], object]) -> None:
    """Print the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    print(f"{name:40} {best * 1000:8.0f} ms")


def main() -> None:
    """Time both."""
    a, b = task_list(500, 1), task_list(500, 2)
    start = time.perf_counter()
    diff(task_list(5, 1), task_list(5, 2))
    print(f"{'first diff of a process, 5 x 5':40} {(time.perf_counter() - start) * 1000:8.0f} ms")
    timed("diff, 500 x 500 tasks", lambda: diff(a, b))
    timed("diff with itself, 500 tasks", lambda: diff(a, a))
    text, other = long_texts(10_000)
    timed("word marks, 10,000 words", lambda: word_marks(text, other))


if __name__ == "__main__":
    main()
