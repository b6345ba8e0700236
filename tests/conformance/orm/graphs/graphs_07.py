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
    497, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_many', 'A', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r4', 'A', 'b4', {'post_update': True, 'cascade': 'save-update'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('name', 0, None, 'x3'), ('delete', 0), ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('name', 2, None, 'x6'), ('name', 2, None, 'x7'),
        ('refresh', 3), ('set', 1, 'r1', 1), ('flush',),
    ])

play(
    499, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r1', 'B', None, {}, {}),
        ('many_to_many', 'B', 'r2', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('new', 1, 'B', {'name': 'n1', 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}), ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}),
        ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('new', 6, 'A', {'name': 'n6'}), ('new', 7, 'B', {'name': 'n7'}),
        ('remove', 2, 'r2', 1), ('append', 1, 'r2', 2), ('set', 3, 'r1', 7), ('flush',), ('merge', None, 'A', {'id': 1, 'name': 'm12'}),
        ('set', 2, 'r1', 3), ('new', 8, 'A', {'name': 'n8', 'id': 108}), ('name', 4, None, 'x15'),
        ('merge', None, 'A', {'id': 1, 'name': 'm16'}), ('set', 1, 'r1', 2), ('delete', 3), ('append', 7, 'r2', 7),
        ('name', 0, None, 'x20'), ('expire_all',), ('set', 1, 'r1', 7), ('refresh', 4), ('set', 1, 'r1', 2), ('set', 1, 'r1', 1),
        ('flush',), ('merge', None, 'A', {'id': 2, 'name': 'm27'}), ('pending', 9, 'B', {'name': 'n9', 'extra_b': 9}), ('flush',),
        ('append', 9, 'r2', 7), ('flush',),
    ])

play(
    500, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'F', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {}),
        ('many_to_many', 'E', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'E', 'b4', {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}),
        ('delete', 1), ('flush',), ('name', 5, None, 'x9'), ('pending', 7, 'F', {'name': 'n7', 'id': 107}), ('delete', 0),
        ('name', 2, None, 'x12'), ('append', 6, 'b1', 3), ('append', 5, 'b1', 3), ('name', 6, None, 'x15'),
    ])

play(
    501, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'B', 'r4', 'D', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('pending', 4, 'C', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'A', {'name': 'n6'}), ('flush',),
        ('set', 5, 'r3', 1), ('set', 4, 'r2', 0), ('expire_all',), ('expire_all',), ('name', 5, None, 'x12'), ('set', 3, 'r3', 1),
        ('set', 4, 'r2', 0), ('name', 3, None, 'x15'), ('new', 7, 'B', {'name': 'n7', 'id': 107}), ('flush',), ('set', 1, 'r4', 2),
        ('delete', 6), ('merge', None, 'D', {'id': 1, 'name': 'm20'}), ('append', 0, 'b2', 4), ('set', 3, 'r3', 1), ('set', 4, 'r0', 7),
        ('set', 1, 'r4', 2), ('name', 2, None, 'x25'), ('append', 3, 'b1', 4), ('name', 5, None, 'x27'), ('name', 0, None, 'x28'),
        ('set', 3, 'r3', 1), ('name', 0, None, 'x30'), ('delete', 5), ('flush',), ('name', 5, None, 'x33'),
        ('pending', 8, 'A', {'name': 'n8', 'id': 108}), ('set', 7, 'r4', 2), ('merge', None, 'D', {'id': 4, 'name': 'm36'}),
        ('name', 7, None, 'x37'), ('new', 9, 'D', {'name': 'n9'}), ('remove', 0, 'b2', 4),
    ])

play(
    502, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'G', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r1', 'F', 'b1', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'F', 'r2', 'B', 'b2', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r3', 'D', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'G', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'D', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'B', 'r6', 'F', 'b6', {}, {}),
        ('many_to_many', 'B', 'r7', 'A', 'b7', {}, {}),
        ('many_to_many', 'E', 'r8', 'A', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 2}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'F', {'name': 'n2', 'id': 3}),
        ('new', 3, 'D', {'name': 'n3', 'id': 1}), ('name', 0, None, 'x4'), ('pending', 4, 'C', {'name': 'n4', 'id': 2}),
        ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('name', 5, None, 'x7'), ('new', 6, 'F', {'name': 'n6', 'id': 4}),
        ('merge', None, 'D', {'id': 3, 'name': 'm9'}), ('new', 7, 'F', {'name': 'n7', 'id': 5}), ('flush',),
        ('new', 8, 'B', {'name': 'n8', 'id': 3}), ('flush',), ('append', 2, 'b6', 5), ('merge', None, 'B', {'id': 1, 'name': 'm15'}),
        ('commit',), ('append', 2, 'r2', 8), ('refresh', 7), ('name', 1, None, 'x19'), ('flush',), ('new', 9, 'B', {'name': 'n9', 'id': 4}),
        ('flush',), ('remove', 7, 'b6', 8), ('refresh', 2), ('expire_all',), ('expire_all',), ('new', 10, 'D', {'name': 'n10', 'id': 2}),
        ('new', 11, 'F', {'name': 'n11', 'id': 7}), ('expire_all',),
    ])

play(
    504, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', 'A'), ('F', None)],
    [
        ('many_to_many', 'F', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r3', 'D', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'F', 'b4', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r5', 'B', 'b5', {}, {}),
        ('many_to_one', 'F', 'r6', 'C', 'b6', {}, {}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'extra_e': 0}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'F', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4', 'extra_d': 4}), ('new', 5, 'F', {'name': 'n5'}),
        ('merge', None, 'F', {'id': 1, 'name': 'm6'}), ('name', 1, None, 'x7'), ('expire_all',), ('new', 6, 'C', {'name': 'n6'}),
        ('append', 5, 'b4', 6), ('flush',), ('refresh', 5), ('merge', None, 'C', {'id': 2, 'name': 'm13'}), ('name', 6, None, 'x14'),
        ('new', 7, 'F', {'name': 'n7'}), ('assign', 3, 'r0', [4, 0]), ('pending', 8, 'E', {'name': 'n8'}), ('name', 7, None, 'x18'),
        ('refresh', 8), ('remove', 6, 'r4', 7), ('delete', 0), ('set', 5, 'r6', 2), ('merge', None, 'D', {'id': 1, 'name': 'm23'}),
        ('remove', 7, 'b4', 2), ('flush',), ('delete', 4), ('name', 5, None, 'x27'), ('delete', 3),
        ('merge', None, 'A', {'id': 2, 'name': 'm29'}), ('new', 9, 'D', {'name': 'n9'}), ('name', 1, None, 'x31'), ('append', 9, 'b3', 9),
        ('name', 5, None, 'x33'), ('remove', 2, 'b6', 5), ('pending', 10, 'C', {'name': 'n10'}),
    ])

