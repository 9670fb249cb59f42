//! Installed fonts: only what the show names is used, by its very file; what is missing or lacking is told.

#[path = "fonts/forge.rs"]
pub mod forge;

use crate::export::hand;
use crate::export::x4;
use forge::Wish;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zhanban::base::{Finding, FontSlot, Lang, NamedFont, Progress, Severity};
use zhanban::check::{check_board, usual_shop};
use zhanban::export::{ExportError, Page, write_pdf};
use zhanban::geom::{rect, size};
use zhanban::layout::{GlyphRun, Item, Laid, LayoutCache, Placed};
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::{FontPlaces, Home, Project};
use zhanban::text::{Embedding, FaceId, Unusable, Weight, found, named_face};

/// A folder of forged fonts and a show whose title is in one style.
struct Bench {
    folder: tempfile::TempDir,
    home: Home,
    show: Document,
}

impl Bench {
    fn new(slot: FontSlot, script: Script, words: &str) -> Bench {
        let template = Arc::new(Template {
            name: "plain".into(),
            size: size(900.0, 1200.0),
            slots: vec![Slot {
                name: "title".into(),
                takes: SlotKind::Text,
                area: rect(60.0, 60.0, 700.0, 300.0),
                ..Slot::default()
            }],
            ..Template::default()
        });
        let name = |text: &str| TwoName {
            hans: text.into(),
            hant: text.into(),
        };
        let source = RichText {
            paras: vec![Para {
                id: 1,
                style: None,
                text: words.into(),
                marks: vec![Mark {
                    range: 0..words.len(),
                    kind: MarkKind::Slot(slot),
                }],
            }],
        };
        let title = Element {
            id: ElementId::random(),
            slot: Some(SlotName("title".into())),
            area: Area::Slot,
            group: None,
            z: "a".into(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind: ElementKind::Text(TextElement {
                text: TwoScript {
                    authored: script,
                    source,
                    other: OtherScript::Derived,
                },
                style: None,
            }),
        };
        let board = Board {
            id: BoardId::random(),
            code: "B1".into(),
            committee: CommitteeId(1),
            template: TemplateRef {
                name: "plain".into(),
                version: template.version(),
            },
            size: size(900.0, 1200.0),
            script,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: vec![Arc::new(title)],
        };
        let mut show = Document::new(Exhibition::new(name("展"), Region::Mainland));
        show.execute(&Command::Batch(vec![
            Command::SetCommittees(vec![Committee {
                id: CommitteeId(1),
                name: name("柳溪镇"),
            }]),
            Command::AddTemplate(template),
            Command::AddBoard {
                board: Arc::new(board),
                at: 0,
            },
        ]))
        .unwrap();
        Bench {
            folder: tempfile::tempdir().unwrap(),
            home: Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap(),
            show,
        }
    }

    fn install(&self, file: &str, bytes: &[u8]) -> PathBuf {
        let file = self.folder.path().join(file);
        std::fs::write(&file, bytes).unwrap();
        file
    }

    fn places(&self) -> FontPlaces {
        FontPlaces::in_folders([self.folder.path().to_path_buf()])
    }

    /// The forged font as a show names it.
    fn named(&self, bytes: &[u8], index: u32) -> NamedFont {
        let portrait = zhanban::text::portrait(bytes, index).unwrap();
        NamedFont {
            family: portrait.family,
            full_name: portrait.full_name,
            file: zhanban::base::Digest::of(bytes),
            index,
            weight: portrait.weight,
        }
    }

    fn name(&mut self, slot: FontSlot, fonts: Vec<NamedFont>) {
        self.show.execute(&Command::SetFonts([(slot, fonts)].into())).unwrap();
    }

    fn lay(&self) -> Arc<Laid> {
        let show = self.show.exhibition();
        LayoutCache::new(self.home.fonts.clone()).lay(show, &show.boards[0], None)
    }

    fn check(&self) -> Vec<Finding> {
        let show = self.show.exhibition();
        let found = check_board(show, &show.boards[0], &self.lay(), &usual_shop());
        found
            .into_iter()
            .filter(|finding| finding.rule.starts_with("font-"))
            .collect()
    }

    fn faces(&self) -> BTreeSet<FaceId> {
        runs(&self.lay().frame.items).iter().map(|run| run.face).collect()
    }

    fn export(&self) -> Result<Vec<u8>, ExportError> {
        self.export_as(false)
    }

    fn export_as(&self, is_outlined: bool) -> Result<Vec<u8>, ExportError> {
        let bench = hand::Bench::new();
        let to = bench.path("fonts.pdf");
        let page = Page {
            frame: Arc::new(self.lay().frame.clone()),
            ..hand::page("001", Vec::new())
        };
        let mut press = bench.press();
        press.shop.is_outlined = is_outlined;
        write_pdf(&[page], "試印", &press, &bench.sources(), &to, &Progress::default())?;
        Ok(std::fs::read(&to).unwrap())
    }
}

/// What the check says of a title in this style, for which the show names a forged font that is on this PC or not.
pub fn told(slot: FontSlot, words: &str, wish: &Wish<'_>, is_installed: bool) -> Vec<Finding> {
    let mut bench = Bench::new(slot, Script::Hans, words);
    let bytes = forge::font(wish);
    if is_installed {
        bench.install("told.ttf", &bytes);
    }
    bench.name(slot, vec![bench.named(&bytes, 0)]);
    bench.places().find(&bench.show.exhibition().show.fonts);
    bench.check()
}

/// The same without a named font.
pub fn told_plainly(slot: FontSlot, words: &str) -> Vec<Finding> {
    Bench::new(slot, Script::Hans, words).check()
}

fn runs(items: &[Placed]) -> Vec<&GlyphRun> {
    let mut runs = Vec::new();
    for placed in items {
        match &placed.item {
            Item::Glyphs(run) => runs.push(run),
            Item::Group(group) => runs.extend(self::runs(&group.items)),
            Item::Image(_) | Item::Path(_) | Item::Shadow(_) => {}
        }
    }
    runs
}

fn rules(found: &[Finding]) -> Vec<(&str, Severity)> {
    found.iter().map(|finding| (finding.rule, finding.severity)).collect()
}

#[test]
fn fonts_every_style_has_a_shipped_face_and_says_which_stands_in() {
    for (slot, stand_in, note) in [
        (FontSlot::Hei, "NotoSansCJKsc-Regular", false),
        (FontSlot::Song, "NotoSerifCJKsc-Medium", false),
        (FontSlot::Kai, "LXGWWenKai-Regular", false),
        (FontSlot::FangSong, "LXGWWenKai-Regular", true),
        (FontSlot::BiaoSong, "NotoSerifCJKsc-Black", false),
        (FontSlot::LiShu, "LXGWWenKai-Regular", true),
    ] {
        let bench = Bench::new(slot, Script::Hans, "山里的孩子");
        let fonts = &bench.home.fonts;
        let names: Vec<&str> = bench.faces().iter().map(|face| fonts.postscript_name(*face)).collect();
        assert_eq!(names, [stand_in], "{slot:?}");
        let expected: &[_] = if note {
            &[("font-stand-in", Severity::Note)]
        } else {
            &[]
        };
        assert_eq!(rules(&bench.check()), expected, "{slot:?}");
    }
}

#[test]
fn fonts_traditional_marks_of_a_style_in_wenkai_come_from_song() {
    let bench = Bench::new(FontSlot::FangSong, Script::Hant, "山裡，孩子");
    let names: Vec<String> = bench
        .faces()
        .iter()
        .map(|face| bench.home.fonts.postscript_name(*face).to_string())
        .collect();
    assert_eq!(names, ["NotoSerifCJKsc-Medium", "LXGWWenKai-Regular"]);
}

#[test]
fn fonts_frames_are_equal_with_a_font_present_or_absent_unless_the_show_names_it() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
    let alone = bench.lay().frame.clone();
    let bytes = forge::font(&Wish {
        family: "Present FangSong",
        ..Wish::default()
    });
    bench.install("present.ttf", &bytes);
    let listed = bench.places().list(&Progress::default());
    assert_eq!(listed.faces.len(), 1);
    let (font, face) = listed.faces[0].named().unwrap();
    assert_eq!(font, bench.named(&bytes, 0));
    assert_eq!(bench.lay().frame, alone, "installed, but not named");
    bench.name(FontSlot::FangSong, vec![font]);
    assert_eq!(bench.faces(), [face.id].into());
    assert_eq!(bench.check(), []);
    // Another style of the same show stays with the shipped face.
    bench.name(FontSlot::LiShu, vec![bench.named(&bytes, 0)]);
    assert_eq!(bench.lay().frame, alone);
}

