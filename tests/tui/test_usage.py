"""Wrong usage: one line in the person's language, none of it click's own English."""

from pathlib import Path

import pytest

from tui.cli import run

SEE = "xem `xdd-tui {} --help`."
WRONG = [
    (
        ["figures", "yên", "bái"],
        f"thừa: bái; tên gồm nhiều chữ thì đặt trong ngoặc kép; {SEE.format('figures')}",
    ),
    (["lineage"], f"thiếu BODY; {SEE.format('lineage')}"),
    (["import"], f"thiếu PATH|URL…; {SEE.format('import')}"),
    (["search", "x", "--year"], f"--year cần 1 giá trị theo sau; {SEE.format('search')}"),
    (["judge", "a", "b", "--same", "1"], f"--same cần 2 giá trị theo sau; {SEE.format('judge')}"),
    (["search", "x", "--json=1"], f"--json không nhận giá trị nào; {SEE.format('search')}"),
    (
        ["search", "x", "--sort", "foo"],
        f"--sort foo: phải là một trong: relevance, date, fresh; {SEE.format('search')}",
    ),
    (
        ["search", "x", "--limit", "abc"],
        f"--limit abc: phải là số nguyên, từ 0 trở lên; {SEE.format('search')}",
    ),
    (
        ["search", "x", "--limit", "-1"],
        f"--limit -1: phải là số nguyên, từ 0 trở lên; {SEE.format('search')}",
    ),
    (
        ["judge", "a", "b", "--same", "1", "x"],
        f"--same x: phải là số nguyên; {SEE.format('judge')}",
    ),
    (
        ["completion", "tcsh"],
        f"SHELL tcsh: phải là một trong: bash, zsh, fish; {SEE.format('completion')}",
    ),
    (
        ["--archive", "", "stats"],
        "--archive để trống; hãy nêu tên, hoặc bỏ --archive để dùng cấu hình.",
    ),
    (
        ["--config=", "stats"],
        "--config để trống; hãy nêu tên, hoặc bỏ --config để dùng cấu hình.",
    ),
    (["--archive"], "--archive cần 1 giá trị theo sau; xem `xdd-tui --help`."),
    (["show", ""], "mã báo cáo để trống; `xdd-tui search` cho biết các mã."),
    (["diff", "/dev/null", "x"], "/dev/null: không có chữ nào; hãy xem đã lưu đúng tệp chưa."),
    (
        ["import", "http:///x"],
        (
            "http:///x: không tải được trang (địa chỉ không có tên máy chủ); hãy kiểm tra địa chỉ"
            " và mạng, hoặc lưu trang rồi nhập tệp."
        ),
    ),
    (["config"], f"thiếu WHAT (phải là một trong: show, path, validate); {SEE.format('config')}"),
    (["search", "--yaer", "2022"], "không có tùy chọn --yaer; có phải --year, --save, --saved?"),
    (["stats", "--zzz"], f"không có tùy chọn --zzz; {SEE.format('stats')}"),
    (
        ["search", "-dịch"],
        f"không có tùy chọn -d; {SEE.format('search')} Từ có dấu trừ ở đầu thì viết sau `--`.",
    ),
    (["serach"], "không có lệnh serach; có phải search, extract?"),
    (["zzzzz"], "không có lệnh zzzzz; xem `xdd-tui --help`."),
    (["--archive"], "--archive cần 1 giá trị theo sau; xem `xdd-tui --help`."),
    (
        ["search", "--saved", "bc"],
        "bc: chưa lưu câu tìm nào; lưu bằng `xdd-tui search … --save TÊN`.",
    ),
]


@pytest.mark.parametrize(("argv", "said"), WRONG, ids=lambda part: " ".join(part)[:40])
def test_wrong_usage_is_told_in_vietnamese(
    capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    language = [] if argv[0].startswith("-") else ["--language", "vi"]
    status = run([*language, *argv])
    err = [line for line in capsys.readouterr().err.splitlines() if "kho mẫu" not in line]
    assert (status, err) == (2, [f"xdd-tui: {said}"])


def test_the_help_of_the_program_has_no_english_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "vi", "--help"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Cách dùng: xdd-tui [Tùy chọn] [LỆNH …]"


def test_everything_wrong_with_the_settings_is_told_and_nothing_else_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[search]\nlimit = -1\n[keys]\nmark = "c"\n', "utf-8")
    told = [
        f"xdd-tui: {file}:2: search.limit chỉ có thể là 0, 1, 2 ….",
        f"xdd-tui: {file}:4: phím c sẽ làm cả mark lẫn compare; hãy đổi phím cho một thao tác.",
    ]
    settings = ["--language", "vi", "--config", str(file)]
    assert run([*settings, "config", "validate"]) == 2
    assert capsys.readouterr() == ("", "".join(f"{line}\n" for line in told))
    for command in (["stats"], ["config", "show"], ["keys"]):
        assert run([*settings, *command]) == 2
        assert capsys.readouterr() == ("", told[0] + "\n")
    assert run([*settings, "config", "path"]) == 0
    assert capsys.readouterr().out == f"{file}\n"
