//! A content folder as offices send it (`committees.csv`, `boards/*.yaml`, `photos/`), read and fitted into boards.
//! The only file of `compose` that touches the disk; it only reads.

use super::content::{self, Content};
use super::encoding::decode;
use super::import::{Read, import};
use super::photos::{self, PICTURES, Wanted, has_extension};
use super::table;
use crate::base::say::ImportSay;
use crate::base::{Digest, Finding, PhotoFacts, PhotoState, Place, Progress, Say, Severity};
use crate::media::Library;
use crate::model::{Command, Exhibition, Template};
use crate::script::Words;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("cancelled")]
    Cancelled,
    #[error("{folder} cannot be read")]
    Read {
        folder: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// Neither a list of boards nor a boards folder.
    #[error("{folder} is no content folder")]
    Empty { folder: PathBuf },
    /// The program has no templates: a board cannot be made without one.
    #[error("there is no template to make boards with")]
    NoTemplate,
    /// An article without a line of text.
    #[error("there is no text")]
    NoText,
    #[error(transparent)]
    Media(#[from] crate::media::MediaError),
}

/// What an import would do: one batch (one undo step), and what did not fit, is missing, unknown or broken.
#[derive(Debug)]
pub struct Imported {
    pub commands: Vec<Command>,
    pub findings: Vec<Finding>,
    pub added: usize,
    pub updated: usize,
    pub kept: usize,
    /// Photos named one by one, in the order they were named, known before or not; empty for a folder.
    pub photos: Vec<Digest>,
}

/// A board's file is a page of text; a list of boards has a line a board.
const LARGEST_FILE: u64 = 4 << 20;
/// Two thousand boards are the largest show planned for.
const MOST_FILES: usize = 20_000;

/// Reads the folder, takes its photos into the library, makes boards. Changes nothing in the folder and nothing in the
/// show: the caller executes `Command::Batch(commands)`.
pub fn import_folder(
    folder: &Path,
    into: &Exhibition,
    templates: &[Arc<Template>],
    library: &Library,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let before = into;
    let mut found = Vec::new();
    let files = list(folder, 0)?;
    let table = files.iter().find(|name| name.eq_ignore_ascii_case("committees.csv"));
    let boards: Vec<&String> = files.iter().filter(|name| is_board_file(name)).collect();
    if table.is_none() && boards.is_empty() {
        return Err(ImportError::Empty {
            folder: folder.to_path_buf(),
        });
    }
    if templates.is_empty() {
        return Err(ImportError::NoTemplate);
    }
    let pictures = files.iter().filter(|name| is_picture(name)).count();
    progress.set_total((boards.len() + pictures) as u64);
    let rows = match table.and_then(|name| Some((name, read_text(folder, name, &mut found)?))) {
        Some((name, text)) => table::read(&text, name, &mut found),
        None => Vec::new(),
    };
    let own = files.iter().find(|name| name.eq_ignore_ascii_case("words.csv"));
    let words = own.and_then(|name| read_text(folder, name, &mut found));
    let words = joined(&into.words, words.as_deref().unwrap_or_default());
    let into = &Exhibition {
        words: Arc::new(words),
        ..into.clone()
    };
    let contents = read_boards(folder, &boards, &mut found, progress)?;
    let wanted = wanted(folder, &files, &contents);
    let photos = take_in(&wanted, library, progress, &mut found)?;
    let read = Read {
        rows,
        has_boards: !boards.is_empty(),
        contents,
        photos,
    };
    let mut imported = import(read, into, templates, found);
    if into.words != before.words {
        imported.commands.insert(0, Command::SetWords((*into.words).clone()));
    }
    Ok(imported)
}

/// The show's words with those of a table.
fn joined(words: &Words, table: &str) -> Words {
    let mut words = words.clone();
    for pair in Words::from_csv(table).0.pairs {
        words.add(pair);
    }
    words
}

/// A photo and the name people know it by; `None` where the file cannot be read.
pub type Named = (String, Option<Arc<PhotoFacts>>);

/// The pictures of a folder taken into the library, by name; `None` where a file cannot be read.
pub fn take_pictures(folder: &Path, library: &Library, progress: &Progress) -> Result<Vec<Named>, ImportError> {
    let mut names = list(folder, 0)?;
    names.retain(|name| PICTURES.iter().any(|end| has_extension(name, end)));
    progress.set_total(names.len() as u64);
    let wanted: Vec<Wanted> = names
        .into_iter()
        .map(|name| Wanted {
            path: folder.join(&name),
            name: name.rsplit('/').next().unwrap_or(&name).to_string(),
        })
        .collect();
    let taken = photos::take_in(&wanted, library, progress)?;
    Ok(wanted.into_iter().map(|wanted| wanted.name).zip(taken).collect())
}

/// Loose photo files dropped on the window: into the library, as `AddPhoto` commands with findings for bad ones.
pub fn import_paths(
    files: &[PathBuf],
    into: &Exhibition,
    library: &Library,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    progress.set_total(files.len() as u64);
    let wanted: Vec<Wanted> = files
        .iter()
        .map(|path| Wanted {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            path: path.clone(),
        })
        .collect();
    let mut imported = Imported {
        commands: Vec::new(),
        findings: Vec::new(),
        added: 0,
        updated: 0,
        kept: 0,
        photos: Vec::new(),
    };
    let mut seen = BTreeSet::new();
    let taken = photos::take_in(&wanted, library, progress)?;
    for (wanted, facts) in wanted.iter().zip(taken) {
        imported
            .findings
            .extend(photos::finding(&wanted.name, facts.as_deref()));
        let Some(facts) = facts else { continue };
        imported.photos.push(facts.digest);
        // A photo whose file was lost is known and comes back all the same.
        let known = into.photos.get(&facts.digest);
        let is_known = known.is_some_and(|known| known.state == PhotoState::Good || known.state == facts.state);
        if is_known || !seen.insert(facts.digest) {
            imported.kept += 1;
        } else {
            imported.added += 1;
            imported.commands.push(Command::AddPhoto(facts));
        }
    }
    Ok(imported)
}

/// Names of all files, relative with `/`, sorted; three folders deep at most.
fn list(folder: &Path, depth: usize) -> Result<Vec<String>, ImportError> {
    let failed = |source| ImportError::Read {
        folder: folder.to_path_buf(),
        source,
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Following links lets people keep photos elsewhere; what is no file (a pipe, a device) is passed over.
        let Ok(kind) = std::fs::metadata(entry.path()) else {
            continue;
        };
        if name.starts_with('.') || names.len() > MOST_FILES {
            continue;
        }
        if kind.is_file() {
            names.push(name);
        } else if kind.is_dir() && depth < 3 {
            // A folder that may not be read is like one that is empty: its photos will be missed by name.
            let inner = list(&entry.path(), depth + 1).unwrap_or_default();
            names.extend(inner.into_iter().map(|inner| format!("{name}/{inner}")));
        }
    }
    names.sort();
    Ok(names)
}

fn is_board_file(name: &str) -> bool {
    let in_boards = name
        .split_once('/')
        .is_some_and(|(folder, _)| folder.eq_ignore_ascii_case("boards"));
    in_boards && (has_extension(name, "yaml") || has_extension(name, "yml"))
}

fn is_picture(name: &str) -> bool {
    let in_photos = name
        .split_once('/')
        .is_some_and(|(folder, _)| folder.eq_ignore_ascii_case("photos"));
    in_photos && PICTURES.iter().any(|end| has_extension(name, end))
}

pub fn read_text(folder: &Path, name: &str, found: &mut Vec<Finding>) -> Option<String> {
    let mut say = |say: ImportSay| {
        found.push(Finding {
            severity: Severity::Error,
            rule: "import-file",
            place: Place::file(name),
            say: Say::Import(say),
        });
    };
    let path = folder.join(name);
    let file = name.to_string();
    if std::fs::metadata(&path).is_ok_and(|data| data.len() > LARGEST_FILE) {
        say(ImportSay::FileTooMuch { file });
        return None;
    }
    let Ok(bytes) = std::fs::read(&path) else {
        say(ImportSay::FileUnreadable { file });
        return None;
    };
    let decoded = decode(&bytes);
    if decoded.is_damaged {
        say(ImportSay::FileEncoding { file });
    }
    Some(decoded.text)
}

/// One content a code, with the file it came from; the first of two files with one code holds.
fn read_boards(
    folder: &Path,
    names: &[&String],
    found: &mut Vec<Finding>,
    progress: &Progress,
) -> Result<Vec<(String, Content)>, ImportError> {
    let mut contents: Vec<(String, Content)> = Vec::new();
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for name in names {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        progress.advance(1);
        let Some(content) = read_text(folder, name, found).and_then(|text| content::read(&text, name, found)) else {
            continue;
        };
        if let Some(first) = codes.get(&content.code) {
            let say = ImportSay::BoardTwice {
                code: content.code.clone(),
                first: first.clone(),
                second: name.to_string(),
            };
            let mut place = Place::board(content.code.clone());
            place.file = Some(name.to_string());
            found.push(Finding {
                severity: Severity::Error,
                rule: "import-twice",
                place,
                say: Say::Import(say),
            });
            continue;
        }
        codes.insert(content.code.clone(), name.to_string());
        contents.push((name.to_string(), content));
    }
    Ok(contents)
}

/// Every picture in `photos`, and what boards name besides.
fn wanted(folder: &Path, files: &[String], contents: &[(String, Content)]) -> Vec<(Vec<String>, Wanted)> {
    let mut by_path: BTreeMap<&String, Vec<String>> = BTreeMap::new();
    for name in files.iter().filter(|name| is_picture(name)) {
        by_path.entry(name).or_default();
    }
    let named: BTreeSet<&String> = contents.iter().flat_map(|(_, content)| content.files()).collect();
    for name in named {
        if let Some(path) = resolve(name, files) {
            by_path.entry(path).or_default().push(name.clone());
        }
    }
    by_path
        .into_iter()
        .map(|(path, names)| {
            let short = path.strip_prefix("photos/").unwrap_or(path).to_string();
            let wanted = Wanted {
                name: short,
                path: folder.join(path),
            };
            (names, wanted)
        })
        .collect()
}

/// The file a board means: in `photos`, else from the folder itself; case decides only where two names differ by it.
/// Nothing outside the folder can be named, because only what was listed can be found.
fn resolve<'a>(name: &str, files: &'a [String]) -> Option<&'a String> {
    let mut parts = Vec::new();
    for part in Path::new(&name.replace('\\', "/")).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    let plain = parts.join("/");
    let tries = [format!("photos/{plain}"), plain];
    let exact = tries.iter().find_map(|path| files.iter().find(|file| *file == path));
    exact.or_else(|| {
        let lower: Vec<String> = tries.iter().map(|path| path.to_lowercase()).collect();
        files.iter().find(|file| lower.contains(&file.to_lowercase()))
    })
}

/// Photos with the names boards give them; none for what no board names.
pub type Taken = Vec<(Vec<String>, Option<Arc<PhotoFacts>>)>;

fn take_in(
    wanted: &[(Vec<String>, Wanted)],
    library: &Library,
    progress: &Progress,
    found: &mut Vec<Finding>,
) -> Result<Taken, ImportError> {
    let files: Vec<Wanted> = wanted.iter().map(|(_, wanted)| wanted.clone()).collect();
    let facts = photos::take_in(&files, library, progress)?;
    let mut taken = Vec::new();
    for ((names, wanted), facts) in wanted.iter().zip(facts) {
        found.extend(photos::finding(&wanted.name, facts.as_deref()));
        taken.push((names.clone(), facts));
    }
    Ok(taken)
}
