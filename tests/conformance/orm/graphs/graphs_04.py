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
    256, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'E', 'r1', 'D', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'F', 'r5', 'E', 'b5', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'E', {'name': 'n2'}), ('delete', 1),
        ('commit',), ('new', 3, 'E', {'name': 'n3'}), ('name', 0, None, 'x6'), ('name', 2, None, 'x7'), ('set', 2, 'r0', None),
        ('refresh', 2), ('new', 4, 'C', {'name': 'n4'}), ('set', 0, 'r3', None), ('flush',), ('pending', 5, 'C', {'name': 'n5'}),
        ('set', 3, 'r0', 4), ('delete', 4), ('append', 5, 'b0', 2), ('append', 5, 'b0', 3), ('append', 5, 'b0', 2), ('flush',),
        ('name', 3, None, 'x20'), ('commit',), ('flush',), ('delete', 5), ('set', 0, 'r3', None), ('name', 0, None, 'x25'),
        ('set', 0, 'r3', None), ('set', 0, 'r3', None), ('name', 2, None, 'x28'), ('set', 3, 'r0', None), ('new', 6, 'C', {'name': 'n6'}),
    ])

play(
    259, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('expire_all',), ('flush',), ('pending', 4, 'A', {'name': 'n4'}), ('flush',),
        ('new', 5, 'B', {'name': 'n5'}), ('name', 5, None, 'x9'), ('flush',), ('name', 5, None, 'x11'), ('new', 6, 'A', {'name': 'n6'}),
        ('delete', 6), ('new', 7, 'B', {'name': 'n7'}), ('merge', None, 'B', {'id': 1, 'name': 'm15'}), ('name', 2, None, 'x16'),
        ('set', 5, 'r0', None), ('delete', 4), ('set', 7, 'r0', 2), ('flush',), ('set', 7, 'r0', 3),
    ])

play(
    261, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'E', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('pending', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 3}), ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('new', 5, 'D', {'name': 'n5', 'id': 2}),
        ('pending', 6, 'E', {'name': 'n6', 'id': 2}), ('pending', 7, 'E', {'name': 'n7', 'id': 3}), ('set', 6, 'r5', 3), ('flush',),
        ('assign', 0, 'r2', [2]), ('remove', 0, 'r2', 2), ('name', 4, None, 'x12'), ('append', 6, 'r2', 2), ('append', 2, 'b2', 6),
        ('set', 5, 'r1', 2), ('set', 6, 'r5', None), ('set', 4, 'r1', 2), ('remove', 3, 'b5', 6), ('commit',), ('set', 4, 'r0', 2),
        ('set', 6, 'r5', 3), ('delete', 2), ('append', 3, 'b4', 5), ('append', 1, 'b5', 7), ('flush',), ('flush',),
        ('pending', 8, 'C', {'name': 'n8', 'id': 4}), ('delete', 7), ('set', 5, 'r4', 1),
    ])

play(
    263, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'B', 'r3', 'D', None, {}, {}),
        ('many_to_many', 'D', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'D', 'r6', 'B', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('append', 3, 'b1', 0), ('set', 4, 'r5', 2),
        ('append', 1, 'b1', 0), ('flush',), ('remove', 1, 'b1', 0), ('name', 4, None, 'x10'), ('append', 3, 'b1', 0),
        ('new', 5, 'E', {'name': 'n5'}), ('name', 2, None, 'x13'), ('name', 0, None, 'x14'), ('set', 5, 'r1', 1), ('delete', 3),
        ('pending', 6, 'A', {'name': 'n6'}), ('merge', None, 'C', {'id': 1, 'name': 'm18'}), ('name', 2, None, 'x19'),
        ('assign', 1, 'b1', [0, 5]), ('flush',), ('new', 7, 'D', {'name': 'n7'}), ('set', 7, 'r6', 2), ('refresh', 7),
        ('append', 1, 'b1', 5), ('delete', 0), ('append', 2, 'b6', 7), ('new', 8, 'C', {'name': 'n8'}), ('name', 4, None, 'x29'),
        ('merge', None, 'B', {'id': 4, 'name': 'm30'}), ('append', 2, 'r2', 2), ('new', 9, 'C', {'name': 'n9'}), ('name', 5, None, 'x33'),
        ('append', 2, 'b2', 2), ('new', 10, 'A', {'name': 'n10', 'id': 110}), ('delete', 2), ('set', 7, 'r6', None), ('set', 6, 'r5', None),
        ('new', 11, 'D', {'name': 'n11'}), ('flush',), ('pending', 12, 'C', {'name': 'n12'}), ('remove', 8, 'b1', 5),
    ])

play(
    264, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r4', 'E', 'b4', {}, {}),
        ('many_to_many', 'C', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'D', 'r7', 'C', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'H', 'r8', 'F', 'b8', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}), ('new', 3, 'E', {'name': 'n3'}),
        ('new', 4, 'F', {'name': 'n4', 'id': 104}), ('new', 5, 'H', {'name': 'n5'}), ('new', 6, 'F', {'name': 'n6'}),
        ('assign', 6, 'b8', [5]), ('append', 0, 'b0', 4), ('pending', 7, 'D', {'name': 'n7'}), ('set', 5, 'r8', 6), ('set', 5, 'r8', 6),
        ('flush',), ('flush',), ('set', 5, 'r8', None), ('set', 2, 'r1', 7), ('pending', 8, 'D', {'name': 'n8', 'extra_d': 8}),
        ('append', 7, 'b2', 1), ('set', 2, 'r1', None), ('assign', 3, 'b4', [0]),
    ])

play(
    266, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('expire_all',), ('set', 3, 'r0', 2), ('delete', 3), ('refresh', 0),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('new', 5, 'A', {'name': 'n5', 'id': 8}), ('flush',), ('refresh', 1),
        ('name', 4, None, 'x12'), ('name', 5, None, 'x13'), ('flush',), ('flush',), ('delete', 4), ('refresh', 1), ('flush',),
        ('expire_all',), ('name', 2, None, 'x20'), ('flush',),
    ])

