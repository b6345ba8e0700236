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
    5, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'G', 'r2', 'C', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'H', 'r3', 'C', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'C', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r5', 'D', 'b5', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'C', 'r7', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'H', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 1}),
        ('name', 2, None, 'x6'), ('flush',), ('pending', 6, 'B', {'name': 'n6', 'id': 1}), ('set', 4, 'r3', None), ('set', 2, 'r7', 1),
        ('merge', None, 'C', {'id': 3, 'name': 'm11'}), ('expire_all',), ('assign', 0, 'r2', [2]), ('set', 4, 'r3', 2),
        ('name', 1, None, 'x15'), ('pending', 7, 'A', {'name': 'n7', 'id': 2}), ('assign', 3, 'r1', [7]),
    ])

play(
    6, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D'), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'D', 'r0', 'G', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'G', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'A', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'A', 'r6', 'D', 'b6', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'H', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 1}), ('pending', 2, 'D', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'H', {'name': 'n3', 'id': 2}), ('flush',), ('merge', None, 'G', {'id': 4, 'name': 'm5'}), ('flush',),
        ('append', 1, 'b0', 2), ('set', 2, 'r4', None), ('flush',), ('name', 3, None, 'x10'), ('set', 1, 'r1', None), ('delete', 2),
        ('flush',), ('name', 0, None, 'x14'), ('merge', None, 'B', {'id': 3, 'name': 'm15'}), ('flush',),
        ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('name', 3, None, 'x18'), ('delete', 0), ('delete', 1), ('flush',),
    ])

play(
    7, [('A', None), ('B', None), ('C', None), ('D', 'C')],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'extra_d': 0}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4', 'id': 104}), ('new', 5, 'C', {'name': 'n5'}), ('set', 5, 'r2', 2),
        ('assign', 2, 'b2', [0, 5, 1]), ('set', 5, 'r2', 2), ('name', 5, None, 'x9'), ('refresh', 2), ('delete', 5), ('flush',),
        ('remove', 4, 'b0', 2), ('set', 2, 'r0', 4), ('set', 3, 'r2', 2), ('set', 1, 'r2', None), ('set', 3, 'r2', 2), ('flush',),
        ('set', 1, 'r2', 2), ('pending', 6, 'B', {'name': 'n6'}), ('new', 7, 'C', {'name': 'n7'}), ('set', 1, 'r2', 6), ('set', 3, 'r2', 6),
        ('new', 8, 'B', {'name': 'n8'}), ('new', 9, 'A', {'name': 'n9', 'id': 109}), ('set', 6, 'r0', 4), ('name', 2, None, 'x27'),
        ('name', 6, None, 'x28'), ('name', 8, None, 'x29'), ('remove', 8, 'b2', 7),
    ])

play(
    8, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('flush',), ('name', 0, None, 'x4'), ('name', 2, None, 'x5'), ('flush',), ('flush',), ('flush',), ('delete', 0), ('flush',),
        ('flush',), ('refresh', 1), ('flush',), ('flush',),
    ])

play(
    9, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', 'C'), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'E', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'F', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'A', {'name': 'n2', 'id': 1}), ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 2}),
        ('new', 5, 'A', {'name': 'n5', 'id': 4}), ('name', 4, None, 'x6'), ('flush',), ('append', 3, 'r1', 5), ('name', 1, None, 'x9'),
        ('flush',), ('delete', 0), ('name', 5, None, 'x12'), ('flush',), ('delete', 5), ('append', 4, 'b1', 3), ('delete', 5),
        ('merge', None, 'A', {'id': 3, 'name': 'm17'}),
    ])

play(
    11, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'E', 'r0', 'D', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_many', 'A', 'r3', 'E', 'b3', {'cascade': 'all'}, {}),
        ('many_to_one', 'E', 'r4', 'A', 'b4', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'C', 'r5', 'D', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'F', {'name': 'n4', 'id': 1}), ('set', 2, 'r5', None),
        ('new', 5, 'A', {'name': 'n5', 'id': 5}), ('set', 0, 'r2', None), ('pending', 6, 'B', {'name': 'n6', 'id': 2}),
        ('name', 3, None, 'x9'), ('set', 5, 'r2', None), ('set', 3, 'r2', None),
    ])

play(
    12, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'D', 'r0', 'F', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'E', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'F', 'b2', {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r5', 'A', 'b5', {}, {}),
        ('many_to_one', 'A', 'r6', 'B', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r7', 'C', None, {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('delete', 0), ('set', 1, 'r4', 2), ('set', 1, 'r4', None), ('set', 1, 'r1', None), ('new', 3, 'C', {'name': 'n3', 'id': 1}),
        ('set', 1, 'r1', 2), ('expire_all',), ('expire_all',), ('set', 1, 'r4', None), ('name', 2, None, 'x12'), ('name', 1, None, 'x13'),
    ])

play(
    15, [('A', None), ('B', 'A'), ('C', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('pending', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 3, 'extra_c': 2}), ('new', 3, 'B', {'name': 'n3', 'id': 4, 'extra_b': 3}),
        ('new', 4, 'B', {'name': 'n4', 'id': 5, 'extra_b': 4}), ('delete', 3), ('flush',), ('expire_all',), ('name', 0, None, 'x8'),
        ('flush',), ('new', 5, 'A', {'name': 'n5', 'id': 7}), ('merge', None, 'B', {'id': 4, 'name': 'm11'}), ('flush',), ('flush',),
        ('delete', 2), ('flush',), ('name', 5, None, 'x16'), ('new', 6, 'A', {'name': 'n6', 'id': 9}), ('commit',),
        ('name', 6, None, 'x19'), ('new', 7, 'C', {'name': 'n7', 'id': 10, 'extra_c': 7}),
        ('pending', 8, 'B', {'name': 'n8', 'id': 12, 'extra_b': 8}), ('refresh', 8), ('flush',),
        ('new', 9, 'B', {'name': 'n9', 'id': 14, 'extra_b': 9}),
    ])

play(
    16, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('set', 1, 'r0', None), ('set', 1, 'r1', 2), ('delete', 2), ('set', 1, 'r0', None), ('flush',), ('set', 0, 'r2', None), ('flush',),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('set', 1, 'r1', None), ('new', 4, 'D', {'name': 'n4', 'id': 4}), ('set', 0, 'r2', None),
        ('set', 0, 'r2', None), ('set', 4, 'r2', None), ('flush',), ('new', 5, 'D', {'name': 'n5', 'id': 5}), ('flush',), ('delete', 1),
        ('new', 6, 'A', {'name': 'n6', 'id': 2}), ('name', 4, None, 'x21'), ('set', 0, 'r2', 6), ('set', 0, 'r2', 6), ('set', 4, 'r2', 6),
        ('new', 7, 'C', {'name': 'n7', 'id': 3}), ('append', 3, 'b0', 7), ('flush',), ('flush',),
    ])

