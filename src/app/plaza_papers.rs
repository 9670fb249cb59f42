//! Which papers of the plaza are wanted, and the job that makes them in a folder of their own.

use super::dialogs::{Ask, Purpose, answers, question};
use super::files;
use super::paper_work::{dated_place, told};
use super::tasks::{Done, Export, Material, ShowMaterial, Stop, shop_of, sources};
use super::theme::{bold, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::Progress;
use crate::export::Press;
use crate::export::plaza::{PlanKind, PlanOrder, PlanPaper, usual_kinds, write_plan_papers};
use crate::model::{Exhibition, Hour, PlazaId};
use egui::{ScrollArea, Sense, Ui, vec2};
use std::path::{Path, PathBuf};

pub const PAPERS: Words = ["广场图纸…", "廣場圖紙…", "Plaza papers…"];
pub const PAPERS_HELP: Words = [
    "布展图、装车单、号牌、折页、讲解单、手机导览，一次出齐",
    "佈展圖、裝車單、號牌、折頁、講解單、手機導覽，一次出齊",
    "Set-up plan, loading lists, cards, leaflet, cue lists, phone page",
];
const TITLE: Words = ["广场图纸", "廣場圖紙", "Plaza papers"];
const CREW: Words = ["给布展的人", "給佈展的人", "For the crew"];
const VISITORS: Words = ["给观众和讲解的人", "給觀眾和講解的人", "For visitors and guides"];
const WHERE: Words = ["哪个广场", "哪個廣場", "Which plaza"];
const ALL_PLAZAS: Words = ["全部广场", "全部廣場", "All plazas"];
const ON: Words = ["布展图图幅", "佈展圖圖幅", "Paper of the plan"];
const AS_FITS: Words = ["合适就行", "合適就行", "As fits"];
const SINCE: Words = ["和哪份点位表比", "和哪份點位表比", "Compare with which positions"];
const SINCE_HINT: Words = [
    "以前导出的 xlsx、csv 或那个文件夹",
    "以前匯出的 xlsx、csv 或那個資料夾",
    "An earlier xlsx, csv or its folder",
];
const BEGINS: Words = ["讲解几点开始", "講解幾點開始", "Tours begin at"];
const NO_HOUR: Words = ["写成 9:00 这样", "寫成 9:00 這樣", "Write it like 9:00"];
const NO_SINCE: Words = ["这里没有文件", "這裡沒有檔案", "There is no file here"];

/// What a job of papers makes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanWish {
    pub kinds: Vec<PlanKind>,
    pub plaza: Option<PlazaId>,
    pub paper: Option<PlanPaper>,
    pub since: Option<PathBuf>,
    pub start: Hour,
}

pub struct PapersForm {
    kinds: Vec<PlanKind>,
    /// 0 is all.
    plaza: usize,
    paper: Option<PlanPaper>,
    since: String,
    start: String,
    has_tour: bool,
}

