//! What print shops ask for, in the files they get.

use super::hand::{Bench, black, filled, image as photo, ink, page};
use super::{called, x4};
use lopdf::content::Content;
use lopdf::{Document, Object};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use zhanban::base::{Colour, Progress};
use zhanban::check::usual_shop;
use zhanban::export::{Page, Press, file_names, tiles, write_board};
use zhanban::geom::{rect, size};
use zhanban::layout::{Frame, Item, Paint, Placed};
use zhanban::model::{Eyelets, Finishing, Output, Shop};

fn press(bench: &Bench, shop: &Shop) -> Press {
    Press::of(shop, bench.home.profile.clone())
}

fn write(bench: &Bench, shop: &Shop, page: Page) -> PathBuf {
    let press = press(bench, shop);
    let to = bench.path(&format!("shop.{}", press.extension()));
    write_board(page, &press, &bench.sources(), &to, &Progress::default()).unwrap();
    to
}

fn good(file: &Path) -> Document {
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    Document::load_mem(&bytes).unwrap()
}

/// Operators of the first page with their numbers.
fn operators(document: &Document) -> Vec<(String, Vec<f64>)> {
    let id = document.get_pages()[&1];
    let content = Content::decode(&document.get_page_content(id)).unwrap();
    let operators = content.operations.into_iter();
    operators
        .map(|op| (op.operator, op.operands.iter().map(x4::real).collect()))
        .collect()
}

/// Percent of C, M, Y, K of every fill.
fn fills(document: &Document) -> Vec<[i64; 4]> {
    let inks = operators(document).into_iter().filter(|(op, _)| op == "k");
    inks.map(|(_, inks)| std::array::from_fn(|i| (inks[i] * 100.0).round() as i64))
        .collect()
}

fn board(bench: &Bench) -> Vec<Placed> {
    let mut items = vec![filled(rect(-10.0, -10.0, 320.0, 220.0), black())];
    items.extend(bench.words("石橋還在", false, rect(40.0, 40.0, 200.0, 60.0)));
    items
}

#[test]
fn shops_that_come_with_the_program_are_sound_and_their_boxes_exact() {
    let bench = Bench::new();
    assert!(bench.home.shop_findings.is_empty(), "{:?}", bench.home.shop_findings);
    let kinds: Vec<&str> = bench
        .home
        .shops
        .iter()
        .map(|profile| profile.shop.kind.as_str())
        .collect();
    assert_eq!(
        kinds,
        ["offset", "photo-print", "outdoor-inkjet", "uv-flatbed", "roll-up"]
    );
    assert_eq!(bench.home.shops[0].shop, usual_shop());
    for profile in bench.home.shops.iter() {
        let shop = &profile.shop;
        assert_eq!(shop.faults(), [], "{}", shop.kind);
        for scale in [1, 10] {
            let shop = Shop { scale, ..shop.clone() };
            let document = good(&write(&bench, &shop, page("1", board(&bench))));
            let of = |key: &[u8]| {
                let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
                let to_mm = 25.4 / 72.0 * f64::from(scale);
                x4::as_box(page.get(key).unwrap()).unwrap().map(|side| side * to_mm)
            };
            let (media, bleed, trim) = (of(b"MediaBox"), of(b"BleedBox"), of(b"TrimBox"));
            let (edge, slug) = (shop.white_edge, shop.slug * f64::from(scale));
            let near = |is: f64, wanted: f64| {
                assert!((is - wanted).abs() < 0.02, "{} 1:{scale}: {is} for {wanted}", shop.kind);
            };
            near(trim[2] - trim[0], 300.0 + 2.0 * edge);
            near(trim[3] - trim[1], 200.0 + 2.0 * edge);
            near(trim[0] - bleed[0], shop.bleed);
            near(media[3] - bleed[3], slug);
        }
    }
}