play(
    19, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('new', 3, 'A', {'name': 'n3', 'id': 6}), ('new', 4, 'B', {'name': 'n4', 'id': 1}), ('expire_all',), ('name', 4, None, 'x6'),
        ('flush',), ('merge', None, 'B', {'id': 2, 'name': 'm8'}), ('merge', None, 'A', {'id': 2, 'name': 'm9'}),
        ('pending', 5, 'A', {'name': 'n5', 'id': 7}), ('flush',), ('name', 4, None, 'x12'), ('append', 4, 'b0', 4), ('flush',), ('flush',),
        ('flush',), ('pending', 6, 'B', {'name': 'n6', 'id': 2}), ('delete', 0), ('delete', 4), ('new', 7, 'A', {'name': 'n7', 'id': 8}),
        ('new', 8, 'B', {'name': 'n8', 'id': 3}), ('flush',), ('flush',), ('flush',), ('delete', 1),
    ])

play(
    21, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 4}),
        ('new', 5, 'C', {'name': 'n5', 'id': 4}), ('remove', 1, 'b1', 2), ('set', 3, 'r3', None), ('set', 3, 'r3', None),
        ('set', 0, 'r2', None), ('delete', 3), ('new', 6, 'C', {'name': 'n6', 'id': 5}), ('name', 2, None, 'x12'), ('name', 5, None, 'x13'),
        ('new', 7, 'C', {'name': 'n7', 'id': 6}), ('flush',), ('set', 7, 'r3', None), ('set', 1, 'r0', None), ('flush',),
        ('append', 4, 'r1', 4), ('new', 8, 'C', {'name': 'n8', 'id': 7}), ('assign', 2, 'b1', []),
    ])

play(
    22, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}), ('new', 6, 'B', {'name': 'n6'}), ('new', 7, 'C', {'name': 'n7'}),
        ('flush',), ('append', 1, 'r3', 4), ('append', 6, 'b1', 1), ('append', 1, 'r3', 4), ('new', 8, 'A', {'name': 'n8'}),
        ('append', 3, 'b1', 1), ('append', 3, 'b1', 1), ('remove', 2, 'b4', 4), ('flush',), ('set', 8, 'r1', 6), ('delete', 7),
        ('pending', 9, 'A', {'name': 'n9'}), ('name', 1, None, 'x20'), ('new', 10, 'C', {'name': 'n10', 'id': 110}), ('set', 10, 'r4', 2),
        ('pending', 11, 'B', {'name': 'n11'}), ('expire_all',), ('append', 8, 'r0', 4), ('remove', 1, 'b4', 10), ('assign', 5, 'b0', [1]),
        ('append', 10, 'b0', 2), ('delete', 11), ('delete', 6), ('append', 3, 'b1', 1), ('flush',), ('name', 2, None, 'x33'), ('flush',),
        ('name', 0, None, 'x35'), ('new', 12, 'B', {'name': 'n12', 'id': 112}), ('delete', 4), ('new', 13, 'B', {'name': 'n13'}),
    ])

play(
    25, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r3', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2, 'extra_d': 0}), ('pending', 1, 'E', {'name': 'n1', 'id': 2}),
        ('new', 2, 'D', {'name': 'n2', 'id': 3}), ('new', 3, 'B', {'name': 'n3', 'id': 4}), ('pending', 4, 'D', {'name': 'n4', 'id': 6}),
        ('new', 5, 'B', {'name': 'n5', 'id': 7}), ('new', 6, 'C', {'name': 'n6', 'id': 1}), ('set', 1, 'r3', 2), ('flush',), ('flush',),
        ('delete', 1), ('name', 5, None, 'x11'), ('merge', None, 'E', {'id': 4, 'name': 'm12'}), ('flush',), ('refresh', 6), ('commit',),
        ('refresh', 2), ('name', 2, None, 'x17'), ('delete', 3), ('delete', 4), ('new', 7, 'B', {'name': 'n7', 'id': 9}), ('flush',),
        ('name', 0, None, 'x22'), ('new', 8, 'E', {'name': 'n8', 'id': 4}), ('name', 7, None, 'x24'), ('commit',), ('commit',),
        ('new', 9, 'E', {'name': 'n9', 'id': 6}), ('flush',), ('flush',), ('name', 0, None, 'x30'),
    ])

