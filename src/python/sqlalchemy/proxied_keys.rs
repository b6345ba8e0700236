//! Foreign keys of columns of aliases and subqueries.

use super::schema::foreign_key_to_py;
use crate::sql::schema::{ColumnRef, ForeignKey, ForeignKeyTarget};
use crate::sql::value::HostSlot;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
use std::cell::RefCell;
use std::rc::Rc;

/// The foreign keys of such a column: copies of those of the column it stands for.
pub(crate) fn proxied_keys(column: &ColumnRef, vm: &VirtualMachine) -> PyResult {
    let mut made = Vec::new();
    for key in crate::sql::build::base_foreign_keys(column) {
        let target = match crate::sql::schema_ops::referred_column(&key) {
            Ok(referred) => ForeignKeyTarget::Column(referred),
            Err(_) => key.target.clone(),
        };
        let copy = Rc::new(ForeignKey {
            target,
            parent: RefCell::new(Rc::downgrade(column)),
            constraint: RefCell::new(key.constraint.borrow().clone()),
            options: key.options.clone(),
            host: HostSlot::default(),
        });
        let object = foreign_key_to_py(&copy, vm)?;
        // Nobody else asks for the copy's object.
        copy.host.clear();
        if let (Some(old), Some(new)) = (foreign_key_to_py(&key, vm)?.dict(), object.dict()) {
            for (name, value) in &old {
                new.set_item(&*name, value, vm)?;
            }
        }
        made.push(object);
    }
    let list: PyObjectRef = vm.ctx.new_list(made).into();
    PyObjectRef::from(vm.ctx.types.set_type.to_owned()).call((list,), vm)
}