play(
    267, [('A', None), ('B', 'A'), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 4, 'extra_b': 3}), ('new', 4, 'B', {'name': 'n4', 'id': 5, 'extra_b': 4}),
        ('remove', 2, 'r1', 0), ('name', 1, None, 'x6'), ('flush',), ('merge', None, 'C', {'id': 3, 'name': 'm8'}), ('name', 2, None, 'x9'),
        ('name', 4, None, 'x10'), ('name', 1, None, 'x11'), ('set', 0, 'r0', 4), ('delete', 3), ('new', 5, 'C', {'name': 'n5', 'id': 3}),
        ('merge', None, 'C', {'id': 1, 'name': 'm15'}), ('remove', 2, 'r1', 5), ('name', 1, None, 'x17'), ('name', 0, None, 'x18'),
        ('pending', 6, 'A', {'name': 'n6', 'id': 6}), ('set', 5, 'r0', 4), ('pending', 7, 'C', {'name': 'n7', 'id': 4}), ('refresh', 4),
        ('name', 4, None, 'x23'), ('remove', 6, 'r1', 7), ('delete', 1), ('name', 7, None, 'x26'), ('delete', 4), ('append', 2, 'r1', 7),
        ('name', 0, None, 'x29'), ('name', 0, None, 'x30'), ('delete', 5), ('new', 8, 'C', {'name': 'n8', 'id': 5}), ('remove', 2, 'r1', 7),
        ('name', 6, None, 'x34'), ('set', 7, 'r0', 2),
    ])

play(
    268, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'A', 'r0', 'F', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r1', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'G', 'r2', 'E', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'G', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r4', 'B', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'A', 'b5', {}, {}),
        ('many_to_many', 'A', 'r6', 'D', 'b6', {}, {}),
        ('many_to_one', 'E', 'r7', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'F', {'name': 'n2'}), ('new', 3, 'F', {'name': 'n3'}),
        ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'G', {'name': 'n6', 'id': 106}), ('refresh', 0),
        ('append', 3, 'b0', 5), ('merge', None, 'B', {'id': 2, 'name': 'm9'}), ('delete', 5), ('commit',),
        ('merge', None, 'D', {'id': 4, 'name': 'm12'}), ('pending', 7, 'D', {'name': 'n7'}), ('flush',), ('set', 0, 'r4', None),
        ('append', 0, 'b2', 6), ('flush',), ('set', 0, 'r4', None), ('new', 8, 'F', {'name': 'n8', 'id': 108}), ('name', 4, None, 'x20'),
        ('name', 7, None, 'x21'), ('refresh', 2), ('commit',), ('name', 3, None, 'x24'), ('set', 6, 'r1', None),
        ('new', 9, 'A', {'name': 'n9'}), ('append', 4, 'b6', 9), ('set', 9, 'r0', 2), ('delete', 7),
    ])

play(
    271, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None), ('F', None)],
    [
        ('many_to_many', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r2', 'F', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'F', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'E', {'name': 'n5', 'id': 105}),
        ('new', 6, 'F', {'name': 'n6'}), ('pending', 7, 'C', {'name': 'n7'}), ('merge', None, 'C', {'id': 1, 'name': 'm8'}),
        ('set', 3, 'r3', None), ('set', 6, 'r3', None), ('flush',), ('new', 8, 'F', {'name': 'n8', 'id': 108}),
        ('pending', 9, 'E', {'name': 'n9'}), ('new', 10, 'B', {'name': 'n10', 'id': 110}), ('flush',), ('flush',), ('set', 5, 'r2', 8),
        ('set', 8, 'r3', None), ('append', 2, 'b2', 5), ('name', 5, None, 'x20'), ('flush',), ('flush',), ('refresh', 7),
        ('pending', 11, 'D', {'name': 'n11', 'extra_d': 11}), ('remove', 2, 'b2', 9), ('refresh', 1), ('new', 12, 'E', {'name': 'n12'}),
        ('pending', 13, 'F', {'name': 'n13'}), ('set', 8, 'r3', None), ('pending', 14, 'E', {'name': 'n14'}), ('commit',),
        ('set', 6, 'r3', None), ('name', 0, None, 'x33'), ('name', 11, None, 'x34'), ('pending', 15, 'E', {'name': 'n15'}),
        ('new', 16, 'A', {'name': 'n16'}), ('set', 2, 'r3', 16), ('set', 15, 'r2', None), ('delete', 14), ('name', 5, None, 'x40'),
        ('set', 13, 'r3', 16), ('new', 17, 'B', {'name': 'n17'}),
    ])

play(
    272, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'B', 'r0', 'E', None, {'post_update': True}, {}),
        ('many_to_many', 'B', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'B', 'b3', {}, {'passive_deletes': True}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_many', 'C', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'D', 'r6', 'A', 'b6', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 1}),
        ('new', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'F', {'name': 'n4', 'id': 2}), ('set', 4, 'r2', None), ('set', 3, 'r4', 0),
        ('delete', 2), ('set', 3, 'r6', None), ('refresh', 1), ('name', 4, None, 'x10'), ('new', 5, 'E', {'name': 'n5', 'id': 2}),
        ('flush',), ('delete', 4), ('flush',),
    ])

play(
    274, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'C', {'name': 'n3'}), ('pending', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5', 'id': 105}),
        ('pending', 6, 'A', {'name': 'n6'}), ('refresh', 4), ('flush',), ('name', 4, None, 'x9'),
        ('merge', None, 'A', {'id': 1, 'name': 'm10'}), ('expire_all',), ('refresh', 5), ('name', 5, None, 'x13'), ('set', 2, 'r2', 2),
        ('append', 5, 'b0', 4), ('assign', 1, 'b0', []), ('set', 3, 'r2', 2), ('set', 3, 'r2', 3), ('name', 1, None, 'x19'),
        ('name', 0, None, 'x20'), ('assign', 5, 'b0', []), ('append', 0, 'b1', 4), ('new', 7, 'A', {'name': 'n7'}),
        ('name', 7, None, 'x24'), ('name', 4, None, 'x25'), ('merge', None, 'B', {'id': 4, 'name': 'm26'}),
    ])

play(
    276, [('A', None), ('B', 'A'), ('C', None), ('D', 'C')],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {'cascade': 'merge'}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('pending', 1, 'C', {'name': 'n1', 'id': 2}),
        ('new', 2, 'A', {'name': 'n2', 'id': 2}), ('new', 3, 'D', {'name': 'n3', 'id': 3, 'extra_d': 3}),
        ('new', 4, 'D', {'name': 'n4', 'id': 4}), ('pending', 5, 'B', {'name': 'n5', 'id': 4, 'extra_b': 5}),
        ('new', 6, 'D', {'name': 'n6', 'id': 5}), ('pending', 7, 'B', {'name': 'n7', 'id': 5, 'extra_b': 7}), ('set', 4, 'r0', 0),
        ('flush',), ('append', 7, 'b2', 1), ('merge', None, 'D', {'id': 2, 'name': 'm11'}), ('delete', 1), ('expire_all',),
        ('new', 8, 'C', {'name': 'n8', 'id': 6}), ('delete', 3), ('delete', 8),
    ])

