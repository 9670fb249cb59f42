//! Something slow for a panel, made beside the window: asked for once, taken when it is there.

use std::sync::mpsc::{Receiver, channel};

pub struct Slow<T>(Receiver<T>);

impl<T: Send + 'static> Slow<T> {
    pub fn start(ctx: &egui::Context, make: impl FnOnce() -> T + Send + 'static) -> Slow<T> {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            // Nobody may wait any more.
            let _ = sender.send(make());
            ctx.request_repaint();
        });
        Slow(receiver)
    }

    pub fn take(&self) -> Option<T> {
        self.0.try_recv().ok()
    }
}
