//! An article as a series of boards: where to cut, what becomes a quote, what a tile. Which text fits on a board is
//! asked of the caller, who lays it out.

use super::article::{Article, Part, is_han};
use super::choose::choose;
use super::content::{Bar, Content, Credit, Photo, Quote, Section, Stat};
use super::figures::figures;
use super::fit::places;
use crate::model::Template;
use std::sync::Arc;

/// What the boards are made with.
pub struct Means<'a> {
    pub templates: &'a [Arc<Template>],
    /// The family of all boards: "red".
    pub family: &'a str,
    pub committee: String,
    /// Codes begin with it: "JY" of "JY001".
    pub letters: String,
    /// Names of photos, in order; a caption where the name is one.
    pub photos: Vec<(String, String)>,
    /// No text is left over on a board of this content.
    pub fits: &'a dyn Fn(&Content, &Template) -> bool,
}

/// Characters that a visitor reads in the time he gives a board: 300 a minute, most of a minute.
const USUAL: usize = 230;

/// No board has more, even where the type would be large enough.
const MOST: usize = 420;

/// A sentence with as many figures as this is a wall of results.
const WALL: usize = 6;

/// Tiles on a board of text, and on a wall.
const TILES: usize = 3;
const WALL_TILES: usize = 12;

/// What a paragraph has at least, in characters.
const PARAGRAPH: usize = 100;

/// Photos on a board that has nothing else.
const GALLERY: usize = 6;

/// Boards in the order in which they are read.
pub fn series(article: &Article, means: &Means<'_>) -> Vec<Content> {
    let mut maker = Maker {
        article,
        means,
        boards: Vec::new(),
        next_photo: 0,
        per_board: 1,
    };
    maker.make();
    maker.numbered()
}

struct Maker<'a> {
    article: &'a Article,
    means: &'a Means<'a>,
    boards: Vec<Content>,
    next_photo: usize,
    per_board: usize,
}

/// One thing of a text that stands on a board as a whole.
enum Block {
    Text(String),
    /// With its paragraph as written.
    Quote(String, Quote),
}

