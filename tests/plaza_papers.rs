//! Papers of the plaza: true to scale in the file itself, nothing lost on the way to a spreadsheet and back, whole or not
//! at all.

use crate::export::{called, outside};
use crate::plaza::show;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, OnceLock};
use zhanban::base::{Lang, Progress};
use zhanban::export::handover::HandoverError;
use zhanban::export::papers::write_sheets;
use zhanban::export::plaza::*;
use zhanban::export::{ExportError, Press, Sources};
use zhanban::geom::{Point, Rect, point, size};
use zhanban::layout::LayoutCache;
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::plaza::{arrange, footprint};
use zhanban::store::Home;

fn home() -> &'static Home {
    static HOME: OnceLock<Home> = OnceLock::new();
    HOME.get_or_init(|| Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap())
}

/// Thirty boards of three units, arranged.
fn arranged() -> Exhibition {
    let mut exhibition = show(&[&[90; 10], &[120; 10], &[80, 240, 90, 90, 90, 90, 90, 90, 90, 90]]);
    exhibition.plazas = vec![Arc::new(arrange(&exhibition))];
    exhibition
}

fn change(exhibition: &mut Exhibition, deed: impl FnOnce(&mut Plaza)) {
    deed(Arc::make_mut(&mut exhibition.plazas[0]));
}

struct Bench {
    dir: tempfile::TempDir,
    cache: LayoutCache,
    press: Press,
    sources: Sources,
}

impl Bench {
    fn new() -> Bench {
        let dir = tempfile::tempdir().unwrap();
        let home = home();
        Bench {
            cache: LayoutCache::new(home.fonts.clone()),
            press: Press::plain(home.profile.clone()),
            sources: Sources {
                fonts: home.fonts.clone(),
                library: Library::open(dir.path()),
                photos: Arc::default(),
                proof: home.proof.clone(),
            },
            dir,
        }
    }

    fn order<'a>(&'a self, exhibition: &'a Exhibition, kinds: &'a [PlanKind]) -> PlanOrder<'a> {
        PlanOrder {
            exhibition,
            plaza: None,
            kinds,
            paper: None,
            since: None,
            start: Hour(9 * 60),
            cache: &self.cache,
            press: &self.press,
            sources: &self.sources,
            lang: Lang::Hans,
            script: None,
        }
    }

    fn papers(&self, exhibition: &Exhibition, kinds: &[PlanKind]) -> PlanPapers {
        let to = self.dir.path().join("out");
        if to.exists() {
            std::fs::remove_dir_all(&to).unwrap();
        }
        write_plan_papers(&self.order(exhibition, kinds), &to, &Progress::default()).unwrap()
    }

    fn text(&self, name: &str) -> Option<String> {
        outside("pdftotext", &["-layout"], &self.dir.path().join("out").join(name))
    }
}

/// Every closed shape of four corners on a page, in mm from the top left.
fn quads(file: &Path, page: u32) -> Vec<[Point; 4]> {
    let document = lopdf::Document::load(file).unwrap();
    let id = document.get_pages()[&page];
    let page = document.get_dictionary(id).unwrap();
    let high = page.get(b"MediaBox").unwrap().as_array().unwrap()[3]
        .as_float()
        .unwrap();
    let content = String::from_utf8_lossy(&document.get_page_content(id)).into_owned();
    let mm = |x: &str, y: &str| {
        let [x, y] = [x, y].map(|text| text.parse::<f64>().unwrap());
        point(x * 25.4 / 72.0, (f64::from(high) - y) * 25.4 / 72.0)
    };
    let words: Vec<&str> = content.split_whitespace().collect();
    let (mut path, mut quads) = (Vec::new(), Vec::new());
    for (at, word) in words.iter().enumerate() {
        match *word {
            "m" => path = vec![mm(words[at - 2], words[at - 1])],
            "l" => path.push(mm(words[at - 2], words[at - 1])),
            "h" => {
                if let Ok(quad) = <[Point; 4]>::try_from(path.as_slice()) {
                    quads.push(quad);
                }
            }
            _ => {}
        }
    }
    quads
}

