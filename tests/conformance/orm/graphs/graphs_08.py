"""Random object graphs: the statements of their flushes, and what is in the tables afterwards."""
from sqlalchemy import Column, ForeignKey, Integer, String, Table, create_engine, select
from sqlalchemy.orm import Session, declarative_base, mapped_column, relationship


def build(mappers, links):
    """Classes of `(name, base, keyed)` and relationships of `(kind, owner, key, target, back, options, back options)`."""
    Base = declarative_base()
    bodies, joined = {}, {}
    for name, base in mappers:
        bodies[name] = body = {"__tablename__": name.lower(), "name": mapped_column(String)}
        joined[name] = base
        if base is None:
            body["id"] = mapped_column(Integer, primary_key=True)
            body["kind"] = mapped_column(String)
            body["__mapper_args__"] = {"polymorphic_on": "kind", "polymorphic_identity": name}
        else:
            del body["name"]
            body["id"] = mapped_column(ForeignKey(f"{base.lower()}.id"), primary_key=True)
            body[f"extra_{name.lower()}"] = mapped_column(Integer)
            body["__mapper_args__"] = {"polymorphic_identity": name}
    for kind, owner, key, target, back, options, back_options in links:
        options, back_options = dict(options), dict(back_options)
        if back:
            options["back_populates"], back_options["back_populates"] = back, key
        if kind == "many_to_one":
            column = bodies[owner][f"{key}_id"] = mapped_column(Integer, ForeignKey(f"{target.lower()}.id"))
            if owner == target or joined.get(owner) == target or joined.get(target) == owner:
                options["remote_side"] = f"{target}.id"
            bodies[owner][key] = relationship(target, foreign_keys=f"{owner}.{key}_id", primaryjoin=f"{owner}.{key}_id == {target}.id", **options)
            if back:
                bodies[target][back] = relationship(
                    owner, foreign_keys=f"{owner}.{key}_id", primaryjoin=f"{owner}.{key}_id == {target}.id", order_by=f"{owner}.id",
                    **({"remote_side": f"{owner}.{key}_id"} if "remote_side" in options else {}), **back_options)
        else:
            link = Table(f"{owner}_{key}".lower(), Base.metadata, Column("left_id", ForeignKey(f"{owner.lower()}.id"), primary_key=True),
                         Column("right_id", ForeignKey(f"{target.lower()}.id"), primary_key=True))
            sides = {"secondary": link, "primaryjoin": f"{owner}.id == {link.name}.c.left_id", "secondaryjoin": f"{target}.id == {link.name}.c.right_id"}
            bodies[owner][key] = relationship(target, order_by=f"{target}.id", **sides, **options)
            if back:
                bodies[target][back] = relationship(
                    owner, secondary=link, primaryjoin=sides["secondaryjoin"], secondaryjoin=sides["primaryjoin"], order_by=f"{owner}.id", **back_options)
    classes = {}
    for name, base in mappers:
        classes[name] = type(name, (classes[base] if base else Base,), bodies[name])
    return Base, classes


def play(number, mappers, links, steps):
    print("graph", number)
    Base, classes = build(mappers, links)
    engine = create_engine("sqlite://")
    with engine.begin() as conn:
        for table in Base.metadata.tables.values():
            table.create(conn, checkfirst=False)
    objects, step = {}, None
    with Session(engine) as session:
        try:
            for step in steps:
                do(session, classes, objects, *step)
            step = ("commit",)
            session.commit()
        except Exception as error:
            print(step[0], type(error).__name__)
            session.rollback()
    with engine.connect() as conn:
        for table in Base.metadata.tables.values():
            print(" ", table.name, conn.execute(select(table).order_by(*table.primary_key)).all())
    Base.registry.dispose()


def do(session, classes, objects, what, number=None, key=None, value=None):
    obj = objects.get(number) if what != "new" else None
    if what == "new":
        objects[number] = obj = classes[key](**value)
        session.add(obj)
    elif what == "pending":
        objects[number] = classes[key](**value)
    elif what == "name":
        obj.name = value
    elif what == "set":
        setattr(obj, key, objects.get(value))
    elif what == "append":
        if objects[value] not in getattr(obj, key):
            getattr(obj, key).append(objects[value])
    elif what == "remove":
        if objects[value] in getattr(obj, key):
            getattr(obj, key).remove(objects[value])
    elif what == "assign":
        setattr(obj, key, [objects[n] for n in value])
    elif what == "delete":
        if obj in session and obj not in session.new:
            session.delete(obj)
    elif what == "merge":
        session.merge(classes[key](**value))
    elif what == "refresh":
        if obj in session and obj not in session.new and obj not in session.deleted:
            session.refresh(obj)
    else:
        getattr(session, what)()


play(
    571, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'A', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4', 'extra_c': 4}), ('new', 5, 'B', {'name': 'n5'}),
        ('name', 1, None, 'x6'), ('expire_all',), ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}), ('flush',), ('commit',),
        ('flush',), ('flush',), ('name', 2, None, 'x14'), ('name', 6, None, 'x15'), ('name', 0, None, 'x16'),
        ('pending', 8, 'C', {'name': 'n8', 'extra_c': 8}), ('name', 0, None, 'x18'), ('flush',), ('name', 6, None, 'x20'),
        ('name', 8, None, 'x21'), ('new', 9, 'B', {'name': 'n9'}), ('name', 4, None, 'x23'), ('commit',), ('append', 4, 'b0', 3),
        ('delete', 4), ('flush',), ('flush',),
    ])

play(
    573, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('append', 1, 'b2', 0), ('merge', None, 'C', {'id': 3, 'name': 'm5'}),
        ('merge', None, 'C', {'id': 1, 'name': 'm6'}), ('flush',), ('pending', 4, 'A', {'name': 'n4'}), ('set', 0, 'r2', 1), ('commit',),
        ('new', 5, 'D', {'name': 'n5'}), ('assign', 4, 'b0', []), ('remove', 1, 'b2', 0), ('flush',), ('expire_all',),
        ('assign', 1, 'b2', [0, 5]), ('pending', 6, 'C', {'name': 'n6'}), ('delete', 1), ('pending', 7, 'D', {'name': 'n7'}),
        ('set', 5, 'r0', None), ('set', 7, 'r2', 1), ('name', 7, None, 'x22'), ('pending', 8, 'D', {'name': 'n8'}), ('set', 0, 'r1', 4),
        ('delete', 5), ('new', 9, 'B', {'name': 'n9', 'id': 109}), ('set', 7, 'r1', 4), ('delete', 2), ('delete', 6),
        ('name', 8, None, 'x30'), ('pending', 10, 'C', {'name': 'n10'}), ('delete', 10),
    ])

