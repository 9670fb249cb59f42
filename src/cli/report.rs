//! What commands answer: findings, the ledger, templates, what was written; as text for people or JSON for scripts.

use super::args::{CheckArgs, LedgerArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::files::parent;
use super::terminal::{Terminal, print};
use super::{Outcome, files, words};
use crate::app::ledger_book::ledger_book;
use crate::app::words::{name_of, state};
use crate::base::{Finding, Lang, Severity};
use crate::check::{check_all, fix};
use crate::compose::Imported;
use crate::export::handover::reported;
use crate::export::papers::{Thumbs, report, write_sheets};
use crate::export::{Boards, Press, Sources, Written};
use crate::model::{Board, Document, Shop};
use crate::workflow::{self, Gate};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

pub fn check(args: &CheckArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let mut show = match args.fix {
        true => desk.show_to_change(&args.show)?,
        false => desk.show(&args.show)?,
    };
    let shop = desk.shop(&show.exhibition, args.shop.as_deref())?;
    if args.fix {
        let count = mend(&mut show, desk, &shop)?;
        desk.terminal.note(&words::mended(lang, count));
    }
    let findings = found(&show, desk, &shop);
    if let Some(file) = &args.pdf {
        write_report(&show, desk, &shop, &findings, file)?;
        desk.terminal.note(&file.display().to_string());
    }
    if args.json {
        print(&as_json(&findings, lang));
    } else {
        print(as_text(&findings, lang).trim_end());
    }
    Ok(Outcome::of(&findings))
}

fn found(show: &Show, desk: &Desk<'_>, shop: &Shop) -> Vec<Finding> {
    desk.terminal
        .work(words::WORK_CHECK, |_| check_all(&show.exhibition, &desk.cache, shop))
}

/// Every mend that leaves no choice, one after the other: a second one may be about the same text.
fn mend(show: &mut Show, desk: &Desk<'_>, shop: &Shop) -> Result<usize, Fault> {
    let mut document = Document::new(show.exhibition.clone());
    let mut count = 0;
    for finding in found(show, desk, shop) {
        if let Some(command) = fix(document.exhibition(), &finding) {
            document.execute(&command)?;
            count += 1;
        }
    }
    if count > 0 {
        show.exhibition = document.exhibition().clone();
        show.save("check")?;
    }
    Ok(count)
}

/// Findings with the boards they are about, on paper.
fn write_report(show: &Show, desk: &Desk<'_>, shop: &Shop, findings: &[Finding], to: &Path) -> Result<(), Fault> {
    let lang = desk.terminal.lang;
    let (profile, proof) = desk.home.colours(shop);
    let sources = Sources {
        proof,
        ..desk.sources(&show.exhibition, show.project.library())
    };
    let told: BTreeSet<&str> = findings
        .iter()
        .filter_map(|finding| finding.place.board.as_deref())
        .collect();
    let all: Vec<Arc<Board>> = show.exhibition.in_order().into_iter().cloned().collect();
    let some: Vec<Arc<Board>> = all
        .iter()
        .filter(|board| told.contains(board.code.as_str()))
        .cloned()
        .collect();
    let boards = |list| Boards {
        exhibition: &show.exhibition,
        boards: list,
        script: None,
        cache: &desk.cache,
    };
    let title = name_of(&show.exhibition.show.title, lang).to_string();
    desk.terminal.work(words::WORK_REPORT, |progress| {
        let thumbs = Thumbs::of(&boards(&some), &sources, 700, 80, parent(to), progress)?;
        let gate = Gate::of(&show.exhibition, findings.to_vec());
        let frames = report(&boards(&all), &thumbs, &reported(&gate), &title, &sources.fonts, lang);
        let press = Press::plain(profile);
        write_sheets(frames, &title, &press, &thumbs.sources(&sources), to, &progress.part())
    })?;
    Ok(())
}

pub fn ledger(args: &LedgerArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let shop = desk.shop(&show.exhibition, None)?;
    let findings = desk
        .terminal
        .work(words::WORK_CHECK, |_| check_all(&show.exhibition, &desk.cache, &shop));
    let rows = workflow::ledger(&show.exhibition, &findings);
    if args.json {
        print(&pretty(&json!(rows)));
        return Ok(Outcome::Done);
    }
    let lang = desk.terminal.lang;
    if let Some(file) = &args.xlsx {
        let book = ledger_book(&show.exhibition, &rows, lang);
        let bytes = book.map_err(|error| Fault::Told(format!("{}: {error}", file.display())))?;
        files::write_whole(file, &bytes)?;
        desk.terminal
            .note(&words::written(lang, 1, bytes.len() as u64, files::parent(file)));
        return Ok(Outcome::Done);
    }
    print(lang.of(words::LEDGER_HEAD));
    for row in rows {
        let place = row.place.map(|[x, y]| format!("{x:.1},{y:.1}")).unwrap_or_default();
        let size = format!("{}×{}", row.width_mm, row.height_mm);
        let cells = [
            format!("{:03}", row.number),
            row.code,
            lang.of(state(row.state)).to_string(),
            row.committee,
            row.title,
            row.template,
            size,
            row.photos.to_string(),
            row.characters.to_string(),
            row.errors.to_string(),
            row.warnings.to_string(),
            place,
        ];
        print(&cells.join("\t"));
    }
    Ok(Outcome::Done)
}

/// Every finding a line, then the sum.
pub fn as_text(findings: &[Finding], lang: Lang) -> String {
    let mut text = String::new();
    for finding in findings {
        text.push_str(&words::finding(lang, finding));
        text.push('\n');
    }
    text.push_str(&words::sum(lang, findings));
    text.push('\n');
    text
}

pub fn as_json(findings: &[Finding], lang: Lang) -> String {
    pretty(&counted(findings, lang))
}

fn counted(findings: &[Finding], lang: Lang) -> Value {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "severity": finding.severity,
                "rule": finding.rule,
                "board": finding.place.board,
                "element": finding.place.element,
                "file": finding.place.file,
                "text": finding.text(lang),
            })
        })
        .collect();
    json!({
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "findings": list,
    })
}

pub fn imported(imported: &Imported, as_json: bool, terminal: &Terminal) {
    if as_json {
        let mut answer = counted(&imported.findings, terminal.lang);
        answer["added"] = imported.added.into();
        answer["updated"] = imported.updated.into();
        answer["kept"] = imported.kept.into();
        return print(&pretty(&answer));
    }
    for finding in &imported.findings {
        print(&words::finding(terminal.lang, finding));
    }
    terminal.note(&words::imported(terminal.lang, imported));
}

pub fn written(written: &[Written], findings: &[Finding], to: &Path, as_json: bool, terminal: &Terminal) {
    let bytes: u64 = written.iter().map(|written| written.bytes).sum();
    if as_json {
        let mut answer = counted(findings, terminal.lang);
        let files = written.iter().map(|written| {
            let name = written.file.file_name().unwrap_or_default().to_string_lossy();
            json!({ "file": name, "pages": written.pages, "bytes": written.bytes })
        });
        answer["files"] = files.collect();
        answer["bytes"] = bytes.into();
        return print(&pretty(&answer));
    }
    for finding in findings {
        print(&words::finding(terminal.lang, finding));
    }
    terminal.note(&words::written(terminal.lang, written.len(), bytes, to));
}

pub fn pretty(value: &Value) -> String {
    // Values made of strings and numbers always print.
    serde_json::to_string_pretty(value).unwrap_or_default()
}
