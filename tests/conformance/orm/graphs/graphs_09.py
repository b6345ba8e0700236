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
    667, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('set', 1, 'r1', None),
        ('flush',), ('set', 1, 'r2', 0), ('set', 1, 'r1', 0), ('set', 1, 'r2', 0), ('new', 3, 'A', {'name': 'n3', 'id': 103}), ('flush',),
        ('set', 1, 'r1', 0), ('name', 3, None, 'x11'), ('merge', None, 'B', {'id': 4, 'name': 'm12'}), ('new', 4, 'A', {'name': 'n4'}),
        ('flush',), ('merge', None, 'A', {'id': 1, 'name': 'm15'}), ('set', 2, 'r2', 4), ('new', 5, 'A', {'name': 'n5'}), ('refresh', 3),
        ('name', 5, None, 'x19'), ('append', 3, 'b3', 2), ('name', 3, None, 'x21'), ('assign', 3, 'b1', []), ('append', 0, 'b1', 2),
        ('append', 4, 'b1', 2), ('flush',), ('set', 2, 'r2', 5), ('set', 1, 'r1', None), ('expire_all',),
    ])

play(
    670, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'B')],
    [
        ('many_to_one', 'G', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'G', None, {}, {}),
        ('many_to_many', 'G', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'E', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'E', 'r6', 'D', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3', 'id': 103}), ('new', 4, 'H', {'name': 'n4', 'id': 104, 'extra_h': 4}),
        ('new', 5, 'A', {'name': 'n5'}), ('append', 2, 'r2', 1), ('append', 1, 'b2', 2), ('flush',), ('delete', 3), ('set', 2, 'r0', None),
        ('append', 1, 'b2', 2), ('new', 6, 'A', {'name': 'n6'}), ('remove', 0, 'b3', 0), ('name', 6, None, 'x14'), ('flush',),
        ('name', 0, None, 'x16'),
    ])

play(
    673, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None), ('F', None), ('G', 'F')],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'G', 'r3', 'D', 'b3', {}, {}),
        ('many_to_many', 'B', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'G', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'F', {'name': 'n3', 'id': 2}), ('new', 4, 'F', {'name': 'n4', 'id': 4}), ('commit',), ('set', 3, 'r0', None), ('flush',),
        ('flush',), ('delete', 0), ('flush',), ('name', 4, None, 'x11'), ('name', 1, None, 'x12'), ('new', 5, 'C', {'name': 'n5', 'id': 2}),
        ('flush',), ('new', 6, 'E', {'name': 'n6', 'id': 1}), ('set', 3, 'r0', 5), ('flush',), ('flush',), ('name', 1, None, 'x19'),
    ])

play(
    675, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'C', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}), ('delete', 1),
        ('set', 0, 'r1', 4), ('set', 0, 'r1', 4), ('flush',), ('assign', 4, 'b1', [0]), ('name', 5, None, 'x11'), ('set', 3, 'r1', 4),
        ('pending', 6, 'B', {'name': 'n6'}), ('flush',), ('append', 6, 'b3', 2), ('new', 7, 'C', {'name': 'n7'}), ('refresh', 3),
        ('new', 8, 'B', {'name': 'n8'}), ('flush',), ('remove', 4, 'b1', 5), ('flush',), ('delete', 3), ('set', 5, 'r1', None), ('commit',),
        ('pending', 9, 'A', {'name': 'n9'}), ('flush',), ('delete', 6), ('set', 0, 'r1', 4), ('delete', 9), ('set', 2, 'r3', None),
        ('append', 8, 'b3', 8),
    ])

play(
    685, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_many', 'B', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('pending', 1, 'D', {'name': 'n1', 'id': 2}),
        ('new', 2, 'B', {'name': 'n2', 'id': 1}), ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'D', {'name': 'n4', 'id': 3}),
        ('new', 5, 'D', {'name': 'n5', 'id': 4}), ('new', 6, 'A', {'name': 'n6', 'id': 2}), ('new', 7, 'A', {'name': 'n7', 'id': 3}),
        ('name', 2, None, 'x8'), ('refresh', 5), ('delete', 7), ('name', 5, None, 'x11'), ('set', 1, 'r2', None), ('delete', 6),
        ('name', 3, None, 'x14'), ('flush',), ('name', 2, None, 'x16'), ('delete', 4), ('name', 3, None, 'x18'), ('set', 1, 'r2', 2),
        ('new', 8, 'B', {'name': 'n8', 'id': 2}), ('set', 1, 'r2', 2), ('set', 0, 'r2', 2), ('delete', 8), ('delete', 2),
        ('set', 0, 'r2', None), ('set', 5, 'r2', None), ('set', 0, 'r2', None), ('delete', 0),
    ])

play(
    686, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'E', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'D', 'b2', {}, {'passive_deletes': True}),
        ('many_to_many', 'A', 'r3', 'C', 'b3', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r5', 'G', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r6', 'A', 'b6', {}, {}),
        ('many_to_many', 'A', 'r7', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('pending', 1, 'G', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('new', 3, 'E', {'name': 'n3', 'id': 2, 'extra_e': 3}), ('name', 2, None, 'x4'), ('delete', 2), ('name', 0, None, 'x6'), ('flush',),
        ('merge', None, 'F', {'id': 1, 'name': 'm8'}), ('name', 0, None, 'x9'), ('set', 0, 'r4', None), ('set', 0, 'r4', None),
        ('refresh', 3), ('flush',), ('refresh', 0), ('refresh', 0), ('merge', None, 'C', {'id': 2, 'name': 'm16'}),
    ])

play(
    687, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'E', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('refresh', 1),
        ('new', 3, 'B', {'name': 'n3'}), ('set', 2, 'r3', 2), ('set', 3, 'r3', 2), ('name', 0, None, 'x7'), ('set', 2, 'r3', 3), ('flush',),
        ('flush',), ('set', 1, 'r0', None), ('set', 1, 'r0', None), ('name', 2, None, 'x13'), ('set', 2, 'r3', 3), ('set', 3, 'r3', 2),
        ('set', 1, 'r0', None), ('new', 4, 'E', {'name': 'n4'}), ('flush',), ('delete', 2), ('new', 5, 'C', {'name': 'n5'}),
    ])

