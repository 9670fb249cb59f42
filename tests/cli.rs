//! Tests of cli through its public face.
