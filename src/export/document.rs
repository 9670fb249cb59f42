//! What makes a PDF a PDF/X-4: output intent, identification, metadata that agree, boxes; and what makes it pleasant:
//! bookmarks by committee, page labels. Rules: ISO 15930-7; the keys: ISO 32000-1, 12.3, 12.4.2, 14.3, 14.11.

use super::book::Book;
use super::file::{Id, reference};
use super::syntax::{reals, text};
use super::{ExportError, Page, Press};
use crate::media::profile_name;
use lopdf::{Dictionary, Object, StringFormat, dictionary};
use sha2::Digest as _;

const PRODUCER: &str = concat!("zhanban ", env!("CARGO_PKG_VERSION"));

/// Points a millimetre.
pub const POINTS: f64 = 72.0 / 25.4;

/// Longest side of a page in its units (ISO 32000-1, annex C).
const LONGEST: f64 = 14_400.0;

/// Sheet, trim and bleed of a page.
pub struct Boxes {
    /// Points a unit of this page: 1 unless the sheet is longer than 5.08 m.
    pub unit: f64,
    pub media: [f64; 4],
    pub trim: [f64; 4],
    pub bleed: [f64; 4],
    /// From the board's millimetres (y down) to the page (y up).
    pub to_page: crate::geom::Transform,
}

impl Boxes {
    pub fn of(page: &Page, press: &Press) -> Boxes {
        let (cut, room) = (page.sheet(press), press.room());
        let around = press.shop.bleed + room;
        let to_file = POINTS / press.scale();
        let sides = [cut.w + 2.0 * around, cut.h + 2.0 * around].map(|side| side * to_file);
        let unit = (sides[0].max(sides[1]) / LONGEST).ceil().max(1.0);
        let scale = to_file / unit;
        let inside = |mm: f64| [mm, mm, sides[0] / to_file - mm, sides[1] / to_file - mm].map(|side| side * scale);
        Boxes {
            unit,
            media: inside(0.0),
            trim: inside(around),
            bleed: inside(room),
            to_page: crate::geom::Transform {
                a: scale,
                b: 0.0,
                c: 0.0,
                d: -scale,
                e: (around - cut.x) * scale,
                f: (cut.bottom() + around) * scale,
            },
        }
    }

    pub fn dictionary(&self, parent: Id, contents: Id, resources: Dictionary) -> Dictionary {
        let mut page = dictionary! {
            "Type" => "Page",
            "Parent" => reference(parent),
            "MediaBox" => reals(&self.media),
            "BleedBox" => reals(&self.bleed),
            "TrimBox" => reals(&self.trim),
            "Resources" => resources,
            "Contents" => reference(contents),
            "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK", "I" => true },
        };
        if self.unit > 1.0 {
            page.set("UserUnit", Object::Real(self.unit as f32));
        }
        page
    }
}

/// Everything but the pages; gives the trailer.
pub fn finish(
    book: &mut Book,
    tree: Id,
    written: &[Id],
    pages: &[Page],
    title: &str,
    press: &Press,
    now: &str,
) -> Result<Dictionary, ExportError> {
    let kids = written.iter().map(|id| reference(*id)).collect();
    let pages_node = dictionary! { "Type" => "Pages", "Kids" => Object::Array(kids), "Count" => written.len() as i64 };
    book.file.put(tree, &pages_node.into())?;
    let id = identity(title, pages, now);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => reference(tree),
        "OutputIntents" => Object::Array(vec![output_intent(book, press)?]),
        "Metadata" => reference(metadata(book, title, &id, now)?),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(layers) = super::finish::properties(book) {
        catalog.set("OCProperties", layers);
    }
    if pages.len() > 1 {
        catalog.set("PageLabels", page_labels(pages));
        catalog.set("Outlines", reference(bookmarks(book, written, pages)?));
        catalog.set("PageMode", "UseOutlines");
    }
    let catalog = book.file.add(catalog)?;
    let date = Object::string_literal(pdf_date(now));
    let info = book.file.add(dictionary! {
        "Title" => text(title),
        "Creator" => Object::string_literal(PRODUCER),
        "Producer" => Object::string_literal(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
        "Trapped" => "False",
    })?;
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    Ok(dictionary! {
        "Root" => reference(catalog),
        "Info" => reference(info),
        "ID" => Object::Array(vec![id.clone(), id]),
    })
}

fn output_intent(book: &mut Book, press: &Press) -> Result<Object, ExportError> {
    let profile = book.file.reserve();
    let dictionary = dictionary! { "N" => 4, "Filter" => "FlateDecode" };
    book.file.put_stream(profile, dictionary, &[press.packed_profile()])?;
    let described = Some(profile_name(press.profile())).filter(|name| !name.is_empty());
    let described = described.unwrap_or_else(|| "CMYK".into());
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => text(&described),
        "Info" => text(&described),
        "DestOutputProfile" => reference(profile),
    };
    Ok(intent.into())
}