play(
    574, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
        ('many_to_many', 'D', 'r5', 'D', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('pending', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('pending', 4, 'D', {'name': 'n4', 'id': 2}), ('new', 5, 'C', {'name': 'n5', 'id': 3}),
        ('flush',), ('flush',), ('remove', 4, 'r5', 0), ('remove', 4, 'b0', 4), ('assign', 1, 'b1', [3, 5]), ('append', 1, 'b3', 3),
        ('append', 4, 'b0', 4), ('set', 5, 'r3', 1), ('delete', 5), ('flush',), ('new', 6, 'D', {'name': 'n6', 'id': 3}),
    ])

play(
    575, [('A', None), ('B', None), ('C', None), ('D', 'B')],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 1}),
        ('append', 0, 'b0', 2), ('refresh', 0), ('set', 2, 'r0', 0), ('expire_all',), ('append', 0, 'b0', 2), ('assign', 0, 'b0', []),
        ('flush',), ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('name', 1, None, 'x11'), ('set', 2, 'r2', None),
        ('new', 4, 'C', {'name': 'n4', 'id': 3}),
    ])

play(
    585, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2, 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 4}),
        ('new', 2, 'B', {'name': 'n2', 'id': 6}), ('new', 3, 'B', {'name': 'n3', 'id': 7}), ('new', 4, 'B', {'name': 'n4', 'id': 8}),
        ('pending', 5, 'A', {'name': 'n5', 'id': 9}), ('new', 6, 'B', {'name': 'n6', 'id': 11, 'extra_b': 6}), ('set', 4, 'r3', None),
        ('delete', 4), ('expire_all',), ('delete', 5), ('set', 3, 'r0', 2), ('set', 0, 'r3', 3), ('set', 3, 'r3', 3), ('set', 2, 'r0', 0),
        ('new', 7, 'A', {'name': 'n7', 'id': 12}), ('refresh', 1), ('flush',), ('name', 1, None, 'x18'), ('set', 3, 'r0', 0),
        ('set', 6, 'r0', 2), ('name', 7, None, 'x21'), ('set', 0, 'r3', 3), ('set', 3, 'r0', 2), ('new', 8, 'B', {'name': 'n8', 'id': 13}),
        ('merge', None, 'A', {'id': 2, 'name': 'm25'}), ('name', 2, None, 'x26'), ('name', 7, None, 'x27'),
    ])

play(
    586, [('A', None), ('B', 'A'), ('C', 'A'), ('D', 'A')],
    [
        ('many_to_many', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 2, 'extra_c': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 3}), ('pending', 3, 'C', {'name': 'n3', 'id': 4, 'extra_c': 3}),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('new', 5, 'C', {'name': 'n5', 'id': 8}), ('flush',), ('delete', 4), ('commit',),
        ('name', 2, None, 'x9'), ('delete', 5), ('delete', 2), ('new', 6, 'B', {'name': 'n6', 'id': 9}),
        ('new', 7, 'D', {'name': 'n7', 'id': 10, 'extra_d': 7}), ('flush',), ('append', 6, 'b1', 6), ('commit',),
        ('new', 8, 'A', {'name': 'n8', 'id': 12}), ('expire_all',), ('flush',), ('append', 6, 'b1', 6), ('delete', 7), ('expire_all',),
        ('set', 6, 'r5', 6), ('expire_all',), ('refresh', 0), ('name', 1, None, 'x26'),
    ])

play(
    588, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r1', 'D', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'E', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'E', {'name': 'n4'}), ('assign', 4, 'b2', []), ('set', 1, 'r3', 2),
        ('pending', 5, 'E', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}), ('delete', 6), ('delete', 2), ('flush',), ('flush',),
        ('flush',), ('append', 5, 'b2', 2), ('name', 5, None, 'x15'), ('name', 2, None, 'x16'), ('append', 5, 'b2', 2), ('flush',),
        ('assign', 1, 'b0', [0]), ('name', 1, None, 'x20'), ('refresh', 1), ('set', 1, 'r0', None), ('flush',), ('name', 1, None, 'x24'),
        ('delete', 5), ('name', 0, None, 'x26'), ('flush',), ('append', 4, 'b2', 2),
    ])

play(
    590, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r3', 'A', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('pending', 4, 'B', {'name': 'n4'}), ('name', 1, None, 'x5'), ('delete', 1), ('new', 5, 'A', {'name': 'n5'}), ('flush',),
        ('flush',), ('pending', 6, 'A', {'name': 'n6'}), ('set', 3, 'r3', None), ('set', 3, 'r3', 6), ('expire_all',), ('commit',),
        ('name', 0, None, 'x15'), ('new', 7, 'A', {'name': 'n7'}), ('remove', 7, 'b2', 4), ('delete', 4), ('refresh', 6),
        ('merge', None, 'A', {'id': 2, 'name': 'm20'}), ('set', 7, 'r1', None), ('flush',), ('pending', 8, 'A', {'name': 'n8'}),
        ('delete', 6), ('set', 7, 'r3', None), ('delete', 8), ('append', 7, 'b2', 2), ('set', 0, 'r3', 5), ('name', 5, None, 'x29'),
        ('delete', 5), ('new', 9, 'A', {'name': 'n9'}), ('flush',), ('delete', 9),
    ])

play(
    592, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'B', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('name', 0, None, 'x3'),
        ('set', 0, 'r1', None), ('merge', None, 'A', {'id': 1, 'name': 'm5'}), ('delete', 0), ('expire_all',), ('set', 2, 'r1', None),
        ('set', 1, 'r1', None), ('flush',), ('new', 3, 'A', {'name': 'n3'}), ('delete', 1), ('set', 2, 'r1', 3), ('refresh', 3),
        ('set', 2, 'r1', 3),
    ])

play(
    596, [('A', None), ('B', 'A'), ('C', None), ('D', 'A'), ('E', None)],
    [
        ('many_to_one', 'A', 'r0', 'E', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'E', 'r1', 'A', 'b1', {'post_update': True, 'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r3', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'D', 'r6', 'C', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2, 'extra_d': 0}), ('new', 1, 'D', {'name': 'n1', 'id': 3, 'extra_d': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 4}), ('new', 3, 'C', {'name': 'n3', 'id': 1}),
        ('new', 4, 'B', {'name': 'n4', 'id': 5, 'extra_b': 4}), ('new', 5, 'B', {'name': 'n5', 'id': 7, 'extra_b': 5}),
        ('new', 6, 'B', {'name': 'n6', 'id': 8, 'extra_b': 6}), ('set', 5, 'r3', None),
        ('new', 7, 'B', {'name': 'n7', 'id': 9, 'extra_b': 7}), ('set', 6, 'r3', None), ('flush',), ('set', 0, 'r0', None),
        ('new', 8, 'D', {'name': 'n8', 'id': 10, 'extra_d': 8}), ('refresh', 6), ('expire_all',), ('new', 9, 'A', {'name': 'n9', 'id': 11}),
        ('set', 2, 'r0', None), ('assign', 3, 'b6', []), ('commit',), ('flush',), ('name', 9, None, 'x20'), ('name', 9, None, 'x21'),
        ('name', 0, None, 'x22'), ('set', 4, 'r3', None), ('flush',), ('set', 9, 'r0', None), ('name', 2, None, 'x26'), ('delete', 4),
        ('append', 3, 'b5', 8), ('set', 1, 'r6', 3), ('set', 8, 'r5', 3), ('append', 3, 'b5', 0), ('delete', 9),
        ('pending', 10, 'C', {'name': 'n10', 'id': 3}), ('flush',), ('flush',), ('pending', 11, 'A', {'name': 'n11', 'id': 12}),
        ('name', 3, None, 'x37'), ('new', 12, 'B', {'name': 'n12', 'id': 13, 'extra_b': 12}), ('new', 13, 'C', {'name': 'n13', 'id': 4}),
    ])