play(
    26, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'B', {'name': 'n6'}), ('pending', 7, 'B', {'name': 'n7'}), ('assign', 6, 'r1', [0]), ('new', 8, 'C', {'name': 'n8'}),
        ('new', 9, 'B', {'name': 'n9'}), ('expire_all',), ('flush',), ('flush',), ('remove', 6, 'r0', 3), ('append', 1, 'b0', 2),
        ('name', 1, None, 'x16'), ('commit',), ('name', 4, None, 'x18'), ('append', 9, 'r1', 3), ('append', 6, 'r0', 0),
        ('name', 8, None, 'x21'), ('pending', 10, 'C', {'name': 'n10'}), ('name', 9, None, 'x23'),
        ('new', 11, 'B', {'name': 'n11', 'id': 111}), ('assign', 1, 'b0', []), ('flush',), ('flush',), ('flush',), ('name', 8, None, 'x29'),
        ('delete', 0), ('commit',), ('assign', 7, 'r1', [1, 3]), ('delete', 1),
    ])

play(
    27, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None), ('F', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'D', 'b1', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'F', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r6', 'A', 'b6', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'E', {'name': 'n3', 'id': 2}), ('new', 4, 'C', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 3}),
        ('new', 6, 'C', {'name': 'n6', 'id': 2}), ('pending', 7, 'D', {'name': 'n7', 'id': 5, 'extra_d': 7}), ('delete', 0), ('delete', 7),
        ('name', 4, None, 'x10'), ('delete', 6), ('flush',), ('flush',), ('delete', 5), ('set', 3, 'r2', 4),
        ('new', 8, 'B', {'name': 'n8', 'id': 1}), ('flush',), ('name', 4, None, 'x18'), ('new', 9, 'C', {'name': 'n9', 'id': 3}),
        ('name', 2, None, 'x20'), ('remove', 4, 'b2', 3), ('name', 8, None, 'x22'), ('refresh', 2), ('delete', 3), ('delete', 2),
        ('name', 9, None, 'x26'), ('delete', 3), ('flush',), ('flush',), ('flush',), ('name', 9, None, 'x31'), ('name', 4, None, 'x32'),
        ('name', 9, None, 'x33'), ('set', 4, 'r6', 1), ('new', 10, 'B', {'name': 'n10', 'id': 3}), ('set', 9, 'r6', 1),
        ('name', 10, None, 'x37'), ('delete', 1), ('name', 4, None, 'x39'), ('flush',), ('expire_all',),
    ])

play(
    30, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'D')],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r1', 'G', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'F', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'E', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'A', 'b5', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r6', 'E', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('flush',), ('flush',), ('set', 0, 'r3', None), ('set', 1, 'r0', None), ('flush',), ('assign', 1, 'r4', [2]),
        ('append', 2, 'b4', 1), ('append', 2, 'b4', 1), ('new', 3, 'G', {'name': 'n3', 'id': 2, 'extra_g': 3}), ('name', 2, None, 'x12'),
        ('flush',), ('delete', 0), ('name', 1, None, 'x15'), ('refresh', 2), ('name', 2, None, 'x17'), ('set', 3, 'r0', None),
        ('append', 2, 'b4', 1), ('set', 3, 'r2', None),
    ])

play(
    32, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'A', {'name': 'n3', 'id': 6}), ('new', 4, 'B', {'name': 'n4', 'id': 1}), ('refresh', 2), ('name', 4, None, 'x6'),
        ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('remove', 0, 'b0', 5), ('set', 0, 'r1', 1), ('set', 5, 'r0', None),
        ('assign', 2, 'b0', [4, 5]), ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('set', 4, 'r0', None), ('set', 6, 'r0', 1),
        ('append', 3, 'b1', 1), ('refresh', 4), ('set', 5, 'r0', 1), ('name', 0, None, 'x18'), ('assign', 0, 'b0', [5]),
        ('merge', None, 'B', {'id': 2, 'name': 'm20'}), ('set', 0, 'r1', 2), ('set', 5, 'r0', 2), ('set', 2, 'r1', 0),
        ('name', 6, None, 'x24'), ('assign', 0, 'b0', [6]), ('set', 2, 'r1', 3), ('set', 5, 'r0', 3),
        ('new', 7, 'A', {'name': 'n7', 'id': 7}), ('set', 4, 'r0', 1), ('append', 1, 'b1', 2), ('delete', 1),
    ])

play(
    33, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'G')],
    [
        ('many_to_one', 'H', 'r0', 'H', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'F', 'r1', 'E', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r3', 'G', 'b3', {'post_update': True}, {}),
        ('many_to_many', 'B', 'r4', 'F', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'D', 'b5', {}, {}),
        ('many_to_one', 'F', 'r7', 'B', 'b7', {}, {}),
        ('many_to_one', 'C', 'r8', 'H', 'b8', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'H', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1'}), ('pending', 2, 'F', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('pending', 4, 'G', {'name': 'n4'}), ('pending', 5, 'F', {'name': 'n5'}), ('name', 0, None, 'x6'),
        ('flush',), ('name', 5, None, 'x8'), ('new', 6, 'E', {'name': 'n6'}), ('new', 7, 'D', {'name': 'n7'}), ('name', 1, None, 'x11'),
        ('flush',), ('merge', None, 'G', {'id': 3, 'name': 'm13'}), ('pending', 8, 'G', {'name': 'n8', 'id': 108}), ('refresh', 2),
        ('set', 0, 'r5', 7), ('name', 5, None, 'x17'), ('append', 7, 'b5', 8), ('flush',), ('new', 9, 'E', {'name': 'n9'}),
        ('new', 10, 'H', {'name': 'n10'}), ('new', 11, 'C', {'name': 'n11', 'id': 111}), ('append', 7, 'b5', 0),
        ('new', 12, 'F', {'name': 'n12'}), ('delete', 3), ('flush',), ('new', 13, 'G', {'name': 'n13'}), ('flush',), ('set', 13, 'r3', 10),
        ('commit',), ('set', 1, 'r2', None),
    ])

play(
    34, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'B', 'r2', 'G', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r5', 'F', 'b5', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r6', 'D', None, {}, {}),
        ('many_to_one', 'A', 'r7', 'E', None, {'post_update': True}, {}),
        ('many_to_many', 'C', 'r8', 'B', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 4}), ('pending', 4, 'A', {'name': 'n4', 'id': 5}), ('new', 5, 'B', {'name': 'n5', 'id': 2}),
        ('delete', 2), ('name', 0, None, 'x7'), ('flush',), ('name', 3, None, 'x9'), ('commit',), ('flush',), ('name', 1, None, 'x12'),
        ('delete', 4), ('set', 4, 'r7', 0), ('set', 4, 'r7', 0), ('name', 4, None, 'x16'), ('flush',), ('remove', 5, 'b8', 3),
        ('assign', 3, 'r8', []), ('name', 1, None, 'x20'), ('delete', 3), ('set', 4, 'r7', 0), ('commit',), ('flush',), ('set', 4, 'r7', 0),
        ('new', 6, 'G', {'name': 'n6', 'id': 2}), ('name', 0, None, 'x27'),
    ])

