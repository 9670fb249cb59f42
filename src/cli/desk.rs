//! What commands work with: the program's data, and one show opened from disk.

use super::fault::Fault;
use super::terminal::Terminal;
use super::words;
use crate::check::usual_shop;
use crate::export::Sources;
use crate::layout::LayoutCache;
use crate::media::Library;
use crate::model::{Board, Exhibition, Shop};
use crate::raster::Ink;
use crate::store::{Home, Opened, Project, SaveState};
use std::path::Path;
use std::sync::Arc;

pub struct Desk<'a> {
    pub terminal: &'a Terminal,
    pub home: Home,
    pub cache: LayoutCache,
}

/// A show as it lies on disk.
pub struct Show {
    pub project: Project,
    pub exhibition: Exhibition,
}

impl<'a> Desk<'a> {
    pub fn open(terminal: &'a Terminal) -> Result<Desk<'a>, Fault> {
        let home = Home::open()?;
        for finding in home.shop_findings.iter() {
            terminal.tell(&words::finding(terminal.lang, finding));
        }
        let cache = LayoutCache::new(home.fonts.clone());
        Ok(Desk { terminal, home, cache })
    }

    /// Opens a show; what had to be mended on the way is told.
    pub fn show(&self, folder: &Path) -> Result<Show, Fault> {
        let Opened {
            project,
            exhibition,
            findings,
        } = Project::open(folder)?;
        for finding in findings {
            self.terminal.tell(&words::finding(self.terminal.lang, &finding));
        }
        self.home.font_places.find(&exhibition.show.fonts);
        Ok(Show { project, exhibition })
    }

    /// The same, for commands that change it.
    pub fn show_to_change(&self, folder: &Path) -> Result<Show, Fault> {
        let show = self.show(folder)?;
        match show.project.state() {
            SaveState::ReadOnly(why) => Err(Fault::Say(why)),
            SaveState::Saved | SaveState::Saving | SaveState::Failed(_) => Ok(show),
        }
    }

    pub fn sources(&self, exhibition: &Exhibition, library: Library) -> Sources {
        Sources {
            fonts: self.home.fonts.clone(),
            library,
            photos: exhibition.photos.clone(),
            proof: self.home.proof.clone(),
        }
    }

    pub fn ink(&self, exhibition: &Exhibition, library: Library) -> Ink {
        let shop = exhibition.shops.first().cloned().unwrap_or_default();
        Ink {
            fonts: self.home.fonts.clone(),
            library,
            proof: self.home.colours(&shop).1,
            photos: exhibition.photos.clone(),
            lens: None,
        }
    }

    /// The shop by its name or, of those that came with the program, by its id or its name in any language; without a
    /// name the show's first, or the usual wishes.
    pub fn shop(&self, exhibition: &Exhibition, name: Option<&str>) -> Result<Shop, Fault> {
        let Some(name) = name else {
            return Ok(exhibition.shops.first().cloned().unwrap_or_else(usual_shop));
        };
        let own = exhibition.shops.iter().find(|shop| shop.name == name);
        let shipped = || self.home.shops.iter().find(|profile| profile.is_called(name));
        let shop = own.or_else(|| shipped().map(|profile| &profile.shop));
        shop.cloned().ok_or_else(|| {
            let lang = self.terminal.lang;
            let own = exhibition.shops.iter().filter(|shop| shop.is_own());
            let own = own.map(|shop| shop.name.clone());
            let shipped = self.home.shops.iter();
            let shipped = shipped.map(|profile| format!("{} ({})", profile.name(lang), profile.shop.kind));
            let names: Vec<String> = own.chain(shipped).collect();
            Fault::Told(words::unknown_shop(lang, name, &names))
        })
    }

    /// The board with this code.
    pub fn board<'s>(&self, exhibition: &'s Exhibition, code: &str) -> Result<&'s Arc<Board>, Fault> {
        exhibition
            .board_by_code(code)
            .ok_or_else(|| Fault::Told(words::unknown_board(self.terminal.lang, code)))
    }
}

impl Show {
    /// Saved, with revisions of everything that changed; returns when it is on disk.
    pub fn save(&self, reason: &str) -> Result<(), Fault> {
        self.project.save(&self.exhibition);
        self.project.flush()?;
        self.project.checkpoint(&self.exhibition, reason)?;
        Ok(())
    }
}