#[test]
fn fonts_a_missing_font_falls_to_the_stand_in_and_names_the_text() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
    let alone = bench.lay().frame.clone();
    let bytes = forge::font(&Wish {
        family: "Missing FangSong",
        chinese: "缺席仿宋",
        ..Wish::default()
    });
    bench.name(FontSlot::FangSong, vec![bench.named(&bytes, 0)]);
    let wanted = bench.show.exhibition().show.fonts.clone();
    assert!(!bench.places().find(&wanted));
    assert_eq!(bench.lay().frame, alone);
    let found = bench.check();
    assert_eq!(rules(&found), [("font-missing", Severity::Warning)]);
    let element = bench.show.exhibition().boards[0].elements[0].id.to_string();
    assert_eq!(found[0].place.element.as_deref(), Some(element.as_str()));
    for (lang, word) in [
        (Lang::Hans, "霞鹜文楷"),
        (Lang::Hant, "霞鶩文楷"),
        (Lang::En, "LXGW WenKai"),
    ] {
        let text = found[0].text(lang);
        assert!(
            text.contains(word) && text.contains("缺席仿宋") && text.contains("山里的孩子"),
            "{text}"
        );
    }
    // The same name in another file is not the same font.
    let other = forge::font(&Wish {
        family: "Missing FangSong",
        chinese: "缺席仿宋",
        characters: "的一是在有国山里孩子n8",
        ..Wish::default()
    });
    bench.install("other.ttf", &other);
    assert!(!bench.places().find(&wanted));
    assert_eq!(rules(&bench.check()), [("font-missing", Severity::Warning)]);
    bench.install("it.ttf", &bytes);
    assert!(bench.places().find(&wanted));
    assert_eq!(bench.check(), []);
    assert_ne!(bench.lay().frame, alone);
}