#[test]
fn nothing_is_printed_on_the_white_edge() {
    let bench = Bench::new();
    let shop = Shop {
        white_edge: 100.0,
        bleed: 0.0,
        slug: 0.0,
        has_crop_marks: false,
        output: Output::Jpeg,
        output_dpi: 25.4,
        ..Shop::default()
    };
    let picture = image::open(write(&bench, &shop, page("1", board(&bench))))
        .unwrap()
        .into_rgb8();
    assert_eq!(picture.dimensions(), (500, 400));
    let dark = |x, y| picture.get_pixel(x, y).0.iter().all(|part| *part < 90);
    let white = |x, y| picture.get_pixel(x, y).0.iter().all(|part| *part > 250);
    for at in [50, 85] {
        assert!(white(at, 200) && white(250, at) && white(499 - at, 200), "{at}");
    }
    for (x, y) in [(110, 110), (390, 290), (250, 280)] {
        assert!(dark(x, y), "{x} {y}: {:?}", picture.get_pixel(x, y));
    }
}

#[test]
fn a_flat_tiff_has_the_inks_the_size_and_the_profile() {
    let bench = Bench::new();
    let red = Paint::flat(Colour::Srgb([200, 30, 30]));
    let shop = Shop {
        output: Output::Tiff,
        output_dpi: 25.4,
        scale: 10,
        ..Shop::default()
    };
    let file = write(
        &bench,
        &shop,
        page("1", vec![filled(rect(0.0, 0.0, 150.0, 220.0), red)]),
    );
    let bytes = std::fs::read(&file).unwrap();
    let mut decoder = tiff_of(&bytes);
    assert_eq!(decoder.take(256), [306]);
    assert_eq!(decoder.take(257), [206]);
    assert_eq!(decoder.take(262), [5]);
    assert_eq!(decoder.take(282), [254 * 100, 100]);
    assert_eq!(decoder.bytes(34675), &*bench.home.profile);
    let offset = decoder.take(273)[0] as usize;
    let length = decoder.take(279)[0] as usize;
    let mut rows = Vec::new();
    let strip = &bytes[offset..offset + length];
    std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(strip), &mut rows).unwrap();
    assert_eq!(rows.len(), 306 * 206 * 4);
    let at = |x: usize, y: usize| &rows[(y * 306 + x) * 4..][..4];
    assert_eq!(at(250, 100), [0; 4], "paper has no ink");
    let most = rows
        .as_chunks::<4>()
        .0
        .iter()
        .map(|inks| inks.iter().map(|ink| u32::from(*ink)).sum::<u32>());
    assert!(most.max().unwrap() <= 255 * 3 + 4, "more ink than the shop takes");
    let wanted = bench.home.proof.cmyk([200, 30, 30]).map(|ink| ink * 2.55);
    for (is, wanted) in at(60, 100).iter().zip(wanted) {
        assert!(
            (f64::from(*is) - wanted).abs() < 6.0,
            "{:?} for {wanted:?}",
            at(60, 100)
        );
    }
}

/// The first table of a little-endian TIFF.
struct Tiff<'b>(&'b [u8]);

fn tiff_of(bytes: &[u8]) -> Tiff<'_> {
    assert_eq!(&bytes[..4], b"II*\0");
    Tiff(bytes)
}

impl Tiff<'_> {
    fn number(&self, at: usize, size: usize) -> u32 {
        let bytes = &self.0[at..at + size];
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u32::from(*byte))
    }

    fn entry(&self, tag: u32) -> (u32, usize, usize) {
        let table = self.number(4, 4) as usize;
        let count = self.number(table, 2) as usize;
        let mut entries = (0..count).map(|index| table + 2 + index * 12);
        let entry = entries.find(|at| self.number(*at, 2) == tag).unwrap();
        let (kind, count) = (self.number(entry + 2, 2), self.number(entry + 4, 4) as usize);
        let size = [0, 1, 1, 2, 4, 8, 1, 1][kind as usize] * count;
        let at = if size <= 4 {
            entry + 8
        } else {
            self.number(entry + 8, 4) as usize
        };
        (kind, at, count)
    }

    fn take(&mut self, tag: u32) -> Vec<u32> {
        let (kind, at, count) = self.entry(tag);
        let (size, count) = match kind {
            3 => (2, count),
            5 => (4, count * 2),
            _ => (4, count),
        };
        (0..count).map(|index| self.number(at + index * size, size)).collect()
    }

    fn bytes(&self, tag: u32) -> &[u8] {
        let (_, at, count) = self.entry(tag);
        &self.0[at..at + count]
    }
}

