//! What one board's file says, as plain data. Knows keys and their types; what it does not know becomes a finding.

use super::node::{Node, Unreadable, parse};
use crate::base::say::{ImportSay, Wanted};
use crate::base::{Finding, Place, Say, Severity};
use crate::geom::{Rect, Size, rect, size, um};
use serde::Serialize;

/// Every part is optional but the code. Its JSON is what a second import compares.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Content {
    pub code: String,
    pub committee: Option<String>,
    pub template: Option<String>,
    pub size: Option<Size>,
    pub kicker: Option<String>,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub lead: Option<String>,
    pub couplet: Vec<String>,
    pub sections: Vec<Section>,
    pub photos: Vec<Photo>,
    pub stats: Vec<Stat>,
    pub quotes: Vec<Quote>,
    pub steps: Vec<Point>,
    pub items: Vec<Point>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub qa: Vec<Point>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<Point>,
    /// Drawings and emblems by hand, at their places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drawings: Vec<Drawn>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emblem: Vec<Drawn>,
    pub changes: Vec<Change>,
    pub table: Option<Table>,
    pub qr: Option<String>,
    pub qr_call: Option<String>,
    pub contact: Option<String>,
    pub credits: Vec<Credit>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    pub heading: String,
    pub paras: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Photo {
    pub file: String,
    /// In Simplified, in Traditional, in whichever it is written.
    pub caption_s: String,
    pub caption_t: String,
    pub caption: String,
    pub tag: String,
}

/// A drawing (SVG), a picture or an emblem, and where it stands on the board, in mm; `None`: at its usual place.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Drawn {
    pub file: String,
    pub area: Option<Rect>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stat {
    pub label: String,
    pub unit: String,
    pub value: String,
    pub bar: Bar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub enum Bar {
    #[default]
    None,
    /// One bar of a chart.
    Chart,
    /// Last time and this time.
    Two([f64; 2]),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Quote {
    pub text: String,
    pub speaker: String,
    pub post: String,
    pub place: String,
}

/// A step, an item of a list, a question with its answer, a moment with what happened then.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    pub head: String,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Change {
    pub label: String,
    pub from: String,
    pub to: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Credit {
    pub role: String,
    pub name: String,
}

impl Content {
    /// Every file it names: photos, drawings, emblems.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        let drawn = self.drawings.iter().chain(&self.emblem);
        self.photos
            .iter()
            .map(|photo| &photo.file)
            .chain(drawn.map(|drawn| &drawn.file))
    }
}

/// Reads one board's file. Whatever it can use is in the content; the rest is in the findings.
pub fn read(text: &str, file: &str, found: &mut Vec<Finding>) -> Option<Content> {
    let stem = file_stem(file);
    let mut reader = Reader {
        place: Place {
            file: Some(file.to_string()),
            ..Place::default()
        },
        found,
    };
    let entries = match parse(text) {
        Ok(Node::Map(entries)) => entries,
        Ok(Node::Null) => {
            reader.say(
                Severity::Warning,
                "import-file",
                ImportSay::FileEmpty { file: file.into() },
            );
            return None;
        }
        Ok(_) => {
            let say = ImportSay::FileNoKeys { file: file.into() };
            reader.say(Severity::Error, "import-file", say);
            return None;
        }
        Err(Unreadable::Syntax { line }) => {
            let file = file.to_string();
            reader.say(Severity::Error, "import-file", ImportSay::FileSyntax { file, line });
            return None;
        }
        Err(Unreadable::TooMuch) => {
            let say = ImportSay::FileTooMuch { file: file.into() };
            reader.say(Severity::Error, "import-file", say);
            return None;
        }
    };
    Some(reader.board(entries, stem))
}

fn file_stem(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_string()
}

struct Reader<'a> {
    place: Place,
    found: &'a mut Vec<Finding>,
}

/// Keys with their values, taken one by one; what is left at the end is unknown.
struct Entries {
    entries: Vec<(String, Node)>,
    /// `photos` for the keys of a photo, empty for those of the board.
    of: &'static str,
}

const BOARD_KEYS: &[&str] = &[
    "id",
    "committee",
    "template",
    "size_mm",
    "kicker",
    "title",
    "subtitle",
    "lead",
    "couplet",
    "sections",
    "photos",
    "stats",
    "quotes",
    "steps",
    "items",
    "qa",
    "timeline",
    "drawings",
    "emblem",
    "changes",
    "table",
    "qr",
    "qr_call",
    "contact",
    "credits",
];

