//! Boards laid out: templates, frames as text, nothing lost, nothing colliding.

use rayon::prelude::*;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use zhanban::base::{Lang, Progress, Severity};
use zhanban::compose::{Amount, empty_sample, import_folder, specimens};
use zhanban::geom::{Rect, Transform, point, rect};
use zhanban::layout::{Item, Laid, Placed, lay_board, layout_input};
use zhanban::media::Library;
use zhanban::model::{Board, Command, Document, ElementId, ElementKind, Exhibition, SlotKind, Template, TwoName};
use zhanban::script::{Region, Script};
use zhanban::text::{FaceId, Fonts};

pub fn templates() -> Vec<Template> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates");
    let mut templates: Vec<Template> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect();
    templates.sort_by(|a, b| a.name.cmp(&b.name));
    templates
}

#[test]
fn every_shipped_template_names_only_what_it_has() {
    let templates = templates();
    for template in &templates {
        let name = &template.name;
        assert!(template.swatches.contains_key(&template.paper), "{name}");
        for (style_name, style) in &template.styles {
            assert!(template.swatches.contains_key(&style.colour), "{name} {}", style_name.0);
        }
        for slot in &template.slots {
            for style in slot.style.iter().chain(&slot.second) {
                assert!(
                    template.styles.contains_key(style),
                    "{name}: {} wants {}",
                    slot.name,
                    style.0
                );
            }
            for swatch in slot.ground.iter().chain(&slot.accent).chain(&slot.accent_2) {
                assert!(
                    template.swatches.contains_key(swatch),
                    "{name}: {} wants {swatch}",
                    slot.name
                );
            }
        }
    }
}

#[test]
fn templates_come_in_all_families_kinds_and_sizes() {
    let templates = templates();
    assert!(templates.len() >= 25, "{}", templates.len());
    let all = |of: fn(&Template) -> String| templates.iter().map(of).collect::<BTreeSet<_>>();
    let families = all(|template| template.family.clone());
    assert_eq!(Vec::from_iter(&families), ["blue", "doc", "green", "ink", "red"]);
    let kinds = all(|template| template.kind.clone());
    for kind in [
        "title",
        "story",
        "results",
        "quotes",
        "before-after",
        "roster",
        "gallery",
        "couplet",
        "end",
        "rollup",
    ] {
        assert!(kinds.contains(kind), "{kind}");
    }
    let sizes = all(|template| format!("{}x{}", template.size.w, template.size.h));
    for size in ["900x1200", "1200x900", "1200x2400", "2400x1200", "800x1800"] {
        assert!(sizes.contains(size), "{size}");
    }
}

/// What cutters and frames may take: words stay out of it.
const EDGE: f64 = 25.0;

#[test]
fn no_words_have_their_place_at_the_edge_of_a_board() {
    for template in templates() {
        let (w, h) = (template.size.w, template.size.h);
        // The foot of a roll-up is in its cassette.
        let foot = if template.is_rollup() { h - 120.0 } else { h };
        // The white of a line may reach nearer than its ink.
        let edge = EDGE - 3.0;
        let safe = rect(edge, edge, w - 2.0 * edge, foot - 2.0 * edge);
        let is_within = |area: &Rect| {
            area.x >= safe.x && area.y >= safe.y && area.right() <= safe.right() && area.bottom() <= safe.bottom()
        };
        for slot in &template.slots {
            let place = format!("{} {}", template.name, slot.name);
            match slot.takes {
                SlotKind::Photo => {
                    let area = slot.area;
                    let is_on = area.x >= 0.0 && area.y >= 0.0 && area.right() <= w && area.bottom() <= h;
                    assert!(is_on, "{place}");
                }
                _ => assert!(is_within(&slot.area), "{place} {:?}", slot.area),
            }
            assert!(slot.second_area.as_ref().is_none_or(is_within), "{place}: second");
        }
    }
}

/// The sample, read into memory, and what is needed to lay its boards.
pub struct Sample {
    pub show: Document,
    pub fonts: Fonts,
}