fn off(quad: &[Point; 4], wanted: &[Point; 4]) -> f64 {
    let far = |(a, b): (&Point, &Point)| (a.x - b.x).hypot(a.y - b.y);
    quad.iter().zip(wanted).map(far).fold(0.0, f64::max)
}

/// How far, at most, boards of a sheet are from where the scale says, in mm on paper; and how many are on it.
fn misplaced(file: &Path, page: u32, site: &Site<'_>, cut: &Cut, seen: &Rect) -> (f64, usize) {
    let quads = quads(file, page);
    let (mut worst, mut count) = (0.0_f64, 0);
    for spot in &site.spots {
        let corners = footprint(spot.board, &spot.stand);
        if !corners.iter().all(|p| seen.contains(*p)) {
            continue;
        }
        let wanted = corners.map(|p| on_sheet(cut, seen, p));
        let nearest = quads
            .iter()
            .map(|quad| off(quad, &wanted))
            .fold(f64::INFINITY, f64::min);
        worst = worst.max(nearest);
        count += 1;
    }
    (worst, count)
}

#[test]
fn a_ruler_on_the_printed_plan_tells_metres() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    change(&mut exhibition, |plaza| {
        // One that stands askew.
        let stand = plaza.places.get_mut(&BoardId(7)).unwrap();
        stand.facing = 33.0;
    });
    let site = Site::new(&exhibition, &exhibition.plazas[0], Lang::Hans);
    for paper in [None, Some(PlanPaper::A3), Some(PlanPaper::A1)] {
        let cut = cut(&site, paper);
        let file = bench.dir.path().join("plan.pdf");
        let frames = setup_plan(&site, paper, &home().fonts);
        assert_eq!(cut.sheets.len(), 1);
        write_sheets(
            frames,
            "plan",
            &bench.press,
            &bench.sources,
            &file,
            &Progress::default(),
        )
        .unwrap();
        let (worst, count) = misplaced(&file, 1, &site, &cut, &cut.sheets[0]);
        println!("1:{} on {}: off by {worst:.4} mm", cut.scale, cut.paper.name());
        assert_eq!(count, 30);
        assert!(worst <= 0.1, "{worst} mm at 1:{}", cut.scale);
        if let Some(text) = outside("pdftotext", &["-layout"], &file) {
            let text = text.replace(' ', "");
            for wanted in [format!("1:{}", cut.scale), site.version(), "030".into(), "首A".into()] {
                assert!(text.contains(&wanted), "{wanted} is not on the plan");
            }
        }
    }
}

#[test]
fn a_ground_of_two_kilometres_comes_in_sheets_with_an_index() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    change(&mut exhibition, |plaza| {
        plaza.size = size(2000.0, 1500.0);
        for (at, stand) in plaza.places.values_mut().enumerate() {
            stand.at = point(40.0 + at as f64 * 66.0, 30.0 + (at % 7) as f64 * 230.0);
        }
    });
    let site = Site::new(&exhibition, &exhibition.plazas[0], Lang::Hans);
    let cut = cut(&site, None);
    assert!(cut.scale <= 500 && cut.sheets.len() > 1, "1:{}", cut.scale);
    let file = bench.dir.path().join("plan.pdf");
    let frames = setup_plan(&site, None, &home().fonts);
    assert!(frames.len() > cut.sheets.len());
    write_sheets(
        frames,
        "plan",
        &bench.press,
        &bench.sources,
        &file,
        &Progress::default(),
    )
    .unwrap();
    let mut seen = BTreeSet::new();
    for (at, sheet) in cut.sheets.iter().enumerate() {
        let (worst, count) = misplaced(&file, at as u32 + 2, &site, &cut, sheet);
        assert!(count == 0 || worst <= 0.1, "{worst}");
        let here = site.spots.iter().filter(|spot| sheet.contains(spot.stand.at));
        seen.extend(here.map(|spot| spot.number));
    }
    assert_eq!(seen.len(), 30, "every board is on a sheet");
}

