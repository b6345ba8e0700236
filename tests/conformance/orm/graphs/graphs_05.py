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
    339, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('append', 1, 'b1', 0), ('set', 0, 'r2', 2), ('flush',),
        ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('flush',), ('new', 5, 'A', {'name': 'n5', 'id': 4}), ('name', 3, None, 'x10'),
        ('new', 6, 'B', {'name': 'n6', 'id': 2}), ('append', 5, 'b1', 3), ('flush',), ('append', 2, 'b1', 4),
        ('pending', 7, 'C', {'name': 'n7', 'id': 5}), ('name', 7, None, 'x16'), ('set', 0, 'r2', 5),
        ('new', 8, 'A', {'name': 'n8', 'id': 6}), ('merge', None, 'C', {'id': 4, 'name': 'm19'}),
        ('merge', None, 'A', {'id': 3, 'name': 'm20'}), ('set', 0, 'r0', 7),
    ])

play(
    340, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'B', 'r0', 'E', None, {}, {}),
        ('many_to_many', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'B', 'b2', {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'E', 'r5', 'D', 'b5', {'cascade': 'merge'}, {'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'D', {'name': 'n2', 'id': 2}), ('new', 3, 'D', {'name': 'n3', 'id': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 1}),
        ('delete', 3), ('name', 1, None, 'x6'), ('flush',), ('append', 2, 'r1', 4), ('set', 0, 'r5', None), ('set', 0, 'r5', 1),
        ('name', 2, None, 'x11'), ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('append', 4, 'b1', 1),
        ('new', 6, 'D', {'name': 'n6', 'id': 4}), ('name', 4, None, 'x15'), ('new', 7, 'E', {'name': 'n7', 'id': 3}),
    ])

play(
    342, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('name', 1, None, 'x3'), ('refresh', 0), ('flush',), ('flush',), ('name', 0, None, 'x7'), ('flush',), ('flush',),
        ('name', 0, None, 'x10'), ('delete', 1), ('flush',), ('merge', None, 'B', {'id': 4, 'name': 'm13'}), ('refresh', 0),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('flush',), ('new', 5, 'A', {'name': 'n5'}),
    ])

play(
    344, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_many', 'D', 'r1', 'D', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'E', 'r2', 'E', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'B', 'b5', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('pending', 1, 'E', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('commit',), ('set', 0, 'r0', None), ('name', 2, None, 'x6'), ('append', 0, 'r1', 0),
        ('flush',), ('set', 1, 'r2', 2), ('set', 2, 'r2', 1), ('flush',), ('set', 3, 'r5', 3), ('set', 0, 'r0', None),
    ])

play(
    346, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'B', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'C', 'b1', {'post_update': True}, {}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'D', 'b4', {}, {}),
        ('many_to_many', 'G', 'r5', 'F', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 1, 'extra_b': 2}), ('pending', 3, 'B', {'name': 'n3', 'id': 2}),
        ('new', 4, 'G', {'name': 'n4', 'id': 2}), ('new', 5, 'C', {'name': 'n5', 'id': 1}), ('name', 1, None, 'x6'),
        ('name', 3, None, 'x7'), ('flush',), ('name', 5, None, 'x9'), ('delete', 4), ('name', 2, None, 'x11'), ('append', 5, 'b1', 3),
        ('new', 6, 'E', {'name': 'n6', 'id': 2}), ('flush',), ('flush',), ('merge', None, 'G', {'id': 1, 'name': 'm16'}), ('delete', 2),
        ('delete', 0), ('new', 7, 'G', {'name': 'n7', 'id': 3}),
    ])

play(
    347, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('new', 5, 'D', {'name': 'n5', 'id': 4}),
        ('name', 1, None, 'x6'), ('refresh', 2), ('flush',), ('set', 1, 'r1', None), ('remove', 4, 'r3', 4),
        ('merge', None, 'D', {'id': 4, 'name': 'm11'}), ('append', 4, 'r3', 4), ('name', 3, None, 'x13'), ('expire_all',),
        ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('delete', 1), ('name', 3, None, 'x17'), ('flush',), ('append', 0, 'r3', 4),
        ('delete', 2), ('merge', None, 'D', {'id': 2, 'name': 'm21'}), ('new', 7, 'C', {'name': 'n7', 'id': 1}), ('flush',), ('delete', 0),
        ('new', 8, 'A', {'name': 'n8', 'id': 4}), ('new', 9, 'C', {'name': 'n9', 'id': 2}), ('name', 5, None, 'x27'), ('flush',),
        ('flush',), ('name', 8, None, 'x30'), ('flush',), ('new', 10, 'C', {'name': 'n10', 'id': 4}), ('name', 9, None, 'x33'), ('commit',),
        ('set', 9, 'r0', 9), ('set', 10, 'r2', 9), ('remove', 7, 'b0', 7),
    ])

play(
    348, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_many', 'B', 'r0', 'D', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {'post_update': True, 'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r4', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'extra_c': 0}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5'}), ('flush',),
        ('set', 0, 'r1', None), ('refresh', 4), ('flush',), ('delete', 4), ('flush',), ('new', 6, 'B', {'name': 'n6'}), ('delete', 5),
        ('expire_all',), ('refresh', 1), ('flush',), ('pending', 7, 'D', {'name': 'n7'}), ('delete', 6), ('name', 0, None, 'x19'),
        ('name', 7, None, 'x20'), ('name', 7, None, 'x21'), ('pending', 8, 'C', {'name': 'n8', 'extra_c': 8}), ('set', 0, 'r1', None),
        ('new', 9, 'D', {'name': 'n9'}), ('flush',), ('name', 0, None, 'x26'), ('delete', 0), ('delete', 7), ('flush',),
        ('set', 8, 'r1', None), ('flush',), ('delete', 3),
    ])

