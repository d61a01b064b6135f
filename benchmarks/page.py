"""What a long page costs. In: how many articles, each with ten claims. Out: seconds to write it, and to open it.

    .venv/bin/python -m benchmarks.page [N]

The articles are those of the tests (tests/report/html/batch.py) with three kilobytes of text more each. It is opened in
Chromium from a file: until the page is loaded and drawn, the processor time of its own thread in that, a search
through everything, and a link to a claim deep in the texts. Other work on the machine makes all but that longer."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.report.html.batch import large_page
from tests.report.html.conftest import CHROMIUM

SEARCH = """() => { const form = document.querySelector('.filters'), began = performance.now();
  form.elements.q.value = 'outlet 33'; form.dispatchEvent(new Event('input', {bubbles: true}));
  const took = () => performance.now() - began - 120;  // it waits for the next key for so long
  return new Promise(done => setTimeout(() => requestAnimationFrame(() => done(took())), 121)) }"""
FOUND = "id => document.getElementById(id) && document.getElementById(id).getBoundingClientRect().top < innerHeight"


def opened(page: Page, address: str, last: str) -> str:
    """What opening `address` took, in words."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    began = time.perf_counter()
    page.goto(address)
    page.screenshot()
    took = time.perf_counter() - began
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    searched = page.evaluate(SEARCH)
    began = time.perf_counter()
    page.goto(f"{address}#{last}")
    page.wait_for_function(FOUND, arg=last)
    linked = time.perf_counter() - began
    return (
        f"drawn {took:.2f} s, its thread {metrics['TaskDuration']:.2f} s, search {searched:.0f} ms, link {linked:.2f} s"
    )


def main() -> None:
    """Print what a page of N articles takes."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    began = time.process_time()
    html = large_page(many, 10, 3000)
    print(
        f"{many} articles, {many * 10} claims: {time.process_time() - began:.1f} s, {len(html.encode()) / 1e6:.1f} MB"
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for _ in range(3):
            print(opened(browser.new_page(), path.as_uri(), f"m-c-{many - 1}x9"))
        browser.close()


if __name__ == "__main__":
    main()
