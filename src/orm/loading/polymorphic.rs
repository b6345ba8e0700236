//! Which class a row is of, by its discriminator. Mirrors `_decorate_polymorphic_switch`.

use super::instance::{InstanceProcessor, QueryContext, Root};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::inheritance::column_text;
use crate::orm::mapper::{Mapper, MapperId};
use crate::orm::path::EntityPath;
use crate::sql::value::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The subclasses of an entity of a statement; their processors are made when their rows come.
pub(super) struct PolymorphicSwitch {
    mapper: Rc<Mapper>,
    path: EntityPath,
    /// Place of the discriminator in the row.
    place: usize,
    processors: RefCell<HashMap<MapperId, Rc<InstanceProcessor>>>,
}

/// What a discriminator says.
pub(super) enum RowClass {
    /// The entity's own class.
    Own,
    Sub(Rc<InstanceProcessor>),
    /// No class of the entity; the message's end.
    Wrong(String),
}

impl PolymorphicSwitch {
    /// `None` for a class without discriminator.
    pub(super) fn new(context: &QueryContext, mapper: &Rc<Mapper>, path: &EntityPath) -> Option<Self> {
        if !mapper.has_polymorphic_map() {
            return None;
        }
        let place = context.index_of(context.plan.setups.get(path)?.discriminator?)?;
        Some(Self { mapper: mapper.clone(), path: path.clone(), place, processors: RefCell::default() })
    }

    /// The class of a row.
    pub(super) fn class_of(&self, context: &Rc<QueryContext>, row: &[Value]) -> OrmResult<RowClass> {
        let identity = &row[self.place];
        if identity.is_null() {
            return Ok(RowClass::Wrong(format!("the polymorphic discriminator column '{}' is NULL", self.column())));
        }
        let Some(mapper) = self.mapper.mapper_of_identity(identity) else {
            return Err(OrmError::Assertion(format!("No such polymorphic_identity {} is defined", identity.repr())));
        };
        if mapper.id == self.mapper.id {
            return Ok(RowClass::Own);
        }
        if !mapper.is_a(&self.mapper) {
            return Ok(RowClass::Wrong(format!(
                "the polymorphic discriminator column '{}' refers to {}, which is not a sub-mapper of the requested {}",
                self.column(),
                mapper.describe(),
                self.mapper.describe()
            )));
        }
        if let Some(known) = self.processors.borrow().get(&mapper.id) {
            return Ok(RowClass::Sub(known.clone()));
        }
        let made = InstanceProcessor::of_class(context, &mapper, &self.path, Root::default(), Some(&self.mapper))?;
        let made = Rc::new(made);
        self.processors.borrow_mut().insert(mapper.id, made.clone());
        Ok(RowClass::Sub(made))
    }

    fn column(&self) -> String {
        let on = self.mapper.inheritance.polymorphic_on.borrow();
        on.as_ref().and_then(|it| it.as_column().map(column_text)).unwrap_or_else(|| "_sa_polymorphic_on".to_owned())
    }
}
