//! Chinese text into positioned glyphs: fonts, shaping, CLREQ lines, vertical writing.
//! Knows no boards, no colours, no pixels: a span carries a `tag` that comes back with its glyphs.

mod atoms;
mod breaks;
mod caret;
mod choose;
mod class;
mod fit;
mod fonts;
mod lay;
mod memo;
mod named;
mod ruby;
mod shape;

pub use breaks::unicode_breaks;
pub use caret::{Affinity, Carets, Move, Position, Preedit};
pub use fonts::{AtHand, Face, FaceId, FontSlot, Fonts, FontsError, Weight, map_file, stand_in};
pub use lay::lay;
pub use memo::Memo;
pub use named::{
    Embedding, FontData, NamedFace, Portrait, Unusable, at_hand, faces_found, faces_in, found, missing, named_face,
    portrait, take_in,
};

pub use crate::base::Align;
use crate::geom::{Rect, Size};
use crate::script::Region;
use std::ops::Range;

/// One text box to fill.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxIn {
    /// Inner size in mm; horizontal text runs over `w`, vertical text over `h` with columns from right to left.
    pub size: Size,
    pub vertical: bool,
    /// Regional glyph forms and punctuation of the whole box.
    pub region: Region,
    pub paras: Vec<ParaIn>,
    /// Distance between paragraphs beyond the line height, in mm.
    pub para_gap: f64,
    /// Columns of equal width (horizontal text only), filled evenly, `column_gap` mm apart.
    pub columns: u8,
    pub column_gap: f64,
    /// Where the lines stand in the box across the lines: 0 start, 0.5 middle, 1 end.
    pub block_align: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ParaIn {
    pub text: String,
    /// The look where no span says otherwise.
    pub look: Look,
    /// In order, not overlapping; byte ranges of `text`.
    pub spans: Vec<(Range<usize>, Look)>,
    /// Distance from line to line in mm.
    pub line: f64,
    pub align: Align,
    /// First line, in em of `look`; rule 20 of CLREQ says 2.
    pub indent: f64,
    /// 1/4 em between Han and Latin or digits (rule 19).
    pub han_latin_gap: bool,
    pub level: Prohibition,
    pub breaking: Breaking,
    /// Readings of ranges of `text`: pinyin or bopomofo, syllables apart by spaces.
    pub ruby: Vec<(Range<usize>, String)>,
    /// ，。、 at a line's end hang outside the measure (rule 18); the measure is then filled without them.
    pub hanging: bool,
    /// Two marks that meet, one of them a bracket, give all the white between them, not half an em (an option of rule 8).
    pub tight_marks: bool,
    /// On the mainland too the interpunct takes a full em and gives (the other style of rule 14).
    pub wide_interpunct: bool,
    /// An opening mark behind the first line's indent keeps its white (rule 10 switched off there).
    pub open_indent: bool,
    /// In vertical lines so many digits share one upright em, longer numbers lie on their side (rule 23).
    pub upright_digits: u8,
    /// Ranges of `text` that carry emphasis dots: the lines keep room for them (rule 28), the caller draws them.
    pub dots: Vec<Range<usize>>,
}

impl Default for ParaIn {
    fn default() -> ParaIn {
        ParaIn {
            text: String::new(),
            look: Look::default(),
            spans: Vec::new(),
            line: 0.0,
            align: Align::default(),
            indent: 0.0,
            han_latin_gap: true,
            level: Prohibition::default(),
            breaking: Breaking::default(),
            ruby: Vec::new(),
            hanging: false,
            tight_marks: false,
            wide_interpunct: false,
            open_indent: false,
            upright_digits: 2,
            dots: Vec::new(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub slot: FontSlot,
    pub weight: Weight,
    /// Type size in mm.
    pub em: f64,
    /// Comes back with the glyphs; the caller keeps colours under it.
    pub tag: u16,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            slot: FontSlot::default(),
            weight: Weight(400),
            em: 10.0,
            tag: 0,
        }
    }
}

/// How strictly marks are kept from line starts and ends (rules 1 to 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prohibition {
    None,
    Basic,
    #[default]
    Gb,
    Strict,
}

/// How the lines of a paragraph are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Breaking {
    /// Over the whole paragraph, so that all its lines together need the least squeezing and stretching.
    #[default]
    Best,
    /// Few lines of equal length, rather after marks and never inside words: headings, quotes, ragged leads.
    Balanced,
    /// Every line that can ends where a speaker pauses, in as few lines as that takes; balanced if they would be more
    /// than `most`. Quotes set large.
    ByPauses { most: u8 },
    /// Line by line, for drags; very long paragraphs are set so whatever is asked.
    Quick,
}

/// The box filled. All positions in mm from the box's top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextLayout {
    pub glyphs: Vec<PosGlyph>,
    pub lines: Vec<Line>,
    /// Some lines stand outside the box; they are laid out all the same.
    pub overflow: bool,
    /// Smallest rectangle around all lines.
    pub used: Rect,
    /// Characters no face of the chain has; drawn as a box of their own.
    pub missing: Vec<char>,
    /// A line so narrow (under 4 em) that prohibitions had to yield.
    pub yielded: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PosGlyph {
    pub face: FaceId,
    pub id: u16,
    pub em: f64,
    pub tag: u16,
    /// Origin on the baseline.
    pub x: f64,
    pub y: f64,
    pub quarter_turns: u8,
    pub stretch: f64,
    pub para: u32,
    /// Bytes of the paragraph's text.
    pub cluster: Range<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub para: u32,
    pub range: Range<u32>,
    /// The line's cell: the line height across, the measure along.
    pub area: Rect,
    /// Where the ink's advance begins and ends along the line, in mm from the box; a hanging mark stands beyond.
    pub start: f64,
    pub end: f64,
    /// Glyphs of this line in `TextLayout::glyphs`.
    pub glyphs: Range<usize>,
    pub last_of_para: bool,
    /// What a caret can stand between, in order.
    pub cells: Vec<Cell>,
}

/// The room that a piece of text takes in its line as set, squeezed or stretched.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Bytes of the paragraph's text.
    pub range: Range<u32>,
    /// Along the line, in mm from the box.
    pub from: f64,
    pub to: f64,
}
