from __future__ import annotations

from reconcile.model import Report
from reconcile.report.timeline import lines, moved, short
from reconcile.report.view import view
from reconcile.report.writers import WRITERS
from tests.written import BOOK, reported, written

FIRE = "{} people were killed in a mine fire in Leeds on 13 May 2024, the mayor said."


def run(*tolls: tuple[str, str]) -> Report:
    letters = zip("ABCD", tolls, strict=False)
    return reported([written(n, FIRE.format(t), outlet=f"Outlet {n}", published=p) for n, (p, t) in letters])


ROSE = run(("2024-05-14", "Eleven"), ("2024-05-15T10:00:00Z", "Seventeen"), ("2024-05-15T10:20:00Z", "Nineteen"))


def test_the_lines_tell_each_time_who_moved_the_figure_and_what_is_disputed_at_one_time() -> None:
    shown = view(ROSE, BOOK)
    (finding,) = (f for f in ROSE.findings if f.fact == "death_toll")
    assert list(lines(finding, shown)) == [
        "14 May 2024: 11 (Outlet A), first.",
        "15 May 2024, 10:00 to 10:20: 17 (Outlet B), update after 11; 19 (Outlet C), update after 11. "
        "At one time: 17 (Outlet B) and 19 (Outlet C) differ and are equally recent.",
    ]
    assert short(finding, shown) == (
        "11 (14 May 2024, Outlet A); update, disputed: 17 (15 May 2024, 10:00 to 10:20, Outlet B); "
        "update, disputed: 19 (15 May 2024, 10:00 to 10:20, Outlet C)"
    )


def test_both_formats_for_people_show_it() -> None:
    assert "Over time:\n\n- 14 May 2024: 11 (Outlet A), first." in WRITERS["markdown"](ROSE, BOOK)
    assert "moved 11 (14 May 2024, Outlet A); update, disputed:" in WRITERS["terminal"](ROSE, BOOK)


def test_nothing_is_told_where_nothing_moved() -> None:
    for still in (run(("2024-05-14", "Eleven"), ("2024-05-15", "Eleven")), run(("2024-05-14", "Eleven"))):
        assert not any(moved(finding) for finding in still.findings)
        assert "Over time" not in WRITERS["markdown"](still, BOOK)