#[test]
fn black_is_rich_where_it_is_large_and_plain_where_letters_are_small() {
    let bench = Bench::new();
    let rich = Colour::Cmyk([60.0, 40.0, 40.0, 100.0]);
    let coloured = |mut items: Vec<Placed>, colour: Colour| {
        for placed in &mut items {
            if let Item::Glyphs(run) = &mut placed.item {
                run.paint = Paint::flat(colour);
            }
        }
        items
    };
    let wet = Paint::Flat(ink(Colour::Cmyk([90.0, 90.0, 90.0, 60.0]), 1.0));
    let items = [
        vec![
            filled(rect(0.0, 0.0, 100.0, 100.0), black()),
            filled(rect(0.0, 120.0, 100.0, 5.0), black()),
            filled(rect(150.0, 120.0, 50.0, 50.0), wet),
        ],
        coloured(bench.words("水", false, rect(200.0, 10.0, 60.0, 40.0)), rich),
    ]
    .concat();
    let shop = |plain_black: f64, ink_limit: f64| Shop {
        slug: 0.0,
        has_crop_marks: false,
        rich_black: Some([50.0, 40.0, 40.0, 100.0]),
        plain_black,
        ink_limit,
        ..Shop::default()
    };
    for (plain, limit, wanted) in [
        // Letters of 20 mm are small for the first shop and not for the second.
        (
            25.0,
            300.0,
            [[50, 40, 40, 100], [0, 0, 0, 100], [80, 80, 80, 60], [0, 0, 0, 100]],
        ),
        (
            8.0,
            240.0,
            [[50, 40, 40, 100], [0, 0, 0, 100], [60, 60, 60, 60], [60, 40, 40, 100]],
        ),
    ] {
        for is_outlined in [false, true] {
            let shop = Shop {
                is_outlined,
                ..shop(plain, limit)
            };
            let document = good(&write(&bench, &shop, page("1", items.clone())));
            assert_eq!(fills(&document), wanted, "{plain} {limit} {is_outlined}");
        }
    }
}

#[test]
fn files_are_named_as_the_shop_asks_and_no_two_alike() {
    let bench = Bench::new();
    let named = |pattern: &str, scale: u32, titles: &[&str]| {
        let shop = Shop {
            file_names: pattern.into(),
            scale,
            name: "写真/甲".into(),
            ..Shop::default()
        };
        let pages: Vec<Page> = titles
            .iter()
            .enumerate()
            .map(|(index, title)| Page {
                title: (*title).into(),
                copies: 2,
                material: String::new(),
                ..page(&format!("{:03}", index + 1), Vec::new())
            })
            .collect();
        file_names(&pages, &press(&bench, &shop))
    };
    assert_eq!(
        named("{title}", 1, &["溪", "溪", "Xi", "xi"]),
        ["溪.pdf", "溪_2.pdf", "Xi.pdf", "xi_2.pdf"]
    );
    assert_eq!(
        named("{shop}-{number}_{material}_{title}_{size}_{copies}份", 10, &["溪"]),
        ["写真甲-001_溪_300x200mm_2份_1-10.pdf"]
    );
    assert_eq!(named("{scale} {code}", 10, &["溪"]), ["1-10 QH001.pdf"]);
    let long = named("{title}_{number}", 1, &["展".repeat(90).as_str()]);
    assert!(long[0].len() <= 120 && long[0].ends_with("展_001.pdf"), "{long:?}");
}

fn finished() -> Shop {
    Shop {
        white_edge: 100.0,
        bleed: 0.0,
        finishing: Finishing {
            eyelets: Some(Eyelets {
                spacing: 200.0,
                inset: 50.0,
                diameter: 12.0,
            }),
            hem: 30.0,
            clamp: 80.0,
            has_cut_line: true,
        },
        ..Shop::default()
    }
}

