"""The words that click itself shows, in our own catalogue: its texts pass through the standard library's gettext."""

import gettext
import os

from logeerhuis_app import paths
from logeerhuis_app.i18n import DOMAIN, N_

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("%(prog)s, version %(version)s"),
    N_("Aborted!"),
    N_("Error: {message}"),
    N_("Error: invalid input"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing parameter: {param_name}"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Try '{command} {option}' for help."),
    N_("default: {default}"),
    N_("env var: {var}"),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("Choose from:\n\t{choices}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Error: The two entered values do not match."),
)
"""By click 8.5.1; those with a plural are in ``PLURALS``."""


def _plurals() -> None:
    """Never called: names the plural texts of click for the catalogue."""
    from logeerhuis_app.i18n import ngettext

    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2)
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 2)
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 2)
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2)
    ngettext("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given.", 2)


def install(language: str = "nl") -> None:
    """Let click speak it. The standard library asks the environment which language; so it is told there."""
    gettext.bindtextdomain(DOMAIN, str(paths.resource("locale")))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