impl Maker<'_> {
    fn make(&mut self) {
        let paras = self.article.parts.iter().flat_map(|part| &part.paras);
        let length: usize = paras.map(|para| para.chars().count()).sum();
        let boards = (length / USUAL).max(1);
        self.per_board = (self.means.photos.len() as f64 / boards as f64).round().clamp(1.0, 3.0) as usize;
        self.opening();
        for (index, part) in self.article.parts.iter().enumerate() {
            let lead = if index == 0 { self.article.lead.as_str() } else { "" };
            self.part(part, lead);
        }
        self.gallery();
        self.end();
    }

    /// The title board.
    fn opening(&mut self) {
        let content = Content {
            title: some(&self.article.title),
            subtitle: some(&self.article.subtitle),
            lead: some(&self.article.lead).filter(|_| self.article.parts.is_empty()),
            ..Content::default()
        };
        self.put(content, &["title"]);
    }

    fn part(&mut self, part: &Part, lead: &str) {
        let titled = |title: &str| Content {
            title: some(title),
            ..Content::default()
        };
        let couplet = part.couplet.join("　");
        let lines = part.couplet.join("\n");
        let (title, below) = match (part.heading.as_str(), part.couplet.is_empty()) {
            ("", true) => (self.article.title.clone(), ""),
            ("", false) if self.lies(&titled(&lines)) => (lines, ""),
            ("", false) => (self.article.title.clone(), couplet.as_str()),
            (heading, _) => (heading.to_string(), couplet.as_str()),
        };
        let first = self.boards.len();
        let empty = || titled(&title);
        let mut board = Content {
            lead: some(lead),
            subtitle: some(below),
            ..empty()
        };
        self.photos_beside(&mut board);
        // A lead for which the template has too little room goes ahead of the text.
        let before = if self.lies(&board) { None } else { board.lead.take() };
        let mut is_begun = board.lead.is_some() || board.subtitle.is_some();
        let walls: Vec<Vec<Stat>> = part
            .paras
            .iter()
            .map(|para| stats_of(para))
            .filter(|stats| stats.len() >= WALL)
            .collect();
        let paras = before.iter().chain(&part.paras);
        let blocks: Vec<Block> = paras.map(|para| block_of(para)).collect();
        let is_speech = blocks.iter().all(|block| matches!(block, Block::Quote(..)));
        let has_quotes = self.of_family(&["quotes"]).next().is_some();
        for block in blocks {
            // Among other text a speech stands where it is told.
            let block = match block {
                Block::Quote(para, _) if !(is_speech && has_quotes) => Block::Text(para),
                block => block,
            };
            for block in self.cut(&board, block) {
                let with = added(&board, &block);
                if is_begun && !self.holds(&with) {
                    self.story(std::mem::replace(&mut board, empty()));
                    self.photos_beside(&mut board);
                    board = added(&board, &block);
                } else {
                    board = with;
                }
                is_begun = true;
            }
        }
        if is_begun || first == self.boards.len() {
            self.story(board);
        } else {
            self.next_photo -= board.photos.len();
        }
        for stats in walls {
            self.wall(&title, stats);
        }
        let count = self.boards.len() - first;
        if count > 1 {
            for index in 0..count {
                let board = &self.boards[first + index];
                let name = board.template.as_deref().unwrap_or_default();
                let template = self.means.templates.iter().find(|template| template.name == name);
                self.boards[first + index].kicker =
                    template.and_then(|template| self.counted(template, index + 1, count));
            }
        }
    }

    /// Sentences of a text that is too long for a board of its own.
    fn cut(&self, board: &Content, block: Block) -> Vec<Block> {
        let Block::Text(text) = block else { return vec![block] };
        let alone = Content {
            title: board.title.clone(),
            photos: board.photos.clone(),
            ..Content::default()
        };
        let fits = |text: &str| text.chars().count() <= MOST && self.holds(&added(&alone, &Block::Text(text.into())));
        if fits(&text) {
            return vec![Block::Text(text)];
        }
        let mut pieces: Vec<String> = Vec::new();
        for sentence in sentences(&text) {
            match pieces.last_mut() {
                Some(last) if fits(&format!("{last}{sentence}")) => last.push_str(sentence),
                _ => pieces.push(sentence.into()),
            }
        }
        pieces.into_iter().map(Block::Text).collect()
    }

    /// The text is not too long for one board and lies on it without anything left over.
    fn holds(&self, content: &Content) -> bool {
        let paras: Vec<&String> = content.sections.iter().flat_map(|section| &section.paras).collect();
        let texts = paras
            .iter()
            .copied()
            .chain(content.quotes.iter().map(|quote| &quote.text));
        let length: usize = texts.map(|text| text.chars().count()).sum();
        if length > MOST && paras.len() + content.quotes.len() > 1 {
            return false;
        }
        let bare = Content {
            sections: Vec::new(),
            quotes: Vec::new(),
            ..content.clone()
        };
        // What is too much without any text is too much with a sentence as well: then length decides.
        self.lies(content) || length <= USUAL && !self.lies(&bare)
    }

    fn lies(&self, content: &Content) -> bool {
        let Some(template) = self.template(content, kinds_of(content)) else {
            return true;
        };
        let counted = Content {
            kicker: self.counted(&template, 9, 9),
            ..content.clone()
        };
        (self.means.fits)(&counted, &template)
    }

    /// As many as leave room for a paragraph.
    fn photos_beside(&mut self, board: &mut Content) {
        let probe = Section {
            heading: String::new(),
            paras: vec!["水".repeat(PARAGRAPH)],
        };
        let from = self.next_photo;
        for most in (1..=self.per_board).rev() {
            self.next_photo = from;
            self.photos(board, most);
            let with = Content {
                sections: vec![probe.clone()],
                ..board.clone()
            };
            if self.lies(&with) {
                break;
            }
        }
    }

    /// The next ones in turn.
    fn photos(&mut self, content: &mut Content, most: usize) {
        let names = self.means.photos[self.next_photo..].iter().take(most);
        content.photos = names.map(photo).collect();
        self.next_photo += content.photos.len();
    }

    /// "Title（2／3）" over the boards of one part, where the template has a place for it.
    fn counted(&self, template: &Template, number: usize, count: usize) -> Option<String> {
        let has_place = template.slot("kicker").is_some();
        has_place.then(|| format!("{}（{number}／{count}）", self.article.title))
    }

    /// A board of text, with the tallest of its figures as tiles where they find room.
    fn story(&mut self, mut content: Content) {
        let paras = content.sections.iter().flat_map(|section| section.paras.iter());
        // What has a wall of its own needs no tiles here.
        let figures = paras
            .map(|para| stats_of(para))
            .filter(|stats| stats.len() < WALL)
            .flatten();
        let stats: Vec<Stat> = figures.filter(|stat| stat.label.chars().count() <= 8).collect();
        for count in (1..=stats.len().min(TILES)).rev() {
            let with = Content {
                stats: stats[..count].to_vec(),
                ..content.clone()
            };
            if self.holds(&with) {
                content = with;
                break;
            }
        }
        let kinds = kinds_of(&content);
        self.put(content, kinds);
    }

    /// The figures of one sentence, large; the sentence itself stands in the text before.
    fn wall(&mut self, title: &str, mut stats: Vec<Stat>) {
        stats.truncate(WALL_TILES);
        let mut content = Content {
            title: some(title),
            stats,
            ..Content::default()
        };
        let template = self.template(&content, &["results"]);
        if template.is_some_and(|template| !places(&template, "photo").is_empty() || template.slot("hero").is_some()) {
            self.photos(&mut content, 1);
        }
        self.put(content, &["results"]);
    }

    /// Photos for which no text had a place.
    fn gallery(&mut self) {
        while self.next_photo < self.means.photos.len() {
            let mut content = Content {
                title: some(&self.article.title),
                ..Content::default()
            };
            self.photos(&mut content, GALLERY);
            self.put(content, &["gallery", "story"]);
        }
    }

    /// Who made it, on a board of its own where there is a template for it, else on the first.
    fn end(&mut self) {
        let credits: Vec<Credit> = self
            .article
            .credits
            .iter()
            .map(|(role, name)| Credit {
                role: role.clone(),
                name: name.clone(),
            })
            .collect();
        if credits.is_empty() && self.article.call.is_empty() {
            return;
        }
        let has_end = self.of_kinds(&["end"]).next().is_some();
        if !has_end && let Some(first) = self.boards.first_mut() {
            first.credits = credits;
            first.contact = some(&self.article.call);
            return;
        }
        let content = Content {
            title: some(&self.article.title),
            subtitle: some(&self.article.subtitle),
            contact: some(&self.article.call),
            credits,
            ..Content::default()
        };
        self.put(content, &["end"]);
    }

    fn put(&mut self, mut content: Content, kinds: &[&str]) {
        content.template = self.template(&content, kinds).map(|template| template.name.clone());
        self.boards.push(content);
    }

    fn of_kinds<'t>(&'t self, kinds: &'t [&str]) -> impl Iterator<Item = &'t Arc<Template>> {
        let templates = self.means.templates.iter();
        templates.filter(move |template| kinds.contains(&template.kind.as_str()))
    }

    fn of_family<'t>(&'t self, kinds: &'t [&str]) -> impl Iterator<Item = &'t Arc<Template>> {
        self.of_kinds(kinds)
            .filter(|template| template.family == self.means.family)
    }

    /// Of the family, else of any; of these kinds, else of any; for the content that which costs least.
    fn template(&self, content: &Content, kinds: &[&str]) -> Option<Arc<Template>> {
        let of_kind: Vec<Arc<Template>> = self.of_kinds(kinds).cloned().collect();
        let own = of_kind
            .iter()
            .filter(|template| template.family == self.means.family)
            .cloned();
        let own: Vec<Arc<Template>> = own.collect();
        let from = match (own.is_empty(), of_kind.is_empty()) {
            (false, _) => own,
            (true, false) => of_kind,
            (true, true) => self.means.templates.to_vec(),
        };
        // A wish of its own would count against the others.
        let open = Content {
            template: None,
            ..content.clone()
        };
        choose(&open, None, &from).map(|choice| choice.template)
    }

    fn numbered(self) -> Vec<Content> {
        let letters = &self.means.letters;
        let committee = some(&self.means.committee);
        let numbered = self.boards.into_iter().enumerate().map(|(index, content)| Content {
            code: format!("{letters}{:03}", index + 1),
            committee: committee.clone(),
            ..content
        });
        numbered.collect()
    }
}

