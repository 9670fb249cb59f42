//! Colours that the show fixes for all its boards: their names and numbers, and which of the templates' they replace.

use super::dialogs::{answers, question};
use super::fields;
use super::theme::{font, tokens};
use super::view::{Sender, View};
use super::widgets::{self, Button, Kind, in_print, swatch};
use super::words::{self, Words};
use crate::base::{Colour, Lang, Plate, Spot};
use crate::model::{Command, Exhibition, ShowSwatch, uses};
use egui::{Color32, ScrollArea, Sense, Ui, UiBuilder, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeMap;

pub const COLOURS: Words = ["展览颜色", "展覽顏色", "Show colours"];
pub const COLOURS_HELP: Words = [
    "全展共用的颜色，每块展板的数值都一样",
    "全展共用的顏色，每塊展板的數值都一樣",
    "Colours that all boards share, number for number",
];
const HINT: Words = [
    "这里定下的颜色，每块展板的印刷文件里数值完全相同。可以让它代替版式里的颜色，文字也能选用。",
    "這裡定下的顏色，每塊展板的印刷檔裡數值完全相同。可以讓它代替版式裡的顏色，文字也能選用。",
    "A colour set here has the same numbers in every board's file. It can replace colours of the templates, and texts can take it.",
];
const NONE: Words = [
    "还没有共用的颜色。比如全展统一的红和金，可以在这里定下来。",
    "還沒有共用的顏色。比如全展統一的紅和金，可以在這裡定下來。",
    "No shared colours yet. Set the show's red or gold here, for instance.",
];
const COLOUR: Words = ["颜色", "顏色", "Colour"];
const ADD: Words = ["添加颜色", "新增顏色", "Add a colour"];
const NAME: Words = ["颜色名称", "顏色名稱", "Name of the colour"];
const SPOT: Words = ["专色", "特別色", "Spot"];
const PLATE: Words = ["专色名称", "特別色名稱", "Name of the ink"];
const LOOK: Words = [
    "屏幕和打样按这组数值显示",
    "螢幕和打樣按這組數值顯示",
    "Shown as these inks on screen and proofs",
];
const STANDS_FOR: Words = ["代替版式里的", "代替版式裡的", "In place of the templates'"];
const CHOOSE: Words = ["选颜色…", "選顏色…", "Choose…"];
const HEX: Words = ["十六进制色值", "十六進位色值", "Hex value"];
const HEX_WRONG: Words = [
    "色值要写成六位，如 #C8102E。",
    "色值要寫成六位，如 #C8102E。",
    "A value has six digits, such as #C8102E.",
];
const NAMELESS: Words = [
    "每种颜色都要有名称。",
    "每種顏色都要有名稱。",
    "Every colour needs a name.",
];
const TWICE: Words = [
    "有两种颜色同名，请改其中一个。",
    "有兩種顏色同名，請改其中一個。",
    "Two colours have the same name; rename one.",
];
const PLATE_WRONG: Words = [
    "专色名称要有 1 到 32 个字节，不能叫 All、None 或四色的名字。",
    "特別色名稱要有 1 到 32 個位元組，不能叫 All、None 或四色的名字。",
    "An ink's name has 1 to 32 bytes and is not All, None or one of the four inks.",
];

/// Height of a colour's lines.
const ROW: f32 = 126.0;

/// What a colour starts as.
const FIRST: [f64; 4] = [0.0, 100.0, 100.0, 0.0];

pub struct ColoursForm {
    rows: Vec<RowOf>,
    /// Colours of the templates in use, a row a family.
    families: BTreeMap<String, BTreeMap<String, Colour>>,
}

struct RowOf {
    swatch: ShowSwatch,
    /// As typed; may not be a name yet.
    plate: String,
    hex: String,
    /// Texts that are in it; then it cannot go.
    uses: usize,
}

impl RowOf {
    fn of(swatch: ShowSwatch, uses: usize) -> RowOf {
        RowOf {
            plate: match swatch.colour {
                Colour::Spot(spot) => spot.plate.name().into(),
                Colour::Cmyk(_) | Colour::Srgb(_) => swatch.name.clone(),
            },
            hex: match swatch.colour {
                Colour::Srgb(_) => in_print(swatch.colour),
                Colour::Cmyk(_) | Colour::Spot(_) => String::new(),
            },
            swatch,
            uses,
        }
    }

    fn fault(&self, lang: Lang) -> Option<&'static str> {
        let wrong = match self.swatch.colour {
            _ if self.swatch.name.trim().is_empty() => NAMELESS,
            Colour::Srgb(_) if rgb_of(&self.hex).is_none() => HEX_WRONG,
            Colour::Spot(_) if Plate::new(&self.plate).is_err() => PLATE_WRONG,
            Colour::Cmyk(_) | Colour::Srgb(_) | Colour::Spot(_) => return None,
        };
        Some(lang.of(wrong))
    }
}

