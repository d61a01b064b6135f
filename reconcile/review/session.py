"""A session at the desk, without a screen. In: what an editor does. Out: rulings in the journal, and what to say of it.

Whatever is decided is on the disk before a sentence says so."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from reconcile.decisions import Decision, conflict_ruled_on, decide, standing
from reconcile.errors import UsageError
from reconcile.model import Claim
from reconcile.review.cases import DECIDED, Case, Key
from reconcile.review.choice import VIEWS, Choice
from reconcile.review.history import history, later
from reconcile.review.journal import Journal
from reconcile.review.material import ACTING, Material
from reconcile.review.resume import Place, leave
from reconcile.review.ruled import Ruled
from reconcile.review.said import about, kept_words, news_words, turned_words

Clock = Callable[[], str]  # the time as decisions carry it


class Session:
    """`rows` are the conflicts to be seen, `current` the selected one.

    `by` decides. `place` is where an editor left, kept in `state` (nowhere where None). What a method returns is a
    sentence for the editor."""

    def __init__(
        self,
        material: Material,
        journal: Journal,
        *,
        by: str,
        clock: Clock,
        place: Place | None = None,
        state: Path | None = None,
        took: float = 0.0,
    ) -> None:
        self.by, self._clock, self._journal, self._state = by, clock, journal, state
        self._ruled = Ruled(material, journal.decisions, took=took)
        place = place or Place()
        self.choice, self.skipped = place.choice, set(place.skipped)
        self.comments, self.values = dict(place.comments), dict(place.values)
        self.last = ""  # the id of the decision that was kept last
        self.rows: tuple[Case, ...] = ()
        self.at = 0
        self._show(place.at)

    @property
    def cases(self) -> tuple[Case, ...]:
        """All conflicts, whatever is chosen to be seen."""
        return self._ruled.cases

    @property
    def ruled(self) -> Ruled:
        """The report with its rulings."""
        return self._ruled

    @property
    def current(self) -> Case | None:
        """The selected conflict, None where none is to be seen."""
        return self.rows[self.at] if self.rows else None

    def open_count(self) -> int:
        """How many conflicts wait for a ruling, whatever is chosen to be seen."""
        return sum(case.state != DECIDED for case in self.cases)

    # --- going about

    def go(self, row: int) -> None:
        """Select a row, the nearest there is."""
        self.at = max(0, min(row, len(self.rows) - 1))
        self._remember()

    def next_open(self, step: int = 1) -> str:
        """Select the next conflict (the one before for -1) that waits for a ruling and was not skipped."""
        for number in range(1, len(self.rows)):
            row = (self.at + step * number) % len(self.rows)
            if self._waits(self.rows[row]):
                self.go(row)
                return ""
        if self.current is not None and self._waits(self.current):
            return "This is the only conflict left to review here."
        return self._none_left()

    def skip(self) -> str:
        """Leave the selected conflict open and go on."""
        if self.current is None:
            return "There is no conflict to skip."
        skipped, label = self.current.key, about(self.current)
        self.skipped.add(skipped)
        done = self.next_open()
        self._remember()
        return done or f"Skipped: {label}. It stays open."

    def show(self, choice: Choice) -> str:
        """Let only those conflicts be seen."""
        self.choice = choice
        self._show(self.current.key if self.current else None)
        self._remember()
        return "" if self.rows else "No conflict is like that; another filter or view may show some."

    def turn_view(self) -> str:
        """Show the open conflicts, all, or those ruled on, in turn."""
        view = VIEWS[(VIEWS.index(self.choice.view) + 1) % len(VIEWS)]
        self.show(replace(self.choice, view=view))
        return {"open": "Open conflicts.", "all": "All conflicts.", "decided": "Those that were ruled on."}[view]

    def comment(self, text: str) -> str:
        """Have a comment go with the ruling to come; with a ruling that is there, keep it at once."""
        case = self.current
        if case is None:
            return "There is no conflict to comment on."
        self.draft(text)
        ruling = case.finding.decision
        words = self.comments.get(case.key, "")
        if not words or case.state != DECIDED or ruling is None:
            return "The comment goes with your ruling." if words else ""
        standing_one = next(one for one in self._journal.decisions if one.id == ruling.decision)
        return self._keep(decide(ruling.kind, standing_one.on, at=self._now(ruling.at), by=self.by, note=words), case)

    def draft(self, text: str) -> None:
        """What has been typed of a comment on the selected conflict so far."""
        if self.current is not None:
            words = " ".join(text.split())
            self.comments.pop(self.current.key, None)
            self.comments |= {self.current.key: words} if words else {}
            self._remember()

    def draft_value(self, text: str) -> None:
        """What has been typed of a value for the selected conflict so far."""
        if self.current is not None and self.values.get(self.current.key, "") != text:
            self.values.pop(self.current.key, None)
            self.values |= {self.current.key: text} if text else {}
            self._remember()

    # --- deciding

    def rule(self, kind: str, *, value: str = "", claims: Collection[str] = ()) -> str:
        """Rule on the selected conflict and go on to the next. Raises UsageError where that cannot be said of it, and
        JournalError where it cannot be kept; nothing is decided then."""
        case = self.current
        if case is None:
            raise UsageError("there is no conflict to rule on")
        if case.finding.status != "conflict" and kind not in ("accept", *ACTING):
            raise UsageError(f"this is no conflict any more; {kind!r} is said of one")
        on = conflict_ruled_on(kind, case.finding, self._ruled.sources, value=value, claims=claims)
        before = case.finding.decision.at if case.finding.decision else ""
        note = self.comments.get(case.key, "")
        return self._keep(decide(kind, on, at=self._now(before), by=self.by, note=note), case)

    def rule_on(self, kind: str, claim: Claim) -> str:
        """Rule on what a claim of the selected conflict says. What is misread is so wherever its article gives the same
        value: else the next of these would take its place. Raises as `rule` does."""
        stated = self._ruled.sources.stated(self.current.finding) if self.current is not None else []
        same = [one for one in stated if (one.article, one.value) == (claim.article, claim.value)]
        meant = same if kind == "misread" else [claim]
        return self.rule(kind, value=str(claim.value), claims=[one.id for one in meant])

    def undo(self) -> str:
        """Take back the newest decision of this editor, of this session or an earlier one. Raises JournalError."""
        done = history(self._journal.decisions, self.by).done
        return self._turn("undo", done[-1]) if done else f"{self.by} has no decision to take back."

    def redo(self) -> str:
        """Restore the decision that this editor took back last. Raises JournalError."""
        undone = history(self._journal.decisions, self.by).undone
        return self._turn("redo", undone[-1]) if undone else "There is nothing to restore."

    def take_back(self) -> str:
        """Take back the ruling on the selected conflict, whoever made it. Raises JournalError."""
        ruling = self.current.finding.decision if self.current else None
        found = [one for one in standing(self._journal.decisions) if ruling is not None and one.id == ruling.decision]
        return self._turn("undo", found[0]) if found else "Nobody has ruled on this conflict."

    def news(self) -> str:
        """Take in what others have decided since, and say so; empty where nothing has. Raises JournalError."""
        come = self._journal.news()
        if come:
            self._follow()
        return news_words(come)

    def again(self) -> str:
        """Make the report anew with all decisions."""
        if self._ruled.material.remake is None:
            return "A saved report stays as it is; the next report has your decisions in it."
        self._follow(anew=True)
        return "The report is up to date with all decisions."

    # --- within

    def _keep(self, decision: Decision, case: Case) -> str:
        self._write(decision)
        self.comments.pop(case.key, None)
        self.values.pop(case.key, None)
        self.skipped.discard(case.key)
        at = self.at
        self._follow()
        if self.current is not None and self.current.key == case.key:  # it still is in its row, in this view
            at += 1
        self._on_from(at)
        return kept_words(decision, case, behind=self._ruled.behind, saved=self._ruled.material.remake is None)

    def _write(self, decision: Decision) -> None:
        self._journal.add(decision)
        self.last = decision.id

    def _on_from(self, row: int) -> None:
        """Go to the first conflict from `row` on that waits for a ruling."""
        waiting = [n for n, case in enumerate(self.rows) if self._waits(case)]
        self.go(next((n for n in waiting if n >= row), waiting[0] if waiting else min(row, len(self.rows) - 1)))

    def _turn(self, kind: str, which: Decision) -> str:
        times = [one.at for one in self._journal.decisions if one.on.get("decision") == which.id]
        self._write(decide(kind, {"decision": which.id}, at=self._now(which.at, *times), by=self.by))
        self._follow()
        return turned_words(kind, which, self._find(which))

    def _find(self, decision: Decision) -> str:
        """Select the conflict that a decision was about, where it is to be seen, and name its fact."""
        finding = self._ruled.finding_of(decision) if "fact" in decision.on else ""
        row = next((n for n, case in enumerate(self.rows) if case.finding.id == finding), None)
        if row is not None:
            self.go(row)
        return next((case.fact for case in self.cases if case.finding.id == finding), "")

    def _now(self, *after: str) -> str:
        own = (one.at for one in self._journal.decisions[-50:] if one.by == self.by)
        return later(self._clock(), (*own, *after))

    def _follow(self, *, anew: bool = False) -> None:
        self._ruled.follow(self._journal.decisions, anew=anew)
        self._show(self.current.key if self.current else None)

    def _show(self, key: Key | None) -> None:
        self.rows = tuple(case for case in self.cases if self.choice.lets(case))
        found = next((n for n, case in enumerate(self.rows) if case.key == key), None)
        self.at = found if found is not None else max(0, min(self.at, len(self.rows) - 1))

    def _waits(self, case: Case) -> bool:
        return case.state != DECIDED and case.key not in self.skipped

    def _none_left(self) -> str:
        skipped = sum(case.state != DECIDED and case.key in self.skipped for case in self.rows)
        if skipped:
            return f"All are reviewed but for {skipped} that you skipped."
        return "All conflicts here are reviewed."

    def _remember(self) -> None:
        if self._state is not None:
            at = self.current.key if self.current else None
            skipped, comments, values = frozenset(self.skipped), dict(self.comments), dict(self.values)
            leave(self._state, Place(at, self.choice, skipped, comments, values))
