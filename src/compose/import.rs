//! What was read from a folder against what the show has: new boards are added, boards nobody touched since the last
//! import follow the folder, boards somebody touched stay as they are.

use super::choose::choose;
use super::content::Content;
use super::fit::{Seat, derived, fit};
use super::folder::{Imported, Taken};
use super::table::Row;
use crate::base::say::{ImportSay, Named};
use crate::base::{Digest, Finding, PhotoFacts, Place, Say, Severity};
use crate::geom::Size;
use crate::model::*;
use crate::script::{Config, Region, Script, Words, convert, derive, detect};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub struct Read {
    pub rows: Vec<Row>,
    pub has_boards: bool,
    /// With the file each came from.
    pub contents: Vec<(String, Content)>,
    pub photos: Taken,
}

pub fn import(read: Read, into: &Exhibition, templates: &[Arc<Template>], findings: Vec<Finding>) -> Imported {
    let mut importer = Importer {
        into,
        templates,
        photos: BTreeMap::new(),
        committees: into.committees.to_vec(),
        stored: into.templates.keys().cloned().collect(),
        order: into.order.to_vec(),
        out: Imported {
            commands: Vec::new(),
            findings,
            added: 0,
            updated: 0,
            kept: 0,
            photos: Vec::new(),
        },
        boards: Vec::new(),
    };
    importer.take_photos(&read.photos);
    let merged = importer.merge(read);
    importer.start_order(&merged);
    for (content, file) in &merged {
        importer.board(content, file.as_deref());
    }
    importer.finish()
}

struct Importer<'a> {
    into: &'a Exhibition,
    templates: &'a [Arc<Template>],
    /// By the name the files give; `None` where the file is not there.
    photos: BTreeMap<String, Arc<PhotoFacts>>,
    committees: Vec<Committee>,
    stored: BTreeSet<TemplateRef>,
    /// The display sequence as it grows, and where the next new board goes.
    order: Vec<BoardId>,
    out: Imported,
    boards: Vec<Command>,
}

