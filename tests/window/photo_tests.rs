//! A photo under the hand, by label: level, turn, tone, masks, what must be seen, the frame's shape; and undo.

use super::board_tests::{Window, ctrl, with_photo};
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable;
use zhanban::base::{MaskForm, MaskKind, PhotoPart, Tone};
use zhanban::model::{Crop, ElementKind, FrameShape, PhotoElement};

/// Grey waves of 60 to 180, so that the automatic tone has something to do.
fn dull() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(600, 400, |x, y| image::Rgb([60 + ((x * 3 + y * 5) % 120) as u8; 3]));
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode_image(&picture)
        .unwrap();
    bytes
}

fn opened() -> Window {
    let mut window = with_photo("mmexport1700000000000.jpg", &dull());
    window.click("标题 水到上坪村");
    let photo = window.slot("photo.1").id;
    while window.harness.state().session().element != Some(photo) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    window
}

fn photo(window: &Window) -> PhotoElement {
    match &window.slot("photo.1").kind {
        ElementKind::Photo(photo) => photo.clone(),
        other => panic!("{other:?}"),
    }
}

/// The slider gets the keyboard and its arrows turn it.
fn turn(window: &mut Window, slider: &str, key: Key, times: usize) {
    window.harness.get_by_label(slider).focus();
    window.settle();
    for _ in 0..times {
        window.key(Modifiers::NONE, key);
    }
    window.rest();
}

#[test]
fn a_photo_is_levelled_by_tenths_turned_by_quarters_and_put_back() {
    let mut window = opened();
    turn(&mut window, "拉直", Key::ArrowRight, 3);
    assert_eq!(photo(&window).crop.angle, 0.3);
    window.click("向右转");
    window.click("向右转");
    window.click("向左转");
    assert_eq!(photo(&window).crop.quarters, 1);
    window.click("复位");
    assert_eq!(photo(&window).crop, Crop::default());
    window.key(ctrl(), Key::Z);
    assert_eq!((photo(&window).crop.angle, photo(&window).crop.quarters), (0.3, 1));
    for _ in 0..3 {
        window.key(ctrl(), Key::Z);
    }
    window.key(ctrl(), Key::Z);
    assert_eq!(
        photo(&window).crop,
        Crop::default(),
        "all turns of one slider are one step"
    );
}

#[test]
fn tone_follows_sliders_and_the_automatic_button_and_goes_back() {
    let mut window = opened();
    turn(&mut window, "对比", Key::ArrowRight, 4);
    turn(&mut window, "冷暖", Key::ArrowLeft, 2);
    let tone = photo(&window).tone;
    assert_eq!((tone.contrast, tone.warmth, tone.brightness), (4, -2, 0));
    // Its small copy is made beside the window.
    let begin = std::time::Instant::now();
    while photo(&window).tone.levels == [0, 255] {
        assert!(begin.elapsed().as_secs() < 30, "the copy never came");
        std::thread::sleep(std::time::Duration::from_millis(50));
        window.click("自动");
    }
    let tone = photo(&window).tone;
    assert!(tone.levels[0] >= 50 && tone.levels[1] <= 190, "{tone:?}");
    assert_eq!(
        (tone.contrast, tone.warmth),
        (0, -2),
        "warmth is a matter of taste and stays"
    );
    window.click("还原光线与颜色");
    assert_eq!(photo(&window).tone, Tone::default());
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window).tone, tone);
}

#[test]
fn a_mask_is_added_moved_changed_and_removed() {
    let mut window = opened();
    window.click("遮一张脸");
    window.click("遮一块");
    let masks = photo(&window).masks;
    assert_eq!([masks[0].form, masks[1].form], [MaskForm::Ellipse, MaskForm::Rect]);
    let before = photo(&window).masks[1].part;
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.rest();
    let after = photo(&window).masks[1].part;
    assert!(after.x > before.x && after.y == before.y, "{before:?} {after:?}");
    window.harness.get_all_by_label("涂实").nth(1).unwrap().click();
    window.settle();
    assert_eq!(photo(&window).masks[1].kind, MaskKind::Solid);
    window.click("去掉遮挡 1");
    assert_eq!(photo(&window).masks.len(), 1);
    assert_eq!(photo(&window).masks[0].form, MaskForm::Rect);
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window).masks.len(), 2);
    window.key(Modifiers::NONE, Key::Escape);
}

#[test]
fn a_mask_is_drawn_and_pulled_on_the_photo_itself() {
    let mut window = opened();
    window.click("遮一张脸");
    let before = photo(&window).masks[0].part;
    let place = window
        .harness
        .query_all_by_label_contains("照片")
        .map(|node| node.rect())
        .max_by(|a, b| (a.width() * a.height()).total_cmp(&(b.width() * b.height())));
    let place = place.unwrap();
    let drag = |window: &mut Window, from: egui::Pos2, to: egui::Pos2| {
        let button = |pos, pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.harness.event(egui::Event::PointerMoved(from));
        window.harness.event(button(from, true));
        window.harness.run_steps(2);
        for share in [0.3, 0.7, 1.0] {
            window.harness.event(egui::Event::PointerMoved(from.lerp(to, share)));
            window.harness.run_steps(2);
        }
        window.harness.event(button(to, false));
        window.settle();
    };
    // In the middle of the frame, where it was put.
    let middle = place.center();
    drag(&mut window, middle, middle + egui::vec2(30.0, 10.0));
    let after = photo(&window).masks[0].part;
    assert!(
        after.x > before.x && after.y > before.y && after.w == before.w,
        "{before:?} {after:?} in {place:?}"
    );
    // Beside it a new one of the same kind begins.
    let corner = pos2(place.left() + place.width() * 0.08, place.top() + place.height() * 0.1);
    drag(&mut window, corner, corner + egui::vec2(40.0, 30.0));
    let masks = photo(&window).masks;
    assert_eq!(masks.len(), 2);
    assert!(
        masks[1].part.w > PhotoPart::LEAST && masks[1].form == MaskForm::Ellipse,
        "{masks:?}"
    );
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window).masks.len(), 1, "drawing it was one step");
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window).masks[0].part, before);
}

#[test]
fn what_must_be_seen_is_marked_and_unmarked() {
    let mut window = opened();
    window.click("标出重点");
    assert!(photo(&window).crop.keep.is_some());
    window.click("不标重点");
    assert_eq!(photo(&window).crop.keep, None);
    window.key(ctrl(), Key::Z);
    assert!(photo(&window).crop.keep.is_some());
}

#[test]
fn a_frame_gets_round_corners_or_an_ellipse_and_goes_back_to_the_template() {
    let mut window = opened();
    window.click("边框形状");
    window.click("圆角");
    assert!(matches!(photo(&window).shape, Some(FrameShape::Rounded(radius)) if radius > 0.0));
    window.rewrite("圆角半径", "30");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(photo(&window).shape, Some(FrameShape::Rounded(30.0)));
    window.click("边框形状");
    window.click("椭圆");
    assert_eq!(photo(&window).shape, Some(FrameShape::Ellipse));
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window).shape, Some(FrameShape::Rounded(30.0)));
}

#[test]
fn the_inspector_says_how_large_a_photo_may_become_and_asks_for_the_original() {
    let window = opened();
    window.harness.get_by_label_contains("长边印到");
    window.harness.get_by_label_contains("可能在聊天软件里被压缩过");
}
