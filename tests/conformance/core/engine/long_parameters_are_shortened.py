"""What the log and the error text do with many or long parameters, and hide_parameters on top of it."""
from sqlalchemy import bindparam, create_engine, text
from sqlalchemy.exc import StatementError

for hide in False, True:
    engine = create_engine("sqlite://", echo=True, hide_parameters=hide)
    with engine.connect() as conn:
        conn.execute(text("SELECT :a"), {"a": "x" * 400})
        conn.execute(text("SELECT :a"), {"a": b"y" * 400})
        conn.execute(text("SELECT :a, :b"), {"a": "short", "b": list_ if (list_ := "z" * 299) else None})
        conn.execute(text("SELECT 1 WHERE 1 IN :many").bindparams(bindparam("many", expanding=True)), {"many": list(range(150))})
        conn.execute(text("CREATE TABLE t (a, b)"))
        for count in 2, 10, 11, 30:
            conn.execute(text("INSERT INTO t VALUES (:a, :b)"), [{"a": i, "b": "n%d" % i} for i in range(count)])
        conn.execute(text("INSERT INTO t VALUES (:a, :b)"), [{"a": i, "b": "w" * 500} for i in range(3)])
        try:
            conn.execute(text("INSERT INTO nowhere VALUES (:a)"), [{"a": i} for i in range(15)])
        except StatementError as exc:
            print(exc)
        try:
            conn.execute(text("INSERT INTO nowhere VALUES (:a)"), {"a": "v" * 1000})
        except StatementError as exc:
            print(exc)
            print(exc.hide_parameters, len(exc.params[0]))
