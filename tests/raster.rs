//! Tests of raster through its public face.
