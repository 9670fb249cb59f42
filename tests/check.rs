//! Each check with a board that passes and one that does not.
