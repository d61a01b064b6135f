"""What the desk asks for in words: a text, or one of several. In: what is known. Out: the answer, None for none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from reconcile.errors import ReconcileError
from reconcile.review.looks import CURSOR, DIM, STRONG, WARN, Line, Piece, line, padded, words, wrap
from reconcile.review.screen.drawn import Drawn, laid

_LEAVE = ("escape", "ctrl+q", "ctrl+c")


@dataclass(frozen=True, slots=True)
class Offered:
    """One answer to pick: what it comes to, its name, and what is said of it."""

    value: str
    name: str
    aside: str = ""


class Write(ModalScreen[str | None]):
    """Asks for a line of text. `typed` is told of every key; with `keep` a text that was begun is not lost unasked."""

    DEFAULT_CSS = """
    Write { align: center bottom; background: transparent; }
    Write Vertical { height: auto; border: round ansi_cyan; background: ansi_default; }
    Write Input { border: none; height: 1; padding: 0 1; background: ansi_default; }
    Write Input:focus { border: none; }
    """

    def __init__(self, title: str, text: str, typed: Callable[[str], object], *, keep: bool) -> None:
        super().__init__()
        self._title, self._text, self._typed, self._keep = title, text, typed, keep
        self._asking = False

    def compose(self) -> ComposeResult:
        """A title and a line to type in."""
        with Vertical():
            yield Drawn(id="title", classes="-still")
            yield Input(self._text, id="text", select_on_focus=False)

    def on_mount(self) -> None:
        """Begin to type."""
        self._say(self._title)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of what is typed so far."""
        self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """That is the answer."""
        self.dismiss(event.value)

    def on_key(self, event: events.Key) -> None:
        """Leave, but ask what becomes of a text that was begun."""
        if self._asking:
            event.stop()
            event.prevent_default()
            self._answer(event.key)
        elif event.key in _LEAVE:
            event.stop()
            event.prevent_default()
            self._leave()

    def _leave(self) -> None:
        if self._keep and self.query_one(Input).value.strip() != self._text.strip():
            self._asking = True
            self.query_one(Input).disabled = True
            self.set_focus(None)
            self._say("You have begun to write: k keeps it, d drops it, any other key goes on writing", WARN)
        else:
            self.dismiss(None)

    def _answer(self, key: str) -> None:
        self._asking = False
        if key == "k":
            self.dismiss(self.query_one(Input).value)
        elif key == "d":
            self._typed(self._text)
            self.dismiss(None)
        else:
            self.query_one(Input).disabled = False
            self.query_one(Input).focus()
            self._say(self._title)

    def _say(self, text: str, look: str = STRONG) -> None:
        self.query_one("#title", Drawn).show(lambda columns: laid(wrap([Piece(" "), words(text, look)], columns)))


class Pick(ModalScreen[str | None]):
    """Asks for one of several; typing narrows them. `check` takes what is typed as an answer of its own, and raises
    a ReconcileError that says what is allowed. `text` was typed before, `typed` is told of every key."""

    DEFAULT_CSS = """
    Pick { align: center middle; background: transparent; }
    Pick Vertical { width: 90%; max-width: 100; height: 80%; border: round ansi_cyan; background: ansi_default; }
    Pick #answers { height: 1fr; }
    Pick Input { border: none; height: 1; padding: 0 1; background: ansi_default; }
    Pick Input:focus { border: none; }
    """

    def __init__(
        self,
        title: str,
        offered: Sequence[Offered],
        *,
        at: str = "",
        check: Callable[[str], str] | None = None,
        text: str = "",
        typed: Callable[[str], object] = str,
    ) -> None:
        super().__init__()
        self._text, self._typed = text, typed
        self._title, self._all, self._check = title, tuple(offered), check
        self._shown = self._all
        self._at = next((n for n, one in enumerate(self._all) if one.value == at), 0)

    def compose(self) -> ComposeResult:
        """A title, a line to type in, the answers, and what is wrong with one that was typed."""
        with Vertical():
            yield Drawn(id="title", classes="-still")
            asked = "type to narrow" if self._check is None else "type to narrow, or a value"
            yield Input(self._text, placeholder=asked, id="text", select_on_focus=False)
            yield Drawn(id="answers")
            yield Drawn(id="wrong", classes="-still")

    def on_mount(self) -> None:
        """Show all answers."""
        self._say("title", self._title, STRONG)
        self.query_one(Input).focus()
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show those that have the words typed so far."""
        self._typed(event.value)
        typed = event.value.casefold().split()
        self._shown = tuple(one for one in self._all if all(word in one.name.casefold() for word in typed))
        if self._check is not None and typed and event.value.strip() not in [one.value for one in self._all]:
            self._shown = (*self._shown, Offered(event.value, f"as typed: {event.value}"))
        self._at = 0
        self._say("wrong", "", WARN)
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Go up and down among the answers, take one, or leave."""
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}
        if event.key in steps:
            self._at = max(0, min(self._at + steps[event.key], len(self._shown) - 1))
            self._draw()
        elif event.key in _LEAVE:
            self._typed("")
            self.dismiss(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_submitted(self) -> None:
        """Take the answer that is marked."""
        if self._shown:
            self._take(self._shown[self._at])

    def on_drawn_chosen(self, event: Drawn.Chosen) -> None:
        """Take the answer that was clicked on."""
        if event.drawn.id == "answers" and event.row < len(self._shown):
            self._take(self._shown[event.row])

    def _take(self, one: Offered) -> None:
        if self._check is None or one in self._all:
            self.dismiss(one.value)
            return
        try:
            self.dismiss(self._check(one.value))
        except ReconcileError as error:
            self._say("wrong", str(error), WARN)

    def _draw(self) -> None:
        answers = self.query_one("#answers", Drawn)
        answers.show(lambda columns: (len(self._shown), lambda row: self._row(row, columns)))
        answers.bring(self._at)

    def _row(self, row: int, columns: int) -> Line:
        one, here = self._shown[row], row == self._at
        found = line(Piece("▶ " if here else "  "), words(one.name), words(f"  {one.aside}" if one.aside else "", DIM))
        return tuple(Piece(piece.text, CURSOR) for piece in padded(found, columns)) if here else padded(found, columns)

    def _say(self, where: str, text: str, look: str) -> None:
        lines: Callable[[int], list[Line]] = lambda columns: wrap([words(text, look)], columns) if text else []  # noqa: E731
        self.query_one(f"#{where}", Drawn).show(lambda columns: laid(lines(columns)))
