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
    430, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_many', 'B', 'r0', 'D', 'b0', {'cascade': 'all'}, {}),
        ('many_to_many', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_many', 'C', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'D', 'b4', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('delete', 2), ('set', 0, 'r4', None), ('name', 0, None, 'x5'), ('merge', None, 'B', {'id': 1, 'name': 'm6'}),
        ('set', 0, 'r4', None), ('merge', None, 'B', {'id': 3, 'name': 'm8'}), ('merge', None, 'C', {'id': 2, 'name': 'm9'}),
        ('set', 0, 'r4', None), ('set', 0, 'r4', None), ('expire_all',), ('pending', 3, 'B', {'name': 'n3', 'id': 2}),
        ('merge', None, 'A', {'id': 1, 'name': 'm14'}), ('delete', 1), ('flush',), ('name', 0, None, 'x17'), ('flush',),
        ('set', 0, 'r4', None),
    ])

play(
    432, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'H', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'G', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'G', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'G', 'r4', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'A', 'b5', {}, {}),
        ('many_to_many', 'E', 'r6', 'E', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'D', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}),
        ('pending', 3, 'D', {'name': 'n3'}), ('new', 4, 'H', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}), ('delete', 2),
        ('append', 3, 'b1', 4), ('delete', 1), ('delete', 4), ('name', 3, None, 'x10'), ('flush',), ('name', 5, None, 'x12'), ('delete', 3),
        ('pending', 6, 'E', {'name': 'n6'}), ('assign', 6, 'b6', [6]), ('pending', 7, 'C', {'name': 'n7'}), ('delete', 0),
        ('new', 8, 'D', {'name': 'n8'}), ('flush',), ('set', 6, 'r5', None), ('delete', 6), ('expire_all',),
        ('merge', None, 'E', {'id': 4, 'name': 'm23'}), ('pending', 9, 'A', {'name': 'n9', 'id': 109}), ('set', 8, 'r0', 9),
        ('set', 8, 'r0', None), ('flush',), ('commit',), ('flush',), ('expire_all',),
    ])

play(
    433, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('pending', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('new', 4, 'B', {'name': 'n4', 'id': 6}), ('new', 5, 'B', {'name': 'n5', 'id': 7}),
        ('pending', 6, 'B', {'name': 'n6', 'id': 8}), ('pending', 7, 'B', {'name': 'n7', 'id': 9}), ('flush',),
        ('new', 8, 'B', {'name': 'n8', 'id': 11}), ('new', 9, 'B', {'name': 'n9', 'id': 12}), ('new', 10, 'C', {'name': 'n10', 'id': 13}),
        ('flush',), ('name', 3, None, 'x13'), ('flush',), ('delete', 7), ('refresh', 4), ('flush',), ('name', 7, None, 'x18'),
        ('name', 8, None, 'x19'), ('delete', 4),
    ])

play(
    434, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_many', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 2}), ('pending', 1, 'D', {'name': 'n1', 'id': 3}),
        ('new', 2, 'A', {'name': 'n2', 'id': 1}), ('new', 3, 'D', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 3}),
        ('delete', 4), ('commit',), ('flush',), ('flush',), ('name', 1, None, 'x9'), ('name', 0, None, 'x10'), ('name', 3, None, 'x11'),
        ('name', 3, None, 'x12'), ('pending', 5, 'D', {'name': 'n5', 'id': 6}), ('new', 6, 'D', {'name': 'n6', 'id': 7}),
        ('name', 2, None, 'x15'), ('delete', 0), ('flush',), ('flush',), ('name', 2, None, 'x19'),
        ('merge', None, 'C', {'id': 2, 'name': 'm20'}), ('name', 2, None, 'x21'), ('delete', 2), ('delete', 5), ('flush',),
        ('merge', None, 'A', {'id': 2, 'name': 'm25'}), ('flush',), ('pending', 7, 'B', {'name': 'n7', 'id': 4, 'extra_b': 7}),
        ('name', 7, None, 'x28'), ('name', 6, None, 'x29'), ('new', 8, 'C', {'name': 'n8', 'id': 1}),
    ])

play(
    435, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'C', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('pending', 7, 'C', {'name': 'n7'}), ('pending', 8, 'B', {'name': 'n8'}), ('name', 2, None, 'x9'),
        ('commit',), ('merge', None, 'C', {'id': 1, 'name': 'm11'}), ('delete', 2), ('flush',), ('flush',), ('name', 6, None, 'x15'),
        ('expire_all',), ('merge', None, 'A', {'id': 3, 'name': 'm17'}), ('pending', 9, 'C', {'name': 'n9'}),
        ('pending', 10, 'C', {'name': 'n10', 'id': 110}), ('delete', 6),
    ])

play(
    436, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_many', 'E', 'r1', 'D', 'b1', {}, {}),
        ('many_to_many', 'C', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 2}), ('flush',), ('delete', 2), ('set', 1, 'r3', None), ('set', 1, 'r3', None),
        ('set', 1, 'r3', None), ('set', 1, 'r3', None), ('pending', 3, 'C', {'name': 'n3', 'id': 4}),
        ('pending', 4, 'A', {'name': 'n4', 'id': 1}), ('flush',), ('assign', 4, 'b3', [1]), ('commit',), ('delete', 1), ('flush',),
        ('flush',), ('name', 4, None, 'x17'), ('flush',), ('flush',), ('delete', 0), ('flush',), ('name', 3, None, 'x22'), ('expire_all',),
        ('merge', None, 'A', {'id': 4, 'name': 'm24'}), ('commit',), ('merge', None, 'D', {'id': 1, 'name': 'm26'}),
    ])

