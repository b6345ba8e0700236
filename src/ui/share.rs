//! The dialog that makes a link of the program, and opening the link that the page was called with.

use super::{
    icons::{self, icon},
    keys::hide_popover,
    link::{GOOD_LENGTH, MOST_BYTES, Shared, embed, markdown, standalone},
    page::{DEFAULT_LATENCY_MICROS, LinkNotice, Page},
    page_names::{Panel, name_of_panel, panel_of_name},
    program::Program,
};
use crate::web::{files, share};
use leptos::{ev, prelude::*, task::spawn_local};

/// Opens what the address holds, now and whenever it changes.
pub(super) fn follow_address(page: Page) {
    open_fragment(page);
    let handle = window_event_listener(ev::hashchange, move |_| open_fragment(page));
    on_cleanup(move || handle.remove());
}

fn open_fragment(page: Page) {
    let fragment = share::fragment();
    // Short fragments are places in the page, such as `#panel`.
    if fragment.len() < 12 || page.link.with_untracked(|it| it.as_deref() == Some(&*fragment)) {
        return;
    }
    // The reader has changed what it holds, and comes back to that.
    if page.program.with_untracked(|it| it.is_edited && it.link.as_deref() == Some(&*fragment)) {
        page.link.set(Some(fragment));
        page.link_notice.set(Some(LinkNotice::Made));
        return;
    }
    spawn_local(async move {
        let opened = share::unpack(&fragment, MOST_BYTES).await.and_then(|it| Shared::from_text(&it));
        match opened {
            Ok(shared) => {
                page.open(Program { link: Some(fragment.clone()), ..shared.program() });
                if let Some(latency) = shared.latency {
                    page.set_latency(latency.min(10_000_000));
                }
                if let Some(panel) = shared.panel_name().and_then(panel_of_name) {
                    page.panel.set(panel);
                }
                page.link.set(Some(fragment));
                page.link_notice.set(Some(LinkNotice::Opened { statements: shared.statements }));
                if page.embed.is_on && page.embed.runs {
                    page.run();
                }
            }
            Err(message) => page.link_notice.set(Some(LinkNotice::Bad(message))),
        }
    });
}

