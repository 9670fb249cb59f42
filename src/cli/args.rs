//! What can be written behind `zhanban`. Scripts rely on these spellings.

use super::fault::Fault;
use super::words;
use crate::app;
use crate::app::renderer::Renderer;
use crate::app::session::{ThemeChoice, Workspace};
use crate::base::{FontSlot, Lang};
use crate::compose::Amount;
use crate::export::plaza::{PlanKind, PlanPaper};
use crate::model::Hour;
use crate::plaza::{Form, Way};
use crate::script::{Config, Region, Script};
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

/// Builds and manages exhibition display boards (展板): layout, plaza, press-ready PDF.
#[derive(Debug, Parser)]
#[command(name = "zhanban", version, disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Exhibition to open in the window (NAME.zhanban); else the last one, else the sample
    pub show: Option<PathBuf>,
    /// Save a picture of the window here and quit
    #[arg(long, value_name = "FILE.png")]
    pub screenshot: Option<PathBuf>,
    /// overview, board, plaza, review or print
    #[arg(long, value_name = "W")]
    pub workspace: Option<String>,
    /// Size of the window, such as 1440x900
    #[arg(long, value_name = "WxH")]
    pub size: Option<String>,
    /// Language of the window: hans, hant or en
    #[arg(long, value_name = "L")]
    pub lang: Option<String>,
    /// light, dark or system
    #[arg(long, value_name = "T")]
    pub theme: Option<String>,
    /// Who draws the window, tried first: glow, software (Windows: wgpu)
    #[arg(long, value_name = "R")]
    pub renderer: Option<String>,
    /// No progress, only results and what goes wrong
    #[arg(long, global = true)]
    pub quiet: bool,
}

