"""The legacy `Query`: a SELECT built by method calls, executed when iterated."""

from sqlalchemy import exc, func, select, util
from sqlalchemy.orm import events, results
from _sqlalchemy import query_filter_by
from _sqlalchemy_orm import Mapper, eagerloads_off_option, statement_parts


_JOINED = "join(), outerjoin(), select_from(), or from_self()"


class Query:
    __class_getitem__ = util.subscript
    _asserts = True
    _gives_tuples = False
    # The statement whose rows it loads, in place of its own.
    _full = None
    _loads_eagerly = True

    def __init__(self, entities, session=None):
        self.session = session
        self._entities = tuple(entities) if isinstance(entities, (tuple, list)) else (entities,)
        self._statement = select(*self._entities)
        self._is_at_join = False
        self._selects_from = False
        self._options = {}
        self._loads = {}
        self._called = {}

    def _with(self, statement, *called, **changed):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._statement = statement
        made.__dict__.update(changed)
        if called:
            made._called = {**self._called, called[0]: True}
        return made

    def _final(self):
        """What is executed."""
        self = events.compiled("before_compile", self)
        statement = self._statement if self._loads_eagerly else self._statement.options(eagerloads_off_option())
        if self._full is None:
            return statement
        return self._full._loading(statement)

    @property
    def statement(self):
        statement = self._final()
        return statement.params(**self._options) if self._options else statement

    def _select_only(self):
        if self._full is not None:
            raise exc.InvalidRequestError("Can't call this method on a Query that uses from_statement()")
        return self.statement

    def _check_columns(self):
        if not self._entities:
            raise exc.InvalidRequestError("Query contains no columns with which to SELECT from.")

    def __str__(self):
        self._check_columns()
        statement = self.set_label_style(_TABLENAME_PLUS_COL())._final()
        try:
            bind = self.session.get_bind(clause=statement) if self.session is not None else None
        except exc.UnboundExecutionError:
            bind = None
        return str(statement if bind is None else statement.compile(bind))

    def __clause_element__(self):
        return self.set_label_style(_TABLENAME_PLUS_COL()).statement

    def subquery(self, name=None, with_labels=False, reduce_columns=False):
        statement = (self.set_label_style(_TABLENAME_PLUS_COL()) if with_labels else self)._select_only()
        return (statement.reduce_columns() if reduce_columns else statement).subquery(name)

    def cte(self, name=None, recursive=False, nesting=False):
        return self._select_only().cte(name, recursive=recursive, nesting=nesting)

    def scalar_subquery(self):
        return self._select_only().scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self._select_only().scalar_subquery().label(name)

    def with_session(self, session):
        return self._with(self._statement, session=session)

    # Criteria

    def filter(self, *criterion):
        self._check_limit("filter")
        return self._with(self._statement.where(*criterion))

    where = filter

    def filter_by(self, **kwargs):
        self._check_limit("filter")
        return self._with(query_filter_by(self._statement, self._is_at_join, self._selects_from, **kwargs))

    def _first_entity(self):
        first = self._entities[0] if self._entities else None
        owner = getattr(first, "class_", None)
        if not isinstance(first, type) and owner is not None:
            return owner
        return first

    def _check_statement(self, name):
        if self._asserts and self._full is not None:
            raise exc.InvalidRequestError(
                f"Query.{name}() being called on a Query with an existing full statement - can't apply criterion.")

    def _check_criterion(self, name, *but):
        if self._asserts and (
                self._full is not None or any(it not in but for it in self._called)
                or any(statement_parts(self._statement))):
            raise exc.InvalidRequestError(f"Query.{name}() being called on a Query with existing criterion. ")

    def _check_limit(self, name):
        self._check_statement(name)
        if self._asserts and statement_parts(self._statement)[1]:
            raise exc.InvalidRequestError(
                f"Query.{name}() being called on a Query which already has LIMIT or OFFSET applied.  Call {name}() before "
                "limit() or offset() are applied.")

    def enable_assertions(self, value):
        return self._with(self._statement, _asserts=value)

    def order_by(self, *clauses):
        self._check_limit("order_by")
        if clauses and clauses[0] is None or clauses and clauses[0] is False:
            return self._with(self._statement.order_by(None), _called={
                name: True for name in self._called if name != "order_by()"})
        return self._with(self._statement.order_by(*clauses), "order_by()")

    def group_by(self, *clauses):
        self._check_limit("group_by")
        if clauses and clauses[0] is None or clauses and clauses[0] is False:
            return self._with(self._statement.group_by(None))
        return self._with(self._statement.group_by(*clauses), "group_by()")

    def having(self, *having):
        self._check_limit("having")
        return self._with(self._statement.having(*having))

    def join(self, target, onclause=None, *, isouter=False, full=False):
        self._check_limit("join")
        statement = self._statement.join(target, onclause, isouter=isouter, full=full) if onclause is not None else (
            self._statement.join(target, isouter=isouter, full=full))
        return self._with(statement, _JOINED, _is_at_join=True)

    def reset_joinpoint(self):
        self._check_statement("reset_joinpoint")
        return self._with(self._statement, _is_at_join=False)

    def outerjoin(self, target, onclause=None, *, full=False):
        return self.join(target, onclause, isouter=True, full=full)

    def select_from(self, *from_obj):
        self._check_criterion("select_from")
        return self._with(self._statement.select_from(*from_obj), _JOINED, _selects_from=True)

    def limit(self, limit):
        self._check_statement("limit")
        return self._with(self._statement.limit(limit), "limit()")

    def offset(self, offset):
        self._check_statement("offset")
        return self._with(self._statement.offset(offset), "offset()")

    def slice(self, start, stop):
        self._check_statement("slice")
        return self._with(self._statement.slice(start, stop), "limit()")

    def distinct(self, *expr):
        self._check_statement("distinct")
        return self._with(self._statement.distinct(*expr), "distinct()")

    def with_parent(self, instance, property=None, from_entity=None):
        util.refuse("Query.with_parent", from_entity=from_entity)
        from sqlalchemy.orm import util as orm_util

        if property is None:
            mapper = orm_util.object_mapper(instance)
            entity = orm_util.class_mapper(self._first_entity())
            found = [prop for prop in mapper.relationships if prop.mapper is entity]
            if not found:
                raise exc.InvalidRequestError(
                    "Could not locate a property which relates instances of class '%s' to instances of class '%s'"
                    % (entity.class_.__name__, type(instance).__name__))
            property = found[0].class_attribute
        return self.filter(orm_util.with_parent(instance, property))

    def options(self, *args):
        given = tuple(_flattened(args))
        made = self._with(self._statement.options(*given))
        if made._full is not None:
            made._full = made._full.options(*given)
        return made

    def execution_options(self, **kwargs):
        return self._with(self._statement.execution_options(**kwargs))

    def populate_existing(self):
        return self._loading(populate_existing=True)

    def autoflush(self, setting):
        return self._loading(autoflush=setting)

    def yield_per(self, count):
        return self._loading(yield_per=count)

    def _loading(self, **loads):
        return self._with(self._statement, _loads={**self._loads, **loads})

    def enable_eagerloads(self, value):
        return self._with(self._statement, _loads_eagerly=bool(value))

    def params(self, *args, **kwargs):
        return self._with(self._statement, _options={**self._options, **(args[0] if args else {}), **kwargs})

    def with_entities(self, *entities):
        made = self._with(self._statement.with_only_columns(*entities))
        made._entities = entities
        return made

    def add_columns(self, *column):
        made = self._with(self._statement.add_columns(*column))
        made._entities = self._entities + column
        return made

    def add_entity(self, entity, alias=None):
        return self.add_columns(entity if alias is None else alias)

    def tuples(self):
        return self.only_return_tuples(True)

    def only_return_tuples(self, value):
        return self._with(self._statement, _gives_tuples=value)

    @property
    def is_single_entity(self):
        return self._is_single_entity()

    def add_column(self, column):
        _deprecated("add_column", "add_columns()")
        return self.add_columns(column)

    def values(self, *columns):
        _deprecated("values", "with_entities()")
        return self._values(*columns)

    def _values(self, *columns):
        return iter(self.with_entities(*columns) if columns else ())

    def value(self, column):
        _deprecated("value", "with_entities() in combination with Query.scalar()")
        return next((row[0] for row in self._values(column)), None)

    lazy_loaded_from = None
    selectable = property(lambda self: self.__clause_element__())

    def with_labels(self):
        util.warn_deprecated_20(
            "The Query.with_labels() and Query.apply_labels() method is considered legacy as of the 1.x series of SQLAlchemy "
            "and becomes a legacy construct in 2.0. Use set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL) instead.", exc.LegacyAPIWarning)
        return self.set_label_style(_TABLENAME_PLUS_COL())

    apply_labels = with_labels

    def set_label_style(self, style):
        return self._with(self._statement.set_label_style(style))

    def get_execution_options(self):
        return self._statement.get_execution_options()

    def suffix_with(self, *suffixes, **kw):
        return self._with(self._statement.suffix_with(*suffixes, **kw))

    def with_hint(self, selectable, text, dialect_name="*"):
        return self._with(self._statement.with_hint(selectable, text, dialect_name))

    def with_statement_hint(self, text, dialect_name="*"):
        return self._with(self._statement.with_statement_hint(text, dialect_name))

    def with_for_update(self, **kw):
        return self._with(self._statement.with_for_update(**kw))

    def correlate(self, *fromclauses):
        return self._with(self._statement.correlate(*fromclauses))

    def prefix_with(self, *expr, **kw):
        return self._with(self._statement.prefix_with(*expr, **kw))

    def from_statement(self, statement):
        self._check_criterion("from_statement")
        results.check_select(statement)
        return self._with(self._statement, _full=results.FromStatement(self._statement, statement))

    def _combined(self, name, queries):
        import sqlalchemy

        return self._from_selectable(getattr(sqlalchemy, name)(self, *queries).subquery())

    def _from_selectable(self, selectable):
        """The same entities, out of a subquery."""
        from _sqlalchemy_orm import base_alias_option, options_of

        statement = select(*self._entities).select_from(selectable).options(
            base_alias_option(selectable), *options_of(self._statement))
        options = self._statement.get_execution_options()
        if options:
            statement = statement.execution_options(**options)
        return self._with(statement, _is_at_join=False, _selects_from=False, _called={_JOINED: True})

    def union(self, *q):
        return self._combined("union", q)

    def union_all(self, *q):
        return self._combined("union_all", q)

    def intersect(self, *q):
        return self._combined("intersect", q)

    def intersect_all(self, *q):
        return self._combined("intersect_all", q)

    def except_(self, *q):
        return self._combined("except_", q)

    def except_all(self, *q):
        return self._combined("except_all", q)

    def exists(self):
        from sqlalchemy import exists, literal_column

        statement = self._select_only().with_only_columns(literal_column("1"), maintain_column_froms=True)
        first = self._first_entity()
        return exists(statement.select_from(first) if _is_entity(first) else statement)

    # Execution

    def _result(self):
        self._check_columns()

        def run(statement, params, options, bind_arguments=None):
            if isinstance(statement, results.FromStatement):
                return statement._execute(self.session, params, options, bind_arguments, self._loads)
            return results.load(self.session, statement, params, options, True, bind_arguments, self._loads)

        if events._listeners.get("do_orm_execute"):
            from sqlalchemy.orm import execution

            params = util.immutabledict(self._options)
            return execution.execute(self.session, self._final(), params, {}, None, run, legacy=True)
        return run(self._final(), self._options or None, {})

    def _run(self):
        result = self._result()
        if self._is_single_entity():
            result = result.scalars()
        if self._has_entity() and not result._get_yield_per():
            result = result.unique()
        return result

    def _is_single_entity(self):
        return not self._gives_tuples and len(self._entities) == 1 and (
            _is_entity(self._entities[0]) or getattr(self._entities[0], "is_bundle", False) and self._entities[0].single_entity)

    def _has_entity(self):
        return any(_is_entity(entity) for entity in self._entities)

    def __iter__(self):
        return iter(self._run())

    def all(self):
        return self._run().all()

    def first(self):
        if self._full is not None:
            return self._run().first()
        return self.limit(1)._run().first()

    def one(self):
        return self._run().one()

    def one_or_none(self):
        return self._run().one_or_none()

    def scalar(self):
        try:
            found = self.one()
        except exc.NoResultFound:
            return None
        return found if self._is_single_entity() or not isinstance(found, (tuple,)) and not hasattr(found, "_mapping") else found[0]

    def __getitem__(self, item):
        if isinstance(item, slice):
            start, stop = item.start, item.stop
            if isinstance(stop, int) and isinstance(start, int) and stop - start <= 0:
                return []
            if (isinstance(start, int) and start < 0) or (isinstance(stop, int) and stop < 0):
                raise IndexError("negative indexes are not accepted by SQL index / slice operators")
            found = list(self.slice(start, stop))
            return found[:: item.step] if item.step is not None else found
        if item < 0:
            raise IndexError("negative indexes are not accepted by SQL index / slice operators")
        return list(self.slice(item, item + 1))[0]

    def get(self, ident):
        util.warn_deprecated_20(
            "The Query.get() method is considered legacy as of the 1.x series of SQLAlchemy and becomes a legacy construct in "
            "2.0. The method is now available as Session.get()", exc.LegacyAPIWarning)
        self._check_criterion("get", "order_by()", "distinct()")
        if len(self._entities) != 1 or not _is_entity(self._entities[0]):
            raise exc.InvalidRequestError("get() can only be used against a single mapped class.")
        from _sqlalchemy_orm import options_of

        entity = self._entities[0]
        return self.session.get(
            getattr(entity, "_aliased_insp", entity), ident, options=options_of(self._statement) or None,
            populate_existing=bool(self._loads.get("populate_existing")), execution_options=self.get_execution_options())

    def count(self):
        from sqlalchemy import literal_column

        counted = func.count(literal_column("*"))
        inner = self.set_label_style(_TABLENAME_PLUS_COL())._select_only().correlate(None)
        statement = select(counted).select_from(inner.subquery())
        return self.session.scalar(statement, execution_options=self.get_execution_options())

    def _subjects(self):
        return [entity.__clause_element__() if hasattr(entity, "_is_relationship") else entity for entity in self._entities]

    def _check_bulk(self):
        for name in ("limit()", "offset()", "order_by()", "group_by()", "distinct()", _JOINED):
            if name in self._called:
                raise exc.InvalidRequestError(
                    f"Can't call Query.update() or Query.delete() when {name} has been called")

    def _bulk_options(self, synchronize_session):
        return {**self.get_execution_options(), "synchronize_session": synchronize_session}

    def delete(self, synchronize_session="auto", delete_args=None):
        from sqlalchemy import delete

        self = events.compiled("before_compile_delete", self, None, delete_args)
        self._check_bulk()
        statement = delete(*self._subjects()).where(*statement_parts(self._statement)[0])
        if delete_args:
            statement = statement.with_dialect_options(**delete_args)
        result = self.session.execute(statement, execution_options=self._bulk_options(synchronize_session))
        return result.rowcount

    def update(self, values, synchronize_session="auto", update_args=None):
        from sqlalchemy import update

        self = events.compiled("before_compile_update", self, values, update_args)
        self._check_bulk()
        statement = update(*self._subjects()).where(*statement_parts(self._statement)[0]).values(dict(values))
        if update_args:
            statement = statement.with_dialect_options(**update_args)
        result = self.session.execute(statement, execution_options=self._bulk_options(synchronize_session))
        return result.rowcount

    @property
    def column_descriptions(self):
        from sqlalchemy.orm.inspection import describe_query

        return describe_query(self._statement)

    @property
    def whereclause(self):
        return self._statement.whereclause


def _deprecated(name, instead):
    util.warn_deprecated(
        f"Query.{name}() is deprecated and will be removed in a future release.  Please use Query.{instead} (deprecated "
        "since: 1.4)", "1.4")


def _flattened(items):
    for item in items:
        if hasattr(item, "__iter__") and not isinstance(item, (str, Query)):
            yield from _flattened(item)
        else:
            yield item


def _is_entity(entity):
    return isinstance(entity, Mapper) or isinstance(entity, type) and hasattr(entity, "__mapper__") or hasattr(entity, "_aliased_insp") and not hasattr(entity, "_is_relationship")


def _TABLENAME_PLUS_COL():
    from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL

    return LABEL_STYLE_TABLENAME_PLUS_COL


__getattr__ = util.later(__name__, {
    "AliasedClass": "util", "FromStatement": "results", "QueryContext": "events",
})
