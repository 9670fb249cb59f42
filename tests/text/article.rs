//! One article in five widths, both scripts and both directions: what a careful reader of proofs would mark.

use super::breaking::ARTICLE;
use super::*;
use zhanban::script::{Script, Words, derive};

#[test]
fn the_article_is_set_without_a_fault() {
    let letters = ARTICLE.chars().filter(|c| !c.is_whitespace()).count();
    assert!((900..=1200).contains(&letters), "{letters} characters");
    let taiwan = derive(ARTICLE, Script::Hans, Region::Taiwan, &Words::default(), &[]).text;
    assert_ne!(taiwan, ARTICLE);
    let (mut faults_found, mut stiff, mut full) = (Vec::new(), Vec::new(), 0);
    for (text, region) in [(ARTICLE, Region::Mainland), (taiwan.as_str(), Region::Taiwan)] {
        for width in [8.0, 13.0, 20.5, 27.3, 40.0] {
            for vertical in [false, true] {
                let how = Set {
                    width,
                    region,
                    vertical,
                    indent: 2.0,
                    ..SC
                };
                for para in text.lines() {
                    let found = faults(para, how);
                    faults_found.extend(
                        found
                            .iter()
                            .map(|fault| format!("{width} em {region:?} {vertical}: {fault}")),
                    );
                    let layout = set(para, how);
                    assert!(!layout.yielded && !layout.overflow && layout.missing.is_empty());
                    let starts: Vec<u32> = layout.glyphs.iter().map(|glyph| glyph.cluster.start).collect();
                    assert!(starts.is_sorted(), "the characters stand in order");
                    for line in layout.lines.iter().filter(|line| !line.last_of_para) {
                        full += 1;
                        let is_off = (line.end - 10.0 * width).abs() > 0.01;
                        let text = &para[line.range.start as usize..line.range.end as usize];
                        stiff.extend(is_off.then(|| text.to_string()));
                    }
                }
            }
        }
    }
    assert!(faults_found.is_empty(), "{}", faults_found.join("\n"));
    // Lines in which nothing can stretch would be named here; the article has none.
    assert_eq!((full > 1000, stiff), (true, Vec::new()), "{full} full lines");
}
