"""A text to read over the whole screen: an article with its claims, or the help. In: what gives its lines."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from reconcile.review.looks import BAR, DIM, Line, Piece, padded, words
from reconcile.review.screen.drawn import Drawn, Source, laid

_STEPS = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 0, "space": 0, "pageup": 0, "home": 0, "end": 0}
_LEAVE = ("escape", "q", "o", "enter", "ctrl+q", "ctrl+c", "question_mark", "f1")


class Reading(Screen[None]):
    """Shows lines from `row` on, and scrolls; any of several keys leads back."""

    DEFAULT_CSS = """
    Reading Drawn { background: ansi_default; }
    Reading #head, Reading #foot { height: 1; overflow-y: hidden; }
    Reading #text { height: 1fr; padding: 0 1; }
    """

    def __init__(self, title: str, lines: Source, *, row: int | None = None) -> None:
        super().__init__()
        self._title, self._lines, self._row = title, lines, row

    def compose(self) -> ComposeResult:
        """A title, the text, and the keys."""
        yield Drawn(id="head")
        yield Drawn(id="text")
        yield Drawn(id="foot")

    def on_mount(self) -> None:
        """Lay it out."""
        self.query_one("#head", Drawn).show(lambda columns: laid([_bar(self._title, columns)]))
        keys = " ↑ ↓ pgup pgdn home end scroll   esc back"
        self.query_one("#foot", Drawn).show(lambda columns: laid([padded((Piece(keys, DIM),), columns)]))
        self.query_one("#text", Drawn).show(self._lines)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._row is not None:
            text = self.query_one("#text", Drawn)
            text.scroll_to(y=max(self._row - text.size.height // 3, 0), animate=False)

    def on_key(self, event: events.Key) -> None:
        """Scroll, or go back."""
        event.stop()
        event.prevent_default()
        text = self.query_one("#text", Drawn)
        if event.key in _LEAVE:
            self.dismiss(None)
        elif event.key in ("home", "end"):
            text.scroll_to(y=0 if event.key == "home" else text.virtual_size.height, animate=False)
        elif event.key in _STEPS:
            page = max(text.size.height - 1, 1)
            step = _STEPS[event.key] or (-page if event.key == "pageup" else page)
            text.scroll_to(y=text.scroll_offset.y + step, animate=False)


def _bar(title: str, columns: int) -> Line:
    return padded((words(f" {title}", BAR),), columns, BAR)
