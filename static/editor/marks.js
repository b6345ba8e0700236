// Lines that the page points at: the one linked with the log, the one at work, the wrong one.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

/** The line that the log's row under the pointer came from; 0 clears. */
export const setLinked = StateEffect.define();
/** The line of the log's current row; 0 clears. */
export const setNow = StateEffect.define();
/** `{line, column, message}`; line 0 clears, column 0 means unknown. */
export const setError = StateEffect.define();

const linkedLine = Decoration.line({ class: "is-linked" });
const nowLine = Decoration.line({ class: "is-now" });
const errorLine = Decoration.line({ class: "is-error" });
const errorText = Decoration.mark({ class: "editor-error-at" });

class Message extends WidgetType {
  constructor(message) {
    super();
    this.message = message;
  }
  eq(other) {
    return other.message === this.message;
  }
  toDOM() {
    // The distance to the lines around is padding of an outer box: margins would put the gutter out
    // of step with the text.
    const outer = document.createElement("div");
    outer.className = "editor-finds";
    const box = outer.appendChild(document.createElement("div"));
    box.className = "editor-find editor-find--bad";
    box.textContent = this.message;
    return outer;
  }
}

const marked = (effectType, draw) => StateField.define({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(effectType)) set = draw(transaction.newDoc, effect.value);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const wholeLine = (decoration) => (doc, line) =>
  line >= 1 && line <= doc.lines ? Decoration.set(decoration.range(doc.line(line).from)) : Decoration.none;

function drawError(doc, { line, column, message }) {
  if (line < 1 || line > doc.lines) return Decoration.none;
  const at = doc.line(line);
  const ranges = [errorLine.range(at.from)];
  if (column > 0 && at.length > 0) {
    const from = at.from + Math.min(column - 1, at.length - 1);
    ranges.push(errorText.range(from, from + 1));
  }
  if (message) ranges.push(Decoration.widget({ widget: new Message(message), block: true, side: 1 }).range(at.to));
  return Decoration.set(ranges, true);
}

export const lineMarks = [
  marked(setLinked, wholeLine(linkedLine)),
  marked(setNow, wholeLine(nowLine)),
  marked(setError, drawError),
];
