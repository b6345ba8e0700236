//! The prompt after a run: statements in what the program left behind. What they send goes into the log.

use crate::ui::{page::Page, state::Phase};
use leptos::{ev::KeyboardEvent, html, prelude::*};

/// Lines that are kept to be taken again.
const MOST_HISTORY: usize = 200;

#[component]
pub(super) fn Prompt() -> impl IntoView {
    let page = expect_context::<Page>();
    let field = NodeRef::<html::Textarea>::new();
    let text = RwSignal::new(String::new());
    // The place in the history; its length is the new line.
    let place = RwSignal::new(page.console_history.with_untracked(Vec::len));
    let is_ready = Memo::new(move |_| {
        page.state.with(|it| {
            it.phase == Phase::Idle && it.run.as_ref().is_some_and(|it| it.ended.is_some() && !it.is_console_busy)
        })
    });
    let words = Memo::new(move |_| {
        let typed = text.get();
        page.state.with(|it| if it.completions.0 == typed { it.completions.1.clone() } else { Vec::new() })
    });
    let complete = move |word: &str| {
        text.update(|it| {
            let start = it.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
            it.truncate(start);
            it.push_str(word);
        });
        page.state.update(|it| it.completions = Default::default());
        if let Some(field) = field.get_untracked() {
            // Focus fails only on elements that are gone.
            drop(field.focus());
        }
    };
    // The only word there is follows the Tab that asked for it.
    Effect::new(move |_| {
        if let [one] = &words.get()[..] {
            complete(one);
        }
    });
    let submit = move || {
        let source = text.get_untracked();
        if source.trim().is_empty() || !is_ready.get_untracked() {
            return;
        }
        page.console_history.update(|it| {
            if it.last() != Some(&source) {
                it.push(source.clone());
            }
            let surplus = it.len().saturating_sub(MOST_HISTORY);
            it.drain(..surplus);
        });
        place.set(page.console_history.with_untracked(Vec::len));
        text.set(String::new());
        page.say(format!("{source}\n"));
    };
    let recall = move |back: bool| {
        let history = page.console_history.get_untracked();
        let at = place.get_untracked();
        let next = if back { at.saturating_sub(1) } else { (at + 1).min(history.len()) };
        place.set(next);
        text.set(history.get(next).cloned().unwrap_or_default());
    };
    let keydown = move |event: KeyboardEvent| {
        let typed = text.get_untracked();
        match event.key().as_str() {
            "Enter" if event.shift_key() || goes_on(&typed) => return,
            "Enter" => submit(),
            "ArrowUp" if !typed.contains('\n') => recall(true),
            "ArrowDown" if !typed.contains('\n') => recall(false),
            "Tab" if !event.shift_key() && !typed.trim().is_empty() => match &words.get_untracked()[..] {
                [] => page.complete(typed),
                _ => return,
            },
            "Escape" => {
                text.set(String::new());
                return;
            }
            _ => return,
        }
        event.prevent_default();
    };
    let rows = move || text.with(|it| it.lines().count() + usize::from(it.ends_with('\n'))).clamp(1, 8);
    view! {
        <div>
            {move || (words.with(Vec::len) > 0).then(|| view! {
                <div class="con-words" role="group" aria-label="Completions">
                    {words.get().into_iter().map(|word| { let name = word.clone(); view! { <button type="button" on:click=move |_| complete(&word)>{name}</button> } }).collect_view()}
                </div>
            })}
            <div class="con-in">
                <span aria-hidden="true">">>>"</span>
                <textarea node_ref=field rows=rows aria-label="A statement in what the program left behind" spellcheck="false" autocapitalize="off"
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event)) on:keydown=keydown></textarea>
                <span class="con-in__hint">{move || if is_ready.get() { "state after the run; Tab completes" } else { "waits for the run" }}</span>
            </div>
        </div>
    }
}

/// Whether the next line belongs to the same statement.
fn goes_on(typed: &str) -> bool {
    // `lines()` leaves out an empty last line, which ends a block.
    let last = typed.rsplit('\n').next().unwrap_or_default();
    let is_in_block = typed.contains('\n') && !last.trim().is_empty() && last.starts_with([' ', '\t']);
    open_brackets(typed) > 0 || last.trim_end().ends_with([':', '\\']) || is_in_block
}

/// Brackets that are not closed; those in texts and comments are none.
fn open_brackets(typed: &str) -> i32 {
    let mut depth = 0;
    let mut quote = None;
    let mut signs = typed.chars();
    while let Some(sign) = signs.next() {
        match (quote, sign) {
            (Some(_), '\\') => drop(signs.next()),
            (Some(open), _) if open == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '#') => drop(signs.by_ref().find(|it| *it == '\n')),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, _) => {}
        }
    }
    depth
}