play(
    349, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r1', 'C', 'b1', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r5', 'A', 'b5', {}, {'passive_deletes': True}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 3}),
        ('delete', 3), ('name', 5, None, 'x7'), ('new', 6, 'A', {'name': 'n6', 'id': 3}), ('set', 2, 'r4', 6),
        ('merge', None, 'E', {'id': 4, 'name': 'm10'}), ('flush',), ('set', 2, 'r4', 1), ('new', 7, 'B', {'name': 'n7', 'id': 2}),
        ('set', 7, 'r4', 1), ('set', 4, 'r0', 1), ('set', 7, 'r4', 1), ('flush',), ('pending', 8, 'A', {'name': 'n8', 'id': 4}),
        ('new', 9, 'B', {'name': 'n9', 'id': 3}), ('pending', 10, 'E', {'name': 'n10', 'id': 3}), ('set', 4, 'r2', 6), ('delete', 8),
        ('set', 10, 'r0', 6), ('flush',), ('flush',), ('delete', 6), ('assign', 1, 'b4', [7, 2, 9]), ('expire_all',),
        ('assign', 5, 'b1', [1]), ('set', 9, 'r4', 1), ('set', 0, 'r3', 1), ('flush',), ('set', 10, 'r2', 1), ('set', 0, 'r5', 1),
        ('set', 0, 'r5', 1), ('set', 4, 'r2', 1), ('flush',), ('delete', 5), ('refresh', 2), ('set', 10, 'r2', 1),
        ('new', 11, 'B', {'name': 'n11', 'id': 4}), ('set', 10, 'r2', 1), ('flush',), ('set', 0, 'r3', 1),
        ('new', 12, 'B', {'name': 'n12', 'id': 6}),
    ])

play(
    351, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'D')],
    [
        ('many_to_one', 'E', 'r0', 'E', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r2', 'G', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'G', 'r5', 'A', 'b5', {}, {}),
        ('many_to_one', 'G', 'r6', 'E', None, {}, {}),
        ('many_to_one', 'D', 'r7', 'B', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'H', {'name': 'n2', 'id': 102}), ('flush',),
        ('name', 1, None, 'x4'), ('set', 2, 'r7', None), ('name', 1, None, 'x6'), ('name', 0, None, 'x7'), ('flush',),
        ('set', 0, 'r7', None), ('delete', 2), ('merge', None, 'E', {'id': 3, 'name': 'm11'}),
        ('merge', None, 'C', {'id': 2, 'name': 'm12'}), ('flush',), ('merge', None, 'G', {'id': 3, 'name': 'm14'}),
        ('new', 3, 'A', {'name': 'n3'}), ('flush',), ('set', 0, 'r7', None), ('flush',), ('name', 0, None, 'x19'),
        ('new', 4, 'E', {'name': 'n4', 'id': 104}), ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('name', 0, None, 'x22'), ('delete', 1),
        ('flush',), ('name', 3, None, 'x25'), ('expire_all',), ('new', 6, 'G', {'name': 'n6'}), ('name', 3, None, 'x28'),
        ('name', 3, None, 'x29'), ('commit',), ('delete', 3),
    ])

play(
    353, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1', 'id': 101}), ('new', 2, 'A', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7'}), ('set', 1, 'r3', 1), ('flush',), ('commit',),
        ('name', 1, None, 'x11'), ('new', 8, 'B', {'name': 'n8'}), ('name', 2, None, 'x13'), ('new', 9, 'A', {'name': 'n9'}),
        ('set', 5, 'r3', 1), ('commit',), ('pending', 10, 'A', {'name': 'n10'}), ('set', 0, 'r2', 0), ('delete', 3), ('commit',),
        ('set', 0, 'r2', 8), ('new', 11, 'A', {'name': 'n11'}), ('set', 1, 'r3', 0), ('flush',),
        ('new', 12, 'A', {'name': 'n12', 'id': 112}),
    ])

play(
    354, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'C', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 3}), ('new', 2, 'C', {'name': 'n2', 'id': 5}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 7}), ('new', 5, 'C', {'name': 'n5', 'id': 9}),
        ('name', 2, None, 'x6'), ('set', 5, 'r1', None), ('pending', 6, 'C', {'name': 'n6', 'id': 11}), ('set', 4, 'r1', None),
        ('merge', None, 'C', {'id': 1, 'name': 'm10'}), ('flush',), ('flush',), ('flush',), ('set', 0, 'r1', None), ('set', 0, 'r1', None),
        ('append', 2, 'r2', 3), ('set', 0, 'r1', None), ('flush',), ('delete', 5), ('append', 4, 'r2', 3),
        ('new', 7, 'A', {'name': 'n7', 'id': 3}), ('assign', 4, 'r2', [3, 7]), ('refresh', 1), ('set', 0, 'r1', None),
        ('set', 2, 'r1', None), ('set', 6, 'r1', None), ('refresh', 6), ('refresh', 1), ('name', 3, None, 'x29'), ('set', 2, 'r1', None),
    ])

play(
    355, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('delete', 4), ('name', 3, None, 'x6'), ('expire_all',),
        ('delete', 3), ('delete', 0), ('flush',), ('refresh', 2), ('name', 1, None, 'x12'), ('new', 5, 'B', {'name': 'n5'}),
        ('name', 2, None, 'x14'), ('pending', 6, 'A', {'name': 'n6', 'id': 106}), ('name', 5, None, 'x16'),
        ('new', 7, 'B', {'name': 'n7', 'extra_b': 7}),
    ])

