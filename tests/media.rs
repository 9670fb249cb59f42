//! Tests of media through its public face.
