//! What belongs to the person at the desk and not to the exhibition: language, theme, selection, zoom, open places.
//! Remembered in a small file in the user's own settings folder; not in the show and not in undo.

use super::actions::Action;
use super::recent::Recent;
use super::renderer::Renderer;
use crate::base::Lang;
use crate::model::{BoardId, CommitteeId, ElementId, PlazaId};
use crate::plaza::Arrangement;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Workspace {
    #[default]
    Overview,
    Board,
    Plaza,
    Review,
    Print,
}

impl Workspace {
    pub const ALL: [Workspace; 5] = [
        Workspace::Overview,
        Workspace::Board,
        Workspace::Plaza,
        Workspace::Review,
        Workspace::Print,
    ];

    /// As the command line and the help call it.
    pub fn name(self) -> &'static str {
        match self {
            Workspace::Overview => "overview",
            Workspace::Board => "board",
            Workspace::Plaza => "plaza",
            Workspace::Review => "review",
            Workspace::Print => "print",
        }
    }

    /// The English name the command line takes.
    pub fn parse(name: &str) -> Option<Workspace> {
        Workspace::ALL.into_iter().find(|workspace| workspace.name() == name)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

impl ThemeChoice {
    pub fn parse(name: &str) -> Option<ThemeChoice> {
        Some(match name {
            "system" => ThemeChoice::System,
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            _ => return None,
        })
    }
}

/// What the file keeps between two starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub lang: Lang,
    pub theme: ThemeChoice,
    /// Size of the interface in percent, 100 to 200.
    pub scale: u32,
    pub workspace: Workspace,
    pub role: Role,
    /// Of the person at this desk; both may be empty.
    pub name: String,
    pub unit: String,
    /// The card of the first start has been answered or put away.
    pub is_settled: bool,
    pub last_show: Option<PathBuf>,
    /// The last one first.
    pub recent: Vec<PathBuf>,
    /// The folder exports went to last.
    pub export_folder: Option<PathBuf>,
    pub shows_bleed: bool,
    pub card_height: f32,
    /// Size of the window in points of the screen.
    pub window: Option<[f32; 2]>,
    pub is_maximized: bool,
    /// Who drew the window last, where it was not the usual one.
    pub renderer: Option<Renderer>,
    pub plan: PlanChoices,
    pub canvas: CanvasChoices,
    /// Boards that stand open in the editor, and the one in front.
    pub tabs: Vec<BoardId>,
    pub front: Option<BoardId>,
}

/// What the canvas of a board shows besides the board, and what moved things jump to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CanvasChoices {
    pub shows_rulers: bool,
    pub shows_guides: bool,
    pub shows_grid: bool,
    pub shows_finishing: bool,
    pub snaps: bool,
    /// As somebody measured this screen; `None`: 96 points an inch.
    pub px_per_mm: Option<f64>,
}

impl Default for CanvasChoices {
    fn default() -> CanvasChoices {
        CanvasChoices {
            shows_rulers: true,
            shows_guides: true,
            shows_grid: false,
            shows_finishing: false,
            snaps: true,
            px_per_mm: None,
        }
    }
}

/// How rows are made and what the plan shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanChoices {
    pub rows: Arrangement,
    pub shows_pictures: bool,
    pub shows_route: bool,
}

impl Default for PlanChoices {
    fn default() -> PlanChoices {
        PlanChoices {
            rows: Arrangement::default(),
            shows_pictures: true,
            shows_route: true,
        }
    }
}

/// Decides the first screen and which lists are scoped to one unit; nothing is hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    #[default]
    Organizer,
    Clerk,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::default(),
            theme: ThemeChoice::default(),
            scale: 100,
            workspace: Workspace::default(),
            role: Role::default(),
            name: String::new(),
            unit: String::new(),
            is_settled: false,
            last_show: None,
            recent: Vec::new(),
            export_folder: None,
            shows_bleed: false,
            card_height: 180.0,
            window: None,
            is_maximized: false,
            renderer: None,
            plan: PlanChoices::default(),
            canvas: CanvasChoices::default(),
            tabs: Vec::new(),
            front: None,
        }
    }
}

impl Settings {
    /// Turns one of the switches of the view; `false` where the action is none of them.
    pub fn toggled(&mut self, action: Action) -> bool {
        let switch = match action {
            Action::ToggleBleed => &mut self.shows_bleed,
            Action::ToggleRulers => &mut self.canvas.shows_rulers,
            Action::ToggleGuides => &mut self.canvas.shows_guides,
            Action::ToggleGrid => &mut self.canvas.shows_grid,
            Action::ToggleFinishing => &mut self.canvas.shows_finishing,
            Action::ToggleSnap => &mut self.canvas.snaps,
            _ => return false,
        };
        *switch ^= true;
        true
    }

    /// How that switch stands.
    pub fn is_on(&self, action: Action) -> bool {
        match action {
            Action::ToggleBleed => self.shows_bleed,
            Action::ToggleRulers => self.canvas.shows_rulers,
            Action::ToggleGuides => self.canvas.shows_guides,
            Action::ToggleGrid => self.canvas.shows_grid,
            Action::ToggleFinishing => self.canvas.shows_finishing,
            Action::ToggleSnap => self.canvas.snaps,
            _ => false,
        }
    }

