// The layout of diagrams: nothing overlaps, lines meet their boxes, and it is the same each time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { layout } from "../../static/diagram/diagram.js";

const node = (id, width = 180, height = 120) => ({ id, width, height });
const laidOut = (nodes, edges) => {
  const text = layout(JSON.stringify({ nodes, edges }));
  assert.equal(layout(JSON.stringify({ nodes, edges })), text, "the same again");
  const result = JSON.parse(text);
  assert.deepEqual(result.nodes.map((it) => it.id), nodes.map((it) => it.id));
  assert.equal(result.edges.length, edges.length);
  const boxes = result.nodes.map((it, index) => ({ ...nodes[index], ...it }));
  for (const [index, a] of boxes.entries()) {
    assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= result.width && a.y + a.height <= result.height, `${a.id} is inside`);
    for (const b of boxes.slice(index + 1)) {
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      assert.ok(isApart, `${a.id} and ${b.id} are apart`);
    }
  }
  const isOnBorder = ([x, y], box) => {
    const isNear = (a, b) => Math.abs(a - b) < 0.1;
    const isInside = x > box.x - 0.1 && x < box.x + box.width + 0.1 && y > box.y - 0.1 && y < box.y + box.height + 0.1;
    return isInside && (isNear(x, box.x) || isNear(x, box.x + box.width) || isNear(y, box.y) || isNear(y, box.y + box.height));
  };
  for (const [index, { points }] of result.edges.entries()) {
    const find = (id) => boxes.find((it) => it.id === id);
    assert.ok(isOnBorder(points[0], find(edges[index].from)), `line ${index} begins at its box`);
    assert.ok(isOnBorder(points.at(-1), find(edges[index].to)), `line ${index} ends at its box`);
    for (const [x, y] of points) assert.ok(x >= 0 && y >= 0 && x <= result.width && y <= result.height, `line ${index} is inside`);
  }
  return { ...result, boxes };
};

test("related boxes stand from left to right", () => {
  const { boxes } = laidOut([node("author"), node("book", 200, 180), node("review")], [
    { from: "author", to: "book" },
    { from: "book", to: "review" },
  ]);
  assert.ok(boxes[0].x + boxes[0].width < boxes[1].x && boxes[1].x + boxes[1].width < boxes[2].x);
});

test("several lines between two boxes are told apart", () => {
  const line = { from: "a", to: "b" };
  const { edges } = laidOut([node("a"), node("b")], [line, line, { from: "b", to: "a" }, line]);
  assert.equal(new Set(edges.map((it) => JSON.stringify(it.points))).size, 4);
});

test("a box with lines to itself", () => {
  const { edges, boxes } = laidOut([node("a"), node("b")], [{ from: "a", to: "a" }, { from: "a", to: "b" }, { from: "a", to: "a" }]);
  assert.notDeepEqual(edges[0], edges[2]);
  for (const index of [0, 2]) assert.ok(edges[index].points.some(([x, y]) => x > boxes[0].x + boxes[0].width && y > boxes[0].y + boxes[0].height));
  laidOut([node("alone", 20, 10)], [{ from: "alone", to: "alone" }]);
});

test("unrelated boxes fill the plane, not a column", () => {
  const { width, height } = laidOut(Array.from({ length: 20 }, (_, index) => node(`t${index}`, 180, 60 + (index % 5) * 30)), []);
  assert.ok(width / height > 1 && width / height < 2.5, `${width} x ${height}`);
});

test("small parts stand beside a large one", () => {
  const large = Array.from({ length: 8 }, (_, index) => node(`large${index}`));
  const small = Array.from({ length: 6 }, (_, index) => node(`small${index}`));
  const edges = large.slice(1).map((it) => ({ from: "large0", to: it.id }));
  const { width, height } = laidOut([...small, ...large], edges);
  assert.ok(width > 500 && height < 1200, `${width} x ${height}`);
});

test("any name is a name", () => {
  const names = ["constructor", "__proto__", "toString", "1", "01", "", " ", "n0", "_d1", "\u0001", "<b>"];
  laidOut(names.map((it) => node(it)), names.map((it, index) => ({ from: it, to: names[(index * 3 + 1) % names.length] })));
});

test("a graph of many tables, with cycles", () => {
  const nodes = Array.from({ length: 60 }, (_, index) => node(`t${index}`, 150 + (index % 4) * 20, 60 + (index % 7) * 20));
  laidOut(nodes, Array.from({ length: 80 }, (_, index) => ({ from: `t${(index * 7) % 60}`, to: `t${(index * 13 + 5) % 60}` })));
});

test("nothing is nothing", () => {
  assert.deepEqual(JSON.parse(layout('{"nodes":[],"edges":[]}')), { width: 0, height: 0, nodes: [], edges: [] });
});

test("a line to an unknown box is refused", () => {
  assert.throws(() => layout(JSON.stringify({ nodes: [node("a")], edges: [{ from: "a", to: "b" }] })), /no node b/);
});
