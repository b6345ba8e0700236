//! The program with each loading strategy forced, side by side.

use super::{compare_chart::Chart, compare_growth::Growth};
use crate::{
    protocol::{Loading, Measured},
    ui::{
        compare::{
            OutputIs, VARIANTS, Variant, crossings,
            edit::{changed_lines, declared_size},
            fastest, output_of, recommended, words,
        },
        format,
        icons::{self, icon},
        page::{Lab, Page},
    },
    web::files,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub(super) fn ComparePanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let only = RwSignal::new(page.lab.with_untracked(|it| it.only.clone()));
    let relationships = Memo::new(move |_| {
        page.state.with(|it| {
            let models = it.run.as_ref().and_then(|it| it.models.clone());
            let models = models.iter().flat_map(|it| it.models.iter());
            models
                .flat_map(|model| model.relationships.iter().map(move |it| format!("{}.{}", model.name, it.name)))
                .collect::<Vec<_>>()
        })
    });
    let is_running = Memo::new(move |_| page.lab.with(Lab::is_running));
    let done = Memo::new(move |_| page.lab.with(|it| it.variants.len()));
    let options = move || {
        let option = |name: String| {
            let chosen = only.with_untracked(|it| it.as_deref() == Some(&name));
            view! { <option value=name.clone() selected=chosen>{name.clone()}</option> }
        };
        relationships.get().into_iter().map(option).collect_view()
    };
    let sum = move || {
        let (count, micros) = page
            .lab
            .with(|it| (it.variants.len(), it.variants.iter().map(|it| it.measured.elapsed_micros).sum::<u64>()));
        match (is_running.get(), count) {
            (true, count) if count < VARIANTS.len() => format!("Running variant {} of {}", count + 1, VARIANTS.len()),
            (true, _) => "Checking …".to_owned(),
            (false, 0) => String::new(),
            (false, count) => format!("{count} variants in databases of their own, {}", format::micros(micros)),
        }
    };
    let error = Memo::new(move |_| page.lab.with(|it| it.error.clone()));
    let has_size = Memo::new(move |_| page.lab.with(|it| it.files.iter().any(|it| declared_size(&it.text).is_some())));
    view! {
        <div class="panel-bar">
            <label class="ui-check">"Relationship "
                <select class="ui-select ui-select--sm" disabled=move || is_running.get()
                    on:change=move |event| only.set(Some(event_target_value(&event)).filter(|it| !it.is_empty()))>
                    <option value="">"all"</option>{options}
                </select>
            </label>
            <span class="panel-bar__grow"></span>
            <span class="panel-bar__sum" role="status">{sum}</span>
            {move || if is_running.get() {
                view! { <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.stop_comparing()>{icon(icons::STOP)}"Stop"</button> }.into_any()
            } else {
                view! { <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| page.compare(only.get_untracked())>{icon(icons::RUN)}
                    {move || if done.get() > 0 { "Run again" } else { "Compare" }}</button> }.into_any()
            }}
        </div>
        {move || error.get().map(|it| view! { <div class="ui-notice ui-notice--warn" role="alert">{icon(icons::WARNING)}<span>{it}</span></div> })}
        {move || if done.get() == 0 {
            view! {
                <div class="st-fill"><div class="st-card">
                    <h3>"Which loading strategy fits this program?"</h3>
                    <p>"The program runs as written and with each strategy forced on its relationships, each time in databases of its own. Your own run stays as it is."</p>
                    <div class="st-acts"><button class="ui-btn ui-btn--ink" type="button" disabled=move || is_running.get()
                        on:click=move |_| page.compare(only.get_untracked())>{icon(icons::RUN)}"Compare"</button></div>
                </div></div>
            }
            .into_any()
        } else {
            view! {
                <div class="panel-scroll cmp" tabindex="0" role="region" aria-label="Comparison">
                    <Table/>
                    <div class="cmp-low"><Figure/><Recommendation/></div>
                    {move || has_size.get().then(|| view! { <Growth/> })}
                </div>
            }
            .into_any()
        }}
    }
}

fn with_variants<R>(page: Page, work: impl FnOnce(&[Variant], u64) -> R) -> R {
    let latency = page.latency_micros.get();
    page.lab.with(|it| work(&it.variants, latency))
}

