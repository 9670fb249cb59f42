//! Shapes, drawings, emblems and grounds.

use super::photo::Shadow;
use super::{Real, is_false, names};
use crate::base::Digest;
use crate::model;
use serde::{Deserialize, Serialize};

names!(Heads, model::Heads, [None, End, Both]);
names!(Dash, model::Dash, [Solid, Dashed, Dotted]);
names!(FadeWay, model::FadeWay, [Down, Right, DownRight, DownLeft]);
names!(Figure, model::Figure, [Dots, Stripes, Grid, Waves]);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tint {
    Inks([Real; 4]),
    Swatch(String),
}

#[derive(Serialize, Deserialize)]
pub struct Shape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fill: Option<Tint>,
    form: Form,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    line: Option<Line>,
    opacity: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shadow: Option<Shadow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Form {
    Rect {
        corner: Real,
    },
    Ellipse,
    Line {
        heads: Heads,
        #[serde(default, skip_serializing_if = "is_false")]
        is_leftward: bool,
        #[serde(default, skip_serializing_if = "is_false")]
        is_upward: bool,
    },
}

#[derive(Serialize, Deserialize)]
struct Line {
    dash: Dash,
    tint: Tint,
    width: Real,
}

#[derive(Serialize, Deserialize)]
pub struct Art {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    art: Option<Digest>,
    #[serde(default, skip_serializing_if = "is_false")]
    is_stretched: bool,
}

#[derive(Serialize, Deserialize)]
pub struct Emblem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    art: Option<Digest>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    Flat(Tint),
    Fade {
        from: Tint,
        to: Tint,
        way: FadeWay,
    },
    Photo {
        photo: Digest,
        veil: Real,
    },
    Pattern {
        figure: Figure,
        ink: Tint,
        paper: Tint,
        pitch: Real,
    },
}

impl From<&model::Tint> for Tint {
    fn from(tint: &model::Tint) -> Tint {
        match tint {
            model::Tint::Swatch(name) => Tint::Swatch(name.clone()),
            model::Tint::Inks(inks) => Tint::Inks(inks.map(Real)),
        }
    }
}

impl From<Tint> for model::Tint {
    fn from(tint: Tint) -> model::Tint {
        match tint {
            Tint::Swatch(name) => model::Tint::Swatch(name),
            Tint::Inks(inks) => model::Tint::Inks(inks.map(|ink| ink.0)),
        }
    }
}

impl From<&model::ShapeElement> for Shape {
    fn from(shape: &model::ShapeElement) -> Shape {
        Shape {
            fill: shape.fill.as_ref().map(Tint::from),
            form: match shape.form {
                model::ShapeForm::Rect { corner } => Form::Rect { corner: Real(corner) },
                model::ShapeForm::Ellipse => Form::Ellipse,
                model::ShapeForm::Line(course) => Form::Line {
                    heads: course.heads.into(),
                    is_leftward: course.is_leftward,
                    is_upward: course.is_upward,
                },
            },
            line: shape.line.as_ref().map(|line| Line {
                dash: line.dash.into(),
                tint: (&line.tint).into(),
                width: Real(line.width),
            }),
            opacity: Real(shape.opacity),
            shadow: shape.shadow.as_ref().map(Shadow::from),
        }
    }
}

impl From<Shape> for model::ShapeElement {
    fn from(shape: Shape) -> model::ShapeElement {
        model::ShapeElement {
            form: match shape.form {
                Form::Rect { corner } => model::ShapeForm::Rect { corner: corner.0 },
                Form::Ellipse => model::ShapeForm::Ellipse,
                Form::Line {
                    heads,
                    is_leftward,
                    is_upward,
                } => model::ShapeForm::Line(model::Course {
                    is_leftward,
                    is_upward,
                    heads: heads.into(),
                }),
            },
            fill: shape.fill.map(Into::into),
            line: shape.line.map(|line| model::ShapeLine {
                tint: line.tint.into(),
                width: line.width.0,
                dash: line.dash.into(),
            }),
            opacity: shape.opacity.0,
            shadow: shape.shadow.map(Into::into),
        }
    }
}

impl From<&model::ArtElement> for Art {
    fn from(art: &model::ArtElement) -> Art {
        Art {
            art: art.art,
            is_stretched: art.is_stretched,
        }
    }
}

impl From<Art> for model::ArtElement {
    fn from(art: Art) -> model::ArtElement {
        model::ArtElement {
            art: art.art,
            is_stretched: art.is_stretched,
        }
    }
}

impl From<&model::EmblemElement> for Emblem {
    fn from(emblem: &model::EmblemElement) -> Emblem {
        Emblem { art: emblem.art }
    }
}

impl From<Emblem> for model::EmblemElement {
    fn from(emblem: Emblem) -> model::EmblemElement {
        model::EmblemElement { art: emblem.art }
    }
}

impl From<&model::Ground> for Ground {
    fn from(ground: &model::Ground) -> Ground {
        match ground {
            model::Ground::Flat(tint) => Ground::Flat(tint.into()),
            model::Ground::Fade { from, to, way } => Ground::Fade {
                from: from.into(),
                to: to.into(),
                way: (*way).into(),
            },
            model::Ground::Photo { photo, veil } => Ground::Photo {
                photo: *photo,
                veil: Real(*veil),
            },
            model::Ground::Pattern {
                figure,
                paper,
                ink,
                pitch,
            } => Ground::Pattern {
                figure: (*figure).into(),
                ink: ink.into(),
                paper: paper.into(),
                pitch: Real(*pitch),
            },
        }
    }
}

impl From<Ground> for model::Ground {
    fn from(ground: Ground) -> model::Ground {
        match ground {
            Ground::Flat(tint) => model::Ground::Flat(tint.into()),
            Ground::Fade { from, to, way } => model::Ground::Fade {
                from: from.into(),
                to: to.into(),
                way: way.into(),
            },
            Ground::Photo { photo, veil } => model::Ground::Photo { photo, veil: veil.0 },
            Ground::Pattern {
                figure,
                ink,
                paper,
                pitch,
            } => model::Ground::Pattern {
                figure: figure.into(),
                paper: paper.into(),
                ink: ink.into(),
                pitch: pitch.0,
            },
        }
    }
}
