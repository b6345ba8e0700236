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
    166, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 2}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 2}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 5}), ('pending', 6, 'C', {'name': 'n6', 'id': 4}),
        ('new', 7, 'C', {'name': 'n7', 'id': 5}), ('flush',), ('new', 8, 'A', {'name': 'n8', 'id': 4}), ('name', 0, None, 'x10'),
        ('append', 8, 'b1', 6), ('name', 8, None, 'x12'), ('new', 9, 'C', {'name': 'n9', 'id': 6}), ('set', 6, 'r1', 8),
        ('new', 10, 'A', {'name': 'n10', 'id': 5}), ('expire_all',), ('set', 2, 'r0', 1), ('flush',), ('flush',), ('name', 1, None, 'x20'),
        ('append', 2, 'b1', 0), ('set', 2, 'r0', 1), ('name', 9, None, 'x23'), ('append', 8, 'b1', 9), ('set', 0, 'r1', 4),
        ('new', 11, 'B', {'name': 'n11', 'id': 7}), ('flush',), ('set', 6, 'r1', 4), ('new', 12, 'A', {'name': 'n12', 'id': 6}),
        ('merge', None, 'B', {'id': 1, 'name': 'm30'}), ('pending', 13, 'C', {'name': 'n13', 'id': 7}),
    ])

play(
    168, [('A', None), ('B', None)],
    [
        ('many_to_many', 'A', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {'post_update': True}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'B', {'name': 'n4', 'id': 2}), ('new', 5, 'A', {'name': 'n5', 'id': 6}),
        ('set', 4, 'r1', None), ('name', 1, None, 'x7'), ('set', 3, 'r1', 0), ('set', 4, 'r2', 1), ('delete', 3), ('remove', 5, 'r0', 2),
        ('merge', None, 'A', {'id': 4, 'name': 'm12'}), ('flush',), ('new', 6, 'B', {'name': 'n6', 'id': 3}), ('flush',),
        ('remove', 5, 'r0', 5), ('set', 2, 'r3', 0), ('append', 1, 'r0', 2), ('delete', 6),
    ])

play(
    171, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'G', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'F', 'r2', 'E', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r4', 'D', 'b4', {'cascade': 'merge'}, {}),
        ('many_to_one', 'F', 'r5', 'E', 'b5', {}, {}),
        ('many_to_one', 'B', 'r6', 'E', 'b6', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_many', 'F', 'r7', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r8', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 1}),
        ('set', 0, 'r1', 1), ('name', 0, None, 'x4'), ('set', 0, 'r1', 1), ('refresh', 1), ('set', 0, 'r1', 1), ('refresh', 1), ('flush',),
        ('refresh', 0), ('set', 0, 'r1', 1), ('set', 0, 'r1', 1), ('name', 1, None, 'x13'), ('merge', None, 'D', {'id': 2, 'name': 'm14'}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('delete', 2), ('set', 0, 'r1', 1), ('merge', None, 'A', {'id': 1, 'name': 'm18'}),
        ('set', 0, 'r1', 1), ('flush',), ('pending', 4, 'D', {'name': 'n4', 'id': 2}), ('new', 5, 'C', {'name': 'n5', 'id': 1}), ('flush',),
        ('pending', 6, 'E', {'name': 'n6', 'id': 2}), ('name', 1, None, 'x25'), ('set', 4, 'r8', 3), ('set', 0, 'r1', 1),
        ('new', 7, 'F', {'name': 'n7', 'id': 1}), ('new', 8, 'A', {'name': 'n8', 'id': 3}), ('expire_all',),
    ])

play(
    172, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {'cascade': 'save-update'}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'D', 'r3', 'D', 'b3', {'post_update': True}, {}),
        ('many_to_many', 'B', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'B', 'r5', 'B', 'b5', {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 2}), ('new', 1, 'A', {'name': 'n1', 'id': 4}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 7}), ('pending', 5, 'C', {'name': 'n5', 'id': 1}),
        ('refresh', 3), ('refresh', 1), ('name', 2, None, 'x8'), ('new', 6, 'C', {'name': 'n6', 'id': 3}), ('expire_all',), ('delete', 4),
        ('flush',), ('new', 7, 'C', {'name': 'n7', 'id': 4}),
    ])

play(
    177, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'A', 'r3', 'C', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 100}), ('pending', 1, 'C', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('flush',), ('new', 5, 'C', {'name': 'n5'}), ('set', 3, 'r3', 2),
        ('set', 2, 'r4', 0), ('delete', 5), ('set', 3, 'r3', None), ('set', 1, 'r2', 4), ('set', 3, 'r3', 2), ('set', 1, 'r2', 4),
        ('set', 4, 'r1', 0), ('set', 4, 'r1', 0), ('name', 3, None, 'x16'), ('delete', 2), ('set', 1, 'r2', 4), ('refresh', 1), ('commit',),
        ('new', 6, 'A', {'name': 'n6'}), ('set', 4, 'r1', 3), ('remove', 0, 'b1', 4), ('append', 0, 'b1', 4), ('set', 4, 'r1', 3),
        ('new', 7, 'A', {'name': 'n7'}), ('set', 4, 'r1', 7), ('pending', 8, 'A', {'name': 'n8'}), ('name', 6, None, 'x29'),
        ('name', 7, None, 'x30'), ('name', 7, None, 'x31'), ('delete', 6), ('set', 1, 'r4', 8), ('set', 4, 'r1', 8), ('set', 0, 'r3', 1),
        ('flush',), ('name', 1, None, 'x37'), ('assign', 7, 'b1', [4]), ('delete', 8), ('set', 4, 'r1', 3),
        ('new', 9, 'C', {'name': 'n9', 'id': 109}), ('flush',), ('remove', 0, 'b1', 4), ('set', 0, 'r3', 1),
    ])

play(
    183, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {'post_update': True, 'cascade': 'merge'}, {'post_update': True}),
        ('many_to_one', 'B', 'r2', 'B', None, {'post_update': True}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}),
        ('new', 2, 'B', {'name': 'n2', 'id': 3, 'extra_b': 2}), ('new', 3, 'A', {'name': 'n3', 'id': 5}),
        ('new', 4, 'A', {'name': 'n4', 'id': 7}), ('new', 5, 'A', {'name': 'n5', 'id': 8}), ('new', 6, 'A', {'name': 'n6', 'id': 10}),
        ('remove', 1, 'b0', 6), ('append', 3, 'b1', 5), ('append', 2, 'b0', 5), ('append', 1, 'b0', 4), ('append', 1, 'b1', 4),
        ('set', 2, 'r0', 4), ('flush',), ('flush',), ('set', 6, 'r1', 3), ('name', 5, None, 'x16'),
        ('pending', 7, 'B', {'name': 'n7', 'id': 11, 'extra_b': 7}), ('new', 8, 'A', {'name': 'n8', 'id': 12}), ('set', 6, 'r0', 4),
        ('flush',), ('set', 2, 'r1', 8), ('flush',), ('new', 9, 'A', {'name': 'n9', 'id': 13}), ('name', 8, None, 'x24'),
        ('set', 3, 'r1', 1), ('name', 7, None, 'x26'),
    ])

