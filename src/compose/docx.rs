//! A Word document (.docx, also as WPS saves it) as lines of text and pictures in their order. Knows its bytes, no disk.
//! Structure: ECMA-376, parts 1 and 2.

use super::encoding::decode;
use roxmltree::{Document, Node, ParsingOptions};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// A line a paragraph; a row of a table is a line with tabs between its cells.
    pub text: String,
    /// Name and bytes, in the order in which the text shows them.
    pub pictures: Vec<(String, Vec<u8>)>,
}

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWord {
    /// Of the years before 2007 (.doc, .wps): nobody but their maker reads these.
    Old,
    /// It opens with a password only.
    Locked,
    /// Anything else, or damaged.
    Other,
}

/// A document of a thousand pages has some 10 MB of XML.
const MOST_XML: u64 = 48 << 20;
const MOST_NODES: u32 = 3_000_000;
/// Pictures that are taken, and the bytes of all of them.
const MOST_PICTURES: usize = 200;
const MOST_BYTES: u64 = 512 << 20;

/// What begins a compound file (MS-CFB 2.2).
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The text of a file that people write in: a Word document, or plain text in any of its encodings.
pub fn read_document(bytes: &[u8]) -> Result<Word, NoWord> {
    if bytes.starts_with(&COMPOUND) || bytes.starts_with(b"PK\x03\x04") {
        return read_docx(bytes);
    }
    let read = decode(bytes);
    // A picture or a program; text has no zero characters.
    if read.text.contains('\0') {
        return Err(NoWord::Other);
    }
    Ok(Word {
        text: read.text,
        pictures: Vec::new(),
    })
}

fn read_docx(bytes: &[u8]) -> Result<Word, NoWord> {
    if bytes.starts_with(&COMPOUND) {
        return Err(if is_locked(bytes) { NoWord::Locked } else { NoWord::Old });
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_damaged| NoWord::Other)?;
    let body = text_of(&mut zip, "word/document.xml").ok_or(NoWord::Other)?;
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(&body, options).map_err(|_damaged| NoWord::Other)?;
    if document.root_element().tag_name().name() != "document" {
        return Err(NoWord::Other);
    }
    let (lines, shown) = walk(&document);
    Ok(Word {
        text: lines.join("\n"),
        pictures: pictures(&mut zip, &shown),
    })
}

/// A document under a password is a compound file with one stream of this name (MS-OFFCRYPTO 2.3.4).
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

fn text_of(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let file = zip.by_name(name).ok()?;
    let mut text = String::new();
    file.take(MOST_XML + 1).read_to_string(&mut text).ok()?;
    (text.len() as u64 <= MOST_XML).then_some(text)
}

/// Lines, and the relation of each picture.
fn walk(document: &Document<'_>) -> (Vec<String>, Vec<String>) {
    let (mut lines, mut shown) = (Vec::new(), Vec::new());
    let mut deep: Vec<(Node<'_, '_>, Where)> = vec![(document.root_element(), Where::default())];
    // By hand, because a hostile file nests deeper than a stack.
    let mut line = String::new();
    while let Some((node, place)) = deep.pop() {
        match place.then {
            Then::Visit => {}
            Then::EndLine => {
                lines.push(std::mem::take(&mut line).trim_end().to_string());
                continue;
            }
            Then::EndCell => {
                line = line.trim_end().to_string();
                line.push('\t');
                continue;
            }
        }
        let place_in = |then| Where { then, ..place };
        let mut inner = place;
        match node.tag_name().name() {
            // Written twice for older programs; taken back; a field's instruction.
            "Fallback" | "del" | "moveFrom" | "instrText" => continue,
            // The reading beside a character.
            "rt" => continue,
            "tr" if !place.in_row => {
                inner.in_row = true;
                deep.push((node, place_in(Then::EndLine)));
            }
            "tc" if place.in_row => deep.push((node, place_in(Then::EndCell))),
            "p" if place.in_row => line.push_str(if line.is_empty() || line.ends_with('\t') {
                ""
            } else {
                " "
            }),
            // A box of text inside a paragraph is read behind it.
            "p" => {
                deep.push((node, place_in(Then::EndLine)));
            }
            "t" => line.push_str(node.text().unwrap_or_default()),
            "tab" if node.parent().is_some_and(|parent| parent.tag_name().name() == "r") => line.push(' '),
            "br" | "cr" if !place.in_row => line.push('\n'),
            "noBreakHyphen" => line.push('-'),
            "blip" => shown.extend(relation(node, "embed")),
            "imagedata" => shown.extend(relation(node, "id")),
            _ => {}
        }
        let children: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
        deep.extend(children.into_iter().rev().map(|child| {
            (
                child,
                Where {
                    then: Then::Visit,
                    ..inner
                },
            )
        }));
    }
    let lines = lines.iter().flat_map(|line| line.split('\n')).map(str::to_string);
    (lines.collect(), shown)
}

