//! The command-line program: runs programs, a console and the conformance suite natively.

use orm_playground::python::{host::{Host, SourceFile, TextStream}, interpreter::Interpreter};
use std::rc::Rc;
struct H;
impl Host for H {
    fn write(&self, s: TextStream, t: &str) { if s == TextStream::Stdout { print!("{t}") } else { eprint!("{t}") } }
    fn module_source(&self, _n: &str) -> Option<SourceFile> { None }
}
fn main() {
    std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        let t = std::time::Instant::now();
        let it = match Interpreter::new(&[], Rc::default()) { Ok(it) => it, Err(e) => { eprintln!("{}", e.traceback); return } };
        eprintln!("start {:?}", t.elapsed());
        for f in std::env::args().skip(1) {
            let text = std::fs::read_to_string(&f).unwrap();
            let t = std::time::Instant::now();
            if let Err(e) = it.run_program(SourceFile { name: "main.py".into(), text, is_package: false }, Rc::new(H)) {
                eprint!("{}", e.traceback); eprintln!("{} | {} | {:?}", e.class, e.message, e.syntax);
            }
            eprintln!("ran {:?}", t.elapsed());
        }
    }).unwrap().join().unwrap();
}
