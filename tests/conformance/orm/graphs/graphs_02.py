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
    88, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r2', 'D', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'E', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 4}),
        ('commit',), ('flush',), ('delete', 4), ('name', 3, None, 'x9'), ('delete', 5), ('merge', None, 'D', {'id': 4, 'name': 'm11'}),
        ('new', 6, 'D', {'name': 'n6', 'id': 4}), ('refresh', 0), ('pending', 7, 'E', {'name': 'n7', 'id': 2}), ('delete', 7),
        ('name', 2, None, 'x16'), ('name', 1, None, 'x17'), ('flush',),
    ])

play(
    91, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r1', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 6}), ('new', 4, 'A', {'name': 'n4', 'id': 1}), ('new', 5, 'A', {'name': 'n5', 'id': 2}),
        ('new', 6, 'A', {'name': 'n6', 'id': 3}), ('set', 3, 'r0', 2), ('merge', None, 'B', {'id': 3, 'name': 'm8'}), ('set', 4, 'r1', 3),
        ('merge', None, 'A', {'id': 4, 'name': 'm10'}), ('set', 5, 'r1', 1), ('name', 3, None, 'x12'),
        ('pending', 7, 'B', {'name': 'n7', 'id': 8}), ('set', 6, 'r1', None), ('set', 3, 'r0', 3), ('flush',), ('name', 3, None, 'x17'),
        ('set', 6, 'r1', 2), ('merge', None, 'B', {'id': 3, 'name': 'm19'}), ('merge', None, 'A', {'id': 1, 'name': 'm20'}),
        ('set', 6, 'r1', 3), ('set', 7, 'r0', 7), ('set', 3, 'r0', 1), ('name', 0, None, 'x24'), ('delete', 6), ('set', 1, 'r0', None),
        ('flush',), ('set', 0, 'r0', 0), ('set', 7, 'r0', 3), ('set', 1, 'r0', 7), ('flush',), ('name', 4, None, 'x32'), ('expire_all',),
        ('set', 4, 'r1', 2), ('set', 4, 'r1', 0), ('set', 0, 'r0', 1), ('pending', 8, 'A', {'name': 'n8', 'id': 5}), ('flush',),
        ('new', 9, 'B', {'name': 'n9', 'id': 9}), ('delete', 7), ('set', 5, 'r1', 2), ('merge', None, 'B', {'id': 4, 'name': 'm42'}),
        ('flush',), ('name', 9, None, 'x44'), ('flush',), ('flush',),
    ])

play(
    96, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {'cascade': 'merge'}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 4}),
        ('pending', 2, 'B', {'name': 'n2', 'id': 1}), ('delete', 0), ('expire_all',), ('set', 1, 'r2', None), ('flush',),
        ('merge', None, 'C', {'id': 2, 'name': 'm7'}), ('pending', 3, 'B', {'name': 'n3', 'id': 2}), ('name', 2, None, 'x9'),
        ('set', 1, 'r2', None), ('refresh', 2), ('name', 1, None, 'x12'), ('refresh', 3), ('new', 4, 'A', {'name': 'n4', 'id': 2}),
        ('set', 1, 'r2', 4), ('merge', None, 'A', {'id': 3, 'name': 'm16'}), ('set', 1, 'r2', 4), ('name', 1, None, 'x18'),
        ('pending', 5, 'D', {'name': 'n5', 'id': 1}), ('set', 1, 'r2', 4),
    ])

play(
    97, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('pending', 4, 'A', {'name': 'n4', 'id': 5}), ('new', 5, 'C', {'name': 'n5', 'id': 2}),
        ('new', 6, 'A', {'name': 'n6', 'id': 6}), ('delete', 1), ('delete', 0), ('append', 0, 'b1', 3), ('name', 4, None, 'x10'),
        ('delete', 0), ('set', 2, 'r0', 6), ('set', 3, 'r1', 6), ('name', 4, None, 'x14'), ('set', 2, 'r0', 4), ('set', 2, 'r0', 4),
        ('merge', None, 'A', {'id': 1, 'name': 'm17'}), ('name', 2, None, 'x18'),
    ])

play(
    98, [('A', None), ('B', None), ('C', 'B'), ('D', 'B')],
    [
        ('many_to_one', 'A', 'r0', 'D', 'b0', {'post_update': True}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 4, 'extra_d': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 3}),
        ('new', 5, 'B', {'name': 'n5', 'id': 5}), ('expire_all',), ('delete', 0), ('flush',), ('set', 4, 'r0', 3), ('set', 4, 'r0', 3),
        ('name', 1, None, 'x11'), ('flush',), ('name', 1, None, 'x13'), ('flush',), ('set', 2, 'r0', 3), ('expire_all',),
        ('name', 4, None, 'x17'), ('flush',), ('set', 4, 'r0', None), ('set', 4, 'r0', 3), ('set', 4, 'r0', 3),
    ])

play(
    101, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'E'), ('G', 'B'), ('H', None)],
    [
        ('many_to_one', 'D', 'r0', 'F', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r1', 'G', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r2', 'G', 'b2', {'post_update': True}, {}),
        ('many_to_many', 'A', 'r3', 'F', 'b3', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'H', 'r5', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'C', None, {}, {}),
        ('many_to_one', 'H', 'r8', 'C', 'b8', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r9', 'D', 'b9', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1', 'id': 101}), ('pending', 2, 'H', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3', 'extra_f': 3}), ('new', 4, 'F', {'name': 'n4'}), ('set', 2, 'r7', None), ('set', 0, 'r2', None),
        ('append', 1, 'r3', 3), ('set', 2, 'r5', None), ('name', 2, None, 'x9'), ('set', 4, 'r2', None), ('append', 4, 'b3', 1),
        ('delete', 1), ('set', 3, 'r9', None), ('set', 0, 'r9', None), ('name', 2, None, 'x15'), ('flush',),
        ('merge', None, 'H', {'id': 1, 'name': 'm17'}), ('pending', 5, 'E', {'name': 'n5'}), ('flush',), ('set', 0, 'r2', None),
        ('delete', 3),
    ])

