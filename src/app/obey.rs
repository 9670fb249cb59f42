//! What the window does with messages, actions and the results of jobs.

use super::actions::{Action, is_of_board, is_of_plaza};
use super::colours_form::ColoursForm;
use super::dialogs::{Ask, Dialog, Purpose};
use super::files;
use super::fonts_ask::{self, FontsAsk};
use super::meeting::PastMeetings;
use super::new_board::is_text;
use super::palette::Palette;
use super::paper_work::Register;
use super::photo_deeds;
use super::picker::Picked;
use super::plaza_papers::PapersForm;
use super::restyle::Restyle;
use super::rules_form::RulesForm;
use super::session::{Role, Workspace};
use super::shell::{Shell, is_of_view};
use super::show_form::{ShowForm, folder_name};
use super::styles_form::StylesForm;
use super::tasks::{Export, Work};
use super::template_form::TemplateForm;
use super::toasts::Tone;
use super::versions::Versions;
use super::view::{Message, PhotoPlace, Sender};
use super::words;
use crate::model::{Board, BoardId, Command, Committee, CommitteeId, Element, ElementId};
use crate::plaza::arrange_command;
use crate::store::SaveState;
use std::path::PathBuf;
use std::sync::Arc;

impl Shell {
    pub fn obey(&mut self, ctx: &egui::Context, message: Message) {
        match message {
            Message::Do(command) => {
                self.execute(&command);
            }
            Message::Draft(command) => {
                if let Some(show) = &self.show {
                    show.keep_draft(&command);
                }
            }
            Message::Begin => self.with_document(|document| document.begin()),
            Message::Commit => self.with_document(|document| document.commit()),
            Message::Cancel => self.with_document(|document| document.cancel()),
            Message::Act(action) => self.act(ctx, action),
            Message::GoToStep(done) => {
                self.with_document(|document| document.go_to(done));
                self.forget_gone();
            }
            Message::OpenBoard(board) => self.session.open_board(board),
            Message::GoTo(board, element) => {
                self.session.open_board(board);
                self.session.element = element;
            }
            Message::Drop(files, slot) => self.dropped(ctx, files, slot),
            Message::Toast(sentence, undo) => self.toasts.say(sentence, Tone::Done, undo),
            Message::Ask(ask) => self.ask(ctx, ask),
            Message::Start(Work::Gather(files)) => self.gather(ctx, files),
            Message::Start(work) => {
                self.start(ctx, work);
            }
            Message::StopJob(id) => self.jobs.stop(id),
            Message::ForgetJob(id) => {
                self.jobs.forget(id);
            }
            Message::RetryJob(id) => {
                if let Some(job) = self.jobs.forget(id) {
                    self.start(ctx, job.work);
                }
            }
            Message::Reveal(folder) => files::reveal(&folder),
        }
    }

    fn with_document(&mut self, change: impl FnOnce(&mut crate::model::Document)) {
        if let Some(show) = &mut self.show {
            change(&mut show.document);
        }
    }

