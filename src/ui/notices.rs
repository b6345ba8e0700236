//! One-line notices: across the page for what concerns the page, above a panel for what concerns the
//! run. Each says a fact and offers one action.

use super::{
    format,
    icons::{self, icon},
    page::{LinkNotice, Page, Panel},
    program::MAIN_FILE,
    run::{Ended, KEPT_STATEMENTS},
    state::{Phase, WorkerState},
    traceback::{failure_line, first_line, headline, short_class},
};
use crate::protocol::Outcome;
use leptos::prelude::*;

/// After this long a run is worth a line of its own.
const SLOW_RUN_MILLIS: f64 = 1_000.0;
/// After so many statements, or so long, the reader is asked whether the run is to go on.
const HEAVY_STATEMENTS: u32 = 5_000;
const HEAVY_MILLIS: f64 = 10_000.0;

/// Notices of the page: the interpreter is missing, a program is kept aside.
#[component]
pub(super) fn PageNotices() -> impl IntoView {
    let page = expect_context::<Page>();
    let failed = Memo::new(move |_| {
        page.state.with(|it| match &it.worker {
            WorkerState::Failed { message } => Some(message.clone()),
            _ => None,
        })
    });
    let link = Memo::new(move |_| page.link_notice.get());
    let is_run = Memo::new(move |_| page.state.with(|it| it.run.is_some()));
    let closed_store_error = RwSignal::new(None);
    let store_error = Memo::new(move |_| {
        page.store_error.get().filter(|it| closed_store_error.with(|closed| closed.as_ref() != Some(it)))
    });
    let kept = Memo::new(move |_| page.before.with(|it| it.as_ref().map(|it| it.title.clone())));
    view! {
        {move || failed.get().map(|message| view! {
            <div class="ui-notice ui-notice--warn" role="alert">
                {icon(icons::WARNING)}<span>{format!("{} Your text is safe.", sentence(&message))}</span>
                <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.replace_worker()>"Retry"</button>
            </div>
        })}
        {move || store_error.get().map(|message| view! {
            <div class="ui-notice ui-notice--warn" role="status">
                {icon(icons::WARNING)}<span><b>"Not kept in My programs."</b>" "{message.clone()}</span>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| closed_store_error.set(Some(message.clone()))>{icon(icons::CLOSE)}</button>
            </div>
        })}
        {move || link.get().map(|it| match it {
            LinkNotice::Bad(message) => view! {
                <div class="ui-notice ui-notice--warn" role="alert">
                    {icon(icons::WARNING)}<span>{message}" Your own program is untouched."</span>
                    <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| page.link_notice.set(None)>{icon(icons::CLOSE)}</button>
                </div>
            }.into_any(),
            LinkNotice::Opened { .. } | LinkNotice::Made if page.program.with(|it| it.is_edited_since_link) => view! {
                <div class="ui-notice ui-notice--info" role="status">
                    {icon(icons::SHARE)}<span><b>"Changed since its link was made."</b>" The address still holds the program as it was."</span>
                    <button class="ui-btn ui-btn--sm" type="button" popovertarget="share">"Make a new link"</button>
                    <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| page.link_notice.set(None)>{icon(icons::CLOSE)}</button>
                </div>
            }.into_any(),
            LinkNotice::Opened { statements } if !is_run.get() => view! {
                <div class="ui-notice ui-notice--info" role="status">
                    {icon(icons::SHARE)}<span><b>"Opened from a link, not run yet."</b>" Code from links runs only when you press Run."
                        {statements.map(|it| format!(" Its author saw {}.", format::counted(it, "statement")))}</span>
                    <button class="ui-btn ui-btn--ink ui-btn--sm" type="button" on:click=move |_| page.run()>{icon(icons::RUN)}"Run"</button>
                </div>
            }.into_any(),
            LinkNotice::Opened { statements: Some(count) } => {
                let now = page.state.with(|it| it.run.as_ref().filter(|it| it.ended.is_some()).map(|it| it.statement_count));
                now.map(|now| {
                    let words = if now == count { format!("The same {} as its author saw.", format::counted(count, "statement")) }
                        else { format!("{} here; its author saw {}.", format::counted(now, "statement"), format::count(count)) };
                    view! {
                        <div class="ui-notice ui-notice--info" role="status">{icon(icons::SHARE)}<span>{words}</span>
                            <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| page.link_notice.set(None)>{icon(icons::CLOSE)}</button></div>
                    }
                }).into_any()
            }
            LinkNotice::Opened { .. } | LinkNotice::Made => ().into_any(),
        })}
        {move || page.is_in_other_tab.get().then(|| view! {
            <div class="ui-notice ui-notice--warn" role="status">
                {icon(icons::WARNING)}<span>"This program is open in another tab, too. The one that is changed last is kept."</span>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| page.is_in_other_tab.set(false)>{icon(icons::CLOSE)}</button>
            </div>
        })}
        {move || page.has_update.get().then(|| view! {
            <div class="ui-notice ui-notice--info" role="status">
                {icon(icons::INFO)}<span>"A new version of the playground is there."</span>
                <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| { page.save_now(); crate::web::offline::apply(); }>"Reload"</button>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Later" on:click=move |_| page.has_update.set(false)>{icon(icons::CLOSE)}</button>
            </div>
        })}
        {move || kept.get().map(|title| view! {
            <div class="ui-notice ui-notice--info">
                {icon(icons::INFO)}<span>"Your program “"{title}"” is kept."</span>
                <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.take_back()>"Go back to it"</button>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Forget it" on:click=move |_| page.forget_before()>
                    {icon(icons::CLOSE)}
                </button>
            </div>
        })}
    }
}