impl Args {
    /// A line as the shell gives it, the program's name first. What is for the window stands before no command.
    pub fn read<T: Into<OsString> + Clone>(line: impl IntoIterator<Item = T>) -> Result<Args, clap::Error> {
        let args = Args::try_parse_from(line)?;
        let is_for_window = args.show.is_some()
            || args.screenshot.is_some()
            || [&args.workspace, &args.size, &args.lang, &args.theme, &args.renderer]
                .iter()
                .any(|option| option.is_some());
        if args.command.is_some() && is_for_window {
            let said = "an exhibition or an option of the window stands before a command";
            return Err(Args::command().error(ErrorKind::ArgumentConflict, said));
        }
        Ok(args)
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the sample exhibition
    Sample(SampleArgs),
    /// Make an empty exhibition
    New(NewArgs),
    /// Take a content folder into a new or existing exhibition
    Import(ImportArgs),
    /// An article and photos become a series of boards
    Draft(DraftArgs),
    /// A board on another template, with all that is on it
    Restyle(RestyleArgs),
    /// Write boards as PDF/X-4
    Export(ExportArgs),
    /// Draw one board as a PNG
    Render(RenderArgs),
    /// Say what would go wrong in print or in the plaza
    Check(CheckArgs),
    /// Put the complete job for a print shop together
    Handover(HandoverArgs),
    /// Proofs to read and sign, previews for phones, the whole show small, all texts in large print
    Proofs(ProofsArgs),
    /// The registers of figures and names, in and out
    Registers(RegistersArgs),
    /// One row a board: state, size, texts, findings, place
    Ledger(LedgerArgs),
    /// The comment meetings that were held, and their minutes
    Meeting(MeetingArgs),
    /// The exhibition, or one unit's boards, as one file to hand in (.zbpack)
    Pack(PackArgs),
    /// Take a pack's or another exhibition's boards in
    Bring(BringArgs),
    /// A copy of the whole exhibition in another place, read back before it counts
    Copy(CopyArgs),
    /// Convert lines from stdin between Simplified and Traditional
    Convert(ConvertArgs),
    /// Set one text box: lines and positions, or a picture
    Typeset(TypesetArgs),
    /// Place the boards in the plaza, print the plan
    #[command(subcommand)]
    Plan(PlanCommand),
    /// The templates there are
    Templates(TemplatesArgs),
}

#[derive(Debug, clap::Args)]
pub struct SampleArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, value_name = "T")]
    pub title: String,
}

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    pub folder: PathBuf,
    #[arg(long, value_name = "X.zhanban")]
    pub into: PathBuf,
    /// Findings and counts as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct DraftArgs {
    #[arg(value_name = "ARTICLE.txt")]
    pub article: PathBuf,
    /// Folder of the photos, shown in the order of their names
    #[arg(long, value_name = "FOLDER")]
    pub photos: Option<PathBuf>,
    #[arg(long, value_name = "X.zhanban")]
    pub into: PathBuf,
    /// red, ink, green, blue or doc
    #[arg(long, value_name = "F")]
    pub family: Option<String>,
    /// The unit whose boards these are
    #[arg(long, value_name = "UNIT")]
    pub committee: Option<String>,
    /// Findings and counts as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct RestyleArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, value_name = "CODE")]
    pub board: String,
    /// The template it goes to; without one, those that suit are listed, the best first
    #[arg(long, value_name = "ID")]
    pub template: Option<String>,
    /// Templates of other sizes too
    #[arg(long)]
    pub any_size: bool,
    #[arg(long, conflicts_with = "template")]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// One PDF for each board
    #[arg(long, conflicts_with_all = ["board", "joined"], required_unless_present_any = ["board", "joined"])]
    pub all: bool,
    /// One PDF for each of these boards
    #[arg(long, value_name = "CODE", num_args = 1.., conflicts_with = "joined")]
    pub board: Vec<String>,
    /// One PDF with all boards
    #[arg(long)]
    pub joined: bool,
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// The print shop's wishes: one of the exhibition by its name, or photo-print, outdoor-inkjet, … as assets/shops has them
    #[arg(long, value_name = "NAME")]
    pub shop: Option<String>,
    /// The shop's own CMYK output profile in place of the usual one
    #[arg(long, value_name = "FILE.icc")]
    pub profile: Option<PathBuf>,
    /// Text as filled paths (转曲): the files have no fonts
    #[arg(long)]
    pub outlines: bool,
    /// as-set, hans or hant
    #[arg(long, default_value = "as-set", value_parser = script)]
    pub script: ScriptChoice,
    /// Go on where fonts that the exhibition names are not on this PC
    #[arg(long)]
    pub accept_fonts: bool,
    /// Files and findings as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct RenderArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, value_name = "CODE")]
    pub board: String,
    #[arg(long, default_value_t = 72.0, value_name = "N")]
    pub dpi: f64,
    /// as-set, hans or hant
    #[arg(long, default_value = "as-set", value_parser = script)]
    pub script: ScriptChoice,
    #[arg(long, value_name = "FILE.png")]
    pub to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// The print shop's wishes: one of the exhibition by its name, or photo-print, outdoor-inkjet, … as assets/shops has them
    #[arg(long, value_name = "NAME")]
    pub shop: Option<String>,
    #[arg(long)]
    pub json: bool,
    /// Findings as lines of text, as without any option
    #[arg(long, conflicts_with = "json")]
    pub text: bool,
    /// A report with a picture of each board beside its findings
    #[arg(long, value_name = "REPORT.pdf")]
    pub pdf: Option<PathBuf>,
    /// Mend first what allows only one mend
    #[arg(long)]
    pub fix: bool,
}