play(
    437, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'F', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'A', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'E', 'r2', 'F', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', 'b4', {'post_update': True, 'cascade': 'save-update'}, {'post_update': True, 'passive_deletes': True}),
        ('many_to_one', 'B', 'r5', 'G', 'b5', {'post_update': True}, {}),
        ('many_to_many', 'B', 'r6', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r7', 'A', 'b7', {}, {}),
        ('many_to_many', 'E', 'r8', 'B', 'b8', {}, {}),
    ],
    [
        ('pending', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('new', 3, 'D', {'name': 'n3', 'id': 3, 'extra_d': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 4}),
        ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('new', 6, 'F', {'name': 'n6', 'id': 2}), ('merge', None, 'E', {'id': 2, 'name': 'm7'}),
        ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('flush',), ('new', 8, 'F', {'name': 'n8', 'id': 4}), ('append', 0, 'b0', 8),
        ('name', 3, None, 'x12'), ('expire_all',), ('remove', 2, 'r8', 5), ('pending', 9, 'B', {'name': 'n9', 'id': 3}), ('flush',),
        ('flush',), ('name', 1, None, 'x18'), ('delete', 8), ('name', 4, None, 'x20'), ('new', 10, 'A', {'name': 'n10', 'id': 1}),
        ('append', 7, 'b1', 10), ('name', 0, None, 'x23'), ('merge', None, 'B', {'id': 3, 'name': 'm24'}), ('append', 9, 'b8', 2),
        ('append', 9, 'b4', 5), ('new', 11, 'D', {'name': 'n11', 'id': 7}), ('set', 4, 'r7', 10), ('set', 3, 'r7', 10),
        ('append', 10, 'r1', 7), ('flush',),
    ])

play(
    438, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r1', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('merge', None, 'C', {'id': 4, 'name': 'm3'}), ('set', 2, 'r0', 0), ('flush',), ('delete', 2), ('flush',), ('flush',),
        ('merge', None, 'B', {'id': 3, 'name': 'm9'}), ('set', 1, 'r0', 0), ('flush',), ('flush',),
        ('merge', None, 'C', {'id': 2, 'name': 'm13'}), ('remove', 0, 'b0', 1), ('append', 0, 'b0', 1), ('flush',),
        ('name', 0, None, 'x17'), ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('commit',), ('name', 3, None, 'x20'), ('set', 3, 'r0', 0),
        ('set', 1, 'r0', 0),
    ])

play(
    439, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'A', 'r1', 'E', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'A', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'E', {'name': 'n3'}),
        ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'C', {'name': 'n7'}),
        ('flush',), ('flush',), ('assign', 6, 'b3', [3, 0]), ('expire_all',), ('name', 4, None, 'x12'), ('append', 6, 'r1', 0),
        ('new', 8, 'A', {'name': 'n8'}), ('delete', 0), ('flush',), ('name', 3, None, 'x17'), ('flush',), ('delete', 1),
        ('remove', 6, 'b3', 3), ('append', 5, 'r1', 3), ('new', 9, 'B', {'name': 'n9'}), ('new', 10, 'E', {'name': 'n10'}),
    ])

play(
    441, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', None, {'post_update': True, 'cascade': 'save-update'}, {}),
        ('many_to_many', 'B', 'r1', 'C', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {'post_update': True}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3'}), ('pending', 4, 'B', {'name': 'n4'}), ('append', 2, 'b1', 4), ('refresh', 4),
        ('name', 0, None, 'x7'), ('flush',), ('append', 1, 'b1', 3), ('delete', 4), ('name', 2, None, 'x11'), ('append', 3, 'r1', 2),
        ('append', 2, 'b1', 3), ('append', 1, 'b1', 3), ('flush',), ('append', 2, 'b1', 3), ('flush',), ('set', 0, 'r2', 0),
        ('append', 2, 'b1', 3), ('delete', 2), ('remove', 1, 'b1', 3), ('flush',), ('new', 5, 'A', {'name': 'n5'}), ('append', 3, 'r1', 1),
        ('flush',), ('flush',), ('append', 0, 'b2', 0), ('name', 5, None, 'x28'),
    ])

play(
    443, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r1', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}), ('flush',),
        ('name', 1, None, 'x4'), ('pending', 3, 'A', {'name': 'n3'}), ('flush',), ('name', 1, None, 'x7'), ('new', 4, 'A', {'name': 'n4'}),
        ('flush',),
    ])

play(
    446, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'B'), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'extra_e': 0}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('new', 6, 'D', {'name': 'n6'}), ('new', 7, 'F', {'name': 'n7'}), ('set', 5, 'r4', 4), ('remove', 2, 'b0', 1), ('flush',),
        ('flush',), ('delete', 7), ('flush',), ('expire_all',), ('flush',), ('name', 2, None, 'x16'), ('delete', 4), ('set', 0, 'r0', 2),
    ])

play(
    447, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'A', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'D', 'r6', 'E', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('pending', 1, 'C', {'name': 'n1'}), ('pending', 2, 'D', {'name': 'n2'}), ('name', 2, None, 'x3'),
        ('flush',), ('set', 0, 'r3', None), ('flush',), ('append', 2, 'b4', 2), ('pending', 3, 'E', {'name': 'n3'}),
        ('name', 1, None, 'x9'), ('set', 3, 'r3', None), ('name', 2, None, 'x11'), ('refresh', 2), ('delete', 3), ('append', 2, 'b4', 2),
        ('name', 2, None, 'x15'), ('new', 4, 'E', {'name': 'n4'}),
    ])