play(
    507, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None), ('F', None)],
    [
        ('many_to_one', 'F', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'F', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_many', 'E', 'r4', 'E', 'b4', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('pending', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'F', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('pending', 4, 'D', {'name': 'n4', 'id': 1, 'extra_d': 4}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 4}), ('delete', 1), ('remove', 3, 'b3', 5), ('set', 0, 'r3', 3), ('append', 3, 'b3', 0),
        ('remove', 3, 'b3', 5), ('name', 5, None, 'x11'), ('delete', 3), ('set', 2, 'r2', 4), ('set', 2, 'r2', 4),
        ('pending', 6, 'C', {'name': 'n6', 'id': 2}), ('remove', 0, 'b0', 2),
    ])

play(
    509, [('A', None), ('B', 'A'), ('C', None), ('D', 'C'), ('E', None)],
    [
        ('many_to_one', 'E', 'r0', 'A', 'b0', {'cascade': 'merge'}, {'cascade': 'all'}),
        ('many_to_many', 'D', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_many', 'B', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r5', 'B', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1, 'extra_d': 0}), ('new', 1, 'E', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'D', {'name': 'n2', 'id': 3}), ('new', 3, 'D', {'name': 'n3', 'id': 5}),
        ('new', 4, 'D', {'name': 'n4', 'id': 6, 'extra_d': 4}), ('new', 5, 'E', {'name': 'n5', 'id': 2}),
        ('new', 6, 'B', {'name': 'n6', 'id': 1, 'extra_b': 6}), ('new', 7, 'B', {'name': 'n7', 'id': 2, 'extra_b': 7}), ('flush',),
        ('merge', None, 'A', {'id': 1, 'name': 'm9'}), ('name', 5, None, 'x10'), ('flush',), ('delete', 7), ('flush',), ('set', 1, 'r2', 1),
        ('flush',), ('set', 5, 'r2', 1), ('name', 4, None, 'x17'), ('flush',), ('flush',), ('flush',), ('append', 6, 'b3', 6),
        ('set', 2, 'r5', None), ('set', 2, 'r5', None),
    ])

play(
    511, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_many', 'B', 'r1', 'A', 'b1', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('name', 3, None, 'x4'), ('delete', 0), ('append', 1, 'r1', 2),
        ('pending', 4, 'B', {'name': 'n4', 'id': 3}), ('name', 2, None, 'x8'), ('delete', 1), ('delete', 4),
        ('new', 5, 'B', {'name': 'n5', 'id': 4}), ('set', 5, 'r0', 2), ('name', 2, None, 'x13'), ('new', 6, 'A', {'name': 'n6', 'id': 6}),
        ('merge', None, 'B', {'id': 4, 'name': 'm15'}), ('assign', 6, 'b0', [5, 3]), ('pending', 7, 'B', {'name': 'n7', 'id': 6}),
        ('pending', 8, 'B', {'name': 'n8', 'id': 7}), ('name', 3, None, 'x19'), ('set', 8, 'r0', None), ('delete', 6),
    ])

play(
    512, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'A', 'r1', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 4}), ('append', 1, 'b0', 1), ('name', 3, None, 'x5'), ('flush',), ('name', 1, None, 'x7'),
        ('append', 1, 'b0', 1), ('set', 1, 'r0', 1), ('commit',), ('merge', None, 'A', {'id': 3, 'name': 'm11'}), ('delete', 1),
        ('set', 3, 'r1', None), ('flush',), ('flush',), ('set', 3, 'r1', None), ('set', 3, 'r1', None),
        ('new', 4, 'A', {'name': 'n4', 'id': 5}), ('set', 4, 'r1', None), ('new', 5, 'B', {'name': 'n5', 'id': 3}),
        ('new', 6, 'B', {'name': 'n6', 'id': 4}), ('append', 5, 'b0', 5), ('new', 7, 'B', {'name': 'n7', 'id': 6}), ('flush',),
        ('set', 2, 'r1', 7), ('assign', 7, 'b0', [6]), ('flush',),
    ])

play(
    514, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('pending', 2, 'A', {'name': 'n2', 'id': 3}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'D', {'name': 'n4', 'id': 2}), ('flush',), ('name', 3, None, 'x6'),
        ('new', 5, 'D', {'name': 'n5', 'id': 3}), ('flush',), ('delete', 4), ('commit',), ('name', 0, None, 'x11'), ('delete', 5),
        ('new', 6, 'B', {'name': 'n6', 'id': 6, 'extra_b': 6}),
    ])

play(
    515, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'B', None, {}, {}),
        ('many_to_many', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 103}), ('flush',), ('flush',), ('refresh', 1),
        ('merge', None, 'C', {'id': 1, 'name': 'm7'}), ('delete', 1), ('set', 3, 'r2', 3), ('name', 3, None, 'x10'), ('set', 3, 'r2', 3),
        ('append', 2, 'r1', 2), ('assign', 3, 'b2', [3]), ('new', 4, 'C', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}),
        ('pending', 6, 'C', {'name': 'n6', 'id': 106}), ('append', 2, 'r1', 5), ('delete', 2), ('new', 7, 'C', {'name': 'n7'}),
        ('new', 8, 'C', {'name': 'n8'}), ('flush',), ('merge', None, 'C', {'id': 1, 'name': 'm22'}), ('set', 7, 'r2', None),
        ('set', 8, 'r2', None), ('name', 4, None, 'x25'),
    ])

play(
    516, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'B', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'C', 'r1', 'C', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 2}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 1}), ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('pending', 4, 'B', {'name': 'n4', 'id': 3}),
        ('new', 5, 'B', {'name': 'n5', 'id': 4}), ('new', 6, 'B', {'name': 'n6', 'id': 5}), ('append', 2, 'r0', 6), ('delete', 4),
        ('merge', None, 'A', {'id': 1, 'name': 'm9'}), ('pending', 7, 'C', {'name': 'n7', 'id': 4}), ('delete', 2), ('set', 1, 'r1', None),
        ('delete', 0), ('set', 1, 'r1', 7),
    ])

