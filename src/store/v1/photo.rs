//! A photo on a board: which part of it is shown, what is done to its pixels, its frame.

use super::text::TwoScript;
use super::{Real, names};
use crate::base::{self, Digest};
use crate::model;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Photo {
    #[serde(default, skip_serializing_if = "is_zero")]
    angle: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    caption: Option<TwoScript>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edge: Option<Edge>,
    focus: [Real; 2],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep: Option<Part>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    masks: Vec<Mask>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    photo: Option<Digest>,
    #[serde(default, skip_serializing_if = "is_none")]
    quarters: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shape: Option<Shape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tag: Option<TwoScript>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tone: Option<Tone>,
    zoom: Real,
}

fn is_zero(value: &Real) -> bool {
    value.0 == 0.0
}

fn is_none(quarters: &u8) -> bool {
    *quarters == 0
}

/// Ten-thousandths of the photo's sides.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Part {
    h: u16,
    w: u16,
    x: u16,
    y: u16,
}

#[derive(Serialize, Deserialize)]
struct Mask {
    form: MaskForm,
    kind: MaskKind,
    part: Part,
}

names!(MaskForm, base::MaskForm, [Ellipse, Rect]);
names!(MaskKind, base::MaskKind, [Blur, Solid]);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Plain,
    Rounded(Real),
    Ellipse,
}

#[derive(Serialize, Deserialize)]
struct Tone {
    brightness: i8,
    contrast: i8,
    levels: [u8; 2],
    saturation: i8,
    warmth: i8,
}

#[derive(Serialize, Deserialize)]
struct Edge {
    colour: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shadow: Option<Shadow>,
    width: Real,
}

#[derive(Serialize, Deserialize)]
pub struct Shadow {
    blur: Real,
    colour: String,
    opacity: Real,
    shift: [Real; 2],
}

impl From<&model::PhotoElement> for Photo {
    fn from(photo: &model::PhotoElement) -> Photo {
        Photo {
            angle: Real(photo.crop.angle),
            caption: photo.caption.as_ref().map(TwoScript::from),
            edge: photo.edge.as_ref().map(Edge::from),
            focus: photo.crop.focus.map(Real),
            keep: photo.crop.keep.map(Part::from),
            masks: photo.masks.iter().map(|mask| Mask::from(*mask)).collect(),
            photo: photo.photo,
            quarters: photo.crop.quarters,
            shape: photo.shape.map(Shape::from),
            tag: photo.tag.as_ref().map(TwoScript::from),
            tone: (photo.tone != base::Tone::default()).then(|| Tone::from(photo.tone)),
            zoom: Real(photo.crop.zoom),
        }
    }
}

impl From<Photo> for model::PhotoElement {
    fn from(photo: Photo) -> model::PhotoElement {
        model::PhotoElement {
            photo: photo.photo,
            crop: model::Crop {
                zoom: photo.zoom.0,
                focus: photo.focus.map(|share| share.0),
                angle: photo.angle.0,
                quarters: photo.quarters,
                keep: photo.keep.map(base::PhotoPart::from),
            },
            tone: photo.tone.map(base::Tone::from).unwrap_or_default(),
            masks: photo.masks.into_iter().map(base::Mask::from).collect(),
            shape: photo.shape.map(model::FrameShape::from),
            caption: photo.caption.map(model::TwoScript::from),
            tag: photo.tag.map(model::TwoScript::from),
            edge: photo.edge.map(model::Edge::from),
        }
    }
}

impl From<base::PhotoPart> for Part {
    fn from(part: base::PhotoPart) -> Part {
        let base::PhotoPart { x, y, w, h } = part;
        Part { h, w, x, y }
    }
}

impl From<Part> for base::PhotoPart {
    fn from(part: Part) -> base::PhotoPart {
        let Part { h, w, x, y } = part;
        base::PhotoPart { x, y, w, h }
    }
}

impl From<base::Mask> for Mask {
    fn from(mask: base::Mask) -> Mask {
        Mask {
            form: mask.form.into(),
            kind: mask.kind.into(),
            part: mask.part.into(),
        }
    }
}

impl From<Mask> for base::Mask {
    fn from(mask: Mask) -> base::Mask {
        base::Mask {
            part: mask.part.into(),
            form: mask.form.into(),
            kind: mask.kind.into(),
        }
    }
}

impl From<model::FrameShape> for Shape {
    fn from(shape: model::FrameShape) -> Shape {
        match shape {
            model::FrameShape::Plain => Shape::Plain,
            model::FrameShape::Rounded(radius) => Shape::Rounded(Real(radius)),
            model::FrameShape::Ellipse => Shape::Ellipse,
        }
    }
}

impl From<Shape> for model::FrameShape {
    fn from(shape: Shape) -> model::FrameShape {
        match shape {
            Shape::Plain => model::FrameShape::Plain,
            Shape::Rounded(radius) => model::FrameShape::Rounded(radius.0),
            Shape::Ellipse => model::FrameShape::Ellipse,
        }
    }
}

impl From<base::Tone> for Tone {
    fn from(tone: base::Tone) -> Tone {
        Tone {
            brightness: tone.brightness,
            contrast: tone.contrast,
            levels: tone.levels,
            saturation: tone.saturation,
            warmth: tone.warmth,
        }
    }
}

impl From<Tone> for base::Tone {
    fn from(tone: Tone) -> base::Tone {
        base::Tone {
            brightness: tone.brightness,
            contrast: tone.contrast,
            saturation: tone.saturation,
            warmth: tone.warmth,
            levels: tone.levels,
        }
    }
}

impl From<&model::Edge> for Edge {
    fn from(edge: &model::Edge) -> Edge {
        Edge {
            colour: edge.colour.clone(),
            shadow: edge.shadow.as_ref().map(Shadow::from),
            width: Real(edge.width),
        }
    }
}

impl From<&model::Shadow> for Shadow {
    fn from(shadow: &model::Shadow) -> Shadow {
        Shadow {
            blur: Real(shadow.blur),
            colour: shadow.colour.clone(),
            opacity: Real(shadow.opacity),
            shift: shadow.shift.map(Real),
        }
    }
}

impl From<Shadow> for model::Shadow {
    fn from(shadow: Shadow) -> model::Shadow {
        model::Shadow {
            shift: shadow.shift.map(|part| part.0),
            blur: shadow.blur.0,
            opacity: shadow.opacity.0,
            colour: shadow.colour,
        }
    }
}

impl From<Edge> for model::Edge {
    fn from(edge: Edge) -> model::Edge {
        model::Edge {
            width: edge.width.0,
            colour: edge.colour,
            shadow: edge.shadow.map(model::Shadow::from),
        }
    }
}