#[test]
fn finishing_stands_on_its_layers_in_its_spot_colours() {
    let bench = Bench::new();
    for (is_rollup, layers) in [
        (true, &["扣眼", "折边线", "底部夹入区", "裁切刀线"][..]),
        (false, &["扣眼", "折边线", "裁切刀线"]),
    ] {
        let sheet = Page {
            is_rollup,
            ..page("1", board(&bench))
        };
        let document = good(&write(&bench, &finished(), sheet));
        let groups = document
            .catalog()
            .unwrap()
            .get(b"OCProperties")
            .unwrap()
            .as_dict()
            .unwrap();
        let groups = groups.get(b"OCGs").unwrap().as_array().unwrap();
        let name = |group: &Object| {
            let group = document.dereference(group).unwrap().1.as_dict().unwrap();
            x4::decoded_text(group.get(b"Name").unwrap())
        };
        assert_eq!(groups.iter().map(name).collect::<Vec<_>>(), layers);
        let begun = operators(&document).iter().filter(|(op, _)| op == "BDC").count();
        assert!(begun >= layers.len());
    }
    let plain = good(&write(&bench, &Shop::default(), page("1", board(&bench))));
    assert!(!plain.catalog().unwrap().has(b"OCProperties"));
}

#[test]
fn each_broken_layer_and_spot_colour_is_caught() {
    let bench = Bench::new();
    let good = good(&write(&bench, &finished(), page("1", board(&bench))));
    let breaks: &[x4::Break] = &[
        ("layers: a group is in no list", |d| {
            groups(d).get_mut(b"OCGs").unwrap().as_array_mut().unwrap().truncate(1)
        }),
        ("layers: a group is off", |d| {
            let all = groups(d).get(b"OCGs").unwrap().clone();
            shown(d).set("OFF", all)
        }),
        ("layers: no name", |d| drop(shown(d).remove(b"Name"))),
        ("layers: AS", |d| shown(d).set("AS", Object::Array(vec![]))),
        ("layers: order", |d| shown(d).set("Order", Object::Array(vec![]))),
        ("layers: a group without a name", |d| {
            of(d, |d| d.get(b"Type").and_then(Object::as_name).ok() == Some(b"OCG")).set("Name", "")
        }),
        ("no Properties", |d| {
            let id = d.get_pages()[&1];
            let page = d.get_object_mut(id).unwrap().as_dict_mut().unwrap();
            let resources = page.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
            resources.remove(b"Properties");
        }),
        ("spot without overprint", |d| {
            of(d, |d| d.has(b"OPM")).set("OP", false);
        }),
        ("spot: a process colour", |d| spot(d)[1] = "Cyan".into()),
        ("spot: tint", |d| spot(d)[3] = Object::Null),
    ];
    x4::each_is_caught(&good, breaks);
}

fn groups(document: &mut Document) -> &mut lopdf::Dictionary {
    let catalog = document.catalog_mut().unwrap();
    catalog.get_mut(b"OCProperties").unwrap().as_dict_mut().unwrap()
}

fn shown(document: &mut Document) -> &mut lopdf::Dictionary {
    groups(document).get_mut(b"D").unwrap().as_dict_mut().unwrap()
}

fn of(document: &mut Document, is_it: impl Fn(&lopdf::Dictionary) -> bool) -> &mut lopdf::Dictionary {
    let mut all = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok());
    all.find(|dictionary| is_it(dictionary)).unwrap()
}

/// The colour space of the first spot colour that is not for all plates.
fn spot(document: &mut Document) -> &mut Vec<Object> {
    let mut all = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_array_mut().ok());
    all.find(|space| {
        space.first().and_then(|name| name.as_name().ok()) == Some(b"Separation")
            && space[1].as_name().ok() != Some(b"All")
    })
    .unwrap()
}

/// A sheet of 3 m by 1.8 m with columns of text, and a shop with a roll of 1.27 m.
fn wide(bench: &Bench) -> (Page, Shop) {
    let mut items = vec![filled(rect(-10.0, -10.0, 3020.0, 1820.0), black())];
    for column in 0..6 {
        let at = rect(100.0 + 500.0 * f64::from(column), 100.0, 320.0, 900.0);
        items.extend(bench.words(&"石橋還在".repeat(20), false, at));
    }
    let page = Page {
        frame: Arc::new(Frame {
            size: size(3000.0, 1800.0),
            items,
        }),
        ..page("1", Vec::new())
    };
    let shop = Shop {
        rolls: vec![914.0, 1270.0],
        ..Shop::default()
    };
    (page, shop)
}

