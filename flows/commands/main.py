"""The entry point ``dateline``: finds the commands, reads the command line, and turns mistakes into one clear line."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn, Protocol

import flows.commands
from flows.environment import prepare_memory
from flows.errors import CommandError
from flows.rules import code_version

DESCRIPTION = "Raw news articles in, one calendar of dated, quoted, cross-checked events out."


class Command(Protocol):
    """What a module of ``flows.commands`` offers; ``run`` returns the exit code."""

    NAME: str
    HELP: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class _OneLineParser(argparse.ArgumentParser):
    """A parser whose complaint is one line, with the way to more."""

    def error(self, message: str) -> NoReturn:
        """Say ``message`` in one line and end with code 2."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that ``words`` (default: the command line) name; returns the exit code.

    0 is success, 1 a failed check or an unusable input or disk, 2 a wrong command line, 130 an interrupt.
    """
    prepare_memory()
    arguments = _parser().parse_args(words)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except (CommandError, OSError) as error:
        sys.stderr.write(f"dateline: {_line_of(error)}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("dateline: interrupted\n")
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _OneLineParser(prog="dateline", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"dateline {code_version()}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in commands():
        subparser = subparsers.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser


def commands() -> Iterator[Command]:
    """Every command, in the order of the names of their modules."""
    for module in sorted(pkgutil.iter_modules(flows.commands.__path__), key=lambda module: module.name):
        if module.name != "main":
            loaded: Command = importlib.import_module(f"flows.commands.{module.name}")
            if hasattr(loaded, "NAME"):
                yield loaded


def _line_of(error: CommandError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename is not None else error.strerror
    return " ".join(str(error).split())


def _reader_left() -> int:
    """Whoever read our output has enough (``| head``); keep Python from complaining about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
