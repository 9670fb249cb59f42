//! The window: five workspaces over one exhibition. Sends commands, starts jobs, shows findings.

pub mod actions;
pub mod session;
pub mod theme;
pub mod widgets;
pub mod words;
