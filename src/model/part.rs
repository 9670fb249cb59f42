//! The texts of an element one by one, whatever its kind: to read, to put back changed.

use super::{BoardId, Command, ElementId, ElementKind, Exhibition, OtherScript, RichText, TwoScript, retext};
use crate::script::Script;

/// Which text of an element; by the field it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Text,
    Caption,
    Tag,
    /// The figure of a number: written alike in both scripts, so it has no other one.
    Value,
    Unit,
    Label,
    Words,
    Speaker,
    Post,
    Call,
    Head,
    From,
    To,
    /// Of a table: row 0 is its head.
    Cell(usize, usize),
}

/// The parts an element of this kind has, in reading order; a photo may still lack its caption.
pub fn parts(kind: &ElementKind) -> Vec<Part> {
    match kind {
        ElementKind::Text(_) => vec![Part::Text],
        ElementKind::Photo(photo) => {
            let tag = photo.tag.is_some().then_some(Part::Tag);
            [Part::Caption].into_iter().chain(tag).collect()
        }
        ElementKind::Number(_) => vec![Part::Unit, Part::Label],
        ElementKind::Quote(_) => vec![Part::Words, Part::Speaker, Part::Post],
        ElementKind::Qr(_) => vec![Part::Call],
        ElementKind::Table(table) => {
            let head = (0..table.head.len()).map(|at| Part::Cell(0, at));
            let rows = table.rows.iter().enumerate();
            head.chain(rows.flat_map(|(row, cells)| (0..cells.len()).map(move |at| Part::Cell(row + 1, at))))
                .collect()
        }
        ElementKind::Step(_) => vec![Part::Head, Part::Words],
        ElementKind::Change(_) => vec![Part::Label, Part::From, Part::To],
        ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => Vec::new(),
    }
}

/// The parts that can be written in where they stand on the board: those of [`parts`], and the figure of a number.
pub fn written(kind: &ElementKind) -> Vec<Part> {
    let value = matches!(kind, ElementKind::Number(_)).then_some(Part::Value);
    value.into_iter().chain(parts(kind)).collect()
}

/// The text of a part; an empty one where a photo has none yet.
pub fn get(kind: &ElementKind, part: Part, script: Script) -> Option<TwoScript> {
    let optional = |text: &Option<TwoScript>| Some(text.clone().unwrap_or_else(|| TwoScript::new(script, "")));
    match (kind, part) {
        (ElementKind::Text(text), Part::Text) => Some(text.text.clone()),
        (ElementKind::Photo(photo), Part::Caption) => optional(&photo.caption),
        (ElementKind::Photo(photo), Part::Tag) => optional(&photo.tag),
        (ElementKind::Number(number), Part::Value) => Some(TwoScript::new(script, &number.value)),
        (ElementKind::Number(number), Part::Unit) => Some(number.unit.clone()),
        (ElementKind::Number(number), Part::Label) => Some(number.label.clone()),
        (ElementKind::Quote(quote), Part::Words) => Some(quote.text.clone()),
        (ElementKind::Quote(quote), Part::Speaker) => Some(quote.speaker.clone()),
        (ElementKind::Quote(quote), Part::Post) => Some(quote.post.clone()),
        (ElementKind::Qr(qr), Part::Call) => Some(qr.call.clone()),
        (ElementKind::Table(table), Part::Cell(0, at)) => table.head.get(at).cloned(),
        (ElementKind::Table(table), Part::Cell(row, at)) => table.rows.get(row - 1)?.get(at).cloned(),
        (ElementKind::Step(step), Part::Head) => Some(step.head.clone()),
        (ElementKind::Step(step), Part::Words) => Some(step.text.clone()),
        (ElementKind::Change(change), Part::Label) => Some(change.label.clone()),
        (ElementKind::Change(change), Part::From) => Some(change.from.clone()),
        (ElementKind::Change(change), Part::To) => Some(change.to.clone()),
        _ => None,
    }
}

