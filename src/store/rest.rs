//! What a newer program wrote and this one does not know: kept aside when an object is read, put back when it is
//! written, so that nobody loses a colleague's work by opening it with last year's program.

use super::objects::{Kind, Owned};
use super::v1;
use serde_json::{Map, Value};

/// An object that holds more than this program understands.
pub struct Rest {
    /// As it stood in the file.
    whole: Value,
    /// The same as far as it is understood.
    understood: Value,
}

/// One object as understood; `left_out` entries could not be read at all (they are in the rest).
#[derive(Debug)]
pub struct Understood {
    pub object: Owned,
    pub rest: Option<Rest>,
    pub left_out: usize,
}

impl std::fmt::Debug for Rest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rest")
    }
}

/// Reads one object. Entries of its list that cannot be read are left out, fields that are not known are kept aside.
pub fn understand(kind: Kind, text: &[u8]) -> Result<Understood, serde_json::Error> {
    let object = match v1::read(kind, text) {
        Ok(object) => object,
        Err(error) => return without_strangers(kind, text).ok_or(error),
    };
    let again = object.with_piece(v1::encode);
    let rest = (again != text).then(|| Rest::of(text, &again)).flatten();
    Ok(Understood {
        object,
        rest,
        left_out: 0,
    })
}

/// The object with only those entries that can be read.
fn without_strangers(kind: Kind, text: &[u8]) -> Option<Understood> {
    let holder = v1::holder(kind)?;
    let whole: Value = serde_json::from_slice(text).ok()?;
    let mut bare = whole.clone();
    let entries = bare.get_mut(holder)?.take();
    let reads = |entries: Value| {
        let mut with = bare.clone();
        with[holder] = entries;
        v1::read(kind, &canonical(with)).ok()
    };
    let (kept, count) = match entries {
        Value::Array(list) => {
            let count = list.len();
            let good = |entry: &Value| reads(Value::Array(vec![entry.clone()])).is_some();
            (Value::Array(list.into_iter().filter(good).collect()), count)
        }
        Value::Object(map) => {
            let count = map.len();
            let good = |(key, entry): &(String, Value)| {
                reads(Value::Object(Map::from_iter([(key.clone(), entry.clone())]))).is_some()
            };
            (Value::Object(map.into_iter().filter(good).collect()), count)
        }
        _ => return None,
    };
    let left = kept
        .as_array()
        .map_or_else(|| kept.as_object().map_or(0, Map::len), Vec::len);
    let object = reads(kept)?;
    let understood = serde_json::from_slice(&object.with_piece(v1::encode)).ok()?;
    Some(Understood {
        object,
        rest: Some(Rest { whole, understood }),
        left_out: count - left,
    })
}

impl Rest {
    fn of(text: &[u8], again: &[u8]) -> Option<Rest> {
        let whole = serde_json::from_slice(text).ok()?;
        let understood = serde_json::from_slice(again).ok()?;
        (whole != understood).then_some(Rest { whole, understood })
    }

    /// The JSON to write for an object that was read with this rest and may have changed since.
    pub fn put_back(&self, text: &[u8]) -> Vec<u8> {
        let Ok(mut new) = serde_json::from_slice(text) else {
            return text.to_vec();
        };
        carry(&self.whole, &self.understood, &mut new);
        canonical(new)
    }
}

/// Keys in order: `serde_json`'s maps are sorted.
fn canonical(value: Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

/// Puts into `new` what `old` has and `understood` has not; what the user took away stays away.
fn carry(old: &Value, understood: &Value, new: &mut Value) {
    match (old, understood, new) {
        (Value::Object(old), Value::Object(understood), Value::Object(new)) => {
            for (key, value) in old {
                match (understood.get(key), new.get_mut(key)) {
                    (None, None) => {
                        new.insert(key.clone(), value.clone());
                    }
                    (Some(known), Some(now)) => carry(value, known, now),
                    (None, Some(_)) | (Some(_), None) => {}
                }
            }
        }
        (Value::Array(old), Value::Array(understood), Value::Array(new)) => carry_list(old, understood, new),
        _ => {}
    }
}

fn carry_list(old: &[Value], understood: &[Value], new: &mut Vec<Value>) {
    let has_ids = !old.is_empty() && old.iter().all(|entry| entry.get("id").is_some());
    if !has_ids {
        // Without ids only entries that stand where they stood, unchanged, are surely the same.
        let is_aligned = old.len() == understood.len();
        for ((old, known), now) in old.iter().zip(understood).zip(new).filter(|_| is_aligned) {
            if known == now {
                carry(old, known, now);
            }
        }
        return;
    }
    let find = |list: &[Value], id: &Value| list.iter().position(|entry| entry.get("id") == Some(id));
    for (at, entry) in old.iter().enumerate() {
        let id = &entry["id"];
        match (find(understood, id), find(new, id)) {
            (Some(known), Some(now)) => carry(entry, &understood[known], &mut new[now]),
            (None, None) => new.insert(at.min(new.len()), entry.clone()),
            (Some(_), None) | (None, Some(_)) => {}
        }
    }
}