play(
    448, [('A', None), ('B', None), ('C', None), ('D', 'C')],
    [
        ('many_to_one', 'A', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r3', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r4', 'A', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'extra_d': 0}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('name', 5, None, 'x6'),
        ('flush',), ('set', 1, 'r4', 5), ('name', 2, None, 'x9'), ('merge', None, 'D', {'id': 1, 'name': 'm10'}),
        ('new', 6, 'D', {'name': 'n6', 'extra_d': 6}), ('name', 5, None, 'x12'), ('set', 5, 'r3', 5), ('refresh', 1), ('refresh', 6),
        ('set', 1, 'r4', 5), ('set', 3, 'r4', None),
    ])

play(
    449, [('A', None), ('B', 'A'), ('C', 'A')],
    [
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1', 'extra_b': 1}),
        ('pending', 2, 'B', {'name': 'n2', 'id': 102, 'extra_b': 2}), ('new', 3, 'B', {'name': 'n3', 'id': 103}),
        ('new', 4, 'B', {'name': 'n4', 'extra_b': 4}), ('pending', 5, 'C', {'name': 'n5'}), ('refresh', 4), ('flush',), ('flush',),
        ('name', 4, None, 'x9'), ('name', 4, None, 'x10'), ('name', 5, None, 'x11'), ('flush',), ('new', 6, 'B', {'name': 'n6'}),
    ])

play(
    450, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('new', 4, 'B', {'name': 'n4', 'id': 7}), ('new', 5, 'B', {'name': 'n5', 'id': 8}),
        ('new', 6, 'A', {'name': 'n6', 'id': 2}), ('name', 2, None, 'x7'), ('remove', 6, 'b1', 6), ('expire_all',), ('refresh', 0),
        ('name', 5, None, 'x11'), ('expire_all',), ('name', 3, None, 'x13'), ('pending', 7, 'B', {'name': 'n7', 'id': 10}),
        ('remove', 2, 'b1', 2), ('expire_all',), ('flush',), ('new', 8, 'B', {'name': 'n8', 'id': 11}),
        ('merge', None, 'A', {'id': 3, 'name': 'm19'}), ('delete', 7), ('flush',), ('flush',),
    ])

play(
    451, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'B', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}), ('new', 2, 'A', {'name': 'n2', 'id': 6}),
        ('new', 3, 'A', {'name': 'n3', 'id': 7}), ('new', 4, 'A', {'name': 'n4', 'id': 8}), ('new', 5, 'A', {'name': 'n5', 'id': 9}),
        ('set', 2, 'r3', None), ('delete', 1), ('append', 4, 'b0', 2), ('flush',), ('set', 2, 'r3', None),
        ('new', 6, 'B', {'name': 'n6', 'id': 1}), ('set', 6, 'r2', 6), ('flush',), ('flush',), ('name', 6, None, 'x15'),
        ('append', 0, 'b1', 6), ('name', 4, None, 'x17'), ('set', 6, 'r1', 0), ('append', 2, 'b0', 3), ('assign', 2, 'b0', [3, 2, 5]),
        ('flush',), ('set', 6, 'r2', 6), ('commit',), ('set', 4, 'r0', 4), ('delete', 2), ('assign', 5, 'b0', []), ('set', 3, 'r0', 4),
        ('name', 4, None, 'x28'), ('expire_all',),
    ])

play(
    454, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'D', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'B', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('new', 5, 'A', {'name': 'n5', 'id': 7}),
        ('new', 6, 'B', {'name': 'n6', 'id': 5}), ('new', 7, 'C', {'name': 'n7', 'id': 1}), ('new', 8, 'D', {'name': 'n8', 'id': 2}),
        ('new', 9, 'A', {'name': 'n9', 'id': 8}), ('expire_all',), ('new', 10, 'B', {'name': 'n10', 'id': 7}), ('delete', 5),
        ('set', 7, 'r0', 10), ('assign', 8, 'b3', []), ('flush',), ('append', 8, 'b3', 10), ('refresh', 2), ('set', 6, 'r2', 0),
        ('set', 0, 'r3', 8), ('new', 11, 'B', {'name': 'n11', 'id': 9}), ('flush',), ('name', 4, None, 'x22'), ('flush',),
        ('name', 0, None, 'x24'), ('set', 6, 'r3', 8),
    ])

play(
    456, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r1', 'E', 'b1', {}, {}),
        ('many_to_many', 'F', 'r2', 'F', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'F', 'r4', 'E', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('new', 3, 'E', {'name': 'n3'}),
        ('pending', 4, 'E', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}), ('pending', 6, 'E', {'name': 'n6'}), ('set', 5, 'r3', None),
        ('pending', 7, 'A', {'name': 'n7'}), ('commit',), ('name', 3, None, 'x10'), ('name', 7, None, 'x11'), ('delete', 6),
        ('set', 5, 'r3', None), ('pending', 8, 'B', {'name': 'n8'}), ('commit',), ('delete', 0),
    ])

play(
    457, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r4', 'C', 'b4', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('name', 5, None, 'x7'), ('merge', None, 'C', {'id': 4, 'name': 'm8'}), ('delete', 2),
        ('delete', 5), ('name', 0, None, 'x11'), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('assign', 4, 'b2', [0, 1]),
        ('set', 3, 'r4', None), ('refresh', 4), ('set', 3, 'r4', None), ('set', 0, 'r2', 6), ('flush',), ('name', 6, None, 'x19'),
        ('append', 4, 'b2', 1), ('flush',), ('expire_all',),
    ])

