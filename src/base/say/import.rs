use super::super::Lang;
use serde::{Deserialize, Serialize};

/// Sentences of `import`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportSay {
    FileEmpty {
        file: String,
    },
    FileNoKeys {
        file: String,
    },
    FileSyntax {
        file: String,
        line: usize,
    },
    FileTooMuch {
        file: String,
    },
    FileUnreadable {
        file: String,
    },
    FileEncoding {
        file: String,
    },

    NoId {
        code: String,
    },
    KeyUnknown {
        key: String,
        near: Option<String>,
        known: Vec<String>,
    },
    KeyTwice {
        key: String,
    },
    KeyType {
        key: String,
        wanted: Wanted,
    },
    BoardTwice {
        code: String,
        first: String,
        second: String,
    },

    TableEmpty,
    TableHeader,
    TableColumn {
        name: String,
    },
    TableRowNoBoard {
        line: u64,
    },
    TableTwice {
        line: u64,
        code: String,
    },
    TableSize {
        line: u64,
        text: String,
    },
    TableDiffers {
        key: String,
        file: String,
        table: String,
    },
    NotInTable {
        code: String,
    },
    BoardFileMissing {
        code: String,
    },

    PhotoMissing {
        file: String,
    },
    PhotoNameless,
    PhotoUnreadable {
        file: String,
    },
    PhotoEmpty {
        file: String,
    },
    PhotoBroken {
        file: String,
    },
    PhotoTruncated {
        file: String,
    },
    PhotoTooLarge {
        file: String,
    },
    PhotoOther {
        file: String,
        is: String,
    },

    TemplateUnknown {
        wish: String,
        taken: Named,
        name: String,
    },
    TemplateShape {
        name: String,
        template: String,
        board: String,
    },
    CommitteeMissing,
    BothChanged {
        code: String,
    },
    BoardOfOwn {
        code: String,
    },
    LeftOut {
        line: String,
        times: usize,
    },
}

/// A name in both scripts, where a sentence needs the one of its own language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Named {
    pub hans: String,
    pub hant: String,
}

/// What a key of a board's file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    Text,
    Texts,
    Entries,
    Size,
    Area,
    Bar,
    Table,
}

impl Wanted {
    fn word(self, lang: Lang) -> &'static str {
        lang.of(match self {
            Wanted::Text => ["一段文字", "一段文字", "a text"],
            Wanted::Texts => ["一列文字", "一列文字", "a list of texts"],
            Wanted::Entries => [
                "一列条目，每条以 - 开头，下面写各项",
                "一列條目，每條以 - 開頭，下面寫各項",
                "a list whose entries start with - and have keys of their own",
            ],
            Wanted::Size => [
                "宽和高两个数，单位毫米，如 [900, 1200]",
                "寬和高兩個數，單位公釐，如 [900, 1200]",
                "width and height in mm, such as [900, 1200]",
            ],
            Wanted::Area => [
                "左、上、宽、高四个数，单位毫米，如 [40, 40, 90, 90]",
                "左、上、寬、高四個數，單位公釐，如 [40, 40, 90, 90]",
                "left, top, width and height in mm, such as [40, 40, 90, 90]",
            ],
            Wanted::Bar => [
                "true，或者 last 和 now 两个数",
                "true，或者 last 和 now 兩個數",
                "true, or the two numbers last and now",
            ],
            Wanted::Table => [
                "head 一行和 rows 若干行",
                "head 一列和 rows 若干列",
                "a head and rows, each a list of texts",
            ],
        })
    }
}

impl ImportSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            ImportSay::FileEmpty { .. }
            | ImportSay::FileNoKeys { .. }
            | ImportSay::FileSyntax { .. }
            | ImportSay::FileTooMuch { .. }
            | ImportSay::FileUnreadable { .. }
            | ImportSay::FileEncoding { .. }
            | ImportSay::NoId { .. }
            | ImportSay::KeyUnknown { .. }
            | ImportSay::KeyTwice { .. }
            | ImportSay::KeyType { .. }
            | ImportSay::BoardTwice { .. } => self.file_texts(),
            ImportSay::TableEmpty
            | ImportSay::TableHeader
            | ImportSay::TableColumn { .. }
            | ImportSay::TableRowNoBoard { .. }
            | ImportSay::TableTwice { .. }
            | ImportSay::TableSize { .. }
            | ImportSay::TableDiffers { .. }
            | ImportSay::NotInTable { .. }
            | ImportSay::BoardFileMissing { .. } => self.table_texts(),
            ImportSay::PhotoMissing { .. }
            | ImportSay::PhotoNameless
            | ImportSay::PhotoUnreadable { .. }
            | ImportSay::PhotoEmpty { .. }
            | ImportSay::PhotoBroken { .. }
            | ImportSay::PhotoTruncated { .. }
            | ImportSay::PhotoTooLarge { .. }
            | ImportSay::PhotoOther { .. } => self.photo_texts(),
            ImportSay::TemplateUnknown { .. }
            | ImportSay::TemplateShape { .. }
            | ImportSay::CommitteeMissing
            | ImportSay::BothChanged { .. }
            | ImportSay::BoardOfOwn { .. }
            | ImportSay::LeftOut { .. } => self.board_texts(),
        }
    }
}

