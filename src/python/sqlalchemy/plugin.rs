//! The seam to the ORM: what a Core statement asks of it. Empty until `sqlalchemy.orm` is imported.

use crate::sql::select::{JoinTarget, OnClause, PluginItem, SelectItem};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};
use std::cell::RefCell;
use std::rc::Rc;

/// What the ORM answers; `Ok(None)` says "not mine".
#[allow(unused_variables)]
pub(crate) trait OrmHook {
    /// An argument of `select()`, `add_columns()`, `returning()`: an entity, an attribute, a bundle.
    fn as_select_item(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<SelectItem>> {
        Ok(None)
    }
    /// The target of `join()`.
    fn as_join_target(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<JoinTarget>> {
        Ok(None)
    }
    /// The ON clause of `join()`.
    fn as_onclause(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<OnClause>> {
        Ok(None)
    }
    /// An argument of `select_from()`, `insert()`, `update()`, `delete()`: an entity.
    fn as_entity(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
        Ok(None)
    }
    /// The table of an entity, for INSERT, UPDATE and DELETE.
    fn entity_from(&self, item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<crate::sql::selectable::From>> {
        Ok(None)
    }
    /// What an entity selects from.
    fn entity_selectable(&self, item: &PluginItem) -> Option<crate::sql::selectable::From> {
        None
    }
    /// An argument of `options()`.
    fn as_option(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
        Ok(None)
    }
    /// Where `filter_by()` looks for attributes of an entity: its class, or what `aliased()` gave.
    fn entity_namespace(&self, item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(None)
    }
    /// The aliased entity of a tag, which nobody else may keep.
    fn aliased_entity(&self, tag: crate::sql::expr::EntityTag) -> Option<PluginItem> {
        None
    }
    /// The entity whose attribute an expression is, or has in it.
    fn entity_of(&self, expr: &crate::sql::expr::Expr) -> Option<PluginItem> {
        None
    }
    /// `Mapper[Author(author)]`, as messages show an entity.
    fn describe(&self, item: &PluginItem) -> Option<String> {
        None
    }
    /// A statement with ORM items in it, for `str()`, `compile()` and a plain `Connection`: the same without.
    fn plain_statement(&self, statement: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(None)
    }
    /// The Python object of a plugin item, for `column_descriptions` and the like.
    fn item_to_py(&self, item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(None)
    }
}

thread_local! {
    static HOOK: RefCell<Option<Rc<dyn OrmHook>>> = const { RefCell::new(None) };
}

/// Sets or removes the ORM.
pub(crate) fn set_hook(hook: Option<Rc<dyn OrmHook>>) {
    HOOK.set(hook);
}

/// The ORM, if it was imported.
pub(crate) fn hook() -> Option<Rc<dyn OrmHook>> {
    HOOK.with_borrow(Clone::clone)
}
