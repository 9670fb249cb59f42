//! What the window does with these questions, places and results.

use super::{Ask, ExchangeDone, ExchangeWork, Form, Place};
use crate::app::actions::Action;
use crate::app::dialogs::{Ask as AnyAsk, Dialog, Purpose};
use crate::app::files;
use crate::app::jobs::JobState;
use crate::app::session::Role;
use crate::app::shell::Shell;
use crate::app::tasks::Work;
use crate::app::toasts::Tone;
use crate::app::words;
use crate::model::Command;
use crate::model::merge::{Choices, Other, merge};
use std::path::PathBuf;

impl Shell {
    /// `false`: the action is not of this kind.
    pub(in crate::app) fn act_exchange(&mut self, ctx: &egui::Context, action: Action) -> bool {
        let place = match action {
            Action::Pack => {
                self.ask_exchange(Ask::Pack);
                return true;
            }
            Action::OpenLogs => {
                if let Some(logs) = &self.folders.logs {
                    files::reveal(logs);
                }
                return true;
            }
            Action::PrintBoard => {
                if let Some(board) = self.session.board {
                    self.start(ctx, Work::Exchange(ExchangeWork::View(board)));
                }
                return true;
            }
            Action::BringPack => Place::Bring,
            Action::BringShow => Place::BringShow,
            Action::SaveCopy => {
                // What was typed a moment ago belongs to the copy.
                if let Some(show) = &self.show {
                    let _ = show.project.checkpoint(show.exhibition(), "copied");
                }
                Place::Copy
            }
            Action::SaveElsewhere => Place::Rescue,
            Action::LedgerBook => Place::Ledger,
            _ => return false,
        };
        self.ask(ctx, AnyAsk::Path(Purpose::Exchange(place)));
        true
    }

    pub(in crate::app) fn ask_exchange(&mut self, ask: Ask) {
        let form = match ask {
            Ask::Pack => {
                let own = self
                    .session
                    .board
                    .and_then(|board| self.exhibition()?.board(board).cloned());
                Form::Pack {
                    only: own.map(|board| board.committee),
                    is_unit: self.session.settings.role == Role::Clerk,
                }
            }
            Ask::Door(pack) => Form::Door(pack),
            Ask::ForGood(boards) => Form::ForGood(boards),
        };
        self.dialog = Some(Dialog::Exchange(Box::new(form)));
    }

    /// A pack from outside: a question where a show is open, else it becomes one.
    pub(in crate::app) fn door(&mut self, ctx: &egui::Context, pack: PathBuf) {
        if self.show.is_some() {
            self.ask_exchange(Ask::Door(pack));
        } else {
            self.ask(ctx, AnyAsk::Path(Purpose::Exchange(Place::OpenAs(pack))));
        }
    }

    pub(in crate::app) fn took_exchange(&mut self, ctx: &egui::Context, done: ExchangeDone) -> JobState {
        let lang = self.session.lang();
        match done {
            ExchangeDone::Written(sentence, folder) => {
                self.toasts.say(sentence.clone(), Tone::Done, false);
                JobState::Finished(sentence, Some(folder))
            }
            ExchangeDone::Read(incoming, other) => {
                if let Some(show) = self.exhibition() {
                    let form = super::bring::BringForm::new(incoming, other, show);
                    self.dialog = Some(Dialog::Exchange(Box::new(Form::Bring(form))));
                }
                JobState::Finished(lang.of(words::DONE).into(), None)
            }
            ExchangeDone::Took(_incoming, other, choices) => self.brought(&other, &choices),
            ExchangeDone::Opened(opened) => {
                self.take_over(ctx, *opened);
                JobState::Finished(lang.of(words::DONE).into(), None)
            }
            ExchangeDone::View(file) => {
                files::reveal(&file);
                JobState::Finished(lang.of(words::DONE).into(), None)
            }
            ExchangeDone::Failed(sentence) => {
                self.toasts.say(sentence.clone(), Tone::Refused, false);
                JobState::Failed(sentence)
            }
            ExchangeDone::Cancelled => JobState::Cancelled,
        }
    }

    /// One step of undo; what the show has become meanwhile is what it is merged with.
    fn brought(&mut self, other: &Other, choices: &Choices) -> JobState {
        let lang = self.session.lang();
        let Some(show) = self.exhibition() else {
            return JobState::Failed(lang.of(words::NOT_KEPT).into());
        };
        let merged = merge(show, other, choices);
        let sentence = words::brought(lang, merged.counts(choices), merged.conflicts.len());
        if !self.execute(&Command::BringIn(Box::new(merged.exhibition))) {
            return JobState::Failed(lang.of(words::FAILED).into());
        }
        if let Some(show) = &self.show {
            show.ink
                .library
                .take_in_drawings(show.exhibition().photos.values().map(|facts| &**facts));
            show.project.mark(show.exhibition(), "brought in");
        }
        self.toasts.say(sentence.clone(), Tone::Done, true);
        JobState::Finished(sentence, None)
    }
}