/// With a full stop, unless it ends a sentence already.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// What the notice above the panel says.
#[derive(Clone, PartialEq)]
enum RunNotice {
    Running { statement_count: u32, line: Option<u32> },
    Heavy { statement_count: u32 },
    Stopped { statement_count: u32, line: Option<u32> },
    Failed { class: String, line: Option<u32>, message: String },
    Syntax { line: Option<u32>, message: String, has_run: bool },
    Panicked { message: String },
    OutOfMemory,
    Changed,
}

/// Notices of the run.
#[component]
pub(super) fn RunNotices() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_slow = Memo::new(move |_| page.running_millis.get() >= SLOW_RUN_MILLIS);
    let is_heavy = Memo::new(move |_| {
        let is_many = page.state.with(|it| it.run.as_ref().is_some_and(|it| it.statement_count >= HEAVY_STATEMENTS));
        is_many || page.running_millis.get() >= HEAVY_MILLIS
    });
    let notice = Memo::new(move |_| run_notice(page, is_slow.get(), is_heavy.get()));
    let is_full = Memo::new(move |_| {
        page.state.with(|it| it.run.as_ref().is_some_and(|it| it.statement_count as usize > KEPT_STATEMENTS))
    });
    view! {
        <div class="panel__notes">
            {move || notice.get().map(|it| notice_view(page, it))}
            {move || is_full.get().then(|| view! {
                <div class="ui-notice">{icon(icons::INFO)}
                    <span>"The log lists the first "{format::count(KEPT_STATEMENTS as u64)}" statements; the counts have all."</span>
                </div>
            })}
        </div>
    }
}

fn run_notice(page: Page, is_slow: bool, is_heavy: bool) -> Option<RunNotice> {
    page.state.with(|state| {
        if let Some(failure) = &state.syntax_error {
            let line = failure_line(failure, MAIN_FILE);
            return Some(RunNotice::Syntax {
                line,
                message: headline(failure).to_owned(),
                has_run: state.run.is_some(),
            });
        }
        let run = state.run.as_ref()?;
        let statement_count = run.statement_count;
        match &run.ended {
            None if state.phase == Phase::Running && is_heavy && !page.goes_on.get() => {
                Some(RunNotice::Heavy { statement_count })
            }
            None if state.phase == Phase::Running && is_slow => {
                Some(RunNotice::Running { statement_count, line: run.last_line })
            }
            Some(_) if page.is_changed.get() => Some(RunNotice::Changed),
            Some(Ended::Stopped) => Some(RunNotice::Stopped { statement_count, line: run.last_line }),
            // The output shows the whole traceback.
            Some(Ended::Outcome(Outcome::Failed(_))) if page.panel.get() == Panel::Output => None,
            Some(Ended::Outcome(Outcome::Failed(failure))) => Some(RunNotice::Failed {
                class: short_class(failure).to_owned(),
                line: failure_line(failure, MAIN_FILE),
                message: headline(failure).to_owned(),
            }),
            Some(Ended::Outcome(Outcome::Panicked { message })) => {
                Some(RunNotice::Panicked { message: message.clone() })
            }
            Some(Ended::Outcome(Outcome::OutOfMemory)) => Some(RunNotice::OutOfMemory),
            Some(Ended::Outcome(Outcome::Finished)) | None => None,
        }
    })
}

