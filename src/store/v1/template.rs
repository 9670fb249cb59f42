//! One template version in use.

use super::text::{FontSlot, Script, TwoName};
use super::{Real, Rect, Size, is_false, names};
use crate::base::{self, Digest};
use crate::model;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

names!(Align, base::Align, [Justify, Start, Centre, End, Spread]);
names!(
    SlotKind,
    model::SlotKind,
    [
        Text,
        Photo,
        Number,
        Quote,
        Qr,
        Table,
        Step,
        Change,
        NumberLabel,
        CommitteeLabel,
        ShowLabel
    ]
);

/// A template under the name and version that boards refer to. The version is kept, not computed anew: it is the
/// hash the boards were made with, whatever a later program would compute.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    pub template: Template,
    pub version: Digest,
}

#[derive(Serialize, Deserialize)]
pub struct Template {
    decor: Vec<Decor>,
    english: String,
    family: String,
    kind: String,
    name: String,
    paper: String,
    size: Size,
    slots: Vec<Slot>,
    styles: BTreeMap<String, ParaStyle>,
    swatches: BTreeMap<String, Colour>,
    title: TwoName,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Cmyk([Real; 4]),
    Srgb([u8; 3]),
}

#[derive(Serialize, Deserialize)]
struct ParaStyle {
    align: Align,
    colour: String,
    em: Real,
    han_latin_gap: bool,
    indent: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least_em: Option<Real>,
    line: Real,
    slot: FontSlot,
    weight: u16,
}

#[derive(Serialize, Deserialize)]
struct Slot {
    area: Rect,
    block_align: Real,
    column_gap: Real,
    columns: u8,
    #[serde(default, skip_serializing_if = "is_false")]
    grey: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ground: Option<String>,
    name: String,
    padding: Real,
    #[serde(default, skip_serializing_if = "is_false")]
    required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    script: Option<Script>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second_area: Option<Rect>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    style: Option<String>,
    takes: SlotKind,
    veil: Real,
    #[serde(default, skip_serializing_if = "is_false")]
    vertical: bool,
}

