//! What is wanted: which boards, in which form, from which shop; and what went out before.

use super::{PrintPane, Which};
use crate::app::dialogs::{Ask, Purpose};
use crate::app::paper_work::{PaperKind, Parcel, shop_name};
use crate::app::registers_form;
use crate::app::session::Session;
use crate::app::shops;
use crate::app::summary::Summary;
use crate::app::tasks::{Export, shop_of};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Icon, Kind};
use crate::app::words::{self, Words};
use crate::base::Lang;
use crate::model::{BoardId, Exhibition, Output, Sent, Shop};
use crate::workflow::{changed_since_sent, phase, unchanged_since};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeSet;

/// In which form boards leave the program.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Deliver {
    #[default]
    Each,
    Joined,
    /// The complete job in one folder.
    Handover,
    Paper(PaperKind),
}

impl Deliver {
    fn all() -> impl Iterator<Item = Deliver> {
        let press = [Deliver::Each, Deliver::Joined, Deliver::Handover].into_iter();
        press.chain(PaperKind::ALL.map(Deliver::Paper))
    }

    fn name(self) -> Words {
        match self {
            Deliver::Each => words::ONE_FILE_EACH,
            Deliver::Joined => words::ONE_FILE,
            Deliver::Handover => words::COMPLETE_JOB,
            Deliver::Paper(kind) => kind.name(),
        }
    }

    fn deed(self) -> Words {
        match self {
            Deliver::Handover => words::HAND_OVER_DEED,
            Deliver::Each | Deliver::Joined | Deliver::Paper(_) => words::EXPORT,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Deliver::Handover => i::ICON_LOCAL_SHIPPING,
            Deliver::Paper(PaperKind::Phone) => i::ICON_IMAGE,
            Deliver::Each | Deliver::Joined | Deliver::Paper(_) => i::ICON_PICTURE_AS_PDF,
        }
    }

    fn of(self, boards: Vec<BoardId>, parcel: &Parcel) -> Export {
        match self {
            Deliver::Each => Export::Boards(boards),
            Deliver::Joined => Export::Joined(boards),
            Deliver::Handover => Export::Handover(boards, parcel.clone()),
            Deliver::Paper(kind) => Export::Paper(kind, boards),
        }
    }
}

pub fn wishes_ui(
    ui: &mut Ui,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.right() - 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    let boards = wished(pane, view, session);
    let count = count(pane, view, &boards);
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - 104.0), whole.max);
    export_ui(
        ui,
        foot,
        pane,
        summary,
        boards,
        count,
        &shop_of(view.exhibition),
        lang,
        send,
    );
    let upper = Rect::from_min_max(whole.min, pos2(whole.right(), foot.top()));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(upper));
    ScrollArea::vertical()
        .id_salt("wishes")
        .auto_shrink([false, false])
        .show(&mut ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
            widgets::told_in(
                ui,
                head.shrink2(vec2(16.0, 0.0)),
                lang.of(words::HAND_OVER),
                bold(16.0),
                t.t1,
            );
            widgets::section(ui, lang.of(words::WHICH), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                which_ui(ui, pane, summary, session, lang);
            });
            widgets::section(ui, lang.of(words::HOW), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                for deliver in Deliver::all() {
                    if widgets::radio(ui, pane.deliver == deliver, lang.of(deliver.name())).clicked() {
                        pane.deliver = deliver;
                    }
                    if (deliver, pane.deliver) == (Deliver::Handover, Deliver::Handover) {
                        parcel_ui(ui, pane, view);
                    }
                }
            });
            widgets::section(ui, lang.of(words::SHOP), |ui| shop_ui(ui, view, send));
            sent_ui(ui, pane, view);
            widgets::section(ui, lang.of(registers_form::REGISTERS), |ui| {
                if Button::new(lang.of(words::OPEN_REGISTERS))
                    .icon(i::ICON_MENU_BOOK)
                    .show(ui)
                    .clicked()
                {
                    send.send(Message::Ask(Ask::Registers));
                }
            });
            widgets::section(ui, lang.of(words::PLAN_SHEET), |ui| {
                let width = (ui.available_width() - 8.0) / 2.0;
                ui.horizontal(|ui| {
                    for (name, what) in [
                        ("PDF", Export::PlanPdf(session.plaza)),
                        ("PNG", Export::PlanPng(session.plaza)),
                    ] {
                        let is_there = !view.exhibition.plazas.is_empty();
                        let button = Button::new(name)
                            .icon(i::ICON_MAP)
                            .width(width)
                            .enabled(is_there)
                            .show(ui);
                        if button.on_disabled_hover_text(lang.of(words::NO_PLAZA)).clicked() {
                            send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
                        }
                    }
                });
            });
        });
}

