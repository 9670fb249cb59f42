//! The registers: figures that all boards quote alike, names that all write alike. What is typed is done at once, one undo
//! a field; a changed figure asks whether the boards that quote it follow.

use super::dialogs::{Ask, Purpose, question};
use super::fields;
use super::tasks::Export;
use super::theme::{font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::check::requote;
use crate::model::{Command, Fact, FactId, KnownName, NameId, NameKind, TwoName};
use crate::script::{Script, derive};
use egui::{Align, Layout, ScrollArea, Sense, Ui, UiBuilder, vec2};
use egui_material_icons::icons as i;

pub const REGISTERS: Words = ["数据和名字登记", "數據和名字登記", "Registers"];
pub const REGISTERS_HELP: Words = [
    "全展统一的数据、人名、地名和职务，检查会对照",
    "全展統一的數據、人名、地名和職務，檢查會對照",
    "Figures, names and posts of the show; the check holds boards against them",
];
const HINT: Words = [
    "登记过的数据和名字，检查时会和每块展板对照。改了数值，可以让引用它的展板一起改，一次撤销。",
    "登記過的數據和名字，檢查時會和每塊展板對照。改了數值，可以讓引用它的展板一起改，一次復原。",
    "Boards are held against what is registered here. When a value changes, the boards that quote it can follow in one step.",
];
const TABS: [Words; 2] = [["数据", "數據", "Figures"], ["名字", "名字", "Names"]];
const ADD_FACT: Words = ["添加数据", "新增數據", "Add a figure"];
const ADD_NAME: Words = ["添加名字", "新增名字", "Add a name"];
const NAME: Words = ["名称", "名稱", "Name"];
const VALUE: Words = ["数值", "數值", "Value"];
const UNIT: Words = ["计量单位", "計量單位", "Unit"];
const DATE: Words = ["截至", "截至", "As of"];
const SOURCE: Words = ["来源", "來源", "Source"];
const POST: Words = ["职务", "職務", "Post"];
const KIND: Words = ["类别", "類別", "Kind"];
const RANK: Words = ["位次", "位次", "Rank"];
const KINDS: [Words; 3] = [
    ["人名", "人名", "Person"],
    ["地名", "地名", "Place"],
    ["单位", "單位", "Unit"],
];
const FIRST: Words = ["新数据", "新數據", "New figure"];
const FIRST_NAME: Words = ["新名字", "新名字", "New name"];
const ONLY_HERE: Words = ["只改登记", "只改登記", "The register only"];
const TAKE_IN: Words = ["从表格导入…", "從表格匯入…", "From a table…"];
const GIVE_OUT: Words = ["导出表格…", "匯出表格…", "To tables…"];

#[derive(Default)]
pub struct RegistersForm {
    tab: usize,
    /// A figure with its new value, and how many boards quote another.
    offer: Option<(Fact, usize)>,
}

impl RegistersForm {
    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(REGISTERS));
        widgets::paragraph(ui, lang.of(HINT), 12.0, t.t2);
        let names = TABS.map(|tab| (None, lang.of(tab)));
        if let Some(at) = widgets::segmented(ui, "registers", &names, self.tab, 32.0) {
            self.tab = at;
        }
        self.offer_ui(ui, view, send);
        let height = (ui.ctx().content_rect().height() - 380.0).clamp(160.0, 460.0);
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        ScrollArea::vertical()
            .id_salt(("register", self.tab))
            .auto_shrink([false, false])
            .show(&mut inner, |ui| match self.tab {
                0 => self.facts_ui(ui, view, send),
                _ => names_ui(ui, view, send),
            });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let purpose = if self.tab == 0 {
                Purpose::FactsIn
            } else {
                Purpose::NamesIn
            };
            if Button::new(lang.of(TAKE_IN)).show(ui).clicked() {
                send.send(Message::Ask(Ask::Path(purpose)));
            }
            if Button::new(lang.of(GIVE_OUT)).show(ui).clicked() {
                send.send(Message::Ask(Ask::Path(Purpose::Export(Export::Registers))));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let done = Button::new(lang.of(words::OK)).kind(Kind::Primary).large();
                done.show(ui).clicked()
            })
            .inner
        })
        .inner
    }

    fn offer_ui(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let Some((fact, boards)) = self.offer.clone() else {
            return;
        };
        let (lang, t) = (view.lang, tokens(ui));
        let told = words::quoted_otherwise(lang, &fact.name, boards);
        widgets::paragraph(ui, &told, 13.0, t.warn);
        ui.horizontal(|ui| {
            let label = words::change_boards(lang, boards);
            if Button::new(&label).kind(Kind::Primary).show(ui).clicked() {
                let (follow, _) = requote(view.exhibition, &fact);
                let own = Command::SetFacts(with_fact(view, &fact));
                send.command(Command::Batch(vec![own, follow]));
                self.offer = None;
            }
            if Button::new(lang.of(ONLY_HERE)).show(ui).clicked() {
                send.command(Command::SetFacts(with_fact(view, &fact)));
                self.offer = None;
            }
        });
    }

    fn facts_ui(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let lang = view.lang;
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if !view.exhibition.facts.is_empty() {
            heads(ui, view, &FACT_COLUMNS);
        }
        for fact in view.exhibition.facts.iter() {
            let id = fact.id;
            let changed = ui
                .push_id(("fact", id), |ui| ui.horizontal(|ui| fact_ui(ui, fact, view)).inner)
                .inner;
            match changed {
                Changed::No => {}
                Changed::To(new) => {
                    let (_, boards) = requote(view.exhibition, &new);
                    if new.value != fact.value && boards > 0 {
                        self.offer = Some((new, boards));
                    } else {
                        send.command(Command::SetFacts(with_fact(view, &new)));
                    }
                }
                Changed::Gone => {
                    let rest = view.exhibition.facts.iter().filter(|other| other.id != id);
                    send.command(Command::SetFacts(rest.cloned().collect()));
                }
            }
        }
        if Button::new(lang.of(ADD_FACT)).icon(i::ICON_ADD).show(ui).clicked() {
            let mut facts = view.exhibition.facts.to_vec();
            facts.push(Fact {
                id: FactId::random(),
                name: lang.of(FIRST).into(),
                value: "0".into(),
                unit: String::new(),
                date: String::new(),
                source: String::new(),
            });
            send.command(Command::SetFacts(facts));
        }
    }
}

