//! What a screen reader hears of a run: at most a sentence every two seconds, then the end.

use super::{
    format,
    page::Page,
    run::Ended,
    state::Phase,
    timeline::moment::Moment,
    traceback::{headline, short_class},
};
use crate::{protocol::Outcome, web::frames::now_millis};
use leptos::prelude::*;

const PAUSE_MILLIS: f64 = 2_000.0;

#[component]
pub(super) fn LiveRegion() -> impl IntoView {
    let page = expect_context::<Page>();
    let text = RwSignal::new(String::new());
    let said_at = StoredValue::new(0.0);
    Effect::new(move |was: Option<Phase>| {
        let phase = page.state.with(|it| it.phase);
        // The clock ticks while a program runs, also when it says nothing.
        if phase == Phase::Running {
            page.running_millis.track();
        }
        let sentence = match phase {
            Phase::Idle if was.is_some_and(|it| it != Phase::Idle) => page.state.with(|it| {
                if let Some(failure) = &it.syntax_error {
                    return Some(format!("Syntax error: {}. Nothing ran.", headline(failure)));
                }
                it.run.as_ref().map(|run| {
                    let statements = format::counted(run.statement_count, "statement");
                    match &run.ended {
                        Some(Ended::Stopped) => format!("Stopped after {statements}"),
                        Some(Ended::Outcome(Outcome::Finished)) => format!("Done: {statements}"),
                        Some(Ended::Outcome(Outcome::Failed(it))) => format!("{} after {statements}", short_class(it)),
                        Some(Ended::Outcome(Outcome::OutOfMemory)) => format!("Out of memory after {statements}"),
                        Some(Ended::Outcome(Outcome::Panicked { .. })) => {
                            format!("A defect of the playground ended the run after {statements}")
                        }
                        None => statements,
                    }
                })
            }),
            Phase::Queued if was != Some(Phase::Queued) => Some("Run is queued, the interpreter is loading".to_owned()),
            Phase::Running if now_millis() - said_at.get_value() >= PAUSE_MILLIS => page.state.with(|it| {
                let run = it.run.as_ref()?;
                Some(format!("Running, {}", format::counted(run.statement_count, "statement")))
            }),
            _ => None,
        };
        if let Some(sentence) = sentence {
            said_at.set_value(now_millis());
            text.set(sentence);
        }
        phase
    });
    let moment = page.shown_moment();
    Effect::new(move |was: Option<Option<usize>>| {
        let at = page.moment.get();
        if was.is_some_and(|it| it != at) {
            text.set(moment.with_untracked(Moment::words));
        }
        at
    });
    view! { <div class="sr" role="status" aria-live="polite">{text}</div> }
}
