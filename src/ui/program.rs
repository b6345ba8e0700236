//! The reader's program: its files, its title, and where it is kept. Pure.

use crate::protocol::File;
use serde::{Deserialize, Serialize};

/// The file that is run.
pub const MAIN_FILE: &str = "main.py";
const FIRST_PROGRAM: &str = include_str!("../../static/examples/first_steps.py");

/// A program as it is kept on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its name among the kept programs; empty until the reader changes it.
    #[serde(default)]
    pub id: String,
    /// The fragment of the link that it came from, or was made into.
    #[serde(default)]
    pub link: Option<String>,
    /// Shown in the bar.
    pub title: String,
    /// The files, the first is run.
    pub files: Vec<SourceFile>,
    /// Whether the reader has changed it since it was opened.
    #[serde(default)]
    pub is_edited: bool,
    /// Whether it was changed since `link` was made.
    #[serde(default)]
    pub is_edited_since_link: bool,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name with the ending.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Default for Program {
    fn default() -> Self {
        let text = FIRST_PROGRAM.to_owned();
        Self {
            id: String::new(),
            link: None,
            title: "First steps".to_owned(),
            files: vec![SourceFile { name: MAIN_FILE.to_owned(), text }],
            is_edited: false,
            is_edited_since_link: false,
        }
    }
}

impl Program {
    /// Without a line.
    pub fn empty() -> Self {
        let files = vec![SourceFile { name: MAIN_FILE.to_owned(), text: String::new() }];
        Self { title: "New program".to_owned(), files, ..Self::default() }
    }

    /// What was kept, if it can be read and has a file.
    pub fn from_kept(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|it: &Self| !it.files.is_empty())
    }

    /// The text to keep.
    pub fn to_kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The files as the worker takes them.
    pub fn request_files(&self) -> Vec<File> {
        self.files.iter().map(|it| File { name: it.name.clone(), text: it.text.clone() }).collect()
    }

    /// Adds an empty file; gives its name with the ending. `None` when that is no module's name, or is taken.
    pub fn add_file(&mut self, name: &str) -> Option<String> {
        let stem = name.trim().trim_end_matches(".py");
        let is_name = |it: &str| {
            it.starts_with(|c: char| c.is_alphabetic() || c == '_')
                && it.chars().all(|c| c.is_alphanumeric() || c == '_')
        };
        let name = format!("{stem}.py");
        if !stem.split('/').all(is_name) || self.files.iter().any(|it| it.name == name) {
            return None;
        }
        self.files.push(SourceFile { name: name.clone(), text: String::new() });
        self.is_edited = true;
        Some(name)
    }

    /// Removes a file that is not the main one; gives its name.
    pub fn remove_file(&mut self, at: usize) -> Option<String> {
        if at == 0 || at >= self.files.len() {
            return None;
        }
        self.is_edited = true;
        Some(self.files.remove(at).name)
    }

    /// Whether these are the texts of its files.
    pub fn has_texts(&self, texts: &[String]) -> bool {
        self.files.iter().map(|it| &it.text).eq(texts)
    }

    /// Takes over edited texts, in the order of the files; says whether one differs.
    pub fn set_texts(&mut self, texts: Vec<String>) -> bool {
        let mut differs = false;
        for (file, text) in self.files.iter_mut().zip(texts) {
            differs |= file.text != text;
            file.text = text;
        }
        self.is_edited |= differs;
        self.is_edited_since_link |= differs;
        differs
    }
}

/// A title as a name of the store: small letters, digits and hyphens.
pub fn slug(title: &str) -> String {
    let words: Vec<String> = title
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() { "program".to_owned() } else { words.join("-").chars().take(60).collect() }
}

/// An entry of `static/examples/index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Shown in the menu and as the program's title.
    pub title: String,
    /// One line on what it shows.
    pub about: String,
    /// Its files in `static/examples`, the first is run.
    pub files: Vec<ExampleFile>,
}

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleFile {
    /// Its name in the program.
    pub name: String,
    /// Its name in `static/examples`.
    pub path: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_survives_being_kept() {
        let mut program = Program::default();
        assert!(program.set_texts(vec!["x = 1\n".to_owned()]));
        assert!(!program.set_texts(vec!["x = 1\n".to_owned()]));
        assert_eq!(Program::from_kept(&program.to_kept()), Some(program));
        assert_eq!(Program::from_kept("{}"), None);
        assert_eq!(Program::from_kept(r#"{"title": "t", "files": []}"#), None);
    }

    #[test]
    fn files_are_added_under_names_that_can_be_imported() {
        let mut program = Program::default();
        assert_eq!(program.add_file("data"), Some("data.py".to_owned()));
        for name in ["data.py", "main", "", "a-b", "1a", "../x", "a b"] {
            assert_eq!(program.add_file(name), None, "{name}");
        }
        assert_eq!(program.remove_file(0), None);
        assert_eq!(program.remove_file(1), Some("data.py".to_owned()));
    }

    #[test]
    fn examples_are_listed_with_files_that_exist() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static/examples");
        let index = std::fs::read_to_string(folder.join("index.json")).expect("the index is there");
        let examples: Vec<Example> = serde_json::from_str(&index).expect("the index is well formed");
        assert_eq!(examples.len(), 6);
        for file in examples.iter().flat_map(|it| &it.files) {
            assert!(folder.join(&file.path).is_file(), "{} is missing", file.path);
        }
        assert!(examples.iter().all(|it| it.files[0].name == MAIN_FILE));
    }
}