play(
    361, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'C'), ('H', None)],
    [
        ('many_to_one', 'G', 'r0', 'E', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r6', 'E', 'b6', {'post_update': True}, {}),
        ('many_to_many', 'E', 'r7', 'E', 'b7', {}, {}),
        ('many_to_one', 'F', 'r8', 'E', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('pending', 1, 'G', {'name': 'n1', 'id': 2}),
        ('new', 2, 'E', {'name': 'n2', 'id': 1}), ('pending', 3, 'B', {'name': 'n3', 'id': 2, 'extra_b': 3}),
        ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('new', 5, 'F', {'name': 'n5', 'id': 2}), ('new', 6, 'D', {'name': 'n6', 'id': 2}),
        ('new', 7, 'A', {'name': 'n7', 'id': 3}), ('append', 2, 'b6', 1), ('new', 8, 'G', {'name': 'n8', 'id': 4}),
        ('new', 9, 'D', {'name': 'n9', 'id': 3}), ('name', 0, None, 'x11'), ('set', 8, 'r0', 2), ('set', 8, 'r0', None),
        ('remove', 0, 'b2', 9), ('flush',), ('delete', 7), ('refresh', 5), ('append', 1, 'b4', 2), ('set', 6, 'r2', 0),
        ('pending', 10, 'A', {'name': 'n10', 'id': 5}), ('flush',), ('remove', 10, 'b3', 5), ('set', 8, 'r6', None), ('set', 8, 'r5', 3),
        ('set', 6, 'r2', 0), ('flush',), ('name', 8, None, 'x27'), ('flush',), ('delete', 5), ('append', 0, 'b1', 8), ('flush',),
    ])

play(
    362, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r3', 'E', None, {}, {}),
        ('many_to_one', 'G', 'r4', 'B', 'b4', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'A', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'G', 'r7', 'D', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'F', {'name': 'n2', 'id': 1}),
        ('new', 3, 'G', {'name': 'n3', 'id': 1}), ('new', 4, 'D', {'name': 'n4', 'id': 3}), ('new', 5, 'G', {'name': 'n5', 'id': 3}),
        ('set', 4, 'r0', None), ('refresh', 2), ('new', 6, 'D', {'name': 'n6', 'id': 5}), ('expire_all',), ('flush',), ('set', 2, 'r2', 0),
        ('remove', 4, 'b7', 5), ('delete', 6), ('flush',), ('flush',),
    ])

play(
    363, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2', 'id': 102}),
        ('flush',), ('remove', 1, 'b3', 0), ('flush',), ('remove', 0, 'r0', 0), ('delete', 1), ('name', 0, None, 'x8'),
        ('merge', None, 'B', {'id': 1, 'name': 'm9'}), ('merge', None, 'B', {'id': 1, 'name': 'm10'}),
        ('merge', None, 'C', {'id': 1, 'name': 'm11'}), ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('flush',), ('name', 0, None, 'x14'),
        ('delete', 0),
    ])

play(
    364, [('A', None), ('B', 'A')],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'B', {'name': 'n1', 'id': 3, 'extra_b': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 4}), ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('new', 4, 'A', {'name': 'n4', 'id': 7}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 8}), ('new', 6, 'A', {'name': 'n6', 'id': 10}), ('new', 7, 'A', {'name': 'n7', 'id': 12}),
        ('append', 3, 'r0', 3), ('delete', 7), ('name', 6, None, 'x10'), ('new', 8, 'B', {'name': 'n8', 'id': 13, 'extra_b': 8}),
        ('remove', 4, 'r0', 3), ('append', 0, 'b0', 6), ('remove', 2, 'b0', 4), ('refresh', 0), ('name', 3, None, 'x16'),
        ('name', 8, None, 'x17'), ('new', 9, 'A', {'name': 'n9', 'id': 14}), ('flush',), ('append', 5, 'b0', 3), ('remove', 1, 'r0', 5),
        ('name', 0, None, 'x22'), ('new', 10, 'A', {'name': 'n10', 'id': 16}), ('append', 0, 'r0', 0), ('flush',), ('flush',), ('flush',),
        ('append', 4, 'r0', 6), ('flush',), ('refresh', 8),
    ])

play(
    365, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('set', 0, 'r2', 2),
        ('delete', 2), ('name', 1, None, 'x5'), ('append', 1, 'b2', 0), ('refresh', 1), ('append', 1, 'b2', 0), ('set', 0, 'r2', 1),
        ('name', 1, None, 'x10'), ('flush',), ('new', 3, 'C', {'name': 'n3'}), ('set', 0, 'r1', None), ('append', 1, 'b2', 3),
        ('delete', 0), ('assign', 1, 'b2', [3]), ('append', 1, 'b2', 3), ('append', 1, 'b2', 3),
    ])

play(
    366, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'B', {'name': 'n3'}), ('append', 3, 'b0', 3), ('pending', 4, 'A', {'name': 'n4'}), ('name', 1, None, 'x6'),
        ('pending', 5, 'A', {'name': 'n5'}), ('append', 3, 'r0', 3), ('pending', 6, 'B', {'name': 'n6'}),
        ('merge', None, 'B', {'id': 1, 'name': 'm10'}), ('flush',), ('expire_all',), ('name', 3, None, 'x13'), ('name', 3, None, 'x14'),
        ('pending', 7, 'A', {'name': 'n7'}), ('new', 8, 'B', {'name': 'n8'}), ('flush',), ('delete', 7), ('flush',), ('refresh', 8),
        ('append', 8, 'b0', 6), ('append', 3, 'b0', 8), ('refresh', 4), ('flush',), ('delete', 5), ('assign', 8, 'r0', [6]),
        ('append', 3, 'b0', 6), ('assign', 6, 'r0', [6, 8]),
    ])

play(
    369, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('new', 5, 'D', {'name': 'n5', 'id': 1}),
        ('append', 3, 'b1', 5), ('name', 2, None, 'x7'), ('set', 5, 'r3', 5), ('name', 3, None, 'x9'), ('append', 3, 'b1', 5),
        ('refresh', 2), ('name', 5, None, 'x12'), ('assign', 3, 'b0', []), ('delete', 1), ('append', 4, 'b1', 5), ('name', 0, None, 'x16'),
        ('append', 3, 'b1', 5), ('append', 4, 'b1', 5), ('append', 4, 'b0', 5), ('delete', 0), ('set', 5, 'r3', 5), ('delete', 3),
        ('flush',), ('assign', 5, 'b3', [5]), ('flush',),
    ])

