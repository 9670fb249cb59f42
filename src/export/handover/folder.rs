//! A folder that is put together beside its place. What is not finished goes away with it.

use super::HandoverError;
use crate::base::Digest;
use crate::base::say::HandoverSay;
use crate::export::ExportError;
use sha2::Digest as _;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

pub struct PartFolder {
    part: PathBuf,
    target: PathBuf,
    files: BTreeMap<String, (u64, Digest)>,
    has_place: bool,
}

pub fn unwritable(file: &Path) -> impl FnOnce(io::Error) -> HandoverError {
    let file = file.to_path_buf();
    move |source| ExportError::Write { file, source }.into()
}

impl PartFolder {
    /// Refuses a place where something lies already.
    pub fn begin(target: &Path) -> Result<PartFolder, HandoverError> {
        let is_free = match fs::read_dir(target) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if !is_free {
            let folder = target.display().to_string();
            return Err(HandoverSay::FolderTaken { folder }.into());
        }
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(unwritable(target))?;
        let made = tempfile::Builder::new()
            .prefix(".zhanban-")
            .suffix(".part")
            .tempdir_in(parent);
        Ok(PartFolder {
            part: made.map_err(unwritable(target))?.keep(),
            target: target.to_path_buf(),
            files: BTreeMap::new(),
            has_place: false,
        })
    }

    pub fn root(&self) -> &Path {
        &self.part
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.part.join(name)
    }

    pub fn folder(&self, name: &str) -> Result<PathBuf, HandoverError> {
        let folder = self.part.join(name);
        fs::create_dir_all(&folder).map_err(unwritable(&folder))?;
        Ok(folder)
    }

    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), HandoverError> {
        let file = self.part.join(name);
        let write = || {
            let mut file = File::create(&file)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(unwritable(&file))?;
        self.files.insert(name.into(), (bytes.len() as u64, Digest::of(bytes)));
        Ok(())
    }

    /// A file that somebody else wrote into it; gives back its name in the list.
    pub fn took(&mut self, folder: &str, file: &str) -> Result<String, HandoverError> {
        let name = if folder.is_empty() {
            file.to_string()
        } else {
            format!("{folder}/{file}")
        };
        let known = measure(&self.part.join(&name)).map_err(unwritable(&self.part.join(&name)))?;
        self.files.insert(name.clone(), known);
        Ok(name)
    }

    pub fn hash(&self, name: &str) -> Option<Digest> {
        self.files.get(name).map(|(_, hash)| *hash)
    }

    pub fn files(&self) -> &BTreeMap<String, (u64, Digest)> {
        &self.files
    }

    pub fn bytes(&self) -> u64 {
        self.files.values().map(|(bytes, _)| bytes).sum()
    }

    /// Every file from the disk once more: what it is must be what was written.
    pub fn read_back(&self) -> Result<(), HandoverError> {
        for (name, known) in &self.files {
            if !measure(&self.part.join(name)).is_ok_and(|found| found == *known) {
                return Err(HandoverSay::NotAsWritten { file: name.clone() }.into());
            }
        }
        Ok(())
    }

    pub fn take_place(mut self) -> Result<PathBuf, HandoverError> {
        // An empty folder of that name gives way.
        let _ = fs::remove_dir(&self.target);
        open_to_others(&self.part);
        fs::rename(&self.part, &self.target).map_err(unwritable(&self.target))?;
        self.has_place = true;
        Ok(self.target.clone())
    }
}

impl Drop for PartFolder {
    fn drop(&mut self) {
        if !self.has_place {
            // Made by this program a moment ago, under a name nobody else has.
            let _ = fs::remove_dir_all(&self.part);
        }
    }
}

/// Temporary folders are private; a package is for everybody.
#[cfg(unix)]
fn open_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
fn open_to_others(_folder: &Path) {}

/// Length and hash of a file, read piece by piece.
pub fn measure(file: &Path) -> io::Result<(u64, Digest)> {
    let mut file = File::open(file)?;
    let (mut hash, mut bytes) = (sha2::Sha256::new(), 0);
    let mut piece = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, Digest(hash.finalize().into())));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}

/// All files below a folder by their names with slashes, in order.
pub fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let mut waiting = vec![(folder.to_path_buf(), String::new())];
    while let Some((at, before)) = waiting.pop() {
        for entry in fs::read_dir(at)? {
            let entry = entry?;
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                waiting.push((entry.path(), format!("{name}/")));
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The package as `FOLDER.zip` beside it; PDFs and pictures are compressed already.
pub fn zip(folder: &Path) -> Result<PathBuf, HandoverError> {
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push(".zip");
    let to = folder.with_file_name(name);
    let top = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut part = crate::export::file::Part::begin(&to)?;
    let write = |part: &mut crate::export::file::Part| -> io::Result<()> {
        let mut zip = zip::ZipWriter::new(part.file());
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .large_file(true);
        for name in names_in(folder)? {
            zip.start_file(format!("{top}/{name}"), options)
                .map_err(io::Error::other)?;
            io::copy(&mut File::open(folder.join(&name))?, &mut zip)?;
        }
        zip.finish().map_err(io::Error::other)?;
        Ok(())
    };
    write(&mut part).map_err(unwritable(&to))?;
    part.sync()?;
    part.take_place()?;
    Ok(to)
}
