//! The menu of example programs. Opening one runs nothing, and keeps the reader's own program aside.

use super::{
    keys::hide_popover,
    page::Page,
    program::{Example, Program, SourceFile},
};
use crate::web::files::fetch_text;
use leptos::{prelude::*, task::spawn_local};

const FOLDER: &str = "examples";

#[component]
pub(super) fn ExamplesMenu() -> impl IntoView {
    let page = expect_context::<Page>();
    let examples = RwSignal::new(Vec::<Example>::new());
    let trouble = RwSignal::new(None::<String>);
    let load = move || {
        spawn_local(async move {
            match examples_of_site().await {
                Ok(list) => {
                    examples.set(list);
                    trouble.set(None);
                }
                Err(message) => trouble.set(Some(message)),
            }
        });
    };
    let open = move |example: Example| {
        spawn_local(async move {
            match program_of_example(&example).await {
                Ok(program) => {
                    hide_popover("examples");
                    trouble.set(None);
                    page.open(program);
                }
                Err(message) => trouble.set(Some(message)),
            }
        });
    };
    let loads_once = move |_: leptos::web_sys::Event| {
        if examples.with_untracked(Vec::is_empty) {
            load();
        }
    };
    let item = move |example: Example| {
        let title = example.title.clone();
        let current = example.title.clone();
        let is_current = move || page.program.with(|it| it.title == current && !it.is_edited).then_some("true");
        view! {
            <button class="ui-menu__item" type="button" aria-current=is_current on:click={
                let example = example.clone();
                move |_| open(example.clone())
            }>
                <span class="ui-menu__two"><span>{title}</span><span>{example.about.clone()}</span></span>
            </button>
        }
    };
    view! {
        <div class="ui-menu ui-menu--examples" id="examples" popover="auto" role="dialog" aria-label="Examples" on:beforetoggle=loads_once>
            <p class="ui-menu__head">"Open an example; it does not run by itself"</p>
            {move || trouble.get().map(|it| view! { <p class="ui-menu__note st-bad" role="alert">{it}</p> })}
            {move || examples.get().into_iter().map(item).collect_view()}
        </div>
    }
}

async fn examples_of_site() -> Result<Vec<Example>, String> {
    let text = fetch_text(&format!("{FOLDER}/index.json")).await?;
    serde_json::from_str(&text).map_err(|error| format!("The list of examples cannot be read: {error}"))
}

async fn program_of_example(example: &Example) -> Result<Program, String> {
    let mut files = Vec::new();
    for file in &example.files {
        let text = fetch_text(&format!("{FOLDER}/{}", file.path)).await?;
        files.push(SourceFile { name: file.name.clone(), text });
    }
    Ok(Program { title: example.title.clone(), files, ..Program::default() })
}
