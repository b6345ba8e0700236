//! What the worker answered about the run that the panels show. Part of the fold in `state.rs`, pure like it.

use crate::protocol::{Advice, Answer, DataHistory, Question, StatementFacts};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// An answer, or why there is none.
pub type Told<T> = Result<Arc<T>, String>;

/// Answers by question.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    asked: HashSet<Question>,
    /// What the databases held.
    pub data: Option<Told<DataHistory>>,
    /// Plans and results by number of the statement.
    pub statements: HashMap<u32, Told<StatementFacts>>,
    /// Indexes by number of the statement.
    pub advice: HashMap<u32, Told<Vec<Advice>>>,
    /// Files that wait to be kept by the reader.
    pub files: Vec<(String, Vec<u8>)>,
    /// Why there are none.
    pub files_error: Option<String>,
}

impl Answers {
    /// Whether a question is to be asked: it was not yet, or may have another answer each time.
    pub fn ask(&mut self, question: &Question) -> bool {
        matches!(question, Question::Download { .. }) || self.asked.insert(question.clone())
    }

    /// Takes an answer.
    pub fn take(&mut self, question: &Question, answer: Answer) {
        match question {
            Question::Data => self.data = Some(facts(answer)),
            Question::Statement { number } => {
                self.statements.insert(*number, facts(answer));
            }
            Question::Advice { number } => {
                self.advice.insert(*number, facts(answer));
            }
            Question::Download { .. } => match answer {
                Answer::Files { files } => {
                    self.files.extend(files);
                    self.files_error = None;
                }
                Answer::Unknown { message } => self.files_error = Some(message),
                Answer::Facts { .. } => {}
            },
        }
    }

    /// Why a question cannot be put: the worker that knew is gone.
    pub fn refuse(&mut self, question: &Question, message: &str) {
        self.take(question, Answer::Unknown { message: message.to_owned() });
    }
}

fn facts<T: serde::de::DeserializeOwned>(answer: Answer) -> Told<T> {
    match answer {
        Answer::Facts { json } => serde_json::from_str(&json).map(Arc::new).map_err(|error| error.to_string()),
        Answer::Unknown { message } => Err(message),
        Answer::Files { .. } => Err("The answer belongs to another question.".to_owned()),
    }
}
