"""Figures and the people they count: numbers with bounds, groups with their nouns, persons by name.

In: folded text, masked sentences. Out: counts; masked sentences with their groups as slots."""
