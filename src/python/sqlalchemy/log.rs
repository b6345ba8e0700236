//! What the engine asks of Python about a run: the program's loggers, its threads, its stack. A module of
//! Python is asked only when the program imported it.

use super::registry;
use crate::engine::events::{Hub, LogGate, LogLevel, LogLine};
use crate::python::exc::from_host;
use crate::python::value::{str_of, with_vm};
use rustpython_vm::{AsObject, VirtualMachine};
use std::rc::Rc;

/// Python's `logging`.
struct Logging;

fn is_imported(module: &str, vm: &VirtualMachine) -> bool {
    let modules = vm.sys_module.get_attr("modules", vm);
    modules.and_then(|it| it.get_item(module, vm)).is_ok()
}

impl LogGate for Logging {
    fn is_active(&self) -> bool {
        with_vm(|vm| is_imported("logging", vm))
    }
    fn is_enabled(&self, logger: &str, level: LogLevel) -> bool {
        with_vm(|vm| {
            let ask = registry::class_of("sqlalchemy.log:_is_enabled", vm)?;
            ask.call((vm.ctx.new_str(logger), level as i32), vm)?.try_to_bool(vm)
        })
        .unwrap_or(false)
    }
}

/// Lets a hub ask the interpreter. `is_bare`: log lines are printed as the bare message, as the recorder of
/// the conformance cases does.
pub fn attach(hub: &Rc<Hub>, is_bare: bool) {
    let clock = Rc::clone(&hub.clock);
    hub.set_log_gate(Some(Rc::new(Logging)));
    hub.set_log_sink(Some(Rc::new(move |line: LogLine<'_>| {
        let has_logging = with_vm(|vm| is_imported("logging", vm));
        if has_logging {
            hand_over(line, is_bare);
        } else if is_bare {
            print(&format!("{}\n", line.message));
        } else {
            print(&format!("{} {} {} {}\n", clock.log_time(), line.level.name(), line.logger, line.message));
        }
    })));
    hub.set_host_namer(Some(Rc::new(|error| {
        with_vm(|vm| {
            let error = from_host(error, vm);
            let text = str_of(error.as_object(), vm).unwrap_or_default();
            (error.class().name().to_string(), text)
        })
    })));
    hub.set_thread_source(Some(Rc::new(|| {
        with_vm(|vm| {
            if !is_imported("threading", vm) {
                return Ok(0);
            }
            registry::class_of("sqlalchemy.log:_thread", vm)?.call((), vm)?.try_into_value::<u64>(vm)
        })
        .unwrap_or(0)
    })));
    hub.set_traceback_source(Some(Rc::new(|| {
        with_vm(|vm| {
            let text = registry::class_of("sqlalchemy.log:_traceback", vm)?.call((), vm)?;
            str_of(&text, vm)
        })
        .unwrap_or_default()
    })));
}

fn hand_over(line: LogLine<'_>, is_bare: bool) {
    with_vm(|vm| {
        let written = registry::class_of("sqlalchemy.log:_emit", vm).and_then(|emit| {
            let (logger, message) = (vm.ctx.new_str(line.logger), vm.ctx.new_str(line.message));
            emit.call((logger, line.level as i32, message, line.is_echoed, is_bare), vm)
        });
        // A program that broke its own handlers gets no log.
        drop(written);
    });
}

/// Prints a line of the log to the program's standard output, as SQLAlchemy's own log handler does.
fn print(text: &str) {
    with_vm(|vm| {
        let stdout = vm.sys_module.get_attr("stdout", vm);
        let written = stdout.and_then(|stdout| vm.call_method(&stdout, "write", (vm.ctx.new_str(text),)));
        // A program that broke its own stdout gets no log.
        drop(written);
    });
}
