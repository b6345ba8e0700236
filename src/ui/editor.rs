//! The program on the left: file tabs, the code editor (or a plain text area until and unless it
//! arrives), the foot. Marks in the text follow the run.

use super::{
    icons::{self, icon},
    page::{Page, Panel},
    program::MAIN_FILE,
    run::{Ended, MANY_STATEMENTS},
    traceback::{failure_line, headline, short_class},
};
use crate::{
    protocol::{Failure, Outcome},
    web::{
        editor::{CodeEditor, Hooks, Pill},
        observe::SizeWatch,
    },
};
use leptos::{html, prelude::*, task::spawn_local};

/// The widest page on which the editor breaks long lines.
const PHONE_WIDTH: f64 = 720.0;
/// Characters that a phone's keyboard hides.
const PHONE_KEYS: [&str; 12] = ["    ", "(", ")", "[", "]", "\"", "=", ":", ".", ",", "_", "#"];

#[component]
pub(super) fn Editor() -> impl IntoView {
    let page = expect_context::<Page>();
    view! {
        <section class="editor" aria-label="Program">
            <div class="editor__files">
                <FileTabs/>
                <div class="editor__end">
                    <span class="editor__legend" aria-hidden="true">"gutter: statements per line"</span>
                    <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Find in program (Ctrl+F)" title="Find"
                        on:click=move |_| page.with_editor(CodeEditor::find)>{icon(icons::FIND)}</button>
                </div>
            </div>
            <div class="editor__notes"></div>
            <Text/>
            <div class="editor__keys" role="group" aria-label="Characters">
                {PHONE_KEYS.map(|it| view! {
                    <button type="button" on:click=move |_| page.with_editor(|editor| editor.insert(it))>{if it.trim().is_empty() { "⇥" } else { it }}</button>
                }).into_iter().collect_view()}
            </div>
            <div class="editor__foot">
                <span>{move || { let (line, column) = page.cursor.get(); format!("Line {line}, column {column}") }}</span>
                <span>"Python · SQLAlchemy 2.1"</span><span class="grow"></span>
                <span><kbd class="ui-kbd">"Esc"</kbd>" then "<kbd class="ui-kbd">"Tab"</kbd>" leaves the editor"</span>
            </div>
        </section>
    }
}

#[component]
fn FileTabs() -> impl IntoView {
    let page = expect_context::<Page>();
    let names =
        Memo::new(move |_| page.program.with(|it| it.files.iter().map(|it| it.name.clone()).collect::<Vec<_>>()));
    let tab = move |(at, name): (usize, String)| {
        let label = name.clone();
        let show = move |_| {
            page.file.set(at);
            page.with_editor(|it| it.show(&name));
        };
        view! {
            <button class="editor__file" type="button" aria-current=move || (page.file.get() == at).then_some("true") on:click=show>{label}</button>
        }
    };
    let is_naming = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Focus fails only on elements that are gone.
            drop(field.focus());
        }
    });
    let keydown = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            let name = field.get_untracked().map(|it| it.value()).unwrap_or_default();
            if page.add_file(&name).is_some() {
                is_naming.set(false);
            }
        }
        "Escape" => is_naming.set(false),
        _ => {}
    };
    let remove = move |_| {
        let at = page.file.get_untracked();
        let name = page.program.with_untracked(|it| it.files.get(at).map(|it| it.name.clone()).unwrap_or_default());
        if window().confirm_with_message(&format!("Remove {name} from the program?")).unwrap_or(false) {
            page.remove_file(at);
        }
    };
    let is_other = move || page.file.get() > 0;
    view! {
        {move || names.get().into_iter().enumerate().map(tab).collect_view()}
        {move || (is_other() && !page.embed.is_on).then(|| view! {
            <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon editor__file-act" type="button" aria-label="Remove this file" title="Remove this file" on:click=remove>{icon(icons::CLOSE)}</button>
        })}
        {move || if is_naming.get() {
            view! { <input node_ref=field class="ui-input ui-input--sm editor__file-act" aria-label="Name of the new file" placeholder="module.py" maxlength="40" on:keydown=keydown on:blur=move |_| is_naming.set(false)/> }.into_any()
        } else if page.embed.is_on {
            ().into_any()
        } else {
            view! { <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon editor__file-act" type="button" aria-label="New file" title="New file" on:click=move |_| is_naming.set(true)>"+"</button> }.into_any()
        }}
    }
}