play(
    184, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'C', 'r1', 'B', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r2', 'A', None, {}, {}),
        ('many_to_many', 'C', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102, 'extra_b': 2}),
        ('new', 3, 'C', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('flush',), ('set', 3, 'r1', 2), ('name', 3, None, 'x7'),
        ('assign', 3, 'r3', [2]), ('refresh', 2), ('name', 0, None, 'x10'), ('name', 2, None, 'x11'), ('set', 1, 'r1', 2),
        ('set', 3, 'r2', 2), ('refresh', 1), ('new', 5, 'D', {'name': 'n5'}), ('delete', 1), ('expire_all',), ('delete', 0),
        ('new', 6, 'D', {'name': 'n6'}), ('refresh', 4), ('refresh', 4), ('append', 3, 'r3', 2), ('delete', 6), ('flush',), ('delete', 4),
        ('delete', 3),
    ])

play(
    185, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 4}), ('pending', 4, 'B', {'name': 'n4', 'id': 5, 'extra_b': 4}),
        ('new', 5, 'A', {'name': 'n5', 'id': 7}), ('new', 6, 'B', {'name': 'n6', 'id': 8, 'extra_b': 6}), ('delete', 3), ('commit',),
        ('new', 7, 'B', {'name': 'n7', 'id': 9}), ('flush',), ('merge', None, 'A', {'id': 2, 'name': 'm11'}), ('name', 1, None, 'x12'),
        ('new', 8, 'A', {'name': 'n8', 'id': 10}), ('name', 8, None, 'x14'),
    ])

play(
    186, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'A', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'D', {'name': 'n4', 'id': 4}), ('new', 5, 'C', {'name': 'n5', 'id': 2}),
        ('new', 6, 'C', {'name': 'n6', 'id': 3}), ('expire_all',), ('refresh', 6), ('flush',), ('set', 0, 'r2', 0),
        ('new', 7, 'B', {'name': 'n7', 'id': 2}), ('set', 0, 'r0', 0), ('flush',), ('append', 0, 'b1', 6), ('delete', 0),
        ('name', 5, None, 'x16'), ('set', 5, 'r1', None),
    ])

play(
    187, [('A', None), ('B', None), ('C', None), ('D', 'A')],
    [
        ('many_to_one', 'D', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'D', 'b1', {'post_update': True}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 3}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'C', {'name': 'n4', 'id': 4}), ('flush',), ('name', 1, None, 'x6'),
        ('set', 2, 'r1', None), ('flush',), ('set', 2, 'r1', None), ('delete', 3), ('new', 5, 'B', {'name': 'n5', 'id': 1}),
        ('new', 6, 'A', {'name': 'n6', 'id': 3}), ('set', 2, 'r1', None), ('new', 7, 'D', {'name': 'n7', 'id': 4}),
    ])

play(
    190, [('A', None), ('B', 'A')],
    [
        ('many_to_one', 'B', 'r0', 'B', 'b0', {'cascade': 'merge'}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 2, 'extra_b': 1}),
        ('new', 2, 'A', {'name': 'n2', 'id': 4}), ('pending', 3, 'A', {'name': 'n3', 'id': 5}), ('new', 4, 'A', {'name': 'n4', 'id': 7}),
        ('new', 5, 'B', {'name': 'n5', 'id': 8}), ('name', 1, None, 'x6'), ('expire_all',), ('set', 1, 'r0', 5), ('assign', 5, 'b1', []),
        ('name', 1, None, 'x10'), ('name', 1, None, 'x11'), ('delete', 3), ('flush',), ('new', 6, 'A', {'name': 'n6', 'id': 10}),
        ('set', 1, 'r2', 1), ('new', 7, 'A', {'name': 'n7', 'id': 11}), ('merge', None, 'A', {'id': 3, 'name': 'm17'}),
        ('name', 6, None, 'x18'), ('delete', 6), ('commit',), ('name', 7, None, 'x21'), ('flush',), ('name', 4, None, 'x23'), ('delete', 2),
        ('name', 5, None, 'x25'), ('new', 8, 'A', {'name': 'n8', 'id': 13}), ('flush',), ('delete', 8), ('name', 5, None, 'x29'),
    ])

play(
    191, [('A', None), ('B', None), ('C', None), ('D', None), ('E', 'D'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'E', 'r1', 'E', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'G', 'b4', {}, {}),
        ('many_to_many', 'C', 'r5', 'F', 'b5', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'G', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 2, 'extra_e': 1}),
        ('pending', 2, 'E', {'name': 'n2', 'id': 3, 'extra_e': 2}), ('flush',), ('set', 1, 'r0', None), ('set', 1, 'r0', None), ('flush',),
        ('set', 0, 'r2', None), ('append', 2, 'r1', 2), ('assign', 2, 'r1', [1, 2]), ('append', 2, 'r1', 1),
        ('merge', None, 'E', {'id': 4, 'name': 'm11'}), ('set', 0, 'r2', None), ('pending', 3, 'A', {'name': 'n3', 'id': 2}),
    ])

play(
    193, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_many', 'D', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'G', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'F', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'F', 'r3', 'C', 'b3', {}, {'passive_deletes': True}),
        ('many_to_one', 'G', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r5', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r7', 'A', 'b7', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3', 'id': 103}), ('new', 4, 'D', {'name': 'n4', 'extra_d': 4}), ('pending', 5, 'F', {'name': 'n5'}),
        ('new', 6, 'G', {'name': 'n6'}), ('flush',), ('assign', 1, 'b7', [5]), ('set', 3, 'r1', 6), ('assign', 6, 'b1', [0, 2]),
        ('set', 0, 'r1', 6), ('set', 2, 'r1', 6), ('pending', 7, 'E', {'name': 'n7'}), ('merge', None, 'E', {'id': 3, 'name': 'm14'}),
        ('set', 0, 'r1', None), ('append', 7, 'b0', 0), ('assign', 6, 'b1', [3, 2, 0]), ('delete', 2), ('name', 1, None, 'x19'),
        ('set', 5, 'r5', 4), ('new', 8, 'A', {'name': 'n8'}), ('new', 9, 'A', {'name': 'n9'}), ('name', 4, None, 'x23'), ('flush',),
        ('append', 9, 'b7', 5), ('append', 7, 'b0', 0), ('assign', 6, 'b1', [4]), ('new', 10, 'G', {'name': 'n10'}),
        ('name', 5, None, 'x29'), ('append', 4, 'r0', 7), ('flush',), ('flush',), ('merge', None, 'C', {'id': 4, 'name': 'm33'}),
        ('append', 4, 'r0', 7),
    ])