impl ColoursForm {
    pub fn of(show: &Exhibition) -> ColoursForm {
        let rows = show.show.swatches.iter();
        let mut families: BTreeMap<String, BTreeMap<String, Colour>> = BTreeMap::new();
        for template in show.templates.values() {
            let family = families.entry(template.family.clone()).or_default();
            family.extend(template.swatches.iter().map(|(name, colour)| (name.clone(), *colour)));
        }
        ColoursForm {
            rows: rows
                .map(|swatch| RowOf::of(swatch.clone(), uses(show, swatch)))
                .collect(),
            families,
        }
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(COLOURS));
        widgets::paragraph(ui, lang.of(HINT), 12.0, t.t2);
        let most = (ui.ctx().content_rect().height() - 300.0).clamp(200.0, 520.0);
        let height = (ROW * self.rows.len() as f32 + 80.0).min(most);
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        ScrollArea::vertical()
            .id_salt("colours")
            .auto_shrink([false, false])
            .show(&mut inner, |ui| self.rows_ui(ui, view));
        let fault = self.fault(lang);
        widgets::line(ui, fault.unwrap_or_default(), font(12.0), t.error, 20.0);
        let deed = Button::new(lang.of(words::OK))
            .kind(Kind::Primary)
            .enabled(fault.is_none());
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) {
            let swatches = self.rows.iter().map(|row| row.swatch.clone());
            send.command(Command::SetSwatches(swatches.collect()));
        }
        answer.is_some()
    }

    fn fault(&self, lang: Lang) -> Option<&'static str> {
        let named = |at: usize| self.rows[at].swatch.name.trim();
        let is_twice = (0..self.rows.len()).any(|at| (0..at).any(|other| named(at) == named(other)));
        let own = self.rows.iter().find_map(|row| row.fault(lang));
        own.or(is_twice.then_some(lang.of(TWICE)))
    }

    fn rows_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let (lang, t) = (view.lang, tokens(ui));
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if self.rows.is_empty() {
            widgets::paragraph(ui, lang.of(NONE), 13.0, t.t2);
            ui.add_space(4.0);
        }
        let mut gone = None;
        for at in 0..self.rows.len() {
            ui.push_id(at, |ui| {
                if self.row_ui(ui, at, view) {
                    gone = Some(at);
                }
            });
            widgets::hairline(ui);
        }
        if let Some(at) = gone {
            self.rows.remove(at);
        }
        if Button::new(lang.of(ADD)).icon(i::ICON_ADD).show(ui).clicked() {
            let fresh = ShowSwatch {
                name: free_name(lang, self.rows.iter().map(|row| row.swatch.name.as_str())),
                colour: Colour::Cmyk(FIRST),
                stands_for: Vec::new(),
            };
            self.rows.push(RowOf::of(fresh, 0));
        }
    }

    /// `true` when it is to go.
    fn row_ui(&mut self, ui: &mut Ui, at: usize, view: &View<'_>) -> bool {
        let lang = view.lang;
        let row = &mut self.rows[at];
        let mut is_gone = false;
        ui.horizontal(|ui| {
            let (square, _) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::hover());
            ui.painter().rect_filled(square, 6, seen(view, row.swatch.colour));
            if let Some(name) = fields::text(ui, "name", &row.swatch.name, lang.of(NAME), 150.0) {
                row.swatch.name = name.trim().into();
            }
            kind_ui(ui, row, view);
            let label = if row.uses > 0 {
                in_use(lang, row.uses)
            } else {
                lang.of(words::DELETE).into()
            };
            is_gone = widgets::icon_button(ui, i::ICON_DELETE, &label, false, row.uses == 0).clicked();
        });
        ui.horizontal(|ui| {
            ui.add_space(40.0);
            values_ui(ui, row, lang);
        });
        ui.horizontal(|ui| {
            ui.add_space(40.0);
            self.places_ui(ui, at, view);
        });
        is_gone
    }

    /// Which colours of templates it takes the place of; the others are a click away.
    fn places_ui(&mut self, ui: &mut Ui, at: usize, view: &View<'_>) {
        let (lang, t) = (view.lang, tokens(ui));
        widgets::line(ui, lang.of(STANDS_FOR), font(12.0), t.t2, 28.0);
        let mut clicked = None;
        ui.spacing_mut().item_spacing.x = 4.0;
        for (family, swatches) in &self.families {
            for (name, colour) in swatches {
                let place = ShowSwatch::place(family, name);
                if self.rows[at].swatch.stands_for.contains(&place)
                    && swatch(ui, seen(view, *colour), &place_label(lang, family, name, *colour), true).clicked()
                {
                    clicked = Some(place);
                }
            }
        }
        let button = Button::new(lang.of(CHOOSE)).small().show(ui);
        egui::Popup::menu(&button)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for (family, swatches) in &self.families {
                    ui.horizontal(|ui| {
                        let (words, _) = ui.allocate_exact_size(vec2(72.0, 24.0), Sense::hover());
                        widgets::text_in(ui, words, &words::family(lang, family), font(12.0), t.t2);
                        for (name, colour) in swatches {
                            let place = ShowSwatch::place(family, name);
                            let is_chosen = self.rows[at].swatch.stands_for.contains(&place);
                            let label = place_label(lang, family, name, *colour);
                            if swatch(ui, seen(view, *colour), &label, is_chosen).clicked() {
                                clicked = Some(place);
                            }
                        }
                    });
                }
            });
        if let Some(place) = clicked {
            self.turn(at, place);
        }
    }

    /// One place has one colour: what had it before gives it up.
    fn turn(&mut self, at: usize, place: String) {
        let had = self.rows[at].swatch.stands_for.contains(&place);
        for row in &mut self.rows {
            row.swatch.stands_for.retain(|other| *other != place);
        }
        if !had {
            self.rows[at].swatch.stands_for.push(place);
        }
    }
}

