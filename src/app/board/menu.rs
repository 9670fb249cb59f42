//! The right-click menu of the canvas: the same actions as everywhere, those that fit what is under the pointer.

use super::{BoardPane, Scene};
use crate::app::actions::{self, Action};
use crate::app::session::Session;
use crate::app::view::Sender;
use crate::app::widgets;
use crate::base::Lang;
use crate::model::{Area, ElementKind};
use egui::{Popup, Response, Ui};

pub fn menu_ui(response: &Response, pane: &BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let lang = scene.lang();
    let chosen = session.element.and_then(|element| scene.board.element(element));
    Popup::context_menu(response).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let Some(element) = chosen else {
            let empty = [
                Action::AddText,
                Action::AddPhotoPlace,
                Action::AddRect,
                Action::AddLine,
                Action::AddArt,
                Action::PasteElement,
            ];
            rows(ui, lang, &empty, send);
            divider(ui);
            let whole = [Action::Restyle, Action::Rearrange, Action::Shuffle];
            rows(ui, lang, &whole, send);
            divider(ui);
            rows(ui, lang, &[Action::PasteInPlace, Action::SelectAll, Action::Fit], send);
            return;
        };
        let single = pane.also.is_empty();
        match &element.kind {
            ElementKind::Photo(photo) if single && photo.photo.is_some() => {
                rows(
                    ui,
                    lang,
                    &[Action::ReplacePhoto, Action::CropPhoto, Action::EditText],
                    send,
                );
                rows(ui, lang, &[Action::Rearrange, Action::Shuffle], send);
            }
            ElementKind::Photo(_) if single => rows(ui, lang, &[Action::ReplacePhoto, Action::EditText], send),
            ElementKind::Art(_) | ElementKind::Emblem(_) if single => {
                rows(ui, lang, &[Action::ReplacePhoto], send);
            }
            kind if single && kind.has_texts() => rows(ui, lang, &[Action::EditText], send),
            _ => {}
        }
        divider(ui);
        rows(
            ui,
            lang,
            &[
                Action::CopyElement,
                Action::PasteElement,
                Action::PasteInPlace,
                Action::DuplicateElement,
                Action::CopyLook,
                Action::PasteLook,
            ],
            send,
        );
        divider(ui);
        if !single {
            rows(ui, lang, &[Action::Group], send);
        }
        if element.group.is_some() {
            rows(ui, lang, &[Action::Ungroup], send);
        }
        rows(ui, lang, &[Action::SelectSame], send);
        divider(ui);
        rows(
            ui,
            lang,
            &[Action::Forward, Action::Backward, Action::LockElement],
            send,
        );
        let by_hand = element.area != Area::Slot && element.slot.is_some();
        if by_hand {
            rows(ui, lang, &[Action::BackToSlot], send);
        }
        divider(ui);
        rows(ui, lang, &[Action::DeleteElement], send);
    });
}

pub fn divider(ui: &mut Ui) {
    ui.add_space(4.0);
    widgets::hairline(ui);
    ui.add_space(4.0);
}

pub fn rows(ui: &mut Ui, lang: Lang, rows: &[Action], send: &mut Sender) {
    for action in rows {
        let row = actions::row_of(*action);
        let keys = actions::keys_text(row);
        let is_danger = *action == Action::DeleteElement;
        let label = lang.of(row.label);
        if widgets::menu_row(ui, Some(row.icon), label, &keys, true, is_danger)
            .on_hover_text(lang.of(row.help))
            .clicked()
        {
            send.act(*action);
            ui.close();
        }
    }
}