#[derive(Debug, clap::Args)]
pub struct HandoverArgs {
    #[arg(value_name = "X.zhanban", required_unless_present_any = ["list", "verify"])]
    pub show: Option<PathBuf>,
    /// One of the exhibition's shops by its name, or photo-print, outdoor-inkjet, … as assets/shops has them
    #[arg(long, value_name = "NAME")]
    pub shop: Option<String>,
    /// A new folder
    #[arg(long, value_name = "DIR", required_unless_present_any = ["list", "verify"])]
    pub to: Option<PathBuf>,
    /// These boards only
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub board: Vec<String>,
    /// DIR.zip too
    #[arg(long)]
    pub zip: bool,
    /// Only boards that changed since this earlier hand-over
    #[arg(long, value_name = "DIR")]
    pub since: Option<PathBuf>,
    /// Take all warnings upon oneself, for this reason; it goes along
    #[arg(long, value_name = "REASON")]
    pub accept: Option<String>,
    /// The shops there are
    #[arg(long, conflicts_with_all = ["show", "to", "verify"])]
    pub list: bool,
    /// Hold every file of a hand-over against its list
    #[arg(long, value_name = "DIR", conflicts_with_all = ["show", "to"])]
    pub verify: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ProofsArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// Of these boards; else of all
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub board: Vec<String>,
    /// Desk proofs on A3 paper in place of A4
    #[arg(long)]
    pub a3: bool,
    /// Pictures of at most 2 MB, marked as drafts
    #[arg(long, conflicts_with_all = ["a3", "whole", "handout"])]
    pub phone: bool,
    /// One PDF under 20 MB
    #[arg(long, conflicts_with_all = ["a3", "handout"])]
    pub whole: bool,
    /// All texts in visiting order, large and in both scripts
    #[arg(long, conflicts_with = "a3")]
    pub handout: bool,
    /// as-set, hans or hant
    #[arg(long, default_value = "as-set", value_parser = script)]
    pub script: ScriptChoice,
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct RegistersArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// Take figures in: 名称, 数值, 单位, 日期, 来源; CSV or XLSX
    #[arg(long, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    /// Boards that quote a figure whose value changes follow it
    #[arg(long, requires = "facts")]
    pub update: bool,
    /// Take names in: 类别, 简体, 繁体, 职务, 排序; CSV or XLSX
    #[arg(long, value_name = "FILE")]
    pub names: Option<PathBuf>,
    /// Write both as CSV and as a workbook
    #[arg(long, value_name = "DIR", required_unless_present_any = ["facts", "names"])]
    pub to: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct LedgerArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, conflicts_with = "xlsx")]
    pub json: bool,
    /// As a workbook for Excel or WPS: the boards, and the units by state
    #[arg(long, value_name = "FILE.xlsx")]
    pub xlsx: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct MeetingArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// Write the minutes; without it the meetings are listed
    #[arg(long, value_name = "FILE.pdf|.xlsx")]
    pub minutes: Option<PathBuf>,
    /// Which meeting, as they are listed; else the last
    #[arg(long, value_name = "N", requires = "minutes")]
    pub number: Option<usize>,
    /// The list with all that was said
    #[arg(long, conflicts_with = "minutes")]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct PackArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// Only this unit's boards
    #[arg(long, value_name = "UNIT")]
    pub committee: Option<String>,
    #[arg(long, value_name = "FILE.zbpack")]
    pub to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct BringArgs {
    /// A pack, or the folder of another exhibition
    #[arg(value_name = "FILE.zbpack|Y.zhanban")]
    pub from: PathBuf,
    /// The exhibition it goes into; one that is not there yet is made of it
    #[arg(long, value_name = "X.zhanban")]
    pub into: PathBuf,
    /// Boards that are approved here may change too
    #[arg(long)]
    pub approved: bool,
    /// Counts and conflicts as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct CopyArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, value_name = "Y.zhanban")]
    pub to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct ConvertArgs {
    /// s2t, t2s, s2tw, tw2s, s2hk, hk2s, s2twp or tw2sp
    #[arg(long, value_name = "CONFIG", value_parser = config)]
    pub config: Config,
    /// Word list: one pair a line, Simplified,Traditional
    #[arg(long, value_name = "FILE.csv")]
    pub words: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct TypesetArgs {
    /// Each line is a paragraph
    #[arg(long, value_name = "FILE")]
    pub text: PathBuf,
    /// Length of a line: across in horizontal text, down in vertical
    #[arg(long, value_name = "MM")]
    pub width: f64,
    /// Type size
    #[arg(long, value_name = "MM")]
    pub em: f64,
    /// Whose forms and marks: hans, hant or hk
    #[arg(long, value_name = "S", value_parser = region)]
    pub script: Region,
    #[arg(long)]
    pub vertical: bool,
    /// First-line indent in characters
    #[arg(long, default_value_t = 0.0, value_name = "EM")]
    pub indent: f64,
    /// hei, song, kai, fangsong, biaosong or lishu
    #[arg(long, default_value = "hei", value_name = "FONT", value_parser = font)]
    pub font: FontSlot,
    /// Outlines as a picture
    #[arg(long, value_name = "FILE", conflicts_with = "json", required_unless_present = "json")]
    pub svg: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Place all boards in rows, in visiting order
    Arrange(PlanArrangeArgs),
    /// Print the plan as PDF and PNG
    Export(PlanExportArgs),
    /// Papers for crew, visitors and guides, in a new folder
    Papers(PlanPapersArgs),
    /// Pictures of the plaza as visitors see it
    Walk(WalkArgs),
}

#[derive(Debug, clap::Args)]
pub struct PlanArrangeArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// rows, blocks, ring or walls
    #[arg(long, default_value = "rows", value_name = "FORM", value_parser = form)]
    pub form: Form,
    /// to-and-fro: rows look at each other; same-way: all of them look south
    #[arg(long, default_value = "to-and-fro", value_name = "WAY", value_parser = way)]
    pub way: Way,
    /// In front of the boards, in metres; at least 2.4
    #[arg(long, value_name = "METRES")]
    pub aisle: Option<f64>,
    /// Between two boards, in metres
    #[arg(long, value_name = "METRES")]
    pub gap: Option<f64>,
    /// Backs together, two boards on one frame
    #[arg(long)]
    pub two_sided: bool,
    /// Within the size the ground has now
    #[arg(long)]
    pub keep_ground: bool,
}

fn form(text: &str) -> Result<Form, String> {
    match text {
        "rows" => Ok(Form::Rows),
        "blocks" => Ok(Form::Blocks),
        "ring" => Ok(Form::Ring),
        "walls" => Ok(Form::Walls),
        _ => Err("rows, blocks, ring or walls".into()),
    }
}

fn way(text: &str) -> Result<Way, String> {
    match text {
        "to-and-fro" => Ok(Way::Serpentine),
        "same-way" => Ok(Way::SameWay),
        _ => Err("to-and-fro or same-way".into()),
    }
}

#[derive(Debug, clap::Args)]
pub struct PlanExportArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct PlanPapersArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// A new or empty folder
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// One plaza alone
    #[arg(long, value_name = "NAME")]
    pub plaza: Option<String>,
    /// setup, loading, cards, schedule, check-in, changes, positions, leaflet, cues, catalogue, slides, page; else all
    #[arg(long, value_name = "KIND", num_args = 1.., value_delimiter = ',', value_parser = plan_kind)]
    pub kinds: Vec<PlanKind>,
    /// A3, A2 or A1; else the smallest on which the plan is good to read
    #[arg(long, value_name = "PAPER", value_parser = plan_paper)]
    pub paper: Option<PlanPaper>,
    /// Positions as they were exported earlier, or the folder with them: also tells what has changed
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,
    /// When tours begin
    #[arg(long, value_name = "HH:MM", default_value = "09:00", value_parser = hour)]
    pub start: Hour,
    #[arg(long, default_value = "as-set", value_parser = script)]
    pub script: ScriptChoice,
}