play(
    194, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'F', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r2', 'D', 'b2', {}, {}),
        ('many_to_one', 'H', 'r3', 'G', None, {}, {}),
        ('many_to_one', 'H', 'r4', 'E', None, {}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {}),
        ('many_to_one', 'H', 'r6', 'C', 'b6', {}, {}),
        ('many_to_one', 'G', 'r7', 'B', 'b7', {}, {}),
        ('many_to_one', 'C', 'r8', 'B', 'b8', {'post_update': True}, {'post_update': True}),
        ('many_to_one', 'H', 'r9', 'C', None, {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'H', {'name': 'n2'}),
        ('new', 3, 'H', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'A', {'name': 'n5'}), ('new', 6, 'D', {'name': 'n6'}),
        ('merge', None, 'H', {'id': 1, 'name': 'm7'}), ('refresh', 4), ('assign', 6, 'b2', [2, 3]), ('delete', 4),
        ('merge', None, 'D', {'id': 1, 'name': 'm11'}), ('append', 6, 'b2', 3), ('new', 7, 'A', {'name': 'n7'}),
        ('new', 8, 'E', {'name': 'n8'}), ('name', 0, None, 'x15'), ('set', 2, 'r9', 0), ('name', 3, None, 'x17'),
        ('new', 9, 'C', {'name': 'n9'}), ('name', 5, None, 'x19'),
    ])

play(
    197, [('A', None), ('B', 'A'), ('C', 'A'), ('D', None), ('E', 'D'), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r0', 'E', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'C', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r2', 'F', 'b2', {'post_update': True}, {}),
        ('many_to_one', 'C', 'r3', 'F', 'b3', {'post_update': True}, {}),
        ('many_to_many', 'C', 'r4', 'G', 'b4', {}, {}),
        ('many_to_one', 'G', 'r5', 'F', None, {}, {}),
        ('many_to_many', 'E', 'r6', 'F', 'b6', {}, {}),
        ('many_to_one', 'D', 'r7', 'G', 'b7', {'post_update': True}, {}),
        ('many_to_one', 'F', 'r8', 'D', 'b8', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'extra_c': 0}), ('new', 1, 'B', {'name': 'n1', 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'id': 102, 'extra_b': 2}), ('new', 3, 'A', {'name': 'n3'}), ('flush',), ('name', 1, None, 'x5'),
        ('name', 0, None, 'x6'), ('flush',), ('name', 1, None, 'x8'), ('pending', 4, 'B', {'name': 'n4'}), ('flush',),
        ('set', 0, 'r3', None), ('new', 5, 'E', {'name': 'n5'}), ('flush',), ('new', 6, 'A', {'name': 'n6'}), ('set', 5, 'r2', None),
        ('set', 5, 'r1', 0),
    ])

play(
    198, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r3', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('append', 0, 'r3', 3), ('remove', 0, 'r0', 3), ('append', 2, 'b0', 3), ('assign', 0, 'b0', []),
        ('pending', 4, 'B', {'name': 'n4', 'id': 104}), ('new', 5, 'B', {'name': 'n5'}), ('flush',), ('append', 2, 'r3', 3),
        ('name', 4, None, 'x12'), ('name', 4, None, 'x13'), ('remove', 2, 'b0', 4), ('expire_all',), ('append', 2, 'r0', 5),
        ('append', 2, 'b0', 2), ('append', 1, 'b2', 1), ('remove', 1, 'b2', 1), ('flush',),
    ])

play(
    199, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'B', 'r4', 'B', 'b4', {'post_update': True, 'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('pending', 2, 'D', {'name': 'n2', 'id': 1}),
        ('new', 3, 'D', {'name': 'n3', 'id': 2}), ('new', 4, 'A', {'name': 'n4', 'id': 4}), ('new', 5, 'A', {'name': 'n5', 'id': 5}),
        ('new', 6, 'C', {'name': 'n6', 'id': 1}), ('pending', 7, 'B', {'name': 'n7', 'id': 2}), ('commit',), ('delete', 5),
        ('name', 3, None, 'x10'), ('set', 2, 'r2', 7), ('append', 1, 'b3', 6), ('delete', 6), ('commit',), ('flush',), ('flush',),
        ('set', 2, 'r1', 1), ('flush',), ('name', 1, None, 'x19'), ('delete', 0), ('flush',), ('assign', 7, 'b4', [7]), ('flush',),
        ('delete', 4), ('flush',),
    ])

play(
    202, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('pending', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'E', {'name': 'n4', 'id': 1}), ('new', 5, 'D', {'name': 'n5', 'id': 4}),
        ('new', 6, 'D', {'name': 'n6', 'id': 5, 'extra_d': 6}), ('pending', 7, 'C', {'name': 'n7', 'id': 6}), ('name', 0, None, 'x8'),
        ('new', 8, 'E', {'name': 'n8', 'id': 2}), ('name', 5, None, 'x10'), ('pending', 9, 'B', {'name': 'n9', 'id': 3}), ('flush',),
        ('name', 4, None, 'x13'), ('expire_all',), ('name', 2, None, 'x15'), ('name', 8, None, 'x16'),
        ('new', 10, 'C', {'name': 'n10', 'id': 8}), ('name', 7, None, 'x18'), ('delete', 2), ('new', 11, 'B', {'name': 'n11', 'id': 5}),
        ('new', 12, 'A', {'name': 'n12', 'id': 1}), ('set', 6, 'r0', 12),
    ])

play(
    203, [('A', None), ('B', 'A')],
    [
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'extra_b': 0}), ('new', 1, 'B', {'name': 'n1', 'extra_b': 1}),
        ('new', 2, 'B', {'name': 'n2', 'extra_b': 2}), ('new', 3, 'B', {'name': 'n3', 'extra_b': 3}), ('flush',),
        ('new', 4, 'B', {'name': 'n4', 'extra_b': 4}), ('pending', 5, 'A', {'name': 'n5'}), ('pending', 6, 'A', {'name': 'n6'}),
        ('new', 7, 'B', {'name': 'n7', 'extra_b': 7}), ('merge', None, 'A', {'id': 1, 'name': 'm9'}), ('flush',), ('flush',),
        ('name', 0, None, 'x12'), ('flush',), ('expire_all',), ('flush',), ('expire_all',), ('delete', 3), ('flush',),
        ('name', 7, None, 'x19'), ('merge', None, 'B', {'id': 1, 'name': 'm20'}),
    ])

play(
    204, [('A', None), ('B', None), ('C', None), ('D', 'B'), ('E', None)],
    [
        ('many_to_many', 'E', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'E', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'E', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'D', 'r4', 'D', None, {'post_update': True}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 2}), ('new', 1, 'D', {'name': 'n1', 'id': 3}), ('pending', 2, 'D', {'name': 'n2', 'id': 5}),
        ('pending', 3, 'C', {'name': 'n3', 'id': 1}), ('pending', 4, 'B', {'name': 'n4', 'id': 7}),
        ('pending', 5, 'D', {'name': 'n5', 'id': 9}), ('set', 5, 'r4', 2), ('expire_all',), ('delete', 3), ('set', 4, 'r2', 1),
        ('set', 1, 'r1', None), ('delete', 4), ('flush',), ('new', 6, 'C', {'name': 'n6', 'id': 2}),
        ('merge', None, 'D', {'id': 4, 'name': 'm14'}),
    ])