play(
    370, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 3}), ('assign', 0, 'b1', [3, 1]), ('flush',), ('set', 2, 'r2', 2),
        ('new', 4, 'A', {'name': 'n4', 'id': 3}), ('delete', 2), ('set', 1, 'r1', 4), ('append', 0, 'b1', 1), ('append', 0, 'b0', 1),
        ('set', 1, 'r1', 4), ('name', 3, None, 'x13'), ('name', 0, None, 'x14'), ('set', 1, 'r0', 4),
        ('pending', 5, 'A', {'name': 'n5', 'id': 4}), ('delete', 0), ('pending', 6, 'A', {'name': 'n6', 'id': 5}), ('set', 1, 'r0', None),
        ('delete', 5), ('set', 4, 'r2', None), ('new', 7, 'A', {'name': 'n7', 'id': 6}), ('delete', 3),
        ('new', 8, 'B', {'name': 'n8', 'id': 4}), ('flush',), ('expire_all',), ('delete', 1), ('set', 6, 'r2', 7), ('delete', 7),
        ('commit',), ('commit',), ('set', 6, 'r2', 4), ('set', 8, 'r1', 0), ('name', 6, None, 'x34'), ('name', 0, None, 'x35'),
        ('delete', 4), ('new', 9, 'A', {'name': 'n9', 'id': 7}),
    ])

play(
    371, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 3}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('append', 3, 'b1', 0), ('set', 0, 'r1', 3), ('flush',), ('name', 1, None, 'x7'),
        ('pending', 4, 'A', {'name': 'n4', 'id': 3}), ('append', 4, 'b1', 0), ('assign', 4, 'b1', [1, 0]), ('set', 2, 'r0', 4),
        ('pending', 5, 'C', {'name': 'n5', 'id': 3}), ('name', 4, None, 'x13'), ('set', 5, 'r0', None), ('set', 0, 'r1', 3),
        ('set', 2, 'r0', None), ('append', 4, 'b1', 1), ('new', 6, 'D', {'name': 'n6', 'id': 4}), ('append', 4, 'b1', 1), ('flush',),
    ])

play(
    372, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}),
        ('assign', 5, 'b0', []), ('assign', 6, 'b2', [1, 2]), ('expire_all',), ('name', 5, None, 'x10'), ('append', 4, 'b0', 1),
        ('new', 7, 'A', {'name': 'n7'}), ('flush',), ('append', 7, 'b2', 2), ('new', 8, 'B', {'name': 'n8'}), ('refresh', 4),
        ('set', 8, 'r2', 6), ('flush',), ('flush',), ('name', 3, None, 'x20'), ('new', 9, 'B', {'name': 'n9'}),
    ])

play(
    374, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {'cascade': 'save-update'}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'extra_c': 0}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('pending', 3, 'C', {'name': 'n3', 'extra_c': 3}), ('pending', 4, 'B', {'name': 'n4'}), ('name', 1, None, 'x5'),
        ('new', 5, 'A', {'name': 'n5'}), ('name', 3, None, 'x7'), ('new', 6, 'C', {'name': 'n6'}),
        ('merge', None, 'A', {'id': 3, 'name': 'm9'}), ('pending', 7, 'B', {'name': 'n7', 'extra_b': 7}), ('delete', 3),
        ('new', 8, 'C', {'name': 'n8', 'id': 108, 'extra_c': 8}), ('name', 8, None, 'x13'), ('set', 0, 'r0', 8), ('delete', 5),
        ('set', 0, 'r0', 0), ('flush',), ('refresh', 4), ('delete', 2), ('name', 0, None, 'x20'),
    ])

play(
    375, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('set', 1, 'r0', 0), ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('flush',), ('name', 1, None, 'x6'), ('append', 3, 'b1', 2),
        ('delete', 3), ('commit',), ('set', 2, 'r1', 1), ('append', 1, 'b1', 2), ('pending', 4, 'C', {'name': 'n4', 'id': 3}),
        ('append', 1, 'b1', 4), ('merge', None, 'B', {'id': 1, 'name': 'm14'}), ('set', 2, 'r1', 1), ('set', 2, 'r1', 1),
        ('set', 4, 'r1', 1), ('append', 1, 'b2', 1), ('new', 5, 'C', {'name': 'n5', 'id': 4}),
        ('merge', None, 'B', {'id': 1, 'name': 'm20'}), ('delete', 0), ('set', 2, 'r1', 1), ('set', 5, 'r1', 1),
        ('new', 6, 'C', {'name': 'n6', 'id': 5}),
    ])

play(
    376, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', 'A')],
    [
        ('many_to_one', 'B', 'r1', 'D', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r2', 'D', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'D', 'b5', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'E', {'name': 'n2', 'id': 1, 'extra_e': 2}), ('pending', 3, 'E', {'name': 'n3', 'id': 2}),
        ('pending', 4, 'D', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 4}), ('new', 6, 'C', {'name': 'n6', 'id': 5}),
        ('new', 7, 'C', {'name': 'n7', 'id': 7, 'extra_c': 7}), ('flush',), ('append', 0, 'b4', 3), ('set', 3, 'r2', 4), ('delete', 7),
        ('delete', 0), ('name', 5, None, 'x13'), ('flush',), ('set', 3, 'r4', None), ('merge', None, 'B', {'id': 4, 'name': 'm16'}),
        ('delete', 0), ('flush',), ('flush',), ('pending', 8, 'A', {'name': 'n8', 'id': 9}), ('delete', 4), ('set', 3, 'r4', None),
        ('set', 6, 'r5', None), ('name', 8, None, 'x24'), ('flush',), ('delete', 5), ('delete', 2), ('set', 3, 'r2', None),
        ('pending', 9, 'D', {'name': 'n9', 'id': 5}), ('name', 8, None, 'x30'), ('commit',), ('set', 6, 'r5', 9), ('set', 3, 'r2', 9),
        ('name', 8, None, 'x34'), ('set', 6, 'r5', None), ('expire_all',), ('new', 10, 'A', {'name': 'n10', 'id': 11}), ('flush',),
        ('delete', 6), ('new', 11, 'C', {'name': 'n11', 'id': 12}), ('flush',), ('merge', None, 'C', {'id': 2, 'name': 'm42'}),
    ])

