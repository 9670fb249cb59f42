//! Text in several columns.

use super::breaking::ARTICLE;
use super::*;

fn columned(width: f64, columns: u8, paras: &[&str]) -> (BoxIn, TextLayout) {
    let mut input = boxed(
        "",
        Set {
            width,
            indent: 2.0,
            ..SC
        },
    );
    let model = input.paras.remove(0);
    input.paras = paras
        .iter()
        .map(|text| ParaIn {
            text: text.to_string(),
            ..model.clone()
        })
        .collect();
    (input.columns, input.column_gap) = (columns, 10.0);
    let layout = lay(&input, fonts());
    (input, layout)
}

#[test]
fn no_column_ends_with_a_lone_first_line_or_begins_with_a_lone_last_one() {
    let paras: Vec<&str> = ARTICLE.lines().collect();
    let mut moved = 0;
    for columns in [2, 3] {
        for width in 30..60 {
            for count in 2..=paras.len() {
                let (_, layout) = columned(f64::from(width), columns, &paras[..count]);
                let mut sizes = vec![1];
                for pair in layout.lines.windows(2) {
                    if pair[0].area.x == pair[1].area.x {
                        *sizes.last_mut().unwrap() += 1;
                        continue;
                    }
                    sizes.push(1);
                    let starts_here = pair[0].range.start == 0 && !pair[0].last_of_para;
                    let ends_here = pair[1].last_of_para && pair[1].range.start > 0;
                    assert!(!starts_here, "{width} em: a first line stands alone at a foot");
                    assert!(!ends_here, "{width} em: a last line stands alone at a head");
                }
                assert_eq!(sizes.len(), usize::from(columns));
                let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
                assert!(most - least <= 4, "{sizes:?}");
                moved += usize::from(most - least > 1);
            }
        }
    }
    assert!(moved > 0, "some columns had to give or take a line");
}

#[test]
fn columns_of_few_lines_are_filled_from_the_left() {
    let (_, layout) = columned(32.0, 3, &["短"]);
    assert_eq!(layout.lines.len(), 1);
    assert_eq!(layout.lines[0].area.x, 0.0);
    let (_, layout) = columned(32.0, 3, &["短", "句", "多"]);
    assert_eq!(
        layout.lines.iter().map(|line| line.area.x).collect::<Vec<_>>(),
        [0.0, 110.0, 220.0]
    );
}
