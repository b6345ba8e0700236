//! What the program printed, line by line, and the traceback of an uncaught exception.

use super::{empty::Empty, prompt::Prompt};
use crate::{
    protocol::{Failure, Outcome},
    ui::{
        format,
        hints::hint,
        icons::{self, icon},
        log::html::escape,
        page::Page,
        program::MAIN_FILE,
        run::{Ended, LineFrom, OutputLine},
        state::Phase,
        traceback::{Piece, failure_line, headline, pieces, short_class},
    },
    web::files::fetch_text,
};
use leptos::{ev::MouseEvent, html, prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::Element};
use std::fmt::Write;

/// Lines that are drawn together; only the last chunk of a growing output is drawn anew.
const CHUNK: usize = 100;

#[component]
pub(super) fn OutputPanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let has_any = Memo::new(move |_| {
        page.state.with(|it| {
            it.syntax_error.is_some()
                || it.run.as_ref().is_some_and(|it| !it.output.lines.is_empty() || it.ended.is_some())
        })
    });
    move || {
        if has_any.get() {
            view! { <div class="con"><Lines/><Prompt/></div> }.into_any()
        } else {
            view! { <Empty title="Nothing printed yet" text="Press Run to execute the program. What it prints appears here, with the line that printed it."/> }.into_any()
        }
    }
}

#[component]
fn Lines() -> impl IntoView {
    let page = expect_context::<Page>();
    let scroller = NodeRef::<html::Div>::new();
    // Key: which run, which chunk, how much of it there is, and how much of that the moment has reached.
    let chunks = Memo::new(move |_| {
        let moment = page.moment.get();
        let is_reached = move |it: &OutputLine| moment.is_none_or(|at| it.statement_count as usize <= at + 1);
        page.state.with(|it| {
            let Some(run) = &it.run else { return Vec::new() };
            let lines = &run.output.lines;
            let size = |chunk: &[OutputLine]| chunk.iter().map(|it| it.text.len() + 1).sum::<usize>();
            lines
                .chunks(CHUNK)
                .enumerate()
                .map(|(at, chunk)| {
                    let reached = chunk.iter().take_while(|it| is_reached(it)).count();
                    (run.id, at, chunk.len(), if chunk.len() < CHUNK { size(chunk) } else { 0 }, reached)
                })
                .collect::<Vec<_>>()
        })
    });
    let chunk = move |(_, at, _, _, reached): (u32, usize, usize, usize, usize)| {
        let html = page.state.with_untracked(|it| {
            let lines = it.run.as_ref().map(|it| it.output.lines.as_slice()).unwrap_or_default();
            lines.chunks(CHUNK).nth(at).map(|it| chunk_html(it, reached)).unwrap_or_default()
        });
        view! { <div class="out-chunk" inner_html=html></div> }
    };
    let dropped = Memo::new(move |_| page.state.with(|it| it.run.as_ref().map_or(0, |it| it.output.dropped_count)));
    let failure = Memo::new(move |_| {
        page.state.with(|it| {
            if it.syntax_error.is_some() {
                return it.syntax_error.clone();
            }
            match it.run.as_ref()?.ended.as_ref()? {
                Ended::Outcome(Outcome::Failed(failure)) => Some(failure.clone()),
                _ => None,
            }
        })
    });
    let is_silent = Memo::new(move |_| {
        page.state.with(|it| it.phase == Phase::Idle && it.run.as_ref().is_some_and(|it| it.output.lines.is_empty()))
    });
    let clicked = move |event: MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let link = target.and_then(|it| it.closest("[data-line]").ok().flatten());
        if let Some(line) = link.and_then(|it| it.get_attribute("data-line")?.parse().ok()) {
            page.go_to_line(line);
        }
    };
    // The end is followed as long as it is in sight.
    Effect::new(move |_| {
        chunks.track();
        failure.track();
        if let Some(scroller) = scroller.get() {
            let distance = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
            if scroller.scroll_top() > 0 && distance < 200 {
                scroller.set_scroll_top(scroller.scroll_height());
            }
        }
    });
    view! {
        <div class="out" role="log" aria-live="off" aria-label="Output of the program" tabindex="0" node_ref=scroller on:click=clicked>
            <For each=move || chunks.get() key=|it| *it children=chunk/>
            {move || (dropped.get() > 0).then(|| view! { <p class="out-note">{format::counted(dropped.get(), "further line")}" not shown."</p> })}
            {move || failure.get().map(|it| view! { <Traceback failure=it/> })}
            {move || (is_silent.get() && failure.with(Option::is_none)).then(|| view! { <p class="out-note">"The program printed nothing."</p> })}
        </div>
    }
}

