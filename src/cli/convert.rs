//! `convert`: lines from stdin between the scripts.

use super::args::ConvertArgs;
use super::fault::Fault;
use super::{Outcome, files};
use crate::compose::decode;
use crate::script::{Words, convert as convert_text};
use std::io::{BufRead as _, BufWriter, Write as _};

pub fn convert(args: &ConvertArgs) -> Result<Outcome, Fault> {
    let words = match &args.words {
        Some(file) => Words::from_csv(&decode(&files::read(file)?).text).0,
        None => Words::default(),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut input = std::io::stdin().lock();
    let mut bytes = Vec::new();
    let failed = |file: &str, source| Fault::Read {
        file: file.into(),
        source,
    };
    loop {
        bytes.clear();
        if input
            .read_until(b'\n', &mut bytes)
            .map_err(|source| failed("stdin", source))?
            == 0
        {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        let converted = convert_text(&line, args.config, &words, &[]);
        if out.write_all(converted.text.as_bytes()).is_err() {
            // Whoever read has seen enough.
            return Ok(Outcome::Done);
        }
    }
    let _ = out.flush();
    Ok(Outcome::Done)
}
