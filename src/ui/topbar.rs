//! The bar at the top: the program's title, Run and Stop, the round trip, the menus.

use super::{
    examples::ExamplesMenu,
    format,
    icons::{self, icon},
    menus::MainMenu,
    page::{LATENCIES, Page},
    state::{Phase, WorkerState},
};
use leptos::prelude::*;

#[component]
pub(super) fn TopBar() -> impl IntoView {
    let page = expect_context::<Page>();
    view! {
        <header class="topbar">
            <span class="topbar__brand"><Mark/><span class="topbar__name">"ORM Playground"</span></span>
            <span class="topbar__sep"></span>
            <h1 class="topbar__group topbar__doc"><Title/></h1>
            <Status/>
            <span class="topbar__grow"></span>
            <div class="topbar__group topbar__runs"><RunButtons/></div>
            <label class="topbar__rtt" title="Simulated network round trip, added to every statement, COMMIT and ROLLBACK on a virtual clock. Nothing waits.">
                <span>"Round trip"</span><RoundTrip/>
                <output><b>{move || format::latency(page.latency_micros.get())}</b>" "<span>{move || latency_word(page)}</span></output>
            </label>
            <span class="topbar__grow"></span>
            <nav class="topbar__group topbar__nav" aria-label="Site">
                <button class="ui-btn ui-btn--ghost" type="button" popovertarget="examples" aria-label="Examples">
                    {icon(icons::EXAMPLES)}<span class="topbar__word">"Examples"</span>
                </button>
                <button class="ui-btn ui-btn--ghost" type="button" popovertarget="share" aria-label="Share">
                    {icon(icons::SHARE)}<span class="topbar__word">"Share"</span>
                </button>
                <button class="ui-btn ui-btn--ghost ui-btn--icon topbar__menu" type="button" popovertarget="menu" aria-label="Menu: theme, keyboard, about" title="Menu">
                    {icon(icons::MENU)}
                </button>
            </nav>
        </header>
        <ExamplesMenu/>
        <MainMenu/>
    }
}

/// The slider of the round trip, also in the menu of a phone.
#[component]
pub(super) fn RoundTrip() -> impl IntoView {
    let page = expect_context::<Page>();
    let place = move || LATENCIES.iter().position(|(it, _)| *it == page.latency_micros.get()).unwrap_or(0);
    let choose = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or(0);
        if let Some((micros, _)) = LATENCIES.get(place) {
            page.set_latency(*micros);
        }
    };
    view! {
        <input type="range" min="0" max=LATENCIES.len() - 1 step="1" prop:value=move || place().to_string()
            aria-label="Simulated round trip"
            aria-valuetext=move || format!("{}, {}", format::latency(page.latency_micros.get()), latency_word(page))
            on:input=choose/>
    }
}

fn latency_word(page: Page) -> &'static str {
    let micros = page.latency_micros.get();
    LATENCIES.iter().find(|(it, _)| *it == micros).map_or("", |(_, word)| *word)
}

#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 20 20" aria-hidden="true">
            <rect x="1" y="1" width="18" height="18" rx="4.5" fill="var(--ink)"/>
            <path d="M5 6.5h7M5 10h4.5M5 13.5h8.5" stroke="var(--on-ink)" stroke-width="1.6" stroke-linecap="round"/>
            <path d="M12.5 3.5v13" stroke="#f2c230" stroke-width="1.8"/>
        </svg>
    }
}

/// The title, which turns into a field when it is pressed.
#[component]
fn Title() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_open = RwSignal::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    // The text is there by then as the attribute `value`; the property would be set after this.
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            drop(field.focus());
            field.select();
        }
    });
    let finish = move |takes: bool| {
        // Closing the field takes the focus away from it, which would finish it again.
        if !is_open.get_untracked() {
            return;
        }
        let text = field.get_untracked().map(|it| it.value().trim().to_owned()).unwrap_or_default();
        is_open.set(false);
        if takes && !text.is_empty() {
            page.rename(text);
        }
    };
    let keydown = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            finish(true);
        }
        "Escape" => finish(false),
        _ => {}
    };
    move || {
        if is_open.get() {
            view! {
                <input node_ref=field class="ui-input" aria-label="Title of this program" maxlength="80"
                    value=page.program.with_untracked(|it| it.title.clone())
                    on:keydown=keydown on:blur=move |_| finish(true)/>
            }
            .into_any()
        } else {
            view! {
                <button class="topbar__title" type="button" title="Rename this program" on:click=move |_| is_open.set(true)>
                    {move || page.program.with(|it| it.title.clone())}
                </button>
            }
            .into_any()
        }
    }
}

/// What goes on: loading, queued, running, saved.
#[component]
fn Status() -> impl IntoView {
    let page = expect_context::<Page>();
    let text = Memo::new(move |_| {
        page.state.with(|it| match (it.phase, &it.worker) {
            (_, WorkerState::Failed { .. }) => ("interpreter not loaded".to_owned(), true, true),
            (Phase::Running, _) => {
                let seconds = page.running_millis.get() / 1000.0;
                (if seconds >= 1.0 { format!("Running {seconds:.1} s") } else { "Running".to_owned() }, true, false)
            }
            (phase, WorkerState::Loading { .. }) => {
                let loading = it.loading_text().unwrap_or_default();
                (if phase == Phase::Queued { format!("Run queued, {loading}") } else { loading }, true, false)
            }
            _ if !page.is_kept.get() => ("Not saved: this browser keeps no data here".to_owned(), false, true),
            _ => ("Saved on this device".to_owned(), false, false),
        })
    });
    Effect::new(move |_| {
        let title = page.program.with(|it| it.title.clone());
        let title = match page.state.with(|it| (it.phase, it.loading_text())) {
            (Phase::Running, _) => format!("Running · {title}"),
            (_, Some(loading)) => format!("{loading} · {title}"),
            _ => title,
        };
        document().set_title(&format!("{title} · ORM Playground"));
    });
    view! {
        <span class="topbar__saved" class:is-live=move || text.get().1 class:is-bad=move || text.get().2>
            {move || text.get().0}
        </span>
    }
}

#[component]
fn RunButtons() -> impl IntoView {
    let page = expect_context::<Page>();
    let phase = Memo::new(move |_| page.state.with(|it| it.phase));
    let is_console_busy =
        Memo::new(move |_| page.state.with(|it| it.run.as_ref().is_some_and(|it| it.is_console_busy)));
    let word = move || if phase.get() == Phase::Queued { "Queued" } else { "Run" };
    view! {
        <button class="ui-btn ui-btn--ink topbar__run" type="button" aria-keyshortcuts="Control+Enter"
            aria-disabled=move || (phase.get() != Phase::Idle).then_some("true") on:click=move |_| page.run()>
            {icon(icons::RUN)}<span>{word}</span><kbd class="ui-kbd">"Ctrl"</kbd><kbd class="ui-kbd">"↵"</kbd>
        </button>
        <button class="ui-btn topbar__stop" type="button" aria-label="Stop" title="Stop (Ctrl+.)" aria-keyshortcuts="Control+."
            disabled=move || phase.get() != Phase::Running && !is_console_busy.get() on:click=move |_| page.stop()>
            {icon(icons::STOP)}<span>"Stop"</span>
        </button>
    }
}