impl ImportSay {
    fn file_texts(&self) -> [String; 3] {
        match self {
            ImportSay::FileEmpty { file } => [
                format!("{file} 是空的，没有展板可导入。"),
                format!("{file} 是空的，沒有展板可匯入。"),
                format!("{file} is empty: there is no board in it."),
            ],
            ImportSay::FileNoKeys { file } => [
                format!("{file} 不是展板文件：每一行应当像“title: 标题”这样写。"),
                format!("{file} 不是展板檔：每一行應當像「title: 標題」這樣寫。"),
                format!("{file} is no board file: its lines should read like “title: …”."),
            ],
            ImportSay::FileSyntax { file, line } => [
                format!(
                    "{file} 第 {line} 行写法不对，整块展板没有导入。多半是冒号后面少了空格、缩进没对齐，或引号没有配对。"
                ),
                format!(
                    "{file} 第 {line} 行寫法不對，整塊展板沒有匯入。多半是冒號後面少了空格、縮排沒對齊，或引號沒有配對。"
                ),
                format!(
                    "{file} cannot be read from line {line} on, so this board was not imported. Often a space is missing after a colon, an indent is uneven or a quote is left open."
                ),
            ],
            ImportSay::FileTooMuch { file } => [
                format!("{file} 内容太多，不像一块展板，没有导入。请拆成几块。"),
                format!("{file} 內容太多，不像一塊展板，沒有匯入。請拆成幾塊。"),
                format!("{file} holds far more than a board can and was not imported. Split it into several."),
            ],
            ImportSay::FileUnreadable { file } => [
                format!("读不了 {file}，没有导入。请看看有没有权限，或是不是被别的程序占着。"),
                format!("讀不了 {file}，沒有匯入。請看看有沒有權限，或是不是被別的程式占著。"),
                format!(
                    "{file} cannot be read and was not imported. See whether it may be read or another program holds it."
                ),
            ],
            ImportSay::FileEncoding { file } => [
                format!("{file} 里有些字认不出来，变成了 �。请另存为 UTF-8 再导入一次。"),
                format!("{file} 裡有些字認不出來，變成了 �。請另存為 UTF-8 再匯入一次。"),
                format!(
                    "Some characters of {file} could not be recognised and became �. Save it as UTF-8 and import again."
                ),
            ],
            ImportSay::NoId { code } => [
                format!("没有写 id，先按文件名取作“{code}”。请在第一行补上 id。"),
                format!("沒有寫 id，先按檔名取作「{code}」。請在第一行補上 id。"),
                format!("No id is given, so the file's name “{code}” was taken. Add an id in the first line."),
            ],
            ImportSay::KeyUnknown {
                key,
                near: Some(near),
                known: _,
            } => [
                format!("不认得“{key}”，没有导入。是不是想写“{near}”？"),
                format!("不認得「{key}」，沒有匯入。是不是想寫「{near}」？"),
                format!("“{key}” is not known and was not imported. Did you mean “{near}”?"),
            ],
            ImportSay::KeyUnknown { key, near: None, known } => {
                let [chinese, english] = [known.join("、"), known.join(", ")];
                [
                    format!("不认得“{key}”，没有导入。这里可以写：{chinese}。"),
                    format!("不認得「{key}」，沒有匯入。這裡可以寫：{chinese}。"),
                    format!("“{key}” is not known and was not imported. Possible here: {english}."),
                ]
            }
            ImportSay::KeyTwice { key } => [
                format!("“{key}”写了两次，只用了前一次。请删掉一个。"),
                format!("「{key}」寫了兩次，只用了前一次。請刪掉一個。"),
                format!("“{key}” stands there twice; the first one was taken. Remove one."),
            ],
            ImportSay::KeyType { key, wanted } => {
                let [hans, hant, english] = Lang::ALL.map(|lang| wanted.word(lang));
                [
                    format!("“{key}”写法不对，没有导入。这里要写{hans}。"),
                    format!("「{key}」寫法不對，沒有匯入。這裡要寫{hant}。"),
                    format!("“{key}” is not written as it should be and was not imported. It takes {english}."),
                ]
            }
            ImportSay::BoardTwice { code, first, second } => [
                format!("编号 {code} 有两份：{first} 和 {second}，只导入了前一份。请给后一份换个 id。"),
                format!("編號 {code} 有兩份：{first} 和 {second}，只匯入了前一份。請給後一份換個 id。"),
                format!(
                    "Two files are board {code}: {first} and {second}; only the first was imported. Give the second another id."
                ),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn table_texts(&self) -> [String; 3] {
        match self {
            ImportSay::TableEmpty => [
                "committees.csv 是空的。第一行写列名 committee,board,title,template,size，以下每块展板一行。".into(),
                "committees.csv 是空的。第一列寫欄名 committee,board,title,template,size，以下每塊展板一列。".into(),
                "committees.csv is empty. Its first row names the columns committee,board,title,template,size; then comes one row a board.".into(),
            ],
            ImportSay::TableHeader => [
                "committees.csv 第一行没有“board”（或“编号”）这一列，整张表没有用上。请在第一行写列名。".into(),
                "committees.csv 第一列沒有「board」（或「編號」）這一欄，整張表沒有用上。請在第一列寫欄名。".into(),
                "The first row of committees.csv has no column “board”, so the table was not used. Write the column names in the first row.".into(),
            ],
            ImportSay::TableColumn { name } => [
                format!("不认得列“{name}”，没有用上。认得的有 committee、board、title、template、size。"),
                format!("不認得欄「{name}」，沒有用上。認得的有 committee、board、title、template、size。"),
                format!("The column “{name}” is not known and was not used. Known are committee, board, title, template, size."),
            ],
            ImportSay::TableRowNoBoard { line } => [
                format!("第 {line} 行没有展板编号，跳过了。请补上编号。"),
                format!("第 {line} 列沒有展板編號，跳過了。請補上編號。"),
                format!("Line {line} has no board id and was passed over. Add the id."),
            ],
            ImportSay::TableTwice { line, code } => [
                format!("第 {line} 行的编号 {code} 前面已经有了，跳过了。请换个编号。"),
                format!("第 {line} 列的編號 {code} 前面已經有了，跳過了。請換個編號。"),
                format!("The board {code} in line {line} stands there before and was passed over. Give it another id."),
            ],
            ImportSay::TableSize { line, text } => [
                format!("第 {line} 行的尺寸“{text}”看不懂，用了版式自己的尺寸。请写成 90x120cm 这样。"),
                format!("第 {line} 列的尺寸「{text}」看不懂，用了版式自己的尺寸。請寫成 90x120cm 這樣。"),
                format!("The size “{text}” in line {line} is not understood; the template's own was taken. Write it like 90x120cm."),
            ],
            ImportSay::TableDiffers { key, file, table } => [
                format!("{key} 两处不一样：展板文件写“{file}”，表里写“{table}”，用了前者。请改成一致。"),
                format!("{key} 兩處不一樣：展板檔寫「{file}」，表裡寫「{table}」，用了前者。請改成一致。"),
                format!("{key} differs: the board's file says “{file}”, the table “{table}”; the file's was taken. Make them agree."),
            ],
            ImportSay::NotInTable { code } => [
                format!("committees.csv 里没有 {code}，排在了最后。要定次序，请在表里加一行。"),
                format!("committees.csv 裡沒有 {code}，排在了最後。要定次序，請在表裡加一列。"),
                format!("{code} is not in committees.csv and stands at the end. Add a row to give it its place."),
            ],
            ImportSay::BoardFileMissing { code } => [
                format!("boards 里没有 {code} 的文件，只做了一块带标题的空板。请补上 boards/{code}.yaml。"),
                format!("boards 裡沒有 {code} 的檔案，只做了一塊帶標題的空板。請補上 boards/{code}.yaml。"),
                format!("There is no file for {code} in boards, so the board has its title only. Add boards/{code}.yaml."),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn photo_texts(&self) -> [String; 3] {
        match self {
            ImportSay::PhotoMissing { file } => [
                format!("找不到照片 {file}，位置先空着。请把它放进 photos 文件夹再导入一次。"),
                format!("找不到照片 {file}，位置先空著。請把它放進 photos 資料夾再匯入一次。"),
                format!(
                    "The photo {file} was not found; its place stays empty. Put it into the photos folder and import again."
                ),
            ],
            ImportSay::PhotoNameless => [
                "有一张照片没写文件名（file），位置先空着。请补上。".into(),
                "有一張照片沒寫檔名（file），位置先空著。請補上。".into(),
                "A photo has no file name (file); its place stays empty. Add the name.".into(),
            ],
            ImportSay::PhotoUnreadable { file } => [
                format!("读不了照片 {file}。请看看有没有权限，或是不是被别的程序占着。"),
                format!("讀不了照片 {file}。請看看有沒有權限，或是不是被別的程式占著。"),
                format!("The photo {file} cannot be read. See whether it may be read or another program holds it."),
            ],
            ImportSay::PhotoEmpty { file } => [
                format!("照片 {file} 是空文件，多半是没有拷完。请再拷一次原片。"),
                format!("照片 {file} 是空檔案，多半是沒有複製完。請再複製一次原片。"),
                format!(
                    "The photo {file} is an empty file; the copy was probably not finished. Copy the original again."
                ),
            ],
            ImportSay::PhotoBroken { file } => [
                format!("{file} 不是能打开的照片：格式不认得，或已经损坏。请换原片，或另存为 JPEG。"),
                format!("{file} 不是能開啟的照片：格式不認得，或已經損壞。請換原片，或另存為 JPEG。"),
                format!(
                    "{file} cannot be opened as a photo: its format is not known or it is damaged. Take the original, or save it as JPEG."
                ),
            ],
            ImportSay::PhotoTruncated { file } => [
                format!("照片 {file} 只有一部分，后面缺了，不能付印。请再拷一次原片。"),
                format!("照片 {file} 只有一部分，後面缺了，不能付印。請再複製一次原片。"),
                format!("The photo {file} ends too early and cannot go to print. Copy the original again."),
            ],
            ImportSay::PhotoTooLarge { file } => [
                format!("照片 {file} 太大，边长超过 30000 像素或总数超过两亿像素。请缩小后再导入。"),
                format!("照片 {file} 太大，邊長超過 30000 像素或總數超過兩億像素。請縮小後再匯入。"),
                format!(
                    "The photo {file} is too large: over 30,000 pixels a side or 200 million in all. Make it smaller and import again."
                ),
            ],
            ImportSay::PhotoOther { file, is } => [
                format!("{file} 其实是 {is}，照样能用。改对扩展名，别的程序才不会弄错。"),
                format!("{file} 其實是 {is}，照樣能用。改對副檔名，別的程式才不會弄錯。"),
                format!(
                    "{file} is a {is} in truth; it works all the same. With the right ending other programs will know it too."
                ),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }

    fn board_texts(&self) -> [String; 3] {
        match self {
            ImportSay::TemplateUnknown { wish, taken, name } => [
                format!("没有叫“{wish}”的版式，换成了最合适的“{}”（{name}）。", taken.hans),
                format!("沒有叫「{wish}」的版式，換成了最合適的「{}」（{name}）。", taken.hant),
                format!("There is no template “{wish}”; the best-fitting one was taken: {name}."),
            ],
            ImportSay::TemplateShape { name, template, board } => [
                format!("版式 {name} 是按 {template} 做的，这块展板是 {board}，排出来会走样。请换个版式或改尺寸。"),
                format!("版式 {name} 是按 {template} 做的，這塊展板是 {board}，排出來會走樣。請換個版式或改尺寸。"),
                format!(
                    "The template {name} is made for {template} and this board is {board}: it will not sit well. Take another template or size."
                ),
            ],
            ImportSay::CommitteeMissing => [
                "没有写制作单位，先归在“未定单位”。请在表里或文件里补上 committee。".into(),
                "沒有寫製作單位，先歸在「未定單位」。請在表裡或檔案裡補上 committee。".into(),
                "No unit is given, so the board stands under “未定单位”. Add committee in the table or the file."
                    .into(),
            ],
            ImportSay::BothChanged { code } => [
                format!(
                    "{code} 在文件夹里改过，在展览里也改过，留下了展览里的。要用文件夹的，请先删掉展览里的这块再导入。"
                ),
                format!(
                    "{code} 在資料夾裡改過，在展覽裡也改過，留下了展覽裡的。要用資料夾的，請先刪掉展覽裡的這塊再匯入。"
                ),
                format!(
                    "{code} was changed in the folder and in the exhibition; the exhibition's was kept. To take the folder's, remove the board and import again."
                ),
            ],
            ImportSay::LeftOut { line, times: 1 } => [
                format!("文章里这一行没有排到展板上：“{line}”。"),
                format!("文章裡這一行沒有排到展板上：「{line}」。"),
                format!("This line of the article is on no board: “{line}”."),
            ],
            ImportSay::LeftOut { line, times } => [
                format!("文章里这一行重复了 {times} 次，没有排到展板上：“{line}”。"),
                format!("文章裡這一行重複了 {times} 次，沒有排到展板上：「{line}」。"),
                format!("This line stands {times} times in the article and is on no board: “{line}”."),
            ],
            ImportSay::BoardOfOwn { code } => [
                format!("展览里已有一块 {code}，不是从文件夹来的，留下了展览里的。要导入，请给其中一块换个编号。"),
                format!("展覽裡已有一塊 {code}，不是從資料夾來的，留下了展覽裡的。要匯入，請給其中一塊換個編號。"),
                format!(
                    "The exhibition has a board {code} of its own, which was kept. To import this one, give one of them another id."
                ),
            ],
            // The others are in the other lists; `texts` names every one.
            _ => Default::default(),
        }
    }
}
