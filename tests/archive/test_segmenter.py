import gzip
import json
import os
import subprocess
import sys
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.segmenter import segment, words

SENTENCES = [
    "Ban Tổ chức Tỉnh ủy tổ chức hội nghị tổng kết công tác năm 2021.",
    "Chiều 4/7/2024, Thường trực Huyện uỷ làm việc với cấp ủy cơ sở.",
    "(1) Tiếp tục rà soát, bổ sung quy hoạch cán bộ; (2) kết nạp 1.250 đảng viên mới.",
    "Kết luận số 21-KL/TW, ngày 25-10-2021 của Ban Chấp hành Trung ương (khóa XIII)",
    "TP. Hồ Chí Minh, Tp. Huế, T.Ư và ThS. Nguyễn Văn A... viết thư tới to.chuc-dang@vi.du.vn",
    "Xem https://vi.du/tin-tuc?id=1 -> mục ==> 3,5_6 >> “trích” – v.v.",
    "CÔNG TÁC XÂY DỰNG ĐẢNG\nphải đi trước\nmột bước",
    "in an to là chữ; đ là một chữ cái",
    "x",
    "…",
]
LETTERS = st.sampled_from(
    [*"aâbđeêgiouưyẢẤỐỦ ĐT19.,-_@/:\n ", "tổ chức ", "cán bộ ", "Đảng ", "://"]
)


def collected() -> list[str]:
    """Texts of a collection, none where there is no collection."""
    shared = os.environ.get("XDD_SHARED")
    if not shared:
        return []
    with gzip.open(Path(shared, "data/load/news_20k.jsonl.gz"), "rt", encoding="utf-8") as file:
        lines = [next(file) for _ in range(200)]
    return [unicodedata.normalize("NFC", json.loads(line)["text"]) for line in lines]


@cache
def pyvi_words() -> dict[str, list[str]]:
    """What pyvi itself says of all texts, asked once in a process of its own: importing it brings
    scikit-learn.
    """
    texts = [*SENTENCES, *collected()]
    program = (
        "import json, sys; from pyvi import ViTokenizer as v;"
        "json.dump([v.tokenize(text) for text in json.load(sys.stdin)], sys.stdout)"
    )
    answer = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    # A word of pyvi may reach over a line break, ours may not.
    said = (line.replace("_\n", "\n").replace("\n_", "\n") for line in json.loads(answer.stdout))
    return {text: line.split() for text, line in zip(texts, said, strict=True)}


def test_gives_the_words_of_pyvi() -> None:
    for sentence in SENTENCES:
        assert segment(sentence) == pyvi_words()[sentence]


def test_gives_the_words_of_pyvi_on_a_collection() -> None:
    texts = collected()
    if not texts:
        pytest.skip("XDD_SHARED names no folder of collections")
    assert [segment(text) for text in texts] == [pyvi_words()[text] for text in texts]


def test_a_word_of_several_syllables_is_one_span() -> None:
    text = "ban tổ chức họp"
    assert [text[start:end] for start, end in words(text)] == ["ban", "tổ chức", "họp"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n "])
def test_no_words_in_nothing(text: str) -> None:
    assert words(text) == []


@given(st.lists(LETTERS, max_size=40).map("".join))
def test_spans_cover_every_letter_once_and_no_line_break(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text[start:end].replace(" ", "") for start, end in spans) == "".join(
        text.split()
    )
    assert not any("\n" in text[start:end] for start, end in spans)


@pytest.mark.parametrize("piece", ["1", "1-", "a.", "a@", "_1.", "A", "://", "@a-", "1,"])
def test_a_long_run_stays_linear(piece: str) -> None:
    text = piece * 100_000
    assert words(text)[-1][1] == len(text)


def test_loads_none_of_the_libraries_that_trained_the_model() -> None:
    program = (
        "import sys; from archive.segmenter import words; words('tổ chức');"
        "print({*sys.modules} & {'pyvi', 'sklearn', 'scipy', 'numpy', 'pycrfsuite'})"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "set()"
