//! `handover`, `proofs` and `registers`: what leaves the house, and the tables behind it.

use super::args::{HandoverArgs, ProofsArgs, RegistersArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::{Outcome, files, report, terminal, words};
use crate::app::paper_work::register_files;
use crate::app::words::name_of;
use crate::base::{Finding, Progress, Say, utc};
use crate::check::{check_all, check_handover, requote};
use crate::compose::{facts_from, names_from};
use crate::export::handover::{Handed, HandoverError, Order, Since, hand_over, verify};
use crate::export::papers::{Paper, desk_proof, handout, ink_of, phone_preview, whole_show, write_sheets};
use crate::export::{Boards, Page, Press, Sources};
use crate::model::{Board, Command, Document, PrintBook, Shop};
use crate::workflow::{Gate, sent};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

pub fn handover(args: &HandoverArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    if args.list {
        return Ok(list_shops(args, desk));
    }
    if let Some(folder) = &args.verify {
        return verified(folder, args.json, desk);
    }
    // The parser lets nothing through without both.
    let (Some(folder), Some(to)) = (&args.show, &args.to) else {
        return Err(Fault::Told(words::usage(desk.terminal.lang, "--to")));
    };
    let mut show = desk.show_to_change(folder)?;
    let shop = desk.shop(&show.exhibition, args.shop.as_deref())?;
    let boards = chosen(&show, desk, &args.board)?;
    if let Some(reason) = &args.accept {
        accept_all(&mut show, desk, &shop, &boards, reason)?;
    }
    let gate = Gate::of(&show.exhibition, findings(&show, desk, &shop, &boards));
    if !gate.is_open() {
        let told: Vec<Finding> = gate.errors.iter().chain(&gate.open).cloned().collect();
        blocked(&gate, &told, args.json, desk);
        return Ok(Outcome::DoneWithErrors);
    }
    let handed = put_together(&show, desk, &shop, &boards, &gate, args, to)?;
    note_sent(&mut show, &handed, shop_name(desk, &shop))?;
    told(&handed, args.json, desk);
    Ok(Outcome::of(&handed.findings))
}

fn list_shops(args: &HandoverArgs, desk: &Desk<'_>) -> Outcome {
    let lang = desk.terminal.lang;
    let shops = desk.home.shops.iter();
    if args.json {
        let list: Vec<Value> = shops
            .map(|profile| json!({ "id": profile.shop.kind, "name": profile.name(lang), "about": profile.about(lang) }))
            .collect();
        terminal::print(&report::pretty(&json!(list)));
        return Outcome::Done;
    }
    for profile in shops {
        let (kind, name, about) = (&profile.shop.kind, profile.name(lang), profile.about(lang));
        terminal::print(&format!("{kind:<18}{name}　{about}"));
    }
    Outcome::Done
}

fn verified(folder: &Path, as_json: bool, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let (found, files) = verify(folder).map_err(fault)?;
    if as_json {
        terminal::print(&report::as_json(&found, desk.terminal.lang));
        return Ok(Outcome::of(&found));
    }
    for finding in &found {
        terminal::print(&words::finding(desk.terminal.lang, finding));
    }
    if found.is_empty() {
        let whole = crate::base::say::HandoverSay::Whole { files };
        terminal::print(&desk.terminal.lang.of(whole.texts()));
    }
    Ok(Outcome::of(&found))
}

pub fn fault(error: HandoverError) -> Fault {
    match error {
        HandoverError::Export(error) => Fault::Export(error),
        HandoverError::Told(say) => Fault::Say(say),
    }
}

fn chosen(show: &Show, desk: &Desk<'_>, codes: &[String]) -> Result<Vec<Arc<Board>>, Fault> {
    let mut wanted = BTreeSet::new();
    for code in codes {
        wanted.insert(desk.board(&show.exhibition, code)?.id);
    }
    let all = show.exhibition.in_order().into_iter();
    Ok(all
        .filter(|board| codes.is_empty() || wanted.contains(&board.id))
        .cloned()
        .collect())
}

/// Those of the chosen boards and of the show, and what is asked only of boards that leave the house.
fn findings(show: &Show, desk: &Desk<'_>, shop: &Shop, boards: &[Arc<Board>]) -> Vec<Finding> {
    let mut found = desk
        .terminal
        .work(words::WORK_CHECK, |_| check_all(&show.exhibition, &desk.cache, shop));
    let codes: BTreeSet<&str> = boards.iter().map(|board| board.code.as_str()).collect();
    found.retain(|finding| finding.place.board.as_deref().is_none_or(|code| codes.contains(code)));
    found.extend(check_handover(&show.exhibition, boards));
    found
}

/// One reason for all warnings that have none; it is saved and goes along.
fn accept_all(show: &mut Show, desk: &Desk<'_>, shop: &Shop, boards: &[Arc<Board>], reason: &str) -> Result<(), Fault> {
    let gate = Gate::of(&show.exhibition, findings(show, desk, shop, boards));
    let at = utc::now();
    let with = |book: PrintBook, finding: &Finding| book.with_reason(finding, reason, &at);
    let book = gate.open.iter().fold(show.exhibition.show.print.clone(), with);
    changed(show, &Command::SetPrint(book), "reasons")
}

fn changed(show: &mut Show, command: &Command, reason: &str) -> Result<(), Fault> {
    let mut document = Document::new(show.exhibition.clone());
    document.execute(command)?;
    show.exhibition = document.exhibition().clone();
    show.save(reason)
}

fn blocked(gate: &Gate, told: &[Finding], as_json: bool, desk: &Desk<'_>) {
    use crate::base::say::HandoverSay;
    let lang = desk.terminal.lang;
    let why = match gate.errors.len() {
        0 => HandoverSay::ReasonsMissing {
            warnings: gate.open.len(),
        },
        errors => HandoverSay::Blocked { errors },
    };
    if as_json {
        terminal::print(&report::as_json(told, lang));
    } else {
        told.iter()
            .for_each(|finding| terminal::print(&words::finding(lang, finding)));
    }
    terminal::tell(&lang.of(why.texts()));
}

fn shop_name(desk: &Desk<'_>, shop: &Shop) -> String {
    let shipped = desk.home.shops.iter().find(|profile| profile.shop.kind == shop.kind);
    match shipped {
        Some(profile) => profile.name(desk.terminal.lang).to_string(),
        None => shop.name.clone(),
    }
}

fn put_together(
    show: &Show,
    desk: &Desk<'_>,
    shop: &Shop,
    boards: &[Arc<Board>],
    gate: &Gate,
    args: &HandoverArgs,
    to: &Path,
) -> Result<Handed, Fault> {
    let (profile, proof) = desk.home.colours(shop);
    let press = Press::of(shop, profile);
    let sources = desk.sources(&show.exhibition, show.project.library());
    let name = shop_name(desk, shop);
    let order = Order {
        exhibition: &show.exhibition,
        boards,
        cache: &desk.cache,
        shop,
        shop_name: &name,
        press: &press,
        sources: &Sources { proof, ..sources },
        gate,
        since: args.since.as_deref().map(Since::Package),
        is_zipped: args.zip,
        lang: desk.terminal.lang,
    };
    let work = |progress: &Progress| hand_over(&order, to, progress);
    desk.terminal.work(words::WORK_HANDOVER, work).map_err(fault)
}

/// What went out is kept with the show; approved boards are at the shop now.
fn note_sent(show: &mut Show, handed: &Handed, shop: String) -> Result<(), Fault> {
    let command = sent(&show.exhibition, &handed.folder, &handed.boards, shop);
    changed(show, &command, "handover")
}

fn told(handed: &Handed, as_json: bool, desk: &Desk<'_>) {
    let lang = desk.terminal.lang;
    for finding in &handed.findings {
        terminal::print(&words::finding(lang, finding));
    }
    if as_json {
        let answer = json!({
            "folder": handed.folder,
            "zip": handed.zip,
            "boards": handed.boards.len(),
            "files": handed.files,
            "bytes": handed.bytes,
        });
        return terminal::print(&report::pretty(&answer));
    }
    let ready = crate::base::say::HandoverSay::Ready {
        boards: handed.boards.len(),
        files: handed.files,
        folder: handed.folder.display().to_string(),
    };
    terminal::print(&lang.of(ready.texts()));
}

pub fn proofs(args: &ProofsArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let boards = chosen(&show, desk, &args.board)?;
    let shop = desk.shop(&show.exhibition, None)?;
    let (profile, proof) = desk.home.colours(&shop);
    let press = Press::plain(profile);
    let sources = Sources {
        proof,
        ..desk.sources(&show.exhibition, show.project.library())
    };
    files::make_folder(&args.to)?;
    let boards = Boards {
        exhibition: &show.exhibition,
        boards: &boards,
        script: args.script.0,
        cache: &desk.cache,
    };
    let work = |progress: &Progress| write_proofs(args, &boards, &press, &sources, desk, progress);
    let count = desk.terminal.work(words::WORK_PROOFS, work)?;
    desk.terminal
        .note(&words::written(desk.terminal.lang, count.0, count.1, &args.to));
    Ok(Outcome::Done)
}

/// How many files were written, and their bytes.
fn write_proofs(
    args: &ProofsArgs,
    boards: &Boards<'_>,
    press: &Press,
    sources: &Sources,
    desk: &Desk<'_>,
    progress: &Progress,
) -> Result<(usize, u64), Fault> {
    let lang = desk.terminal.lang;
    let title = name_of(&boards.exhibition.show.title, lang).to_string();
    let fonts = &sources.fonts;
    let named = |what: &str, ending: &str| args.to.join(files::safe_name(&format!("{title} {what}")) + ending);
    if args.whole {
        let to = named(lang.of(crate::base::say::paper::WHOLE), ".pdf");
        let written = whole_show(boards, &title, press, sources, &to, lang, progress)?;
        return Ok((1, written.bytes));
    }
    if args.handout {
        let to = named(lang.of(crate::base::say::paper::HANDOUT), ".pdf");
        let frames = handout(boards, &title, fonts, lang);
        let written = write_sheets(frames, &title, press, sources, &to, progress)?;
        return Ok((1, written.bytes));
    }
    progress.set_total(boards.boards.len() as u64);
    let (mut count, mut bytes) = (0, 0);
    let paper = if args.a3 { Paper::A3 } else { Paper::A4 };
    for board in boards.boards {
        if progress.is_cancelled() {
            return Err(crate::export::ExportError::Cancelled.into());
        }
        let about = Page::about(boards.exhibition, board, boards.script);
        let name = |ending: &str| args.to.join(crate::export::file_name(&about, press, ending));
        if args.phone {
            let laid = boards.cache.look(boards.exhibition, board, boards.script);
            let file = phone_preview(&laid.frame, &ink_of(sources), lang);
            files::write_whole(&name("jpg"), &file)?;
            bytes += file.len() as u64;
        } else {
            let frame = desk_proof(boards, board, paper, fonts, lang);
            let written = write_sheets(
                vec![frame],
                &about.title,
                press,
                sources,
                &name("pdf"),
                &progress.part(),
            )?;
            bytes += written.bytes;
        }
        count += 1;
        progress.advance(1);
    }
    Ok((count, bytes))
}

pub fn registers(args: &RegistersArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let mut show = match args.facts.is_some() || args.names.is_some() {
        true => desk.show_to_change(&args.show)?,
        false => desk.show(&args.show)?,
    };
    if let Some(file) = &args.facts {
        let before = show.exhibition.facts.clone();
        let taken = facts_from(&files::read(file)?, &before)
            .map_err(Say::from)
            .map_err(Fault::Say)?;
        let mut commands = vec![Command::SetFacts(taken.entries.clone())];
        let moved = taken
            .entries
            .iter()
            .filter(|fact| before.iter().any(|old| old.id == fact.id && old.value != fact.value));
        if args.update {
            commands.extend(moved.map(|fact| requote(&show.exhibition, fact).0));
        }
        changed(&mut show, &Command::Batch(commands), "registers")?;
        desk.terminal
            .note(&words::registered(lang, taken.entries.len(), taken.skipped));
        taken
            .notes
            .iter()
            .for_each(|note| desk.terminal.note(&lang.of(note.texts())));
    }
    if let Some(file) = &args.names {
        let known = show.exhibition.show.names.clone();
        let region = show.exhibition.show.region;
        let taken = names_from(&files::read(file)?, &known, region, &show.exhibition.words);
        let taken = taken.map_err(Say::from).map_err(Fault::Say)?;
        changed(&mut show, &Command::SetNames(taken.entries.clone()), "registers")?;
        desk.terminal
            .note(&words::registered(lang, taken.entries.len(), taken.skipped));
        taken
            .notes
            .iter()
            .for_each(|note| desk.terminal.note(&lang.of(note.texts())));
    }
    if let Some(to) = &args.to {
        write_registers(&show, desk, to)?;
    }
    Ok(Outcome::Done)
}

fn write_registers(show: &Show, desk: &Desk<'_>, to: &Path) -> Result<(), Fault> {
    files::make_folder(to)?;
    let (mut count, mut bytes) = (0, 0);
    for (name, file) in register_files(&show.exhibition)? {
        files::write_whole(&to.join(name), &file)?;
        count += 1;
        bytes += file.len() as u64;
    }
    desk.terminal
        .note(&words::written(desk.terminal.lang, count, bytes, to));
    Ok(())
}
