// Connections to one database are real SQLite connections. The driver makes sql.js open one file several
// times by a trick (src/sqljs): this would notice a sql.js that names its files otherwise.
import { expect, test } from "./playground.js";

const PROGRAM = `from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite:///shelf.db", poolclass=QueuePool, connect_args={"timeout": 0})
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE book (title TEXT)"))
with engine.connect() as one, engine.connect() as two:
    one.execute(text("INSERT INTO book VALUES ('Emma')"))
    print(two.scalar(text("SELECT count(*) FROM book")))
    two.rollback()
    try:
        two.execute(text("INSERT INTO book VALUES ('Dune')"))
    except OperationalError as error:
        print(error.orig)
    two.rollback()
    one.commit()
    print(two.scalar(text("SELECT count(*) FROM book")), two.scalar(text("PRAGMA integrity_check")))
other = create_engine("sqlite://")
with other.connect() as conn:
    print(conn.scalar(text("SELECT count(*) FROM sqlite_master")))
`;

test("two connections share a database, do not see what is not committed, and lock each other out", async ({ playground }) => {
  await playground.open();
  expect(await playground.run(PROGRAM)).toBe("finished");
  // As with SQLAlchemy on CPython.
  expect(await playground.printed()).toBe("0\ndatabase is locked\n1 ok\n0\n");
});
