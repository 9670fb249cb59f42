//! SVG files of all sorts, kind and hostile: read in bounded time, told where something is left out or refused.

use super::{Bench, DRAWING};
use std::time::{Duration, Instant};
use zhanban::base::say::LeftOut;
use zhanban::base::say::MediaSay;
use zhanban::base::{Digest, Lang, PhotoFormat, PhotoState, reason};
use zhanban::media::{Art, Fill, Mark, Shape, art_at_hand, inspect};

fn read(text: &str) -> std::sync::Arc<Art> {
    let digest = Digest::of(text.as_bytes());
    let facts = inspect(digest, "a.svg", text.as_bytes());
    assert_eq!(
        (facts.format, &facts.state),
        (PhotoFormat::Svg, &PhotoState::Good),
        "{text}"
    );
    art_at_hand(digest).unwrap()
}

fn svg(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">{inside}</svg>"#
    )
}

fn shapes(marks: &[Mark]) -> Vec<&Shape> {
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Shape(shape) => found.push(shape),
            Mark::Group { marks, .. } => found.extend(shapes(marks)),
        }
    }
    found
}

/// Whether there is a clip, how opaque, how many marks.
fn has_group(marks: &[Mark], is_it: &dyn Fn(bool, f64, usize) -> bool) -> bool {
    marks.iter().any(|mark| match mark {
        Mark::Group { clip, opacity, marks } => is_it(clip.is_some(), *opacity, marks.len()) || has_group(marks, is_it),
        Mark::Shape(_) => false,
    })
}

#[test]
fn a_drawing_is_read_with_all_its_vectors() {
    let art = read(DRAWING);
    assert_eq!((art.size.w, art.size.h), (1000.0, 500.0));
    assert_eq!(art.left_out, []);
    let all = shapes(&art.marks);
    let has = |is: &dyn Fn(&Shape) -> bool| all.iter().filter(|shape| is(shape)).count();
    assert_eq!(has(&|shape| matches!(shape.fill, Some(Fill::Linear { .. }))), 1);
    assert_eq!(has(&|shape| matches!(shape.fill, Some(Fill::Radial { .. }))), 1);
    assert_eq!(has(&|shape| shape.path.even_odd), 1);
    // Two trees of two shapes.
    let green = |shape: &Shape| matches!(shape.fill, Some(Fill::Flat(tone)) if tone.rgb == [0x2e, 0x7d, 0x4f]);
    assert_eq!(has(&green), 2);
    let dashed = |shape: &Shape| {
        shape
            .line
            .as_ref()
            .is_some_and(|line| line.dash == [20.0, 10.0] && line.width == 5.0)
    };
    assert_eq!(has(&dashed), 1);
    // Square ends are no line of ours: it became a shape.
    let outlined = |shape: &Shape| matches!(shape.fill, Some(Fill::Flat(tone)) if tone.rgb == [0x37, 0x47, 0x4f]);
    assert_eq!(has(&outlined), 1);
    assert!(has_group(&art.marks, &|clip, opacity, marks| !clip
        && opacity == 0.5
        && marks == 2));
    assert!(has_group(&art.marks, &|clip, opacity, marks| clip
        && opacity == 1.0
        && marks == 2));
}

#[test]
fn a_gradient_over_an_oblong_shape_stays_an_oblong() {
    let text = svg(
        r##"<radialGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><rect width="100" height="20" fill="url(#g)"/>"##,
    );
    let art = read(&text);
    let all = shapes(&art.marks);
    let Some(Fill::Radial { centre, radius, .. }) = &all[0].fill else {
        panic!("{:?}", all[0].fill)
    };
    let middle = all[0].at.apply(*centre);
    assert!(
        (middle.x - 500.0).abs() < 0.01 && (middle.y - 100.0).abs() < 0.01,
        "{middle:?}"
    );
    let across = all[0].at.a * radius;
    let down = all[0].at.d * radius;
    assert!(
        (across - 500.0).abs() < 0.5 && (down - 100.0).abs() < 0.1,
        "{across} {down}"
    );
}

#[test]
fn what_is_no_vector_is_left_out_and_named() {
    for (inside, what) in [
        (
            r#"<text x="1" y="9">字</text><rect width="9" height="9"/>"#,
            LeftOut::Text,
        ),
        (
            r#"<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/><rect width="9" height="9"/>"#,
            LeftOut::Picture,
        ),
        (
            r#"<image width="9" height="9" href="http://127.0.0.1:9/a.png"/>"#,
            LeftOut::Picture,
        ),
        (
            r#"<image width="9" height="9" href="file:///etc/hostname"/>"#,
            LeftOut::Picture,
        ),
        (
            r##"<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect width="9" height="9" filter="url(#f)"/>"##,
            LeftOut::Filter,
        ),
        (
            r##"<mask id="m"><rect width="5" height="5" fill="#fff"/></mask><rect width="9" height="9" mask="url(#m)"/>"##,
            LeftOut::Mask,
        ),
        (
            r##"<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern><rect width="9" height="9" fill="url(#p)"/>"##,
            LeftOut::Pattern,
        ),
        (
            r#"<rect width="9" height="9" style="mix-blend-mode:multiply"/>"#,
            LeftOut::Blend,
        ),
        (
            r##"<linearGradient id="g" spreadMethod="repeat" x2="0.2"><stop offset="0"/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>"##,
            LeftOut::Gradient,
        ),
    ] {
        assert_eq!(read(&svg(inside)).left_out, [what], "{inside}");
    }
    for harmless in [
        "<script>while(true){}</script>",
        r#"<rect width="9" height="9" onclick="x()"/>"#,
        "<text> </text>",
    ] {
        assert_eq!(read(&svg(harmless)).left_out, []);
    }
}