play(
    102, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('new', 5, 'B', {'name': 'n5', 'id': 3}),
        ('new', 6, 'B', {'name': 'n6', 'id': 5}), ('flush',), ('refresh', 5), ('delete', 5), ('remove', 5, 'b0', 1), ('delete', 4),
        ('set', 1, 'r2', 3), ('remove', 3, 'b2', 1), ('append', 5, 'b1', 1), ('delete', 1), ('name', 6, None, 'x16'),
        ('new', 7, 'B', {'name': 'n7', 'id': 6}), ('new', 8, 'B', {'name': 'n8', 'id': 8}), ('flush',), ('name', 2, None, 'x20'),
        ('name', 8, None, 'x21'), ('commit',), ('flush',), ('name', 7, None, 'x24'), ('flush',), ('name', 5, None, 'x26'),
        ('new', 9, 'C', {'name': 'n9', 'id': 3}), ('delete', 0), ('name', 3, None, 'x29'),
    ])

play(
    103, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r1', 'F', 'b1', {}, {}),
        ('many_to_many', 'D', 'r2', 'F', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'E', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'F', {'name': 'n4', 'id': 4}),
        ('pending', 5, 'C', {'name': 'n5', 'id': 1}), ('expire_all',), ('expire_all',), ('name', 0, None, 'x8'), ('delete', 2),
        ('remove', 5, 'b0', 3), ('append', 0, 'b2', 1), ('assign', 5, 'b0', [1]), ('flush',), ('set', 0, 'r3', None),
        ('name', 0, None, 'x15'), ('set', 3, 'r0', 5), ('set', 1, 'r4', 5), ('set', 1, 'r0', 5), ('delete', 4), ('name', 5, None, 'x20'),
        ('name', 1, None, 'x21'), ('assign', 3, 'r2', [0]), ('assign', 0, 'b2', [3, 1]), ('assign', 5, 'b0', []),
        ('pending', 6, 'C', {'name': 'n6', 'id': 2}), ('append', 5, 'b0', 3), ('name', 6, None, 'x27'),
        ('merge', None, 'E', {'id': 1, 'name': 'm28'}), ('name', 1, None, 'x29'), ('flush',), ('set', 0, 'r3', None),
        ('remove', 1, 'r2', 0), ('merge', None, 'D', {'id': 4, 'name': 'm33'}), ('assign', 5, 'b0', [3]),
    ])

play(
    105, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'C')],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'A', None, {}, {}),
        ('many_to_many', 'C', 'r3', 'G', None, {}, {}),
        ('many_to_one', 'H', 'r4', 'G', None, {}, {}),
        ('many_to_one', 'G', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'G', 'r6', 'F', 'b6', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'G', 'r7', 'H', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'F', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 2}), ('merge', None, 'G', {'id': 3, 'name': 'm4'}),
        ('pending', 4, 'E', {'name': 'n4', 'id': 2}), ('set', 4, 'r2', None), ('flush',), ('refresh', 2), ('flush',),
        ('set', 4, 'r2', None), ('delete', 4), ('delete', 1), ('pending', 5, 'F', {'name': 'n5', 'id': 2}), ('name', 3, None, 'x14'),
        ('name', 0, None, 'x15'), ('refresh', 0), ('merge', None, 'D', {'id': 1, 'name': 'm17'}),
    ])

play(
    106, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', 'D'), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r5', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'F', 'r7', 'B', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2, 'extra_c': 0}), ('new', 1, 'E', {'name': 'n1', 'id': 2}),
        ('new', 2, 'F', {'name': 'n2', 'id': 1}), ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 5}),
        ('new', 5, 'C', {'name': 'n5', 'id': 6}), ('new', 6, 'B', {'name': 'n6', 'id': 8, 'extra_b': 6}), ('delete', 2), ('flush',),
        ('flush',), ('expire_all',), ('refresh', 0), ('new', 7, 'A', {'name': 'n7', 'id': 9}), ('expire_all',), ('name', 0, None, 'x14'),
        ('name', 0, None, 'x15'), ('flush',), ('new', 8, 'A', {'name': 'n8', 'id': 10}), ('append', 0, 'b3', 1),
        ('merge', None, 'D', {'id': 2, 'name': 'm19'}), ('name', 6, None, 'x20'), ('flush',), ('new', 9, 'D', {'name': 'n9', 'id': 3}),
        ('flush',), ('flush',),
    ])

play(
    107, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'B', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 1}), ('pending', 5, 'C', {'name': 'n5', 'id': 4}),
        ('new', 6, 'B', {'name': 'n6', 'id': 4}), ('delete', 2), ('new', 7, 'C', {'name': 'n7', 'id': 6}), ('remove', 4, 'b2', 4),
        ('name', 5, None, 'x10'), ('flush',), ('flush',), ('flush',), ('flush',), ('flush',), ('flush',), ('flush',),
        ('remove', 6, 'r3', 2), ('commit',),
    ])