play(
    517, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D')],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'C', 'b3', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r4', 'B', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'E', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3'}), ('flush',), ('set', 2, 'r3', 1), ('new', 4, 'E', {'name': 'n4'}), ('flush',), ('set', 2, 'r0', 1),
        ('pending', 5, 'A', {'name': 'n5'}), ('refresh', 4), ('set', 2, 'r0', 1), ('new', 6, 'A', {'name': 'n6'}), ('name', 1, None, 'x13'),
        ('delete', 5), ('set', 4, 'r3', None), ('remove', 1, 'b3', 2), ('set', 4, 'r1', 1), ('set', 0, 'r0', None), ('set', 0, 'r1', 1),
        ('set', 0, 'r3', 1), ('set', 0, 'r0', 1), ('name', 4, None, 'x22'), ('pending', 7, 'B', {'name': 'n7', 'id': 107}),
        ('name', 5, None, 'x24'), ('name', 7, None, 'x25'), ('set', 4, 'r0', 1), ('set', 4, 'r0', 1),
        ('pending', 8, 'E', {'name': 'n8', 'extra_e': 8}), ('merge', None, 'B', {'id': 3, 'name': 'm29'}), ('flush',),
        ('new', 9, 'D', {'name': 'n9'}), ('name', 4, None, 'x32'),
    ])

play(
    518, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r5', 'C', 'b5', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0'}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('set', 1, 'r2', 3), ('set', 0, 'r0', 4), ('assign', 2, 'b1', []),
        ('name', 4, None, 'x8'), ('set', 3, 'r5', 1), ('delete', 4), ('assign', 2, 'b0', []), ('assign', 1, 'b5', [3]),
        ('append', 1, 'b5', 3), ('set', 0, 'r1', 2), ('flush',), ('name', 2, None, 'x16'), ('append', 2, 'b0', 0),
        ('new', 5, 'C', {'name': 'n5'}), ('flush',), ('append', 3, 'b3', 1), ('append', 2, 'b0', 0), ('append', 2, 'b1', 0), ('flush',),
        ('new', 6, 'D', {'name': 'n6', 'id': 106}), ('pending', 7, 'D', {'name': 'n7'}), ('new', 8, 'D', {'name': 'n8'}),
        ('new', 9, 'A', {'name': 'n9'}), ('flush',), ('remove', 9, 'b0', 7), ('set', 7, 'r1', 2), ('delete', 1), ('flush',),
        ('append', 3, 'b3', 5), ('set', 8, 'r0', None), ('delete', 0), ('delete', 8), ('set', 7, 'r1', 9),
    ])

play(
    519, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'D')],
    [
        ('many_to_many', 'G', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'F', 'b2', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'D', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'B', 'r5', 'D', 'b5', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r6', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r7', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'G', {'name': 'n4', 'id': 2}),
        ('pending', 5, 'H', {'name': 'n5', 'id': 1, 'extra_h': 5}), ('new', 6, 'F', {'name': 'n6', 'id': 1}),
        ('new', 7, 'F', {'name': 'n7', 'id': 2}), ('set', 5, 'r6', 2), ('name', 4, None, 'x9'), ('set', 5, 'r6', None), ('refresh', 2),
        ('flush',), ('commit',), ('new', 8, 'E', {'name': 'n8', 'id': 1}), ('new', 9, 'C', {'name': 'n9', 'id': 2}), ('refresh', 3),
        ('append', 4, 'r0', 8), ('merge', None, 'G', {'id': 4, 'name': 'm18'}), ('set', 5, 'r4', 9), ('name', 9, None, 'x20'),
        ('assign', 6, 'b2', [7, 6]), ('flush',), ('commit',), ('delete', 3), ('delete', 9), ('assign', 5, 'b5', [2]), ('delete', 5),
        ('flush',), ('set', 8, 'r7', None), ('append', 4, 'r0', 8), ('commit',), ('flush',), ('refresh', 2), ('set', 6, 'r2', None),
        ('assign', 0, 'r0', [8]), ('merge', None, 'D', {'id': 4, 'name': 'm36'}), ('refresh', 0), ('delete', 7), ('append', 8, 'b0', 0),
        ('new', 10, 'G', {'name': 'n10', 'id': 4}), ('merge', None, 'H', {'id': 1, 'name': 'm41'}), ('delete', 0),
        ('pending', 11, 'C', {'name': 'n11', 'id': 3}), ('pending', 12, 'F', {'name': 'n12', 'id': 3}),
    ])

play(
    521, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {'post_update': True}, {'post_update': True, 'passive_deletes': True}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}),
        ('new', 3, 'A', {'name': 'n3'}), ('pending', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5', 'id': 105}),
        ('append', 4, 'b2', 2), ('new', 6, 'A', {'name': 'n6'}), ('set', 2, 'r2', 4), ('remove', 2, 'b2', 4), ('flush',),
        ('name', 0, None, 'x11'), ('assign', 4, 'b1', [4, 2]), ('remove', 2, 'b1', 2), ('name', 2, None, 'x14'), ('flush',), ('delete', 2),
        ('name', 1, None, 'x17'), ('commit',), ('set', 4, 'r1', 4),
    ])

play(
    522, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('name', 2, None, 'x6'),
        ('flush',), ('delete', 4), ('append', 5, 'b0', 5), ('flush',), ('new', 6, 'A', {'name': 'n6', 'id': 106}), ('flush',),
        ('append', 6, 'r0', 6), ('refresh', 1), ('append', 5, 'b0', 5), ('append', 6, 'b0', 6), ('name', 2, None, 'x17'),
        ('name', 4, None, 'x18'),
    ])

play(
    523, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'A', 'r2', 'C', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 2}), ('append', 0, 'b2', 4), ('name', 3, None, 'x6'),
        ('name', 3, None, 'x7'), ('append', 2, 'b1', 0), ('expire_all',), ('delete', 1), ('flush',), ('set', 0, 'r1', None), ('delete', 2),
        ('set', 1, 'r2', 0), ('append', 3, 'b2', 4), ('merge', None, 'A', {'id': 1, 'name': 'm16'}), ('append', 3, 'b2', 4),
        ('name', 3, None, 'x18'), ('name', 1, None, 'x19'), ('set', 1, 'r2', 3), ('assign', 3, 'b2', [1, 4]), ('flush',), ('refresh', 3),
        ('set', 3, 'r1', None), ('merge', None, 'C', {'id': 1, 'name': 'm25'}),
    ])

play(
    525, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'C')],
    [
        ('many_to_one', 'F', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'G', 'r1', 'B', 'b1', {'cascade': 'merge'}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'G', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'E', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'E', 'r7', 'B', None, {}, {}),
        ('many_to_one', 'G', 'r8', 'E', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('pending', 1, 'A', {'name': 'n1', 'id': 2}),
        ('new', 2, 'G', {'name': 'n2', 'id': 2, 'extra_g': 2}), ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('append', 1, 'b2', 0),
        ('assign', 1, 'b2', [2]), ('set', 2, 'r1', None), ('set', 3, 'r0', 1), ('set', 2, 'r3', None), ('append', 0, 'r2', 1),
        ('set', 2, 'r5', None), ('name', 2, None, 'x11'), ('pending', 4, 'D', {'name': 'n4', 'id': 2}), ('refresh', 3),
        ('merge', None, 'A', {'id': 1, 'name': 'm14'}), ('set', 2, 'r5', None), ('set', 4, 'r4', 1), ('flush',), ('name', 2, None, 'x18'),
        ('new', 5, 'A', {'name': 'n5', 'id': 3}), ('new', 6, 'A', {'name': 'n6', 'id': 5}),
    ])