play(
    459, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'C', None, {'post_update': True}, {}),
        ('many_to_many', 'B', 'r2', 'C', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2', 'id': 102}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('pending', 5, 'C', {'name': 'n5'}),
        ('pending', 6, 'B', {'name': 'n6', 'id': 106}), ('new', 7, 'A', {'name': 'n7'}), ('delete', 2), ('set', 1, 'r1', 1),
        ('name', 4, None, 'x10'), ('set', 3, 'r1', 5), ('append', 3, 'b2', 6), ('pending', 8, 'A', {'name': 'n8', 'id': 108}),
        ('append', 1, 'b2', 6), ('flush',), ('append', 6, 'r2', 5), ('flush',), ('set', 5, 'r1', None),
    ])

play(
    460, [('A', None), ('B', None), ('C', None), ('D', 'C')],
    [
        ('many_to_many', 'D', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('new', 2, 'D', {'name': 'n2', 'id': 1, 'extra_d': 2}), ('new', 3, 'D', {'name': 'n3', 'id': 2}),
        ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('pending', 5, 'B', {'name': 'n5', 'id': 1}), ('set', 5, 'r1', 1), ('append', 1, 'b2', 5),
        ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('new', 7, 'D', {'name': 'n7', 'id': 6, 'extra_d': 7}),
        ('merge', None, 'D', {'id': 1, 'name': 'm10'}), ('name', 1, None, 'x11'), ('append', 1, 'b2', 5), ('delete', 1), ('commit',),
        ('flush',),
    ])

play(
    461, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_many', 'A', 'r5', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('pending', 2, 'D', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'C', {'name': 'n4', 'id': 3}),
        ('pending', 5, 'C', {'name': 'n5', 'id': 4}), ('flush',), ('flush',), ('flush',), ('assign', 4, 'b1', [5, 3]),
        ('append', 5, 'b1', 5), ('delete', 4), ('name', 0, None, 'x12'), ('merge', None, 'C', {'id': 1, 'name': 'm13'}),
        ('merge', None, 'A', {'id': 2, 'name': 'm14'}), ('new', 6, 'C', {'name': 'n6', 'id': 5}), ('flush',), ('flush',),
    ])

play(
    462, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'A'), ('G', 'E'), ('H', None)],
    [
        ('many_to_many', 'A', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'D', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r4', 'E', None, {}, {}),
        ('many_to_many', 'A', 'r5', 'B', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'H', 'r6', 'D', None, {}, {}),
        ('many_to_one', 'G', 'r7', 'D', 'b7', {}, {}),
        ('many_to_many', 'D', 'r8', 'H', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}),
        ('pending', 2, 'F', {'name': 'n2', 'id': 1, 'extra_f': 2}), ('new', 3, 'E', {'name': 'n3', 'id': 1}), ('delete', 2),
        ('new', 4, 'B', {'name': 'n4', 'id': 3}), ('flush',), ('name', 3, None, 'x7'), ('pending', 5, 'B', {'name': 'n5', 'id': 4}),
        ('name', 1, None, 'x9'), ('name', 4, None, 'x10'), ('delete', 4), ('commit',), ('name', 3, None, 'x13'), ('name', 1, None, 'x14'),
        ('expire_all',), ('delete', 5), ('pending', 6, 'B', {'name': 'n6', 'id': 6}), ('new', 7, 'D', {'name': 'n7', 'id': 1}),
        ('new', 8, 'F', {'name': 'n8', 'id': 2}),
    ])

play(
    463, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('pending', 4, 'C', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'C', {'name': 'n6', 'id': 106}),
        ('new', 7, 'A', {'name': 'n7'}), ('name', 5, None, 'x8'), ('name', 3, None, 'x9'), ('name', 5, None, 'x10'), ('delete', 1),
        ('set', 4, 'r0', 7), ('set', 6, 'r0', 5), ('set', 2, 'r0', 5), ('set', 6, 'r0', 0), ('append', 7, 'b0', 2), ('set', 2, 'r0', 5),
        ('flush',), ('name', 4, None, 'x19'),
    ])

play(
    464, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {'cascade': 'merge'}, {'passive_deletes': True}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'D', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('merge', None, 'D', {'id': 2, 'name': 'm4'}), ('expire_all',), ('remove', 0, 'b0', 3),
        ('append', 0, 'b3', 3), ('flush',), ('append', 0, 'b3', 3), ('new', 4, 'C', {'name': 'n4'}),
    ])

play(
    465, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}), ('name', 0, None, 'x3'),
        ('new', 3, 'B', {'name': 'n3'}), ('name', 0, None, 'x5'), ('merge', None, 'C', {'id': 4, 'name': 'm6'}), ('assign', 2, 'b0', [2]),
        ('expire_all',), ('delete', 1), ('set', 2, 'r0', 2), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}),
        ('merge', None, 'B', {'id': 2, 'name': 'm13'}), ('pending', 6, 'C', {'name': 'n6', 'extra_c': 6}), ('set', 2, 'r1', None),
        ('refresh', 2), ('name', 4, None, 'x17'), ('delete', 3), ('name', 2, None, 'x19'), ('commit',), ('new', 7, 'A', {'name': 'n7'}),
        ('name', 7, None, 'x22'), ('pending', 8, 'B', {'name': 'n8'}), ('merge', None, 'C', {'id': 2, 'name': 'm24'}),
        ('pending', 9, 'B', {'name': 'n9'}), ('delete', 2), ('refresh', 8),
    ])

play(
    466, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('flush',), ('flush',), ('flush',), ('name', 2, None, 'x6'), ('flush',), ('flush',), ('delete', 2), ('name', 1, None, 'x10'),
        ('refresh', 0), ('flush',),
    ])

