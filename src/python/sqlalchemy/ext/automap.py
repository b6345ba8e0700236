"""Classes made from tables, with relationships made from their foreign keys."""

from sqlalchemy import util
from sqlalchemy.orm import backref, interfaces, relationship
from sqlalchemy.orm import declarative_base as _declarative_base
from sqlalchemy.orm import decl_base as _decl_base
from sqlalchemy.schema import ForeignKeyConstraint
from sqlalchemy.sql import and_


def classname_for_table(base, tablename, table):
    return str(tablename)


def name_for_scalar_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower()


def name_for_collection_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower() + "_collection"


def generate_relationship(base, direction, return_fn, attrname, local_cls, referred_cls, **kw):
    if return_fn is backref:
        return return_fn(attrname, **kw)
    if return_fn is relationship:
        return return_fn(referred_cls, **kw)
    raise TypeError("Unknown relationship function: %s" % return_fn)


class _Deferred(_decl_base.Deferred):
    """A class that waits for its relationships."""

    def __init__(self, reg, cls):
        super().__init__(reg, cls)
        self.properties = dict(self.attributes)

    def add(self, name, value):
        self.properties[name] = value
        type.__setattr__(self.cls, name, value)


class AutomapBase:
    __abstract__ = True

    @classmethod
    def _sa_decl_prepare(cls, reg):
        _base_of(cls)._sa_waiting.append(_Deferred(reg, cls))

    @classmethod
    def prepare(cls, autoload_with=None, engine=None, reflect=False, schema=None, classname_for_table=None,
                modulename_for_table=None, collection_class=None, name_for_scalar_relationship=None,
                name_for_collection_relationship=None, generate_relationship=None, reflection_options=util.EMPTY_DICT):
        if engine is not None:
            util.warn_deprecated("The AutomapBase.prepare.engine parameter is deprecated and will be removed in a future "
                                 "release.  Please use the AutomapBase.prepare.autoload_with parameter. (deprecated "
                                 "since: 2.0)", "2.0")
            autoload_with = engine
        if autoload_with:
            cls.metadata.reflect(autoload_with, **{
                "schema": schema, "extend_existing": True, "autoload_replace": False, **reflection_options})
        given = globals()
        _Preparation(
            _base_of(cls), cls, classname_for_table or given["classname_for_table"], modulename_for_table,
            collection_class or list, name_for_scalar_relationship or given["name_for_scalar_relationship"],
            name_for_collection_relationship or given["name_for_collection_relationship"],
            generate_relationship or given["generate_relationship"]).run()


def _base_of(cls):
    return next(base for base in cls.__mro__ if "_sa_waiting" in base.__dict__)


