//! How fast text is converted and set: `cargo bench`. Figures of a release build; the sample's own boards and texts.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use zhanban::base::{Align, Day, Progress};
use zhanban::check::{CheckMemo, check_again, check_all, usual_shop};
use zhanban::compose::{empty_sample, import_folder, refit, restyled};
use zhanban::geom::{point, rect, size};
use zhanban::layout::{LayoutCache, Wall, lay_board, lay_board_again, layout_input};
use zhanban::media::Library;
use zhanban::model::{Area, Board, Command, Document, ElementKind, Exhibition, Hour, Plaza, PlazaId, Thing, ThingKind};
use zhanban::plaza::{Arrangement, Form, Sights, arrange, fit};
use zhanban::raster::{Ink, Photos, View, draw};
use zhanban::script::{Config, Region, Words, convert, doubts, warm};
use zhanban::store::Home;
use zhanban::text::{BoxIn, FontSlot, Look, Memo, ParaIn, Weight, lay};
use zhanban::walk::{Light, Mask, Scene};

const CAPTION: &str = "五月二十三日清晨，柳溪镇上坪村的余茂生在老渠口试水，水头走了四十分钟才到他家的田。";
const LINE: &str = "水利局的后文彬翻出老地图，发现溪原先有七个弯。头发里落了面粉，他说“云从脚底下过”。\n";

fn sample(home: &Home) -> Exhibition {
    let media = tempfile::tempdir().expect("a folder for the photos");
    sample_in(home, &Library::open(&media.path().join("media")))
}

fn sample_in(home: &Home, library: &Library) -> Exhibition {
    let mut show = Document::new(empty_sample());
    let read = import_folder(
        &home.sample(),
        show.exhibition(),
        &home.templates,
        library,
        &Progress::default(),
    );
    let read = read.expect("the sample");
    show.execute(&Command::Batch(read.commands)).expect("sound commands");
    show.exhibition().clone()
}

/// All that a board says in its own script, in characters.
fn length(board: &Board) -> usize {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    texts.map(|text| text.source.to_plain().chars().count()).sum()
}

/// The board of the sample that is nearest to 900 characters, as it stands there.
fn board(show: &Exhibition) -> Board {
    let near = |board: &&Arc<Board>| length(board).abs_diff(900);
    let board = show.boards.iter().min_by_key(near).expect("boards");
    println!("board {} has {} characters", board.code, length(board));
    Board::clone(board)
}

/// Writes into the middle of the longest text of a board, in place of as many characters, so that it stays as full.
fn type_into(board: &mut Board, letter: &str) {
    let texts = board
        .elements
        .iter_mut()
        .filter_map(|element| match &mut Arc::make_mut(element).kind {
            ElementKind::Text(text) => Some(&mut text.text.source),
            _ => None,
        });
    let paras = texts.flat_map(|text| text.paras.iter_mut());
    if let Some(para) = paras.max_by_key(|para| para.text.len()) {
        let middle = para.text.chars().count() / 2;
        let range: Vec<usize> = para
            .text
            .char_indices()
            .skip(middle)
            .take(2)
            .map(|(at, _)| at)
            .collect();
        para.text.replace_range(range[0]..range[1], letter);
    }
}