play(
    597, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('pending', 4, 'B', {'name': 'n4', 'id': 3}), ('name', 1, None, 'x5'),
        ('name', 0, None, 'x6'), ('remove', 2, 'b2', 1), ('append', 3, 'b1', 2), ('refresh', 2), ('name', 4, None, 'x10'), ('refresh', 1),
        ('name', 3, None, 'x12'), ('new', 5, 'B', {'name': 'n5', 'id': 4}), ('set', 5, 'r2', None), ('set', 4, 'r1', None),
        ('append', 3, 'b0', 2), ('remove', 5, 'b2', 2), ('commit',), ('name', 3, None, 'x19'), ('flush',), ('delete', 2), ('flush',),
        ('name', 2, None, 'x23'), ('name', 5, None, 'x24'), ('pending', 6, 'B', {'name': 'n6', 'id': 5}),
        ('merge', None, 'A', {'id': 4, 'name': 'm26'}),
    ])

play(
    598, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('delete', 0),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('set', 4, 'r3', 4), ('assign', 2, 'b2', [4]),
        ('append', 1, 'b2', 4), ('name', 2, None, 'x9'), ('flush',), ('flush',), ('name', 4, None, 'x12'), ('set', 3, 'r1', 1), ('flush',),
        ('set', 3, 'r1', 3), ('name', 4, None, 'x16'), ('pending', 5, 'B', {'name': 'n5'}), ('name', 3, None, 'x18'),
        ('append', 2, 'b2', 4), ('new', 6, 'A', {'name': 'n6'}), ('assign', 5, 'r2', [3, 6]),
    ])

play(
    600, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 1}), ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 4}),
        ('new', 5, 'C', {'name': 'n5', 'id': 2}), ('new', 6, 'B', {'name': 'n6', 'id': 6}), ('append', 1, 'b1', 0), ('flush',),
        ('expire_all',), ('name', 4, None, 'x10'), ('name', 3, None, 'x11'), ('name', 1, None, 'x12'), ('refresh', 0), ('set', 0, 'r1', 1),
        ('set', 4, 'r1', 1), ('append', 1, 'b2', 2), ('name', 6, None, 'x17'), ('delete', 3), ('set', 0, 'r1', 1), ('flush',),
        ('set', 2, 'r2', 1), ('set', 2, 'r2', 1), ('set', 3, 'r1', None), ('merge', None, 'A', {'id': 1, 'name': 'm24'}), ('delete', 5),
        ('set', 3, 'r1', None), ('delete', 3), ('flush',), ('refresh', 6), ('set', 2, 'r2', None), ('set', 4, 'r1', 1), ('flush',),
    ])

play(
    601, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 1}), ('new', 5, 'A', {'name': 'n5', 'id': 4}),
        ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('delete', 0), ('flush',), ('append', 2, 'r0', 4),
        ('merge', None, 'B', {'id': 1, 'name': 'm10'}), ('flush',), ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('name', 5, None, 'x13'),
        ('flush',), ('name', 7, None, 'x15'), ('name', 7, None, 'x16'),
    ])

play(
    602, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'A', 'r0', 'C', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('set', 4, 'r0', 1), ('append', 1, 'b0', 4),
        ('set', 4, 'r0', 1), ('delete', 0), ('name', 2, None, 'x9'), ('new', 5, 'D', {'name': 'n5', 'id': 5}), ('flush',), ('delete', 1),
        ('set', 2, 'r1', 3), ('set', 4, 'r0', None), ('set', 3, 'r0', None), ('name', 4, None, 'x16'), ('refresh', 2), ('flush',),
        ('set', 2, 'r1', 3), ('set', 4, 'r0', None), ('new', 6, 'E', {'name': 'n6', 'id': 1}), ('flush',), ('set', 3, 'r0', None),
        ('set', 2, 'r3', 4), ('name', 4, None, 'x25'), ('commit',), ('set', 4, 'r0', None),
    ])

play(
    605, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('new', 5, 'B', {'name': 'n5', 'id': 1}),
        ('expire_all',), ('append', 0, 'b0', 5), ('commit',), ('flush',), ('name', 3, None, 'x10'),
        ('new', 6, 'C', {'name': 'n6', 'id': 5}), ('append', 5, 'b1', 0), ('set', 2, 'r4', 5), ('append', 5, 'r0', 0), ('flush',),
        ('flush',), ('append', 5, 'b1', 4), ('assign', 5, 'b1', [0, 4]), ('flush',), ('flush',), ('refresh', 0),
        ('new', 7, 'B', {'name': 'n7', 'id': 3}), ('merge', None, 'A', {'id': 4, 'name': 'm23'}), ('flush',),
        ('new', 8, 'C', {'name': 'n8', 'id': 6}), ('expire_all',), ('flush',), ('set', 8, 'r4', 5), ('remove', 5, 'r0', 0), ('flush',),
        ('pending', 9, 'C', {'name': 'n9', 'id': 8}), ('name', 5, None, 'x32'), ('delete', 9), ('delete', 0), ('name', 8, None, 'x35'),
        ('flush',), ('delete', 3), ('name', 1, None, 'x38'), ('delete', 7), ('append', 2, 'b3', 4), ('set', 6, 'r4', 5), ('refresh', 4),
        ('set', 1, 'r2', None), ('flush',),
    ])

play(
    606, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 5}), ('pending', 4, 'B', {'name': 'n4', 'id': 2}), ('name', 4, None, 'x5'),
        ('new', 5, 'A', {'name': 'n5', 'id': 6}), ('append', 0, 'b3', 4), ('assign', 0, 'b2', []), ('remove', 2, 'b1', 4),
        ('pending', 6, 'B', {'name': 'n6', 'id': 3}), ('append', 3, 'b2', 3), ('flush',), ('assign', 1, 'b2', [2, 0, 3]),
        ('remove', 5, 'b3', 4), ('delete', 6), ('append', 5, 'b0', 4), ('set', 4, 'r3', None), ('new', 7, 'B', {'name': 'n7', 'id': 4}),
        ('append', 1, 'b3', 4), ('name', 3, None, 'x20'), ('pending', 8, 'B', {'name': 'n8', 'id': 5}),
        ('merge', None, 'B', {'id': 3, 'name': 'm22'}), ('set', 8, 'r3', 3), ('name', 7, None, 'x24'), ('flush',), ('delete', 2),
        ('flush',), ('remove', 0, 'b3', 7), ('expire_all',), ('set', 8, 'r0', None), ('flush',), ('name', 3, None, 'x32'),
        ('set', 8, 'r3', 3), ('set', 4, 'r3', 0), ('delete', 8), ('merge', None, 'A', {'id': 4, 'name': 'm36'}), ('expire_all',),
        ('delete', 0), ('new', 9, 'B', {'name': 'n9', 'id': 7}), ('flush',),
    ])