    /// `false`: refused, and the reason is told.
    pub fn execute(&mut self, command: &Command) -> bool {
        let Some(show) = &mut self.show else {
            return false;
        };
        match show.document.execute(command) {
            Ok(()) => true,
            Err(refusal) => {
                let sentence = refusal.0.text(self.session.lang());
                self.toasts.say(sentence, Tone::Refused, false);
                false
            }
        }
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        if self.act_exchange(ctx, action) {
            return;
        }
        match action {
            Action::Go(workspace) => self.go(workspace),
            Action::NewShow => self.ask(ctx, Ask::NewShow),
            Action::ShowSettings => self.ask(ctx, Ask::ShowSettings),
            Action::Fonts => self.ask(ctx, Ask::Fonts),
            Action::Colours => self.ask(ctx, Ask::Colours),
            Action::Rules => self.ask(ctx, Ask::Rules),
            Action::Registers => self.ask(ctx, Ask::Registers),
            Action::PlanPapers => self.ask(ctx, Ask::PlanPapers),
            Action::Open => self.ask(ctx, Ask::Path(Purpose::OpenShow)),
            Action::Sample => {
                let work = self.sample();
                self.start(ctx, work);
            }
            Action::Draft => self.ask(ctx, Ask::Path(Purpose::Article)),
            Action::Import => self.ask(ctx, Ask::Path(Purpose::ImportFolder)),
            Action::AddPhotos => self.ask(ctx, Ask::Path(Purpose::Photos(None))),
            Action::NewBoard => self.ask(ctx, Ask::NewBoard),
            Action::Duplicate => self.duplicate(),
            Action::Restyle => {
                if let Some(board) = self.session.board {
                    self.ask(ctx, Ask::Restyle(board));
                }
            }
            Action::Versions => self.ask(ctx, Ask::Versions),
            Action::Styles | Action::SaveTemplate => {
                if let Some(board) = self.session.board {
                    let ask = if action == Action::Styles {
                        Ask::Styles(board)
                    } else {
                        Ask::SaveTemplate(board)
                    };
                    self.ask(ctx, ask);
                }
            }
            Action::NextTab | Action::PreviousTab | Action::CloseTab => self.session.turn_tab(action),
            Action::Rearrange | Action::Shuffle => {
                let board = self
                    .session
                    .board
                    .and_then(|board| self.exhibition()?.board(board).cloned());
                let command = board.and_then(|board| match action {
                    Action::Rearrange => photo_deeds::rearranged(&board),
                    _ => photo_deeds::shuffled(&board),
                });
                if let Some(command) = command {
                    self.execute(&command);
                }
            }
            Action::DeleteBoard => {
                if let Some(board) = self.session.board {
                    self.ask(ctx, Ask::DeleteBoard(board));
                }
            }
            action if self.session.settings.toggled(action) => {}
            Action::Undo | Action::Redo => self.step(action == Action::Undo),
            // The plan in front arranges by its own settings.
            Action::Arrange if self.session.workspace == Workspace::Plaza => self.session.view_action = Some(action),
            action if is_of_view(action) || is_of_board(action) || is_of_plaza(action) => {
                self.session.view_action = Some(action);
            }
            Action::Find => {
                if !matches!(self.session.workspace, Workspace::Overview | Workspace::Review) {
                    self.go(Workspace::Overview);
                }
                self.session.focus_search = true;
            }
            Action::Texts => self.toggle_texts(),
            Action::Help => self.session.shows_help ^= true,
            Action::Palette => self.palette = Some(Palette::default()),
            Action::NextFinding => self.next_finding(),
            Action::Arrange => {
                if let Some(command) = self.exhibition().map(arrange_command)
                    && self.execute(&command)
                {
                    self.go(Workspace::Plaza);
                }
            }
            Action::PlanPdf => {
                let plan = Export::PlanPdf(self.session.plaza);
                self.ask(ctx, Ask::Path(Purpose::Export(plan)));
            }
            Action::PlanPng => {
                let plan = Export::PlanPng(self.session.plaza);
                self.ask(ctx, Ask::Path(Purpose::Export(plan)));
            }
            Action::ExportThis => {
                let boards = self.session.board.into_iter().collect();
                self.ask(ctx, Ask::Path(Purpose::Export(Export::Boards(boards))));
            }
            Action::ExportAll => {
                let boards = self.all_boards();
                self.ask(ctx, Ask::Path(Purpose::Export(Export::Boards(boards))));
            }
            Action::ExportJoined => {
                let boards = self.all_boards();
                self.ask(ctx, Ask::Path(Purpose::Export(Export::Joined(boards))));
            }
            Action::Walk => self.walk(),
            Action::Meeting => self.meet(ctx),
            Action::WalkPicture => self.session.view_action = Some(action),
            Action::Back => {
                if let Some(back) = self.session.back.take() {
                    self.go(back);
                }
            }
            Action::FullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen == Some(true));
                ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
            }
            Action::Quit => self.is_quitting = true,
            // Of the view or of the board: kept above.
            _ => {}
        }
    }

    /// Opens the text panel at its search field; a second time shuts it.
    fn toggle_texts(&mut self) {
        self.session.shows_texts ^= true;
        if self.session.shows_texts {
            self.panes.texts.focus();
        }
    }

    /// Opens the sample that was made before, else makes it.
    pub(super) fn sample(&self) -> Work {
        let folder = self
            .folders
            .shows
            .clone()
            .unwrap_or_else(std::env::temp_dir)
            .join("sample.zhanban");
        if files::exists(&folder) {
            Work::Open(folder)
        } else {
            Work::Sample(folder)
        }
    }

    fn all_boards(&self) -> Vec<BoardId> {
        self.exhibition()
            .map(|exhibition| exhibition.order.to_vec())
            .unwrap_or_default()
    }

    /// The editor opens on a board: the one chosen, else the first.
    fn go(&mut self, workspace: Workspace) {
        self.session.workspace = workspace;
        self.session.back = None;
        let chosen = self.session.board;
        if let Some(exhibition) = self.exhibition()
            && chosen.is_none_or(|board| exhibition.board(board).is_none())
        {
            self.session.board = exhibition.order.first().copied();
        }
    }

    /// Into the plaza from wherever one is; from there back to the plan. Without a plaza the plan says what to do first.
    fn walk(&mut self) {
        let is_there = self.session.workspace == Workspace::Plaza && self.session.walks;
        let has_plaza = self.exhibition().is_some_and(|show| !show.plazas.is_empty());
        self.session.walks = !is_there && has_plaza;
        self.go(Workspace::Plaza);
    }

    /// Into the meeting; once more leaves it, and what was said is kept.
    fn meet(&mut self, ctx: &egui::Context) {
        let Some(show) = &self.show else { return };
        self.session.meets ^= true;
        if self.session.meets {
            self.panes.meeting.enter(ctx);
            return;
        }
        let mut send = Sender::default();
        let view = show.view(&self.home, &SaveState::Saved, self.session.settings.lang);
        self.panes.meeting.leave(ctx, &view, &mut send);
        for message in send.queue {
            self.obey(ctx, message);
        }
    }

    fn step(&mut self, is_undo: bool) {
        let lang = self.session.lang();
        let Some(show) = &mut self.show else {
            return;
        };
        let document = &mut show.document;
        let deed = if is_undo {
            document.undo_deed()
        } else {
            document.redo_deed()
        };
        let is_done = if is_undo { document.undo() } else { document.redo() };
        if let (true, Some(deed)) = (is_done, deed) {
            let sentence = words::stepped(lang, is_undo, lang.of(deed.texts()));
            self.toasts.say(sentence, Tone::Done, false);
        }
        self.forget_gone();
    }

    /// What is no longer there cannot stay chosen.
    fn forget_gone(&mut self) {
        let Some(show) = &self.show else { return };
        let board = self.session.board.and_then(|board| show.exhibition().board(board));
        let element = self.session.element;
        if board.is_none() {
            self.session.board = show.exhibition().order.first().copied();
            self.session.element = None;
        } else if element.is_some_and(|element| board.is_none_or(|board| board.element(element).is_none())) {
            self.session.element = None;
        }
    }

    /// Errors first, in display sequence; after the last comes the first.
    fn next_finding(&mut self) {
        let Some(show) = &self.show else { return };
        let exhibition = show.exhibition();
        let mut places: Vec<(BoardId, Option<ElementId>)> = Vec::new();
        for finding in &show.findings {
            let board = finding
                .place
                .board
                .as_deref()
                .and_then(|code| exhibition.board_by_code(code));
            if let Some(board) = board {
                places.push((board.id, finding.place.element.as_deref().and_then(ElementId::parse)));
            }
        }
        places.dedup();
        let here = self.session.board.map(|board| (board, self.session.element));
        let next = here
            .and_then(|here| places.iter().position(|place| *place == here))
            .map_or(0, |at| at + 1);
        if let Some((board, element)) = places.get(next).or(places.first()).copied() {
            self.session.open_board(board);
            self.session.element = element;
        }
    }

    pub(super) fn ask(&mut self, ctx: &egui::Context, ask: Ask) {
        let lang = self.session.lang();
        match ask {
            Ask::Path(Purpose::Export(what)) if let Some(texts) = self.fonts_to_accept(&what) => {
                self.dialog = Some(Dialog::FontsAsk(FontsAsk::new(what, texts)));
            }
            Ask::Path(purpose) | Ask::Accepted(purpose) => {
                let start = self.usual_place(&purpose);
                let title = lang.of(words::purpose(&purpose));
                if !self.picker.ask(ctx, purpose.clone(), title, start.clone()) {
                    self.dialog = Some(Dialog::path(purpose, start, self.dialog.take()));
                }
            }
            Ask::Exchange(ask) => self.ask_exchange(ask),
            Ask::DeleteBoard(board) => self.dialog = Some(Dialog::delete(board)),
            Ask::Restyle(board) => self.dialog = Some(Dialog::Restyle(Box::new(Restyle::new(board)))),
            Ask::Versions => {
                let versions = self.exhibition().map(|show| {
                    let templates = self.home.templates.iter().cloned();
                    Versions::new(show, &templates.chain(show.own_templates()).collect::<Vec<_>>())
                });
                self.dialog = versions.map(|versions| Dialog::Versions(Box::new(versions)));
            }
            Ask::Styles(board) => {
                let form = self.exhibition().and_then(|show| StylesForm::of(show, board));
                self.dialog = form.map(|form| Dialog::Styles(Box::new(form)));
            }
            Ask::SaveTemplate(board) => {
                let form = self.exhibition().and_then(|show| TemplateForm::of(show, board));
                self.dialog = form.map(|form| Dialog::Template(Box::new(form)));
            }
            Ask::NewShow => self.dialog = Some(Dialog::Show(Box::new(ShowForm::new_show()))),
            Ask::ShowSettings => {
                let form = self.exhibition().map(|exhibition| ShowForm::of(&exhibition.show));
                self.dialog = form.map(|form| Dialog::Show(Box::new(form)));
            }
            Ask::Shops => {
                let is_open = self.show.is_some();
                self.dialog = is_open.then(|| Dialog::Shops(Box::default()));
            }
            Ask::Rules => {
                let is_open = self.show.is_some();
                self.dialog = is_open.then(|| Dialog::Rules(RulesForm));
            }
            Ask::Meetings => {
                let is_open = self.show.is_some();
                self.dialog = is_open.then(|| Dialog::Meetings(PastMeetings));
            }
            Ask::Registers => {
                let is_open = self.show.is_some();
                self.dialog = is_open.then(|| Dialog::Registers(Box::default()));
            }
            Ask::PlanPapers => {
                let plaza = self.session.plaza;
                let form = self.exhibition().map(|show| PapersForm::of(show, plaza));
                self.dialog = form.map(|form| Dialog::PlanPapers(Box::new(form)));
            }
            Ask::Colours => {
                let form = self.exhibition().map(ColoursForm::of);
                self.dialog = form.map(|form| Dialog::Colours(Box::new(form)));
            }
            Ask::Fonts => {
                let is_open = self.show.is_some();
                self.dialog = is_open.then(|| Dialog::Fonts(Box::default()));
            }
            Ask::NewBoard => {
                let unit = self.own_unit().or_else(|| {
                    let board = self.session.board?;
                    Some(self.exhibition()?.board(board)?.committee)
                });
                self.dialog = Some(Dialog::new_board(unit, &self.session.settings.unit));
            }
        }
    }

    /// The unit that a clerk named as the own one.
    fn own_unit(&self) -> Option<CommitteeId> {
        let settings = &self.session.settings;
        let name = settings.unit.trim();
        let is_own = |unit: &&Committee| unit.name.hans == name || unit.name.hant == name;
        let own = self.exhibition()?.committees.iter().find(is_own)?;
        (settings.role == Role::Clerk).then_some(own.id)
    }

    /// The texts of these boards whose fonts are missing; `None` where nothing need be asked.
    fn fonts_to_accept(&self, what: &Export) -> Option<Vec<crate::base::Finding>> {
        let show = self.show.as_ref()?;
        fonts_ask::to_accept(what, show.exhibition(), &show.findings, show.is_checked())
    }

    /// Where a person looks for a place first.
    fn usual_place(&self, purpose: &Purpose) -> Option<PathBuf> {
        match purpose {
            Purpose::Export(_) | Purpose::WordsOut => self.session.settings.export_folder.clone(),
            Purpose::Exchange(super::exchange::Place::OpenAs(pack)) => pack.parent().map(PathBuf::from),
            _ => {
                let show = self.show.as_ref()?;
                show.project.folder().parent().map(PathBuf::from)
            }
        }
    }

    pub(super) fn poll_picker(&mut self, ctx: &egui::Context) {
        match self.picker.poll() {
            Picked::Nothing => {}
            Picked::Chosen(purpose, paths) => self.picked(ctx, purpose, paths),
            Picked::NoSystemDialog(purpose) => {
                let start = self.usual_place(&purpose);
                self.dialog = Some(Dialog::path(purpose, start, self.dialog.take()));
            }
        }
    }

    fn picked(&mut self, ctx: &egui::Context, purpose: Purpose, paths: Vec<PathBuf>) {
        let Some(path) = paths.first().cloned() else {
            return;
        };
        match purpose {
            Purpose::OpenShow => {
                self.start(ctx, Work::Open(path));
            }
            Purpose::NewShow(show) => {
                self.start(ctx, Work::New(path.join(folder_name(&show.title)), show));
            }
            Purpose::ImportFolder => {
                self.start(ctx, Work::ImportFolder(path));
            }
            Purpose::Article => {
                self.start(ctx, Work::Draft(path));
            }
            Purpose::ForBoard => self.gather(ctx, paths),
            Purpose::Photos(place) => {
                self.start(ctx, Work::TakePhotos(paths, place));
            }
            Purpose::WordsIn => {
                self.start(ctx, Work::TakeWords(path));
            }
            Purpose::WordsOut => {
                self.start(ctx, Work::KeepWords(path));
            }
            Purpose::FactsIn => {
                self.start(ctx, Work::TakeRegister(Register::Facts, path));
            }
            Purpose::NamesIn => {
                self.start(ctx, Work::TakeRegister(Register::Names, path));
            }
            Purpose::Export(what) => {
                self.start(ctx, Work::Export(what, path));
            }
            Purpose::OutputProfile => {
                self.start(ctx, Work::TakeProfile(path));
            }
            Purpose::Exchange(place) => {
                self.start(ctx, place.work(path));
            }
        }
    }

    /// A project folder is opened, a content folder taken in, photos go into the library.
    fn dropped(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>, slot: Option<PhotoPlace>) {
        let Some(first) = paths.first().cloned() else {
            return;
        };
        let is_making = self
            .dialog
            .as_mut()
            .is_some_and(|dialog| dialog.new_board_mut().is_some());
        if is_making {
            self.gather(ctx, paths);
        } else if first.extension().is_some_and(|extension| extension == "zhanban") {
            self.start(ctx, Work::Open(first));
        } else if first.extension().is_some_and(|extension| extension == "zbpack") {
            self.door(ctx, first);
        } else if self.show.is_none() {
            self.trouble = Some(self.session.lang().of(words::NOT_KEPT).into());
        } else if first.is_dir() {
            self.start(ctx, Work::ImportFolder(first));
        } else if paths.iter().any(|file| is_text(file)) {
            self.ask(ctx, Ask::NewBoard);
            self.gather(ctx, paths);
        } else {
            self.start(ctx, Work::TakePhotos(paths, slot));
        }
    }

    /// Photos and texts for the new board that stands open.
    fn gather(&mut self, ctx: &egui::Context, files: Vec<PathBuf>) {
        let id = self.start(ctx, Work::Gather(files));
        let progress = self
            .jobs
            .list
            .iter()
            .find(|job| job.id == id)
            .map(|job| job.progress.clone());
        let form = self.dialog.as_mut().and_then(Dialog::new_board_mut);
        if let (Some(form), Some(progress)) = (form, progress) {
            form.watch(id, progress);
        }
    }

    fn duplicate(&mut self) {
        let Some((exhibition, board)) = self
            .exhibition()
            .and_then(|exhibition| Some((exhibition.clone(), exhibition.board(self.session.board?)?.clone())))
        else {
            return;
        };
        let copy = copy_of(&board, &|code| exhibition.board_by_code(code).is_some());
        let id = copy.id;
        let at = exhibition.number(board.id).unwrap_or(exhibition.order.len());
        let command = Command::AddBoard {
            board: Arc::new(copy),
            at,
        };
        if self.execute(&command) {
            self.session.board = Some(id);
            self.session.element = None;
            let lang = self.session.lang();
            self.toasts
                .say(words::duplicated(lang, &board.title()), Tone::Done, true);
        }
    }
}

