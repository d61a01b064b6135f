"""The report in the field's standards, schema.org, W3C Web Annotation and W3C PROV. In: a report. Out: JSON-LD.

What one of them names (an article, a statement, an event, who decides) has the same identifier in the others, so that
the three can be put together. docs/exports.md says what stands for what, and why."""