#[test]
fn a_sheet_wider_than_the_roll_is_cut_into_strips_at_clean_places() {
    let bench = Bench::new();
    let (page, shop) = wide(&bench);
    let press = press(&bench, &shop);
    let strips = tiles(&page, &press);
    assert_eq!(strips.len(), 3);
    let widths: f64 = strips.iter().map(|strip| strip.area.w).sum();
    assert!((widths - 2.0 * 20.0 - 3000.0).abs() < 1e-6, "{strips:?}");
    for strip in &strips {
        let outer = [strip.number == 1, strip.number == 3];
        let bleeds = outer.iter().filter(|is_outer| **is_outer).count() as f64;
        assert!(strip.area.w + bleeds * 3.0 <= 1270.0, "{strips:?}");
    }
    for pair in strips.windows(2) {
        assert!((pair[0].area.right() - pair[1].area.x - 20.0).abs() < 1e-6);
        // Columns stand from 100 to 420, from 600 to 920 …: the seam is between them.
        let within = (pair[1].area.x - 100.0).rem_euclid(500.0);
        assert!(within >= 320.0 && within + 20.0 <= 500.0, "{strips:?}");
    }
    let fits = Shop {
        rolls: vec![1820.0],
        ..shop.clone()
    };
    assert_eq!(tiles(&page, &self::press(&bench, &fits)), [], "across it fits");
    let to = bench.path("wide.pdf");
    let written = write_board(page, &press, &bench.sources(), &to, &Progress::default()).unwrap();
    let names: Vec<_> = written
        .iter()
        .map(|written| written.file.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        ["wide_1of3.pdf", "wide_2of3.pdf", "wide_3of3.pdf", "wide_assembly.pdf"]
    );
    for (written, strip) in written.iter().zip(&strips) {
        let document = good(&written.file);
        let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
        let trim = x4::as_box(page.get(b"TrimBox").unwrap()).unwrap();
        assert!(((trim[2] - trim[0]) * 25.4 / 72.0 - strip.area.w).abs() < 0.02);
    }
    good(&written[3].file);
}

/// The middle of each field of a three by two chart, as poppler draws it; `None` without poppler.
fn chart(file: &Path, profile: &Path) -> Option<Vec<[u8; 3]>> {
    let to = file.with_extension("");
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "25.4", "-png", "-singlefile", "-defaultcmykprofile"]);
    called(command.args([profile, file, &to]))?;
    let picture = image::open(to.with_extension("png")).unwrap().into_rgb8();
    // 13 mm of bleed and slug around; fields of 100 mm.
    let at = |x: u32, y: u32| picture.get_pixel(13 + 50 + 100 * x, 13 + 50 + 100 * y).0;
    Some((0..6).map(|field| at(field % 3, field / 3)).collect())
}