play(
    277, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1', 'id': 101}), ('new', 2, 'A', {'name': 'n2'}),
        ('name', 0, None, 'x3'), ('set', 0, 'r0', 1), ('set', 0, 'r0', 1), ('new', 3, 'B', {'name': 'n3'}), ('delete', 2), ('flush',),
        ('assign', 3, 'b0', [0]), ('append', 3, 'b0', 0), ('flush',), ('set', 1, 'r1', 0), ('expire_all',), ('commit',),
        ('name', 3, None, 'x15'), ('name', 3, None, 'x16'), ('merge', None, 'A', {'id': 1, 'name': 'm17'}), ('remove', 1, 'b0', 0),
        ('new', 4, 'A', {'name': 'n4'}), ('delete', 0), ('name', 3, None, 'x21'), ('set', 3, 'r1', 4), ('expire_all',), ('flush',),
        ('delete', 4), ('pending', 5, 'A', {'name': 'n5'}), ('set', 3, 'r1', 5), ('name', 5, None, 'x28'), ('append', 1, 'b0', 5),
        ('name', 5, None, 'x30'), ('name', 5, None, 'x31'), ('flush',), ('flush',), ('delete', 5),
    ])

play(
    279, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'E', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_many', 'E', 'r2', 'E', 'b2', {}, {}),
        ('many_to_many', 'C', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {}, {}),
        ('many_to_many', 'E', 'r5', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'E', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3'}), ('pending', 4, 'D', {'name': 'n4'}), ('new', 5, 'C', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('pending', 7, 'C', {'name': 'n7'}), ('flush',), ('set', 1, 'r1', None), ('flush',), ('delete', 7),
        ('flush',), ('flush',), ('delete', 0),
    ])

play(
    284, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('pending', 4, 'A', {'name': 'n4', 'id': 104}), ('refresh', 1), ('set', 3, 'r2', 4),
        ('name', 2, None, 'x7'), ('set', 2, 'r2', 1), ('set', 0, 'r1', 0), ('refresh', 2), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('expire_all',), ('assign', 3, 'r0', [3]), ('set', 1, 'r1', 0), ('set', 4, 'r1', None), ('set', 5, 'r2', 4),
        ('name', 2, None, 'x17'), ('commit',), ('flush',), ('append', 1, 'b2', 5), ('name', 1, None, 'x21'), ('flush',), ('refresh', 5),
        ('commit',), ('set', 4, 'r1', 1), ('assign', 0, 'b2', [2, 3, 5]), ('set', 1, 'r1', 1), ('set', 2, 'r2', 0), ('set', 1, 'r1', 4),
        ('pending', 6, 'A', {'name': 'n6'}), ('name', 4, None, 'x31'), ('name', 4, None, 'x32'), ('delete', 6), ('name', 4, None, 'x34'),
        ('append', 1, 'b2', 3), ('append', 6, 'b2', 5), ('flush',), ('commit',), ('name', 2, None, 'x39'),
        ('merge', None, 'B', {'id': 1, 'name': 'm40'}), ('flush',), ('set', 3, 'r2', 0), ('append', 3, 'r0', 2), ('set', 0, 'r1', 6),
    ])

play(
    285, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'E', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r3', 'F', None, {}, {}),
        ('many_to_many', 'F', 'r4', 'D', None, {}, {}),
        ('many_to_one', 'F', 'r5', 'B', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r6', 'F', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'F', 'r7', 'B', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 2}), ('new', 1, 'G', {'name': 'n1', 'id': 2}), ('pending', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'G', {'name': 'n3', 'id': 4}), ('new', 4, 'B', {'name': 'n4', 'id': 2}), ('new', 5, 'F', {'name': 'n5', 'id': 1}),
        ('pending', 6, 'D', {'name': 'n6', 'id': 4}), ('new', 7, 'H', {'name': 'n7', 'id': 1}), ('set', 6, 'r2', 4), ('append', 4, 'b7', 5),
        ('delete', 2), ('append', 4, 'b2', 6), ('refresh', 7), ('pending', 8, 'D', {'name': 'n8', 'id': 6}), ('delete', 8),
        ('new', 9, 'E', {'name': 'n9', 'id': 2}), ('set', 9, 'r0', None), ('merge', None, 'H', {'id': 3, 'name': 'm17'}), ('delete', 6),
        ('refresh', 9), ('set', 7, 'r3', 5), ('name', 7, None, 'x21'), ('flush',), ('flush',), ('refresh', 7), ('delete', 7),
        ('expire_all',), ('flush',), ('flush',), ('set', 0, 'r1', None), ('flush',), ('name', 1, None, 'x31'), ('refresh', 7),
        ('new', 10, 'G', {'name': 'n10', 'id': 6}), ('merge', None, 'C', {'id': 1, 'name': 'm34'}), ('name', 5, None, 'x35'),
        ('merge', None, 'D', {'id': 1, 'name': 'm36'}), ('set', 0, 'r1', None), ('name', 0, None, 'x38'), ('flush',),
    ])

play(
    287, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', 'E')],
    [
        ('many_to_many', 'D', 'r0', 'F', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'F', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r2', 'D', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r4', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r5', 'D', 'b5', {}, {}),
        ('many_to_many', 'C', 'r6', 'C', None, {}, {}),
        ('many_to_one', 'E', 'r7', 'D', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'extra_c': 1}), ('new', 2, 'F', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103, 'extra_b': 3}), ('pending', 4, 'E', {'name': 'n4'}),
        ('pending', 5, 'A', {'name': 'n5', 'id': 105}), ('name', 2, None, 'x6'), ('delete', 0), ('name', 5, None, 'x8'),
        ('set', 4, 'r7', None), ('name', 3, None, 'x10'), ('name', 5, None, 'x11'), ('name', 4, None, 'x12'),
        ('merge', None, 'G', {'id': 2, 'name': 'm13'}), ('delete', 5), ('set', 4, 'r4', 1), ('flush',), ('name', 3, None, 'x17'),
        ('new', 6, 'F', {'name': 'n6'}), ('remove', 1, 'r6', 1),
    ])

play(
    288, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('pending', 4, 'A', {'name': 'n4', 'id': 1}), ('new', 5, 'D', {'name': 'n5', 'id': 2}),
        ('pending', 6, 'D', {'name': 'n6', 'id': 3}), ('new', 7, 'D', {'name': 'n7', 'id': 4}), ('name', 3, None, 'x8'), ('delete', 0),
        ('set', 6, 'r0', 4), ('expire_all',), ('pending', 8, 'B', {'name': 'n8', 'id': 3}), ('set', 2, 'r2', None), ('delete', 7),
        ('pending', 9, 'B', {'name': 'n9', 'id': 4}), ('delete', 9),
    ])

