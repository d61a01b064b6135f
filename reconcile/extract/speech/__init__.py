"""Who says what, in parts: words and their flags, clauses, quotations, subjects, cues, contents, speeches."""