play(
    527, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'B')],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'D', 'r5', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}),
        ('new', 2, 'E', {'name': 'n2', 'id': 3, 'extra_e': 2}), ('flush',), ('pending', 3, 'C', {'name': 'n3', 'id': 1}),
        ('name', 1, None, 'x5'), ('flush',), ('delete', 1), ('flush',), ('name', 1, None, 'x9'), ('name', 1, None, 'x10'),
    ])

play(
    531, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_many', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'C', {'name': 'n0', 'id': 1}), ('pending', 1, 'B', {'name': 'n1', 'id': 1}),
        ('new', 2, 'C', {'name': 'n2', 'id': 2}), ('set', 2, 'r0', None), ('flush',), ('remove', 2, 'r1', 0), ('delete', 0), ('refresh', 1),
        ('name', 1, None, 'x8'), ('merge', None, 'C', {'id': 4, 'name': 'm9'}), ('refresh', 2), ('flush',), ('set', 2, 'r0', None),
        ('merge', None, 'A', {'id': 4, 'name': 'm13'}), ('flush',), ('flush',), ('set', 2, 'r2', 1), ('set', 2, 'r2', None),
        ('set', 2, 'r2', 1), ('name', 2, None, 'x19'), ('set', 2, 'r0', None), ('flush',), ('flush',),
    ])

play(
    532, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'A', None, {'cascade': 'all'}, {}),
        ('many_to_many', 'C', 'r3', 'C', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1, 'extra_c': 0}), ('pending', 1, 'B', {'name': 'n1', 'id': 2}),
        ('new', 2, 'C', {'name': 'n2', 'id': 3, 'extra_c': 2}), ('new', 3, 'B', {'name': 'n3', 'id': 5}),
        ('new', 4, 'B', {'name': 'n4', 'id': 7}), ('new', 5, 'B', {'name': 'n5', 'id': 9}),
        ('new', 6, 'C', {'name': 'n6', 'id': 10, 'extra_c': 6}), ('new', 7, 'B', {'name': 'n7', 'id': 12}), ('delete', 0),
        ('set', 4, 'r1', None), ('flush',), ('delete', 1), ('refresh', 6), ('flush',), ('flush',),
        ('new', 8, 'B', {'name': 'n8', 'id': 13}), ('flush',), ('set', 7, 'r1', None), ('delete', 6), ('flush',), ('set', 4, 'r1', None),
        ('set', 4, 'r1', None), ('new', 9, 'A', {'name': 'n9', 'id': 2}),
    ])

play(
    533, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', 'C')],
    [
        ('many_to_many', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'C', 'b1', {'cascade': 'all'}, {}),
        ('many_to_one', 'B', 'r2', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r4', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r5', 'A', 'b5', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1, 'extra_b': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 2}), ('new', 3, 'A', {'name': 'n3', 'id': 4}),
        ('new', 4, 'E', {'name': 'n4', 'id': 1, 'extra_e': 4}), ('new', 5, 'E', {'name': 'n5', 'id': 3, 'extra_e': 5}),
        ('pending', 6, 'C', {'name': 'n6', 'id': 5}), ('pending', 7, 'C', {'name': 'n7', 'id': 6}), ('append', 6, 'b1', 2),
        ('remove', 7, 'b1', 3), ('set', 5, 'r4', 3), ('set', 5, 'r4', 3), ('pending', 8, 'B', {'name': 'n8', 'id': 5, 'extra_b': 8}),
        ('commit',), ('new', 9, 'A', {'name': 'n9', 'id': 7}), ('new', 10, 'E', {'name': 'n10', 'id': 8, 'extra_e': 10}),
        ('append', 5, 'b1', 3), ('name', 5, None, 'x17'), ('new', 11, 'A', {'name': 'n11', 'id': 8}),
        ('new', 12, 'C', {'name': 'n12', 'id': 10}), ('pending', 13, 'D', {'name': 'n13', 'id': 2}), ('flush',), ('delete', 0),
        ('name', 10, None, 'x23'), ('name', 9, None, 'x24'), ('pending', 14, 'E', {'name': 'n14', 'id': 11, 'extra_e': 14}),
        ('append', 7, 'b1', 1), ('new', 15, 'E', {'name': 'n15', 'id': 13, 'extra_e': 15}), ('append', 9, 'r1', 4), ('set', 4, 'r4', 9),
        ('name', 5, None, 'x30'), ('assign', 12, 'b1', []), ('name', 14, None, 'x32'), ('merge', None, 'E', {'id': 3, 'name': 'm33'}),
        ('name', 4, None, 'x34'), ('new', 16, 'B', {'name': 'n16', 'id': 10}), ('name', 6, None, 'x36'),
        ('pending', 17, 'B', {'name': 'n17', 'id': 11, 'extra_b': 17}), ('merge', None, 'B', {'id': 1, 'name': 'm38'}), ('commit',),
        ('set', 15, 'r4', 11),
    ])

play(
    534, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None)],
    [
        ('many_to_many', 'B', 'r0', 'E', None, {}, {}),
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'A', 'b2', {}, {'passive_deletes': True}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 3}),
        ('new', 3, 'C', {'name': 'n3', 'id': 1, 'extra_c': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 3}),
        ('new', 5, 'E', {'name': 'n5', 'id': 1}), ('new', 6, 'A', {'name': 'n6', 'id': 4}), ('new', 7, 'A', {'name': 'n7', 'id': 6}),
        ('set', 5, 'r2', 4), ('assign', 7, 'b2', [5]), ('expire_all',), ('remove', 0, 'r0', 5), ('delete', 0), ('name', 6, None, 'x13'),
        ('name', 1, None, 'x14'), ('remove', 4, 'b2', 5), ('append', 6, 'b2', 5), ('remove', 4, 'b2', 5), ('name', 4, None, 'x18'),
        ('delete', 1), ('set', 5, 'r2', 7), ('delete', 7), ('flush',), ('append', 3, 'r1', 3), ('new', 8, 'B', {'name': 'n8', 'id': 3}),
        ('append', 6, 'b2', 5), ('name', 5, None, 'x26'), ('pending', 9, 'E', {'name': 'n9', 'id': 2}), ('append', 8, 'r0', 9),
        ('delete', 3), ('name', 4, None, 'x30'), ('flush',), ('commit',), ('new', 10, 'A', {'name': 'n10', 'id': 7}),
        ('append', 10, 'b2', 5), ('flush',), ('append', 6, 'b2', 5), ('remove', 6, 'b2', 9), ('name', 9, None, 'x38'),
        ('append', 4, 'b2', 9), ('append', 8, 'r0', 5), ('set', 5, 'r2', 10), ('append', 6, 'b2', 9), ('name', 4, None, 'x43'), ('flush',),
    ])