play(
    289, [('A', None), ('B', None), ('C', 'B'), ('D', 'A')],
    [
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2', 'extra_d': 2}),
        ('flush',), ('remove', 2, 'b2', 1), ('flush',), ('delete', 1), ('set', 0, 'r2', None), ('append', 2, 'b2', 0),
        ('append', 2, 'b2', 0), ('set', 0, 'r2', 2), ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}),
        ('set', 4, 'r2', 2), ('refresh', 2), ('set', 0, 'r4', 4), ('set', 4, 'r2', 2), ('merge', None, 'D', {'id': 4, 'name': 'm17'}),
        ('name', 3, None, 'x18'), ('name', 4, None, 'x19'), ('flush',), ('delete', 3), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('assign', 5, 'b4', [5, 4]), ('pending', 6, 'D', {'name': 'n6', 'extra_d': 6}), ('name', 6, None, 'x25'),
        ('new', 7, 'D', {'name': 'n7'}), ('append', 6, 'b2', 4), ('name', 4, None, 'x28'), ('append', 6, 'b2', 4), ('flush',),
        ('assign', 2, 'b2', [5]), ('name', 0, None, 'x32'), ('set', 4, 'r4', 5), ('delete', 0), ('name', 3, None, 'x35'),
        ('remove', 2, 'b2', 4), ('merge', None, 'C', {'id': 1, 'name': 'm37'}), ('set', 4, 'r4', 0), ('append', 0, 'b4', 0),
    ])

play(
    290, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', 'A')],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'D', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'B', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r5', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r6', 'C', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'B', 'r7', 'B', 'b7', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'D', 'r8', 'C', 'b8', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'E', {'name': 'n3', 'id': 2, 'extra_e': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 2}),
        ('new', 5, 'C', {'name': 'n5', 'id': 3}), ('new', 6, 'F', {'name': 'n6', 'id': 1}), ('new', 7, 'C', {'name': 'n7', 'id': 5}),
        ('flush',), ('pending', 8, 'E', {'name': 'n8', 'id': 3, 'extra_e': 8}), ('flush',), ('set', 4, 'r0', 8),
        ('new', 9, 'D', {'name': 'n9', 'id': 2}), ('append', 8, 'b3', 9), ('delete', 6), ('name', 5, None, 'x15'), ('append', 1, 'r3', 3),
        ('name', 4, None, 'x17'),
    ])

play(
    291, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'E', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'F', 'b1', {'post_update': True, 'cascade': 'save-update'}, {}),
        ('many_to_many', 'D', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'E', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r4', 'E', 'b4', {'cascade': 'all'}, {}),
        ('many_to_many', 'D', 'r5', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r6', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r7', 'E', 'b7', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'E', {'name': 'n1', 'id': 101}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'E', {'name': 'n5'}), ('new', 6, 'E', {'name': 'n6'}),
        ('new', 7, 'E', {'name': 'n7'}), ('name', 2, None, 'x8'), ('new', 8, 'F', {'name': 'n8', 'id': 108}), ('refresh', 2),
        ('append', 0, 'b0', 7), ('append', 1, 'b7', 4), ('delete', 4), ('delete', 0), ('delete', 2), ('flush',),
        ('new', 9, 'F', {'name': 'n9'}), ('pending', 10, 'B', {'name': 'n10'}), ('delete', 1), ('name', 6, None, 'x20'),
        ('name', 6, None, 'x21'), ('refresh', 6), ('delete', 3), ('name', 6, None, 'x24'), ('refresh', 7), ('append', 10, 'r7', 6),
        ('commit',), ('delete', 5), ('name', 6, None, 'x29'), ('assign', 10, 'r7', [7, 6]), ('append', 8, 'b1', 9),
        ('name', 10, None, 'x32'),
    ])

play(
    292, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('name', 1, None, 'x3'), ('commit',), ('delete', 2), ('flush',), ('expire_all',), ('merge', None, 'C', {'id': 3, 'name': 'm8'}),
        ('append', 0, 'b1', 0), ('merge', None, 'B', {'id': 4, 'name': 'm10'}), ('merge', None, 'A', {'id': 4, 'name': 'm11'}),
    ])

play(
    293, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'C'), ('F', None)],
    [
        ('many_to_many', 'B', 'r0', 'D', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r4', 'A', 'b4', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('remove', 2, 'b0', 1),
        ('name', 1, None, 'x4'), ('delete', 0), ('append', 1, 'r0', 2), ('flush',), ('pending', 3, 'E', {'name': 'n3'}), ('delete', 2),
        ('append', 1, 'b5', 3), ('expire_all',), ('merge', None, 'A', {'id': 3, 'name': 'm12'}), ('set', 3, 'r5', 1),
        ('merge', None, 'F', {'id': 1, 'name': 'm14'}), ('name', 1, None, 'x15'), ('refresh', 1), ('new', 4, 'A', {'name': 'n4'}),
        ('new', 5, 'A', {'name': 'n5'}), ('flush',), ('new', 6, 'D', {'name': 'n6'}), ('new', 7, 'C', {'name': 'n7'}),
        ('assign', 4, 'b3', [3]),
    ])

play(
    295, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'D', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}), ('set', 2, 'r3', None),
        ('set', 2, 'r3', None), ('new', 3, 'D', {'name': 'n3'}), ('pending', 4, 'D', {'name': 'n4'}), ('refresh', 3),
        ('append', 4, 'r2', 0), ('set', 4, 'r4', 0), ('set', 3, 'r4', 0), ('append', 4, 'r2', 0), ('append', 0, 'b2', 4), ('delete', 1),
        ('set', 4, 'r4', None), ('append', 0, 'b2', 4), ('remove', 4, 'r2', 0), ('expire_all',), ('delete', 0), ('name', 3, None, 'x19'),
        ('new', 5, 'A', {'name': 'n5'}), ('delete', 4), ('name', 3, None, 'x22'), ('append', 5, 'b4', 3),
        ('pending', 6, 'A', {'name': 'n6'}), ('remove', 6, 'b2', 3), ('new', 7, 'C', {'name': 'n7'}), ('remove', 6, 'b2', 3),
        ('expire_all',), ('pending', 8, 'B', {'name': 'n8'}), ('append', 5, 'b2', 3), ('delete', 8),
    ])

