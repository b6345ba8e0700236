"""The attributes of an Engine and its dialect that people print most."""
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import NoInspectionAvailable

engine = create_engine("sqlite://")
d = engine.dialect
for name in "url name driver echo hide_parameters pool dialect".split():
    value = getattr(engine, name)
    print(name, value if isinstance(value, (str, bool, type(None))) or name == "url" else type(value).__name__)
for name in (
    "name driver paramstyle positional max_identifier_length label_length supports_alter supports_native_boolean insert_returning update_returning "
    "delete_returning insert_executemany_returning use_insertmanyvalues insertmanyvalues_page_size supports_default_values supports_multivalues_insert "
    "supports_statement_cache supports_comments supports_sequences supports_empty_insert supports_views cte_follows_insert tuple_in_values "
    "supports_sane_rowcount supports_sane_multi_rowcount postfetch_lastrowid preexecute_autoincrement_sequences default_paramstyle "
    "supports_native_decimal supports_cast default_schema_name is_async update_returning_multifrom supports_is_distinct_from skip_autocommit_rollback"
).split():
    try:
        print(name, getattr(d, name))
    except AttributeError as exc:
        print(name, "AttributeError", exc)
with engine.connect() as conn:
    print(d.default_schema_name, d.server_version_info >= (3, 35), conn.default_isolation_level)
q = d.identifier_preparer
for word in "order", "plain", "Mixed", "two words", 'a"b', "1st", "_u", "user", "table":
    print(q.quote(word), q.quote_identifier(word), q.format_schema(word))
for thing in (3, None, object):
    print(inspect(thing, raiseerr=False))
    try:
        inspect(thing)
    except NoInspectionAvailable as exc:
        print(exc)
print(engine.clear_compiled_cache(), engine.dispose(), engine.dispose(close=False))
for name in "execute", "table_names", "has_table", "scalar", "run_callable", "transaction":
    try:
        getattr(engine, name)
        print(name, "there")
    except AttributeError as exc:
        print(exc)
