//! The thirty rules of typesetting, each as lines of a table that run through the layouter: number, text, setting, result.
//!
//! Text: `{base|reading}` carries a reading, `*words*` carry emphasis dots; X stands for each character after `X=`.
//! Setting: `10` em wide, or `over 0.2` (so much narrower than the text) or `wide`; `v` vertical, `both` directions;
//! `tc`, `hk`; `none`, `basic`, `strict`; `start`, `centre`; `indent 2`, `hang`, `tight`, `dot`, `open`, `digits 3`, `line 1.2`, `high 2`, `kai`;
//! and what is shown besides the lines: `white`, `turned`, `pitch`, `told`.
//! Result: lines apart by `|`.
//! `white`: `½` white gone from that side of a mark, `+¼` white put in, `=1.5` the room of a character that is not its
//! own, `‖` the edge of the measure where a line reaches it. `turned`: `<lying>` and `[12]` in one upright em.
//! `pitch`: line height in em. `told`: what the layout says of itself.

use super::*;
use zhanban::text::{Cell, Line};

const RULES: &str = "
# 1: marks that never begin a line; the character before comes along, or the line is squeezed.
1   一二三四五六七八九十X一二  10 start both X=，。、；：？！）》〉」』】〕〗］｝”’·–～  一二三四五六七八九|十X一二
1   一二三四五六七八九十X一二  10 start tc both X=，。、；：？！）》〉」』】〕〗］｝”’·–～  一二三四五六七八九|十X一二
1   一二三四五六七八九，十一  9.5 both  一二三四五六七八九，|十一
# 2: marks that never end a line.
2   一二三四五六七八九X十一二  10 start both X=（《〈「『【〔〖［｛“‘  一二三四五六七八九|X十一二
2   一二三四五六七八九X十一二  10 start tc both X=（《〈「『【〔〖［｛“‘  一二三四五六七八九|X十一二
2   一二三四五六七（八）九十  8 both  一二三四五六七|（八）九十
# 3: after GB/T 15834 the slash stands at neither end of a line.
3   一二三四五六七元X月整  8 start X=/／  一二三四五六七|元X月整
3   一二三四五六七元X月整  8 start basic X=/／  一二三四五六七元|X月整
3   一二三四五六七元／月整  9 start basic  一二三四五六七元／|月整
3   一二三四五六七元／月整  9 start  一二三四五六七|元／月整
# 4: strict keeps dashes and ellipses from line starts.
4   一二三四五六七X八九  7 start both X=—…  一二三四五六七|X八九
4   一二三四五六七X八九  7 start strict both X=—…  一二三四五六|七X八九
# 5: none.
5   一二三四五六七八九十X十一  10 none both X=，。）”  一二三四五六七八九十|X十一
# 6: pairs, figures with their signs, words.
6   一二三四五六七XX八九十一  8 start both X=—…  一二三四五六七|XX八九十一
6   二〇一六年收入12.5%上升  9 start  二〇一六年收入|12.5%上升
6   全县收入1.2万元整  6 start  全县收入1.2|万元整
6   全县收入1.2万元整  5 start  全县收入|1.2万元整
6   水温升到30℃以上  5.2 start  水温升到|30℃以上
6   春天在 village 里  5 start  春天在|village 里
# 7: marks give way before a line breaks.
7   一二三，四五六，七八九，十  12.5 both  一二三，四五六，七八九，十
# 8: of two marks that meet, one a bracket, half an em goes.
8   字。」字  wide white both  字。½」字
8   字」「字  wide white both  字」½「字
8   字（（字  wide white both  字（½（字
8   字」」字  wide white both  字」½」字
8   字」「字  wide tight white both  字」½½「字
8   字。」字  wide tight white both  字。½」字
8   他说（“一二三”）四  8 both  他说（“一二三”）四
# 9: two stops keep their width.
9   字！！字？！字  wide white both  字！！字？！字
# 10: an opening mark hugs the edge of a line, and of an indent.
10  “字字  wide white both  ½“字字
10  “字字  wide white both indent 2  +2½“字字
10  “字字  wide white both indent 2 open  +2“字字
10  一二三四五六七八（九十）一  8 start white both  一二三四五六七八‖|½（九十）一
# 11: a mark that ends a line takes half an em; full lines are flush.
11  字字X  wide white X=，。、；：？！）》”  字字X½
11  一二三四五六七八九，十一二  9.5 white both  一二三四五六七八九，½‖|十一二
# 12: elsewhere than on the mainland marks are centred, and ？！ do not give.
12  字字X  wide tc white both X=，。、  字字X¼
12  字字X  wide hk white X=；：  字字X¼
12  字字X  wide tc white X=？！  字字X
# 13: in vertical lines these fill their em.
13  字字X  wide v white X=；：？！  字字X
13  字字X  wide v white X=，。、  字字X½
# 14: the interpunct takes half an em on the mainland, elsewhere an em that gives.
14  约翰·史密斯  wide white both  约翰¼·¼史密斯
14  约翰·史密斯  wide dot white both  约翰·史密斯
14  約翰·史密斯  wide tc white both  約翰·史密斯
# 15: what gives first; one step a line, then the order of the steps.
15  一二·三四五六七八九  over 0.4 tc white both  一二(0.2)·(0.2)三四五六七八九‖
15  一二（三四）五六七八  over 0.4 white both  一二(0.2)（三四）(0.2)五六七八‖
15  一二，三四、五六七八  over 0.4 white both  一二，(0.2)三四、(0.2)五六七八‖
15  全县745个基地全开了  over 0.2 white  全县+(0.15)745+(0.15)个基地全开了‖
15  一二。三四五六七八九  over 0.4 white both  一二。(0.4)三四五六七八九‖
15  一二！三四五六七八九  over 0.4 tc both  一二！三四五六七|八九
15  一·二（三）四，五六七  over 0.3 tc white both  一(0.15)·(0.15)二（三）四，五六七‖
15  一·二（三）四，五六七  over 1.2 tc white both  一¼·¼二(0.35)（三）(0.35)四，五六七‖
15  一（二）三，四。五六七  over 1.2 white both  一½（二）½三，(0.2)四。五六七‖
15  一，二。三四五六七  over 0.7 white both  一，½二。(0.2)三四五六七‖
# 16: where white goes: gaps to a third of an em, then everywhere alike but for pairs, words and slashes.
16  一二三四五六七八  5.6 white both  一+(0.15)二+(0.15)三+(0.15)四+(0.15)五‖|六七八
16  一二——三四五六七  6.4 white both  一+(0.1)二+(0.1)——+(0.1)三+(0.1)四‖|五六七
16  一二／三四五六七八  5.6 basic white  一+(0.3)二／三+(0.3)四‖|五六七八
# 17: squeezing in is felt less than gaps of more than a quarter em.
17  一二，三四，五六，七八九十  10.5 both  一二，三四，五六，七八|九十
# 18: ，。、 hang if that is wanted, and then lose no white inside the measure.
18  一二三四五六七八九十X十一二  10 hang white both X=，。、  一二三四五六七八九十‖X½|十一二
18  一二三四五六七八九十X十一二  10 hang white tc both X=，。、  一二三四五六七八九十‖X¼|十一二
18  一二三四五六七八九十X十一二  10 hang start X=！；）  一二三四五六七八九|十X十一二
18  一二三四五六七八九X十一二  9.5 hang white X=，。、  一+(0.06)二+(0.06)三+(0.06)四+(0.06)五+(0.06)六+(0.06)七+(0.06)八+(0.06)九‖X½|十一二
18  一二，三四五六七八九。十一二  9.5 hang white both  一二，½三四五六七八九‖。½|十一二
18  一二三四，  10 hang centre white  +(2.75)一二三四，½
# 19: a quarter em between Han and Latin; none beside marks, typed spaces and edges.
19  全县745个  wide white  全县+¼745+¼个
19  全县abc个  wide white v  全县+¼abc+¼个
19  “745，字abc  wide white  ½“745，字+¼abc
19  县 745 个  wide white  县 745 个
19  一二三四745五六  4 start white  一二三四‖|745+¼五六
# 20: the first line stands two em in; centred ones do not.
20  一二三四五六七八九十  8 indent 2 white both  +2一二三四五六‖|七八九十
20  一二三四  8 indent 2 centre white both  +2一二三四
20  一二三四  2 indent 2 both  一|二三|四
# 21: no character alone on the last line, if squeezing or stretching helps it.
21  一二三四五六七八九十，，一  12 both  一二三四五六七八九十，，一
21  一二三，四五六，七八九十一二三四五  9 both  一二三，四五六，七|八九十一二三四五
# 23: two digits share an em in vertical lines, three if that is wanted; longer numbers lie down.
23  住在12号  wide v turned  住在[12]号
23  住在 12 号  wide v turned  住在< >[12]< >号
23  第123号  wide v turned  第<123>号
23  第123号  wide v turned digits 3  第[123]号
23  第12号  wide v turned digits 0  第<12>号
23  第12号第123号  wide v white digits 3  第12号第123号
23  共1350块，升12.5%  wide v turned digits 3  共<1350>块，升<12.5%>
# 24: words lie down with their hyphens and brackets, single letters stand.
24  去village里  wide v turned  去<village>里
24  去A座7楼  wide v turned  去[A]座[7]楼
24  是well-known的(a)  wide v turned  是<well-known>的<(a)>
24  去village里  wide v white  去+¼village+¼里
# 26 and 27: a base stays whole, and is as wide as its reading needs.
26  一二三{青禾县|qīnghéxiàn}四五六  5 both  一二三|青禾县四五|六
26  一{山|à}一  wide white  一山一
27  一{青禾|ㄑㄧㄥ ㄏㄜˊ}一  wide tc white  一青=1.5禾=1.5一
27  一{青禾|ㄑㄧㄥ ㄏㄜˊ}一  wide tc white v  一青禾一
27  一二三四{青|ㄑㄧㄥ}五六  5 tc start  一二三四|青五六
# 28: lines grow for dots and readings.
28  渠水很长  wide line 1.2 pitch both  渠水很长↕1.2
28  *渠水*很长  wide line 1.2 pitch both  渠水很长↕1.25
28  *渠水*很长  wide line 1.5 pitch both  渠水很长↕1.5
28  渠水*，*很长  wide line 1.2 pitch both  渠水，很长↕1.2
28  {渠|qú}水很长  wide line 1.2 pitch both  渠水很长↕1.62
28  {渠|qú}水*很长*  wide line 1.2 pitch both  渠水很长↕1.87
# 29: rare characters are found in another face; what no face has is told.
29  㛃𬭎䶮𠮷  wide told  㛃𬭎䶮𠮷
29  㛃𬭎䶮𠮷  wide told kai  㛃𬭎䶮𠮷
29  字𓀀字  wide told both  字𓀀字 missing 𓀀
# 30: text beyond its box is told, and so is a box too narrow for the rules.
30  一二三四五六七八  4 high 3 told both  一二三四|五六七八
30  一二三四五六七八  4 high 2 told both  一二三四|五六七八 overflow
30  一）。」  1 told both  一|）。|」 yielded
";

