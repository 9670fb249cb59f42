//! Content folders as offices send them: whole, changed, broken.
