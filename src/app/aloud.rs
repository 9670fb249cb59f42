//! What a screen reader would be told of the window, as JSON in the file that `ZHANBAN_LABELS` names: scripts that work
//! the window with a real mouse find by it what they click on, at any size and in any language.

use super::files;
use egui::accesskit::{Node, Toggled};
use egui::{Context, FullOutput, Plugin};
use serde::Serialize;
use std::path::PathBuf;

pub struct Aloud {
    file: PathBuf,
    written: Vec<u8>,
}

/// In pixels of the window.
#[derive(Serialize)]
struct Told<'a> {
    role: String,
    label: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    value: &'a str,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_off: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_chosen: bool,
}

impl Aloud {
    /// `None` where nobody asks.
    pub fn wished() -> Option<Aloud> {
        let file = std::env::var_os("ZHANBAN_LABELS")?;
        Some(Aloud {
            file: file.into(),
            written: Vec::new(),
        })
    }
}

impl Plugin for Aloud {
    fn debug_name(&self) -> &'static str {
        "aloud"
    }

    fn setup(&mut self, ctx: &Context) {
        ctx.enable_accesskit();
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &output.platform_output.accesskit_update else {
            return;
        };
        let scale = f64::from(ctx.pixels_per_point());
        let told: Vec<Told<'_>> = update.nodes.iter().filter_map(|(_, node)| told(node, scale)).collect();
        let Ok(json) = serde_json::to_vec(&told) else { return };
        // Whoever reads it waits until it rests: a fresh date says that the window has drawn something new.
        if json != self.written && files::write_whole(&self.file, &json).is_ok() {
            self.written = json;
        }
    }
}

fn told(node: &Node, scale: f64) -> Option<Told<'_>> {
    let bounds = node.bounds()?;
    let (label, value) = (node.label().unwrap_or_default(), node.value().unwrap_or_default());
    if label.is_empty() && value.is_empty() {
        return None;
    }
    Some(Told {
        role: format!("{:?}", node.role()),
        label,
        value,
        x: bounds.x0 * scale,
        y: bounds.y0 * scale,
        w: bounds.width() * scale,
        h: bounds.height() * scale,
        is_off: node.is_disabled(),
        is_chosen: node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True),
    })
}