fn place_label(lang: Lang, family: &str, name: &str, colour: Colour) -> String {
    format!("{} · {name} · {}", words::family(lang, family), in_print(colour))
}

fn kind_ui(ui: &mut Ui, row: &mut RowOf, view: &View<'_>) {
    let colour = row.swatch.colour;
    let at = match colour {
        Colour::Cmyk(_) => 0,
        Colour::Spot(_) => 1,
        Colour::Srgb(_) => 2,
    };
    let names = ["CMYK", view.lang.of(SPOT), "sRGB"].map(|name| (None, name));
    let Some(picked) = widgets::segmented(ui, "kind", &names, at, 28.0) else {
        return;
    };
    let inks = match colour {
        Colour::Cmyk(inks) | Colour::Spot(Spot { cmyk: inks, .. }) => inks,
        Colour::Srgb(rgb) => view.ink.proof.cmyk(rgb).map(f64::round),
    };
    let rgb = view.ink.proof.srgb(colour);
    row.swatch.colour = match picked {
        0 => Colour::Cmyk(inks),
        1 => {
            // A name that no ink may have is told below; until then another one holds its place.
            let plate = Plate::new(&row.plate).or_else(|_| Plate::new("Spot"));
            plate.map_or(colour, |plate| Colour::Spot(Spot { plate, cmyk: inks }))
        }
        _ => {
            row.hex = in_print(Colour::Srgb(rgb));
            Colour::Srgb(rgb)
        }
    };
}

fn values_ui(ui: &mut Ui, row: &mut RowOf, lang: Lang) {
    let t = tokens(ui);
    match &mut row.swatch.colour {
        Colour::Cmyk(inks) => inks_ui(ui, inks),
        Colour::Srgb(rgb) => {
            if let Some(hex) = fields::text(ui, "hex", &row.hex, lang.of(HEX), 150.0) {
                *rgb = rgb_of(&hex).unwrap_or(*rgb);
                row.hex = hex;
            }
        }
        Colour::Spot(spot) => {
            if let Some(name) = fields::text(ui, "plate", &row.plate, lang.of(PLATE), 150.0) {
                spot.plate = Plate::new(&name).unwrap_or(spot.plate);
                row.plate = name.trim().into();
            }
            inks_ui(ui, &mut spot.cmyk);
            widgets::line(ui, lang.of(LOOK), font(12.0), t.t3, 28.0);
        }
    }
}

fn inks_ui(ui: &mut Ui, inks: &mut [f64; 4]) {
    for (name, ink) in ["C", "M", "Y", "K"].into_iter().zip(inks) {
        if let Some(value) = fields::number(ui, name, *ink, name, 72.0) {
            *ink = value.clamp(0.0, 100.0);
        }
    }
}

fn seen(view: &View<'_>, colour: Colour) -> Color32 {
    let [r, g, b] = view.ink.proof.srgb(colour);
    Color32::from_rgb(r, g, b)
}

/// "#C8102E" and "c8102e".
fn rgb_of(hex: &str) -> Option<[u8; 3]> {
    let digits = hex.trim().trim_start_matches('#');
    let is_hex = digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}

/// "颜色 2", the first that is not taken.
fn free_name<'n>(lang: Lang, taken: impl Iterator<Item = &'n str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let word = lang.of(COLOUR);
    let mut named = (1..).map(|number| format!("{word} {number}"));
    named.find(|name| !taken.contains(&name.as_str())).unwrap_or_default()
}

fn in_use(lang: Lang, texts: usize) -> String {
    lang.of([
        format!("有 {texts} 处文字用了这个颜色，先改掉才能删除"),
        format!("有 {texts} 處文字用了這個顏色，先改掉才能刪除"),
        format!("{texts} texts are in this colour; change them before it can go"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_values_are_six_digits() {
        assert_eq!(rgb_of(" #C8102e"), Some([0xC8, 0x10, 0x2E]));
        for wrong in ["", "#fff", "#C8102G", "C8102E00", "+8102E"] {
            assert_eq!(rgb_of(wrong), None, "{wrong}");
        }
    }
}
