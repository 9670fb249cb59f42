//! Colours, type and spacing of the window, read from `assets/theme.json`. Knows no panel.

use crate::text::{FaceId, FontSlot, Fonts, Weight};
use egui::style::{HandleShape, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style,
    TextStyle, Theme, Ui, Vec2, Visuals,
};
use serde::{Deserialize, Deserializer};
use std::sync::{Arc, OnceLock};

/// One value for each use; names as in the design brief.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    pub ground: Tone,
    pub base: Tone,
    pub panel: Tone,
    pub raised: Tone,
    pub field: Tone,
    pub hover: Tone,
    pub press: Tone,
    pub seg_on: Tone,
    pub knob: Tone,
    pub line: Tone,
    pub line2: Tone,
    pub t1: Tone,
    pub t2: Tone,
    pub t3: Tone,
    pub off: Tone,
    pub accent: Tone,
    pub accent_hover: Tone,
    pub accent_soft: Tone,
    pub on: Tone,
    pub select: Tone,
    pub error: Tone,
    pub error_soft: Tone,
    pub warn: Tone,
    pub warn_icon: Tone,
    pub warn_soft: Tone,
    pub ok: Tone,
    pub ok_soft: Tone,
    pub doubt: Tone,
    pub doubt_soft: Tone,
    pub guide: Tone,
    pub measure: Tone,
    pub bleed: Tone,
    pub safe: Tone,
    /// Offset y, blur, alpha of black: segments, popups, dialogs, the board on its ground.
    shadows: [[u8; 3]; 4],
}

/// A colour written as six hexadecimal digits.
#[derive(Clone, Copy, Debug)]
pub struct Tone(pub Color32);

impl std::ops::Deref for Tone {
    type Target = Color32;

    fn deref(&self) -> &Color32 {
        &self.0
    }
}

impl From<Tone> for Color32 {
    fn from(tone: Tone) -> Color32 {
        tone.0
    }
}

impl<'de> Deserialize<'de> for Tone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tone, D::Error> {
        let text = String::deserialize(deserializer)?;
        let value = u32::from_str_radix(&text, 16).map_err(serde::de::Error::custom)?;
        let [_, r, g, b] = value.to_be_bytes();
        Ok(Tone(Color32::from_rgb(r, g, b)))
    }
}

#[derive(Deserialize)]
struct Themes {
    light: Tokens,
    dark: Tokens,
}

fn themes() -> &'static Themes {
    static THEMES: OnceLock<Themes> = OnceLock::new();
    THEMES.get_or_init(|| {
        serde_json::from_str(include_str!("../../assets/theme.json"))
            .expect("assets/theme.json is compiled in and read by a test")
    })
}

/// The tokens of the theme this part of the window is drawn in.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    of(ui.visuals().dark_mode)
}

pub fn of(dark: bool) -> &'static Tokens {
    if dark { &themes().dark } else { &themes().light }
}

/// Which of the four shadows.
#[derive(Clone, Copy)]
pub enum Depth {
    Segment,
    Popup,
    Dialog,
    Board,
}

impl Tokens {
    pub fn shadow(&self, depth: Depth) -> Shadow {
        let [y, blur, alpha] = self.shadows[depth as usize];
        Shadow {
            offset: [0, y as i8],
            blur,
            spread: 0,
            color: Color32::from_black_alpha(alpha),
        }
    }
}

pub const BOLD: &str = "bold";
/// Outlined: what is idle.
pub const ICONS: &str = egui_material_icons::FONT_FAMILY_OUTLINED;
/// Filled: what is chosen, or a state.
pub const ICONS_FILLED: &str = egui_material_icons::FONT_FAMILY;

pub fn font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

pub fn filled_icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS_FILLED.into()))
}

/// Bytes of a shipped face, shared with the board's own text engine: mapped once, never copied.
struct FaceBytes {
    fonts: Arc<Fonts>,
    face: FaceId,
}

impl AsRef<[u8]> for FaceBytes {
    fn as_ref(&self) -> &[u8] {
        self.fonts.bytes(self.face)
    }
}