#[test]
fn strange_grounds_are_drawn_and_told() {
    let bench = Bench::new();
    let check = |name: &str, deed: &dyn Fn(&mut Plaza)| {
        let mut exhibition = arranged();
        change(&mut exhibition, |plaza| deed(plaza));
        let kinds: Vec<PlanKind> = PlanKind::ALL
            .into_iter()
            .filter(|kind| !matches!(kind, PlanKind::Changes | PlanKind::Catalogue | PlanKind::Slides))
            .collect();
        let made = bench.papers(&exhibition, &kinds);
        assert!(made.files >= 4, "{name}: {}", made.files);
        made.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert!(check("no boards", &|plaza| plaza.places.clear()).is_empty());
    let bow = [(0.0, 0.0), (30.0, 20.0), (30.0, 0.0), (0.0, 20.0)].map(|(x, y)| point(x, y));
    assert_eq!(
        check("bow", &|plaza| plaza.venue.outline = bow.to_vec()),
        ["plan-outline"]
    );
    check("not numbers", &|plaza| {
        plaza.size = size(f64::NAN, f64::INFINITY);
        plaza.venue.north = f64::NAN;
        plaza.reading = f64::NAN;
        plaza.entrance = Some(point(f64::NAN, 1.0));
        plaza.venue.outline = vec![point(f64::NAN, 0.0); 4];
        plaza.places.get_mut(&BoardId(1)).unwrap().at = point(f64::NAN, 3.0);
        plaza.places.get_mut(&BoardId(2)).unwrap().facing = f64::INFINITY;
        plaza.places.get_mut(&BoardId(3)).unwrap().at = point(1e12, 3.0);
    });
    check("long names", &|plaza| {
        plaza.name = "广".repeat(200);
        plaza.venue.note = "注".repeat(2000);
        let thing = |kind: ThingKind, points: &[(f64, f64)]| Thing {
            kind,
            points: points.iter().map(|(x, y)| point(*x, *y)).collect(),
            width: 2.0,
            height: 1.0,
            name: "名".repeat(200),
            picture: None,
        };
        plaza.venue.things = ThingKind::ALL
            .into_iter()
            .flat_map(|kind| {
                [
                    thing(kind, &[]),
                    thing(kind, &[(3.0, 3.0)]),
                    thing(kind, &[(3.0, 3.0), (3.0, 3.0)]),
                    thing(kind, &[(1.0, 1.0), (6.0, 1.0), (6.0, 4.0), (1.0, 4.0)]),
                ]
            })
            .collect();
    });
}

#[test]
fn positions_come_back_from_the_spreadsheet_and_tell_what_changed() {
    let bench = Bench::new();
    let exhibition = arranged();
    bench.papers(&exhibition, &[PlanKind::Positions]);
    let out = bench.dir.path().join("out");
    let book = read_positions(&out.join("点位表.xlsx")).unwrap();
    assert_eq!(book, read_positions(&out.join("点位表.csv")).unwrap());
    assert_eq!(book.len(), 30);
    for (position, board) in book.iter().zip(exhibition.in_order()) {
        let stand = exhibition.plazas[0].places[&board.id];
        assert_eq!(position.code, board.code);
        assert!((position.at.x - stand.at.x).abs() < 0.001 && (position.at.y - stand.at.y).abs() < 0.001);
    }
    let same = Site::new(&exhibition, &exhibition.plazas[0], Lang::Hans);
    assert_eq!(changes(&same, &book), []);

    let mut later = exhibition.clone();
    let mut order = later.order.to_vec();
    order.swap(0, 1);
    later.order = Arc::new(order);
    change(&mut later, |plaza| {
        plaza.places.remove(&BoardId(5));
        let stand = plaza.places.get_mut(&BoardId(9)).unwrap();
        stand.at.x += 1.5;
        stand.facing += 90.0;
    });
    let mut without = book.clone();
    without.retain(|position| position.code != "B020");
    let site = Site::new(&later, &later.plazas[0], Lang::Hans);
    let told: Vec<(String, String)> = changes(&site, &without)
        .into_iter()
        .map(|change| (change.code, change.what.join(" ")))
        .collect();
    let wanted = [
        ("B002", "改号 002 → 001"),
        ("B001", "改号 001 → 002"),
        ("B009", "往东挪 1.50 米 转 90°"),
        ("B020", "新增"),
        ("B005", "撤下"),
    ];
    assert_eq!(told, wanted.map(|(code, what)| (code.to_string(), what.to_string())));
    // The page of changes wants to know since when.
    let order = bench.order(&later, &[PlanKind::Changes]);
    let to = bench.dir.path().join("changes");
    assert!(matches!(
        write_plan_papers(&order, &to, &Progress::default()),
        Err(HandoverError::Told(_))
    ));
    let order = PlanOrder {
        since: Some(&out),
        ..order
    };
    write_plan_papers(&order, &to, &Progress::default()).unwrap();
    if let Some(text) = outside("pdftotext", &["-layout"], &to.join("变动单.pdf")) {
        assert!(text.contains("B009") && text.contains("往东挪 1.50 米"), "{text}");
    }
    std::fs::write(out.join("notes.csv"), "a,b\n1,2\n").unwrap();
    assert!(read_positions(&out.join("notes.csv")).is_err());
}

#[test]
fn trucks_are_loaded_backwards_and_every_board_has_a_card() {
    let bench = Bench::new();
    let exhibition = arranged();
    let made = bench.papers(
        &exhibition,
        &[
            PlanKind::Loading,
            PlanKind::Cards,
            PlanKind::Schedule,
            PlanKind::CheckIn,
        ],
    );
    assert_eq!(made.files, 4);
    let site = Site::new(&exhibition, &exhibition.plazas[0], Lang::Hans);
    let numbers: BTreeSet<usize> = site.rows.iter().flat_map(|row| row.spots.clone()).collect();
    assert_eq!(numbers.len(), 30, "every board is in one row");
    if let Some(text) = bench.text("装车单.pdf") {
        let codes: Vec<&str> = text
            .split_whitespace()
            .filter(|word| word.starts_with('B') && word.len() == 4)
            .collect();
        let first = &site.rows[0];
        let backwards: Vec<String> = first
            .spots
            .iter()
            .rev()
            .map(|at| site.spots[*at].board.code.clone())
            .collect();
        let titled: Vec<&str> = codes.iter().copied().step_by(2).take(backwards.len()).collect();
        assert_eq!(titled, backwards, "code and title are the same here");
    }
    if let Some(text) = bench.text("地面号牌.pdf") {
        assert!(
            text.contains("017") && text.contains("B017") && text.contains("正面朝"),
            "{text}"
        );
    }
    let pages = lopdf::Document::load(made.folder.join("地面号牌.pdf"))
        .unwrap()
        .get_pages()
        .len();
    assert_eq!(pages, 15);
}

#[test]
fn a_cue_list_goes_by_the_clock() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    let stop = |board: u128, seconds: Option<f64>, speech: &str| Stop {
        board: BoardId(board),
        seconds,
        speech: speech.into(),
    };
    change(&mut exhibition, |plaza| {
        plaza.tours = vec![Tour {
            name: "上午路线".into(),
            is_leaders: true,
            stops: vec![
                stop(3, Some(120.0), "李主任：开头"),
                stop(21, Some(3600.0), "王老师：水利"),
                stop(99, None, "不在展览里"),
                stop(12, None, ""),
            ],
        }];
    });
    bench.papers(&exhibition, &[PlanKind::Cues, PlanKind::Setup]);
    if let Some(text) = bench.text("讲解单.pdf") {
        assert!(text.contains("上午路线") && text.contains("李主任：开头"), "{text}");
        assert!(text.contains("09:0") && text.contains("10:0"), "{text}");
        assert!(text.contains("2 分 00 秒") && text.contains("60 分 00 秒"), "{text}");
    }
    if let Some(text) = bench.text("布展图.pdf") {
        assert!(text.contains("领导参观路线"));
    }
}