#[test]
fn fonts_the_nearest_of_several_named_weights_is_taken() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
    let [light, bold] = [400, 700].map(|weight| {
        let bytes = forge::font(&Wish {
            family: "Weighed FangSong",
            weight,
            ..Wish::default()
        });
        bench.install(&format!("{weight}.ttf"), &bytes);
        bench.named(&bytes, 0)
    });
    bench.name(FontSlot::FangSong, vec![light.clone(), bold.clone()]);
    assert!(bench.places().find(&bench.show.exhibition().show.fonts));
    let named = zhanban::text::at_hand(&bench.show.exhibition().show.fonts);
    let fonts = bench.home.fonts.with_named(&named);
    let of = |font: &NamedFont| found(font).unwrap().id;
    assert_eq!(fonts.choose(FontSlot::FangSong, Weight(300)), of(&light));
    assert_eq!(fonts.choose(FontSlot::FangSong, Weight(900)), of(&bold));
    assert_ne!(of(&light), of(&bold));
}

#[test]
fn fonts_lacking_characters_come_from_the_chain_and_are_named() {
    let mut bench = Bench::new(FontSlot::Kai, Script::Hans, "山里的大孩子");
    let bytes = forge::font(&Wish {
        family: "Lacking Kai",
        ..Wish::default()
    });
    bench.install("lacking.ttf", &bytes);
    bench.name(FontSlot::Kai, vec![bench.named(&bytes, 0)]);
    bench.places().find(&bench.show.exhibition().show.fonts);
    let found = bench.check();
    assert_eq!(rules(&found), [("font-lacks", Severity::Warning)]);
    let text = found[0].text(Lang::En);
    assert!(text.contains("lacks 大;"), "{text}");
    let laid = bench.lay();
    assert!(
        runs(&laid.frame.items)
            .iter()
            .all(|run| run.glyphs.iter().all(|glyph| glyph.id != 0))
    );
    assert!(laid.findings.is_empty());
}

#[test]
fn fonts_a_simplified_face_under_traditional_text_warns() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hant, "山裡的孩子");
    let bytes = forge::font(&Wish {
        family: "Simple FangSong",
        ..Wish::default()
    });
    bench.install("simple.ttf", &bytes);
    bench.name(FontSlot::FangSong, vec![bench.named(&bytes, 0)]);
    bench.places().find(&bench.show.exhibition().show.fonts);
    let found = bench.check();
    assert_eq!(rules(&found), [("font-lacks", Severity::Warning)]);
    let text = found[0].text(Lang::Hant);
    assert!(text.contains("只有簡體字") && text.contains('裡'), "{text}");
}

#[test]
fn fonts_embedding_rights_are_those_of_the_specification() {
    for (bits, right, may) in [
        (0x0000, Embedding::Installable, true),
        (0x0002, Embedding::Restricted, false),
        (0x0004, Embedding::PreviewAndPrint, true),
        (0x0008, Embedding::Editable, true),
        // Old fonts set several: the most liberal holds.
        (0x0006, Embedding::PreviewAndPrint, true),
        (0x000a, Embedding::Editable, true),
        (0x0104, Embedding::NoSubset, false),
        (0x0200, Embedding::BitmapOnly, false),
    ] {
        let bytes = forge::font(&Wish {
            fs_type: bits,
            ..Wish::default()
        });
        let portrait = zhanban::text::portrait(&bytes, 0).unwrap();
        assert_eq!(portrait.embedding, right, "{bits:#06x}");
        assert_eq!(portrait.embedding.is_allowed(), may, "{bits:#06x}");
    }
}

