//! The table itself: what each action is called and does, its icon, its keys, when it can run.

use super::{Action, Can, Row};
use crate::app::session::Workspace;
use crate::app::widgets::Icon;
use crate::app::words::{self, Words};
use crate::app::{colours_form, fonts_form, photo_deeds, registers_form, restyle, rules_form, show_form, versions};
use egui::{Key, KeyboardShortcut, Modifiers};
use egui_material_icons::icons as i;

pub static TABLE: &[Row] = &[
    row(
        Action::Go(Workspace::Overview),
        words::OVERVIEW,
        ["所有单位和展板", "所有單位和展板", "All units and boards"],
        i::ICON_DASHBOARD,
        ctrl(Key::Num1),
        always,
    ),
    row(
        Action::Go(Workspace::Board),
        words::BOARD,
        ["编辑一块展板", "編輯一塊展板", "Edit one board"],
        i::ICON_IMAGE,
        ctrl(Key::Num2),
        always,
    ),
    row(
        Action::Go(Workspace::Plaza),
        words::PLAZA,
        ["展板立在哪里", "展板立在哪裡", "Where the boards stand"],
        i::ICON_MAP,
        ctrl(Key::Num3),
        always,
    ),
    row(
        Action::Go(Workspace::Review),
        words::REVIEW,
        ["每块展板走到哪一步", "每塊展板走到哪一步", "How far each board is"],
        i::ICON_RATE_REVIEW,
        ctrl(Key::Num4),
        always,
    ),
    row(
        Action::Go(Workspace::Print),
        words::PRINT,
        ["检查，交给印厂", "檢查，交給印刷廠", "Check and hand over to the shop"],
        i::ICON_PRINT,
        ctrl(Key::Num5),
        always,
    ),
    row(
        Action::NewShow,
        show_form::NEW_SHOW,
        show_form::NEW_SHOW_HELP,
        i::ICON_CREATE_NEW_FOLDER,
        ctrl_shift(Key::N),
        always,
    ),
    row(
        Action::ShowSettings,
        show_form::SHOW_SETTINGS,
        show_form::SHOW_SETTINGS_HELP,
        i::ICON_SETTINGS,
        None,
        show,
    ),
    row(
        Action::Fonts,
        fonts_form::FONTS,
        fonts_form::FONTS_HELP,
        i::ICON_FONT_DOWNLOAD,
        None,
        show,
    ),
    row(
        Action::Colours,
        colours_form::COLOURS,
        colours_form::COLOURS_HELP,
        i::ICON_PALETTE,
        None,
        show,
    ),
    row(
        Action::Rules,
        rules_form::RULES_TITLE,
        rules_form::RULES_HELP,
        i::ICON_FACT_CHECK,
        None,
        show,
    ),
    row(
        Action::Registers,
        registers_form::REGISTERS,
        registers_form::REGISTERS_HELP,
        i::ICON_MENU_BOOK,
        None,
        show,
    ),
    row(
        Action::Open,
        words::OPEN,
        [
            "打开一个 .zhanban 文件夹",
            "開啟一個 .zhanban 資料夾",
            "Opens a .zhanban folder",
        ],
        i::ICON_FOLDER_OPEN,
        ctrl(Key::O),
        always,
    ),
    row(
        Action::Sample,
        words::MAKE_SAMPLE,
        [
            "200 块展板，随便改",
            "200 塊展板，隨便改",
            "200 boards to try things on",
        ],
        i::ICON_DOWNLOAD,
        None,
        always,
    ),
    row(
        Action::Draft,
        ["文章做成展板…", "文章做成展板…", "Boards from an article…"],
        [
            "一篇文章加还没用的照片，排成一组展板",
            "一篇文章加還沒用的照片，排成一組展板",
            "An article and the photos not yet used become a series of boards",
        ],
        i::ICON_AUTO_AWESOME_MOTION,
        None,
        show,
    ),
    row(
        Action::Import,
        words::IMPORT,
        [
            "按文件夹里的照片和文字做成展板",
            "依資料夾裡的照片和文字做成展板",
            "Makes boards from a folder of photos and texts",
        ],
        i::ICON_DOWNLOAD,
        ctrl_shift(Key::I),
        show,
    ),
    row(
        Action::NewBoard,
        words::NEW_BOARD,
        ["从版式开始", "從版式開始", "Starts from a template"],
        i::ICON_NOTE_ADD,
        ctrl(Key::N),
        show,
    ),
    row(
        Action::Duplicate,
        words::DUPLICATE,
        ["照这一块再做一块", "照這一塊再做一塊", "A second board like this one"],
        i::ICON_CONTENT_COPY,
        ctrl_shift(Key::D),
        board,
    ),
    row(
        Action::DeleteBoard,
        words::DELETE_BOARD,
        ["先问一声；可以撤销", "先問一聲；可以復原", "Asks first; can be undone"],
        i::ICON_DELETE,
        ctrl(Key::Backspace),
        board,
    ),
    row(
        Action::Restyle,
        restyle::RESTYLE,
        restyle::RESTYLE_HELP,
        i::ICON_DASHBOARD_CUSTOMIZE,
        ctrl_shift(Key::M),
        board,
    ),
    row(
        Action::Versions,
        versions::VERSIONS,
        versions::VERSIONS_HELP,
        i::ICON_UPDATE,
        None,
        show,
    ),
    row(
        Action::Rearrange,
        photo_deeds::REARRANGE,
        photo_deeds::REARRANGE_HELP,
        i::ICON_AUTO_AWESOME_MOSAIC,
        ctrl_shift(Key::R),
        board,
    ),
    row(
        Action::Shuffle,
        photo_deeds::SHUFFLE,
        photo_deeds::SHUFFLE_HELP,
        i::ICON_SHUFFLE,
        None,
        board,
    ),
    row(
        Action::Undo,
        words::UNDO,
        ["退回上一步", "退回上一步", "Takes back the last step"],
        i::ICON_UNDO,
        ctrl(Key::Z),
        |can| can.undo,
    ),
    row(
        Action::Redo,
        words::REDO,
        ["再做一遍", "再做一遍", "Does it again"],
        i::ICON_REDO,
        ctrl_shift(Key::Z),
        |can| can.redo,
    ),
    row(
        Action::Fit,
        words::FIT,
        ["整块看全", "整塊看全", "Shows everything"],
        i::ICON_FIT_SCREEN,
        ctrl(Key::Num0),
        always,
    ),
    row(
        Action::RealSize,
        words::REAL_SIZE,
        ["与印出来一样大", "與印出來一樣大", "As large as printed"],
        i::ICON_ZOOM_IN,
        ctrl(Key::Num9),
        board,
    ),
    row(
        Action::ZoomIn,
        words::ZOOM_IN,
        ["Ctrl 滚轮也行", "Ctrl 滾輪也行", "Ctrl-wheel does the same"],
        i::ICON_ZOOM_IN,
        ctrl(Key::Equals),
        always,
    ),
    row(
        Action::ZoomOut,
        words::ZOOM_OUT,
        ["Ctrl 滚轮也行", "Ctrl 滾輪也行", "Ctrl-wheel does the same"],
        i::ICON_ZOOM_OUT,
        ctrl(Key::Minus),
        always,
    ),
    row(
        Action::ToggleBleed,
        words::SHOW_BLEED,
        ["一直显示两条虚线", "一直顯示兩條虛線", "Always shows both dashed lines"],
        i::ICON_VISIBILITY,
        ctrl(Key::Semicolon),
        board,
    ),
    row(
        Action::Find,
        words::SEARCH,
        [
            "编号、标题、单位、正文都找",
            "編號、標題、單位、內文都找",
            "Codes, titles, units and texts",
        ],
        i::ICON_SEARCH,
        ctrl(Key::F),
        show,
    ),
    row(
        Action::Texts,
        words::TEXT_TOOLS_LONG,
        [
            "在所有展板里查找替换、清理、定字、管词表",
            "在所有展板裡尋找取代、清理、定字、管詞表",
            "Find and replace, clean up, settle characters, keep the word list, over all boards",
        ],
        i::ICON_FIND_REPLACE,
        ctrl(Key::H),
        show,
    ),
    row(
        Action::Palette,
        words::PALETTE,
        [
            "命令、展板、文字一处找",
            "指令、展板、文字一處找",
            "Commands, boards and texts in one place",
        ],
        i::ICON_SEARCH,
        ctrl(Key::K),
        show,
    ),
    row(
        Action::NextFinding,
        words::NEXT_FINDING,
        ["打开它说的地方", "開啟它說的地方", "Opens the place it is about"],
        i::ICON_FACT_CHECK,
        plain(Key::F7),
        show,
    ),
    row(
        Action::AddPhotos,
        words::ADD_PHOTOS_TO,
        [
            "也可以直接拖进窗口",
            "也可以直接拖進視窗",
            "You can drop them on the window too",
        ],
        i::ICON_ADD_PHOTO_ALTERNATE,
        ctrl_shift(Key::P),
        show,
    ),
    row(
        Action::Arrange,
        words::ARRANGE,
        ["按参观次序重新排成行", "依參觀順序重新排成列", "Rows in visiting order"],
        i::ICON_AUTO_FIX_HIGH,
        ctrl_shift(Key::A),
        show,
    ),
    row(
        Action::PlanPdf,
        words::PLAN_PDF,
        ["一张图，真实比例", "一張圖，真實比例", "One sheet, true to scale"],
        i::ICON_PICTURE_AS_PDF,
        None,
        show,
    ),
    row(
        Action::PlanPng,
        words::PLAN_PNG,
        ["发到群里看", "傳到群組看", "For chat and mail"],
        i::ICON_IMAGE,
        None,
        show,
    ),
    row(
        Action::ExportThis,
        words::EXPORT_THIS,
        ["打开的这一块", "開啟的這一塊", "The open board"],
        i::ICON_PICTURE_AS_PDF,
        ctrl(Key::E),
        board,
    ),
    row(
        Action::ExportAll,
        words::EXPORT_ALL,
        ["每块一个文件", "每塊一個檔案", "One file each"],
        i::ICON_PICTURE_AS_PDF,
        ctrl_shift(Key::E),
        show,
    ),
    row(
        Action::ExportJoined,
        words::EXPORT_JOINED,
        ["按参观次序装在一起", "依參觀順序裝在一起", "In visiting order"],
        i::ICON_PICTURE_AS_PDF,
        None,
        show,
    ),
    row(
        Action::SelectAll,
        words::SELECT_ALL,
        ["画布上的每一样", "畫布上的每一樣", "Everything on the canvas"],
        i::ICON_SELECT_ALL,
        ctrl(Key::A),
        |can| can.on_board || can.on_plaza,
    ),
    row(
        Action::AddText,
        words::ADD_TEXT,
        ["放在画布正中", "放在畫布正中", "In the middle of the canvas"],
        i::ICON_TEXT_FIELDS,
        plain(Key::T),
        on_board,
    ),
    row(
        Action::AddPhotoPlace,
        words::ADD_PHOTO_PLACE,
        [
            "空着的照片位，再放照片",
            "空著的照片位，再放照片",
            "An empty place; then put a photo in",
        ],
        i::ICON_ADD_PHOTO_ALTERNATE,
        plain(Key::P),
        on_board,
    ),
    row(
        Action::AddRect,
        words::ADD_RECT,
        [
            "色块、边框、底板",
            "色塊、邊框、底板",
            "A block of colour, a frame, a plate",
        ],
        i::ICON_RECTANGLE,
        None,
        on_board,
    ),
    row(
        Action::AddEllipse,
        words::ADD_ELLIPSE,
        [
            "宽高一样就是圆",
            "寬高一樣就是圓",
            "A circle where both sides are equal",
        ],
        i::ICON_CIRCLE,
        None,
        on_board,
    ),
    row(
        Action::AddLine,
        words::ADD_LINE,
        ["拖动两端改方向", "拖曳兩端改方向", "Drag its ends to turn it"],
        i::ICON_DIAGONAL_LINE,
        None,
        on_board,
    ),
    row(
        Action::AddArrow,
        words::ADD_ARROW,
        ["一端或两端带箭头", "一端或兩端帶箭頭", "With a head at one end or both"],
        i::ICON_ARROW_RIGHT_ALT,
        None,
        on_board,
    ),
    row(
        Action::AddArt,
        words::ADD_ART,
        [
            "SVG 矢量图；也可以直接拖到展板上",
            "SVG 向量圖；也可以直接拖到展板上",
            "An SVG file; or drop it on the board",
        ],
        i::ICON_SHAPES,
        None,
        on_board,
    ),
    row(
        Action::AddEmblem,
        words::ADD_EMBLEM,
        [
            "主办方给的 SVG 或 PNG，保持原样",
            "主辦單位給的 SVG 或 PNG，保持原樣",
            "The organizer's SVG or PNG, kept as it is",
        ],
        i::ICON_VERIFIED,
        None,
        on_board,
    ),
    row(
        Action::EditText,
        words::EDIT_TEXT,
        ["双击也行", "按兩下也行", "Double-click does the same"],
        i::ICON_EDIT,
        None,
        element,
    ),
    row(
        Action::ReplacePhoto,
        words::REPLACE_PHOTO,
        [
            "从文件里选；也可以把照片拖上去",
            "從檔案裡選；也可以把照片拖上去",
            "From a file; or drag a photo onto it",
        ],
        i::ICON_SWAP_HORIZ,
        ctrl(Key::R),
        element,
    ),
    row(
        Action::CropPhoto,
        words::CROP_PHOTO,
        [
            "照片在框里挪动；双击也行",
            "照片在框裡挪動；按兩下也行",
            "Moves the photo inside its frame; so does a double-click",
        ],
        i::ICON_CROP,
        None,
        element,
    ),
    row(
        Action::CutElement,
        words::CUT,
        ["可以贴到别的展板", "可以貼到別的展板", "Can be pasted on another board"],
        i::ICON_CONTENT_CUT,
        ctrl(Key::X),
        element,
    ),
    row(
        Action::CopyElement,
        words::COPY,
        ["可以贴到别的展板", "可以貼到別的展板", "Can be pasted on another board"],
        i::ICON_CONTENT_COPY,
        ctrl(Key::C),
        element,
    ),
    row(
        Action::PasteElement,
        words::PASTE,
        [
            "别处复制的文字贴成一段新文字",
            "別處複製的文字貼成一段新文字",
            "Text copied elsewhere becomes a new text",
        ],
        i::ICON_CONTENT_PASTE,
        ctrl(Key::V),
        on_board,
    ),
    row(
        Action::DuplicateElement,
        words::DUPLICATE_ELEMENT,
        ["旁边再放一个", "旁邊再放一個", "A second one beside it"],
        i::ICON_LIBRARY_ADD,
        ctrl(Key::D),
        element,
    ),
    row(
        Action::DeleteElement,
        words::DELETE_ELEMENT,
        ["可以撤销", "可以復原", "Can be undone"],
        i::ICON_DELETE,
        plain(Key::Delete),
        element,
    ),
    row(
        Action::Forward,
        words::FORWARD,
        ["叠在一起时往前一层", "疊在一起時往前一層", "One step to the front"],
        i::ICON_FLIP_TO_FRONT,
        ctrl(Key::CloseBracket),
        element,
    ),
    row(
        Action::Backward,
        words::BACKWARD,
        ["叠在一起时往后一层", "疊在一起時往後一層", "One step to the back"],
        i::ICON_FLIP_TO_BACK,
        ctrl(Key::OpenBracket),
        element,
    ),
    row(
        Action::ToFront,
        words::TO_FRONT,
        ["盖住别的", "蓋住別的", "Over everything else"],
        i::ICON_VERTICAL_ALIGN_TOP,
        None,
        element,
    ),
    row(
        Action::ToBack,
        words::TO_BACK,
        ["被别的盖住", "被別的蓋住", "Under everything else"],
        i::ICON_VERTICAL_ALIGN_BOTTOM,
        None,
        element,
    ),
    row(
        Action::LockElement,
        words::LOCK_OR_UNLOCK,
        [
            "锁住就挪不动，文字还能改",
            "鎖住就移不動，文字還能改",
            "Locked things stay put; their text can still change",
        ],
        i::ICON_LOCK,
        ctrl(Key::L),
        element,
    ),
    row(
        Action::HideElement,
        words::HIDE_OR_SHOW,
        ["不印出来，内容还在", "不印出來，內容還在", "Not printed, but kept"],
        i::ICON_VISIBILITY_OFF,
        None,
        element,
    ),
    row(
        Action::BackToSlot,
        words::BACK_TO_SLOT,
        ["不再由手摆放", "不再由手擺放", "No longer placed by hand"],
        i::ICON_RESTART_ALT,
        None,
        element,
    ),
    row(
        Action::NextElement,
        words::NEXT_ELEMENT,
        ["画布上按 Tab", "畫布上按 Tab", "Tab on the canvas"],
        i::ICON_ARROW_FORWARD,
        None,
        on_board,
    ),
    row(
        Action::PreviousElement,
        words::PREVIOUS_ELEMENT,
        ["画布上按 Shift Tab", "畫布上按 Shift Tab", "Shift Tab on the canvas"],
        i::ICON_ARROW_BACK,
        None,
        on_board,
    ),
    row(
        Action::NextDoubt,
        words::NEXT_DOUBT,
        [
            "一个字可以写成几个字的地方",
            "一個字可以寫成幾個字的地方",
            "A character that could be one of several",
        ],
        i::ICON_SPELLCHECK,
        plain(Key::F8),
        on_board,
    ),
    row(
        Action::OtherScript,
        words::OTHER_SCRIPT,
        [
            "只是换着看，印出来不变",
            "只是換著看，印出來不變",
            "Only the view; the print stays as it is",
        ],
        i::ICON_TRANSLATE,
        ctrl_shift(Key::L),
        on_board,
    ),
    row(
        Action::TurnBoard,
        words::TURN_BOARD,
        ["顺时针 90°", "順時針 90°", "Clockwise, 90°"],
        i::ICON_ROTATE_90_DEGREES_CW,
        plain(Key::R),
        stand,
    ),
    row(
        Action::TurnRight,
        words::TURN_RIGHT,
        ["顺时针 15°", "順時針 15°", "Clockwise, 15°"],
        i::ICON_ROTATE_RIGHT,
        plain(Key::CloseBracket),
        stand,
    ),
    row(
        Action::TurnLeft,
        words::TURN_LEFT,
        ["逆时针 15°", "逆時針 15°", "Counter-clockwise, 15°"],
        i::ICON_ROTATE_LEFT,
        plain(Key::OpenBracket),
        stand,
    ),
    row(
        Action::Earlier,
        words::EARLIER,
        [
            "参观次序往前一位，编号跟着变",
            "參觀順序往前一位，編號跟著變",
            "One place earlier; numbers follow",
        ],
        i::ICON_ARROW_BACK,
        plain(Key::Comma),
        stand,
    ),
    row(
        Action::Later,
        words::LATER,
        [
            "参观次序往后一位，编号跟着变",
            "參觀順序往後一位，編號跟著變",
            "One place later; numbers follow",
        ],
        i::ICON_ARROW_FORWARD,
        plain(Key::Period),
        stand,
    ),
    row(
        Action::TakeOffPlan,
        words::TAKE_OFF_PLAN,
        [
            "展板还在，只是没有位置",
            "展板還在，只是沒有位置",
            "The board stays; only its place goes",
        ],
        i::ICON_LOCATION_OFF,
        plain(Key::Backspace),
        stand,
    ),
    row(
        Action::PlaceAll,
        words::PLACE_ALL,
        [
            "排在已有的南边，场地不够就放大",
            "排在已有的南邊，場地不夠就放大",
            "South of the others; the ground grows if it must",
        ],
        i::ICON_ADD_LOCATION_ALT,
        None,
        on_plaza,
    ),
    row(
        Action::NumberByPlace,
        words::NUMBER_BY_PLACE,
        [
            "从北到南、每行从左到右重新编号",
            "從北到南、每列從左到右重新編號",
            "From the north, each row from left to right",
        ],
        i::ICON_FORMAT_LIST_NUMBERED,
        None,
        on_plaza,
    ),
    row(
        Action::NewPlaza,
        words::NEW_PLAZA,
        [
            "又一处场地，先是空的",
            "又一處場地，先是空的",
            "One more ground, empty at first",
        ],
        i::ICON_ADD,
        None,
        on_plaza,
    ),
    row(
        Action::DeletePlaza,
        words::DELETE_PLAZA,
        [
            "展板还在；可以撤销",
            "展板還在；可以復原",
            "The boards stay; can be undone",
        ],
        i::ICON_DELETE,
        None,
        on_plaza,
    ),
    row(
        Action::Quit,
        words::QUIT,
        ["改动已经存好", "改動已經存好", "Changes are saved already"],
        i::ICON_CLOSE,
        ctrl(Key::Q),
        always,
    ),
];

const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

const fn ctrl_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

const fn plain(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::NONE, key))
}

const fn row(
    action: Action,
    label: Words,
    help: Words,
    icon: Icon,
    keys: Option<KeyboardShortcut>,
    enabled: fn(&Can) -> bool,
) -> Row {
    Row {
        action,
        label,
        help,
        icon,
        keys,
        enabled,
    }
}

fn always(_: &Can) -> bool {
    true
}

fn show(can: &Can) -> bool {
    can.show_open
}

fn board(can: &Can) -> bool {
    can.board_open
}

fn on_board(can: &Can) -> bool {
    can.on_board
}

fn on_plaza(can: &Can) -> bool {
    can.on_plaza
}

fn stand(can: &Can) -> bool {
    can.stand
}

fn element(can: &Can) -> bool {
    can.element
}
