//! The timeline's component: lanes, the scrubber over them, buttons to move in time.

use super::layout::{Layout, Scale, Span, layout};
use super::moment::Moment;
use crate::{
    protocol::StatementKind,
    ui::{
        format,
        icons::{self, small_icon},
        log::html::kind_words,
        page::Page,
        state::Phase,
    },
};
use leptos::{ev, html, prelude::*, web_sys::HtmlElement};
use std::time::Duration;

/// One step while playing.
const STEP: Duration = Duration::from_millis(220);

#[component]
pub(in crate::ui) fn Timeline() -> impl IntoView {
    let page = expect_context::<Page>();
    let has_run = Memo::new(move |_| page.state.with(|it| it.run.as_ref().is_some_and(|it| !it.statements.is_empty())));
    move || has_run.get().then(|| view! { <Shown/> })
}

#[component]
fn Shown() -> impl IntoView {
    let page = expect_context::<Page>();
    let scale = RwSignal::new(Scale::default());
    let is_collapsed = RwSignal::new(false);
    // While a run grows its layout follows the fold, which follows the frames.
    let made = Memo::new(move |_| {
        let latency = page.latency_micros.get();
        page.state.with(|it| it.run.as_ref().map(|it| layout(it, scale.get(), latency)).unwrap_or_default())
    });
    let moment = page.shown_moment();
    let is_running = Memo::new(move |_| page.state.with(|it| it.phase == Phase::Running));
    let playing = StoredValue::new_local(None::<IntervalHandle>);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        if let Some(handle) = playing.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        is_playing.set(false);
    };
    let play = move || {
        if is_playing.get_untracked() {
            stop();
            return;
        }
        if page.moment.get_untracked().is_none() {
            page.go_to_moment(Some(0));
        }
        let tick = move || {
            page.step_moment(true);
            if page.moment.get_untracked().is_none() {
                stop();
            }
        };
        playing.set_value(set_interval_with_handle(tick, STEP).ok());
        is_playing.set(true);
    };
    on_cleanup(stop);
    Effect::new(move |seen: Option<u32>| {
        let asked = page.play.get();
        if seen.is_some_and(|it| it != asked) {
            play();
        }
        asked
    });
    let button = move |name: &'static str, shape: &'static str, act: Callback<()>| {
        view! {
            <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label=name title=name
                on:click=move |_| act.run(())>{small_icon(shape)}</button>
        }
    };
    let to = move |at: Option<usize>| Callback::new(move |()| page.go_to_moment(at));
    let scales = [(Scale::Compressed, "Compressed"), (Scale::TrueTime, "True time")].map(|(it, words)| {
        view! { <button type="button" aria-pressed=move || (scale.get() == it).to_string() on:click=move |_| scale.set(it)>{words}</button> }
    });
    view! {
        <section class="tl" class:tl--collapsed=move || is_collapsed.get() aria-label="Run timeline">
            <div class="tl__head">
                <div class="tl__btns" role="group" aria-label="Move in time">
                    {button("Start (Home)", icons::FIRST, to(Some(0)))}
                    {button("Previous statement (comma)", icons::BACK, Callback::new(move |()| page.step_moment(false)))}
                    <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" title="Play (P)"
                        aria-label=move || if is_playing.get() { "Pause (P)" } else { "Play (P)" } on:click=move |_| play()>
                        {move || small_icon(if is_playing.get() { icons::PAUSE } else { icons::RUN })}</button>
                    {button("Next statement (full stop)", icons::FORWARD, Callback::new(move |()| page.step_moment(true)))}
                    {button("End (End)", icons::LAST, to(None))}
                </div>
                <p class="tl__read">{move || read(moment.get(), is_running.get())}</p>
                <span class="tl__grow"></span>
                {move || moment.with(|it| it.at.is_some()).then(|| view! {
                    <button class="ui-link tl__back" type="button" on:click=move |_| page.go_to_moment(None)>"Back to the end "<kbd class="ui-kbd">"End"</kbd></button>
                })}
                <div class="ui-seg" role="group" aria-label="Time scale">{scales.into_iter().collect_view()}</div>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon tl__toggle" type="button" title="Collapse or expand"
                    aria-label="Timeline" aria-expanded=move || (!is_collapsed.get()).to_string()
                    on:click=move |_| is_collapsed.update(|it| *it = !*it)>{small_icon(icons::DOWN)}</button>
            </div>
            <div class="tl__body">
                <div class="tl__labels" aria-hidden="true">
                    <span>"Program"</span><span>"Transactions"</span><span>"Statements"</span><span>"Session"</span><span>"Virtual time"</span>
                </div>
                <Lanes made moment/>
            </div>
        </section>
    }
}

