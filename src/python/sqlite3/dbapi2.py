"""The driver module under the name that SQLAlchemy imports."""

import sqlite3

globals().update((name, value) for name, value in vars(sqlite3).items() if name[:2] != "__")