enum Changed<T> {
    No,
    To(T),
    Gone,
}

fn with_fact(view: &View<'_>, fact: &Fact) -> Vec<Fact> {
    let facts = view.exhibition.facts.iter();
    facts
        .map(|old| if old.id == fact.id { fact } else { old }.clone())
        .collect()
}

/// What stands in each column, and how wide it is.
const FACT_COLUMNS: [(Words, f32); 5] = [
    (NAME, 180.0),
    (VALUE, 90.0),
    (UNIT, 80.0),
    (DATE, 90.0),
    (SOURCE, 150.0),
];
const NAME_COLUMNS: [(Words, f32); 5] = [
    (KIND, 90.0),
    (NAME, 130.0),
    (words::TRADITIONAL, 130.0),
    (POST, 150.0),
    (RANK, 60.0),
];

/// Painted only: every field says its own name to a screen reader.
fn heads(ui: &mut Ui, view: &View<'_>, columns: &[(Words, f32)]) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        for (word, width) in columns {
            let (place, _) = ui.allocate_exact_size(vec2(*width, 20.0), Sense::hover());
            widgets::text_in(ui, place.shrink2(vec2(8.0, 0.0)), view.lang.of(*word), font(12.0), t.t2);
        }
    });
}

fn fact_ui(ui: &mut Ui, fact: &Fact, view: &View<'_>) -> Changed<Fact> {
    let lang = view.lang;
    let mut new = fact.clone();
    let mut is_changed = false;
    let places = [
        ("name", &mut new.name),
        ("value", &mut new.value),
        ("unit", &mut new.unit),
        ("date", &mut new.date),
        ("source", &mut new.source),
    ];
    for ((key, place), (word, width)) in places.into_iter().zip(FACT_COLUMNS) {
        let label = format!("{} · {}", lang.of(word), fact.name);
        if let Some(text) = fields::text(ui, key, place, &label, width) {
            *place = text.trim().to_string();
            is_changed = true;
        }
    }
    let label = format!("{} · {}", lang.of(words::DELETE), fact.name);
    if widgets::icon_button(ui, i::ICON_DELETE, &label, false, true).clicked() {
        return Changed::Gone;
    }
    if is_changed { Changed::To(new) } else { Changed::No }
}

