//! The mapped classes of the run as a diagram: keys, relationships, how each is loaded.

use super::empty::Empty;
use crate::{
    protocol::{Models, Question},
    ui::{
        diagram::{Layout, graph, mermaid, sentences, svg},
        icons::{self, icon},
        log::cause::Reason,
        page::Page,
        run::{MANY_STATEMENTS, Run},
    },
    web::{diagram, files},
};
use leptos::{
    ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent},
    html,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::Element,
};
use std::{collections::BTreeMap, sync::Arc};

/// The drawing is at least so wide, pixels.
const LEAST_WIDTH: f64 = 560.0;
const CLOSEST: f64 = 4.0;
const FARTHEST: f64 = 0.2;

#[component]
pub(super) fn ModelsPanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let models = Memo::new_with_compare(
        move |_| page.state.with(|it| it.run.as_ref().and_then(|it| it.models.clone())),
        |a, b| match (a, b) {
            (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
            (a, b) => a.map(Option::is_some) != Some(b.is_some()),
        },
    );
    move || {
        match models.get() {
        Some(models) if models.models.is_empty() => view! {
            <p class="log-panel-none" role="status">"The program mapped no classes."</p>
        }
        .into_any(),
        Some(models) => view! { <Diagram models/> }.into_any(),
        None => view! {
            <Empty title="No models yet" text="Press Run to execute the program. Its mapped classes appear here, with their keys and how each relationship is loaded."/>
        }
        .into_any(),
    }
    }
}

/// Relationships that were loaded lazily more often than is well, by their names.
fn many_loads(run: &Run) -> Vec<String> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for it in &run.statements {
        if Reason::of(&it.statement) == Reason::LazyLoad {
            let read = it.statement.cause.iter().find_map(|it| it.text.strip_prefix("reads "));
            if let Some(name) = read {
                *counts.entry(name.to_owned()).or_default() += 1;
            }
        }
    }
    counts.into_iter().filter(|it| it.1 > MANY_STATEMENTS).map(|it| it.0).collect()
}

/// The part of the drawing that is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sight {
    x: f64,
    y: f64,
    zoom: f64,
}

const START: Sight = Sight { x: 0.0, y: 0.0, zoom: 1.0 };

#[component]
fn Diagram(models: Arc<Models>) -> impl IntoView {
    let page = expect_context::<Page>();
    let shape = Arc::new(graph(&models));
    let layout = RwSignal::new(None::<Result<Arc<Layout>, String>>);
    let chosen = RwSignal::new(None::<String>);
    let sight = RwSignal::new(START);
    let asked = serde_json::to_string(&*shape).unwrap_or_default();
    spawn_local(async move {
        let answer = diagram::layout(&asked).await;
        let answer = answer.and_then(|it| serde_json::from_str(&it).map(Arc::new).map_err(|error| error.to_string()));
        // The panel may be gone by now.
        let _ = layout.try_set(Some(answer));
    });
    Effect::new(move |_| page.ask(Question::Data));
    let many = Memo::new(move |_| page.state.with(|it| it.run.as_ref().map(many_loads).unwrap_or_default()));
    let drawing = {
        let (models, shape) = (Arc::clone(&models), Arc::clone(&shape));
        move || match layout.get() {
            Some(Ok(layout)) => svg(&models, &shape, &layout, chosen.get().as_deref(), &many.get()),
            _ => String::new(),
        }
    };
    let drawing = Memo::new(move |_| drawing());
    let box_of = move || {
        let (width, height) = layout
            .with(|it| it.as_ref().and_then(|it| it.as_ref().ok()).map_or((100.0, 100.0), |it| (it.width, it.height)));
        let Sight { x, y, zoom } = sight.get();
        // A few small boxes are not blown up.
        let (wide, tall) = ((width + 24.0).max(LEAST_WIDTH), height + 24.0);
        format!("{} {} {} {}", x - (wide - width) / 2.0, y - 12.0, wide / zoom, tall / zoom)
    };
    let keep_svg = move |_| {
        let whole =
            layout.with_untracked(|it| it.as_ref().and_then(|it| it.as_ref().ok()).map(|it| (it.width, it.height)));
        let Some((width, height)) = whole else { return };
        files::save("models.svg", drawing.with_untracked(|it| standalone(it, width, height)).as_bytes());
    };
    let text = mermaid(&models);
    let copied = RwSignal::new(false);
    let copy_mermaid = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let _ = copied.try_set(files::copy(&text).await);
        });
    };
    let zoom_by = move |factor: f64| sight.update(|it| it.zoom = (it.zoom * factor).clamp(FARTHEST, CLOSEST));
    let names: Arc<[String]> = shape.nodes.iter().map(|it| it.id.clone()).collect();
    let error = move || layout.with(|it| it.as_ref().and_then(|it| it.as_ref().err().cloned()));
    let told = sentences(&models).join(" ");
    view! {
        <div class="panel-bar">
            <span class="panel-bar__sum">"A pill names the attribute and how it loads; an amber one was loaded lazily many times."</span>
            <span class="panel-bar__grow"></span>
            <button class="ui-btn ui-btn--sm ui-btn--icon" type="button" aria-label="Smaller" on:click=move |_| zoom_by(0.8)>"−"</button>
            <button class="ui-btn ui-btn--sm ui-btn--icon" type="button" aria-label="Larger" on:click=move |_| zoom_by(1.25)>"+"</button>
            <button class="ui-btn ui-btn--sm" type="button" on:click=move |_| sight.set(START)>"Fit"</button>
            <button class="ui-btn ui-btn--sm" type="button" on:click=copy_mermaid>{move || if copied.get() { "Copied" } else { "Mermaid" }}</button>
            <button class="ui-btn ui-btn--sm" type="button" on:click=keep_svg>"SVG"</button>
        </div>
        {move || error().map(|it| view! { <div class="ui-notice ui-notice--warn" role="alert">{icon(icons::WARNING)}<span>{it}</span></div> })}
        <div class="mdl">
            <Canvas drawing box_of=Signal::derive(box_of) sight chosen names label=told/>
            <Side models chosen/>
        </div>
    }
}