play(
    467, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r1', 'C', None, {}, {}),
        ('many_to_many', 'D', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1, 'extra_c': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'A', {'name': 'n2', 'id': 2}), ('name', 0, None, 'x3'), ('flush',), ('set', 2, 'r3', 0),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('name', 2, None, 'x7'), ('name', 2, None, 'x8'), ('flush',), ('expire_all',),
        ('expire_all',), ('remove', 0, 'b3', 1), ('flush',), ('refresh', 0), ('assign', 2, 'r1', []), ('remove', 0, 'b3', 1),
        ('append', 0, 'b3', 3), ('new', 4, 'C', {'name': 'n4', 'id': 3, 'extra_c': 4}), ('name', 2, None, 'x19'), ('commit',),
        ('refresh', 0),
    ])

play(
    468, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'B', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('pending', 2, 'B', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('commit',), ('name', 1, None, 'x6'),
        ('assign', 4, 'r1', [2]), ('remove', 3, 'b0', 2), ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('set', 2, 'r0', 3),
        ('set', 5, 'r2', None), ('name', 5, None, 'x12'), ('new', 6, 'B', {'name': 'n6', 'id': 4}), ('name', 1, None, 'x14'), ('flush',),
        ('commit',), ('append', 0, 'r1', 2), ('append', 3, 'b0', 5), ('name', 5, None, 'x19'), ('name', 4, None, 'x20'),
        ('name', 6, None, 'x21'), ('set', 2, 'r0', None), ('refresh', 5), ('new', 7, 'C', {'name': 'n7', 'id': 3}), ('append', 1, 'b2', 5),
        ('append', 4, 'r1', 6), ('append', 5, 'b1', 0), ('expire_all',), ('new', 8, 'A', {'name': 'n8', 'id': 5}), ('set', 5, 'r2', 1),
        ('name', 5, None, 'x31'), ('name', 1, None, 'x32'), ('set', 5, 'r0', 8), ('append', 0, 'r1', 2), ('append', 7, 'r1', 2),
        ('append', 4, 'r1', 2), ('flush',), ('append', 1, 'b0', 6), ('flush',), ('name', 0, None, 'x40'), ('set', 6, 'r0', 1),
    ])

play(
    469, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'D', 'r1', 'D', None, {}, {}),
        ('many_to_many', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'A', 'r4', 'C', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r5', 'A', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('pending', 2, 'D', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('pending', 4, 'A', {'name': 'n4', 'id': 2}), ('new', 5, 'D', {'name': 'n5', 'id': 3}),
        ('set', 2, 'r1', None), ('delete', 2), ('set', 0, 'r0', 1), ('flush',), ('merge', None, 'B', {'id': 4, 'name': 'm10'}), ('commit',),
        ('name', 1, None, 'x12'), ('flush',), ('set', 5, 'r5', 4), ('commit',), ('assign', 4, 'b2', [3, 0]),
        ('new', 6, 'D', {'name': 'n6', 'id': 5}), ('delete', 1), ('remove', 4, 'b2', 3), ('append', 0, 'r2', 4), ('name', 0, None, 'x21'),
        ('new', 7, 'A', {'name': 'n7', 'id': 3}), ('pending', 8, 'A', {'name': 'n8', 'id': 4}), ('commit',), ('set', 6, 'r1', None),
        ('set', 5, 'r1', 6), ('merge', None, 'C', {'id': 1, 'name': 'm27'}), ('name', 3, None, 'x28'),
    ])

play(
    470, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('pending', 4, 'A', {'name': 'n4', 'id': 4}), ('flush',), ('flush',),
        ('merge', None, 'A', {'id': 3, 'name': 'm7'}), ('append', 0, 'r1', 3), ('new', 5, 'B', {'name': 'n5', 'id': 2}),
        ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('remove', 6, 'r0', 1), ('append', 4, 'b0', 5), ('append', 4, 'b0', 5),
        ('append', 5, 'r0', 2), ('name', 5, None, 'x15'), ('append', 1, 'r1', 6), ('new', 7, 'A', {'name': 'n7', 'id': 5}),
        ('append', 4, 'b0', 5), ('flush',), ('new', 8, 'A', {'name': 'n8', 'id': 7}), ('name', 3, None, 'x21'), ('remove', 0, 'r1', 6),
        ('flush',), ('delete', 4), ('append', 3, 'r0', 7), ('flush',), ('refresh', 7), ('remove', 1, 'b0', 5), ('name', 6, None, 'x29'),
    ])

play(
    471, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('remove', 0, 'b0', 5), ('new', 6, 'A', {'name': 'n6'}), ('name', 5, None, 'x8'), ('flush',), ('assign', 0, 'r2', [0]),
        ('assign', 0, 'r2', [3]), ('flush',), ('append', 0, 'r2', 2), ('append', 4, 'b0', 5), ('refresh', 5), ('name', 0, None, 'x16'),
        ('remove', 2, 'r2', 6), ('append', 0, 'b0', 5), ('delete', 5), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('flush',),
        ('new', 8, 'A', {'name': 'n8'}), ('delete', 3), ('remove', 2, 'r2', 1), ('append', 7, 'r2', 1),
        ('merge', None, 'B', {'id': 1, 'name': 'm26'}), ('delete', 1), ('assign', 4, 'r2', [8, 4]), ('append', 0, 'r2', 6), ('delete', 1),
        ('name', 8, None, 'x31'), ('refresh', 6), ('flush',), ('expire_all',), ('refresh', 2), ('name', 6, None, 'x36'),
        ('new', 9, 'A', {'name': 'n9'}), ('flush',), ('merge', None, 'B', {'id': 2, 'name': 'm39'}), ('append', 6, 'r2', 8),
    ])