play(
    607, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}), ('name', 1, None, 'x3'),
        ('new', 3, 'A', {'name': 'n3'}), ('append', 2, 'r0', 3), ('name', 3, None, 'x6'), ('delete', 3), ('flush',), ('flush',), ('flush',),
        ('refresh', 1), ('assign', 2, 'b0', []),
    ])

play(
    608, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r4', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('name', 2, None, 'x3'), ('flush',), ('delete', 2), ('flush',), ('flush',), ('name', 1, None, 'x8'), ('refresh', 1), ('flush',),
        ('new', 3, 'C', {'name': 'n3', 'id': 5, 'extra_c': 3}), ('name', 3, None, 'x12'), ('refresh', 3), ('name', 1, None, 'x14'),
        ('name', 1, None, 'x15'), ('pending', 4, 'B', {'name': 'n4', 'id': 6}), ('name', 4, None, 'x17'),
    ])

play(
    610, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'B', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'D', 'r2', 'C', 'b2', {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'D', {'name': 'n4', 'id': 2}), ('new', 5, 'F', {'name': 'n5', 'id': 1}),
        ('delete', 0), ('set', 5, 'r1', 3), ('set', 1, 'r3', None), ('set', 1, 'r3', None), ('flush',), ('set', 2, 'r3', None),
        ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('flush',), ('assign', 3, 'b2', [6]), ('flush',), ('assign', 4, 'r2', []),
        ('remove', 4, 'r2', 3), ('new', 7, 'F', {'name': 'n7', 'id': 2}), ('expire_all',), ('name', 1, None, 'x20'), ('delete', 1),
        ('pending', 8, 'B', {'name': 'n8', 'id': 4}), ('assign', 2, 'r0', [3]), ('new', 9, 'C', {'name': 'n9', 'id': 3}),
        ('name', 9, None, 'x25'), ('new', 10, 'D', {'name': 'n10', 'id': 4}), ('new', 11, 'F', {'name': 'n11', 'id': 4}),
        ('name', 11, None, 'x28'), ('set', 11, 'r1', 9), ('set', 2, 'r3', None), ('flush',), ('set', 10, 'r4', None), ('set', 11, 'r1', 9),
        ('name', 8, None, 'x34'), ('append', 2, 'r0', 3), ('new', 12, 'F', {'name': 'n12', 'id': 6}), ('set', 7, 'r1', 9),
        ('set', 4, 'r4', None),
    ])

play(
    612, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'C', 'b3', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2, 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 4}),
        ('new', 2, 'A', {'name': 'n2', 'id': 5}), ('new', 3, 'B', {'name': 'n3', 'id': 7, 'extra_b': 3}),
        ('pending', 4, 'A', {'name': 'n4', 'id': 8}), ('append', 1, 'b1', 0), ('name', 1, None, 'x6'), ('name', 0, None, 'x7'),
        ('refresh', 2), ('flush',), ('flush',), ('append', 3, 'r1', 4), ('commit',), ('name', 1, None, 'x13'),
        ('pending', 5, 'B', {'name': 'n5', 'id': 9, 'extra_b': 5}),
    ])

play(
    614, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_many', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'extra_d': 0}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5', 'extra_d': 5}), ('flush',),
        ('flush',), ('set', 0, 'r2', 0), ('remove', 1, 'b1', 5), ('refresh', 1), ('assign', 1, 'b1', [0]), ('name', 4, None, 'x12'),
        ('assign', 5, 'b2', [5]), ('flush',), ('assign', 0, 'r1', []), ('name', 2, None, 'x16'), ('append', 5, 'b2', 5), ('flush',),
        ('name', 2, None, 'x19'), ('append', 1, 'b1', 0), ('expire_all',), ('name', 2, None, 'x22'), ('expire_all',),
        ('remove', 2, 'r0', 1), ('flush',), ('remove', 0, 'b2', 5), ('commit',), ('flush',), ('flush',), ('refresh', 1),
        ('new', 6, 'D', {'name': 'n6'}),
    ])

play(
    615, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'C', {'name': 'n2', 'id': 1}), ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 2}),
        ('pending', 5, 'A', {'name': 'n5', 'id': 4}), ('flush',), ('pending', 6, 'A', {'name': 'n6', 'id': 6}), ('append', 6, 'b2', 1),
        ('delete', 4), ('expire_all',), ('flush',), ('refresh', 5), ('expire_all',), ('set', 0, 'r1', None), ('name', 3, None, 'x15'),
        ('flush',), ('pending', 7, 'C', {'name': 'n7', 'id': 3}), ('delete', 7), ('append', 5, 'b2', 1), ('name', 2, None, 'x20'),
        ('set', 3, 'r1', 1), ('append', 3, 'b2', 1), ('pending', 8, 'C', {'name': 'n8', 'id': 5}),
        ('pending', 9, 'B', {'name': 'n9', 'id': 3}), ('flush',), ('delete', 2), ('name', 1, None, 'x27'),
        ('merge', None, 'A', {'id': 2, 'name': 'm28'}), ('name', 5, None, 'x29'),
    ])

play(
    618, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', 'A'), ('F', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'D', None, {'post_update': True}, {}),
        ('many_to_many', 'B', 'r5', 'F', 'b5', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('pending', 1, 'F', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'E', {'name': 'n5', 'extra_e': 5}),
        ('pending', 6, 'E', {'name': 'n6'}), ('new', 7, 'D', {'name': 'n7', 'id': 107}), ('set', 5, 'r4', 2), ('name', 7, None, 'x9'),
        ('flush',), ('pending', 8, 'A', {'name': 'n8'}), ('new', 9, 'A', {'name': 'n9'}), ('name', 3, None, 'x13'), ('set', 3, 'r3', None),
        ('new', 10, 'D', {'name': 'n10'}), ('set', 8, 'r4', 7), ('set', 3, 'r3', None), ('expire_all',), ('set', 8, 'r4', 2),
        ('set', 10, 'r3', 0), ('set', 8, 'r4', None), ('merge', None, 'E', {'id': 1, 'name': 'm22'}), ('append', 4, 'r5', 1),
        ('set', 8, 'r4', 10), ('flush',), ('set', 9, 'r4', None), ('refresh', 1), ('set', 3, 'r3', None), ('flush',), ('set', 0, 'r4', 7),
        ('flush',), ('delete', 5), ('set', 8, 'r4', 7), ('set', 6, 'r4', 3), ('name', 9, None, 'x35'), ('append', 4, 'r5', 1),
        ('set', 6, 'r4', 7), ('new', 11, 'C', {'name': 'n11', 'extra_c': 11}), ('remove', 1, 'b5', 4),
    ])

