//! What the window does with the results of jobs: a show that was opened, photos and boards taken in, files written.

use super::board::put_file;
use super::dialogs::Dialog;
use super::jobs::JobState;
use super::plaza::{fronted, sketched};
use super::shell::Shell;
use super::tasks::{Done, Work};
use super::toasts::Tone;
use super::view::PhotoPlace;
use super::workbench::Workbench;
use super::{files, fonts_ask, paper_work, photo_deeds, words};
use crate::base::{Digest, PhotoState};
use crate::compose::Imported;
use crate::export::handover::Handed;
use crate::model::{BoardId, Command};
use crate::store::Opened;
use crate::workflow::sent;

impl Shell {
    /// Results of jobs, as they come.
    pub(super) fn collect(&mut self, ctx: &egui::Context) {
        for (id, done) in self.jobs.arrived() {
            let state = self.take(ctx, id, done);
            self.note(id, &state);
            self.jobs.finish(id, state);
        }
        self.jobs.list.retain(|job| job.is_running() || !job.work.is_quiet());
    }

    /// A line in the log: which job, and how it ended. No sentence goes there: it may name files of the show.
    fn note(&self, id: u64, state: &JobState) {
        let job = self.jobs.list.iter().find(|job| job.id == id && !job.work.is_quiet());
        if let Some(job) = job.filter(|_| self.remembers) {
            let ended = match state {
                JobState::Running => "running",
                JobState::Finished(..) => "done",
                JobState::Failed(_) => "failed",
                JobState::Cancelled => "cancelled",
            };
            let title = words::job_title(crate::base::Lang::En, &job.work);
            let line = format!("{title}: {ended} after {:.1} s", job.started.elapsed().as_secs_f64());
            files::log(&self.folders, &line);
        }
    }

    fn take(&mut self, ctx: &egui::Context, id: u64, done: Done) -> JobState {
        let lang = self.session.lang();
        let work = self
            .jobs
            .list
            .iter()
            .find(|job| job.id == id)
            .map(|job| job.work.clone());
        let is_opening = matches!(work, Some(Work::Open(_) | Work::New(..) | Work::Sample(_)));
        match done {
            Done::Opened(opened) => {
                self.take_over(ctx, *opened);
                JobState::Finished(lang.of(words::DONE).into(), None)
            }
            Done::Imported(imported, slot) => self.imported(imported, slot),
            Done::Checked { revision, findings } => {
                if let Some(show) = &mut self.show {
                    show.checked(revision, findings);
                }
                JobState::Finished(String::new(), None)
            }
            Done::Written {
                files,
                bytes,
                folder,
                findings,
            } => {
                let sentence = words::written(lang, files, bytes, findings.len());
                // The tray is out of sight there.
                if self.session.meets {
                    self.toasts.say(sentence.clone(), Tone::Done, false);
                }
                JobState::Finished(sentence, Some(folder))
            }
            Done::Gathered(gathered) => {
                if let Some(form) = self.dialog.as_mut().and_then(Dialog::new_board_mut) {
                    form.take_gathered(*gathered);
                }
                JobState::Finished(String::new(), None)
            }
            Done::Proposed(change, proposed) => {
                let show = self.show.as_ref().map(|show| show.exhibition().clone());
                let form = self.dialog.as_mut().and_then(Dialog::new_board_mut);
                if let (Some(form), Some(show)) = (form, show) {
                    form.take_proposed(change, *proposed, &show);
                }
                JobState::Finished(String::new(), None)
            }
            Done::Exchange(done) => self.took_exchange(ctx, done),
            Done::HandedOver { handed, shop } => self.handed_over(&handed, shop),
            Done::Register(command, sentence) => {
                if !self.execute(&command) {
                    return JobState::Failed(lang.of(words::FAILED).into());
                }
                self.toasts.say(sentence.clone(), Tone::Done, true);
                JobState::Finished(sentence, None)
            }
            Done::Fonts(done) => {
                if let Some(Dialog::Fonts(form)) = &mut self.dialog {
                    form.take(done);
                }
                JobState::Finished(String::new(), None)
            }
            Done::Profile(read) => {
                if let Some(Dialog::Shops(form)) = &mut self.dialog {
                    form.take(read);
                }
                JobState::Finished(String::new(), None)
            }
            Done::Words(words, skipped) => self.take_words(&words, skipped),
            Done::Cancelled => JobState::Cancelled,
            Done::Failed(sentence) => self.failed(sentence, is_opening, work),
            Done::Broken => self.failed(lang.of(words::FAILED).into(), is_opening, work),
        }
    }

    fn failed(&mut self, sentence: String, is_opening: bool, work: Option<Work>) -> JobState {
        if matches!(work, Some(Work::Check { .. }))
            && let Some(show) = &mut self.show
        {
            show.check_failed();
        }
        if let (Some(Work::Gather(_)), Some(form)) = (&work, self.dialog.as_mut().and_then(Dialog::new_board_mut)) {
            form.take_gathered(Err(sentence.clone()));
        }
        if is_opening {
            self.trouble = Some(sentence.clone());
        }
        if self.session.meets && matches!(work, Some(Work::Export(..))) {
            self.toasts.say(sentence.clone(), Tone::Refused, false);
        }
        JobState::Failed(sentence)
    }