pub fn sample() -> Sample {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let media = tempfile::tempdir().unwrap();
    let name = TwoName {
        hans: "展".into(),
        hant: "展".into(),
    };
    let mut show = Document::new(Exhibition::new(name, Region::Mainland));
    let shipped: Vec<Arc<Template>> = templates().into_iter().map(Arc::new).collect();
    let library = Library::open(&media.path().join("media"));
    let folder = root.join("assets/sample");
    let read = import_folder(&folder, show.exhibition(), &shipped, &library, &Progress::default()).unwrap();
    show.execute(&Command::Batch(read.commands)).unwrap();
    Sample {
        show,
        fonts: Fonts::open(&root.join("fonts")).unwrap(),
    }
}

/// The ink of one glyph on the board.
struct Inked {
    of: Option<ElementId>,
    text: String,
    area: Rect,
    baseline: f64,
    em: f64,
}

/// Smallest and largest corner of an outline.
struct Extent([f32; 4]);

impl Extent {
    fn add(&mut self, x: f32, y: f32) {
        let [left, top, right, bottom] = self.0;
        self.0 = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
    }
}

impl OutlinePen for Extent {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }
    fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
        self.add(x, y);
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.add(x, y);
    }
    fn close(&mut self) {}
}

/// Where a glyph of one em has its ink, y down; kept, because a board has the same characters many times.
#[derive(Default)]
struct Inks(HashMap<(FaceId, u16), Option<Rect>>);

impl Inks {
    fn of(&mut self, fonts: &Fonts, face: FaceId, id: u16) -> Option<Rect> {
        *self.0.entry((face, id)).or_insert_with(|| {
            let font = FontRef::new(fonts.bytes(face)).unwrap();
            let mut extent = Extent([f32::MAX, f32::MAX, f32::MIN, f32::MIN]);
            let settings = DrawSettings::unhinted(Size::new(1.0), LocationRef::default());
            let outline = font.outline_glyphs().get(GlyphId::from(id))?;
            outline.draw(settings, &mut extent).unwrap();
            let [left, low, right, high] = extent.0.map(f64::from);
            (left < right && low < high).then(|| rect(left, -high, right - left, high - low))
        })
    }
}

/// All ink and all photos of a board, each with its element.
#[derive(Default)]
struct Seen {
    glyphs: Vec<Inked>,
    photos: Vec<(Option<ElementId>, Rect)>,
}

impl Seen {
    fn add(&mut self, items: &[Placed], outer: Transform, of: Option<ElementId>, fonts: &Fonts, inks: &mut Inks) {
        for placed in items {
            let at = placed.at.then(&outer);
            let of = placed.source.or(of);
            match &placed.item {
                Item::Group(group) => self.add(&group.items, at, of, fonts, inks),
                Item::Image(image) => self.photos.push((of, moved(image.clip, &at))),
                Item::Path(_) | Item::Shadow(_) => {}
                Item::Glyphs(run) => self.glyphs.extend(run.glyphs.iter().filter_map(|glyph| {
                    let ink = inks.of(fonts, run.face, glyph.id)?;
                    let ink = match glyph.quarter_turns {
                        0 => rect(ink.x * glyph.stretch, ink.y, ink.w * glyph.stretch, ink.h),
                        _ => rect(-ink.bottom(), ink.x, ink.h, ink.w),
                    };
                    let (x, y) = (glyph.x + ink.x * run.em, glyph.y + ink.y * run.em);
                    let range = glyph.cluster.start as usize..glyph.cluster.end as usize;
                    Some(Inked {
                        of,
                        text: run.text.get(range)?.to_string(),
                        area: moved(rect(x, y, ink.w * run.em, ink.h * run.em), &at),
                        baseline: at.apply(point(glyph.x, glyph.y)).y,
                        em: run.em,
                    })
                })),
            }
        }
    }
}