/// A board of nothing but speeches has a template of its own.
fn kinds_of(content: &Content) -> &'static [&'static str] {
    match content.quotes.is_empty() || !content.sections.is_empty() {
        true => &["story"],
        false => &["quotes", "story"],
    }
}

/// What a paragraph is: a speech with its speaker is a quote.
fn block_of(para: &str) -> Block {
    if let Some(quote) = quote_of(para) {
        return Block::Quote(para.into(), quote);
    }
    Block::Text(para.into())
}

pub fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

fn photo((file, caption): &(String, String)) -> Photo {
    Photo {
        file: file.clone(),
        caption: caption.clone(),
        ..Photo::default()
    }
}

fn added(board: &Content, block: &Block) -> Content {
    let mut board = board.clone();
    let mut text = |text: &String| match board.sections.last_mut() {
        Some(section) => section.paras.push(text.clone()),
        None => board.sections.push(Section {
            heading: String::new(),
            paras: vec![text.clone()],
        }),
    };
    match block {
        Block::Text(para) => text(para),
        Block::Quote(_, quote) => board.quotes.push(quote.clone()),
    }
    board
}

/// Sentences with their marks and the quotation marks behind them.
fn sentences(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';');
        let goes_on = chars
            .peek()
            .is_some_and(|(_, next)| matches!(next, '”' | '」' | '』' | '’' | '）'));
        let is_closing = matches!(c, '”' | '」') && text[..at].ends_with(['。', '！', '？']);
        if (ends && !goes_on) || is_closing {
            let end = at + c.len_utf8();
            pieces.push(&text[from..end]);
            from = end;
        }
    }
    if from < text.len() {
        pieces.push(&text[from..]);
    }
    pieces
}