play(
    205, [('A', None), ('B', None), ('C', 'B'), ('D', None), ('E', None)],
    [
        ('many_to_many', 'B', 'r0', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'A', 'b4', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('pending', 1, 'E', {'name': 'n1', 'id': 1}),
        ('pending', 2, 'B', {'name': 'n2', 'id': 2}), ('new', 3, 'C', {'name': 'n3', 'id': 3, 'extra_c': 3}),
        ('new', 4, 'C', {'name': 'n4', 'id': 5, 'extra_c': 4}), ('new', 5, 'D', {'name': 'n5', 'id': 2}),
        ('new', 6, 'D', {'name': 'n6', 'id': 3}), ('flush',), ('delete', 2), ('flush',), ('set', 1, 'r3', 3), ('name', 0, None, 'x11'),
        ('refresh', 0), ('set', 3, 'r1', None), ('remove', 3, 'b3', 1), ('new', 7, 'B', {'name': 'n7', 'id': 6}),
        ('new', 8, 'E', {'name': 'n8', 'id': 2}), ('set', 8, 'r3', None), ('append', 7, 'b3', 1), ('flush',), ('set', 4, 'r1', None),
        ('flush',), ('pending', 9, 'D', {'name': 'n9', 'id': 4}), ('pending', 10, 'B', {'name': 'n10', 'id': 7}), ('delete', 5),
        ('remove', 10, 'r0', 4), ('set', 1, 'r3', 3), ('flush',), ('delete', 3),
    ])

play(
    207, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'C'), ('G', 'D')],
    [
        ('many_to_many', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'D', 'r3', 'F', 'b3', {'post_update': True}, {}),
        ('many_to_one', 'G', 'r4', 'C', 'b4', {}, {}),
        ('many_to_one', 'E', 'r5', 'C', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'F', {'name': 'n0', 'extra_f': 0}), ('pending', 1, 'E', {'name': 'n1'}), ('new', 2, 'D', {'name': 'n2'}),
        ('name', 1, None, 'x3'), ('refresh', 0), ('set', 1, 'r5', 0), ('name', 1, None, 'x6'), ('set', 2, 'r3', 0), ('delete', 0),
        ('new', 3, 'E', {'name': 'n3'}), ('set', 2, 'r1', None), ('name', 3, None, 'x11'), ('append', 0, 'b3', 2), ('set', 1, 'r5', None),
        ('pending', 4, 'B', {'name': 'n4'}), ('set', 1, 'r5', 0), ('new', 5, 'B', {'name': 'n5'}), ('commit',), ('name', 4, None, 'x18'),
        ('pending', 6, 'C', {'name': 'n6'}), ('flush',), ('flush',), ('append', 6, 'b5', 1), ('assign', 4, 'b1', []),
        ('name', 3, None, 'x24'), ('flush',), ('name', 0, None, 'x26'), ('flush',), ('merge', None, 'D', {'id': 2, 'name': 'm28'}),
        ('new', 7, 'E', {'name': 'n7'}), ('set', 3, 'r5', 6), ('set', 3, 'r5', 0),
    ])

play(
    210, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3', 'id': 103}), ('new', 4, 'D', {'name': 'n4'}), ('delete', 1),
        ('new', 5, 'A', {'name': 'n5', 'id': 105}), ('delete', 5), ('name', 4, None, 'x8'), ('delete', 0), ('name', 2, None, 'x10'),
        ('flush',), ('delete', 4), ('pending', 6, 'B', {'name': 'n6'}), ('set', 6, 'r2', 6), ('new', 7, 'E', {'name': 'n7'}), ('flush',),
        ('pending', 8, 'E', {'name': 'n8'}), ('set', 2, 'r2', 6), ('name', 7, None, 'x19'), ('pending', 9, 'D', {'name': 'n9'}),
        ('delete', 6), ('pending', 10, 'B', {'name': 'n10', 'extra_b': 10}), ('new', 11, 'E', {'name': 'n11'}), ('delete', 3),
        ('delete', 10),
    ])

play(
    211, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'G', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'H', 'r1', 'D', 'b1', {}, {}),
        ('many_to_one', 'G', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'A', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'G', 'r4', 'E', 'b4', {}, {'cascade': 'all'}),
        ('many_to_one', 'H', 'r5', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r6', 'D', 'b6', {}, {}),
        ('many_to_one', 'F', 'r7', 'E', 'b7', {}, {}),
    ],
    [
        ('pending', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 1}), ('new', 2, 'E', {'name': 'n2', 'id': 2}),
        ('merge', None, 'D', {'id': 2, 'name': 'm3'}), ('flush',), ('merge', None, 'H', {'id': 3, 'name': 'm5'}), ('name', 2, None, 'x6'),
        ('delete', 1), ('flush',), ('new', 3, 'C', {'name': 'n3', 'id': 1}), ('name', 1, None, 'x10'),
    ])

play(
    213, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'C', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('name', 0, None, 'x3'), ('flush',), ('pending', 3, 'B', {'name': 'n3', 'id': 2}), ('assign', 0, 'b0', [2]), ('append', 0, 'b0', 2),
        ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('pending', 5, 'C', {'name': 'n5', 'id': 4}), ('set', 5, 'r2', 0), ('append', 3, 'b0', 5),
        ('new', 6, 'C', {'name': 'n6', 'id': 6}), ('append', 0, 'b2', 5), ('delete', 1), ('append', 0, 'b2', 6), ('name', 0, None, 'x16'),
        ('assign', 3, 'b2', [5, 6]), ('set', 5, 'r2', 0), ('delete', 3), ('pending', 7, 'C', {'name': 'n7', 'id': 7}),
    ])

play(
    214, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_many', 'B', 'r1', 'G', None, {}, {}),
        ('many_to_one', 'G', 'r2', 'B', None, {}, {}),
        ('many_to_one', 'C', 'r3', 'B', None, {}, {}),
        ('many_to_one', 'F', 'r4', 'A', None, {}, {}),
        ('many_to_one', 'A', 'r5', 'A', 'b5', {}, {}),
        ('many_to_many', 'F', 'r6', 'C', 'b6', {}, {}),
        ('many_to_one', 'D', 'r7', 'E', 'b7', {'cascade': 'merge'}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1'}), ('new', 2, 'F', {'name': 'n2'}), ('new', 3, 'F', {'name': 'n3'}),
        ('new', 4, 'D', {'name': 'n4'}), ('pending', 5, 'F', {'name': 'n5', 'id': 105}), ('new', 6, 'D', {'name': 'n6'}),
        ('set', 4, 'r7', 0), ('flush',), ('merge', None, 'B', {'id': 2, 'name': 'm9'}), ('name', 0, None, 'x10'), ('append', 0, 'b7', 4),
        ('flush',), ('merge', None, 'D', {'id': 3, 'name': 'm13'}), ('new', 7, 'D', {'name': 'n7'}), ('append', 0, 'b7', 7), ('flush',),
        ('expire_all',), ('new', 8, 'E', {'name': 'n8'}), ('merge', None, 'B', {'id': 4, 'name': 'm19'}), ('expire_all',), ('delete', 8),
        ('flush',), ('set', 4, 'r7', 0), ('name', 6, None, 'x24'), ('set', 5, 'r4', None), ('pending', 9, 'G', {'name': 'n9'}),
        ('delete', 9),
    ])

