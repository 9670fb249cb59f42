//! Questions that cannot wait in place: what cannot be undone by looking, or needs input first. Esc is the safe answer.

use super::colours_form::ColoursForm;
use super::exchange;
use super::files;
use super::fonts_ask::FontsAsk;
use super::fonts_form::FontsForm;
use super::meeting::PastMeetings;
use super::new_board::NewBoard;
use super::paper_work::Register;
use super::plaza_papers::PapersForm;
use super::registers_form::RegistersForm;
use super::restyle::Restyle;
use super::rules_form::RulesForm;
use super::shops::ShopsForm;
use super::show_form::{ShowForm, folder_name};
use super::styles_form::StylesForm;
use super::tasks::{Export, Work};
use super::template_form::TemplateForm;
use super::theme::{Depth, bold, tokens};
use super::versions::Versions;
use super::view::{Message, PhotoPlace, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words;
use crate::base::Lang;
use crate::model::{BoardId, Command, CommitteeId, Show};
use egui::{Align, Id, Layout, Margin, Modal, Ui, vec2};
use std::path::PathBuf;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Ask {
    DeleteBoard(BoardId),
    NewBoard,
    /// The board on another template.
    Restyle(BoardId),
    /// Boards whose template has changed.
    Versions,
    /// How the board's template sets its texts.
    Styles(BoardId),
    /// The board as a template for others.
    SaveTemplate(BoardId),
    /// Name and forms of a new exhibition.
    NewShow,
    /// Those of the open one.
    ShowSettings,
    /// Which face each style has.
    Fonts,
    /// Which colours all boards share.
    Colours,
    /// Where the exhibition is printed.
    Shops,
    /// How strict the show is with each rule.
    Rules,
    /// Figures and names.
    Registers,
    /// The comment meetings that were held.
    Meetings,
    /// Which papers of the plaza.
    PlanPapers,
    /// A place on the disk.
    Path(Purpose),
    /// Of packs and the bin.
    Exchange(exchange::Ask),
    /// The same, after a person said yes to missing fonts.
    Accepted(Purpose),
}

/// What a chosen place is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    OpenShow,
    /// Where the folder of a new exhibition is made.
    NewShow(Box<Show>),
    ImportFolder,
    /// A text file that becomes boards.
    Article,
    /// Photos and texts for the new board.
    ForBoard,
    /// Into the library, and the first one to this place.
    Photos(Option<PhotoPlace>),
    Export(Export),
    /// The show's word list from a table file, and into a folder.
    WordsIn,
    WordsOut,
    /// A register from a table file.
    FactsIn,
    NamesIn,
    /// For the shop that is being described.
    OutputProfile,
    Exchange(exchange::Place),
}

/// A question that stands open.
// There is one at a time: its size does not matter.
#[allow(clippy::large_enum_variant)]
pub enum Dialog {
    Delete(BoardId),
    NewBoard(Box<NewBoard>),
    Restyle(Box<Restyle>),
    Versions(Box<Versions>),
    Styles(Box<StylesForm>),
    Template(Box<TemplateForm>),
    Show(Box<ShowForm>),
    Fonts(Box<FontsForm>),
    Colours(Box<ColoursForm>),
    Shops(Box<ShopsForm>),
    Rules(RulesForm),
    Registers(Box<RegistersForm>),
    Meetings(PastMeetings),
    PlanPapers(Box<PapersForm>),
    FontsAsk(FontsAsk),
    Exchange(Box<exchange::Form>),
    Path {
        purpose: Purpose,
        text: String,
        is_new: bool,
        /// The question from which this one came: it goes on when this is answered.
        before: Option<Box<Dialog>>,
    },
}

impl Dialog {
    pub fn delete(board: BoardId) -> Dialog {
        Dialog::Delete(board)
    }

    /// `name` is of a unit the show has not yet.
    pub fn new_board(unit: Option<CommitteeId>, name: &str) -> Dialog {
        Dialog::NewBoard(Box::new(NewBoard::new(unit, name)))
    }

    pub fn path(purpose: Purpose, start: Option<PathBuf>, before: Option<Dialog>) -> Dialog {
        Dialog::Path {
            purpose,
            text: start.map(|path| path.display().to_string()).unwrap_or_default(),
            is_new: true,
            before: before.map(Box::new),
        }
    }

    /// The new board that is being made, also while a place on the disk is asked for it.
    pub fn new_board_mut(&mut self) -> Option<&mut NewBoard> {
        match self {
            Dialog::NewBoard(form) => Some(form),
            Dialog::Path { before, .. } => before.as_deref_mut()?.new_board_mut(),
            _ => None,
        }
    }

