"""`xdd-tui config`, `keys` and `completion`: the program about itself."""

from collections.abc import Iterator

import click

from tui.actions import GROUPS, Action, shown, with_keys
from tui.catalogue import Catalogue
from tui.cli.commands import Command
from tui.cli.errors import USAGE, in_words
from tui.cli.face import Face
from tui.cli.output import print_lines
from tui.config import config_path


@click.command("config", cls=Command)
@click.argument("what", type=click.Choice(["show", "path", "validate"]))
@click.pass_obj
def config_command(face: Face, what: str) -> int:
    """Show the settings in force, where they are read from, or what is wrong with them."""
    return {"show": _show, "path": _path, "validate": _validate}[what](face)


def _show(face: Face) -> int:
    settings = face.settings
    settings.refuse_faults()
    print_lines(
        [
            f'archive.path = "{settings.archive}"',
            f'index.path = "{settings.index}"',
            f'interface.language = "{settings.language}"',
            f'interface.theme = "{settings.theme}"',
            f"interface.ascii = {str(settings.ascii).lower()}",
            f"search.delay = {settings.delay}",
            f"search.limit = {settings.limit}",
            *(f'keys."{name}" = "{keys}"' for name, keys in settings.keys.items()),
        ],
        as_is=True,
    )
    return 0


def _path(face: Face) -> int:
    print_lines([str(face.settings.file or config_path())], as_is=True)
    return 0


def _validate(face: Face) -> int:
    if face.settings.faults:
        for fault in face.settings.faults:
            face.tell(in_words(fault, face.catalogue))
        return USAGE
    print_lines([face.catalogue("cli.config-sound", path=face.settings.file or config_path())])
    return 0


@click.command("keys", cls=Command)
@click.option("--markdown", is_flag=True)
@click.pass_obj
def keys_command(face: Face, markdown: bool) -> None:
    """Print every action with its keys."""
    file = str(face.settings.file or config_path())
    actions = with_keys(face.settings.keys, file)
    print_lines((markdown_table if markdown else plain_table)(actions, face.catalogue))


def markdown_table(actions: tuple[Action, ...], words: Catalogue) -> Iterator[str]:
    """The actions as a Markdown table, as the README shows it."""
    yield f"| {words('keys.keys')} | {words('keys.action')} | {words('keys.help')} | id |"
    yield "| --- | --- | --- | --- |"
    for group in GROUPS:
        for action in (action for action in actions if action.group == group):
            keys = " ".join(f"`{shown(key)}`" for key in action.keys)
            name, said = words(f"action.{action.id}.name"), words(f"action.{action.id}.help")
            yield f"| {keys} | {name} | {said} | `{action.id}` |"


def plain_table(actions: tuple[Action, ...], words: Catalogue) -> Iterator[str]:
    """The actions as aligned lines."""
    for action in actions:
        keys = " ".join(shown(key) for key in action.keys)
        yield f"{keys:18} {action.id:18} {words(f'action.{action.id}.help')}"


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the lines that a shell needs to complete commands and options."""
    from click.shell_completion import get_completion_class

    from tui.cli import PROGRAM, main

    kind = get_completion_class(shell)
    if kind is not None:
        print_lines([kind(main, {}, PROGRAM, "_XDD_TUI_COMPLETE").source()], as_is=True)