play(
    381, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None), ('F', 'C')],
    [
        ('many_to_one', 'D', 'r0', 'B', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r2', 'F', None, {}, {}),
        ('many_to_many', 'E', 'r3', 'E', 'b3', {}, {}),
        ('many_to_many', 'E', 'r5', 'D', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1', 'id': 101}), ('pending', 2, 'F', {'name': 'n2'}),
        ('pending', 3, 'E', {'name': 'n3'}), ('new', 4, 'E', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('new', 6, 'C', {'name': 'n6', 'id': 106}), ('name', 6, None, 'x7'), ('commit',), ('flush',), ('name', 2, None, 'x10'), ('flush',),
        ('set', 3, 'r1', None), ('flush',), ('delete', 1), ('pending', 7, 'A', {'name': 'n7'}),
        ('merge', None, 'E', {'id': 1, 'name': 'm16'}), ('set', 4, 'r1', None), ('pending', 8, 'A', {'name': 'n8'}), ('set', 3, 'r1', 8),
        ('delete', 3), ('new', 9, 'C', {'name': 'n9'}), ('delete', 5), ('set', 2, 'r2', 2), ('delete', 2),
        ('pending', 10, 'F', {'name': 'n10'}), ('flush',), ('expire_all',), ('refresh', 4), ('name', 10, None, 'x29'),
        ('new', 11, 'F', {'name': 'n11', 'extra_f': 11}), ('new', 12, 'C', {'name': 'n12'}), ('expire_all',),
    ])

play(
    382, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'B', {'name': 'n4', 'id': 5}), ('new', 5, 'B', {'name': 'n5', 'id': 6}),
        ('refresh', 1), ('set', 1, 'r1', 2), ('append', 3, 'b2', 5), ('remove', 3, 'b2', 2), ('pending', 6, 'A', {'name': 'n6', 'id': 2}),
        ('set', 0, 'r0', None), ('name', 6, None, 'x12'), ('delete', 3), ('name', 0, None, 'x14'),
        ('merge', None, 'A', {'id': 3, 'name': 'm15'}), ('name', 0, None, 'x16'), ('refresh', 4),
        ('merge', None, 'B', {'id': 4, 'name': 'm18'}),
    ])

play(
    383, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'C'), ('F', None), ('G', 'A')],
    [
        ('many_to_one', 'F', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'B', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r6', 'A', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'B', {'name': 'n2', 'id': 5}),
        ('new', 3, 'B', {'name': 'n3', 'id': 7}), ('new', 4, 'F', {'name': 'n4', 'id': 2}), ('flush',), ('set', 4, 'r6', None), ('flush',),
        ('append', 3, 'b4', 0), ('delete', 1), ('new', 5, 'C', {'name': 'n5', 'id': 2}), ('set', 3, 'r4', 0), ('set', 0, 'r4', 2),
        ('set', 5, 'r3', 3), ('new', 6, 'G', {'name': 'n6', 'id': 1, 'extra_g': 6}),
        ('pending', 7, 'G', {'name': 'n7', 'id': 3, 'extra_g': 7}),
    ])

play(
    384, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'B', 'r0', 'D', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {'post_update': True}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('set', 1, 'r2', 3), ('append', 3, 'b2', 1),
        ('flush',), ('set', 2, 'r1', 0), ('append', 0, 'b1', 0), ('append', 2, 'b0', 3), ('name', 2, None, 'x11'), ('assign', 4, 'b3', []),
        ('set', 2, 'r1', 2), ('name', 4, None, 'x14'), ('name', 3, None, 'x15'), ('name', 0, None, 'x16'),
        ('new', 5, 'A', {'name': 'n5', 'id': 2}), ('new', 6, 'C', {'name': 'n6', 'id': 3}), ('set', 3, 'r0', 0),
        ('merge', None, 'E', {'id': 1, 'name': 'm20'}), ('flush',), ('assign', 3, 'b2', [4]), ('flush',), ('name', 1, None, 'x24'),
        ('flush',), ('set', 6, 'r2', 3), ('name', 4, None, 'x27'), ('merge', None, 'C', {'id': 1, 'name': 'm28'}),
        ('new', 7, 'E', {'name': 'n7', 'id': 2}),
    ])

play(
    385, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'B', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('new', 7, 'B', {'name': 'n7'}), ('refresh', 0), ('set', 7, 'r2', None), ('flush',),
        ('remove', 5, 'b2', 0), ('flush',), ('pending', 8, 'A', {'name': 'n8', 'id': 108}), ('set', 7, 'r0', 6), ('append', 5, 'b3', 0),
        ('flush',), ('append', 6, 'b3', 3), ('new', 9, 'A', {'name': 'n9', 'id': 109}), ('set', 3, 'r2', 9),
        ('new', 10, 'A', {'name': 'n10'}), ('remove', 2, 'b3', 0), ('set', 3, 'r1', 9), ('assign', 5, 'b1', [0, 7, 4]),
        ('set', 0, 'r2', 10), ('delete', 4), ('set', 0, 'r3', None), ('remove', 10, 'b0', 7), ('new', 11, 'B', {'name': 'n11'}),
        ('remove', 6, 'b1', 7), ('name', 8, None, 'x30'), ('delete', 2), ('name', 0, None, 'x32'), ('flush',), ('remove', 9, 'b0', 3),
        ('append', 6, 'b2', 11), ('assign', 5, 'b2', []), ('assign', 10, 'b3', []), ('set', 0, 'r3', 1), ('name', 6, None, 'x39'),
        ('new', 12, 'B', {'name': 'n12'}), ('commit',), ('assign', 1, 'b3', [3, 7, 12]), ('set', 3, 'r3', 9),
        ('new', 13, 'A', {'name': 'n13'}), ('name', 7, None, 'x45'), ('expire_all',),
    ])

play(
    388, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'C', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'D', {'name': 'n4', 'id': 2}), ('new', 5, 'B', {'name': 'n5', 'id': 3}),
        ('new', 6, 'A', {'name': 'n6', 'id': 1}), ('new', 7, 'D', {'name': 'n7', 'id': 3}), ('refresh', 2), ('refresh', 2), ('flush',),
        ('set', 3, 'r0', 2), ('name', 1, None, 'x12'), ('set', 3, 'r0', 5), ('name', 5, None, 'x14'), ('name', 3, None, 'x15'),
        ('expire_all',),
    ])