play(
    108, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'C', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r3', 'A', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 100, 'extra_c': 0}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('flush',),
        ('append', 2, 'b0', 4), ('set', 3, 'r2', 1), ('set', 2, 'r2', 0), ('remove', 3, 'b0', 1), ('set', 1, 'r0', 5),
        ('name', 3, None, 'x12'), ('append', 2, 'b0', 4), ('flush',), ('assign', 3, 'b0', [0]), ('expire_all',), ('set', 0, 'r3', 5),
        ('flush',), ('refresh', 2), ('delete', 3),
    ])

play(
    109, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_many', 'D', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 3, 'extra_d': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 2}), ('pending', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'C', {'name': 'n4', 'id': 1}),
        ('name', 2, None, 'x5'), ('flush',), ('set', 1, 'r2', 1), ('set', 4, 'r3', 2), ('delete', 3),
        ('new', 5, 'A', {'name': 'n5', 'id': 5}), ('delete', 4), ('pending', 6, 'A', {'name': 'n6', 'id': 7}), ('refresh', 1),
        ('pending', 7, 'A', {'name': 'n7', 'id': 8}), ('append', 6, 'b0', 2),
    ])

play(
    110, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'C', 'b0', {}, {'passive_deletes': True}),
        ('many_to_many', 'D', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'E', {'name': 'n4', 'id': 2}), ('pending', 5, 'D', {'name': 'n5', 'id': 3}),
        ('flush',), ('new', 6, 'E', {'name': 'n6', 'id': 3}), ('flush',), ('set', 4, 'r0', None), ('new', 7, 'B', {'name': 'n7', 'id': 4}),
        ('append', 1, 'b3', 7), ('new', 8, 'E', {'name': 'n8', 'id': 4}), ('pending', 9, 'A', {'name': 'n9', 'id': 4}),
        ('new', 10, 'A', {'name': 'n10', 'id': 5}), ('name', 0, None, 'x15'), ('remove', 5, 'r1', 6), ('set', 4, 'r2', None),
        ('set', 4, 'r0', None), ('flush',), ('refresh', 10), ('name', 7, None, 'x21'), ('remove', 3, 'r1', 8),
    ])

play(
    111, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('new', 4, 'B', {'name': 'n4', 'id': 4}), ('new', 5, 'C', {'name': 'n5', 'id': 3}),
        ('delete', 3), ('flush',), ('set', 5, 'r0', None), ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('set', 0, 'r2', 2), ('delete', 1),
        ('set', 6, 'r1', 0), ('append', 2, 'b0', 5), ('set', 4, 'r2', None), ('new', 7, 'A', {'name': 'n7', 'id': 4}), ('set', 6, 'r1', 4),
        ('append', 7, 'b0', 6), ('expire_all',), ('append', 2, 'b0', 6), ('set', 0, 'r2', 2), ('set', 6, 'r0', 7), ('append', 2, 'b0', 5),
        ('set', 4, 'r2', 7), ('refresh', 5),
    ])

play(
    112, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'D', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r1', 'F', 'b1', {'post_update': True, 'cascade': 'merge'}, {'post_update': True}),
        ('many_to_one', 'F', 'r2', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r3', 'C', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'F', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {'passive_deletes': True}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'E', {'name': 'n3', 'id': 3}), ('new', 4, 'E', {'name': 'n4', 'id': 4}), ('new', 5, 'D', {'name': 'n5', 'id': 1}),
        ('new', 6, 'E', {'name': 'n6', 'id': 6}), ('new', 7, 'A', {'name': 'n7', 'id': 2}), ('delete', 0), ('flush',),
        ('set', 4, 'r1', None), ('append', 5, 'b0', 1), ('new', 8, 'F', {'name': 'n8', 'id': 1}), ('name', 4, None, 'x13'),
        ('set', 1, 'r1', None), ('assign', 8, 'b1', [4, 1]), ('name', 8, None, 'x16'), ('append', 5, 'b0', 4), ('flush',), ('refresh', 5),
        ('flush',), ('delete', 8), ('set', 4, 'r0', 5), ('delete', 7), ('set', 6, 'r0', 5), ('append', 5, 'b0', 6), ('set', 1, 'r5', None),
        ('delete', 1), ('new', 9, 'F', {'name': 'n9', 'id': 2}),
    ])

play(
    113, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {'cascade': 'all'}, {}),
        ('many_to_many', 'A', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('new', 5, 'B', {'name': 'n5', 'id': 5}),
        ('flush',), ('flush',), ('append', 1, 'b1', 4), ('new', 6, 'A', {'name': 'n6', 'id': 5}), ('append', 4, 'r1', 1), ('delete', 0),
        ('flush',), ('name', 2, None, 'x13'), ('flush',), ('append', 2, 'r0', 4), ('name', 3, None, 'x16'), ('set', 1, 'r2', 3),
        ('delete', 4), ('name', 3, None, 'x19'),
    ])

play(
    116, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'B'), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'G', 'r0', 'B', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'H', 'r1', 'C', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r2', 'E', None, {}, {}),
        ('many_to_many', 'A', 'r3', 'G', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r5', 'A', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r6', 'H', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'H', 'r7', 'G', None, {}, {}),
        ('many_to_one', 'F', 'r8', 'E', 'b8', {}, {}),
        ('many_to_one', 'F', 'r9', 'B', 'b9', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'E', {'name': 'n4', 'id': 2}),
        ('new', 5, 'E', {'name': 'n5', 'id': 3, 'extra_e': 5}), ('name', 1, None, 'x6'), ('flush',), ('delete', 4), ('refresh', 2),
        ('set', 0, 'r4', 1),
    ])

