//! Where a PDF has every glyph and every photo, read back from its operators, beside where layout put them.

use super::sample::sample;
use super::x4;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use rayon::prelude::*;
use std::collections::BTreeMap;
use zhanban::geom::{Point, Transform, point};
use zhanban::layout::{GroupItem, ImageItem, Item, Paint, Placed};

/// Origins of glyphs and crop rectangles of photos in drawing order, in mm of the board.
#[derive(Default)]
struct Places {
    glyphs: Vec<Point>,
    crops: Vec<[f64; 4]>,
}

fn around(points: &[Point]) -> [f64; 4] {
    let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    [least(|p| p.x), least(|p| p.y), most(|p| p.x), most(|p| p.y)]
}

impl Places {
    fn laid(items: &[Placed]) -> Places {
        let mut places = Places::default();
        places.add_items(items, &Transform::IDENTITY);
        places
    }

    fn add_items(&mut self, items: &[Placed], outer: &Transform) {
        for placed in items {
            let at = placed.at.then(outer);
            match &placed.item {
                Item::Glyphs(run) => {
                    if !matches!(&run.paint, Paint::Flat(ink) if ink.alpha <= 0.0) {
                        let origins = run.glyphs.iter().map(|glyph| at.apply(point(glyph.x, glyph.y)));
                        self.glyphs.extend(origins);
                    }
                }
                Item::Image(ImageItem { clip, .. }) => {
                    let corners = [point(clip.x, clip.y), point(clip.right(), clip.bottom())];
                    self.crops.push(around(&corners.map(|corner| at.apply(corner))));
                }
                Item::Group(GroupItem { items, opacity, .. }) if *opacity > 0.0 => self.add_items(items, &at),
                Item::Group(_) | Item::Path(_) | Item::Shadow(_) => {}
            }
        }
    }

    fn printed(document: &Document) -> Places {
        let id = document.get_pages()[&1];
        let page = document.get_dictionary(id).unwrap();
        let trim = x4::as_box(page.get(b"TrimBox").unwrap()).unwrap();
        let mm = 25.4 / 72.0;
        let to_board = Transform {
            a: mm,
            b: 0.0,
            c: 0.0,
            d: -mm,
            e: -trim[0] * mm,
            f: trim[3] * mm,
        };
        let mut reader = Reader {
            document,
            to_board,
            places: Places::default(),
        };
        let content = document.get_page_content(id);
        reader.read(&content, page.get(b"Resources").unwrap().as_dict().unwrap());
        reader.places
    }
}

struct Reader<'d> {
    document: &'d Document,
    to_board: Transform,
    places: Places,
}

impl<'d> Reader<'d> {
    fn named(&self, resources: &'d Dictionary, kind: &[u8], name: &Object) -> &'d Object {
        let names = self.document.dereference(resources.get(kind).unwrap()).unwrap().1;
        let object = names.as_dict().unwrap().get(name.as_name().unwrap()).unwrap();
        self.document.dereference(object).unwrap().1
    }

    fn widths(&self, font: &'d Dictionary) -> BTreeMap<u16, f64> {
        let parts = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
        let cid_font = self.document.dereference(&parts[0]).unwrap().1.as_dict().unwrap();
        let table = cid_font.get(b"W").unwrap().as_array().unwrap();
        let mut widths = BTreeMap::new();
        for pair in table.chunks(2) {
            let first = pair[0].as_i64().unwrap() as u16;
            let own = pair[1].as_array().unwrap().iter().map(x4::real);
            widths.extend(own.enumerate().map(|(step, width)| (first + step as u16, width)));
        }
        widths
    }

    /// Text and clips are in the page's own units; only photos and bent lines have matrices, inside `q` and `Q`.
    fn read(&mut self, content: &[u8], resources: &'d Dictionary) {
        let (mut widths, mut size) = (BTreeMap::new(), 0.0);
        let (mut line, mut pen) = (Transform::IDENTITY, 0.0);
        let (mut path, mut clip) = (Vec::new(), [0.0; 4]);
        for operation in Content::decode(content).unwrap().operations {
            let of = |at: usize| x4::real(&operation.operands[at]);
            match operation.operator.as_str() {
                "Tf" => {
                    let font = self.named(resources, b"Font", &operation.operands[0]);
                    widths = self.widths(font.as_dict().unwrap());
                    size = of(1);
                }
                "Tm" => {
                    (line, pen) = (
                        Transform {
                            a: of(0),
                            b: of(1),
                            c: of(2),
                            d: of(3),
                            e: of(4),
                            f: of(5),
                        },
                        0.0,
                    );
                }
                "TJ" => {
                    for part in operation.operands[0].as_array().unwrap() {
                        let Ok(codes) = part.as_str() else {
                            pen -= x4::real(part) / 1000.0 * size;
                            continue;
                        };
                        for code in codes.chunks(2) {
                            let origin = self.to_board.apply(line.apply(point(pen, 0.0)));
                            self.places.glyphs.push(origin);
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            pen += widths.get(&code).copied().unwrap_or(1000.0) / 1000.0 * size;
                        }
                    }
                }
                "m" | "l" => path.push(self.to_board.apply(point(of(0), of(1)))),
                "W" => clip = around(&path),
                "n" | "f" | "S" => path.clear(),
                "Do" => {
                    let object = self.named(resources, b"XObject", &operation.operands[0]);
                    let stream = object.as_stream().unwrap();
                    if stream.dict.get(b"Subtype").unwrap().as_name().unwrap() == b"Image" {
                        self.places.crops.push(clip);
                    } else {
                        let own = stream.dict.get(b"Resources").unwrap().as_dict().unwrap();
                        self.read(&x4::bytes_of(stream), own);
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_glyph_and_every_crop_stands_where_layout_put_it() {
    let sample = sample();
    let faults: Vec<String> = sample
        .boards
        .par_iter()
        .flat_map(|(code, frame, file)| {
            let (laid, printed) = (
                Places::laid(&frame.items),
                Places::printed(&Document::load(file).unwrap()),
            );
            let mut faults = Vec::new();
            // The slug line comes after all of the board.
            if printed.glyphs.len() < laid.glyphs.len() || printed.crops.len() != laid.crops.len() {
                let counts = [&printed, &laid].map(|places| (places.glyphs.len(), places.crops.len()));
                faults.push(format!("{code}: {counts:?} glyphs and photos"));
            }
            for (is, wanted) in printed.glyphs.iter().zip(&laid.glyphs) {
                if (is.x - wanted.x).hypot(is.y - wanted.y) > 0.01 {
                    faults.push(format!("{code}: a glyph at {is:?} for {wanted:?}"));
                }
            }
            for (is, wanted) in printed.crops.iter().zip(&laid.crops) {
                if is.iter().zip(wanted).any(|(is, wanted)| (is - wanted).abs() > 0.01) {
                    faults.push(format!("{code}: a photo in {is:?} for {wanted:?}"));
                }
            }
            faults.truncate(3);
            faults
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let glyphs: usize = sample
        .boards
        .iter()
        .map(|(_, frame, _)| Places::laid(&frame.items).glyphs.len())
        .sum();
    assert!(glyphs > 50_000, "{glyphs} glyphs");
}