/// A marker of a strategy: a shape of its own, so that colour is not the only sign.
pub(super) fn glyph(variant: Option<Loading>) -> &'static str {
    match variant {
        None => r#"<rect x="3" y="3" width="8" height="8" fill="currentColor"/>"#,
        Some(Loading::Select) => r#"<circle cx="7" cy="7" r="4.2" fill="currentColor"/>"#,
        Some(Loading::Joined) => r#"<path d="M7 2 12 7 7 12 2 7z" fill="currentColor"/>"#,
        Some(Loading::Selectin) => r#"<path d="M7 2.500 12 11.500H2z" fill="currentColor"/>"#,
        Some(Loading::Subquery) => {
            r#"<rect x="3" y="3" width="8" height="8" fill="none" stroke="currentColor" stroke-width="2"/>"#
        }
        Some(Loading::Immediate) => {
            r#"<circle cx="7" cy="7" r="4" fill="none" stroke="currentColor" stroke-width="2"/>"#
        }
        Some(Loading::Raise) => r#"<path d="m3 3 8 8M11 3l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>"#,
    }
}

pub(super) fn glyph_view(variant: Option<Loading>) -> impl IntoView {
    let colour = format!("color: var(--series-{})", words(variant).2);
    view! { <svg class="cmp-glyph" viewBox="0 0 14 14" aria-hidden="true" style=colour inner_html=glyph(variant)></svg> }
}

