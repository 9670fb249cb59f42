//! Asking the system for a file or folder, on a thread: the portal may be slow, hang or be missing. Where it answers at
//! once with nothing it is missing, and our own field for the path stands in.

use super::dialogs::Purpose;
use super::exchange::Place;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Hardly a person closes a dialog faster than this; a busy old machine takes so long to find that it has none.
const TOO_FAST: Duration = Duration::from_millis(if cfg!(target_os = "linux") { 1500 } else { 0 });

pub struct Picker {
    /// `false`: always our own field (tests, screenshots).
    pub uses_system: bool,
    waiting: Option<Waiting>,
}

struct Waiting {
    purpose: Purpose,
    /// What was chosen, and how long the dialog took.
    answer: Receiver<(Vec<PathBuf>, Duration)>,
}

pub enum Picked {
    Nothing,
    Chosen(Purpose, Vec<PathBuf>),
    /// Ask with our own field.
    NoSystemDialog(Purpose),
}

impl Picker {
    pub fn new(uses_system: bool) -> Picker {
        Picker {
            uses_system,
            waiting: None,
        }
    }

    /// `false`: our own field has to ask.
    pub fn ask(&mut self, ctx: &egui::Context, purpose: Purpose, title: &str, start: Option<PathBuf>) -> bool {
        if !self.uses_system {
            return false;
        }
        let (send, answer) = channel();
        let (ctx, title, what) = (ctx.clone(), title.to_string(), purpose.clone());
        std::thread::spawn(move || {
            let since = Instant::now();
            let mut dialog = rfd::FileDialog::new().set_title(title);
            if let Some(start) = start {
                dialog = dialog.set_directory(start);
            }
            let chosen = match what {
                Purpose::Photos(_) => dialog
                    .add_filter("", &["jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif", "svg"])
                    .pick_files()
                    .unwrap_or_default(),
                Purpose::ForBoard => dialog
                    .add_filter(
                        "",
                        &["docx", "txt", "jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif"],
                    )
                    .pick_files()
                    .unwrap_or_default(),
                Purpose::Article => dialog
                    .add_filter("", &["docx", "txt"])
                    .pick_file()
                    .into_iter()
                    .collect(),
                Purpose::WordsIn => dialog
                    .add_filter("", &["csv", "txt", "tsv"])
                    .pick_file()
                    .into_iter()
                    .collect(),
                Purpose::FactsIn | Purpose::NamesIn => dialog
                    .add_filter("", &["csv", "xlsx", "txt", "tsv"])
                    .pick_file()
                    .into_iter()
                    .collect(),
                Purpose::OutputProfile => dialog
                    .add_filter("ICC", &["icc", "icm"])
                    .pick_file()
                    .into_iter()
                    .collect(),
                Purpose::Exchange(Place::Bring) => dialog
                    .add_filter("zbpack", &["zbpack"])
                    .pick_file()
                    .into_iter()
                    .collect(),
                Purpose::OpenShow
                | Purpose::NewShow(_)
                | Purpose::ImportFolder
                | Purpose::Export(_)
                | Purpose::WordsOut
                | Purpose::Exchange(_) => dialog.pick_folder().into_iter().collect(),
            };
            // The window may have closed meanwhile.
            let _ = send.send((chosen, since.elapsed()));
            ctx.request_repaint();
        });
        self.waiting = Some(Waiting { purpose, answer });
        true
    }

    pub fn poll(&mut self) -> Picked {
        let Some((answer, took)) = self.waiting.as_ref().and_then(|waiting| waiting.answer.try_recv().ok()) else {
            return Picked::Nothing;
        };
        let Some(waiting) = self.waiting.take() else {
            return Picked::Nothing;
        };
        match answer.is_empty() {
            false => Picked::Chosen(waiting.purpose, answer),
            true if took < TOO_FAST => Picked::NoSystemDialog(waiting.purpose),
            true => Picked::Nothing,
        }
    }
}
