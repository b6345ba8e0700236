//! A program as a link carries it, and as Markdown, a frame for another page, and one Python file. Pure; `web/share`
//! packs it.

use super::{
    page_names::panel_of_name,
    program::{MAIN_FILE, Program, SourceFile},
};
use serde::{Deserialize, Serialize};

/// Longer links are refused by chat programs and mail.
pub const GOOD_LENGTH: usize = 2_000;
/// A link with more text than this is refused.
pub const MOST_BYTES: u32 = 1_000_000;
const MOST_FILES: usize = 40;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// The format of the rest.
    pub v: u32,
    /// Shown in the bar.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The first one is run.
    pub files: Vec<SourceFile>,
    /// The round trip, if it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latency: Option<u64>,
    /// The open panel, if it is not the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel: Option<String>,
    /// How many statements its author saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statements: Option<u32>,
}

impl Shared {
    /// The text that is packed into a link.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What a link's text holds.
    ///
    /// # Errors
    /// A sentence for the reader.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let shared: Self =
            serde_json::from_str(text).map_err(|_| "This link holds no program of the playground.".to_owned())?;
        if shared.v > 1 {
            return Err("This link was made by a newer version of the playground.".to_owned());
        }
        if shared.files.is_empty() || shared.files.len() > MOST_FILES {
            return Err("This link holds no program of the playground.".to_owned());
        }
        Ok(shared)
    }

    /// The program in it.
    pub fn program(&self) -> Program {
        let mut files = self.files.clone();
        // Names come from outside: the first one is the main file, whatever it was called.
        files[0].name = MAIN_FILE.to_owned();
        for file in &mut files {
            file.name =
                file.name.chars().filter(|it| it.is_alphanumeric() || matches!(it, '_' | '.' | '/')).take(60).collect();
        }
        let title: String = self.title.chars().filter(|it| !it.is_control()).take(80).collect();
        Program {
            title: if title.trim().is_empty() { "Program from a link".to_owned() } else { title },
            files,
            ..Program::default()
        }
    }

    /// Whether the panel it names is one.
    pub fn panel_name(&self) -> Option<&str> {
        self.panel.as_deref().filter(|it| panel_of_name(it).is_some())
    }
}

/// A link in Markdown.
pub fn markdown(title: &str, address: &str) -> String {
    let escaped: String =
        title.chars().flat_map(|it| if "\\[]`*_<>".contains(it) { vec!['\\', it] } else { vec![it] }).collect();
    format!("[{escaped}]({address})")
}

/// A frame for another page. `options` stand before the `#` of the address.
pub fn embed(title: &str, base: &str, fragment: &str, options: &str) -> String {
    let attribute = |it: &str| it.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}?embed=1{}#{}\" title=\"{}\" width=\"100%\" height=\"420\" loading=\"lazy\"></iframe>",
        attribute(base),
        attribute(options),
        attribute(fragment),
        attribute(title)
    )
}

/// All files of a program as one that runs with `python`.
pub fn standalone(program: &Program) -> String {
    let mut out = String::new();
    if program.files.len() > 1 {
        out.push_str("import sys, types\n\n");
        for file in &program.files[1..] {
            let name = file.name.trim_end_matches(".py").replace('/', ".");
            out.push_str(&format!(
                "_module = types.ModuleType({0})\nsys.modules[{0}] = _module\nexec({1}, _module.__dict__)\n\n",
                python_text(&name),
                python_text(&file.text)
            ));
        }
    }
    out + program.files.first().map_or("", |it| &it.text)
}

/// A text as a Python literal.
fn python_text(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(title: &str) -> Shared {
        let files = vec![
            SourceFile { name: "evil/../x.py".to_owned(), text: "import data\n".to_owned() },
            SourceFile { name: "data.py".to_owned(), text: "a = \"\\n\"\n".to_owned() },
        ];
        Shared {
            v: 1,
            title: title.to_owned(),
            files,
            latency: None,
            panel: Some("nothing".to_owned()),
            statements: None,
        }
    }

    #[test]
    fn what_a_link_holds_comes_back() {
        let there = shared("Orders & more");
        assert_eq!(Shared::from_text(&there.to_text()), Ok(there.clone()));
        let program = there.program();
        assert_eq!((program.title.as_str(), program.files[0].name.as_str()), ("Orders & more", MAIN_FILE));
        assert_eq!(there.panel_name(), None);
    }

    #[test]
    fn what_is_no_program_is_told() {
        for text in ["", "{}", "[]", "{\"v\":1,\"files\":[]}", "null", "{\"v\":1,\"title\":5,\"files\":[{}]}"] {
            assert!(Shared::from_text(text).is_err(), "{text}");
        }
        let newer = Shared::from_text(&shared("t").to_text().replace("\"v\":1", "\"v\":9"));
        assert_eq!(newer, Err("This link was made by a newer version of the playground.".to_owned()));
    }

    #[test]
    fn titles_are_text_in_markdown_and_frames() {
        assert_eq!(markdown("a [b](c) <i>", "./#a"), "[a \\[b\\](c) \\<i\\>](./#a)");
        let frame = embed("\"><script>alert(1)</script>", "./", "abc", "");
        assert!(!frame.contains("<script"), "{frame}");
    }

    #[test]
    fn several_files_become_one_that_python_runs() {
        let text = standalone(&shared("t").program());
        assert!(text.contains("exec(\"a = \\\"\\\\n\\\"\\n\", _module.__dict__)"), "{text}");
        assert!(text.ends_with("import data\n"), "{text}");
    }
}