play(
    215, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {'cascade': 'all'}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 2}),
        ('pending', 3, 'B', {'name': 'n3', 'id': 2}), ('new', 4, 'B', {'name': 'n4', 'id': 3}),
        ('pending', 5, 'B', {'name': 'n5', 'id': 4}), ('new', 6, 'B', {'name': 'n6', 'id': 6}), ('name', 4, None, 'x7'),
        ('name', 2, None, 'x8'), ('append', 4, 'r0', 2), ('set', 2, 'r1', 1), ('set', 2, 'r1', 2), ('refresh', 0), ('name', 5, None, 'x13'),
        ('append', 4, 'r0', 1), ('remove', 4, 'r0', 1), ('set', 3, 'r2', 1), ('refresh', 1), ('append', 1, 'b2', 5), ('expire_all',),
        ('delete', 1), ('append', 3, 'r0', 2), ('remove', 6, 'r0', 2), ('flush',), ('flush',), ('delete', 5), ('set', 0, 'r2', 2),
        ('delete', 0), ('refresh', 6), ('set', 6, 'r2', 2), ('set', 3, 'r2', 2), ('set', 2, 'r1', 2), ('delete', 3), ('remove', 2, 'b2', 4),
        ('append', 2, 'b0', 4), ('name', 4, None, 'x35'), ('expire_all',), ('name', 2, None, 'x37'), ('assign', 2, 'b0', [6]),
        ('set', 6, 'r2', 2), ('delete', 2), ('flush',), ('name', 6, None, 'x42'),
    ])

play(
    217, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'C', 'r0', 'D', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', None, {'cascade': 'save-update'}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'C', 'b4', {'post_update': True}, {'post_update': True}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'D', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5', 'id': 105}),
        ('pending', 6, 'B', {'name': 'n6'}), ('pending', 7, 'D', {'name': 'n7'}), ('assign', 7, 'b0', [0, 1]), ('remove', 5, 'b3', 1),
        ('append', 6, 'b3', 1), ('name', 0, None, 'x11'), ('append', 7, 'b0', 1), ('remove', 5, 'b3', 0), ('delete', 4),
        ('name', 2, None, 'x15'), ('name', 2, None, 'x16'), ('name', 5, None, 'x17'), ('name', 3, None, 'x18'), ('expire_all',), ('flush',),
        ('name', 1, None, 'x21'), ('pending', 8, 'A', {'name': 'n8'}), ('append', 7, 'b0', 0), ('name', 6, None, 'x24'),
        ('append', 7, 'b0', 1), ('name', 6, None, 'x26'), ('flush',), ('new', 9, 'B', {'name': 'n9'}), ('append', 6, 'b3', 1),
        ('new', 10, 'D', {'name': 'n10'}), ('assign', 2, 'b3', [0, 1]), ('flush',), ('append', 2, 'b3', 1),
        ('new', 11, 'C', {'name': 'n11'}),
    ])

play(
    218, [('A', None), ('B', 'A'), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r2', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('set', 1, 'r0', None), ('delete', 0), ('name', 2, None, 'x6'), ('delete', 1), ('commit',),
        ('new', 4, 'D', {'name': 'n4', 'id': 104}), ('delete', 3), ('flush',), ('set', 4, 'r0', None),
        ('merge', None, 'D', {'id': 1, 'name': 'm13'}), ('expire_all',),
    ])

play(
    219, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_many', 'A', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'A', 'r2', 'A', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_many', 'C', 'r3', 'D', 'b3', {}, {}),
        ('many_to_many', 'C', 'r4', 'C', 'b4', {'cascade': 'all'}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'D', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('flush',),
        ('name', 5, None, 'x7'), ('flush',), ('append', 1, 'b3', 0), ('merge', None, 'B', {'id': 2, 'name': 'm10'}), ('append', 0, 'r3', 1),
        ('flush',), ('delete', 5), ('flush',), ('new', 6, 'D', {'name': 'n6'}), ('name', 2, None, 'x16'),
        ('merge', None, 'D', {'id': 3, 'name': 'm17'}),
    ])

play(
    220, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {}),
        ('many_to_many', 'A', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {}),
        ('many_to_many', 'A', 'r4', 'A', None, {}, {}),
    ],
    [
        ('pending', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'C', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 3}), ('new', 4, 'C', {'name': 'n4', 'id': 5}), ('new', 5, 'C', {'name': 'n5', 'id': 6}),
        ('new', 6, 'A', {'name': 'n6', 'id': 2}), ('delete', 0), ('flush',), ('append', 1, 'r2', 1), ('remove', 6, 'b1', 2),
        ('set', 2, 'r1', 6), ('name', 5, None, 'x12'), ('name', 3, None, 'x13'), ('flush',), ('set', 3, 'r1', 1), ('set', 3, 'r3', None),
        ('commit',), ('pending', 7, 'C', {'name': 'n7', 'id': 7}), ('set', 7, 'r0', 1), ('new', 8, 'C', {'name': 'n8', 'id': 8}),
        ('set', 8, 'r1', 6), ('set', 2, 'r3', None), ('new', 9, 'C', {'name': 'n9', 'id': 9}), ('set', 3, 'r1', 1), ('delete', 9),
    ])

play(
    221, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'C', 'r0', 'B', 'b0', {}, {'cascade': 'all'}),
        ('many_to_many', 'B', 'r1', 'C', None, {}, {}),
        ('many_to_many', 'B', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 100}), ('new', 1, 'C', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2', 'id': 102}),
        ('new', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('pending', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'C', {'name': 'n6'}), ('pending', 7, 'C', {'name': 'n7', 'id': 107}), ('pending', 8, 'C', {'name': 'n8'}),
        ('append', 2, 'r2', 4), ('new', 9, 'A', {'name': 'n9'}), ('flush',), ('append', 0, 'r1', 1), ('set', 6, 'r0', 0), ('delete', 6),
        ('set', 8, 'r0', 0), ('set', 5, 'r0', 2), ('new', 10, 'B', {'name': 'n10'}), ('flush',), ('remove', 0, 'r1', 5),
        ('name', 0, None, 'x20'), ('merge', None, 'B', {'id': 3, 'name': 'm21'}), ('flush',),
        ('merge', None, 'B', {'id': 4, 'name': 'm23'}), ('assign', 2, 'r2', [9]), ('flush',), ('assign', 0, 'r1', [8]), ('set', 5, 'r0', 0),
        ('commit',), ('remove', 4, 'b2', 2), ('merge', None, 'C', {'id': 1, 'name': 'm30'}), ('delete', 7), ('delete', 8),
        ('name', 9, None, 'x33'), ('append', 4, 'b2', 0), ('set', 5, 'r0', 10), ('assign', 3, 'b2', [10, 2]), ('append', 10, 'r2', 9),
        ('delete', 9), ('flush',), ('append', 3, 'b2', 10), ('remove', 2, 'r1', 1), ('remove', 0, 'b0', 1), ('name', 1, None, 'x43'),
        ('merge', None, 'A', {'id': 2, 'name': 'm44'}), ('refresh', 4), ('append', 10, 'b0', 5),
        ('merge', None, 'C', {'id': 3, 'name': 'm47'}),
    ])

