"""The command line: each screen's twin, over the same library.

`run` is the door. It settles language and settings first, so that every message, click's own
included, is in the person's language, and turns whatever goes wrong into one line and a status.
"""

import errno
import os
import sys
from itertools import pairwise
from pathlib import Path

import click

from archive.errors import InputError, SettingsError, XddError
from tui.catalogue import Catalogue, catalogue
from tui.cli.commands import Group
from tui.cli.errors import DAMAGE, INTERRUPTED, USAGE, in_words
from tui.cli.face import Face
from tui.config import LANGUAGES, Settings, language_of, load

PROGRAM = "xdd-tui"


@click.group(
    cls=Group,
    name=PROGRAM,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--archive", metavar="DIR")
@click.option("--config", metavar="FILE")
@click.option("--language", metavar="vi|en|auto")
@click.version_option(package_name=PROGRAM, message="%(prog)s %(version)s")
@click.pass_context
def main(
    context: click.Context, archive: str | None, config: str | None, language: str | None
) -> None:
    """The program; the options were read before click saw them (see `run`)."""
    del archive, config, language
    # `config` tells what is wrong itself; anything else would run with other settings than meant.
    if context.invoked_subcommand != "config":
        context.ensure_object(Face).settings.refuse_faults()
    if context.invoked_subcommand is None:
        from tui.cli.screens import open_screens

        open_screens(context.ensure_object(Face), "")


def run(argv: list[str]) -> int:
    """Run the command `argv` and return its exit status."""
    _utf8()
    words = catalogue(language_of(_given(argv, "--language") or "auto"))
    face = None
    try:
        argv = [_typed(word, before) for before, word in pairwise(["", *argv])]
        face = _face(argv)
        words = face.catalogue
        status = main.main(argv, PROGRAM, standalone_mode=False, obj=face)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        # Who reads standard output has enough (click then exits).
        _let_go()
        return 0
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except XddError as error:
        _tell(in_words(error, words), face)
        return error.status
    except click.ClickException as error:
        _tell(in_words(error, words), face)
        return USAGE
    except Exception as error:
        # A fault of the program's own: people get a line, developers the whole of it on request.
        if os.environ.get("XDD_DEBUG"):
            raise
        if refused := _output_refused(error):
            _tell(in_words(refused, words), face)
            return USAGE
        _tell(in_words(error, words), face)
        return DAMAGE
    return status if isinstance(status, int) else 0


_BEFORE = ("--archive", "--config", "--language")
_FILES = ("-o", "--output", "--archive", "--config")


def _typed(word: str, before: str) -> str:
    """What was typed, in whatever letters the system takes it for; raises InputError where it was
    not UTF-8. Names of files are left as they are: the system must know them again.
    """
    try:
        word.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(word)
        if before in _FILES or Path(word).exists():
            return word
        try:
            return raw.decode()
        except UnicodeDecodeError:
            raise InputError("not-utf8", word=raw.decode(errors="replace")) from None
    return word


def _output_refused(error: Exception) -> InputError | None:
    """That standard output takes nothing, where `error` is of that; files name themselves in it."""
    if sys.stdout is None:
        return InputError("no-stdout", why=os.strerror(errno.EBADF))
    if isinstance(error, OSError) and error.filename is None:
        _let_go()
        return InputError("no-stdout", why=error.strerror or str(error))
    return None


def _let_go() -> None:
    """Python must not complain, on its way out, of an output that takes nothing more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str, face: Face | None) -> None:
    click.echo(face.shown(sentence) if face else sentence, err=True)


def _face(argv: list[str]) -> Face:
    config, archive = _given(argv, "--config"), _given(argv, "--archive")
    for option in _BEFORE:
        if _given(argv, option) == "":  # mostly a script's variable that is empty
            raise InputError("empty-option", option=option)
    settings = load(
        Path(config) if config else None, archive=Path(archive).expanduser() if archive else None
    )
    return Face(settings, _words(argv, settings), explicit_archive=archive is not None)


def _words(argv: list[str], settings: Settings) -> Catalogue:
    language = _given(argv, "--language") or settings.language
    if language not in LANGUAGES:
        raise SettingsError(
            "setting-wrong", path="--language", key=language, allowed=", ".join(LANGUAGES)
        )
    return catalogue(language_of(language))


def _given(argv: list[str], option: str) -> str | None:
    """The last value of `option` before the command, as `--x V` or `--x=V`."""
    given = None
    rest = iter(argv)
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            break
        if name in _BEFORE:
            said = value if equals else next(rest, None)
            given = said if name == option else given
    return given


def _utf8() -> None:
    """Vietnamese must come out whole whatever the system's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
