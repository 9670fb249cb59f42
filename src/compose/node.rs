//! A YAML file as a tree, read within a budget: whatever a file says, reading it costs little time and memory.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    /// As a person writes it: "1.2", "1350".
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; a key may stand twice.
    Map(Vec<(String, Node)>),
}

/// What keeps a file from being read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// More entries or text than any board has: a mistake, or aliases that multiply.
    TooMuch,
    /// Not YAML from this line on.
    Syntax { line: usize },
}

const MOST_NODES: usize = 20_000;
const MOST_BYTES: usize = 2 << 20;

pub fn parse(text: &str) -> Result<Node, Unreadable> {
    let says_nothing = |line: &str| matches!(line.trim().chars().next(), None | Some('#'));
    if text.lines().all(says_nothing) {
        return Ok(Node::Null);
    }
    let budget = Budget {
        nodes: Cell::new(MOST_NODES),
        bytes: Cell::new(MOST_BYTES),
    };
    Seed(&budget)
        .deserialize(serde_yaml_ng::Deserializer::from_str(text))
        .map_err(|error| {
            if budget.nodes.get() == 0 || budget.bytes.get() == 0 || error.to_string().contains("repetition limit") {
                Unreadable::TooMuch
            } else {
                Unreadable::Syntax {
                    line: error.location().map_or(1, |location| location.line()),
                }
            }
        })
}

struct Budget {
    nodes: Cell<usize>,
    bytes: Cell<usize>,
}

impl Budget {
    /// Aliases are expanded by the reader, so each expansion is counted here as well.
    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        self.nodes.set(self.nodes.get().saturating_sub(1));
        self.bytes.set(self.bytes.get().saturating_sub(bytes));
        if self.nodes.get() == 0 || self.bytes.get() == 0 {
            return Err(E::custom("too much"));
        }
        Ok(())
    }
}

struct Seed<'a>(&'a Budget);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a number, a list or keys with values")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.0.spend(1)?;
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.0.spend(1)?;
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.number(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.number(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.number(value.to_string())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.0.spend(value.len())?;
        Ok(Node::Text(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        self.0.spend(1)?;
        let mut list = Vec::new();
        while let Some(node) = entries.next_element_seed(Seed(self.0))? {
            list.push(node);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        self.0.spend(1)?;
        let mut map = Vec::new();
        while let Some(key) = entries.next_key_seed(Seed(self.0))? {
            let value = entries.next_value_seed(Seed(self.0))?;
            map.push((key.scalar().unwrap_or_default(), value));
        }
        Ok(Node::Map(map))
    }
}

impl Seed<'_> {
    fn number<E: Error>(self, text: String) -> Result<Node, E> {
        self.0.spend(text.len())?;
        Ok(Node::Number(text))
    }
}

impl Node {
    /// Text and numbers as text; nothing else is.
    pub fn scalar(&self) -> Option<String> {
        match self {
            Node::Number(text) | Node::Text(text) => Some(text.clone()),
            Node::Null | Node::Bool(_) | Node::List(_) | Node::Map(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_file_keeps_order_and_the_look_of_numbers() {
        let node = parse("id: QH1\nvalue: 1.2\nlist: [1350, '007', yes, true]\n").unwrap();
        let Node::Map(entries) = node else { panic!() };
        assert_eq!(entries[1], ("value".into(), Node::Number("1.2".into())));
        let wanted = [
            Node::Number("1350".into()),
            Node::Text("007".into()),
            Node::Text("yes".into()),
            Node::Bool(true),
        ];
        assert_eq!(entries[2].1, Node::List(wanted.to_vec()));
    }

    #[test]
    fn a_file_that_multiplies_itself_is_put_down_at_once() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let names = vec![format!("*a{}", level - 1); 9].join(", ");
            bomb += &format!("a{level}: &a{level} [{names}]\n");
        }
        assert_eq!(parse(&bomb), Err(Unreadable::TooMuch));
        let long = format!("a: &a {}\nb: [{}]\n", "字".repeat(100_000), vec!["*a"; 90].join(", "));
        assert_eq!(parse(&long), Err(Unreadable::TooMuch));
    }

    #[test]
    fn nesting_without_end_and_wrong_signs_are_told_with_a_line() {
        assert!(matches!(parse(&"[".repeat(5000)), Err(Unreadable::Syntax { .. })));
        assert!(parse("id: A\ntitle: \"open\nx: 1\n").is_err());
        assert!(matches!(
            parse("id: A\nsections:\n- heading: a\n   paras: b\n"),
            Err(Unreadable::Syntax { line: 3..=4 })
        ));
        assert_eq!(parse(""), Ok(Node::Null));
    }
}
