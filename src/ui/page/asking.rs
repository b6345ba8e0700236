//! Questions about the finished run, the prompt after it, and files in and out.

use super::Page;
use crate::{
    protocol::{Event, Question, Request},
    ui::{run::Ended, state::Phase},
    web::files::{copy, save},
};
use leptos::{prelude::*, task::spawn_local};

const STOPPED: &str = "The run was stopped, and what the databases held went with it. Run the program again.";

impl Page {
    /// Asks the worker about the shown run, unless it was asked before. The answer comes into the state.
    pub(in crate::ui) fn ask(self, question: Question) {
        let is_over = self.state.with_untracked(|it| it.run.as_ref().is_some_and(|it| it.ended.is_some()));
        if !is_over || self.state.with_untracked(|it| it.phase != Phase::Idle) {
            return;
        }
        let is_new = self.state.try_update_untracked(|it| it.run.as_mut().is_some_and(|it| it.answers.ask(&question)));
        if !is_new.unwrap_or(false) {
            return;
        }
        let (run_id, is_gone) = self.state.with_untracked(|it| {
            let run = it.run.as_ref();
            let is_gone = run.is_none_or(|it| it.ended == Some(Ended::Stopped)) || it.is_run_lost();
            (run.map_or(0, |it| it.id), is_gone)
        });
        let request = Request::Inspect { run_id, question: question.clone() };
        if is_gone || !self.send(&request) {
            self.state.update(|it| {
                if let Some(run) = &mut it.run {
                    run.answers.refuse(&question, STOPPED);
                }
            });
        }
    }

    /// Copies a statement with the values of its parameters in it.
    pub(in crate::ui) fn copy_literal(self, number: u32) {
        self.literal_wanted.set_value(Some(number));
        self.ask(Question::Statement { number });
        self.copy_wanted_literal();
    }

    pub(super) fn copy_wanted_literal(self) {
        let Some(number) = self.literal_wanted.get_value() else { return };
        let known = self.state.with_untracked(|it| {
            let told = it.run.as_ref()?.answers.statements.get(&number)?;
            Some(told.as_ref().map(|it| it.literal.clone()).ok())
        });
        if let Some(text) = known {
            self.literal_wanted.set_value(None);
            if let Some(text) = text {
                spawn_local(async move {
                    copy(&text).await;
                });
            }
        }
    }

    /// Runs a statement in what the run left behind.
    pub(in crate::ui) fn say(self, source: String) {
        let is_free = self.state.with_untracked(|it| {
            it.phase == Phase::Idle && it.run.as_ref().is_some_and(|it| it.ended.is_some() && !it.is_console_busy)
        });
        if !is_free {
            return;
        }
        self.go_to_moment(None);
        self.state.update(|it| {
            if let Some(run) = &mut it.run {
                run.console_asked(&source);
            }
        });
        if self.state.with_untracked(|it| it.is_run_lost()) || !self.send(&Request::Console { source }) {
            self.state.update(|it| {
                if let Some(run) = &mut it.run {
                    run.apply(Event::ConsoleFinished { failure: Some(STOPPED.to_owned()), virtual_micros: 0 });
                }
            });
        }
    }

    /// Asks what could stand at the end of a line of the prompt.
    pub(in crate::ui) fn complete(self, text: String) {
        self.send(&Request::Complete { text });
    }

    /// Gives a file to programs.
    pub(in crate::ui) fn put_file(self, path: String, bytes: Vec<u8>) {
        self.send(&Request::PutFile { path: path.clone(), bytes: bytes.clone() });
        self.given_files.update_value(|it| {
            it.retain(|it| it.0 != path);
            it.push((path, bytes));
        });
    }

    /// A new worker has none of the reader's files.
    pub(super) fn give_files_again(self) {
        for (path, bytes) in self.given_files.get_value() {
            self.send(&Request::PutFile { path, bytes });
        }
    }

    /// The prompt's statement was stopped.
    pub(super) fn console_stopped(self) {
        self.state.update(|it| {
            if let Some(run) = &mut it.run {
                run.apply(Event::ConsoleFinished { failure: Some("Stopped.".to_owned()), virtual_micros: 0 });
            }
        });
    }

    /// Hands files that came from the worker to the reader.
    pub(super) fn hand_out_files(self) {
        let has_any = self.state.with_untracked(|it| it.run.as_ref().is_some_and(|it| !it.answers.files.is_empty()));
        if !has_any {
            return;
        }
        let files = self
            .state
            .try_update_untracked(|it| it.run.as_mut().map(|it| std::mem::take(&mut it.answers.files)))
            .flatten()
            .unwrap_or_default();
        for (name, bytes) in files {
            save(&name, &bytes);
        }
    }

    fn send(self, request: &Request) -> bool {
        self.port.with_value(|it| it.as_ref().is_some_and(|it| it.send(request).is_ok()))
    }
}
