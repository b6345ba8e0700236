//! Programs kept by name: which one is open, and the others.

use super::Page;
use crate::{
    ui::program::{Program, slug},
    web::store,
};
use leptos::{prelude::*, task::spawn_local};

impl Page {
    /// Keeps the open program under its name, once the reader has changed it.
    pub(super) fn keep_by_name(self) {
        let program = self.program.get_untracked();
        if !program.is_edited || self.embed.is_on {
            return;
        }
        spawn_local(async move {
            let id = match program.id.clone() {
                id if !id.is_empty() => id,
                _ => match free_id(&program).await {
                    Ok(id) => {
                        // Another save may have named it in the meantime.
                        let taken = self.program.try_update_untracked(|it| {
                            if it.id.is_empty() {
                                it.id.clone_from(&id);
                            }
                            it.id.clone()
                        });
                        let Some(id) = taken else { return };
                        self.announce_program();
                        id
                    }
                    Err(message) => {
                        let _ = self.store_error.try_set(Some(message));
                        return;
                    }
                },
            };
            let text = Program { id: id.clone(), ..program }.to_kept();
            let error = store::write(&id, &text).await.err();
            let _ = self.store_error.try_set(error);
        });
    }

    /// Tells other tabs what is open here.
    pub(super) fn announce_program(self) {
        let id = self.program.with_untracked(|it| it.id.clone());
        self.is_in_other_tab.set(false);
        if id.is_empty() {
            return;
        }
        spawn_local(async move {
            store::announce(Some(&id), move || {
                let _ = self.is_in_other_tab.try_set(true);
            })
            .await;
        });
    }

    /// Opens a program that is kept by name.
    pub(in crate::ui) fn open_kept(self, id: String) {
        spawn_local(async move {
            match store::read(&id).await {
                Ok(Some(text)) => {
                    if let Some(program) = Program::from_kept(&text) {
                        self.open(Program { id, ..program });
                        // It is kept by its name; nothing has to be kept aside.
                        self.forget_before();
                    }
                }
                Ok(None) => {}
                Err(message) => {
                    let _ = self.store_error.try_set(Some(message));
                }
            }
        });
    }

    /// Begins an empty program.
    pub(in crate::ui) fn new_program(self) {
        self.open(Program::empty());
    }
}

/// A name in the store that no other program has.
async fn free_id(program: &Program) -> Result<String, String> {
    let stem = slug(&program.title);
    for number in 1.. {
        let id = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
        if store::read(&id).await?.is_none() {
            return Ok(id);
        }
    }
    Ok(stem)
}
