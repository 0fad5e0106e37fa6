"""click's commands and options with their help from the catalogue, and the commands' table.

A command's help is the sentence `cli.<command>`, an option's `option.<option>`; both are looked up
when help is shown. A command's module is loaded when the command is called.
"""

from importlib import import_module

import click

from tui.catalogue import Catalogue

# Command → module. Order is the order of the help.
MODULES = {
    "open": "screens",
    "import": "keeping",
    "extract": "extract",
    "remove": "keeping",
    "reread": "revising",
    "review": "revising",
    "correct": "revising",
    "index": "keeping",
    "check": "keeping",
    "search": "search",
    "saved": "saved",
    "show": "show",
    "tasks": "show",
    "compare": "compare",
    "diff": "compare",
    "judge": "judging",
    "lineage": "lineage",
    "outcome": "outcome",
    "figures": "figures",
    "directives": "counts",
    "stats": "counts",
    "config": "settings",
    "keys": "settings",
    "completion": "settings",
}


def words_of(context: click.Context) -> Catalogue:
    """The catalogue in force, also while click completes a line and nothing was set up."""
    from tui.catalogue import catalogue
    from tui.cli.face import Face

    face = context.find_object(Face)
    return face.catalogue if face else catalogue("en")


class Command(click.Command):
    """A command whose help is looked up by its name."""

    @property
    def key(self) -> str:
        """The key of the command's sentence."""
        return f"cli.{self.name}"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments parsed; raises UsageError, in the person's language, where too many are
        given.
        """
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            # click's parser does not say of each error which command it is about.
            error.ctx = error.ctx or ctx
            raise
        if rest and not self.allow_extra_args and not ctx.resilient_parsing:
            told = words_of(ctx)("usage.too-many", extra=" ".join(rest), command=ctx.command_path)
            raise click.UsageError(told, ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """The help, in the letters that the settings allow."""
        from tui.cli.face import Face

        face = ctx.find_object(Face)
        said = super().get_help(ctx)
        return face.shown(said) if face else said

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's sentence."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words_of(ctx)(self.key))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line under its translated word."""
        words = words_of(ctx)
        told = {
            "[OPTIONS]": f"[{words('help.options')}]",
            "COMMAND [ARGS]...": words("help.command"),
            "[COMMAND] [ARGS]...": f"[{words('help.command')}]",
        }
        pieces = [told.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words("help.usage") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their sentences."""
        words = words_of(ctx)
        rows = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if record:
                rows.append((record[0], words(f"option.{max(option.opts, key=len).lstrip('-')}")))
        if rows:
            with formatter.section(words("help.options")):
                formatter.write_dl(rows)


class Group(Command, click.Group):
    """The program's commands, each loaded from its module when it is asked for."""

    modules = MODULES

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in the order of the help."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command `cmd_name`, its module loaded now; None where there is none."""
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        loaded: click.Command = getattr(import_module(f"tui.cli.{module}"), f"{cmd_name}_command")
        return loaded

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then each command with the first clause of its sentence."""
        super().format_options(ctx, formatter)
        words = words_of(ctx)
        with formatter.section(words("help.commands")):
            formatter.write_dl([(name, words(f"cli.{name}")) for name in self.modules])


as_json = click.option("--json", "as_json", is_flag=True)
"""The option that every command with data has."""