/// All of the job or what changed since an earlier hand-over to this shop; as a zip too.
fn parcel_ui(ui: &mut Ui, pane: &mut PrintPane, view: &View<'_>) {
    let lang = view.lang;
    let shop = shop_name(&shop_of(view.exhibition), view.home, lang);
    let sent = view.exhibition.show.print.sent.iter().rev();
    let earlier: Vec<&Sent> = sent.filter(|one| one.shop == shop).take(MOST_SENT).collect();
    let chosen = earlier
        .iter()
        .position(|one| pane.parcel.since.as_ref() == Some(&one.at));
    if chosen.is_none() {
        pane.parcel.since = None;
    }
    ui.horizontal(|ui| {
        ui.add_space(24.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if !earlier.is_empty() {
                let day =
                    |one: &&Sent| words::only_since(lang, one.at.get(5..10).unwrap_or_default(), one.boards.len());
                let whole = std::iter::once(lang.of(words::WHOLE_JOB).to_string());
                let choices: Vec<String> = whole.chain(earlier.iter().map(day)).collect();
                let at = chosen.map_or(0, |at| at + 1);
                let width = ui.available_width();
                if let Some(at) = widgets::dropdown(ui, lang.of(words::HOW_MUCH), &choices, at, width) {
                    pane.parcel.since = at.checked_sub(1).map(|at| earlier[at].at.clone());
                }
            }
            if widgets::checkbox(ui, pane.parcel.is_zipped, lang.of(words::ZIP_TOO)).clicked() {
                pane.parcel.is_zipped ^= true;
            }
        });
    });
}

/// How many of these go out: with a difference, those that the shop has not as they are.
fn count(pane: &mut PrintPane, view: &View<'_>, boards: &[BoardId]) -> usize {
    let Some(at) = pane.parcel.since.clone().filter(|_| pane.deliver == Deliver::Handover) else {
        return boards.len();
    };
    let is_known =
        |(known, of, _): &(Exhibition, String, BTreeSet<BoardId>)| *of == at && known.is_same(view.exhibition);
    if !pane.unchanged.as_ref().is_some_and(is_known) {
        let sent = &view.exhibition.show.print.sent;
        let last = sent.iter().rposition(|one| one.at == at).map_or(0, |last| last + 1);
        let shop = shop_name(&shop_of(view.exhibition), view.home, view.lang);
        let same = unchanged_since(view.exhibition, &sent[..last], &shop);
        pane.unchanged = Some((view.exhibition.clone(), at, same));
    }
    let same = pane.unchanged.as_ref().map(|(_, _, same)| same);
    let is_out = |board: &&BoardId| same.is_none_or(|same| !same.contains(board));
    boards.iter().filter(is_out).count()
}

fn which_ui(ui: &mut Ui, pane: &mut PrintPane, summary: &Summary, session: &Session, lang: Lang) {
    let t = tokens(ui);
    let approved = summary.phases[3] + summary.phases[4];
    let this = session.board.and_then(|board| summary.row(board));
    for (which, word, count) in [
        (Which::All, words::ALL_BOARDS, summary.rows.len().to_string()),
        (Which::Approved, words::ONLY_APPROVED, approved.to_string()),
        (
            Which::This,
            words::ONLY_THIS,
            this.map(|row| format!("{:03}", row.number)).unwrap_or_default(),
        ),
    ] {
        let response = widgets::radio(ui, pane.which == which, lang.of(word));
        let right = pos2(ui.max_rect().right(), response.rect.center().y);
        widgets::text_right(ui, right, &count, font(12.0), t.t2);
        if response.clicked() {
            pane.which = which;
        }
    }
}

