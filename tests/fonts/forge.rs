//! Small fonts cut from the shipped ones, with names and rights as a test wants them; and broken ones.

use skrifa::{FontRef, MetadataProvider as _};
use std::path::Path;
use subsetter::GlyphRemapper;

/// What the forged font says of itself.
#[derive(Clone)]
pub struct Wish<'a> {
    /// A shipped file.
    pub from: &'a str,
    pub characters: &'a str,
    pub family: &'a str,
    pub chinese: &'a str,
    pub weight: u16,
    pub fs_type: u16,
}

impl Default for Wish<'_> {
    fn default() -> Self {
        Wish {
            from: "LXGWWenKai-Regular.ttf",
            characters: "的一是在有国学会这们来时个山里孩子展 n8",
            family: "Forged FangSong",
            chinese: "试刻仿宋",
            weight: 400,
            fs_type: 0,
        }
    }
}

type Table = ([u8; 4], Vec<u8>);

pub fn font(wish: &Wish<'_>) -> Vec<u8> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(wish.from);
    let shipped = std::fs::read(shipped).unwrap();
    let map = FontRef::new(&shipped).unwrap();
    let map = map.charmap();
    let mut remapper = GlyphRemapper::new();
    let mut characters: Vec<(u32, u32)> = Vec::new();
    for character in wish.characters.chars() {
        let glyph = map.map(character).unwrap().to_u32() as u16;
        characters.push((character.into(), remapper.remap(glyph).into()));
    }
    characters.sort_unstable();
    characters.dedup();
    let cut = subsetter::subset(&shipped, 0, &remapper).unwrap();
    let kept = tables(&cut).into_iter().filter(|(tag, _)| tag != b"name");
    let own = [
        (*b"OS/2", os2(wish)),
        (*b"cmap", cmap(&characters)),
        (*b"name", names(wish)),
    ];
    let kind: [u8; 4] = cut[..4].try_into().unwrap();
    put_together(kind, kept.chain(own).collect(), 0)
}

/// Several fonts in one file.
pub fn collection(fonts: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"ttcf\0\x01\0\0".to_vec();
    file.extend((fonts.len() as u32).to_be_bytes());
    let mut at = file.len() + 4 * fonts.len();
    let mut bodies = Vec::new();
    for font in fonts {
        file.extend((at as u32).to_be_bytes());
        let body = put_together(font[..4].try_into().unwrap(), tables(font), at);
        at += body.len();
        bodies.extend(body);
    }
    file.extend(bodies);
    file
}

/// Files that look like fonts, by what is wrong with them.
pub fn broken() -> Vec<(&'static str, Vec<u8>)> {
    let whole = font(&Wish::default());
    let half = whole[..whole.len() / 2].to_vec();
    let mut counted = whole.clone();
    counted[4..6].copy_from_slice(&[0xff, 0xff]);
    let mut glyphs = tables(&whole);
    let mut outlines = tables(&whole);
    for (tag, table) in &mut glyphs {
        if tag == b"maxp" {
            table[4..6].copy_from_slice(&[0xff, 0xff]);
        }
        if tag == b"loca" || tag == b"glyf" {
            table.fill(0xff);
        }
    }
    outlines.retain(|(tag, _)| tag != b"glyf" && tag != b"loca");
    let kind: [u8; 4] = whole[..4].try_into().unwrap();
    let mut many = b"ttcf\0\x01\0\0\xff\xff\xff\xff".to_vec();
    many.extend([0xff; 64]);
    vec![
        ("empty-table.ttf", put_together(kind, vec![(*b"glyf", Vec::new())], 0)),
        ("nothing.ttf", Vec::new()),
        ("half.ttf", half),
        ("huge-count.ttf", counted),
        ("huge-collection.ttc", many),
        ("no-tables.otf", b"OTTO\0\0\0\0\0\0\0\0".to_vec()),
        ("outlines-gone.ttf", put_together(kind, outlines, 0)),
        ("rubbish-outlines.ttf", put_together(kind, glyphs, 0)),
        ("text.ttf", "这不是字体".repeat(50).into_bytes()),
    ]
}

fn tables(font: &[u8]) -> Vec<Table> {
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
    (0..count)
        .map(|index| {
            let at = 12 + 16 * index;
            let (from, length) = (number(at + 8), number(at + 12));
            (font[at..at + 4].try_into().unwrap(), font[from..from + length].to_vec())
        })
        .collect()
}

/// `start`: where in its file the font will stand.
fn put_together(kind: [u8; 4], mut tables: Vec<Table>, start: usize) -> Vec<u8> {
    tables.sort();
    let mut head = kind.to_vec();
    head.extend((tables.len() as u16).to_be_bytes());
    head.extend([0; 6]);
    let mut at = start + 12 + 16 * tables.len();
    let mut body = Vec::new();
    for (tag, table) in &tables {
        head.extend(tag);
        for number in [0, at, table.len()] {
            head.extend((number as u32).to_be_bytes());
        }
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
        at = start + 12 + 16 * tables.len() + body.len();
    }
    head.extend(body);
    head
}

fn os2(wish: &Wish<'_>) -> Vec<u8> {
    let mut table = vec![0; 96];
    let mut set = |at: usize, value: u16| table[at..at + 2].copy_from_slice(&value.to_be_bytes());
    set(0, 4);
    set(4, wish.weight);
    set(6, 5);
    set(8, wish.fs_type);
    table
}

fn cmap(characters: &[(u32, u32)]) -> Vec<u8> {
    let mut table = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    let count = characters.len() as u32;
    for number in [16 + 12 * count, 0, count] {
        table.extend(number.to_be_bytes());
    }
    for (character, glyph) in characters {
        for number in [character, character, glyph] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

fn names(wish: &Wish<'_>) -> Vec<u8> {
    let postscript: String = wish.family.chars().filter(|c| *c != ' ').collect();
    let records = [
        (0x409, 1, wish.family.to_string()),
        (0x409, 2, "Regular".into()),
        (0x409, 4, format!("{} {}", wish.family, wish.weight)),
        (0x409, 6, format!("{postscript}-{}", wish.weight)),
        (0x804, 1, wish.chinese.to_string()),
        (0x804, 4, wish.chinese.to_string()),
    ];
    let mut table: Vec<u8> = Vec::new();
    for number in [0u16, records.len() as u16, 6 + 12 * records.len() as u16] {
        table.extend(number.to_be_bytes());
    }
    let mut texts: Vec<u8> = Vec::new();
    for (language, id, text) in records {
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for number in [3, 1, language, id, text.len() as u16, texts.len() as u16] {
            table.extend(number.to_be_bytes());
        }
        texts.extend(text);
    }
    table.extend(texts);
    table
}