play(
    472, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'B', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', None, {}, {}),
        ('many_to_many', 'C', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('pending', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('name', 6, None, 'x7'), ('append', 4, 'r4', 0), ('append', 2, 'r4', 3), ('delete', 5),
        ('delete', 1), ('set', 2, 'r2', None), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('expire_all',), ('assign', 4, 'r4', []),
        ('set', 0, 'r3', None), ('new', 8, 'A', {'name': 'n8'}), ('append', 7, 'r1', 6), ('append', 7, 'r0', 8),
        ('merge', None, 'A', {'id': 1, 'name': 'm20'}), ('name', 3, None, 'x21'),
    ])

play(
    473, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {'post_update': True}, {}),
        ('many_to_one', 'C', 'r3', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('delete', 2),
        ('new', 3, 'D', {'name': 'n3'}), ('assign', 1, 'b2', [3]), ('set', 1, 'r0', 3), ('commit',), ('assign', 0, 'b4', [3]),
        ('merge', None, 'A', {'id': 2, 'name': 'm9'}), ('flush',), ('flush',), ('assign', 0, 'b4', [3]),
    ])

play(
    474, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 5}),
        ('append', 4, 'b1', 3), ('append', 4, 'r3', 1), ('name', 3, None, 'x8'), ('name', 4, None, 'x9'), ('flush',), ('set', 2, 'r0', 1),
        ('remove', 3, 'r3', 1), ('flush',), ('append', 0, 'b1', 4), ('delete', 4), ('remove', 5, 'b1', 0),
        ('merge', None, 'A', {'id': 2, 'name': 'm17'}), ('append', 0, 'b2', 1), ('merge', None, 'A', {'id': 2, 'name': 'm19'}),
        ('remove', 1, 'b0', 5), ('remove', 2, 'b1', 2), ('set', 3, 'r1', 5), ('set', 3, 'r0', 1), ('assign', 5, 'b2', [1]),
        ('set', 1, 'r2', None), ('set', 1, 'r2', 5), ('name', 5, None, 'x27'), ('set', 3, 'r1', 2), ('name', 0, None, 'x29'), ('flush',),
    ])

play(
    476, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'B', 'r0', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'F', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {}),
        ('many_to_many', 'C', 'r5', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r6', 'A', 'b6', {'cascade': 'merge'}, {}),
        ('many_to_one', 'D', 'r7', 'C', None, {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('new', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 2}),
        ('set', 1, 'r6', None), ('set', 1, 'r6', None), ('name', 4, None, 'x8'), ('set', 0, 'r4', None), ('set', 0, 'r3', None),
        ('new', 6, 'E', {'name': 'n6', 'id': 2}), ('append', 2, 'b3', 0), ('name', 4, None, 'x13'),
        ('new', 7, 'D', {'name': 'n7', 'id': 3}), ('set', 4, 'r1', 2), ('set', 4, 'r1', 2), ('set', 6, 'r1', 2), ('append', 5, 'r5', 2),
        ('remove', 5, 'r5', 2),
    ])

play(
    477, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', 'B'), ('H', None)],
    [
        ('many_to_many', 'D', 'r0', 'B', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {'post_update': True}, {}),
        ('many_to_one', 'F', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'G', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r4', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r6', 'D', 'b6', {}, {}),
        ('many_to_one', 'G', 'r7', 'F', 'b7', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 1, 'extra_c': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 1}), ('new', 3, 'D', {'name': 'n3', 'id': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 3}),
        ('new', 5, 'D', {'name': 'n5', 'id': 4}), ('pending', 6, 'B', {'name': 'n6', 'id': 5}), ('new', 7, 'F', {'name': 'n7', 'id': 1}),
        ('expire_all',), ('flush',), ('append', 2, 'r6', 5), ('name', 3, None, 'x11'), ('delete', 6), ('append', 0, 'r0', 4),
        ('new', 8, 'B', {'name': 'n8', 'id': 6}), ('flush',), ('append', 1, 'b1', 1), ('name', 7, None, 'x17'),
        ('new', 9, 'E', {'name': 'n9', 'id': 2}), ('commit',), ('delete', 2), ('delete', 9), ('flush',),
    ])

play(
    478, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2'}), ('delete', 0),
        ('name', 1, None, 'x4'), ('assign', 2, 'r0', [2]), ('append', 1, 'b2', 1), ('assign', 2, 'b3', [1]), ('name', 2, None, 'x8'),
        ('flush',), ('set', 1, 'r4', None), ('name', 2, None, 'x11'), ('merge', None, 'C', {'id': 3, 'name': 'm12'}), ('set', 1, 'r4', 2),
        ('name', 2, None, 'x14'), ('flush',), ('set', 1, 'r4', 2), ('flush',),
    ])

play(
    479, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'E', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'E', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'C', 'b4', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('pending', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 3}),
        ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('pending', 7, 'D', {'name': 'n7', 'id': 5}), ('new', 8, 'A', {'name': 'n8', 'id': 1}),
        ('merge', None, 'E', {'id': 1, 'name': 'm9'}), ('append', 8, 'r2', 3), ('new', 9, 'D', {'name': 'n9', 'id': 6}), ('flush',),
        ('flush',), ('set', 5, 'r0', 2), ('flush',), ('flush',), ('commit',), ('flush',), ('set', 8, 'r4', None), ('name', 2, None, 'x20'),
        ('flush',), ('assign', 8, 'r2', [2, 3]), ('name', 8, None, 'x23'), ('name', 3, None, 'x24'), ('name', 1, None, 'x25'),
        ('name', 4, None, 'x26'), ('flush',), ('append', 5, 'b1', 8), ('delete', 5),
    ])