#[component]
fn Lanes(made: Memo<Layout>, moment: Memo<Moment>) -> impl IntoView {
    let page = expect_context::<Page>();
    let lanes = NodeRef::<html::Div>::new();
    let range = NodeRef::<html::Input>::new();
    let is_dragging = StoredValue::new(false);
    // A place is nearer to what is drawn there than the range's own even steps.
    let go = move |event: &ev::PointerEvent| {
        let Some(lanes) = lanes.get_untracked() else { return };
        let rect = lanes.get_bounding_client_rect();
        let place = (f64::from(event.client_x()) - rect.left()) / rect.width() * 100.0;
        let target = if place >= 99.5 { None } else { made.with_untracked(|it| it.nearest(place)) };
        page.go_to_moment(target);
    };
    let down = move |event: ev::PointerEvent| {
        event.prevent_default();
        is_dragging.set_value(true);
        if let Some(range) = range.get_untracked() {
            let range: &HtmlElement = &range;
            // Fails only on elements that are gone.
            drop(range.focus());
            drop(range.set_pointer_capture(event.pointer_id()));
        }
        go(&event);
    };
    let input = move |event: ev::Event| {
        let at = event_target_value(&event).parse::<usize>().unwrap_or(0);
        page.go_to_moment((at < moment.with_untracked(|it| it.count)).then_some(at));
    };
    let place = move || {
        let at = moment.with(|it| it.at);
        made.with(|it| at.and_then(|at| it.places.get(at)).map_or(100.0, |it| it.1))
    };
    let cursor_class = move || if place() > 80.0 { "tl__cursor is-flip" } else { "tl__cursor" };
    view! {
        <div class="tl__lanes" node_ref=lanes>
            <div class="tl__lane" aria-hidden="true">{move || made.with(|it| spans(&it.blocks, "tl-block"))}</div>
            <div class="tl__lane" aria-hidden="true">{move || made.with(|it| transactions(&it.transactions))}</div>
            <div class="tl__lane" aria-hidden="true" inner_html=move || made.with(statements_html)></div>
            <div class="tl__lane" aria-hidden="true" inner_html=move || made.with(session_html)></div>
            <div class="tl__axis" aria-hidden="true">
                {move || made.with(|it| it.ticks.iter().map(|(left, label)| view! { <span style:left=format!("{left:.3}%")>{label.clone()}</span> }).collect_view())}
            </div>
            {move || moment.with(|it| it.at.is_some()).then(|| view! { <div class="tl__future" style:left=move || format!("{:.3}%", place())></div> })}
            <div class=cursor_class style:left=move || format!("{:.3}%", place())><output>{move || moment.with(|it| it.time.clone())}</output></div>
            <input class="tl__range" type="range" min="0" step="1" node_ref=range aria-label="Moment of the run"
                max=move || moment.with(|it| it.count) prop:value=move || moment.with(|it| it.at.unwrap_or(it.count).to_string())
                aria-valuetext=move || moment.with(Moment::words) on:input=input on:pointerdown=down
                on:pointermove=move |event| if is_dragging.get_value() { go(&event) }
                on:pointerup=move |_| is_dragging.set_value(false) on:pointercancel=move |_| is_dragging.set_value(false)/>
        </div>
    }
}

