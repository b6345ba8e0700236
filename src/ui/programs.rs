//! The reader's programs: open, new, delete, all of them as one file.

use super::{
    icons::{self, icon},
    keys::hide_popover,
    page::Page,
};
use crate::web::{
    files,
    store::{self, Kept},
};
use leptos::{html, prelude::*, task::spawn_local};

#[component]
pub(super) fn Programs() -> impl IntoView {
    let page = expect_context::<Page>();
    let list = RwSignal::new(Vec::<Kept>::new());
    let words = RwSignal::new(String::new());
    let pick = NodeRef::<html::Input>::new();
    let load = move || {
        spawn_local(async move {
            match store::list().await {
                Ok(kept) => {
                    let _ = list.try_set(kept);
                }
                Err(message) => {
                    let _ = words.try_set(message);
                }
            }
        });
    };
    let toggled = move |_| {
        if document().query_selector("#programs:popover-open").ok().flatten().is_some() {
            words.set(String::new());
            page.save_now();
            load();
        }
    };
    let remove = move |kept: Kept| {
        if window().confirm_with_message(&format!("Delete “{}” from this device?", kept.title)).unwrap_or(false) {
            spawn_local(async move {
                if let Err(message) = store::remove(&kept.id).await {
                    let _ = words.try_set(message);
                }
                load();
            });
        }
    };
    let export = move |_| {
        spawn_local(async move {
            match store::export_all().await {
                Ok(text) => files::save("programs.json", text.as_bytes()),
                Err(message) => {
                    let _ = words.try_set(message);
                }
            }
        });
    };
    let import = move |_| {
        let Some(file) = pick.get_untracked().and_then(|it| it.files()).and_then(|it| it.get(0)) else { return };
        spawn_local(async move {
            let taken = match files::read(&file).await {
                Ok(bytes) => store::import_all(&String::from_utf8_lossy(&bytes)).await,
                Err(message) => Err(message),
            };
            let told = match taken {
                Ok(count) => super::format::counted(count, "program") + " added.",
                Err(message) => message,
            };
            let _ = words.try_set(told);
            load();
        });
    };
    let row = move |kept: Kept| {
        let (open, gone) = (kept.clone(), kept.clone());
        let id = kept.id.clone();
        let is_open = move || page.program.with(|it| it.id == id).then_some("true");
        let label = format!("Delete {}", kept.title);
        view! {
            <div class="ui-menu__pair">
                <button class="ui-menu__item" type="button" aria-current=is_open on:click=move |_| { hide_popover("programs"); page.open_kept(open.id.clone()); }>{kept.title}</button>
                <button class="ui-btn ui-btn--ghost ui-btn--icon" type="button" aria-label=label on:click=move |_| remove(gone.clone())>{icon(icons::CLOSE)}</button>
            </div>
        }
    };
    view! {
        <div class="ui-keys ui-palette" id="programs" popover="auto" role="dialog" aria-label="My programs" on:toggle=toggled>
            <div class="ui-keys__head"><h2>"My programs"</h2><span>"Kept on this device only."</span></div>
            {move || list.get().into_iter().map(row).collect_view()}
            {move || list.with(Vec::is_empty).then(|| view! { <p class="ui-menu__note">"A program is kept here from your first change on."</p> })}
            <p class="ui-menu__note" role="status">{move || words.get()}</p>
            <div class="ui-menu__row">
                <button class="ui-btn" type="button" on:click=move |_| { hide_popover("programs"); page.new_program(); }>"New program"</button>
                <button class="ui-btn" type="button" on:click=export>"Export all"</button>
                <label class="ui-btn">"Import"<input class="sr" type="file" accept=".json" node_ref=pick on:change=import/></label>
            </div>
        </div>
    }
}