#[component]
pub(super) fn ShareDialog() -> impl IntoView {
    let page = expect_context::<Page>();
    let fragment = RwSignal::new(None::<Result<String, String>>);
    let code = RwSignal::new(None::<(u32, String)>);
    let with_view = RwSignal::new(true);
    let with_statements = RwSignal::new(true);
    let is_read_only = RwSignal::new(false);
    let runs_at_once = RwSignal::new(false);
    let is_open = RwSignal::new(false);
    let copied = RwSignal::new("");
    let title = move || page.program.with(|it| it.title.clone());
    Effect::new(move |_| {
        if !is_open.get() {
            return;
        }
        let (latency, panel) = (page.latency_micros.get(), page.panel.get());
        let statements =
            page.state.with(|it| it.run.as_ref().filter(|it| it.ended.is_some()).map(|it| it.statement_count));
        let program = page.program.get();
        let view = with_view.get();
        let shared = Shared {
            v: 1,
            title: program.title.clone(),
            files: program.files.clone(),
            latency: Some(latency).filter(|it| view && *it != DEFAULT_LATENCY_MICROS),
            panel: (view && panel != Panel::Log).then(|| name_of_panel(panel).to_owned()),
            statements: statements.filter(|_| with_statements.get() && !page.is_changed.get()),
        };
        copied.set("");
        spawn_local(async move {
            let packed = share::pack(&shared.to_text()).await;
            let drawn = match &packed {
                Ok(it) => share::qr(&format!("{}#{it}", share::base())).await.ok(),
                Err(_) => None,
            };
            let _ = (fragment.try_set(Some(packed)), code.try_set(drawn));
        });
    });
    let known = move || fragment.get().and_then(Result::ok).unwrap_or_default();
    let address = move || format!("{}#{}", share::base(), known());
    let options = move || {
        let flag = |is: bool, word: &str| if is { format!("&{word}=1") } else { String::new() };
        flag(is_read_only.get(), "readonly") + &flag(runs_at_once.get(), "run")
    };
    let frame = move || embed(&title(), &share::base(), &known(), &options());
    let copy = move |name: &'static str, text: String| {
        spawn_local(async move {
            let is_done = files::copy(&text).await;
            let _ = copied.try_set(if is_done { name } else { "" });
        });
    };
    let copy_link = move |_| {
        share::set_fragment(&known());
        page.link.set(Some(known()));
        page.program.update(|it| {
            it.link = Some(known());
            it.is_edited_since_link = false;
        });
        page.link_notice.set(Some(LinkNotice::Made));
        copy("link", address());
    };
    let word = move |name: &'static str| if copied.get() == name { "Copied" } else { "Copy" };
    let length = move || address().len();
    let error = move || fragment.get().and_then(Result::err);
    let download = move |_| {
        let program = page.program.get_untracked();
        let name: String =
            program.title.to_lowercase().chars().map(|it| if it.is_alphanumeric() { it } else { '_' }).collect();
        files::save(&format!("{}.py", name.trim_matches('_')), standalone(&program).as_bytes());
    };
    let option = move |label: &'static str, note: &'static str, signal: RwSignal<bool>| {
        view! {
            <label class="share-opt"><input type="checkbox" prop:checked=move || signal.get() on:change=move |event| signal.set(event_target_checked(&event))/>
                <span><b>{label}</b><small>{note}</small></span></label>
        }
    };
    view! {
        <div class="share" id="share" popover="auto" role="dialog" aria-label="Share" on:toggle=move |_| {
            let shown = document().query_selector("#share:popover-open").ok().flatten().is_some();
            is_open.set(shown);
            if shown { page.save_now(); }
        }>
            <div class="share__head"><h2>"Share"</h2><p>"The link holds the program itself. Nothing is uploaded."</p>
                <button class="ui-btn ui-btn--ghost ui-btn--icon" type="button" aria-label="Close" on:click=move |_| hide_popover("share")>{icon(icons::CLOSE)}</button></div>
            <div class="share__body">
                <div class="share__opts">
                    <h3>"In the link"</h3>
                    <div class="share-opt"><span></span><span><b>"Program and title"</b><small>{move || page.program.with(|it| it.files.iter().map(|it| it.name.clone()).collect::<Vec<_>>().join(", "))}</small></span></div>
                    {option("View", "the open panel and the round trip", with_view)}
                    {option("Number of statements", "the reader sees whether they get the same", with_statements)}
                    <p class="ui-caption">"Whoever opens it sees the code first; it runs when they press Run."</p>
                </div>
                <div class="share__out">
                    {move || error().map(|it| view! { <div class="ui-notice ui-notice--warn" role="alert">{icon(icons::WARNING)}<span>{it}</span></div> })}
                    <section>
                        <h3><label for="share-link">"Link"</label><span class="share__len"><b>{move || super::format::count(length() as u64)}</b>" characters"</span></h3>
                        <div class="share-row">
                            <input id="share-link" class="ui-input ui-input--mono" readonly prop:value=address/>
                            <button class="ui-btn ui-btn--ink" type="button" on:click=copy_link>{move || word("link")}</button>
                        </div>
                        <div class="share-meter" aria-hidden="true"><span style:width=move || format!("{}%", (length() * 100 / GOOD_LENGTH).min(100))></span></div>
                        <p class="ui-caption">{move || if length() <= GOOD_LENGTH { "Fits everywhere: under 2,000 characters." } else { "Longer than 2,000 characters: some chat programs cut it." }}</p>
                    </section>
                    <div class="share__two">
                        <section><h3>"Markdown "<button class="ui-link" type="button" on:click=move |_| copy("markdown", markdown(&title(), &address()))>{move || word("markdown")}</button></h3>
                            <pre class="log-pre" tabindex="0" role="region" aria-label="Markdown">{move || { let text = markdown(&title(), &address()); if text.chars().count() > 160 { text.chars().take(160).collect::<String>() + "…)" } else { text } }}</pre></section>
                        <section><h3>"QR code"</h3>{move || code.get().map_or_else(
                            || view! { <p class="share-dim">"The program is too long for one."</p> }.into_any(),
                            |(size, path)| view! { <svg class="share-qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label="QR code of the link" style="background:#fff"><path d=path fill="#000"/></svg> }.into_any())}</section>
                    </div>
                    <section>
                        <h3>"Embed "<button class="ui-link" type="button" on:click=move |_| copy("embed", frame())>{move || word("embed")}</button>
                            <span class="share-opts2">
                                <label class="ui-check"><input type="checkbox" prop:checked=move || is_read_only.get() on:change=move |event| is_read_only.set(event_target_checked(&event))/>" read only"</label>
                                <label class="ui-check"><input type="checkbox" prop:checked=move || runs_at_once.get() on:change=move |event| runs_at_once.set(event_target_checked(&event))/>" run at once"</label>
                            </span></h3>
                        <pre class="log-pre" tabindex="0" role="region" aria-label="Embed">{move || frame().chars().take(240).collect::<String>()}</pre>
                    </section>
                </div>
            </div>
            <div class="share__foot"><span class="panel-bar__grow"></span>
                <button class="ui-btn" type="button" on:click=download>"Download .py"</button>
                <button class="ui-btn" type="button" on:click=move |_| hide_popover("share")>"Done"</button></div>
        </div>
    }
}
