//! The look of one element on another: what it says stays, how it looks becomes that of the other.

use super::{ElementKind, MarkKind, RichText, ShapeElement, ShapeForm, look_of, with_look};
use crate::base::FontSlot;

/// `kind` with the look of `like`, as far as the two have a look in common; `None` where they have none.
pub fn dressed(kind: &ElementKind, like: &ElementKind) -> Option<ElementKind> {
    let mut kind = kind.clone();
    match (&mut kind, like) {
        (ElementKind::Photo(photo), ElementKind::Photo(like)) => {
            photo.shape = like.shape;
            photo.edge = like.edge.clone();
            photo.tone = like.tone;
        }
        (ElementKind::Shape(shape), ElementKind::Shape(like)) => dress_shape(shape, like),
        (ElementKind::Art(art), ElementKind::Art(like)) => art.is_stretched = like.is_stretched,
        (ElementKind::Text(text), ElementKind::Text(like)) => text.style = like.style.clone(),
        _ => {}
    }
    let is_kin = std::mem::discriminant(&kind) == std::mem::discriminant(like);
    let source = like.texts().first().map(|text| text.source.clone());
    if let Some(source) = source.filter(|_| !matches!(like, ElementKind::Photo(_)))
        && !kind.texts().is_empty()
        && !matches!(kind, ElementKind::Photo(_))
    {
        kind.each_text(&mut |text| *text = dressed_text(text, &source));
        return Some(kind);
    }
    is_kin.then_some(kind)
}

fn dress_shape(shape: &mut ShapeElement, like: &ShapeElement) {
    shape.line = like.line.clone();
    shape.opacity = like.opacity;
    shape.shadow = like.shadow.clone();
    match (&mut shape.form, like.form) {
        (ShapeForm::Rect { corner }, ShapeForm::Rect { corner: like }) => *corner = like,
        (ShapeForm::Line(course), ShapeForm::Line(like)) => course.heads = like.heads,
        _ => {}
    }
    // A line has no inside.
    if !matches!(shape.form, ShapeForm::Line(_)) && !matches!(like.form, ShapeForm::Line(_)) {
        shape.fill = like.fill.clone();
    }
}

/// The marks that lie on all of `like`, on all of `text`.
fn dressed_text(text: &RichText, like: &RichText) -> RichText {
    let looks = [
        MarkKind::Weight(700),
        MarkKind::Size(1.0),
        MarkKind::Colour(String::new()),
        MarkKind::Slot(FontSlot::default()),
        MarkKind::Underline,
        MarkKind::EmphasisDots,
    ];
    let whole = |text: &RichText| 0..text.to_plain().len();
    looks.iter().fold(text.clone(), |text, look| {
        let worn = look_of(like, &whole(like), look);
        let part = whole(&text);
        with_look(&text, &part, worn.as_ref().unwrap_or(look), worn.is_some())
    })
}