#[derive(Serialize, Deserialize)]
struct Decor {
    #[serde(default, skip_serializing_if = "is_false")]
    above: bool,
    d: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fill: Option<Paint>,
    opacity: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stroke: Option<Paint>,
    width: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    with: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Paint {
    Swatch(String),
    Linear {
        from: [Real; 2],
        stops: Vec<(Real, String, Real)>,
        to: [Real; 2],
    },
}

impl From<&model::Template> for Template {
    fn from(template: &model::Template) -> Template {
        let styles = template.styles.iter();
        let swatches = template.swatches.iter();
        Template {
            decor: template.decor.iter().map(Decor::from).collect(),
            english: template.english.clone(),
            family: template.family.clone(),
            kind: template.kind.clone(),
            name: template.name.clone(),
            paper: template.paper.clone(),
            size: template.size.into(),
            slots: template.slots.iter().map(Slot::from).collect(),
            styles: styles.map(|(name, style)| (name.0.clone(), style.into())).collect(),
            swatches: swatches
                .map(|(name, colour)| (name.clone(), (*colour).into()))
                .collect(),
            title: (&template.title).into(),
        }
    }
}

impl From<Template> for model::Template {
    fn from(template: Template) -> model::Template {
        let styles = template.styles.into_iter();
        let swatches = template.swatches.into_iter();
        model::Template {
            name: template.name,
            title: template.title.into(),
            english: template.english,
            family: template.family,
            kind: template.kind,
            size: template.size.into(),
            swatches: swatches.map(|(name, colour)| (name, colour.into())).collect(),
            paper: template.paper,
            styles: styles
                .map(|(name, style)| (model::StyleName(name), style.into()))
                .collect(),
            decor: template.decor.into_iter().map(model::Decor::from).collect(),
            slots: template.slots.into_iter().map(model::Slot::from).collect(),
        }
    }
}

impl From<base::Colour> for Colour {
    fn from(colour: base::Colour) -> Colour {
        match colour {
            base::Colour::Cmyk(inks) => Colour::Cmyk(inks.map(Real)),
            base::Colour::Srgb(rgb) => Colour::Srgb(rgb),
        }
    }
}

impl From<Colour> for base::Colour {
    fn from(colour: Colour) -> base::Colour {
        match colour {
            Colour::Cmyk(inks) => base::Colour::Cmyk(inks.map(|ink| ink.0)),
            Colour::Srgb(rgb) => base::Colour::Srgb(rgb),
        }
    }
}

impl From<&model::ParaStyle> for ParaStyle {
    fn from(style: &model::ParaStyle) -> ParaStyle {
        ParaStyle {
            align: style.align.into(),
            colour: style.colour.clone(),
            em: Real(style.em),
            han_latin_gap: style.han_latin_gap,
            indent: Real(style.indent),
            least_em: style.least_em.map(Real),
            line: Real(style.line),
            slot: style.slot.into(),
            weight: style.weight,
        }
    }
}

impl From<ParaStyle> for model::ParaStyle {
    fn from(style: ParaStyle) -> model::ParaStyle {
        model::ParaStyle {
            slot: style.slot.into(),
            weight: style.weight,
            em: style.em.0,
            least_em: style.least_em.map(|em| em.0),
            line: style.line.0,
            align: style.align.into(),
            indent: style.indent.0,
            colour: style.colour,
            han_latin_gap: style.han_latin_gap,
        }
    }
}

impl From<&model::Slot> for Slot {
    fn from(slot: &model::Slot) -> Slot {
        Slot {
            area: slot.area.into(),
            block_align: Real(slot.block_align),
            column_gap: Real(slot.column_gap),
            columns: slot.columns,
            grey: slot.grey,
            ground: slot.ground.clone(),
            name: slot.name.clone(),
            padding: Real(slot.padding),
            required: slot.required,
            script: slot.script.map(Script::from),
            second: slot.second.as_ref().map(|style| style.0.clone()),
            second_area: slot.second_area.map(Rect::from),
            style: slot.style.as_ref().map(|style| style.0.clone()),
            takes: slot.takes.into(),
            veil: Real(slot.veil),
            vertical: slot.vertical,
        }
    }
}

impl From<Slot> for model::Slot {
    fn from(slot: Slot) -> model::Slot {
        model::Slot {
            name: slot.name,
            takes: slot.takes.into(),
            area: slot.area.into(),
            style: slot.style.map(model::StyleName),
            second: slot.second.map(model::StyleName),
            second_area: slot.second_area.map(crate::geom::Rect::from),
            vertical: slot.vertical,
            columns: slot.columns,
            column_gap: slot.column_gap.0,
            block_align: slot.block_align.0,
            required: slot.required,
            ground: slot.ground,
            padding: slot.padding.0,
            script: slot.script.map(crate::script::Script::from),
            veil: slot.veil.0,
            grey: slot.grey,
        }
    }
}

impl From<&model::Decor> for Decor {
    fn from(decor: &model::Decor) -> Decor {
        Decor {
            above: decor.above,
            d: decor.d.clone(),
            fill: decor.fill.as_ref().map(Paint::from),
            opacity: Real(decor.opacity),
            stroke: decor.stroke.as_ref().map(Paint::from),
            width: Real(decor.width),
            with: decor.with.clone(),
        }
    }
}

impl From<Decor> for model::Decor {
    fn from(decor: Decor) -> model::Decor {
        model::Decor {
            d: decor.d,
            fill: decor.fill.map(model::DecorPaint::from),
            stroke: decor.stroke.map(model::DecorPaint::from),
            width: decor.width.0,
            opacity: decor.opacity.0,
            above: decor.above,
            with: decor.with,
        }
    }
}

impl From<&model::DecorPaint> for Paint {
    fn from(paint: &model::DecorPaint) -> Paint {
        match paint {
            model::DecorPaint::Swatch(name) => Paint::Swatch(name.clone()),
            model::DecorPaint::Linear { from, to, stops } => Paint::Linear {
                from: from.map(Real),
                stops: stops
                    .iter()
                    .map(|(at, name, opacity)| (Real(*at), name.clone(), Real(*opacity)))
                    .collect(),
                to: to.map(Real),
            },
        }
    }
}

impl From<Paint> for model::DecorPaint {
    fn from(paint: Paint) -> model::DecorPaint {
        match paint {
            Paint::Swatch(name) => model::DecorPaint::Swatch(name),
            Paint::Linear { from, stops, to } => model::DecorPaint::Linear {
                from: from.map(|value| value.0),
                to: to.map(|value| value.0),
                stops: stops
                    .into_iter()
                    .map(|(at, name, opacity)| (at.0, name, opacity.0))
                    .collect(),
            },
        }
    }
}
