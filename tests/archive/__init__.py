"""The archive: what is stored comes back as it was, from SQLite and PostgreSQL alike."""
