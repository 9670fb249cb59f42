//! Tests of workflow through its public face.