#[test]
fn photos_become_the_profiles_inks_where_the_shop_wants_them() {
    let mut bench = Bench::new();
    let colours: [[u8; 3]; 6] = [
        [128, 128, 128],
        [170, 110, 90],
        [90, 120, 150],
        [110, 140, 90],
        [230, 225, 210],
        [70, 66, 64],
    ];
    let picture = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb(colours[(y / 100 * 3 + x / 100) as usize]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let facts = bench.photo("a.png", &bytes.into_inner());
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let shop = Shop {
        photo_quality: 92.0,
        ink_limit: 280.0,
        ..Shop::default()
    };
    let file = write(
        &bench,
        &shop,
        page("1", vec![photo(&facts, rect(0.0, 0.0, 300.0, 200.0))]),
    );
    let document = good(&file);
    let images = document.objects.values().filter_map(|object| object.as_stream().ok());
    let images: Vec<_> = images
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
        .collect();
    assert_eq!(images.len(), 1);
    let (dict, jpeg) = (&images[0].dict, &images[0].content);
    assert_eq!(dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceCMYK");
    assert_eq!(dict.get(b"Filter").unwrap().as_name().unwrap(), b"DCTDecode");
    assert!(jpeg.starts_with(&[0xFF, 0xD8]));
    let Some(seen) = chart(&file, &profile) else { return };
    for (seen, wanted) in seen.iter().zip(colours) {
        let off = seen.iter().zip(wanted).map(|(a, b)| a.abs_diff(b)).max();
        // Poppler has no black-point compensation: dark fields come out a little lighter.
        assert!(off <= Some(14), "{seen:?} for {wanted:?}");
    }
}

/// Whatever in the file holds screen colours: colour spaces, profiles of three channels, operators.
fn screen_colours_in(document: &Document) -> Vec<String> {
    fn look(object: &Object, found: &mut Vec<String>) {
        match object {
            Object::Name(name) if [&b"DeviceRGB"[..], b"CalRGB", b"Lab"].contains(&&name[..]) => {
                found.push(String::from_utf8_lossy(name).into_owned());
            }
            Object::Array(all) => all.iter().for_each(|one| look(one, found)),
            Object::Dictionary(all) => all.iter().for_each(|(_, one)| look(one, found)),
            Object::Stream(stream) => {
                let channels = stream.dict.get(b"N").and_then(Object::as_i64);
                if channels.is_ok_and(|channels| channels == 3) {
                    found.push("a profile of three channels".into());
                }
                stream.dict.iter().for_each(|(_, one)| look(one, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    document.objects.values().for_each(|object| look(object, &mut found));
    let rgb = operators(document)
        .into_iter()
        .filter(|(op, _)| op == "rg" || op == "RG");
    found.extend(rgb.map(|(op, _)| op));
    found
}

#[test]
fn a_shop_that_takes_inks_gets_no_screen_colour_whatever_is_on_the_board() {
    use zhanban::base::{Recipe, Tone};
    let mut bench = Bench::new();
    let coloured = bench.photo("a.jpg", &super::hand::jpeg());
    let clear = bench.photo("b.png", &super::hand::png(image::ColorType::Rgba8));
    let plain = bench.photo("c.png", &super::hand::png(image::ColorType::Rgb8));
    let grey = bench.photo("d.png", &super::hand::png(image::ColorType::L8));
    let warmer = |facts: &zhanban::base::PhotoFacts| {
        let full_px = facts.upright_px();
        Recipe {
            tone: Tone {
                warmth: 60,
                ..Tone::default()
            },
            masks: Vec::new(),
            full_px,
            part_px: [0, 0, full_px[0], full_px[1]],
            seen: None,
        }
    };
    let mut items = Vec::new();
    for (at, facts) in [&coloured, &clear, &plain, &grey].into_iter().enumerate() {
        for (row, is_grey, is_warm) in [(0, false, false), (1, true, false), (2, false, true)] {
            let area = rect(10.0 + 60.0 * at as f64, 10.0 + 50.0 * f64::from(row), 50.0, 40.0);
            let mut one = photo(facts, area);
            if let Item::Image(image) = &mut one.item {
                image.grey = is_grey;
                image.recipe = is_warm.then(|| warmer(facts).into());
            }
            items.push(one);
        }
    }
    let blue = Colour::Srgb([20, 60, 220]);
    items.push(filled(rect(260.0, 10.0, 30.0, 30.0), Paint::flat(blue)));
    let fade = Paint::Linear {
        from: zhanban::geom::point(260.0, 50.0),
        to: zhanban::geom::point(290.0, 50.0),
        stops: vec![(0.0, ink(blue, 1.0)), (1.0, ink(Colour::Srgb([250, 240, 90]), 1.0))],
    };
    items.push(filled(rect(260.0, 50.0, 30.0, 30.0), fade));
    let of = |photo_quality: f64| {
        let shop = Shop {
            photo_quality,
            ..usual_shop()
        };
        screen_colours_in(&good(&write(&bench, &shop, page("1", items.clone()))))
    };
    assert_eq!(of(92.0), Vec::<String>::new());
    assert!(!of(0.0).is_empty(), "a shop that takes RGB gets it as it is");
}