/// A school yard: an outline with a notch, a building, trees, a lane, power, a way for leaders.
fn furnished() -> Exhibition {
    let mut exhibition = arranged();
    let thing = |kind: ThingKind, points: &[(f64, f64)], width: f64, name: &str| Thing {
        kind,
        points: points.iter().map(|(x, y)| point(*x, *y)).collect(),
        width,
        height: 3.0,
        name: name.into(),
        picture: None,
    };
    change(&mut exhibition, |plaza| {
        let (w, h) = (plaza.size.w + 14.0, plaza.size.h + 4.0);
        plaza.size = size(w, h);
        let corners = [(0.0, 0.0), (w, 0.0), (w, h - 4.0), (w - 8.0, h), (0.0, h)];
        plaza.venue.outline = corners.map(|(x, y)| point(x, y)).to_vec();
        plaza.venue.north = 28.0;
        plaza.venue.note = "东侧地面有坡，约 2%。".into();
        plaza.venue.opens = Hour(9 * 60);
        plaza.venue.closes = Hour(17 * 60 + 30);
        plaza.venue.things = vec![
            thing(ThingKind::FireLane, &[(w - 11.0, 0.0), (w - 11.0, h)], 3.5, "消防通道"),
            thing(
                ThingKind::Building,
                &[(w - 8.0, 1.0), (w - 1.0, 1.0), (w - 1.0, 6.0), (w - 8.0, 6.0)],
                0.0,
                "教学楼",
            ),
            thing(
                ThingKind::Steps,
                &[(w - 8.0, 6.0), (w - 1.0, 6.0), (w - 1.0, 7.5), (w - 8.0, 7.5)],
                0.0,
                "",
            ),
            thing(ThingKind::Tree, &[(w - 5.0, 10.0)], 3.0, "香樟"),
            thing(ThingKind::Tree, &[(2.0, 2.0)], 2.4, ""),
            thing(ThingKind::Power, &[(w - 8.6, h / 2.0)], 0.4, "32A"),
            thing(ThingKind::Flagpole, &[(w - 4.5, 8.6)], 0.2, ""),
            thing(ThingKind::Gate, &[(0.0, 6.0), (0.0, 10.0)], 0.4, ""),
            thing(ThingKind::Wall, &[(0.0, h), (w - 8.0, h)], 0.24, ""),
            thing(
                ThingKind::KeepOut,
                &[(1.0, h - 4.0), (5.0, h - 4.0), (5.0, h - 1.0), (1.0, h - 1.0)],
                0.0,
                "井盖",
            ),
        ];
        let stops = [1_u128, 5, 12, 16, 22, 28].map(|board| Stop {
            board: BoardId(board),
            seconds: (board != 12).then_some(90.0),
            speech: if board == 5 {
                "陈主任：治水这十年".into()
            } else {
                String::new()
            },
        });
        plaza.tours = vec![Tour {
            name: String::new(),
            is_leaders: true,
            stops: stops.to_vec(),
        }];
    });
    exhibition
}

