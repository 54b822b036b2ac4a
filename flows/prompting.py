"""The prompt of ``dateline sql``: questions typed one after the other, with history and completion."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from flows.answers import write_answer
from flows.errors import CommandError
from flows.printing import print_rows
from warehouse.questions import QuestionError, ask, is_complete, vocabulary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WELCOME = "Questions in SQL, ended by `;`. `.tables` lists what can be asked, `.help` all else, Ctrl-D ends."

HELP = """\
.tables            every view, macro and table, in one line each
.describe NAME     what NAME is, an example, and its columns
.export FILE       the last answer into FILE (.csv, .json or .parquet)
.help              this list
.quit              leave, as Ctrl-D does
A question ends with `;` and may have many lines. Tab completes, the arrows go through earlier questions, Ctrl-C drops
what is typed or stops what runs. Only questions are answered (select, from, describe, summarize, explain, ...).
"""

_KEYWORDS = (
    *("select", "from", "where", "group by", "order by", "limit", "having", "join", "left join", "using", "on", "and"),
    *("or", "not", "in", "is null", "is not null", "between", "like", "ilike", "case", "when", "then", "else", "end"),
    *("with", "as", "distinct", "union all", "desc", "nulls last", "count(*)", "min", "max", "string_agg", "qualify"),
    *(
        "describe",
        "summarize",
        "explain",
        "show tables",
        "date",
        "interval",
        "filter",
        "over",
        "partition by",
        "exclude",
    ),
)
_COMMANDS = (".tables", ".describe", ".export", ".help", ".quit")
_WORD = re.compile(r"[.\w]+$")


class Prompt:
    """Answers what is typed about one warehouse: questions in SQL, and commands that begin with a dot."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._last: str | None = None
        self._commands: Mapping[str, Callable[[str], None]] = {
            ".tables": self._tables,
            ".describe": self._describe,
            ".export": self._export,
            ".help": lambda _: _say(HELP),
        }

    def answer(self, text: str) -> bool:
        """Print the answer to ``text``; false when it asks to leave. A mistake is explained and harms nothing."""
        words = text.strip().rstrip(";").split(maxsplit=1)
        if not words:
            return True
        if words[0] in {".quit", ".exit", "quit", "exit"}:
            return False
        try:
            self._answer(text, words)
        except (QuestionError, CommandError, OSError) as error:
            _say(f"{error}\n")
        except KeyboardInterrupt:
            _say("stopped\n")
        return True

    def _answer(self, text: str, words: Sequence[str]) -> None:
        if not words[0].startswith("."):
            self._ask(text)
        elif words[0] in self._commands:
            self._commands[words[0]](words[1].strip() if len(words) > 1 else "")
        else:
            raise CommandError(f"{words[0]} is not known; `.help` lists what is")

    def _ask(self, question: str) -> None:
        names, rows = ask(self._connection, question)
        self._last = question
        print_rows(names, rows)
        _say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}\n")

    def _tables(self, _: str) -> None:
        rows = self._connection.execute("from contents").fetchall()
        print_rows(["kind", "name", "documentation"], [[*row[:2], _first_sentence(row[2])] for row in rows])

    def _describe(self, name: str) -> None:
        question = "from contents where lower(regexp_extract(name, '^\\w+')) = lower(?)"
        found = self._connection.execute(question, [name.split("(", maxsplit=1)[0]]).fetchone()
        if found is None:
            raise CommandError(f"nothing is called {name!r}; `.tables` lists all names")
        kind, title, documentation = found
        print(f"{kind} {title}\n{documentation}\n")
        if kind != "macro":
            columns = "select column_name, data_type, comment from duckdb_columns() where table_name = ?"
            print_rows(["column", "type", "meaning"], self._connection.execute(columns, [name.lower()]).fetchall())

    def _export(self, path: str) -> None:
        if self._last is None:
            raise CommandError("nothing has been asked yet")
        if not path:
            raise CommandError("name a file, as in `.export answer.csv`")
        count = write_answer(self._connection, self._last, Path(path).expanduser())
        _say(f"wrote {count} rows to {path}\n")


def _say(text: str) -> None:
    """Tell the person; answers go to stdout, all else to stderr."""
    sys.stdout.flush()
    sys.stderr.write(text)
    sys.stderr.flush()


def _first_sentence(text: str | None) -> str:
    return re.split(r"(?<=[.:]) (?=[A-Z])| Example: ", text or "")[0]


class NameCompleter(Completer):
    """Completes commands, SQL words, and the names of tables, views, macros and columns.

    Columns of the tables that the question already names come first.
    """

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._names = names

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
        """The words that the word before the cursor begins."""
        found = _WORD.search(document.text_before_cursor)
        word = found.group() if found else ""
        for candidate in self._candidates(document, word):
            yield Completion(candidate, start_position=-len(word))

    def _candidates(self, document: Document, word: str) -> Iterator[str]:
        if document.text_before_cursor.lstrip() == word and word.startswith("."):
            yield from (command for command in _COMMANDS if command.startswith(word))
            return
        # behind a point stands a column: complete what follows it
        prefix, _, beginning = word.rpartition(".")
        if beginning or prefix:
            words = dict.fromkeys([*self._near(document.text), *self._names, *_KEYWORDS, *self._all_columns()])
            yield from (f"{prefix}.{each}" if prefix else each for each in words if each.startswith(beginning.lower()))

    def _near(self, text: str) -> Iterator[str]:
        """Columns of the tables that the question names."""
        named = set(re.findall(r"\w+", text.lower()))
        return (column for table, columns in self._names.items() if table in named for column in columns)

    def _all_columns(self) -> Iterator[str]:
        return (column for columns in self._names.values() for column in columns)


def history() -> History:
    """Earlier questions: in a file of the user (``$XDG_STATE_HOME/dateline/sql_history``), where one can be written."""
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "dateline"
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / "sql_history").touch()
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(home / "sql_history"))


def converse(connection: DuckDBPyConnection) -> None:
    """Read questions from the terminal and answer them, until Ctrl-D or ``.quit``."""
    prompt = Prompt(connection)
    session: PromptSession[str] = PromptSession(
        "dateline> ", history=history(), completer=NameCompleter(vocabulary(connection)), complete_while_typing=False
    )
    session.multiline = Condition(lambda: _needs_more(session.default_buffer.text))
    session.prompt_continuation = "      ... "
    _say(WELCOME + "\n")
    while (text := _typed(session)) is not None and prompt.answer(text):
        pass


def _needs_more(text: str) -> bool:
    """Whether Enter begins a new line: a question is not at its end, a command or nothing is at once."""
    begun = text.strip()
    return bool(begun) and not begun.startswith(".") and begun not in {"quit", "exit"} and not is_complete(text)


def _typed(session: PromptSession[str]) -> str | None:
    while True:
        try:
            return session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return None
