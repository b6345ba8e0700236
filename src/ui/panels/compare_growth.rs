//! Statements and total time of each variant at several data sizes. Both axes are logarithmic, so that a straight
//! line up means: ten times the data, ten times the time.

use super::compare::{glyph, glyph_view};
use crate::{
    protocol::Loading,
    ui::{
        compare::{Variant, edit::declared_size, words},
        format,
        page::{Lab, Page, SIZES},
    },
};
use leptos::prelude::*;
use std::fmt::Write;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 232.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 96.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 34.0;

/// Statements and time at several sizes, where the program declares one.
#[component]
pub(super) fn Growth() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_running = Memo::new(move |_| page.lab.with(Lab::is_running));
    let rows = move || {
        let latency = page.latency_micros.get();
        page.lab.with(|lab| {
            let mut loadings: Vec<Option<Loading>> = Vec::new();
            for (_, it) in &lab.growth {
                if !loadings.contains(&it.loading) {
                    loadings.push(it.loading);
                }
            }
            let row = |loading: Option<Loading>| {
                let cell = |size: u64| {
                    let found = lab.growth.iter().find(|(at, it)| *at == size && it.loading == loading);
                    let text = found.map_or_else(
                        || "…".to_owned(),
                        |(_, it)| format!("{}, {}", format::counted(it.measured.statements, "statement"), format::micros(it.micros_at(latency))),
                    );
                    view! { <td class="num">{text}</td> }
                };
                view! {
                    <tr><th scope="row"><span class="cmp-name">{glyph_view(loading)}<b>{words(loading).0}</b></span></th>{SIZES.map(cell).into_iter().collect_view()}</tr>
                }
                .into_any()
            };
            loadings.into_iter().map(row).collect::<Vec<_>>()
        })
    };
    let name = move || {
        page.lab
            .with(|it| it.files.iter().find_map(|it| declared_size(&it.text)).map_or_else(String::new, |it| it.name))
    };
    let has_chart = Memo::new(move |_| page.lab.with(|it| it.growth.len() > 1));
    let drawn = move || {
        let latency = page.latency_micros.get();
        page.lab.with(|it| chart(&it.growth, latency))
    };
    view! {
        <section class="cmp-grow">
            <h3 class="h">"Against data size "<small>"the program runs with "{name}" = 10, 100, 1,000 and 10,000"</small></h3>
            <div><button class="ui-btn ui-btn--sm" type="button" disabled=move || is_running.get() on:click=move |_| page.compare_sizes()>"Measure growth"</button></div>
            {move || has_chart.get().then(|| view! {
                <svg class="cmp-chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label="Total time of each variant against the data size, both logarithmic" inner_html=drawn></svg>
            })}
            <div class="scroll-x" tabindex="0" role="region" aria-label="Growth">
                <table class="ui-table"><caption class="sr">"Statements and time at each size"</caption>
                    <thead><tr><th scope="col">"Loaded by"</th>{SIZES.map(|it| view! { <th scope="col" class="num">{format::count(it)}</th> }).into_iter().collect_view()}</tr></thead>
                    <tbody>{rows}</tbody></table>
            </div>
        </section>
    }
}

/// The chart's marks. Nothing in it comes from the program.
fn chart(growth: &[(u64, Variant)], latency: u64) -> String {
    let points = || growth.iter().filter(|it| it.1.is_finished());
    let logs = || points().map(|it| log10(it.1.micros_at(latency)));
    let (Some(low), Some(high)) = (logs().reduce(f64::min), logs().reduce(f64::max)) else { return String::new() };
    let (low, high) = (low.floor(), high.ceil().max(low.floor() + 1.0));
    let (first, last) = (log10(SIZES[0]), log10(SIZES[SIZES.len() - 1]));
    let x = |size: u64| LEFT + (log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT);
    let y = |log: f64| HEIGHT - BOTTOM - (log - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    let mut out = String::new();
    // A String takes all that is written.
    let mut put = |text: std::fmt::Arguments<'_>| {
        let _ = out.write_fmt(text);
    };
    let mut tick = low;
    while tick <= high {
        let at = y(tick);
        put(format_args!(r#"<path d="M{LEFT} {at:.1}H{:.1}" stroke="var(--line-1)"/>"#, WIDTH - RIGHT));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a power of ten of some seconds")]
        let micros = 10_f64.powf(tick) as u64;
        put(format_args!(
            r#"<text class="cmp-ax" x="{:.1}" y="{:.1}" text-anchor="end">{}</text>"#,
            LEFT - 6.0,
            at + 4.0,
            format::micros(micros)
        ));
        tick += 1.0;
    }
    for size in SIZES {
        put(format_args!(
            r#"<text class="cmp-ax" x="{:.1}" y="{:.1}" text-anchor="middle">{}</text>"#,
            x(size),
            HEIGHT - BOTTOM + 15.0,
            format::count(size)
        ));
    }
    let mut loadings: Vec<Option<Loading>> = Vec::new();
    let mut labels: Vec<f64> = Vec::new();
    for (_, it) in points() {
        if loadings.contains(&it.loading) {
            continue;
        }
        loadings.push(it.loading);
        let (name, _, series) = words(it.loading);
        let line: Vec<(f64, f64)> = points()
            .filter(|(_, other)| other.loading == it.loading)
            .map(|(size, other)| (x(*size), y(log10(other.micros_at(latency)))))
            .collect();
        let path: Vec<String> = line.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
        put(format_args!(
            r#"<path d="M{}" stroke="var(--series-{series})" stroke-width="1.800" fill="none"/>"#,
            path.join("L")
        ));
        for (x, y) in &line {
            put(format_args!(
                r#"<svg x="{:.1}" y="{:.1}" width="11" height="11" viewBox="0 0 14 14" style="color: var(--series-{series})">{}</svg>"#,
                x - 5.5,
                y - 5.5,
                glyph(it.loading)
            ));
        }
        let Some((end, at)) = line.last() else { continue };
        // Labels of lines that end together stand below each other.
        let mut at = at + 4.0;
        while labels.iter().any(|it| (it - at).abs() < 13.0) {
            at += 13.0;
        }
        labels.push(at);
        put(format_args!(
            r#"<text class="cmp-lab" x="{:.1}" y="{at:.1}" fill="var(--series-{series})">{name}</text>"#,
            end + 10.0
        ));
    }
    out
}

fn log10(value: u64) -> f64 {
    format::as_f64(value.max(1)).log10()
}