play(
    688, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('new', 5, 'C', {'name': 'n5', 'id': 5}),
        ('new', 6, 'A', {'name': 'n6', 'id': 1}), ('new', 7, 'C', {'name': 'n7', 'id': 6}), ('name', 7, None, 'x8'), ('delete', 7),
        ('merge', None, 'D', {'id': 2, 'name': 'm10'}), ('name', 5, None, 'x11'), ('flush',), ('pending', 8, 'C', {'name': 'n8', 'id': 7}),
        ('flush',), ('set', 5, 'r1', None), ('name', 3, None, 'x16'),
    ])

play(
    689, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_many', 'C', 'r0', 'G', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r1', 'G', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r5', 'E', 'b5', {}, {}),
        ('many_to_many', 'C', 'r6', 'H', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}),
        ('new', 2, 'B', {'name': 'n2', 'id': 4, 'extra_b': 2}), ('new', 3, 'E', {'name': 'n3', 'id': 1}),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('new', 5, 'D', {'name': 'n5', 'id': 1}),
        ('new', 6, 'C', {'name': 'n6', 'id': 7, 'extra_c': 6}), ('expire_all',), ('name', 6, None, 'x8'), ('commit',), ('flush',),
        ('name', 3, None, 'x11'), ('name', 4, None, 'x12'), ('flush',), ('expire_all',), ('set', 0, 'r3', None), ('refresh', 4),
        ('new', 7, 'H', {'name': 'n7', 'id': 1}), ('assign', 6, 'r6', [7]), ('remove', 6, 'r6', 7), ('assign', 0, 'r6', [7]),
        ('expire_all',), ('remove', 0, 'b2', 7), ('name', 6, None, 'x23'), ('merge', None, 'D', {'id': 4, 'name': 'm24'}),
        ('assign', 4, 'b2', [7]), ('append', 6, 'b2', 7), ('delete', 3), ('name', 5, None, 'x28'), ('append', 4, 'b2', 7),
        ('set', 7, 'r2', 4), ('name', 4, None, 'x31'), ('append', 4, 'b2', 7), ('expire_all',), ('append', 7, 'b6', 6),
        ('new', 8, 'D', {'name': 'n8', 'id': 2}),
    ])

play(
    690, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'A', 'r1', 'D', None, {'post_update': True}, {}),
        ('many_to_many', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'B', {'name': 'n4', 'id': 104}), ('pending', 5, 'C', {'name': 'n5'}),
        ('new', 6, 'C', {'name': 'n6'}), ('pending', 7, 'C', {'name': 'n7'}), ('new', 8, 'B', {'name': 'n8'}), ('name', 0, None, 'x9'),
        ('flush',), ('name', 6, None, 'x11'), ('set', 7, 'r0', 3), ('append', 8, 'r2', 3), ('name', 1, None, 'x14'), ('flush',),
        ('delete', 5), ('set', 2, 'r0', 3), ('new', 9, 'D', {'name': 'n9'}), ('refresh', 4), ('set', 3, 'r1', 9), ('name', 9, None, 'x21'),
        ('delete', 3), ('expire_all',), ('set', 0, 'r0', None), ('name', 1, None, 'x25'), ('set', 0, 'r0', None), ('flush',),
        ('refresh', 4), ('set', 7, 'r0', None), ('merge', None, 'B', {'id': 3, 'name': 'm30'}), ('pending', 10, 'A', {'name': 'n10'}),
        ('set', 2, 'r0', None), ('remove', 10, 'b0', 2),
    ])

play(
    691, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'C', 'r3', 'B', 'b3', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('pending', 1, 'B', {'name': 'n1', 'id': 101, 'extra_b': 1}),
        ('new', 2, 'C', {'name': 'n2'}), ('pending', 3, 'A', {'name': 'n3', 'id': 103}), ('new', 4, 'A', {'name': 'n4'}),
        ('new', 5, 'A', {'name': 'n5'}), ('name', 3, None, 'x6'), ('set', 0, 'r0', None), ('delete', 4), ('append', 5, 'b1', 1),
        ('pending', 6, 'A', {'name': 'n6'}), ('set', 0, 'r2', 1), ('remove', 0, 'r3', 1), ('flush',), ('remove', 1, 'b1', 1),
        ('remove', 3, 'r1', 1), ('flush',), ('set', 0, 'r0', None), ('merge', None, 'A', {'id': 2, 'name': 'm18'}), ('flush',),
        ('name', 5, None, 'x20'), ('append', 6, 'b1', 1), ('append', 1, 'b2', 2), ('pending', 7, 'A', {'name': 'n7'}),
        ('append', 5, 'b2', 2), ('append', 0, 'r3', 1), ('flush',), ('name', 5, None, 'x27'),
        ('pending', 8, 'A', {'name': 'n8', 'id': 108}), ('new', 9, 'C', {'name': 'n9'}), ('remove', 6, 'r1', 3), ('commit',),
        ('merge', None, 'A', {'id': 1, 'name': 'm32'}), ('refresh', 3), ('refresh', 2), ('new', 10, 'C', {'name': 'n10'}),
        ('new', 11, 'A', {'name': 'n11'}),
    ])

play(
    693, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'A')],
    [
        ('many_to_many', 'F', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'F', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('pending', 2, 'D', {'name': 'n2', 'id': 3}),
        ('name', 1, None, 'x3'), ('set', 2, 'r2', None), ('set', 2, 'r2', None), ('name', 2, None, 'x6'), ('commit',), ('commit',),
        ('flush',), ('commit',), ('flush',), ('pending', 3, 'A', {'name': 'n3', 'id': 1}), ('delete', 1), ('append', 3, 'b2', 0),
    ])

play(
    694, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r4', 'E', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5', 'extra_d': 5}),
        ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'E', {'name': 'n7', 'id': 107}), ('new', 8, 'B', {'name': 'n8'}),
        ('name', 3, None, 'x9'), ('refresh', 5), ('set', 7, 'r4', 7), ('set', 4, 'r1', 2), ('new', 9, 'C', {'name': 'n9'}),
        ('pending', 10, 'D', {'name': 'n10'}), ('set', 2, 'r1', 6), ('delete', 10), ('delete', 6), ('commit',), ('name', 4, None, 'x19'),
        ('flush',), ('set', 3, 'r3', 4), ('delete', 9), ('set', 2, 'r1', 2), ('delete', 1), ('set', 4, 'r1', 2), ('name', 7, None, 'x26'),
        ('new', 11, 'B', {'name': 'n11'}), ('delete', 8), ('name', 4, None, 'x29'), ('set', 3, 'r3', 4), ('flush',), ('commit',),
        ('new', 12, 'F', {'name': 'n12', 'id': 112}), ('new', 13, 'B', {'name': 'n13'}), ('flush',), ('name', 13, None, 'x36'),
    ])

