"""Lines of text on the screen. In: what gives lines for a width. Out: a widget that draws those that are to be seen.

Only what is seen is drawn, so that it makes no difference how long a list or an article is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reconcile.review import looks
from reconcile.review.looks import Line

Laid = tuple[int, Callable[[int], Line]]  # how many lines, and the line of a row
Source = Callable[[int], Laid]  # for so many columns

_STYLES = {
    looks.DIM: Style(dim=True),
    looks.STRONG: Style(bold=True),
    looks.TITLE: Style(bold=True),
    looks.MARK: Style(bold=True, underline=True),
    looks.DIFFERS: Style(bold=True, reverse=True),
    looks.BAR: Style(reverse=True),
    looks.CURSOR: Style(reverse=True),
    looks.FOCUS: Style(bold=True, color="cyan"),
    looks.GOOD: Style(color="green"),
    looks.WARN: Style(bold=True, color="yellow"),
    looks.KEY: Style(bold=True, color="cyan"),
    looks.HIGH: Style(bold=True, color="red"),
    looks.MEDIUM: Style(bold=True, color="yellow"),
    looks.LOW: Style(bold=True, color="cyan"),
}


def laid(lines: Sequence[Line]) -> Laid:
    """Lines that are there already."""
    return len(lines), lines.__getitem__


class Drawn(ScrollView, can_focus=False):
    """A part of the screen that shows lines and scrolls through them."""

    DEFAULT_CSS = """
    Drawn { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    Drawn.-still { overflow-y: hidden; height: auto; }
    """

    class Chosen(Message):
        """Somebody clicked on a line."""

        def __init__(self, drawn: Drawn, row: int, column: int) -> None:
            super().__init__()
            self.drawn, self.row, self.column = drawn, row, column

        @property
        def control(self) -> Drawn:
            """Where the click was."""
            return self.drawn

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002 - textual's own word
        super().__init__(id=id, classes=classes)
        self._source: Source = lambda _: laid(())
        self._rows, self._line_at = laid(())
        self._columns = 0

    def show(self, source: Source, *, top: bool = False) -> None:
        """Draw what `source` gives, from its beginning on where it is to be seen from the `top`."""
        self._source, self._columns = source, 0
        self._lay()
        if top:
            self.scroll_to(y=0, animate=False)

    @property
    def columns(self) -> int:
        """How many columns there are for text."""
        return self.scrollable_content_region.width

    def on_resize(self, _: events.Resize) -> None:
        """Lay out anew for another width."""
        self._lay()

    def _lay(self) -> None:
        columns = self.columns
        if columns <= 0:
            return
        if columns != self._columns:
            self._columns = columns
            self._rows, self._line_at = self._source(columns)
        self.virtual_size = Size(columns, self._rows)
        self.refresh()

    def bring(self, row: int, *, margin: int = 0) -> None:
        """Scroll so far that `row` is to be seen, with `margin` lines above it where it was not."""
        first, shown = self.scroll_offset.y, max(self.scrollable_content_region.height, 1)
        if row < first or row >= first + shown:
            at = row - margin if margin or row < first else row - shown + 1
            self.scroll_to(y=max(at, 0), animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        row, columns = y + self.scroll_offset.y, self.columns
        base = self.rich_style
        if row >= self._rows:
            return Strip.blank(columns, base)
        pieces = [
            Segment(piece.text, base + _STYLES[piece.look] if piece.look else base) for piece in self._line_at(row)
        ]
        return Strip(pieces).adjust_cell_length(columns, base)

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked on."""
        row = event.y + self.scroll_offset.y
        self.post_message(self.Chosen(self, row, event.x))