#[derive(Debug, clap::Args)]
pub struct WalkArgs {
    #[arg(value_name = "X.zhanban")]
    pub show: PathBuf,
    /// Where the pictures go
    #[arg(long, value_name = "DIR")]
    pub shots: PathBuf,
    /// Only before the board with this number
    #[arg(long, value_name = "N")]
    pub board: Option<usize>,
    /// Before every so many boards
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub every: usize,
    /// Local time, also several times; else 9:00 and 17:00
    #[arg(long, value_name = "H:MM", value_parser = hour)]
    pub hour: Vec<Hour>,
    #[arg(long, value_name = "WxH", default_value = "1280x720", value_parser = pixels)]
    pub size: (u32, u32),
    /// Height of the eye in metres
    #[arg(long, value_name = "M", default_value_t = 1.5)]
    pub eye: f64,
    /// Nobody else is there
    #[arg(long)]
    pub empty: bool,
}

/// A whole hour may come without its minutes.
fn hour(text: &str) -> Result<Hour, String> {
    let hour = Hour::parse(text).or_else(|| Hour::parse(&format!("{text}:0")));
    hour.ok_or_else(|| "H:MM".into())
}

fn pixels(text: &str) -> Result<(u32, u32), String> {
    let sides = text
        .split_once('x')
        .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    sides
        .filter(|(w, h)| (16..=8192).contains(w) && (16..=8192).contains(h))
        .ok_or_else(|| "WxH".into())
}