play(
    38, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'D', 'b1', {}, {}),
        ('many_to_many', 'C', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3', 'id': 103}), ('new', 4, 'B', {'name': 'n4'}), ('merge', None, 'A', {'id': 1, 'name': 'm5'}),
        ('flush',), ('expire_all',), ('refresh', 4), ('flush',), ('flush',), ('name', 0, None, 'x11'), ('flush',),
    ])

play(
    40, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', None, {}, {}),
        ('many_to_many', 'F', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'B', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'F', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 4}), ('pending', 4, 'B', {'name': 'n4', 'id': 2}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 4}), ('new', 6, 'F', {'name': 'n6', 'id': 1}), ('flush',), ('remove', 4, 'b1', 6),
        ('set', 1, 'r2', 5), ('flush',), ('name', 1, None, 'x11'), ('refresh', 1), ('merge', None, 'A', {'id': 2, 'name': 'm13'}),
        ('append', 6, 'r1', 4), ('name', 3, None, 'x15'), ('append', 4, 'b1', 6), ('flush',), ('new', 7, 'B', {'name': 'n7', 'id': 5}),
    ])

play(
    41, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'D', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'D', 'r4', 'B', 'b4', {'cascade': 'all'}, {}),
        ('many_to_many', 'D', 'r5', 'D', 'b5', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('new', 5, 'D', {'name': 'n5', 'id': 2}),
        ('new', 6, 'A', {'name': 'n6', 'id': 7}), ('new', 7, 'E', {'name': 'n7', 'id': 3}), ('flush',), ('remove', 5, 'b5', 5),
        ('new', 8, 'E', {'name': 'n8', 'id': 4}), ('flush',), ('refresh', 6), ('merge', None, 'C', {'id': 4, 'name': 'm13'}), ('delete', 3),
        ('expire_all',), ('set', 2, 'r2', None), ('name', 1, None, 'x17'), ('refresh', 8), ('name', 4, None, 'x19'),
        ('name', 8, None, 'x20'), ('refresh', 0), ('set', 2, 'r1', None), ('set', 2, 'r2', None), ('delete', 1), ('name', 7, None, 'x25'),
        ('set', 7, 'r0', None), ('flush',), ('set', 2, 'r2', None), ('flush',), ('name', 8, None, 'x30'), ('set', 7, 'r0', 5),
        ('set', 8, 'r0', 5), ('new', 9, 'D', {'name': 'n9', 'id': 3}), ('append', 9, 'r5', 5), ('set', 8, 'r0', 5), ('delete', 5),
        ('set', 0, 'r0', 9), ('set', 8, 'r0', 9), ('name', 7, None, 'x39'), ('delete', 8), ('delete', 0),
    ])

play(
    44, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'D', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2, 'extra_d': 0}), ('new', 1, 'C', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'D', {'name': 'n2', 'id': 4}), ('set', 1, 'r3', None), ('name', 2, None, 'x4'),
        ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('name', 2, None, 'x6'), ('expire_all',), ('set', 1, 'r3', None),
        ('new', 4, 'B', {'name': 'n4', 'id': 7}), ('delete', 3), ('name', 4, None, 'x11'), ('set', 1, 'r3', None), ('name', 2, None, 'x13'),
        ('flush',), ('new', 5, 'D', {'name': 'n5', 'id': 8, 'extra_d': 5}), ('set', 1, 'r3', None),
    ])

play(
    47, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'C', 'r2', 'C', 'b2', {}, {}),
        ('many_to_many', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('set', 2, 'r5', None), ('name', 3, None, 'x5'), ('new', 4, 'A', {'name': 'n4', 'id': 104}),
        ('refresh', 4), ('append', 3, 'b5', 2), ('flush',), ('name', 3, None, 'x10'), ('flush',), ('name', 2, None, 'x12'), ('refresh', 4),
        ('append', 2, 'b4', 1), ('set', 1, 'r0', 4), ('remove', 0, 'b2', 0), ('name', 3, None, 'x17'),
        ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('remove', 3, 'b1', 2),
    ])