play(
    392, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'E', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {'cascade': 'merge'}, {}),
        ('many_to_many', 'C', 'r2', 'G', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r4', 'G', 'b4', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'G', 'r5', 'D', 'b5', {}, {}),
        ('many_to_many', 'G', 'r6', 'D', 'b6', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3'}), ('pending', 4, 'D', {'name': 'n4'}), ('pending', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'E', {'name': 'n6'}), ('pending', 7, 'H', {'name': 'n7'}), ('merge', None, 'G', {'id': 3, 'name': 'm8'}),
        ('append', 1, 'b3', 4), ('set', 3, 'r4', None), ('flush',), ('flush',), ('refresh', 4), ('flush',), ('delete', 7),
        ('name', 5, None, 'x16'), ('delete', 4), ('append', 5, 'b1', 0), ('refresh', 3), ('name', 5, None, 'x20'), ('name', 6, None, 'x21'),
        ('flush',), ('set', 0, 'r1', None), ('set', 2, 'r0', None), ('name', 3, None, 'x25'), ('set', 2, 'r0', None), ('flush',),
        ('delete', 3), ('set', 2, 'r0', None), ('delete', 6), ('set', 0, 'r1', None),
    ])

play(
    395, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'D', {'name': 'n1', 'id': 1}),
        ('new', 2, 'D', {'name': 'n2', 'id': 2}), ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('flush',), ('delete', 2),
        ('pending', 4, 'C', {'name': 'n4', 'id': 1}), ('append', 0, 'b1', 4), ('name', 3, None, 'x8'), ('name', 4, None, 'x9'),
        ('set', 1, 'r2', 4), ('set', 1, 'r2', 4), ('flush',), ('set', 4, 'r0', 3), ('new', 5, 'B', {'name': 'n5', 'id': 2}),
        ('set', 1, 'r2', None), ('delete', 5), ('append', 0, 'b1', 4), ('expire_all',), ('delete', 1), ('append', 0, 'b1', 4),
    ])

play(
    396, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4', 'id': 104}), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('delete', 3), ('append', 6, 'b0', 5), ('append', 0, 'b2', 6), ('name', 2, None, 'x10'),
        ('new', 7, 'A', {'name': 'n7'}), ('append', 5, 'r1', 1), ('name', 2, None, 'x13'), ('append', 6, 'b0', 5),
        ('merge', None, 'A', {'id': 4, 'name': 'm15'}), ('delete', 7), ('set', 5, 'r0', None), ('flush',),
        ('merge', None, 'B', {'id': 3, 'name': 'm19'}), ('append', 1, 'r1', 1), ('pending', 8, 'A', {'name': 'n8', 'id': 108}), ('commit',),
        ('set', 1, 'r0', 6), ('append', 6, 'b2', 8), ('set', 8, 'r2', None), ('name', 1, None, 'x26'), ('append', 2, 'b2', 4),
        ('pending', 9, 'B', {'name': 'n9'}), ('name', 0, None, 'x29'), ('flush',), ('delete', 0),
        ('merge', None, 'B', {'id': 1, 'name': 'm32'}), ('commit',), ('name', 2, None, 'x34'), ('commit',), ('set', 9, 'r0', 4),
        ('assign', 1, 'r1', [5, 1]), ('name', 2, None, 'x38'), ('new', 10, 'B', {'name': 'n10'}), ('flush',), ('set', 10, 'r0', 6),
    ])

play(
    398, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'E', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r3', 'E', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('new', 3, 'D', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'D', {'name': 'n6'}), ('new', 7, 'E', {'name': 'n7'}), ('flush',), ('name', 4, None, 'x9'), ('set', 3, 'r2', 7),
        ('assign', 4, 'b1', []), ('new', 8, 'E', {'name': 'n8'}), ('name', 8, None, 'x13'), ('flush',), ('delete', 1),
        ('append', 2, 'b0', 7), ('set', 3, 'r2', 7), ('commit',), ('commit',), ('flush',), ('flush',), ('name', 2, None, 'x22'),
        ('pending', 9, 'D', {'name': 'n9'}), ('delete', 9), ('remove', 4, 'b1', 4), ('append', 2, 'b0', 7), ('flush',),
        ('pending', 10, 'E', {'name': 'n10', 'id': 110}), ('remove', 8, 'r0', 2),
    ])

play(
    401, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'D', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'F', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'F', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'B', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r5', 'E', None, {}, {}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'id': 2}), ('new', 1, 'E', {'name': 'n1', 'id': 3}), ('new', 2, 'F', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1, 'extra_b': 3}), ('pending', 4, 'C', {'name': 'n4', 'id': 2}), ('flush',),
        ('new', 5, 'C', {'name': 'n5', 'id': 3}), ('set', 1, 'r4', 3), ('pending', 6, 'D', {'name': 'n6', 'id': 2}), ('append', 3, 'b4', 0),
        ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('append', 7, 'b3', 6), ('set', 1, 'r4', None), ('expire_all',),
        ('pending', 8, 'B', {'name': 'n8', 'id': 2, 'extra_b': 8}), ('new', 9, 'A', {'name': 'n9', 'id': 3}),
    ])

play(
    402, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'D', 'r0', 'E', None, {}, {}),
        ('many_to_many', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('pending', 2, 'F', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3', 'id': 103}), ('pending', 4, 'B', {'name': 'n4', 'extra_b': 4}), ('new', 5, 'D', {'name': 'n5'}),
        ('name', 5, None, 'x6'), ('flush',), ('append', 3, 'b1', 2), ('set', 1, 'r3', 0), ('expire_all',), ('append', 2, 'r1', 3),
        ('name', 2, None, 'x12'), ('set', 5, 'r2', 4), ('flush',), ('append', 5, 'r0', 1), ('new', 6, 'C', {'name': 'n6', 'id': 106}),
        ('flush',), ('delete', 1),
    ])

play(
    404, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('set', 2, 'r0', 1), ('pending', 3, 'B', {'name': 'n3', 'id': 4}), ('set', 3, 'r0', 0), ('refresh', 2),
        ('new', 4, 'B', {'name': 'n4', 'id': 6}), ('flush',), ('delete', 3), ('set', 2, 'r0', 0),
    ])

