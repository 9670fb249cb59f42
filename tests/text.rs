//! Tests of text through its public face.
