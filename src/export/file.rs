//! A PDF file being written, object by object, so that nothing but the table of contents stays in memory.
//! The bytes go to a temporary file beside the target and take its place only when all is written and synced.

use super::{ExportError, syntax};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Number of an object; generation is always 0.
pub type Id = u32;

/// A file in the making beside its target; dropped before it takes the target's place, nothing is left of it.
pub struct Part {
    pub target: PathBuf,
    file: tempfile::NamedTempFile,
}

impl Part {
    pub fn begin(target: &Path) -> Result<Part, ExportError> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let opened = tempfile::Builder::new()
            .prefix(".zhanban-")
            .suffix(".part")
            .tempfile_in(folder.unwrap_or(Path::new(".")));
        Ok(Part {
            target: target.to_path_buf(),
            file: opened.map_err(|source| refused(target, source))?,
        })
    }

    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// All of it lies on the disk and others may read it.
    pub fn sync(&self) -> Result<(), ExportError> {
        let synced = self.file.as_file().sync_all();
        synced.map_err(|source| refused(&self.target, source))?;
        allow_others_to_read(self.file.as_file());
        Ok(())
    }

    pub fn take_place(self) -> Result<(), ExportError> {
        let Part { target, file } = self;
        file.persist(&target).map_err(|error| refused(&target, error.error))?;
        Ok(())
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

pub struct PdfFile {
    file: BufWriter<Part>,
    at: u64,
    /// By object number; `None` until the object is written.
    offsets: Vec<Option<u64>>,
}

pub fn reference(id: Id) -> Object {
    Object::Reference((id, 0))
}

impl PdfFile {
    /// Begins the file in the target's folder.
    pub fn begin(target: &Path) -> Result<PdfFile, ExportError> {
        let mut file = PdfFile {
            file: BufWriter::with_capacity(1 << 18, Part::begin(target)?),
            at: 0,
            offsets: Vec::new(),
        };
        // Bytes over 127 in a comment tell transfer programs that the file is not text (ISO 32000-1, 7.5.2).
        file.raw(b"%PDF-1.6\n%\xE5\xB1\x95\xE6\x9D\xBF\n")?;
        Ok(file)
    }

    /// A number for an object that is written later.
    pub fn reserve(&mut self) -> Id {
        self.offsets.push(None);
        self.offsets.len() as Id
    }

    pub fn put(&mut self, id: Id, object: &Object) -> Result<(), ExportError> {
        let mut out = self.opened(id);
        syntax::object(&mut out, object);
        out.extend(b"\nendobj\n");
        self.raw(&out)
    }

    pub fn add(&mut self, dictionary: Dictionary) -> Result<Id, ExportError> {
        let id = self.reserve();
        self.put(id, &Object::Dictionary(dictionary))?;
        Ok(id)
    }

    /// A stream of bytes that are ready as they are, given in pieces.
    pub fn put_stream(&mut self, id: Id, mut dictionary: Dictionary, pieces: &[&[u8]]) -> Result<(), ExportError> {
        let length: usize = pieces.iter().map(|piece| piece.len()).sum();
        dictionary.set("Length", length as i64);
        let mut out = self.opened(id);
        syntax::dictionary(&mut out, &dictionary);
        out.extend(b"\nstream\n");
        self.raw(&out)?;
        for piece in pieces {
            self.raw(piece)?;
        }
        self.raw(b"\nendstream\nendobj\n")
    }

    /// A stream that is deflated on the way.
    pub fn add_deflated(&mut self, dictionary: Dictionary, bytes: &[u8]) -> Result<Id, ExportError> {
        let id = self.reserve();
        self.put_deflated(id, dictionary, bytes)?;
        Ok(id)
    }

    pub fn put_deflated(&mut self, id: Id, mut dictionary: Dictionary, bytes: &[u8]) -> Result<(), ExportError> {
        dictionary.set("Filter", "FlateDecode");
        self.put_stream(id, dictionary, &[&deflated(bytes)])
    }

    /// Table of contents and trailer; then the file may take its place. Gives its length too.
    pub fn finish(mut self, trailer: Dictionary) -> Result<(Part, u64), ExportError> {
        let start = self.at;
        if let Some(missing) = self.offsets.iter().position(Option::is_none) {
            return Err(ExportError::Build(format!("object {} was never written", missing + 1)));
        }
        // Offsets of the plain table have ten digits (ISO 32000-1, 7.5.4); beyond them a table in a stream is needed.
        if start < 9_999_999_999 {
            self.plain_table(trailer)?;
        } else {
            self.stream_table(trailer)?;
        }
        self.raw(format!("startxref\n{start}\n%%EOF\n").as_bytes())?;
        let flushed = self.file.flush();
        flushed.map_err(|source| refused(self.target(), source))?;
        let (part, _) = self.file.into_parts();
        part.sync()?;
        Ok((part, self.at))
    }

    fn target(&self) -> &Path {
        &self.file.get_ref().target
    }

    fn plain_table(&mut self, mut trailer: Dictionary) -> Result<(), ExportError> {
        let count = self.offsets.len() + 1;
        let mut out = format!("xref\n0 {count}\n0000000000 65535 f \n").into_bytes();
        for offset in self.offsets.iter().flatten() {
            out.extend(format!("{offset:010} 00000 n \n").as_bytes());
        }
        trailer.set("Size", count as i64);
        out.extend(b"trailer\n");
        syntax::dictionary(&mut out, &trailer);
        out.push(b'\n');
        self.raw(&out)
    }

    fn stream_table(&mut self, mut dictionary: Dictionary) -> Result<(), ExportError> {
        let own = self.at;
        let id = self.reserve();
        self.offsets[id as usize - 1] = Some(own);
        // One byte of kind, eight of offset, one of generation.
        let mut rows = vec![0; 10];
        for offset in self.offsets.iter().flatten() {
            rows.push(1);
            rows.extend(offset.to_be_bytes());
            rows.push(0);
        }
        dictionary.set("Type", "XRef");
        dictionary.set("Size", i64::from(id) + 1);
        dictionary.set("W", Object::Array([1, 8, 1].map(Object::Integer).to_vec()));
        self.put_deflated(id, dictionary, &rows)
    }

    /// Notes the object's place and gives its first line.
    fn opened(&mut self, id: Id) -> Vec<u8> {
        self.offsets[id as usize - 1] = Some(self.at);
        format!("{id} 0 obj\n").into_bytes()
    }

    fn raw(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        let written = self.file.write_all(bytes);
        written.map_err(|source| refused(self.target(), source))?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::default());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.expect("memory takes all that is written")
}

pub fn refused(file: &Path, source: io::Error) -> ExportError {
    ExportError::Write {
        file: file.to_path_buf(),
        source,
    }
}

/// Temporary files are private; a PDF is for the office's shared folder.
#[cfg(unix)]
fn allow_others_to_read(file: &File) {
    use std::os::unix::fs::PermissionsExt as _;
    // A file system without permissions keeps its own.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn allow_others_to_read(_: &File) {}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn a_table_for_offsets_of_more_than_ten_digits_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        let mut file = PdfFile::begin(&target).unwrap();
        let pages = file.add(dictionary! { "Type" => "Pages", "Kids" => Object::Array(vec![]), "Count" => 0 });
        let root = file.add(dictionary! { "Type" => "Catalog", "Pages" => reference(pages.unwrap()) });
        let start = file.at;
        file.stream_table(dictionary! { "Root" => reference(root.unwrap()) })
            .unwrap();
        file.raw(format!("startxref\n{start}\n%%EOF\n").as_bytes()).unwrap();
        file.file.flush().unwrap();
        let document = lopdf::Document::load(file.file.get_ref().file.path()).unwrap();
        assert_eq!(
            document.catalog().unwrap().get(b"Type").unwrap().as_name().unwrap(),
            b"Catalog"
        );
    }

    #[test]
    fn an_object_that_was_forgotten_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = PdfFile::begin(&folder.path().join("a.pdf")).unwrap();
        file.reserve();
        assert!(matches!(file.finish(Dictionary::new()), Err(ExportError::Build(_))));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
