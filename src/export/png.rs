//! PNG files whose compressed rows a PDF can hold as they are: 8 bits a channel or a palette, not interlaced, opaque.
//! Chunks: PNG specification, third edition, 5 and 11; the rows' prediction: ISO 32000-1, 7.4.4.4.

pub struct Rows<'a> {
    pub width: u32,
    pub height: u32,
    pub bits: u8,
    /// 1 grey or palette, 3 RGB.
    pub channels: u8,
    /// RGB triples.
    pub palette: Option<&'a [u8]>,
    /// The zlib stream, cut as the file has it.
    pub pieces: Vec<&'a [u8]>,
}

/// `None` where the pixels have to be decoded first.
pub fn rows(bytes: &[u8]) -> Option<Rows<'_>> {
    let body = bytes.strip_prefix(b"\x89PNG\r\n\x1A\n")?;
    let mut found: Option<Rows<'_>> = None;
    let mut rest = body;
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let (kind, data) = (rest.get(4..8)?, rest.get(8..8 + length)?);
        rest = rest.get(12 + length..)?;
        match (kind, &mut found) {
            (b"IHDR", None) => found = Some(header(data)?),
            (b"PLTE", Some(rows)) => rows.palette = rows.palette.map(|_| data),
            (b"tRNS", _) => return None,
            (b"IDAT", Some(rows)) => rows.pieces.push(data),
            (b"IEND", _) => break,
            _ => {}
        }
    }
    let rows = found?;
    let is_whole = !rows.pieces.is_empty() && rows.palette.is_none_or(|palette| palette.len() >= 3);
    is_whole.then_some(rows)
}

fn header(data: &[u8]) -> Option<Rows<'static>> {
    let [bits, colour, _, _, interlace] = data.get(8..13)?.try_into().ok()?;
    let channels = match (colour, bits) {
        (0, 8) | (3, 1 | 2 | 4 | 8) => 1,
        (2, 8) => 3,
        _ => return None,
    };
    (interlace == 0).then_some(Rows {
        width: u32::from_be_bytes(data[..4].try_into().ok()?),
        height: u32::from_be_bytes(data[4..8].try_into().ok()?),
        bits,
        channels,
        palette: (colour == 3).then_some(&[]),
        pieces: Vec::new(),
    })
}