play(
    300, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'A')],
    [
        ('many_to_one', 'C', 'r0', 'D', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'G', 'r3', 'E', None, {}, {}),
        ('many_to_many', 'C', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'D', None, {}, {}),
        ('many_to_one', 'G', 'r6', 'D', 'b6', {}, {}),
        ('many_to_one', 'G', 'r7', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r8', 'E', 'b8', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r9', 'C', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 2}), ('new', 1, 'H', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 2}),
        ('new', 3, 'H', {'name': 'n3', 'id': 3, 'extra_h': 3}), ('new', 4, 'A', {'name': 'n4', 'id': 4}),
        ('pending', 5, 'H', {'name': 'n5', 'id': 5, 'extra_h': 5}), ('new', 6, 'G', {'name': 'n6', 'id': 3}), ('set', 4, 'r9', None),
        ('flush',), ('append', 2, 'b8', 0), ('delete', 4), ('name', 1, None, 'x11'), ('flush',),
        ('merge', None, 'F', {'id': 2, 'name': 'm13'}), ('delete', 6), ('name', 2, None, 'x15'), ('delete', 2), ('flush',),
        ('name', 3, None, 'x18'), ('set', 3, 'r9', None), ('flush',), ('name', 0, None, 'x21'), ('set', 0, 'r8', None),
        ('new', 7, 'D', {'name': 'n7', 'id': 1}), ('flush',), ('set', 0, 'r7', None),
    ])

play(
    301, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'B', 'r0', 'E', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'E', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'B', 'b4', {'cascade': 'merge'}, {}),
        ('many_to_one', 'A', 'r5', 'D', None, {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('new', 6, 'B', {'name': 'n6', 'id': 106}), ('new', 7, 'E', {'name': 'n7'}), ('flush',), ('name', 5, None, 'x9'),
        ('set', 2, 'r4', 5), ('append', 5, 'b4', 2), ('assign', 3, 'b4', []), ('name', 0, None, 'x13'), ('assign', 0, 'b1', [7]),
        ('remove', 6, 'b4', 1), ('set', 2, 'r4', None), ('assign', 6, 'r0', [2, 1, 7]),
    ])

play(
    302, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', 'D')],
    [
        ('many_to_one', 'F', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'E', 'r3', 'F', 'b3', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r4', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'A', 'b5', {}, {}),
        ('many_to_one', 'C', 'r6', 'B', 'b6', {}, {}),
        ('many_to_one', 'C', 'r7', 'A', 'b7', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 2, 'extra_g': 1}),
        ('new', 2, 'F', {'name': 'n2', 'id': 2}), ('set', 1, 'r4', None), ('name', 1, None, 'x4'), ('set', 1, 'r4', None), ('flush',),
        ('flush',), ('set', 2, 'r0', None), ('name', 2, None, 'x9'), ('flush',), ('flush',), ('set', 1, 'r4', None), ('delete', 2),
        ('new', 3, 'G', {'name': 'n3', 'id': 4}),
    ])

play(
    303, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('set', 1, 'r1', None), ('new', 4, 'B', {'name': 'n4'}), ('delete', 1), ('delete', 0), ('flush',), ('set', 3, 'r1', 2), ('flush',),
        ('expire_all',), ('flush',), ('refresh', 3), ('pending', 5, 'B', {'name': 'n5', 'id': 105}), ('name', 3, None, 'x15'), ('flush',),
        ('commit',), ('name', 5, None, 'x18'), ('new', 6, 'A', {'name': 'n6'}), ('name', 2, None, 'x20'), ('name', 6, None, 'x21'),
        ('name', 4, None, 'x22'), ('new', 7, 'A', {'name': 'n7'}), ('pending', 8, 'A', {'name': 'n8'}), ('name', 2, None, 'x25'),
        ('new', 9, 'A', {'name': 'n9'}), ('name', 8, None, 'x27'), ('flush',), ('pending', 10, 'B', {'name': 'n10'}), ('flush',),
        ('assign', 5, 'b0', [5]),
    ])

play(
    307, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'D'), ('G', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'G', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r3', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'A', 'r5', 'A', 'b5', {}, {}),
        ('many_to_many', 'B', 'r6', 'B', 'b6', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('set', 0, 'r2', None),
        ('delete', 1), ('flush',), ('flush',), ('set', 0, 'r2', None), ('new', 3, 'F', {'name': 'n3'}), ('name', 2, None, 'x9'),
        ('set', 2, 'r4', None), ('name', 3, None, 'x11'), ('delete', 3), ('set', 0, 'r2', None), ('name', 2, None, 'x14'),
        ('set', 2, 'r4', None), ('name', 2, None, 'x16'), ('commit',), ('name', 0, None, 'x18'), ('set', 2, 'r4', None),
        ('merge', None, 'E', {'id': 3, 'name': 'm20'}), ('flush',), ('name', 0, None, 'x22'), ('name', 2, None, 'x23'),
        ('set', 0, 'r2', None), ('set', 0, 'r2', None), ('set', 2, 'r4', None), ('name', 2, None, 'x27'), ('set', 0, 'r2', None),
        ('merge', None, 'B', {'id': 1, 'name': 'm29'}), ('refresh', 2), ('new', 4, 'F', {'name': 'n4'}), ('refresh', 4),
        ('set', 4, 'r4', None), ('set', 2, 'r4', None), ('set', 2, 'r4', None), ('merge', None, 'E', {'id': 1, 'name': 'm36'}), ('flush',),
        ('flush',), ('flush',), ('set', 4, 'r4', None), ('delete', 2), ('name', 0, None, 'x42'),
    ])

play(
    309, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('pending', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 4}), ('new', 5, 'B', {'name': 'n5', 'id': 6}),
        ('new', 6, 'B', {'name': 'n6', 'id': 7}), ('assign', 2, 'r0', [2]), ('flush',), ('new', 7, 'A', {'name': 'n7', 'id': 5}),
        ('pending', 8, 'B', {'name': 'n8', 'id': 8}), ('flush',), ('name', 5, None, 'x12'), ('name', 0, None, 'x13'),
        ('append', 2, 'b1', 7), ('name', 2, None, 'x15'), ('flush',), ('commit',), ('append', 1, 'b1', 7), ('name', 2, None, 'x19'),
    ])