fn notice_view(page: Page, notice: RunNotice) -> AnyView {
    let in_line = |line: Option<u32>| line.map_or_else(String::new, |it| format!(", in line {it}"));
    match notice {
        RunNotice::Running { statement_count, line } => view! {
            <div class="ui-notice">
                {icon(icons::CLOCK)}
                <span><b>"Running "{move || format!("{:.1} s", page.running_millis.get() / 1000.0)}</b>
                    {(statement_count > 0).then(|| format!(", statement {}", format::count(statement_count)))}{line.map(|it| format!(", line {it}"))}</span>
                <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.stop()>
                    {icon(icons::STOP)}"Stop "<kbd class="ui-kbd">"Ctrl"</kbd><kbd class="ui-kbd">"."</kbd>
                </button>
            </div>
        }
        .into_any(),
        RunNotice::Heavy { statement_count } => view! {
            <div class="ui-finding" role="alert">
                {icon(icons::WARNING)}<span class="ui-finding__head">{format!("A long run: {} in {:.0} s so far", format::counted(statement_count, "statement"), page.running_millis.get_untracked() / 1000.0)}</span>
                <span class="ui-finding__acts">{action("Go on", move || page.goes_on.set(true))}
                    <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.stop()>{icon(icons::STOP)}"Stop"</button></span>
                <p>"It goes on until you stop it. What it has sent so far stays in the log."</p>
            </div>
        }
        .into_any(),
        RunNotice::Stopped { statement_count, line } => finding(
            "ui-finding ui-finding--info",
            icons::STOP,
            format!("Stopped after {}{}", format::counted(statement_count, "statement"), in_line(line)),
            "The open transaction was rolled back. The panels show the run up to here.".to_owned(),
            Some(action("Run again", move || page.run())),
        ),
        RunNotice::Failed { class, line, message } => finding(
            "ui-finding ui-finding--bad",
            icons::WARNING,
            line.map_or_else(|| class.clone(), |it| format!("{class} at line {it}")),
            message,
            Some(action("Show the traceback", move || page.show_panel(Panel::Output))),
        ),
        RunNotice::Syntax { line, message, has_run } => finding(
            "ui-finding ui-finding--bad",
            icons::WARNING,
            line.map_or_else(|| "SyntaxError".to_owned(), |it| format!("SyntaxError at line {it}")),
            format!("{message}. Nothing ran{}.", if has_run { "; the panels keep the last run" } else { "" }),
            line.map(|line| action("Go to the line", move || page.go_to_line(line))),
        ),
        RunNotice::Panicked { message } => finding(
            "ui-finding ui-finding--bad",
            icons::WARNING,
            "This is a defect of the playground, not of your program".to_owned(),
            format!(
                "It ended the run: {}. Your text is untouched and the interpreter starts anew. To report it, copy the \
                 report and add it to an issue of the project.",
                first_line(&message)
            ),
            Some(action("Copy the report", move || copy_report(page, &message))),
        ),
        RunNotice::OutOfMemory => finding(
            "ui-finding ui-finding--bad",
            icons::WARNING,
            "The program needed more memory than the browser gives".to_owned(),
            "The run ended there and the interpreter starts anew. Load fewer rows at a time, for example with limit()."
                .to_owned(),
            None,
        ),
        RunNotice::Changed => view! {
            <div class="ui-notice ui-notice--warn">
                {icon(icons::WARNING)}<span>"Changed since this run."</span>
                <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.run()>"Run again"</button>
            </div>
        }
        .into_any(),
    }
}

fn finding(class: &'static str, shape: &'static str, head: String, text: String, button: Option<AnyView>) -> AnyView {
    view! {
        <div class=class role="alert">
            {icon(shape)}<span class="ui-finding__head">{head}</span>
            <span class="ui-finding__acts">{button}</span><p>{text}</p>
        </div>
    }
    .into_any()
}

fn action(word: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! { <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| act()>{word}</button> }.into_any()
}

fn copy_report(page: Page, message: &str) {
    let program =
        page.program.with_untracked(|it| it.files.iter().map(|it| it.text.clone()).collect::<Vec<_>>().join("\n\n"));
    let versions = page.state.with_untracked(|it| {
        it.versions.iter().map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(", ")
    });
    let report = format!(
        "ORM Playground {}, {versions}\n\n```text\n{message}\n```\n\n```python\n{program}\n```\n",
        env!("CARGO_PKG_VERSION")
    );
    leptos::task::spawn_local(async move {
        crate::web::files::copy(&report).await;
    });
}
