//! Frames made by hand: what a PDF must not lose, and what may go wrong while it is written.

use super::{outside, x4};
use lopdf::{Document, Object};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zhanban::base::{Align, Colour, PhotoFacts, Progress, Severity};
use zhanban::export::{ExportError, Page, Press, Sources, Written, file_name, write_pdf};
use zhanban::geom::{Rect, Transform, point, rect, size};
use zhanban::layout::{
    Frame, GlyphRun, GroupItem, ImageItem, Ink, Item, Paint, Path as Shape, PathItem, Placed, Stroke,
};
use zhanban::media::Library;
use zhanban::script::Region;
use zhanban::store::Home;
use zhanban::text::{BoxIn, Breaking, FontSlot, Look, ParaIn, Prohibition, Weight, lay};

pub struct Bench {
    pub dir: tempfile::TempDir,
    pub home: Home,
    pub library: Library,
    pub photos: BTreeMap<zhanban::base::Digest, Arc<PhotoFacts>>,
}

impl Bench {
    pub fn new() -> Bench {
        let dir = tempfile::tempdir().unwrap();
        let library = Library::open(&dir.path().join("media"));
        Bench {
            home: Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap(),
            library,
            dir,
            photos: BTreeMap::new(),
        }
    }

    pub fn photo(&mut self, name: &str, bytes: &[u8]) -> Arc<PhotoFacts> {
        let facts = Arc::new(self.library.add_bytes(name, bytes).unwrap());
        self.photos.insert(facts.digest, facts.clone());
        facts
    }

    pub fn sources(&self) -> Sources {
        Sources {
            fonts: self.home.fonts.clone(),
            library: self.library.clone(),
            photos: Arc::new(self.photos.clone()),
            proof: self.home.proof.clone(),
        }
    }

    pub fn press(&self) -> Press {
        let mut press = Press::plain(self.home.profile.clone());
        (press.shop.bleed, press.shop.slug, press.shop.has_crop_marks) = (3.0, 10.0, true);
        press
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, pages: &[Page], to: &Path) -> Result<Written, ExportError> {
        write_pdf(pages, "試印", &self.press(), &self.sources(), to, &Progress::default())
    }

    /// A one-page file that holds all rules.
    pub fn good(&self, items: Vec<Placed>) -> (PathBuf, Document) {
        let to = self.path("one.pdf");
        let written = self.write(&[page("1", items)], &to).unwrap();
        let bytes = std::fs::read(&to).unwrap();
        assert_eq!(written.bytes, bytes.len() as u64);
        assert_eq!(x4::faults(&bytes), Vec::<String>::new());
        let document = Document::load_mem(&bytes).unwrap();
        (to, document)
    }

    pub fn words(&self, text: &str, vertical: bool, at: Rect) -> Vec<Placed> {
        let look = Look {
            slot: FontSlot::Song,
            weight: Weight(500),
            em: 20.0,
            tag: 0,
        };
        let laid = lay(
            &BoxIn {
                size: size(at.w, at.h),
                vertical,
                region: Region::Mainland,
                paras: vec![ParaIn {
                    text: text.into(),
                    look,
                    spans: Vec::new(),
                    line: 30.0,
                    align: Align::Start,
                    indent: 0.0,
                    han_latin_gap: true,
                    level: Prohibition::Gb,
                    breaking: Breaking::Best,
                    ..ParaIn::default()
                }],
                para_gap: 0.0,
                columns: 1,
                column_gap: 0.0,
                block_align: 0.0,
            },
            &self.home.fonts,
        );
        let runs = laid.glyphs.chunk_by(|a, b| a.face == b.face);
        runs.map(|run| Placed {
            at: Transform::shift(at.x, at.y),
            item: Item::Glyphs(GlyphRun::of(run, black(), text).unwrap()),
            source: None,
        })
        .collect()
    }
}

pub fn page(number: &str, items: Vec<Placed>) -> Page {
    Page {
        frame: Arc::new(Frame {
            size: size(300.0, 200.0),
            items,
        }),
        number: number.into(),
        title: "石橋還在".into(),
        code: format!("QH{number}"),
        committee: "柳溪鎮".into(),
        ..Page::default()
    }
}

pub fn black() -> Paint {
    Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, 100.0]))
}

pub fn placed(item: Item) -> Placed {
    Placed {
        at: Transform::IDENTITY,
        item,
        source: None,
    }
}

pub fn filled(area: Rect, paint: Paint) -> Placed {
    placed(Item::Path(PathItem {
        path: Shape::rect(area),
        fill: Some(paint),
        stroke: None,
    }))
}