/// Verbs of speech, in both scripts.
const SAYS: [&str; 16] = [
    "说道",
    "說道",
    "告诉我们",
    "告訴我們",
    "告诉记者",
    "告訴記者",
    "表示",
    "感慨道",
    "笑着说",
    "笑著說",
    "介绍说",
    "介紹說",
    "说",
    "說",
    "道",
    "介绍",
];

/// The least words of a speech that stands for itself.
const SPEECH: usize = 24;

/// "……”某某说。": speech first, then who. What says more than that stays a paragraph.
pub fn quote_of(para: &str) -> Option<Quote> {
    let (open, close) = match para.chars().next()? {
        '“' => ('“', '”'),
        '「' => ('「', '」'),
        _ => return None,
    };
    let end = para.rfind(close)?;
    let speech = &para[open.len_utf8()..end];
    // One speech, not two with something between them.
    if speech.contains(open) && speech.matches(open).count() != speech.matches(close).count() {
        return None;
    }
    if speech.chars().count() < SPEECH || is_interrupted(speech, open, close) {
        return None;
    }
    let who = para[end + close.len_utf8()..]
        .trim()
        .trim_end_matches(['。', '.', '！']);
    let who = SAYS.iter().find_map(|says| who.strip_suffix(says))?;
    let count = who.chars().count();
    let is_name = (2..=20).contains(&count) && who.chars().all(|c| is_han(c) || matches!(c, '、' | '（' | '）'));
    is_name.then(|| Quote {
        text: speech.into(),
        speaker: who.into(),
        ..Quote::default()
    })
}

/// The speech closes and opens again: between the two stands something that is not said.
fn is_interrupted(speech: &str, open: char, close: char) -> bool {
    let mut depth = 1;
    for c in speech.chars() {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth < 1 {
            return true;
        }
    }
    false
}

pub fn stats_of(para: &str) -> Vec<Stat> {
    let of = |figure: super::figures::Figure| Stat {
        label: figure.label,
        unit: figure.unit,
        value: figure.value,
        bar: Bar::None,
    };
    figures(para).into_iter().map(of).collect()
}