fn identity(title: &str, pages: &[Page], now: &str) -> [u8; 16] {
    let mut hash = sha2::Sha256::new();
    for part in [title, now] {
        hash.update(part.as_bytes());
    }
    for page in pages {
        hash.update(page.code.as_bytes());
    }
    let hash = hash.finalize();
    std::array::from_fn(|index| hash[index])
}

/// Each page is called by its board's number.
fn page_labels(pages: &[Page]) -> Dictionary {
    let mut list = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let label = if page.number.is_empty() {
            &page.code
        } else {
            &page.number
        };
        list.push(Object::Integer(index as i64));
        list.push(dictionary! { "P" => text(label) }.into());
    }
    dictionary! { "Nums" => Object::Array(list) }
}

/// One bookmark a committee, its boards under it; boards of one committee that do not follow each other too.
fn bookmarks(book: &mut Book, written: &[Id], pages: &[Page]) -> Result<Id, ExportError> {
    let mut units: Vec<(&str, Vec<usize>)> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        match units.iter_mut().find(|(name, _)| *name == page.committee) {
            Some((_, boards)) => boards.push(index),
            None => units.push((&page.committee, vec![index])),
        }
    }
    let root = book.file.reserve();
    let unit_ids: Vec<Id> = units.iter().map(|_| book.file.reserve()).collect();
    for (place, (name, boards)) in units.iter().enumerate() {
        let ids: Vec<Id> = boards.iter().map(|_| book.file.reserve()).collect();
        for (within, board) in boards.iter().enumerate() {
            let page = &pages[*board];
            let name = [&page.number, &page.title].map(String::as_str).join(" ");
            let mut entry = entry(name.trim(), unit_ids[place], written[*board]);
            link(&mut entry, &ids, within);
            book.file.put(ids[within], &entry.into())?;
        }
        let name = if name.is_empty() { "—" } else { name };
        let mut entry = entry(name, root, written[boards[0]]);
        link(&mut entry, &unit_ids, place);
        entry.set("First", reference(ids[0]));
        entry.set("Last", reference(ids[ids.len() - 1]));
        // Negative: closed until somebody opens it.
        entry.set("Count", -(ids.len() as i64));
        book.file.put(unit_ids[place], &entry.into())?;
    }
    let mut top = dictionary! { "Type" => "Outlines", "Count" => unit_ids.len() as i64 };
    if let [first, ..] = unit_ids[..] {
        top.set("First", reference(first));
        top.set("Last", reference(unit_ids[unit_ids.len() - 1]));
    }
    book.file.put(root, &top.into())?;
    Ok(root)
}

fn entry(name: &str, parent: Id, page: Id) -> Dictionary {
    dictionary! {
        "Title" => text(name),
        "Parent" => reference(parent),
        "Dest" => Object::Array(vec![reference(page), "Fit".into()]),
    }
}

fn link(entry: &mut Dictionary, ids: &[Id], at: usize) {
    if at > 0 {
        entry.set("Prev", reference(ids[at - 1]));
    }
    if let Some(next) = ids.get(at + 1) {
        entry.set("Next", reference(*next));
    }
}

/// XMP, unfiltered as PDF/X-4 asks; its dates, title and trapping are those of the information dictionary.
fn metadata(book: &mut Book, title: &str, id: &[u8; 16], now: &str) -> Result<Id, ExportError> {
    let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    let uuid = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
    let (title, date) = (escaped(title), xmp_date(now));
    let packet = format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        mark = '\u{FEFF}',
    );
    let id = book.file.reserve();
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    book.file.put_stream(id, dictionary, &[packet.as_bytes()])?;
    Ok(id)
}

fn escaped(value: &str) -> String {
    let kept = value.chars().filter(|c| !c.is_control());
    kept.map(|c| match c {
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        '&' => "&amp;".into(),
        c => c.to_string(),
    })
    .collect()
}

/// `2026-11-26T06:34:27.125Z` to the second, as XMP has it.
fn xmp_date(now: &str) -> String {
    format!("{}Z", &now[..19])
}

fn pdf_date(now: &str) -> String {
    let digits: String = now[..19].chars().filter(char::is_ascii_digit).collect();
    format!("D:{digits}Z")
}