#[test]
fn a_furnished_ground_has_a_legend_of_what_occurs_and_no_more() {
    let bench = Bench::new();
    let mut exhibition = furnished();
    bench.papers(
        &exhibition,
        &[
            PlanKind::Setup,
            PlanKind::Leaflet,
            PlanKind::Cues,
            PlanKind::Page,
            PlanKind::Cards,
        ],
    );
    if let Some(text) = bench.text("布展图.pdf") {
        for wanted in [
            "消防通道",
            "建筑",
            "台阶",
            "旗杆",
            "电源",
            "禁放区",
            "大门",
            "领导参观路线",
            "教学楼",
            "坡",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
    }
    if let Some(text) = bench.text("观展折页.pdf") {
        assert!(text.contains("09:00–17:30"), "{text}");
    }
    change(&mut exhibition, |plaza| {
        plaza.venue.things.retain(|thing| thing.kind == ThingKind::Tree);
        plaza.tours.clear();
    });
    bench.papers(&exhibition, &[PlanKind::Setup]);
    if let Some(text) = bench.text("布展图.pdf") {
        assert!(text.contains("树"));
        for unwanted in ["消防通道", "建筑", "电源", "领导参观路线"] {
            assert!(!text.contains(unwanted), "{unwanted}: {text}");
        }
    }
}

/// What stands between the tags of the page's data.
fn data_of(page: &str) -> serde_json::Value {
    let (_, rest) = page
        .split_once(r#"<script type="application/json" id="data">"#)
        .unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(data).unwrap()
}

#[test]
fn the_page_for_phones_names_no_address_and_runs_no_title() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    let evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    Arc::make_mut(&mut exhibition.show).title = TwoName {
        hans: evil.into(),
        hant: evil.into(),
    };
    change(&mut exhibition, |plaza| plaza.name = evil.into());
    let made = bench.papers(&exhibition, &[PlanKind::Page]);
    let page = std::fs::read_to_string(made.folder.join("手机导览.html")).unwrap();
    assert!(!page.contains("<script>alert") && !page.contains("<img src=x"));
    assert_eq!(page.matches("<script").count(), 2);
    // The one address is the name of a language, which nobody fetches.
    let addresses: Vec<&str> = page
        .match_indices("://")
        .map(|(at, _)| &page[at - 5..at + 20])
        .collect();
    assert!(addresses.iter().all(|at| at.contains("www.w3.org")), "{addresses:?}");
    let data = data_of(&page);
    assert_eq!(data["name"][0], evil);
    let boards = data["boards"].as_array().unwrap();
    assert_eq!(boards.len(), 30);
    assert!(boards.iter().all(|board| {
        board["picture"]
            .as_str()
            .unwrap()
            .starts_with("data:image/jpeg;base64,/9j/")
    }));
    // The map parses as what it is.
    let svg = &page[page.find("<svg").unwrap()..page.find("</svg>").unwrap() + 6];
    let map = roxmltree::Document::parse(svg).unwrap();
    let marks = map.descendants().filter(|node| node.attribute("data-n").is_some());
    assert_eq!(marks.count(), 30);
    assert!(made.bytes < 12_000_000);
}

#[test]
fn the_catalogue_has_a_bookmark_a_unit_and_slides_a_page_a_board() {
    let bench = Bench::new();
    let made = bench.papers(&arranged(), &[PlanKind::Catalogue, PlanKind::Slides, PlanKind::Leaflet]);
    let pages = |name: &str| lopdf::Document::load(made.folder.join(name)).unwrap();
    let catalogue = pages("展板图册.pdf");
    assert_eq!(catalogue.get_pages().len(), 30);
    let root = catalogue.catalog().unwrap();
    let outlines = root.get(b"Outlines").unwrap().as_reference().unwrap();
    let count = catalogue.get_dictionary(outlines).unwrap().get(b"Count").unwrap();
    assert_eq!(count.as_i64().unwrap(), 3, "a bookmark for each unit");
    assert_eq!(pages("投影.pdf").get_pages().len(), 31, "the plan comes first");
    assert_eq!(pages("观展折页.pdf").get_pages().len(), 2);
    if let Some(text) = bench.text("展板图册.pdf") {
        assert!(
            text.contains("水土青禾") && text.contains("横"),
            "the place in the plaza stands on it"
        );
    }
    for name in ["展板图册.pdf", "投影.pdf", "观展折页.pdf"] {
        called(Command::new("qpdf").arg("--check").arg(made.folder.join(name)));
    }
}

#[test]
fn papers_are_whole_or_not_there() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    let to = bench.dir.path().join("papers");
    let kinds = [PlanKind::Setup, PlanKind::Page];
    let progress = Progress::default();
    progress.cancel();
    let stopped = write_plan_papers(&bench.order(&exhibition, &kinds), &to, &progress);
    assert!(matches!(stopped, Err(HandoverError::Export(ExportError::Cancelled))));
    let left = || {
        std::fs::read_dir(bench.dir.path())
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name())
    };
    assert!(!to.exists() && left().all(|name| !name.to_string_lossy().contains("part")));
    // Somebody else's files stay as they are.
    std::fs::create_dir(&to).unwrap();
    std::fs::write(to.join("mine.txt"), "keep").unwrap();
    let taken = write_plan_papers(&bench.order(&exhibition, &kinds), &to, &Progress::default());
    assert!(matches!(taken, Err(HandoverError::Told(_))));
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 1);
    // A file where a folder is wanted.
    let blocked = to.join("mine.txt").join("papers");
    let unwritable = write_plan_papers(&bench.order(&exhibition, &kinds), &blocked, &Progress::default());
    assert!(unwritable.is_err());
    assert_eq!(std::fs::read(to.join("mine.txt")).unwrap(), b"keep");
    // A list of nothing is no paper.
    let cues = write_plan_papers(
        &bench.order(&exhibition, &[PlanKind::Cues]),
        &bench.dir.path().join("cues"),
        &Progress::default(),
    );
    assert!(matches!(cues, Err(HandoverError::Told(_))) && !bench.dir.path().join("cues").exists());
    exhibition.plazas.clear();
    let none = write_plan_papers(
        &bench.order(&exhibition, &kinds),
        &bench.dir.path().join("none"),
        &Progress::default(),
    );
    assert!(matches!(none, Err(HandoverError::Told(_))));
}