fn layout(criterion: &mut Criterion) {
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let fonts = &home.fonts;
    let show = sample(&home);
    let whole = board(&show);
    let typed: Vec<Arc<Board>> = (0..16)
        .map(|count| {
            let mut board = whole.clone();
            let letter = "水田山石草木云雨风雷河江湖海月日".chars().nth(count).expect("sixteen");
            type_into(&mut board, letter.encode_utf8(&mut [0; 4]));
            Arc::new(board)
        })
        .collect();
    let mut turn = 0;
    criterion.bench_function("board of 900 characters, another one typed each time", |bench| {
        bench.iter_batched(
            || {
                turn += 1;
                typed[turn % typed.len()].clone()
            },
            |board| lay_board(&layout_input(&show, &board, None), fonts),
            BatchSize::SmallInput,
        );
    });
    let mut memo = Memo::default();
    criterion.bench_function("the same board after each keystroke", |bench| {
        bench.iter(|| {
            turn += 1;
            let input = layout_input(&show, &typed[turn % typed.len()], None);
            let laid = lay_board_again(&input, fonts, &memo);
            memo = std::mem::take(&mut memo).turned();
            laid
        });
    });
    for (name, text, w) in [
        ("caption", CAPTION.to_string(), 220.0),
        ("paragraph of 900 characters", LINE.trim().repeat(22), 600.0),
        ("a megabyte in one caption", LINE.trim().repeat(8_000), 600.0),
    ] {
        let input = BoxIn {
            size: size(w, 1000.0),
            vertical: false,
            region: Region::Mainland,
            paras: vec![ParaIn {
                text,
                look: Look {
                    slot: FontSlot::Hei,
                    weight: Weight(400),
                    em: 11.0,
                    tag: 0,
                },
                line: 18.0,
                align: Align::Justify,
                ..ParaIn::default()
            }],
            para_gap: 0.0,
            columns: 1,
            column_gap: 0.0,
            block_align: 0.0,
        };
        criterion.bench_function(name, |bench| bench.iter(|| lay(&input, fonts)));
    }
}

fn conversion(criterion: &mut Criterion) {
    let begin = Instant::now();
    warm();
    println!("dictionaries parsed in {:.1} ms", begin.elapsed().as_secs_f64() * 1e3);
    let none = Words::default();
    let large = LINE.repeat(8_000);
    let back = convert(&large, Config::S2tw, &none, &[]).text;
    let mut group = criterion.benchmark_group("conversion");
    group.throughput(Throughput::Bytes(large.len() as u64)).sample_size(10);
    group.bench_function("s2tw", |bench| bench.iter(|| convert(&large, Config::S2tw, &none, &[])));
    group.bench_function("s2twp", |bench| {
        bench.iter(|| convert(&large, Config::S2twp, &none, &[]))
    });
    group.bench_function("tw2s", |bench| bench.iter(|| convert(&back, Config::Tw2s, &none, &[])));
    group.finish();
    criterion.bench_function("caption s2tw", |bench| {
        bench.iter(|| convert(CAPTION, Config::S2tw, &none, &[]))
    });
    criterion.bench_function("doubts of a caption", |bench| {
        bench.iter(|| doubts(CAPTION, Config::S2tw, &none, &[]))
    });
}

/// Groups of photos in a region, and boards from their contents: filled with the template's slots, and laid.
fn filling(criterion: &mut Criterion) {
    let shapes = [
        1.5, 0.75, 1.5, 1.333, 1.778, 1.5, 0.667, 1.5, 1.0, 1.5, 1.333, 0.75, 1.5, 1.5, 1.778,
    ];
    for count in [2, 6, 10, 15] {
        let wall = Wall {
            shapes: &shapes[..count],
            w: 1080.0,
            h: 640.0,
            gap: 15.0,
            least: 80.0,
            lead: Some(0),
            variant: 0,
            captions: &|_, w| if w < 150.0 { 34.0 } else { 20.0 },
        };
        criterion.bench_function(&format!("arrangement of {count} photos"), |bench| {
            bench.iter(|| wall.arrange())
        });
    }
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let show = sample(&home);
    let board = Arc::new(board(&show));
    let own = show.template_of(&board).expect("its template").clone();
    criterion.bench_function("a board on the other templates, all of them", |bench| {
        bench.iter(|| restyled(&show, &board, &home.templates, None, &home.fonts))
    });
    criterion.bench_function("a board onto another template and laid", |bench| {
        let other = home.template("blue-story").expect("shipped");
        bench.iter(|| {
            let there = Arc::new(refit(&board, &own, other, other.size));
            let mut changed = show.clone();
            Arc::make_mut(&mut changed.templates).insert(there.template.clone(), other.clone());
            lay_board(&layout_input(&changed, &there, None), &home.fonts)
        })
    });
    let mut group = criterion.benchmark_group("sample");
    group.sample_size(10);
    group.bench_function("200 boards from a content folder, photos and all", |bench| {
        bench.iter(|| sample(&home))
    });
    group.finish();
}

