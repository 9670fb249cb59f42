//! What PDF/X-4 asks of a file, as far as a program can see it. Every PDF that a test makes is held against this.
//! Sources: ISO 15930-7 as practised by preflight programs, ISO 32000-1 for the objects.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{BTreeMap, BTreeSet};

/// One line a fault; empty for a good file.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    if !bytes.starts_with(b"%PDF-1.6\n%") {
        faults.push("header: not PDF 1.6 with a binary comment".into());
    }
    match Document::load_mem(bytes) {
        Err(error) => faults.push(format!("unreadable: {error}")),
        Ok(document) => faults.extend(faults_of(&document)),
    }
    faults
}

/// The same for a document in memory, so that tests can break one thing at a time.
pub fn faults_of(document: &Document) -> Vec<String> {
    let mut check = Check {
        document,
        faults: Vec::new(),
    };
    check.trailer();
    check.metadata();
    check.output_intent();
    check.catalog();
    let pages = document.get_pages();
    check.must(!pages.is_empty(), "pages: none");
    for (number, id) in pages {
        check.page(number, id);
    }
    for (id, object) in &document.objects {
        check.object(*id, object);
    }
    check.faults
}

/// A fault, and what brings it into a sound file.
pub type Break = (&'static str, fn(&mut Document));

/// Each of the broken files is caught by its own fault, and the sound one has none.
pub fn each_is_caught(good: &Document, breaks: &[Break]) {
    for (fault, break_it) in breaks {
        let mut broken = good.clone();
        break_it(&mut broken);
        let faults = faults_of(&broken);
        assert!(faults.iter().any(|found| found.contains(fault)), "{fault}: {faults:?}");
    }
    assert_eq!(faults_of(good), Vec::<String>::new());
}

struct Check<'d> {
    document: &'d Document,
    faults: Vec<String>,
}

impl<'d> Check<'d> {
    fn must(&mut self, holds: bool, fault: impl Into<String>) {
        if !holds {
            self.faults.push(fault.into());
        }
    }