/// A second board with the same content: new ids, the next free code.
fn copy_of(board: &Board, is_taken: &dyn Fn(&str) -> bool) -> Board {
    let mut copy = board.clone();
    copy.id = BoardId::random();
    copy.code = next_code(&board.code, is_taken);
    copy.elements = board
        .elements
        .iter()
        .map(|element| {
            Arc::new(Element {
                id: ElementId::random(),
                ..Element::clone(element)
            })
        })
        .collect();
    copy
}

/// "QH017" to the next free number with as many digits; "门口" to "门口-2".
pub fn next_code(code: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let head = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &code[head.len()..];
    let (head, width, start) = match digits.parse::<u64>() {
        Ok(number) => (head.to_string(), digits.len(), number),
        Err(_) => (format!("{code}-"), 1, 1),
    };
    (start + 1..)
        .map(|number| format!("{head}{number:0width$}"))
        .find(|code| !is_taken(code))
        .unwrap_or_else(|| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_code_is_free_and_keeps_its_digits() {
        let taken = ["QH017", "QH018", "A99"];
        let is_taken = |code: &str| taken.contains(&code);
        assert_eq!(next_code("QH017", &is_taken), "QH019");
        assert_eq!(next_code("A99", &is_taken), "A100");
        assert_eq!(next_code("门口", &is_taken), "门口-2");
    }
}
