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
    757, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'B', 'r0', 'C', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'D', 'b3', {'cascade': 'save-update'}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'D', 'b5', {'post_update': True}, {}),
        ('many_to_one', 'B', 'r6', 'A', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('new', 6, 'B', {'name': 'n6'}),
        ('pending', 7, 'A', {'name': 'n7'}), ('set', 0, 'r2', 2), ('pending', 8, 'E', {'name': 'n8'}), ('refresh', 0), ('set', 3, 'r0', 1),
        ('refresh', 7), ('name', 2, None, 'x13'), ('set', 5, 'r0', 1), ('delete', 7), ('name', 0, None, 'x16'), ('set', 0, 'r3', None),
    ])

play(
    759, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('pending', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('remove', 1, 'b0', 2), ('append', 3, 'b0', 2), ('flush',),
        ('new', 5, 'A', {'name': 'n5'}), ('pending', 6, 'B', {'name': 'n6', 'id': 106}), ('remove', 0, 'b0', 6), ('assign', 1, 'b0', [6]),
        ('name', 1, None, 'x12'), ('append', 1, 'b0', 2), ('name', 5, None, 'x14'), ('set', 6, 'r0', None), ('flush',), ('flush',),
        ('pending', 7, 'B', {'name': 'n7'}), ('name', 2, None, 'x19'), ('new', 8, 'A', {'name': 'n8'}), ('assign', 4, 'b0', []),
        ('set', 6, 'r0', 4), ('pending', 9, 'B', {'name': 'n9'}), ('assign', 8, 'b0', [7, 9, 2]), ('delete', 4), ('set', 2, 'r0', 1),
        ('append', 8, 'b0', 6), ('delete', 5), ('set', 7, 'r0', 8), ('delete', 7), ('new', 10, 'B', {'name': 'n10'}),
        ('set', 6, 'r0', None), ('pending', 11, 'A', {'name': 'n11'}), ('pending', 12, 'A', {'name': 'n12'}),
        ('new', 13, 'A', {'name': 'n13'}), ('set', 10, 'r0', 3), ('commit',),
    ])

play(
    761, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4', 'id': 104}), ('new', 5, 'A', {'name': 'n5'}),
        ('append', 5, 'b3', 1), ('commit',), ('name', 4, None, 'x8'), ('flush',), ('name', 1, None, 'x10'), ('delete', 2), ('flush',),
        ('delete', 1), ('flush',), ('remove', 4, 'b1', 0), ('flush',), ('set', 0, 'r1', 5), ('set', 3, 'r3', 4), ('name', 5, None, 'x19'),
        ('delete', 3), ('delete', 5), ('merge', None, 'C', {'id': 3, 'name': 'm22'}), ('new', 6, 'B', {'name': 'n6'}), ('delete', 4),
        ('set', 6, 'r1', None), ('set', 0, 'r0', None), ('flush',), ('new', 7, 'C', {'name': 'n7'}), ('name', 7, None, 'x29'),
        ('name', 7, None, 'x30'), ('name', 7, None, 'x31'), ('set', 6, 'r1', None), ('set', 7, 'r3', None), ('set', 7, 'r3', None),
        ('pending', 8, 'B', {'name': 'n8'}), ('name', 0, None, 'x36'), ('merge', None, 'C', {'id': 3, 'name': 'm37'}),
        ('set', 7, 'r3', None), ('name', 0, None, 'x39'), ('set', 0, 'r0', None), ('flush',), ('expire_all',),
        ('new', 9, 'B', {'name': 'n9'}), ('set', 0, 'r0', None), ('commit',),
    ])

play(
    762, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 2}), ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'D', {'name': 'n4', 'id': 2}),
        ('new', 5, 'C', {'name': 'n5', 'id': 3}), ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('name', 2, None, 'x7'), ('set', 6, 'r3', None),
        ('new', 7, 'D', {'name': 'n7', 'id': 4}), ('delete', 5), ('commit',), ('append', 2, 'b1', 2), ('name', 0, None, 'x13'),
        ('set', 7, 'r2', None),
    ])

play(
    771, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'E', 'b2', {'cascade': 'all'}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {'post_update': True, 'cascade': 'merge'}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'D', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 5, 'extra_b': 3}), ('flush',), ('new', 4, 'E', {'name': 'n4', 'id': 2}),
        ('name', 4, None, 'x6'), ('flush',), ('assign', 3, 'b5', [1]), ('delete', 1), ('flush',), ('append', 0, 'b0', 4), ('delete', 4),
        ('new', 5, 'C', {'name': 'n5', 'id': 2}), ('name', 0, None, 'x14'), ('merge', None, 'A', {'id': 2, 'name': 'm15'}), ('delete', 3),
        ('name', 2, None, 'x17'), ('delete', 5), ('new', 6, 'C', {'name': 'n6', 'id': 3}), ('pending', 7, 'D', {'name': 'n7', 'id': 2}),
        ('append', 7, 'b3', 7), ('new', 8, 'E', {'name': 'n8', 'id': 3}), ('remove', 2, 'r2', 8), ('flush',),
        ('new', 9, 'B', {'name': 'n9', 'id': 7, 'extra_b': 9}), ('assign', 9, 'b0', [8]), ('set', 8, 'r1', 6), ('name', 2, None, 'x28'),
        ('name', 9, None, 'x29'), ('new', 10, 'E', {'name': 'n10', 'id': 4}), ('remove', 2, 'r2', 10), ('commit',),
        ('new', 11, 'D', {'name': 'n11', 'id': 3}),
    ])

play(
    773, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'C', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3'}), ('set', 0, 'r3', None), ('delete', 1), ('refresh', 0),
        ('merge', None, 'B', {'id': 1, 'name': 'm7'}), ('delete', 3), ('refresh', 0), ('set', 2, 'r3', None),
        ('new', 4, 'A', {'name': 'n4', 'id': 104}),
    ])