/// The kind with one of its texts replaced; unchanged where it has no such part.
pub fn with(kind: &ElementKind, part: Part, text: TwoScript) -> ElementKind {
    let mut kind = kind.clone();
    let optional = |text: TwoScript| (!text.source.is_blank()).then_some(text);
    let place = match (&mut kind, part) {
        (ElementKind::Photo(photo), Part::Caption) => {
            photo.caption = optional(text);
            return kind;
        }
        (ElementKind::Photo(photo), Part::Tag) => {
            photo.tag = optional(text);
            return kind;
        }
        (ElementKind::Number(number), Part::Value) => {
            number.value = text.source.to_plain().replace('\n', " ");
            return kind;
        }
        (ElementKind::Text(element), Part::Text) => Some(&mut element.text),
        (ElementKind::Number(number), Part::Unit) => Some(&mut number.unit),
        (ElementKind::Number(number), Part::Label) => Some(&mut number.label),
        (ElementKind::Quote(quote), Part::Words) => Some(&mut quote.text),
        (ElementKind::Quote(quote), Part::Speaker) => Some(&mut quote.speaker),
        (ElementKind::Quote(quote), Part::Post) => Some(&mut quote.post),
        (ElementKind::Qr(qr), Part::Call) => Some(&mut qr.call),
        (ElementKind::Table(table), Part::Cell(0, at)) => table.head.get_mut(at),
        (ElementKind::Table(table), Part::Cell(row, at)) => {
            table.rows.get_mut(row - 1).and_then(|cells| cells.get_mut(at))
        }
        (ElementKind::Step(step), Part::Head) => Some(&mut step.head),
        (ElementKind::Step(step), Part::Words) => Some(&mut step.text),
        (ElementKind::Change(change), Part::Label) => Some(&mut change.label),
        (ElementKind::Change(change), Part::From) => Some(&mut change.from),
        (ElementKind::Change(change), Part::To) => Some(&mut change.to),
        _ => None,
    };
    if let Some(place) = place {
        *place = text;
    }
    kind
}

/// Which text: of which element, in which script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    pub board: BoardId,
    pub element: ElementId,
    pub part: Part,
    /// The rewritten one, not the source.
    pub is_other: bool,
}

impl Spot {
    pub fn two(&self, exhibition: &Exhibition) -> Option<TwoScript> {
        let board = exhibition.board(self.board)?;
        get(&board.element(self.element)?.kind, self.part, board.script)
    }

    /// The command that puts a text there.
    pub fn put(&self, exhibition: &Exhibition, two: TwoScript) -> Option<Command> {
        let kind = &exhibition.board(self.board)?.element(self.element)?.kind;
        Some(Command::SetKind {
            board: self.board,
            element: self.element,
            kind: with(kind, self.part, two),
        })
    }
}

impl TwoScript {
    /// What a person typed: the source, or the other script where that was rewritten.
    pub fn typed(&self, is_other: bool) -> Option<&RichText> {
        match &self.other {
            _ if !is_other => Some(&self.source),
            OtherScript::Kept { text, .. } => Some(text),
            OtherScript::Derived | OtherScript::Frozen { .. } => None,
        }
    }

    pub fn typed_mut(&mut self, is_other: bool) -> Option<&mut RichText> {
        match &mut self.other {
            _ if !is_other => Some(&mut self.source),
            OtherScript::Kept { text, .. } => Some(text),
            OtherScript::Derived | OtherScript::Frozen { .. } => None,
        }
    }

    /// With the source, or the rewritten other script, typed anew.
    pub fn retexted(mut self, text: &str, is_other: bool) -> TwoScript {
        if !is_other {
            self.source = retext(&self.source, text);
        } else if let OtherScript::Kept { text: old, .. } = &self.other {
            self.other = OtherScript::Kept {
                text: retext(old, text),
                of: self.source.digest(),
            };
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NumberElement, PhotoElement, QuoteElement, TableElement};

    #[test]
    fn every_part_that_is_listed_can_be_read_and_put_back() {
        let two = |text: &str| TwoScript::new(Script::Hans, text);
        let kinds = [
            ElementKind::Number(NumberElement {
                value: "1350".into(),
                unit: two("亩"),
                label: two("水田"),
                bar: None,
            }),
            ElementKind::Photo(PhotoElement {
                tag: Some(two("四月")),
                ..PhotoElement::default()
            }),
            ElementKind::Quote(QuoteElement {
                text: two("一"),
                speaker: two("二"),
                post: two("三"),
            }),
            ElementKind::Table(TableElement {
                head: vec![two("年"), two("亩")],
                rows: vec![vec![two("去年"), two("三")]],
            }),
        ];
        for kind in kinds {
            for part in written(&kind) {
                let changed = with(&kind, part, two("新"));
                let text = get(&changed, part, Script::Hans).unwrap();
                assert_eq!(text.source.to_plain(), "新", "{part:?}");
                let others = written(&changed).into_iter().filter(|other| *other != part);
                for other in others {
                    assert_eq!(get(&changed, other, Script::Hans), get(&kind, other, Script::Hans));
                }
            }
        }
    }
}
