"""Exit statuses, and every error as one line for a person.

0 done; 1 done and nothing found; 2 wrong usage or unusable input; 3 archive or index damaged; 130
interrupted.
"""

from difflib import get_close_matches
from typing import Any

import click

from archive.errors import XddError
from archive.importing.cleaning import clean
from tui.catalogue import Catalogue
from tui.cli.commands import MODULES

NOTHING_FOUND = 1
USAGE = 2
DAMAGE = 3
INTERRUPTED = 130


def in_words(error: Exception, words: Catalogue) -> str:
    """`error` as one line in the person's language."""
    if isinstance(error, XddError):
        said = words.error(error)
    elif isinstance(error, click.UsageError):
        said = _usage(error, words)
    else:
        said = words("error.unexpected", kind=type(error).__name__, why=str(error))
    return words("cli.error", said=" ".join(clean(said).split()))


def _usage(error: click.UsageError, words: Catalogue) -> str:
    """What click has to say, by the kind of its error: its own sentences are in English."""
    command = error.ctx.command_path if error.ctx else "xdd-tui"
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        code = "usage.no-option-near" if near else "usage.no-option"
        if not near and not error.option_name.startswith("--"):
            code = "usage.no-letter"
        return words(code, option=error.option_name, near=near, command=command)
    if isinstance(error, click.NoSuchCommand):
        near = ", ".join(get_close_matches(error.command_name, MODULES))
        code = "usage.no-command-near" if near else "usage.no-command"
        return words(code, name=error.command_name, near=near)
    if isinstance(error, click.BadOptionUsage):
        return _option_used(error, words, command)
    if isinstance(error, click.MissingParameter) and error.param:
        choices = _allowed(error.param.type, words) if _is_choice(error.param) else ""
        name = _name(error.param) + (f" ({choices})" if choices else "")
        return words("usage.missing", name=name, command=command)
    if isinstance(error, click.BadParameter) and error.param:
        why = _allowed(error.param.type, words)
        # The value is told by click's sentence alone: "'x' is not a valid integer."
        given = error.message.partition(" is not ")[0].strip("'") if why else ""
        name = f"{_name(error.param)} {given}".rstrip()
        return words("usage.bad-value", name=name, why=why or error.message, command=command)
    return words("usage.other", why=error.message, command=command)


def _option_used(error: click.BadOptionUsage, words: Catalogue, command: str) -> str:
    """An option without its value or values, or one that has none with one."""
    params = error.ctx.command.params if error.ctx else ()
    option = next((one for one in params if error.option_name in one.opts), None)
    if isinstance(option, click.Option) and option.is_flag:
        return words("usage.no-value", option=error.option_name, command=command)
    count = option.nargs if option else 1
    return words("usage.value-missing", option=error.option_name, count=count, command=command)


def _name(param: click.Parameter) -> str:
    """`param` as it is typed: the long form of an option, an argument as the help calls it."""
    return (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
    )


def _is_choice(param: click.Parameter) -> bool:
    return isinstance(param.type, click.Choice)


def _allowed(kind: "click.ParamType[Any]", words: Catalogue) -> str:
    """What a value of this kind must be; "" where nothing is said of it."""
    if isinstance(kind, click.Choice):
        return words("usage.one-of", values=", ".join(kind.choices))
    if isinstance(kind, click.IntRange) and kind.min is not None:
        return words("usage.number-from", least=kind.min)
    return words("usage.number") if isinstance(kind, type(click.INT)) else ""
