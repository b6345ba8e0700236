//! `_playground`: `sys.stdin/stdout/stderr`, and the finders for the program's own modules and for
//! modules that are not there. Native, so that none of it shows up in a traceback.

pub(crate) use _playground::module_def;

/// Modules of the ecosystem whose absence shows CPython's bare text, because programs print it:
/// database drivers that SQLAlchemy tries to import.
const DRIVERS: &[&str] = &[
    "MySQLdb",
    "aiomysql",
    "aioodbc",
    "aiosqlite",
    "asyncmy",
    "asyncpg",
    "cx_Oracle",
    "cymysql",
    "greenlet",
    "mariadb",
    "mysql",
    "oracledb",
    "pg8000",
    "psycopg",
    "psycopg2",
    "psycopg2cffi",
    "pymssql",
    "pymysql",
    "pyodbc",
    "pysqlcipher3",
    "sqlcipher3",
];

#[pymodule]
mod _playground {
    use super::DRIVERS;
    use crate::python::host::{self, TextStream};
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyBaseException, PyBytesRef, PyModule, PyStr, PyStrRef, PyUtf8StrRef},
        compiler::Mode,
        function::{ArgIterable, FuncArgs, KwArgs, OptionalArg},
        scope::Scope,
    };

    /// `sys.stdout`, `sys.stderr` or an empty `sys.stdin`.
    #[pyattr]
    #[pyclass(name = "TextStream")]
    #[derive(Debug, PyPayload)]
    struct Stream {
        target: Option<TextStream>,
    }

    #[pyclass]
    impl Stream {
        #[pymethod]
        fn write(zelf: &Py<Self>, text: PyStrRef, vm: &VirtualMachine) -> PyResult<usize> {
            let Some(target) = zelf.target else {
                return Err(vm.new_os_error("not writable"));
            };
            host::write(target, &text.as_wtf8().to_string_lossy());
            Ok(text.char_len())
        }

        #[pymethod]
        fn writelines(zelf: &Py<Self>, lines: ArgIterable<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
            for line in lines.iter(vm)? {
                Self::write(zelf, line?, vm)?;
            }
            Ok(())
        }

        #[pymethod]
        fn flush(_zelf: &Py<Self>) {
            host::flush();
        }

        #[pymethod]
        fn read(_zelf: &Py<Self>, _size: OptionalArg<PyObjectRef>) -> &'static str {
            ""
        }

        #[pymethod]
        fn readline(_zelf: &Py<Self>, _size: OptionalArg<PyObjectRef>) -> &'static str {
            ""
        }

        #[pymethod]
        fn isatty(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn readable(zelf: &Py<Self>) -> bool {
            zelf.target.is_none()
        }

        #[pymethod]
        fn writable(zelf: &Py<Self>) -> bool {
            zelf.target.is_some()
        }

        #[pymethod]
        fn seekable(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn fileno(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i32> {
            Err(vm.new_os_error("the playground has no file descriptors"))
        }

        #[pymethod]
        fn reconfigure(_zelf: &Py<Self>, _args: FuncArgs) {}

        #[pymethod]
        fn close(_zelf: &Py<Self>) {}

        #[pygetset]
        fn closed(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pygetset]
        fn encoding(_zelf: &Py<Self>) -> &'static str {
            "utf-8"
        }

        #[pygetset]
        fn errors(_zelf: &Py<Self>) -> &'static str {
            "strict"
        }

        #[pygetset]
        fn newlines(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.none()
        }

        #[pygetset]
        fn line_buffering(_zelf: &Py<Self>) -> bool {
            true
        }

        #[pygetset]
        fn mode(zelf: &Py<Self>) -> &'static str {
            if zelf.target.is_some() { "w" } else { "r" }
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> &'static str {
            match zelf.target {
                None => "<stdin>",
                Some(TextStream::Stdout) => "<stdout>",
                Some(TextStream::Stderr) => "<stderr>",
            }
        }

        #[pygetset]
        fn buffer(zelf: &Py<Self>) -> Bytes {
            Bytes { target: zelf.target }
        }
    }

    /// `sys.stdout.buffer`
    #[pyattr]
    #[pyclass(name = "ByteStream")]
    #[derive(Debug, PyPayload)]
    struct Bytes {
        target: Option<TextStream>,
    }

    #[pyclass]
    impl Bytes {
        #[pymethod]
        fn write(zelf: &Py<Self>, bytes: PyBytesRef, vm: &VirtualMachine) -> PyResult<usize> {
            let Some(target) = zelf.target else {
                return Err(vm.new_os_error("not writable"));
            };
            host::write(target, &String::from_utf8_lossy(bytes.as_bytes()));
            Ok(bytes.as_bytes().len())
        }

        #[pymethod]
        fn flush(_zelf: &Py<Self>) {
            host::flush();
        }
    }

    /// Makes the three streams new, because a program may have replaced them.
    #[pyfunction]
    fn install_streams(vm: &VirtualMachine) -> PyResult<()> {
        for (name, target) in
            [("stdin", None), ("stdout", Some(TextStream::Stdout)), ("stderr", Some(TextStream::Stderr))]
        {
            let stream: PyObjectRef = Stream { target }.into_pyobject(vm);
            vm.sys_module.set_attr(name, stream.clone(), vm)?;
            vm.sys_module.set_attr(vm.ctx.intern_str(format!("__{name}__")), stream, vm)?;
        }
        Ok(())
    }

    /// Finds and loads the files that a program brings along.
    #[pyattr]
    #[pyclass(name = "ProgramFiles")]
    #[derive(Debug, PyPayload)]
    struct ProgramFiles;

    #[pyclass]
    impl ProgramFiles {
        #[pymethod]
        fn find_spec(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let name: PyUtf8StrRef = args.args.first().cloned().unwrap_or_else(|| vm.ctx.none()).try_into_value(vm)?;
            let Some(file) = host::source(name.as_str()) else {
                return Ok(vm.ctx.none());
            };
            let bootstrap = vm.import("_frozen_importlib", 0)?;
            let spec = bootstrap.get_attr("ModuleSpec", vm)?.call((name, zelf.to_owned()), vm)?;
            spec.set_attr("origin", vm.ctx.new_str(file.name), vm)?;
            if file.is_package {
                spec.set_attr("submodule_search_locations", vm.ctx.new_list(Vec::new()), vm)?;
            }
            Ok(spec)
        }

        #[pymethod]
        fn create_module(_zelf: &Py<Self>, _spec: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.none()
        }

        #[pymethod]
        fn exec_module(_zelf: &Py<Self>, module: PyRef<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
            let name: PyUtf8StrRef = module.get_attr("__name__", vm)?.try_into_value(vm)?;
            let Some(file) = host::source(name.as_str()) else {
                return Err(vm.new_import_error(format!("no file for module {}", name.as_str()), name.into_wtf8()));
            };
            // Not by the spec's `has_location`: importlib would ask its file importer, which is not here.
            module.set_attr("__file__", vm.ctx.new_str(&*file.name), vm)?;
            let code = vm
                .compile(&file.text, Mode::Exec, file.name)
                .map_err(|error| error.into_pyexception(vm, Some(&file.text)))?;
            vm.run_code_obj(code, Scope::with_builtins(None, module.dict(), vm))?;
            Ok(())
        }

        #[pymethod]
        fn get_source(_zelf: &Py<Self>, name: PyUtf8StrRef) -> Option<String> {
            host::source(name.as_str()).map(|it| it.text)
        }
    }

    /// Comes last on `sys.meta_path` and says that a module is not part of the playground.
    #[pyattr]
    #[pyclass(name = "MissingModules")]
    #[derive(Debug, PyPayload)]
    struct MissingModules;

    #[pyclass]
    impl MissingModules {
        #[pymethod]
        fn find_spec(_zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let name: PyRef<PyStr> = args.args.first().cloned().unwrap_or_else(|| vm.ctx.none()).try_into_value(vm)?;
            let text = name.as_wtf8().to_string_lossy();
            if text.contains('.') || DRIVERS.contains(&&*text) || text.starts_with('_') {
                return Ok(vm.ctx.none());
            }
            let message = format!(
                "No module named '{text}' (not part of the playground, which has sqlalchemy, alembic \
                 and the common modules of Python's standard library)"
            );
            let class = vm.ctx.exceptions.module_not_found_error.to_owned();
            let keywords = KwArgs::from_iter([("name".to_owned(), name.into())]);
            let error = class.as_object().call(FuncArgs::new(vec![vm.ctx.new_str(message).into()], keywords), vm)?;
            Err(error.downcast::<PyBaseException>().map_err(|_| vm.new_type_error("not an exception"))?)
        }
    }

    /// Puts the program's files behind the frozen modules, and the last word behind everything.
    #[pyfunction]
    fn install_finders(vm: &VirtualMachine) -> PyResult<()> {
        let path = vm.sys_module.get_attr("meta_path", vm)?;
        // Behind the built-in modules, before the frozen ones: a program's own `queue.py` wins.
        vm.call_method(&path, "insert", (1, ProgramFiles.into_pyobject(vm)))?;
        vm.call_method(&path, "append", (MissingModules.into_pyobject(vm),))?;
        Ok(())
    }

    /// The built-in `open`: over files in memory.
    #[pyfunction]
    fn open(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        vm.import("_playground_open", 0)?.get_attr("open", vm)?.call(args, vm)
    }

    /// `os.urandom`
    #[pyfunction]
    fn urandom(size: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let mut bytes = vec![0; size];
        getrandom::fill(&mut bytes).map_err(|error| vm.new_os_error(error.to_string()))?;
        Ok(bytes)
    }

    /// A loader for `__main__`, by which `linecache` finds the program's text.
    #[pyfunction]
    fn main_loader(vm: &VirtualMachine) -> PyObjectRef {
        ProgramFiles.into_pyobject(vm)
    }
}
