"""The command line, one file per command.

A command is a module with ``NAME``, ``HELP``, ``add_arguments(parser)`` and ``run(arguments) -> exit code``; a new file
is found by itself. Whatever is slow to import is imported inside ``run``, so that ``dateline --help`` answers at once.
A mistake of the user is a :class:`flows.errors.CommandError`: one line on stderr, exit code 1.
"""