pub fn image(facts: &PhotoFacts, place: Rect) -> Placed {
    placed(Item::Image(ImageItem {
        photo: facts.digest,
        turn: facts.turn,
        stored_px: facts.stored_px,
        place,
        clip: place,
        grey: false,
        recipe: None,
    }))
}

pub fn ink(colour: Colour, alpha: f64) -> Ink {
    Ink { colour, alpha }
}

/// A small JPEG with a gradient.
pub fn jpeg() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(120, 80, |x, y| image::Rgb([x as u8 * 2, y as u8 * 3, 90]));
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 92)
        .encode_image(&picture)
        .unwrap();
    bytes
}

pub fn png(colour: image::ColorType) -> Vec<u8> {
    let picture = image::DynamicImage::ImageRgba8(image::RgbaImage::from_fn(33, 21, |x, y| {
        image::Rgba([x as u8 * 7, y as u8 * 11, (x * y) as u8, if x > 16 { 90 } else { 255 }])
    }));
    let picture = match colour {
        image::ColorType::L8 => image::DynamicImage::ImageLuma8(picture.to_luma8()),
        image::ColorType::Rgb8 => image::DynamicImage::ImageRgb8(picture.to_rgb8()),
        _ => picture,
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn text_comes_back_where_one_glyph_stands_for_two_characters() {
    let bench = Bench::new();
    let text = "人\u{2F08}人，一——二……《水》A1 2024年，㈱ 后後發髮";
    let (file, _) = bench.good(bench.words(text, false, rect(10.0, 10.0, 280.0, 150.0)));
    let Some(read) = outside("pdftotext", &["-raw"], &file) else {
        return;
    };
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert!(squeezed(&read).contains(&squeezed(text)), "{read}");
}

#[test]
fn vertical_text_comes_back_as_plain_characters() {
    let bench = Bench::new();
    let text = "（他說）：「石橋還在」，第12座。";
    let (file, _) = bench.good(bench.words(text, true, rect(10.0, 10.0, 280.0, 170.0)));
    let Some(read) = outside("pdftotext", &["-raw"], &file) else {
        return;
    };
    for c in text.chars() {
        assert!(read.contains(c), "{c} is not in {read}");
    }
}

/// Every image of the file: dictionary and data.
fn images(document: &Document) -> Vec<&lopdf::Stream> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    streams
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
        .collect()
}

#[test]
fn a_jpeg_goes_in_as_it_is_without_its_secrets() {
    let mut bench = Bench::new();
    let plain = jpeg();
    let mut telling = plain[..2].to_vec();
    telling.extend(b"\xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    telling.extend(b"\xFF\xFE\x00\x0Cby somebody"[..].iter().take(14));
    telling.extend(&plain[2..]);
    telling.extend(b"trailing bytes of a phone");
    let facts = bench.photo("桥.jpg", &telling);
    assert_eq!(facts.turn.exif(), 6);
    let (_, document) = bench.good(vec![image(&facts, rect(20.0, 20.0, 80.0, 120.0))]);
    let [stored] = images(&document)[..] else {
        panic!("one photo")
    };
    assert_eq!(stored.content, plain);
}

#[test]
fn one_photo_twice_is_stored_once_and_grey_keeps_its_bytes() {
    let mut bench = Bench::new();
    let facts = bench.photo("桥.jpg", &jpeg());
    let mut grey = image(&facts, rect(150.0, 20.0, 60.0, 40.0));
    if let Item::Image(image) = &mut grey.item {
        image.grey = true;
    }
    let twice = vec![
        image(&facts, rect(10.0, 20.0, 60.0, 40.0)),
        image(&facts, rect(80.0, 20.0, 60.0, 40.0)),
        grey,
    ];
    let (_, document) = bench.good(twice);
    let stored = images(&document);
    assert_eq!(stored.len(), 2);
    assert!(stored.iter().all(|stored| stored.content == jpeg()));
    assert_ne!(
        stored[0].dict.get(b"ColorSpace").unwrap(),
        stored[1].dict.get(b"ColorSpace").unwrap()
    );
}

#[test]
fn png_rows_go_in_as_they_are_and_what_is_clear_becomes_a_mask() {
    for (colour, is_kept) in [
        (image::ColorType::L8, true),
        (image::ColorType::Rgb8, true),
        (image::ColorType::Rgba8, false),
    ] {
        let mut bench = Bench::new();
        let bytes = png(colour);
        let facts = bench.photo("图.png", &bytes);
        let (_, document) = bench.good(vec![image(&facts, rect(20.0, 20.0, 66.0, 42.0))]);
        let stored = images(&document);
        let has_rows = stored.iter().any(|stored| {
            bytes
                .windows(stored.content.len())
                .any(|window| window == stored.content)
        });
        assert_eq!(has_rows, is_kept, "{colour:?}");
        assert_eq!(stored.len(), if is_kept { 1 } else { 2 }, "{colour:?}");
        let picture = image::load_from_memory(&bytes).unwrap();
        let colours: Vec<u8> = match colour {
            image::ColorType::L8 => picture.to_luma8().into_raw(),
            _ => picture.to_rgb8().into_raw(),
        };
        let decoded: Vec<Vec<u8>> = stored.iter().map(|stored| x4::bytes_of(stored)).collect();
        assert!(decoded.contains(&colours), "{colour:?}");
        if !is_kept {
            let mask: Vec<u8> = picture.to_rgba8().pixels().map(|pixel| pixel[3]).collect();
            assert!(decoded.contains(&mask));
        }
    }
}

#[test]
fn inks_gradients_clips_and_fading_groups_hold_the_rules() {
    let bench = Bench::new();
    let red = Colour::Cmyk([10.0, 100.0, 90.0, 0.0]);
    let linear = |from: Ink, to: Ink| Paint::Linear {
        from: point(0.0, 0.0),
        to: point(100.0, 0.0),
        stops: vec![(0.0, from), (0.5, from), (0.5, to), (1.0, to)],
    };
    let clear = ink(red, 0.0);
    let items = vec![
        filled(
            rect(0.0, 0.0, 100.0, 50.0),
            linear(ink(red, 1.0), ink(Colour::Srgb([10, 20, 30]), 1.0)),
        ),
        filled(rect(0.0, 50.0, 100.0, 50.0), linear(ink(red, 1.0), clear)),
        filled(
            rect(100.0, 0.0, 50.0, 50.0),
            Paint::Radial {
                centre: point(125.0, 25.0),
                radius: 25.0,
                stops: vec![
                    (0.2, ink(Colour::Srgb([250, 240, 10]), 0.5)),
                    (0.9, ink(Colour::Srgb([9, 9, 200]), 0.5)),
                ],
            },
        ),
        placed(Item::Group(GroupItem {
            clip: Some(Shape::rect(rect(150.0, 0.0, 40.0, 40.0))),
            opacity: 0.4,
            items: [
                bench.words("展板", false, rect(150.0, 5.0, 100.0, 60.0)),
                vec![filled(rect(160.0, 0.0, 200.0, 20.0), Paint::flat(red))],
            ]
            .concat(),
        })),
        placed(Item::Path(PathItem {
            path: Shape::rect(rect(200.0, 100.0, 60.0, 40.0)),
            fill: None,
            stroke: Some(Stroke {
                paint: linear(ink(red, 1.0), ink(red, 0.3)),
                width: 2.0,
                round: true,
                dash: vec![4.0, 2.0],
            }),
        })),
    ];
    bench.good(items);
}

#[test]
fn each_broken_rule_is_caught() {
    let mut bench = Bench::new();
    let facts = bench.photo("桥.jpg", &jpeg());
    let items = [
        bench.words("石橋", false, rect(10.0, 10.0, 200.0, 60.0)),
        vec![
            image(&facts, rect(20.0, 80.0, 60.0, 40.0)),
            filled(rect(0.0, 0.0, 5.0, 5.0), Paint::Flat(ink(Colour::Srgb([1, 2, 3]), 0.5))),
        ],
    ]
    .concat();
    let (_, good) = bench.good(items);
    let breaks: &[x4::Break] = &[
        ("trailer: no ID", |d| drop(d.trailer.remove(b"ID"))),
        ("info: Trapped is no name", |d| {
            info(d).set("Trapped", Object::Boolean(false))
        }),
        ("info: no Title", |d| drop(info(d).remove(b"Title"))),
        ("CreateDate is not", |d| {
            info(d).set("CreationDate", Object::string_literal("D:20200101000000Z"))
        }),
        ("xmp: title", |d| info(d).set("Title", Object::string_literal("other"))),
        ("xmp: filtered", |d| {
            stream(d, b"Metadata").dict.set("Filter", "FlateDecode")
        }),
        ("xmp: no PDF/X-4", |d| {
            let xmp = stream(d, b"Metadata");
            xmp.content = String::from_utf8_lossy(&xmp.content)
                .replace("PDF/X-4", "PDF/X-3")
                .into_bytes();
        }),
        ("output intent: 0", |d| drop(catalog(d).remove(b"OutputIntents"))),
        ("catalog: OpenAction", |d| catalog(d).set("OpenAction", Object::Null)),
        ("a box is missing", |d| drop(first_page(d).remove(b"TrimBox"))),
        ("boxes are not nested", |d| {
            first_page(d).set(
                "TrimBox",
                Object::Array([0, 0, 9000, 9000].map(Object::Integer).to_vec()),
            )
        }),
        ("annotations", |d| first_page(d).set("Annots", Object::Array(vec![]))),
        ("no CMYK page group", |d| drop(first_page(d).remove(b"Group"))),
        ("no Font", |d| {
            drop(
                first_page(d)
                    .get_mut(b"Resources")
                    .unwrap()
                    .as_dict_mut()
                    .unwrap()
                    .remove(b"Font"),
            )
        }),
        ("no ToUnicode", |d| drop(of_type(d, b"Type0").remove(b"ToUnicode"))),
        ("no FontFile3", |d| drop(descriptor(d).remove(b"FontFile3"))),
        ("no subset tag", |d| descriptor(d).set("FontName", "NotoSerifCJKsc")),
        ("ca out of range", |d| {
            of_type(d, b"ExtGState").set("ca", Object::Real(1.5))
        }),
        ("blend mode", |d| of_type(d, b"ExtGState").set("BM", "Screen")),
        (": TR", |d| of_type(d, b"ExtGState").set("TR", "Identity")),
        (": DeviceRGB", |d| picture(d).dict.set("ColorSpace", "DeviceRGB")),
        ("the JPEG is not", |d| picture(d).dict.set("Width", 99)),
        ("Exif", |d| {
            let at = picture(d);
            at.content.splice(2..2, *b"\xFF\xE1\x00\x08Exif\0\0");
        }),
        ("page 1: DeviceRGB", |d| content(d, "1 0 0 rg")),
        ("page 1: CMYK out of range", |d| content(d, "1 2 0 0 k")),
        ("page 1: q and Q", |d| content(d, "q")),
        ("page 1: no XObject", |d| content(d, "/Nobody Do")),
        ("text outside BT", |d| content(d, "<0001> Tj")),
    ];
    x4::each_is_caught(&good, breaks);
}

fn info(document: &mut Document) -> &mut lopdf::Dictionary {
    let id = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    document.get_object_mut(id).unwrap().as_dict_mut().unwrap()
}

fn catalog(document: &mut Document) -> &mut lopdf::Dictionary {
    document.catalog_mut().unwrap()
}

fn stream<'d>(document: &'d mut Document, key: &[u8]) -> &'d mut lopdf::Stream {
    let id = document.catalog().unwrap().get(key).unwrap().as_reference().unwrap();
    document.get_object_mut(id).unwrap().as_stream_mut().unwrap()
}