#[derive(Debug, clap::Args)]
pub struct TemplatesArgs {
    #[arg(long, conflicts_with = "sheet")]
    pub json: bool,
    /// Contact sheets of a family each, with texts and photos, in either script
    #[arg(long, requires = "to")]
    pub sheet: bool,
    /// Where the sheets go
    #[arg(long, value_name = "DIR", requires = "sheet")]
    pub to: Option<PathBuf>,
    /// This one alone
    #[arg(long, value_name = "ID")]
    pub only: Option<String>,
    /// How much stands on the boards of the sheets: little, normal or much
    #[arg(long, value_name = "N", default_value = "normal", value_parser = amount)]
    pub content: Amount,
}

/// In which script a board is shown; `None` is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptChoice(pub Option<Script>);

fn script(text: &str) -> Result<ScriptChoice, String> {
    match text {
        "as-set" => Ok(ScriptChoice(None)),
        "hans" => Ok(ScriptChoice(Some(Script::Hans))),
        "hant" => Ok(ScriptChoice(Some(Script::Hant))),
        _ => Err("as-set, hans, hant".into()),
    }
}

fn plan_kind(key: &str) -> Result<PlanKind, String> {
    let keys = || PlanKind::ALL.map(PlanKind::key).join(", ");
    PlanKind::parse(key).ok_or_else(keys)
}

fn plan_paper(name: &str) -> Result<PlanPaper, String> {
    let found = PlanPaper::ALL
        .into_iter()
        .find(|paper| paper.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| "A3, A2, A1".into())
}

fn amount(text: &str) -> Result<Amount, String> {
    let known = || Amount::ALL.map(Amount::name).join(", ");
    Amount::ALL
        .into_iter()
        .find(|amount| amount.name() == text)
        .ok_or_else(known)
}

fn region(text: &str) -> Result<Region, String> {
    match text {
        "hans" => Ok(Region::Mainland),
        "hant" => Ok(Region::Taiwan),
        "hk" => Ok(Region::HongKong),
        _ => Err("hans, hant, hk".into()),
    }
}

fn font(text: &str) -> Result<FontSlot, String> {
    match text {
        "hei" => Ok(FontSlot::Hei),
        "song" => Ok(FontSlot::Song),
        "kai" => Ok(FontSlot::Kai),
        "fangsong" => Ok(FontSlot::FangSong),
        "biaosong" => Ok(FontSlot::BiaoSong),
        "lishu" => Ok(FontSlot::LiShu),
        _ => Err("hei, song, kai, fangsong, biaosong, lishu".into()),
    }
}

fn config(text: &str) -> Result<Config, String> {
    Config::parse(text).ok_or_else(|| Config::ALL.map(Config::name).join(", "))
}

impl Args {
    /// What the window should be like; `lang` is for the sentence about a wrong value.
    pub fn window(&self, lang: Lang) -> Result<app::Options, Fault> {
        let wrong = |option: &str, value: &str, known: &str| Fault::Told(words::value(lang, option, value, known));
        let workspace = self.workspace.as_deref().map(|name| {
            Workspace::parse(name).ok_or_else(|| wrong("--workspace", name, "overview, board, plaza, review, print"))
        });
        let theme = self
            .theme
            .as_deref()
            .map(|name| ThemeChoice::parse(name).ok_or_else(|| wrong("--theme", name, "light, dark, system")));
        let language = self
            .lang
            .as_deref()
            .map(|name| language(name).ok_or_else(|| wrong("--lang", name, "hans, hant, en")));
        let size = self
            .size
            .as_deref()
            .map(|text| window_size(text).ok_or_else(|| wrong("--size", text, "1440x900")));
        let renderer = self
            .renderer
            .as_deref()
            .map(|name| Renderer::parse(name).ok_or_else(|| wrong("--renderer", name, &Renderer::names())));
        Ok(app::Options {
            show: self.show.clone(),
            workspace: workspace.transpose()?,
            size: size.transpose()?,
            lang: language.transpose()?,
            theme: theme.transpose()?,
            renderer: renderer.transpose()?,
            screenshot: self.screenshot.clone(),
        })
    }
}

