//! Shapes, drawings, emblems and backgrounds, from the command to the printed sheet.

#[path = "drawn/board.rs"]
mod board;
#[path = "drawn/print.rs"]
mod print;
#[path = "drawn/svg.rs"]
mod svg;

use std::sync::Arc;
use zhanban::base::{Digest, PhotoFacts};
use zhanban::geom::{Rect, size};
use zhanban::layout::{Laid, lay_board, layout_input};
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::Home;

/// Everything a drawing program writes: styles, `use`, gradients, an even-odd star, dashes, a clip, nested opacity.
pub const DRAWING: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">
  <style>.sea{fill:#1b5e8c} .thin{stroke:#000;fill:none;stroke-width:1}</style>
  <defs>
    <linearGradient id="dusk" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f6c65b"/><stop offset="1" stop-color="#b03a2e"/></linearGradient>
    <radialGradient id="sun"><stop offset="0" stop-color="#fff3c4"/><stop offset="1" stop-color="#e67e22"/></radialGradient>
    <clipPath id="window"><rect x="120" y="10" width="70" height="50" rx="8"/></clipPath>
    <g id="tree"><path d="M0 0l6 -14l6 14z" fill="#2e7d4f"/><rect x="5" y="0" width="2" height="5" fill="#5d4037"/></g>
  </defs>
  <rect width="110" height="60" fill="url(#dusk)"/>
  <ellipse cx="55" cy="30" rx="40" ry="18" fill="url(#sun)"/>
  <path fill="#7b1fa2" fill-rule="evenodd" d="M30 70l10 28l-26 -18h32l-26 18z"/>
  <g clip-path="url(#window)"><rect class="sea" x="115" y="30" width="90" height="60"/><circle cx="155" cy="28" r="12" fill="#f1c40f"/></g>
  <use xlink:href="#tree" x="70" y="90"/><use xlink:href="#tree" transform="translate(92 90) scale(1.4)"/>
  <g opacity="0.5"><rect x="120" y="68" width="40" height="24" fill="#c0392b"/><rect x="140" y="74" width="40" height="22" fill="#2980b9"/></g>
  <path class="thin" d="M60 66h50" stroke-dasharray="4 2"/>
  <path d="M62 74h44" stroke="#37474f" stroke-width="3" stroke-linecap="square" fill="none"/>
  <rect x="2" y="66" width="8" height="8" fill="#fff" stroke="#000"/>
</svg>"##;

/// A show of one board, and a folder for its files.
pub struct Bench {
    pub show: Document,
    pub library: Library,
    pub home: Home,
    pub dir: tempfile::TempDir,
}

impl Bench {
    pub fn new() -> Bench {
        let home = Home::open().unwrap();
        let template = home.template("red-story").unwrap().clone();
        let two = |text: &str| TwoName {
            hans: text.into(),
            hant: text.into(),
        };
        let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
        let unit = Committee {
            id: CommitteeId::random(),
            name: two("柳溪"),
        };
        let reference = TemplateRef {
            name: template.name.clone(),
            version: template.version(),
        };
        show.templates = Arc::new([(reference.clone(), template)].into());
        show.boards.push(Arc::new(Board {
            id: BoardId::random(),
            code: "QH001".into(),
            committee: unit.id,
            template: reference,
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: Vec::new(),
        }));
        show.committees = Arc::new(vec![unit]);
        show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
        let dir = tempfile::tempdir().unwrap();
        Bench {
            show: Document::new(show),
            library: Library::open(&dir.path().join("media")),
            home,
            dir,
        }
    }

    pub fn board(&self) -> Arc<Board> {
        self.show.exhibition().boards[0].clone()
    }

    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Arc<PhotoFacts> {
        let facts = Arc::new(self.library.add_bytes(name, bytes).unwrap());
        self.show.execute(&Command::AddPhoto(facts.clone())).unwrap();
        facts
    }

    pub fn add(&mut self, area: Rect, kind: ElementKind) -> ElementId {
        let board = self.board();
        let element = Element {
            id: ElementId::random(),
            slot: None,
            area: Area::ByHand { rect: area, angle: 0.0 },
            group: None,
            z: board.front_z(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind,
        };
        let (id, element) = (element.id, Arc::new(element));
        let board = board.id;
        self.show.execute(&Command::AddElement { board, element }).unwrap();
        id
    }

    pub fn ground(&mut self, ground: Ground) {
        let board = self.board().id;
        let ground = Some(ground);
        self.show.execute(&Command::SetGround { board, ground }).unwrap();
    }

    pub fn laid(&self) -> Laid {
        let input = layout_input(self.show.exhibition(), &self.board(), None);
        lay_board(&input, &self.home.fonts)
    }
}

pub fn shape(form: ShapeForm) -> ShapeElement {
    ShapeElement {
        form,
        fill: Some(Tint::Inks([0.0, 80.0, 60.0, 0.0])),
        line: None,
        opacity: 1.0,
        shadow: None,
    }
}

pub fn line(heads: Heads, width: f64) -> ShapeElement {
    ShapeElement {
        fill: None,
        line: Some(ShapeLine {
            tint: Tint::Inks([0.0, 0.0, 0.0, 100.0]),
            width,
            dash: Dash::Solid,
        }),
        ..shape(ShapeForm::Line(Course {
            heads,
            ..Course::default()
        }))
    }
}

pub fn art(file: Digest) -> ElementKind {
    ElementKind::Art(ArtElement {
        art: Some(file),
        is_stretched: false,
    })
}

pub fn emblem(file: Digest) -> ElementKind {
    ElementKind::Emblem(EmblemElement { art: Some(file) })
}