play(
    405, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 3, 'extra_b': 2}), ('new', 3, 'B', {'name': 'n3', 'id': 4}),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('new', 5, 'B', {'name': 'n5', 'id': 8}), ('new', 6, 'A', {'name': 'n6', 'id': 9}),
        ('new', 7, 'B', {'name': 'n7', 'id': 10, 'extra_b': 7}), ('flush',), ('expire_all',), ('refresh', 6), ('name', 5, None, 'x11'),
        ('new', 8, 'B', {'name': 'n8', 'id': 12, 'extra_b': 8}), ('commit',), ('name', 8, None, 'x14'),
        ('new', 9, 'A', {'name': 'n9', 'id': 13}), ('expire_all',), ('name', 9, None, 'x17'), ('flush',),
        ('pending', 10, 'A', {'name': 'n10', 'id': 14}), ('flush',), ('new', 11, 'A', {'name': 'n11', 'id': 15}), ('name', 4, None, 'x22'),
        ('pending', 12, 'B', {'name': 'n12', 'id': 16}), ('pending', 13, 'A', {'name': 'n13', 'id': 17}), ('flush',),
    ])

play(
    409, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'E', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'D', 'r4', 'D', None, {}, {}),
        ('many_to_one', 'A', 'r5', 'G', 'b5', {'post_update': True}, {}),
        ('many_to_one', 'A', 'r6', 'E', 'b6', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 1}), ('pending', 4, 'C', {'name': 'n4', 'id': 4}),
        ('new', 5, 'A', {'name': 'n5', 'id': 2}), ('set', 3, 'r3', 5), ('append', 2, 'b1', 5), ('append', 2, 'b1', 5), ('refresh', 5),
        ('merge', None, 'F', {'id': 2, 'name': 'm10'}), ('delete', 4), ('set', 5, 'r5', None), ('append', 3, 'r4', 3), ('flush',),
        ('refresh', 3), ('flush',), ('commit',), ('flush',), ('refresh', 2), ('flush',), ('delete', 3),
    ])

play(
    410, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'C', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'B', {'name': 'n2', 'id': 4}), ('refresh', 2), ('set', 2, 'r2', None), ('flush',),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('append', 3, 'b3', 3), ('expire_all',), ('flush',), ('assign', 2, 'r1', [3]),
        ('name', 1, None, 'x11'), ('append', 3, 'b3', 3), ('name', 0, None, 'x13'), ('name', 1, None, 'x14'),
        ('pending', 4, 'B', {'name': 'n4', 'id': 6}), ('flush',),
    ])

play(
    412, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1', 'extra_d': 1}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('refresh', 3), ('flush',),
        ('delete', 3), ('new', 6, 'A', {'name': 'n6'}), ('delete', 2), ('pending', 7, 'C', {'name': 'n7'}), ('flush',),
        ('set', 1, 'r0', None), ('append', 7, 'b1', 7), ('set', 1, 'r0', None), ('new', 8, 'A', {'name': 'n8', 'id': 108}),
        ('name', 1, None, 'x17'), ('flush',), ('expire_all',), ('merge', None, 'D', {'id': 2, 'name': 'm20'}),
        ('pending', 9, 'C', {'name': 'n9'}),
    ])

play(
    415, [('A', None), ('B', None), ('C', None), ('D', 'C')],
    [
        ('many_to_many', 'A', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'B', {'name': 'n4'}), ('set', 0, 'r3', None), ('refresh', 3), ('refresh', 4), ('name', 0, None, 'x8'),
        ('set', 0, 'r3', None), ('pending', 5, 'B', {'name': 'n5', 'id': 105}), ('remove', 0, 'b3', 0), ('name', 1, None, 'x12'),
        ('refresh', 5), ('delete', 0), ('set', 1, 'r1', 2), ('new', 6, 'D', {'name': 'n6', 'id': 106}), ('name', 4, None, 'x17'),
        ('new', 7, 'D', {'name': 'n7'}), ('pending', 8, 'C', {'name': 'n8'}), ('refresh', 6), ('append', 2, 'b1', 6), ('set', 8, 'r1', 3),
        ('merge', None, 'A', {'id': 3, 'name': 'm23'}), ('append', 6, 'b0', 3), ('append', 3, 'b1', 7), ('name', 3, None, 'x26'),
        ('pending', 9, 'B', {'name': 'n9'}), ('flush',),
    ])

play(
    416, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', None, {}, {}),
        ('many_to_many', 'D', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('pending', 4, 'D', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'C', {'name': 'n6'}), ('new', 7, 'D', {'name': 'n7'}), ('delete', 4), ('new', 8, 'D', {'name': 'n8'}),
        ('name', 4, None, 'x10'), ('set', 4, 'r0', None), ('new', 9, 'B', {'name': 'n9'}), ('set', 4, 'r3', 9), ('append', 9, 'b1', 7),
        ('new', 10, 'D', {'name': 'n10'}), ('delete', 3), ('pending', 11, 'C', {'name': 'n11'}), ('name', 1, None, 'x18'), ('refresh', 1),
        ('name', 8, None, 'x20'), ('set', 7, 'r0', 0), ('append', 2, 'r2', 0), ('new', 12, 'B', {'name': 'n12'}), ('name', 5, None, 'x24'),
        ('set', 4, 'r3', None), ('flush',), ('name', 4, None, 'x27'), ('delete', 12), ('set', 10, 'r1', 9), ('assign', 10, 'r4', []),
        ('new', 13, 'C', {'name': 'n13'}), ('append', 5, 'r2', 0),
    ])

