//! Three versions of one value into one, field by field and paragraph by paragraph. Works on JSON, so that a new field or
//! kind of element merges without a line here. What both sides changed differently is listed, never lost.

use super::Side;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Values that mean something only as a whole: half of one side's crop and half of the other's is nobody's.
const WHOLE: [&str; 16] = [
    "area",
    "bar",
    "crop",
    "edge",
    "entrance",
    "fill",
    "fonts",
    "ground",
    "line",
    "masks",
    "other",
    "shape",
    "size",
    "template",
    "tone",
    "usual_size",
];

/// Both sides changed the same place, and differently; `None` where a side took it away.
pub(super) struct Clash {
    pub at: Vec<String>,
    pub ours: Option<Value>,
    pub theirs: Option<Value>,
    pub side: Side,
}

/// Merges, and notes where it had to choose.
pub(super) struct Judge<'a> {
    /// What a person has chosen, by the place's path.
    pub choices: &'a BTreeMap<String, Side>,
    pub clashes: Vec<Clash>,
    at: Vec<String>,
}

pub(super) fn key_of(at: &[String]) -> String {
    at.join("/")
}

impl<'a> Judge<'a> {
    pub fn new(choices: &'a BTreeMap<String, Side>) -> Judge<'a> {
        Judge {
            choices,
            clashes: Vec::new(),
            at: Vec::new(),
        }
    }

    /// What becomes of the value named `name`; `None`: it is gone.
    pub fn merge(
        &mut self,
        name: &str,
        base: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        self.at.push(name.to_string());
        let merged = self.merged(base, ours, theirs);
        self.at.pop();
        merged
    }

    /// As `merge`, with names that stand before it in the path.
    pub fn under<T>(&mut self, name: &str, then: impl FnOnce(&mut Judge<'a>) -> T) -> T {
        self.at.push(name.to_string());
        let done = then(self);
        self.at.pop();
        done
    }

    fn merged(&mut self, base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        if ours == theirs || theirs == base {
            return ours.cloned();
        }
        if ours == base {
            return theirs.cloned();
        }
        match (base, ours, theirs) {
            (_, Some(Value::Object(ours)), Some(Value::Object(theirs))) if !self.is_whole(base, ours, theirs) => Some(
                Value::Object(self.fields(base.and_then(Value::as_object), ours, theirs)),
            ),
            (_, Some(Value::Array(ours)), Some(Value::Array(theirs))) if self.is_list(base, ours, theirs) => {
                let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                Some(Value::Array(self.list(base, ours, theirs)))
            }
            _ => self.clash(ours.cloned(), theirs.cloned()),
        }
    }

    /// What was changed stays where the other side took it away; else ours stays. A choice goes before both.
    pub fn clash(&mut self, ours: Option<Value>, theirs: Option<Value>) -> Option<Value> {
        let usual = if ours.is_none() { Side::Theirs } else { Side::Ours };
        let side = self.choices.get(&key_of(&self.at)).copied().unwrap_or(usual);
        let taken = match side {
            Side::Ours => ours.clone(),
            Side::Theirs => theirs.clone(),
        };
        self.clashes.push(Clash {
            at: self.at.clone(),
            ours,
            theirs,
            side,
        });
        taken
    }

    fn fields(
        &mut self,
        base: Option<&Map<String, Value>>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        let mut merged = Map::new();
        for name in names {
            let base = base.and_then(|base| base.get(name));
            if let Some(value) = self.merge(name, base, ours.get(name), theirs.get(name)) {
                merged.insert(name.clone(), value);
            }
        }
        merged
    }

    fn is_whole(&self, base: Option<&Value>, ours: &Map<String, Value>, theirs: &Map<String, Value>) -> bool {
        let is_named = self.at.last().is_some_and(|name| WHOLE.contains(&name.as_str()));
        // A paragraph: its marks count the bytes of its text. A stand: it is one place.
        let is_one = self.at.len() > 1 && ["paras", "places"].contains(&self.at[self.at.len() - 2].as_str());
        // One key tells which variant of an enum it is.
        let names = |map: &Map<String, Value>| map.keys().cloned().collect::<Vec<_>>();
        let is_variant = (ours.len() == 1 || theirs.len() == 1) && names(ours) != names(theirs);
        let was_other = base.is_some_and(|base| !base.is_object());
        is_named || is_one || is_variant || was_other
    }

    /// Its entries have names of their own, so that they are told apart wherever they stand.
    fn is_list(&self, base: Option<&Value>, ours: &[Value], theirs: &[Value]) -> bool {
        let are_named = |list: &[Value]| {
            let names: BTreeSet<String> = list.iter().filter_map(name_of).collect();
            names.len() == list.len()
        };
        let name = self.at.last().map_or("", String::as_str);
        // Paragraphs of two texts that were never one have the same numbers and nothing in common.
        let was_one = name != "paras" || base.is_some();
        let base = base.map_or(Some(&[][..]), |base| base.as_array().map(Vec::as_slice));
        !WHOLE.contains(&name) && was_one && are_named(ours) && are_named(theirs) && base.is_some_and(are_named)
    }

    fn list(&mut self, base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let theirs = if self.at.last().is_some_and(|name| name == "paras") {
            renumbered(base, ours, theirs)
        } else {
            theirs.to_vec()
        };
        let names = |list: &[Value]| list.iter().filter_map(name_of).collect::<Vec<_>>();
        let order = sequence(&names(base), &names(ours), &names(&theirs));
        let find = |list: &[Value], name: &str| {
            list.iter()
                .find(|entry| name_of(entry).as_deref() == Some(name))
                .cloned()
        };
        let merged = order.iter().filter_map(|name| {
            let [base, ours, theirs] = [find(base, name), find(ours, name), find(&theirs, name)];
            self.merge(name, base.as_ref(), ours.as_ref(), theirs.as_ref())
        });
        merged.collect()
    }
}

/// Two new paragraphs that got the same number by chance are two.
fn renumbered(base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
    let number = |entry: &Value| entry.get("id").and_then(Value::as_u64);
    let has = |list: &[Value], id: Option<u64>| list.iter().any(|entry| number(entry) == id);
    let highest = ours.iter().chain(theirs).chain(base).filter_map(number).max();
    let mut next = highest.unwrap_or(0);
    let mut list = theirs.to_vec();
    for entry in &mut list {
        let id = number(entry);
        let is_other = ours.iter().any(|mine| number(mine) == id && mine != entry);
        if !has(base, id) && is_other {
            next = next.wrapping_add(1);
            entry["id"] = next.into();
        }
    }
    list
}

/// What an entry of a list is known by: its id, the name of a colour, the Simplified form of a word.
fn name_of(entry: &Value) -> Option<String> {
    let name = ["id", "name", "hans"].iter().find_map(|key| entry.get(key))?;
    match name {
        Value::String(name) => Some(name.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The names of all three in one sequence. The side that moved things says how they stand; what only the other side has
/// comes behind what it stood behind there, or first.
pub(super) fn sequence<T: Ord + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let has_moved = |side: &[T]| {
        let in_base: BTreeSet<&T> = base.iter().collect();
        let in_side: BTreeSet<&T> = side.iter().collect();
        let left = side.iter().filter(|name| in_base.contains(name));
        !left.eq(base.iter().filter(|name| in_side.contains(name)))
    };
    let (first, second) = if has_moved(theirs) && !has_moved(ours) {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let old: BTreeSet<&T> = base.iter().chain(second).collect();
    let mut merged = first.to_vec();
    let mut placed: BTreeSet<T> = first.iter().cloned().collect();
    let mut before: Option<&T> = None;
    for name in second {
        if placed.insert(name.clone()) {
            let at = before.and_then(|before| merged.iter().position(|other| other == before));
            let mut at = at.map_or(0, |at| at + 1);
            // New ones of both sides at one place stand by name, whichever side is asked first.
            while merged.get(at).is_some_and(|other| !old.contains(other) && other < name) {
                at += 1;
            }
            merged.insert(at, name.clone());
        }
        before = Some(name);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn merged(base: Value, ours: Value, theirs: Value) -> (Value, Vec<String>) {
        let choices = BTreeMap::new();
        let mut judge = Judge::new(&choices);
        let value = judge.merge("v", Some(&base), Some(&ours), Some(&theirs)).unwrap();
        let clashes = judge.clashes.iter().map(|clash| key_of(&clash.at)).collect();
        (value, clashes)
    }

    #[test]
    fn fields_and_paragraphs_of_two_sides_are_joined() {
        let text = |paras: Value| json!({"paras": paras});
        let (value, clashes) = merged(
            text(json!([{"id": 0, "text": "a"}, {"id": 1, "text": "b"}, {"id": 2, "text": "c"}])),
            text(
                json!([{"id": 0, "text": "A"}, {"id": 1, "text": "b"}, {"id": 2, "text": "c"}, {"id": 3, "text": "x"}]),
            ),
            text(json!([{"id": 0, "text": "a"}, {"id": 2, "text": "C"}, {"id": 3, "text": "y"}])),
        );
        let paras: Vec<&str> = value["paras"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|para| para["text"].as_str())
            .collect();
        assert_eq!(paras, ["A", "C", "x", "y"]);
        assert!(clashes.is_empty());

        let (value, clashes) = merged(
            json!({"kind": {"photo": {"zoom": 1}}, "z": "a"}),
            json!({"kind": {"art": {"zoom": 1}}, "z": "b"}),
            json!({"kind": {"photo": {"zoom": 2}}, "z": "c"}),
        );
        assert_eq!(value, json!({"kind": {"art": {"zoom": 1}}, "z": "b"}));
        assert_eq!(clashes, ["v/kind", "v/z"]);
    }

    #[test]
    fn what_one_side_moved_and_the_other_added_stand_together() {
        let order = |base: &str, ours: &str, theirs: &str| {
            let list = |text: &str| text.chars().collect::<Vec<char>>();
            sequence(&list(base), &list(ours), &list(theirs))
                .into_iter()
                .collect::<String>()
        };
        assert_eq!(order("abc", "abcx", "cab"), "cxab");
        assert_eq!(order("abc", "cab", "abcx"), "cxab");
        assert_eq!(order("abc", "abcy", "abcx"), "abcxy");
        assert_eq!(order("abc", "abcx", "abcy"), "abcxy");
        assert_eq!(order("abc", "ac", "abxc"), "abxc");
        assert_eq!(order("", "a", "b"), order("", "b", "a"));
    }
}
