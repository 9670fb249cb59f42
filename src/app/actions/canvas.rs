//! Rows of the table for the canvas of a board: several things at once, guides, what the view shows.

use super::table::{ctrl, ctrl_alt, ctrl_shift, element, on_board, row};
use super::{Action, Row};
use egui::Key;
use egui_material_icons::icons as i;

pub const GROUP: Row = row(
    Action::Group,
    ["编组", "群組", "Group"],
    [
        "一起选中、一起移动；双击进到里面",
        "一起選取、一起移動；按兩下進到裡面",
        "Chosen and moved together; a double click goes inside",
    ],
    i::ICON_JOIN_INNER,
    ctrl(Key::G),
    element,
);

pub const UNGROUP: Row = row(
    Action::Ungroup,
    ["取消编组", "取消群組", "Ungroup"],
    ["各自单独移动", "各自單獨移動", "Each moves by itself again"],
    i::ICON_JOIN_RIGHT,
    ctrl_shift(Key::G),
    element,
);

pub const SELECT_SAME: Row = row(
    Action::SelectSame,
    ["选中同类", "選取同類", "Choose all of this kind"],
    [
        "板上所有同一种内容",
        "板上所有同一種內容",
        "Everything of the same kind on this board",
    ],
    i::ICON_SELECT_ALL,
    None,
    element,
);

pub const PASTE_IN_PLACE: Row = row(
    Action::PasteInPlace,
    ["原位粘贴", "原位貼上", "Paste in place"],
    [
        "放在原来的坐标上，别的展板也一样",
        "放在原來的座標上，別的展板也一樣",
        "Where it was copied from, on another board too",
    ],
    i::ICON_CONTENT_PASTE_GO,
    ctrl_shift(Key::V),
    on_board,
);

pub const COPY_LOOK: Row = row(
    Action::CopyLook,
    ["复制样式", "複製樣式", "Copy look"],
    [
        "只记样子，不记内容",
        "只記樣子，不記內容",
        "How it looks, not what it says",
    ],
    i::ICON_FORMAT_PAINT,
    ctrl_alt(Key::C),
    element,
);

pub const PASTE_LOOK: Row = row(
    Action::PasteLook,
    ["套用样式", "套用樣式", "Paste look"],
    [
        "内容不变，样子跟刚才复制的一样",
        "內容不變，樣子跟剛才複製的一樣",
        "What it says stays; it looks like what was copied",
    ],
    i::ICON_STYLE,
    ctrl_alt(Key::V),
    element,
);

