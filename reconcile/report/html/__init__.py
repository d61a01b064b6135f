"""The report as one self-contained page. In: a report. Out: HTML that needs no network and no script to be read.

`page` fills the templates, `facts` and `texts` say what stands in them, `pictures/` draws. What an article says reaches
the page as text only: every expression of a template is made inert and escaped (`page.environment`)."""

from __future__ import annotations

from reconcile.report.html.page import write

__all__ = ["write"]