/// The board with most text and photos, edited as a person does, and drawn as the canvas draws it.
fn editing(criterion: &mut Criterion) {
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let media = tempfile::tempdir().expect("a folder for the photos");
    let library = Library::open(&media.path().join("media"));
    let show = sample_in(&home, &library);
    let most = show
        .boards
        .iter()
        .max_by_key(|board| length(board))
        .expect("boards")
        .clone();
    println!(
        "board {} has {} characters, {} elements",
        most.code,
        length(&most),
        most.elements.len()
    );
    let cache = LayoutCache::new(home.fonts.clone());
    let mut document = Document::new(show);
    let mut times = Vec::new();
    let resident = || {
        std::fs::read_to_string("/proc/self/smaps_rollup")
            .ok()
            .and_then(|text| pss(&text))
    };
    let mut before = None;
    for edit in 0..10_000 {
        let board = Board::clone(document.exhibition().board(most.id).expect("it stays"));
        let begin = Instant::now();
        document.execute(&edited(&board, edit)).expect("a sound edit");
        let now = document.exhibition();
        std::hint::black_box(cache.lay(now, now.board(most.id).expect("it stays"), None));
        times.push(begin.elapsed().as_secs_f64() * 1e3);
        if edit % 2 == 1 {
            document.undo();
        }
        // What is kept at hand on purpose is there by then.
        if edit == 1_000 {
            before = resident();
        }
    }
    told("an edit to its frame, 10,000 of them", &mut times);
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("memory after 1,000 edits {before} KB, after 10,000 {after} KB");
    }
    let show = document.exhibition();
    let ink = Ink {
        fonts: home.fonts.clone(),
        library,
        proof: home.proof.clone(),
        photos: show.photos.clone(),
        lens: None,
    };
    for (name, px_per_mm, from) in [("the whole board", 0.9, -100.0), ("a part at 4 px a mm", 4.0, 150.0)] {
        let view = View {
            width_px: 1920,
            height_px: 1080,
            origin: point(from, from),
            px_per_mm,
        };
        let laid = cache.lay(show, show.board(most.id).expect("it stays"), None);
        criterion.bench_function(&format!("{name} drawn on 1920 x 1080"), |bench| {
            bench.iter(|| draw(&laid.frame, &view, &ink, Photos::Wait))
        });
    }
}

/// Typing, dragging, typing.
fn edited(board: &Board, edit: usize) -> Command {
    if edit % 3 == 1 {
        let texts: Vec<_> = board
            .elements
            .iter()
            .filter(|element| matches!(element.kind, ElementKind::Text(_)))
            .collect();
        return Command::SetArea {
            board: board.id,
            element: texts[edit / 3 % texts.len()].id,
            area: Area::ByHand {
                rect: rect(60.0 + (edit % 7) as f64, 80.0, 300.0, 200.0),
                angle: 0.0,
            },
        };
    }
    let letter = "水田山石草木云雨风雷河江湖海月日"
        .chars()
        .nth(edit % 16)
        .expect("sixteen");
    let mut typed = board.clone();
    type_into(&mut typed, letter.encode_utf8(&mut [0; 4]));
    Command::SetBoard(Arc::new(typed))
}

/// In KB.
fn pss(rollup: &str) -> Option<u64> {
    let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn told(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{what}: median {:.2} ms, p95 {:.2} ms, p99 {:.2} ms, longest {:.2} ms",
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0)
    );
}