play(
    774, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4', 'id': 104}), ('new', 5, 'C', {'name': 'n5'}), ('expire_all',),
        ('name', 4, None, 'x7'), ('flush',), ('merge', None, 'B', {'id': 4, 'name': 'm9'}), ('delete', 3), ('name', 4, None, 'x11'),
        ('pending', 6, 'B', {'name': 'n6'}), ('assign', 0, 'b2', [4]), ('new', 7, 'B', {'name': 'n7', 'extra_b': 7}),
    ])

play(
    775, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'C', 'r0', 'F', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'E', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'F', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('pending', 4, 'A', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 2}),
        ('flush',), ('flush',), ('delete', 2), ('append', 3, 'b2', 0), ('flush',), ('expire_all',),
    ])

play(
    776, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'E', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r1', 'B', 'b1', {'cascade': 'merge'}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'C', 'b5', {}, {}),
        ('many_to_many', 'D', 'r6', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r7', 'A', 'b7', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('name', 1, None, 'x4'), ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('delete', 2),
        ('name', 4, None, 'x7'), ('set', 4, 'r2', 1), ('delete', 0), ('new', 5, 'D', {'name': 'n5', 'id': 3}), ('flush',), ('flush',),
        ('merge', None, 'C', {'id': 4, 'name': 'm13'}),
    ])

play(
    777, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r3', 'C', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('set', 2, 'r3', 1),
        ('expire_all',), ('set', 2, 'r1', 0), ('name', 1, None, 'x6'), ('name', 0, None, 'x7'), ('remove', 0, 'b2', 1),
        ('name', 1, None, 'x9'), ('refresh', 1), ('assign', 1, 'b3', [2]), ('name', 0, None, 'x12'), ('flush',), ('set', 2, 'r3', 1),
        ('delete', 1), ('flush',), ('flush',), ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('flush',),
        ('name', 2, None, 'x21'), ('pending', 5, 'A', {'name': 'n5'}), ('assign', 5, 'b1', [4]), ('flush',), ('name', 4, None, 'x25'),
        ('name', 4, None, 'x26'), ('set', 4, 'r1', 5), ('set', 2, 'r3', None),
    ])

play(
    778, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('pending', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 4}), ('set', 3, 'r1', 2), ('flush',),
        ('assign', 0, 'b2', [3, 4, 1]), ('set', 3, 'r2', 2), ('pending', 5, 'B', {'name': 'n5', 'id': 5}), ('set', 5, 'r0', 0),
        ('name', 2, None, 'x11'), ('name', 3, None, 'x12'), ('merge', None, 'A', {'id': 4, 'name': 'm13'}), ('set', 3, 'r2', 2),
        ('refresh', 2), ('set', 1, 'r2', None), ('set', 4, 'r2', 2), ('name', 1, None, 'x18'), ('set', 1, 'r2', 2), ('flush',),
        ('assign', 0, 'b2', []), ('flush',), ('set', 5, 'r1', 0), ('remove', 2, 'b0', 3), ('set', 4, 'r1', 0),
        ('new', 6, 'A', {'name': 'n6', 'id': 4}), ('set', 3, 'r0', None), ('new', 7, 'A', {'name': 'n7', 'id': 5}),
        ('new', 8, 'A', {'name': 'n8', 'id': 6}), ('name', 3, None, 'x30'), ('refresh', 2), ('name', 3, None, 'x32'),
        ('name', 6, None, 'x33'), ('set', 3, 'r2', 2),
    ])

play(
    780, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'C', {'name': 'n2', 'id': 4}), ('new', 3, 'A', {'name': 'n3', 'id': 2}),
        ('pending', 4, 'B', {'name': 'n4', 'id': 2}), ('delete', 1), ('delete', 0), ('append', 4, 'b1', 4), ('set', 4, 'r2', None),
        ('append', 3, 'b0', 4), ('append', 3, 'b0', 4), ('append', 3, 'b0', 4), ('delete', 4), ('flush',),
        ('merge', None, 'B', {'id': 2, 'name': 'm14'}), ('flush',),
    ])

play(
    785, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', 'E'), ('G', 'D')],
    [
        ('many_to_one', 'F', 'r0', 'F', 'b0', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_one', 'F', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'D', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'A', 'b6', {'cascade': 'merge'}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r7', 'B', 'b7', {}, {}),
        ('many_to_one', 'C', 'r8', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3, 'extra_b': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('set', 2, 'r8', 3),
        ('delete', 1), ('pending', 5, 'D', {'name': 'n5', 'id': 1}), ('pending', 6, 'E', {'name': 'n6', 'id': 3}), ('name', 5, None, 'x9'),
        ('name', 2, None, 'x10'), ('remove', 3, 'b6', 2), ('set', 0, 'r7', 3), ('set', 2, 'r8', 3), ('flush',), ('flush',),
        ('set', 2, 'r6', 3), ('set', 0, 'r7', 3), ('flush',), ('set', 5, 'r1', 5), ('expire_all',), ('refresh', 4), ('flush',),
        ('name', 2, None, 'x23'), ('delete', 5), ('assign', 3, 'r4', [2]), ('flush',),
        ('new', 7, 'F', {'name': 'n7', 'id': 4, 'extra_f': 7}), ('set', 4, 'r6', 3), ('delete', 2),
    ])

play(
    787, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {}, {'passive_deletes': True}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'B', {'name': 'n3'}), ('flush',), ('append', 0, 'b2', 0), ('merge', None, 'D', {'id': 1, 'name': 'm6'}),
        ('assign', 3, 'b0', [1]), ('append', 2, 'b0', 1), ('new', 4, 'C', {'name': 'n4'}), ('name', 4, None, 'x10'), ('delete', 4),
        ('append', 3, 'b0', 1), ('name', 2, None, 'x13'), ('set', 0, 'r2', 0), ('remove', 2, 'b0', 1), ('flush',),
        ('new', 5, 'B', {'name': 'n5'}), ('name', 1, None, 'x18'), ('delete', 3), ('name', 5, None, 'x20'), ('refresh', 1),
        ('name', 0, None, 'x22'), ('refresh', 0), ('append', 5, 'b0', 1), ('set', 0, 'r2', None), ('set', 1, 'r0', 5), ('flush',),
        ('new', 6, 'A', {'name': 'n6'}), ('pending', 7, 'D', {'name': 'n7'}), ('name', 7, None, 'x30'), ('name', 7, None, 'x31'),
        ('name', 1, None, 'x32'), ('flush',),
    ])

