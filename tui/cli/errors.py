"""Exit statuses, and every error as one line for a person.

0 done; 1 done and nothing found; 2 wrong usage or unusable input; 3 archive or index damaged; 130
interrupted.
"""

import click

from archive.errors import XddError
from archive.importing.cleaning import clean
from tui.catalogue import Catalogue

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
    command = error.ctx.command_path if error.ctx else "xdd-tui"
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        code = "usage.no-option-near" if near else "usage.no-option"
        return words(code, option=error.option_name, near=near, command=command)
    if isinstance(error, click.NoSuchCommand):
        near = ", ".join(error.possibilities or ())
        code = "usage.no-command-near" if near else "usage.no-command"
        return words(code, name=error.command_name, near=near)
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return words("usage.missing", name=name, command=command)
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else ""
        return words("usage.bad-value", name=name, why=error.message, command=command)
    return words("usage.other", why=error.message, command=command)