play(
    697, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'C', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4', 'id': 104}), ('new', 5, 'B', {'name': 'n5'}),
        ('remove', 2, 'b1', 1), ('flush',), ('remove', 1, 'r1', 4), ('delete', 0), ('remove', 1, 'r1', 4),
        ('pending', 6, 'B', {'name': 'n6', 'id': 106}), ('assign', 1, 'r1', []), ('merge', None, 'C', {'id': 2, 'name': 'm13'}),
        ('refresh', 2), ('delete', 3), ('flush',), ('flush',), ('assign', 2, 'b1', [1]), ('new', 7, 'A', {'name': 'n7', 'id': 107}),
        ('new', 8, 'B', {'name': 'n8'}), ('delete', 2), ('remove', 7, 'r1', 4), ('flush',), ('append', 1, 'r1', 4), ('flush',),
        ('pending', 9, 'B', {'name': 'n9'}), ('expire_all',), ('new', 10, 'B', {'name': 'n10'}), ('commit',), ('expire_all',),
        ('new', 11, 'C', {'name': 'n11'}),
    ])

play(
    698, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'B', 'r0', 'D', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('append', 1, 'r1', 1),
        ('set', 1, 'r3', 1), ('refresh', 2), ('set', 1, 'r2', None), ('append', 1, 'b3', 1), ('refresh', 2),
        ('new', 3, 'A', {'name': 'n3'}), ('flush',), ('set', 1, 'r3', 1), ('flush',), ('new', 4, 'A', {'name': 'n4', 'id': 104}),
        ('refresh', 2), ('remove', 1, 'r1', 1), ('name', 1, None, 'x16'), ('new', 5, 'B', {'name': 'n5'}), ('remove', 3, 'b4', 5),
    ])

play(
    699, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_many', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r3', 'C', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'extra_d': 0}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3', 'extra_d': 3}), ('new', 4, 'C', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('name', 0, None, 'x7'), ('flush',), ('name', 5, None, 'x9'), ('flush',), ('set', 6, 'r3', None),
        ('set', 6, 'r3', 4), ('assign', 4, 'b3', [0, 2, 5]), ('assign', 4, 'b3', [3, 6]), ('name', 2, None, 'x15'),
        ('pending', 7, 'C', {'name': 'n7', 'id': 107}), ('set', 3, 'r3', None), ('commit',), ('name', 0, None, 'x19'),
        ('name', 5, None, 'x20'), ('set', 2, 'r3', 4), ('assign', 7, 'b3', [5, 0]), ('append', 7, 'b3', 2), ('set', 6, 'r3', 4),
        ('merge', None, 'B', {'id': 2, 'name': 'm25'}), ('assign', 1, 'b1', [3]), ('assign', 3, 'r1', [1]),
    ])

play(
    700, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('new', 5, 'A', {'name': 'n5', 'id': 3}),
        ('set', 4, 'r0', 3), ('name', 5, None, 'x7'), ('set', 4, 'r0', 3), ('refresh', 3), ('set', 4, 'r0', None), ('name', 5, None, 'x11'),
        ('new', 6, 'B', {'name': 'n6', 'id': 2}), ('append', 3, 'b0', 4), ('merge', None, 'C', {'id': 1, 'name': 'm14'}),
        ('pending', 7, 'B', {'name': 'n7', 'id': 3}), ('name', 1, None, 'x16'), ('pending', 8, 'B', {'name': 'n8', 'id': 4}),
        ('append', 6, 'b0', 0), ('append', 6, 'b0', 4), ('flush',), ('append', 6, 'b0', 4), ('flush',),
        ('pending', 9, 'C', {'name': 'n9', 'id': 5}), ('name', 7, None, 'x24'), ('set', 4, 'r1', 8), ('flush',), ('flush',),
        ('append', 8, 'b0', 4),
    ])

play(
    701, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'B', 'r1', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('flush',), ('delete', 2), ('flush',), ('flush',), ('merge', None, 'B', {'id': 2, 'name': 'm7'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('commit',), ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('flush',), ('set', 3, 'r3', None),
        ('flush',), ('append', 4, 'b3', 3), ('flush',), ('assign', 0, 'b3', [3]), ('name', 0, None, 'x17'), ('delete', 0), ('delete', 4),
        ('append', 1, 'b3', 3), ('assign', 1, 'b3', []), ('flush',), ('refresh', 1), ('set', 3, 'r3', 1), ('flush',),
        ('remove', 1, 'b3', 3), ('flush',), ('set', 3, 'r1', None), ('flush',), ('merge', None, 'B', {'id': 3, 'name': 'm30'}),
        ('name', 3, None, 'x31'), ('flush',), ('expire_all',), ('new', 5, 'A', {'name': 'n5', 'id': 6}), ('flush',),
        ('assign', 5, 'b3', [3]), ('delete', 1),
    ])

play(
    704, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_many', 'A', 'r0', 'B', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'G', 'r1', 'F', 'b1', {}, {}),
        ('many_to_one', 'H', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'G', None, {}, {}),
        ('many_to_one', 'A', 'r5', 'H', 'b5', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'C', 'r6', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r7', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('pending', 1, 'G', {'name': 'n1', 'id': 101}), ('new', 2, 'F', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('set', 3, 'r5', None), ('delete', 0), ('append', 4, 'b3', 1),
        ('flush',), ('flush',), ('assign', 2, 'b1', [1]), ('refresh', 1), ('set', 1, 'r3', 4), ('name', 1, None, 'x13'),
        ('set', 3, 'r5', None),
    ])

play(
    705, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r3', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2'}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'A', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5', 'id': 105}),
        ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7'}), ('name', 6, None, 'x8'), ('flush',),
        ('new', 8, 'C', {'name': 'n8'}), ('new', 9, 'D', {'name': 'n9'}), ('expire_all',), ('delete', 6), ('name', 9, None, 'x14'),
        ('pending', 10, 'B', {'name': 'n10'}), ('name', 9, None, 'x16'), ('flush',), ('new', 11, 'D', {'name': 'n11'}),
        ('set', 8, 'r1', None), ('new', 12, 'A', {'name': 'n12'}), ('set', 2, 'r1', None), ('set', 9, 'r2', 1),
        ('new', 13, 'A', {'name': 'n13'}),
    ])