play(
    49, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('assign', 4, 'b0', [4, 3]), ('set', 4, 'r0', 3), ('flush',), ('flush',), ('delete', 2), ('pending', 6, 'A', {'name': 'n6'}),
        ('delete', 3), ('new', 7, 'B', {'name': 'n7'}), ('flush',), ('name', 7, None, 'x15'), ('flush',), ('set', 4, 'r0', 6),
        ('name', 7, None, 'x18'), ('new', 8, 'B', {'name': 'n8', 'id': 108}), ('commit',), ('name', 6, None, 'x21'), ('delete', 5),
        ('delete', 6), ('name', 8, None, 'x24'), ('name', 7, None, 'x25'), ('new', 9, 'B', {'name': 'n9'}), ('set', 6, 'r0', 4),
        ('append', 6, 'b0', 4), ('flush',), ('delete', 9), ('flush',), ('flush',), ('name', 1, None, 'x33'), ('flush',),
    ])

play(
    50, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'C', 'r0', 'B', 'b0', {'cascade': 'all'}, {}),
        ('many_to_many', 'A', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'E', 'b2', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r3', 'B', None, {}, {}),
        ('many_to_many', 'D', 'r4', 'C', None, {}, {}),
        ('many_to_many', 'E', 'r5', 'B', 'b5', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r6', 'A', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('new', 3, 'D', {'name': 'n3'}), ('pending', 4, 'E', {'name': 'n4'}), ('new', 5, 'F', {'name': 'n5'}),
        ('pending', 6, 'C', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7'}), ('commit',), ('new', 8, 'C', {'name': 'n8'}),
        ('set', 6, 'r3', None), ('remove', 0, 'b2', 1), ('set', 5, 'r6', 7), ('new', 9, 'B', {'name': 'n9', 'id': 109}), ('delete', 5),
        ('assign', 3, 'r4', []),
    ])

play(
    51, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'A', 'b2', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('refresh', 0), ('remove', 3, 'r2', 3), ('flush',), ('commit',), ('assign', 3, 'r2', [3]), ('remove', 3, 'r2', 3), ('expire_all',),
        ('flush',), ('name', 0, None, 'x12'), ('flush',), ('flush',), ('flush',),
    ])

play(
    52, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'D', None, {'post_update': True, 'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r2', 'D', 'b2', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 2}),
        ('new', 2, 'B', {'name': 'n2', 'id': 1, 'extra_b': 2}), ('new', 3, 'D', {'name': 'n3', 'id': 4}),
        ('new', 4, 'D', {'name': 'n4', 'id': 6}), ('new', 5, 'A', {'name': 'n5', 'id': 2}), ('new', 6, 'D', {'name': 'n6', 'id': 7}),
        ('new', 7, 'A', {'name': 'n7', 'id': 3}), ('append', 3, 'b2', 0), ('new', 8, 'B', {'name': 'n8', 'id': 4, 'extra_b': 8}),
        ('flush',), ('name', 2, None, 'x11'), ('refresh', 3), ('append', 6, 'b2', 0), ('new', 9, 'A', {'name': 'n9', 'id': 5}),
        ('append', 6, 'b2', 0), ('pending', 10, 'D', {'name': 'n10', 'id': 9}), ('flush',), ('new', 11, 'A', {'name': 'n11', 'id': 6}),
    ])

play(
    53, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'F', 'r1', 'F', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'H', 'r5', 'G', 'b5', {}, {'cascade': 'all'}),
        ('many_to_many', 'F', 'r6', 'F', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'G', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'G', {'name': 'n3', 'id': 2}), ('pending', 4, 'D', {'name': 'n4', 'id': 3}), ('set', 4, 'r4', None), ('flush',),
        ('name', 1, None, 'x7'), ('delete', 2), ('flush',), ('pending', 5, 'B', {'name': 'n5', 'id': 3}), ('name', 3, None, 'x11'),
        ('name', 3, None, 'x12'), ('flush',), ('flush',), ('name', 4, None, 'x15'), ('commit',), ('set', 4, 'r4', None),
        ('new', 6, 'G', {'name': 'n6', 'id': 3}),
    ])

play(
    58, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'E', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'C', 'b4', {'post_update': True}, {}),
        ('many_to_one', 'G', 'r5', 'F', 'b5', {}, {}),
        ('many_to_many', 'E', 'r7', 'F', 'b7', {}, {}),
        ('many_to_one', 'E', 'r9', 'A', 'b9', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2', 'id': 102, 'extra_c': 2}),
        ('pending', 3, 'G', {'name': 'n3', 'id': 103}), ('new', 4, 'D', {'name': 'n4'}), ('merge', None, 'F', {'id': 4, 'name': 'm5'}),
        ('pending', 5, 'A', {'name': 'n5'}), ('set', 3, 'r5', 0), ('merge', None, 'C', {'id': 1, 'name': 'm8'}), ('delete', 5),
        ('pending', 6, 'D', {'name': 'n6', 'id': 106}), ('name', 2, None, 'x11'), ('merge', None, 'H', {'id': 1, 'name': 'm12'}),
        ('commit',),
    ])

play(
    59, [('A', None), ('B', 'A'), ('C', 'A')],
    [
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}),
        ('new', 3, 'C', {'name': 'n3', 'extra_c': 3}), ('new', 4, 'C', {'name': 'n4'}), ('name', 2, None, 'x5'), ('name', 3, None, 'x6'),
        ('new', 5, 'B', {'name': 'n5', 'extra_b': 5}), ('delete', 4), ('flush',), ('new', 6, 'C', {'name': 'n6', 'extra_c': 6}), ('flush',),
        ('name', 1, None, 'x12'), ('name', 1, None, 'x13'), ('flush',), ('pending', 7, 'B', {'name': 'n7', 'extra_b': 7}),
        ('new', 8, 'A', {'name': 'n8'}), ('delete', 6), ('delete', 8), ('delete', 3), ('flush',), ('new', 9, 'C', {'name': 'n9'}),
    ])