fn first_page(document: &mut Document) -> &mut lopdf::Dictionary {
    let id = document.get_pages()[&1];
    document.get_object_mut(id).unwrap().as_dict_mut().unwrap()
}

/// The first object whose type or subtype is this.
fn of_type<'d>(document: &'d mut Document, kind: &[u8]) -> &'d mut lopdf::Dictionary {
    let mut dictionaries = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok());
    dictionaries
        .find(|d| {
            [&b"Type"[..], b"Subtype"]
                .iter()
                .any(|key| d.get(key).and_then(Object::as_name).ok() == Some(kind))
        })
        .unwrap()
}

fn descriptor(document: &mut Document) -> &mut lopdf::Dictionary {
    of_type(document, b"FontDescriptor")
}

fn picture(document: &mut Document) -> &mut lopdf::Stream {
    let mut streams = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_stream_mut().ok());
    streams
        .find(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
        .unwrap()
}

/// Adds operators to the first page.
fn content(document: &mut Document, operators: &str) {
    let id = document.get_pages()[&1];
    let id = document
        .get_dictionary(id)
        .unwrap()
        .get(b"Contents")
        .unwrap()
        .as_reference()
        .unwrap();
    let contents = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let mut bytes = x4::bytes_of(contents);
    bytes.extend(format!("\n{operators}\n").as_bytes());
    contents.set_plain_content(bytes);
}

