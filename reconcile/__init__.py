"""Reads news articles about the same happenings and shows, fact by fact, who said what and what contradicts.

From Python, the same three steps as the command line takes:

    articles, problems = reconcile.sources.read_articles(["seeds"])
    book = reconcile.rulebook.load()
    found = reconcile.pipeline.report(articles, problems, book)
"""
