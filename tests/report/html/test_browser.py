"""A page as its readers use it: in a real browser, with a mouse, with keys alone, without scripts, on paper, small."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.report.html.batch import large_page, page
from tests.report.html.conftest import Open, Visit

AXE = ((320, "light"), (1440, "dark"))  # each width and each scheme once: it takes some seconds
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"


def at(made: Visit) -> str:
    return str(made.page.url).partition("#")[2]


def in_view(made: Visit, selector: str) -> bool:
    made.page.wait_for_timeout(120)
    box = made.page.locator(selector).first.bounding_box()
    return box is not None and -2 < box["y"] < 900


def test_a_claim_leads_to_its_place_in_the_text_and_back(visit: Open) -> None:
    made = visit(page())
    link = made.page.locator(".f.conflict .q a").first
    target = link.get_attribute("href") or ""
    link.click()
    assert at(made) == target[1:]
    assert in_view(made, target)
    made.page.locator(target).click()
    assert at(made) == target.removeprefix("#m-")
    assert in_view(made, f"#{at(made)}")


def test_events_findings_and_claims_have_deep_links_that_open_what_they_lie_in(visit: Open) -> None:
    made = visit(page())
    found = made.page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter(id => /^(ev|f|c)-[0-9a-f]+$/.test(id))"
    )
    assert {one.split("-")[0] for one in found} == {"ev", "f", "c"}
    for identity in (found[0], found[len(found) // 2], found[-1]):
        made = visit(page(), f"#{identity}")
        assert in_view(made, f"#{identity}")


def test_filters_choose_by_severity_status_fact_event_outlet_and_words(visit: Open) -> None:
    made = visit(page())
    seen = made.page.locator(".f:visible")
    everything = seen.count()

    def chosen(name: str, value: str) -> list[str]:
        made.page.select_option(f"[name={name}]", value)
        made.page.wait_for_timeout(200)
        return list(seen.evaluate_all("found => found.map(one => one.dataset.status + ' ' + one.dataset.fact)"))

    assert {one.split()[0] for one in chosen("status", "conflict")} == {"conflict"}
    assert {one.split()[1] for one in chosen("fact", "death_toll")} == {"death_toll"}
    assert "findings" in made.page.locator(".filters .count").inner_text()
    made.page.click("button[type=reset]")
    made.page.wait_for_timeout(200)
    assert seen.count() == everything
    made.page.select_option("[name=event]", label="Earthquake, Porto, 2024-11-04")
    made.page.wait_for_timeout(200)
    assert made.page.locator("section.e:visible").count() == 1
    made.page.click("button[type=reset]")
    made.page.select_option("[name=outlet]", label="Evening Courier")
    made.page.wait_for_timeout(200)
    assert made.page.locator("article.t:visible").count() == 1
    made.page.click("button[type=reset]")
    made.page.fill("[name=q]", "EARTHQUAKE mayor")
    made.page.wait_for_timeout(300)
    assert 0 < seen.count() < everything
    assert made.page.locator("article.t:visible").count() == 2


def test_two_texts_stand_side_by_side_with_what_both_speak_of(visit: Open) -> None:
    made = visit(page())
    made.page.locator("a.pair[data-a]").first.click()
    dialog = made.page.locator("dialog.pairs[open]")
    assert dialog.locator(".pane article.t").count() == 2
    assert dialog.locator(".lit").count() == 2
    left, right = (dialog.locator(".pane").nth(at).bounding_box() for at in (0, 1))
    assert left and right and left["y"] == right["y"] and left["x"] < right["x"]
    assert "contradiction" in dialog.locator(".shared").inner_text()
    before = dialog.locator(".pane article.t").nth(1).get_attribute("id")
    dialog.locator("[name=pair-b]").select_option(index=2)
    assert dialog.locator(".pane article.t").nth(1).get_attribute("id") != before
    link = dialog.locator(".shared td a").last
    link.click()
    assert dialog.locator(f"{link.get_attribute('href')}.lit, {link.get_attribute('href')} + .lit").count() == 1
    address = made.page.url
    made.page.keyboard.press("Escape")
    assert made.page.locator("#articles > article.t").count() == 9
    assert "pair=" not in made.page.url
    again = visit(page(), "#" + address.partition("#")[2])
    assert again.page.locator("dialog.pairs[open] .pane article.t").count() == 2


def test_wording_is_copied(visit: Open) -> None:
    made = visit(page(), permissions=["clipboard-read", "clipboard-write"])
    wording = made.page.locator(".f.conflict .wording").first
    wording.locator("button").click()
    made.page.wait_for_function("document.querySelector('.wording button').textContent === 'Copied'")
    assert made.page.evaluate("navigator.clipboard.readText()") == wording.locator("q").inner_text()


def test_keys_alone_are_enough_and_can_be_switched_off(visit: Open) -> None:
    made = visit(page())
    made.page.keyboard.press("Tab")
    assert made.page.evaluate("document.activeElement.className") == "skip"
    made.page.keyboard.press("n")
    first = made.page.evaluate("document.activeElement.id")
    assert made.page.locator(f"#{first}").get_attribute("data-status") == "conflict"
    made.page.keyboard.press("j")
    assert made.page.evaluate("document.activeElement.id") != first
    made.page.keyboard.press("/")
    assert made.page.evaluate("document.activeElement.name") == "q"
    made.page.keyboard.press("?")  # in a field it is a letter
    assert made.page.locator("dialog[open]").count() == 0
    made.page.keyboard.press("Escape")
    made.page.evaluate("document.activeElement.blur()")
    made.page.keyboard.press("?")
    made.page.locator("dialog.keys [name=keys]").uncheck()
    made.page.keyboard.press("Escape")
    made.page.keyboard.press("s")
    assert made.page.locator("dialog[open]").count() == 0


def test_nothing_in_an_article_runs_is_fetched_or_reorders_what_stands_beside_it(visit: Open) -> None:
    made = visit(page())
    made.page.evaluate(UNFOLD)
    assert made.page.evaluate("window.broken") is None
    assert made.page.locator("main img, main svg[onload], main style, main script").count() == 0
    assert "\u202e" not in made.page.content()
    assert "\\u202e" in made.page.locator("div.text").nth(2).text_content()
    assert made.page.locator("a[href^=javascript]").count() == 0


def test_the_policy_holds_in_the_browser(visit: Open) -> None:
    made = visit(page())
    refused = made.page.evaluate(
        """() => new Promise(done => {
            const found = [], body = document.body, make = (tag) => document.createElement(tag);
            document.addEventListener('securitypolicyviolation', one => found.push(one.effectiveDirective));
            body.append(Object.assign(make('style'), {textContent: 'body{}'}));
            body.append(Object.assign(make('img'), {src: 'https://example.com/x.png'}));
            body.appendChild(make('p')).setAttribute('style', 'color:red');
            try { body.insertAdjacentHTML('beforeend', '<b>x</b>'); } catch (error) { found.push(error.name); }
            setTimeout(() => done(found), 300);
        })"""
    )
    assert {"style-src-elem", "img-src", "style-src-attr", "TypeError"} <= set(refused)
    assert made.complaints
    made.complaints.clear()
    made.requests[:] = [url for url in made.requests if "example.com" not in url]


def test_all_is_there_without_scripts(visit: Open) -> None:
    for html in (page(), large_page()):
        made = visit(html, java_script_enabled=False)
        assert made.page.locator(".filters").is_hidden()
        assert made.page.locator(".prov tbody tr").count() > 10
        assert made.page.locator("div.text .m").count() > 10
        made.page.locator("div.text .m").nth(3).click()
        assert at(made).startswith("c-")


def test_a_long_page_keeps_what_is_not_looked_at_and_finds_it_all_the_same(visit: Open) -> None:
    made = visit(large_page())
    assert made.page.locator("noscript").count() > 100
    made.page.fill("[name=q]", "outlet 33")
    made.page.wait_for_timeout(400)
    assert made.page.locator("article.t:visible").count() == 3
    made = visit(large_page(), "#m-c-150x7")
    assert in_view(made, "#m-c-150x7")
    made.page.locator("#m-c-150x7").click()
    assert in_view(made, "#c-150x7")
    assert made.page.locator("#c-150x7").inner_text().startswith(("19", "Outlet 0"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_at_every_width_the_page_does_not_scroll_sideways_and_axe_finds_nothing(
    visit: Open, width: int, scheme: str
) -> None:
    made = visit(page(), viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    made.page.evaluate(UNFOLD)
    assert made.page.evaluate("document.documentElement.scrollWidth") <= width
    if (width, scheme) not in AXE:
        return
    found = Axe().run(made.page)
    assert found.response["violations"] == [], found.generate_report()
    if width == 1440:
        made.page.locator("[data-do=compare]").click()
        found = Axe().run(made.page)
        assert found.response["violations"] == [], found.generate_report()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_there_is_a_way_to_each_event(visit: Open, *, scripts: bool) -> None:
    made = visit(page(), viewport={"width": 380, "height": 800}, java_script_enabled=scripts)
    if scripts:
        assert made.page.locator(".jump a").first.is_hidden()
        made.page.locator(".jump > summary").click()
    link = made.page.locator(".jump a").nth(1)
    assert link.is_visible()
    link.click()
    assert made.page.url.endswith(link.get_attribute("href") or "-")


def test_a_picture_that_is_wider_than_its_place_says_so_and_scrolls_by_key(visit: Open) -> None:
    made = visit(page(), viewport={"width": 380, "height": 800})
    box = made.page.locator("figure.blame .scroll.edged").first
    box.scroll_into_view_if_needed()
    assert made.page.locator("figure.blame .wider").first.is_visible()
    box.focus()
    made.page.keyboard.press("ArrowRight")
    made.page.wait_for_timeout(500)  # it scrolls smoothly
    assert box.evaluate("one => one.scrollLeft") > 0
    wide = visit(page())
    assert wide.page.locator(".wider").first.is_hidden()


def test_a_day_is_not_broken_at_its_hyphens(visit: Open) -> None:
    made = visit(page(), viewport={"width": 320, "height": 800})
    rows = "[...document.querySelectorAll('.day-of')].map((day) => day.getClientRects().length)"
    assert set(made.page.evaluate(rows)) <= {0, 1}


def test_paper_has_the_facts_without_what_only_a_screen_needs(visit: Open) -> None:
    made = visit(page())
    made.page.emulate_media(media="print", color_scheme="dark")
    assert made.page.locator("nav.side").is_hidden()
    assert made.page.locator(".filters").is_hidden()
    assert made.page.locator(".wording button").first.is_hidden()
    assert made.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    made.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert made.page.locator("details.f:not([open])").count() == 0
    assert len(made.page.pdf(format="A4")) > 10_000
    made.page.evaluate("dispatchEvent(new Event('afterprint'))")