    /// What is asked once this is answered.
    pub fn before(self) -> Option<Dialog> {
        match self {
            Dialog::Path { before, .. } => before.map(|before| *before),
            _ => None,
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ctx: &egui::Context, view: Option<&View<'_>>, lang: Lang, send: &mut Sender) -> bool {
        let dark = ctx.theme() == egui::Theme::Dark;
        let t = super::theme::of(dark);
        let width = match self {
            Dialog::NewBoard(_) => 1240.0_f32.min(ctx.content_rect().width() - 48.0),
            Dialog::Restyle(_)
            | Dialog::Versions(_)
            | Dialog::Styles(_)
            | Dialog::Template(_)
            | Dialog::Fonts(_)
            | Dialog::Colours(_)
            | Dialog::Rules(_)
            | Dialog::Registers(_)
            | Dialog::Shops(_) => 800.0_f32.min(ctx.content_rect().width() - 80.0),
            Dialog::PlanPapers(_) | Dialog::Meetings(_) | Dialog::Show(_) => {
                640.0_f32.min(ctx.content_rect().width() - 80.0)
            }
            Dialog::Exchange(form) if form.is_wide() => 800.0_f32.min(ctx.content_rect().width() - 80.0),
            _ => 480.0,
        };
        let modal = Modal::new(Id::unique(("dialog", std::mem::discriminant(&*self))))
            .frame(widgets::raised(t, 12, Margin::same(24), Depth::Dialog))
            .show(ctx, |ui| {
                ui.set_width(width - 48.0);
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                match (&mut *self, view) {
                    (Dialog::Delete(board), Some(view)) => delete_ui(ui, *board, view, send),
                    (Dialog::NewBoard(wish), Some(view)) => wish.show(ui, view, send),
                    (Dialog::Restyle(wish), Some(view)) => wish.show(ui, view, send),
                    (Dialog::Versions(wish), Some(view)) => wish.show(ui, view, send),
                    (Dialog::Styles(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Template(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Show(form), _) => form.show(ui, lang, send),
                    (Dialog::Fonts(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Colours(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Shops(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Exchange(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Rules(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Registers(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::Meetings(past), Some(view)) => past.show(ui, view, send),
                    (Dialog::PlanPapers(form), Some(view)) => form.show(ui, view, send),
                    (Dialog::FontsAsk(asked), _) => asked.show(ui, lang, send),
                    (
                        Dialog::Path {
                            purpose, text, is_new, ..
                        },
                        _,
                    ) => path_ui(ui, purpose, text, is_new, lang, send),
                    (_, None) => true,
                }
            });
        modal.inner || modal.should_close()
    }
}

/// The question in bold.
pub fn question(ui: &mut Ui, words: &str) {
    let t = tokens(ui);
    let mut job = egui::text::LayoutJob::simple(words.into(), bold(16.0), t.t1.0, ui.available_width());
    for section in &mut job.sections {
        section.format.line_height = Some(24.0);
    }
    ui.add(egui::Label::new(job));
}

/// Buttons from the right: the deed, then the safe way out. Which was clicked: `Some(true)` the deed.
pub fn answers(ui: &mut Ui, deed: Button<'_>, safe: &str) -> Option<bool> {
    ui.add_space(12.0);
    let mut answer = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if deed.large().show(ui).clicked() {
            answer = Some(true);
        }
        if Button::new(safe).large().show(ui).clicked() {
            answer = Some(false);
        }
    });
    answer
}

fn delete_ui(ui: &mut Ui, id: BoardId, view: &View<'_>, send: &mut Sender) -> bool {
    let lang = view.lang;
    let Some(board) = view.exhibition.board(id) else {
        return true;
    };
    let title = board.title();
    question(ui, &words::delete_question(lang, &title));
    let t = tokens(ui);
    widgets::paragraph(ui, lang.of(words::DELETE_CONSEQUENCE), 13.0, t.t2);
    let deed = Button::new(lang.of(words::DELETE)).kind(Kind::Confirm);
    let answer = answers(ui, deed, lang.of(words::KEEP));
    if answer == Some(true) {
        let at = crate::base::utc::now();
        send.command(Command::BinBoard { board: id, at });
        send.send(Message::Toast(words::deleted(lang, &title), true));
    }
    answer.is_some()
}

fn path_ui(
    ui: &mut Ui,
    purpose: &Purpose,
    text: &mut String,
    is_new: &mut bool,
    lang: Lang,
    send: &mut Sender,
) -> bool {
    let t = tokens(ui);
    question(ui, lang.of(words::purpose(purpose)));
    widgets::paragraph(ui, lang.of(words::PATH_HINT), 13.0, t.t2);
    let response = widgets::field(ui, text, lang.of(words::PATH), "", ui.available_width());
    if std::mem::take(is_new) {
        response.request_focus();
    }
    let path = PathBuf::from(text.trim());
    let is_made = match purpose {
        Purpose::Exchange(place) => place.is_made(),
        purpose => matches!(purpose, Purpose::Export(_) | Purpose::WordsOut),
    };
    let is_there = !text.trim().is_empty() && (is_made || files::exists(&path));
    let sentence = if text.trim().is_empty() || is_there {
        ""
    } else {
        lang.of(words::PATH_MISSING)
    };
    widgets::line(ui, sentence, widgets::body(), t.error, 20.0);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let deed = Button::new(lang.of(words::OK)).kind(Kind::Primary).enabled(is_there);
    let answer = answers(ui, deed, lang.of(words::CANCEL));
    let is_wanted = (answer == Some(true) || entered) && is_there;
    if is_wanted {
        send.send(match purpose {
            Purpose::OpenShow => Message::Start(Work::Open(path)),
            Purpose::NewShow(show) => Message::Start(Work::New(path.join(folder_name(&show.title)), show.clone())),
            Purpose::ImportFolder => Message::Start(Work::ImportFolder(path)),
            Purpose::Article => Message::Start(Work::Draft(path)),
            Purpose::ForBoard => Message::Start(Work::Gather(vec![path])),
            Purpose::Photos(place) => Message::Start(Work::TakePhotos(vec![path], *place)),
            Purpose::Export(what) => Message::Start(Work::Export(what.clone(), path)),
            Purpose::WordsIn => Message::Start(Work::TakeWords(path)),
            Purpose::WordsOut => Message::Start(Work::KeepWords(path)),
            Purpose::FactsIn => Message::Start(Work::TakeRegister(Register::Facts, path)),
            Purpose::NamesIn => Message::Start(Work::TakeRegister(Register::Names, path)),
            Purpose::OutputProfile => Message::Start(Work::TakeProfile(path)),
            Purpose::Exchange(place) => Message::Start(place.work(path)),
        });
    }
    is_wanted || answer == Some(false)
}