play(
    222, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 5}),
        ('new', 3, 'A', {'name': 'n3', 'id': 6}), ('new', 4, 'A', {'name': 'n4', 'id': 7}), ('new', 5, 'A', {'name': 'n5', 'id': 8}),
        ('new', 6, 'A', {'name': 'n6', 'id': 9}), ('new', 7, 'B', {'name': 'n7', 'id': 1}), ('set', 2, 'r1', 3), ('set', 7, 'r2', 7),
        ('merge', None, 'B', {'id': 3, 'name': 'm10'}), ('refresh', 6), ('set', 7, 'r2', 7), ('assign', 2, 'b0', []),
        ('append', 3, 'b0', 7), ('delete', 6), ('append', 7, 'b2', 7), ('new', 8, 'A', {'name': 'n8', 'id': 11}),
    ])

play(
    223, [('A', None), ('B', None), ('C', 'A'), ('D', None)],
    [
        ('many_to_many', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 3}), ('new', 2, 'D', {'name': 'n2', 'id': 1}),
        ('new', 3, 'C', {'name': 'n3', 'id': 4, 'extra_c': 3}), ('pending', 4, 'A', {'name': 'n4', 'id': 5}),
        ('new', 5, 'A', {'name': 'n5', 'id': 6}), ('new', 6, 'B', {'name': 'n6', 'id': 2}), ('new', 7, 'B', {'name': 'n7', 'id': 4}),
        ('flush',), ('set', 2, 'r2', 7), ('set', 2, 'r2', None), ('set', 2, 'r2', 7), ('name', 6, None, 'x12'), ('flush',),
        ('set', 2, 'r2', 6), ('flush',), ('remove', 7, 'b2', 2), ('remove', 3, 'b1', 0),
        ('pending', 8, 'C', {'name': 'n8', 'id': 7, 'extra_c': 8}), ('remove', 8, 'b1', 0), ('merge', None, 'D', {'id': 3, 'name': 'm20'}),
        ('expire_all',), ('set', 2, 'r2', 7), ('merge', None, 'A', {'id': 3, 'name': 'm23'}),
        ('merge', None, 'D', {'id': 4, 'name': 'm24'}), ('new', 9, 'D', {'name': 'n9', 'id': 2}), ('delete', 3),
        ('new', 10, 'C', {'name': 'n10', 'id': 8}), ('pending', 11, 'D', {'name': 'n11', 'id': 3}),
        ('pending', 12, 'B', {'name': 'n12', 'id': 6}), ('flush',), ('assign', 7, 'b2', []),
    ])

play(
    227, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'A', 'b0', {}, {'passive_deletes': True}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {'post_update': True}, {'post_update': True}),
        ('many_to_many', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_many', 'A', 'r3', 'D', None, {}, {}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
    ],
    [
        ('new', 0, 'E', {'name': 'n0', 'id': 1}), ('pending', 1, 'E', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('name', 0, None, 'x3'), ('pending', 3, 'E', {'name': 'n3', 'id': 3}), ('refresh', 1), ('pending', 4, 'B', {'name': 'n4', 'id': 1}),
        ('name', 1, None, 'x7'), ('pending', 5, 'E', {'name': 'n5', 'id': 4}), ('new', 6, 'C', {'name': 'n6', 'id': 1}), ('flush',),
        ('flush',), ('set', 6, 'r4', None), ('name', 0, None, 'x13'),
    ])

play(
    230, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'B', 'b1', {'cascade': 'save-update'}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'A', {'name': 'n2'}), ('new', 3, 'C', {'name': 'n3'}),
        ('set', 3, 'r1', 1), ('new', 4, 'C', {'name': 'n4'}), ('refresh', 1), ('refresh', 0), ('new', 5, 'C', {'name': 'n5', 'id': 105}),
        ('new', 6, 'C', {'name': 'n6', 'id': 106}), ('refresh', 4), ('name', 2, None, 'x11'), ('set', 6, 'r1', 1), ('name', 2, None, 'x13'),
        ('name', 4, None, 'x14'), ('delete', 2), ('set', 3, 'r1', 0), ('new', 7, 'A', {'name': 'n7'}), ('flush',), ('delete', 6),
    ])

play(
    231, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'B', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'B', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 1}), ('new', 2, 'B', {'name': 'n2', 'id': 3}),
        ('new', 3, 'B', {'name': 'n3', 'id': 4}), ('new', 4, 'A', {'name': 'n4', 'id': 3}), ('pending', 5, 'A', {'name': 'n5', 'id': 4}),
        ('new', 6, 'A', {'name': 'n6', 'id': 6}), ('pending', 7, 'B', {'name': 'n7', 'id': 5}), ('remove', 4, 'b3', 0), ('flush',),
        ('append', 5, 'b3', 7), ('remove', 1, 'b3', 0), ('flush',), ('remove', 5, 'b3', 3), ('set', 7, 'r0', None), ('delete', 2),
        ('set', 0, 'r1', None), ('name', 1, None, 'x17'), ('assign', 4, 'b3', [3, 0]), ('assign', 1, 'b3', []), ('delete', 4),
    ])