#[component]
fn Canvas(
    drawing: Memo<String>,
    box_of: Signal<String>,
    sight: RwSignal<Sight>,
    chosen: RwSignal<Option<String>>,
    names: Arc<[String]>,
    label: String,
) -> impl IntoView {
    let canvas = NodeRef::<html::Div>::new();
    // Where the pointer was, while it drags.
    let grip = StoredValue::new(None::<(f64, f64)>);
    let pixel = move || {
        let element = canvas.get_untracked().and_then(|it| it.query_selector("svg").ok().flatten());
        let width = element.map_or(1.0, |it| f64::from(it.client_width()).max(1.0));
        let seen = box_of.get_untracked().split(' ').nth(2).and_then(|it| it.parse::<f64>().ok()).unwrap_or(1.0);
        seen / width
    };
    let down =
        move |event: PointerEvent| grip.set_value(Some((f64::from(event.client_x()), f64::from(event.client_y()))));
    let drag = move |event: PointerEvent| {
        let Some((x, y)) = grip.get_value() else { return };
        if event.buttons() == 0 {
            grip.set_value(None);
            return;
        }
        let (now_x, now_y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let unit = pixel();
        sight.update(|it| {
            it.x -= (now_x - x) * unit;
            it.y -= (now_y - y) * unit;
        });
        grip.set_value(Some((now_x, now_y)));
    };
    let wheel = move |event: WheelEvent| {
        if event.ctrl_key() {
            event.prevent_default();
            let factor = if event.delta_y() > 0.0 { 0.9 } else { 1.1 };
            sight.update(|it| it.zoom = (it.zoom * factor).clamp(FARTHEST, CLOSEST));
        }
    };
    let click = move |event: MouseEvent| {
        let found = event
            .target()
            .and_then(|it| it.dyn_into::<Element>().ok())
            .and_then(|it| it.closest("[data-box]").ok().flatten());
        if let Some(id) = found.and_then(|it| it.get_attribute("data-box")) {
            chosen.set(Some(id));
        }
    };
    let key = move |event: KeyboardEvent| {
        let step = 40.0;
        let at = chosen.with_untracked(|it| names.iter().position(|name| Some(name) == it.as_ref()));
        let choose = |at: usize| chosen.set(names.get(at).cloned());
        match event.key().as_str() {
            "ArrowLeft" => sight.update(|it| it.x -= step),
            "ArrowRight" => sight.update(|it| it.x += step),
            "ArrowUp" => sight.update(|it| it.y -= step),
            "ArrowDown" => sight.update(|it| it.y += step),
            "+" | "=" => sight.update(|it| it.zoom = (it.zoom * 1.25).min(CLOSEST)),
            "-" => sight.update(|it| it.zoom = (it.zoom * 0.8).max(FARTHEST)),
            "0" => sight.set(START),
            "n" => choose(at.map_or(0, |it| (it + 1) % names.len().max(1))),
            "b" => choose(at.map_or(0, |it| (it + names.len() - 1) % names.len().max(1))),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="mdl__canvas panel-scroll" tabindex="0" role="region" aria-label="Diagram of the models: arrows move it, plus and minus zoom, N and B choose the next and the previous class"
            node_ref=canvas on:pointerdown=down on:pointermove=drag on:wheel=wheel on:click=click on:keydown=key>
            <svg class="mdl-svg" role="img" aria-label=label viewBox=move || box_of.get() inner_html=move || drawing.get()></svg>
        </div>
    }
}

/// What the chosen class is, and all relationships as a table.
#[component]
fn Side(models: Arc<Models>, chosen: RwSignal<Option<String>>) -> impl IntoView {
    let all = Arc::clone(&models);
    let detail = move || {
        let name = chosen.get()?;
        let model = models.models.iter().find(|it| it.name == name)?;
        let row = |it: &crate::protocol::ColumnModel| {
            let mut notes = Vec::new();
            if it.is_primary_key {
                notes.push("primary key".to_owned());
            }
            notes.extend(it.references.as_ref().map(|it| format!("→ {it}")));
            notes.extend(it.column.as_ref().map(|it| format!("column {it}")));
            if it.is_unique {
                notes.push("unique".to_owned());
            }
            if it.is_indexed {
                notes.push("index".to_owned());
            }
            if it.is_nullable {
                notes.push("NULL".to_owned());
            }
            view! { <tr><th scope="row"><code>{it.name.clone()}</code></th><td><code>{it.type_name.clone()}</code></td><td>{notes.join(", ")}</td></tr> }
        };
        let indexes = model.indexes.join(", ");
        Some(view! {
            <section><h3 class="h">{model.name.clone()}" "<small>"table "{model.table.clone()}</small></h3>
                <table class="ui-table"><thead><tr><th scope="col">"Attribute"</th><th scope="col">"Type"</th><th scope="col">"Notes"</th></tr></thead>
                    <tbody>{model.columns.iter().map(row).collect_view()}</tbody></table>
                {(!indexes.is_empty()).then(|| view! { <p class="ui-caption">"Indexes: "{indexes}</p> })}
            </section>
        })
    };
    let rows = all
        .models
        .iter()
        .flat_map(|model| model.relationships.iter().map(move |it| (model.name.clone(), it.clone())))
        .map(|(class, it)| {
            let leads = if it.is_collection { format!("many {}", it.target) } else { format!("one {}", it.target) };
            view! { <tr><th scope="row"><code>{class}"."{it.name}</code></th><td>{leads}</td><td>{it.lazy}</td></tr> }
        })
        .collect_view();
    view! {
        <div class="mdl__side panel-scroll" tabindex="0" role="region" aria-label="Details">
            {detail}
            <section><h3 class="h">"Relationships"</h3>
                <table class="ui-table"><thead><tr><th scope="col">"Attribute"</th><th scope="col">"Leads to"</th><th scope="col">"Loaded by"</th></tr></thead><tbody>{rows}</tbody></table>
                <p class="ui-caption">"Fork = many, double bar = one, triangle = inherits. A dashed box is a table without a class."</p>
            </section>
        </div>
    }
}

/// The drawing as a file of its own, in the colours of the light theme.
fn standalone(drawing: &str, width: f64, height: f64) -> String {
    const STYLE: &str = "text{font:12px monospace;fill:#191b1e}.mdl-box__bg{fill:#fff;stroke:#6a7079}.mdl-box--assoc .mdl-box__bg{stroke-dasharray:4 3}\
        .mdl-box__line{stroke:#c9ccd1}.mdl-box__name{font-weight:600}.mdl-box__sub,.mdl-t{font-size:10.5px;fill:#6a7079}.mdl-r{font-style:italic}\
        .mdl-edge path{fill:none;stroke:#6a7079}.mdl-edge__tip{fill:#fff}.mdl-pill rect{fill:#fff;stroke:#6a7079}.mdl-pill text{font-size:11px}";
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 -12 {} {}\"><style>{STYLE}</style>{drawing}</svg>",
        width + 24.0,
        height + 24.0
    )
}