play(
    61, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'E', 'r1', 'F', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'D', 'b3', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'E', 'r4', 'C', 'b4', {}, {}),
        ('many_to_many', 'C', 'r5', 'A', 'b5', {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r6', 'A', 'b6', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r7', 'B', 'b7', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 4}), ('new', 3, 'B', {'name': 'n3', 'id': 5}),
        ('new', 4, 'B', {'name': 'n4', 'id': 7, 'extra_b': 4}), ('delete', 3), ('name', 0, None, 'x6'), ('flush',), ('name', 1, None, 'x8'),
        ('remove', 1, 'b2', 1), ('remove', 4, 'b2', 4), ('name', 4, None, 'x11'), ('merge', None, 'F', {'id': 1, 'name': 'm12'}),
        ('delete', 1), ('name', 2, None, 'x14'), ('new', 5, 'D', {'name': 'n5', 'id': 1}), ('merge', None, 'F', {'id': 3, 'name': 'm16'}),
        ('flush',), ('assign', 4, 'b2', [4]), ('name', 4, None, 'x19'), ('assign', 2, 'b6', [5]), ('append', 2, 'b6', 5),
        ('new', 6, 'C', {'name': 'n6', 'id': 1}), ('name', 6, None, 'x23'), ('append', 2, 'b5', 6), ('set', 6, 'r3', 5),
        ('name', 6, None, 'x26'), ('pending', 7, 'E', {'name': 'n7', 'id': 2}), ('append', 6, 'b4', 7), ('assign', 0, 'b1', [7]),
        ('name', 4, None, 'x30'), ('merge', None, 'A', {'id': 3, 'name': 'm31'}), ('append', 4, 'b7', 5), ('name', 6, None, 'x33'),
        ('append', 2, 'b6', 5), ('name', 4, None, 'x35'), ('append', 2, 'b5', 6),
    ])

play(
    62, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', 'C'), ('G', 'D'), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'H', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'D', 'b3', {}, {}),
        ('many_to_many', 'F', 'r4', 'H', None, {}, {}),
        ('many_to_one', 'G', 'r6', 'F', 'b6', {'cascade': 'merge'}, {}),
        ('many_to_one', 'H', 'r7', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'G', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'F', {'name': 'n3', 'id': 2, 'extra_f': 3}), ('new', 4, 'E', {'name': 'n4', 'id': 2}),
        ('new', 5, 'D', {'name': 'n5', 'id': 3}), ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('pending', 7, 'A', {'name': 'n7', 'id': 2}),
        ('append', 2, 'b3', 7), ('delete', 1), ('delete', 2), ('pending', 8, 'E', {'name': 'n8', 'id': 3}), ('name', 7, None, 'x12'),
        ('commit',), ('delete', 5), ('flush',), ('delete', 7), ('commit',), ('new', 9, 'F', {'name': 'n9', 'id': 6, 'extra_f': 9}),
        ('delete', 4), ('flush',), ('flush',),
    ])

play(
    63, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'B', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'A', 'b4', {}, {'passive_deletes': True}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('expire_all',), ('delete', 2), ('new', 3, 'E', {'name': 'n3', 'id': 1}), ('refresh', 3), ('refresh', 1), ('name', 1, None, 'x8'),
        ('flush',), ('expire_all',), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('name', 3, None, 'x12'), ('flush',),
        ('merge', None, 'E', {'id': 3, 'name': 'm14'}), ('pending', 5, 'A', {'name': 'n5', 'id': 3}),
    ])

play(
    64, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', 'C'), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'B', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'E', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {}),
        ('many_to_many', 'D', 'r5', 'B', 'b5', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 2}), ('new', 3, 'E', {'name': 'n3', 'id': 4, 'extra_e': 3}),
        ('pending', 4, 'F', {'name': 'n4', 'id': 1}), ('pending', 5, 'B', {'name': 'n5', 'id': 4, 'extra_b': 5}),
        ('pending', 6, 'C', {'name': 'n6', 'id': 6}), ('new', 7, 'C', {'name': 'n7', 'id': 7}), ('append', 0, 'r2', 3),
        ('append', 0, 'r2', 3), ('flush',), ('commit',), ('assign', 0, 'r2', [3]), ('refresh', 1), ('set', 4, 'r0', None), ('refresh', 5),
        ('new', 8, 'C', {'name': 'n8', 'id': 9}), ('name', 2, None, 'x17'), ('delete', 3), ('name', 1, None, 'x19'), ('remove', 5, 'b0', 4),
        ('delete', 1), ('set', 4, 'r0', 5), ('pending', 9, 'E', {'name': 'n9', 'id': 11}), ('name', 8, None, 'x24'), ('set', 4, 'r0', 5),
        ('set', 4, 'r0', 5), ('set', 4, 'r0', 5), ('set', 4, 'r0', 5), ('set', 9, 'r4', None), ('set', 4, 'r0', 5), ('refresh', 7),
        ('name', 7, None, 'x32'), ('flush',), ('name', 5, None, 'x34'), ('name', 6, None, 'x35'),
    ])

play(
    65, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r5', 'A', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('pending', 1, 'D', {'name': 'n1', 'id': 4}), ('new', 2, 'B', {'name': 'n2', 'id': 5}),
        ('new', 3, 'B', {'name': 'n3', 'id': 6}), ('new', 4, 'A', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 1}),
        ('new', 6, 'B', {'name': 'n6', 'id': 7}), ('pending', 7, 'D', {'name': 'n7', 'id': 9}), ('name', 1, None, 'x8'), ('expire_all',),
        ('flush',), ('name', 6, None, 'x11'), ('append', 7, 'b2', 4), ('assign', 4, 'r2', [7, 6, 0]), ('commit',), ('set', 5, 'r1', None),
        ('append', 3, 'b1', 5), ('remove', 6, 'b1', 5), ('name', 4, None, 'x18'), ('name', 7, None, 'x19'), ('commit',),
    ])