play(
    480, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'E', 'r1', 'B', 'b1', {'cascade': 'all'}, {}),
        ('many_to_many', 'A', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'E', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 2}),
        ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('pending', 4, 'A', {'name': 'n4', 'id': 2}), ('new', 5, 'A', {'name': 'n5', 'id': 3}),
        ('new', 6, 'C', {'name': 'n6', 'id': 2}), ('new', 7, 'A', {'name': 'n7', 'id': 4}), ('delete', 6), ('delete', 1),
        ('name', 4, None, 'x10'), ('delete', 3), ('name', 7, None, 'x12'), ('name', 0, None, 'x13'), ('append', 7, 'r2', 0), ('refresh', 4),
        ('append', 2, 'r1', 0), ('new', 8, 'C', {'name': 'n8', 'id': 3}), ('remove', 2, 'r1', 0), ('flush',), ('flush',),
        ('name', 0, None, 'x21'), ('merge', None, 'E', {'id': 1, 'name': 'm22'}), ('name', 0, None, 'x23'), ('refresh', 2),
        ('append', 5, 'r2', 0), ('expire_all',), ('append', 0, 'b1', 2), ('remove', 8, 'r3', 0), ('commit',),
        ('pending', 9, 'E', {'name': 'n9', 'id': 3}), ('merge', None, 'A', {'id': 4, 'name': 'm31'}), ('flush',),
        ('new', 10, 'C', {'name': 'n10', 'id': 4}), ('name', 5, None, 'x34'), ('pending', 11, 'C', {'name': 'n11', 'id': 5}),
        ('name', 10, None, 'x36'), ('delete', 11), ('assign', 8, 'r3', [0]), ('flush',),
    ])

play(
    483, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'B'), ('F', None), ('G', None)],
    [
        ('many_to_many', 'E', 'r0', 'E', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'G', 'r1', 'G', 'b1', {'cascade': 'merge'}, {}),
        ('many_to_one', 'G', 'r2', 'F', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r5', 'D', None, {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 2}), ('new', 2, 'G', {'name': 'n2', 'id': 1}),
        ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('name', 3, None, 'x5'), ('refresh', 3),
        ('flush',), ('merge', None, 'A', {'id': 4, 'name': 'm8'}), ('append', 1, 'b0', 1), ('flush',), ('append', 3, 'b2', 2),
        ('append', 1, 'b3', 4), ('pending', 5, 'C', {'name': 'n5', 'id': 3}), ('delete', 2), ('name', 3, None, 'x15'),
        ('set', 2, 'r2', None), ('refresh', 3), ('name', 0, None, 'x18'), ('flush',), ('flush',), ('remove', 0, 'b3', 4),
        ('pending', 6, 'E', {'name': 'n6', 'id': 3, 'extra_e': 6}),
    ])

play(
    488, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('flush',), ('commit',),
        ('refresh', 1), ('delete', 0), ('set', 1, 'r0', 2), ('append', 1, 'r2', 2), ('set', 1, 'r1', 2),
        ('merge', None, 'B', {'id': 4, 'name': 'm10'}), ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}),
        ('append', 2, 'b1', 4),
    ])

play(
    489, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}),
        ('pending', 6, 'C', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}), ('remove', 4, 'b1', 1), ('new', 8, 'B', {'name': 'n8'}),
        ('append', 4, 'b1', 8), ('append', 3, 'b1', 1), ('merge', None, 'C', {'id': 1, 'name': 'm12'}), ('set', 8, 'r1', 0),
        ('pending', 9, 'B', {'name': 'n9'}), ('name', 5, None, 'x15'), ('set', 5, 'r0', 8), ('set', 7, 'r1', 4), ('name', 9, None, 'x18'),
        ('name', 8, None, 'x19'), ('flush',), ('expire_all',), ('append', 4, 'b1', 9), ('flush',), ('new', 10, 'B', {'name': 'n10'}),
        ('name', 5, None, 'x25'), ('set', 10, 'r1', 0), ('set', 2, 'r0', 10), ('flush',),
    ])

play(
    491, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'D', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'E', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'E', 'r6', 'B', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'F', {'name': 'n2'}), ('delete', 0),
        ('set', 1, 'r1', None), ('merge', None, 'D', {'id': 3, 'name': 'm5'}), ('set', 1, 'r1', None), ('name', 1, None, 'x7'), ('flush',),
        ('set', 1, 'r1', None), ('merge', None, 'F', {'id': 1, 'name': 'm10'}), ('merge', None, 'B', {'id': 1, 'name': 'm11'}),
        ('set', 1, 'r2', None), ('name', 2, None, 'x13'), ('set', 1, 'r1', None), ('merge', None, 'A', {'id': 4, 'name': 'm15'}),
        ('name', 1, None, 'x16'), ('name', 2, None, 'x17'), ('set', 1, 'r2', None), ('new', 3, 'E', {'name': 'n3'}),
        ('new', 4, 'F', {'name': 'n4', 'id': 104}), ('expire_all',), ('delete', 2), ('flush',), ('set', 1, 'r2', None), ('flush',),
        ('delete', 1),
    ])