    /// Unreadable settings are no reason not to start: the usual ones stand in.
    pub fn parse(text: &str) -> Settings {
        let mut settings: Settings = serde_json::from_str(text).unwrap_or_default();
        settings.scale = settings.scale.clamp(75, 200);
        settings.card_height = settings.card_height.clamp(120.0, 320.0);
        // A screen may have shrunk since; the window system cuts what is too large, but not what is absurd.
        let is_sane = |size: &[f32; 2]| size.iter().all(|side| (300.0..=20_000.0).contains(side));
        settings.window = settings.window.filter(is_sane);
        let is_screen = |px: &f64| (2.0..=16.0).contains(px);
        settings.canvas.px_per_mm = settings.canvas.px_per_mm.filter(is_screen);
        settings.plan.rows = settings.plan.rows.within_reason();
        settings
    }
}

/// Which part of the board list or photo bin is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeftTab {
    #[default]
    Boards,
    Photos,
    Layers,
    History,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RightTab {
    #[default]
    Properties,
    Texts,
    Check,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OverviewView {
    #[default]
    Cards,
    Ledger,
    Units,
    Bin,
}

/// The state of the window while it is open.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub settings: Settings,
    pub workspace: Workspace,
    /// The board in the editor, and the one chosen elsewhere.
    pub board: Option<BoardId>,
    pub element: Option<ElementId>,
    /// The plaza shown, and the one whose plan is exported; the first one where this is gone.
    pub plaza: Option<PlazaId>,
    /// The plaza is walked through and not seen from above.
    pub walks: bool,
    /// Where the board in the editor was opened from; the way back leads there.
    pub back: Option<Workspace>,
    pub search: String,
    pub left: LeftTab,
    pub right: RightTab,
    pub overview: OverviewView,
    /// One of the five phases, or all.
    pub phase: Option<usize>,
    pub only_findings: bool,
    /// Units whose boards are all shown.
    pub unfolded: Vec<CommitteeId>,
    /// Scroll the cards to this unit at the next frame.
    pub scroll_to: Option<CommitteeId>,
    /// Move the keyboard to the search field at the next frame.
    pub focus_search: bool,
    /// A comment meeting fills the window.
    pub meets: bool,
    /// The text panel is open beside the workspace.
    pub shows_texts: bool,
    /// The help is open beside everything.
    pub shows_help: bool,
    pub recent: Recent,
    pub photo_search: String,
    pub board_search: String,
    /// `Fit`, `RealSize`, `ZoomIn` or `ZoomOut` for the workspace in front: it takes it with `take_view_action`.
    pub view_action: Option<Action>,
    /// What the workspace in front shows, in percent of real size; told in the status bar. Set each frame.
    pub zoom: Option<f32>,
    /// What to do here, in one line; the workspace in front may say it, else the status bar has its own.
    pub hint: Option<String>,
}

impl Session {
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    pub fn take_view_action(&mut self) -> Option<Action> {
        self.view_action.take()
    }

    /// The board in front has a tab; too many and the first goes.
    pub fn keep_tab(&mut self) {
        let Some(board) = self.board else { return };
        self.settings.front = Some(board);
        let tabs = &mut self.settings.tabs;
        if !tabs.contains(&board) {
            tabs.push(board);
        }
        if tabs.len() > MOST_TABS {
            let first = tabs.iter().position(|tab| *tab != board).unwrap_or(0);
            tabs.remove(first);
        }
    }

    /// The next or previous of the open boards, round and round; or the one in front is shut.
    pub fn turn_tab(&mut self, action: Action) {
        let Some(board) = self.board else { return };
        if action == Action::CloseTab {
            self.close_tab(board);
            return;
        }
        let tabs = &self.settings.tabs;
        let Some(at) = tabs.iter().position(|tab| *tab == board) else {
            return;
        };
        let by = if action == Action::NextTab { 1 } else { tabs.len() - 1 };
        let next = tabs[(at + by) % tabs.len()];
        self.open_board(next);
    }

    /// Its neighbour comes to the front; the last one stays.
    pub fn close_tab(&mut self, board: BoardId) {
        let tabs = &mut self.settings.tabs;
        let Some(at) = tabs.iter().position(|tab| *tab == board).filter(|_| tabs.len() > 1) else {
            return;
        };
        tabs.remove(at);
        let next = tabs[at.min(tabs.len() - 1)];
        if self.board == Some(board) {
            self.open_board(next);
        }
    }

    pub fn open_board(&mut self, board: BoardId) {
        if self.board != Some(board) {
            self.element = None;
        }
        self.board = Some(board);
        if self.workspace != Workspace::Board {
            self.back = Some(self.workspace);
        }
        self.workspace = Workspace::Board;
    }
}

/// More boards than these nobody keeps apart by their titles.
const MOST_TABS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_the_file_and_a_broken_file_gives_the_usual_ones() {
        let settings = Settings {
            lang: Lang::Hant,
            theme: ThemeChoice::Dark,
            workspace: Workspace::Plaza,
            plan: PlanChoices {
                rows: Arrangement {
                    aisle: 6.0,
                    row: Some(12.0),
                    ..Arrangement::default()
                },
                shows_route: false,
                ..PlanChoices::default()
            },
            ..Settings::default()
        };
        let text = serde_json::to_string(&settings).unwrap();
        assert_eq!(Settings::parse(&text), settings);
        assert_eq!(Settings::parse("{\"lang\":7"), Settings::default());
        assert_eq!(Settings::parse("{\"lang\":\"en\"}").lang, Lang::En);
        let narrow = Settings::parse("{\"plan\":{\"rows\":{\"aisle\":-3.0}}}");
        assert_eq!(
            narrow.plan.rows,
            Arrangement {
                aisle: crate::plaza::LEAST_AISLE,
                ..Arrangement::default()
            }
        );
    }
}
