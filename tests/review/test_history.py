"""What an editor can take back and restore is what the journal says, whatever was done before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.decisions import Decision, decide, standing
from reconcile.review.history import history, later

EVIDENCE = [
    {"origin": "o", "value": "1", "article": "a", "text": "", "quote": "", "start": 0, "rule": "", "wrong": False}
]


def ruling(number: int, by: str) -> Decision:
    on = {"event": f"ev-{number}", "fact": "death_toll", "value": "", "evidence": EVIDENCE}
    return decide("confirmed", on, at=at(number), by=by)


def at(number: int) -> str:
    return f"2023-06-12T10:{number // 60:02}:{number % 60:02}.000000Z"


class Model:
    """The two stacks of any editor with undo and redo, and nothing else."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []


@given(st.lists(st.sampled_from(["rule", "undo", "redo", "other"]), max_size=40))
def test_undo_and_redo_are_those_of_any_editor(steps: list[str]) -> None:
    journal: list[Decision] = []
    model = Model()
    for number, step in enumerate(steps):
        before = history(journal, "Ann")
        assert [one.id for one in before.done] == model.done
        assert [one.id for one in before.undone] == model.undone
        if step in ("rule", "other"):
            made = ruling(number, "Ann" if step == "rule" else "Bob")
            journal.append(made)
            if step == "rule":
                model.done.append(made.id)
                model.undone.clear()
        else:
            stack, onto = (model.done, model.undone) if step == "undo" else (model.undone, model.done)
            found = before.done if step == "undo" else before.undone
            if found:
                journal.append(decide(step, {"decision": found[-1].id}, at=at(number), by="Ann"))
                onto.append(stack.pop())
    after = history(reversed(journal), "Ann")
    assert [one.id for one in after.done] == model.done
    assert set(model.done) == {one.id for one in standing(journal) if one.by == "Ann"}


@given(st.lists(st.sampled_from(["rule", "undo", "redo"]), max_size=30), st.integers(0, 30))
def test_all_that_was_undone_can_be_redone(steps: list[str], depth: int) -> None:
    journal = [ruling(number, "Ann") for number, step in enumerate(steps) if step == "rule"]
    before = [one.id for one in history(journal, "Ann").done]
    number = len(steps)
    for kind in ("undo", "redo"):
        for _ in range(min(depth, len(before))):
            found = history(journal, "Ann")
            which = (found.done if kind == "undo" else found.undone)[-1]
            journal.append(decide(kind, {"decision": which.id}, at=at(number), by="Ann"))
            number += 1
    assert [one.id for one in history(journal, "Ann").done] == before
    assert {one.id for one in standing(journal)} == set(before)


def test_what_another_takes_back_is_not_there_to_take_back() -> None:
    mine = ruling(1, "Ann")
    taken = decide("undo", {"decision": mine.id}, at=at(2), by="Bob")
    assert history([mine, taken], "Ann").done == []
    assert history([mine, taken], "Ann").undone == []
    assert history([mine, taken], "Bob").undone == [mine]
    restored = decide("redo", {"decision": mine.id}, at=at(3), by="Bob")
    assert history([mine, taken, restored], "Ann").done == [mine]


def test_a_decision_is_later_than_what_it_is_about_though_a_clock_is_behind() -> None:
    assert later(at(2), [at(1)]) == at(2)
    assert later(at(1), [at(2)]) == "2023-06-12T10:00:02.000001Z"
    assert later(at(1), ["one day"]) == at(1)
