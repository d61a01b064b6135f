"""The desk as an editor uses it: every key and every state, on screens of several sizes, with the mouse and without."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reconcile.decisions import read
from reconcile.model import Article
from reconcile.review.screen.app import Desk
from reconcile.review.screen.drawn import Drawn
from reconcile.review.session import Session
from tests.review.desk import TEXTS, screen, session, shown, write_articles

Walk = Callable[[Desk, Pilot[None]], Awaitable[None]]
LONG = "A fire at a market in York killed {} people on Monday, police said. " + "The stalls stood close together. " * 60
HOSTILE = (
    "A fire at [bold]the[/] market \x1b[31m in \u202eHull killed {} people on Monday, [@click=app.exit]police[/] said."
)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("screen") / "news")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


def walk(desk: Session, *steps: Walk, size: tuple[int, int] = (80, 24), keys: dict[str, str] | None = None) -> None:
    """Open the desk and do all steps."""

    async def go() -> None:
        app = Desk(desk, keys or {})
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for step in steps:
                await step(app, pilot)

    asyncio.run(go())


def press(*keys: str) -> Walk:
    async def step(_: Desk, pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return step


def sees(*words: str) -> Walk:
    async def step(app: Desk, pilot: Pilot[None]) -> None:
        await pilot.pause()
        on_it = " ".join(shown(app).split())
        for word in words:
            assert word in on_it, on_it

    return step


def sees_no(*words: str) -> Walk:
    async def step(app: Desk, _: Pilot[None]) -> None:
        on_it = " ".join(shown(app).split())
        for word in words:
            assert word not in on_it, on_it

    return step


@pytest.mark.parametrize(
    ("key", "kind", "says"),
    [
        ("c", "confirmed", "Kept: a conflict, confirmed; Death toll. z takes it back."),
        ("u", "update", "Kept: an update; Death toll."),
        ("s", "scope", "Kept: of different scope; Death toll."),
        ("d", "unsure", "Kept: in doubt; Death toll."),
        ("e", "other-event", "Kept: another event 4; Death toll."),
        ("w", "misread", "Kept: read wrongly 4; Death toll."),
    ],
)
def test_one_key_rules_and_goes_on(news: Path, journal: Path, key: str, kind: str, says: str) -> None:
    walk(session(news, journal), press(key), sees(says, "2 of", "▶ MEDIUM"))
    assert [one.kind for one in read(journal)] == [kind]


def test_the_side_in_focus_is_the_one_that_was_read_wrongly(news: Path, journal: Path) -> None:
    walk(
        session(news, journal), sees("▶A 4", " B 6"), press("tab"), sees(" A 4", "▶B 6"), press("w"), sees("wrongly 6")
    )
    assert read(journal)[0].on["value"] == "6"


def test_a_value_is_picked(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("a"),
        sees("Accept as death toll", "▶ 4 (4)"),
        press("down", "enter"),
        sees("accepted 6"),
    )
    assert read(journal)[0].on["value"] == "6"


def test_a_value_is_typed_and_checked(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("a", "x", "enter"),
        sees("as typed: x", "death_toll:"),
        press("backspace", *"5+", "enter"),
        sees("Kept: accepted 5+"),
    )
    assert read(journal)[0].on["value"] == "5+"


def test_picking_can_be_left(news: Path, journal: Path) -> None:
    walk(session(news, journal), press("a", "escape"), sees("3 of 3 open"))
    assert not journal.exists()


def test_undo_redo_and_take_back(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("c", "s", "z"),
        sees("Taken back: of different scope; Death toll, by Ann. y restores it.", "2 of 3 open"),
        press("z"),
        sees("3 of 3 open"),
        press("ctrl+y"),
        sees("Restored: a conflict, confirmed", "2 of 3 open"),
        press("v", "v"),
        sees("1/1 ruled on", "✓confirmed", "ruled a confirmed conflict, by Ann"),
        press("x"),
        sees("Taken back", "3 of 3 open"),
    )
    assert [one.kind for one in read(journal)] == ["confirmed", "scope", "undo", "undo", "redo", "undo"]


def test_going_about(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("j"),
        sees("2/3"),
        press("down"),
        sees("3/3"),
        press("down"),
        sees("3/3"),
        press("k", "up"),
        sees("1/3"),
        press("G"),
        sees("3/3"),
        press("g"),
        sees("1/3"),
        press("n"),
        sees("2/3"),
        press("p"),
        sees("1/3"),
        press("space"),
        sees("2/3", "Skipped: Death toll", "skipped"),
    )


def test_the_pairs_of_a_conflict_in_turn_the_most_serious_first(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("j"),
        sees("(pair 1 of 3)", "▶A 12"),
        press("."),
        sees("(pair 2 of 3)"),
        press(","),
        press(","),
        sees("(pair 3 of 3)"),
        press("."),
        sees("(pair 1 of 3)"),
    )


def test_what_differs_is_marked_by_more_than_colour(news: Path, journal: Path) -> None:
    async def looks(app: Desk, _: Pilot[None]) -> None:
        detail = app.desk.query_one("#detail", Drawn)
        pieces = [segment for y in range(12) for segment in detail.render_line(y)]
        reversed_ = [segment.text for segment in pieces if segment.style and segment.style.reverse]
        assert reversed_ == ["4", "6"]
        assert sum("⟦" in segment.text for segment in pieces) == 2

    walk(session(news, journal), sees("⟦killed 4", "⟦killed 6"), looks)


def test_a_comment_goes_with_the_ruling(news: Path, journal: Path) -> None:
    walk(session(news, journal), press("m", *"as told", "enter"), sees("“as told” goes with your ruling"), press("c"))
    assert read(journal)[0].note == "as told"


def test_a_comment_that_was_begun_is_asked_about_when_leaving(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("m", "h", "i", "escape"),
        sees("You have begun to write"),
        press("k"),
        sees("“hi” goes"),
    )
    walk(
        session(news, journal),
        press("m", "h", "i", "ctrl+q"),
        sees("You have begun to write"),
        press("d"),
        sees_no("“hi”"),
    )
    walk(session(news, journal), press("m", "h", "escape", "x", "o", "enter"), sees("“ho” goes"))
    walk(session(news, journal), press("m", "escape"), sees_no("You have begun"))


def test_a_comment_that_is_being_typed_survives_a_kill(news: Path, journal: Path, tmp_path: Path) -> None:
    state = tmp_path / "desk.json"
    walk(session(news, journal, state=state), press("m", *"half"))  # and no more: the process is gone
    walk(session(news, journal, state=state), sees("“half” goes with your ruling"))


def test_a_value_that_is_being_typed_survives_a_kill(news: Path, journal: Path, tmp_path: Path) -> None:
    state = tmp_path / "desk.json"
    walk(session(news, journal, state=state), press("a", *"1"))  # and no more: the process is gone
    walk(session(news, journal, state=state), press("a"), sees("as typed: 1"), press("1", "enter"), sees("11"))
    assert [one.on["value"] for one in read(journal)] == ["11"]


def test_a_value_that_was_given_up_is_not_there_again(news: Path, journal: Path, tmp_path: Path) -> None:
    state = tmp_path / "desk.json"
    walk(session(news, journal, state=state), press("a", *"99", "escape", "a"), sees_no("as typed: 99"))


def test_filter_and_search(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("f"),
        sees("severity: high", "fact: Death toll", "outlet: Northern Post", "event: crash, Derby"),
        press(*"bell", "enter"),
        sees("1/2 open · Evening Bell"),
        press("f", "enter"),  # no filter
        sees("/3 open"),
        press("slash", *"leeds inj"),
        sees("1/1 open · “leeds inj”"),
        press("enter"),
        sees("1/1"),
        press("escape"),
        sees("/3 open"),
        press("slash", "x", "y"),
        sees("No open conflict is like that."),
        press("escape"),
        sees("/3 open"),
    )


def test_the_whole_article_with_its_claims(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("o"),
        sees("Northern Post 2023-06-10", "▶⟦killed 4 people⟧◀", " ⟦Friday⟧"),  # which is meant is seen without colour
        press("q"),
        sees("▶A 4"),
    )


def test_the_article_begins_where_the_claim_is(tmp_path: Path, journal: Path) -> None:
    texts = {
        name: (outlet, "2023-05-08", "Fire in York", "Nobody knows why.\n\n" * 40 + LONG.format(toll))
        for name, outlet, toll in (("a", "Outlet A", 4), ("b", "Outlet B", 9))
    }
    long = write_articles(tmp_path / "long", texts)
    walk(session(long, journal), press("enter"), sees("⟦killed 4 people⟧"), press("home"), sees_no("⟦killed 4 people⟧"))


def test_long_words_scroll(tmp_path: Path, journal: Path) -> None:
    texts = {
        name: (outlet, "2023-05-08", "Fire in York", LONG.format(toll))
        for name, outlet, toll in (("a", "Outlet A", 4), ("b", "Outlet B", 9))
    }
    long = write_articles(tmp_path / "long", texts)
    walk(
        session(long, journal),
        sees_no("given 4"),
        press("pagedown", "pagedown"),
        sees("given"),
        press("pageup", "ctrl+u"),
        sees("▶A 4"),
    )


def test_the_help_has_all_keys_on_one_screen(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("?"),
        sees("it is a conflict", "leave; everything is kept", "take back this one's ruling"),
    )
    walk(session(news, journal), press("f1"), sees("All keys"), press("escape"), sees("3 of 3 open"))


def test_keys_are_those_of_the_configuration(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("c"),
        sees("3 of 3 open"),
        press("K"),
        sees("2 of 3 open"),
        keys={"confirmed": "K"},
    )


def test_leaving(news: Path, journal: Path) -> None:
    async def is_over(app: Desk, pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert not app.is_running or app._exit

    for key in ("q", "ctrl+q", "ctrl+c"):
        walk(session(news, journal), press(key), is_over)


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (200, 50), (60, 20), (40, 15), (20, 8)])
def test_every_size_shows_the_conflict(news: Path, journal: Path, size: tuple[int, int]) -> None:
    def fits(app: Desk, pilot: Pilot[None]) -> Awaitable[None]:
        async def look() -> None:
            await pilot.pause()
            lines = screen(app)
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)

        return look()

    walk(
        session(news, journal),
        fits,
        press("j"),
        fits,
        press("c"),
        sees("2 of 3"[: size[0]]) if size[0] >= 40 else fits,
        size=size,
    )


def test_the_sides_stand_one_below_the_other_where_it_is_narrow(news: Path, journal: Path) -> None:
    async def rows(app: Desk, _: Pilot[None]) -> None:
        lines = screen(app)
        assert [n for n, line in enumerate(lines) if "▶A 4" in line] != [
            n for n, line in enumerate(lines) if " B 6" in line
        ]

    walk(session(news, journal), rows, size=(60, 40))


def test_a_wide_screen_has_the_list_beside_the_conflict(news: Path, journal: Path) -> None:
    async def beside(app: Desk, _: Pilot[None]) -> None:
        assert any("HIGH" in line and "Death toll: Crash" in line for line in screen(app))

    walk(session(news, journal), beside, size=(140, 30))


def test_resizing_lays_out_anew(news: Path, journal: Path) -> None:
    async def grow(app: Desk, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(150, 40)
        await pilot.pause()
        assert any("HIGH" in line and "Death toll: Crash" in line for line in screen(app))
        await pilot.resize_terminal(70, 24)
        await pilot.pause()

    walk(session(news, journal), grow, sees("▶A 4"))


def test_the_mouse_selects_focuses_and_does(news: Path, journal: Path) -> None:
    async def click(app: Desk, pilot: Pilot[None]) -> None:
        await pilot.click("#list", offset=(10, 2))
        await pilot.pause()
        assert app.session.at == 2
        await pilot.click("#detail", offset=(60, 4))
        await pilot.pause()
        assert app.desk.side == 1
        await pilot.click("#foot", offset=(3, 0))  # c confirmed
        await pilot.pause()
        assert len(app.session.rows) == 2

    walk(session(news, journal), click)


def test_what_articles_say_is_shown_and_never_acts(tmp_path: Path, journal: Path) -> None:
    texts = {
        name: (outlet, "2023-05-08", "Fire [red]in[/] Hull", HOSTILE.format(toll))
        for name, outlet, toll in (("a", "Outlet [A]", 4), ("b", "Outlet\x1b]0;B\x07", 9))
    }
    folder = write_articles(tmp_path / "news", texts)

    async def inert(app: Desk, _: Pilot[None]) -> None:
        text = shown(app)
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert "\u202e" not in text

    desk = session(folder, journal)
    if desk.current is None:
        pytest.fail("the articles are to be in conflict")
    walk(
        desk,
        inert,
        sees("[bold]the[/]", "Outlet [A]"),
        press("o"),
        inert,
        press("escape", "f"),
        inert,
        sees("[A]"),
        press("escape"),
    )
    walk(desk, press("m", "[", "enter"), inert, sees("“[” goes"))


def test_what_another_editor_rules_is_seen_before_one_rules_oneself(news: Path, journal: Path) -> None:
    async def bob(_: Desk, __: Pilot[None]) -> None:
        session(news, journal, by="Bob", start=50).rule("scope")

    walk(
        session(news, journal),
        bob,
        press("c"),
        sees("Meanwhile Bob made 1 decision. Have a look, then rule.", "2 of 3 open"),
        press("c"),
        sees("1 of 3 open"),
    )
    assert [one.by for one in read(journal)] == ["Bob", "Ann"]


def test_what_came_without_a_key_is_seen_before_one_rules_too(news: Path, journal: Path) -> None:
    async def bob(app: Desk, pilot: Pilot[None]) -> None:
        session(news, journal, by="Bob", start=50).rule("scope")
        while len(app.session.rows) > 2:  # until the desk has looked
            await pilot.pause(0.1)

    walk(
        session(news, journal),
        bob,
        press("c"),
        sees("Have a look, then rule.", "2 of 3 open"),
        press("j", "c"),
        sees("1 of 3"),
    )


def test_a_journal_that_is_broken_meanwhile_stops_rulings_until_it_is_right(news: Path, journal: Path) -> None:
    async def broken(_: Desk, __: Pilot[None]) -> None:
        journal.write_text("<<<<<<<\n")

    async def right(_: Desk, __: Pilot[None]) -> None:
        journal.write_text("")

    walk(
        session(news, journal),
        broken,
        press("c"),
        sees("1:1: no decision", "put that right first", "3 of 3 open"),
        right,
        press("c"),
        sees("2 of 3 open"),
    )


def test_a_ruling_that_cannot_be_kept_is_said_to_be_none(news: Path, tmp_path: Path) -> None:
    walk(session(news, tmp_path / "none" / "d.jsonl"), press("c"), sees("Not kept:", "3 of 3 open"))


def test_new_evidence_is_marked_and_said(tmp_path: Path, journal: Path) -> None:
    folder = write_articles(tmp_path / "news", {name: TEXTS[name] for name in "ab"})
    desk = session(folder, journal)
    while desk.rows:
        desk.rule("confirmed")
    more = write_articles(tmp_path / "more", {name: TEXTS[name] for name in "abc"})
    walk(session(more, journal, start=50), sees("updated", "new", "15 is new, from", "open again"))


def test_a_conflict_without_two_claims_shows_what_is_wrong(tmp_path: Path, journal: Path) -> None:
    text = "A fire at a market in Leeds on Tuesday, 3 May 2023, killed 12 people, police said."
    folder = write_articles(tmp_path / "news", {"a": ("Northern Post", "2023-05-04", "Market fire", text)})
    desk = session(folder, journal)
    if desk.current is None:
        pytest.skip("these rules see no fault here")
    walk(desk, sees("fault"), press("c"), sees("Kept: a conflict, confirmed"))


def test_a_text_that_is_gone_is_said_and_its_quote_shown(news: Path, journal: Path) -> None:
    desk = session(news, journal, saved=True)

    def gone(_: object) -> Article:
        raise OSError("news/a.txt cannot be read any more: only the quote is shown")

    object.__setattr__(desk.ruled.material, "read", gone)
    walk(desk, sees("⟦killed 4 people⟧", "cannot be read any more"), press("o"), sees("cannot be read any more"))


def test_when_all_is_reviewed_it_says_so(news: Path, journal: Path) -> None:
    walk(
        session(news, journal),
        press("c", "c", "c"),
        sees("0 of 3 open", "No open conflict is like that."),
        press("c", "n", "o", "a", "m", "w", "."),
    )
    assert len(read(journal)) == 3