#[test]
fn fonts_a_locked_font_is_an_error_and_is_not_exported() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
    let bytes = forge::font(&Wish {
        family: "Locked FangSong",
        chinese: "锁住仿宋",
        fs_type: 2,
        ..Wish::default()
    });
    bench.install("locked.ttf", &bytes);
    bench.name(FontSlot::FangSong, vec![bench.named(&bytes, 0)]);
    bench.places().find(&bench.show.exhibition().show.fonts);
    assert_eq!(rules(&bench.check()), [("font-embedding", Severity::Error)]);
    // Its outlines are as little the shop's as the font is.
    assert!(matches!(bench.export_as(true), Err(ExportError::FontLocked { .. })));
    match bench.export() {
        Err(ExportError::FontLocked { font }) => assert_eq!(font, "锁住仿宋"),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
}

#[test]
fn fonts_named_truetype_and_cff_faces_of_a_collection_are_embedded() {
    let fonts = [
        ("First Face", "LXGWWenKai-Regular.ttf"),
        ("Second Face", "LXGWWenKai-Bold.ttf"),
        ("Third Face", "NotoSerifCJKsc-Bold.otf"),
    ]
    .map(|(family, from)| {
        forge::font(&Wish {
            from,
            family,
            chinese: family,
            ..Wish::default()
        })
    });
    let bytes = forge::collection(&fonts);
    for (index, name, kind) in [(1, "SecondFace-400", "FontFile2"), (2, "ThirdFace-400", "FontFile3")] {
        let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
        bench.install("three.ttc", &bytes);
        bench.name(FontSlot::FangSong, vec![bench.named(&bytes, index)]);
        bench.places().find(&bench.show.exhibition().show.fonts);
        let face = *bench.faces().first().unwrap();
        assert_eq!(named_face(face).unwrap().index, index);
        let pdf = bench.export().unwrap();
        assert_eq!(x4::faults(&pdf), Vec::<String>::new());
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let embedded = document.objects.values().filter_map(|object| object.as_dict().ok());
        let is_it = |dict: &&lopdf::Dictionary| {
            dict.has(kind.as_bytes())
                && dict
                    .get(b"FontName")
                    .and_then(lopdf::Object::as_name)
                    .is_ok_and(|font| font.ends_with(name.as_bytes()))
        };
        assert_eq!(embedded.filter(is_it).count(), 1, "{name}");
    }
}

#[test]
fn fonts_broken_files_are_skipped_with_a_reason() {
    let bench = Bench::new(FontSlot::Hei, Script::Hans, "山");
    for (file, bytes) in forge::broken() {
        bench.install(file, &bytes);
    }
    bench.install("good.ttf", &forge::font(&Wish::default()));
    let list = bench.places().list(&Progress::default());
    let usable: Vec<&str> = list
        .faces
        .iter()
        .filter(|face| face.named().is_ok())
        .map(|face| face.file.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(usable, ["good.ttf"]);
    let why = |file: &str| {
        let skipped = list.skipped.iter().find(|(path, _)| path.ends_with(file));
        skipped.map(|(_, why)| *why)
    };
    assert_eq!(why("outlines-gone.ttf"), Some(Unusable::NoOutlines));
    assert_eq!(why("text.ttf"), Some(Unusable::NotAFont));
    // A file of no bytes is not even looked at.
    assert_eq!(why("nothing.ttf"), None);
}

#[test]
fn fonts_named_by_the_show_are_undone_and_saved() {
    let mut bench = Bench::new(FontSlot::FangSong, Script::Hans, "山里的孩子");
    let bytes = forge::font(&Wish::default());
    let font = bench.named(&bytes, 0);
    let folder = bench.folder.path().join("show.zhanban");
    drop(Project::create(&folder, bench.show.exhibition()).unwrap());
    assert!(Project::open(&folder).unwrap().exhibition.show.fonts.is_empty());
    bench.name(FontSlot::FangSong, vec![font.clone()]);
    let opened = Project::open(&folder).unwrap();
    opened.project.save(bench.show.exhibition());
    opened.project.flush().unwrap();
    drop(opened);
    let read = Project::open(&folder).unwrap().exhibition;
    assert_eq!(read.show.fonts, [(FontSlot::FangSong, vec![font])].into());
    assert!(bench.show.undo());
    assert!(bench.show.exhibition().show.fonts.is_empty());
    // No font for a style is the shipped one.
    bench.name(FontSlot::FangSong, Vec::new());
    assert!(bench.show.exhibition().show.fonts.is_empty());
}