play(
    789, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'D', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r2', 'D', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r3', 'D', 'b3', {}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5'}), ('new', 6, 'B', {'name': 'n6'}),
        ('pending', 7, 'D', {'name': 'n7'}), ('merge', None, 'A', {'id': 3, 'name': 'm8'}), ('set', 3, 'r1', 4),
        ('merge', None, 'D', {'id': 2, 'name': 'm10'}), ('set', 0, 'r1', 4), ('name', 7, None, 'x12'), ('remove', 4, 'b1', 3),
        ('pending', 8, 'C', {'name': 'n8', 'extra_c': 8}), ('remove', 5, 'b2', 1), ('set', 1, 'r2', 7), ('append', 4, 'b3', 0),
        ('refresh', 4), ('remove', 4, 'b1', 0), ('set', 1, 'r0', 8), ('append', 5, 'b1', 3), ('new', 9, 'E', {'name': 'n9'}),
        ('remove', 7, 'b3', 9), ('merge', None, 'F', {'id': 2, 'name': 'm24'}), ('delete', 1), ('commit',), ('remove', 8, 'b5', 3),
        ('merge', None, 'C', {'id': 4, 'name': 'm28'}), ('set', 3, 'r1', 5), ('flush',), ('append', 8, 'b5', 0),
    ])

play(
    790, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'A', 'r1', 'B', None, {'post_update': True}, {}),
        ('many_to_many', 'D', 'r2', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0'}), ('pending', 1, 'D', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('expire_all',), ('pending', 4, 'C', {'name': 'n4', 'extra_c': 4}), ('commit',),
        ('set', 4, 'r1', 2), ('name', 4, None, 'x8'), ('name', 2, None, 'x9'), ('set', 4, 'r1', 3), ('remove', 0, 'r2', 2), ('flush',),
        ('commit',), ('assign', 0, 'r2', []), ('flush',), ('new', 5, 'C', {'name': 'n5', 'extra_c': 5}), ('name', 1, None, 'x17'),
    ])

play(
    791, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'extra_c': 1}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3', 'extra_c': 3}), ('new', 4, 'B', {'name': 'n4'}), ('flush',), ('assign', 0, 'b1', [1]),
        ('append', 4, 'b1', 1), ('append', 0, 'b1', 1), ('flush',), ('name', 2, None, 'x10'), ('name', 3, None, 'x11'), ('flush',),
        ('assign', 4, 'b1', [3]), ('flush',), ('merge', None, 'C', {'id': 3, 'name': 'm15'}), ('assign', 4, 'b1', [1]), ('set', 3, 'r1', 4),
        ('pending', 5, 'C', {'name': 'n5', 'id': 105, 'extra_c': 5}),
    ])

play(
    792, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'D'), ('G', None), ('H', 'A')],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'H', 'r1', 'E', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r3', 'B', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'H', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'C', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r6', 'E', 'b6', {}, {}),
        ('many_to_one', 'H', 'r8', 'D', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('name', 2, None, 'x3'),
        ('flush',), ('delete', 2), ('name', 1, None, 'x6'), ('name', 1, None, 'x7'), ('refresh', 0), ('flush',), ('name', 1, None, 'x10'),
        ('new', 3, 'F', {'name': 'n3'}), ('append', 0, 'b0', 3), ('set', 3, 'r0', 0), ('set', 3, 'r0', None), ('flush',), ('refresh', 0),
        ('new', 4, 'H', {'name': 'n4', 'extra_h': 4}), ('refresh', 0),
    ])

play(
    794, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'A', 'b5', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('pending', 2, 'D', {'name': 'n2', 'id': 4}),
        ('pending', 3, 'D', {'name': 'n3', 'id': 5}), ('name', 1, None, 'x4'), ('name', 0, None, 'x5'), ('flush',), ('flush',),
        ('set', 0, 'r4', None), ('set', 2, 'r4', None), ('name', 2, None, 'x10'), ('new', 4, 'C', {'name': 'n4', 'id': 1}),
        ('name', 0, None, 'x12'), ('set', 2, 'r4', None), ('append', 4, 'b4', 0), ('flush',), ('pending', 5, 'C', {'name': 'n5', 'id': 3}),
        ('delete', 3), ('assign', 4, 'b4', [1, 2]), ('set', 2, 'r4', 4), ('new', 6, 'B', {'name': 'n6', 'id': 1, 'extra_b': 6}),
        ('append', 4, 'b2', 6), ('name', 0, None, 'x22'), ('flush',), ('remove', 6, 'r2', 4), ('new', 7, 'D', {'name': 'n7', 'id': 7}),
        ('new', 8, 'A', {'name': 'n8', 'id': 3}), ('name', 6, None, 'x27'), ('flush',), ('set', 8, 'r1', 6), ('flush',),
        ('set', 1, 'r4', 4), ('new', 9, 'D', {'name': 'n9', 'id': 8}), ('set', 0, 'r4', 5), ('name', 7, None, 'x34'),
        ('append', 8, 'r2', 4), ('set', 1, 'r4', 4),
    ])

play(
    795, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'B', 'b0', {}, {'passive_deletes': True}),
        ('many_to_many', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'B', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'id': 101}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('pending', 5, 'D', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('flush',), ('flush',), ('new', 7, 'B', {'name': 'n7'}), ('flush',), ('flush',),
        ('name', 3, None, 'x12'), ('append', 5, 'r1', 6), ('flush',), ('pending', 8, 'B', {'name': 'n8'}), ('commit',),
        ('append', 6, 'b1', 5), ('append', 3, 'b1', 5), ('name', 5, None, 'x19'), ('new', 9, 'B', {'name': 'n9'}), ('refresh', 5),
    ])