play(
    707, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 3}), ('new', 5, 'B', {'name': 'n5', 'id': 4}),
        ('set', 4, 'r1', 1), ('flush',), ('expire_all',), ('set', 5, 'r0', 1), ('new', 6, 'B', {'name': 'n6', 'id': 5}),
        ('set', 5, 'r0', 3), ('name', 2, None, 'x12'), ('append', 1, 'b1', 6), ('append', 2, 'b2', 2), ('flush',), ('set', 4, 'r2', 4),
        ('pending', 7, 'A', {'name': 'n7', 'id': 4}), ('new', 8, 'B', {'name': 'n8', 'id': 6}), ('set', 6, 'r0', 3), ('set', 4, 'r0', 1),
    ])

play(
    709, [('A', None), ('B', None), ('C', 'A'), ('D', 'B'), ('E', None), ('F', 'B'), ('G', None)],
    [
        ('many_to_one', 'A', 'r0', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r1', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r3', 'E', 'b3', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'D', 'r5', 'G', 'b5', {}, {}),
        ('many_to_many', 'A', 'r6', 'G', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1', 'id': 101}), ('new', 2, 'F', {'name': 'n2', 'extra_f': 2}),
        ('new', 3, 'E', {'name': 'n3'}), ('set', 2, 'r4', None), ('append', 1, 'b3', 2), ('set', 2, 'r4', None), ('name', 3, None, 'x7'),
        ('refresh', 2), ('append', 3, 'b3', 2), ('commit',), ('commit',), ('commit',), ('append', 3, 'b3', 2), ('assign', 1, 'b3', []),
        ('set', 2, 'r3', 1),
    ])

play(
    710, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'C', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 4}), ('pending', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'D', {'name': 'n4', 'id': 5}), ('commit',), ('name', 3, None, 'x6'),
        ('flush',), ('new', 5, 'A', {'name': 'n5', 'id': 5}), ('delete', 4), ('flush',), ('flush',), ('flush',), ('refresh', 0),
        ('delete', 5), ('new', 6, 'E', {'name': 'n6', 'id': 1}), ('set', 6, 'r2', 2), ('name', 2, None, 'x17'), ('append', 3, 'b2', 6),
        ('delete', 0), ('delete', 6), ('merge', None, 'C', {'id': 2, 'name': 'm21'}), ('refresh', 2),
    ])

play(
    711, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'E', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'H', 'r2', 'H', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'F', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'H', 'r5', 'D', 'b5', {}, {}),
        ('many_to_one', 'H', 'r6', 'F', 'b6', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r7', 'F', 'b7', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'H', 'r8', 'E', 'b8', {'cascade': 'save-update'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'G', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 1}), ('new', 5, 'A', {'name': 'n5', 'id': 1}),
        ('new', 6, 'F', {'name': 'n6', 'id': 2}), ('expire_all',), ('set', 4, 'r0', 5), ('flush',), ('set', 4, 'r0', 5),
        ('name', 0, None, 'x11'), ('assign', 5, 'b3', [6]), ('pending', 7, 'B', {'name': 'n7', 'id': 2}),
        ('new', 8, 'H', {'name': 'n8', 'id': 1}), ('set', 7, 'r0', 5), ('merge', None, 'E', {'id': 3, 'name': 'm16'}),
        ('merge', None, 'C', {'id': 3, 'name': 'm17'}), ('assign', 1, 'b5', [8]),
    ])

play(
    712, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'D', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('pending', 1, 'C', {'name': 'n1', 'id': 101}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('delete', 2), ('name', 0, None, 'x8'), ('delete', 0), ('append', 5, 'b2', 6),
        ('append', 3, 'b2', 6), ('append', 6, 'r2', 5), ('assign', 3, 'b2', [6]), ('flush',), ('refresh', 3),
        ('new', 7, 'D', {'name': 'n7'}), ('append', 1, 'b2', 6), ('flush',),
    ])

play(
    713, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'B', None, {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('pending', 5, 'B', {'name': 'n5'}), ('set', 5, 'r1', 2),
        ('flush',), ('flush',), ('flush',), ('delete', 1), ('name', 4, None, 'x11'), ('refresh', 3), ('set', 2, 'r2', None),
        ('append', 3, 'b1', 0), ('delete', 4),
    ])

play(
    715, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'E', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'D', 'r6', 'A', 'b6', {'cascade': 'save-update'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'G', {'name': 'n2', 'id': 1}), ('pending', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 5}),
        ('new', 5, 'D', {'name': 'n5', 'id': 2}), ('new', 6, 'B', {'name': 'n6', 'id': 7, 'extra_b': 6}), ('expire_all',),
        ('name', 5, None, 'x8'), ('refresh', 6), ('append', 3, 'b6', 5), ('flush',), ('name', 2, None, 'x12'),
        ('new', 7, 'A', {'name': 'n7', 'id': 8}), ('flush',), ('set', 2, 'r2', 4), ('append', 7, 'b6', 5),
        ('new', 8, 'E', {'name': 'n8', 'id': 1}), ('name', 4, None, 'x18'), ('set', 5, 'r1', 4), ('append', 0, 'b6', 5), ('delete', 6),
        ('flush',), ('set', 2, 'r2', 4), ('delete', 8), ('delete', 3), ('new', 9, 'C', {'name': 'n9', 'id': 9, 'extra_c': 9}),
        ('remove', 0, 'b6', 5), ('append', 0, 'b6', 5), ('delete', 7), ('flush',), ('delete', 1), ('set', 5, 'r1', None),
        ('name', 1, None, 'x33'), ('append', 0, 'b6', 5), ('new', 10, 'G', {'name': 'n10', 'id': 3}), ('assign', 1, 'b6', [5]),
        ('delete', 4), ('set', 2, 'r2', 9), ('flush',), ('pending', 11, 'G', {'name': 'n11', 'id': 4}), ('set', 11, 'r2', 9),
        ('name', 1, None, 'x42'), ('flush',),
    ])

