"""Findings -> output formats: `writers` is the table of them, `saved` reads back what one of them wrote."""
