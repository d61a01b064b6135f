"""Sentences made ready to match, and the rules that match them.

In: recognised slots, wording rules. Out: the rules that fired, with their slots."""
