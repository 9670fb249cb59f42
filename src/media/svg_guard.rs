//! What an SVG file would cost before anything is made of it: `use`, markers, patterns and clips copy what they name, and
//! a file of a few lines can ask for more parts than there is memory.

use crate::base::reason;
use crate::base::say::LeftOut;
use std::collections::{BTreeSet, HashMap, HashSet};
use usvg::roxmltree::{Document, Node, NodeId, ParsingOptions};

/// Emblems take kilobytes, a county's map some megabytes; what is larger holds pictures or is no drawing for a board.
pub const MOST_BYTES: usize = 20 << 20;

/// Elements, texts and comments of a file.
const MOST_NODES: u32 = 200_000;

/// Drawing programs nest twenty groups deep at most; readers go down by recursion.
const MOST_DEPTH: u32 = 200;

/// Elements once everything is copied to where it is named, each with its share of path data: about 16 MB of it.
const MOST_PARTS: u64 = 500_000;

/// Elements times what style sheets name: to look at all of them takes a second or two.
const MOST_FOLLOWED: u64 = 10_000_000;

/// Characters of attributes that weigh as much as an element.
const PART: usize = 32;

/// The file's XML, if it can be drawn in bounded time; else the reason.
pub fn open(text: &str) -> Result<Document<'_>, String> {
    if text.len() > MOST_BYTES {
        return Err(reason::LARGE_DRAWING.into());
    }
    let options = ParsingOptions {
        // Programs declare their namespaces as entities; the parser limits how far they expand and fetches nothing.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        usvg::roxmltree::Error::NodesLimitReached => reason::LARGE_DRAWING.to_string(),
        _ => reason::BROKEN_DRAWING.to_string(),
    })?;
    let mut costs = Costs::of(&document);
    // Each element may follow each of them.
    let in_sheets = costs.in_sheets.len() as u64 * document.descendants().count() as u64;
    if in_sheets > MOST_FOLLOWED || costs.whole(&document) > MOST_PARTS {
        return Err(reason::LARGE_DRAWING.into());
    }
    Ok(document)
}

/// What stands in the file that vectors cannot show and that the reader drops without a word.
pub fn left_out(document: &Document<'_>) -> BTreeSet<LeftOut> {
    let mut found = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "text" if has_words(node) => found.insert(LeftOut::Text),
            "image" => found.insert(LeftOut::Picture),
            _ => continue,
        };
    }
    found
}

fn has_words(node: Node<'_, '_>) -> bool {
    let mut texts = node.descendants().filter_map(|node| node.text());
    texts.any(|text| !text.trim().is_empty())
}

struct Costs<'a, 'd> {
    by_id: HashMap<&'a str, Node<'a, 'd>>,
    /// Named by style sheets, which any element may follow.
    in_sheets: Vec<Node<'a, 'd>>,
    known: HashMap<NodeId, (u64, u32)>,
}

/// Over all bounds, and still far from an overflow.
const TOO_MUCH: u64 = u64::MAX / 4;

impl<'a, 'd> Costs<'a, 'd> {
    fn of(document: &'a Document<'d>) -> Costs<'a, 'd> {
        let elements = || document.descendants().filter(Node::is_element);
        let mut by_id = HashMap::new();
        for node in elements() {
            if let Some(id) = node.attribute("id") {
                by_id.entry(id).or_insert(node);
            }
        }
        let sheets = elements().filter(|node| node.tag_name().name() == "style");
        let texts = sheets.flat_map(|sheet| sheet.descendants().filter_map(|node| node.text()));
        let ids: BTreeSet<&str> = texts.flat_map(named).collect();
        let in_sheets = ids
            .iter()
            .filter_map(|id| by_id.get(id).copied())
            .filter(|node| copies(*node));
        Costs {
            in_sheets: in_sheets.collect(),
            by_id,
            known: HashMap::new(),
        }
    }

