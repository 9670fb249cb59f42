//! Packs out and in, and verified copies.

use super::args::{BringArgs, CopyArgs, PackArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::report::pretty;
use super::terminal::{Terminal, print};
use super::{Outcome, words};
use crate::app::words as app_words;
use crate::base::say::ExchangeSay;
use crate::model::merge::{Conflict, Merged, Side, careful, merge};
use crate::model::{Command, CommitteeId, Document, Exhibition};
use crate::store::{Incoming, copy_to, pack as write_pack};
use serde_json::{Value, json};
use std::path::Path;

pub fn pack(args: &PackArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let only = args
        .committee
        .as_deref()
        .map(|name| unit(&show.exhibition, name))
        .transpose()?;
    let library = show.project.library();
    let packed = desk.terminal.work(words::WORK_PACK, |progress| {
        write_pack(
            &show.exhibition,
            only,
            show.project.folder(),
            &library,
            &args.to,
            progress,
        )
    })?;
    desk.terminal.note(&app_words::packed(desk.terminal.lang, &packed));
    Ok(Outcome::Done)
}

/// A unit by either of its names.
fn unit(show: &Exhibition, name: &str) -> Result<CommitteeId, Fault> {
    let found = show
        .committees
        .iter()
        .find(|unit| unit.name.hans == name || unit.name.hant == name);
    found.map(|unit| unit.id).ok_or_else(|| {
        let known: Vec<&str> = show.committees.iter().map(|unit| unit.name.hans.as_str()).collect();
        let say = ExchangeSay::NoUnit {
            name: name.into(),
            known: known.join(", "),
        };
        Fault::Say(say.into())
    })
}

pub fn copy(args: &CopyArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let library = show.project.library();
    let copied = desk.terminal.work(words::WORK_COPY, |progress| {
        copy_to(show.project.folder(), &show.exhibition, &library, &args.to, progress)
    })?;
    desk.terminal.note(&app_words::copied(desk.terminal.lang, &copied));
    Ok(Outcome::Done)
}

pub fn bring(args: &BringArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    if args.into.symlink_metadata().is_err() {
        return as_new(args, desk);
    }
    let mut show = desk.show_to_change(&args.into)?;
    if is_same_place(&args.from, &args.into) {
        return Err(Fault::Say(ExchangeSay::Itself.into()));
    }
    let folder = show.project.folder().to_path_buf();
    let (incoming, merged, counts) = desk.terminal.work(words::WORK_BRING, |progress| {
        let incoming = Incoming::open(&args.from, &folder, progress)?;
        let other = incoming.other(&show.exhibition, &folder);
        let first = merge(&show.exhibition, &other, &Default::default());
        let mut choices = careful(&show.exhibition, &first.boards);
        if args.approved {
            choices.boards.clear();
        }
        let merged = merge(&show.exhibition, &other, &choices);
        incoming.bring_files(&merged.exhibition, &show.project.library(), progress)?;
        let counts = merged.counts(&choices);
        Ok::<_, Fault>((incoming, merged, counts))
    })?;
    take(&mut show, &merged)?;
    report(&incoming, &merged, counts, args.json, &show.exhibition, desk.terminal);
    Ok(Outcome::Done)
}

fn is_same_place(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).is_some() && real(one) == real(other)
}

/// Into a show that is not there yet: the pack becomes it.
fn as_new(args: &BringArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let near = super::files::parent(&args.into);
    super::files::make_folder(near)?;
    let boards = desk.terminal.work(words::WORK_BRING, |progress| {
        let incoming = Incoming::open(&args.from, near, progress)?;
        incoming.open_as(&args.into, progress)?;
        Ok::<_, Fault>(incoming.exhibition.boards.len())
    })?;
    if args.json {
        print(&pretty(
            &json!({ "new": boards, "changed": 0, "removed": 0, "left": 0, "conflicts": [] }),
        ));
    } else {
        desk.terminal.note(&words::made(desk.terminal.lang, &args.into, boards));
    }
    Ok(Outcome::Done)
}

fn take(show: &mut Show, merged: &Merged) -> Result<(), Fault> {
    let mut document = Document::new(show.exhibition.clone());
    document.execute(&Command::BringIn(Box::new(merged.exhibition.clone())))?;
    show.exhibition = document.exhibition().clone();
    show.save("brought in")
}

fn report(
    incoming: &Incoming,
    merged: &Merged,
    counts: [usize; 4],
    as_json: bool,
    show: &Exhibition,
    terminal: &Terminal,
) {
    let lang = terminal.lang;
    let code = |conflict: &Conflict| {
        let board = conflict
            .board
            .and_then(|id| show.board(id).or_else(|| incoming.exhibition.board(id)));
        board.map(|board| board.code.clone()).unwrap_or_default()
    };
    let text = |conflict: &Conflict, side| app_words::side_text(lang, conflict, side, show, &incoming.exhibition);
    if as_json {
        let conflicts = merged.conflicts.iter().map(|conflict| {
            json!({
                "board": code(conflict),
                "element": conflict.element,
                "field": conflict.field,
                "ours": text(conflict, Side::Ours),
                "theirs": text(conflict, Side::Theirs),
                "taken": conflict.side,
            })
        });
        let conflicts: Vec<Value> = conflicts.collect();
        let [new, changed, removed, left] = counts;
        return print(&pretty(&json!({
            "new": new, "changed": changed, "removed": removed, "left": left, "conflicts": conflicts,
        })));
    }
    for finding in &incoming.findings {
        print(&words::finding(lang, finding));
    }
    for conflict in &merged.conflicts {
        let [field, ours, theirs] = [
            lang.of(app_words::field(conflict.field)).to_string(),
            text(conflict, Side::Ours),
            text(conflict, Side::Theirs),
        ];
        print(&words::conflict(
            lang,
            &code(conflict),
            &field,
            &ours,
            &theirs,
            conflict.side,
        ));
    }
    terminal.note(&app_words::brought(lang, counts, merged.conflicts.len()));
}