fn language(name: &str) -> Option<Lang> {
    match name {
        "hans" | "zh-Hans" | "zh-CN" => Some(Lang::Hans),
        "hant" | "zh-Hant" | "zh-TW" => Some(Lang::Hant),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn window_size(text: &str) -> Option<[f32; 2]> {
    let (w, h) = text.split_once(['x', 'X', '×'])?;
    let side = |text: &str| text.parse::<f32>().ok().filter(|side| (200.0..=8000.0).contains(side));
    Some([side(w)?, side(h)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_commands_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn spellings_that_scripts_rely_on() {
        for line in [
            "zhanban",
            "zhanban x.zhanban",
            "zhanban x.zhanban --screenshot a.png --workspace plaza --size 1440x900 --lang hant --theme dark",
            "zhanban sample x.zhanban --quiet",
            "zhanban --quiet sample x.zhanban",
            "zhanban new x.zhanban --title 春",
            "zhanban import folder --into x.zhanban",
            "zhanban export x.zhanban --all --to out --shop 甲",
            "zhanban export x.zhanban --board A1 A2 --to out --script hant",
            "zhanban export x.zhanban --joined --to out --outlines",
            "zhanban render x.zhanban --board A1 --dpi 40 --script as-set --to a.png",
            "zhanban check x.zhanban --json",
            "zhanban check x.zhanban --text --shop photo-print --pdf report.pdf",
            "zhanban check x.zhanban --fix",
            "zhanban handover x.zhanban --shop photo-print --to out --zip --since before",
            "zhanban handover x.zhanban --to out --board A1 A2 --accept 老照片",
            "zhanban handover --list",
            "zhanban handover --verify out --json",
            "zhanban proofs x.zhanban --board A1 --a3 --to out",
            "zhanban proofs x.zhanban --phone --to out",
            "zhanban proofs x.zhanban --whole --to out",
            "zhanban proofs x.zhanban --handout --script hant --to out",
            "zhanban registers x.zhanban --facts f.xlsx --update --names n.csv",
            "zhanban registers x.zhanban --to out",
            "zhanban convert --config s2twp --words w.csv",
            "zhanban typeset --text a.txt --width 600 --em 16 --script hk --vertical --json",
            "zhanban typeset --text a.txt --width 600 --em 16 --script hans --svg a.svg",
            "zhanban templates --json",
            "zhanban templates --only red-story",
            "zhanban templates --sheet --to out --only red-story --content much",
            "zhanban plan arrange x.zhanban",
            "zhanban plan export x.zhanban --to out",
            "zhanban plan papers x.zhanban --to out",
            "zhanban plan papers x.zhanban --to out --plaza 甲 --kinds setup,page --paper A2",
            "zhanban plan papers x.zhanban --to out --kinds changes --since before --start 14:30",
            "zhanban plan walk x.zhanban --shots out --board 17 --hour 9:30 --hour 17 --size 1920x1080 --eye 1.2",
            "zhanban ledger x.zhanban --json",
            "zhanban ledger x.zhanban --xlsx a.xlsx",
            "zhanban pack x.zhanban --committee 柳溪镇 --to a.zbpack",
            "zhanban bring a.zbpack --into x.zhanban --json",
            "zhanban copy x.zhanban --to y.zhanban",
        ] {
            let parsed = Args::read(line.split(' '));
            assert!(
                parsed.is_ok(),
                "{line}: {}",
                parsed.err().map(|error| error.to_string()).unwrap_or_default()
            );
        }
        for line in [
            "zhanban export x.zhanban --to out",
            "zhanban export x.zhanban --all --joined --to out",
            "zhanban convert --config s2x",
            "zhanban handover x.zhanban",
            "zhanban handover x.zhanban --list",
            "zhanban proofs x.zhanban --phone --whole --to out",
            "zhanban registers x.zhanban",
            "zhanban typeset --text a.txt --width 600 --em 16 --script hans",
            "zhanban render x.zhanban --to a.png",
            "zhanban plan papers x.zhanban",
            "zhanban plan papers x.zhanban --to out --kinds poster",
            "zhanban plan papers x.zhanban --to out --start 25:00",
            "zhanban templates --sheet",
            "zhanban templates --to out",
            "zhanban templates --sheet --json --to out",
            "zhanban x.zhanban check y.zhanban",
            "zhanban --size 800x600 check y.zhanban",
        ] {
            assert!(Args::read(line.split(' ')).is_err(), "{line}");
        }
    }

    #[test]
    fn sizes_and_languages_of_the_window() {
        assert_eq!(window_size("1440x900"), Some([1440.0, 900.0]));
        assert_eq!(window_size("1440"), None);
        assert_eq!(window_size("1x1"), None);
        assert_eq!(language("zh-TW"), Some(Lang::Hant));
        assert_eq!(language("de"), None);
    }
}
