//! Numbers of a photo are brought into their range, and undo leads back to each of them.

use super::{element_id, photo, show};
use zhanban::base::{Mask, MaskForm, MaskKind, PhotoPart, Tone};
use zhanban::model::*;

fn shown(document: &Document, element: ElementId) -> PhotoElement {
    let board = &document.exhibition().boards[0];
    match &board.element(element).unwrap().kind {
        ElementKind::Photo(photo) => photo.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_done_to_a_photo_stays_within_reason_and_can_be_undone() {
    let mut document = Document::new(show("units A / photos x / board 1 A: p:x@15,10,40x20"));
    let board = document.exhibition().boards[0].id;
    let element = element_id("1", "p");
    let set = |photo: PhotoElement| Command::SetKind {
        board,
        element,
        kind: ElementKind::Photo(photo),
    };
    let untouched = shown(&document, element);
    assert_eq!(untouched.photo, Some(photo("x").digest));
    let wild = PhotoElement {
        crop: Crop {
            zoom: 99.0,
            focus: [-3.0, 0.123_456_789],
            angle: 77.777,
            quarters: 7,
            keep: Some(PhotoPart {
                x: 9_990,
                y: 20_000,
                w: 1,
                h: 60_000,
            }),
        },
        tone: Tone {
            brightness: 127,
            contrast: -128,
            levels: [200, 100],
            ..Tone::default()
        },
        masks: vec![Mask {
            part: PhotoPart {
                x: 65_000,
                y: 0,
                w: 0,
                h: 0,
            },
            form: MaskForm::Rect,
            kind: MaskKind::Solid,
        }],
        shape: Some(FrameShape::Rounded(-4.0)),
        ..untouched.clone()
    };
    document.execute(&set(wild)).unwrap();
    let settled = shown(&document, element);
    assert_eq!(
        settled.crop,
        Crop {
            zoom: 8.0,
            focus: [0.0, 0.123_457],
            angle: 15.0,
            quarters: 3,
            keep: Some(PhotoPart {
                x: 9_950,
                y: 0,
                w: 50,
                h: 10_000,
            }),
        }
    );
    assert_eq!((settled.tone.brightness, settled.tone.contrast), (100, -100));
    assert_eq!(settled.tone.levels, [0, 255]);
    assert_eq!(settled.masks[0].part.shares(), [0.995, 0.0, 0.005, 0.005]);
    assert_eq!(settled.shape, Some(FrameShape::Rounded(0.0)));
    document.execute(&set(settled.clone())).unwrap();
    assert!(document.undo());
    assert_eq!(shown(&document, element), untouched, "setting it again was no step");
    assert!(document.redo());
    assert_eq!(shown(&document, element), settled);
    for crop in [
        Crop {
            angle: f64::NAN,
            ..Crop::default()
        },
        Crop {
            focus: [f64::INFINITY, 0.0],
            ..Crop::default()
        },
    ] {
        let refused = document.execute(&set(PhotoElement {
            crop,
            ..settled.clone()
        }));
        assert!(refused.is_err(), "{crop:?}");
    }
}