    fn imported(&mut self, imported: Imported, place: Option<PhotoPlace>) -> JobState {
        let lang = self.session.lang();
        let is_photo = |command: &&Command| matches!(command, Command::AddPhoto(_));
        let photos = imported.commands.iter().filter(is_photo).count();
        let only_photos = imported.commands.len() == photos;
        let mut commands = imported.commands;
        if let (Some(place), Some(photo)) = (place, imported.photos.first()) {
            let put = self.photo_put(place, *photo, &commands);
            if let (PhotoPlace::Sketch(_) | PhotoPlace::Front(..), None) = (place, &put) {
                let why = imported.findings.first().map(|finding| finding.text(lang));
                let why = why.unwrap_or_else(|| lang.of(words::FAILED).into());
                // Nothing of it could be shown there: the plaza stays as it is.
                self.toasts.say(why.clone(), Tone::Refused, false);
                return JobState::Failed(why);
            }
            commands.extend(put);
        }
        let is_another = matches!((place, imported.photos.first()), (Some(PhotoPlace::Instead(lost)), Some(photo)) if lost != *photo);
        let boards = if only_photos {
            0
        } else {
            imported.added + imported.updated
        };
        let sentence = if is_another {
            lang.of(words::ANOTHER_PHOTO).into()
        } else if boards > 0 {
            words::boards_taken(lang, imported.added, imported.updated)
        } else if photos > 0 {
            words::photos_taken(lang, photos)
        } else if !commands.is_empty() {
            lang.of(words::DONE).into()
        } else {
            lang.of(words::NOTHING_NEW).into()
        };
        let has_changed = !commands.is_empty();
        if has_changed && !self.execute(&Command::Batch(commands)) {
            return JobState::Failed(lang.of(words::FAILED).into());
        }
        if let Some(show) = &mut self.show {
            show.import_findings = imported.findings;
        }
        self.toasts.say(sentence.clone(), Tone::Done, has_changed);
        JobState::Finished(sentence, None)
    }

    /// The command that shows a photo at a place; `taken`: those that bring it in.
    fn photo_put(&self, place: PhotoPlace, photo: Digest, taken: &[Command]) -> Option<Command> {
        let show = self.exhibition()?;
        let new = taken.iter().find_map(|command| match command {
            Command::AddPhoto(facts) if facts.digest == photo => Some(facts),
            _ => None,
        });
        let facts = new.or_else(|| show.photos.get(&photo))?;
        if let PhotoPlace::Instead(lost) = place {
            return photo_deeds::instead(show, lost, facts);
        }
        let has_pixels = matches!(facts.state, PhotoState::Good | PhotoState::Truncated);
        if !has_pixels && matches!(place, PhotoPlace::Sketch(_) | PhotoPlace::Front(..)) {
            return None;
        }
        if let PhotoPlace::Sketch(plaza) = place {
            return show.plaza(plaza).map(|plaza| sketched(plaza, facts));
        }
        if let PhotoPlace::Front(plaza, at) = place {
            return show.plaza(plaza).map(|plaza| fronted(plaza, at, Some(facts.digest)));
        }
        let (PhotoPlace::In(board, _)
        | PhotoPlace::New(board, _)
        | PhotoPlace::Emblem(board, _)
        | PhotoPlace::Ground(board)) = place
        else {
            return None;
        };
        put_file(show.board(board)?, place, facts).map(|(command, _)| command)
    }

    /// Words from a table join the show's list.
    fn take_words(&mut self, words: &crate::script::Words, skipped: usize) -> JobState {
        let lang = self.session.lang();
        let Some(mut list) = self.exhibition().map(|show| (*show.words).clone()) else {
            return JobState::Failed(lang.of(words::NOT_KEPT).into());
        };
        for pair in &words.pairs {
            list.add(pair.clone());
        }
        let sentence = super::texts::words_taken(lang, words.pairs.len(), skipped);
        let is_new = self.exhibition().is_some_and(|show| *show.words != list);
        if is_new && !self.execute(&Command::SetWords(list)) {
            return JobState::Failed(lang.of(words::FAILED).into());
        }
        self.toasts.say(sentence.clone(), Tone::Done, is_new);
        JobState::Finished(sentence, None)
    }

    /// What went out is kept with the show, and approved boards are at the shop.
    fn handed_over(&mut self, handed: &Handed, shop: String) -> JobState {
        let lang = self.session.lang();
        let command = self
            .exhibition()
            .map(|show| sent(show, &handed.folder, &handed.boards, shop));
        if let Some(command) = command {
            self.execute(&command);
        }
        JobState::Finished(paper_work::ready(handed, lang), Some(handed.folder.clone()))
    }

    /// The show in the window from now on; the one before is on disk.
    pub(super) fn take_over(&mut self, ctx: &egui::Context, opened: Opened) {
        self.close();
        let found = opened.findings.clone();
        let show = Workbench::open(ctx, &self.home, opened, self.folders.pictures.clone());
        let exhibition = show.exhibition();
        let is_here = |board: &BoardId| exhibition.board(*board).is_some();
        self.session.settings.tabs.retain(is_here);
        let front = self.session.settings.front.filter(is_here);
        self.session.board = front.or(exhibition.order.first().copied());
        self.session.element = None;
        self.session.plaza = None;
        self.session.search.clear();
        // The next start may be in another folder.
        let folder = show.project.folder();
        let folder = files::absolute(folder);
        super::recent::remember(&mut self.session.settings.recent, folder.clone());
        self.session.settings.last_show = Some(folder);
        let lang = self.session.lang();
        self.trouble = found
            .first()
            .map(|finding| finding.text(lang))
            .or_else(|| fonts_ask::missing(exhibition, lang));
        self.show = Some(show);
        if let Some(pack) = self.pack.take() {
            self.door(ctx, pack);
        }
    }
}