fn spans(spans: &[Span], class: &'static str) -> impl IntoView + use<> {
    let spans = spans.iter().cloned();
    spans
        .map(|it| {
            let style = format!("left:{:.3}%;width:{:.3}%", it.left, it.width);
            view! { <span class=class style=style>{it.label}</span> }
        })
        .collect_view()
}

fn transactions(spans: &[(Span, bool)]) -> impl IntoView + use<> {
    let spans = spans.iter().cloned();
    spans
        .map(|(it, is_committed)| {
            let class = if is_committed { "tl-tx tl-tx--commit" } else { "tl-tx" };
            let style = format!("left:{:.3}%;width:{:.3}%", it.left, it.width);
            view! { <span class=class style=style><span>{it.label}</span></span> }
        })
        .collect_view()
}

/// Plain HTML, because there are hundreds; nothing in it comes from outside.
fn statements_html(it: &Layout) -> String {
    let mut out = String::new();
    let class = |kind: StatementKind| kind_words(kind).1;
    for (left, width, kind) in &it.bars {
        out.push_str(&format!(
            "<span class=\"tl-bar tl-bar--{}\" style=\"left:{left:.3}%;width:calc({width:.3}% - 1px)\"></span>",
            class(*kind)
        ));
    }
    for (group, kind) in &it.groups {
        let (left, width) = (group.left, group.width);
        out.push_str(&format!(
            "<span class=\"tl-bar tl-bar--group tl-bar--group-{}\" style=\"left:{left:.3}%;width:{width:.3}%\"><span>{}</span></span>",
            class(*kind),
            group.label
        ));
        for part in [0.2, 0.8] {
            out.push_str(&format!("<span class=\"tl-cut\" style=\"left:{:.3}%\"></span>", left + width * part));
        }
    }
    out
}

/// The number of instances as a line, and flushes.
fn session_html(it: &Layout) -> String {
    let mut out = String::new();
    if it.living.len() > 1 {
        let mut points = String::from("0,24 ");
        for (left, height) in &it.living {
            points.push_str(&format!("{left:.2},{:.2} ", 23.0 - height * 20.0));
        }
        let last = it.living.last().map_or(0.0, |it| 23.0 - it.1 * 20.0);
        points.push_str(&format!("100,{last:.2} 100,24"));
        out.push_str(&format!(
            "<svg class=\"tl__spark\" viewBox=\"0 0 100 24\" preserveAspectRatio=\"none\"><polygon points=\"{points}\"/></svg>"
        ));
        let top = it.living.iter().fold((0.0, 0.0), |best, it| if it.1 > best.1 { *it } else { best });
        if it.marks.iter().all(|mark| (mark.0 - top.0).abs() > 8.0) {
            out.push_str(&format!(
                "<span class=\"tl-mark tl-mark--peak\" style=\"left:{:.3}%\">{}</span>",
                top.0.clamp(4.0, 96.0),
                format::counted(it.peak, "object")
            ));
        }
    }
    for (left, label) in &it.marks {
        out.push_str(&format!("<span class=\"tl-mark\" style=\"left:{:.3}%\">{label}</span>", left.clamp(2.0, 97.0)));
    }
    out
}

/// The moment in the head of the timeline.
fn read(moment: Moment, is_running: bool) -> impl IntoView {
    let dot = || view! { <span class="dot">"·"</span> };
    match moment.number() {
        None => view! { <b>{if is_running { "Running" } else { "End of the run" }}</b>{dot()}{moment.time} }.into_any(),
        Some(number) => view! {
            <b>"Moment:"</b>" statement "<b>{number}</b>" of "{format::count(moment.count as u64)}
            {moment.line.map(|line| view! { {dot()}"line "<b>{line}</b> })}
            {(!moment.cause.is_empty()).then(|| view! { {dot()}{moment.cause} })}
        }
        .into_any(),
    }
}