play(
    619, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', 'A')],
    [
        ('many_to_many', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'D', 'b2', {'post_update': True}, {}),
        ('many_to_one', 'F', 'r3', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r5', 'A', 'b5', {}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r6', 'C', 'b6', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 2, 'extra_e': 0}), ('new', 1, 'F', {'name': 'n1', 'id': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 2}), ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 4}),
        ('new', 5, 'G', {'name': 'n5', 'id': 5, 'extra_g': 5}), ('flush',), ('flush',), ('set', 1, 'r3', 3), ('flush',),
        ('set', 1, 'r1', 3), ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('append', 4, 'b4', 3), ('delete', 2), ('name', 4, None, 'x14'),
        ('delete', 5), ('flush',), ('flush',), ('append', 4, 'b5', 6),
    ])

play(
    620, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5', 'id': 105}), ('new', 6, 'C', {'name': 'n6', 'id': 106}),
        ('name', 1, None, 'x7'), ('assign', 6, 'b1', [4]), ('name', 5, None, 'x9'), ('remove', 1, 'b0', 4), ('remove', 1, 'b0', 4),
        ('new', 7, 'B', {'name': 'n7'}), ('assign', 3, 'b0', [7]), ('commit',), ('assign', 2, 'b0', [4, 7]), ('name', 2, None, 'x16'),
        ('assign', 3, 'b0', [4]), ('flush',), ('remove', 0, 'b1', 7), ('set', 4, 'r1', 5), ('delete', 7),
        ('new', 8, 'B', {'name': 'n8', 'id': 108}), ('append', 0, 'b1', 4), ('append', 6, 'b1', 4), ('refresh', 6),
        ('name', 6, None, 'x26'), ('assign', 0, 'b1', [4]), ('append', 5, 'b1', 8), ('set', 8, 'r0', 1), ('append', 3, 'b0', 8),
        ('remove', 5, 'b1', 8), ('merge', None, 'A', {'id': 4, 'name': 'm32'}), ('set', 8, 'r1', 5), ('remove', 6, 'b1', 8),
        ('set', 4, 'r0', None), ('remove', 2, 'b0', 8),
    ])

play(
    621, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('refresh', 3), ('name', 2, None, 'x5'), ('append', 1, 'b3', 3), ('name', 0, None, 'x7'),
        ('delete', 2), ('set', 3, 'r3', 1), ('name', 1, None, 'x10'), ('set', 3, 'r0', 1), ('name', 1, None, 'x12'), ('set', 3, 'r3', 1),
    ])

play(
    622, [('A', None), ('B', 'A'), ('C', None), ('D', 'C')],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r1', 'C', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 3, 'extra_d': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 2}),
        ('new', 5, 'D', {'name': 'n5', 'id': 5, 'extra_d': 5}), ('pending', 6, 'A', {'name': 'n6', 'id': 3}), ('name', 5, None, 'x7'),
        ('new', 7, 'C', {'name': 'n7', 'id': 6}), ('merge', None, 'A', {'id': 3, 'name': 'm9'}), ('name', 6, None, 'x10'),
        ('append', 6, 'r1', 2), ('expire_all',), ('append', 4, 'r1', 2), ('name', 2, None, 'x14'),
        ('pending', 8, 'C', {'name': 'n8', 'id': 7}), ('flush',), ('name', 7, None, 'x17'), ('append', 4, 'r1', 5), ('set', 3, 'r0', 1),
        ('set', 3, 'r0', 1), ('set', 0, 'r2', 1), ('set', 8, 'r2', 1), ('delete', 1), ('set', 5, 'r2', None), ('flush',),
        ('append', 4, 'r1', 2), ('set', 7, 'r2', None), ('new', 9, 'D', {'name': 'n9', 'id': 8, 'extra_d': 9}), ('name', 8, None, 'x29'),
        ('expire_all',), ('new', 10, 'C', {'name': 'n10', 'id': 9}), ('name', 8, None, 'x32'), ('name', 0, None, 'x33'),
        ('name', 10, None, 'x34'), ('new', 11, 'C', {'name': 'n11', 'id': 11}), ('set', 11, 'r2', None), ('set', 7, 'r2', None),
        ('set', 9, 'r2', None), ('set', 7, 'r2', None),
    ])

play(
    623, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4', 'id': 104}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}), ('pending', 8, 'B', {'name': 'n8', 'id': 108}), ('flush',),
        ('new', 9, 'A', {'name': 'n9'}), ('flush',), ('refresh', 7), ('merge', None, 'A', {'id': 2, 'name': 'm13'}),
        ('merge', None, 'A', {'id': 4, 'name': 'm14'}), ('new', 10, 'A', {'name': 'n10', 'id': 110}), ('delete', 5),
        ('merge', None, 'B', {'id': 1, 'name': 'm17'}), ('merge', None, 'B', {'id': 3, 'name': 'm18'}), ('set', 10, 'r0', 10),
    ])

play(
    624, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r3', 'C', None, {'cascade': 'merge'}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('commit',),
        ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('flush',), ('append', 2, 'b1', 1), ('set', 5, 'r1', None),
        ('merge', None, 'B', {'id': 3, 'name': 'm10'}), ('new', 6, 'C', {'name': 'n6', 'id': 3}), ('new', 7, 'A', {'name': 'n7', 'id': 4}),
        ('append', 7, 'b1', 1), ('delete', 2), ('delete', 0), ('commit',), ('set', 5, 'r1', 7), ('refresh', 6), ('set', 5, 'r0', 1),
        ('pending', 8, 'C', {'name': 'n8', 'id': 4}), ('append', 7, 'b1', 5), ('append', 7, 'b1', 5), ('delete', 3), ('expire_all',),
        ('delete', 7), ('set', 5, 'r1', None), ('name', 4, None, 'x27'), ('merge', None, 'B', {'id': 1, 'name': 'm28'}),
    ])