play(
    535, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'A', 'r4', 'A', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'id': 101}), ('pending', 2, 'B', {'name': 'n2'}),
        ('pending', 3, 'C', {'name': 'n3'}), ('new', 4, 'C', {'name': 'n4'}), ('pending', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'A', {'name': 'n6'}), ('flush',), ('name', 0, None, 'x8'), ('append', 0, 'r2', 6),
        ('merge', None, 'C', {'id': 3, 'name': 'm10'}), ('commit',), ('name', 3, None, 'x12'), ('refresh', 1),
        ('new', 7, 'C', {'name': 'n7'}), ('merge', None, 'B', {'id': 4, 'name': 'm15'}), ('delete', 1), ('remove', 6, 'b2', 5),
        ('set', 5, 'r1', None), ('name', 0, None, 'x19'),
    ])

play(
    536, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('name', 2, None, 'x3'), ('assign', 2, 'b0', [2]), ('set', 2, 'r0', 2), ('new', 3, 'C', {'name': 'n3', 'id': 2}),
        ('pending', 4, 'A', {'name': 'n4', 'id': 2}), ('name', 0, None, 'x8'), ('flush',), ('flush',), ('name', 0, None, 'x11'),
        ('append', 2, 'b0', 2), ('commit',), ('name', 0, None, 'x14'), ('merge', None, 'C', {'id': 3, 'name': 'm15'}), ('commit',),
        ('new', 5, 'A', {'name': 'n5', 'id': 3}), ('flush',), ('delete', 2),
    ])

play(
    537, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'E')],
    [
        ('many_to_one', 'F', 'r0', 'F', None, {'post_update': True}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'E', 'r6', 'B', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3}),
        ('pending', 2, 'F', {'name': 'n2', 'id': 2, 'extra_f': 2}), ('name', 1, None, 'x3'), ('append', 1, 'b6', 2), ('delete', 2),
        ('flush',), ('merge', None, 'F', {'id': 2, 'name': 'm7'}),
    ])

play(
    538, [('A', None), ('B', None), ('C', None), ('D', 'B')],
    [
        ('many_to_one', 'A', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_many', 'D', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_many', 'C', 'r4', 'D', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('delete', 2), ('merge', None, 'A', {'id': 2, 'name': 'm4'}), ('set', 1, 'r3', None), ('merge', None, 'D', {'id': 4, 'name': 'm6'}),
        ('name', 0, None, 'x7'), ('refresh', 1), ('flush',), ('merge', None, 'D', {'id': 1, 'name': 'm10'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('set', 3, 'r3', None), ('pending', 4, 'D', {'name': 'n4', 'id': 4, 'extra_d': 4}),
        ('append', 0, 'r4', 4), ('pending', 5, 'C', {'name': 'n5', 'id': 2}), ('expire_all',), ('flush',), ('set', 1, 'r3', None),
        ('name', 4, None, 'x19'), ('assign', 5, 'r4', [4]), ('append', 5, 'b2', 4), ('append', 5, 'r4', 4),
        ('pending', 6, 'A', {'name': 'n6', 'id': 4}), ('refresh', 6), ('refresh', 6), ('merge', None, 'A', {'id': 1, 'name': 'm26'}),
        ('name', 3, None, 'x27'), ('assign', 5, 'r4', []), ('pending', 7, 'B', {'name': 'n7', 'id': 6}), ('set', 7, 'r3', 6),
    ])

play(
    540, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'D'), ('H', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'E', 'r1', 'E', 'b1', {'cascade': 'all'}, {}),
        ('many_to_many', 'B', 'r2', 'E', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'D', 'b3', {}, {}),
        ('many_to_one', 'G', 'r4', 'F', 'b4', {'post_update': True}, {'post_update': True, 'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r5', 'H', None, {}, {}),
        ('many_to_one', 'D', 'r6', 'D', 'b6', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'H', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'C', {'name': 'n4', 'id': 1}), ('new', 5, 'G', {'name': 'n5', 'id': 2}),
        ('remove', 0, 'b0', 5), ('assign', 0, 'b0', [5]), ('name', 2, None, 'x8'), ('name', 2, None, 'x9'),
        ('new', 6, 'B', {'name': 'n6', 'id': 1}), ('flush',), ('pending', 7, 'F', {'name': 'n7', 'id': 1}), ('name', 3, None, 'x13'),
        ('set', 7, 'r5', 1), ('new', 8, 'E', {'name': 'n8', 'id': 1}), ('new', 9, 'E', {'name': 'n9', 'id': 2}),
        ('new', 10, 'D', {'name': 'n10', 'id': 4}), ('new', 11, 'A', {'name': 'n11', 'id': 5}), ('flush',), ('append', 6, 'r2', 9),
        ('delete', 5), ('append', 6, 'r2', 9), ('name', 2, None, 'x23'), ('commit',), ('new', 12, 'E', {'name': 'n12', 'id': 3}),
        ('set', 7, 'r5', None), ('name', 12, None, 'x27'), ('refresh', 1), ('append', 2, 'b0', 10), ('name', 12, None, 'x30'),
        ('delete', 7), ('flush',), ('append', 12, 'r1', 9), ('name', 8, None, 'x34'), ('assign', 0, 'b0', []), ('append', 6, 'r2', 12),
        ('new', 13, 'G', {'name': 'n13', 'id': 5}),
    ])

play(
    544, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', 'b0', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_many', 'A', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('new', 3, 'C', {'name': 'n3', 'id': 2}), ('pending', 4, 'A', {'name': 'n4', 'id': 3}), ('delete', 2), ('flush',),
        ('name', 1, None, 'x7'), ('flush',), ('name', 3, None, 'x9'), ('name', 3, None, 'x10'), ('flush',),
        ('new', 5, 'B', {'name': 'n5', 'id': 4}), ('flush',), ('expire_all',), ('new', 6, 'A', {'name': 'n6', 'id': 5}), ('flush',),
        ('delete', 4), ('refresh', 0), ('name', 5, None, 'x19'),
    ])

play(
    546, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'post_update': True}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'B', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('name', 2, None, 'x6'), ('append', 5, 'b1', 3),
        ('name', 1, None, 'x8'), ('commit',), ('new', 6, 'A', {'name': 'n6'}), ('refresh', 3), ('append', 6, 'b1', 2),
        ('name', 3, None, 'x13'), ('delete', 3), ('name', 6, None, 'x15'), ('merge', None, 'A', {'id': 2, 'name': 'm16'}), ('flush',),
        ('name', 0, None, 'x18'), ('delete', 0),
    ])

