//! The window: five workspaces over one exhibition. Sends commands, starts jobs, shows findings.

pub mod actions;
pub mod board;
pub mod plaza;
pub mod session;
pub mod theme;
pub mod view;
pub mod widgets;
pub mod words;