/// The upright box around a rectangle that is turned or shifted.
fn moved(area: Rect, at: &Transform) -> Rect {
    let corners = [
        point(area.x, area.y),
        point(area.right(), area.y),
        point(area.right(), area.bottom()),
        point(area.x, area.bottom()),
    ]
    .map(|corner| at.apply(corner));
    let [first, rest @ ..] = corners;
    rest.iter().fold(rect(first.x, first.y, 0.0, 0.0), |all, corner| {
        all.union(&rect(corner.x, corner.y, 0.0, 0.0))
    })
}

/// How deep two areas lie in each other.
fn depth(a: Rect, b: Rect) -> f64 {
    let across = a.right().min(b.right()) - a.x.max(b.x);
    let down = a.bottom().min(b.bottom()) - a.y.max(b.y);
    across.min(down)
}

/// What is wrong with a board as its readers see it.
fn faults(board: &Board, template: &Template, laid: &Laid, fonts: &Fonts, inks: &mut Inks) -> Vec<String> {
    let mut faults: Vec<String> = laid
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.text(Lang::En))
        .collect();
    let mut seen = Seen::default();
    seen.add(&laid.frame.items, Transform::IDENTITY, None, fonts, inks);
    let Seen { glyphs, photos } = seen;
    let name = |id: Option<ElementId>| {
        let element = board.elements.iter().find(|element| Some(element.id) == id);
        let slot = element.and_then(|element| element.slot.as_ref());
        slot.map_or("label".to_string(), |slot| slot.0.clone())
    };
    let slot_of = |id| template.slots.iter().find(|slot| slot.name == name(id));
    let trim = rect(0.0, 0.0, board.size.w, board.size.h);
    for glyph in &glyphs {
        let is_inside = glyph.area.x >= trim.x - 0.1
            && glyph.area.y >= trim.y - 0.1
            && glyph.area.right() <= trim.right() + 0.1
            && glyph.area.bottom() <= trim.bottom() + 0.1;
        if !is_inside {
            faults.push(format!("{} of {} leaves the trim", glyph.text, name(glyph.of)));
        }
        // What is read from 1 m; larger floors are the styles' own.
        let own = slot_of(glyph.of).filter(|slot| slot.takes == SlotKind::Text && glyph.of.is_some());
        let style = own.and_then(|slot| template.styles.get(slot.style.as_ref()?));
        let floor = style.and_then(|style| style.least_em).unwrap_or(8.7);
        if glyph.em < floor - 0.01 {
            faults.push(format!(
                "{} of {} is only {:.1} mm",
                glyph.text,
                name(glyph.of),
                glyph.em
            ));
        }
    }
    for (of, photo) in &photos {
        let carries_words =
            slot_of(*of).is_some_and(|slot| slot.caption_inside || slot.veil > 0.0 || slot.clip.is_some());
        let has_tag = board.elements.iter().any(|element| {
            Some(element.id) == *of && matches!(&element.kind, ElementKind::Photo(photo) if photo.tag.is_some())
        });
        let is_tagged = |glyph: &Inked| glyph.of == *of && has_tag;
        for glyph in glyphs.iter().filter(|glyph| !carries_words && !is_tagged(glyph)) {
            if depth(glyph.area, *photo) > 0.5 {
                faults.push(format!("{} of {} on photo {}", glyph.text, name(glyph.of), name(*of)));
            }
        }
    }
    let mut groups: BTreeMap<Option<ElementId>, Vec<&Inked>> = BTreeMap::new();
    for glyph in &glyphs {
        groups.entry(glyph.of).or_default().push(glyph);
    }
    let groups: Vec<(String, Rect, Vec<&Inked>)> = groups
        .into_iter()
        .map(|(of, glyphs)| {
            let around = glyphs
                .iter()
                .skip(1)
                .fold(glyphs[0].area, |all, glyph| all.union(&glyph.area));
            (name(of), around, glyphs)
        })
        .collect();
    if template.name == "blue-story" {
        // Its titles stand in a column two or three characters wide.
        let mut rows: BTreeMap<i64, usize> = BTreeMap::new();
        for glyph in glyphs.iter().filter(|glyph| name(glyph.of) == "title") {
            *rows.entry((glyph.baseline / glyph.em * 2.0) as i64).or_default() += 1;
        }
        if rows.values().any(|row| *row == 1) {
            faults.push("a line of the title is one character".to_string());
        }
    }
    for (index, (one, around, glyphs)) in groups.iter().enumerate() {
        for (other, beside, others) in groups.iter().skip(index + 1) {
            if depth(*around, *beside) < 0.5 {
                continue;
            }
            let close = |a: &&&Inked| {
                others
                    .iter()
                    .find(|b| depth(a.area, b.area) > 0.5)
                    .map(|b| (a.text.clone(), b.text.clone()))
            };
            if let Some((a, b)) = glyphs.iter().find_map(|glyph| close(&glyph)) {
                faults.push(format!("{one} ({a}) and {other} ({b}) overlap"));
            }
        }
    }
    faults.truncate(3);
    faults
}