play(
    547, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1'}), ('pending', 2, 'B', {'name': 'n2', 'extra_b': 2}),
        ('flush',), ('flush',), ('name', 2, None, 'x5'), ('merge', None, 'B', {'id': 3, 'name': 'm6'}),
        ('merge', None, 'A', {'id': 2, 'name': 'm7'}), ('delete', 2), ('commit',), ('pending', 3, 'A', {'name': 'n3'}),
        ('name', 3, None, 'x11'), ('merge', None, 'B', {'id': 4, 'name': 'm12'}), ('name', 3, None, 'x13'), ('expire_all',), ('delete', 3),
        ('pending', 4, 'A', {'name': 'n4'}), ('flush',), ('name', 1, None, 'x18'), ('name', 0, None, 'x19'), ('name', 1, None, 'x20'),
    ])

play(
    548, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 2}), ('pending', 4, 'B', {'name': 'n4', 'id': 3}), ('new', 5, 'A', {'name': 'n5', 'id': 3}),
        ('new', 6, 'A', {'name': 'n6', 'id': 5}), ('new', 7, 'B', {'name': 'n7', 'id': 4}), ('set', 0, 'r0', None), ('refresh', 7),
        ('delete', 5), ('flush',), ('set', 7, 'r0', None), ('set', 3, 'r0', 2), ('set', 4, 'r1', 6), ('flush',), ('flush',), ('flush',),
        ('set', 3, 'r1', 6), ('name', 2, None, 'x19'), ('delete', 2), ('name', 4, None, 'x21'), ('set', 7, 'r1', 6), ('flush',),
        ('pending', 8, 'B', {'name': 'n8', 'id': 5}), ('set', 7, 'r1', 1), ('flush',), ('set', 8, 'r0', None), ('set', 7, 'r0', 6),
    ])

play(
    549, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'A', 'b4', {'post_update': True}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 5}), ('new', 4, 'C', {'name': 'n4', 'id': 1}), ('pending', 5, 'A', {'name': 'n5', 'id': 3}),
        ('new', 6, 'B', {'name': 'n6', 'id': 7}), ('remove', 1, 'b1', 1), ('set', 6, 'r3', 5), ('commit',), ('set', 5, 'r1', 5),
        ('commit',), ('set', 0, 'r3', None), ('delete', 6), ('flush',), ('delete', 2), ('name', 5, None, 'x16'), ('set', 0, 'r2', 5),
        ('name', 0, None, 'x18'), ('append', 1, 'b3', 3),
    ])

play(
    551, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'C'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'D', 'b3', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'D', 'r4', 'F', 'b4', {}, {}),
        ('many_to_many', 'E', 'r5', 'G', None, {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'G', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('name', 0, None, 'x3'), ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('set', 2, 'r3', None),
        ('merge', None, 'G', {'id': 1, 'name': 'm6'}), ('new', 4, 'C', {'name': 'n4', 'id': 2}), ('flush',), ('name', 0, None, 'x9'),
        ('set', 2, 'r3', None), ('flush',), ('set', 2, 'r3', None), ('name', 4, None, 'x13'), ('set', 4, 'r3', None), ('delete', 3),
        ('delete', 4), ('new', 5, 'B', {'name': 'n5', 'id': 2}), ('name', 5, None, 'x18'), ('pending', 6, 'F', {'name': 'n6', 'id': 2}),
        ('delete', 1), ('flush',), ('name', 5, None, 'x22'), ('set', 2, 'r3', None),
    ])

play(
    553, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'D', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'E', 'r1', 'F', None, {'post_update': True, 'cascade': 'save-update'}, {}),
        ('many_to_one', 'F', 'r2', 'B', 'b2', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'C', 'r5', 'C', 'b5', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r6', 'E', 'b6', {}, {}),
        ('many_to_many', 'A', 'r7', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 2}),
        ('append', 2, 'b0', 1), ('flush',), ('delete', 2), ('commit',), ('new', 3, 'F', {'name': 'n3', 'id': 2}), ('set', 0, 'r5', 0),
        ('pending', 4, 'C', {'name': 'n4', 'id': 3}), ('name', 4, None, 'x10'), ('flush',), ('name', 1, None, 'x12'), ('refresh', 3),
        ('set', 3, 'r6', None), ('set', 3, 'r2', None), ('new', 5, 'C', {'name': 'n5', 'id': 4}), ('append', 0, 'b5', 4),
        ('name', 5, None, 'x18'), ('set', 4, 'r5', None), ('merge', None, 'B', {'id': 2, 'name': 'm20'}), ('flush',), ('commit',),
        ('assign', 0, 'b5', [5]), ('set', 5, 'r5', 0), ('pending', 6, 'F', {'name': 'n6', 'id': 3}), ('append', 5, 'b5', 4),
        ('new', 7, 'D', {'name': 'n7', 'id': 3}), ('flush',), ('append', 4, 'b5', 5), ('flush',),
        ('merge', None, 'D', {'id': 1, 'name': 'm31'}), ('name', 3, None, 'x32'), ('flush',), ('set', 4, 'r5', 4), ('refresh', 5),
    ])

play(
    554, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', 'F')],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r1', 'G', 'b1', {}, {}),
        ('many_to_one', 'E', 'r2', 'E', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'E', 'r3', 'G', 'b3', {}, {}),
        ('many_to_one', 'F', 'r4', 'D', 'b4', {}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r5', 'C', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r6', 'D', 'b6', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'G', 'r7', 'C', 'b7', {}, {}),
    ],
    [
        ('pending', 0, 'G', {'name': 'n0', 'extra_g': 0}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'D', {'name': 'n3'}), ('pending', 4, 'F', {'name': 'n4'}), ('commit',), ('set', 4, 'r4', 3), ('remove', 3, 'b6', 2),
        ('set', 0, 'r4', 3), ('set', 4, 'r4', 3), ('set', 2, 'r0', None), ('delete', 1), ('new', 5, 'G', {'name': 'n5', 'extra_g': 5}),
        ('set', 4, 'r4', 3), ('pending', 6, 'D', {'name': 'n6'}), ('name', 6, None, 'x15'), ('set', 4, 'r4', 3), ('set', 4, 'r4', 6),
        ('append', 6, 'b6', 2), ('refresh', 5), ('delete', 4),
    ])