impl Importer<'_> {
    fn say(&mut self, severity: Severity, rule: &'static str, code: &str, file: Option<&str>, say: ImportSay) {
        self.out.findings.push(Finding {
            severity,
            rule,
            place: Place {
                board: Some(code.to_string()),
                element: None,
                file: file.map(str::to_string),
            },
            say: Say::Import(say),
        });
    }

    fn take_photos(&mut self, taken: &Taken) {
        let mut added = BTreeSet::new();
        for (names, facts) in taken {
            let Some(facts) = facts else { continue };
            let known = self.into.photos.get(&facts.digest);
            let is_new = known.is_none_or(|known| known.look.is_none() && facts.look.is_some());
            if is_new && added.insert(facts.digest) {
                self.out.commands.push(Command::AddPhoto(facts.clone()));
            }
            // What the show knows of it is what its boards were made with.
            let facts = known.unwrap_or(facts);
            for name in names {
                self.photos.insert(name.clone(), facts.clone());
            }
        }
    }

    /// One content a board: rows in their order, completed by the boards' own files, then files no row names.
    fn merge(&mut self, read: Read) -> Vec<(Content, Option<String>)> {
        let has_rows = !read.rows.is_empty();
        let mut files: BTreeMap<String, (String, Content)> = BTreeMap::new();
        let mut sequence = Vec::new();
        for (file, content) in read.contents {
            sequence.push(content.code.clone());
            files.insert(content.code.clone(), (file, content));
        }
        let mut merged = Vec::new();
        for row in read.rows {
            match files.remove(&row.code) {
                Some((file, content)) => merged.push((self.complete(content, &row, &file), Some(file))),
                None => {
                    if read.has_boards {
                        let say = ImportSay::BoardFileMissing { code: row.code.clone() };
                        self.say(Severity::Warning, "import-board-file", &row.code, None, say);
                    }
                    merged.push((from_row(row), None));
                }
            }
        }
        for code in sequence {
            if let Some((file, content)) = files.remove(&code) {
                if has_rows {
                    let say = ImportSay::NotInTable { code: code.clone() };
                    self.say(Severity::Note, "import-table", &code, Some(&file), say);
                }
                merged.push((content, Some(file)));
            }
        }
        merged
    }

    /// The board's own file holds; the table fills what it leaves open.
    fn complete(&mut self, content: Content, row: &Row, file: &str) -> Content {
        let mut differ = |key: &str, own: &str, table: &str| {
            let say = ImportSay::TableDiffers {
                key: key.to_string(),
                file: own.to_string(),
                table: table.to_string(),
            };
            self.say(Severity::Note, "import-table", &row.code, Some(file), say);
        };
        for (key, own, table) in [
            ("committee", &content.committee, &row.committee),
            ("title", &content.title, &row.title),
            ("template", &content.template, &row.template),
        ] {
            if let Some(own) = own
                .as_deref()
                .filter(|own| !table.is_empty() && !is_one_name(own, table))
            {
                differ(key, own, table);
            }
        }
        if let (Some(own), Some(table)) = (content.size, row.size)
            && own != table
        {
            differ("size_mm", &in_words(own), &in_words(table));
        }
        let filled = |own: Option<String>, table: &String| own.or_else(|| some(table));
        Content {
            committee: filled(content.committee.clone(), &row.committee),
            title: filled(content.title.clone(), &row.title),
            template: filled(content.template.clone(), &row.template),
            size: content.size.or(row.size),
            ..content
        }
    }

    /// New boards stand behind the board of the folder that goes before them, wherever the show has it.
    fn start_order(&mut self, merged: &[(Content, Option<String>)]) {
        let known = merged
            .iter()
            .find_map(|(content, _)| self.into.board_by_code(&content.code));
        let first = known.and_then(|board| self.order.iter().position(|id| *id == board.id));
        let at = first.unwrap_or(self.order.len());
        // A mark that stands for no board: `place` moves it along.
        self.order.insert(at, CURSOR);
    }

    /// The place in the sequence for a new board, or behind an old one for the next.
    fn place(&mut self, id: BoardId) -> usize {
        let is_old = self.into.board(id).is_some();
        let cursor = self.order.iter().position(|other| *other == CURSOR).unwrap_or(0);
        if is_old {
            self.order.remove(cursor);
            let at = self.order.iter().position(|other| *other == id).unwrap_or(0);
            self.order.insert(at + 1, CURSOR);
            at
        } else {
            self.order.insert(cursor, id);
            cursor
        }
    }

    fn board(&mut self, content: &Content, file: Option<&str>) {
        let code = content.code.as_str();
        let source = self.source(content);
        let there = self.into.board_by_code(code);
        let mark = self.into.imports.get(code);
        if let Some(board) = there {
            self.place(board.id);
            let Some(mark) = mark else {
                self.out.kept += 1;
                let say = ImportSay::BoardOfOwn { code: code.into() };
                return self.say(Severity::Warning, "import-kept", code, file, say);
            };
            if mark.source == source {
                return;
            }
            if mark.body != board.digest() {
                self.out.kept += 1;
                let say = ImportSay::BothChanged { code: code.into() };
                return self.say(Severity::Warning, "import-kept", code, file, say);
            }
        }
        self.missing_photos(content, file);
        let Some(board) = self.make(content, file, there.map(|board| &**board)) else {
            return;
        };
        let mark = ImportMark {
            source,
            body: board.digest(),
        };
        match there {
            Some(old) => {
                if **old != board {
                    self.out.updated += 1;
                    self.boards.push(Command::SetBoard(Arc::new(board)));
                }
            }
            None => {
                self.out.added += 1;
                let at = self.place(board.id);
                self.boards.push(Command::AddBoard {
                    board: Arc::new(board),
                    at,
                });
            }
        }
        let code = code.to_string();
        self.boards.push(Command::SetImportMark { code, mark });
    }

    /// What the folder says of one board: its content and the very photos.
    fn source(&self, content: &Content) -> Digest {
        let photos: Vec<Option<Digest>> = content
            .files()
            .map(|file| self.photos.get(file).map(|facts| facts.digest))
            .collect();
        Digest::of(&serde_json::to_vec(&(content, photos)).unwrap_or_default())
    }

    fn missing_photos(&mut self, content: &Content, file: Option<&str>) {
        for name in content.files() {
            if name.is_empty() {
                self.say(
                    Severity::Warning,
                    "import-photo-missing",
                    &content.code,
                    file,
                    ImportSay::PhotoNameless,
                );
            } else if !self.photos.contains_key(name) {
                let say = ImportSay::PhotoMissing { file: name.clone() };
                self.say(Severity::Error, "import-photo-missing", &content.code, file, say);
            }
        }
    }

    fn make(&mut self, content: &Content, file: Option<&str>, old: Option<&Board>) -> Option<Board> {
        let choice = choose(content, content.size, self.templates)?;
        let template = choice.template;
        if choice.is_stand_in {
            let say = ImportSay::TemplateUnknown {
                wish: content.template.clone().unwrap_or_default(),
                taken: Named {
                    hans: template.title.hans.clone(),
                    hant: template.title.hant.clone(),
                },
                name: template.name.clone(),
            };
            self.say(Severity::Warning, "import-template", &content.code, file, say);
        }
        let size = content.size.unwrap_or(template.size);
        if !choice.is_stand_in && !is_one_shape(size, template.size) {
            let say = ImportSay::TemplateShape {
                name: template.name.clone(),
                template: in_words(template.size),
                board: in_words(size),
            };
            self.say(Severity::Warning, "import-template", &content.code, file, say);
        }
        let key = TemplateRef {
            name: template.name.clone(),
            version: template.version(),
        };
        if self.stored.insert(key) {
            self.out.commands.push(Command::AddTemplate(template.clone()));
        }
        let committee = self.committee(content, file);
        let seat = Seat {
            id: old.map_or_else(|| self.new_id(&content.code), |board| board.id),
            committee,
            template: &template,
            size,
            usual: match self.into.show.region {
                Region::Mainland => Script::Hans,
                Region::Taiwan | Region::HongKong => Script::Hant,
            },
            photos: &self.photos,
        };
        let mut board = fit(content, &seat);
        if let Some(old) = old {
            board.make = old.make.clone();
            board.ground = old.ground.clone();
        }
        Some(board)
    }

    /// The same folder gives the same ids in one show; a renamed board keeps its own.
    fn new_id(&self, code: &str) -> BoardId {
        let id = BoardId(derived(&format!("{} {code}", self.into.show.id)));
        if self.into.board(id).is_some() || self.order.contains(&id) {
            BoardId::random()
        } else {
            id
        }
    }

    fn committee(&mut self, content: &Content, file: Option<&str>) -> CommitteeId {
        let Some(name) = &content.committee else {
            let say = ImportSay::CommitteeMissing;
            self.say(Severity::Warning, "import-committee", &content.code, file, say);
            return self.committee_named(TwoName {
                hans: "未定单位".into(),
                hant: "未定單位".into(),
            });
        };
        self.committee_named(both_forms(name, self.into.show.region, &self.into.words))
    }

    fn committee_named(&mut self, name: TwoName) -> CommitteeId {
        let known = self
            .committees
            .iter()
            .find(|committee| committee.name.hans == name.hans || committee.name.hant == name.hant);
        if let Some(committee) = known {
            return committee.id;
        }
        let id = CommitteeId(derived(&format!("{} {}", self.into.show.id, name.hans)));
        let id = if self.committees.iter().any(|committee| committee.id == id) {
            CommitteeId::random()
        } else {
            id
        };
        self.committees.push(Committee { id, name });
        id
    }

    fn finish(mut self) -> Imported {
        if self.committees != *self.into.committees {
            self.out.commands.push(Command::SetCommittees(self.committees));
        }
        self.out.commands.append(&mut self.boards);
        self.out
    }
}

/// No board has it: ids are random or hashes.
const CURSOR: BoardId = BoardId(0);

fn from_row(row: Row) -> Content {
    Content {
        committee: some(&row.committee),
        title: some(&row.title),
        template: some(&row.template),
        size: row.size,
        code: row.code,
        ..Content::default()
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

/// Line breaks, blanks and the script make no other name.
fn is_one_name(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        convert(&text, Config::T2s, &Words::default(), &[]).text
    };
    plain(one) == plain(other)
}

fn is_one_shape(one: Size, other: Size) -> bool {
    let ratio = (one.w / one.h) / (other.w / other.h);
    (0.98..=1.02).contains(&ratio)
}

fn in_words(size: Size) -> String {
    format!("{} × {} mm", size.w, size.h)
}

fn both_forms(name: &str, region: Region, words: &Words) -> TwoName {
    let script = detect(name).unwrap_or(Script::Hans);
    let other = derive(name, script, region, words, &[]).text;
    match script {
        Script::Hans => TwoName {
            hans: name.to_string(),
            hant: other,
        },
        Script::Hant => TwoName {
            hans: other,
            hant: name.to_string(),
        },
    }
}
