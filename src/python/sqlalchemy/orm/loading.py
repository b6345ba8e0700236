"""Results whose entities become those of another session."""


def merge_frozen_result(session, statement, frozen_result, load=True):
    """The frozen result with its entities merged into the session."""
    if load:
        session._autoflush()
    places = [at for at, told in enumerate(statement.column_descriptions)
              if told["entity"] is not None and told["expr"] is told["entity"]]
    with session.no_autoflush:
        rows = []
        for row in frozen_result._rewrite_rows():
            for at in places:
                if row[at] is not None:
                    row[at] = session.merge(row[at], load=load)
            rows.append(tuple(row))
    return frozen_result.with_new_rows(rows)