play(
    796, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'G', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'D', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'D', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'B', {'name': 'n4', 'id': 3}), ('name', 0, None, 'x5'), ('flush',), ('flush',),
        ('name', 0, None, 'x8'), ('delete', 4), ('set', 2, 'r5', 3), ('name', 2, None, 'x11'), ('name', 3, None, 'x12'), ('delete', 0),
        ('name', 3, None, 'x14'), ('name', 2, None, 'x15'), ('new', 5, 'B', {'name': 'n5', 'id': 5}),
        ('new', 6, 'D', {'name': 'n6', 'id': 2}), ('flush',), ('refresh', 2), ('flush',), ('flush',), ('set', 2, 'r2', None),
        ('name', 3, None, 'x23'), ('set', 2, 'r2', None), ('name', 3, None, 'x25'), ('name', 6, None, 'x26'), ('remove', 6, 'b5', 2),
        ('set', 2, 'r5', 6), ('name', 1, None, 'x29'), ('set', 5, 'r2', None), ('set', 5, 'r5', 6), ('flush',), ('flush',), ('flush',),
        ('delete', 6), ('new', 7, 'F', {'name': 'n7', 'id': 1}),
    ])

play(
    797, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'B', 'r0', 'F', None, {}, {}),
        ('many_to_many', 'D', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'H', 'r2', 'H', None, {}, {}),
        ('many_to_one', 'E', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'C', 'b4', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'D', 'r6', 'H', 'b6', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'H', 'r7', 'C', 'b7', {}, {}),
        ('many_to_one', 'G', 'r8', 'C', 'b8', {}, {}),
        ('many_to_many', 'E', 'r9', 'G', 'b9', {}, {}),
    ],
    [
        ('pending', 0, 'H', {'name': 'n0'}), ('new', 1, 'G', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2', 'extra_c': 2}),
        ('new', 3, 'E', {'name': 'n3', 'id': 103}), ('new', 4, 'F', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'H', {'name': 'n6'}), ('new', 7, 'C', {'name': 'n7'}), ('new', 8, 'C', {'name': 'n8'}), ('delete', 5),
        ('append', 8, 'b7', 0), ('flush',), ('append', 8, 'b8', 1), ('commit',), ('set', 3, 'r3', None), ('assign', 6, 'r7', [8, 2, 7]),
        ('set', 4, 'r4', 7), ('name', 1, None, 'x17'), ('name', 6, None, 'x18'), ('expire_all',), ('set', 4, 'r4', None),
        ('set', 4, 'r4', 7), ('commit',), ('set', 4, 'r4', None), ('append', 7, 'b7', 0), ('append', 3, 'b5', 1), ('append', 7, 'b4', 4),
        ('delete', 0), ('assign', 2, 'b4', [4]), ('append', 6, 'r7', 2), ('set', 4, 'r4', 8), ('set', 4, 'r4', 7), ('expire_all',),
        ('new', 9, 'G', {'name': 'n9'}), ('append', 3, 'b5', 9),
    ])

play(
    798, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None)],
    [
        ('many_to_many', 'E', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'C', 'b4', {'post_update': True}, {}),
        ('many_to_many', 'D', 'r5', 'D', 'b5', {}, {}),
        ('many_to_many', 'B', 'r6', 'E', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 2, 'extra_c': 1}),
        ('new', 2, 'C', {'name': 'n2', 'id': 3}), ('pending', 3, 'B', {'name': 'n3', 'id': 1}), ('flush',), ('assign', 2, 'b4', [3]),
        ('append', 3, 'r6', 0), ('merge', None, 'C', {'id': 3, 'name': 'm7'}), ('new', 4, 'E', {'name': 'n4', 'id': 2}),
        ('new', 5, 'A', {'name': 'n5', 'id': 4}), ('append', 5, 'b2', 4), ('assign', 3, 'r6', [0, 4]), ('commit',),
        ('new', 6, 'C', {'name': 'n6', 'id': 6, 'extra_c': 6}), ('flush',), ('flush',), ('remove', 5, 'b2', 4),
        ('pending', 7, 'D', {'name': 'n7', 'id': 1}), ('set', 4, 'r2', None), ('assign', 3, 'b3', [1]), ('flush',),
        ('merge', None, 'B', {'id': 1, 'name': 'm21'}), ('append', 7, 'r5', 7), ('set', 0, 'r2', 5), ('remove', 1, 'b4', 3),
        ('set', 0, 'r2', 5), ('set', 0, 'r2', None),
    ])

play(
    799, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'B', {'name': 'n4', 'id': 2}), ('new', 5, 'B', {'name': 'n5', 'id': 3}),
        ('pending', 6, 'A', {'name': 'n6', 'id': 3}), ('flush',), ('assign', 6, 'b1', [2, 4, 5]), ('flush',),
        ('pending', 7, 'C', {'name': 'n7', 'id': 4}), ('new', 8, 'B', {'name': 'n8', 'id': 5}), ('delete', 3), ('set', 2, 'r0', 6),
        ('name', 2, None, 'x14'), ('name', 6, None, 'x15'), ('set', 5, 'r1', 6), ('append', 6, 'b1', 4),
        ('merge', None, 'C', {'id': 4, 'name': 'm18'}), ('set', 8, 'r0', 6), ('merge', None, 'A', {'id': 4, 'name': 'm20'}),
        ('name', 5, None, 'x21'), ('set', 2, 'r0', 6), ('delete', 7), ('refresh', 8), ('refresh', 6), ('flush',), ('set', 4, 'r0', 6),
        ('pending', 9, 'B', {'name': 'n9', 'id': 6}), ('set', 9, 'r1', 6), ('set', 8, 'r0', 6), ('name', 8, None, 'x31'),
        ('new', 10, 'C', {'name': 'n10', 'id': 5}), ('name', 5, None, 'x33'), ('commit',), ('commit',),
    ])