    /// From the leaves up, without recursion: a file may be deeper than any stack.
    fn whole(&mut self, document: &'a Document<'d>) -> u64 {
        let mut waiting = vec![(document.root(), false)];
        let mut under_way = HashSet::new();
        while let Some((node, is_ready)) = waiting.pop() {
            if is_ready {
                under_way.remove(&node.id());
                let cost = self.sum(node);
                self.known.insert(node.id(), cost);
                continue;
            }
            if self.known.contains_key(&node.id()) || !under_way.insert(node.id()) {
                continue;
            }
            waiting.push((node, true));
            // One that copies itself into itself has no end.
            if self
                .copied_by(node)
                .is_some_and(|target| under_way.contains(&target.id()))
            {
                return TOO_MUCH;
            }
            let named = self.named_by(node).into_iter().map(|(node, _)| node);
            let wanted = node.children().filter(Node::is_element).chain(named);
            let open: Vec<_> = wanted.filter(|node| !under_way.contains(&node.id())).collect();
            waiting.extend(open.into_iter().map(|node| (node, false)));
        }
        self.known.get(&document.root().id()).map_or(0, |(parts, _)| *parts)
    }

    fn sum(&self, node: Node<'a, 'd>) -> (u64, u32) {
        let letters: usize = node.attributes().map(|attribute| attribute.value().len()).sum();
        let (mut parts, mut depth) = (1 + (letters / PART) as u64, 0);
        let children = node.children().filter(Node::is_element).map(|child| (child, 1));
        for (other, times) in children.chain(self.named_by(node)) {
            let (more, deep) = self.known.get(&other.id()).copied().unwrap_or_default();
            parts = parts.saturating_add(more.saturating_mul(times)).min(TOO_MUCH);
            depth = depth.max(deep);
        }
        if depth >= MOST_DEPTH {
            parts = TOO_MUCH;
        }
        (parts, depth + 1)
    }

    fn copied_by(&self, node: Node<'a, 'd>) -> Option<Node<'a, 'd>> {
        let is_use = node.is_element() && node.tag_name().name() == "use";
        let mut links = node
            .attributes()
            .filter(|attribute| is_use && attribute.name() == "href");
        self.by_id.get(links.next()?.value().trim().strip_prefix('#')?).copied()
    }

    /// What this element has copied to where it stands, and how often.
    fn named_by(&self, node: Node<'a, 'd>) -> Vec<(Node<'a, 'd>, u64)> {
        if !node.is_element() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for attribute in node.attributes() {
            let value = attribute.value();
            if value.contains("url(") {
                let targets = named(value)
                    .filter_map(|id| self.by_id.get(id))
                    .filter(|node| copies(**node));
                found.extend(targets.map(|target| (*target, times(node, *target))));
            }
        }
        found.extend(self.copied_by(node).map(|target| (target, 1)));
        if node.has_attribute("class") || node.has_attribute("id") {
            found.extend(self.in_sheets.iter().map(|target| (*target, times(node, *target))));
        }
        found
    }
}

/// Gradients are made once for all; these are made anew for each who names them.
fn copies(node: Node<'_, '_>) -> bool {
    matches!(
        node.tag_name().name(),
        "pattern" | "mask" | "marker" | "clipPath" | "filter" | "symbol"
    )
}

/// A marker stands at every corner of a path.
fn times(node: Node<'_, '_>, target: Node<'_, '_>) -> u64 {
    let is_marker = target.tag_name().name() == "marker";
    let data = ["d", "points"].into_iter().filter_map(|name| node.attribute(name));
    let corners: usize = data.map(|data| data.len() / 4).sum();
    if is_marker { 1 + corners as u64 } else { 1 }
}

/// The ids in `url(#id)`.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split("url(").skip(1).filter_map(|rest| {
        let id = rest.split(')').next()?;
        id.trim_matches(['"', '\'', ' ']).strip_prefix('#')
    })
}