play(
    717, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2', 'id': 102}),
        ('merge', None, 'C', {'id': 4, 'name': 'm3'}), ('delete', 0), ('set', 1, 'r2', None), ('new', 3, 'A', {'name': 'n3', 'id': 103}),
        ('commit',), ('name', 2, None, 'x8'), ('delete', 2), ('set', 3, 'r0', None), ('commit',), ('flush',), ('set', 1, 'r1', None),
        ('flush',),
    ])

play(
    718, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r3', 'D', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('pending', 4, 'D', {'name': 'n4', 'id': 4}), ('set', 4, 'r1', 0), ('flush',),
        ('set', 4, 'r1', 3), ('flush',), ('flush',), ('flush',), ('append', 2, 'r3', 4), ('name', 4, None, 'x12'), ('commit',),
        ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('set', 2, 'r1', 3), ('new', 6, 'B', {'name': 'n6', 'id': 3}),
        ('merge', None, 'B', {'id': 1, 'name': 'm17'}),
    ])

play(
    720, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r3', 'C', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 4}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('name', 0, None, 'x4'), ('flush',), ('set', 3, 'r1', 2),
        ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('append', 2, 'r3', 3), ('pending', 5, 'A', {'name': 'n5', 'id': 6}),
        ('append', 1, 'r3', 3), ('delete', 4), ('append', 1, 'r3', 3), ('new', 6, 'C', {'name': 'n6', 'id': 3}),
        ('new', 7, 'B', {'name': 'n7', 'id': 7, 'extra_b': 7}), ('append', 1, 'r3', 6), ('append', 1, 'r3', 6), ('append', 7, 'b1', 6),
        ('new', 8, 'B', {'name': 'n8', 'id': 9, 'extra_b': 8}), ('set', 6, 'r1', 0), ('flush',), ('name', 5, None, 'x21'),
        ('name', 8, None, 'x22'), ('append', 2, 'r3', 6), ('set', 6, 'r2', 2), ('flush',), ('append', 8, 'b1', 3), ('append', 8, 'b1', 6),
        ('delete', 0), ('append', 7, 'b1', 3), ('remove', 3, 'b3', 8),
    ])

play(
    723, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', 'A'), ('G', None)],
    [
        ('many_to_one', 'A', 'r0', 'D', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {'post_update': True, 'cascade': 'merge'}, {'post_update': True}),
        ('many_to_one', 'F', 'r3', 'F', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r6', 'D', 'b6', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r8', 'F', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4', 'id': 104}), ('new', 5, 'B', {'name': 'n5', 'extra_b': 5}),
        ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('pending', 7, 'G', {'name': 'n7'}), ('flush',), ('pending', 8, 'G', {'name': 'n8'}),
        ('new', 9, 'F', {'name': 'n9'}), ('refresh', 0), ('flush',), ('append', 4, 'b0', 2), ('delete', 1),
        ('pending', 10, 'F', {'name': 'n10', 'id': 110, 'extra_f': 10}), ('flush',), ('set', 8, 'r8', 10), ('assign', 9, 'b1', [0, 4]),
        ('new', 11, 'B', {'name': 'n11', 'extra_b': 11}), ('new', 12, 'D', {'name': 'n12', 'id': 112}), ('name', 7, None, 'x21'),
        ('pending', 13, 'A', {'name': 'n13'}), ('delete', 9), ('remove', 4, 'b0', 10), ('new', 14, 'C', {'name': 'n14', 'extra_c': 14}),
        ('set', 13, 'r0', 4), ('flush',), ('delete', 12), ('assign', 0, 'b0', [2, 13]), ('name', 6, None, 'x30'), ('set', 6, 'r4', 4),
        ('flush',), ('set', 4, 'r1', 2), ('flush',), ('delete', 7), ('new', 15, 'G', {'name': 'n15'}), ('refresh', 6), ('set', 5, 'r4', 4),
        ('set', 15, 'r8', 3), ('set', 2, 'r0', 0), ('delete', 14),
    ])

play(
    724, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'D', 'r3', 'D', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('pending', 2, 'B', {'name': 'n2', 'id': 2}),
        ('refresh', 2), ('append', 1, 'b0', 0), ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('set', 3, 'r0', 1), ('delete', 1),
        ('set', 3, 'r0', None), ('flush',), ('new', 4, 'B', {'name': 'n4', 'id': 4}), ('delete', 2), ('set', 0, 'r0', None), ('refresh', 3),
        ('set', 3, 'r0', None), ('expire_all',), ('name', 4, None, 'x16'), ('delete', 3), ('name', 4, None, 'x18'), ('flush',),
        ('new', 5, 'D', {'name': 'n5', 'id': 2}), ('name', 4, None, 'x21'), ('name', 0, None, 'x22'), ('flush',), ('assign', 4, 'b2', [5]),
        ('set', 0, 'r0', None), ('remove', 4, 'b2', 5), ('flush',), ('append', 4, 'b2', 5), ('remove', 0, 'b1', 5),
        ('name', 0, None, 'x30'), ('set', 0, 'r0', None), ('assign', 0, 'b1', []), ('name', 4, None, 'x33'), ('append', 5, 'r3', 5),
        ('flush',), ('new', 6, 'D', {'name': 'n6', 'id': 4}), ('remove', 6, 'r3', 6), ('flush',), ('append', 6, 'b3', 5),
    ])

play(
    728, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'A', {'name': 'n2', 'id': 1}), ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 4}),
        ('new', 5, 'A', {'name': 'n5', 'id': 5}), ('name', 0, None, 'x6'), ('name', 4, None, 'x7'), ('set', 1, 'r0', 1),
        ('name', 3, None, 'x9'), ('set', 0, 'r0', 0), ('delete', 4), ('append', 0, 'b0', 0), ('set', 0, 'r0', 1),
        ('pending', 6, 'A', {'name': 'n6', 'id': 6}), ('set', 0, 'r0', 0), ('flush',), ('flush',),
    ])