    fn dictionary(&self, object: &'d Object) -> Option<&'d Dictionary> {
        match self.resolved(object) {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    fn resolved(&self, object: &'d Object) -> &'d Object {
        self.document
            .dereference(object)
            .map_or(&Object::Null, |(_, object)| object)
    }

    fn get(&self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.resolved(object))
    }

    fn dict_of(&self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Dictionary> {
        self.dictionary(dictionary.get(key.as_bytes()).ok()?)
    }

    fn trailer(&mut self) {
        let trailer = &self.document.trailer;
        self.must(!trailer.has(b"Encrypt"), "trailer: encrypted");
        let id = self.get(trailer, "ID").and_then(|id| id.as_array().ok());
        self.must(id.is_some_and(|id| id.len() == 2), "trailer: no ID");
        let info = self.dict_of(trailer, "Info");
        let Some(info) = info else {
            return self.must(false, "info: none");
        };
        let trapped = self.get(info, "Trapped").and_then(|value| value.as_name().ok());
        self.must(matches!(trapped, Some(b"True" | b"False")), "info: Trapped is no name");
        for key in ["Title", "CreationDate", "ModDate", "Producer"] {
            self.must(info.has(key.as_bytes()), format!("info: no {key}"));
        }
        self.must(
            !info.has(b"GTS_PDFXVersion"),
            "info: an X-4 file is told by its XMP alone",
        );
    }

    fn metadata(&mut self) {
        let stream = self
            .document
            .catalog()
            .ok()
            .and_then(|catalog| self.get(catalog, "Metadata"));
        let Some(Ok(stream)) = stream.map(Object::as_stream) else {
            return self.must(false, "xmp: none");
        };
        self.must(!stream.dict.has(b"Filter"), "xmp: filtered");
        let xmp = String::from_utf8_lossy(&stream.content).into_owned();
        let read = |key: &str| {
            let begin = xmp.find(&format!("<{key}>"))? + key.len() + 2;
            Some(xmp[begin..begin + xmp[begin..].find('<')?].to_string())
        };
        self.must(
            read("pdfxid:GTS_PDFXVersion").as_deref() == Some("PDF/X-4"),
            "xmp: no PDF/X-4",
        );
        for key in [
            "xmp:CreateDate",
            "xmp:ModifyDate",
            "xmp:MetadataDate",
            "xmpMM:DocumentID",
            "xmpMM:VersionID",
        ] {
            self.must(read(key).is_some(), format!("xmp: no {key}"));
        }
        self.must(
            read("xmpMM:RenditionClass").as_deref() == Some("default"),
            "xmp: no rendition class",
        );
        let Some(info) = self.dict_of(&self.document.trailer, "Info") else {
            return;
        };
        let text = |key: &str| self.get(info, key).map(decoded_text).unwrap_or_default();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let pairs = [
            ("CreationDate", "xmp:CreateDate"),
            ("ModDate", "xmp:ModifyDate"),
            ("ModDate", "xmp:MetadataDate"),
        ];
        let mut differing: Vec<String> = Vec::new();
        for (info_key, xmp_key) in pairs {
            if digits(&text(info_key)) != digits(&read(xmp_key).unwrap_or_default()) {
                differing.push(format!("xmp: {xmp_key} is not {info_key}"));
            }
        }
        let title = read("rdf:li xml:lang=\"x-default\"").or_else(|| {
            let begin = xmp.find("x-default\">")? + "x-default\">".len();
            Some(xmp[begin..begin + xmp[begin..].find('<')?].to_string())
        });
        let unescaped = title
            .unwrap_or_default()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        if unescaped != text("Title") {
            differing.push(format!("xmp: title {unescaped} is not {}", text("Title")));
        }
        let trapped = self
            .get(info, "Trapped")
            .and_then(|value| value.as_name().ok())
            .unwrap_or_default();
        if read("pdf:Trapped").unwrap_or_default().as_bytes() != trapped {
            differing.push("xmp: Trapped differs".into());
        }
        self.faults.extend(differing);
    }

    fn output_intent(&mut self) {
        let catalog = self.document.catalog().ok();
        let intents = catalog.and_then(|catalog| self.get(catalog, "OutputIntents")?.as_array().ok());
        let intents: Vec<&Dictionary> = intents
            .into_iter()
            .flatten()
            .filter_map(|intent| self.dictionary(intent))
            .filter(|intent| {
                self.get(intent, "S")
                    .is_some_and(|s| s.as_name().ok() == Some(b"GTS_PDFX"))
            })
            .collect();
        let [intent] = intents[..] else {
            return self.must(false, format!("output intent: {} of GTS_PDFX", intents.len()));
        };
        self.must(intent.has(b"OutputConditionIdentifier"), "output intent: no identifier");
        let Some(Ok(profile)) = self.get(intent, "DestOutputProfile").map(Object::as_stream) else {
            return self.must(false, "output intent: no profile");
        };
        let icc = bytes_of(profile);
        self.must(icc.get(12..16) == Some(b"prtr"), "output intent: no printer profile");
        self.must(icc.get(16..20) == Some(b"CMYK"), "output intent: not CMYK");
        self.profile(profile, "output intent");
    }

    /// A profile's header against its stream: signature, length, number of channels.
    fn profile(&mut self, stream: &'d Stream, what: &str) {
        let icc = bytes_of(stream);
        self.must(icc.get(36..40) == Some(b"acsp"), format!("{what}: no ICC profile"));
        let length = icc
            .get(..4)
            .map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize);
        self.must(length == Some(icc.len()), format!("{what}: length of the profile"));
        let channels = match icc.get(16..20) {
            Some(b"GRAY") => 1,
            Some(b"RGB ") => 3,
            Some(b"CMYK") => 4,
            _ => 0,
        };
        let n = self.get(&stream.dict, "N").and_then(|n| n.as_i64().ok());
        self.must(n == Some(channels), format!("{what}: N is not the profile's"));
    }

    fn catalog(&mut self) {
        let Ok(catalog) = self.document.catalog() else {
            return self.must(false, "catalog: none");
        };
        for key in ["OpenAction", "AA", "AcroForm", "Encrypt", "Perms", "Requirements"] {
            self.must(!catalog.has(key.as_bytes()), format!("catalog: {key}"));
        }
        let names = self.dict_of(catalog, "Names");
        let has_script = names.is_some_and(|names| names.has(b"JavaScript") || names.has(b"AlternatePresentations"));
        self.must(!has_script, "catalog: scripts");
        self.layers(catalog);
    }

    /// Optional content: every group has a name, stands in both lists and is on (ISO 32000-1, 8.11; ISO 15930-7, 6.17).
    fn layers(&mut self, catalog: &'d Dictionary) {
        let is_group = |object: &&Object| {
            let kind = object.as_dict().and_then(|group| group.get(b"Type"));
            kind.and_then(Object::as_name).ok() == Some(b"OCG")
        };
        let groups = self.document.objects.iter().filter(|(_, object)| is_group(object));
        let groups: Vec<(ObjectId, &Object)> = groups.map(|(id, object)| (*id, object)).collect();
        let Some(properties) = self.dict_of(catalog, "OCProperties") else {
            return self.must(groups.is_empty(), "layers: no properties");
        };
        let Some(shown) = self.dict_of(properties, "D") else {
            return self.must(false, "layers: no default");
        };
        self.must(shown.has(b"Name"), "layers: no name");
        self.must(!shown.has(b"AS"), "layers: AS");
        let lists = |dictionary: &Dictionary, key: &str, id: ObjectId| {
            let list = dictionary.get(key.as_bytes()).and_then(Object::as_array);
            list.is_ok_and(|list| list.iter().any(|entry| entry.as_reference().ok() == Some(id)))
        };
        for (id, group) in groups {
            let name = self.dictionary(group).and_then(|group| self.get(group, "Name"));
            let is_named = name.is_some_and(|name| !decoded_text(name).is_empty());
            self.must(is_named, "layers: a group without a name");
            self.must(lists(properties, "OCGs", id), "layers: a group is in no list");
            self.must(lists(shown, "Order", id), "layers: order");
            self.must(!lists(shown, "OFF", id), "layers: a group is off");
        }
    }

    /// A spot colour of the resources that stands for work on the sheet: it must leave the inks under it alone.
    fn is_work(&self, resources: &'d Dictionary, name: &[u8]) -> bool {
        let spaces = self.dict_of(resources, "ColorSpace");
        let space = spaces.and_then(|spaces| self.get(spaces, &String::from_utf8_lossy(name)));
        let Some(Object::Array(parts)) = space else {
            return false;
        };
        let named = |index: usize| parts.get(index).and_then(|part| part.as_name().ok());
        let works = [&b"Eyelets"[..], b"Fold", b"Clamp", b"CutContour"];
        named(0) == Some(b"Separation") && named(1).is_some_and(|plate| works.contains(&plate))
    }

    fn overprints(&self, resources: &'d Dictionary, name: &[u8]) -> bool {
        let states = self.dict_of(resources, "ExtGState");
        let state = states.and_then(|states| self.dict_of(states, &String::from_utf8_lossy(name)));
        let is_on = |key: &[u8]| state.is_some_and(|state| state.get(key).and_then(Object::as_bool).unwrap_or(false));
        is_on(b"OP") && is_on(b"op")
    }

    fn page(&mut self, number: u32, id: ObjectId) {
        let Ok(page) = self.document.get_dictionary(id) else {
            return self.must(false, format!("page {number}: none"));
        };
        let boxes: Vec<Option<[f64; 4]>> = ["MediaBox", "BleedBox", "TrimBox"]
            .iter()
            .map(|key| self.get(page, key).and_then(as_box))
            .collect();
        let [Some(media), Some(bleed), Some(trim)] = boxes[..] else {
            return self.must(false, format!("page {number}: a box is missing"));
        };
        self.must(
            holds(media, bleed) && holds(bleed, trim),
            format!("page {number}: boxes are not nested"),
        );
        self.must(!page.has(b"ArtBox"), format!("page {number}: ArtBox beside TrimBox"));
        self.must(!page.has(b"Annots"), format!("page {number}: annotations"));
        self.must(!page.has(b"AA"), format!("page {number}: actions"));
        let group = self.dict_of(page, "Group");
        let space = group.and_then(|group| self.get(group, "CS")?.as_name().ok());
        self.must(
            space == Some(b"DeviceCMYK"),
            format!("page {number}: no CMYK page group"),
        );
        let Some(resources) = self.dict_of(page, "Resources") else {
            return self.must(false, format!("page {number}: no resources"));
        };
        let content = self.document.get_page_content(id);
        self.content(&content, resources, &format!("page {number}"));
    }

    /// Operators: colours, balance of q and Q, names that exist, glyphs that are in their font.
    fn content(&mut self, bytes: &[u8], resources: &'d Dictionary, what: &str) {
        let Ok(content) = Content::decode(bytes) else {
            return self.must(false, format!("{what}: operators"));
        };
        let mut depth = 0i64;
        let mut marked = 0i64;
        let mut in_text = false;
        let mut overprints = false;
        let mut font: Option<&Dictionary> = None;
        let mut shown: BTreeMap<String, (Option<&Dictionary>, BTreeSet<u16>)> = BTreeMap::new();
        let mut font_name = String::new();
        for operation in &content.operations {
            let operands = &operation.operands;
            let name = || operands.last().and_then(|name| name.as_name().ok()).unwrap_or_default();
            match operation.operator.as_str() {
                "q" => depth += 1,
                "Q" => {
                    overprints = false;
                    depth -= 1;
                    self.must(depth >= 0, format!("{what}: Q without q"));
                }
                "BT" => in_text = true,
                "ET" => in_text = false,
                "BDC" | "BMC" => {
                    marked += 1;
                    if operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"OC") {
                        self.named(resources, "Properties", name(), what);
                    }
                }
                "EMC" => marked -= 1,
                "rg" | "RG" => self.must(false, format!("{what}: DeviceRGB")),
                "k" | "K" => {
                    let good = operands.len() == 4 && operands.iter().all(|part| (0.0..=1.0).contains(&real(part)));
                    self.must(good, format!("{what}: CMYK out of range"));
                }
                "gs" => {
                    self.named(resources, "ExtGState", name(), what);
                    overprints = self.overprints(resources, name());
                }
                "Do" => self.named(resources, "XObject", name(), what),
                "sh" => self.named(resources, "Shading", name(), what),
                "cs" | "CS" => {
                    let own = [&b"Pattern"[..], b"DeviceCMYK", b"DeviceGray"];
                    if !own.contains(&name()) {
                        self.named(resources, "ColorSpace", name(), what);
                    }
                    let is_work = self.is_work(resources, name());
                    self.must(!is_work || overprints, format!("{what}: spot without overprint"));
                }
                "scn" | "SCN" if !name().is_empty() => self.named(resources, "Pattern", name(), what),
                "Tf" => {
                    let wanted = operands[0].as_name().unwrap_or_default();
                    self.named(resources, "Font", wanted, what);
                    font_name = String::from_utf8_lossy(wanted).into_owned();
                    let fonts = self.dict_of(resources, "Font");
                    font = fonts.and_then(|fonts| self.dict_of(fonts, &font_name));
                }
                "Tj" | "TJ" => {
                    self.must(in_text, format!("{what}: text outside BT"));
                    let codes = &mut shown.entry(font_name.clone()).or_insert((font, BTreeSet::new())).1;
                    operands.iter().for_each(|operand| collect_codes(operand, codes));
                }
                "BI" | "PS" => self.must(false, format!("{what}: {}", operation.operator)),
                _ => {}
            }
        }
        self.must(depth == 0, format!("{what}: q and Q"));
        self.must(marked == 0, format!("{what}: marked content"));
        for (name, (font, codes)) in shown {
            match font {
                Some(font) => self.shown(font, &codes, &format!("{what}, font {name}")),
                None => self.must(false, format!("{what}: font {name}")),
            }
        }
    }

    fn named(&mut self, resources: &'d Dictionary, kind: &str, name: &[u8], what: &str) {
        let name = String::from_utf8_lossy(name);
        let has = self
            .dict_of(resources, kind)
            .is_some_and(|names| names.has(name.as_bytes()));
        self.must(has, format!("{what}: no {kind} {name}"));
    }

    /// Every code shown has a glyph in the program, its true width, and a text.
    fn shown(&mut self, font: &'d Dictionary, codes: &BTreeSet<u16>, what: &str) {
        let cid_font = self
            .get(font, "DescendantFonts")
            .and_then(|list| list.as_array().ok()?.first());
        let Some(cid_font) = cid_font.and_then(|font| self.dictionary(font)) else {
            return self.must(false, format!("{what}: no descendant"));
        };
        let unicode = self.get(font, "ToUnicode").and_then(|stream| stream.as_stream().ok());
        let map = String::from_utf8(unicode.map(bytes_of).unwrap_or_default()).unwrap_or_default();
        let mapped: BTreeSet<u16> = map
            .lines()
            .filter_map(|line| u16::from_str_radix(line.strip_prefix('<')?.get(..4)?, 16).ok())
            .collect();
        let unmapped: Vec<_> = codes.difference(&mapped).take(5).collect();
        self.must(unmapped.is_empty(), format!("{what}: no text for {unmapped:?}"));
        let widths = self.widths(cid_font);
        let descriptor = self.dict_of(cid_font, "FontDescriptor");
        let program = descriptor.and_then(|d| self.get(d, "FontFile2").or_else(|| self.get(d, "FontFile3")));
        let Some(Ok(program)) = program.map(Object::as_stream) else {
            return self.must(false, format!("{what}: not embedded"));
        };
        let true_widths = program_widths(&bytes_of(program));
        let Some(true_widths) = true_widths else {
            return self.must(false, format!("{what}: the program cannot be read"));
        };
        for code in codes {
            let Some(width) = true_widths.get(usize::from(*code)) else {
                self.must(false, format!("{what}: glyph {code} is not in the program"));
                continue;
            };
            let told = widths.get(code).copied().unwrap_or(1000.0);
            let is_right = width.is_none_or(|width| (width - told).abs() <= 1.0);
            self.must(is_right, format!("{what}: width of {code} is {told}, not {width:?}"));
        }
    }

    fn widths(&self, cid_font: &'d Dictionary) -> BTreeMap<u16, f64> {
        let mut widths = BTreeMap::new();
        let table = self
            .get(cid_font, "W")
            .and_then(|w| w.as_array().ok())
            .cloned()
            .unwrap_or_default();
        for pair in table.chunks(2) {
            if let [first, Object::Array(list)] = pair {
                let first = first.as_i64().unwrap_or_default() as u16;
                widths.extend(
                    list.iter()
                        .enumerate()
                        .map(|(step, width)| (first + step as u16, real(width))),
                );
            }
        }
        widths
    }

    fn object(&mut self, id: ObjectId, object: &'d Object) {
        let what = format!("object {}", id.0);
        if let Object::Array(parts) = object
            && parts.first().and_then(|kind| kind.as_name().ok()) == Some(b"Separation")
        {
            self.spot(parts, &what);
        }
        let Some(dictionary) = self.dictionary(object) else {
            return;
        };
        let name = |key: &str| {
            dictionary
                .get(key.as_bytes())
                .ok()
                .and_then(|name| name.as_name().ok())
                .unwrap_or_default()
        };
        match (name("Type"), name("Subtype")) {
            (b"Font", _) => self.font(dictionary, &what),
            (b"ExtGState", _) => self.state(dictionary, &what),
            (_, b"Image") => self.image(object, &what),
            (_, b"Form") => self.form(object, &what),
            (_, b"PS") => self.must(false, format!("{what}: PostScript")),
            _ => {}
        }
        if let Object::Stream(stream) = object {
            let filters = stream.filters().unwrap_or_default();
            self.must(!filters.contains(&&b"LZWDecode"[..]), format!("{what}: LZW"));
            self.must(!stream.dict.has(b"F"), format!("{what}: data outside the file"));
        }
        for key in ["ColorSpace", "CS"] {
            if let Some(space) = dictionary
                .get(key.as_bytes())
                .ok()
                .filter(|space| space.as_dict().is_err())
            {
                self.space(space, &what);
            }
        }
        let shading = self.dict_of(dictionary, "Shading");
        let shading = shading.filter(|shading| shading.has(b"ShadingType"));
        if let Some(space) = shading.and_then(|shading| shading.get(b"ColorSpace").ok()) {
            self.space(space, &what);
        }
    }

    fn space(&mut self, space: &'d Object, what: &str) {
        match self.resolved(space) {
            Object::Name(name) => {
                let known = [&b"DeviceCMYK"[..], b"DeviceGray", b"Pattern"].contains(&name.as_slice());
                self.must(known, format!("{what}: {}", String::from_utf8_lossy(name)));
            }
            Object::Array(parts) => match parts[0].as_name() {
                Ok(b"ICCBased") => match self.resolved(&parts[1]).as_stream() {
                    Ok(profile) => self.profile(profile, what),
                    Err(_) => self.must(false, format!("{what}: no profile")),
                },
                Ok(b"Indexed") => self.space(&parts[1], what),
                Ok(b"Separation") => self.spot(parts, what),
                other => self.must(false, format!("{what}: colour space {other:?}")),
            },
            other => self.must(false, format!("{what}: colour space {other:?}")),
        }
    }

    fn spot(&mut self, parts: &'d [Object], what: &str) {
        let [_, name, alternate, tint] = parts else {
            return self.must(false, format!("{what}: spot: parts"));
        };
        let process = [&b"Cyan"[..], b"Magenta", b"Yellow", b"Black", b""];
        let name = name.as_name().unwrap_or_default();
        self.must(!process.contains(&name), format!("{what}: spot: a process colour"));
        self.must(
            alternate.as_name().ok() == Some(b"DeviceCMYK"),
            format!("{what}: spot: alternate"),
        );
        let ends = self
            .dictionary(tint)
            .and_then(|tint| self.get(tint, "C1")?.as_array().ok());
        self.must(ends.is_some_and(|ends| ends.len() == 4), format!("{what}: spot: tint"));
    }

    fn font(&mut self, font: &'d Dictionary, what: &str) {
        let subtype = self
            .get(font, "Subtype")
            .and_then(|name| name.as_name().ok())
            .unwrap_or_default();
        match subtype {
            b"Type0" => self.must(font.has(b"ToUnicode"), format!("{what}: no ToUnicode")),
            b"CIDFontType0" | b"CIDFontType2" => {
                let file = if subtype == b"CIDFontType0" {
                    "FontFile3"
                } else {
                    "FontFile2"
                };
                let Some(descriptor) = self.dict_of(font, "FontDescriptor") else {
                    return self.must(false, format!("{what}: no descriptor"));
                };
                self.must(descriptor.has(file.as_bytes()), format!("{what}: no {file}"));
                let name = self
                    .get(descriptor, "FontName")
                    .and_then(|name| name.as_name().ok())
                    .unwrap_or_default();
                let tagged = name.len() > 7 && name[..6].iter().all(u8::is_ascii_uppercase) && name[6] == b'+';
                self.must(tagged, format!("{what}: no subset tag"));
                let base = self
                    .get(font, "BaseFont")
                    .and_then(|name| name.as_name().ok())
                    .unwrap_or_default();
                self.must(base == name, format!("{what}: two names"));
                for key in [
                    "Flags",
                    "FontBBox",
                    "ItalicAngle",
                    "Ascent",
                    "Descent",
                    "CapHeight",
                    "StemV",
                ] {
                    self.must(descriptor.has(key.as_bytes()), format!("{what}: no {key}"));
                }
                let needs_map = subtype == b"CIDFontType2";
                self.must(needs_map == font.has(b"CIDToGIDMap"), format!("{what}: CIDToGIDMap"));
            }
            _ => self.must(
                false,
                format!("{what}: font of kind {}", String::from_utf8_lossy(subtype)),
            ),
        }
    }

    fn state(&mut self, state: &'d Dictionary, what: &str) {
        for key in ["TR", "TR2", "HTP", "HT"] {
            self.must(!state.has(key.as_bytes()), format!("{what}: {key}"));
        }
        for key in ["ca", "CA"] {
            let good = self
                .get(state, key)
                .is_none_or(|alpha| (0.0..=1.0).contains(&real(alpha)));
            self.must(good, format!("{what}: {key} out of range"));
        }
        let blend = self.get(state, "BM").and_then(|name| name.as_name().ok());
        self.must(
            matches!(blend, None | Some(b"Normal" | b"Multiply")),
            format!("{what}: blend mode"),
        );
    }

    fn image(&mut self, object: &'d Object, what: &str) {
        let Object::Stream(stream) = object else {
            return self.must(false, format!("{what}: an image without data"));
        };
        let size = |key: &str| {
            self.get(&stream.dict, key)
                .and_then(|n| n.as_i64().ok())
                .unwrap_or_default()
        };
        let (width, height) = (size("Width"), size("Height"));
        self.must(
            !stream.dict.has(b"Alternates") && !stream.dict.has(b"OPI"),
            format!("{what}: alternates"),
        );
        self.must(stream.dict.has(b"ColorSpace"), format!("{what}: no colour space"));
        if stream.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) {
            let real = image::load_from_memory_with_format(&stream.content, image::ImageFormat::Jpeg);
            let has_four = self
                .get(&stream.dict, "ColorSpace")
                .is_some_and(|space| space.as_name().ok() == Some(b"DeviceCMYK"));
            let same = real
                .as_ref()
                .is_ok_and(|real| i64::from(real.width()) == width && i64::from(real.height()) == height);
            self.must(same || has_four, format!("{what}: the JPEG is not {width} × {height}"));
            for name in [&b"Exif\0"[..], b"http://ns.adobe.com/xap", b"Photoshop 3.0"] {
                let head = &stream.content[..stream.content.len().min(70_000)];
                let found = head.windows(name.len()).any(|window| window == name);
                self.must(!found, format!("{what}: {} in a photo", String::from_utf8_lossy(name)));
            }
        }
    }

    fn form(&mut self, object: &'d Object, what: &str) {
        let Object::Stream(form) = object else {
            return self.must(false, format!("{what}: a form without operators"));
        };
        self.must(form.dict.has(b"BBox"), format!("{what}: no BBox"));
        match self.dict_of(&form.dict, "Resources") {
            Some(resources) => self.content(&bytes_of(form), resources, what),
            None => self.must(false, format!("{what}: no resources")),
        }
    }
}

pub fn bytes_of(stream: &Stream) -> Vec<u8> {
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}

pub fn decoded_text(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => String::from_utf16_lossy(
            &wide
                .chunks(2)
                .map(|b| u16::from_be_bytes([b[0], b[1]]))
                .collect::<Vec<_>>(),
        ),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

pub fn as_box(object: &Object) -> Option<[f64; 4]> {
    let sides: Vec<f64> = object.as_array().ok()?.iter().map(real).collect();
    sides.try_into().ok()
}

pub fn real(object: &Object) -> f64 {
    object.as_float().map_or(f64::NAN, f64::from)
}

fn holds(outer: [f64; 4], inner: [f64; 4]) -> bool {
    let slack = 1e-3;
    outer[0] <= inner[0] + slack
        && outer[1] <= inner[1] + slack
        && outer[2] >= inner[2] - slack
        && outer[3] >= inner[3] - slack
}

fn collect_codes(operand: &Object, codes: &mut BTreeSet<u16>) {
    match operand {
        Object::String(bytes, _) => codes.extend(
            bytes
                .chunks(2)
                .map(|b| u16::from_be_bytes([b[0], *b.get(1).unwrap_or(&0)])),
        ),
        Object::Array(items) => items.iter().for_each(|item| collect_codes(item, codes)),
        _ => {}
    }
}

/// Advance of every glyph in thousandths of an em; `None` inside where only the number of glyphs is known (bare CFF).
fn program_widths(program: &[u8]) -> Option<Vec<Option<f64>>> {
    use skrifa::raw::{FontRead as _, TableProvider as _};
    if let Ok(font) = skrifa::FontRef::new(program) {
        let unit = 1000.0 / f64::from(font.head().ok()?.units_per_em());
        let metrics = font.hmtx().ok()?;
        let count = font.maxp().ok()?.num_glyphs();
        let width = |glyph: u16| {
            metrics
                .advance(skrifa::GlyphId::from(glyph))
                .map(|width| f64::from(width) * unit)
        };
        return Some((0..count).map(width).collect());
    }
    let cff = skrifa::raw::tables::cff::Cff::read(skrifa::raw::FontData::new(program)).ok()?;
    let dict = cff.top_dicts().get(0)?;
    let charstrings = dict_number(dict, 17)?;
    let count = u16::from_be_bytes(program.get(charstrings..charstrings + 2)?.try_into().ok()?);
    Some(vec![None; usize::from(count)])
}

/// The operand of a one-byte operator in a CFF dictionary (Adobe Technical Note 5176, 4).
fn dict_number(dict: &[u8], operator: u8) -> Option<usize> {
    let (mut at, mut last) = (0, 0i64);
    while at < dict.len() {
        let byte = dict[at];
        at += 1;
        match byte {
            0..=21 if byte == operator => return usize::try_from(last).ok(),
            12 => at += 1,
            0..=21 => {}
            28 => {
                last = i64::from(i16::from_be_bytes(dict.get(at..at + 2)?.try_into().ok()?));
                at += 2;
            }
            29 => {
                last = i64::from(i32::from_be_bytes(dict.get(at..at + 4)?.try_into().ok()?));
                at += 4;
            }
            30 => {
                while dict.get(at)? & 0x0F != 0x0F && dict.get(at)? >> 4 != 0x0F {
                    at += 1;
                }
                at += 1;
            }
            32..=246 => last = i64::from(byte) - 139,
            247..=250 => {
                last = (i64::from(byte) - 247) * 256 + i64::from(*dict.get(at)?) + 108;
                at += 1;
            }
            251..=254 => {
                last = -(i64::from(byte) - 251) * 256 - i64::from(*dict.get(at)?) - 108;
                at += 1;
            }
            _ => return None,
        }
    }
    None
}
