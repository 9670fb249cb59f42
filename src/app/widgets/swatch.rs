use super::{focus_ring, tokens};
use crate::base::Colour;
use egui::{Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// A colour to choose; `label` is what a pointer over it reads.
pub fn swatch(ui: &mut Ui, colour: Color32, label: &str, is_chosen: bool) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, label));
    let edge = Stroke::new(1.0, t.line2.0);
    ui.painter().rect(rect.shrink(2.0), 4, colour, edge, StrokeKind::Inside);
    if is_chosen {
        let ring = Stroke::new(2.0, t.accent.0);
        ui.painter().rect_stroke(rect, 6, ring, StrokeKind::Inside);
    }
    focus_ring(ui, &response, rect, 6);
    response.on_hover_text(label)
}

/// "C10 M90 Y80 K5", as a shop says it.
pub fn in_print(colour: Colour) -> String {
    match colour {
        Colour::Cmyk([c, m, y, k]) => format!("C{c:.0} M{m:.0} Y{y:.0} K{k:.0}"),
        Colour::Srgb([r, g, b]) => format!("#{r:02X}{g:02X}{b:02X}"),
        Colour::Spot(spot) => spot.plate.name().into(),
    }
}
