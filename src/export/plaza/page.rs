//! The plan as one page for phones: it opens without a network, names no address, and runs nothing that people wrote. The
//! map is drawn as SVG; pictures of boards lie in the file.

use super::site::{Site, Spot};
use super::things::strip;
use crate::base::say::plaza_paper as words;
use crate::base::{Colour, Progress};
use crate::export::papers::{ink_of, small_picture};
use crate::export::{Boards, ExportError, Sources};
use crate::geom::Point;
use crate::model::{Board, BoardId, ElementKind, ThingKind, TwoName};
use crate::plaza::{along, facing_vector, footprint};
use crate::script::Script;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

const PAGE: &str = include_str!("page.html");
/// What all pictures of one page may take, as they stand in it.
const LARGEST: usize = 11_000_000;
/// Pixels along the longer side and JPEG quality, the best first.
const STEPS: [(u32, u8); 5] = [(760, 68), (600, 62), (480, 56), (360, 50), (240, 42)];
/// Boards by which a step is tried.
const TRIED: usize = 6;
/// Type of numbers on the map, in metres: three digits are as wide as the usual board.
const EM: f64 = 0.46;
/// Around the ground, in metres.
const MARGIN: f64 = 1.5;

pub type Pictures = BTreeMap<BoardId, Vec<u8>>;

/// Small pictures of all boards, together no larger than a page takes.
pub fn pictures(boards: &Boards<'_>, sources: &Sources, progress: &Progress) -> Result<Pictures, ExportError> {
    let ink = ink_of(sources);
    let draw = |some: &[Arc<Board>], (pixels, quality): (u32, u8)| {
        let one = |board: &Arc<Board>| {
            if progress.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            Ok((board.id, small_picture(boards, board, &ink, pixels, quality)))
        };
        some.par_iter().map(one).collect::<Result<Pictures, ExportError>>()
    };
    let taken = |pictures: &Pictures| {
        pictures
            .values()
            .map(|bytes| bytes.len().div_ceil(3) * 4)
            .sum::<usize>()
    };
    let every = boards.boards.len().div_ceil(TRIED).max(1);
    let some: Vec<Arc<Board>> = boards.boards.iter().step_by(every).cloned().collect();
    let share = boards.boards.len() as f64 / some.len().max(1) as f64;
    for (at, step) in STEPS.into_iter().enumerate() {
        let is_last = at + 1 == STEPS.len();
        if !is_last && taken(&draw(&some, step)?) as f64 * share > LARGEST as f64 * 0.95 {
            continue;
        }
        let all = draw(boards.boards, step)?;
        if is_last || taken(&all) <= LARGEST {
            return Ok(all);
        }
    }
    Ok(Pictures::new())
}

pub fn phone_page(site: &Site<'_>, pictures: &Pictures, sources: &Sources) -> String {
    let colour = |colour: Colour| {
        let [r, g, b] = sources.proof.srgb(colour);
        format!("#{r:02x}{g:02x}{b:02x}")
    };
    let first: usize = site.lang.of([0, 1, 0]);
    let bounds = site.bounds.grow(MARGIN);
    let view = [bounds.x, bounds.y, bounds.w, bounds.h].map(rounded);
    let boards: Vec<Value> = site
        .spots
        .iter()
        .map(|spot| board(site, spot, pictures, colour(site.colour(spot.board.committee))))
        .collect();
    let pair = |words: words::Words| json!([words[0], words[1]]);
    let name = both(&site.exhibition.show.title);
    let count = words::boards(site.spots.len());
    let place = both(&site.exhibition.show.place);
    let days = site.exhibition.show.days();
    let about = [0, 1].map(|at: usize| {
        let place = if place[at].is_empty() {
            &site.plaza.name
        } else {
            &place[at]
        };
        let told = [Some(place.as_str()), days.as_deref(), Some(count[at].as_str())];
        told.into_iter().flatten().collect::<Vec<_>>().join("　")
    });
    let data = json!({
        "name": name,
        "about": about,
        "first": first,
        "view": view,
        "words": {
            "search": pair(words::SEARCH),
            "none": pair(words::NO_MATCH),
            "close": pair(words::CLOSE),
            "map": pair(words::ON_MAP),
            "whole": pair(words::WHOLE_MAP),
        },
        "boards": boards,
    });
    let lang = ["zh-Hans", "zh-Hant"][first];
    let parts = [
        ("{lang}", lang.to_string()),
        ("{title}", escaped(&name[first])),
        ("{svg}", svg(site, &view, &colour)),
        ("{data}", harmless(&data.to_string())),
    ];
    filled(&parts)
}

/// Every mark of the page once, in its order; what is put in is not looked at again.
fn filled(parts: &[(&str, String)]) -> String {
    let mut page = String::new();
    let mut rest = PAGE;
    for (mark, text) in parts {
        if let Some((before, after)) = rest.split_once(mark) {
            page.push_str(before);
            page.push_str(text);
            rest = after;
        }
    }
    page.push_str(rest);
    page
}

/// Simplified and Traditional.
fn both(name: &TwoName) -> [String; 2] {
    let or = |one: &String, other: &String| if one.is_empty() { other.clone() } else { one.clone() };
    [or(&name.hans, &name.hant), or(&name.hant, &name.hans)]
}

fn titles(site: &Site<'_>, board: &Board) -> [String; 2] {
    let show = site.exhibition;
    let title = board.in_slot("title").and_then(|element| match &element.kind {
        ElementKind::Text(text) => Some(&text.text),
        _ => None,
    });
    [Script::Hans, Script::Hant].map(|script| {
        let said = title.map(|text| text.in_script(script, show.show.region, &show.words).to_plain());
        let said = said
            .map(|text| text.replace('\n', ""))
            .filter(|text| !text.trim().is_empty());
        said.unwrap_or_else(|| board.title())
    })
}

