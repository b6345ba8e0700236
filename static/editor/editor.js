// The program editor: CodeMirror 6 behind the few calls that the page makes.
//
// Bundled by bundle.mjs to static/vendor/editor.js and imported at run time by boot.js, so that the
// page still works (with a plain text area) when this file does not arrive. It knows lines and
// marks, nothing of SQL, events or the worker. src/ui/editor/handle.rs is the other side.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import {
  drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { counts, countsGutter, setCounts } from "./gutter.js";
import { lineMarks, setError, setLinked, setNow } from "./marks.js";
import { highlighting, theme } from "./theme.js";

/**
 * Makes an editor in `parent`.
 *
 * `hooks`: readOnly, changed(), moved(line, column), run(), stop(), lineClicked(line), lineHovered(line or 0).
 */
export function create(parent, hooks) {
  const wrapping = new Compartment();
  let wraps = false;
  let files = new Map();
  let current = "";

  const extensions = () => [
    Prec.highest(keymap.of([
      { key: "Mod-Enter", run: () => (hooks.run(), true) },
      { key: "Mod-.", run: () => (hooks.stop(), true) },
      { key: "Alt-Enter", run: (it) => (hooks.lineClicked(cursor(it).line), true) },
    ])),
    lineNumbers(),
    counts, countsGutter(hooks.lineClicked),
    lineMarks,
    history(),
    highlightSpecialChars(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    python(),
    highlighting, theme,
    wrapping.of(wraps ? EditorView.lineWrapping : []),
    EditorState.readOnly.of(hooks.readOnly),
    EditorView.contentAttributes.of({
      "aria-label": `Program, ${current}`, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off",
      "aria-description": "Escape, then Tab, leaves the editor",
    }),
    keymap.of([
      ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) hooks.changed();
      if (update.docChanged || update.selectionSet) {
        const { line, column } = cursor(update.view);
        hooks.moved(line, column);
      }
    }),
    EditorView.domEventHandlers({
      mousemove: (event, it) => hover(event, it),
      mouseleave: () => hooks.lineHovered(0),
    }),
  ];

  let hovered = 0;
  const hover = (event, it) => {
    const at = it.posAtCoords({ x: event.clientX, y: event.clientY }, false);
    const line = it.state.doc.lineAt(at).number;
    if (line !== hovered) hooks.lineHovered(hovered = line);
  };

  const view = new EditorView({ parent });
  const clamped = (line) => view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));

  return {
    /** Replaces all files (`[[name, text], ...]`), forgets undo, shows the first one. */
    open(list) {
      files = new Map();
      for (const [name, text] of list) {
        current = name;
        files.set(name, EditorState.create({ doc: text, extensions: extensions() }));
      }
      current = list[0][0];
      view.setState(files.get(current));
    },
    /** A new file, empty, without touching the others. */
    add(name) {
      const shown = current;
      current = name;
      files.set(name, EditorState.create({ doc: "", extensions: extensions() }));
      current = shown;
    },
    /** Forgets a file that is not shown. */
    remove: (name) => void files.delete(name),
    show(name) {
      if (!files.has(name) || name === current) return;
      files.set(current, view.state);
      current = name;
      view.setState(files.get(name));
      this.setWrapping(wraps);
    },
    /** The texts of all files, in the order in which they were opened. */
    texts() {
      files.set(current, view.state);
      return [...files.values()].map((it) => it.doc.toString());
    },
    /** Gives the files other texts, a change of the differing middle each, so that undo and marks stay. */
    replace(texts) {
      files.set(current, view.state);
      [...files.keys()].forEach((name, index) => {
        const state = files.get(name);
        const [before, after] = [state.doc.toString(), texts[index] ?? ""];
        if (before === after) return;
        let [from, tail] = [0, 0];
        const shortest = Math.min(before.length, after.length);
        while (from < shortest && before[from] === after[from]) from++;
        while (tail < shortest - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
        const changes = { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
        if (name === current) view.dispatch({ changes, userEvent: "input" });
        else files.set(name, state.update({ changes, userEvent: "input" }).state);
      });
    },
    /** `list`: `[line, statements, hasCommit, isMany]` for each line with a pill. */
    setCounts: (list) => view.dispatch({ effects: setCounts.of(list) }),
    /** Tints the line that the log points at; 0 clears. */
    setLinked: (line) => view.dispatch({ effects: setLinked.of(line) }),
    setNow: (line) => view.dispatch({ effects: setNow.of(line) }),
    /** Marks a line as wrong, with a message below it; line 0 clears. */
    setError: (line, column, message) => view.dispatch({ effects: setError.of({ line, column, message }) }),
    goTo(line, takeFocus) {
      const at = clamped(line).from;
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      if (takeFocus) view.focus();
    },
    reveal: (line) => view.dispatch({ effects: EditorView.scrollIntoView(clamped(line).from, { y: "nearest", yMargin: 40 }) }),
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.type" });
      view.focus();
    },
    setWrapping(wanted) {
      wraps = wanted;
      view.dispatch({ effects: wrapping.reconfigure(wanted ? EditorView.lineWrapping : []) });
    },
    find: () => (openSearchPanel(view), undefined),
    focus: () => view.focus(),
  };
}

function cursor(view) {
  const head = view.state.selection.main.head;
  const line = view.state.doc.lineAt(head);
  return { line: line.number, column: head - line.from + 1 };
}
