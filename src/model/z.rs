//! Fractional keys: text that sorts, with room for another key between any two. Moving one element then
//! changes one key, and two offices that move different elements do not collide.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: usize = DIGITS.len();

/// A key after `a` and before `b`; `None` is the open end.
/// Where nothing fits between (equal keys, or `b` is `a` and zeros), it is a key just after `a`, and ids decide.
pub fn z_between(a: Option<&str>, b: Option<&str>) -> String {
    let low = digits(a.unwrap_or_default());
    let key = match b {
        None => after(&low),
        Some(b) => between(&low, &digits(b)),
    };
    key.into_iter().map(|digit| DIGITS[digit] as char).collect()
}

/// The next key upwards; grows by one character in thirty when called again and again.
fn after(low: &[usize]) -> Vec<usize> {
    let mut key = low.to_vec();
    match key.last_mut() {
        Some(last) if *last + 1 < BASE => *last += 1,
        _ => key.push(BASE / 2),
    }
    key
}

fn between(low: &[usize], high: &[usize]) -> Vec<usize> {
    let mut key = Vec::new();
    for (index, &top) in high.iter().enumerate() {
        let bottom = low.get(index).copied().unwrap_or(0);
        if bottom > top {
            break;
        }
        if bottom == top {
            key.push(top);
            continue;
        }
        if top - bottom > 1 {
            // Below an open end one step down is enough: insertion at the back keeps keys short.
            key.push(if low.is_empty() { top - 1 } else { (bottom + top) / 2 });
            return key;
        }
        // Neighbours: stay on the lower one and go up behind its rest.
        key.push(bottom);
        key.extend(after(low.get(index + 1..).unwrap_or_default()));
        return key;
    }
    let mut key = low.to_vec();
    key.push(BASE / 2);
    key
}

/// Foreign characters count as the nearest digit below, so that any text has a neighbour.
fn digits(key: &str) -> Vec<usize> {
    key.bytes()
        .map(|byte| DIGITS.partition_point(|&digit| digit <= byte).saturating_sub(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_hundred_elements_on_top_of_each_other_keep_short_keys() {
        let mut key = z_between(None, None);
        for _ in 0..100 {
            let next = z_between(Some(&key), None);
            assert!(next > key);
            key = next;
        }
        assert!(key.len() < 6, "{key}");
        for _ in 0..100 {
            let next = z_between(None, Some(&key));
            assert!(next < key, "{next} {key}");
            key = next;
        }
        assert!(key.len() < 8, "{key}");
    }

    proptest! {
        #[test]
        fn there_is_always_room_between_two_keys(places in prop::collection::vec(0usize..40, 1..120)) {
            let mut keys: Vec<String> = Vec::new();
            for place in places {
                let at = place.min(keys.len());
                let below = at.checked_sub(1).map(|index| keys[index].as_str());
                let key = z_between(below, keys.get(at).map(String::as_str));
                keys.insert(at, key);
                prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
            }
        }

        #[test]
        fn any_text_at_all_has_a_neighbour(a in ".{0,6}", b in ".{0,6}") {
            prop_assert!(!z_between(Some(&a), Some(&b)).is_empty());
            prop_assert!(!z_between(Some(&a), None).is_empty());
        }
    }
}