play(
    800, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'C', None, {'cascade': 'all'}, {}),
        ('many_to_many', 'E', 'r2', 'B', 'b2', {'cascade': 'all'}, {}),
        ('many_to_many', 'E', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'A', 'b4', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r6', 'D', None, {}, {}),
        ('many_to_one', 'D', 'r7', 'A', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'extra_c': 0}), ('pending', 1, 'D', {'name': 'n1', 'id': 101}),
        ('new', 2, 'D', {'name': 'n2', 'id': 102}), ('delete', 0), ('name', 1, None, 'x4'), ('set', 1, 'r7', None), ('flush',), ('flush',),
        ('set', 2, 'r7', None), ('merge', None, 'A', {'id': 4, 'name': 'm9'}), ('name', 2, None, 'x10'), ('set', 2, 'r7', None), ('flush',),
        ('expire_all',), ('set', 2, 'r7', None), ('flush',), ('refresh', 1), ('set', 1, 'r7', None), ('set', 2, 'r7', None),
        ('pending', 3, 'E', {'name': 'n3'}), ('delete', 2),
    ])

play(
    802, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', 'D'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'A', 'r0', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r2', 'G', 'b2', {'post_update': True, 'cascade': 'save-update'}, {}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {'post_update': True, 'cascade': 'save-update'}, {'post_update': True}),
        ('many_to_one', 'E', 'r4', 'A', 'b4', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r5', 'G', 'b5', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r6', 'B', 'b6', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r8', 'F', 'b8', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 3}), ('pending', 2, 'F', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('new', 4, 'E', {'name': 'n4', 'id': 1, 'extra_e': 4}),
        ('new', 5, 'C', {'name': 'n5', 'id': 4}), ('flush',), ('set', 0, 'r6', None), ('name', 5, None, 'x8'), ('flush',),
        ('set', 0, 'r6', None), ('set', 0, 'r6', None), ('name', 3, None, 'x12'), ('new', 6, 'G', {'name': 'n6', 'id': 1}),
        ('set', 0, 'r6', None), ('set', 5, 'r6', None), ('name', 4, None, 'x16'), ('commit',), ('set', 1, 'r6', None),
        ('append', 4, 'r5', 6), ('new', 7, 'A', {'name': 'n7', 'id': 2}), ('set', 7, 'r2', 6), ('flush',), ('set', 4, 'r4', 3),
        ('set', 4, 'r3', None), ('flush',),
    ])

play(
    803, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3, 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 5}), ('new', 3, 'A', {'name': 'n3', 'id': 6}), ('flush',), ('append', 1, 'b0', 0),
        ('remove', 3, 'b0', 0), ('flush',), ('flush',), ('flush',), ('delete', 3), ('append', 1, 'b0', 1),
        ('pending', 4, 'A', {'name': 'n4', 'id': 7}), ('set', 2, 'r0', 2), ('name', 2, None, 'x14'), ('expire_all',), ('flush',),
        ('pending', 5, 'A', {'name': 'n5', 'id': 9}), ('assign', 5, 'b0', []), ('set', 0, 'r0', None), ('append', 2, 'b0', 1),
        ('set', 2, 'r0', 1),
    ])

play(
    808, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'D', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('pending', 2, 'D', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('new', 4, 'D', {'name': 'n4', 'id': 2}), ('pending', 5, 'C', {'name': 'n5', 'id': 3}),
        ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('set', 1, 'r4', 6), ('delete', 2),
        ('set', 3, 'r1', 4), ('new', 8, 'A', {'name': 'n8', 'id': 4}), ('name', 8, None, 'x12'), ('append', 4, 'b3', 6),
        ('name', 6, None, 'x14'), ('new', 9, 'A', {'name': 'n9', 'id': 5}), ('remove', 4, 'b1', 3), ('flush',), ('refresh', 6),
        ('merge', None, 'B', {'id': 1, 'name': 'm19'}), ('name', 0, None, 'x20'),
    ])

play(
    812, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('pending', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('pending', 4, 'A', {'name': 'n4', 'id': 104}), ('set', 0, 'r1', 2), ('commit',),
        ('append', 1, 'b2', 3), ('flush',), ('remove', 4, 'b2', 2), ('remove', 3, 'b1', 0), ('append', 4, 'b0', 3), ('remove', 1, 'b0', 3),
        ('flush',), ('remove', 1, 'b2', 2), ('flush',), ('set', 0, 'r0', 1), ('merge', None, 'B', {'id': 2, 'name': 'm17'}), ('delete', 1),
        ('name', 2, None, 'x19'), ('merge', None, 'A', {'id': 2, 'name': 'm20'}), ('set', 3, 'r2', 4), ('new', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}), ('pending', 8, 'B', {'name': 'n8'}), ('name', 2, None, 'x26'),
        ('new', 9, 'B', {'name': 'n9'}), ('set', 6, 'r0', 4), ('set', 6, 'r1', 5), ('merge', None, 'A', {'id': 3, 'name': 'm30'}),
        ('merge', None, 'A', {'id': 3, 'name': 'm31'}), ('flush',),
    ])

play(
    813, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_many', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'B', {'name': 'n4', 'id': 5, 'extra_b': 4}),
        ('new', 5, 'A', {'name': 'n5', 'id': 6}), ('new', 6, 'A', {'name': 'n6', 'id': 7}),
        ('new', 7, 'B', {'name': 'n7', 'id': 8, 'extra_b': 7}), ('new', 8, 'B', {'name': 'n8', 'id': 10}), ('remove', 8, 'b2', 0),
        ('flush',), ('new', 9, 'B', {'name': 'n9', 'id': 12, 'extra_b': 9}), ('name', 9, None, 'x12'), ('delete', 8),
        ('append', 3, 'b2', 0), ('append', 4, 'b2', 0), ('delete', 9), ('append', 7, 'b2', 0), ('flush',), ('remove', 3, 'b2', 0),
        ('remove', 6, 'b2', 0), ('refresh', 4), ('new', 10, 'B', {'name': 'n10', 'id': 13}), ('append', 6, 'b2', 0),
        ('name', 1, None, 'x24'), ('name', 1, None, 'x25'), ('assign', 2, 'b2', [0]), ('name', 3, None, 'x27'),
    ])