#[test]
fn a_photo_that_vanished_is_hatched_and_named_and_the_rest_is_there() {
    let mut bench = Bench::new();
    let (gone, there) = (
        bench.photo("没了.jpg", &jpeg()),
        bench.photo("在.png", &png(image::ColorType::Rgb8)),
    );
    std::fs::remove_file(bench.library.path(&gone)).unwrap();
    let to = bench.path("a.pdf");
    let places = vec![
        image(&gone, rect(20.0, 20.0, 60.0, 40.0)),
        image(&there, rect(100.0, 20.0, 60.0, 40.0)),
    ];
    let written = bench.write(&[page("7", places)], &to).unwrap();
    let bytes = std::fs::read(&to).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    assert_eq!(images(&Document::load_mem(&bytes).unwrap()).len(), 1);
    let [finding] = &written.findings[..] else {
        panic!("{:?}", written.findings)
    };
    assert_eq!((finding.severity, finding.rule), (Severity::Error, "photo-not-in-pdf"));
    assert_eq!(finding.place.board.as_deref(), Some("QH7"));
    assert!(finding.text(zhanban::base::Lang::Hans).contains("没了.jpg"));
}

#[test]
fn a_cut_photo_goes_in_as_whole_pixels() {
    let mut bench = Bench::new();
    let whole = jpeg();
    let facts = bench.photo("半.jpg", &whole[..whole.len() * 2 / 3]);
    let (_, document) = bench.good(vec![image(&facts, rect(20.0, 20.0, 60.0, 40.0))]);
    let [stored] = images(&document)[..] else {
        panic!("one photo")
    };
    assert_eq!(x4::bytes_of(stored).len(), 120 * 80 * 3);
}