fn names_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let (lang, t) = (view.lang, tokens(ui));
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    let names = &view.exhibition.show.names;
    if !names.is_empty() {
        heads(ui, view, &NAME_COLUMNS);
    }
    for known in names {
        let changed = ui
            .push_id(("name", known.id), |ui| {
                ui.horizontal(|ui| name_ui(ui, known, view)).inner
            })
            .inner;
        let list = match changed {
            Changed::No => continue,
            Changed::To(new) => names
                .iter()
                .map(|old| if old.id == new.id { &new } else { old }.clone())
                .collect(),
            Changed::Gone => names.iter().filter(|old| old.id != known.id).cloned().collect(),
        };
        send.command(Command::SetNames(list));
    }
    if names.is_empty() {
        widgets::line(ui, lang.of(REGISTERS_HELP), font(12.0), t.t2, 24.0);
    }
    if Button::new(lang.of(ADD_NAME)).icon(i::ICON_ADD).show(ui).clicked() {
        let mut names = names.clone();
        names.push(KnownName {
            id: NameId::random(),
            kind: NameKind::Person,
            name: both(view, lang.of(FIRST_NAME)),
            post: TwoName::default(),
            rank: 0,
        });
        send.command(Command::SetNames(names));
    }
}

/// As typed, and as the show converts it.
fn both(view: &View<'_>, hans: &str) -> TwoName {
    let show = view.exhibition;
    TwoName {
        hans: hans.trim().into(),
        hant: derive(hans.trim(), Script::Hans, show.show.region, &show.words, &[]).text,
    }
}

fn name_ui(ui: &mut Ui, known: &KnownName, view: &View<'_>) -> Changed<KnownName> {
    let lang = view.lang;
    let mut new = known.clone();
    let mut is_changed = false;
    let labelled = |word: Words| format!("{} · {}", lang.of(word), known.name.hans);
    let kinds = KINDS.map(|word| lang.of(word).to_string());
    let at = NameKind::ALL
        .iter()
        .position(|kind| *kind == known.kind)
        .unwrap_or_default();
    if let Some(at) = widgets::dropdown(ui, &labelled(KIND), &kinds, at, 90.0) {
        new.kind = NameKind::ALL[at];
        is_changed = true;
    }
    if let Some(text) = fields::text(ui, "hans", &known.name.hans, &labelled(NAME), 130.0) {
        new.name = both(view, &text);
        is_changed = true;
    }
    if let Some(text) = fields::text(ui, "hant", &known.name.hant, &labelled(words::TRADITIONAL), 130.0) {
        new.name.hant = text.trim().into();
        is_changed = true;
    }
    if let Some(text) = fields::text(ui, "post", &known.post.hans, &labelled(POST), 150.0) {
        new.post = both(view, &text);
        is_changed = true;
    }
    let rank = if known.rank > 0 {
        known.rank.to_string()
    } else {
        String::new()
    };
    if let Some(text) = fields::text(ui, "rank", &rank, &labelled(RANK), 60.0) {
        new.rank = text.trim().parse().unwrap_or_default();
        is_changed = true;
    }
    if widgets::icon_button(ui, i::ICON_DELETE, &labelled(words::DELETE), false, true).clicked() {
        return Changed::Gone;
    }
    if is_changed { Changed::To(new) } else { Changed::No }
}
