//! Where the texts of one element stand, line by line: what an editor puts its caret on. Laid only while somebody writes.

use super::setting::Set;
use crate::geom::{Point, Transform, um};
use crate::text::{BoxIn, Carets, Look, ParaIn, TextLayout};

/// A text as it stands on the board, in one script.
#[derive(Clone, Debug)]
pub struct TextBox {
    input: BoxIn,
    layout: TextLayout,
    /// From the box's millimetres to the board's.
    pub at: Transform,
}

impl TextBox {
    pub(super) fn new(set: &Set, origin: Point) -> TextBox {
        let para = |(index, text): (usize, &String)| {
            let mut glyphs = set.layout.glyphs.iter();
            let em = glyphs.find(|glyph| glyph.para as usize == index).map(|glyph| glyph.em);
            let look = Look {
                em: em.unwrap_or(Look::default().em),
                ..Look::default()
            };
            ParaIn {
                text: text.clone(),
                look,
                ..ParaIn::default()
            }
        };
        TextBox {
            input: BoxIn {
                size: Default::default(),
                vertical: set.is_vertical(),
                region: Default::default(),
                paras: set.texts().iter().enumerate().map(para).collect(),
                para_gap: 0.0,
                columns: 1,
                column_gap: 0.0,
                block_align: 0.0,
            },
            layout: set.layout.clone(),
            at: Transform::shift(um(origin.x), um(origin.y)),
        }
    }

    pub fn carets(&self) -> Carets<'_> {
        Carets::new(&self.input, &self.layout)
    }

    pub fn is_vertical(&self) -> bool {
        self.input.vertical
    }

    /// All paragraphs joined by line ends, as `RichText::to_plain`.
    pub fn plain(&self) -> String {
        let paras: Vec<&str> = self.input.paras.iter().map(|para| para.text.as_str()).collect();
        paras.join("\n")
    }

    /// Type size of a paragraph in mm.
    pub fn em(&self, para: u32) -> f64 {
        let para = self.input.paras.get(para as usize);
        para.map_or(Look::default().em, |para| para.look.em)
    }
}
