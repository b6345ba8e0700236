//! What the Python package has of its surroundings: the driver, the run's hub, what must be let go
//! between runs. Set by whoever starts the interpreter.

use crate::engine::driver::Driver;
use crate::engine::events::Hub;
use crate::sql::schema::{ColumnNode, MetaData};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Environment {
    driver: Option<Rc<dyn Driver>>,
    hub: Option<Rc<Hub>>,
    serves_urls: bool,
    columns: Vec<Weak<ColumnNode>>,
    metadatas: Vec<Weak<MetaData>>,
}

thread_local! {
    static CURRENT: RefCell<Environment> =
        const { RefCell::new(Environment { driver: None, hub: None, serves_urls: false, columns: Vec::new(), metadatas: Vec::new() }) };
}

/// Sets the driver and the hub that the next engines use.
pub(crate) fn configure(driver: Rc<dyn Driver>, hub: Rc<Hub>) {
    hub.set_warner(Rc::new(|category, text| {
        let warned = crate::python::value::with_vm(|vm| {
            let class = super::registry::class_of(&format!("sqlalchemy.exc:{category}"), vm)?;
            let warn = super::registry::class_of("sqlalchemy.util:_warn_here", vm)?;
            warn.call((vm.ctx.new_str(text), class), vm).map(drop)
        });
        warned.map_err(crate::python::exc::to_host)
    }));
    CURRENT.with_borrow_mut(|it| {
        it.driver = Some(driver);
        it.hub = Some(hub);
    });
}

/// The driver.
pub(crate) fn driver() -> Option<Rc<dyn Driver>> {
    CURRENT.with_borrow(|it| it.driver.clone())
}

/// Whether URLs of servers are served from the embedded database.
pub(crate) fn serves_urls() -> bool {
    CURRENT.with_borrow(|it| it.serves_urls)
}

/// Sets whether they are.
pub(crate) fn serve_urls(serves: bool) {
    CURRENT.with_borrow_mut(|it| it.serves_urls = serves);
}

/// The run's hub.
pub(crate) fn hub() -> Option<Rc<Hub>> {
    CURRENT.with_borrow(|it| it.hub.clone())
}

/// Remembers a column that holds a Python object.
pub(crate) fn keep(column: Weak<ColumnNode>) {
    CURRENT.with_borrow_mut(|it| it.columns.push(column));
}

/// Remembers a metadata.
pub(crate) fn keep_metadata(metadata: Weak<MetaData>) {
    CURRENT.with_borrow_mut(|it| it.metadatas.push(metadata));
}

/// Cuts the circles between core objects and Python objects, so that a run's memory comes free.
pub(crate) fn reset() {
    let (columns, metadatas) =
        CURRENT.with_borrow_mut(|it| (std::mem::take(&mut it.columns), std::mem::take(&mut it.metadatas)));
    for column in columns.iter().filter_map(Weak::upgrade) {
        column.host.clear();
        *column.table.borrow_mut() = None;
    }
    for metadata in metadatas.iter().filter_map(Weak::upgrade) {
        let tables = std::mem::take(&mut *metadata.tables.borrow_mut());
        for table in tables.values() {
            table.host.clear();
            table.constraints.borrow_mut().clear();
            table.indexes.borrow_mut().clear();
            table.columns.borrow_mut().clear();
        }
        metadata.host.clear();
    }
    super::registry::reset();
    crate::sql::schema::reset_ids();
}