pub const ALIGN_LEFT: Row = row(
    Action::AlignLeft,
    ["左对齐", "靠左對齊", "Align left"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_HORIZONTAL_LEFT,
    None,
    element,
);

pub const ALIGN_CENTRE: Row = row(
    Action::AlignCentre,
    ["水平居中", "水平置中", "Align centres"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_HORIZONTAL_CENTER,
    None,
    element,
);

pub const ALIGN_RIGHT: Row = row(
    Action::AlignRight,
    ["右对齐", "靠右對齊", "Align right"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_HORIZONTAL_RIGHT,
    None,
    element,
);

pub const ALIGN_TOP: Row = row(
    Action::AlignTop,
    ["顶端对齐", "靠上對齊", "Align top"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_VERTICAL_TOP,
    None,
    element,
);

pub const ALIGN_MIDDLE: Row = row(
    Action::AlignMiddle,
    ["垂直居中", "垂直置中", "Align middles"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_VERTICAL_CENTER,
    None,
    element,
);

pub const ALIGN_BOTTOM: Row = row(
    Action::AlignBottom,
    ["底端对齐", "靠下對齊", "Align bottom"],
    [
        "选中一样时对齐安全区，几样时对齐最后点的那一样",
        "選取一樣時對齊安全範圍，幾樣時對齊最後點的那一樣",
        "One thing: to the safe area; several: to the one clicked last",
    ],
    i::ICON_ALIGN_VERTICAL_BOTTOM,
    None,
    element,
);

pub const SPREAD_ACROSS: Row = row(
    Action::SpreadAcross,
    ["横向等距", "水平等距", "Equal gaps across"],
    [
        "两头不动，中间的间隔一样",
        "兩頭不動，中間的間隔一樣",
        "The outer two stay; equal gaps between",
    ],
    i::ICON_HORIZONTAL_DISTRIBUTE,
    None,
    element,
);

pub const SPREAD_DOWN: Row = row(
    Action::SpreadDown,
    ["纵向等距", "垂直等距", "Equal gaps down"],
    [
        "两头不动，中间的间隔一样",
        "兩頭不動，中間的間隔一樣",
        "The outer two stay; equal gaps between",
    ],
    i::ICON_VERTICAL_DISTRIBUTE,
    None,
    element,
);

pub const TIDY_UP: Row = row(
    Action::TidyUp,
    ["排整齐", "排整齊", "Tidy up"],
    [
        "大致成行的排成整齐的行列",
        "大致成列的排成整齊的行列",
        "What stands nearly in rows stands in rows",
    ],
    i::ICON_APPS,
    None,
    element,
);

pub const ZOOM_TO_CHOSEN: Row = row(
    Action::ZoomToChosen,
    ["放大到所选", "放大到所選", "Zoom to what is chosen"],
    [
        "没有选中就看整块板",
        "沒有選取就看整塊板",
        "The whole board where nothing is chosen",
    ],
    i::ICON_CENTER_FOCUS_STRONG,
    ctrl(Key::Num8),
    on_board,
);

pub const FAR_VIEW: Row = row(
    Action::FarView,
    ["从远处看…", "從遠處看…", "Look from afar…"],
    [
        "从 2、5、8 米外看有多大，哪些字看不清",
        "從 2、5、8 公尺外看有多大，哪些字看不清",
        "As large as from 2, 5 or 8 m away, and what cannot be read",
    ],
    i::ICON_SOCIAL_DISTANCE,
    None,
    on_board,
);

pub const CALIBRATE: Row = row(
    Action::Calibrate,
    ["校准屏幕…", "校準螢幕…", "Measure this screen…"],
    [
        "拿银行卡比一比，1:1 就和印出来一样大",
        "拿金融卡比一比，1:1 就和印出來一樣大",
        "Hold a bank card to it, so that 1:1 is as large as printed",
    ],
    i::ICON_CREDIT_CARD,
    None,
    on_board,
);

pub const TOGGLE_RULERS: Row = row(
    Action::ToggleRulers,
    ["标尺", "尺規", "Rulers"],
    [
        "从标尺里拖出参考线",
        "從尺規裡拖出參考線",
        "Guides are drawn out of them",
    ],
    i::ICON_STRAIGHTEN,
    None,
    on_board,
);

pub const TOGGLE_GUIDES: Row = row(
    Action::ToggleGuides,
    ["参考线", "參考線", "Guides"],
    ["不会印出来", "不會印出來", "They are not printed"],
    i::ICON_BORDER_VERTICAL,
    None,
    on_board,
);

pub const TOGGLE_GRID: Row = row(
    Action::ToggleGrid,
    ["版式网格", "版式網格", "Grid"],
    [
        "版式所用的 12 栏，可以吸附",
        "版式所用的 12 欄，可以吸附",
        "The twelve columns of the templates; things snap to them",
    ],
    i::ICON_GRID_ON,
    None,
    on_board,
);

pub const TOGGLE_FINISHING: Row = row(
    Action::ToggleFinishing,
    ["后道加工", "後加工", "Finishing"],
    [
        "打孔、折边、卷轴压住的地方",
        "打孔、折邊、捲軸壓住的地方",
        "Eyelets, folds and the cassette's grip",
    ],
    i::ICON_CONTENT_CUT,
    None,
    on_board,
);

pub const TOGGLE_SNAP: Row = row(
    Action::ToggleSnap,
    ["吸附", "吸附", "Snapping"],
    [
        "移动时靠到近处的边线上；按住 Ctrl 暂停",
        "移動時靠到近處的邊線上；按住 Ctrl 暫停",
        "Moved edges jump to near ones; Ctrl pauses it",
    ],
    i::ICON_POINT_SCAN,
    None,
    on_board,
);

pub const LOCK_GUIDES: Row = row(
    Action::LockGuides,
    ["锁定参考线", "鎖定參考線", "Lock or unlock guides"],
    ["锁住就拖不动", "鎖住就拖不動", "Locked guides stay where they are"],
    i::ICON_LOCK,
    None,
    on_board,
);

pub const CLEAR_GUIDES: Row = row(
    Action::ClearGuides,
    ["清除参考线", "清除參考線", "Clear guides"],
    [
        "这块板上的全部参考线",
        "這塊板上的全部參考線",
        "All guides of this board",
    ],
    i::ICON_LAYERS_CLEAR,
    None,
    on_board,
);

pub const STYLES: Row = row(
    Action::Styles,
    ["版式样式…", "版式樣式…", "Styles of the template…"],
    [
        "字号、行距、粗细、字体、颜色；用这个版式的展板一起改",
        "字級、行距、粗細、字體、顏色；用這個版式的展板一起改",
        "Size, leading, weight, face, colour; all boards on this template follow",
    ],
    i::ICON_TEXT_FORMAT,
    None,
    on_board,
);

pub const SAVE_TEMPLATE: Row = row(
    Action::SaveTemplate,
    ["存为版式…", "存為版式…", "Save board as template…"],
    [
        "以后新建展板时可以选它",
        "以後新增展板時可以選它",
        "To be chosen for new boards from now on",
    ],
    i::ICON_DASHBOARD_CUSTOMIZE,
    None,
    on_board,
);

pub const NEXT_TAB: Row = row(
    Action::NextTab,
    ["下一块打开的展板", "下一塊開啟的展板", "Next open board"],
    ["按标签的次序", "按標籤的次序", "In the order of the tabs"],
    i::ICON_ARROW_FORWARD,
    ctrl(Key::Tab),
    on_board,
);

pub const PREVIOUS_TAB: Row = row(
    Action::PreviousTab,
    ["上一块打开的展板", "上一塊開啟的展板", "Previous open board"],
    ["按标签的次序", "按標籤的次序", "In the order of the tabs"],
    i::ICON_ARROW_BACK,
    ctrl_shift(Key::Tab),
    on_board,
);

pub const CLOSE_TAB: Row = row(
    Action::CloseTab,
    ["关上这块展板的标签", "關上這塊展板的標籤", "Close this tab"],
    ["展板还在", "展板還在", "The board stays"],
    i::ICON_TAB_CLOSE,
    ctrl(Key::W),
    on_board,
);