#[test]
fn black_and_white_are_ink_and_paper_and_other_colours_keep_their_values() {
    let mut bench = Bench::new();
    let text = svg(
        r##"<rect width="9" height="9"/><rect width="5" height="5" fill="#fff"/><rect width="3" height="3" fill="#12ab34"/>"##,
    );
    let file = bench.file("三.svg", text.as_bytes());
    bench.add(zhanban::geom::rect(100.0, 100.0, 100.0, 50.0), super::art(file.digest));
    let frame = bench.laid().frame;
    let text = serde_json::to_string(&frame).unwrap();
    for wanted in [
        r#"{"cmyk":[0.0,0.0,0.0,100.0]}"#,
        r#"{"cmyk":[0.0,0.0,0.0,0.0]}"#,
        r#"{"srgb":[18,171,52]}"#,
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
}

/// Each is refused or read within seconds, and told in three languages where it is refused.
#[test]
fn hostile_files_cost_little_and_crash_nothing() {
    let mut uses = String::from(r#"<defs><g id="a0"><rect width="1" height="1"/></g>"#);
    for step in 1..40 {
        let before = step - 1;
        uses += &format!(r##"<g id="a{step}"><use href="#a{before}"/><use href="#a{before}"/></g>"##);
    }
    let uses = svg(&(uses + r##"</defs><use href="#a39"/>"##));
    let mut patterns = String::from("<style>rect{fill:url(#p39)}</style><defs>");
    for step in 1..40 {
        let before = step - 1;
        let rect = format!(r##"<rect width="1" height="1" fill="url(#p{before})"/>"##);
        patterns += &format!(
            r#"<pattern id="p{step}" width="2" height="2">{}</pattern>"#,
            rect.repeat(9)
        );
    }
    let patterns = svg(&(patterns + r##"</defs><rect width="9" height="9" fill="url(#p39)"/>"##));
    let entities = {
        let mut text = String::from("<!DOCTYPE svg [<!ENTITY a0 \"<g/>\">");
        for step in 1..30 {
            let before = step - 1;
            text += &format!("<!ENTITY a{step} \"{}\">", format!("&a{before};").repeat(10));
        }
        text + "]>" + &svg("&a29;")
    };
    let markers = {
        let path = format!("M0 0{}", "L1 1L2 0".repeat(30_000));
        svg(&format!(
            r##"<marker id="m">{}</marker><path d="{path}" marker-mid="url(#m)"/>"##,
            r#"<rect width="1" height="1"/>"#.repeat(500)
        ))
    };
    let deep = svg(&("<g>".repeat(100_000) + "<rect width='1' height='1'/>" + &"</g>".repeat(100_000)));
    let circle = svg(r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>"##);
    let long = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><!--{}--></svg>",
        "x".repeat(50 << 20)
    );
    let many = svg(&"<rect width='1' height='1'/>".repeat(250_000));
    let dashes = svg(
        r#"<path d="M0 0h100000" stroke="red" stroke-width="2" stroke-linecap="square" stroke-dasharray="0.00001"/>"#,
    );
    let refused = [
        ("use", uses),
        ("patterns", patterns),
        ("entities", entities),
        ("markers", markers),
        ("deep", deep),
        ("circle", circle),
        ("long", long),
        ("many", many),
        ("cut", DRAWING[..400].to_string()),
        (
            "no size",
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>"#.to_string(),
        ),
        (
            "a thread",
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 100000"><rect width="1" height="9"/></svg>"#
                .into(),
        ),
    ];
    for (name, text) in &refused {
        let begin = Instant::now();
        let facts = inspect(Digest::of(text.as_bytes()), name, text.as_bytes());
        let PhotoState::Broken { reason } = &facts.state else {
            panic!("{name}: {:?}", facts.state);
        };
        assert!(
            [reason::LARGE_DRAWING, reason::BROKEN_DRAWING].contains(&reason.as_str()),
            "{name}: {reason}"
        );
        let say = MediaSay::of(&facts).unwrap();
        assert!(say.texts().iter().all(|text| text.contains(*name)));
        assert!(
            begin.elapsed() < Duration::from_secs(20),
            "{name} {:?}",
            begin.elapsed()
        );
    }
    let taken = [
        ("nan", r#"<svg xmlns="http://www.w3.org/2000/svg" width="NaN" height="inf" viewBox="0 0 10 10"><rect width="NaN" height="1e99"/><path d="M0 0L1e38 1e38L-1e38 NaN"/></svg>"#.to_string()),
        ("no size at all", r#"<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>"#.into()),
        ("dashes", dashes),
        ("empty", svg("")),
    ];
    for (name, text) in &taken {
        let begin = Instant::now();
        let facts = inspect(Digest::of(text.as_bytes()), name, text.as_bytes());
        assert_eq!(facts.state, PhotoState::Good, "{name}");
        let art = art_at_hand(facts.digest).unwrap();
        assert!(
            shapes(&art.marks).iter().all(|shape| shape.path.segs.len() < 100_000),
            "{name}"
        );
        assert!(begin.elapsed() < Duration::from_secs(5), "{name}");
    }
    // Any byte of a good file changed: shown or told.
    let mut spoilt = DRAWING.as_bytes().to_vec();
    for at in (0..spoilt.len()).step_by(37) {
        let was = std::mem::replace(&mut spoilt[at], b'"');
        let facts = inspect(Digest::of(&spoilt), "spoilt.svg", &spoilt);
        assert!(facts.state == PhotoState::Good || MediaSay::of(&facts).is_some());
        spoilt[at] = was;
    }
    let zipped = inspect(Digest::of(b"z"), "z.svgz", b"\x1F\x8B\x08\0\0\0");
    assert!(MediaSay::of(&zipped).unwrap().texts()[Lang::En as usize].contains("compressed"));
}
