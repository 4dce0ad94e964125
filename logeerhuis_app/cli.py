"""The command line: the same door without a window, for scheduled work, scripts and proof.

Exit codes: 0 done, 1 refused or problems found (one sentence on the error stream), 2 wrong usage. What a command
does stands in ``commands/`` and is loaded when it is asked for, so that ``--help`` is there at once.
"""

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from logeerhuis_app import i18n
from logeerhuis_app.clock import Clock, SystemClock
from logeerhuis_app.commands.context import Setting
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import click_words

F = TypeVar("F", bound=Callable[..., Any])
REFUSED = 1

i18n.install("nl")
click_words.install("nl")
_ = i18n._  # after the language is known: the help texts below are made when this file is read


class HouseGroup(click.Group):
    """A group whose refusals are one Dutch sentence and never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserFacingError as refusal:
            from logeerhuis_app.i18n.error_texts import error_text

            click.echo(error_text(refusal), err=True)
            ctx.exit(REFUSED)


def _store(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def store(ctx: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:
            setattr(ctx.ensure_object(Setting), name, value)

    return store


def _store_server(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Another kind of database would be a house without a lock."""
    if value is not None and not value.startswith("postgresql"):
        raise click.BadParameter(_("only a PostgreSQL server: postgresql+psycopg://…"), ctx, parameter)
    _store("database")(ctx, parameter, value)