play(
    729, [('A', None), ('B', None), ('C', None), ('D', 'C')],
    [
        ('many_to_one', 'A', 'r0', 'D', 'b0', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'id': 101}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4', 'id': 104}), ('name', 1, None, 'x5'), ('remove', 4, 'b1', 3),
        ('set', 1, 'r2', 3), ('new', 5, 'C', {'name': 'n5'}), ('new', 6, 'D', {'name': 'n6', 'id': 106, 'extra_d': 6}), ('set', 1, 'r2', 3),
        ('expire_all',), ('set', 5, 'r2', 3), ('name', 6, None, 'x13'), ('delete', 0), ('name', 6, None, 'x15'), ('remove', 3, 'r1', 0),
        ('append', 3, 'r1', 0),
    ])

play(
    730, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 5}),
        ('commit',), ('merge', None, 'D', {'id': 1, 'name': 'm7'}), ('refresh', 5), ('assign', 5, 'b2', [2, 1]), ('name', 4, None, 'x10'),
        ('new', 6, 'C', {'name': 'n6', 'id': 1}), ('delete', 6), ('remove', 3, 'b2', 1), ('delete', 2), ('delete', 5),
        ('name', 4, None, 'x16'), ('name', 0, None, 'x17'), ('append', 4, 'b1', 4),
        ('pending', 7, 'B', {'name': 'n7', 'id': 6, 'extra_b': 7}), ('name', 3, None, 'x20'), ('assign', 7, 'b3', [1]),
        ('name', 3, None, 'x22'), ('flush',), ('append', 0, 'b1', 7), ('flush',), ('new', 8, 'B', {'name': 'n8', 'id': 8}), ('refresh', 1),
        ('assign', 3, 'b1', []), ('expire_all',), ('append', 3, 'b2', 1), ('append', 8, 'b3', 1), ('delete', 8), ('append', 0, 'b2', 1),
    ])

play(
    731, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 3}),
        ('pending', 2, 'A', {'name': 'n2', 'id': 4}), ('pending', 3, 'B', {'name': 'n3', 'id': 2}),
        ('new', 4, 'B', {'name': 'n4', 'id': 3}), ('append', 0, 'b0', 4), ('append', 0, 'b0', 4), ('new', 5, 'B', {'name': 'n5', 'id': 4}),
        ('delete', 5), ('delete', 2), ('flush',), ('delete', 0), ('set', 3, 'r0', 1), ('delete', 1), ('set', 3, 'r0', 1),
        ('set', 3, 'r0', 1), ('remove', 1, 'b0', 3), ('commit',), ('set', 3, 'r0', 1), ('flush',), ('refresh', 1), ('flush',),
        ('new', 6, 'B', {'name': 'n6', 'id': 6}), ('delete', 1), ('name', 3, None, 'x24'), ('merge', None, 'A', {'id': 2, 'name': 'm25'}),
        ('set', 3, 'r0', None), ('set', 4, 'r0', None), ('set', 4, 'r0', None), ('merge', None, 'A', {'id': 3, 'name': 'm29'}),
        ('delete', 6), ('merge', None, 'B', {'id': 2, 'name': 'm31'}), ('flush',), ('set', 4, 'r0', None), ('set', 4, 'r0', None),
        ('set', 4, 'r0', None), ('new', 7, 'A', {'name': 'n7', 'id': 5}), ('new', 8, 'A', {'name': 'n8', 'id': 7}), ('set', 4, 'r0', 7),
        ('append', 7, 'b0', 4),
    ])

play(
    733, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D')],
    [
        ('many_to_one', 'B', 'r0', 'C', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {'cascade': 'save-update'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r3', 'D', 'b3', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2', 'id': 102}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('append', 1, 'b2', 4), ('append', 1, 'b2', 4),
        ('set', 4, 'r0', 3), ('flush',), ('new', 5, 'B', {'name': 'n5'}), ('append', 0, 'b3', 5), ('name', 4, None, 'x11'),
        ('assign', 2, 'b3', [5]), ('pending', 6, 'A', {'name': 'n6'}), ('flush',), ('set', 5, 'r3', 0), ('refresh', 6),
        ('new', 7, 'B', {'name': 'n7'}), ('delete', 6), ('assign', 0, 'b3', [5, 7, 4]), ('pending', 8, 'A', {'name': 'n8'}),
        ('remove', 8, 'b2', 5), ('pending', 9, 'A', {'name': 'n9'}), ('merge', None, 'C', {'id': 3, 'name': 'm23'}), ('set', 5, 'r3', 0),
        ('expire_all',), ('name', 2, None, 'x26'), ('flush',), ('delete', 1), ('set', 7, 'r3', 0), ('flush',), ('name', 8, None, 'x31'),
        ('delete', 3), ('merge', None, 'D', {'id': 1, 'name': 'm33'}), ('delete', 2), ('delete', 8),
    ])

play(
    737, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'B', 'b0', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('delete', 3), ('refresh', 1),
        ('delete', 2), ('new', 6, 'B', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}), ('append', 7, 'b0', 0), ('delete', 0),
        ('name', 7, None, 'x13'), ('expire_all',),
    ])

play(
    740, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'D', None, {}, {}),
        ('many_to_many', 'H', 'r2', 'H', 'b2', {}, {}),
        ('many_to_one', 'F', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'D', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'A', 'r6', 'G', None, {}, {}),
        ('many_to_one', 'A', 'r7', 'H', 'b7', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'H', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('pending', 4, 'E', {'name': 'n4', 'id': 104}), ('flush',), ('flush',), ('name', 2, None, 'x7'),
        ('remove', 3, 'b5', 1), ('append', 3, 'b5', 1), ('new', 5, 'D', {'name': 'n5'}), ('name', 5, None, 'x11'), ('commit',),
        ('name', 5, None, 'x13'), ('append', 0, 'b2', 0), ('append', 5, 'b5', 1), ('name', 2, None, 'x16'), ('name', 1, None, 'x17'),
        ('commit',), ('pending', 6, 'F', {'name': 'n6'}), ('set', 6, 'r4', 2), ('pending', 7, 'H', {'name': 'n7'}), ('flush',),
        ('name', 2, None, 'x23'), ('flush',), ('refresh', 5), ('set', 4, 'r7', 7),
    ])

