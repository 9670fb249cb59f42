//! One dictionary: keys sorted, longest prefix of a text found by one binary search.

/// Borrowed from the text of the dictionary file, which lives as long as the program.
pub struct Dict {
    entries: Vec<Entry>,
    /// The second character of each key, 0 where it has none: packed, for most searches end at them.
    seconds: Vec<u32>,
    starts: Starts,
}

struct Entry {
    key: &'static str,
    values: &'static str,
    /// The longest other key that this one begins with: where a search goes on when this key is too long.
    parent: u32,
    /// Bytes of the first value.
    first: u32,
}

const NONE: u32 = u32::MAX;

impl Dict {
    /// Several files as one dictionary; where two have a key, the first file wins. Lines: key, tab, values.
    pub fn new(files: &[&'static str]) -> Dict {
        let mut pairs: Vec<(&str, &str)> = files
            .iter()
            .flat_map(|file| file.lines())
            .filter_map(|line| line.split_once('\t'))
            .collect();
        // Stable: among equal keys the first file's stays in front. Sorted files make this a merge.
        pairs.sort_by(|one, other| one.0.cmp(other.0));
        pairs.dedup_by(|next, first| next.0 == first.0);

        let mut entries: Vec<Entry> = Vec::with_capacity(pairs.len());
        for (key, values) in pairs {
            let mut parent = entries.len().checked_sub(1).map_or(NONE, |last| last as u32);
            while parent != NONE && !key.starts_with(entries[parent as usize].key) {
                parent = entries[parent as usize].parent;
            }
            let first = values.find(' ').unwrap_or(values.len()) as u32;
            entries.push(Entry {
                key,
                values,
                parent,
                first,
            });
        }
        let starts = Starts::new(&entries);
        let second = |entry: &Entry| entry.key.chars().nth(1).map_or(0, u32::from);
        Dict {
            seconds: entries.iter().map(second).collect(),
            entries,
            starts,
        }
    }

    /// The longest key that `text` begins with, and its first value.
    pub fn longest(&self, text: &str) -> Option<(&'static str, &'static str)> {
        let entry = self.find(text)?;
        Some((entry.key, &entry.values[..entry.first as usize]))
    }

    /// The first character of every key.
    pub fn firsts(&self) -> impl Iterator<Item = char> + '_ {
        self.entries.iter().filter_map(|entry| entry.key.chars().next())
    }

    /// All values of exactly this key.
    pub fn values(&self, key: &str) -> impl Iterator<Item = &'static str> + use<> {
        let found = self.find(key).filter(|entry| entry.key == key);
        found.map_or("", |entry| entry.values).split_ascii_whitespace()
    }

    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.entries.iter().map(|entry| (entry.key, entry.values))
    }

    fn find(&self, text: &str) -> Option<&Entry> {
        let mut letters = text.chars();
        let (from, to) = self.starts.range(letters.next()?)?;
        let second = letters.next().map_or(0, u32::from);
        let seconds = &self.seconds[from..to];
        let low = from + seconds.partition_point(|other| *other < second);
        let high = low + self.seconds[low..to].partition_point(|other| *other == second);
        if low == high || second == 0 {
            let only = &self.entries[from];
            return (self.seconds[from] == 0).then_some(only);
        }
        let among = &self.entries[low..high];
        // Every key that begins `text` also begins the last key not behind `text`.
        let Some(last) = among.partition_point(|entry| entry.key <= text).checked_sub(1) else {
            return (self.seconds[from] == 0).then_some(&self.entries[from]);
        };
        let mut at = low + last;
        loop {
            let entry = &self.entries[at];
            if text.starts_with(entry.key) {
                return Some(entry);
            }
            if entry.parent == NONE || (entry.parent as usize) < from {
                return None;
            }
            at = entry.parent as usize;
        }
    }
}

/// Something about every character, in blocks of 256: two table look-ups instead of a hash.
struct Pages<B> {
    /// By the character's upper bits; 0 is the empty block.
    pages: Vec<u16>,
    blocks: Vec<B>,
}

impl<B: Copy> Pages<B> {
    fn new(empty: B) -> Pages<B> {
        Pages {
            pages: vec![0; 0x1100],
            blocks: vec![empty],
        }
    }

    fn block(&self, letter: char) -> &B {
        &self.blocks[self.pages[letter as usize >> 8] as usize]
    }

    fn block_mut(&mut self, letter: char) -> &mut B {
        let page = &mut self.pages[letter as usize >> 8];
        if *page == 0 {
            *page = self.blocks.len() as u16;
            self.blocks.push(self.blocks[0]);
        }
        &mut self.blocks[*page as usize]
    }
}

/// Where the keys of each first character stand, from and to.
struct Starts(Pages<[(u32, u32); 256]>);

impl Starts {
    fn new(entries: &[Entry]) -> Starts {
        let mut pages = Pages::new([(0, 0); 256]);
        for (index, entry) in entries.iter().enumerate() {
            let Some(first) = entry.key.chars().next() else {
                continue;
            };
            let range = &mut pages.block_mut(first)[first as usize & 0xff];
            if range.1 == 0 {
                range.0 = index as u32;
            }
            range.1 = index as u32 + 1;
        }
        Starts(pages)
    }

    fn range(&self, first: char) -> Option<(usize, usize)> {
        let (from, to) = self.0.block(first)[first as usize & 0xff];
        (to > 0).then_some((from as usize, to as usize))
    }
}

/// A set of characters, asked for every character of a text; a bit each.
pub struct Letters(Pages<[u64; 4]>);

impl Letters {
    pub fn new(letters: impl Iterator<Item = char>) -> Letters {
        let mut pages = Pages::new([0; 4]);
        for letter in letters {
            pages.block_mut(letter)[letter as usize >> 6 & 3] |= 1 << (letter as usize & 63);
        }
        Letters(pages)
    }

    pub fn has(&self, letter: char) -> bool {
        self.0.block(letter)[letter as usize >> 6 & 3] >> (letter as usize & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_key_wins_also_behind_longer_ones_that_do_not_fit() {
        let dict = Dict::new(&["一\tA\n一丝\tB\n一丝不挂\tC\n一丝不苟且\tD", "一\tZ\n丝\tE F"]);
        let longest = |text: &str| dict.longest(text);
        assert_eq!(longest("一丝不苟。"), Some(("一丝", "B")));
        assert_eq!(longest("一丝不挂着"), Some(("一丝不挂", "C")));
        assert_eq!(longest("一个"), Some(("一", "A")));
        assert_eq!(longest("二"), None);
        assert_eq!(longest(""), None);
        assert_eq!(dict.values("丝").collect::<Vec<_>>(), ["E", "F"]);
        assert_eq!(dict.values("丝绸").count(), 0);
    }
}