play(
    417, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'H', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'G', 'r2', 'E', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'C', 'b3', {}, {}),
        ('many_to_many', 'B', 'r4', 'G', 'b4', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {}, {}),
        ('many_to_one', 'B', 'r6', 'A', 'b6', {'cascade': 'merge'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('append', 0, 'b2', 1), ('delete', 3), ('remove', 0, 'b2', 1),
        ('new', 4, 'E', {'name': 'n4', 'id': 3}), ('new', 5, 'E', {'name': 'n5', 'id': 4}), ('new', 6, 'G', {'name': 'n6', 'id': 3}),
        ('new', 7, 'C', {'name': 'n7', 'id': 3}), ('pending', 8, 'A', {'name': 'n8', 'id': 2}), ('assign', 5, 'b2', [6]),
        ('append', 0, 'b2', 6), ('set', 1, 'r2', 5), ('remove', 5, 'b2', 6), ('flush',), ('name', 2, None, 'x17'), ('flush',),
        ('append', 0, 'b2', 6), ('pending', 9, 'A', {'name': 'n9', 'id': 3}), ('new', 10, 'H', {'name': 'n10', 'id': 1}),
        ('pending', 11, 'H', {'name': 'n11', 'id': 2}), ('flush',), ('remove', 4, 'b2', 6), ('pending', 12, 'H', {'name': 'n12', 'id': 3}),
        ('delete', 2), ('refresh', 0), ('remove', 4, 'b2', 1), ('flush',), ('refresh', 4), ('name', 3, None, 'x31'),
        ('append', 10, 'r1', 8), ('flush',), ('set', 1, 'r2', None), ('assign', 12, 'r1', [3, 9, 8]), ('expire_all',),
    ])

play(
    418, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'D', {'name': 'n2', 'id': 1}), ('new', 3, 'B', {'name': 'n3', 'id': 3}),
        ('pending', 4, 'C', {'name': 'n4', 'id': 1}), ('pending', 5, 'A', {'name': 'n5', 'id': 2}), ('name', 3, None, 'x6'),
        ('append', 4, 'b1', 2), ('name', 5, None, 'x8'), ('flush',), ('delete', 3), ('remove', 4, 'b1', 2), ('assign', 1, 'b2', []),
        ('set', 2, 'r1', 4), ('remove', 5, 'b2', 0), ('set', 0, 'r3', 0), ('append', 4, 'b1', 2), ('delete', 2),
        ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('merge', None, 'D', {'id': 1, 'name': 'm19'}), ('flush',), ('set', 0, 'r3', None),
        ('name', 0, None, 'x22'), ('delete', 5), ('flush',), ('new', 7, 'D', {'name': 'n7', 'id': 4}), ('name', 0, None, 'x26'),
    ])

play(
    419, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_many', 'E', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'H', 'r1', 'E', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r2', 'B', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'H', 'r3', 'F', None, {}, {}),
        ('many_to_many', 'H', 'r4', 'B', None, {}, {}),
        ('many_to_many', 'G', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'C', 'b6', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'E', 'r7', 'A', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1, 'extra_c': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 1}), ('delete', 1), ('expire_all',), ('new', 3, 'B', {'name': 'n3', 'id': 3}),
        ('pending', 4, 'D', {'name': 'n4', 'id': 1}), ('name', 3, None, 'x7'),
    ])

play(
    421, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'B', 'r0', 'E', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'H', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'F', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r6', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r7', 'A', 'b7', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'H', {'name': 'n3', 'id': 1}), ('new', 4, 'H', {'name': 'n4', 'id': 2}), ('set', 3, 'r2', None), ('refresh', 1),
        ('set', 4, 'r2', None), ('expire_all',), ('new', 5, 'A', {'name': 'n5', 'id': 1}), ('set', 3, 'r2', None), ('flush',), ('flush',),
        ('flush',), ('delete', 3), ('new', 6, 'B', {'name': 'n6', 'id': 1}), ('assign', 1, 'b0', [6]), ('refresh', 2), ('delete', 1),
        ('name', 4, None, 'x19'), ('append', 5, 'b1', 5), ('flush',), ('name', 4, None, 'x22'), ('flush',),
        ('new', 7, 'C', {'name': 'n7', 'id': 1}), ('flush',), ('delete', 4), ('new', 8, 'E', {'name': 'n8', 'id': 2}),
        ('append', 5, 'b7', 7), ('flush',),
    ])

play(
    426, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True, 'cascade': 'save-update'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}),
        ('pending', 6, 'C', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('append', 1, 'b0', 2), ('refresh', 3),
        ('delete', 3), ('name', 1, None, 'x11'), ('new', 8, 'A', {'name': 'n8'}), ('append', 8, 'b0', 4), ('append', 7, 'b0', 0),
        ('delete', 5), ('name', 1, None, 'x16'), ('new', 9, 'B', {'name': 'n9'}), ('assign', 8, 'b0', [2, 0, 9]), ('flush',),
        ('name', 4, None, 'x20'), ('new', 10, 'C', {'name': 'n10', 'id': 110}), ('delete', 2), ('flush',),
    ])

play(
    429, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'D'), ('H', None)],
    [
        ('many_to_one', 'E', 'r0', 'E', None, {'post_update': True, 'cascade': 'merge'}, {}),
        ('many_to_one', 'H', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'F', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'H', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'H', 'r4', 'F', 'b4', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'H', 'r5', 'B', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r6', 'B', 'b6', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r7', 'B', 'b7', {}, {}),
        ('many_to_many', 'B', 'r8', 'C', 'b8', {}, {}),
        ('many_to_one', 'H', 'r9', 'G', 'b9', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'extra_g': 0}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}),
        ('new', 3, 'G', {'name': 'n3', 'extra_g': 3}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}),
        ('new', 6, 'F', {'name': 'n6'}), ('flush',), ('set', 2, 'r0', 2), ('set', 3, 'r6', None), ('flush',), ('name', 4, None, 'x11'),
        ('new', 7, 'D', {'name': 'n7'}), ('merge', None, 'E', {'id': 3, 'name': 'm13'}), ('delete', 1), ('delete', 5), ('refresh', 4),
        ('flush',), ('pending', 8, 'A', {'name': 'n8'}), ('commit',), ('pending', 9, 'E', {'name': 'n9'}), ('flush',), ('flush',),
        ('name', 4, None, 'x23'), ('new', 10, 'C', {'name': 'n10'}), ('flush',), ('expire_all',), ('new', 11, 'D', {'name': 'n11'}),
        ('expire_all',), ('commit',), ('new', 12, 'H', {'name': 'n12'}),
    ])
