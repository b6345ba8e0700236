// Where the boxes and lines of a diagram go. The page measures the boxes, asks this, and draws.
//
// The page loads it with `ormPlayground.load("diagram")` when the diagram of models is first opened.
// Each connected part is laid out by dagre, from left to right; the parts are then put beside each
// other in rows, because dagre would put all of them into one column. The same input gives the same output.

import { Graph, layout as layoutGraph } from "@dagrejs/dagre";

const BETWEEN_RANKS = 72;
const BETWEEN_NODES = 32;
const BETWEEN_EDGES = 16;
const BETWEEN_PARTS = 40;
/** The width of the whole to its height, near to that of the panel. */
const ASPECT = 1.6;

/** Indices of the nodes of each connected part, in the order of their first nodes. */
function connectedParts(count, ends) {
  const leader = Array.from({ length: count }, (_, index) => index);
  const find = (it) => {
    while (leader[it] !== it) it = leader[it] = leader[leader[it]];
    return it;
  };
  for (const [from, to] of ends) {
    const [a, b] = [find(from), find(to)];
    leader[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map();
  for (let index = 0; index < count; index += 1) {
    const first = find(index);
    if (!parts.has(first)) parts.set(first, []);
    parts.get(first).push(index);
  }
  return [...parts.values()];
}

/** The size of what lies between the least and the greatest of `points`, and the least one. */
function bounds(points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** A line from a box to itself, around its lower right corner; `number` tells the lines of one box apart. */
function loop({ x, y, width, height }, number) {
  const [right, bottom] = [x + width, y + height];
  const out = Math.min(14 + 6 * number, BETWEEN_NODES - 4);
  const [inX, inY] = [Math.min(16 + 8 * number, width / 2), Math.min(16 + 8 * number, height / 2)];
  return [[right, bottom - inY], [right + out, bottom - inY], [right + out, bottom + out], [right - inX, bottom + out], [right - inX, bottom]];
}

/** One connected part by itself: its size, and the places in it, by index of the node and of the edge. */
function layoutPart(indices, nodes, ends, labels) {
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: "LR", ranksep: BETWEEN_RANKS, nodesep: BETWEEN_NODES, edgesep: BETWEEN_EDGES });
  // Numbers as names: a table may be called `constructor`, and two edges may join the same tables.
  for (const it of indices) graph.setNode(`n${it}`, { width: nodes[it].width, height: nodes[it].height });
  const inside = new Set(indices);
  const edges = [...ends.keys()].filter((it) => inside.has(ends[it][0]));
  const isLoop = (it) => ends[it][0] === ends[it][1];
  for (const it of edges) if (!isLoop(it)) graph.setEdge(`n${ends[it][0]}`, `n${ends[it][1]}`, { ...labels[it], labelpos: "c" }, `e${it}`);
  layoutGraph(graph);

  const placed = indices.map((index) => {
    const { x, y, width, height } = graph.node(`n${index}`);
    return { index, x: x - width / 2, y: y - height / 2, width, height };
  });
  const loops = new Map(placed.map((it) => [it.index, { box: it, count: 0 }]));
  const lines = edges.map((index) => {
    const [from, to] = ends[index];
    // From left to right, dagre leads these through the box.
    if (isLoop(index)) {
      const points = loop(loops.get(from).box, loops.get(from).count++);
      const [x, y] = points[2];
      return { index, points, label: [x, y + labels[index].height / 2] };
    }
    const { points, x, y } = graph.edge(`n${from}`, `n${to}`, `e${index}`);
    const middle = points[Math.floor(points.length / 2)];
    return { index, points: points.map(({ x, y }) => [x, y]), label: [x ?? middle.x, y ?? middle.y] };
  });
  const corners = placed.flatMap((it) => [[it.x, it.y], [it.x + it.width, it.y + it.height]]);
  const labelCorners = lines.flatMap(({ index, label: [x, y] }) => {
    const { width, height } = labels[index];
    return [[x - width / 2, y - height / 2], [x + width / 2, y + height / 2]];
  });
  return { placed, lines, ...bounds(corners.concat(labelCorners, ...lines.map((it) => it.points))) };
}

/**
 * Gives each part its place `x`, `y`: in rows, the highest first, and in a row one below the other where a
 * higher neighbour leaves room. Parts of one height keep their order.
 */
function pack(parts) {
  const area = parts.reduce((sum, it) => sum + (it.width + BETWEEN_PARTS) * (it.height + BETWEEN_PARTS), 0);
  const limit = Math.max(Math.sqrt(area * ASPECT), ...parts.map((it) => it.width));
  let row = { y: 0, height: 0, end: 0 };
  let column = { x: 0, width: 0, end: 0 };
  for (const it of [...parts].sort((a, b) => b.height - a.height)) {
    const fitsBelow = it.width <= column.width && column.end + it.height <= row.y + row.height;
    if (!fitsBelow) {
      const isFull = row.end > 0 && row.end + it.width > limit;
      if (isFull) row = { y: row.y + row.height + BETWEEN_PARTS, height: 0, end: 0 };
      column = { x: row.end, width: it.width, end: row.y };
      row.height = Math.max(row.height, it.height);
      row.end += it.width + BETWEEN_PARTS;
    }
    it.x = column.x;
    it.y = column.end;
    column.end += it.height + BETWEEN_PARTS;
  }
}

const rounded = (it) => Math.round(it * 100) / 100;

/**
 * JSON of `{nodes: [{id, width, height}], edges: [{from, to, width, height}]}` to JSON of
 * `{width, height, nodes: [{id, x, y}], edges: [{points: [[x, y], ...], label: [x, y]}]}`: in the order of the input,
 * from 0, 0, `x` and `y` of a node being its top left, the size of an edge that of its label (0 without one), which
 * has its middle at `label`. A line begins at the border of `from` and ends at that of `to`.
 */
export function layout(json) {
  const { nodes, edges } = JSON.parse(json);
  const indexOf = new Map(nodes.map((it, index) => [it.id, index]));
  const ends = edges.map(({ from, to }) => {
    if (!indexOf.has(from) || !indexOf.has(to)) throw new Error(`The diagram has no node ${indexOf.has(from) ? to : from}.`);
    return [indexOf.get(from), indexOf.get(to)];
  });
  const labels = edges.map(({ width = 0, height = 0 }) => ({ width, height }));
  const parts = connectedParts(nodes.length, ends).map((it) => layoutPart(it, nodes, ends, labels));
  pack(parts);

  const result = { width: 0, height: 0, nodes: [], edges: [] };
  for (const part of parts) {
    const [dx, dy] = [part.x - part.left, part.y - part.top];
    for (const it of part.placed) result.nodes[it.index] = { id: nodes[it.index].id, x: rounded(it.x + dx), y: rounded(it.y + dy) };
    for (const it of part.lines) {
      const moved = ([x, y]) => [rounded(x + dx), rounded(y + dy)];
      result.edges[it.index] = { points: it.points.map(moved), label: moved(it.label) };
    }
    result.width = Math.max(result.width, rounded(part.x + part.width));
    result.height = Math.max(result.height, rounded(part.y + part.height));
  }
  return JSON.stringify(result);
}
