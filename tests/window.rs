//! Tests of the window through its labels, the way a screen reader finds things. A glyph no font has fails here.

mod board_tests;
mod fonts_tests;
mod plaza_tests;
mod shell_tests;
mod shops_tests;
mod texts_tests;