play(
    117, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('append', 2, 'b1', 0), ('name', 1, None, 'x5'), ('delete', 2), ('set', 0, 'r1', 1), ('expire_all',), ('name', 1, None, 'x9'),
        ('delete', 0), ('refresh', 3), ('commit',), ('flush',), ('new', 4, 'C', {'name': 'n4'}), ('flush',),
        ('new', 5, 'C', {'name': 'n5'}), ('set', 5, 'r0', 3), ('remove', 1, 'b1', 5), ('append', 1, 'b1', 4),
        ('pending', 6, 'B', {'name': 'n6', 'extra_b': 6}),
    ])

play(
    118, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {'post_update': True}, {}),
        ('many_to_many', 'A', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 1}), ('delete', 1), ('assign', 0, 'r2', [3]), ('append', 2, 'b0', 2),
        ('merge', None, 'A', {'id': 2, 'name': 'm7'}), ('append', 0, 'r2', 3), ('pending', 4, 'A', {'name': 'n4', 'id': 4}),
        ('append', 2, 'b0', 2), ('remove', 2, 'b3', 3), ('delete', 0), ('name', 4, None, 'x13'), ('append', 2, 'b0', 2),
        ('pending', 5, 'C', {'name': 'n5', 'id': 2}), ('new', 6, 'A', {'name': 'n6', 'id': 6}),
    ])

play(
    120, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'G', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'D', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'E', 'b6', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r7', 'B', 'b7', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'D', {'name': 'n2', 'id': 1}),
        ('new', 3, 'G', {'name': 'n3', 'id': 1}), ('set', 2, 'r4', None), ('name', 3, None, 'x5'), ('flush',), ('set', 2, 'r5', 2),
        ('delete', 3), ('set', 2, 'r4', None), ('delete', 2), ('name', 0, None, 'x11'), ('set', 0, 'r2', None), ('refresh', 0),
        ('set', 0, 'r2', 1),
    ])

play(
    121, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('pending', 1, 'B', {'name': 'n1', 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}), ('new', 3, 'B', {'name': 'n3', 'extra_b': 3}),
        ('new', 4, 'B', {'name': 'n4', 'id': 104, 'extra_b': 4}), ('new', 5, 'A', {'name': 'n5'}), ('pending', 6, 'A', {'name': 'n6'}),
        ('name', 4, None, 'x7'), ('merge', None, 'A', {'id': 1, 'name': 'm8'}), ('name', 0, None, 'x9'), ('refresh', 1),
        ('pending', 7, 'B', {'name': 'n7', 'extra_b': 7}), ('new', 8, 'B', {'name': 'n8', 'extra_b': 8}), ('name', 4, None, 'x13'),
        ('name', 6, None, 'x14'), ('name', 3, None, 'x15'), ('delete', 2), ('pending', 9, 'A', {'name': 'n9', 'id': 109}),
        ('name', 8, None, 'x18'), ('flush',), ('name', 3, None, 'x20'),
    ])

play(
    123, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'A', 'r2', 'A', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6', 'id': 106}), ('flush',), ('set', 2, 'r1', 2), ('name', 3, None, 'x9'), ('commit',),
        ('name', 1, None, 'x11'), ('set', 1, 'r0', None), ('set', 6, 'r3', 0), ('set', 0, 'r3', 6), ('append', 3, 'r2', 2),
        ('name', 4, None, 'x16'), ('set', 0, 'r0', 2), ('merge', None, 'B', {'id': 1, 'name': 'm18'}),
    ])

play(
    126, [('A', None), ('B', 'A'), ('C', None), ('D', 'C'), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'D', 'b0', {}, {}),
        ('many_to_many', 'D', 'r2', 'G', 'b2', {}, {}),
        ('many_to_many', 'G', 'r3', 'D', 'b3', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r5', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'H', 'r6', 'F', 'b6', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r7', 'H', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r8', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0'}), ('pending', 1, 'D', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('expire_all',), ('expire_all',), ('remove', 2, 'r3', 1), ('flush',), ('refresh', 1),
        ('name', 3, None, 'x9'), ('name', 2, None, 'x10'), ('name', 3, None, 'x11'), ('refresh', 0), ('append', 1, 'b0', 0),
    ])

play(
    130, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'C', 'r0', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r1', 'B', 'b1', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r2', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r3', 'E', None, {}, {}),
        ('many_to_many', 'G', 'r4', 'C', 'b4', {}, {}),
        ('many_to_many', 'A', 'r5', 'G', 'b5', {'cascade': 'all'}, {}),
        ('many_to_one', 'G', 'r6', 'D', 'b6', {}, {}),
        ('many_to_many', 'D', 'r7', 'E', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('new', 4, 'G', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('assign', 3, 'b1', []), ('name', 0, None, 'x7'),
        ('remove', 0, 'b5', 5), ('assign', 3, 'b1', [2]), ('append', 1, 'b1', 2), ('new', 6, 'B', {'name': 'n6'}), ('append', 1, 'b1', 0),
        ('flush',), ('remove', 3, 'b1', 2), ('name', 2, None, 'x15'), ('append', 6, 'b1', 4), ('new', 7, 'A', {'name': 'n7'}), ('flush',),
        ('flush',), ('name', 3, None, 'x20'), ('delete', 4), ('name', 3, None, 'x22'),
    ])

play(
    132, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2, 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1', 'id': 3, 'extra_b': 1}),
        ('pending', 2, 'E', {'name': 'n2', 'id': 2}), ('pending', 3, 'C', {'name': 'n3', 'id': 1}),
        ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('name', 0, None, 'x5'), ('commit',), ('refresh', 1),
        ('merge', None, 'E', {'id': 1, 'name': 'm8'}), ('merge', None, 'D', {'id': 4, 'name': 'm9'}), ('set', 2, 'r3', 3), ('flush',),
        ('delete', 1), ('flush',), ('new', 5, 'D', {'name': 'n5', 'id': 1}), ('commit',), ('delete', 5), ('delete', 0), ('set', 2, 'r3', 3),
        ('refresh', 2), ('flush',),
    ])