/// What an element says, and where its glyphs stand.
fn said(laid: &Laid, element: ElementId) -> Vec<(char, f64, f64)> {
    let mut said = Vec::new();
    for placed in laid.frame.items.iter().filter(|placed| placed.source == Some(element)) {
        let Item::Glyphs(run) = &placed.item else { continue };
        for glyph in &run.glyphs {
            let text = &run.text[glyph.cluster.start as usize..glyph.cluster.end as usize];
            let at = placed.at.apply(point(glyph.x, glyph.y));
            said.extend(text.chars().map(|c| (c, at.x, at.y)));
        }
    }
    said
}

#[test]
fn a_place_shows_one_script_or_both_below_or_beside_each_other() {
    use zhanban::model::Scripts;
    let sample = sample();
    let exhibition = sample.show.exhibition();
    let mut seen = 0;
    let mut templates: Vec<&str> = Vec::new();
    for board in &exhibition.boards {
        if templates.contains(&board.template.name.as_str()) {
            continue;
        }
        templates.push(&board.template.name);
        let [hans, hant, stacked, beside] = Scripts::ALL.map(|scripts| {
            let mut board = Board::clone(board);
            for element in &mut board.elements {
                Arc::make_mut(element).scripts = Some(scripts);
            }
            lay_board(&layout_input(exhibition, &Arc::new(board), None), &sample.fonts)
        });
        let template = exhibition.template_of(board).unwrap();
        for element in board
            .elements
            .iter()
            .filter(|element| element.kind.takes_both_scripts())
        {
            let text = element.texts()[0];
            // Characters that only one of the two scripts has in this text.
            let chars = |script| {
                text.in_script(script, exhibition.show.region, &exhibition.words)
                    .to_plain()
            };
            let only = |script: Script| {
                let other = chars(script.other());
                chars(script).chars().find(|c| c.is_alphabetic() && !other.contains(*c))
            };
            let (Some(own), Some(other)) = (only(board.script), only(board.script.other())) else {
                continue;
            };
            let at = |laid, c| said(laid, element.id).into_iter().find(|(found, _, _)| *found == c);
            let (one, two) = if board.script == Script::Hans {
                (&hans, &hant)
            } else {
                (&hant, &hans)
            };
            let place = format!("{} {}", board.code, text.source.to_plain());
            assert!(at(one, own).is_some() && at(one, other).is_none(), "{place}");
            assert!(at(two, other).is_some() && at(two, own).is_none(), "{place}");
            let slot = element
                .slot
                .as_ref()
                .and_then(|name| template.slots.iter().find(|slot| slot.name == name.0));
            let is_vertical = slot.is_some_and(|slot| slot.vertical);
            for (laid, is_below) in [(&stacked, true), (&beside, false)] {
                let (Some(first), Some(second)) = (at(laid, own), at(laid, other)) else {
                    panic!("{place}: a script is missing");
                };
                let is_right = match is_vertical {
                    true => second.1 < first.1,
                    false if is_below => second.2 > first.2,
                    false => second.1 > first.1,
                };
                assert!(is_right, "{place}, below {is_below}");
                seen += 1;
            }
        }
    }
    assert!(templates.len() > 20 && seen > 60, "{seen}");
}