play(
    555, [('A', None), ('B', None), ('C', 'A')],
    [
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2, 'extra_c': 0}), ('new', 1, 'C', {'name': 'n1', 'id': 3, 'extra_c': 1}),
        ('pending', 2, 'B', {'name': 'n2', 'id': 1}), ('pending', 3, 'A', {'name': 'n3', 'id': 5}),
        ('pending', 4, 'C', {'name': 'n4', 'id': 6}), ('append', 4, 'b1', 2), ('append', 1, 'b1', 2), ('append', 1, 'b1', 2), ('delete', 4),
        ('flush',), ('remove', 4, 'b1', 2), ('name', 4, None, 'x11'), ('flush',), ('set', 2, 'r2', 4), ('append', 1, 'b1', 2),
        ('new', 5, 'A', {'name': 'n5', 'id': 7}), ('flush',),
    ])

play(
    556, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'E', 'r0', 'B', 'b0', {'cascade': 'merge'}, {'passive_deletes': True}),
        ('many_to_one', 'B', 'r1', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'F', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r4', 'D', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1, 'extra_b': 1}),
        ('new', 2, 'F', {'name': 'n2', 'id': 3}), ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 3}),
        ('pending', 5, 'E', {'name': 'n5', 'id': 2}), ('refresh', 5), ('new', 6, 'D', {'name': 'n6', 'id': 1}), ('commit',),
        ('set', 5, 'r0', 1), ('set', 2, 'r2', 2), ('delete', 2), ('set', 1, 'r1', 1), ('delete', 5),
    ])

play(
    559, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r3', 'B', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'A', {'name': 'n2', 'id': 4}),
        ('expire_all',), ('append', 0, 'b2', 0), ('name', 1, None, 'x5'), ('name', 2, None, 'x6'), ('name', 1, None, 'x7'),
        ('name', 1, None, 'x8'), ('flush',), ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('set', 0, 'r1', None),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('set', 3, 'r1', 4), ('pending', 5, 'B', {'name': 'n5', 'id': 5}), ('append', 0, 'b0', 5),
        ('refresh', 3), ('name', 0, None, 'x17'), ('delete', 0), ('delete', 3),
    ])

play(
    560, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'B', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 2}),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('new', 4, 'B', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 5}),
        ('pending', 6, 'A', {'name': 'n6', 'id': 7}), ('new', 7, 'A', {'name': 'n7', 'id': 9}), ('refresh', 7),
        ('new', 8, 'B', {'name': 'n8', 'id': 5}), ('delete', 6), ('append', 3, 'r1', 1), ('delete', 2),
        ('merge', None, 'A', {'id': 2, 'name': 'm13'}), ('remove', 5, 'r1', 4), ('flush',), ('set', 3, 'r3', 8), ('append', 3, 'r1', 2),
        ('pending', 9, 'B', {'name': 'n9', 'id': 6}), ('assign', 9, 'b0', []), ('remove', 2, 'r0', 8), ('append', 2, 'r0', 4),
        ('pending', 10, 'A', {'name': 'n10', 'id': 10}), ('delete', 1), ('refresh', 5), ('name', 3, None, 'x25'), ('set', 3, 'r3', None),
        ('append', 8, 'r2', 8), ('new', 11, 'A', {'name': 'n11', 'id': 12}), ('new', 12, 'B', {'name': 'n12', 'id': 7}), ('flush',),
        ('remove', 5, 'r1', 12), ('flush',), ('name', 11, None, 'x33'), ('append', 12, 'b1', 11), ('delete', 4), ('name', 9, None, 'x36'),
        ('refresh', 10), ('merge', None, 'A', {'id': 2, 'name': 'm38'}), ('append', 11, 'r1', 2),
    ])

play(
    561, [('A', None), ('B', None), ('C', 'B'), ('D', 'A'), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'G', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'H', 'b1', {'post_update': True}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'E', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'B', 'b4', {}, {}),
        ('many_to_one', 'B', 'r5', 'A', 'b5', {}, {}),
        ('many_to_many', 'E', 'r6', 'D', 'b6', {'cascade': 'all'}, {}),
        ('many_to_one', 'F', 'r7', 'C', None, {}, {}),
        ('many_to_many', 'G', 'r8', 'E', 'b8', {}, {}),
        ('many_to_one', 'H', 'r9', 'B', 'b9', {'post_update': True, 'cascade': 'merge'}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1, 'extra_d': 0}), ('pending', 1, 'E', {'name': 'n1', 'id': 2}),
        ('new', 2, 'D', {'name': 'n2', 'id': 2}), ('new', 3, 'F', {'name': 'n3', 'id': 1}), ('merge', None, 'B', {'id': 4, 'name': 'm4'}),
        ('remove', 1, 'r6', 2), ('set', 3, 'r7', None), ('expire_all',), ('remove', 0, 'b6', 1), ('flush',), ('flush',), ('delete', 2),
        ('set', 0, 'r4', None), ('set', 3, 'r7', None), ('set', 3, 'r7', None), ('name', 0, None, 'x15'), ('set', 3, 'r7', None),
        ('flush',), ('flush',), ('commit',), ('flush',), ('commit',), ('name', 0, None, 'x22'),
    ])

play(
    562, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_many', 'D', 'r1', 'D', None, {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r2', 'D', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1', 'id': 101}), ('new', 2, 'B', {'name': 'n2'}), ('flush',),
        ('flush',), ('set', 0, 'r2', None), ('flush',), ('pending', 3, 'A', {'name': 'n3'}), ('set', 0, 'r2', None), ('set', 3, 'r2', None),
        ('flush',), ('set', 3, 'r2', None), ('set', 0, 'r2', None), ('merge', None, 'C', {'id': 4, 'name': 'm13'}), ('set', 0, 'r2', None),
        ('flush',), ('name', 3, None, 'x16'), ('merge', None, 'C', {'id': 4, 'name': 'm17'}), ('set', 0, 'r2', None),
    ])