play(
    135, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 4}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('pending', 4, 'D', {'name': 'n4', 'id': 6}), ('new', 5, 'C', {'name': 'n5', 'id': 3}),
        ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('new', 7, 'B', {'name': 'n7', 'id': 1}), ('name', 4, None, 'x8'), ('flush',),
        ('set', 2, 'r2', None), ('set', 6, 'r2', None), ('set', 7, 'r0', None), ('set', 7, 'r0', None), ('name', 7, None, 'x14'),
        ('flush',),
    ])

play(
    136, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', 'E'), ('G', 'A'), ('H', None)],
    [
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'G', 'r6', 'D', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'H', {'name': 'n0', 'id': 1}), ('pending', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'H', {'name': 'n2', 'id': 2}),
        ('new', 3, 'G', {'name': 'n3', 'id': 2}), ('new', 4, 'F', {'name': 'n4', 'id': 1}), ('append', 1, 'b6', 3),
        ('pending', 5, 'H', {'name': 'n5', 'id': 3}), ('flush',), ('delete', 3), ('append', 1, 'b4', 1), ('refresh', 4), ('flush',),
        ('pending', 6, 'D', {'name': 'n6', 'id': 2}), ('delete', 0), ('flush',), ('merge', None, 'H', {'id': 3, 'name': 'm15'}),
        ('name', 2, None, 'x16'), ('refresh', 6), ('commit',), ('delete', 1), ('flush',), ('name', 6, None, 'x21'), ('flush',),
        ('merge', None, 'C', {'id': 4, 'name': 'm23'}), ('set', 4, 'r3', None), ('new', 7, 'H', {'name': 'n7', 'id': 4}), ('flush',),
        ('pending', 8, 'D', {'name': 'n8', 'id': 3}), ('flush',), ('flush',), ('flush',), ('flush',), ('set', 8, 'r4', 6), ('flush',),
        ('new', 9, 'D', {'name': 'n9', 'id': 4}),
    ])

play(
    138, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}), ('new', 3, 'C', {'name': 'n3'}),
        ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('pending', 6, 'A', {'name': 'n6'}),
        ('new', 7, 'A', {'name': 'n7'}), ('flush',), ('set', 5, 'r0', 6), ('name', 6, None, 'x10'), ('remove', 5, 'b3', 2),
        ('remove', 6, 'b2', 3), ('flush',), ('delete', 6), ('set', 5, 'r0', 0), ('set', 3, 'r3', 4), ('set', 1, 'r3', 5),
        ('set', 3, 'r2', 7), ('assign', 5, 'b3', [1]), ('flush',),
    ])

play(
    140, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 4, 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 5, 'extra_b': 2}), ('delete', 2), ('set', 0, 'r0', 0), ('name', 1, None, 'x5'),
        ('merge', None, 'B', {'id': 2, 'name': 'm6'}), ('name', 1, None, 'x7'), ('new', 3, 'A', {'name': 'n3', 'id': 6}), ('flush',),
        ('set', 1, 'r0', None), ('set', 3, 'r0', 3), ('set', 3, 'r0', 3), ('set', 3, 'r0', 1),
    ])

play(
    141, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {'cascade': 'merge'}, {}),
        ('many_to_one', 'E', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'F', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'E', {'name': 'n4', 'id': 2}), ('append', 3, 'b3', 1), ('set', 1, 'r3', 3),
        ('append', 2, 'b1', 2), ('assign', 2, 'r1', [2]), ('delete', 4), ('set', 1, 'r3', None), ('flush',), ('append', 3, 'b3', 1),
        ('flush',), ('remove', 2, 'b1', 2),
    ])

play(
    142, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None), ('F', None), ('G', None), ('H', 'B')],
    [
        ('many_to_one', 'H', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'B', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'D', 'r2', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
        ('many_to_many', 'D', 'r5', 'D', 'b5', {}, {}),
        ('many_to_many', 'H', 'r6', 'F', None, {}, {}),
        ('many_to_one', 'C', 'r7', 'B', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('pending', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 3}), ('new', 5, 'H', {'name': 'n5', 'id': 5}),
        ('pending', 6, 'D', {'name': 'n6', 'id': 6, 'extra_d': 6}), ('new', 7, 'H', {'name': 'n7', 'id': 7}),
        ('new', 8, 'H', {'name': 'n8', 'id': 8, 'extra_h': 8}), ('append', 4, 'b7', 3), ('name', 6, None, 'x10'), ('append', 4, 'b7', 3),
        ('merge', None, 'D', {'id': 4, 'name': 'm12'}), ('name', 1, None, 'x13'), ('append', 2, 'b7', 3), ('remove', 6, 'b5', 6),
        ('set', 3, 'r4', None), ('set', 1, 'r3', 1), ('flush',), ('remove', 1, 'b3', 1), ('set', 0, 'r1', 6), ('flush',), ('delete', 0),
        ('delete', 7), ('remove', 4, 'b7', 3), ('set', 5, 'r0', 1), ('set', 3, 'r4', 1), ('flush',), ('name', 2, None, 'x28'),
    ])