#[test]
fn all_boards_of_the_sample_read_clearly_in_both_scripts() {
    let sample = sample();
    let exhibition = sample.show.exhibition();
    assert_eq!(exhibition.boards.len(), 200);
    let told: Vec<String> = exhibition
        .boards
        .par_iter()
        .map_init(Inks::default, |inks, board| {
            let mut told = Vec::new();
            for script in [Script::Hans, Script::Hant] {
                let laid = lay_board(&layout_input(exhibition, board, Some(script)), &sample.fonts);
                let template = exhibition.template_of(board).unwrap();
                let found = faults(board, template, &laid, &sample.fonts, inks);
                told.extend(
                    found
                        .into_iter()
                        .map(|fault| format!("{} {script:?}: {fault}", board.code)),
                );
            }
            told
        })
        .flatten()
        .collect();
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_template_reads_clearly_with_little_and_with_much_on_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let media = tempfile::tempdir().unwrap();
    let library = Library::open(&media.path().join("media"));
    let fonts = Fonts::open(&root.join("fonts")).unwrap();
    let shipped: Vec<Arc<Template>> = templates().into_iter().map(Arc::new).collect();
    let mut told = Vec::new();
    for amount in Amount::ALL {
        let mut show = Document::new(empty_sample());
        let made = specimens(
            &root.join("assets/templates/content"),
            &root.join("assets/sample/photos"),
            amount,
            &shipped,
            show.exhibition(),
            &library,
            &Progress::default(),
        );
        let made = made.unwrap();
        assert!(made.findings.is_empty(), "{:?}", made.findings);
        show.execute(&Command::Batch(made.commands)).unwrap();
        let exhibition = show.exhibition();
        assert_eq!(exhibition.boards.len(), shipped.len());
        let found = exhibition.boards.par_iter().map_init(Inks::default, |inks, board| {
            let template = exhibition.template_of(board).unwrap();
            let mut told = Vec::new();
            for script in [Script::Hans, Script::Hant] {
                let laid = lay_board(&layout_input(exhibition, board, Some(script)), &fonts);
                let faults = faults(board, template, &laid, &fonts, inks);
                let at = |fault| format!("{} {} {script:?}: {fault}", board.code, amount.name());
                told.extend(
                    faults
                        .into_iter()
                        .chain(at_the_edge(board, &laid, &fonts, inks))
                        .map(at),
                );
            }
            told
        });
        told.extend(found.flatten().collect::<Vec<_>>());
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}

/// Words that a cutter or a frame may reach.
fn at_the_edge(board: &Board, laid: &Laid, fonts: &Fonts, inks: &mut Inks) -> Option<String> {
    let mut seen = Seen::default();
    seen.add(&laid.frame.items, Transform::IDENTITY, None, fonts, inks);
    let (right, bottom) = (board.size.w - EDGE, board.size.h - EDGE);
    let is_near = |area: &Rect| area.x < EDGE || area.y < EDGE || area.right() > right || area.bottom() > bottom;
    let near = seen.glyphs.iter().find(|glyph| is_near(&glyph.area))?;
    Some(format!("{} is at the edge", near.text))
}

/// Content that no template is made for still gives a board that stays within itself, and says what is wrong.
#[test]
fn boards_of_too_much_stay_within_their_edges_and_say_so() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("in");
    std::fs::create_dir_all(folder.join("boards")).unwrap();
    std::fs::create_dir_all(folder.join("photos")).unwrap();
    for (name, w, h) in [("a.png", 90, 60), ("b.png", 60, 80), ("long.png", 400, 40)] {
        let picture = image::RgbImage::from_pixel(w, h, image::Rgb([w as u8, h as u8, 90]));
        picture.save(folder.join("photos").join(name)).unwrap();
    }
    let photos = |count: usize| -> String {
        let each = (0..count).map(|at| format!("- {{file: {}.png, caption_s: 第{at}张。}}\n", ["a", "b"][at % 2]));
        format!("photos:\n{}", each.collect::<String>())
    };
    let rows: String = (0..200).map(|at| format!("  - [{at}, 沈玉芝, {}]\n", at * 3)).collect();
    let boards = [
        ("NONE", "title: 没有照片\nlead: 只有一段话。\n".to_string()),
        ("FORTY", format!("title: 四十张\n{}", photos(40))),
        ("FIFTEEN", format!("title: 十五张\n{}", photos(15))),
        (
            "LONG",
            "title: 长卷\nphotos:\n- {file: long.png, caption_s: 长}\n- {file: a.png, caption_s: ''}\n".into(),
        ),
        (
            "SIXTY",
            format!("title: {}\n", "这是一个很长的标题写到纸边也不肯停".repeat(4)),
        ),
        (
            "EMPTY",
            "title: 空节\nsections:\n- {heading: 空, paras: []}\n- {heading: 又, paras: [有字。]}\n".into(),
        ),
        (
            "ROWS",
            format!("title: 二百行\ntable:\n  head: [序, 名, 亩]\n  rows:\n{rows}"),
        ),
    ];
    let mut csv = String::from("committee,board,size\n");
    for (code, text) in &boards {
        csv += &format!("柳溪镇,{code},90x120cm\n");
        std::fs::write(
            folder.join(format!("boards/{code}.yaml")),
            format!("id: {code}\n{text}"),
        )
        .unwrap();
    }
    std::fs::write(folder.join("committees.csv"), csv).unwrap();
    let shipped: Vec<Arc<Template>> = templates().into_iter().map(Arc::new).collect();
    let fonts = Fonts::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")).unwrap();
    let library = Library::open(&dir.path().join("media"));
    let mut inks = Inks::default();
    let mut told: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for family in ["red", "ink", "green", "blue", "doc"] {
        let own: Vec<Arc<Template>> = shipped.iter().filter(|one| one.family == family).cloned().collect();
        let mut show = Document::new(empty_sample());
        let read = import_folder(&folder, show.exhibition(), &own, &library, &Progress::default()).unwrap();
        show.execute(&Command::Batch(read.commands)).unwrap();
        let exhibition = show.exhibition();
        assert_eq!(exhibition.boards.len(), boards.len());
        for board in &exhibition.boards {
            let laid = lay_board(&layout_input(exhibition, board, None), &fonts);
            let mut seen = Seen::default();
            seen.add(&laid.frame.items, Transform::IDENTITY, None, &fonts, &mut inks);
            let (w, h) = (board.size.w, board.size.h);
            let is_within = |area: &Rect| area.x >= 0.0 && area.y >= 0.0 && area.right() <= w && area.bottom() <= h;
            let out = seen.glyphs.iter().find(|glyph| !is_within(&glyph.area));
            let place = format!("{} on {}", board.code, board.template.name);
            // Forty captions have no room in a column of 24 cm, however low their photos are.
            if (board.code.as_str(), board.template.name.as_str()) == ("FORTY", "ink-story") {
                continue;
            }
            assert!(
                out.is_none(),
                "{place}: {} at {:?}",
                out.unwrap().text,
                out.unwrap().area
            );
            for (area, _) in laid.areas.values() {
                assert!(area.y < h && area.bottom() <= h + 0.1, "{place}: {area:?}");
            }
            let rules = laid.findings.iter().map(|finding| finding.rule);
            told.entry(board.code.clone()).or_default().extend(rules);
        }
    }
    assert!(told["FORTY"].contains("photos-crowded"), "{told:?}");
    assert!(
        told["ROWS"].contains("overset") && told["SIXTY"].contains("overset"),
        "{told:?}"
    );
    for sound in ["NONE", "EMPTY", "LONG", "FIFTEEN"] {
        assert!(!told[sound].contains("overset"), "{sound}: {told:?}");
    }
}