impl PapersForm {
    /// For the plaza in front, with what an office usually hands out.
    pub fn of(exhibition: &Exhibition, plaza: Option<PlazaId>) -> PapersForm {
        let at = exhibition.plazas.iter().position(|one| Some(one.id) == plaza);
        let usual = usual_kinds(exhibition, false);
        PapersForm {
            has_tour: usual.contains(&PlanKind::Cues),
            kinds: usual,
            plaza: at.filter(|_| exhibition.plazas.len() > 1).map_or(0, |at| at + 1),
            paper: None,
            since: String::new(),
            start: "9:00".into(),
        }
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(TITLE));
        widgets::paragraph(ui, lang.of(PAPERS_HELP), 13.0, t.t2);
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 470.0);
        ScrollArea::vertical()
            .id_salt("plaza papers")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                self.kinds_ui(ui, view);
                self.choices_ui(ui, view);
            });
        let is_ready = !self.kinds.is_empty() && self.is_since_there() && self.hour().is_some();
        let deed = Button::new(lang.of(words::EXPORT))
            .kind(Kind::Primary)
            .enabled(is_ready);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) && is_ready {
            let what = Export::PlanPapers(Box::new(self.wish(view)));
            send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
        }
        answer.is_some()
    }

    fn kinds_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let (lang, t) = (view.lang, tokens(ui));
        let groups: [(Words, &[PlanKind]); 2] = [
            (
                CREW,
                &[
                    PlanKind::Setup,
                    PlanKind::Loading,
                    PlanKind::Cards,
                    PlanKind::Schedule,
                    PlanKind::CheckIn,
                    PlanKind::Positions,
                    PlanKind::Changes,
                ],
            ),
            (
                VISITORS,
                &[
                    PlanKind::Leaflet,
                    PlanKind::Cues,
                    PlanKind::Catalogue,
                    PlanKind::Slides,
                    PlanKind::Page,
                ],
            ),
        ];
        ui.columns(2, |columns| {
            for (ui, (title, kinds)) in columns.iter_mut().zip(groups) {
                ui.spacing_mut().item_spacing.y = 4.0;
                widgets::line(ui, lang.of(title), bold(12.0), t.t2, 28.0);
                for kind in kinds {
                    // Without tours there is nothing to say at a stop.
                    if *kind == PlanKind::Cues && !self.has_tour {
                        continue;
                    }
                    let is_on = self.kinds.contains(kind);
                    if widgets::checkbox(ui, is_on, lang.of(kind.name())).clicked() {
                        self.turn(*kind, !is_on);
                    }
                }
            }
        });
    }

    /// In the order of the list, whichever was ticked first.
    fn turn(&mut self, kind: PlanKind, is_on: bool) {
        let wanted = |one: &PlanKind| {
            if *one == kind { is_on } else { self.kinds.contains(one) }
        };
        self.kinds = PlanKind::ALL.into_iter().filter(wanted).collect();
    }

    fn choices_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let (lang, t) = (view.lang, tokens(ui));
        let plazas = &view.exhibition.plazas;
        if plazas.len() > 1 {
            caption_ui(ui, lang.of(WHERE));
            let all = std::iter::once(lang.of(ALL_PLAZAS).to_string());
            let names: Vec<String> = all.chain(plazas.iter().map(|plaza| plaza.name.clone())).collect();
            if let Some(at) = widgets::dropdown(ui, lang.of(WHERE), &names, self.plaza.min(plazas.len()), 280.0) {
                self.plaza = at;
            }
        }
        if self.kinds.contains(&PlanKind::Setup) {
            caption_ui(ui, lang.of(ON));
            let names = [lang.of(AS_FITS), "A3", "A2", "A1"].map(|name| (None, name));
            let chosen = self
                .paper
                .and_then(|paper| PlanPaper::ALL.iter().position(|one| *one == paper));
            if let Some(at) = widgets::segmented(ui, lang.of(ON), &names, chosen.map_or(0, |at| at + 1), 32.0) {
                self.paper = at.checked_sub(1).map(|at| PlanPaper::ALL[at]);
            }
        }
        if self.kinds.contains(&PlanKind::Changes) {
            let wide = ui.available_width();
            caption_ui(ui, lang.of(SINCE));
            widgets::field(ui, &mut self.since, lang.of(SINCE), lang.of(SINCE_HINT), wide);
            let fault = if self.since.trim().is_empty() || self.is_since_there() {
                ""
            } else {
                lang.of(NO_SINCE)
            };
            widgets::line(ui, fault, widgets::body(), t.error, 20.0);
        }
        if self.kinds.contains(&PlanKind::Cues) {
            caption_ui(ui, lang.of(BEGINS));
            widgets::field(ui, &mut self.start, lang.of(BEGINS), "9:00", 120.0);
            let fault = if self.hour().is_some() { "" } else { lang.of(NO_HOUR) };
            widgets::line(ui, fault, widgets::body(), t.error, 20.0);
        }
    }

    fn is_since_there(&self) -> bool {
        let since = self.since.trim();
        !self.kinds.contains(&PlanKind::Changes) || (!since.is_empty() && files::exists(Path::new(since)))
    }

    fn hour(&self) -> Option<Hour> {
        if !self.kinds.contains(&PlanKind::Cues) {
            return Some(Hour::default());
        }
        Hour::parse(&self.start)
    }

    fn wish(&self, view: &View<'_>) -> PlanWish {
        let plazas = &view.exhibition.plazas;
        let plaza = self.plaza.checked_sub(1).and_then(|at| plazas.get(at));
        let since = PathBuf::from(self.since.trim());
        PlanWish {
            kinds: self.kinds.clone(),
            plaza: plaza.map(|plaza| plaza.id),
            paper: self.paper,
            since: Some(since).filter(|_| self.kinds.contains(&PlanKind::Changes)),
            start: self.hour().unwrap_or_default(),
        }
    }
}

/// Above a field that says its name itself.
fn caption_ui(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    widgets::text_in(ui, place, text, bold(12.0), t.t2);
}

/// Into a new folder of its own below this one.
pub(super) fn papers(
    wish: &PlanWish,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let lang = material.lang;
    let order = PlanOrder {
        exhibition: &show.exhibition,
        plaza: wish.plaza,
        kinds: &wish.kinds,
        paper: wish.paper,
        since: wish.since.as_deref(),
        start: wish.start,
        cache: &show.cache,
        press: &Press::plain(material.home.colours(&shop_of(&show.exhibition)).0),
        sources: &sources(show, &material.home),
        lang,
        script: None,
    };
    let title = words::name_of(&show.exhibition.show.title, lang);
    let place = dated_place(folder, &format!("{title} {}", lang.of(TITLE)));
    match write_plan_papers(&order, &place, progress) {
        Ok(made) => Ok(Done::Written {
            files: made.files,
            bytes: made.bytes,
            folder: made.folder,
            findings: made.findings,
        }),
        Err(error) => told(error, lang),
    }
}