play(
    143, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('merge', None, 'B', {'id': 3, 'name': 'm4'}), ('name', 3, None, 'x5'),
        ('set', 1, 'r0', None), ('remove', 0, 'b0', 1), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('remove', 0, 'b2', 0),
        ('assign', 0, 'b0', [1]), ('commit',), ('pending', 5, 'B', {'name': 'n5', 'id': 4}), ('append', 1, 'r1', 3), ('flush',),
        ('assign', 0, 'r2', [0]), ('delete', 2), ('new', 6, 'B', {'name': 'n6', 'id': 5}), ('append', 3, 'b2', 5),
        ('pending', 7, 'B', {'name': 'n7', 'id': 7}), ('merge', None, 'A', {'id': 3, 'name': 'm20'}), ('assign', 1, 'r1', [5, 7, 3]),
        ('remove', 3, 'b0', 1), ('assign', 0, 'b0', [1]), ('append', 3, 'b0', 1), ('new', 8, 'A', {'name': 'n8', 'id': 5}),
        ('assign', 6, 'b2', [6, 3]), ('append', 7, 'b0', 1), ('new', 9, 'B', {'name': 'n9', 'id': 8}), ('append', 7, 'b0', 1),
        ('assign', 9, 'b2', [7]),
    ])

play(
    144, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', 'E')],
    [
        ('many_to_one', 'F', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r3', 'F', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {'cascade': 'save-update'}, {}),
        ('many_to_many', 'F', 'r5', 'F', None, {}, {}),
        ('many_to_many', 'E', 'r6', 'D', 'b6', {}, {}),
        ('many_to_one', 'E', 'r7', 'E', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1', 'id': 101}), ('pending', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('set', 1, 'r1', 4), ('append', 1, 'b3', 0), ('flush',),
        ('new', 5, 'E', {'name': 'n5', 'id': 105}), ('new', 6, 'D', {'name': 'n6'}), ('refresh', 4), ('set', 3, 'r2', 0),
        ('assign', 2, 'b4', [1]), ('name', 5, None, 'x13'), ('delete', 2), ('pending', 7, 'A', {'name': 'n7'}), ('set', 6, 'r2', 0),
        ('set', 3, 'r2', 0), ('flush',), ('name', 5, None, 'x19'), ('pending', 8, 'E', {'name': 'n8'}), ('new', 9, 'E', {'name': 'n9'}),
        ('pending', 10, 'B', {'name': 'n10'}), ('flush',), ('set', 8, 'r4', 4), ('flush',), ('merge', None, 'F', {'id': 1, 'name': 'm26'}),
        ('pending', 11, 'F', {'name': 'n11', 'id': 111, 'extra_f': 11}), ('flush',), ('refresh', 11), ('append', 10, 'b2', 6),
        ('name', 5, None, 'x31'), ('new', 12, 'B', {'name': 'n12', 'extra_b': 12}),
    ])

play(
    145, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None)],
    [
        ('many_to_many', 'E', 'r1', 'C', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r2', 'D', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r6', 'E', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('pending', 6, 'C', {'name': 'n6', 'extra_c': 6}),
        ('pending', 7, 'A', {'name': 'n7'}), ('set', 2, 'r4', 1), ('append', 5, 'b3', 0), ('append', 7, 'b3', 0), ('name', 4, None, 'x11'),
        ('refresh', 0), ('remove', 3, 'b3', 0), ('set', 1, 'r5', 0), ('append', 5, 'b3', 0), ('delete', 7), ('delete', 3),
        ('name', 5, None, 'x18'), ('delete', 5),
    ])

play(
    146, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}), ('flush',),
        ('flush',), ('expire_all',), ('remove', 1, 'b1', 1), ('flush',), ('assign', 0, 'b1', []), ('set', 0, 'r1', 1),
        ('append', 2, 'b1', 0), ('append', 1, 'b1', 0), ('pending', 3, 'C', {'name': 'n3'}), ('delete', 2), ('append', 0, 'b1', 1),
        ('set', 1, 'r1', None), ('append', 0, 'b1', 0), ('flush',), ('new', 4, 'C', {'name': 'n4'}), ('name', 1, None, 'x19'), ('flush',),
        ('delete', 3), ('set', 1, 'r1', 0), ('merge', None, 'A', {'id': 1, 'name': 'm23'}), ('delete', 0), ('new', 5, 'A', {'name': 'n5'}),
        ('append', 1, 'b1', 1),
    ])

play(
    147, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'C'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'B', 'r0', 'G', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'H', 'r1', 'C', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r2', 'H', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r3', 'F', 'b3', {}, {}),
        ('many_to_one', 'H', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'A', 'b5', {}, {}),
        ('many_to_one', 'E', 'r6', 'D', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 2}),
        ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'F', {'name': 'n4', 'id': 1}), ('set', 1, 'r0', None), ('flush',), ('flush',),
        ('name', 3, None, 'x8'), ('delete', 4), ('flush',), ('set', 0, 'r0', None), ('delete', 3), ('expire_all',), ('set', 0, 'r0', None),
        ('set', 1, 'r0', None), ('delete', 0), ('flush',), ('flush',), ('set', 2, 'r6', None), ('set', 2, 'r6', None),
        ('set', 1, 'r0', None), ('expire_all',), ('set', 1, 'r0', None), ('name', 1, None, 'x24'), ('flush',), ('set', 2, 'r6', None),
        ('flush',), ('name', 2, None, 'x28'), ('set', 2, 'r6', None), ('refresh', 1), ('merge', None, 'G', {'id': 3, 'name': 'm31'}),
        ('set', 1, 'r0', None), ('name', 1, None, 'x33'), ('refresh', 2), ('flush',),
    ])

