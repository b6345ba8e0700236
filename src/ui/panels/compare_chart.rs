//! Total time of each variant against the round trip. Linear, because the slope is the number of round trips.

use super::compare::glyph;
use crate::ui::{
    compare::{Variant, crossings, words},
    format,
    page::Page,
};
use leptos::prelude::*;
use std::fmt::Write;

const WIDTH: f64 = 470.0;
const HEIGHT: f64 = 262.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 84.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 34.0;
/// The chart's round trips end here, microseconds, or at twice the chosen one.
const LEAST_SPAN: u64 = 50_000;
/// A line that is this many times higher than the best one is named instead of drawn.
const OFF_CHART: u64 = 6;

#[component]
pub(super) fn Chart() -> impl IntoView {
    let page = expect_context::<Page>();
    let drawn = move || {
        let latency = page.latency_micros.get();
        page.lab.with(|it| chart(&it.variants, latency))
    };
    let table = move || {
        page.lab.with(|it| {
            let row = |it: &Variant| {
                view! { <tr><th scope="row">{words(it.loading).0}</th><td class="num">{format::micros(it.base_micros())}</td><td class="num">{format::count(it.measured.round_trips)}</td></tr> }
            };
            it.variants.iter().map(row).collect_view()
        })
    };
    view! {
        <svg class="cmp-chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label="Total time of each variant against the round trip" inner_html=drawn></svg>
        <details class="ui-data"><summary>"The lines as a table"</summary>
            <div class="ui-data__body"><table class="ui-table"><thead><tr><th scope="col">"Variant"</th><th scope="col" class="num">"Without round trips"</th><th scope="col" class="num">"Round trips"</th></tr></thead>
                <tbody>{table}</tbody></table></div></details>
    }
}

/// The chart's marks. Nothing in it comes from the program.
fn chart(variants: &[Variant], latency: u64) -> String {
    let span = LEAST_SPAN.max(latency * 2);
    let drawable: Vec<&Variant> = variants.iter().filter(|it| it.is_finished()).collect();
    let Some(lowest) = drawable.iter().map(|it| it.micros_at(span)).min() else { return String::new() };
    let (on, off): (Vec<&Variant>, Vec<&Variant>) =
        drawable.into_iter().partition(|it| it.micros_at(span) <= lowest.max(20_000) * OFF_CHART);
    let highest = on.iter().map(|it| it.micros_at(span)).max().unwrap_or(1);
    let step = nice_step(highest);
    let top = highest.div_ceil(step) * step;
    let x = |micros: u64| LEFT + format::as_f64(micros) / format::as_f64(span) * (WIDTH - LEFT - RIGHT);
    let y = |micros: u64| HEIGHT - BOTTOM - format::as_f64(micros) / format::as_f64(top) * (HEIGHT - TOP - BOTTOM);
    let mut out = String::new();
    // A String takes all that is written.
    let mut put = |text: std::fmt::Arguments<'_>| {
        let _ = out.write_fmt(text);
    };
    let mut tick = 0;
    while tick <= top {
        let at = y(tick);
        put(format_args!(r#"<path d="M{LEFT} {at:.1}H{:.1}" stroke="var(--line-1)"/>"#, WIDTH - RIGHT));
        put(format_args!(
            r#"<text class="cmp-ax" x="{:.1}" y="{:.1}" text-anchor="end">{}</text>"#,
            LEFT - 6.0,
            at + 4.0,
            format::micros(tick)
        ));
        tick += step;
    }
    for part in 0..=5 {
        let micros = span / 5 * part;
        put(format_args!(
            r#"<text class="cmp-ax" x="{:.1}" y="{:.1}" text-anchor="middle">{}</text>"#,
            x(micros),
            HEIGHT - BOTTOM + 15.0,
            format::as_f64(micros) / 1000.0
        ));
    }
    put(format_args!(
        r#"<text class="cmp-ax" x="{:.1}" y="{:.1}" text-anchor="middle">round trip, ms</text>"#,
        f64::midpoint(LEFT, WIDTH - RIGHT),
        HEIGHT - 4.0
    ));
    put(format_args!(
        r#"<path d="M{0:.1} {TOP}V{1:.1}" stroke="var(--ink)" stroke-width="1.500"/>"#,
        x(latency),
        HEIGHT - BOTTOM
    ));
    put(format_args!(
        r#"<text class="cmp-now" x="{:.1}" y="{:.1}">now {}</text>"#,
        x(latency) + 4.0,
        TOP + 8.0,
        format::latency(latency)
    ));
    let mut labels: Vec<f64> = Vec::new();
    for it in &on {
        let series = words(it.loading).2;
        put(format_args!(
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}" stroke="var(--series-{series})" stroke-width="1.800" fill="none"/>"#,
            x(0),
            y(it.base_micros()),
            x(span),
            y(it.micros_at(span))
        ));
        for part in [1, 3] {
            let micros = span / 4 * part;
            put(format_args!(
                r#"<svg x="{:.1}" y="{:.1}" width="11" height="11" viewBox="0 0 14 14" style="color: var(--series-{series})">{}</svg>"#,
                x(micros) - 5.5,
                y(it.micros_at(micros)) - 5.5,
                glyph(it.loading)
            ));
        }
        // Labels of lines that end together stand below each other.
        let mut at = y(it.micros_at(span)) + 4.0;
        while labels.iter().any(|it| (it - at).abs() < 13.0) {
            at += 13.0;
        }
        labels.push(at);
        put(format_args!(
            r#"<text class="cmp-lab" x="{:.1}" y="{at:.1}" fill="var(--series-{series})">{}</text>"#,
            WIDTH - RIGHT + 5.0,
            words(it.loading).0
        ));
    }
    for it in crossings(variants, span) {
        let Some(line) = on.iter().find(|line| line.loading == it.above) else { continue };
        let (cx, cy) = (x(it.latency_micros), y(line.micros_at(it.latency_micros)));
        put(format_args!(
            r#"<g class="cmp-cross"><circle cx="{cx:.1}" cy="{cy:.1}" r="7" fill="none" stroke="var(--ink)"/><text x="{:.1}" y="{:.1}">{}</text></g>"#,
            cx + 8.0,
            cy + 18.0,
            format::micros(it.latency_micros)
        ));
    }
    for (at, it) in off.iter().enumerate() {
        let words = words(it.loading).0;
        put(format_args!(
            r#"<text class="cmp-off" x="{:.1}" y="{:.1}">{words}: off the chart, {} + {} per ms</text>"#,
            LEFT + 8.0,
            TOP + 24.0 + 14.0 * format::as_f64(at as u64),
            format::micros(it.base_micros()),
            format::micros(it.measured.round_trips * 1_000)
        ));
    }
    out
}

/// 1, 2 or 5 times a power of ten, so that there are some five of it.
fn nice_step(highest: u64) -> u64 {
    let rough = (highest / 5).max(1);
    let power = 10_u64.pow(rough.ilog10());
    [1, 2, 5, 10].into_iter().map(|it| it * power).find(|it| *it >= rough).unwrap_or(10 * power)
}
