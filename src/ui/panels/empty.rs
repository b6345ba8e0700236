//! What a panel shows before there is anything to list: what will appear, and the one button; while
//! a queued Run waits, the parts that are being loaded.

use crate::{
    protocol::LoadPart,
    ui::{
        format,
        icons::{self, icon, small_icon},
        page::Page,
        state::{PartProgress, Phase, WorkerState},
    },
};
use leptos::prelude::*;

#[component]
pub(super) fn Empty(title: &'static str, text: &'static str) -> impl IntoView {
    let page = expect_context::<Page>();
    let is_loading = Memo::new(move |_| page.state.with(|it| it.phase == Phase::Queued));
    let is_running = Memo::new(move |_| page.state.with(|it| it.phase == Phase::Running));
    let is_failed = Memo::new(move |_| page.state.with(|it| matches!(it.worker, WorkerState::Failed { .. })));
    move || {
        if is_failed.get() {
            return view! {
                <div class="st-fill"><div class="st-card">
                    <h3>"Programs cannot run yet"</h3>
                    <p>"A part of the interpreter did not arrive, see above. You can go on typing."</p>
                    <div class="st-acts">
                        <button class="ui-btn ui-btn--ink" type="button" on:click=move |_| page.replace_worker()>"Load it again"</button>
                    </div>
                </div></div>
            }
            .into_any();
        }
        if is_loading.get() {
            return view! { <Loading/> }.into_any();
        }
        if is_running.get() {
            return view! { <div class="st-fill"><div class="st-card"><h3>{title}</h3><p>"The program is running."</p></div></div> }.into_any();
        }
        view! {
            <div class="st-fill"><div class="st-card">
                <h3>{title}</h3><p>{text}</p>
                <div class="st-acts">
                    <button class="ui-btn ui-btn--ink" type="button" on:click=move |_| page.run()>
                        {icon(icons::RUN)}"Run "<kbd class="ui-kbd">"Ctrl"</kbd><kbd class="ui-kbd">"↵"</kbd>
                    </button>
                    {(!page.embed.is_on).then(|| view! { <button class="ui-btn" type="button" popovertarget="examples">"Examples"</button> })}
                </div>
            </div></div>
        }
        .into_any()
    }
}

/// The parts with their bytes; shown only once Run was pressed.
#[component]
fn Loading() -> impl IntoView {
    let page = expect_context::<Page>();
    let title = move || {
        page.state
            .with(|it| it.loading_text())
            .map_or_else(|| "Getting ready".to_owned(), |it| format!("Getting ready: {it}"))
    };
    let parts = Memo::new(move |_| {
        page.state.with(|it| match &it.worker {
            WorkerState::Loading { parts } => parts.clone(),
            _ => Vec::new(),
        })
    });
    let percent = move || {
        parts
            .with(|it| it.iter().find(|it| it.part == LoadPart::Interpreter).and_then(PartProgress::percent))
            .unwrap_or(0)
    };
    let step = move |it: PartProgress| {
        let shape = match it.percent() {
            _ if it.is_done() => icons::DONE,
            Some(percent) if percent > 0 => icons::CLOCK,
            _ => icons::WAITING,
        };
        let size = match (it.total_bytes, it.loaded_bytes) {
            (0, loaded) => format::megabytes(loaded),
            (total, loaded) => format!("{} of {}", format::megabytes(loaded), format::megabytes(total)),
        };
        view! {
            <li class:is-done=it.is_done() class:is-now=!it.is_done()>
                {small_icon(shape)}<span>{match it.part { LoadPart::Interpreter => "Python interpreter and ORM", LoadPart::Database => "SQLite" }}</span><small>{size}</small>
            </li>
        }
    };
    view! {
        <div class="st-fill"><div class="st-card">
            <h3>{title}</h3>
            <div class="st-prog" role="progressbar" aria-label="Interpreter" aria-valuemin="0" aria-valuemax="100" aria-valuenow=percent>
                <i style:width=move || format!("{}%", percent())></i>
            </div>
            <ul class="st-steps">{move || parts.get().into_iter().map(step).collect_view()}</ul>
            <p class="st-dim">"Once per device, then it starts at once. You can go on typing; your Run is queued."</p>
        </div></div>
    }
}