play(
    816, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {'post_update': True}, {}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 5}), ('flush',), ('append', 4, 'b4', 1),
        ('pending', 5, 'B', {'name': 'n5', 'id': 7}), ('remove', 3, 'r0', 2), ('flush',), ('set', 1, 'r4', 5),
        ('pending', 6, 'C', {'name': 'n6', 'id': 3}), ('append', 0, 'b3', 0), ('merge', None, 'A', {'id': 1, 'name': 'm13'}), ('delete', 5),
        ('remove', 0, 'b2', 3), ('append', 4, 'r0', 4), ('remove', 3, 'b4', 6), ('expire_all',),
    ])

play(
    817, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('flush',), ('delete', 1),
        ('new', 5, 'C', {'name': 'n5', 'id': 105}), ('set', 5, 'r0', 5), ('new', 6, 'B', {'name': 'n6', 'id': 106}), ('flush',),
        ('assign', 4, 'b1', []), ('flush',), ('set', 6, 'r1', 2), ('flush',), ('flush',), ('set', 0, 'r1', 2), ('commit',), ('flush',),
        ('append', 4, 'b1', 6), ('flush',), ('name', 5, None, 'x21'), ('flush',), ('set', 3, 'r1', None), ('append', 2, 'b2', 5),
        ('set', 0, 'r1', 2), ('set', 0, 'r1', 2), ('delete', 4), ('commit',),
    ])

play(
    819, [('A', None), ('B', None), ('C', 'B'), ('D', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'D', 'r1', 'D', 'b1', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('pending', 4, 'B', {'name': 'n4', 'id': 4}), ('name', 4, None, 'x5'), ('delete', 3),
        ('flush',), ('flush',), ('new', 5, 'A', {'name': 'n5', 'id': 4}), ('name', 1, None, 'x10'), ('flush',), ('name', 1, None, 'x12'),
        ('flush',), ('merge', None, 'C', {'id': 2, 'name': 'm14'}), ('delete', 2), ('name', 0, None, 'x16'), ('commit',), ('flush',),
        ('pending', 6, 'B', {'name': 'n6', 'id': 5}), ('flush',), ('new', 7, 'B', {'name': 'n7', 'id': 7}),
    ])

play(
    821, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'A'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'H', 'r0', 'F', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'A', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'H', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'G', 'r7', 'E', 'b7', {}, {}),
        ('many_to_one', 'H', 'r8', 'D', 'b8', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'F', {'name': 'n4'}), ('new', 5, 'G', {'name': 'n5', 'id': 105}),
        ('new', 6, 'E', {'name': 'n6'}), ('new', 7, 'H', {'name': 'n7'}), ('flush',), ('set', 4, 'r3', 0), ('flush',),
        ('name', 5, None, 'x11'), ('name', 1, None, 'x12'), ('remove', 6, 'b7', 5), ('delete', 3), ('name', 7, None, 'x15'),
        ('name', 1, None, 'x16'), ('name', 1, None, 'x17'), ('remove', 4, 'b0', 7), ('set', 5, 'r7', 6), ('name', 7, None, 'x20'),
        ('append', 4, 'b1', 5), ('delete', 7), ('new', 8, 'G', {'name': 'n8'}), ('name', 4, None, 'x24'), ('commit',),
        ('remove', 0, 'b3', 1), ('new', 9, 'G', {'name': 'n9'}), ('set', 8, 'r7', 6),
    ])

play(
    822, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('new', 7, 'A', {'name': 'n7'}), ('name', 5, None, 'x8'), ('remove', 7, 'b1', 1),
        ('append', 7, 'b2', 1), ('set', 7, 'r3', 6), ('set', 1, 'r0', None), ('delete', 3), ('remove', 7, 'b1', 4), ('set', 1, 'r0', 1),
        ('set', 5, 'r3', 6), ('flush',), ('name', 5, None, 'x18'), ('remove', 5, 'b2', 1), ('name', 5, None, 'x20'),
        ('new', 8, 'A', {'name': 'n8'}), ('append', 3, 'b1', 4), ('delete', 8), ('set', 1, 'r1', 6), ('name', 3, None, 'x25'),
        ('merge', None, 'B', {'id': 3, 'name': 'm26'}), ('append', 3, 'b3', 6), ('set', 1, 'r2', 2), ('remove', 3, 'b2', 1),
        ('remove', 3, 'b3', 5), ('set', 7, 'r3', 3),
    ])

play(
    824, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'A', 'r1', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('pending', 4, 'C', {'name': 'n4', 'id': 5}), ('set', 2, 'r1', 3), ('flush',),
        ('name', 0, None, 'x7'), ('set', 1, 'r1', 3), ('pending', 5, 'C', {'name': 'n5', 'id': 6, 'extra_c': 5}), ('flush',),
        ('set', 4, 'r1', 3), ('delete', 2), ('new', 6, 'A', {'name': 'n6', 'id': 7}), ('set', 5, 'r1', 3),
        ('new', 7, 'A', {'name': 'n7', 'id': 8}), ('pending', 8, 'C', {'name': 'n8', 'id': 9}), ('flush',),
        ('merge', None, 'A', {'id': 4, 'name': 'm18'}), ('flush',),
    ])

play(
    826, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'E', None, {}, {}),
        ('many_to_many', 'D', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r5', 'A', None, {}, {}),
        ('many_to_one', 'G', 'r6', 'A', 'b6', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3', 'id': 103}), ('flush',), ('name', 0, None, 'x5'), ('name', 1, None, 'x6'), ('refresh', 1),
        ('expire_all',), ('delete', 1), ('set', 2, 'r0', None), ('refresh', 0), ('name', 3, None, 'x12'), ('set', 2, 'r0', None),
        ('flush',), ('set', 2, 'r0', None), ('name', 2, None, 'x16'), ('new', 4, 'E', {'name': 'n4', 'id': 104, 'extra_e': 4}),
    ])

