"""First steps: one class, four rows, three questions.

Press Run, then look at the SQL log on the right: every statement names
the line that caused it. The numbers left of the lines count statements.
"""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Planet(Base):
    __tablename__ = "planet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    moons: Mapped[int]
    discovered: Mapped[int | None]

    def __repr__(self):
        return f"{self.name} with {self.moons} moons"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Planet(name="Mars", moons=2))
    session.add_all([
        Planet(name="Jupiter", moons=97),
        Planet(name="Uranus", moons=28, discovered=1781),
        Planet(name="Neptune", moons=16, discovered=1846),
    ])
    # Nothing has been sent yet: commit() flushes first.
    session.commit()

with Session(engine) as session:
    many_moons = select(Planet).where(Planet.moons > 10).order_by(Planet.name)
    for planet in session.scalars(many_moons):
        print(planet)

    # By primary key. The row is known already, so this sends no SELECT.
    uranus = session.get(Planet, 3)
    print("found in", uranus.discovered)

    uranus.moons += 1
    session.commit()
    # commit() expired the object; reading it loads the row again.
    print(uranus)
