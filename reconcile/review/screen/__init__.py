"""The desk on a terminal. In: a session. Out: what is drawn, and what keys and the mouse ask of the session.

Nothing is decided here, and the lines come laid out; this is the home of textual."""

from __future__ import annotations