play(
    310, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'G', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'D', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'G', None, {'post_update': True}, {}),
        ('many_to_one', 'G', 'r4', 'B', 'b4', {'cascade': 'merge'}, {'passive_deletes': True}),
        ('many_to_one', 'E', 'r5', 'D', None, {}, {}),
        ('many_to_many', 'F', 'r6', 'B', 'b6', {}, {}),
    ],
    [
        ('pending', 0, 'G', {'name': 'n0', 'id': 2}), ('new', 1, 'G', {'name': 'n1', 'id': 4}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('set', 0, 'r0', None), ('set', 2, 'r3', 1), ('flush',), ('set', 2, 'r3', 0), ('delete', 1), ('name', 0, None, 'x8'),
        ('set', 2, 'r3', 0), ('set', 2, 'r3', 0), ('set', 2, 'r3', 0), ('set', 2, 'r3', 0), ('pending', 3, 'B', {'name': 'n3', 'id': 1}),
        ('name', 2, None, 'x14'), ('set', 2, 'r3', 0), ('name', 2, None, 'x16'), ('append', 3, 'b0', 0), ('set', 2, 'r3', 0),
        ('set', 0, 'r4', 3), ('commit',), ('set', 0, 'r0', 3),
    ])

play(
    311, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r2', 'C', None, {'post_update': True}, {}),
        ('many_to_many', 'A', 'r3', 'D', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3, 'extra_c': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 3}),
        ('new', 5, 'C', {'name': 'n5', 'id': 4}), ('delete', 1), ('new', 6, 'B', {'name': 'n6', 'id': 6}),
        ('pending', 7, 'C', {'name': 'n7', 'id': 8, 'extra_c': 7}), ('append', 2, 'b3', 0), ('remove', 2, 'b3', 4),
        ('new', 8, 'B', {'name': 'n8', 'id': 10}), ('name', 4, None, 'x12'), ('name', 0, None, 'x13'), ('delete', 7),
        ('pending', 9, 'D', {'name': 'n9', 'id': 3}), ('pending', 10, 'A', {'name': 'n10', 'id': 4}), ('refresh', 5), ('set', 5, 'r1', 4),
        ('delete', 10), ('name', 6, None, 'x20'), ('merge', None, 'C', {'id': 3, 'name': 'm21'}),
        ('pending', 11, 'B', {'name': 'n11', 'id': 11}), ('set', 5, 'r1', 4), ('name', 5, None, 'x24'),
        ('pending', 12, 'A', {'name': 'n12', 'id': 6}), ('remove', 0, 'b1', 5), ('set', 12, 'r2', 5),
        ('pending', 13, 'A', {'name': 'n13', 'id': 7}), ('merge', None, 'C', {'id': 3, 'name': 'm29'}),
        ('new', 14, 'A', {'name': 'n14', 'id': 8}), ('pending', 15, 'A', {'name': 'n15', 'id': 9}), ('set', 2, 'r0', 15), ('flush',),
        ('new', 16, 'A', {'name': 'n16', 'id': 10}), ('delete', 2), ('append', 9, 'b3', 12), ('set', 5, 'r1', 14),
    ])

play(
    312, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'B', None, {}, {}),
        ('many_to_many', 'B', 'r3', 'B', 'b3', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 5}), ('new', 4, 'C', {'name': 'n4', 'id': 7, 'extra_c': 4}), ('append', 1, 'r1', 1),
        ('delete', 0), ('assign', 2, 'b0', [1]), ('flush',), ('merge', None, 'A', {'id': 3, 'name': 'm9'}), ('flush',), ('flush',),
        ('pending', 5, 'A', {'name': 'n5', 'id': 8}), ('pending', 6, 'C', {'name': 'n6', 'id': 9}), ('delete', 2), ('append', 0, 'b0', 1),
        ('flush',), ('append', 5, 'b0', 1), ('flush',), ('assign', 4, 'b0', []), ('assign', 5, 'b0', [1]), ('assign', 6, 'b0', [1]),
        ('name', 0, None, 'x22'), ('assign', 1, 'r3', [1]), ('expire_all',), ('append', 5, 'b0', 1), ('append', 6, 'b0', 1),
        ('append', 3, 'b0', 1), ('new', 7, 'C', {'name': 'n7', 'id': 10, 'extra_c': 7}),
        ('new', 8, 'C', {'name': 'n8', 'id': 12, 'extra_c': 8}), ('append', 5, 'b0', 1), ('name', 6, None, 'x31'), ('name', 1, None, 'x32'),
        ('append', 5, 'b0', 1), ('new', 9, 'C', {'name': 'n9', 'id': 13, 'extra_c': 9}), ('append', 8, 'b0', 1),
    ])

play(
    313, [('A', None), ('B', 'A'), ('C', None), ('D', 'A'), ('E', 'C'), ('F', 'C'), ('G', None), ('H', None)],
    [
        ('many_to_one', 'G', 'r1', 'D', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'H', 'b3', {}, {'passive_deletes': True}),
        ('many_to_many', 'C', 'r4', 'H', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'C', 'b5', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'D', 'b7', {'post_update': True}, {}),
        ('many_to_one', 'G', 'r8', 'F', 'b8', {}, {}),
        ('many_to_one', 'G', 'r9', 'E', 'b9', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'E', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4', 'extra_b': 4}), ('assign', 0, 'b6', [1]), ('expire_all',),
        ('refresh', 0), ('delete', 2), ('name', 1, None, 'x9'), ('name', 3, None, 'x10'), ('append', 4, 'b6', 1), ('flush',), ('flush',),
        ('delete', 3), ('refresh', 0), ('set', 1, 'r5', 1), ('pending', 5, 'C', {'name': 'n5', 'id': 105}), ('expire_all',), ('commit',),
    ])

play(
    314, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_many', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1, 'extra_c': 0}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'C', {'name': 'n2', 'id': 3}), ('new', 3, 'A', {'name': 'n3', 'id': 1}), ('delete', 0), ('assign', 3, 'b2', []),
        ('name', 1, None, 'x6'), ('remove', 3, 'b2', 2), ('flush',), ('refresh', 1), ('delete', 3), ('set', 2, 'r2', None),
        ('set', 2, 'r2', None), ('name', 2, None, 'x13'), ('set', 2, 'r2', None), ('new', 4, 'C', {'name': 'n4', 'id': 4, 'extra_c': 4}),
        ('name', 2, None, 'x16'), ('set', 2, 'r2', None), ('flush',), ('delete', 4),
        ('pending', 5, 'C', {'name': 'n5', 'id': 5, 'extra_c': 5}),
    ])

