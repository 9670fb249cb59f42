//! The window's frame: draws chrome and the workspace in front, then does what the panels sent.

use super::actions::{self, Action, Can};
use super::board::{BoardPane, board_ui};
use super::dialogs::Dialog;
use super::files::Folders;
use super::help::{self, HelpPane};
use super::jobs::Jobs;
use super::meeting::{MeetingPane, meeting_ui};
use super::overview::OverviewPane;
use super::pace::Pace;
use super::palette::Palette;
use super::picker::Picker;
use super::plaza::{PlazaPane, plaza_ui};
use super::print::PrintPane;
use super::renderer::Starting;
use super::review::ReviewPane;
use super::session::{Session, Settings, ThemeChoice, Workspace};
use super::shot::Shot;
use super::summary::Summary;
use super::tasks::{Material, Work};
use super::texts::{self, TextPane};
use super::toasts::{Toasts, Tone};
use super::view::{Message, Sender};
use super::walk::{WalkPane, walk_ui};
use super::workbench::Workbench;
use super::{chrome, overview, print, review, start, theme, welcome, words};
use crate::base::Lang;
use crate::store::{Home, Opened, SaveState};
use egui::{CentralPanel, Frame, Panel, Ui};
use std::path::PathBuf;

/// Bytes of a pasted text; five times what a board is read with (`compose::MOST`).
const MOST_PASTED: usize = 60_000;

/// The whole window.
pub struct Shell {
    pub(super) home: Home,
    pub(super) folders: Folders,
    pub(super) session: Session,
    pub(super) show: Option<Workbench>,
    /// Opened elsewhere, waiting for the first frame.
    pub(super) waiting: Option<Opened>,
    /// The show to open at the first frame, if none waits.
    pub(super) first: Option<Work>,
    /// A pack that the program was started with.
    pub(super) pack: Option<PathBuf>,
    pub(super) jobs: Jobs,
    pub(super) picker: Picker,
    pub(super) dialog: Option<Dialog>,
    pub(super) palette: Option<Palette>,
    pub(super) toasts: Toasts,
    pub(super) summary: Summary,
    pub(super) panes: Panes,
    /// Why the show that was asked for is not open.
    pub(super) trouble: Option<String>,
    pub(super) shot: Option<Shot>,
    /// The card of the first start is shown once a show is open.
    pub welcomes: bool,
    /// `false`: screenshots and tests leave no settings behind.
    pub(super) remembers: bool,
    pub(super) is_quitting: bool,
    pace: Option<Pace>,
    pub(super) starting: Starting,
    kept: Settings,
    shown: Option<(ThemeChoice, u32, String)>,
}

#[derive(Default)]
pub struct Panes {
    pub overview: OverviewPane,
    pub board: BoardPane,
    pub plaza: PlazaPane,
    pub walk: WalkPane,
    pub review: ReviewPane,
    pub meeting: MeetingPane,
    pub print: PrintPane,
    pub texts: TextPane,
    pub help: HelpPane,
}

impl Shell {
    pub fn new(home: Home, folders: Folders, settings: Settings) -> Shell {
        Shell {
            home,
            folders,
            session: Session {
                workspace: settings.workspace,
                settings: settings.clone(),
                ..Session::default()
            },
            show: None,
            waiting: None,
            first: None,
            pack: None,
            jobs: Jobs::default(),
            picker: Picker::new(true),
            dialog: None,
            palette: None,
            toasts: Toasts::default(),
            summary: Summary::default(),
            panes: Panes::default(),
            trouble: None,
            shot: None,
            welcomes: false,
            remembers: true,
            is_quitting: false,
            pace: Pace::wished(),
            starting: Starting::default(),
            kept: settings,
            shown: None,
        }
    }

    /// A window on a show that is open already; it keeps no settings and asks for paths in its own field.
    pub fn on(home: Home, opened: Opened, settings: Settings) -> Shell {
        Shell {
            waiting: Some(opened),
            remembers: false,
            picker: Picker::new(false),
            ..Shell::new(home, Folders::default(), settings)
        }
    }