#[test]
fn a_cancelled_export_leaves_what_was_there() {
    let bench = Bench::new();
    let to = bench.path("a.pdf");
    std::fs::write(&to, "before").unwrap();
    let progress = Progress::default();
    progress.cancel();
    let pages = [page("1", Vec::new()), page("2", Vec::new())];
    let written = write_pdf(&pages, "x", &bench.press(), &bench.sources(), &to, &progress);
    assert!(matches!(written, Err(ExportError::Cancelled)));
    assert_eq!(std::fs::read(&to).unwrap(), b"before");
    let left: Vec<_> = std::fs::read_dir(bench.dir.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(left, ["a.pdf"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let bench = Bench::new();
    for to in [bench.path("nowhere/a.pdf"), {
        std::fs::create_dir(bench.path("folder.pdf")).unwrap();
        std::fs::write(bench.path("folder.pdf/x"), "x").unwrap();
        bench.path("folder.pdf")
    }] {
        let Err(ExportError::Write { file, .. }) = bench.write(&[page("1", Vec::new())], &to) else {
            panic!("{} was written", to.display())
        };
        assert_eq!(file, to);
    }
    let parts = std::fs::read_dir(bench.dir.path()).unwrap().filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".part")
    });
    assert_eq!(parts.count(), 0);
}

#[test]
fn file_names_are_good_on_every_system() {
    let bench = Bench::new();
    let named = |number: &str, code: &str, title: &str| {
        let mut page = page(number, Vec::new());
        (page.code, page.title) = (code.into(), title.into());
        file_name(&page, &bench.press(), "pdf")
    };
    assert_eq!(
        named("017", "QH017", "石橋還在溪聲依舊"),
        "017_QH017_石橋還在溪聲依舊.pdf"
    );
    assert_eq!(named("", "A/1", " 水:土*青?禾\n\"<>| "), "A1_水土青禾.pdf");
    assert_eq!(named("", "..", "…\u{202E}"), "….pdf");
    assert_eq!(named("", "", ""), "board.pdf");
    let long = named("001", "QH001", &"展".repeat(90));
    assert!(long.len() <= 120 && long.ends_with("展.pdf"), "{long}");
}

#[test]
fn a_sheet_of_more_than_five_metres_has_a_larger_unit() {
    let bench = Bench::new();
    let mut page = page("1", vec![filled(rect(-10.0, -10.0, 8020.0, 1220.0), black())]);
    page.frame = Arc::new(Frame {
        size: size(8000.0, 1200.0),
        items: page.frame.items.clone(),
    });
    let to = bench.path("long.pdf");
    bench.write(&[page], &to).unwrap();
    let bytes = std::fs::read(&to).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    let document = Document::load_mem(&bytes).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let unit = x4::real(page.get(b"UserUnit").unwrap());
    let trim = x4::as_box(page.get(b"TrimBox").unwrap()).unwrap();
    assert!(((trim[2] - trim[0]) * unit * 25.4 / 72.0 - 8000.0).abs() < 0.01);
    assert!(x4::as_box(page.get(b"MediaBox").unwrap()).unwrap()[2] <= 14_400.0);
}