#[derive(Clone, Copy, Default)]
struct Where {
    in_row: bool,
    then: Then,
}

#[derive(Clone, Copy, Default)]
enum Then {
    #[default]
    Visit,
    EndLine,
    EndCell,
}

fn relation(node: Node<'_, '_>, name: &str) -> Option<String> {
    let found = node
        .attributes()
        .find(|attribute| attribute.name() == name && attribute.namespace().is_some());
    found.map(|attribute| attribute.value().to_string())
}

/// Pictures kept in the file, each once; what it only points at is elsewhere and stays there.
fn pictures(zip: &mut ZipArchive<Cursor<&[u8]>>, shown: &[String]) -> Vec<(String, Vec<u8>)> {
    let Some(relations) = text_of(zip, "word/_rels/document.xml.rels") else {
        return Vec::new();
    };
    let Ok(relations) = Document::parse(&relations) else {
        return Vec::new();
    };
    let target = |id: &String| {
        let node = relations.descendants().find(|node| node.attribute("Id") == Some(id))?;
        (node.attribute("TargetMode") != Some("External")).then(|| node.attribute("Target"))?
    };
    let mut names: Vec<String> = Vec::new();
    for target in shown.iter().filter_map(target) {
        let name = match target.strip_prefix('/') {
            Some(whole) => whole.to_string(),
            None => format!("word/{target}"),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut left = MOST_BYTES;
    let mut pictures = Vec::new();
    for name in names.into_iter().take(MOST_PICTURES) {
        let Ok(file) = zip.by_name(&name) else { continue };
        let mut bytes = Vec::new();
        if file.take(left + 1).read_to_end(&mut bytes).is_err() || bytes.len() as u64 > left {
            continue;
        }
        left -= bytes.len() as u64;
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        pictures.push((format!("{:02}.{end}", pictures.len() + 1), bytes));
    }
    pictures
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;

    fn docx(body: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, bytes: &[u8]| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        };
        let document = format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:a=\"a\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
        );
        put("word/document.xml", document.as_bytes());
        for (name, bytes) in files {
            put(name, bytes);
        }
        zip.finish().unwrap().into_inner()
    }

    fn p(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs_rows_and_pictures_come_in_their_order() {
        let body = format!(
            "{}<w:p><w:r><w:t>一渠</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>活水</w:t><w:br/><w:t>千家</w:t></w:r></w:p>\
             <w:p/><w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>\
             <w:p><w:r><a:blip r:embed=\"rId2\"/><mc:Fallback><w:t>两遍</w:t></mc:Fallback></w:r></w:p><w:p><w:r><a:blip r:embed=\"rId1\"/></w:r></w:p>",
            p("标题"),
            p("村"),
            p("户"),
            p("数"),
            p("上坪"),
            p("120"),
        );
        let rels = "<Relationships><Relationship Id=\"rId1\" Target=\"media/a.png\"/><Relationship Id=\"rId2\" Target=\"/word/media/b.jpeg\"/><Relationship Id=\"rId3\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>";
        let files: [(&str, &[u8]); 3] = [
            ("word/_rels/document.xml.rels", rels.as_bytes()),
            ("word/media/a.png", b"A"),
            ("word/media/b.jpeg", b"B"),
        ];
        let word = read_docx(&docx(&body, &files)).unwrap();
        let lines: Vec<&str> = word.text.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(lines, ["标题", "一渠活水", "千家", "村\t户 数", "上坪\t120"]);
        assert_eq!(
            word.pictures,
            [
                ("01.jpeg".to_string(), b"B".to_vec()),
                ("02.png".to_string(), b"A".to_vec())
            ]
        );
    }

    #[test]
    fn what_is_no_document_is_told_apart() {
        let mut old = COMPOUND.to_vec();
        old.extend([0; 600]);
        assert_eq!(read_docx(&old), Err(NoWord::Old));
        old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read_docx(&old), Err(NoWord::Locked));
        assert_eq!(read_docx(b"plain text"), Err(NoWord::Other));
        let cut = docx(&p("水"), &[]);
        assert_eq!(read_docx(&cut[..cut.len() / 2]), Err(NoWord::Other));
        assert_eq!(read_docx(&docx("<!", &[])), Err(NoWord::Other));
        // Entities that multiply are refused with the declaration that makes them.
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default())
            .unwrap();
        zip.write_all(b"<!DOCTYPE d [<!ENTITY a \"x\">]><document>&a;</document>")
            .unwrap();
        assert_eq!(read_docx(&zip.finish().unwrap().into_inner()), Err(NoWord::Other));
    }

    #[test]
    fn nesting_without_end_ends() {
        let deep = format!("{}{}", "<w:p>".repeat(900), "</w:p>".repeat(900));
        assert!(read_docx(&docx(&deep, &[])).is_ok());
        let deeper = format!("{}{}", "<w:p>".repeat(200_000), "</w:p>".repeat(200_000));
        let _ = read_docx(&docx(&deeper, &[]));
    }
}