fn wished(pane: &PrintPane, view: &View<'_>, session: &Session) -> Vec<BoardId> {
    let show = view.exhibition;
    match pane.which {
        Which::All => show.order.to_vec(),
        Which::Approved => show
            .order
            .iter()
            .copied()
            .filter(|board| phase(show.state(*board)) >= 3)
            .collect(),
        Which::This => session
            .board
            .filter(|board| show.board(*board).is_some())
            .into_iter()
            .collect(),
    }
}

/// Which shop, and what it asks for; it is changed in a form of its own.
fn shop_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let (lang, t) = (view.lang, tokens(ui));
    let shop = shop_of(view.exhibition);
    let width = ui.available_width();
    let (line, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    let name = shops::words::name(&shop, view.home, lang);
    let words = Rect::from_min_max(line.min, pos2(line.right() - 84.0, line.bottom()));
    widgets::told_in(ui, words, name, bold(13.0), t.t1);
    let place = Rect::from_min_max(pos2(words.right(), line.top()), line.max);
    let mut corner = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
    );
    if Button::new(lang.of(shops::words::CHANGE)).show(&mut corner).clicked() {
        send.send(Message::Ask(Ask::Shops));
    }
    widgets::paragraph(ui, shops::words::about(&shop, view.home, lang), 12.0, t.t2);
    widgets::paragraph(ui, &shops::words::facts(&shop, lang), 12.0, t.t3);
    if shop.output == Output::Pdf && widgets::checkbox(ui, shop.is_outlined, lang.of(shops::words::OUTLINES)).clicked()
    {
        let is_outlined = !shop.is_outlined;
        shops::choose(view, Shop { is_outlined, ..shop }, send);
    }
}

fn export_ui(
    ui: &mut Ui,
    foot: Rect,
    pane: &PrintPane,
    summary: &Summary,
    boards: Vec<BoardId>,
    count: usize,
    shop: &Shop,
    lang: Lang,
    send: &mut Sender,
) {
    let t = tokens(ui);
    ui.painter().rect_filled(foot, 0, t.base.0);
    ui.painter()
        .hline(foot.x_range(), foot.top() + 0.5, Stroke::new(1.0, t.line.0));
    let inner = foot.shrink2(vec2(16.0, 16.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing.y = 8.0;
    let label = format!(
        "{} · {}",
        lang.of(pane.deliver.deed()),
        words::boards_short(lang, count)
    );
    let button = Button::new(&label)
        .icon(pane.deliver.icon())
        .kind(Kind::Primary)
        .large()
        .width(inner.width())
        .enabled(count > 0);
    if button.show(&mut ui).clicked() {
        let what = pane.deliver.of(boards, &pane.parcel);
        send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
    }
    let (rect, _) = ui.allocate_exact_size(vec2(inner.width(), 20.0), Sense::hover());
    let sentence = if summary.errors > 0 {
        words::must_mend(lang, summary.errors, 0)
    } else {
        words::shop_line(lang, shop)
    };
    widgets::text_in(&ui, rect, &sentence, font(12.0), t.t2);
}

/// What went to the shop, the last first, and which boards were changed since they went.
fn sent_ui(ui: &mut Ui, pane: &mut PrintPane, view: &View<'_>) {
    let sent = &view.exhibition.show.print.sent;
    if sent.is_empty() {
        return;
    }
    let (lang, t) = (view.lang, tokens(ui));
    let is_known = pane
        .since
        .as_ref()
        .is_some_and(|(known, _)| known.is_same(view.exhibition));
    if !is_known {
        pane.since = Some((view.exhibition.clone(), changed_since_sent(view.exhibition)));
    }
    widgets::section(ui, lang.of(words::SENT), |ui| {
        for one in sent.iter().rev().take(MOST_SENT) {
            let told = words::sent(lang, one.at.get(..10).unwrap_or_default(), &one.shop, one.boards.len());
            widgets::line(ui, &told, font(12.0), t.t1, 20.0).on_hover_text(&one.package);
        }
        if let Some((_, changed)) = &pane.since {
            let colour = if changed.is_empty() { t.t2 } else { t.warn };
            widgets::paragraph(ui, &words::changed_since(lang, changed), 12.0, colour);
        }
    });
}

/// Earlier ones are in the show's file.
const MOST_SENT: usize = 4;