#[component]
fn Text() -> impl IntoView {
    let page = expect_context::<Page>();
    let host = NodeRef::<html::Div>::new();
    let watch = StoredValue::new_local(None::<SizeWatch>);
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        spawn_local(async move {
            let hooks = Hooks {
                is_read_only: page.embed.is_read_only,
                changed: Box::new(move || page.edited()),
                moved: Box::new(move |line, column| page.cursor.set((line, column))),
                run: Box::new(move || page.run()),
                stop: Box::new(move || page.stop()),
                line_clicked: Box::new(move |line| page.show_line(line)),
                line_hovered: Box::new(move |line| {
                    page.hovered_line.set((line > 0 && page.file.get_untracked() == 0).then_some(line))
                }),
            };
            if let Some(editor) = CodeEditor::create(&host, hooks).await {
                page.take_editor(editor);
                watch_width(page, watch);
            }
        });
    });
    follow_marks(page);
    view! {
        <div class="editor__host" node_ref=host>
            {move || (!page.has_editor.get()).then(|| view! { <PlainText/> })}
        </div>
    }
}

/// The text area that stands in for the code editor.
#[component]
fn PlainText() -> impl IntoView {
    let page = expect_context::<Page>();
    let text = move || {
        page.opened.track();
        let at = page.file.get();
        page.program.with_untracked(|it| it.files.get(at).map(|it| it.text.clone()).unwrap_or_default())
    };
    let take = move |event| {
        let at = page.file.get_untracked();
        let mut texts = page.program.with_untracked(|it| it.files.iter().map(|it| it.text.clone()).collect::<Vec<_>>());
        if let Some(text) = texts.get_mut(at) {
            *text = event_target_value(&event);
        }
        page.set_texts(texts);
    };
    view! { <textarea class="editor__plain" aria-label="Program" spellcheck="false" autocapitalize="off" prop:value=text on:input=take></textarea> }
}

fn watch_width(page: Page, watch: StoredValue<Option<SizeWatch>, LocalStorage>) {
    let Some(body) = document().body() else { return };
    let was = StoredValue::new(None);
    let size_watch = SizeWatch::new(&body, move |width, _| {
        let is_phone = width <= PHONE_WIDTH;
        if was.get_value() != Some(is_phone) {
            was.set_value(Some(is_phone));
            page.with_editor(|it| it.set_wrapping(is_phone));
        }
    });
    watch.set_value(size_watch);
}

/// Keeps pills, tinted lines and the wrong line as the run and the log have them.
fn follow_marks(page: Page) {
    let pills = Memo::new(move |_| {
        page.state.with(|it| {
            let Some(run) = &it.run else { return Vec::new() };
            let pill = |(line, facts): (&u32, &super::run::LineFacts)| Pill {
                line: *line,
                statement_count: facts.statement_count,
                ends_transaction: facts.ends_transaction,
                is_many: facts.statement_count > MANY_STATEMENTS,
            };
            run.lines.iter().map(pill).collect::<Vec<_>>()
        })
    });
    let is_main = Memo::new(move |_| page.has_editor.get() && page.file.get() == 0);
    Effect::new(move |_| {
        page.opened.track();
        let pills = if is_main.get() { pills.get() } else { Vec::new() };
        // After an edit the editor moves its pills itself; they are set anew only by a run.
        page.with_editor(|it| it.set_pills(&pills));
    });
    Effect::new(move |_| {
        let line = page.linked_line.get().filter(|_| is_main.get());
        page.with_editor(|it| it.set_linked(line));
    });
    let now_line = Memo::new(move |_| {
        let index = page.moment.get().or_else(|| page.now.get())?;
        page.state.with(|it| it.run.as_ref()?.statements.get(index)?.statement.line)
    });
    Effect::new(move |_| {
        let line = now_line.get().filter(|_| is_main.get());
        page.with_editor(|it| {
            it.set_now(line);
            if let Some(line) = line {
                it.reveal(line);
            }
        });
    });
    let error = Memo::new(move |_| {
        page.state.with(|it| {
            if let Some(failure) = &it.syntax_error {
                let column = failure.syntax.as_ref().map_or(0, |it| it.column);
                return Some((failure_line(failure, MAIN_FILE)?, column, error_text(failure)));
            }
            match it.run.as_ref()?.ended.as_ref()? {
                Ended::Outcome(Outcome::Failed(failure)) => {
                    Some((failure_line(failure, MAIN_FILE)?, 0, error_text(failure)))
                }
                _ => None,
            }
        })
    });
    Effect::new(move |_| {
        let error = error.get().filter(|_| is_main.get() && !page.is_changed.get());
        page.with_editor(|it| it.set_error(error.as_ref().map(|(line, column, text)| (*line, *column, text.as_str()))));
    });
    // A failure without a statement is told where the reader looks: in the output.
    Effect::new(move |_| {
        let has_output_only = page.state.with(|it| {
            it.run.as_ref().is_some_and(|it| {
                it.statement_count == 0 && matches!(it.ended, Some(Ended::Outcome(Outcome::Failed(_))))
            })
        });
        if has_output_only {
            page.panel.set(Panel::Output);
        }
    });
}

fn error_text(failure: &Failure) -> String {
    format!("{}: {}", short_class(failure), headline(failure))
}
