//! The same frame through the screen's and the PDF's back end, compared at one dpi.

use super::*;
use zhanban::base::Progress;
use zhanban::export::{Page, Press, Sources, write_pdf};

/// A board of 60 × 40 mm in black on white: turned text, lines, cut and turned groups, a photo.
fn black_and_white(desk: &mut Desk) -> Frame {
    let black = Colour::Srgb([0; 3]);
    let photo = RgbImage::from_fn(120, 80, |x, y| {
        Rgb([if (x / 20 + y / 20) % 2 == 0 { 20 } else { 250 }; 3])
    });
    let facts = desk.add("checks.png", &with_turn(&encoded(&photo), 6));
    let place = rect(36.0, 2.0, 16.0, 24.0);
    let runs = "展板水土青禾".chars().enumerate().map(|(index, character)| {
        let (face, place) = (index as u8, [3.0 + index as f64 * 5.0, 8.0]);
        let glyph = glyph_of(face.into(), character, place, face % 2, 1.0 - index as f64 / 12.0);
        run(face.into(), 5.0, vec![glyph])
    });
    let along = |width, round, dash: &[f64]| Stroke {
        paint: Paint::flat(black),
        ..stroke(width, round, dash)
    };
    let bend = [point(3.0, 14.0), point(20.0, 12.0), point(8.0, 20.0), point(30.0, 22.0)];
    let group = GroupItem {
        clip: Some(Path::rect(rect(0.0, 0.0, 14.0, 8.0))),
        opacity: 1.0,
        items: vec![
            placed(
                Transform::IDENTITY,
                run(7, 12.0, vec![glyph_of(7, '禾', [4.0, 11.0], 0, 1.0)]),
            ),
            placed(Transform::IDENTITY, flat(rect(-5.0, 0.0, 8.0, 4.0), black)),
        ],
    };
    let mut items: Vec<Item> = runs.collect();
    items.push(line(&bend, along(0.8, true, &[])));
    items.push(line(
        &bend.map(|p| point(p.x, p.y + 4.0)),
        along(0.5, false, &[2.0, 0.7]),
    ));
    items.push(Item::Image(image_item(&facts, place, rect(37.3, 3.1, 13.0, 20.0))));
    let mut frame = Frame {
        size: size(60.0, 40.0),
        ..frame(items)
    };
    let turned = Transform::rotate(-20.0).then(&Transform::shift(12.0, 30.0));
    frame.items.push(placed(turned, Item::Group(group)));
    frame
}

#[test]
fn screen_and_pdf_show_the_same_board() {
    let mut desk = Desk::new();
    let frame = black_and_white(&mut desk);
    let folder = tempfile::tempdir().unwrap();
    let (pdf, picture) = (folder.path().join("board.pdf"), folder.path().join("board"));
    let page = Page {
        frame: Arc::new(frame.clone()),
        number: "001".into(),
        title: "黑白".into(),
        code: "T1".into(),
        committee: "甲".into(),
        ..Page::default()
    };
    let sources = Sources {
        fonts: desk.ink.fonts.clone(),
        library: desk.ink.library.clone(),
        photos: desk.ink.photos.clone(),
        proof: desk.ink.proof.clone(),
    };
    let profile = std::fs::read(root().join("assets/profiles/coated-fogra39.icc")).unwrap();
    let press = Press::plain(profile.into());
    write_pdf(&[page], "黑白", &press, &sources, &pdf, &Progress::default()).unwrap();
    let mut tool = std::process::Command::new("pdftocairo");
    tool.args(["-png", "-singlefile", "-r", "254"]).arg(&pdf).arg(&picture);
    let Ok(output) = tool.output() else {
        assert_ne!(
            std::env::var("ZHANBAN_ALL_TOOLS").as_deref(),
            Ok("1"),
            "pdftocairo is missing"
        );
        println!("skipped: pdftocairo");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = image::open(picture.with_extension("png")).unwrap().to_luma8();
    let screen = desk.draw(&frame);
    assert_eq!(printed.dimensions(), (screen.width, screen.height));
    let off: Vec<u8> = printed
        .pixels()
        .zip(screen.rgba.as_chunks::<4>().0)
        .map(|(a, b)| a.0[0].abs_diff(b[0]))
        .collect();
    let mean = off.iter().map(|value| f64::from(*value)).sum::<f64>() / off.len() as f64;
    let far = off.iter().filter(|value| **value > 110).count();
    // The two smooth edges differently, which gives 0.5 and 22; a picture shifted by one pixel gives 3 and 2800.
    assert!(mean < 1.0 && far < 60, "{mean} on average, {far} pixels far off");
}
