use crate::base::{PhotoFacts, PhotoState, reason};
use serde::{Deserialize, Serialize};

/// Sentences of `media`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaSay {
    Truncated { name: String },
    TooLarge { name: String, width: u32, height: u32 },
    Missing { name: String },
    Empty { name: String },
    Heic { name: String },
    Avif { name: String },
    Video { name: String },
    WebPage { name: String },
    Pdf { name: String },
    ChatFile { name: String },
    RareJpeg { name: String },
    Svgz { name: String },
    DrawingBroken { name: String },
    DrawingLarge { name: String },
    Broken { name: String },
}

impl MediaSay {
    /// What to tell about a photo; `None` where it is good.
    pub fn of(facts: &PhotoFacts) -> Option<MediaSay> {
        let name = facts.name.clone();
        Some(match &facts.state {
            PhotoState::Good => return None,
            PhotoState::Truncated => MediaSay::Truncated { name },
            PhotoState::TooLarge => MediaSay::TooLarge {
                name,
                width: facts.stored_px[0],
                height: facts.stored_px[1],
            },
            PhotoState::Missing => MediaSay::Missing { name },
            PhotoState::Broken { reason } => match reason.as_str() {
                reason::EMPTY => MediaSay::Empty { name },
                reason::HEIC => MediaSay::Heic { name },
                reason::AVIF => MediaSay::Avif { name },
                reason::VIDEO => MediaSay::Video { name },
                reason::WEB_PAGE => MediaSay::WebPage { name },
                reason::PDF => MediaSay::Pdf { name },
                reason::WECHAT => MediaSay::ChatFile { name },
                reason::SVGZ => MediaSay::Svgz { name },
                reason::BROKEN_DRAWING => MediaSay::DrawingBroken { name },
                reason::LARGE_DRAWING => MediaSay::DrawingLarge { name },
                rare if rare.starts_with(reason::RARE_JPEG) => MediaSay::RareJpeg { name },
                _ => MediaSay::Broken { name },
            },
        })
    }

    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            MediaSay::Truncated { name } => [
                format!("照片“{name}”不完整，请重新拷贝原图。"),
                format!("照片「{name}」不完整，請重新複製原圖。"),
                format!("The photo “{name}” is cut short. Copy the original again."),
            ],
            MediaSay::TooLarge { name, width, height } => [
                format!(
                    "照片“{name}”太大（{width} × {height} 像素），请缩小到每边 30000 像素、总共 2 亿像素以内再放入。"
                ),
                format!(
                    "照片「{name}」太大（{width} × {height} 像素），請縮小到每邊 30000 像素、總共 2 億像素以內再放入。"
                ),
                format!(
                    "The photo “{name}” is too large ({width} × {height} pixels). Make it smaller than 30,000 pixels a side and 200 megapixels."
                ),
            ],
            MediaSay::Missing { name } => [
                format!("找不到照片“{name}”的文件，请重新放入这张照片。"),
                format!("找不到照片「{name}」的檔案，請重新放入這張照片。"),
                format!("The file of the photo “{name}” is gone. Add the photo again."),
            ],
            MediaSay::Empty { name } => [
                format!("文件“{name}”是空的（0 字节），请重新拷贝原图。"),
                format!("檔案「{name}」是空的（0 位元組），請重新複製原圖。"),
                format!("The file “{name}” is empty. Copy the original again."),
            ],
            MediaSay::Heic { name } => [
                format!("照片“{name}”是苹果手机的 HEIC 格式，请在手机或电脑上另存为 JPEG 再放入。"),
                format!("照片「{name}」是蘋果手機的 HEIC 格式，請在手機或電腦上另存為 JPEG 再放入。"),
                format!("The photo “{name}” is in the HEIC format of phones. Save it as JPEG and add that."),
            ],
            MediaSay::Avif { name } => [
                format!("照片“{name}”是 AVIF 格式，请另存为 JPEG 再放入。"),
                format!("照片「{name}」是 AVIF 格式，請另存為 JPEG 再放入。"),
                format!("The photo “{name}” is in the AVIF format. Save it as JPEG and add that."),
            ],
            MediaSay::Video { name } => [
                format!("“{name}”是视频，不是照片，请放入照片。"),
                format!("「{name}」是影片，不是照片，請放入照片。"),
                format!("“{name}” is a video, not a photo. Add a photo."),
            ],
            MediaSay::WebPage { name } => [
                format!("“{name}”其实是一个网页，不是照片，请在网页里把图片另存下来再放入。"),
                format!("「{name}」其實是一個網頁，不是照片，請在網頁裡把圖片另存下來再放入。"),
                format!("“{name}” is really a web page. Save the picture out of the page and add that."),
            ],
            MediaSay::Pdf { name } => [
                format!("“{name}”其实是 PDF，不是照片，请导出为 JPEG 再放入。"),
                format!("「{name}」其實是 PDF，不是照片，請匯出為 JPEG 再放入。"),
                format!("“{name}” is really a PDF. Export it as JPEG and add that."),
            ],
            MediaSay::ChatFile { name } => [
                format!("“{name}”是聊天软件的缓存文件，请在聊天里打开图片、另存原图再放入。"),
                format!("「{name}」是聊天軟體的快取檔案，請在聊天裡開啟圖片、另存原圖再放入。"),
                format!(
                    "“{name}” is a cache file of a chat program. Open the picture in the chat, save the original and add that."
                ),
            ],
            MediaSay::RareJpeg { name } => [
                format!("照片“{name}”是少见的 JPEG 变体，打不开，请用看图软件另存为普通 JPEG。"),
                format!("照片「{name}」是少見的 JPEG 變體，打不開，請用看圖軟體另存為一般 JPEG。"),
                format!("The photo “{name}” is a rare kind of JPEG. Save it as an ordinary JPEG in a picture viewer."),
            ],
            MediaSay::Svgz { name } => [
                format!("“{name}”像是压缩过的 SVG，请在绘图软件里另存为普通 SVG 再放入。"),
                format!("「{name}」像是壓縮過的 SVG，請在繪圖軟體裡另存為一般 SVG 再放入。"),
                format!("“{name}” looks like a compressed SVG. Save it as a plain SVG in the drawing program."),
            ],
            MediaSay::DrawingBroken { name } => [
                format!("图形“{name}”读不出来，请在绘图软件里重新导出为 SVG。"),
                format!("圖形「{name}」讀不出來，請在繪圖軟體裡重新匯出為 SVG。"),
                format!("The drawing “{name}” cannot be read. Export it again as SVG from the drawing program."),
            ],
            MediaSay::DrawingLarge { name } => [
                format!("图形“{name}”太复杂，程序不打开，请在绘图软件里合并、简化路径后再导出。"),
                format!("圖形「{name}」太複雜，程式不開啟，請在繪圖軟體裡合併、簡化路徑後再匯出。"),
                format!(
                    "The drawing “{name}” has too many parts. Simplify its paths in the drawing program and export it again."
                ),
            ],
            MediaSay::Broken { name } => [
                format!("文件“{name}”不是能用的照片，请换一张或重新拷贝原图。"),
                format!("檔案「{name}」不是能用的照片，請換一張或重新複製原圖。"),
                format!("The file “{name}” is not a usable photo. Choose another or copy the original again."),
            ],
        }
    }
}
