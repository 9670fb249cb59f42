//! One board and its elements.

use super::drawn;
use super::photo::Photo;
use super::text::{Script, TwoScript};
use super::{Real, Rect, Size, is_false, names};
use crate::base::Digest;
use crate::model::{self, BoardId, CommitteeId, ElementId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
pub struct Board {
    #[serde(default, skip_serializing_if = "is_first")]
    arrangement: u16,
    code: String,
    committee: CommitteeId,
    elements: Vec<Element>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ground: Option<drawn::Ground>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    guides: Option<Guides>,
    id: BoardId,
    #[serde(default)]
    make: Make,
    script: Script,
    size: Size,
    template: TemplateRef,
}

fn is_first(arrangement: &u16) -> bool {
    *arrangement == 0
}

#[derive(Serialize, Deserialize)]
struct Guides {
    #[serde(default, skip_serializing_if = "is_false")]
    are_locked: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    level: Vec<Real>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    upright: Vec<Real>,
}

impl From<&model::Guides> for Guides {
    fn from(guides: &model::Guides) -> Guides {
        Guides {
            are_locked: guides.are_locked,
            level: guides.level.iter().copied().map(Real).collect(),
            upright: guides.upright.iter().copied().map(Real).collect(),
        }
    }
}

impl From<Guides> for model::Guides {
    fn from(guides: Guides) -> model::Guides {
        model::Guides {
            upright: guides.upright.into_iter().map(|line| line.0).collect(),
            level: guides.level.into_iter().map(|line| line.0).collect(),
            are_locked: guides.are_locked,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub struct TemplateRef {
    name: String,
    version: Digest,
}

#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Make {
    copies: u32,
    finishing: String,
    material: String,
    stand: String,
}

impl Default for Make {
    fn default() -> Make {
        Make::from(&model::Make::default())
    }
}

#[derive(Serialize, Deserialize)]
struct Element {
    #[serde(default)]
    area: Area,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<u64>,
    id: ElementId,
    #[serde(default, skip_serializing_if = "is_false")]
    is_hidden: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    is_locked: bool,
    kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scripts: Option<Scripts>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    slot: Option<String>,
    z: String,
}

names!(Scripts, model::Scripts, [Hans, Hant, Stacked, Beside]);

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Area {
    #[default]
    Slot,
    ByHand {
        angle: Real,
        rect: Rect,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Text {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        style: Option<String>,
        text: TwoScript,
    },
    Photo(Photo),
    Number {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bar: Option<[Real; 2]>,
        label: TwoScript,
        unit: TwoScript,
        value: String,
    },
    Quote {
        post: TwoScript,
        speaker: TwoScript,
        text: TwoScript,
    },
    Qr {
        call: TwoScript,
        content: String,
    },
    Table {
        head: Vec<TwoScript>,
        rows: Vec<Vec<TwoScript>>,
    },
    Step {
        head: TwoScript,
        text: TwoScript,
    },
    Change {
        from: TwoScript,
        label: TwoScript,
        to: TwoScript,
    },
    Shape(drawn::Shape),
    Art(drawn::Art),
    Emblem(drawn::Emblem),
}

impl From<&model::Board> for Board {
    fn from(board: &model::Board) -> Board {
        Board {
            arrangement: board.arrangement,
            code: board.code.clone(),
            committee: board.committee,
            elements: board.elements.iter().map(|element| Element::from(&**element)).collect(),
            ground: board.ground.as_ref().map(drawn::Ground::from),
            guides: (!board.guides.is_default()).then(|| Guides::from(&board.guides)),
            id: board.id,
            make: (&board.make).into(),
            script: board.script.into(),
            size: board.size.into(),
            template: (&board.template).into(),
        }
    }
}

impl From<Board> for model::Board {
    fn from(board: Board) -> model::Board {
        let elements = board.elements.into_iter();
        model::Board {
            id: board.id,
            code: board.code,
            committee: board.committee,
            template: board.template.into(),
            size: board.size.into(),
            script: board.script.into(),
            make: board.make.into(),
            arrangement: board.arrangement,
            ground: board.ground.map(Into::into),
            guides: board.guides.map(Into::into).unwrap_or_default(),
            elements: elements.map(|element| Arc::new(element.into())).collect(),
        }
    }
}

impl From<&model::TemplateRef> for TemplateRef {
    fn from(template: &model::TemplateRef) -> TemplateRef {
        TemplateRef {
            name: template.name.clone(),
            version: template.version,
        }
    }
}

impl From<TemplateRef> for model::TemplateRef {
    fn from(template: TemplateRef) -> model::TemplateRef {
        model::TemplateRef {
            name: template.name,
            version: template.version,
        }
    }
}

impl From<&model::Make> for Make {
    fn from(make: &model::Make) -> Make {
        Make {
            copies: make.copies,
            finishing: make.finishing.clone(),
            material: make.material.clone(),
            stand: make.stand.clone(),
        }
    }
}

impl From<Make> for model::Make {
    fn from(make: Make) -> model::Make {
        model::Make {
            material: make.material,
            finishing: make.finishing,
            copies: make.copies,
            stand: make.stand,
        }
    }
}

impl From<&model::Element> for Element {
    fn from(element: &model::Element) -> Element {
        Element {
            area: match element.area {
                model::Area::Slot => Area::Slot,
                model::Area::ByHand { rect, angle } => Area::ByHand {
                    angle: Real(angle),
                    rect: rect.into(),
                },
            },
            group: element.group,
            id: element.id,
            is_hidden: element.is_hidden,
            is_locked: element.is_locked,
            kind: (&element.kind).into(),
            scripts: element.scripts.map(Scripts::from),
            slot: element.slot.as_ref().map(|slot| slot.0.clone()),
            z: element.z.clone(),
        }
    }
}

impl From<Element> for model::Element {
    fn from(element: Element) -> model::Element {
        model::Element {
            id: element.id,
            slot: element.slot.map(model::SlotName),
            area: match element.area {
                Area::Slot => model::Area::Slot,
                Area::ByHand { angle, rect } => model::Area::ByHand {
                    rect: rect.into(),
                    angle: angle.0,
                },
            },
            group: element.group,
            z: element.z,
            is_locked: element.is_locked,
            is_hidden: element.is_hidden,
            scripts: element.scripts.map(Into::into),
            kind: element.kind.into(),
        }
    }
}

impl From<&model::ElementKind> for Kind {
    fn from(kind: &model::ElementKind) -> Kind {
        match kind {
            model::ElementKind::Text(text) => Kind::Text {
                style: text.style.as_ref().map(|style| style.0.clone()),
                text: (&text.text).into(),
            },
            model::ElementKind::Photo(photo) => Kind::Photo(photo.into()),
            model::ElementKind::Number(number) => Kind::Number {
                bar: number.bar.map(|bar| bar.map(Real)),
                label: (&number.label).into(),
                unit: (&number.unit).into(),
                value: number.value.clone(),
            },
            model::ElementKind::Quote(quote) => Kind::Quote {
                post: (&quote.post).into(),
                speaker: (&quote.speaker).into(),
                text: (&quote.text).into(),
            },
            model::ElementKind::Qr(qr) => Kind::Qr {
                call: (&qr.call).into(),
                content: qr.content.clone(),
            },
            model::ElementKind::Table(table) => Kind::Table {
                head: table.head.iter().map(TwoScript::from).collect(),
                rows: table
                    .rows
                    .iter()
                    .map(|row| row.iter().map(TwoScript::from).collect())
                    .collect(),
            },
            model::ElementKind::Step(step) => Kind::Step {
                head: (&step.head).into(),
                text: (&step.text).into(),
            },
            model::ElementKind::Change(change) => Kind::Change {
                from: (&change.from).into(),
                label: (&change.label).into(),
                to: (&change.to).into(),
            },
            model::ElementKind::Shape(shape) => Kind::Shape(shape.into()),
            model::ElementKind::Art(art) => Kind::Art(art.into()),
            model::ElementKind::Emblem(emblem) => Kind::Emblem(emblem.into()),
        }
    }
}

impl From<Kind> for model::ElementKind {
    fn from(kind: Kind) -> model::ElementKind {
        match kind {
            Kind::Text { style, text } => model::ElementKind::Text(model::TextElement {
                style: style.map(model::StyleName),
                text: text.into(),
            }),
            Kind::Photo(photo) => model::ElementKind::Photo(photo.into()),
            Kind::Number {
                bar,
                label,
                unit,
                value,
            } => model::ElementKind::Number(model::NumberElement {
                value,
                unit: unit.into(),
                label: label.into(),
                bar: bar.map(|bar| bar.map(|value| value.0)),
            }),
            Kind::Quote { post, speaker, text } => model::ElementKind::Quote(model::QuoteElement {
                text: text.into(),
                speaker: speaker.into(),
                post: post.into(),
            }),
            Kind::Qr { call, content } => model::ElementKind::Qr(model::QrElement {
                content,
                call: call.into(),
            }),
            Kind::Table { head, rows } => model::ElementKind::Table(model::TableElement {
                head: all(head),
                rows: rows.into_iter().map(all).collect(),
            }),
            Kind::Step { head, text } => model::ElementKind::Step(model::StepElement {
                head: head.into(),
                text: text.into(),
            }),
            Kind::Change { from, label, to } => model::ElementKind::Change(model::ChangeElement {
                label: label.into(),
                from: from.into(),
                to: to.into(),
            }),
            Kind::Shape(shape) => model::ElementKind::Shape(shape.into()),
            Kind::Art(art) => model::ElementKind::Art(art.into()),
            Kind::Emblem(emblem) => model::ElementKind::Emblem(emblem.into()),
        }
    }
}

fn all(cells: Vec<TwoScript>) -> Vec<model::TwoScript> {
    cells.into_iter().map(model::TwoScript::from).collect()
}
