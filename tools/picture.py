"""Takes the pictures of the page that README.md shows. In: reports/report.html. Out: docs/page.png and docs/figure.png.

Run it from the project's folder after the page has changed: python tools/picture.py (needs Chromium)"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FIGURE = "section[data-fact=death_toll][data-status=conflict]"
_TALL = 760  # pixels of each picture


def main() -> None:
    """Take both pictures in light colours."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": _TALL}, reduced_motion="reduce")
        address = Path("reports/report.html").absolute().as_uri()
        page.goto(address)
        page.screenshot(path="docs/page.png")
        page.set_viewport_size({"width": 1360, "height": 1000})
        page.goto(f"{address}#{page.locator(_FIGURE).get_attribute('id')}")
        page.wait_for_timeout(500)
        box = page.locator(_FIGURE).bounding_box() or {"x": 0, "y": 0, "width": 1360, "height": _TALL}
        page.screenshot(path="docs/figure.png", clip={**box, "height": _TALL})
        browser.close()


if __name__ == "__main__":
    main()