play(
    233, [('A', None), ('B', None), ('C', None)],
    [
        ('many_to_one', 'A', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', None, {'post_update': True}, {}),
        ('many_to_one', 'C', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2'}),
        ('new', 3, 'B', {'name': 'n3'}), ('new', 4, 'B', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('new', 6, 'C', {'name': 'n6'}),
        ('new', 7, 'B', {'name': 'n7'}), ('assign', 2, 'b0', []), ('new', 8, 'A', {'name': 'n8'}), ('append', 5, 'b2', 6),
        ('new', 9, 'A', {'name': 'n9'}), ('name', 6, None, 'x12'), ('delete', 4), ('commit',), ('append', 0, 'b1', 6), ('refresh', 3),
        ('flush',), ('expire_all',), ('name', 7, None, 'x19'), ('append', 3, 'b2', 6), ('name', 8, None, 'x21'),
    ])

play(
    234, [('A', None), ('B', None), ('C', 'B'), ('D', None)],
    [
        ('many_to_one', 'C', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'B', 'r3', 'D', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'C', 'r4', 'A', None, {}, {}),
        ('many_to_many', 'B', 'r5', 'A', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'A', {'name': 'n1', 'id': 2}), ('new', 2, 'D', {'name': 'n2', 'id': 2}),
        ('set', 2, 'r2', None), ('flush',), ('flush',), ('flush',), ('flush',), ('delete', 0), ('commit',), ('name', 1, None, 'x10'),
    ])

play(
    235, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'C', 'b1', {}, {}),
        ('many_to_many', 'C', 'r2', 'D', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1'}), ('pending', 2, 'C', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'D', {'name': 'n3'}), ('name', 3, None, 'x4'), ('new', 4, 'D', {'name': 'n4'}), ('append', 1, 'b2', 2),
        ('assign', 3, 'b2', []), ('new', 5, 'D', {'name': 'n5'}), ('refresh', 1), ('assign', 2, 'r2', []), ('name', 3, None, 'x11'),
        ('flush',), ('append', 4, 'b2', 2), ('append', 1, 'b2', 2), ('delete', 1), ('remove', 2, 'r2', 4), ('delete', 0),
        ('merge', None, 'B', {'id': 1, 'name': 'm18'}), ('name', 2, None, 'x19'), ('append', 3, 'b2', 2), ('assign', 4, 'b2', [2]),
        ('append', 5, 'b2', 2), ('remove', 5, 'b2', 2), ('append', 3, 'b2', 2), ('delete', 5), ('remove', 4, 'b2', 2),
    ])

play(
    244, [('A', None), ('B', None), ('C', None), ('D', 'A'), ('E', None)],
    [
        ('many_to_one', 'C', 'r0', 'C', 'b0', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_many', 'E', 'r2', 'C', 'b2', {}, {}),
        ('many_to_one', 'E', 'r3', 'B', 'b3', {}, {}),
        ('many_to_one', 'A', 'r4', 'C', 'b4', {}, {}),
    ],
    [
        ('pending', 0, 'A', {'name': 'n0', 'id': 1}), ('new', 1, 'E', {'name': 'n1', 'id': 2}), ('new', 2, 'E', {'name': 'n2', 'id': 4}),
        ('pending', 3, 'A', {'name': 'n3', 'id': 3}), ('new', 4, 'E', {'name': 'n4', 'id': 6}), ('name', 1, None, 'x5'),
        ('set', 2, 'r3', None), ('delete', 2), ('flush',), ('set', 3, 'r4', None), ('set', 0, 'r4', None), ('set', 1, 'r3', None),
        ('name', 4, None, 'x12'), ('name', 0, None, 'x13'), ('name', 1, None, 'x14'), ('set', 0, 'r4', None), ('set', 3, 'r4', None),
        ('name', 1, None, 'x17'), ('set', 0, 'r4', None),
    ])

play(
    245, [('A', None), ('B', None), ('C', 'B')],
    [
        ('many_to_one', 'C', 'r0', 'A', None, {}, {}),
        ('many_to_one', 'C', 'r1', 'C', 'b1', {}, {}),
        ('many_to_one', 'C', 'r2', 'A', 'b2', {}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {}, {}),
    ],
    [
        ('new', 0, 'C', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 3}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'B', {'name': 'n3', 'id': 4}), ('new', 4, 'B', {'name': 'n4', 'id': 5}), ('new', 5, 'C', {'name': 'n5', 'id': 6}),
        ('pending', 6, 'B', {'name': 'n6', 'id': 7}), ('name', 2, None, 'x7'), ('flush',), ('delete', 0), ('name', 6, None, 'x10'),
        ('set', 5, 'r0', 2), ('name', 3, None, 'x12'), ('name', 2, None, 'x13'),
    ])

play(
    246, [('A', None), ('B', None)],
    [
        ('many_to_many', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'A', 'r1', 'B', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'A', 'r2', 'A', 'b2', {}, {}),
    ],
    [
        ('new', 0, 'B', {'name': 'n0'}), ('pending', 1, 'B', {'name': 'n1'}), ('pending', 2, 'A', {'name': 'n2', 'id': 102}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4', 'id': 104}), ('pending', 5, 'B', {'name': 'n5'}),
        ('new', 6, 'B', {'name': 'n6'}), ('append', 0, 'r0', 4), ('set', 2, 'r1', 0), ('flush',),
        ('merge', None, 'A', {'id': 3, 'name': 'm10'}), ('flush',), ('assign', 0, 'b1', [2]), ('delete', 3), ('remove', 0, 'b1', 4),
        ('new', 7, 'A', {'name': 'n7'}), ('flush',), ('remove', 0, 'b1', 2), ('append', 7, 'b0', 5), ('append', 0, 'r0', 7), ('flush',),
        ('delete', 0), ('name', 5, None, 'x22'), ('name', 4, None, 'x23'), ('new', 8, 'B', {'name': 'n8', 'id': 108}), ('expire_all',),
        ('assign', 5, 'r0', [4, 7]), ('name', 7, None, 'x27'), ('delete', 1), ('name', 5, None, 'x29'), ('refresh', 8), ('delete', 8),
        ('name', 7, None, 'x32'), ('name', 7, None, 'x33'), ('name', 2, None, 'x34'), ('new', 9, 'B', {'name': 'n9'}),
    ])

play(
    247, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', 'C')],
    [
        ('many_to_one', 'B', 'r0', 'B', None, {'post_update': True}, {}),
        ('many_to_one', 'E', 'r1', 'E', 'b1', {'post_update': True}, {'post_update': True, 'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'A', None, {}, {}),
        ('many_to_one', 'D', 'r4', 'A', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'C', 'r5', 'B', 'b5', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'F', {'name': 'n1', 'id': 101}), ('new', 2, 'F', {'name': 'n2'}),
        ('name', 1, None, 'x3'), ('name', 0, None, 'x4'), ('delete', 0), ('flush',), ('set', 2, 'r5', None), ('set', 1, 'r5', None),
        ('set', 1, 'r5', None), ('flush',), ('name', 2, None, 'x11'), ('name', 2, None, 'x12'), ('set', 1, 'r5', None),
        ('new', 3, 'A', {'name': 'n3', 'id': 103}), ('set', 1, 'r5', None), ('set', 2, 'r5', None),
    ])

play(
    249, [('A', None), ('B', None), ('C', None), ('D', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {}),
        ('many_to_one', 'D', 'r1', 'B', 'b1', {}, {}),
        ('many_to_one', 'D', 'r2', 'A', 'b2', {'cascade': 'merge'}, {}),
        ('many_to_one', 'A', 'r3', 'A', 'b3', {}, {}),
        ('many_to_one', 'C', 'r4', 'B', 'b4', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_many', 'B', 'r5', 'C', 'b5', {}, {}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'D', {'name': 'n1', 'id': 2}), ('new', 2, 'C', {'name': 'n2', 'id': 2}),
        ('new', 3, 'B', {'name': 'n3', 'id': 1}), ('new', 4, 'C', {'name': 'n4', 'id': 3}), ('pending', 5, 'A', {'name': 'n5', 'id': 1}),
        ('append', 5, 'b2', 0), ('append', 5, 'b0', 3), ('append', 5, 'b2', 0), ('append', 3, 'b4', 4), ('name', 5, None, 'x10'),
        ('set', 5, 'r3', 5), ('flush',), ('expire_all',), ('append', 4, 'b5', 3), ('set', 1, 'r2', 5),
        ('merge', None, 'C', {'id': 2, 'name': 'm16'}), ('flush',), ('delete', 4), ('flush',), ('set', 0, 'r1', 3), ('set', 5, 'r3', 5),
        ('commit',), ('append', 2, 'b5', 3), ('pending', 6, 'C', {'name': 'n6', 'id': 4}), ('flush',), ('append', 5, 'b0', 3), ('flush',),
        ('set', 0, 'r1', 3), ('merge', None, 'A', {'id': 1, 'name': 'm29'}), ('name', 6, None, 'x30'), ('set', 0, 'r1', None), ('flush',),
    ])

play(
    250, [('A', None), ('B', None), ('C', 'A'), ('D', None), ('E', None)],
    [
        ('many_to_one', 'D', 'r0', 'C', 'b0', {}, {}),
        ('many_to_one', 'B', 'r1', 'B', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r2', 'B', 'b2', {}, {}),
        ('many_to_one', 'C', 'r3', 'C', 'b3', {'post_update': True}, {'cascade': 'all'}),
        ('many_to_one', 'D', 'r4', 'D', 'b4', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'A', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('pending', 3, 'A', {'name': 'n3'}), ('new', 4, 'A', {'name': 'n4'}), ('pending', 5, 'A', {'name': 'n5'}),
        ('new', 6, 'E', {'name': 'n6'}), ('name', 1, None, 'x7'), ('refresh', 1), ('new', 7, 'A', {'name': 'n7'}),
        ('new', 8, 'A', {'name': 'n8'}), ('merge', None, 'C', {'id': 1, 'name': 'm11'}), ('refresh', 4), ('name', 6, None, 'x13'),
        ('pending', 9, 'E', {'name': 'n9'}),
    ])

play(
    251, [('A', None), ('B', None), ('C', None), ('D', None), ('E', None), ('F', None)],
    [
        ('many_to_one', 'D', 'r0', 'D', None, {}, {}),
        ('many_to_one', 'F', 'r1', 'A', 'b1', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r2', 'A', None, {'cascade': 'merge'}, {}),
        ('many_to_one', 'F', 'r3', 'B', 'b3', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'F', 'r4', 'C', 'b4', {}, {'cascade': 'all, delete-orphan'}),
    ],
    [
        ('new', 0, 'D', {'name': 'n0', 'id': 1}), ('new', 1, 'B', {'name': 'n1', 'id': 1}), ('new', 2, 'A', {'name': 'n2', 'id': 1}),
        ('new', 3, 'A', {'name': 'n3', 'id': 2}), ('new', 4, 'F', {'name': 'n4', 'id': 2}), ('new', 5, 'A', {'name': 'n5', 'id': 3}),
        ('new', 6, 'C', {'name': 'n6', 'id': 2}), ('remove', 5, 'b1', 4), ('expire_all',), ('delete', 1),
        ('new', 7, 'F', {'name': 'n7', 'id': 3}), ('set', 7, 'r3', None), ('pending', 8, 'C', {'name': 'n8', 'id': 3}),
        ('assign', 5, 'b1', [7]), ('name', 3, None, 'x14'), ('name', 8, None, 'x15'), ('append', 3, 'b1', 4), ('flush',), ('delete', 7),
        ('flush',), ('append', 2, 'b1', 4), ('set', 4, 'r4', 8), ('new', 9, 'A', {'name': 'n9', 'id': 4}), ('append', 2, 'b1', 4),
        ('assign', 9, 'b1', [4]), ('append', 2, 'b1', 4), ('delete', 8), ('remove', 3, 'b1', 4), ('append', 3, 'b1', 4),
        ('append', 6, 'b4', 4), ('set', 4, 'r1', 2), ('new', 10, 'C', {'name': 'n10', 'id': 5}), ('flush',), ('name', 6, None, 'x33'),
        ('flush',), ('pending', 11, 'E', {'name': 'n11', 'id': 1}),
    ])

play(
    252, [('A', None), ('B', 'A'), ('C', None), ('D', None), ('E', None), ('F', None), ('G', None), ('H', None)],
    [
        ('many_to_one', 'E', 'r0', 'H', None, {'post_update': True, 'cascade': 'merge'}, {}),
        ('many_to_one', 'E', 'r1', 'A', 'b1', {}, {'cascade': 'all, delete-orphan'}),
        ('many_to_one', 'B', 'r2', 'B', 'b2', {}, {'passive_deletes': True}),
        ('many_to_one', 'C', 'r3', 'B', 'b3', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r4', 'C', 'b4', {'cascade': 'save-update'}, {'passive_deletes': True}),
        ('many_to_one', 'F', 'r5', 'D', 'b5', {}, {'cascade': 'all'}),
        ('many_to_one', 'E', 'r6', 'E', 'b6', {}, {}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('pending', 1, 'D', {'name': 'n1'}), ('new', 2, 'C', {'name': 'n2'}),
        ('new', 3, 'C', {'name': 'n3'}), ('expire_all',), ('new', 4, 'B', {'name': 'n4', 'id': 104, 'extra_b': 4}),
        ('new', 5, 'C', {'name': 'n5'}), ('delete', 2), ('refresh', 0), ('set', 5, 'r3', 4), ('set', 3, 'r3', 4), ('set', 3, 'r3', None),
        ('append', 4, 'b3', 3), ('set', 5, 'r3', 4), ('name', 3, None, 'x14'), ('delete', 0), ('flush',), ('new', 6, 'H', {'name': 'n6'}),
        ('set', 5, 'r3', None), ('new', 7, 'H', {'name': 'n7'}), ('delete', 1), ('name', 6, None, 'x21'), ('new', 8, 'E', {'name': 'n8'}),
        ('new', 9, 'E', {'name': 'n9'}), ('delete', 6), ('flush',), ('set', 8, 'r1', 4), ('flush',), ('append', 3, 'b4', 8),
        ('remove', 4, 'b2', 4), ('set', 5, 'r3', 4), ('name', 7, None, 'x31'), ('delete', 8), ('flush',), ('flush',), ('set', 9, 'r4', 5),
        ('name', 4, None, 'x36'), ('delete', 5), ('name', 3, None, 'x38'), ('assign', 4, 'b1', [9]),
    ])

play(
    253, [('A', None), ('B', None), ('C', None), ('D', 'C'), ('E', None), ('F', None), ('G', None)],
    [
        ('many_to_one', 'F', 'r1', 'A', 'b1', {}, {}),
        ('many_to_one', 'F', 'r2', 'C', None, {}, {}),
        ('many_to_one', 'G', 'r3', 'E', 'b3', {}, {}),
        ('many_to_one', 'G', 'r4', 'D', 'b4', {}, {}),
        ('many_to_one', 'B', 'r5', 'B', None, {}, {}),
    ],
    [
        ('pending', 0, 'G', {'name': 'n0'}), ('new', 1, 'D', {'name': 'n1', 'extra_d': 1}), ('new', 2, 'B', {'name': 'n2'}),
        ('new', 3, 'E', {'name': 'n3'}), ('pending', 4, 'A', {'name': 'n4'}), ('delete', 0), ('merge', None, 'A', {'id': 1, 'name': 'm6'}),
        ('flush',), ('new', 5, 'E', {'name': 'n5'}), ('flush',), ('delete', 2), ('flush',), ('flush',), ('delete', 3), ('flush',),
    ])

play(
    255, [('A', None), ('B', None)],
    [
        ('many_to_one', 'B', 'r0', 'A', 'b0', {}, {'cascade': 'all'}),
    ],
    [
        ('new', 0, 'A', {'name': 'n0'}), ('new', 1, 'B', {'name': 'n1'}), ('new', 2, 'B', {'name': 'n2'}), ('new', 3, 'A', {'name': 'n3'}),
        ('new', 4, 'A', {'name': 'n4'}), ('new', 5, 'B', {'name': 'n5'}), ('flush',), ('append', 4, 'b0', 2), ('delete', 3),
        ('set', 5, 'r0', 0), ('set', 2, 'r0', 4), ('set', 1, 'r0', None), ('name', 2, None, 'x12'), ('name', 0, None, 'x13'),
        ('refresh', 0), ('name', 2, None, 'x15'), ('flush',), ('refresh', 4),
    ])