play(
    66, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 5}), ('new', 5, 'B', {'name': 'n5', 'id': 6}),
        ('new', 6, 'A', {'name': 'n6', 'id': 5}), ('pending', 7, 'B', {'name': 'n7', 'id': 7}), ('append', 6, 'b1', 6),
        ('new', 8, 'B', {'name': 'n8', 'id': 8}), ('name', 8, None, 'x10'), ('delete', 6), ('refresh', 5), ('flush',), ('delete', 3),
        ('flush',), ('refresh', 8), ('new', 9, 'B', {'name': 'n9', 'id': 10}), ('delete', 7), ('set', 1, 'r0', 1),
    ])

play(
    68, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'B'), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r4', 'E', 'b4', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
        ('many_to_one', 'F', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'B', 'r6', 'F', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'E', {'name': 'n1', 'extra_e': 1}), ('new', 2, 'E', {'name': 'n2', 'extra_e': 2}),
        ('pending', 3, 'C', {'name': 'n3'}), ('new', 4, 'E', {'name': 'n4', 'extra_e': 4}), ('name', 2, None, 'x5'),
        ('name', 1, None, 'x6'), ('flush',), ('merge', None, 'A', {'id': 3, 'name': 'm8'}), ('name', 1, None, 'x9'), ('flush',),
        ('name', 3, None, 'x11'), ('flush',), ('flush',), ('delete', 3), ('commit',), ('flush',),
    ])

play(
    70, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('pending', 2, 'B', {'name': 'n2', 'id': 3}),
        ('flush',), ('expire_all',), ('flush',), ('name', 2, None, 'x6'), ('set', 0, 'r0', None), ('set', 1, 'r1', None),
        ('set', 2, 'r0', None), ('delete', 1), ('merge', None, 'A', {'id': 2, 'name': 'm11'}), ('name', 0, None, 'x12'), ('flush',),
        ('commit',), ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('flush',), ('assign', 3, 'b0', [0, 2]), ('flush',),
    ])

play(
    73, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r2', 'D', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1', 'id': 101, 'extra_b': 1}),
        ('new', 2, 'D', {'name': 'n2'}), ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}),
        ('pending', 5, 'A', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}), ('set', 2, 'r1', 1),
        ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('flush',), ('append', 1, 'b0', 0), ('append', 0, 'b2', 5), ('flush',), ('flush',),
        ('assign', 0, 'b2', [5, 1, 6]), ('delete', 3), ('name', 6, None, 'x16'), ('set', 6, 'r2', 2), ('set', 6, 'r2', 2),
    ])

play(
    75, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'F', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'B', None, {}, {}),
        ('many_to_many', 'C', 'r4', 'C', 'b4', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r5', 'C', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r6', 'F', None, {}, {}),
        ('many_to_one', 'E', 'r7', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'D', {'name': 'n2', 'id': 2}), ('delete', 1), ('flush',), ('set', 2, 'r3', None), ('set', 2, 'r3', None),
        ('new', 3, 'D', {'name': 'n3', 'id': 3}), ('name', 2, None, 'x8'), ('set', 0, 'r7', None), ('name', 3, None, 'x10'),
        ('new', 4, 'E', {'name': 'n4', 'id': 4}), ('set', 2, 'r3', None), ('set', 2, 'r3', None), ('set', 2, 'r3', None),
        ('set', 3, 'r3', None), ('delete', 0), ('set', 2, 'r3', None), ('set', 3, 'r3', None), ('set', 3, 'r3', None),
        ('name', 3, None, 'x20'), ('set', 2, 'r3', None), ('flush',), ('set', 2, 'r3', None), ('flush',), ('set', 4, 'r7', None),
        ('set', 2, 'r3', None), ('set', 4, 'r7', None),
    ])

play(
    77, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('pending', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('delete', 6), ('expire_all',), ('flush',),
        ('delete', 0), ('refresh', 7), ('new', 8, 'A', {'name': 'n8', 'id': 108}), ('flush',), ('flush',), ('delete', 5),
        ('merge', None, 'B', {'id': 1, 'name': 'm17'}), ('delete', 2),
    ])

play(
    78, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'C', {'name': 'n2', 'id': 1}), ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'C', {'name': 'n4', 'id': 3}),
        ('append', 0, 'b1', 4), ('name', 1, None, 'x6'), ('remove', 0, 'b1', 2), ('name', 1, None, 'x8'),
        ('pending', 5, 'B', {'name': 'n5', 'id': 6, 'extra_b': 5}), ('set', 4, 'r0', 1), ('expire_all',),
        ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('expire_all',), ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('set', 6, 'r0', 1),
        ('refresh', 7), ('set', 7, 'r0', 1), ('append', 3, 'b1', 6), ('flush',), ('flush',), ('append', 1, 'b1', 2),
        ('name', 0, None, 'x22'), ('delete', 0), ('set', 4, 'r0', 5), ('pending', 8, 'C', {'name': 'n8', 'id': 6}), ('flush',),
        ('merge', None, 'B', {'id': 3, 'name': 'm27'}), ('set', 8, 'r0', 1), ('set', 8, 'r1', 1), ('flush',), ('name', 8, None, 'x31'),
        ('set', 6, 'r1', 1), ('set', 6, 'r0', 5), ('assign', 1, 'b0', [8, 6, 7]), ('name', 7, None, 'x35'), ('name', 7, None, 'x36'),
        ('name', 4, None, 'x37'), ('append', 5, 'b1', 4), ('set', 6, 'r1', 3), ('delete', 8), ('name', 4, None, 'x41'), ('set', 6, 'r0', 1),
    ])

