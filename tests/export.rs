//! Tests of export through its public face.
