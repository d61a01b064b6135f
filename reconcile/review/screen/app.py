"""The desk as an application. In: a session and keys. Out: what actions ask of the session, and its answers."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual import events
from textual.app import App

from reconcile.decisions import spelled
from reconcile.errors import JournalError, ReconcileError
from reconcile.keys import ACTIONS, DECIDE, keymap, keys_of
from reconcile.model import Claim
from reconcile.report.words import number_of, outlet_in_words, value_in_words
from reconcile.review.choice import Choice, offers
from reconcile.review.frame import help_lines, sign
from reconcile.review.passage import whole
from reconcile.review.screen.asking import Offered, Pick, Write
from reconcile.review.screen.desk import DeskScreen
from reconcile.review.screen.drawn import laid
from reconcile.review.screen.reading import Reading
from reconcile.review.session import Session

_LOOK_EVERY = 1.0  # seconds between looks at the journal while no key is pressed
_RULINGS = {action.name for action in ACTIONS if action.group == DECIDE} - {"skip"}
_OF_ALL = ("confirmed", "update", "scope", "unsure")
_OF_A_SIDE = ("other-event", "misread")
_NO_FILTER = "no filter"


class Desk(App[None], inherit_bindings=False):
    """Goes through the conflicts of a session. `configured` gives actions other keys."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    ModalScreen { background: transparent; }
    """

    def __init__(self, session: Session, configured: Mapping[str, str]) -> None:
        super().__init__(ansi_color=True)
        self.theme = next((name for name in ("ansi-dark", "textual-ansi") if name in self.available_themes), self.theme)
        self.session, self._configured = session, configured
        self._left, self._surprised = False, ""
        self.desk = DeskScreen(session, keymap(configured), configured, self.ask)

    def on_mount(self) -> None:
        """Open the desk, and look now and then at what others decide; who ends the process finds the terminal whole."""
        self.push_screen(self.desk)
        with suppress(NotImplementedError, RuntimeError):  # not on Windows, nor in a thread
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._leave)
        self.set_interval(_LOOK_EVERY, self._look)

    def on_app_focus(self, _: events.AppFocus) -> None:
        """Look at once when an editor comes back."""
        self._look()

    # --- actions

    def ask(self, name: str) -> None:
        """Do what a key or a click asks for; of what others did meanwhile an editor hears before ruling."""
        if self._left:
            return
        try:
            news = self._take_in()
        except JournalError as error:
            self._say(f"{error}; put that right first", warn=True)
            if name not in ("leave", "help", "article"):
                return
            news = ""
        surprised, self._surprised = self._surprised, ""
        if surprised and name in _RULINGS:
            self._say(f"{surprised} Have a look, then rule.", warn=True)
            return
        self._do(name, news)

    def _take_in(self) -> str:
        """Draw what others have decided since. Where that changes the conflict under an editor's finger, the next key
        that would rule on it only says so. Raises JournalError."""
        before = self.session.current
        news = self.session.news()
        if news:
            self.desk.draw(same=self.session.current == before)
            self._say(news)
            self._surprised = news if self.session.current != before else self._surprised
        return news

    def _do(self, name: str, news: str) -> None:
        try:
            said = self._actions()[name]()
        except ReconcileError as error:
            self._say(f"Not kept: {error}" if isinstance(error, JournalError) else str(error), warn=True)
            return
        if said is not None:
            self._say(" ".join(filter(None, (news, said))))

    def _actions(self) -> Mapping[str, Callable[[], str | None]]:
        """What each action does; a sentence to say, or None where nothing is to be said yet."""
        session, desk = self.session, self.desk
        return {
            **{name: partial(self._rule, name) for name in _OF_ALL},
            **{name: partial(self._rule_on_side, name) for name in _OF_A_SIDE},
            "accept": self._accept,
            "skip": lambda: self._drawn(session.skip()),
            "comment": self._comment,
            "undo": lambda: self._drawn(f"{session.undo()} {self._key('redo')} restores it."),
            "redo": lambda: self._kept(session.redo()),
            "take-back": lambda: self._drawn(session.take_back()),
            "again": lambda: self._drawn(session.again()),
            "next": lambda: self._drawn(session.next_open()),
            "previous": lambda: self._drawn(session.next_open(-1)),
            "down": lambda: self._go(session.at + 1),
            "up": lambda: self._go(session.at - 1),
            "first": lambda: self._go(0),
            "last": lambda: self._go(len(session.rows)),
            "page-down": lambda: desk.scroll(1),
            "page-up": lambda: desk.scroll(-1),
            "side": desk.turn_side,
            "next-pair": lambda: desk.turn_pair(1),
            "previous-pair": lambda: desk.turn_pair(-1),
            "article": self._article,
            "filter": self._filter,
            "search": self._search,
            "everything": lambda: self._drawn(session.show(Choice(view=session.choice.view))),
            "view": lambda: self._drawn(session.turn_view()),
            "help": self._help,
            "leave": self._leave,
        }

    def _rule(self, name: str) -> str:
        return self._kept(self.session.rule(name))

    def _rule_on_side(self, name: str) -> str:
        claim = self.desk.claim
        if claim is None:
            return "There is no claim in focus to say that of."
        return self._kept(self.session.rule_on(name, claim))

    def _accept(self) -> str | None:
        case, shown = self.session.current, self.session.ruled.view
        fact = shown.book.facts.get(case.finding.fact) if case is not None else None
        if case is None or fact is None:
            return "There is no value to accept here."
        offered = [
            Offered(
                one.value,
                f"{value_in_words(one.value, fact.kind, shown.book)} ({one.value})",
                number_of(one.origins, "origin"),
            )
            for one in case.finding.values
        ]
        at = str(self.desk.claim.value) if self.desk.claim is not None else ""

        def accepted(value: str | None) -> None:
            if value is not None:
                self._guarded(lambda: self._kept(self.session.rule("accept", value=value)))

        title = f" Accept as {case.fact.lower()}: what is to be printed?"
        text, draft = self.session.values.get(case.key, ""), self.session.draft_value
        pick = Pick(title, offered, at=at, check=lambda typed: spelled(typed, fact, shown.book), text=text, typed=draft)
        self.push_screen(pick, accepted)
        return None

    def _comment(self) -> str | None:
        case = self.session.current
        if case is None:
            return "There is no conflict to comment on."
        before = self.session.comments.get(case.key, "")

        def commented(text: str | None) -> None:
            if text is not None:
                self._guarded(lambda: self._drawn(self.session.comment(text), same=True))

        self.push_screen(Write(f"Comment on {case.fact.lower()}", before, self.session.draft, keep=True), commented)
        return None

    def _search(self) -> None:
        before = self.session.choice

        def narrow(text: str) -> None:
            self.session.show(replace(before, search=" ".join(text.split())))
            self.desk.draw()

        def searched(text: str | None) -> None:
            if text is None:
                narrow(before.search)

        self.push_screen(Write("Show conflicts with these words", before.search, narrow, keep=False), searched)

    def _filter(self) -> None:
        choice = self.session.choice
        found = list(offers(self.session.cases, choice))
        marks = {one: " (now)" if getattr(choice, one.by) == one.value else "" for one in found}
        offered = [Offered("", _NO_FILTER)] if choice.narrows else []
        offered += [Offered(str(n), f"{one.by}: {one.name}", f"{one.count}{marks[one]}") for n, one in enumerate(found)]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                one = found[int(answer)] if answer else None
                wanted = replace(choice, **{one.by: one.value}) if one is not None else Choice(view=choice.view)
                self._say(self._drawn(self.session.show(wanted)))

        self.push_screen(Pick(" Show only …", offered), chosen)

    def _article(self) -> str | None:
        claim = self.desk.claim
        if claim is None:
            return "There is no article in focus."
        shown = self.session.ruled.view
        article = shown.article(claim)
        try:
            text = self.session.ruled.material.read(article).text
        except OSError as gone:
            return str(gone)
        columns = max(self.size.width - 4, 20)
        lines, at = whole(text, self._claims_of(claim), claim, columns)
        title = f"{outlet_in_words(article, shown.book)}  {article.published[:10]}  {article.id}"
        self.push_screen(Reading(title, lambda _: laid(lines), row=at))
        return None

    def _claims_of(self, claim: Claim) -> list[Claim]:
        return [one for one in self.session.ruled.view.claims.values() if one.article == claim.article]

    def _help(self) -> None:
        self.push_screen(Reading("All keys", lambda columns: laid(help_lines(self._configured, columns))))

    def _leave(self) -> None:
        self._left = True
        self.exit()

    # --- within

    def _go(self, row: int) -> str:
        self.session.go(row)
        return self._drawn("")

    def _drawn(self, said: str, *, same: bool = False) -> str:
        self.desk.draw(same=same)
        return said

    def _kept(self, said: str) -> str:
        return self._drawn(f"{said} {self._key('undo')} takes it back.")

    def _key(self, name: str) -> str:
        return sign(keys_of(name, self._configured)[0])

    def _guarded(self, do: Callable[[], str]) -> None:
        try:
            self._say(do())
        except ReconcileError as error:
            self._say(f"Not kept: {error}", warn=True)

    def _say(self, text: str, *, warn: bool = False) -> None:
        self.desk.say(text, warn=warn)

    def _look(self) -> None:
        if self.screen is not self.desk:
            return
        try:
            self._take_in()
        except JournalError as error:
            self._say(f"{error}; put that right first", warn=True)
