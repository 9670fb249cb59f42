//! Tests of window through its public face.