play(
    79, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('commit',), ('pending', 4, 'B', {'name': 'n4', 'id': 104}), ('pending', 5, 'A', {'name': 'n5'}),
        ('delete', 5), ('pending', 6, 'B', {'name': 'n6'}), ('delete', 0),
    ])

play(
    80, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'passive_deletes': True}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r5', 'C', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('new', 6, 'B', {'name': 'n6'}),
        ('new', 7, 'A', {'name': 'n7'}), ('delete', 5), ('refresh', 7), ('name', 3, None, 'x10'), ('remove', 1, 'b4', 2),
        ('append', 0, 'b4', 2), ('append', 1, 'b1', 4), ('name', 2, None, 'x14'), ('set', 2, 'r4', None), ('flush',), ('commit',),
        ('append', 1, 'b1', 4), ('merge', None, 'C', {'id': 1, 'name': 'm19'}), ('merge', None, 'D', {'id': 2, 'name': 'm20'}),
        ('expire_all',), ('pending', 8, 'B', {'name': 'n8'}), ('flush',), ('flush',), ('expire_all',), ('set', 6, 'r1', 1),
        ('remove', 6, 'b3', 2), ('remove', 8, 'b3', 2), ('commit',),
    ])

play(
    81, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'B'), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'B', 'b2', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r3', 'D', 'b3', {}, {}),
        ('many_to_many', 'A', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}), ('delete', 1),
        ('set', 0, 'r1', None), ('flush',), ('flush',), ('set', 0, 'r1', None), ('pending', 3, 'G', {'name': 'n3'}), ('flush',), ('flush',),
        ('name', 0, None, 'x11'),
    ])

play(
    83, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', 'C'), ('F', 'A')],
    [
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 100, 'extra_e': 0}), ('new', 1, 'D', {'name': 'n1'}),
        ('new', 2, 'E', {'name': 'n2', 'extra_e': 2}), ('new', 3, 'C', {'name': 'n3', 'id': 103}), ('new', 4, 'E', {'name': 'n4'}),
        ('new', 5, 'D', {'name': 'n5'}), ('new', 6, 'B', {'name': 'n6'}), ('name', 1, None, 'x7'), ('set', 5, 'r3', 6),
        ('name', 5, None, 'x9'), ('name', 0, None, 'x10'), ('flush',), ('pending', 7, 'B', {'name': 'n7', 'id': 107}),
        ('set', 1, 'r3', None), ('new', 8, 'E', {'name': 'n8', 'extra_e': 8}), ('set', 5, 'r3', 6), ('flush',), ('name', 1, None, 'x17'),
        ('flush',), ('name', 8, None, 'x19'), ('flush',), ('commit',), ('flush',), ('new', 9, 'F', {'name': 'n9', 'extra_f': 9}),
        ('append', 6, 'b3', 5),
    ])

play(
    84, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r3', 'C', 'b3', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}), ('pending', 6, 'A', {'name': 'n6', 'id': 106}),
        ('name', 4, None, 'x7'), ('commit',), ('flush',), ('flush',), ('set', 4, 'r1', 5), ('delete', 4), ('append', 3, 'b2', 0),
        ('set', 2, 'r2', 6), ('flush',), ('set', 2, 'r0', 0), ('remove', 1, 'b2', 0), ('set', 0, 'r2', 6), ('new', 7, 'B', {'name': 'n7'}),
        ('pending', 8, 'A', {'name': 'n8'}), ('flush',), ('set', 0, 'r2', 5), ('name', 6, None, 'x23'),
        ('merge', None, 'A', {'id': 1, 'name': 'm24'}), ('append', 6, 'b2', 2), ('new', 9, 'C', {'name': 'n9', 'extra_c': 9}),
        ('append', 1, 'b2', 2), ('delete', 6), ('flush',), ('append', 5, 'b2', 0), ('pending', 10, 'D', {'name': 'n10'}),
        ('append', 1, 'b2', 10), ('name', 7, None, 'x33'), ('set', 0, 'r2', 3),
    ])

play(
    85, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {'cascade': 'merge'}, {}),
        ('many_to_one', 'C', 'r2', 'C', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r3', 'C', 'b3', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('set', 0, 'r0', 2), ('set', 1, 'r3', None), ('set', 1, 'r3', None), ('commit',),
        ('set', 2, 'r0', 3), ('set', 3, 'r0', None), ('name', 1, None, 'x10'), ('set', 2, 'r0', 3), ('set', 3, 'r0', 3),
        ('set', 3, 'r0', 2), ('set', 2, 'r0', 3), ('set', 1, 'r3', None), ('set', 2, 'r0', 0), ('name', 2, None, 'x17'),
    ])

play(
    87, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('flush',), ('set', 2, 'r0', 1), ('refresh', 2), ('new', 4, 'B', {'name': 'n4', 'id': 2}),
        ('delete', 4), ('new', 5, 'A', {'name': 'n5', 'id': 3}), ('refresh', 2), ('flush',), ('set', 3, 'r0', 4),
        ('merge', None, 'A', {'id': 4, 'name': 'm13'}), ('set', 3, 'r0', 4), ('set', 2, 'r0', None),
        ('new', 6, 'C', {'name': 'n6', 'id': 5}), ('set', 1, 'r1', 0), ('set', 1, 'r1', None), ('name', 5, None, 'x19'),
        ('set', 2, 'r0', 1), ('new', 7, 'B', {'name': 'n7', 'id': 3}), ('name', 5, None, 'x22'), ('name', 6, None, 'x23'),
        ('set', 6, 'r0', None), ('name', 7, None, 'x25'), ('set', 2, 'r0', 4), ('name', 7, None, 'x27'), ('set', 2, 'r0', 7),
    ])