play(
    625, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', 'b0', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'E', 'r3', 'C', None, {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'D', {'name': 'n1', 'id': 1, 'extra_d': 1}),
        ('new', 2, 'C', {'name': 'n2', 'id': 1}), ('pending', 3, 'E', {'name': 'n3', 'id': 1}), ('delete', 2), ('assign', 1, 'b0', [0]),
        ('assign', 0, 'b2', [3]), ('flush',), ('flush',), ('new', 4, 'A', {'name': 'n4', 'id': 3}), ('set', 4, 'r0', 1),
        ('set', 0, 'r0', 1), ('set', 4, 'r0', None), ('set', 3, 'r2', 4), ('name', 0, None, 'x14'),
        ('new', 5, 'A', {'name': 'n5', 'id': 5}), ('append', 4, 'b2', 3), ('set', 3, 'r2', 4), ('set', 4, 'r0', 1), ('set', 3, 'r1', 1),
        ('merge', None, 'A', {'id': 1, 'name': 'm20'}), ('name', 3, None, 'x21'), ('set', 0, 'r0', None), ('assign', 1, 'b1', [3]),
        ('set', 4, 'r0', 1), ('commit',), ('append', 1, 'b0', 4), ('new', 6, 'D', {'name': 'n6', 'id': 3, 'extra_d': 6}), ('delete', 4),
        ('new', 7, 'B', {'name': 'n7', 'id': 4}), ('merge', None, 'A', {'id': 2, 'name': 'm30'}),
        ('merge', None, 'B', {'id': 4, 'name': 'm31'}),
    ])

play(
    629, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('delete', 2),
        ('set', 0, 'r0', None), ('refresh', 1), ('name', 0, None, 'x6'), ('flush',), ('flush',), ('commit',),
        ('new', 3, 'A', {'name': 'n3'}), ('flush',), ('merge', None, 'B', {'id': 3, 'name': 'm12'}), ('flush',), ('set', 0, 'r0', 3),
        ('pending', 4, 'A', {'name': 'n4'}), ('append', 3, 'b0', 0),
    ])

play(
    632, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('pending', 5, 'C', {'name': 'n5', 'id': 4}),
        ('refresh', 2), ('pending', 6, 'A', {'name': 'n6', 'id': 4}), ('name', 1, None, 'x8'), ('flush',), ('delete', 2),
        ('name', 5, None, 'x11'), ('name', 3, None, 'x12'), ('new', 7, 'B', {'name': 'n7', 'id': 2}), ('flush',), ('commit',),
        ('delete', 5), ('delete', 6), ('name', 0, None, 'x18'), ('set', 7, 'r2', 1), ('flush',), ('flush',),
        ('new', 8, 'D', {'name': 'n8', 'id': 3}), ('name', 0, None, 'x23'), ('delete', 7),
    ])

play(
    635, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_many', 'A', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r5', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('delete', 2), ('assign', 4, 'r2', [0]),
        ('set', 1, 'r4', None), ('flush',), ('set', 0, 'r5', 1), ('flush',), ('flush',), ('append', 3, 'r2', 0), ('remove', 4, 'r2', 0),
        ('flush',), ('assign', 4, 'r2', [0]),
    ])

play(
    636, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_many', 'A', 'r2', 'C', None, {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 4}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('pending', 4, 'A', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 5}),
        ('new', 6, 'A', {'name': 'n6', 'id': 2}), ('new', 7, 'A', {'name': 'n7', 'id': 4}), ('assign', 4, 'r2', [0, 5]), ('flush',),
        ('remove', 4, 'r2', 1), ('new', 8, 'C', {'name': 'n8', 'id': 7}), ('append', 4, 'r2', 1), ('expire_all',), ('flush',),
        ('name', 2, None, 'x15'), ('set', 8, 'r0', 3), ('flush',), ('name', 5, None, 'x18'), ('new', 9, 'C', {'name': 'n9', 'id': 9}),
        ('commit',),
    ])

play(
    637, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', 'A'), ('F', 'D')],
    [
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r3', 'E', 'b3', {}, {}),
        ('many_to_many', 'A', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r5', 'F', 'b5', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'C', 'r7', 'F', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1', 'extra_f': 1}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3'}), ('append', 3, 'b5', 1), ('append', 0, 'b2', 3), ('assign', 1, 'b5', [3]), ('append', 0, 'r4', 0),
        ('new', 4, 'A', {'name': 'n4'}), ('append', 0, 'b2', 1), ('delete', 2), ('flush',), ('set', 1, 'r3', None), ('flush',),
        ('delete', 1), ('assign', 4, 'b2', [3]), ('merge', None, 'B', {'id': 3, 'name': 'm16'}), ('set', 3, 'r2', 0),
        ('name', 4, None, 'x18'), ('assign', 0, 'b2', [3]), ('delete', 0),
    ])

play(
    638, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_many', 'C', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('new', 5, 'C', {'name': 'n5', 'id': 5}),
        ('new', 6, 'A', {'name': 'n6', 'id': 3}), ('pending', 7, 'C', {'name': 'n7', 'id': 6}), ('delete', 5), ('delete', 6),
        ('expire_all',), ('remove', 3, 'r3', 3), ('remove', 2, 'b3', 7), ('commit',), ('new', 8, 'A', {'name': 'n8', 'id': 4}), ('flush',),
        ('set', 7, 'r0', 0), ('delete', 4), ('flush',), ('name', 0, None, 'x19'), ('commit',), ('append', 8, 'b4', 2), ('set', 2, 'r0', 8),
        ('new', 9, 'C', {'name': 'n9', 'id': 7}), ('append', 0, 'b0', 9), ('flush',), ('assign', 0, 'b4', []), ('set', 1, 'r2', None),
        ('assign', 0, 'b0', []), ('set', 9, 'r0', None), ('new', 10, 'B', {'name': 'n10', 'id': 2}), ('expire_all',), ('flush',),
        ('set', 7, 'r0', None), ('append', 0, 'b0', 2), ('name', 8, None, 'x35'), ('flush',), ('append', 3, 'b3', 3), ('expire_all',),
        ('flush',), ('append', 2, 'b3', 9), ('set', 7, 'r0', 8), ('delete', 8), ('set', 2, 'r4', 0),
    ])

play(
    639, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None), ('F', None), ('G', 'E'), ('H', 'F')],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'H', 'r1', 'D', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'G', 'r3', 'F', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r4', 'E', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'id': 101}), ('new', 2, 'D', {'name': 'n2', 'extra_d': 2}),
        ('new', 3, 'G', {'name': 'n3'}), ('new', 4, 'H', {'name': 'n4', 'extra_h': 4}), ('new', 5, 'F', {'name': 'n5'}),
        ('new', 6, 'C', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7'}), ('append', 7, 'r2', 2), ('set', 4, 'r1', 2), ('refresh', 4),
        ('remove', 6, 'b0', 2), ('name', 1, None, 'x12'), ('append', 2, 'r2', 2), ('assign', 5, 'b3', [3]), ('flush',),
        ('name', 3, None, 'x16'), ('set', 3, 'r5', 6), ('new', 8, 'B', {'name': 'n8'}), ('name', 6, None, 'x19'), ('flush',),
        ('pending', 9, 'G', {'name': 'n9', 'extra_g': 9}), ('delete', 3), ('set', 0, 'r5', 6), ('remove', 6, 'b0', 2), ('set', 0, 'r5', 6),
        ('set', 9, 'r5', 6), ('name', 9, None, 'x27'), ('flush',), ('append', 6, 'b5', 9), ('flush',),
    ])