/// Shows of 200 and 2,000 boards onto ground with a lane, a tree and a flagpole.
fn arranging(criterion: &mut Criterion) {
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let small = sample(&home);
    let mut large = small.clone();
    for copy in 1..10_u128 {
        for board in &small.boards {
            let mut board = Board::clone(board);
            board.id.0 ^= copy << 64;
            board.code = format!("{}-{copy}", board.code);
            large.boards.push(Arc::new(board));
        }
    }
    large.order = Arc::new(large.boards.iter().map(|board| board.id).collect());
    let mut group = criterion.benchmark_group("plaza");
    group.sample_size(10);
    for (show, w, h) in [(&small, 90.0, 60.0), (&large, 260.0, 180.0)] {
        let mut plaza = Plaza::new(PlazaId(1), "广场".into(), size(w, h));
        plaza.venue.things = [
            (ThingKind::FireLane, 4.0),
            (ThingKind::Tree, 3.0),
            (ThingKind::Flagpole, 1.0),
        ]
        .into_iter()
        .enumerate()
        .map(|(at, (kind, width))| {
            let first = point(w / 2.0 + 6.0 * at as f64, 0.0);
            let points = match kind {
                ThingKind::FireLane => vec![first, point(first.x, h)],
                _ => vec![point(first.x, h / 3.0)],
            };
            Thing {
                kind,
                points,
                width,
                height: 3.0,
                name: String::new(),
                picture: None,
            }
        })
        .collect();
        for form in Form::ALL {
            let wish = Arrangement {
                form,
                ..Arrangement::default()
            };
            let name = format!("{} boards, {form:?}", show.boards.len());
            group.bench_function(&name, |bench| {
                bench.iter(|| fit(show, Some(&plaza), &wish, &Sights::new()))
            });
        }
    }
    group.finish();
}

/// The plaza in space: made anew when the show changes, lit anew when the hour does, drawn without a card.
fn walking(criterion: &mut Criterion) {
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let show = sample(&home);
    let plaza = arrange(&show);
    let day = Day::parse("2026-10-01").expect("a day");
    let light = Light::of(&plaza.venue, day, Hour(9 * 60));
    let scene = Scene::of(&show, &plaza, true);
    let mut group = criterion.benchmark_group("walk");
    group.sample_size(10);
    group.bench_function("scene of 200 boards", |bench| {
        bench.iter(|| Scene::of(&show, &plaza, true))
    });
    group.bench_function("shadows on the ground", |bench| bench.iter(|| Mask::of(&scene, &light)));
    group.finish();
}

/// Preflight of 200 boards that are laid out already, and after one of them was changed, its layout with it.
fn checking(criterion: &mut Criterion) {
    let home = Home::open_at(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("fonts and templates");
    let show = sample(&home);
    let (cache, shop) = (LayoutCache::new(home.fonts.clone()), usual_shop());
    println!("{} findings", check_all(&show, &cache, &shop).len());
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    group.bench_function("200 boards, layouts warm, all rules", |bench| {
        bench.iter(|| check_all(&show, &cache, &shop))
    });
    let memo = CheckMemo::default();
    check_again(&show, &cache, &shop, &memo);
    group.bench_function("200 boards, nothing changed", |bench| {
        bench.iter(|| check_again(&show, &cache, &shop, &memo))
    });
    let mut document = Document::new(show.clone());
    let board = board(&show);
    let mut edit = 0;
    group.bench_function("200 boards, one of 900 characters changed", |bench| {
        bench.iter_batched(
            || {
                edit += 1;
                let mut typed = board.clone();
                let letter = "水田山石草木云雨".chars().nth(edit % 8).expect("eight");
                type_into(&mut typed, letter.encode_utf8(&mut [0; 4]));
                document
                    .execute(&Command::SetBoard(Arc::new(typed)))
                    .expect("a sound edit");
                document.exhibition().clone()
            },
            |show| check_again(&show, &cache, &shop, &memo),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(
    speed, layout, conversion, filling, editing, arranging, walking, checking
);
criterion_main!(speed);