play(
    315, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_many', 'C', 'r0', 'B', 'b0', {'cascade': 'all'}, {}),
        ('many_to_many', 'A', 'r1', 'E', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'B', 'r3', 'E', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 100}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('name', 0, None, 'x5'), ('new', 5, 'B', {'name': 'n5'}),
        ('flush',), ('new', 6, 'B', {'name': 'n6'}), ('refresh', 0), ('delete', 2), ('name', 0, None, 'x11'), ('append', 0, 'b3', 5),
        ('append', 6, 'r3', 0), ('delete', 0), ('name', 3, None, 'x15'), ('name', 4, None, 'x16'), ('flush',), ('refresh', 4),
        ('append', 5, 'b0', 1), ('remove', 5, 'b0', 1), ('remove', 6, 'b0', 1), ('name', 5, None, 'x22'), ('new', 7, 'B', {'name': 'n7'}),
        ('flush',), ('flush',), ('name', 4, None, 'x26'), ('expire_all',), ('pending', 8, 'C', {'name': 'n8'}),
        ('new', 9, 'D', {'name': 'n9'}), ('append', 6, 'b0', 8),
    ])

play(
    316, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', None, {'cascade': 'merge'}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('set', 2, 'r0', 0), ('flush',), ('merge', None, 'B', {'id': 3, 'name': 'm6'}),
        ('name', 2, None, 'x7'), ('set', 0, 'r0', 0), ('refresh', 0), ('set', 0, 'r0', None), ('flush',),
        ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('set', 2, 'r0', 2), ('refresh', 3), ('merge', None, 'B', {'id': 1, 'name': 'm15'}),
        ('set', 4, 'r0', None), ('flush',), ('refresh', 3), ('flush',), ('set', 0, 'r0', 4), ('set', 4, 'r0', 2),
    ])

play(
    317, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', None, {}, {}),
        ('many_to_many', 'E', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'D', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r4', 'A', 'b4', {}, {'passive_deletes': True}),
        ('many_to_one', 'F', 'r6', 'D', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 1, 'extra_b': 1}),
        ('new', 2, 'F', {'name': 'n2', 'id': 1}), ('assign', 1, 'b3', []), ('set', 2, 'r6', 0), ('expire_all',), ('flush',),
        ('append', 1, 'b3', 0), ('name', 0, None, 'x8'), ('set', 0, 'r3', None), ('append', 1, 'b3', 0),
        ('merge', None, 'C', {'id': 1, 'name': 'm11'}), ('name', 1, None, 'x12'),
    ])

play(
    319, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2', 'id': 102}),
        ('name', 2, None, 'x3'), ('flush',), ('name', 1, None, 'x5'), ('refresh', 1), ('expire_all',), ('flush',), ('name', 2, None, 'x9'),
        ('flush',), ('delete', 0), ('commit',), ('name', 2, None, 'x13'),
    ])

play(
    322, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', 'A')],
    [
        ('many_to_one', 'D', 'r1', 'C', None, {}, {}),
        ('many_to_one', 'C', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('new', 1, 'C', {'name': 'n1', 'id': 2}),
        ('new', 2, 'C', {'name': 'n2', 'id': 3}), ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('new', 4, 'A', {'name': 'n4', 'id': 3}),
        ('set', 2, 'r2', None), ('flush',), ('flush',), ('commit',), ('set', 3, 'r1', 2), ('commit',), ('name', 2, None, 'x11'),
        ('name', 1, None, 'x12'), ('append', 0, 'b4', 2), ('merge', None, 'E', {'id': 4, 'name': 'm14'}), ('append', 4, 'b4', 1),
    ])

play(
    325, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'C'), ('G', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r2', 'D', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'G', 'r4', 'C', 'b4', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r5', 'A', 'b5', {'cascade': 'merge'}, {}),
        ('many_to_one', 'A', 'r6', 'A', 'b6', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 2}), ('new', 1, 'E', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('append', 2, 'b2', 1), ('set', 0, 'r4', None), ('flush',), ('pending', 3, 'E', {'name': 'n3', 'id': 3}), ('name', 0, None, 'x7'),
        ('set', 1, 'r2', 2), ('pending', 4, 'D', {'name': 'n4', 'id': 3}), ('pending', 5, 'G', {'name': 'n5', 'id': 3}),
        ('set', 0, 'r4', None), ('set', 1, 'r0', None), ('refresh', 1), ('name', 0, None, 'x14'), ('set', 5, 'r4', None),
        ('set', 3, 'r2', 4), ('delete', 2),
    ])

play(
    326, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2'}), ('set', 2, 'r0', None),
        ('set', 0, 'r0', 1), ('delete', 1), ('flush',), ('set', 2, 'r0', None), ('set', 0, 'r0', None), ('set', 0, 'r0', None),
        ('merge', None, 'A', {'id': 1, 'name': 'm10'}), ('merge', None, 'A', {'id': 2, 'name': 'm11'}), ('name', 2, None, 'x12'),
        ('set', 2, 'r0', None), ('set', 0, 'r0', None), ('flush',), ('set', 0, 'r0', None), ('name', 0, None, 'x17'),
        ('name', 0, None, 'x18'), ('set', 0, 'r0', None), ('name', 2, None, 'x20'), ('set', 0, 'r0', None), ('refresh', 2),
        ('pending', 3, 'B', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('refresh', 2), ('set', 3, 'r0', 4), ('set', 2, 'r0', 4),
        ('name', 0, None, 'x28'), ('flush',), ('remove', 4, 'b0', 2), ('flush',), ('assign', 4, 'b0', [2]), ('delete', 2),
        ('name', 4, None, 'x34'), ('expire_all',),
    ])

play(
    328, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'C', 'r0', 'G', None, {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'B', None, {}, {}),
        ('many_to_many', 'F', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'G', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'C', 'b5', {'cascade': 'save-update'}, {}),
        ('many_to_one', 'A', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'F', 'r7', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r8', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('set', 0, 'r4', None), ('new', 4, 'D', {'name': 'n4', 'id': 1}), ('set', 4, 'r5', None),
        ('delete', 3), ('set', 0, 'r4', None), ('set', 4, 'r5', None), ('refresh', 4), ('expire_all',),
        ('new', 5, 'G', {'name': 'n5', 'id': 3}), ('name', 2, None, 'x13'), ('set', 1, 'r4', None), ('delete', 1), ('delete', 0),
        ('flush',), ('set', 5, 'r4', None), ('flush',), ('set', 5, 'r4', None), ('set', 4, 'r5', None), ('delete', 5),
        ('set', 4, 'r5', None), ('set', 4, 'r5', None), ('merge', None, 'C', {'id': 4, 'name': 'm25'}), ('set', 4, 'r5', None),
        ('merge', None, 'F', {'id': 4, 'name': 'm27'}), ('pending', 6, 'E', {'name': 'n6', 'id': 1}), ('set', 4, 'r5', None),
        ('name', 6, None, 'x30'), ('delete', 4), ('pending', 7, 'G', {'name': 'n7', 'id': 4}),
    ])