def where_and_who(command: F) -> F:
    """The options every command takes, before or after its name."""
    options = (
        click.option("--data", type=click.Path(path_type=Path), metavar=_("FOLDER"), expose_value=False,
                     callback=_store("data"), help=_("Data folder of the house.")),
        click.option("--database", metavar="URL", expose_value=False, callback=_store_server,
                     help=_("House on a PostgreSQL server, for example postgresql+psycopg://server/house.")),
        click.option("--user", metavar=_("NAME"), expose_value=False, callback=_store("user"),
                     help=_("User name; or LOGEERHUIS_USER in the environment.")),
        click.option("--password-file", type=click.Path(path_type=Path), metavar=_("FILE"), expose_value=False,
                     callback=_store("password_file"),
                     help=_("File with the password on its first line; or LOGEERHUIS_PASSWORD in the environment.")),
        click.option("--json", "as_json", is_flag=True, expose_value=False, callback=_store("as_json"),
                     help=_("Print one JSON object instead of a table.")),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group(
    cls=HouseGroup,
    invoke_without_command=True,
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help=_("Logeerhuis: plan stays, hand over, declare the month. Without a command the window opens."),
)
@click.version_option(package_name="logeerhuis")
@where_and_who
@click.pass_context
def cli(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        from logeerhuis_app.app import run_window

        setting = ctx.ensure_object(Setting)
        ctx.exit(run_window(setting.place(), setting.clock))


def house_command(name: str, help_text: str) -> Callable[[F], click.Command]:
    def make(function: F) -> click.Command:
        return cli.command(name, help=help_text, options_metavar=_("[OPTIONS]"))(
            where_and_who(click.pass_obj(function))
        )

    return make


def out_file(name: str = "--to", *, required: bool = True) -> Callable[[F], F]:
    return click.option(
        name, "to", type=click.Path(path_type=Path, dir_okay=False), required=required, metavar=_("FILE"),
        help=_("File to write."),
    )  # fmt: skip


@house_command("demo", _("Build the practice house in the data folder and print its users and passwords."))
@click.option("--size", type=click.Choice(["klein", "groot"]), default="klein", show_default=True,
              help=_("klein: three houses, 18 beds; groot: 40 beds, two years."))  # fmt: skip
@click.option("--seed", type=int, default=1, show_default=True, help=_("Another number gives other guests and stays."))
@click.option("--again", is_flag=True, help=_("Throw away the practice house that is there; never another house."))
def demo(setting: Setting, size: str, seed: int, again: bool) -> None:
    from logeerhuis_app.commands.demo import run

    run(setting, size, seed, again=again)


@house_command(
    "new-house", _("Make a real house in an empty data folder or on an empty server, with its first manager.")
)
@click.option("--name", required=True, metavar=_("NAME"), help=_("Name of the house."))
@click.option("--location", default="", metavar=_("NAME"), help=_("Name of the first location; default: of the house."))
@click.option("--beds", required=True, metavar=_("NUMBER|NAMES"),
              help=_("So many rooms with one bed each, or their names: “Garden,Sea,Room 3”."))  # fmt: skip
@click.option("--manager", required=True, metavar=_("NAME"),
              help=_("First and last name of the first manager; --user is the name to log in with."))  # fmt: skip
@click.option("--recovery-code", "paper", type=click.Path(path_type=Path, dir_okay=False), metavar=_("FILE"),
              help=_("Write the recovery code to this PDF; otherwise it is shown once."))  # fmt: skip
def new_house(setting: Setting, name: str, location: str, beds: str, manager: str, paper: Path | None) -> None:
    from logeerhuis_app.commands.new_house import run

    run(setting, name, location, beds, manager, paper)


@house_command("import", _("Take over a whole house from a JSON file into an empty one: all or nothing."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option("--dry-run", is_flag=True, help=_("Check only; change nothing."))
def import_(setting: Setting, file: Path, dry_run: bool) -> None:
    from logeerhuis_app.commands.exchange import run_import

    run_import(setting, file, dry_run=dry_run)


@house_command("export", _("Write the whole house as JSON, or what is known of one guest (right of access)."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar=_("FILE"))
@click.option("--guest", metavar=_("NUMBER"), help=_("Guest number: only this guest; a name in .pdf gives paper."))
@click.option(
    "--given-to",
    type=click.Choice(["huis", "gast", "vertegenwoordiger", "huisarts"]),
    default="huis",
    show_default=True,
    help=_("With --guest: who asked for it; that is put on record."),
)
@click.option("--name", default="", metavar=_("NAME"), help=_("Name of the representative or the GP."))
@click.option("--ground", default="", metavar=_("WORDS"), help=_("On what ground the representative asks."))
def export(setting: Setting, file: Path, guest: str | None, given_to: str, name: str, ground: str) -> None:
    if guest is not None:
        from logeerhuis_app.commands import guest_file

        guest_file.run(setting, file, guest, given_to=given_to, name=name, ground=ground)
        return
    from logeerhuis_app.commands.exchange import run_export

    run_export(setting, file)


@house_command("book", _("Place a booking, or say in a sentence why not."))
@click.option("--guest", required=True, metavar=_("NUMBER"), help=_("Guest number, for example 0113."))
@click.option("--bed", required=True, metavar=_("CODE"), help=_("Bed code, for example PLZ-3."))
@click.option("--from", "first", required=True, metavar=_("DATE"), help=_("Day of arrival: 2026-12-01 or 1-12-2026."))
@click.option("--to", "last", required=True, metavar=_("DATE"), help=_("Day of departure; that night is not booked."))
@click.option("--confirm", is_flag=True, help=_("Confirm at once; otherwise it is an option."))
@click.option("--anyway", is_flag=True, help=_("Book in spite of warnings; they are put on record."))
def book(setting: Setting, guest: str, bed: str, first: str, last: str, confirm: bool, anyway: bool) -> None:
    from logeerhuis_app.commands.book import run

    run(setting, guest, bed, first, last, is_confirmed=confirm, anyway=anyway)


@house_command("declare", _("Check the declarations of a month and write the paper of each payer."))
@click.argument("month", metavar=_("YYYY-MM"))
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True, metavar=_("FOLDER"),
              help=_("Folder for the papers."))  # fmt: skip
@click.option("--fix", is_flag=True, help=_("Fix them: number, copy and lock. Refused while a question is open."))
@click.option("--payer", "payers", multiple=True, metavar=_("CODE"), help=_("Only this payer; may be repeated."))
def declare(setting: Setting, month: str, to: Path, fix: bool, payers: Sequence[str]) -> None:
    from logeerhuis_app.commands.declare import run

    run(setting, month, to, fix=fix, payers=payers)


@house_command("handover", _("Print the house overview and the guest cards of a shift."))
@click.option("--date", "day", metavar=_("DATE"), help=_("Default: today."))
@click.option("--shift", type=click.Choice(["ochtend", "avond", "nacht"]), help=_("Default: the shift that runs now."))
@click.option("--location", metavar=_("CODE"), help=_("Only this location, for example PLZ."))
@out_file()
def handover(setting: Setting, day: str | None, shift: str | None, location: str | None, to: Path) -> None:
    from logeerhuis_app.commands.handover import run

    run(setting, day, shift, location, to)


@house_command("backup", _("Write a checked backup of the house, locked like the house itself."))
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, metavar=_("FILE"),
              help=_("File to write, or a folder: then the backup gets a name with date and time."))  # fmt: skip
def backup(setting: Setting, to: Path) -> None:
    from logeerhuis_app.commands.backup import run_backup

    run_backup(setting, to)


@house_command("restore", _("Show what putting back a backup would undo, ask, and do it; the old house is kept."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
def restore(setting: Setting, file: Path, yes: bool) -> None:
    from logeerhuis_app.commands.backup import run_restore

    run_restore(setting, file, is_sure=yes)


@house_command("verify", _("Check that the house or a backup is whole, and that no line of its log was changed."))
@click.argument("file", type=click.Path(path_type=Path), required=False, metavar=_("FILE"))
def verify(setting: Setting, file: Path | None) -> None:
    from logeerhuis_app.commands.verify import run_backup, run_house

    if file is not None:
        run_backup(setting, file)
    else:
        run_house(setting)


@house_command("self-test", _("Try the program: make an empty house, open the window, make a PDF, load Dutch."))
def self_test(setting: Setting) -> None:
    from logeerhuis_app.selftest import run

    run(setting)


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one command; gives the exit code."""
    setting = Setting(clock or SystemClock())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows code page has no Ł; a name half shown beats a crash
    try:
        code = cli.main(arguments, prog_name="logeerhuis", obj=setting, standalone_mode=False)
    except click.ClickException as wrong_usage:
        wrong_usage.show()
        return wrong_usage.exit_code
    except click.Abort:
        click.echo("\n" + _("Stopped."), err=True)
        return REFUSED
    return code if isinstance(code, int) else 0