    pub fn exhibition(&self) -> Option<&crate::model::Exhibition> {
        self.show.as_ref().map(Workbench::exhibition)
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Nothing is under way: no job, no picture, no check.
    pub fn is_idle(&self) -> bool {
        let is_checked = |show: &Workbench| show.is_checked() && show.pictures.is_idle();
        self.waiting.is_none()
            && !self.jobs.is_running(|_| true)
            && self.panes.board.is_idle()
            && self.show.as_ref().is_none_or(is_checked)
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.begin(&ctx);
        let mut send = Sender::default();
        self.keys(&ctx, &mut send);
        self.draw(ui, &mut send);
        self.drops(&ctx, &mut send);
        for message in std::mem::take(&mut send.queue) {
            self.obey(&ctx, message);
        }
        self.end(&ctx);
    }

    fn begin(&mut self, ctx: &egui::Context) {
        if let Some(opened) = self.waiting.take() {
            self.take_over(ctx, opened);
        } else if let Some(work) = self.first.take() {
            self.start(ctx, work);
        } else if self.show.is_none()
            && !self.jobs.is_running(|_| true)
            && let Some(pack) = self.pack.take()
        {
            self.door(ctx, pack);
        }
        self.turn_away(ctx);
        self.collect(ctx);
        self.poll_picker(ctx);
        self.dress(ctx);
        if let Some(show) = &self.show {
            let lang = self.session.lang();
            self.summary
                .renew(show.exhibition(), &show.findings, show.check_round, lang);
        }
    }

    /// A text that no board holds is not let in: laying it would stop the window. It stays on the clipboard, and the new
    /// board makes a series of it.
    fn turn_away(&mut self, ctx: &egui::Context) {
        if matches!(self.dialog, Some(Dialog::NewBoard(_))) {
            return;
        }
        let mut count = None;
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                egui::Event::Paste(text) if text.len() > MOST_PASTED => {
                    count = Some(text.chars().count());
                    false
                }
                _ => true,
            });
        });
        if let Some(count) = count {
            let sentence = words::pasted_too_much(self.session.lang(), count);
            self.toasts.say(sentence, Tone::Refused, false);
        }
    }

    /// The window opens again as large as it was left.
    fn keep_size(&mut self, ctx: &egui::Context) {
        let (inner, scale, is_full) = ctx.input(|input| {
            let view = input.viewport();
            let is_full = view.maximized == Some(true) || view.fullscreen == Some(true);
            (view.inner_rect, view.native_pixels_per_point.unwrap_or(1.0), is_full)
        });
        let zoom = ctx.pixels_per_point() / scale;
        self.session.settings.is_maximized = is_full;
        if let Some(inner) = inner.filter(|inner| !is_full && inner.is_positive()) {
            let size = inner.size() * zoom;
            self.session.settings.window = Some([size.x.round(), size.y.round()]);
        }
    }

    /// Theme, size and title, only where they changed: setting them repaints.
    fn dress(&mut self, ctx: &egui::Context) {
        let settings = &self.session.settings;
        let title = match &self.show {
            Some(show) => words::name_of(&show.exhibition().show.title, settings.lang).to_string(),
            None => settings.lang.of(words::APP_NAME).to_string(),
        };
        let wished = (settings.theme, settings.scale, title);
        if self.shown.as_ref() == Some(&wished) {
            return;
        }
        ctx.set_theme(match settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(settings.scale as f32 / 100.0);
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(wished.2.clone()));
        self.shown = Some(wished);
    }

    pub(super) fn can(&self) -> Can {
        let board = self.session.board;
        let exists = |show: &Workbench| board.is_some_and(|board| show.exhibition().board(board).is_some());
        Can {
            show_open: self.show.is_some(),
            board_open: self.show.as_ref().is_some_and(exists),
            on_board: self.session.workspace == Workspace::Board && self.show.as_ref().is_some_and(exists),
            element: self.session.workspace == Workspace::Board && self.session.element.is_some(),
            on_plaza: self.session.workspace == Workspace::Plaza && !self.session.walks && self.show.is_some(),
            back: self.session.workspace == Workspace::Board && self.session.back.is_some(),
            on_walk: self.session.workspace == Workspace::Plaza && self.session.walks && self.show.is_some(),
            stand: self.session.workspace == Workspace::Plaza && !self.session.walks && self.panes.plaza.has_chosen(),
            undo: self.show.as_ref().is_some_and(|show| show.document.can_undo()),
            redo: self.show.as_ref().is_some_and(|show| show.document.can_redo()),
        }
    }

    fn keys(&mut self, ctx: &egui::Context, send: &mut Sender) {
        if self.dialog.is_some() || self.palette.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused() || self.panes.board.is_writing();
        let is_meant = |action: &Action| !self.session.meets || actions::is_of_meeting(*action);
        if let Some(action) = actions::pressed(ctx, &self.can(), typing).filter(is_meant) {
            self.panes.board.settle(send);
            self.panes.plaza.settle(send);
            send.act(action);
        }
    }

    fn draw(&mut self, ui: &mut Ui, send: &mut Sender) {
        let t = theme::tokens(ui);
        let can = self.can();
        let saved = self.show.as_ref().map_or(SaveState::Saved, |show| show.project.state());
        // Saving goes on by itself, and so does what it tells.
        let next = match saved {
            SaveState::Saving => Some(150),
            SaveState::Failed(_) => Some(1000),
            SaveState::Saved | SaveState::ReadOnly(_) => None,
        };
        if let Some(next) = next {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(next));
        }
        let Shell {
            home,
            welcomes,
            session,
            show,
            jobs,
            summary,
            panes,
            trouble,
            dialog,
            palette,
            toasts,
            ..
        } = self;
        let lang = session.lang();
        let base = Frame::new().fill(t.base.0);
        let Some(bench) = show else {
            CentralPanel::no_frame().show(ui, |ui| start::start_ui(ui, session, jobs, trouble.as_deref(), send));
            show_over(ui, dialog, toasts, lang, None, send);
            return;
        };
        let view = bench.view(home, &saved, lang);
        if session.meets {
            chrome::strip_ui(ui, &view, trouble, send);
            meeting_ui(ui, &mut panes.meeting, &view, session, send);
            show_over(ui, dialog, toasts, lang, Some(&view), send);
            return;
        }
        let bar = chrome::Bar {
            view: &view,
            summary,
            jobs,
            can: &can,
        };
        Panel::top("top bar")
            .exact_size(48.0)
            .resizable(false)
            .frame(base)
            .show_separator_line(false)
            .show(ui, |ui| {
                chrome::top_bar_ui(ui, &bar, session, send);
            });
        chrome::strip_ui(ui, &view, trouble, send);
        // Said anew each frame by the workspace in front.
        session.hint = None;
        session.zoom = None;
        let foot = Panel::bottom("status bar")
            .exact_size(28.0)
            .resizable(false)
            .frame(base)
            .show_separator_line(false);
        let foot = foot.show(ui, |ui| ui.max_rect()).inner;
        Panel::left("rail")
            .exact_size(56.0)
            .resizable(false)
            .frame(base)
            .show_separator_line(false)
            .show(ui, |ui| {
                chrome::rail_ui(ui, summary, session, send);
            });
        if session.shows_texts {
            let panel = Panel::right("texts")
                .exact_size(texts::WIDTH)
                .resizable(false)
                .frame(Frame::new().fill(t.panel.0))
                .show_separator_line(false);
            if panel.show(ui, |ui| panes.texts.show(ui, &view, session, send)).inner {
                session.shows_texts = false;
            }
        }
        if session.shows_help {
            let here = session.workspace;
            let is_closed = help::beside(ui, |ui| panes.help.show(ui, &view, here));
            session.shows_help = !is_closed;
        } else {
            panes.help.close();
        }
        let ground = Frame::new().fill(t.panel.0);
        CentralPanel::no_frame()
            .frame(ground)
            .show(ui, |ui| match session.workspace {
                Workspace::Overview => overview::overview_ui(ui, &mut panes.overview, &view, summary, session, send),
                Workspace::Board => board_ui(ui, &mut panes.board, &view, summary, session, send),
                Workspace::Plaza if session.walks => walk_ui(ui, &mut panes.walk, &view, session, send),
                Workspace::Plaza => plaza_ui(ui, &mut panes.plaza, &view, session, send),
                Workspace::Review => review::review_ui(ui, &mut panes.review, &view, summary, session, send),
                Workspace::Print => print::print_ui(ui, &mut panes.print, &view, summary, jobs, session, send),
            });
        panes.board.keep_typed(ui.ctx(), &view, send);
        // Last, because only now the workspace has said what it shows.
        let mut foot = ui.new_child(egui::UiBuilder::new().max_rect(foot).layer_id(ui.layer_id()));
        chrome::status_bar_ui(&mut foot, &bar, session, send);
        if let Some(open) = palette {
            let is_done = open.show(ui.ctx(), &view, summary, &can, send);
            if is_done {
                *palette = None;
            }
        }
        if *welcomes && welcome::welcome_ui(ui.ctx(), &mut session.settings) {
            *welcomes = false;
        }
        show_over(ui, dialog, toasts, lang, Some(&view), send);
    }

    /// Files dropped on the window that no panel took.
    fn drops(&mut self, ctx: &egui::Context, send: &mut Sender) {
        let is_taken = send.queue.iter().any(|message| matches!(message, Message::Drop(..)));
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_path_buf())
                .collect()
        });
        if !dropped.is_empty() && !is_taken {
            send.send(Message::Drop(dropped, None));
        }
    }

    fn end(&mut self, ctx: &egui::Context) {
        if let Some(show) = &mut self.show {
            show.keep(ctx, &self.home);
            match show.due_check() {
                Ok(work) => {
                    self.start(ctx, work);
                }
                Err(Some(wait)) => ctx.request_repaint_after(wait),
                Err(None) => {}
            }
        }
        if self.jobs.running() > 0 {
            ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
        self.session.settings.workspace = self.session.workspace;
        if self.remembers && self.kept != self.session.settings {
            self.kept = self.session.settings.clone();
            self.folders.write_settings(&self.kept);
        }
        self.photograph(ctx);
        if self.is_quitting {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    pub(super) fn start(&mut self, ctx: &egui::Context, work: Work) -> u64 {
        let lang = self.session.lang();
        let material = Material {
            home: self.home.clone(),
            lang,
            show: self.show.as_ref().map(Workbench::material),
        };
        if let Work::Export(_, folder) = &work {
            self.session.settings.export_folder = Some(folder.clone());
        }
        let title = words::job_title(lang, &work);
        self.jobs.start(ctx, title, work, material)
    }

    /// Everything is on disk before the window goes.
    pub fn close(&mut self) {
        self.jobs.stop_all();
        let typed = self
            .show
            .as_ref()
            .and_then(|show| self.panes.board.unsaved(show.exhibition()));
        let said = self
            .show
            .as_ref()
            .and_then(|show| self.panes.meeting.unsaved(show.exhibition()));
        for command in typed.into_iter().chain(said) {
            self.execute(&command);
        }
        if let Some(show) = &self.show {
            // What cannot be written now is in the journal of the last second, or was told in the strip.
            let _ = show.project.checkpoint(show.exhibition(), "quit");
            let _ = show.project.flush();
        }
    }
}

fn show_over(
    ui: &Ui,
    dialog: &mut Option<Dialog>,
    toasts: &mut Toasts,
    lang: Lang,
    view: Option<&super::view::View<'_>>,
    send: &mut Sender,
) {
    if let Some(open) = dialog
        && open.show(ui.ctx(), view, lang, send)
    {
        *dialog = dialog.take().and_then(Dialog::before);
    }
    toasts.show(ui.ctx(), lang, send);
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let begin = std::time::Instant::now();
        self.keep_size(ui.ctx());
        self.frame(ui);
        if let Some(pace) = &mut self.pace {
            let pictures = self.show.as_ref().map(|show| &show.pictures);
            pace.note(ui.ctx(), frame.info().cpu_usage, begin.elapsed(), pictures);
        }
        self.starting.drawn();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::of(visuals.dark_mode).base.0.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.close();
        if let Some(pace) = &self.pace {
            pace.write();
        }
    }
}

/// `Go` and the view's own actions change only the session.
pub(super) fn is_of_view(action: Action) -> bool {
    matches!(
        action,
        Action::Fit | Action::RealSize | Action::ZoomIn | Action::ZoomOut
    )
}
