//! Packs, bringing in, copies: what one office made reaches the other whole, and nobody's work is lost.

mod hostile;
mod merging;
mod story;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use zhanban::base::{Digest, PhotoFacts, Progress};
use zhanban::media::Library;
use zhanban::model::merge::{Choices, Merged, Other, careful, merge};
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::{Incoming, Opened, Project};

pub fn two(text: &str) -> TwoName {
    TwoName {
        hans: text.into(),
        hant: text.into(),
    }
}

pub fn id(name: &str) -> u128 {
    u128::from_le_bytes(Digest::of(name.as_bytes()).0[..16].try_into().unwrap())
}

pub fn text_element(name: &str, slot: &str, z: &str, text: &str) -> Arc<Element> {
    Arc::new(Element::new(
        ElementId(id(name)),
        Some(SlotName(slot.into())),
        z.into(),
        ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(Script::Hans, text),
        }),
    ))
}

pub fn photo_element(name: &str, z: &str, photo: Option<Digest>) -> Arc<Element> {
    Arc::new(Element::new(
        ElementId(id(name)),
        Some(SlotName("photo.1".into())),
        z.into(),
        ElementKind::Photo(PhotoElement {
            photo,
            caption: Some(TwoScript::new(Script::Hans, "渠首")),
            ..PhotoElement::default()
        }),
    ))
}

/// A board with a title, a text of three paragraphs and a photo.
pub fn board(code: &str, unit: CommitteeId, photo: Option<Digest>) -> Arc<Board> {
    Arc::new(Board {
        id: BoardId(id(code)),
        code: code.into(),
        committee: unit,
        template: crate::commands::template_ref("red-story"),
        size: zhanban::geom::size(900.0, 1200.0),
        script: Script::Hans,
        make: Make::default(),
        arrangement: 0,
        guides: Default::default(),
        ground: None,
        elements: vec![
            text_element(&format!("{code}.title"), "title", "a", &format!("{code}的一天")),
            text_element(&format!("{code}.body"), "body", "b", "第一段\n第二段\n第三段"),
            photo_element(&format!("{code}.photo"), "c", photo),
        ],
    })
}

/// Units of this many boards each; codes are A1, A2, B1 …
pub fn show(units: &[(&str, usize)], photos: &[Arc<PhotoFacts>]) -> Exhibition {
    let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
    let template = crate::commands::template("red-story");
    let mut commands = vec![
        Command::AddTemplate(template),
        Command::SetCommittees(
            units
                .iter()
                .map(|(name, _)| Committee {
                    id: CommitteeId(id(name)),
                    name: two(name),
                })
                .collect(),
        ),
    ];
    commands.extend(photos.iter().cloned().map(Command::AddPhoto));
    let mut count = 0;
    for (name, boards) in units {
        for number in 1..=*boards {
            let photo = photos.get(count % photos.len().max(1)).map(|facts| facts.digest);
            count += 1;
            commands.push(Command::AddBoard {
                board: board(&format!("{name}{number}"), CommitteeId(id(name)), photo),
                at: usize::MAX,
            });
        }
    }
    show = Command::Batch(commands).apply(&show).unwrap();
    assert_eq!(invariants(&show), Vec::<String>::new());
    show
}

/// The paragraph of a text element written anew.
pub fn with_para(show: &Exhibition, board: BoardId, element: ElementId, para: usize, text: &str) -> Exhibition {
    let ElementKind::Text(old) = &show.board(board).unwrap().element(element).unwrap().kind else {
        panic!("no text");
    };
    let mut new = old.clone();
    new.text.source.paras[para].text = text.into();
    let kind = ElementKind::Text(new);
    Command::SetKind { board, element, kind }.apply(show).unwrap()
}

pub fn body_of(code: &str) -> ElementId {
    ElementId(id(&format!("{code}.body")))
}

pub fn board_of(show: &Exhibition, code: &str) -> BoardId {
    show.board_by_code(code).unwrap().id
}

/// A photo's file with pixels of its own, in this library.
pub fn picture(library: &Library, name: &str, seed: u8) -> Arc<PhotoFacts> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(160, 120, |x, y| {
        image::Rgb([(x as u8) ^ seed, (y as u8).wrapping_mul(3), seed])
    })
    .write_to(&mut png, image::ImageFormat::Png)
    .unwrap();
    Arc::new(library.add_bytes(name, &png.into_inner()).unwrap())
}

/// A desk: a project folder open for work.
pub struct Desk {
    pub dir: tempfile::TempDir,
    pub project: Project,
    pub show: Exhibition,
}

impl Desk {
    pub fn new(show: &Exhibition, photos: &Path) -> Desk {
        let dir = tempfile::tempdir().unwrap();
        let project = Project::create(&dir.path().join("s.zhanban"), show).unwrap();
        let library = Library::open(photos);
        for facts in show.photos.values().filter(|facts| library.has(facts)) {
            project.library().add_file(&library.path(facts)).unwrap();
        }
        Desk {
            dir,
            project,
            show: show.clone(),
        }
    }

    /// What lies in this folder.
    pub fn at(dir: tempfile::TempDir, folder: &Path) -> Desk {
        let Opened {
            project, exhibition, ..
        } = Project::open(folder).unwrap();
        Desk {
            dir,
            project,
            show: exhibition,
        }
    }

    pub fn change(&mut self, to: Exhibition) {
        self.show = to;
        self.project.checkpoint(&self.show, "work").unwrap();
    }

    pub fn pack(&self, unit: Option<&str>) -> PathBuf {
        let to = self.dir.path().join("hand-in.zbpack");
        let only = unit.map(|name| CommitteeId(id(name)));
        let library = self.project.library();
        zhanban::store::pack(
            &self.show,
            only,
            self.project.folder(),
            &library,
            &to,
            &Progress::default(),
        )
        .unwrap();
        to
    }

    pub fn incoming(&self, from: &Path) -> Incoming {
        Incoming::open(from, self.project.folder(), &Progress::default()).unwrap()
    }

    /// As a person who takes everything.
    pub fn bring(&mut self, from: &Path) -> (Merged, [usize; 4]) {
        let incoming = self.incoming(from);
        let other = incoming.other(&self.show, self.project.folder());
        let news = merge(&self.show, &other, &Choices::default()).boards;
        let choices = careful(&self.show, &news);
        let merged = merge(&self.show, &other, &choices);
        let library = self.project.library();
        incoming
            .bring_files(&merged.exhibition, &library, &Progress::default())
            .unwrap();
        let after = Command::BringIn(Box::new(merged.exhibition.clone()))
            .apply(&self.show)
            .unwrap();
        self.change(after);
        let counts = merged.counts(&choices);
        (merged, counts)
    }
}

pub fn other(base: &Exhibition, theirs: &Exhibition) -> Other {
    Other {
        exhibition: theirs.clone(),
        base: base.clone(),
        has_settings: true,
        only: None,
        met: Default::default(),
        at: "2026-11-28T00:00:00.000Z".into(),
    }
}
