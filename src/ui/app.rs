//! The page as a whole: puts the parts in their places.

use super::{
    editor::Editor,
    format,
    help::HelpSheet,
    icons::{self, icon},
    keys,
    live::LiveRegion,
    menus::{AboutBox, KeyMap},
    notices::PageNotices,
    page::{Page, Panel, PhoneView},
    page_names::{PANELS, name_of_panel},
    palette::Palette,
    panels::Panels,
    programs::Programs,
    share::{ShareDialog, follow_address},
    timeline::Timeline,
    topbar::TopBar,
};
use crate::web::offline;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Builds the page in the element `app`.
pub fn mount() {
    let Some(place) = document().get_element_by_id("app") else { return };
    place.set_inner_html("");
    mount_to(place.unchecked_into(), App).forget();
}

#[component]
fn App() -> impl IntoView {
    let page = Page::new();
    provide_context(page);
    keys::listen(page);
    follow_address(page);
    let handle = window_event_listener_untyped(offline::CHANGED, move |_| page.has_update.set(offline::has_update()));
    on_cleanup(move || handle.remove());
    let view_name = move || match page.phone_view.get() {
        PhoneView::Code => "code",
        PhoneView::Panel => "panel",
    };
    view! {
        <a class="skip" href="#panel">"Skip to the panel"</a>
        <div class="shell" class:shell--embed=page.embed.is_on class:shell--no-code=page.embed.hides_code class:shell--narrow-code=move || !matches!(page.panel.get(), Panel::Log | Panel::Output) data-view=view_name>
            <TopBar/>
            <div class="shell__notes"><PageNotices/></div>
            <main class="shell__main">
                <Editor/>
                <Panels/>
            </main>
            <Timeline/>
            <PhoneNav/>
        </div>
        <KeyMap/>
        <AboutBox/>
        <ShareDialog/>
        <HelpSheet/>
        <Palette/>
        <Programs/>
        <LiveRegion/>
    }
}

fn statement_count(page: Page) -> String {
    match page.state.with(|it| it.run.as_ref().map_or(0, |it| it.statement_count)) {
        0 => String::new(),
        number => format!(" {}", format::count(number)),
    }
}

/// The bottom bar of a phone.
#[component]
fn PhoneNav() -> impl IntoView {
    let page = expect_context::<Page>();
    let item = move |name: &'static str, shape: &'static str, is_current: Signal<bool>, go: Callback<()>| {
        view! {
            <button type="button" class="ph-nav__item" aria-current=move || is_current.get().then_some("true")
                on:click=move |_| go.run(())>
                {icon(shape)}<span>{name}{(name == "SQL log").then_some(move || statement_count(page))}</span>
            </button>
        }
    };
    let is_panel =
        move |panel| Signal::derive(move || page.phone_view.get() == PhoneView::Panel && page.panel.get() == panel);
    view! {
        <nav class="ph-nav" aria-label="Views">
            {item("Code", icons::CODE, Signal::derive(move || page.phone_view.get() == PhoneView::Code),
                Callback::new(move |()| page.phone_view.set(PhoneView::Code)))}
            {item("SQL log", icons::LOG, is_panel(Panel::Log), Callback::new(move |()| page.show_panel(Panel::Log)))}
            {item("Output", icons::OUTPUT, is_panel(Panel::Output), Callback::new(move |()| page.show_panel(Panel::Output)))}
            {item("More", icons::MENU, Signal::derive(move || page.phone_view.get() == PhoneView::Panel && !matches!(page.panel.get(), Panel::Log | Panel::Output)),
                Callback::new(|()| keys::show_popover("more")))}
        </nav>
        <div class="ui-menu ui-menu--more" id="more" popover="auto" role="dialog" aria-label="Panels">
            {PANELS.map(|(panel, _, words)| view! {
                <button class="ui-menu__item" type="button" on:click=move |_| { keys::hide_popover("more"); page.show_panel(panel); }>{words}</button>
            }).into_iter().collect_view()}
            <hr/>
            <button class="ui-menu__item" type="button" on:click=move |_| { keys::hide_popover("more"); super::help::show(page, name_of_panel(page.panel.get_untracked())); }>"Help on this panel"</button>
        </div>
    }
}