play(
    329, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None)],
    [
        ('many_to_many', 'A', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'C', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'A', 'r6', 'A', 'b6', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r7', 'D', None, {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('pending', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'F', {'name': 'n2', 'id': 2}),
        ('new', 3, 'E', {'name': 'n3', 'id': 1}), ('set', 3, 'r3', None), ('pending', 4, 'B', {'name': 'n4', 'id': 4}),
        ('remove', 3, 'b6', 3), ('name', 0, None, 'x7'), ('delete', 3), ('flush',), ('name', 2, None, 'x10'), ('flush',),
        ('name', 2, None, 'x12'), ('new', 5, 'F', {'name': 'n5', 'id': 3}), ('flush',), ('new', 6, 'A', {'name': 'n6', 'id': 2}),
        ('set', 1, 'r1', None), ('name', 4, None, 'x17'), ('flush',), ('pending', 7, 'F', {'name': 'n7', 'id': 5}), ('set', 0, 'r1', None),
        ('delete', 1), ('delete', 5),
    ])

play(
    330, [('A', None), ('B', 'A'), ('C', None), ('D', 'C'), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_many', 'G', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'G', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'H', 'r3', 'C', None, {}, {}),
        ('many_to_one', 'E', 'r4', 'A', 'b4', {}, {}),
        ('many_to_one', 'G', 'r6', 'C', 'b6', {}, {}),
        ('many_to_one', 'H', 'r7', 'B', 'b7', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2, 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 4}),
        ('new', 2, 'C', {'name': 'n2', 'id': 1}), ('new', 3, 'B', {'name': 'n3', 'id': 5, 'extra_b': 3}), ('name', 1, None, 'x4'),
        ('delete', 3), ('name', 2, None, 'x6'), ('name', 0, None, 'x7'), ('name', 2, None, 'x8'), ('commit',), ('name', 2, None, 'x10'),
        ('flush',), ('flush',), ('name', 2, None, 'x13'),
    ])

play(
    332, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 4}), ('pending', 4, 'B', {'name': 'n4', 'id': 6}), ('new', 5, 'A', {'name': 'n5', 'id': 1}),
        ('new', 6, 'B', {'name': 'n6', 'id': 7}), ('new', 7, 'A', {'name': 'n7', 'id': 2}), ('flush',), ('set', 1, 'r1', None), ('flush',),
        ('append', 7, 'b3', 3), ('set', 0, 'r0', 7), ('append', 7, 'b1', 1), ('assign', 7, 'b1', []), ('append', 1, 'r4', 1),
        ('set', 2, 'r3', 5), ('flush',), ('merge', None, 'B', {'id': 2, 'name': 'm18'}), ('name', 1, None, 'x19'), ('set', 2, 'r3', 7),
        ('expire_all',), ('set', 0, 'r0', 7), ('delete', 4), ('set', 3, 'r3', 7), ('name', 2, None, 'x25'), ('set', 6, 'r3', 7),
        ('pending', 8, 'A', {'name': 'n8', 'id': 3}), ('delete', 3), ('flush',), ('delete', 7), ('remove', 8, 'b0', 6), ('delete', 0),
        ('set', 1, 'r2', 1), ('flush',), ('name', 6, None, 'x35'), ('assign', 8, 'b1', []), ('set', 6, 'r3', 8), ('set', 6, 'r3', 5),
        ('set', 1, 'r2', 1),
    ])

play(
    333, [('A', None), ('B', None), ('C', 'B'), ('D', 'B'), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'F', 'r1', 'C', 'b1', {}, {'passive_deletes': True}),
        ('many_to_many', 'F', 'r2', 'A', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r6', 'A', None, {'cascade': 'merge'}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0'}), ('new', 1, 'G', {'name': 'n1', 'id': 101}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('expire_all',), ('name', 1, None, 'x6'), ('flush',),
        ('expire_all',), ('name', 4, None, 'x9'), ('name', 2, None, 'x10'), ('delete', 3), ('commit',),
        ('merge', None, 'F', {'id': 2, 'name': 'm13'}), ('name', 0, None, 'x14'), ('refresh', 4),
        ('merge', None, 'C', {'id': 4, 'name': 'm16'}), ('flush',), ('flush',), ('refresh', 1), ('flush',), ('flush',),
        ('new', 5, 'B', {'name': 'n5'}), ('delete', 5), ('name', 1, None, 'x24'),
    ])

play(
    334, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', None, {'cascade': 'merge'}, {}),
        ('many_to_many', 'A', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 103}), ('expire_all',), ('expire_all',), ('delete', 1), ('append', 3, 'b4', 2),
        ('remove', 2, 'r0', 2), ('set', 0, 'r3', 3), ('flush',), ('assign', 0, 'b2', []), ('name', 3, None, 'x12'), ('assign', 3, 'r2', []),
        ('flush',), ('refresh', 0), ('set', 2, 'r4', 3), ('assign', 2, 'r0', []), ('refresh', 2), ('append', 0, 'b2', 3),
        ('append', 3, 'b4', 2), ('name', 2, None, 'x21'), ('refresh', 0), ('new', 4, 'C', {'name': 'n4'}), ('name', 0, None, 'x24'),
        ('assign', 2, 'r0', [2]), ('append', 3, 'b4', 2), ('set', 0, 'r1', None), ('delete', 0), ('assign', 3, 'b3', [4]),
        ('set', 2, 'r4', None), ('merge', None, 'B', {'id': 2, 'name': 'm31'}), ('refresh', 4), ('new', 5, 'C', {'name': 'n5'}),
        ('set', 2, 'r4', 3), ('flush',), ('flush',), ('set', 2, 'r4', 3),
    ])

play(
    336, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'A', {'name': 'n4'}), ('set', 3, 'r1', 4), ('set', 3, 'r1', 0),
        ('delete', 2), ('name', 4, None, 'x8'), ('flush',), ('new', 5, 'B', {'name': 'n5'}), ('append', 4, 'b1', 3), ('append', 1, 'b1', 3),
        ('refresh', 1), ('name', 4, None, 'x14'), ('append', 1, 'b1', 5), ('merge', None, 'B', {'id': 4, 'name': 'm16'}),
        ('pending', 6, 'A', {'name': 'n6'}), ('remove', 0, 'b1', 5), ('append', 3, 'r0', 1), ('set', 5, 'r1', 1),
    ])

play(
    338, [('A', None), ('B', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('name', 1, None, 'x5'), ('delete', 2),
        ('append', 4, 'b1', 4), ('delete', 4), ('new', 5, 'B', {'name': 'n5', 'id': 5}), ('flush',), ('flush',), ('delete', 3),
        ('delete', 1),
    ])