play(
    741, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('assign', 2, 'b1', []),
        ('pending', 5, 'C', {'name': 'n5', 'id': 5}), ('name', 4, None, 'x7'), ('set', 1, 'r0', 1), ('name', 5, None, 'x9'), ('flush',),
        ('set', 1, 'r1', 1), ('new', 6, 'C', {'name': 'n6', 'id': 6}), ('flush',), ('pending', 7, 'C', {'name': 'n7', 'id': 7}),
        ('merge', None, 'B', {'id': 3, 'name': 'm15'}), ('delete', 7), ('name', 5, None, 'x17'),
    ])

play(
    744, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'C', 'r2', 'D', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('name', 3, None, 'x4'), ('name', 0, None, 'x5'), ('commit',), ('append', 1, 'b1', 1),
        ('name', 0, None, 'x8'), ('new', 4, 'D', {'name': 'n4', 'id': 2}), ('refresh', 4), ('name', 0, None, 'x11'), ('append', 4, 'b1', 1),
        ('pending', 5, 'A', {'name': 'n5', 'id': 2}), ('remove', 1, 'b1', 1), ('new', 6, 'C', {'name': 'n6', 'id': 2}), ('delete', 4),
    ])

play(
    746, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {}),
        ('many_to_many', 'E', 'r1', 'E', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'D', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r3', 'B', None, {}, {}),
        ('many_to_many', 'E', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'E', {'name': 'n4'}), ('merge', None, 'C', {'id': 1, 'name': 'm5'}),
        ('new', 5, 'D', {'name': 'n5'}), ('name', 3, None, 'x7'), ('delete', 3), ('flush',), ('pending', 6, 'B', {'name': 'n6'}),
        ('name', 2, None, 'x11'), ('append', 4, 'b1', 4), ('append', 5, 'r3', 6), ('flush',),
        ('merge', None, 'D', {'id': 2, 'name': 'm15'}), ('new', 7, 'D', {'name': 'n7'}), ('pending', 8, 'B', {'name': 'n8'}),
    ])

play(
    747, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {'post_update': True, 'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'A', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'C', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('pending', 1, 'A', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('pending', 3, 'D', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'D', {'name': 'n6'}), ('new', 7, 'A', {'name': 'n7', 'id': 107}), ('set', 2, 'r2', 5), ('set', 2, 'r2', 5),
        ('name', 2, None, 'x10'), ('expire_all',), ('remove', 1, 'r4', 1), ('set', 4, 'r0', 5), ('commit',), ('name', 1, None, 'x15'),
        ('append', 0, 'b3', 4), ('remove', 1, 'r4', 0), ('assign', 7, 'r4', [7]), ('set', 6, 'r2', 5), ('name', 4, None, 'x20'), ('flush',),
        ('append', 0, 'b2', 2), ('set', 4, 'r3', 5), ('assign', 1, 'b4', [1, 5, 0]), ('flush',), ('remove', 0, 'b3', 4), ('delete', 4),
        ('assign', 1, 'b2', [2, 6]), ('append', 0, 'b2', 6), ('delete', 3), ('set', 6, 'r2', 5), ('delete', 5),
    ])

play(
    749, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'E', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r2', 'F', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r3', 'E', 'b3', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r4', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}), ('pending', 2, 'D', {'name': 'n2', 'id': 1}),
        ('new', 3, 'D', {'name': 'n3', 'id': 3}), ('set', 0, 'r3', None), ('set', 0, 'r3', None), ('set', 1, 'r3', None),
        ('set', 2, 'r4', None), ('flush',), ('name', 3, None, 'x9'), ('new', 4, 'C', {'name': 'n4', 'id': 1}),
        ('new', 5, 'C', {'name': 'n5', 'id': 3}), ('name', 1, None, 'x12'), ('name', 2, None, 'x13'),
        ('new', 6, 'B', {'name': 'n6', 'id': 2}), ('flush',), ('delete', 0), ('set', 0, 'r3', None), ('set', 5, 'r2', None), ('flush',),
        ('set', 4, 'r2', None), ('flush',), ('delete', 0), ('name', 6, None, 'x23'), ('new', 7, 'A', {'name': 'n7', 'id': 6}),
        ('new', 8, 'E', {'name': 'n8', 'id': 2}), ('set', 3, 'r4', None), ('new', 9, 'A', {'name': 'n9', 'id': 8}), ('set', 4, 'r2', None),
        ('set', 1, 'r3', 8), ('delete', 4), ('new', 10, 'B', {'name': 'n10', 'id': 3}), ('name', 7, None, 'x32'), ('expire_all',),
        ('name', 10, None, 'x34'), ('set', 9, 'r3', None), ('pending', 11, 'C', {'name': 'n11', 'id': 4}), ('set', 1, 'r3', 8),
        ('set', 7, 'r3', None), ('delete', 7), ('set', 11, 'r2', None), ('name', 1, None, 'x41'), ('flush',),
    ])

play(
    750, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'A', 'r1', 'D', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'D', {'name': 'n3', 'id': 3}), ('expire_all',), ('set', 0, 'r2', None), ('set', 0, 'r2', None), ('delete', 2),
        ('flush',), ('name', 1, None, 'x9'), ('set', 0, 'r2', None), ('name', 1, None, 'x11'), ('commit',), ('name', 0, None, 'x13'),
        ('name', 1, None, 'x14'), ('flush',), ('new', 4, 'A', {'name': 'n4', 'id': 1}), ('pending', 5, 'A', {'name': 'n5', 'id': 2}),
        ('delete', 1), ('remove', 3, 'b1', 5), ('merge', None, 'A', {'id': 3, 'name': 'm20'}), ('delete', 4), ('delete', 3),
        ('set', 0, 'r2', 5), ('name', 5, None, 'x24'), ('set', 0, 'r2', None), ('name', 0, None, 'x26'), ('expire_all',),
        ('merge', None, 'B', {'id': 1, 'name': 'm28'}), ('set', 0, 'r2', 5), ('flush',), ('set', 0, 'r2', 5),
        ('merge', None, 'A', {'id': 4, 'name': 'm32'}), ('set', 0, 'r2', 5), ('new', 6, 'C', {'name': 'n6', 'id': 4}),
    ])

