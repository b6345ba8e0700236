// How SQLite finds rows: costly steps are marked, an index is offered after it was tried on a copy.
import { expect, test } from "./playground.js";

const PROGRAM = `from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Town(Base):
    __tablename__ = "town"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    people: Mapped[int]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Town(name=f"town {n}", people=n * 10) for n in range(500)])
    session.commit()
    found = session.scalars(select(Town).where(Town.name == "town 7's")).all()
    found = session.scalars(select(Town).where(Town.name == "town 77")).all()
    session.get(Town, 3)
    session.scalars(select(Town).order_by(Town.people).limit(2)).all()
`;
const BY_NAME = "WHERE town.name";
const BY_KEY = "WHERE town.id";

test.beforeEach(async ({ playground }) => {
  await playground.open();
  expect(await playground.run(PROGRAM)).toBe("finished");
});

test("marks a scan of a whole table, and offers an index that changes the plan", async ({ playground }) => {
  await playground.plan.show();
  const { plan } = playground;
  await plan.item(BY_NAME).click();
  await expect(plan.warnings()).toContainText("SCAN town");
  await expect(plan.warnings()).toContainText("Reads the whole table, row by row.");
  await expect(plan.item(BY_NAME)).toContainText("has a warning");
  await expect(plan.after).toContainText(/SEARCH town USING INDEX .*\(name=\?\)/);
  await expect(plan.warnings(plan.after)).toHaveCount(0);
  await expect(plan.finding).toContainText("town has no index on name");
  await expect(plan.finding).toContainText("mapped_column(index=True) for name");
});

test("counts statements of one shape once", async ({ playground }) => {
  await playground.plan.show();
  await expect(playground.plan.item(BY_NAME)).toHaveCount(1);
  await expect(playground.plan.item(BY_NAME)).toContainText("× 2");
});

test("marks a sort that no index serves", async ({ playground }) => {
  await playground.plan.show();
  await playground.plan.item("ORDER BY").click();
  await expect(playground.plan.warnings()).toContainText("USE TEMP B-TREE FOR ORDER BY");
  await expect(playground.plan.finding).toContainText("town has no index on people");
});

test("a query by primary key has no warning", async ({ playground }) => {
  await playground.plan.show();
  const { plan } = playground;
  await plan.item(BY_KEY).click();
  await expect(plan.now).toContainText("SEARCH town USING INTEGER PRIMARY KEY");
  await expect(plan.warnings()).toHaveCount(0);
  await expect(plan.after).toBeHidden();
  await expect(plan.finding).toBeHidden();
  await plan.only("With warnings").click();
  await expect(plan.item(BY_NAME)).toHaveCount(1);
  await expect(plan.item(BY_KEY)).toHaveCount(0);
});

test("an index that is tried changes nothing of the program's", async ({ playground }) => {
  await playground.plan.show();
  await playground.plan.item(BY_NAME).click();
  await expect(playground.plan.finding).toBeVisible();
  await playground.console.show();
  expect(await playground.console.say("session.scalar(text('SELECT count(*) FROM town'))")).toContain("500");
  expect(await playground.console.say("session.scalars(text(\"SELECT name FROM sqlite_master WHERE type = 'index'\")).all()")).toContain("[]");
  expect((await playground.statements()).filter((it) => /EXPLAIN|INDEX/.test(it.sql) && !it.sql.includes("sqlite_master"))).toEqual([]);
});

test("the index can be copied as SQL", async ({ playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.plan.show();
  await playground.plan.item(BY_NAME).click();
  await playground.plan.finding.getByRole("button", { name: "Copy SQL" }).click();
  await expect.poll(() => playground.clipboard()).toMatch(/^CREATE INDEX \S+ ON "?town"? \("?name"?\)/);
});

test("a row of the log leads to its plan, its result and its SQL with values", async ({ playground }) => {
  await playground.openTab("SQL log");
  const detail = await playground.openDetail(playground.rows.filter({ hasText: "town 77" }).first());
  await detail.getByRole("button", { name: "Plan and result" }).click();
  const { plan } = playground;
  await expect(plan.literal).toContainText("WHERE town.name = 'town 77'");
  await expect(plan.result).toContainText("town 77");
  await expect(plan.result).toContainText("770");
});

test("a row of the log that is the first of its shape leads to its plan", async ({ playground }) => {
  const detail = await playground.openDetail(playground.rows.filter({ hasText: "town 7's" }).first());
  await detail.getByRole("button", { name: "Plan and result" }).click();
  await expect(playground.plan.literal).toContainText("WHERE town.name = 'town 7''s'");
  await expect(playground.plan.result.getByRole("row")).toHaveCount(1);
});

test("a statement is copied with its values, quoted as SQL has it", async ({ playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const detail = await playground.openDetail(playground.rows.filter({ hasText: "town 7's" }).first());
  await detail.getByRole("button", { name: "Copy with values" }).click();
  await expect.poll(() => playground.clipboard()).toMatch(/FROM town\s+WHERE town\.name = 'town 7''s'$/);
});

test("an earlier moment has only the plans until then", async ({ playground }) => {
  const first = (await playground.statements()).find((it) => it.sql.includes(BY_NAME));
  await playground.plan.show();
  await playground.goTo(first);
  await expect(playground.plan.items).toHaveCount(1);
  await playground.goToEnd();
  await expect(playground.plan.items).toHaveCount(3);
});

test("a program without queries has no plans", async ({ playground }) => {
  await playground.run("print(1)\n");
  await playground.openTab("Plan");
  await expect(playground.panel).toContainText("No SELECT, UPDATE or DELETE until this moment.");
});