impl Reader<'_> {
    fn board(&mut self, entries: Vec<(String, Node)>, stem: String) -> Content {
        let mut keys = Entries { entries, of: "" };
        let code = self.line(&mut keys, "id").unwrap_or_default();
        if code.is_empty() {
            self.place.board = Some(stem.clone());
            let say = ImportSay::NoId { code: stem.clone() };
            self.say(Severity::Warning, "import-id", say);
        }
        let code = if code.is_empty() { stem } else { code };
        self.place.board = Some(code.clone());
        let content = Content {
            code,
            committee: self.line(&mut keys, "committee"),
            template: self.line(&mut keys, "template"),
            size: self.size(&mut keys),
            kicker: self.text(&mut keys, "kicker"),
            title: self.text(&mut keys, "title"),
            subtitle: self.text(&mut keys, "subtitle"),
            lead: self.text(&mut keys, "lead"),
            couplet: self.texts(&mut keys, "couplet"),
            sections: self.each(&mut keys, "sections", |reader, keys| Section {
                heading: reader.text(keys, "heading").unwrap_or_default(),
                paras: reader.texts(keys, "paras"),
            }),
            photos: self.each(&mut keys, "photos", |reader, keys| Photo {
                file: reader.line(keys, "file").unwrap_or_default(),
                caption_s: reader.text(keys, "caption_s").unwrap_or_default(),
                caption_t: reader.text(keys, "caption_t").unwrap_or_default(),
                caption: reader.text(keys, "caption").unwrap_or_default(),
                tag: reader.text(keys, "tag").unwrap_or_default(),
            }),
            stats: self.each(&mut keys, "stats", |reader, keys| Stat {
                label: reader.text(keys, "label").unwrap_or_default(),
                unit: reader.text(keys, "unit").unwrap_or_default(),
                value: reader.line(keys, "value").unwrap_or_default(),
                bar: reader.bar(keys),
            }),
            quotes: self.each(&mut keys, "quotes", |reader, keys| Quote {
                text: reader.text(keys, "text").unwrap_or_default(),
                speaker: reader.line(keys, "speaker").unwrap_or_default(),
                post: reader.line(keys, "post").unwrap_or_default(),
                place: reader.line(keys, "place").unwrap_or_default(),
            }),
            steps: self.each(&mut keys, "steps", Reader::point),
            items: self.each(&mut keys, "items", Reader::point),
            qa: self.each(&mut keys, "qa", |reader, keys| Point {
                head: reader.text(keys, "q").unwrap_or_default(),
                text: reader.text(keys, "a").unwrap_or_default(),
            }),
            timeline: self.each(&mut keys, "timeline", |reader, keys| Point {
                head: reader.line(keys, "when").unwrap_or_default(),
                text: reader.text(keys, "what").unwrap_or_default(),
            }),
            drawings: self.each(&mut keys, "drawings", Reader::drawn),
            emblem: self.each(&mut keys, "emblem", Reader::drawn),
            changes: self.each(&mut keys, "changes", |reader, keys| Change {
                label: reader.text(keys, "label").unwrap_or_default(),
                from: reader.line(keys, "from").unwrap_or_default(),
                to: reader.line(keys, "to").unwrap_or_default(),
            }),
            table: self.table(&mut keys),
            qr: self.line(&mut keys, "qr"),
            qr_call: self.text(&mut keys, "qr_call"),
            contact: self.text(&mut keys, "contact"),
            credits: self.each(&mut keys, "credits", |reader, keys| Credit {
                role: reader.line(keys, "role").unwrap_or_default(),
                name: reader.line(keys, "name").unwrap_or_default(),
            }),
        };
        self.left_over(&keys);
        content
    }

    fn point(reader: &mut Reader<'_>, keys: &mut Entries) -> Point {
        Point {
            head: reader.text(keys, "head").unwrap_or_default(),
            text: reader.text(keys, "text").unwrap_or_default(),
        }
    }

    fn drawn(reader: &mut Reader<'_>, keys: &mut Entries) -> Drawn {
        Drawn {
            file: reader.line(keys, "file").unwrap_or_default(),
            area: reader.area(keys),
        }
    }

    /// Left, top, width and height in mm.
    fn area(&mut self, keys: &mut Entries) -> Option<Rect> {
        let node = self.take(keys, "area_mm")?;
        let sides: Vec<f64> = match &node {
            Node::List(nodes) => nodes.iter().filter_map(number).collect(),
            _ => Vec::new(),
        };
        let is_place = |mm: f64| (-20_000.0..=20_000.0).contains(&mm);
        match sides[..] {
            [x, y, w, h]
                if is_place(x) && is_place(y) && (1.0..=20_000.0).contains(&w) && (1.0..=20_000.0).contains(&h) =>
            {
                Some(rect(um(x), um(y), um(w), um(h)))
            }
            _ => {
                self.wrong(keys.name("area_mm"), Wanted::Area);
                None
            }
        }
    }

    /// Takes a key out; what stands twice counts once, with a finding.
    fn take(&mut self, keys: &mut Entries, key: &str) -> Option<Node> {
        let mut values = Vec::new();
        keys.entries.retain(|(name, value)| {
            let is_it = name == key;
            if is_it {
                values.push(value.clone());
            }
            !is_it
        });
        if values.len() > 1 {
            let say = ImportSay::KeyTwice { key: keys.name(key) };
            self.say(Severity::Warning, "import-key", say);
        }
        values.into_iter().next().filter(|node| *node != Node::Null)
    }

    /// Text with its line ends; blank counts as absent.
    fn text(&mut self, keys: &mut Entries, key: &str) -> Option<String> {
        let node = self.take(keys, key)?;
        let Some(text) = node.scalar() else {
            self.wrong(keys.name(key), Wanted::Text);
            return None;
        };
        Some(tidy(&text)).filter(|text| !text.is_empty())
    }

    /// Text in one line: names, figures, addresses.
    fn line(&mut self, keys: &mut Entries, key: &str) -> Option<String> {
        let text = self.text(keys, key)?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A list of texts; a single text counts as a list of one.
    fn texts(&mut self, keys: &mut Entries, key: &str) -> Vec<String> {
        let name = keys.name(key);
        match self.take(keys, key) {
            None => Vec::new(),
            Some(node) => self.cells(node, &name),
        }
    }

    fn cells(&mut self, node: Node, name: &str) -> Vec<String> {
        let nodes = match node {
            Node::List(nodes) => nodes,
            node if node.scalar().is_some() => vec![node],
            _ => {
                self.wrong(name.to_string(), Wanted::Texts);
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for node in nodes {
            match node.scalar() {
                Some(text) => texts.push(tidy(&text)),
                None if node == Node::Null => texts.push(String::new()),
                None => self.wrong(name.to_string(), Wanted::Texts),
            }
        }
        texts
    }

    /// A list whose entries have keys of their own; a single entry counts as a list of one.
    fn each<T>(
        &mut self,
        keys: &mut Entries,
        key: &'static str,
        read: impl Fn(&mut Reader<'_>, &mut Entries) -> T,
    ) -> Vec<T> {
        let nodes = match self.take(keys, key) {
            None => return Vec::new(),
            Some(Node::List(nodes)) => nodes,
            Some(node) => vec![node],
        };
        let mut list = Vec::new();
        for node in nodes {
            let Node::Map(entries) = node else {
                self.wrong(key.to_string(), Wanted::Entries);
                continue;
            };
            let mut inner = Entries { entries, of: key };
            list.push(read(self, &mut inner));
            self.left_over(&inner);
        }
        list
    }

    fn size(&mut self, keys: &mut Entries) -> Option<Size> {
        let node = self.take(keys, "size_mm")?;
        let sides: Vec<f64> = match &node {
            Node::List(nodes) => nodes.iter().filter_map(number).collect(),
            _ => Vec::new(),
        };
        match sides[..] {
            [w, h] if is_a_side(w) && is_a_side(h) => Some(size(um(w), um(h))),
            _ => {
                self.wrong("size_mm".into(), Wanted::Size);
                None
            }
        }
    }

    fn bar(&mut self, keys: &mut Entries) -> Bar {
        match self.take(keys, "bar") {
            None | Some(Node::Bool(false)) => Bar::None,
            Some(Node::Bool(true)) => Bar::Chart,
            Some(Node::Map(entries)) => {
                let mut inner = Entries {
                    entries,
                    of: "stats.bar",
                };
                let mut take = |key| self.take(&mut inner, key).as_ref().and_then(number);
                let two = take("last").zip(take("now"));
                self.left_over(&inner);
                two.map_or_else(
                    || {
                        self.wrong("stats.bar".into(), Wanted::Bar);
                        Bar::None
                    },
                    |(last, now)| Bar::Two([last, now]),
                )
            }
            Some(_) => {
                self.wrong("stats.bar".into(), Wanted::Bar);
                Bar::None
            }
        }
    }

    fn table(&mut self, keys: &mut Entries) -> Option<Table> {
        let Node::Map(entries) = self.take(keys, "table")? else {
            self.wrong("table".into(), Wanted::Table);
            return None;
        };
        let mut inner = Entries { entries, of: "table" };
        let head = self.texts(&mut inner, "head");
        let rows = match self.take(&mut inner, "rows") {
            None => Vec::new(),
            Some(Node::List(rows)) => rows.into_iter().map(|row| self.cells(row, "table.rows")).collect(),
            Some(_) => {
                self.wrong("table.rows".into(), Wanted::Table);
                Vec::new()
            }
        };
        self.left_over(&inner);
        Some(Table { head, rows })
    }

    fn left_over(&mut self, keys: &Entries) {
        let known: &[&str] = match keys.of {
            "" => BOARD_KEYS,
            "sections" => &["heading", "paras"],
            "photos" => &["file", "caption_s", "caption_t", "tag"],
            "stats" => &["label", "unit", "value", "bar"],
            "stats.bar" => &["last", "now"],
            "quotes" => &["text", "speaker", "post", "place"],
            "changes" => &["label", "from", "to"],
            "drawings" | "emblem" => &["file", "area_mm"],
            "table" => &["head", "rows"],
            "credits" => &["role", "name"],
            _ => &["head", "text"],
        };
        for (key, _) in &keys.entries {
            let near = known.iter().find(|known| are_near(known, key));
            let say = ImportSay::KeyUnknown {
                key: keys.name(key),
                near: near.map(|near| near.to_string()),
                known: known.iter().map(|key| key.to_string()).collect(),
            };
            self.say(Severity::Warning, "import-key", say);
        }
    }

    fn wrong(&mut self, key: String, wanted: Wanted) {
        self.say(Severity::Warning, "import-type", ImportSay::KeyType { key, wanted });
    }

    fn say(&mut self, severity: Severity, rule: &'static str, say: ImportSay) {
        self.found.push(Finding {
            severity,
            rule,
            place: self.place.clone(),
            say: Say::Import(say),
        });
    }
}

impl Entries {
    fn name(&self, key: &str) -> String {
        if self.of.is_empty() {
            key.to_string()
        } else {
            format!("{}.{key}", self.of)
        }
    }
}

/// A metre-wide board has 1000; nothing in an exhibition is larger than 20 m or smaller than 5 cm.
pub fn is_a_side(mm: f64) -> bool {
    (50.0..=20_000.0).contains(&mm)
}

fn number(node: &Node) -> Option<f64> {
    node.scalar()?
        .trim()
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite())
}

/// Without blanks at the ends of lines and blank lines at the ends; control characters never reach a board.
fn tidy(text: &str) -> String {
    let clean: String = text
        .replace("\r\n", "\n")
        .chars()
        .map(|c| {
            if c == '\t' || c == '\u{2028}' || c == '\u{2029}' {
                ' '
            } else {
                c
            }
        })
        .filter(|c| *c == '\n' || !c.is_control() && *c != '\u{feff}')
        .collect();
    let lines: Vec<&str> = clean.lines().map(str::trim).collect();
    lines.join("\n").trim().to_string()
}

/// One letter changed, added, lost, or two swapped; or only case and separators differ.
pub fn are_near(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> Vec<char> { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let (a, b) = (plain(one), plain(other));
    if a == b {
        return true;
    }
    if a.len().min(b.len()) < 3 {
        return false;
    }
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    if same_start + same_end + 1 >= longest && a.len().abs_diff(b.len()) <= 1 {
        return true;
    }
    // Swapped neighbours.
    a.len() == b.len()
        && same_start + 1 < a.len()
        && same_start + same_end + 2 == a.len()
        && a[same_start] == b[same_start + 1]
        && a[same_start + 1] == b[same_start]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    fn said(text: &str) -> (Option<Content>, Vec<String>) {
        let mut found = Vec::new();
        let content = read(text, "boards/A1.yaml", &mut found);
        (content, found.iter().map(|finding| finding.text(Lang::En)).collect())
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_is_read() {
        let (content, said) = said(
            "id: A1\ntitel: x\ntitle: [a]\nsections:\n- heading: 山\n  paras: 一段\n  colour: red\nsize_mm: 900\nphotos: rain.jpg\nlead: 早\nlead: 晚\n",
        );
        let content = content.unwrap();
        assert_eq!(content.sections[0].paras, ["一段"]);
        assert_eq!((content.title, content.lead.as_deref()), (None, Some("早")));
        assert_eq!(said.len(), 6, "{said:#?}");
        assert!(said.iter().any(|text| text.contains("titel") && text.contains("title")));
        assert!(said.iter().any(|text| text.contains("sections.colour")));
    }

    #[test]
    fn a_file_without_id_takes_its_own_name() {
        let (content, said) = said("title: 山\n");
        assert_eq!(content.unwrap().code, "A1");
        assert_eq!(said.len(), 1);
    }

    #[test]
    fn near_words_are_known_and_far_ones_are_not() {
        for (one, other) in [
            ("title", "titel"),
            ("title", "Title"),
            ("photos", "photo"),
            ("qr_call", "qr-call"),
        ] {
            assert!(are_near(one, other), "{one} {other}");
        }
        for (one, other) in [("title", "lead"), ("id", "it"), ("heading", "reading list")] {
            assert!(!are_near(one, other), "{one} {other}");
        }
    }
}