play(
    563, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'A'), ('F', None), ('G', None)],
    [
        ('many_to_many', 'G', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'D', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'G', 'r5', 'A', 'b5', {}, {}),
        ('many_to_one', 'B', 'r6', 'A', 'b6', {}, {}),
        ('many_to_one', 'F', 'r7', 'A', None, {}, {}),
        ('many_to_one', 'F', 'r8', 'D', 'b8', {}, {}),
    ],
    [
        ('pending', 0, 'F', {'name': 'n0', 'id': 100}), ('new', 1, 'G', {'name': 'n1'}), ('new', 2, 'G', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4', 'id': 104}), ('set', 2, 'r5', None), ('flush',), ('refresh', 2),
        ('new', 5, 'F', {'name': 'n5'}), ('pending', 6, 'C', {'name': 'n6'}), ('delete', 3), ('merge', None, 'D', {'id': 3, 'name': 'm11'}),
        ('set', 2, 'r5', None), ('set', 1, 'r5', None), ('set', 5, 'r7', None), ('name', 2, None, 'x15'), ('refresh', 0), ('delete', 6),
        ('set', 5, 'r3', None), ('new', 7, 'E', {'name': 'n7', 'extra_e': 7}), ('flush',), ('set', 2, 'r5', 7), ('set', 2, 'r5', 7),
        ('append', 7, 'b0', 1), ('name', 5, None, 'x24'), ('set', 0, 'r8', 4), ('delete', 7), ('pending', 8, 'E', {'name': 'n8'}),
        ('set', 5, 'r8', None), ('name', 2, None, 'x29'), ('new', 9, 'G', {'name': 'n9'}), ('flush',), ('commit',), ('delete', 1),
        ('pending', 10, 'A', {'name': 'n10'}), ('append', 4, 'b4', 8), ('set', 5, 'r8', None), ('append', 8, 'b0', 9),
        ('name', 8, None, 'x38'), ('expire_all',),
    ])

play(
    565, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_many', 'F', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'E', 'b2', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'B', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'E', 'r5', 'C', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'E', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'F', {'name': 'n2', 'id': 1}),
        ('pending', 3, 'F', {'name': 'n3', 'id': 3}), ('name', 1, None, 'x4'), ('refresh', 2), ('append', 0, 'b0', 3),
        ('append', 3, 'r0', 0), ('flush',), ('set', 1, 'r1', None), ('name', 3, None, 'x10'), ('set', 1, 'r1', None),
        ('name', 0, None, 'x12'), ('refresh', 0), ('merge', None, 'F', {'id': 4, 'name': 'm14'}), ('refresh', 3),
        ('merge', None, 'A', {'id': 3, 'name': 'm16'}), ('append', 2, 'r0', 0),
    ])

play(
    567, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r3', 'B', 'b3', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'A', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3', 'extra_c': 3}), ('pending', 4, 'A', {'name': 'n4'}), ('append', 4, 'b1', 3), ('remove', 0, 'b3', 3),
        ('set', 2, 'r3', 3), ('append', 4, 'r4', 3), ('set', 2, 'r3', 3), ('merge', None, 'B', {'id': 3, 'name': 'm10'}),
        ('set', 2, 'r3', 3), ('append', 1, 'b1', 3), ('append', 0, 'b3', 3), ('delete', 3), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('commit',), ('delete', 1), ('set', 5, 'r3', None), ('flush',), ('delete', 5), ('merge', None, 'C', {'id': 2, 'name': 'm21'}),
        ('set', 3, 'r0', 4), ('delete', 2), ('commit',), ('delete', 3), ('name', 4, None, 'x26'), ('set', 0, 'r3', 0), ('refresh', 4),
        ('assign', 0, 'b3', [0]), ('flush',), ('name', 0, None, 'x31'),
    ])

play(
    568, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1, 'extra_b': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('new', 2, 'A', {'name': 'n2', 'id': 3}), ('pending', 3, 'B', {'name': 'n3', 'id': 4}), ('delete', 2), ('flush',),
        ('new', 4, 'A', {'name': 'n4', 'id': 6}), ('pending', 5, 'B', {'name': 'n5', 'id': 7, 'extra_b': 5}), ('flush',),
        ('new', 6, 'B', {'name': 'n6', 'id': 8, 'extra_b': 6}), ('new', 7, 'B', {'name': 'n7', 'id': 9}), ('name', 4, None, 'x11'),
        ('refresh', 4), ('new', 8, 'A', {'name': 'n8', 'id': 10}),
    ])

play(
    569, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', 'D')],
    [
        ('many_to_one', 'C', 'r0', 'F', 'b0', {'post_update': True}, {'passive_deletes': True}),
        ('many_to_many', 'F', 'r1', 'F', 'b1', {}, {}),
        ('many_to_many', 'H', 'r2', 'G', 'b2', {}, {}),
        ('many_to_many', 'B', 'r3', 'C', 'b3', {}, {}),
        ('many_to_one', 'E', 'r4', 'B', 'b4', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r5', 'G', None, {}, {}),
        ('many_to_one', 'H', 'r6', 'F', 'b6', {}, {}),
    ],
    [
        ('pending', 0, 'H', {'name': 'n0', 'id': 1, 'extra_h': 0}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('pending', 2, 'A', {'name': 'n2', 'id': 3}), ('new', 3, 'B', {'name': 'n3', 'id': 1}),
        ('pending', 4, 'G', {'name': 'n4', 'id': 1}), ('delete', 1), ('assign', 3, 'r5', [4]), ('delete', 4), ('name', 3, None, 'x8'),
        ('pending', 5, 'A', {'name': 'n5', 'id': 5}), ('flush',), ('set', 0, 'r6', None), ('delete', 0), ('name', 3, None, 'x13'),
        ('pending', 6, 'C', {'name': 'n6', 'id': 2}), ('name', 6, None, 'x15'),
    ])

play(
    570, [('A', None), ('B', 'A')],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('pending', 2, 'B', {'name': 'n2', 'id': 4}),
        ('name', 0, None, 'x3'), ('append', 2, 'r0', 2), ('name', 2, None, 'x5'), ('flush',), ('expire_all',), ('assign', 2, 'b0', [2]),
        ('flush',), ('remove', 2, 'r0', 2), ('flush',), ('new', 3, 'B', {'name': 'n3', 'id': 6, 'extra_b': 3}), ('delete', 3),
        ('refresh', 1), ('remove', 2, 'r0', 2), ('new', 4, 'B', {'name': 'n4', 'id': 7, 'extra_b': 4}), ('delete', 2),
        ('remove', 4, 'b0', 4), ('name', 0, None, 'x19'), ('name', 0, None, 'x20'), ('remove', 4, 'r0', 4),
        ('pending', 5, 'A', {'name': 'n5', 'id': 9}), ('new', 6, 'A', {'name': 'n6', 'id': 11}), ('flush',), ('delete', 4), ('delete', 0),
        ('append', 4, 'r0', 4), ('flush',), ('merge', None, 'A', {'id': 1, 'name': 'm29'}), ('name', 1, None, 'x30'),
    ])
