//! Tests of layout through its public face.
