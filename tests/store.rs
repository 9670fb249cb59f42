//! Tests of store through its public face.
