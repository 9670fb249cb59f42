//! Tests of script through its public face.