/// One column: its value as a number and as a text.
type Column = (&'static str, fn(&Variant, u64) -> u64, fn(u64) -> String);

#[component]
fn Table() -> impl IntoView {
    const COLUMNS: [Column; 7] = [
        ("Statements", |it, _| it.measured.statements, |it| format::count(it)),
        ("Round trips", |it, _| it.measured.round_trips, |it| format::count(it)),
        ("Rows", |it, _| it.measured.rows, |it| format::count(it)),
        ("Cells", |it, _| it.measured.cells, |it| format::count(it)),
        ("Repeated rows", |it, _| it.measured.duplicate_rows, |it| format::count(it)),
        ("Real time", |it, _| it.measured.elapsed_micros, format::micros),
        ("With round trips", Variant::micros_at, format::micros),
    ];
    let page = expect_context::<Page>();
    let rows = move || {
        with_variants(page, |variants, latency| {
            let Some(written) = variants.first() else { return Vec::new() };
            let most = COLUMNS.map(|(_, value, _)| variants.iter().map(|it| value(it, latency)).max().unwrap_or(0));
            let (best, quick) = (recommended(variants, latency), fastest(variants, latency));
            let row = |it: &Variant| {
                let (name, note, series) = words(it.loading);
                let is_best = best.is_some_and(|best| best.loading == it.loading);
                let is_quick = quick.is_some_and(|quick| quick.loading == it.loading);
                let cells = COLUMNS.into_iter().zip(most).map(|((_, value, text), most)| {
                    let value = value(it, latency);
                    let width = if most == 0 { 0.0 } else { format::as_f64(value) / format::as_f64(most) * 100.0 };
                    view! {
                        <td class="num"><span>{text(value)}</span>
                            <span class="ui-bar" style=format!("--c: var(--series-{series})")><i style:width=format!("{width:.1}%")></i></span></td>
                    }
                }).collect_view();
                let output = output_view(&written.measured, &it.measured);
                let stopped = stop_words(&it.measured);
                view! {
                    <tr class="cmp-row" class:is-best=is_best data-k=series>
                        <th scope="row"><span class="cmp-name">{glyph_view(it.loading)}<b>{name}</b>
                            {is_quick.then(|| view! { <span class="ui-tag ui-tag--line">"fastest"</span> })}
                            {is_best.then(|| view! { <span class="ui-tag ui-tag--ok">"recommended"</span> })}</span>
                            <small>{note}{stopped}</small></th>
                        {cells}<td>{output}</td>
                    </tr>
                }
                .into_any()
            };
            variants.iter().map(row).collect()
        })
    };
    let head = COLUMNS.map(|it| view! { <th scope="col" class="num">{it.0}</th> }).into_iter().collect_view();
    view! {
        <div class="scroll-x" tabindex="0" role="region" aria-label="What each variant took">
            <table class="ui-table ui-table--plain cmp-table">
                <caption class="sr">"What each variant took; each column has a scale of its own that begins at zero"</caption>
                <thead><tr><th scope="col">"Loaded by"</th>{head}<th scope="col">"Output"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn stop_words(measured: &Measured) -> String {
    use crate::protocol::Outcome;
    match &measured.outcome {
        Outcome::Failed(failure) => {
            let line =
                failure.frames.iter().rev().find(|it| it.file == crate::ui::program::MAIN_FILE).map(|it| it.line);
            line.map_or_else(|| " · raised".to_owned(), |it| format!(" · stopped at line {it}"))
        }
        _ => String::new(),
    }
}

fn output_view(written: &Measured, other: &Measured) -> AnyView {
    match output_of(written, other) {
        OutputIs::Same => view! { <span class="ui-tag ui-tag--ok">{icon(icons::DONE)}"same"</span> }.into_any(),
        OutputIs::Raised => {
            let message = if let crate::protocol::Outcome::Failed(it) = &other.outcome {
                it.message.clone()
            } else {
                String::new()
            };
            view! { <span class="ui-tag ui-tag--bad" title=message>{icon(icons::CLOSE)}"raised"</span> }.into_any()
        }
        OutputIs::Different => {
            let first = written.output.lines().zip(other.output.lines()).find(|(a, b)| a != b);
            let (a, b) = first.map_or_else(
                || {
                    (
                        format::counted(written.output.lines().count() as u64, "line"),
                        format::counted(other.output.lines().count() as u64, "line"),
                    )
                },
                |(a, b)| (a.to_owned(), b.to_owned()),
            );
            view! {
                <details class="ui-data"><summary><span class="ui-tag ui-tag--warn">{icon(icons::WARNING)}"different"</span></summary>
                    <p>"as written: "<code>{a}</code></p><p>"here: "<code>{b}</code></p></details>
            }
            .into_any()
        }
    }
}

#[component]
fn Figure() -> impl IntoView {
    let page = expect_context::<Page>();
    let caption = move || {
        with_variants(page, |variants, _| {
            let found = crossings(variants, 200_000);
            let name = |it: Option<Loading>| words(it).0;
            match found.first() {
                None => fastest(variants, 0)
                    .map_or_else(String::new, |it| format!("{} is fastest at every round trip.", name(it.loading))),
                Some(first) => {
                    let mut text =
                        format!("Below {} {} is fastest", format::micros(first.latency_micros), name(first.below));
                    for it in &found {
                        text.push_str(&format!(", above {} {}", format::micros(it.latency_micros), name(it.above)));
                    }
                    text.push('.');
                    text
                }
            }
        })
    };
    let slope = move || {
        with_variants(page, |variants, _| {
            variants.first().map(|it| {
                format!(
                    " As written grows by {} for each millisecond.",
                    format::micros(it.measured.round_trips * 1_000)
                )
            })
        })
    };
    view! {
        <section class="cmp-fig">
            <h3 class="h">"Total time against round trip "<small>"the slope is the number of round trips"</small></h3>
            <Chart/>
            <p class="ui-caption">{caption}{slope}</p>
        </section>
    }
}

#[component]
fn Recommendation() -> impl IntoView {
    let page = expect_context::<Page>();
    let best = Memo::new(move |_| with_variants(page, |it, latency| recommended(it, latency).cloned()));
    let body = move || {
        let Some(best) = best.get() else { return ().into_any() };
        let Some(written) = page.lab.with(|it| it.variants.first().cloned()) else { return ().into_any() };
        let latency = page.latency_micros.get();
        let Some(loading) = best.loading else {
            return view! {
                <h3 class="h">"The program as written is the best of these"</h3>
                <p class="ui-caption">{RULE}</p>
            }
            .into_any();
        };
        let (before, after) = (written.measured.statements, best.measured.statements);
        view! {
            <h3 class="h">{glyph_view(best.loading)}"Recommended: "{words(best.loading).0}</h3>
            <p class="cmp-rec__big"><b>{format::count(before)}</b>" statements become "<b>{format::count(after)}</b><br/>
                <b>{format::micros(written.micros_at(latency))}</b>" becomes "<b>{format::micros(best.micros_at(latency))}</b>" at "{format::latency(latency)}</p>
            <p class="ui-caption">{RULE}{move || quickest_words(page)}</p>
            <Edit loading/>
        }
        .into_any()
    };
    view! { <section class="cmp-rec">{body}</section> }
}

const RULE: &str = "Rule: of the variants with the same output within 100 ms of the fastest, the one that receives the fewest cells and needs no other change.";

/// Why the fastest is not the recommended one.
fn quickest_words(page: Page) -> String {
    with_variants(page, |variants, latency| {
        let (Some(best), Some(quick)) = (recommended(variants, latency), fastest(variants, latency)) else {
            return String::new();
        };
        if best.loading == quick.loading {
            return String::new();
        }
        let gain = best.micros_at(latency).saturating_sub(quick.micros_at(latency));
        let mut text = format!(" {} is {} faster here", words(quick.loading).0, format::micros(gain));
        if quick.measured.cells > best.measured.cells && best.measured.cells > 0 {
            let more = (quick.measured.cells - best.measured.cells) * 100 / best.measured.cells;
            text.push_str(&format!(", but receives {more} % more cells"));
        }
        if quick.measured.duplicate_rows > best.measured.duplicate_rows {
            text.push_str(&format!(", repeats {} rows", format::count(quick.measured.duplicate_rows)));
        }
        if quick.loading == Some(Loading::Joined) {
            text.push_str(" and needs .unique() for collections");
        }
        text + "."
    })
}

/// The change of the program, tried before it is offered.
#[component]
fn Edit(loading: Loading) -> impl IntoView {
    let page = expect_context::<Page>();
    let diff = move || {
        page.lab.with(|it| {
            let edited = it.edited(loading)?;
            let mut lines = Vec::new();
            for (before, after) in it.files.iter().zip(&edited) {
                for line in changed_lines(&before.text, &after.text) {
                    lines.push((format!("{} line {}", before.name, line.line), line.before, line.after));
                }
            }
            Some(lines)
        })
    };
    let check = Memo::new(move |_| {
        page.lab.with(|it| {
            let (checked, measured) = it.check.as_ref()?;
            let best = it.variants.iter().find(|it| it.loading == Some(loading))?;
            if *checked != loading {
                return None;
            }
            Some(
                measured
                    .as_ref()
                    .map(|it| it.statements == best.measured.statements && it.output == best.measured.output),
            )
        })
    });
    let copy = move |_| {
        let text =
            page.lab.with_untracked(|it| it.edited(loading)).and_then(|it| it.into_iter().next()).map(|it| it.text);
        if let Some(text) = text {
            spawn_local(async move {
                files::copy(&text).await;
            });
        }
    };
    move || {
        match diff() {
        None => view! { <p class="ui-caption">"Use the option in the query, or lazy= of the relationship: the edit could not be found in the program's text."</p> }.into_any(),
        Some(lines) => view! {
            <div class="ui-diff" role="group" aria-label="Change of the program" tabindex="0">
                {lines.into_iter().map(|(place, before, after)| view! {
                    <div class="ui-diff__line ui-diff__line--hunk"><span class="ui-diff__sign"></span><code>{place}</code></div>
                    <div class="ui-diff__line ui-diff__line--del"><span class="ui-diff__sign">"-"</span><code>{before}</code></div>
                    <div class="ui-diff__line ui-diff__line--add"><span class="ui-diff__sign">"+"</span><code>{after}</code></div>
                }).collect_view()}
            </div>
            <div class="cmp-rec__acts">
                <button class="ui-btn ui-btn--ink" type="button" on:click=move |_| page.apply_variant(loading)>"Apply to program"</button>
                <button class="ui-btn" type="button" on:click=copy>"Copy"</button>
                {move || match check.get() {
                    Some(Some(true)) => view! { <span class="ui-tag ui-tag--ok">{icon(icons::DONE)}"output checked"</span> }.into_any(),
                    Some(Some(false)) => view! { <span class="ui-tag ui-tag--warn">{icon(icons::WARNING)}"options in the program still win: statements differ"</span> }.into_any(),
                    _ => ().into_any(),
                }}
            </div>
        }
        .into_any(),
    }
    }
}