play(
    148, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'D', 'b5', {'post_update': True}, {}),
        ('many_to_one', 'A', 'r6', 'A', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('pending', 4, 'E', {'name': 'n4', 'id': 1}),
        ('pending', 5, 'C', {'name': 'n5', 'id': 3}), ('new', 6, 'D', {'name': 'n6', 'id': 2}), ('flush',), ('flush',),
        ('name', 2, None, 'x9'), ('pending', 7, 'A', {'name': 'n7', 'id': 4}), ('set', 4, 'r2', 7), ('flush',), ('remove', 2, 'b0', 5),
        ('refresh', 1), ('remove', 1, 'b4', 6), ('assign', 1, 'b4', [6]), ('refresh', 3), ('set', 2, 'r5', 6), ('append', 7, 'b6', 7),
        ('append', 7, 'b6', 1), ('flush',), ('flush',), ('append', 1, 'b4', 6), ('expire_all',), ('remove', 3, 'b1', 6),
        ('assign', 1, 'b4', []),
    ])

play(
    149, [('A', None), ('B', 'A')],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 3, 'extra_b': 2}), ('assign', 2, 'r1', []), ('append', 2, 'r1', 2), ('refresh', 1),
        ('append', 0, 'r0', 2), ('assign', 2, 'b0', []), ('remove', 1, 'r0', 0), ('flush',), ('name', 0, None, 'x10'), ('commit',),
        ('new', 3, 'B', {'name': 'n3', 'id': 4, 'extra_b': 3}), ('refresh', 1), ('pending', 4, 'A', {'name': 'n4', 'id': 5}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 7}), ('pending', 6, 'B', {'name': 'n6', 'id': 8, 'extra_b': 6}),
    ])

play(
    150, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_many', 'A', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1', 'id': 101}), ('pending', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3', 'extra_c': 3}), ('append', 2, 'r0', 3), ('flush',), ('append', 1, 'r0', 0),
        ('new', 4, 'C', {'name': 'n4'}), ('append', 4, 'b0', 1), ('flush',), ('new', 5, 'B', {'name': 'n5'}), ('remove', 0, 'b0', 2),
        ('append', 4, 'b0', 2), ('name', 1, None, 'x13'), ('name', 2, None, 'x14'), ('append', 2, 'r0', 0), ('flush',),
        ('name', 0, None, 'x17'), ('delete', 5), ('new', 6, 'D', {'name': 'n6', 'id': 106}), ('assign', 0, 'b0', [1, 2]), ('delete', 1),
        ('refresh', 2), ('name', 0, None, 'x23'), ('append', 4, 'b2', 6), ('delete', 0), ('remove', 4, 'b0', 2),
        ('pending', 7, 'C', {'name': 'n7'}), ('new', 8, 'B', {'name': 'n8'}), ('append', 2, 'r0', 7), ('expire_all',),
        ('remove', 2, 'r0', 4), ('refresh', 7), ('delete', 3), ('append', 2, 'r0', 4),
    ])

play(
    153, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 2}),
        ('pending', 2, 'E', {'name': 'n2', 'id': 1}), ('pending', 3, 'A', {'name': 'n3', 'id': 2}),
        ('merge', None, 'A', {'id': 3, 'name': 'm4'}), ('new', 4, 'E', {'name': 'n4', 'id': 2}), ('refresh', 3), ('flush',),
        ('set', 0, 'r2', 3), ('delete', 4), ('set', 0, 'r2', 3), ('new', 5, 'F', {'name': 'n5', 'id': 1}), ('expire_all',),
        ('set', 2, 'r0', None), ('flush',),
    ])

play(
    154, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('pending', 5, 'B', {'name': 'n5', 'id': 3}),
        ('new', 6, 'A', {'name': 'n6', 'id': 5}), ('pending', 7, 'A', {'name': 'n7', 'id': 6}), ('flush',), ('append', 5, 'b4', 4),
        ('flush',), ('append', 1, 'b0', 4), ('flush',), ('append', 6, 'b2', 4), ('pending', 8, 'B', {'name': 'n8', 'id': 4}), ('flush',),
        ('remove', 1, 'b4', 4), ('flush',), ('name', 6, None, 'x18'), ('append', 2, 'b2', 4), ('set', 7, 'r1', 4), ('delete', 1),
        ('flush',), ('append', 3, 'b2', 4), ('merge', None, 'C', {'id': 2, 'name': 'm24'}),
    ])