/// Rule, text and setting, whether the glyphs are the same as those of another text in its setting.
const PAIRS: &str = "
# 13, 22: marks and ideographs have forms of their own for each direction and region.
13  ，  wide  ≠  ，  wide v
13  （  wide  ≠  （  wide v
22  ，  wide  ≠  ，  wide tc
22  。  wide  ≠  。  wide tc
22  骨  wide  ≠  骨  wide tc
22  骨  wide  ≠  骨  wide hk
22  骨  wide  =  骨  wide
# WenKai borrows the marks that it has in mainland form only.
22  ，  wide kai  ≠  ，  wide kai tc
# 25: curly quotes stand as corner brackets, white ones outside on the mainland.
25  说：“三天‘不看’”  wide v  =  说：『三天「不看」』  wide v
25  说：“三天‘不看’”  wide v tc  =  说：「三天『不看』」  wide v tc
25  “三天”  wide  ≠  『三天』  wide
";

#[test]
fn every_rule_holds() {
    let mut wrong = Vec::new();
    let mut seen = std::collections::BTreeSet::<u8>::new();
    for row in rows(RULES) {
        let [rule, text, setting, expected] = row[..] else {
            panic!("{row:?}")
        };
        seen.insert(rule.parse().unwrap());
        for vertical in directions(setting) {
            for mark in marks(setting) {
                let of = |text: &str| text.replace('X', &mark);
                let got = shown(&of(text), setting, vertical);
                if got != of(expected) {
                    let way = if vertical { "vertical" } else { "horizontal" };
                    wrong.push(format!(
                        "{rule} {way} {} in {setting}:\n   {got}\nnot {}",
                        of(text),
                        of(expected)
                    ));
                }
            }
        }
    }
    for row in rows(PAIRS) {
        let [rule, one, its, relation, other, others] = row[..] else {
            panic!("{row:?}")
        };
        seen.insert(rule.parse().unwrap());
        let ids = |text: &str, setting: &str| -> Vec<_> {
            let (_, layout) = laid(text, setting, directions(setting)[0]);
            layout.glyphs.iter().map(|glyph| (glyph.face, glyph.id)).collect()
        };
        if (ids(one, its) == ids(other, others)) != (relation == "=") {
            wrong.push(format!("{rule} {one} in {its} is not {relation} {other} in {others}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.into_iter().eq(1..=30u8), "a rule has no line");
}

/// Columns stand two spaces apart.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        line.split("  ")
            .map(str::trim)
            .filter(|column| !column.is_empty())
            .collect()
    })
}

fn directions(setting: &str) -> Vec<bool> {
    match setting.split(' ').find(|word| matches!(*word, "v" | "both")) {
        Some("both") => vec![false, true],
        Some(_) => vec![true],
        None => vec![false],
    }
}

fn marks(setting: &str) -> Vec<String> {
    match setting.split_once("X=") {
        Some((_, marks)) => marks.chars().map(String::from).collect(),
        None => vec![String::new()],
    }
}

/// The text without its markup, in its box.
fn input(marked: &str, setting: &str, vertical: bool) -> BoxIn {
    let mut para = ParaIn::default();
    let (mut base, mut reading, mut dotted) = (0, None::<String>, None);
    for c in marked.chars() {
        match (c, &mut reading) {
            ('{', _) => base = para.text.len(),
            ('|', _) => reading = Some(String::new()),
            ('}', _) => para
                .ruby
                .extend(reading.take().map(|reading| (base..para.text.len(), reading))),
            (c, Some(reading)) => reading.push(c),
            ('*', None) => match dotted.take() {
                Some(from) => para.dots.push(from..para.text.len()),
                None => dotted = Some(para.text.len()),
            },
            (c, None) => para.text.push(c),
        }
    }
    let mut words = setting.split(' ').peekable();
    let number =
        |words: &mut std::iter::Peekable<std::str::Split<'_, char>>| -> f64 { words.next().unwrap().parse().unwrap() };
    let mut box_in = boxed(&para.text, Set { vertical, ..SC });
    let (mut along, mut across, mut over) = (0.0, 100.0, None);
    para = ParaIn {
        ruby: para.ruby,
        dots: para.dots,
        ..box_in.paras.remove(0)
    };
    while let Some(word) = words.next() {
        match word {
            "v" | "both" | "white" | "turned" | "pitch" | "told" => {}
            "wide" => (along, para.align) = (100.0, Align::Start),
            "over" => over = Some(number(&mut words)),
            "tc" => box_in.region = Region::Taiwan,
            "hk" => box_in.region = Region::HongKong,
            "none" => para.level = Prohibition::None,
            "basic" => para.level = Prohibition::Basic,
            "strict" => para.level = Prohibition::Strict,
            "start" => para.align = Align::Start,
            "centre" => para.align = Align::Centre,
            "kai" => para.look.slot = FontSlot::Kai,
            "hang" => para.hanging = true,
            "tight" => para.tight_marks = true,
            "dot" => para.wide_interpunct = true,
            "open" => para.open_indent = true,
            "indent" => para.indent = number(&mut words),
            "digits" => para.upright_digits = number(&mut words) as u8,
            "line" => para.line = 10.0 * number(&mut words),
            "high" => across = number(&mut words),
            _ if word.starts_with("X=") => {}
            _ => along = word.parse().expect(word),
        }
    }
    if let Some(over) = over {
        let wide = ParaIn {
            align: Align::Start,
            ..para.clone()
        };
        let alone = BoxIn {
            size: size(1e4, 1e4),
            paras: vec![wide],
            ..box_in.clone()
        };
        let line = &lay(&alone, fonts()).lines[0];
        along = (line.end - line.start) / 10.0 - over;
    }
    box_in.size = match vertical {
        true => size(10.0 * across, 10.0 * along),
        false => size(10.0 * along, 10.0 * across),
    };
    box_in.paras = vec![para];
    box_in
}

fn laid(marked: &str, setting: &str, vertical: bool) -> (BoxIn, TextLayout) {
    let input = input(marked, setting, vertical);
    let layout = lay(&input, fonts());
    (input, layout)
}

fn shown(marked: &str, setting: &str, vertical: bool) -> String {
    let (input, layout) = laid(marked, setting, vertical);
    let shows = |word: &str| setting.split(' ').any(|other| other == word);
    let lines = layout.lines.iter().map(|line| {
        let text = &input.paras[0].text;
        match () {
            _ if shows("white") => white(&input, &layout, line),
            _ if shows("turned") => turned(text, &layout, line),
            _ => text[line.range.start as usize..line.range.end as usize].to_string(),
        }
    });
    let mut shown = lines.collect::<Vec<_>>().join("|");
    if shows("pitch") {
        let area = layout.lines[0].area;
        let height = if vertical { area.w } else { area.h };
        shown += &format!("↕{}", (height * 10.0).round() / 100.0);
    }
    if shows("told") {
        shown += if layout.overflow { " overflow" } else { "" };
        shown += if layout.yielded { " yielded" } else { "" };
        shown.extend(layout.missing.iter().map(|c| format!(" missing {c}")));
        assert!(layout.glyphs.iter().all(|glyph| glyph.id != 0));
    }
    shown
}

/// Hundredths of an em as a reader writes them; nothing for nothing.
fn em(sign: &str, amount: f64) -> String {
    let hundredths = (amount * 10.0).round();
    match hundredths {
        0.0 => String::new(),
        25.0 => format!("{sign}¼"),
        50.0 => format!("{sign}½"),
        _ if hundredths % 100.0 == 0.0 => format!("{sign}{}", hundredths / 100.0),
        _ => format!("{sign}({})", hundredths / 100.0),
    }
}

fn white(input: &BoxIn, layout: &TextLayout, line: &Line) -> String {
    let (from, length) = match input.vertical {
        true => (line.area.y, line.area.h),
        false => (line.area.x, line.area.w),
    };
    let is_full = (line.end - from - length).abs() < 0.01;
    let (mut shown, mut pen) = (String::new(), from);
    for cell in &line.cells {
        let is_at_edge = (pen - from - length).abs() < 0.01;
        shown += if is_at_edge { "‖" } else { "" };
        shown += &em("+", cell.from - pen);
        shown += &piece(input, layout, line, cell);
        pen = cell.to;
    }
    shown
        + if is_full && pen <= from + length + 0.01 {
            "‖"
        } else {
            ""
        }
}

/// One cell with the white that went from it.
fn piece(input: &BoxIn, layout: &TextLayout, line: &Line, cell: &Cell) -> String {
    let text = &input.paras[0].text[cell.range.start as usize..cell.range.end as usize];
    let room = cell.to - cell.from;
    if text.starts_with(|c: char| c.is_ascii()) {
        return text.to_string();
    }
    if text.starts_with(char::is_alphanumeric) {
        let own = 10.0 * text.chars().count() as f64;
        return text.to_string()
            + &if (room - own).abs() < 0.01 {
                String::new()
            } else {
                format!("={}", room / 10.0)
            };
    }
    let glyphs = &layout.glyphs[line.glyphs.clone()];
    let glyph = glyphs
        .iter()
        .find(|glyph| glyph.cluster.start == cell.range.start)
        .unwrap();
    let origin = if input.vertical { glyph.y - 8.8 } else { glyph.x };
    let count = text.chars().count() as f64;
    let before = if count > 1.0 { 0.0 } else { cell.from - origin };
    let after = 10.0 * count - before - room;
    em("", before) + text + &em("", after)
}

fn turned(text: &str, layout: &TextLayout, line: &Line) -> String {
    let mut shown = String::new();
    let mut lies = false;
    for cell in &line.cells {
        let glyphs = &layout.glyphs[line.glyphs.clone()];
        let glyph = glyphs
            .iter()
            .find(|glyph| glyph.cluster.start == cell.range.start)
            .unwrap();
        let piece = &text[cell.range.start as usize..cell.range.end as usize];
        let is_lying = glyph.quarter_turns == 1;
        let is_apart = lies != is_lying || is_lying && (piece == " ") != shown.ends_with(' ');
        shown += if lies && is_apart { ">" } else { "" };
        shown += if is_lying && is_apart { "<" } else { "" };
        shown += &if !is_lying && piece.is_ascii() {
            format!("[{piece}]")
        } else {
            piece.to_string()
        };
        lies = is_lying;
    }
    shown + if lies { ">" } else { "" }
}