play(
    492, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', 'B'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'F', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {'cascade': 'all'}),
        ('many_to_many', 'F', 'r5', 'F', 'b5', {}, {}),
        ('many_to_one', 'H', 'r6', 'G', 'b6', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('pending', 0, 'H', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('new', 2, 'E', {'name': 'n2', 'id': 4, 'extra_e': 2}), ('new', 3, 'H', {'name': 'n3', 'id': 3}),
        ('pending', 4, 'A', {'name': 'n4', 'id': 5}), ('new', 5, 'A', {'name': 'n5', 'id': 7}), ('new', 6, 'C', {'name': 'n6', 'id': 1}),
        ('set', 4, 'r2', 2), ('refresh', 0), ('delete', 1), ('set', 6, 'r3', None), ('refresh', 0), ('set', 3, 'r6', None),
        ('set', 3, 'r0', 6), ('new', 7, 'C', {'name': 'n7', 'id': 2}), ('flush',), ('delete', 7), ('set', 3, 'r0', 6), ('flush',),
        ('pending', 8, 'F', {'name': 'n8', 'id': 2, 'extra_f': 8}), ('set', 2, 'r4', None), ('name', 4, None, 'x21'),
        ('set', 5, 'r2', None), ('new', 9, 'H', {'name': 'n9', 'id': 4}), ('name', 5, None, 'x24'),
    ])

play(
    493, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('flush',), ('flush',), ('set', 2, 'r3', 0), ('delete', 1), ('set', 3, 'r3', 0), ('delete', 0), ('flush',),
        ('merge', None, 'D', {'id': 1, 'name': 'm11'}), ('set', 3, 'r3', None), ('merge', None, 'A', {'id': 3, 'name': 'm13'}),
        ('name', 2, None, 'x14'), ('set', 2, 'r3', None), ('name', 3, None, 'x16'), ('name', 2, None, 'x17'), ('set', 2, 'r3', None),
        ('flush',), ('set', 3, 'r3', None), ('refresh', 3), ('expire_all',), ('set', 2, 'r3', None), ('set', 3, 'r3', None),
        ('set', 3, 'r3', None), ('name', 2, None, 'x26'), ('name', 2, None, 'x27'), ('set', 3, 'r3', None), ('flush',),
        ('name', 3, None, 'x30'), ('set', 3, 'r3', None),
    ])

play(
    494, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D'), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'G', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'F', 'b1', {}, {}),
        ('many_to_many', 'F', 'r2', 'G', 'b2', {}, {}),
        ('many_to_one', 'H', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'F', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'H', 'r5', 'F', 'b5', {}, {}),
        ('many_to_one', 'D', 'r6', 'A', None, {}, {}),
        ('many_to_one', 'H', 'r7', 'G', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'E', {'name': 'n2', 'id': 2, 'extra_e': 2}), ('delete', 1), ('new', 3, 'D', {'name': 'n3', 'id': 3}),
        ('set', 3, 'r6', None), ('name', 0, None, 'x6'), ('name', 3, None, 'x7'), ('new', 4, 'G', {'name': 'n4', 'id': 1}),
        ('set', 3, 'r6', 0), ('name', 4, None, 'x10'), ('flush',), ('set', 3, 'r6', 0), ('set', 2, 'r6', 0), ('commit',), ('delete', 4),
        ('new', 5, 'G', {'name': 'n5', 'id': 3}), ('flush',), ('name', 5, None, 'x18'), ('name', 0, None, 'x19'), ('commit',), ('flush',),
        ('set', 3, 'r6', None), ('pending', 6, 'A', {'name': 'n6', 'id': 3}), ('name', 3, None, 'x24'), ('delete', 2), ('flush',),
        ('set', 3, 'r6', None),
    ])

play(
    495, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'C', 'b1', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {'post_update': True}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}), ('name', 5, None, 'x6'), ('new', 6, 'B', {'name': 'n6'}),
        ('set', 4, 'r1', 0), ('assign', 0, 'b1', []), ('set', 1, 'r2', 6), ('set', 4, 'r1', None), ('append', 6, 'b0', 0), ('expire_all',),
        ('flush',), ('set', 2, 'r1', 1), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('flush',), ('name', 1, None, 'x18'),
        ('append', 1, 'b1', 5), ('delete', 4), ('name', 1, None, 'x21'), ('set', 0, 'r2', 6), ('set', 6, 'r1', 0), ('name', 6, None, 'x24'),
        ('set', 3, 'r1', 0), ('new', 8, 'C', {'name': 'n8'}), ('name', 1, None, 'x27'), ('flush',), ('name', 1, None, 'x29'), ('flush',),
        ('remove', 6, 'b0', 8), ('set', 2, 'r1', 8), ('set', 6, 'r1', 1), ('append', 8, 'b1', 6), ('refresh', 8), ('name', 1, None, 'x36'),
        ('flush',), ('delete', 7), ('new', 9, 'B', {'name': 'n9'}), ('set', 9, 'r1', 8),
    ])

play(
    496, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r2', 'C', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'passive_deletes': True}),
        ('many_to_many', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'A', 'b5', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('set', 0, 'r5', 2), ('flush',),
        ('append', 0, 'r4', 1), ('refresh', 0), ('pending', 3, 'D', {'name': 'n3'}), ('assign', 0, 'r4', [1]), ('set', 0, 'r3', 1),
        ('set', 1, 'r1', 2), ('append', 1, 'b3', 0), ('append', 2, 'b5', 0), ('assign', 2, 'b1', [1]), ('name', 1, None, 'x14'),
        ('assign', 2, 'b5', [3, 0]), ('name', 0, None, 'x16'), ('flush',), ('flush',), ('append', 1, 'b4', 0), ('set', 3, 'r3', 1),
        ('assign', 2, 'b1', [1]), ('flush',), ('commit',), ('flush',),
    ])
