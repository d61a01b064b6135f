"""The desk's main screen: the list of conflicts and the selected one. In: a session. Out: what is drawn of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from reconcile.model import Claim
from reconcile.review.cases import Case
from reconcile.review.frame import foot, head
from reconcile.review.listing import height, row
from reconcile.review.looks import WARN, Line, Piece, words, wrap
from reconcile.review.page import Looked, Page, page
from reconcile.review.pairs import Pair, pairs
from reconcile.review.screen.drawn import Drawn, Laid, laid
from reconcile.review.session import Session

WIDE = 120  # columns from which on the conflict stands beside the list
_SOME = 4  # rows that the list has at least


Ask = Callable[[str], None]  # do the action of that name


class DeskScreen(Screen[None]):
    """Draws a session: `side` and `pair` are what is looked at of the selected conflict.

    What keys and clicks ask for is handed to `ask` as the name of an action."""

    DEFAULT_CSS = """
    DeskScreen Drawn { background: ansi_default; }
    DeskScreen #head, DeskScreen #status, DeskScreen #foot { overflow-y: hidden; }
    DeskScreen #head, DeskScreen #status { height: 1; }
    DeskScreen #body { height: 1fr; layout: vertical; }
    DeskScreen #list { border-bottom: solid ansi_bright_black; }
    DeskScreen #detail { height: 1fr; padding: 0 0 0 1; }
    DeskScreen.-wide #body { layout: horizontal; }
    DeskScreen.-wide #list { width: 40%; border-bottom: none; border-right: solid ansi_bright_black; }
    DeskScreen.-wide #detail { width: 1fr; height: 100%; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as textual declares it

    def __init__(self, session: Session, keys: Mapping[str, str], configured: Mapping[str, str], ask: Ask) -> None:
        super().__init__()
        self.session, self._keys, self._configured, self._ask = session, keys, configured, ask
        self._pairs: tuple[Pair, ...] = ()
        self.pair = self.side = 0
        self._page, self._each = Page(()), 1
        self._status: tuple[str, str] = ("", "")

    def compose(self) -> ComposeResult:
        """Head, list, conflict, what was done last, and the keys."""
        yield Drawn(id="head")
        with Container(id="body"):
            yield Drawn(id="list")
            yield Drawn(id="detail")
        yield Drawn(id="status")
        yield Drawn(id="foot")

    def on_mount(self) -> None:
        """Draw everything."""
        self.query_one("#foot", Drawn).show(self._foot)
        self.draw()
        self.call_after_refresh(self._bring)

    def on_resize(self) -> None:
        """Give the keys as many lines as they need."""
        rows = len(foot(self._configured, max(self.size.width, 20)))
        self.query_one("#foot", Drawn).styles.height = rows
        listed = min(max(len(self.session.cases), 1), max(self.size.height // 4, _SOME))
        self.query_one("#list", Drawn).styles.height = "100%" if self.size.width >= WIDE else listed + 1
        self.call_after_refresh(self._bring)

    def on_key(self, event: events.Key) -> None:
        """Hand an action on; other keys do nothing, nor those that came before another screen had opened."""
        event.stop()
        event.prevent_default()
        if self.app.screen is not self:
            return
        pressed = (event.character if event.is_printable else None, event.key)
        name = next((self._keys[key] for key in pressed if key is not None and key in self._keys), None)
        if name is not None:
            self._ask(name)

    # --- what is drawn

    def draw(self, *, same: bool = False) -> None:
        """Draw the session as it is; `same` keeps what is looked at of the conflict, else it begins with its first."""
        case = self.session.current
        self._pairs = pairs(case.finding, self.session.ruled.view) if case is not None else ()
        if not same or self.pair >= len(self._pairs):
            self.pair = self.side = 0
        self.query_one("#head", Drawn).show(lambda columns: laid([head(self.session, columns)]))
        self.query_one("#list", Drawn).show(self._list)
        self.query_one("#detail", Drawn).show(self._detail, top=not same)
        self._bring()

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say something in the line above the keys."""
        self._status = (text, WARN if warn else "")
        status = self.query_one("#status", Drawn)
        lines = wrap([Piece(" "), words(*self._status)], max(self.size.width, 20))
        status.styles.height = min(max(len(lines), 1), 4)
        status.show(lambda columns: laid(wrap([Piece(" "), words(*self._status)], columns)))

    def _bring(self) -> None:
        listed = self.query_one("#list", Drawn)
        listed.bring(self.session.at * self._each + self._each - 1)
        listed.bring(self.session.at * self._each)

    def _list(self, columns: int) -> Laid:
        session = self.session
        if not session.rows:
            return laid(wrap([Piece("  "), words(_NOTHING[session.choice.view])], columns, hang=2))

        self._each = each = height(columns)

        def at(line: int) -> Line:
            number, part = divmod(line, each)
            case = session.rows[number]
            return row(case, columns, part, selected=number == session.at, skipped=case.key in session.skipped)

        return len(session.rows) * each, at

    def _detail(self, columns: int) -> Laid:
        case = self.session.current
        self._page = self._paged(case, columns) if case is not None else Page(())
        return laid(self._page.lines)

    def _paged(self, case: Case, columns: int) -> Page:
        ruled = self.session.ruled
        comment = self.session.comments.get(case.key, "")
        looked = Looked(self._pairs[self.pair], self.pair, len(self._pairs), self.side, comment)
        return page(case, looked, ruled.view, ruled.material.read, columns)

    def _foot(self, columns: int) -> Laid:
        return laid([one for one, _ in foot(self._configured, columns)])

    # --- what is looked at

    @property
    def claim(self) -> Claim | None:
        """The claim of the side in focus."""
        sides = self._pairs[self.pair].sides if self._pairs else ()
        return sides[self.side] if self.side < len(sides) else None

    def turn_side(self) -> None:
        """Focus the other side."""
        self.look(self.pair, 1 - self.side)

    def turn_pair(self, step: int) -> None:
        """Look at other two of the conflict's values."""
        if self._pairs:
            self.look((self.pair + step) % len(self._pairs), 0)

    def look(self, pair: int, side: int) -> None:
        """Look at that pair, with that side in focus."""
        sides = len(self._pairs[pair].sides) if self._pairs else 0
        moved = pair != self.pair
        self.pair, self.side = pair, max(0, min(side, sides - 1))
        self.query_one("#detail", Drawn).show(self._detail, top=moved)

    def scroll(self, pages: int) -> None:
        """Scroll the conflict by so many pages."""
        detail = self.query_one("#detail", Drawn)
        detail.scroll_to(y=detail.scroll_offset.y + pages * max(detail.size.height - 1, 1), animate=False)

    def on_drawn_chosen(self, event: Drawn.Chosen) -> None:
        """Select the conflict, focus the side, or do the action that was clicked on."""
        if event.drawn.id == "list" and event.row < len(self.session.rows) * self._each:
            self.session.go(event.row // self._each)
            self.draw()
        elif event.drawn.id == "detail":
            sides = enumerate(self._page.sides)
            inside = (n for n, (rows, columns) in sides if event.row in rows and event.column in columns)
            self.look(self.pair, next(inside, self.side))
        elif event.drawn.id == "foot":
            places = foot(self._configured, event.drawn.columns)[event.row][1]
            for columns, name in places:
                if event.column in columns:
                    self._ask(name)


_NOTHING = {
    "open": "No open conflict is like that.",
    "all": "No conflict is like that.",
    "decided": "Nobody has ruled on a conflict like that.",
}