play(
    751, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'G', 'r0', 'G', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'G', 'r3', 'F', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'A', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 3}), ('pending', 2, 'D', {'name': 'n2', 'id': 5}),
        ('new', 3, 'E', {'name': 'n3', 'id': 1}), ('new', 4, 'E', {'name': 'n4', 'id': 3}), ('new', 5, 'B', {'name': 'n5', 'id': 1}),
        ('new', 6, 'E', {'name': 'n6', 'id': 4}), ('new', 7, 'E', {'name': 'n7', 'id': 5}), ('new', 8, 'E', {'name': 'n8', 'id': 7}),
        ('new', 9, 'F', {'name': 'n9', 'id': 2}), ('flush',), ('new', 10, 'F', {'name': 'n10', 'id': 4}),
        ('pending', 11, 'G', {'name': 'n11', 'id': 2}), ('set', 11, 'r0', None), ('expire_all',), ('set', 11, 'r0', 11),
    ])

play(
    752, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r1', 'F', 'b1', {}, {}),
        ('many_to_one', 'G', 'r2', 'E', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r3', 'C', None, {}, {}),
        ('many_to_many', 'G', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'F', None, {}, {}),
        ('many_to_many', 'B', 'r6', 'G', None, {}, {}),
        ('many_to_one', 'F', 'r7', 'D', 'b7', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'B', {'name': 'n2', 'id': 3}), ('new', 3, 'F', {'name': 'n3', 'id': 2}),
        ('pending', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 2}), ('set', 3, 'r7', None), ('delete', 3),
        ('expire_all',), ('flush',), ('pending', 6, 'C', {'name': 'n6', 'id': 5}), ('name', 2, None, 'x11'),
        ('pending', 7, 'F', {'name': 'n7', 'id': 4}), ('name', 4, None, 'x13'), ('delete', 1), ('flush',), ('flush',),
        ('pending', 8, 'D', {'name': 'n8', 'id': 2}), ('set', 7, 'r7', 8), ('delete', 2), ('name', 4, None, 'x20'),
        ('new', 9, 'A', {'name': 'n9', 'id': 4}), ('flush',), ('flush',), ('name', 1, None, 'x24'),
        ('pending', 10, 'E', {'name': 'n10', 'id': 3}), ('flush',),
    ])

play(
    754, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6', 'id': 106}), ('flush',), ('name', 5, None, 'x8'), ('merge', None, 'C', {'id': 3, 'name': 'm9'}),
        ('new', 7, 'C', {'name': 'n7'}), ('assign', 4, 'r0', [0]), ('name', 5, None, 'x12'), ('flush',), ('delete', 4), ('flush',),
        ('name', 1, None, 'x16'), ('new', 8, 'B', {'name': 'n8'}), ('set', 5, 'r2', None), ('append', 6, 'b1', 7), ('remove', 7, 'r1', 6),
        ('set', 8, 'r2', 0), ('set', 1, 'r2', 0), ('name', 0, None, 'x23'), ('set', 3, 'r2', 0), ('flush',), ('delete', 7),
    ])

play(
    755, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'F', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'E', 'b1', {}, {}),
        ('many_to_one', 'G', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r3', 'C', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'B', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'G', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 3}), ('new', 5, 'C', {'name': 'n5', 'id': 2}),
        ('set', 5, 'r4', None), ('new', 6, 'B', {'name': 'n6', 'id': 1}), ('flush',), ('refresh', 3), ('commit',), ('set', 0, 'r1', None),
        ('set', 0, 'r2', 4), ('name', 3, None, 'x13'), ('append', 4, 'b2', 0), ('set', 2, 'r3', None), ('name', 3, None, 'x16'),
        ('append', 3, 'b2', 2), ('name', 5, None, 'x18'), ('refresh', 6), ('flush',), ('assign', 4, 'b2', [0, 2]), ('remove', 4, 'b2', 0),
        ('set', 1, 'r4', 6), ('name', 5, None, 'x24'), ('set', 5, 'r4', 6), ('flush',), ('append', 6, 'b5', 6), ('remove', 4, 'b2', 0),
        ('new', 7, 'F', {'name': 'n7', 'id': 1}), ('pending', 8, 'E', {'name': 'n8', 'id': 2}), ('name', 0, None, 'x31'),
        ('append', 7, 'b0', 7), ('append', 1, 'b3', 0), ('flush',), ('new', 9, 'G', {'name': 'n9', 'id': 5}), ('delete', 9), ('delete', 5),
        ('set', 1, 'r4', 6), ('append', 8, 'b1', 0), ('flush',),
    ])

play(
    756, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'E')],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'passive_deletes': True}),
        ('many_to_one', 'F', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'F', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 4}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('new', 5, 'B', {'name': 'n5', 'id': 1}),
        ('new', 6, 'C', {'name': 'n6', 'id': 4}), ('new', 7, 'E', {'name': 'n7', 'id': 6}), ('name', 0, None, 'x8'), ('set', 7, 'r4', 0),
        ('delete', 1), ('merge', None, 'D', {'id': 3, 'name': 'm11'}), ('new', 8, 'A', {'name': 'n8', 'id': 1}), ('name', 8, None, 'x13'),
        ('name', 7, None, 'x14'), ('new', 9, 'F', {'name': 'n9', 'id': 8}), ('new', 10, 'D', {'name': 'n10', 'id': 1}),
        ('name', 6, None, 'x17'), ('delete', 0), ('name', 10, None, 'x19'), ('set', 9, 'r3', 8), ('append', 8, 'b2', 3),
        ('append', 8, 'b2', 6), ('name', 10, None, 'x23'), ('set', 9, 'r4', 3), ('append', 3, 'b1', 9), ('set', 10, 'r0', 5),
        ('set', 4, 'r2', 8), ('name', 5, None, 'x28'), ('flush',), ('append', 8, 'b2', 3), ('flush',), ('name', 6, None, 'x32'),
        ('set', 7, 'r4', 4), ('pending', 11, 'A', {'name': 'n11', 'id': 2}), ('assign', 6, 'b1', [9]), ('remove', 4, 'b1', 9),
        ('pending', 12, 'C', {'name': 'n12', 'id': 5}), ('name', 4, None, 'x38'), ('set', 9, 'r1', 6), ('set', 7, 'r4', 4),
        ('new', 13, 'A', {'name': 'n13', 'id': 3}), ('flush',), ('set', 12, 'r2', 13),
    ])