#[component]
fn Traceback(failure: Failure) -> impl IntoView {
    let page = expect_context::<Page>();
    let names = page.program.with_untracked(|it| it.files.iter().map(|it| it.name.clone()).collect::<Vec<_>>());
    let main_line = failure_line(&failure, MAIN_FILE);
    let link = |line: u32| view! { <button class="log-line" type="button" data-line=line>"line "{line}</button> };
    let piece = move |it: Piece| match it {
        Piece::Text(text) => text.into_any(),
        Piece::Line { file, line } if file == MAIN_FILE => link(line).into_any(),
        Piece::Line { line, .. } => format!("line {line}").into_any(),
    };
    let (hint_class, hint_message) = (failure.class.clone(), failure.message.clone());
    let hints = page.hints;
    if hints.with_untracked(Vec::is_empty) {
        spawn_local(async move {
            // Without a hint the error says what it says.
            let table = fetch_text("hints.json").await.ok().and_then(|it| serde_json::from_str(&it).ok());
            let _ = hints.try_set(table.unwrap_or_default());
        });
    }
    let class = short_class(&failure).to_owned();
    let message = headline(&failure).to_owned();
    view! {
        <section class="out-err" aria-label="Error">
            <div class="out-err__head">
                {icon(icons::WARNING)}
                <span><b>{class}</b>{main_line.map(|it| view! { " at "{link(it)} })}{if message.is_empty() { "" } else { ": " }}{message}</span>
            </div>
            {move || hints.with(|it| hint(it, &hint_class, &hint_message).map(str::to_owned)).map(|it| view! { <p class="out-hint">{icon(icons::INFO)}<span>{it}</span></p> })}
            <div class="out-tb">{pieces(failure.traceback.trim_end(), &names).into_iter().map(piece).collect_view()}</div>
        </section>
    }
}

/// `reached`: so many lines had been printed at the moment that is shown.
fn chunk_html(lines: &[OutputLine], reached: usize) -> String {
    let mut out = String::new();
    for (at, it) in lines.iter().enumerate() {
        let future = if at >= reached { " is-future" } else { "" };
        let (class, mark) = match it.from {
            LineFrom::Stdout => ("out-line", ""),
            LineFrom::Stderr => ("out-line out-line--err", "stderr"),
            LineFrom::Typed => ("out-line out-line--typed", ""),
        };
        let prompt = if it.from == LineFrom::Typed { "&gt;&gt;&gt;" } else { "" };
        let link = it.line.map_or_else(
            || prompt.to_owned(),
            |line| format!("<button class=\"log-line\" type=\"button\" data-line=\"{line}\">line {line}</button>"),
        );
        let before = match it.statements_before {
            0 => mark.to_owned(),
            count if mark.is_empty() => format!("{} before", format::counted(count, "statement")),
            count => format!("{mark}, {} before", format::counted(count, "statement")),
        };
        write!(
            out,
            "<div class=\"{class}{future}\"><span>{link}</span><span>{}</span><span class=\"out-line__q\">{before}</span></div>",
            escape(&it.text)
        )
        .expect("a String takes all that is written");
    }
    out
}
