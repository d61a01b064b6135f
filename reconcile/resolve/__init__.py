"""From the claims of an event to findings: `findings` is the way in, `words` says values as a reader reads them."""
