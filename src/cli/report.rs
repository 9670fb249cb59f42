//! What commands answer: findings, the ledger, templates, what was written; as text for people or JSON for scripts.

use super::args::{CheckArgs, LedgerArgs};
use super::desk::Desk;
use super::fault::Fault;
use super::terminal::{Terminal, print};
use super::{Outcome, files, words};
use crate::app::ledger_book::ledger_book;
use crate::app::words::state;
use crate::base::{Finding, Lang, Severity};
use crate::check::check_all;
use crate::compose::Imported;
use crate::export::Written;
use crate::workflow;
use serde_json::{Value, json};
use std::path::Path;

pub fn check(args: &CheckArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let shop = desk.shop(&show.exhibition, args.shop.as_deref())?;
    let findings = desk
        .terminal
        .work(words::WORK_CHECK, |_| check_all(&show.exhibition, &desk.cache, &shop));
    let lang = desk.terminal.lang;
    if args.json {
        print(&as_json(&findings, lang));
    } else {
        print(as_text(&findings, lang).trim_end());
    }
    Ok(Outcome::of(&findings))
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
