"""What is true of any text, whatever it reports: one module for each sort of thing that is seen in it.

In: text. Out: spans, values, likenesses."""
