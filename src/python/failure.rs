//! An uncaught Python exception as data: class, message, traceback text, frames, place of a syntax error.
//!
//! The text is made by Python's own `traceback`; frames of frozen modules are cut out first, so that
//! the reader sees the program's files only.

use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyRef, PyResult, VirtualMachine,
    builtins::{PyBaseException, PyBaseExceptionRef, PyTraceback},
};

/// An uncaught exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PythonFailure {
    /// Module and qualified name, such as `sqlalchemy.exc.IntegrityError` or `builtins.ValueError`.
    pub class: String,
    /// `str(exception)`
    pub message: String,
    /// The traceback as Python prints it, with a newline at its end.
    pub traceback: String,
    /// The frames in the program's files, outermost first.
    pub frames: Vec<Frame>,
    /// Where a SyntaxError is.
    pub syntax: Option<SyntaxPlace>,
}

/// One frame of a traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The file's name.
    pub file: String,
    /// First line is 1.
    pub line: u32,
    /// The function, or `<module>`.
    pub function: String,
}

/// Where a syntax error is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxPlace {
    /// The file's name.
    pub file: String,
    /// First line is 1.
    pub line: u32,
    /// First column is 1; 0 when unknown.
    pub column: u32,
}

/// Describes an exception; never fails, whatever `__str__` of the program's class does.
pub fn describe(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PythonFailure {
    let mut seen = Vec::new();
    cut_library_frames(exception, &mut seen, vm);
    PythonFailure {
        class: class_name(exception, vm),
        message: without_blank_end(
            exception.as_object().str(vm).map_or_else(
                |_| "<exception str() failed>".to_owned(),
                |it| it.as_wtf8().to_string_lossy().into_owned(),
            ),
        ),
        traceback: without_blank_end(traceback_text(exception, vm)),
        frames: frames(exception),
        syntax: syntax_place(exception, vm),
    }
}

/// RustPython's RecursionError ends with a blank that Python's does not have.
fn without_blank_end(text: String) -> String {
    const BLANK: &str = "maximum recursion depth exceeded ";
    match text.trim_end_matches('\n').strip_suffix(BLANK) {
        Some(start) => format!("{start}{}{}", BLANK.trim_end(), if text.ends_with('\n') { "\n" } else { "" }),
        None => text,
    }
}

/// Whether a file is part of the playground and not of the program.
pub(super) fn is_library_file(file: &str) -> bool {
    file.starts_with("<frozen") || file.starts_with("_frozen")
}

fn class_name(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let class = exception.class().as_object();
    let text = |name: &'static str| {
        let value = class.get_attr(name, vm).ok()?;
        Some(value.str(vm).ok()?.as_wtf8().to_string_lossy().into_owned())
    };
    let module = text("__module__").unwrap_or_else(|| "builtins".to_owned());
    let name = text("__qualname__").unwrap_or_else(|| exception.class().name().to_string());
    format!("{module}.{name}")
}

fn cut_library_frames(exception: &Py<PyBaseException>, seen: &mut Vec<usize>, vm: &VirtualMachine) {
    if seen.contains(&exception.get_id()) {
        return;
    }
    seen.push(exception.get_id());
    if let Some(traceback) = exception.traceback() {
        let own: Vec<PyRef<PyTraceback>> =
            traceback.iter().filter(|it| !is_library_file(it.frame.iframe().code().source_path().as_str())).collect();
        let mut next = None;
        for entry in own.into_iter().rev() {
            let copy = PyTraceback::new(next, entry.frame.clone(), entry.lasti, entry.lineno);
            next = Some(vm.ctx.new_pyref(copy));
        }
        exception.set_traceback(next);
    }
    for other in [exception.__cause__(), exception.__context__()].into_iter().flatten() {
        cut_library_frames(&other, seen, vm);
    }
}

fn frames(exception: &Py<PyBaseException>) -> Vec<Frame> {
    let Some(traceback) = exception.traceback() else { return Vec::new() };
    traceback
        .iter()
        .map(|it| {
            let code = it.frame.iframe().code();
            Frame {
                file: code.source_path().as_str().to_owned(),
                line: u32::try_from(it.lineno.get()).unwrap_or(u32::MAX),
                function: code.obj_name.as_str().to_owned(),
            }
        })
        .collect()
}

fn traceback_text(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    python_traceback_text(exception, vm).unwrap_or_else(|_| {
        // Such as a RecursionError that leaves no room for `traceback` itself.
        let mut text = String::new();
        let _ = vm.write_exception(&mut text, exception);
        text
    })
}

fn python_traceback_text(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<String> {
    let lines: PyObjectRef =
        vm.import("traceback", 0)?.get_attr("format_exception", vm)?.call((exception.clone(),), vm)?;
    let text = vm.ctx.new_str("").as_object().get_attr("join", vm)?.call((lines,), vm)?;
    Ok(text.str(vm)?.as_wtf8().to_string_lossy().into_owned())
}

fn syntax_place(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<SyntaxPlace> {
    if !exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        return None;
    }
    let attribute = |name: &'static str| exception.as_object().get_attr(name, vm).ok();
    Some(SyntaxPlace {
        file: attribute("filename")?.str(vm).ok()?.as_wtf8().to_string_lossy().into_owned(),
        line: attribute("lineno")?.try_into_value(vm).ok()?,
        column: attribute("offset").and_then(|it| it.try_into_value(vm).ok()).unwrap_or(0),
    })
}
