//! `typeset`: one text box from a text file, as lines with their positions or as a picture of outlines.

use super::args::TypesetArgs;
use super::desk::Desk;
use super::fault::Fault;
use super::report::pretty;
use super::terminal::print;
use super::{Outcome, files, words};
use crate::base::Align;
use crate::compose::decode;
use crate::geom::{Size, size};
use crate::text::{BoxIn, Breaking, Fonts, Look, ParaIn, PosGlyph, Prohibition, TextLayout, Weight, lay};
use serde_json::{Value, json};
use skrifa::instance::{LocationRef, Size as FontSize};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use std::fmt::Write as _;

/// Of the em, from line to line.
const LINE: f64 = 1.75;

pub fn typeset(args: &TypesetArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    for (option, value) in [("--width", args.width), ("--em", args.em)] {
        if !(value.is_finite() && value > 0.0) {
            let lang = desk.terminal.lang;
            return Err(Fault::Told(words::value(lang, option, &value.to_string(), "> 0")));
        }
    }
    let text = decode(&files::read(&args.text)?).text;
    let input = boxed(&text, args);
    let layout = lay(&input, &desk.home.fonts);
    let sheet = sheet(&input, &layout);
    match &args.svg {
        Some(file) => files::write_whole(file, svg(&layout, sheet, &desk.home.fonts).as_bytes())?,
        None => print(&pretty(&as_json(&input, &layout, sheet))),
    }
    Ok(Outcome::Done)
}

/// Each line of the file is a paragraph; the box is as long as its lines and as deep as they need.
fn boxed(text: &str, args: &TypesetArgs) -> BoxIn {
    let look = Look {
        slot: args.font,
        weight: Weight(400),
        em: args.em,
        tag: 0,
    };
    let para = |text: &str| ParaIn {
        text: text.to_string(),
        look,
        spans: Vec::new(),
        line: args.em * LINE,
        align: Align::Justify,
        indent: args.indent,
        han_latin_gap: true,
        level: Prohibition::Gb,
        breaking: Breaking::Best,
        ..ParaIn::default()
    };
    BoxIn {
        size: if args.vertical {
            size(0.0, args.width)
        } else {
            size(args.width, 0.0)
        },
        vertical: args.vertical,
        region: args.script,
        paras: text.lines().map(para).collect(),
        para_gap: 0.0,
        columns: 1,
        column_gap: 0.0,
        block_align: 0.0,
    }
}

/// What the lines take, the measure along them.
fn sheet(input: &BoxIn, layout: &TextLayout) -> Size {
    match input.vertical {
        true => size(layout.used.w, input.size.h),
        false => size(input.size.w, layout.used.h),
    }
}

fn as_json(input: &BoxIn, layout: &TextLayout, sheet: Size) -> Value {
    let shift = shift(layout);
    let text_of = |para: u32, range: &std::ops::Range<u32>| -> Option<&str> {
        let text = &input.paras.get(para as usize)?.text;
        text.get(range.start as usize..range.end as usize)
    };
    let glyph = |glyph: &PosGlyph| {
        json!({
            "text": text_of(glyph.para, &glyph.cluster),
            "glyph": glyph.id,
            "x": glyph.x + shift,
            "y": glyph.y,
            "em": glyph.em,
            "stretch": glyph.stretch,
            "quarter_turns": glyph.quarter_turns,
        })
    };
    let lines: Vec<Value> = layout
        .lines
        .iter()
        .map(|line| {
            let glyphs = layout.glyphs.get(line.glyphs.clone()).unwrap_or_default();
            json!({
                "text": text_of(line.para, &line.range),
                "para": line.para,
                "last_of_para": line.last_of_para,
                "area": [line.area.x + shift, line.area.y, line.area.w, line.area.h],
                "start": line.start,
                "end": line.end,
                "glyphs": glyphs.iter().map(glyph).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "width_mm": sheet.w,
        "height_mm": sheet.h,
        "vertical": input.vertical,
        "missing": layout.missing,
        "prohibitions_yielded": layout.yielded,
        "lines": lines,
    })
}

/// Columns go to the left of the box's right edge, which lies at 0: the sheet begins where the last one ends.
fn shift(layout: &TextLayout) -> f64 {
    -layout.used.x.min(0.0)
}

fn svg(layout: &TextLayout, sheet: Size, fonts: &Fonts) -> String {
    let shift = shift(layout);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}mm\" height=\"{h}mm\" viewBox=\"0 0 {w} {h}\">\n",
        w = sheet.w,
        h = sheet.h
    );
    for glyph in &layout.glyphs {
        let mut pen = SvgPen::default();
        let Ok(font) = FontRef::from_index(fonts.bytes(glyph.face), 0) else {
            continue;
        };
        if let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph.id)) {
            let settings = DrawSettings::unhinted(FontSize::unscaled(), LocationRef::default());
            // A glyph that cannot be read is drawn as far as it goes.
            let _ = outline.draw(settings, &mut pen);
        }
        let scale = glyph.em / f64::from(fonts.units_per_em(glyph.face));
        // Writing into a string cannot fail.
        let _ = writeln!(
            svg,
            "<path transform=\"translate({:.3} {:.3}) rotate({}) scale({:.6} {:.6})\" d=\"{}\"/>",
            glyph.x + shift,
            glyph.y,
            u32::from(glyph.quarter_turns) * 90,
            scale * glyph.stretch,
            -scale,
            pen.0.trim_end()
        );
    }
    svg.push_str("</svg>\n");
    svg
}

#[derive(Default)]
struct SvgPen(String);

impl SvgPen {
    fn add(&mut self, verb: char, numbers: &[f32]) {
        self.0.push(verb);
        for number in numbers {
            let _ = write!(self.0, "{number} ");
        }
    }
}

impl OutlinePen for SvgPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[x, y]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add('Q', &[cx, cy, x, y]);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add('C', &[ax, ay, bx, by, x, y]);
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}
