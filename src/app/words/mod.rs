//! Every word of the window in Simplified, Traditional (written, Taiwan terms) and English: a missing one does not compile.

mod dates;
mod exchange;
mod sentences;

pub use dates::*;
pub use exchange::*;
pub use sentences::*;

use super::dialogs::Purpose;
use crate::model::BoardState;

pub type Words = [&'static str; 3];

pub const OVERVIEW: Words = ["总览", "總覽", "Overview"];
pub const BOARD: Words = ["展板", "展板", "Board"];
pub const PLAZA: Words = ["广场", "廣場", "Plaza"];
pub const REVIEW: Words = ["审阅", "審閱", "Review"];
pub const PRINT: Words = ["印制", "印製", "Print"];
pub const MENU: Words = ["菜单", "選單", "Menu"];
pub const SETTINGS: Words = ["设置", "設定", "Settings"];
pub const LANGUAGE: Words = ["界面文字", "介面文字", "Language"];
pub const THEME: Words = ["明暗", "明暗", "Light or dark"];
pub const THEME_SYSTEM: Words = ["随系统", "隨系統", "System"];
pub const THEME_LIGHT: Words = ["浅色", "淺色", "Light"];
pub const THEME_DARK: Words = ["深色", "深色", "Dark"];
pub const SIZE_OF_UI: Words = ["界面大小", "介面大小", "Size"];
pub const SAVED: Words = ["已保存", "已儲存", "Saved"];
pub const SAVING: Words = ["正在保存…", "正在儲存…", "Saving…"];
pub const NOT_SAVED: Words = ["还没有存下", "還沒有存下", "Not saved yet"];
pub const ONLY_READ: Words = ["只能查看", "只能檢視", "Read only"];
pub const NOT_KEPT: Words = ["没有打开展览", "沒有開啟展覽", "No exhibition open"];
pub const SEARCH: Words = ["找展板、单位、文字", "找展板、單位、文字", "Find boards, units, text"];
pub const CARDS: Words = ["卡片", "卡片", "Cards"];
pub const LEDGER: Words = ["台账", "清冊", "Ledger"];
pub const UNITS: Words = ["单位", "單位", "Units"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const PROGRESS: Words = ["各单位进度", "各單位進度", "Progress by unit"];
pub const ALL: Words = ["全部", "全部", "All"];
pub const TOTAL: Words = ["合计", "合計", "Total"];
pub const PHASES: [Words; 5] = [
    ["制作", "製作", "Draft"],
    ["待审", "待審", "Review"],
    ["退回", "退回", "Back"],
    ["通过", "通過", "OK"],
    ["送厂", "送廠", "Shop"],
];
pub const PHASES_LONG: [Words; 5] = [
    ["制作中", "製作中", "In the making"],
    ["待审", "待審", "Waiting for review"],
    ["退回未改", "退回未改", "Returned"],
    ["已通过", "已核可", "Approved"],
    ["已送厂", "已送廠", "At the shop"],
];
pub const NEW_BOARD: Words = ["新建展板", "新增展板", "New board"];
pub const DUPLICATE: Words = ["复制展板", "複製展板", "Duplicate board"];
pub const DELETE_BOARD: Words = ["删除展板", "刪除展板", "Delete board"];
pub const DELETE: Words = ["删除", "刪除", "Delete"];
pub const TEXT_TOOLS: Words = ["文字", "文字", "Text"];
pub const TEXT_TOOLS_LONG: Words = [
    "查找替换与文字工具",
    "尋找取代與文字工具",
    "Find, replace and text tools",
];
pub const ANOTHER_PHOTO: Words = [
    "这不是原来的那张照片，已经换上；请看看裁切对不对",
    "這不是原來的那張照片，已經換上；請看看裁切對不對",
    "This is not the same photo as before; it stands in its place now. Look over the crop",
];
pub const CLOSE: Words = ["关闭", "關閉", "Close"];
pub const UNDO: Words = ["撤销", "復原", "Undo"];
pub const REDO: Words = ["重做", "重做", "Redo"];
pub const FIT: Words = ["适合窗口", "符合視窗", "Fit in window"];
pub const ZOOM_IN: Words = ["放大", "放大", "Zoom in"];
pub const ZOOM_OUT: Words = ["缩小", "縮小", "Zoom out"];
pub const REAL_SIZE: Words = ["1:1 实际大小", "1:1 實際大小", "Actual size"];
pub const OPEN: Words = ["打开展览…", "開啟展覽…", "Open exhibition…"];
pub const IMPORT: Words = ["收进内容文件夹…", "匯入內容資料夾…", "Take in a content folder…"];
pub const IMPORT_SHORT: Words = ["收进内容", "匯入內容", "Take in"];
pub const SHOW_BLEED: Words = ["出血与安全区", "出血與安全範圍", "Bleed and safe area"];
pub const QUIT: Words = ["退出", "結束", "Quit"];
pub const CANCEL: Words = ["取消", "取消", "Cancel"];
pub const KEEP: Words = ["再看看", "再看看", "Not now"];
pub const BOARDS: Words = ["展板", "展板", "Boards"];
pub const PHOTOS: Words = ["照片", "照片", "Photos"];
pub const ADD_PHOTOS: Words = ["添加照片", "加入照片", "Add photos"];
pub const FIND_PHOTO: Words = ["找照片", "找照片", "Find photos"];
pub const FIND_BOARD: Words = ["找展板", "找展板", "Find boards"];
pub const UNUSED: Words = ["未用", "未用", "Unused"];
pub const PROPERTIES: Words = ["属性", "屬性", "Properties"];
pub const TEXTS: Words = ["文字", "文字", "Text"];
pub const CHECK: Words = ["检查", "檢查", "Check"];
pub const POSITION: Words = ["位置与大小", "位置與大小", "Position and size"];
pub const LEFT: Words = ["左", "左", "X"];
pub const TOP: Words = ["上", "上", "Y"];
pub const WIDTH: Words = ["宽", "寬", "W"];
pub const HEIGHT: Words = ["高", "高", "H"];
pub const ANGLE: Words = ["转", "轉", "A"];
pub const BACK_TO_SLOT: Words = ["放回版式的位置", "放回版式的位置", "Back to the template's place"];
pub const CAPTION: Words = ["说明文字", "圖說", "Caption"];
pub const TAG: Words = ["角标", "角標", "Tag"];
pub const REPLACE: Words = ["换一张", "換一張", "Replace"];
pub const CROP: Words = ["裁切", "裁切", "Crop"];
pub const CROP_ZOOM: Words = ["放大", "放大", "Zoom"];
pub const CROP_RESET: Words = ["复位", "重設", "Reset"];
pub const NO_PHOTO: Words = ["还没有照片", "還沒有照片", "No photo yet"];
pub const HIDE: Words = ["隐藏", "隱藏", "Hide"];
pub const SHOW: Words = ["显示", "顯示", "Show"];
pub const LOCK: Words = ["锁定", "鎖定", "Lock"];
pub const UNLOCK: Words = ["解锁", "解鎖", "Unlock"];
pub const SIMPLIFIED: Words = ["简体", "簡體", "Simplified"];
pub const TRADITIONAL: Words = ["繁体", "繁體", "Traditional"];
pub const HANS: Words = ["简", "簡", "SC"];
pub const HANT: Words = ["繁", "繁", "TC"];
pub const SOURCE: Words = ["原文", "原文", "source"];
pub const FOLLOWS: Words = ["随原文转换", "隨原文轉換", "follows the source"];
pub const REWRITTEN: Words = ["已单独改写", "已單獨改寫", "edited separately"];
pub const FROZEN: Words = ["已定稿", "已定稿", "kept as approved"];
pub const STALE: Words = [
    "原文改过，这里还是旧的",
    "原文改過，這裡還是舊的",
    "The source has changed since",
];
pub const KEEP_MINE: Words = ["保留", "保留", "Keep mine"];
pub const DOUBT: Words = ["存疑", "存疑", "Undecided"];
pub const BOARD_FACTS: Words = ["这块展板", "這塊展板", "This board"];
pub const CODE: Words = ["编号", "編號", "Code"];
pub const TEMPLATE: Words = ["版式", "版式", "Template"];
pub const SIZE: Words = ["尺寸", "尺寸", "Size"];
pub const STATE: Words = ["状态", "狀態", "State"];
pub const TITLE: Words = ["标题", "標題", "Title"];
pub const SCRIPT: Words = ["用字", "用字", "Script"];
pub const NUMBER: Words = ["号", "號", "No."];
pub const CREATE: Words = ["建好，开始编辑", "建立並開始編輯", "Create and edit"];
pub const TEMPLATE_CHANGED: Words = ["版式已经换好", "版式已經換好", "Template changed"];
pub const FOR_UNIT: Words = ["做给哪个单位", "做給哪個單位", "For which unit"];
pub const NO_BOARDS: Words = [
    "还没有展板。把照片和文字拖进来，或者从版式开始。",
    "還沒有展板。把照片和文字拖進來，或者從版式開始。",
    "No boards yet. Drop photos and text here, or start from a template.",
];
pub const NO_BOARD_OPEN: Words = [
    "左边选一块展板，或者新建一块。",
    "左邊選一塊展板，或者新增一塊。",
    "Choose a board on the left, or make a new one.",
];
pub const NO_PHOTOS: Words = ["把照片拖到窗口里。", "把照片拖到視窗裡。", "Drop photos on the window."];
pub const NOTHING_CHOSEN: Words = [
    "点展板上的一处，这里就能改它。",
    "點展板上的一處，這裡就能改它。",
    "Click something on the board to change it here.",
];
pub const NO_FINDINGS: Words = ["没有发现问题", "沒有發現問題", "No problems found"];
pub const CHECKING: Words = ["正在检查…", "正在檢查…", "Checking…"];
pub const ARRANGE: Words = ["重新排", "重新排列", "Arrange again"];
pub const TURN_BOARD: Words = ["转四分之一圈", "轉四分之一圈", "Quarter turn"];
pub const TURN_RIGHT: Words = ["向右转一点", "向右轉一點", "Turn right a little"];
pub const TURN_LEFT: Words = ["向左转一点", "向左轉一點", "Turn left a little"];
pub const EARLIER: Words = ["往前一位", "往前一位", "One place earlier"];
pub const LATER: Words = ["往后一位", "往後一位", "One place later"];
pub const TAKE_OFF_PLAN: Words = ["从图上拿下来", "從圖上拿下來", "Take off the plan"];
pub const PLACE_ALL: Words = ["把它们都放上", "把它們都放上", "Give all a place"];
pub const NUMBER_BY_PLACE: Words = ["按位置编号", "依位置編號", "Number by place"];
pub const NEW_PLAZA: Words = ["新建广场", "新增廣場", "New plaza"];
pub const DELETE_PLAZA: Words = ["删除广场", "刪除廣場", "Delete plaza"];
pub const PLAN_SHEET: Words = ["布展图", "佈展圖", "Set-up plan"];
pub const PLAN_PDF: Words = ["导出布展图 PDF", "匯出佈展圖 PDF", "Export plan as PDF"];
pub const PLAN_PNG: Words = ["导出布展图 PNG", "匯出佈展圖 PNG", "Export plan as PNG"];
pub const ORDER: Words = ["参观次序", "參觀順序", "Visiting order"];
pub const ORDER_HINT: Words = [
    "拖动换位，编号、标牌、台账一起改",
    "拖曳換位，編號、標牌、清冊一起改",
    "Drag to reorder; numbers, labels and ledger follow",
];
pub const NO_PLAZA: Words = [
    "广场还没有排过。先排一次，再拖动。",
    "廣場還沒有排過。先排一次，再拖曳。",
    "The plaza is not arranged yet. Arrange it once, then drag.",
];
pub const OPEN_BOARD: Words = ["打开展板", "開啟展板", "Open board"];
pub const HAND_OVER: Words = ["交付印厂", "交付印刷廠", "Hand over"];
pub const SHOP: Words = ["印厂", "印刷廠", "Print shop"];
pub const BLEED: Words = ["出血", "出血", "Bleed"];
pub const CROP_MARKS: Words = ["裁切线", "裁切線", "Crop marks"];
pub const INK_LIMIT: Words = ["总墨量上限", "總墨量上限", "Ink limit"];
pub const EXPORT: Words = ["导出", "匯出", "Export"];
pub const EXPORT_ALL: Words = ["全部展板 PDF", "全部展板 PDF", "All boards as PDFs"];
pub const EXPORT_THIS: Words = ["这一块 PDF", "這一塊 PDF", "This board as PDF"];
pub const EXPORT_JOINED: Words = ["合订一本 PDF", "合訂一本 PDF", "One joined PDF"];
pub const ERRORS: Words = ["错误", "錯誤", "Errors"];
pub const WARNINGS: Words = ["提醒", "提醒", "Warnings"];
pub const NOTES: Words = ["说明", "說明", "Notes"];
pub const GO_THERE: Words = ["去修改", "去修改", "Go there"];
pub const DONE: Words = ["完成", "完成", "Done"];
pub const CANCELLED: Words = ["已取消", "已取消", "Cancelled"];
pub const FAILED: Words = ["没有做成", "沒有完成", "Did not work"];
pub const OPEN_FOLDER: Words = ["打开文件夹", "開啟資料夾", "Open folder"];
pub const CLEAR: Words = ["从列表去掉", "從清單移除", "Remove from the list"];
pub const AGAIN: Words = ["重试", "重試", "Try again"];
pub const ADD_UNIT: Words = ["添加单位", "新增單位", "Add a unit"];
pub const NAME_HANS: Words = ["简体名称", "簡體名稱", "Name, Simplified"];
pub const NAME_HANT: Words = ["繁体名称", "繁體名稱", "Name, Traditional"];
pub const UP: Words = ["上移", "上移", "Move up"];
pub const DOWN: Words = ["下移", "下移", "Move down"];
pub const REMOVE: Words = ["去掉", "移除", "Remove"];
pub const REVIEW_LIST: Words = ["按状态看展板", "依狀態看展板", "By state"];
pub const CHANGE_TO: Words = ["改为", "改為", "Change to"];
pub const HINT_CANVAS: Words = [
    "拖动移动 · 拖四角缩放 · 空格拖动平移 · Ctrl 滚轮缩放",
    "拖曳移動 · 拖四角縮放 · 空白鍵拖曳平移 · Ctrl 滾輪縮放",
    "Drag to move · corners to resize · Space-drag to pan · Ctrl-wheel to zoom",
];
pub const HINT_PLAZA: Words = [
    "拖动移动 · 方向键微调 10 cm · 双击看大图",
    "拖曳移動 · 方向鍵微調 10 cm · 按兩下看大圖",
    "Drag to move · arrows nudge 10 cm · double-click opens the board",
];
pub const HINT_OVERVIEW: Words = ["双击打开展板", "按兩下開啟展板", "Double-click opens a board"];
pub const HINT_PRINT: Words = [
    "点一条就打开它说的地方",
    "點一條就開啟它說的地方",
    "Click a finding to open its place",
];
pub const HINT_TEXT: Words = [
    "点别处就收进去 · Esc 不改",
    "點別處就收進去 · Esc 不改",
    "Click elsewhere to keep · Esc to leave as it was",
];
pub const NOT_FOUND: Words = ["没有找到", "沒有找到", "Nothing found for"];
pub const PHOTO_MISSING: Words = ["找不到照片文件", "找不到照片檔案", "The photo file is missing"];
pub const PHOTO_BROKEN: Words = ["照片打不开", "照片打不開", "The photo cannot be read"];
pub const PHOTO_TRUNCATED: Words = ["照片不完整", "照片不完整", "The photo is cut short"];
pub const PHOTO_TOO_LARGE: Words = ["照片太大", "照片太大", "The photo is too large"];
pub const EXPAND: Words = ["展开", "展開", "Show all"];
pub const COLLAPSE: Words = ["收起", "收合", "Show fewer"];
pub const VALUE: Words = ["数字", "數字", "Figure"];
pub const UNIT_OF_NUMBER: Words = ["量词", "單位詞", "Unit"];
pub const LABEL: Words = ["说明", "說明", "Label"];
pub const QR_CONTENT: Words = ["扫码打开", "掃碼開啟", "Opens"];
pub const SPEAKER: Words = ["说话人", "說話人", "Speaker"];
pub const POST: Words = ["身份", "身分", "Who"];
pub const CALL: Words = ["提示语", "提示語", "Call"];
pub const STEP_HEAD: Words = ["小标题", "小標題", "Head"];
pub const FROM: Words = ["原来", "原來", "Before"];
pub const TO: Words = ["现在", "現在", "Now"];
pub const TABLE: Words = ["表格", "表格", "Table"];

pub const APP_NAME: Words = ["展板", "展板", "Exhibition boards"];
pub const APP_LINE: Words = [
    "做展板、排广场、交印厂",
    "做展板、排廣場、交印刷廠",
    "Make boards, plan the plaza, hand over to the shop",
];
pub const OFFLINE: Words = [
    "不需要联网，资料都存在这台电脑上",
    "不需要連網，資料都存在這台電腦上",
    "No network needed; everything stays on this computer",
];
pub const FIRST_TITLE: Words = [
    "先定两件事，以后都能改",
    "先定兩件事，以後都能改",
    "Two choices first; both can change later",
];
pub const YOUR_PART: Words = ["您做什么", "您做什麼", "What you do"];
pub const CLERK: Words = ["我做展板", "我做展板", "I make boards"];
pub const CLERK_LINE: Words = [
    "乡镇、单位：放照片、写说明、检查、送审",
    "鄉鎮、單位：放照片、寫圖說、檢查、送審",
    "A unit: photos, captions, check, hand in",
];
pub const ORGANIZER: Words = ["我办展览", "我辦展覽", "I run the exhibition"];
pub const ORGANIZER_LINE: Words = [
    "主办单位：收展板、审阅、排广场、交印厂",
    "主辦單位：收展板、審閱、排廣場、交印刷廠",
    "The organizer: review, plaza, print shop",
];
pub const PREPARING: Words = ["正在准备样例展览", "正在準備範例展覽", "Making the sample exhibition"];
pub const OPENING: Words = ["正在打开展览", "正在開啟展覽", "Opening the exhibition"];
pub const MAKE_SAMPLE: Words = ["先看样例展览", "先看範例展覽", "Look at the sample"];
pub const PALETTE: Words = ["命令与查找", "指令與搜尋", "Commands and search"];
pub const NEXT_FINDING: Words = ["下一个问题", "下一個問題", "Next finding"];
pub const ADD_PHOTOS_TO: Words = ["添加照片…", "加入照片…", "Add photos…"];
pub const NOTHING_NEW: Words = [
    "没有新内容，什么也没有改",
    "沒有新內容，什麼也沒有改",
    "Nothing new; nothing was changed",
];
pub const SELECT_ALL: Words = ["全选", "全選", "Select all"];
pub const ADD_TEXT: Words = ["添加文字", "新增文字", "Add text"];
pub const ADD_PHOTO_PLACE: Words = ["添加照片位", "新增照片位", "Add a photo place"];
pub const INSERT: Words = ["插入", "插入", "Insert"];
pub const ADD_NUMBER: Words = ["插入大数字", "插入大數字", "Insert a big number"];
pub const ADD_QUOTE: Words = ["插入引语", "插入引言", "Insert a quote"];
pub const ADD_QR: Words = ["插入二维码", "插入 QR 碼", "Insert a QR code"];
pub const ADD_TABLE: Words = ["插入表格", "插入表格", "Insert a table"];
pub const ADD_STEP: Words = ["插入步骤", "插入步驟", "Insert a step"];
pub const ADD_CHANGE: Words = ["插入前后对比", "插入前後對比", "Insert a before and after"];
pub const ADD_RECT: Words = ["插入矩形", "插入矩形", "Insert a rectangle"];
pub const ADD_ELLIPSE: Words = ["插入椭圆", "插入橢圓", "Insert an ellipse"];
pub const ADD_LINE: Words = ["插入直线", "插入直線", "Insert a line"];
pub const ADD_ARROW: Words = ["插入箭头", "插入箭頭", "Insert an arrow"];
pub const ADD_ART: Words = ["插入图形文件…", "插入圖形檔案…", "Insert a drawing…"];
pub const ADD_EMBLEM: Words = ["插入徽标…", "插入標誌…", "Insert an emblem…"];
pub const EDIT_TEXT: Words = ["改文字", "改文字", "Edit the text"];
pub const REPLACE_PHOTO: Words = ["换照片或图形…", "換照片或圖形…", "Replace the photo or drawing…"];
pub const CROP_PHOTO: Words = ["裁切照片", "裁切照片", "Crop the photo"];
pub const CUT: Words = ["剪下", "剪下", "Cut"];
pub const COPY: Words = ["拷贝", "拷貝", "Copy"];
pub const PASTE: Words = ["粘贴", "貼上", "Paste"];
pub const DUPLICATE_ELEMENT: Words = ["再来一个", "再來一個", "Duplicate"];
pub const DELETE_ELEMENT: Words = ["删除这一样", "刪除這一樣", "Delete this"];
pub const FORWARD: Words = ["前移一层", "前移一層", "Bring forward"];
pub const BACKWARD: Words = ["后移一层", "後移一層", "Send backward"];
pub const TO_FRONT: Words = ["放到最前", "放到最前", "Bring to front"];
pub const TO_BACK: Words = ["放到最后", "放到最後", "Send to back"];
pub const LOCK_OR_UNLOCK: Words = ["锁定 / 解锁", "鎖定 / 解鎖", "Lock or unlock"];
pub const HIDE_OR_SHOW: Words = ["隐藏 / 显示", "隱藏 / 顯示", "Hide or show"];
pub const NEXT_ELEMENT: Words = ["选下一样", "選下一樣", "Select the next"];
pub const PREVIOUS_ELEMENT: Words = ["选上一样", "選上一樣", "Select the previous"];
pub const NEXT_DOUBT: Words = ["下一处存疑", "下一處存疑", "Next undecided character"];
pub const OTHER_SCRIPT: Words = ["换看简体 / 繁体", "換看簡體 / 繁體", "Show the other script"];
pub const ROLE: Words = ["您做什么", "您做什麼", "What you do"];
pub const JOBS: Words = ["进行中的事", "進行中的工作", "Jobs"];
pub const NO_JOBS: Words = ["现在没有进行中的事", "現在沒有進行中的工作", "Nothing under way"];
pub const SHOW_MENU: Words = ["展览", "展覽", "Exhibition"];
pub const VIEW_MENU: Words = ["显示", "顯示", "View"];
pub const CHOOSE_SHOW: Words = [
    "打开哪个展览文件夹（.zhanban）",
    "開啟哪個展覽資料夾（.zhanban）",
    "Which exhibition folder (.zhanban)",
];
pub const CHOOSE_CONTENT: Words = ["收进哪个内容文件夹", "匯入哪個內容資料夾", "Which content folder"];
pub const CHOOSE_PHOTO: Words = ["放哪一张照片", "放哪一張照片", "Choose the photo"];
pub const CHOOSE_PHOTOS: Words = ["添加哪些照片", "加入哪些照片", "Which photos"];
pub const CHOOSE_TARGET: Words = ["导出到哪个文件夹", "匯出到哪個資料夾", "Export to which folder"];
pub const PATH: Words = ["路径", "路徑", "Path"];
pub const PATH_HINT: Words = [
    "这台电脑没有文件选择窗口，请写出完整路径。",
    "這台電腦沒有檔案選擇視窗，請寫出完整路徑。",
    "This computer has no file dialog; please write the full path.",
];
pub const RECKONING: Words = ["正在算……", "正在算……", "Reckoning…"];
pub const PATH_MISSING: Words = [
    "没有这个文件或文件夹",
    "沒有這個檔案或資料夾",
    "There is no such file or folder",
];
pub const OK: Words = ["好", "好", "OK"];
pub const NEEDS_REVIEW: Words = ["待审", "待審", "Waiting"];
pub const WITH_ERRORS: Words = ["有错误", "有錯誤", "With errors"];
pub const WITH_WARNINGS: Words = ["有提醒", "有提醒", "With warnings"];
pub const CARD_SIZE: Words = ["卡片大小", "卡片大小", "Card size"];
pub const LARGER: Words = ["大一点", "大一點", "Larger"];
pub const SMALLER: Words = ["小一点", "小一點", "Smaller"];
pub const CHARACTERS: Words = ["字数", "字數", "Characters"];
pub const FINDINGS: Words = ["问题", "問題", "Findings"];
pub const NEW_UNIT: Words = ["新单位的名称", "新單位的名稱", "Name of the new unit"];
pub const SAME_IF_BLANK: Words = ["留空就自动转换", "留空就自動轉換", "Converted if left empty"];
pub const UNIT_HAS_BOARDS: Words = ["还有展板，不能去掉", "還有展板，不能移除", "It still has boards"];
pub const DECIDE: Words = ["怎么定", "如何決定", "Decide"];
pub const NO_DECISION: Words = ["左边选一块展板", "左邊選一塊展板", "Choose a board on the left"];
pub const WHICH: Words = ["印哪些", "印哪些", "Which boards"];
pub const ALL_BOARDS: Words = ["全部展板", "全部展板", "All boards"];
pub const ONLY_APPROVED: Words = ["只印已通过的", "只印已核可的", "Only approved boards"];
pub const ONLY_THIS: Words = ["只印选中的这一块", "只印選取的這一塊", "Only the chosen board"];
pub const HOW: Words = ["怎么交", "怎麼交", "How"];
pub const ONE_FILE_EACH: Words = ["每块一个 PDF", "每塊一個 PDF", "One PDF each"];
pub const COMPLETE_JOB: Words = [
    "整套：文件、工单、标签",
    "整套：檔案、工單、標籤",
    "Complete job for the shop",
];
pub const HOW_MUCH: Words = ["交付范围", "交付範圍", "How much of it"];
pub const WHOLE_JOB: Words = ["全部都交", "全部都交", "All of it"];
pub const ZIP_TOO: Words = ["旁边再放一个 ZIP", "旁邊再放一個 ZIP", "A ZIP beside the folder"];
pub const HAND_OVER_DEED: Words = ["交付", "交付", "Hand over"];
pub const SENT: Words = ["已经交付", "已經交付", "Handed over"];
pub const OPEN_REGISTERS: Words = ["打开登记…", "開啟登記…", "Open registers…"];
pub const MEND: Words = ["改好", "改好", "Mend"];
pub const MENDED: Words = ["改好了", "改好了", "Mended"];
pub const REASON: Words = ["照此付印的理由", "照此付印的理由", "Reason to print it so"];
pub const REASON_HINT: Words = ["照此付印？写明理由", "照此付印？寫明理由", "Print it so? Write why"];
pub const ONE_FILE: Words = ["合订一本 PDF", "合訂一本 PDF", "One joined PDF"];
pub const OF_SHOW: Words = ["整个展览", "整個展覽", "Whole exhibition"];
pub const COMMANDS: Words = ["命令", "指令", "Commands"];
pub const IN_TEXTS: Words = ["展板里的文字", "展板裡的文字", "Texts on boards"];
pub const PALETTE_KEYS: Words = [
    "上下键选择　回车打开　Esc 关闭",
    "上下鍵選擇　Enter 開啟　Esc 關閉",
    "Arrows choose · Enter opens · Esc closes",
];
pub const NO_HIT: Words = ["没有找到", "沒有找到", "Nothing found"];
pub const SHOW_ALL: Words = ["显示全部展板", "顯示全部展板", "Show all boards"];
pub const HINT_REVIEW: Words = [
    "J / K 上一块、下一块 · P 通过 · R 退回",
    "J / K 上一塊、下一塊 · P 核可 · R 退回",
    "J / K previous, next · P approve · R return",
];
pub const DISMISS: Words = ["知道了", "知道了", "Dismiss"];
pub const NEW_CODE: Words = ["编号", "編號", "Code"];
pub const DELETE_CONSEQUENCE: Words = [
    "它在总览的回收站里放 30 天，随时可以放回原处；照片文件还在照片库里。",
    "它在總覽的回收桶裡放 30 天，隨時可以放回原處；照片檔案還在照片庫裡。",
    "It waits in the bin of the overview for 30 days and can be put back any time; the photos stay.",
];

pub fn purpose(purpose: &Purpose) -> Words {
    match purpose {
        Purpose::OpenShow => CHOOSE_SHOW,
        Purpose::NewShow(_) => super::show_form::CHOOSE_HOME,
        Purpose::ImportFolder => CHOOSE_CONTENT,
        Purpose::Photos(Some(_)) => CHOOSE_PHOTO,
        Purpose::Photos(None) => CHOOSE_PHOTOS,
        Purpose::Export(_) | Purpose::WordsOut => CHOOSE_TARGET,
        Purpose::ForBoard => [
            "选照片和文字（可以多选）",
            "選擇照片和文字（可以多選）",
            "Choose photos and texts",
        ],
        Purpose::Article => [
            "选一篇文章（Word、TXT）",
            "選擇一篇文章（Word、TXT）",
            "Choose an article (Word, TXT)",
        ],
        Purpose::Exchange(place) => place.title(),
        Purpose::OutputProfile => super::shops::words::CHOOSE_PROFILE,
        Purpose::FactsIn | Purpose::NamesIn => [
            "选一个表格（CSV、XLSX）",
            "選擇一個表格（CSV、XLSX）",
            "Choose a table (CSV, XLSX)",
        ],
        Purpose::WordsIn => [
            "选一个词表文件（CSV）",
            "選擇詞表檔案（CSV）",
            "Choose a table of words (CSV)",
        ],
    }
}

pub fn state(state: BoardState) -> Words {
    match state {
        BoardState::Draft => ["制作中", "製作中", "Draft"],
        BoardState::SelfChecked => ["已自检", "已自檢", "Self-checked"],
        BoardState::Submitted => ["已送审", "已送審", "Submitted"],
        BoardState::InReview => ["审阅中", "審閱中", "In review"],
        BoardState::Returned => ["退回修改", "退回修改", "Returned"],
        BoardState::Approved => ["已通过", "已核可", "Approved"],
        BoardState::SentToShop => ["已送厂", "已送廠", "Sent to shop"],
        BoardState::Printed => ["已印好", "已印好", "Printed"],
        BoardState::Standing => ["已立起", "已就位", "Standing"],
    }
}

/// The deed that leads to a state, as a button says it.
pub fn decision(to: BoardState) -> Words {
    match to {
        BoardState::Draft => ["接着制作", "繼續製作", "Back to work"],
        BoardState::SelfChecked => ["记为已自检", "記為已自檢", "Mark as self-checked"],
        BoardState::Submitted => ["送审", "送審", "Submit"],
        BoardState::InReview => ["开始审阅", "開始審閱", "Start the review"],
        BoardState::Returned => ["退回修改", "退回修改", "Return"],
        BoardState::Approved => ["通过", "核可", "Approve"],
        BoardState::SentToShop => ["送厂", "送廠", "Send to the shop"],
        BoardState::Printed => ["记为已印好", "記為已印好", "Mark as printed"],
        BoardState::Standing => ["记为已立起", "記為已就位", "Mark as standing"],
    }
}

/// The name of a slot by its role: `photo.2` is a photo.
pub fn role(role: &str) -> Words {
    match role {
        "title" => ["标题", "標題", "Title"],
        "subtitle" | "sub" => ["副题", "副題", "Subtitle"],
        "couplet" => ["对联", "對聯", "Couplet"],
        "heading" | "head" => ["小标题", "小標題", "Heading"],
        "lead" => ["导语", "導語", "Lead"],
        "body" => ["正文", "內文", "Body text"],
        "quote" => ["引语", "引言", "Quote"],
        "number" => ["大数字", "大數字", "Big number"],
        "photo" => ["照片", "照片", "Photo"],
        "credits" | "credit" => ["落款", "落款", "Credits"],
        "qr" => ["二维码", "QR 碼", "QR code"],
        "table" => ["表格", "表格", "Table"],
        "step" => ["步骤", "步驟", "Step"],
        "change" => ["前后对比", "前後對比", "Before and after"],
        "shape" => ["形状", "形狀", "Shape"],
        "line" => ["线条", "線條", "Line"],
        "art" => ["图形", "圖形", "Drawing"],
        "emblem" => ["徽标", "標誌", "Emblem"],
        "slogan" => ["口号", "口號", "Slogan"],
        "seal" => ["印章", "印章", "Seal"],
        _ => ["文字", "文字", "Text"],
    }
}