play(
    640, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('pending', 2, 'A', {'name': 'n2', 'id': 3}),
        ('delete', 2), ('remove', 0, 'r0', 2), ('flush',), ('append', 0, 'r0', 1), ('flush',), ('append', 1, 'r0', 2),
        ('append', 0, 'r0', 0), ('remove', 2, 'r0', 1), ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'B', {'name': 'n4', 'id': 2}),
        ('flush',), ('append', 3, 'r0', 2), ('flush',), ('append', 1, 'r0', 2),
    ])

play(
    644, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r4', 'E', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5'}), ('delete', 3),
        ('new', 6, 'D', {'name': 'n6'}), ('new', 7, 'F', {'name': 'n7', 'id': 107}), ('name', 4, None, 'x9'),
        ('new', 8, 'C', {'name': 'n8', 'id': 108}), ('set', 7, 'r1', 4), ('set', 7, 'r1', 4), ('name', 0, None, 'x13'), ('delete', 4),
        ('flush',), ('flush',), ('flush',), ('new', 9, 'A', {'name': 'n9'}), ('new', 10, 'F', {'name': 'n10'}), ('commit',),
        ('new', 11, 'B', {'name': 'n11', 'id': 111}), ('append', 4, 'b1', 7), ('flush',), ('set', 10, 'r5', 8),
    ])

play(
    645, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'B', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 6}), ('pending', 5, 'B', {'name': 'n5', 'id': 7}),
        ('pending', 6, 'A', {'name': 'n6', 'id': 4}), ('pending', 7, 'A', {'name': 'n7', 'id': 6}),
        ('new', 8, 'B', {'name': 'n8', 'id': 8}), ('delete', 7), ('append', 3, 'b0', 4), ('append', 3, 'b0', 4), ('delete', 1),
        ('set', 2, 'r0', 3), ('flush',), ('name', 8, None, 'x15'), ('name', 5, None, 'x16'), ('refresh', 6),
    ])

play(
    649, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'C', {'name': 'n3'}), ('pending', 4, 'C', {'name': 'n4', 'id': 104}), ('new', 5, 'D', {'name': 'n5'}),
        ('new', 6, 'D', {'name': 'n6'}), ('set', 3, 'r0', 0), ('set', 1, 'r0', 0), ('flush',), ('set', 6, 'r1', 0), ('flush',),
        ('set', 4, 'r0', 0), ('name', 2, None, 'x13'), ('flush',), ('flush',), ('append', 0, 'b1', 6), ('delete', 4), ('set', 1, 'r0', 0),
        ('name', 5, None, 'x19'), ('flush',), ('set', 1, 'r0', None), ('set', 5, 'r1', 0), ('expire_all',), ('commit',),
        ('name', 6, None, 'x25'), ('delete', 0), ('set', 1, 'r0', None), ('pending', 7, 'D', {'name': 'n7'}),
        ('new', 8, 'C', {'name': 'n8'}), ('name', 2, None, 'x30'), ('flush',), ('set', 2, 'r2', None), ('name', 8, None, 'x33'),
        ('set', 8, 'r0', None), ('new', 9, 'A', {'name': 'n9'}), ('set', 2, 'r2', 9), ('set', 8, 'r0', 9), ('flush',),
        ('append', 9, 'b2', 2), ('set', 8, 'r0', 9), ('name', 6, None, 'x41'),
    ])

play(
    652, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'B', 'b4', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 1}), ('assign', 1, 'r2', [4]),
        ('append', 1, 'b3', 3), ('append', 1, 'b3', 3), ('append', 0, 'b3', 3), ('append', 3, 'b4', 4), ('commit',),
        ('name', 2, None, 'x11'), ('assign', 2, 'r2', [4]), ('assign', 1, 'r2', [4]), ('refresh', 4), ('flush',), ('delete', 2),
        ('append', 3, 'b1', 4), ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('remove', 0, 'r2', 4), ('new', 6, 'A', {'name': 'n6', 'id': 5}),
        ('delete', 1), ('flush',), ('remove', 6, 'r2', 4), ('flush',), ('remove', 6, 'r2', 4), ('remove', 0, 'b3', 3), ('flush',),
        ('append', 4, 'r4', 3), ('commit',), ('delete', 0), ('name', 6, None, 'x31'), ('pending', 7, 'C', {'name': 'n7', 'id': 2}),
        ('flush',), ('name', 6, None, 'x34'), ('remove', 6, 'b3', 5), ('name', 4, None, 'x36'), ('name', 3, None, 'x37'),
        ('remove', 6, 'r2', 7), ('append', 7, 'r4', 5), ('flush',), ('commit',), ('set', 3, 'r3', 6), ('assign', 3, 'b1', [7, 4]),
        ('new', 8, 'A', {'name': 'n8', 'id': 6}),
    ])

play(
    655, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'extra_b': 5}), ('pending', 6, 'B', {'name': 'n6', 'extra_b': 6}),
        ('refresh', 6), ('flush',), ('pending', 7, 'B', {'name': 'n7', 'extra_b': 7}), ('name', 2, None, 'x10'), ('flush',), ('refresh', 3),
        ('delete', 5), ('pending', 8, 'B', {'name': 'n8', 'extra_b': 8}), ('merge', None, 'A', {'id': 1, 'name': 'm15'}),
        ('name', 1, None, 'x16'), ('new', 9, 'A', {'name': 'n9'}), ('refresh', 7),
    ])

play(
    657, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'D'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'F', None, {}, {}),
        ('many_to_one', 'H', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'H', 'r4', 'B', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'H', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r7', 'A', 'b7', {}, {}),
        ('many_to_one', 'G', 'r8', 'H', None, {}, {}),
        ('many_to_one', 'A', 'r9', 'A', 'b9', {'post_update': True}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'G', {'name': 'n2', 'id': 2}),
        ('new', 3, 'F', {'name': 'n3', 'id': 3}), ('set', 0, 'r5', None), ('set', 1, 'r6', None), ('expire_all',),
        ('merge', None, 'G', {'id': 3, 'name': 'm7'}), ('set', 1, 'r7', None), ('set', 3, 'r5', None), ('refresh', 2),
        ('new', 4, 'H', {'name': 'n4', 'id': 2}), ('pending', 5, 'A', {'name': 'n5', 'id': 1}), ('flush',), ('expire_all',),
        ('new', 6, 'H', {'name': 'n6', 'id': 3}), ('set', 6, 'r3', None), ('name', 2, None, 'x17'), ('set', 2, 'r8', 4),
        ('set', 1, 'r6', 4), ('remove', 5, 'b0', 6), ('new', 7, 'F', {'name': 'n7', 'id': 4, 'extra_f': 7}), ('expire_all',),
        ('set', 1, 'r6', 4), ('append', 5, 'b9', 5), ('set', 3, 'r5', None), ('set', 3, 'r5', None), ('flush',), ('flush',),
    ])