/// Fonts, both styles and the theme; once, before the first frame.
pub fn install(ctx: &Context, fonts: &Arc<Fonts>) {
    let mut definitions = FontDefinitions::empty();
    let mut plain = Vec::new();
    let mut strong = Vec::new();
    for (name, weight, family) in [("regular", 400, &mut plain), ("strong", 700, &mut strong)] {
        let Some(index) = fonts
            .faces()
            .iter()
            .position(|face| face.slot == FontSlot::Hei && face.weight == Weight(weight))
        else {
            continue;
        };
        let face = FaceId(index as u16);
        let mut data = FontData::from_blob(
            Arc::new(FaceBytes {
                fonts: fonts.clone(),
                face,
            }),
            0,
        );
        // The face's own line box sits low; icons, Latin and Han share a middle with this.
        data.tweak.y_offset_factor = -0.055;
        definitions.font_data.insert(name.into(), Arc::new(data));
        family.push(name.to_string());
    }
    for (name, icons) in [
        (ICONS, egui_material_icons::font_insert_outlined()),
        (ICONS_FILLED, egui_material_icons::font_insert()),
    ] {
        let mut data = icons.data;
        data.tweak.y_offset_factor = 0.0;
        definitions.font_data.insert(name.into(), Arc::new(data));
    }
    for family in [&mut plain, &mut strong] {
        family.push(ICONS.into());
    }
    let families = &mut definitions.families;
    for name in ["sc", "tc"] {
        families.insert(FontFamily::Name(name.into()), plain.clone());
    }
    for name in ["sc-bold", "tc-bold", BOLD] {
        families.insert(FontFamily::Name(name.into()), strong.clone());
    }
    families.insert(FontFamily::Proportional, plain.clone());
    families.insert(FontFamily::Monospace, plain);
    for name in [ICONS, ICONS_FILLED] {
        families.insert(FontFamily::Name(name.into()), vec![name.into(), "regular".into()]);
    }
    ctx.set_fonts(definitions);
    // Where the system does not say, paper is light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(&themes().light, false));
    ctx.set_style_of(Theme::Dark, style(&themes().dark, true));
}

fn style(t: &Tokens, dark: bool) -> Style {
    let mut style = Style {
        visuals: visuals(t, dark),
        text_styles: [
            (TextStyle::Small, font(12.0)),
            (TextStyle::Body, font(13.0)),
            (TextStyle::Button, font(13.0)),
            (TextStyle::Monospace, font(13.0)),
            (TextStyle::Heading, bold(16.0)),
        ]
        .into(),
        animation_time: 0.08,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 8.0);
    spacing.button_padding = Vec2::new(12.0, 6.0);
    spacing.interact_size = Vec2::new(32.0, 32.0);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.menu_margin = Margin::same(4);
    spacing.window_margin = Margin::same(24);
    spacing.indent = 16.0;
    spacing.tooltip_width = 280.0;
    spacing.slider_rail_height = 4.0;
    spacing.scroll = ScrollStyle {
        floating: true,
        bar_width: 6.0,
        floating_width: 6.0,
        floating_allocated_width: 0.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.18,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::floating()
    };
    style.spacing.scroll.fade.strength = 0.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.5;
    style
}

fn visuals(t: &Tokens, dark: bool) -> Visuals {
    let widget = |fill: Tone, stroke: Tone, text: Tone| WidgetVisuals {
        bg_fill: fill.0,
        weak_bg_fill: fill.0,
        bg_stroke: Stroke::new(1.0, stroke.0),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, text.0),
        expansion: 0.0,
    };
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    visuals.widgets = Widgets {
        noninteractive: widget(t.panel, t.line, t.t1),
        inactive: widget(t.panel, t.line2, t.t1),
        hovered: widget(t.hover, t.line2, t.t1),
        active: widget(t.press, t.line2, t.t1),
        open: widget(t.press, t.line2, t.t1),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(t.t3.0);
    visuals.selection = Selection {
        bg_fill: t.accent_soft.0,
        stroke: Stroke::new(1.0, t.accent.0),
    };
    visuals.ime_composition.active_underline_stroke = Stroke::new(2.0, t.accent.0);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(1.0, t.accent.0);
    visuals.text_cursor.stroke = Stroke::new(1.5, t.accent.0);
    visuals.hyperlink_color = t.accent.0;
    visuals.extreme_bg_color = t.field.0;
    visuals.faint_bg_color = t.field.0;
    visuals.warn_fg_color = t.warn.0;
    visuals.error_fg_color = t.error.0;
    visuals.panel_fill = t.panel.0;
    visuals.window_fill = t.raised.0;
    visuals.window_stroke = Stroke::new(1.0, t.line.0);
    visuals.window_shadow = t.shadow(Depth::Dialog);
    visuals.popup_shadow = t.shadow(Depth::Popup);
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.handle_shape = HandleShape::Circle;
    visuals.slider_trailing_fill = true;
    visuals.striped = false;
    visuals.indent_has_left_vline = false;
    visuals.resize_corner_size = 0.0;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(c: Color32) -> f64 {
        let lin = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * lin(c.r()) + 0.7152 * lin(c.g()) + 0.0722 * lin(c.b())
    }

    fn contrast(a: Tone, b: Tone) -> f64 {
        let (a, b) = (luminance(a.0), luminance(b.0));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable_in_both_themes() {
        for t in [of(false), of(true)] {
            for ground in [t.panel, t.base, t.field] {
                for text in [t.t1, t.t2, t.t3] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                }
            }
            assert!(contrast(t.on, t.accent) >= 4.5);
            assert!(contrast(t.error, t.error_soft) >= 4.5);
            assert!(contrast(t.warn, t.warn_soft) >= 4.5);
            assert!(contrast(t.ok, t.ok_soft) >= 4.5);
            assert!(contrast(t.doubt, t.doubt_soft) >= 4.5);
        }
    }
}
