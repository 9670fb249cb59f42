//! `sample`, `new`, `import` and `draft`: shows made new or filled. A new show is made whole beside its place and moved there,
//! so that Ctrl+C and a full disk leave nothing half-made.

use super::args::{DraftArgs, ImportArgs, NewArgs, SampleArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::{Outcome, files, report, words};
use crate::app::words as app_words;
use crate::base::Progress;
use crate::compose::{self, Draft, Imported, empty_sample, import_folder, read_document, sample_run, take_pictures};
use crate::model::{Command, Document, Exhibition, TwoName};
use crate::script::{Config, Region, Script, Words, convert, derive, detect};
use crate::store::{Home, Project};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

pub fn sample(args: &SampleArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let made = desk.terminal.work(words::WORK_SAMPLE, |progress| {
        make_sample(&args.show, &desk.home, progress)
    })?;
    for finding in &made.findings {
        desk.terminal.tell(&words::finding(lang, finding));
    }
    desk.terminal.note(&words::made(lang, &args.show, made.added));
    Ok(Outcome::of(&made.findings))
}

pub fn new(args: &NewArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let title = args.title.trim();
    if title.is_empty() {
        return Err(Fault::Told(desk.terminal.lang.of(words::TITLE_BLANK).into()));
    }
    Project::create(&args.show, &empty(title))?;
    desk.terminal.note(&words::made(desk.terminal.lang, &args.show, 0));
    Ok(Outcome::Done)
}

pub fn import(args: &ImportArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    take_in(&args.into, args.json, "import", desk, |show, progress| {
        fill(show, &args.folder, &desk.home, progress)
    })
}

pub fn draft(args: &DraftArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let families: BTreeSet<&str> = desk
        .home
        .templates
        .iter()
        .map(|template| template.family.as_str())
        .collect();
    if let Some(family) = args.family.as_deref().filter(|family| !families.contains(family)) {
        let known: Vec<&str> = families.into_iter().collect();
        let lang = desk.terminal.lang;
        return Err(Fault::Told(words::value(lang, "--family", family, &known.join(" · "))));
    }
    let bytes = std::fs::read(&args.article).map_err(|source| Fault::Read {
        file: args.article.clone(),
        source,
    })?;
    let lang = desk.terminal.lang;
    let word = read_document(&bytes).map_err(|why| Fault::Told(app_words::no_document(lang, &args.article, why)))?;
    take_in(&args.into, args.json, "draft", desk, |show, progress| {
        let library = show.project.library();
        // Pictures of the document first: they stand where they belong.
        let mut photos = Vec::new();
        for (name, bytes) in &word.pictures {
            photos.push((name.clone(), library.add_bytes(name, bytes).ok().map(Arc::new)));
        }
        if let Some(folder) = &args.photos {
            photos.extend(take_pictures(folder, &library, progress)?);
        }
        let what = Draft {
            text: &word.text,
            photos: &photos,
            captions: &[],
            family: args.family.as_deref(),
            committee: args.committee.as_deref(),
        };
        let home = &desk.home;
        let made = compose::draft(&what, &show.exhibition, &home.templates, &home.fonts, progress);
        let mut imported = made?;
        change(show, std::mem::take(&mut imported.commands))?;
        Ok(imported)
    })
}

/// Into a show that is there, or into one that is made for it; saved under this name.
fn take_in(
    into: &Path,
    as_json: bool,
    name: &str,
    desk: &Desk<'_>,
    fill: impl Fn(&mut Show, &Progress) -> Result<Imported, Fault>,
) -> Result<Outcome, Fault> {
    let is_new = into.symlink_metadata().is_err();
    let imported = desk.terminal.work(words::WORK_IMPORT, |progress| {
        if is_new {
            let name = into.file_stem().unwrap_or_default().to_string_lossy();
            build(into, empty(&name), |show| fill(show, progress))
        } else {
            let mut show = desk.show_to_change(into)?;
            let imported = fill(&mut show, progress)?;
            show.save(name)?;
            Ok(imported)
        }
    })?;
    report::imported(&imported, as_json, desk.terminal);
    Ok(Outcome::of(&imported.findings))
}

/// The sample exhibition at this place: imported, placed in the plaza, its boards as far along as in a real show.
pub fn make_sample(folder: &Path, home: &Home, progress: &Progress) -> Result<Imported, Fault> {
    build(folder, empty_sample(), |show| {
        let imported = fill(show, &home.sample(), home, progress)?;
        let run = sample_run(&show.exhibition, &imported.findings);
        change(show, run)?;
        Ok(imported)
    })
}

/// Makes a show in a folder of its own, fills it, saves it and moves it to its place.
fn build<T>(
    folder: &Path,
    exhibition: Exhibition,
    fill: impl FnOnce(&mut Show) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let failed = |source| Fault::Write {
        file: folder.to_path_buf(),
        source,
    };
    if folder.symlink_metadata().is_ok() {
        // Says that there is one already.
        Project::create(folder, &exhibition)?;
    }
    let parent = files::parent(folder);
    files::make_folder(parent)?;
    let building = tempfile::Builder::new()
        .prefix(".zhanban-")
        .tempdir_in(parent)
        .map_err(failed)?;
    let inside = building.path().join("show.zhanban");
    let project = Project::create(&inside, &exhibition)?;
    let mut show = Show { project, exhibition };
    let result = fill(&mut show)?;
    show.save("created")?;
    // Windows moves no folder with an open file in it.
    drop(show);
    std::fs::rename(&inside, folder).map_err(failed)?;
    Ok(result)
}

fn fill(show: &mut Show, folder: &Path, home: &Home, progress: &Progress) -> Result<Imported, Fault> {
    let mut imported = import_folder(
        folder,
        &show.exhibition,
        &home.templates,
        &show.project.library(),
        progress,
    )?;
    change(show, std::mem::take(&mut imported.commands))?;
    Ok(imported)
}

fn change(show: &mut Show, commands: Vec<Command>) -> Result<(), Fault> {
    let mut document = Document::new(show.exhibition.clone());
    document.execute(&Command::Batch(commands))?;
    show.exhibition = document.exhibition().clone();
    Ok(())
}

fn empty(title: &str) -> Exhibition {
    let script = detect(title).unwrap_or_default();
    let other = match script {
        Script::Hans => derive(title, script, Region::Mainland, &Words::default(), &[]).text,
        Script::Hant => convert(title, Config::Tw2s, &Words::default(), &[]).text,
    };
    let title = match script {
        Script::Hans => TwoName {
            hans: title.to_string(),
            hant: other,
        },
        Script::Hant => TwoName {
            hans: other,
            hant: title.to_string(),
        },
    };
    Exhibition::new(title, Region::Mainland)
}