play(
    661, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('name', 6, None, 'x7'), ('delete', 6), ('set', 1, 'r0', 4), ('name', 0, None, 'x10'),
        ('remove', 4, 'b0', 2), ('remove', 0, 'b1', 1), ('name', 0, None, 'x13'), ('new', 7, 'C', {'name': 'n7'}), ('name', 0, None, 'x15'),
        ('new', 8, 'B', {'name': 'n8'}), ('name', 4, None, 'x17'), ('append', 3, 'b0', 2), ('remove', 1, 'b1', 2), ('delete', 5),
        ('append', 4, 'b0', 1),
    ])

play(
    662, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}),
        ('new', 2, 'B', {'name': 'n2', 'id': 6, 'extra_b': 2}), ('commit',), ('flush',), ('flush',), ('flush',), ('flush',), ('delete', 2),
        ('new', 3, 'B', {'name': 'n3', 'id': 8, 'extra_b': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 10}), ('name', 0, None, 'x11'),
        ('new', 5, 'A', {'name': 'n5', 'id': 11}), ('name', 4, None, 'x13'), ('append', 4, 'b1', 4), ('assign', 4, 'b2', [3]), ('flush',),
        ('flush',), ('append', 3, 'b1', 3),
    ])

play(
    663, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'E', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'H', 'r1', 'B', None, {}, {}),
        ('many_to_many', 'F', 'r2', 'H', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r5', 'B', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'G', 'r6', 'C', 'b6', {}, {'passive_deletes': True}),
        ('many_to_one', 'F', 'r7', 'E', None, {}, {}),
        ('many_to_one', 'C', 'r8', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'G', 'r9', 'A', 'b9', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2, 'extra_b': 0}), ('pending', 1, 'G', {'name': 'n1', 'id': 1}),
        ('new', 2, 'C', {'name': 'n2', 'id': 1}), ('pending', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'H', {'name': 'n4', 'id': 1}),
        ('new', 5, 'C', {'name': 'n5', 'id': 3}), ('new', 6, 'H', {'name': 'n6', 'id': 2}), ('set', 2, 'r8', 0), ('flush',), ('commit',),
        ('expire_all',), ('append', 0, 'b9', 1), ('append', 0, 'b9', 1), ('set', 6, 'r1', 0), ('flush',), ('flush',), ('set', 6, 'r1', 0),
        ('name', 2, None, 'x17'), ('flush',), ('set', 5, 'r8', 0), ('remove', 0, 'b9', 1), ('flush',), ('append', 0, 'b9', 1),
        ('delete', 0), ('set', 1, 'r9', None), ('flush',), ('new', 7, 'D', {'name': 'n7', 'id': 3}), ('set', 3, 'r3', None),
        ('set', 2, 'r8', None), ('new', 8, 'D', {'name': 'n8', 'id': 4}), ('merge', None, 'G', {'id': 3, 'name': 'm30'}),
        ('new', 9, 'B', {'name': 'n9', 'id': 4, 'extra_b': 9}), ('set', 3, 'r3', 9), ('flush',), ('name', 1, None, 'x34'),
        ('set', 1, 'r6', 5), ('set', 1, 'r9', None), ('flush',), ('delete', 7), ('flush',), ('set', 1, 'r6', 5), ('delete', 2),
        ('set', 4, 'r1', 9), ('name', 6, None, 'x43'),
    ])

play(
    665, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'G', 'r1', 'F', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'E', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'D', 'r6', 'D', 'b6', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'E', 'r7', 'A', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'G', {'name': 'n2', 'id': 1}),
        ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('set', 0, 'r7', 1), ('flush',), ('set', 0, 'r7', 1), ('append', 3, 'b1', 2),
        ('set', 2, 'r1', 3), ('append', 1, 'b3', 3), ('new', 4, 'F', {'name': 'n4', 'id': 2}), ('set', 2, 'r1', 4),
        ('name', 0, None, 'x12'), ('refresh', 3), ('new', 5, 'E', {'name': 'n5', 'id': 3}), ('append', 0, 'b4', 4), ('append', 1, 'b3', 3),
        ('flush',), ('set', 4, 'r4', None), ('new', 6, 'B', {'name': 'n6', 'id': 2}), ('new', 7, 'F', {'name': 'n7', 'id': 4}),
        ('set', 2, 'r1', 7), ('set', 3, 'r3', 1), ('set', 4, 'r4', 5), ('set', 0, 'r7', 1), ('flush',), ('delete', 5),
        ('name', 4, None, 'x27'), ('merge', None, 'D', {'id': 3, 'name': 'm28'}), ('set', 7, 'r4', 0),
        ('new', 8, 'E', {'name': 'n8', 'id': 5}), ('delete', 1), ('name', 3, None, 'x32'), ('name', 0, None, 'x33'),
        ('name', 3, None, 'x34'), ('merge', None, 'G', {'id': 3, 'name': 'm35'}), ('set', 6, 'r2', None), ('name', 4, None, 'x37'),
        ('flush',), ('set', 3, 'r3', None), ('set', 2, 'r1', 7), ('name', 0, None, 'x41'), ('name', 7, None, 'x42'), ('delete', 8),
    ])

play(
    666, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'C'), ('F', 'B')],
    [
        ('many_to_one', 'D', 'r0', 'E', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r2', 'F', None, {'post_update': True}, {}),
        ('many_to_many', 'D', 'r3', 'D', 'b3', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {}, {}),
        ('many_to_many', 'F', 'r6', 'F', 'b6', {}, {}),
        ('many_to_one', 'D', 'r7', 'D', 'b7', {}, {}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'id': 2, 'extra_e': 0}), ('new', 1, 'C', {'name': 'n1', 'id': 3}),
        ('new', 2, 'B', {'name': 'n2', 'id': 1}), ('new', 3, 'E', {'name': 'n3', 'id': 4}), ('new', 4, 'F', {'name': 'n4', 'id': 2}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 3}), ('name', 0, None, 'x6'), ('new', 6, 'D', {'name': 'n6', 'id': 1}), ('delete', 0),
        ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('remove', 3, 'b1', 6), ('name', 4, None, 'x11'),
        ('pending', 8, 'A', {'name': 'n8', 'id': 1}), ('merge', None, 'D', {'id': 3, 'name': 'm13'}), ('refresh', 6),
        ('name', 5, None, 'x15'), ('flush',), ('refresh', 7), ('delete', 7), ('flush',), ('flush',), ('name', 2, None, 'x21'),
        ('append', 1, 'b1', 6), ('remove', 3, 'b1', 6), ('flush',), ('pending', 9, 'C', {'name': 'n9', 'id': 6}), ('name', 6, None, 'x26'),
        ('flush',), ('append', 1, 'b1', 6), ('expire_all',), ('flush',), ('append', 1, 'b1', 6), ('append', 9, 'b1', 6), ('delete', 6),
        ('delete', 8), ('name', 9, None, 'x35'),
    ])