play(
    828, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1', 'id': 101, 'extra_b': 1}), ('pending', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'B', {'name': 'n6', 'id': 106, 'extra_b': 6}), ('new', 7, 'A', {'name': 'n7'}),
        ('merge', None, 'B', {'id': 3, 'name': 'm8'}), ('name', 4, None, 'x9'), ('flush',), ('pending', 8, 'A', {'name': 'n8'}),
        ('delete', 6), ('commit',), ('flush',),
    ])

play(
    829, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('flush',), ('flush',), ('merge', None, 'A', {'id': 4, 'name': 'm6'}),
        ('name', 0, None, 'x7'), ('flush',), ('flush',), ('commit',), ('append', 0, 'b1', 1), ('name', 2, None, 'x12'),
        ('set', 3, 'r0', None), ('name', 1, None, 'x14'),
    ])

play(
    832, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'F', 'r3', 'F', 'b3', {}, {}),
        ('many_to_one', 'G', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r6', 'G', 'b6', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('new', 3, 'E', {'name': 'n3', 'id': 3}), ('pending', 4, 'G', {'name': 'n4', 'id': 2}), ('new', 5, 'E', {'name': 'n5', 'id': 4}),
        ('pending', 6, 'G', {'name': 'n6', 'id': 3}), ('name', 3, None, 'x7'), ('pending', 7, 'D', {'name': 'n7', 'id': 2}),
        ('append', 7, 'b4', 0), ('name', 2, None, 'x10'), ('refresh', 7), ('merge', None, 'A', {'id': 1, 'name': 'm12'}),
        ('name', 0, None, 'x13'), ('delete', 0), ('set', 0, 'r6', 4), ('flush',), ('set', 2, 'r2', 5), ('flush',),
        ('new', 8, 'A', {'name': 'n8', 'id': 2}), ('delete', 7), ('set', 4, 'r6', None), ('name', 5, None, 'x22'), ('delete', 0),
        ('refresh', 4), ('flush',), ('append', 6, 'b6', 6), ('delete', 6), ('merge', None, 'D', {'id': 3, 'name': 'm28'}),
        ('append', 1, 'b4', 4), ('commit',), ('append', 1, 'b4', 4),
    ])

play(
    835, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'C'), ('F', 'C'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'G', 'r0', 'B', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'G', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'H', 'r2', 'D', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r3', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r5', 'F', None, {}, {}),
        ('many_to_many', 'G', 'r6', 'E', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'E', 'b7', {}, {}),
        ('many_to_many', 'C', 'r8', 'B', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('new', 5, 'B', {'name': 'n5', 'id': 1}),
        ('new', 6, 'A', {'name': 'n6', 'id': 4}), ('new', 7, 'B', {'name': 'n7', 'id': 2}), ('append', 7, 'b8', 1), ('delete', 4),
        ('expire_all',), ('append', 2, 'r8', 7), ('assign', 1, 'r8', []), ('name', 0, None, 'x13'), ('delete', 6), ('refresh', 2),
        ('name', 3, None, 'x16'),
    ])

play(
    837, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', 'B'), ('F', None), ('G', None)],
    [
        ('many_to_many', 'D', 'r0', 'G', 'b0', {}, {}),
        ('many_to_one', 'G', 'r2', 'F', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_many', 'E', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'G', 'r4', 'E', 'b4', {}, {}),
        ('many_to_many', 'D', 'r5', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'G', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3, 'extra_c': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 4}),
        ('new', 5, 'G', {'name': 'n5', 'id': 3}), ('flush',), ('delete', 2), ('delete', 4), ('delete', 1), ('name', 0, None, 'x10'),
        ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('name', 0, None, 'x12'), ('delete', 6), ('new', 7, 'G', {'name': 'n7', 'id': 4}),
        ('name', 5, None, 'x15'), ('flush',), ('new', 8, 'B', {'name': 'n8', 'id': 5}), ('delete', 5),
        ('new', 9, 'D', {'name': 'n9', 'id': 4}), ('flush',), ('name', 9, None, 'x21'), ('delete', 3), ('flush',), ('name', 8, None, 'x24'),
        ('new', 10, 'C', {'name': 'n10', 'id': 7}), ('delete', 10), ('commit',),
    ])

play(
    838, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'E', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'G', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'F', 'r5', 'F', 'b5', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r6', 'B', 'b6', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r7', 'B', 'b7', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r8', 'A', 'b8', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'E', {'name': 'n5', 'id': 2}),
        ('new', 6, 'F', {'name': 'n6', 'id': 2}), ('set', 0, 'r7', None), ('flush',), ('name', 1, None, 'x9'), ('append', 1, 'b4', 2),
        ('assign', 2, 'b0', [0]), ('new', 7, 'A', {'name': 'n7', 'id': 4}), ('pending', 8, 'A', {'name': 'n8', 'id': 6}), ('expire_all',),
        ('pending', 9, 'E', {'name': 'n9', 'id': 3}), ('remove', 6, 'r5', 6), ('new', 10, 'F', {'name': 'n10', 'id': 3}),
        ('new', 11, 'E', {'name': 'n11', 'id': 4}), ('name', 11, None, 'x19'), ('set', 2, 'r4', 7), ('name', 1, None, 'x21'), ('delete', 0),
        ('flush',),
    ])

play(
    840, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 3}),
        ('new', 6, 'C', {'name': 'n6', 'id': 5}), ('name', 0, None, 'x7'), ('delete', 2), ('flush',), ('name', 1, None, 'x10'),
        ('set', 1, 'r3', None), ('flush',), ('flush',), ('append', 5, 'b1', 1), ('set', 3, 'r3', 1), ('delete', 4), ('flush',),
        ('name', 1, None, 'x18'), ('flush',), ('append', 5, 'b1', 3), ('name', 3, None, 'x21'), ('flush',), ('append', 5, 'b1', 3),
        ('commit',), ('append', 5, 'b1', 3), ('assign', 5, 'b1', [1]), ('delete', 6), ('set', 3, 'r1', 0), ('assign', 0, 'b1', []),
        ('append', 0, 'b1', 3), ('delete', 1), ('name', 5, None, 'x32'), ('remove', 3, 'b3', 3), ('new', 7, 'C', {'name': 'n7', 'id': 6}),
        ('set', 7, 'r4', 3), ('merge', None, 'C', {'id': 3, 'name': 'm36'}), ('assign', 5, 'b1', [3]), ('delete', 3),
        ('name', 5, None, 'x39'), ('pending', 8, 'C', {'name': 'n8', 'id': 7}), ('new', 9, 'B', {'name': 'n9', 'id': 4}),
    ])