#[test]
fn every_plaza_has_its_own_files() {
    let bench = Bench::new();
    let mut exhibition = arranged();
    let mut second = (*exhibition.plazas[0]).clone();
    second.id = PlazaId::random();
    second.name = "体育馆/二楼".into();
    change(&mut exhibition, |plaza| {
        plaza.places.retain(|board, _| board.0 <= 15);
    });
    second.places.retain(|board, _| board.0 > 15 && board.0 != 30);
    exhibition.plazas.push(Arc::new(second));
    let made = bench.papers(&exhibition, &[PlanKind::Setup, PlanKind::CheckIn, PlanKind::Positions]);
    let mut names: Vec<String> = std::fs::read_dir(&made.folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let wanted = [
        "到场核对 体育馆二楼.pdf",
        "到场核对 水土青禾.pdf",
        "布展图 体育馆二楼.pdf",
        "布展图 水土青禾.pdf",
        "点位表.csv",
        "点位表.xlsx",
    ];
    assert_eq!(names, wanted);
    assert_eq!(read_positions(&made.folder).unwrap().len(), 29);
    let only = PlanOrder {
        plaza: Some(exhibition.plazas[1].id),
        ..bench.order(&exhibition, &[PlanKind::Setup])
    };
    let only = write_plan_papers(&only, &bench.dir.path().join("only"), &Progress::default()).unwrap();
    assert_eq!(only.files, 1);
    assert!(plaza_by_name(&exhibition, "体育").is_ok_and(|plaza| plaza.id == exhibition.plazas[1].id));
    assert!(plaza_by_name(&exhibition, "没有").is_err() && plaza_by_name(&exhibition, "").is_err());
}

#[test]
fn the_command_line_makes_them_too() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("s.zhanban");
    let exhibition = arranged();
    drop(zhanban::store::Project::create(&folder, &exhibition).unwrap());
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhanban"));
        command
            .args(["plan", "papers", "s.zhanban"])
            .args(args)
            .current_dir(dir.path())
            .env("ZHANBAN_HOME", env!("CARGO_MANIFEST_DIR"))
            .env("LC_ALL", "en_US.UTF-8");
        let done = command.output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        (done.status.code(), said)
    };
    let (code, said) = run(&["--to", "out", "--kinds", "setup,positions"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("3 files"), "{said}");
    assert!(dir.path().join("out/Set-up plan.pdf").is_file());
    let (code, said) = run(&["--to", "out", "--kinds", "setup"]);
    assert!(code == Some(2) && said.contains("not empty"), "{said}");
    let (code, said) = run(&["--to", "other", "--plaza", "nowhere"]);
    assert!(code == Some(2) && said.contains("nowhere"), "{said}");
    let (code, said) = run(&["--to", "other", "--kinds", "changes", "--since", "out"]);
    assert!(code == Some(0), "{said}");
}
