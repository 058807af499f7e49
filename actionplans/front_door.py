"""Turns every way that a command can end into one exit code and one line that says why."""

import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import click

CONVERTED = 0
USAGE = 1
SOME_REFUSED = 2
INTERRUPTED = 3
CANNOT_WRITE = 4
OUR_FAULT = 70


class FrontDoor(click.Group):
    """The command group: commands return their exit code, and errors are mapped to theirs."""

    def main(  # type: ignore[override] # always ends the process, as the base does by default
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run a command and end the process with its exit code."""
        extra["standalone_mode"] = False
        sys.exit(self._exit_code(args, prog_name, extra))

    def _exit_code(
        self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]
    ) -> int:
        try:
            return int(super().main(args, prog_name, **extra) or CONVERTED)
        except click.ClickException as error:
            error.show()
            return USAGE
        except click.Abort:
            return _say("interrupted; run the same command again to go on from here", INTERRUPTED)
        except Exception as error:
            return _unexpected(error)


def _unexpected(error: Exception) -> int:
    from actionplans.cluster import NoScheduler
    from export.atomic import CannotWrite

    if isinstance(error, NoScheduler):
        return _say(str(error), USAGE)
    if isinstance(error, CannotWrite):
        return _say(str(error), CANNOT_WRITE)
    traceback.print_exception(error)
    return _say("this is a fault of actionplans; please report the lines above", OUR_FAULT)


def _say(line: str, code: int) -> int:
    click.echo(line, err=True)
    return code