play(
    841, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'G', 'r1', 'E', 'b1', {'cascade': 'all'}, {}),
        ('many_to_many', 'F', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'H', 'r3', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'H', 'r5', 'B', None, {}, {}),
        ('many_to_one', 'H', 'r6', 'B', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'B', 'b7', {}, {}),
        ('many_to_many', 'G', 'r8', 'E', 'b8', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r9', 'H', 'b9', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'F', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('remove', 1, 'r2', 0), ('name', 2, None, 'x4'), ('name', 0, None, 'x5'), ('delete', 1), ('remove', 1, 'r2', 0),
        ('assign', 1, 'r2', []), ('name', 2, None, 'x9'), ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('refresh', 2), ('delete', 1),
        ('delete', 3), ('flush',), ('refresh', 2), ('merge', None, 'C', {'id': 1, 'name': 'm16'}), ('flush',), ('name', 0, None, 'x18'),
        ('new', 4, 'E', {'name': 'n4', 'id': 2}), ('name', 4, None, 'x20'), ('flush',), ('set', 2, 'r4', 0), ('flush',), ('delete', 2),
        ('expire_all',), ('new', 5, 'D', {'name': 'n5', 'id': 1}), ('flush',), ('pending', 6, 'D', {'name': 'n6', 'id': 2}), ('flush',),
    ])

play(
    842, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('merge', None, 'B', {'id': 2, 'name': 'm7'}), ('new', 7, 'B', {'name': 'n7'}),
        ('append', 4, 'b0', 0), ('append', 4, 'b0', 1), ('name', 3, None, 'x11'), ('refresh', 0), ('append', 3, 'b0', 1), ('delete', 1),
        ('append', 4, 'b0', 0), ('commit',), ('name', 6, None, 'x17'),
    ])

play(
    843, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', 'b0', {'cascade': 'all'}, {}),
        ('many_to_many', 'B', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r4', 'G', None, {}, {}),
        ('many_to_many', 'E', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'D', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'C', 'r7', 'G', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('pending', 1, 'G', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'A', {'name': 'n2', 'id': 1}), ('new', 3, 'E', {'name': 'n3', 'id': 2}), ('delete', 0), ('append', 3, 'r5', 3),
        ('name', 2, None, 'x6'), ('pending', 4, 'A', {'name': 'n4', 'id': 2}), ('append', 3, 'r5', 3),
        ('pending', 5, 'F', {'name': 'n5', 'id': 1}), ('pending', 6, 'A', {'name': 'n6', 'id': 4}), ('set', 4, 'r3', None), ('flush',),
        ('append', 3, 'r5', 3), ('merge', None, 'D', {'id': 3, 'name': 'm14'}), ('refresh', 1), ('flush',), ('set', 5, 'r2', None),
        ('set', 2, 'r3', None), ('set', 1, 'r4', None), ('flush',), ('delete', 4), ('name', 1, None, 'x22'), ('set', 5, 'r2', None),
        ('set', 2, 'r3', None), ('merge', None, 'C', {'id': 1, 'name': 'm25'}), ('refresh', 6), ('set', 5, 'r2', None),
        ('set', 6, 'r3', None), ('name', 0, None, 'x29'), ('name', 2, None, 'x30'), ('refresh', 1), ('append', 3, 'r5', 3), ('flush',),
        ('name', 1, None, 'x34'), ('expire_all',), ('flush',),
    ])

play(
    845, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('flush',), ('flush',),
        ('new', 5, 'A', {'name': 'n5', 'id': 7}), ('name', 3, None, 'x8'), ('append', 2, 'b0', 5), ('set', 5, 'r0', 0),
        ('remove', 5, 'b0', 5), ('new', 6, 'A', {'name': 'n6', 'id': 9}), ('commit',), ('set', 2, 'r0', 6),
    ])

play(
    847, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'A', 'r0', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r1', 'E', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'C', None, {}, {}),
        ('many_to_many', 'C', 'r5', 'D', 'b5', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 2}), ('pending', 1, 'E', {'name': 'n1', 'id': 3}), ('new', 2, 'D', {'name': 'n2', 'id': 1}),
        ('flush',), ('refresh', 0), ('set', 0, 'r3', 2), ('refresh', 1), ('name', 1, None, 'x7'), ('flush',),
        ('pending', 3, 'C', {'name': 'n3', 'id': 2}), ('set', 3, 'r2', None), ('name', 2, None, 'x11'), ('flush',), ('commit',),
        ('delete', 3), ('append', 2, 'b3', 0), ('set', 0, 'r1', 0), ('merge', None, 'E', {'id': 1, 'name': 'm17'}), ('set', 1, 'r3', 2),
        ('flush',),
    ])

play(
    850, [('A', None), ('B', None), ('C', 'B'), ('D', 'A'), ('E', None), ('F', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'C', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r4', 'B', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {'cascade': 'merge'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 100}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'extra_c': 2}),
        ('pending', 3, 'C', {'name': 'n3'}), ('new', 4, 'E', {'name': 'n4'}), ('new', 5, 'D', {'name': 'n5', 'extra_d': 5}),
        ('new', 6, 'C', {'name': 'n6'}), ('new', 7, 'D', {'name': 'n7', 'id': 107, 'extra_d': 7}), ('name', 6, None, 'x8'),
        ('set', 2, 'r2', 7), ('delete', 1), ('assign', 5, 'b5', [0]), ('append', 7, 'b2', 2), ('name', 7, None, 'x13'), ('flush',),
        ('flush',), ('assign', 6, 'b3', [3]), ('delete', 0),
    ])
