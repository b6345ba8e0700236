//! Second statements that loaders send once the rows of the first are read. Mirrors `_PostLoad`.

use super::instance::QueryContext;
use crate::orm::errors::OrmResult;
use crate::orm::mapper::Mapper;
use crate::orm::path::EntityPath;
use crate::orm::properties::PropertyId;
use crate::orm::state::Object;
use crate::sql::expr::EntityTag;
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Debug;
use std::rc::Rc;

/// The instances at one path, each with whether the loader overwrites what is there.
#[derive(Debug, Default)]
pub struct States {
    states: Vec<(Object, bool)>,
    /// Only these attributes are loaded.
    pub load_keys: Option<Rc<HashSet<Rc<str>>>>,
}

impl States {
    /// The instances, in the order they were loaded.
    pub fn iter(&self) -> impl Iterator<Item = (&Object, bool)> {
        self.states.iter().map(|(object, overwrite)| (object, *overwrite))
    }
}

/// A loader that runs after the rows.
pub trait PostLoader: Debug {
    /// Loads the attribute of all these instances.
    ///
    /// # Errors
    /// What its statements raise.
    fn load(&self, context: &Rc<QueryContext>, path: &EntityPath, states: &States) -> OrmResult<()>;
}

#[derive(Debug)]
struct Entry {
    context: Rc<QueryContext>,
    mapper: Rc<Mapper>,
    loader: Rc<dyn PostLoader>,
}

/// What a loader at a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PostKey {
    /// A relationship.
    Property(PropertyId),
    /// What a subclass adds.
    Class(EntityTag),
}

/// The loaders and instances at one path.
#[derive(Debug, Default)]
pub struct PostLoad {
    loaders: RefCell<IndexMap<PostKey, Rc<Entry>>>,
    states: RefCell<IndexMap<u64, (Object, bool)>>,
    load_keys: RefCell<Option<Rc<HashSet<Rc<str>>>>>,
}

impl PostLoad {
    /// Remembers an instance.
    pub fn add_state(&self, object: &Object, overwrite: bool) {
        self.states.borrow_mut().insert(object.state.id, (object.clone(), overwrite));
    }

    fn invoke(&self, path: &EntityPath) -> OrmResult<()> {
        let states = std::mem::take(&mut *self.states.borrow_mut());
        let loaders: Vec<Rc<Entry>> = self.loaders.borrow().values().cloned().collect();
        for entry in loaders {
            let ours: Vec<(Object, bool)> =
                states.values().filter(|it| it.0.state.mapper.is_a(&entry.mapper)).cloned().collect();
            if !ours.is_empty() {
                let states = States { states: ours, load_keys: self.load_keys.borrow().clone() };
                entry.loader.load(&entry.context, path, &states)?;
            }
        }
        Ok(())
    }
}

/// All second statements of one query, by path; shared with the queries that they cause.
#[derive(Debug, Default)]
pub struct PostLoads(RefCell<IndexMap<EntityPath, Rc<PostLoad>>>);

impl PostLoads {
    /// Whether there is such a loader here.
    pub fn has(&self, path: &EntityPath, key: &PostKey) -> bool {
        self.0.borrow().get(path).is_some_and(|it| it.loaders.borrow().contains_key(key))
    }

    /// Adds a loader for instances of `mapper`.
    pub fn add(
        &self,
        path: &EntityPath,
        key: PostKey,
        mapper: &Rc<Mapper>,
        context: &Rc<QueryContext>,
        loader: Rc<dyn PostLoader>,
    ) {
        let post_load = self.0.borrow_mut().entry(path.clone()).or_default().clone();
        let entry = Entry { context: context.clone(), mapper: mapper.clone(), loader };
        post_load.loaders.borrow_mut().insert(key, Rc::new(entry));
    }

    /// The loaders at a path, if there are any.
    pub fn at(&self, path: &EntityPath, only_load_props: Option<&Rc<HashSet<Rc<str>>>>) -> Option<Rc<PostLoad>> {
        let post_load = self.0.borrow().get(path).cloned()?;
        if let Some(keys) = only_load_props {
            *post_load.load_keys.borrow_mut() = Some(keys.clone());
        }
        Some(post_load)
    }

    /// Runs the loaders, and those that they add, until none is left. `keep`: the first ones stay for the
    /// next part of the result.
    ///
    /// # Errors
    /// What a statement raises; the loaders are gone then.
    pub fn run(&self, keep: bool) -> OrmResult<()> {
        let first = keep.then(|| self.0.borrow().clone());
        let mut outcome = Ok(());
        while outcome.is_ok() {
            let round = std::mem::take(&mut *self.0.borrow_mut());
            if round.is_empty() {
                break;
            }
            for (path, post_load) in round {
                outcome = post_load.invoke(&path);
                if outcome.is_err() {
                    self.0.borrow_mut().clear();
                    break;
                }
            }
        }
        if let (Some(first), Ok(())) = (first, &outcome) {
            *self.0.borrow_mut() = first;
        }
        outcome
    }
}