play(
    155, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r1', 'D', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'H', 'r2', 'E', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_one', 'G', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r5', 'D', None, {}, {}),
        ('many_to_one', 'F', 'r6', 'G', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r7', 'A', 'b7', {}, {}),
        ('many_to_many', 'H', 'r8', 'H', None, {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('commit',), ('delete', 2), ('merge', None, 'E', {'id': 2, 'name': 'm5'}), ('flush',),
        ('merge', None, 'D', {'id': 4, 'name': 'm7'}), ('merge', None, 'F', {'id': 2, 'name': 'm8'}),
        ('pending', 3, 'E', {'name': 'n3', 'id': 2}), ('name', 1, None, 'x10'), ('merge', None, 'E', {'id': 2, 'name': 'm11'}),
        ('set', 0, 'r6', None), ('name', 0, None, 'x13'), ('name', 3, None, 'x14'), ('name', 0, None, 'x15'), ('flush',), ('delete', 0),
        ('refresh', 1), ('new', 4, 'H', {'name': 'n4', 'id': 1}), ('set', 4, 'r2', 3), ('delete', 4),
        ('merge', None, 'B', {'id': 4, 'name': 'm22'}), ('commit',), ('merge', None, 'E', {'id': 3, 'name': 'm24'}),
        ('name', 1, None, 'x25'), ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('delete', 5), ('name', 3, None, 'x28'),
        ('name', 1, None, 'x29'), ('expire_all',), ('flush',), ('name', 1, None, 'x32'), ('commit',), ('commit',), ('flush',),
    ])

play(
    157, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', 'B'), ('H', None)],
    [
        ('many_to_many', 'G', 'r0', 'G', 'b0', {}, {}),
        ('many_to_many', 'A', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'D', 'b3', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'E', 'r6', 'C', 'b6', {'cascade': 'save-update'}, {'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0'}), ('new', 1, 'G', {'name': 'n1', 'extra_g': 1}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('new', 6, 'E', {'name': 'n6'}),
        ('new', 7, 'A', {'name': 'n7'}), ('flush',), ('flush',), ('new', 8, 'F', {'name': 'n8'}), ('new', 9, 'D', {'name': 'n9'}),
        ('append', 0, 'b2', 2), ('set', 6, 'r6', 2), ('flush',), ('name', 8, None, 'x15'), ('refresh', 4), ('set', 6, 'r6', 2),
        ('pending', 10, 'F', {'name': 'n10'}), ('append', 0, 'b2', 2), ('remove', 9, 'b3', 8), ('commit',), ('remove', 7, 'r2', 4),
        ('append', 0, 'b2', 7), ('delete', 10), ('flush',), ('new', 11, 'F', {'name': 'n11', 'id': 111}), ('delete', 0),
        ('set', 8, 'r3', 9), ('append', 2, 'b6', 6), ('append', 7, 'r2', 4), ('set', 11, 'r5', 2),
    ])

play(
    158, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'C', 'r3', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1, 'extra_c': 0}), ('new', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'C', {'name': 'n2', 'id': 3, 'extra_c': 2}), ('name', 2, None, 'x3'), ('delete', 1),
        ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('name', 3, None, 'x6'), ('new', 4, 'B', {'name': 'n4', 'id': 6}), ('refresh', 2),
        ('set', 2, 'r1', None), ('flush',), ('name', 4, None, 'x11'), ('delete', 0), ('flush',),
        ('merge', None, 'B', {'id': 1, 'name': 'm14'}), ('expire_all',), ('new', 5, 'A', {'name': 'n5', 'id': 1}), ('name', 4, None, 'x17'),
        ('flush',), ('merge', None, 'B', {'id': 1, 'name': 'm19'}), ('append', 2, 'b2', 5), ('name', 5, None, 'x21'), ('set', 2, 'r1', 5),
        ('flush',), ('set', 2, 'r1', 5),
    ])

play(
    159, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 100}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('set', 0, 'r3', None), ('flush',), ('set', 1, 'r2', None), ('flush',), ('assign', 1, 'b0', []), ('expire_all',),
        ('name', 1, None, 'x9'), ('flush',), ('set', 0, 'r3', None), ('name', 2, None, 'x12'), ('new', 3, 'C', {'name': 'n3'}),
        ('name', 2, None, 'x14'),
    ])

play(
    160, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'B', None, {}, {}),
        ('many_to_many', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('delete', 0), ('delete', 3), ('pending', 4, 'B', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}), ('append', 5, 'b1', 4),
        ('refresh', 1), ('flush',), ('delete', 2), ('new', 6, 'A', {'name': 'n6'}), ('delete', 4), ('refresh', 5), ('flush',),
        ('delete', 6), ('name', 1, None, 'x17'), ('merge', None, 'A', {'id': 3, 'name': 'm18'}), ('pending', 7, 'B', {'name': 'n7'}),
        ('assign', 1, 'b3', [7]), ('append', 5, 'b1', 7), ('remove', 1, 'b1', 7), ('delete', 1), ('name', 7, None, 'x24'),
    ])

play(
    161, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'A', 'r0', 'D', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'E', 'r7', 'E', 'b7', {}, {}),
        ('many_to_one', 'D', 'r8', 'B', 'b8', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}), ('name', 1, None, 'x3'),
        ('append', 0, 'b4', 2), ('delete', 1), ('refresh', 2), ('name', 0, None, 'x7'), ('new', 3, 'F', {'name': 'n3'}),
        ('append', 2, 'b7', 2), ('append', 0, 'b4', 2), ('delete', 2), ('append', 0, 'b2', 0), ('expire_all',), ('flush',),
        ('name', 0, None, 'x15'), ('flush',), ('new', 4, 'D', {'name': 'n4'}), ('merge', None, 'G', {'id': 4, 'name': 'm18'}),
        ('refresh', 4), ('new', 5, 'A', {'name': 'n5'}), ('set', 5, 'r0', 0), ('append', 0, 'b2', 0),
        ('new', 6, 'B', {'name': 'n6', 'extra_b': 6}), ('new', 7, 'D', {'name': 'n7'}), ('remove', 4, 'b2', 0), ('delete', 3),
        ('new', 8, 'A', {'name': 'n8'}), ('assign', 4, 'b0', [5]),
    ])

play(
    164, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 4}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'A', {'name': 'n3', 'id': 7}), ('name', 2, None, 'x4'), ('delete', 3), ('flush',), ('name', 1, None, 'x7'),
        ('delete', 1), ('new', 4, 'A', {'name': 'n4', 'id': 8}), ('name', 0, None, 'x10'), ('name', 2, None, 'x11'),
        ('name', 2, None, 'x12'),
    ])

play(
    165, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'B', {'name': 'n4', 'extra_b': 4}), ('name', 1, None, 'x5'),
        ('new', 5, 'B', {'name': 'n5'}), ('delete', 2), ('delete', 5), ('name', 0, None, 'x9'), ('commit',),
    ])
