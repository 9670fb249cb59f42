//! The list of a package: every file with its length and hash, every board with what it looked like. By it a package is
//! checked later, and the next one knows what has changed.

use super::folder::{measure, names_in};
use super::{HandoverError, Order};
use crate::base::say::HandoverSay;
use crate::base::{Digest, Finding, Place, Severity};
use crate::model::Board;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

const LIST: &str = "manifest.json";
const SEAL: &str = "manifest.sha256";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    pub show: String,
    pub shop: String,
    pub made_at: String,
    pub program: String,
    pub files: Vec<Listed>,
    pub boards: Vec<ListedBoard>,
    /// Of all boards of the job by code, also of those that are in an earlier package.
    pub looks: BTreeMap<String, Digest>,
    /// Warnings that went along, with the reasons.
    pub accepted: Vec<[String; 2]>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub name: String,
    pub bytes: u64,
    pub sha256: Digest,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListedBoard {
    pub number: usize,
    pub code: String,
    pub title: String,
    pub files: Vec<String>,
}

impl Manifest {
    pub fn of(
        order: &Order<'_>,
        boards: &[Arc<Board>],
        looks: &BTreeMap<String, Digest>,
        files_of: &BTreeMap<String, Vec<String>>,
        files: &BTreeMap<String, (u64, Digest)>,
    ) -> Manifest {
        let lang = order.lang;
        let show = &order.exhibition.show.title;
        let listed = |(name, (bytes, sha256)): (&String, &(u64, Digest))| Listed {
            name: name.clone(),
            bytes: *bytes,
            sha256: *sha256,
        };
        let of_board = |board: &Arc<Board>| ListedBoard {
            number: order.exhibition.number(board.id).unwrap_or_default(),
            code: board.code.clone(),
            title: board.title(),
            files: files_of.get(&board.code).cloned().unwrap_or_default(),
        };
        let accepted = order.gate.accepted.iter();
        Manifest {
            format: 1,
            show: lang.of([&show.hans, &show.hant, &show.hans]).clone(),
            shop: order.shop_name.into(),
            made_at: crate::base::utc::now(),
            program: format!("zhanban {}", env!("CARGO_PKG_VERSION")),
            files: files.iter().map(listed).collect(),
            boards: boards.iter().map(of_board).collect(),
            looks: looks.clone(),
            accepted: accepted
                .map(|(finding, why)| [finding.text(lang), why.clone()])
                .collect(),
        }
    }

    pub fn to_json(&self) -> Vec<u8> {
        // Values made of strings, numbers and lists always print.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// Of a package that lies here.
    pub fn read(folder: &Path) -> Result<Manifest, HandoverError> {
        let bytes = std::fs::read(folder.join(LIST)).ok();
        let read = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.ok_or_else(|| {
            let folder = folder.display().to_string();
            HandoverSay::EarlierUnreadable { folder }.into()
        })
    }
}

/// What stands in the file beside the list, as `sha256sum` writes it.
pub fn seal(list: &[u8]) -> String {
    format!("{}  {LIST}\n", Digest::of(list).hex())
}

/// What is not as the list has it; empty for a whole package. Also how many files there are.
pub fn verify(folder: &Path) -> Result<(Vec<Finding>, usize), HandoverError> {
    let manifest = Manifest::read(folder);
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap_or_default();
    let tell = |file: &str, say: HandoverSay| Finding {
        severity: Severity::Error,
        rule: "handover-file",
        place: Place::file(file),
        say: say.into(),
    };
    let changed = |file: &str| tell(file, HandoverSay::FileChanged { file: file.into() });
    // A list that cannot be read, in a package that has one, is a flipped byte too.
    let is_sealed = seal(&read(LIST)).into_bytes() == read(SEAL);
    let manifest = match manifest {
        Ok(manifest) => manifest,
        Err(_) if folder.join(LIST).is_file() => return Ok((vec![changed(LIST)], 0)),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    if !is_sealed {
        found.push(changed(LIST));
    }
    for listed in &manifest.files {
        match measure(&folder.join(&listed.name)) {
            Ok(known) if known == (listed.bytes, listed.sha256) => {}
            Ok(_) => found.push(changed(&listed.name)),
            Err(_) => {
                let file = listed.name.clone();
                found.push(tell(&listed.name, HandoverSay::FileGone { file }));
            }
        }
    }
    let known =
        |name: &String| [LIST, SEAL].contains(&name.as_str()) || manifest.files.iter().any(|one| one.name == *name);
    let strange = names_in(folder)
        .unwrap_or_default()
        .into_iter()
        .filter(|name| !known(name));
    found.extend(strange.map(|file| tell(&file.clone(), HandoverSay::FileStrange { file })));
    Ok((found, manifest.files.len() + 2))
}
