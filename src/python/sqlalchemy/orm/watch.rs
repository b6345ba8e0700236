//! Who watches what the ORM does in this run: set by the worker, asked at every attribute that is read.

use super::instance::{host_key, instance_of, known_state};
use crate::orm::events::{AttributeChange, OrmEvent};
use crate::orm::properties::Property;
use crate::orm::state::InstanceState;
use crate::python::value::{repr_of, text_of, with_vm};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Is told of every event.
pub type Watcher = Rc<dyn Fn(&OrmEvent<'_>)>;

thread_local! {
    static HEARD: Cell<bool> = const { Cell::new(false) };
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
    /// Instances that ceased to be, by the ids of their states.
    static FREED: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Sets who watches from now on.
pub fn set(watcher: Option<Watcher>) {
    HEARD.set(watcher.is_some());
    FREED.take();
    WATCHER.set(watcher);
}

/// Whether anybody does.
pub(crate) fn is_heard() -> bool {
    HEARD.get()
}

/// Tells them.
pub(crate) fn tell(event: &OrmEvent<'_>) {
    if HEARD.get()
        && let Some(watcher) = WATCHER.with_borrow(Option::clone)
    {
        watcher(event);
    }
}

/// An instance goes. Nothing is told yet: this may be in the middle of anything.
pub(crate) fn freed(state: &InstanceState) {
    if HEARD.get() {
        FREED.with_borrow_mut(|it| it.push(state.id));
    }
}

/// The instances that went since this was asked last, by the ids of their states.
pub fn take_freed() -> Vec<u64> {
    FREED.take()
}

/// A program read an attribute.
pub(crate) fn read(instance: &PyObject, prop: &Property, vm: &VirtualMachine) {
    if HEARD.get()
        && let Some(state) = known_state(instance, vm)
    {
        tell(&OrmEvent::Attribute(&state, prop, AttributeChange::Read));
    }
}

/// So many characters of a value are shown.
const SHOWN_CHARS: usize = 60;
/// Modules whose classes are written in Python and show themselves without side effects.
const PLAIN_MODULES: [&str; 4] = ["datetime", "decimal", "fractions", "uuid"];

/// What an attribute holds, as Python shows it, shortened; `None` when it holds nothing. Never runs the program's
/// code: an object of its own classes is shown by its class.
pub fn shown_value(state: &InstanceState, prop: &Property) -> Option<String> {
    with_vm(|vm| {
        let value = instance_of(state)?.dict()?.get_item_opt(host_key(prop, vm), vm).ok()??;
        let mut text = shown(&value, vm);
        if let Some((end, _)) = text.char_indices().nth(SHOWN_CHARS) {
            text.truncate(end);
            text.push('…');
        }
        Some(text)
    })
}

fn shown(value: &PyObjectRef, vm: &VirtualMachine) -> String {
    let class = value.class();
    if let Some(state) = known_state(value, vm) {
        return crate::orm::events::name_of(&state);
    }
    if !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE) {
        return match value.downcast_ref::<rustpython_vm::builtins::PyList>() {
            Some(list) => format!("[{} objects]", list.borrow_vec().len()),
            None => repr_of(value, vm),
        };
    }
    let text_in = |it: Option<PyObjectRef>| it.and_then(|it| text_of(&it));
    let module = text_in(class.get_attr(vm.ctx.intern_str("__module__")));
    if module.is_some_and(|it| PLAIN_MODULES.contains(&&*it)) {
        return repr_of(value, vm);
    }
    // A member of an enumeration.
    match text_in(value.dict().and_then(|it| it.get_item_opt("_name_", vm).ok().flatten())) {
        Some(name) => format!("{}.{name}", class.name()),
        None => class.name().to_string(),
    }
}