class _Preparation:
    """One `prepare()`: classes of the tables that have none, then relationships."""

    def __init__(self, base, cls, classname, modulename, collection_class, scalar_name, collection_name, generate):
        self.base, self.cls, self.classname, self.modulename = base, cls, classname, modulename
        self.collection_class = collection_class
        self.scalar_name, self.collection_name, self.generate = scalar_name, collection_name, generate
        self.configs = {it.local_table: it for it in base._sa_waiting if issubclass(it.cls, cls)}

    def run(self):
        base, many_to_many = self.base, []
        for key, table in self.cls.metadata.tables.items():
            if key in base._sa_tables_seen:
                continue
            base._sa_tables_seen.add(key)
            keys = _two_keys(table)
            if keys is not None:
                many_to_many.append((table, keys))
            elif table.primary_key and table not in self.configs:
                self._make_class(table)
        for config in list(self.configs.values()):
            self._relationships(config)
        for table, keys in many_to_many:
            self._many_to_many(table, keys)
        waiting = sorted(base._sa_waiting, key=lambda it: len(it.cls.__mro__))
        base._sa_waiting.clear()
        for config in waiting:
            config.map()

    def _make_class(self, table):
        body = {"__table__": table}
        module = self.modulename(self.cls, table.name, table) if self.modulename is not None else None
        if module is not None:
            body["__module__"] = module
        else:
            body["__module__"] = __name__
        name = self.classname(self.cls, table.name, table)
        if module is None and name in self.cls.classes:
            util.warn(f"Ignoring duplicate class name '{name}' received in automap base for table {table.key} without "
                      "``__module__`` being set; consider using the ``modulename_for_table`` hook")
            return
        made = type(self.base)(name, (self.base,), body)
        if module is None:
            self.cls.classes[name] = made
        modules = self.cls.by_module
        for token in made.__module__.split("."):
            if token not in modules:
                modules[token] = util.Properties({})
            modules = modules[token]
        modules[name] = made
        self.configs[table] = self.base._sa_waiting[-1]

    def _relationships(self, config):
        local, table = config.cls, config.local_table
        for constraint in _foreign_key_constraints(table):
            keys = constraint.elements
            referred = self.configs.get(keys[0].column.table)
            if referred is None or local is not referred.cls and issubclass(local, referred.cls):
                continue
            name = self.scalar_name(self.base, local, referred.cls, constraint)
            back = self.collection_name(self.base, referred.cls, local, constraint)
            options, ondelete = {}, (constraint.ondelete or "").lower()
            if all(key.parent.nullable for key in keys):
                if ondelete == "set null":
                    options["passive_deletes"] = True
            else:
                options["cascade"] = "all, delete-orphan"
                if ondelete == "cascade":
                    options["passive_deletes"] = True
            parents = [key.parent for key in keys]
            self._pair(
                config, referred, name, back, interfaces.ONETOMANY, interfaces.MANYTOONE,
                {"collection_class": self.collection_class, **options},
                {"foreign_keys": parents, "remote_side": [key.column for key in keys]}, {"foreign_keys": parents})

    def _many_to_many(self, table, keys):
        config, referred = (self.configs.get(key.elements[0].column.table) for key in keys)
        if config is None or referred is None:
            return
        name = self.collection_name(self.base, config.cls, referred.cls, keys[0])
        back = self.collection_name(self.base, referred.cls, config.cls, keys[1])
        first, second = (and_(*[it.column == it.parent for it in key.elements]) for key in keys)
        common = {"collection_class": self.collection_class, "overlaps": "__*" if table in self.configs else None}
        direction = interfaces.MANYTOMANY
        self._pair(config, referred, name, back, direction, direction, common,
                   {"secondary": table, "primaryjoin": first, "secondaryjoin": second, **common},
                   {"secondary": table, "primaryjoin": second, "secondaryjoin": first})

    def _pair(self, config, referred, name, back, back_direction, direction, back_options, options, back_join):
        """The relationship and its way back, unless the program has them."""
        makes_back = back not in referred.properties
        if name not in config.properties:
            made_back = self.generate(self.base, back_direction, backref, back, referred.cls, config.cls,
                                      **back_options) if makes_back else None
            made = self.generate(self.base, direction, relationship, name, config.cls, referred.cls,
                                 **{**options, "backref": made_back})
            if made is not None:
                config.add(name, made)
                if not makes_back:
                    referred.properties[back].options["back_populates"] = name
        elif makes_back:
            made = self.generate(self.base, back_direction, relationship, back, referred.cls, config.cls,
                                 **{**back_options, **back_join, "back_populates": name})
            if made is not None:
                referred.add(back, made)
                config.properties[name].options["back_populates"] = back


def _foreign_key_constraints(table):
    # In the order of definition; the set of `constraints` has none.
    return [it for it in table._constraint_list if isinstance(it, ForeignKeyConstraint)]


def _two_keys(table):
    """The foreign keys of a table that has nothing else."""
    keys = _foreign_key_constraints(table)
    if len(keys) != 2 or {it.parent for key in keys for it in key.elements} != set(table.c):
        return None
    return keys


def automap_base(declarative_base=None, **kw):
    base = _declarative_base(**kw) if declarative_base is None else declarative_base
    return type(base)(base.__name__, (AutomapBase, base), {
        "__abstract__": True, "classes": util.Properties({}), "by_module": util.Properties({}), "_sa_waiting": [],
        "_sa_tables_seen": set()})
