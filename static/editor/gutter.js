// The gutter that says how many statements each line caused.
//
// The counts belong to a run: they move with their lines, and an edited line loses its count.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { gutter, GutterMarker } from "@codemirror/view";

/** `[line, statements, hasCommit, isMany]` for each line with a pill. */
export const setCounts = StateEffect.define();

class Pill extends GutterMarker {
  constructor(count, hasCommit, isMany) {
    super();
    Object.assign(this, { count, hasCommit, isMany });
  }
  eq(other) {
    return other.count === this.count && other.hasCommit === this.hasCommit && other.isMany === this.isMany;
  }
  toDOM() {
    const pill = document.createElement("span");
    pill.className = `editor-pill${this.count ? "" : " is-txn"}${this.isMany ? " is-many" : ""}`;
    pill.textContent = this.count ? this.count.toLocaleString("en") : "C";
    pill.title = this.count
      ? `${this.count.toLocaleString("en")} ${this.count === 1 ? "statement" : "statements"} from this line (Alt+Enter)`
      : "Ends a transaction";
    return pill;
  }
}

/** Keeps the gutter wide enough for four digits before there is a pill. */
class Space extends GutterMarker {
  toDOM() {
    const space = document.createElement("span");
    space.className = "editor-pill-space";
    space.textContent = "1,200";
    return space;
  }
}

export const counts = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    if (transaction.docChanged) {
      const edited = new Set();
      transaction.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
        const doc = transaction.newDoc;
        for (let line = doc.lineAt(fromB).number; line <= doc.lineAt(toB).number; line++) edited.add(line);
      });
      set = set.map(transaction.changes).update({
        filter: (from) => !edited.has(transaction.newDoc.lineAt(from).number),
      });
    }
    for (const effect of transaction.effects) {
      if (!effect.is(setCounts)) continue;
      const doc = transaction.newDoc;
      set = RangeSet.of(
        effect.value.filter(([line]) => line >= 1 && line <= doc.lines)
          .map(([line, count, hasCommit, isMany]) => new Pill(count, hasCommit, isMany).range(doc.line(line).from)),
        true,
      );
    }
    return set;
  },
});

export const countsGutter = (lineClicked) => gutter({
  class: "editor-counts",
  markers: (view) => view.state.field(counts),
  initialSpacer: () => new Space(),
  domEventHandlers: {
    mousedown(view, block, event) {
      if (!event.target.closest(".editor-pill")) return false;
      lineClicked(view.state.doc.lineAt(block.from).number);
      return true;
    },
  },
});