fn board(site: &Site<'_>, spot: &Spot<'_>, pictures: &Pictures, colour: String) -> Value {
    let board = spot.board;
    let unit = site.exhibition.committee(board.committee);
    let picture = pictures.get(&board.id);
    let picture = picture.map(|bytes| format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes)));
    json!({
        "number": format!("{:03}", spot.number),
        "code": board.code,
        "title": titles(site, board),
        "unit": unit.map(|unit| both(&unit.name)).unwrap_or_default(),
        "colour": colour,
        "size": format!("{:.0}×{:.0} cm", board.size.w / 10.0, board.size.h / 10.0),
        "square": site.square(spot.stand.at),
        "at": [rounded(spot.stand.at.x), rounded(spot.stand.at.y)],
        "picture": picture.unwrap_or_default(),
    })
}

/// Centimetres are enough on a phone.
fn rounded(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0
}

/// In text and in attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// JSON between script tags: nothing in it may look like a tag or end a line of script.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn svg(site: &Site<'_>, view: &[f64; 4], colour: &impl Fn(Colour) -> String) -> String {
    let mut svg = String::new();
    let [x, y, w, h] = view;
    let name = escaped(site.show_name());
    // Writing into a string does not fail.
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}" role="group" aria-label="{name}">"#
    );
    let _ = write!(
        svg,
        r##"<polygon points="{}" fill="#fff" stroke="#8a9199" stroke-width=".12"/>"##,
        points(&site.outline)
    );
    for thing in &site.things {
        svg.push_str(&thing_svg(thing));
    }
    for spot in &site.spots {
        board_svg(&mut svg, spot, &colour(site.colour(spot.board.committee)));
    }
    svg.push_str("</svg>");
    svg
}

fn points(ring: &[Point]) -> String {
    let each = ring.iter().map(|p| format!("{},{}", rounded(p.x), rounded(p.y)));
    each.collect::<Vec<_>>().join(" ")
}

fn thing_svg(thing: &crate::model::Thing) -> String {
    let (fill, stroke) = match thing.kind {
        ThingKind::Tree => ("#d3e8cf", "#7fae77"),
        ThingKind::FireLane => ("#fde3e0", "#d98c85"),
        ThingKind::Power => ("#ffd166", "#8a6d1f"),
        ThingKind::Building | ThingKind::Wall => ("#dfe2e6", "#8a9199"),
        ThingKind::Gate | ThingKind::Steps | ThingKind::Flagpole | ThingKind::KeepOut => ("#eef0f2", "#a2a9b1"),
    };
    let is_ring = thing.kind.is_area() && thing.points.len() >= 3;
    let width = thing.width.clamp(0.2, 500.0);
    let style = format!(r#"fill="{fill}" stroke="{stroke}" stroke-width=".08""#);
    match thing.points.as_slice() {
        [only] => format!(
            r#"<circle cx="{}" cy="{}" r="{}" {style}/>"#,
            rounded(only.x),
            rounded(only.y),
            rounded(width / 2.0)
        ),
        all if is_ring => format!(r#"<polygon points="{}" {style}/>"#, points(all)),
        all => format!(r#"<polygon points="{}" {style}/>"#, points(&strip(all, width))),
    }
}

/// The board, its number behind it, and a field large enough for a finger.
fn board_svg(svg: &mut String, spot: &Spot<'_>, colour: &str) {
    let (front, side) = (facing_vector(spot.stand.facing), along(spot.stand.facing));
    let half = spot.board.size.w / 2000.0;
    let at = spot.stand.at;
    let corner = |across: f64, out: f64| Point {
        x: at.x + side.x * across + front.x * out,
        y: at.y + side.y * across + front.y * out,
    };
    let bar = [
        corner(-half, -0.06),
        corner(half, -0.06),
        corner(half, 0.24),
        corner(-half, 0.24),
    ];
    let reach = half.max(0.5) + 0.15;
    let hit = [
        corner(-reach, -1.0),
        corner(reach, -1.0),
        corner(reach, 0.7),
        corner(-reach, 0.7),
    ];
    let text = corner(0.0, -0.16 - EM * 0.55);
    let number = format!("{:03}", spot.number);
    let _ = write!(
        svg,
        r##"<g class="b" data-n="{number}" tabindex="0" role="button"><polygon class="hit" points="{}"/><polygon class="bar" points="{}" fill="{colour}"/><polygon points="{}" fill="#1d2023"/><text x="{}" y="{}" font-size="{EM}" font-weight="600" text-anchor="middle" fill="#1d2023">{number}</text></g>"##,
        points(&hit),
        points(&bar),
        points(&footprint(spot.board, &spot.stand)),
        rounded(text.x),
        rounded(text.y + EM * 0.36),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_ends_neither_a_tag_nor_a_script() {
        let json = json!({ "title": "</script><script>alert(1)</script>&\u{2028}" }).to_string();
        let safe = harmless(&json);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']), "{safe}");
        assert_eq!(
            serde_json::from_str::<Value>(&safe).unwrap(),
            serde_json::from_str::<Value>(&json).unwrap()
        );
        assert_eq!(escaped("<b a=\"'&\u{7}"), "&lt;b a=&quot;&#39;&amp;");
    }

    #[test]
    fn every_mark_of_the_page_is_filled_once() {
        let marks = ["{lang}", "{title}", "{svg}", "{data}"];
        let parts: Vec<(&str, String)> = marks.iter().map(|mark| (*mark, "{data}".to_string())).collect();
        let page = filled(&parts);
        assert_eq!(page.matches("{data}").count(), 4);
        assert!(!page.contains("{svg}") && !page.contains("{title}") && !page.contains("{lang}"));
    }
}
