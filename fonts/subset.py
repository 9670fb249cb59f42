#!/usr/bin/env python3
"""Makes the shipped Noto CJK faces: the SC face of each TTC, cut to the characters of GB 18030, Big5, HKSCS, the 8105
list and symbols, with every regional form (`locl` for mainland, Taiwan, Hong Kong) and every layout feature kept.
Needs fonttools and Debian's fonts-noto-cjk and fonts-noto-cjk-extra.   usage: subset.py TTC_FOLDER OUT_FOLDER"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTCollection

FACES = [
    "NotoSansCJK-Regular", "NotoSansCJK-Medium", "NotoSansCJK-Bold", "NotoSansCJK-Black",
    "NotoSerifCJK-Medium", "NotoSerifCJK-Bold", "NotoSerifCJK-Black",
]

def wanted():
    points = set(range(0x20, 0x7F)) | set(range(0xA0, 0x250)) | set(range(0x2B0, 0x500))
    points |= set(range(0x2000, 0x2C00)) | set(range(0x2E80, 0x2FE0)) | set(range(0x2FF0, 0x3040))
    points |= set(range(0x3040, 0x3130)) | set(range(0x31A0, 0x3400)) | set(range(0xFE10, 0xFE70)) | set(range(0xFF00, 0xFFF0))
    points |= set(range(0x3400, 0x4DC0)) | set(range(0x4E00, 0xA000)) | set(range(0xF900, 0xFB00)) | set(range(0xE000, 0xE100))
    # The parts of the supplementary planes that HKSCS and the 8105 list use are small; Noto holds few others.
    for codec in ("gb18030", "big5", "big5hkscs"):
        for point in list(range(0x20000, 0x2FA20)):
            if codec == "gb18030":
                continue
            try:
                chr(point).encode(codec)
                points.add(point)
            except UnicodeEncodeError:
                pass
    return points

# Characters of the 8105 list and common names beyond the basic plane.
EXTRA = "𬣙𬇕𬣞𬘓𫭟𫭢𫇭𫐄𫵷𬇙𬣡𫸩𫘜𬘘𫘝𬨂𬀩𬀪𬬩𫍣𬣳𬩽𬮿𬯀𫰛𬳵𬳶𫠊𬍛𫗧𬊈𫘦𫘧𬸘𪟝𬬮𬬱𬬭𬘡𬳽𬘩𫄧𪣻𬙊𬙋𬷕𬳿𬸚𫖯𬤇𫄨𬬸𬬿𬬹𬍤𬶏𬸣𬍡𬺈𫔶𫓧𫌀𬜬𬞟𫄸𫚖𫚕𬱟𬶍𬶐𬒈𬸦𫓶𬺓𫟼𫟹𬺛𫓯𫔍𫠜𫓹𬭎𬴃𬶠𬶟𬶨𬶭𬶮𫚭𬟁𬟽𬭯𬭁𬭛𬭳𬭶𬭤𬭼𬭬𬷼𬸪𪨰𫍯𪨶𫍲𫟅𫑡𫟦𫐓𫐐𫖮𫖳𫓩𫘬𫘨𫘪𫚈𫛭𫠆𬌗𬒗𬕂𬜯𬣻𬤊𬤝𬪩𬬺𬬻𬭊𬭚𬭩𬭸𬱖𬴊𬶋㛃𠮷䶮"

def main(folder, out):
    points = wanted() | {ord(c) for c in EXTRA}
    for face in FACES:
        fonts = TTCollection(str(Path(folder) / f"{face}.ttc")).fonts
        font = next(f for f in fonts if f["name"].getDebugName(6).startswith(face.replace("CJK-", "CJKsc-")))
        options = subset.Options()
        options.layout_features = ["*"]
        # Japanese and Korean forms are no use on a Chinese board.
        options.layout_scripts = ["*"]
        options.name_IDs = ["*"]
        options.notdef_outline = True
        options.hinting = False
        options.desubroutinize = False
        options.drop_tables += ["DSIG"]
        gsub = font["GSUB"].table
        for record in gsub.ScriptList.ScriptRecord:
            record.Script.LangSysRecord = [r for r in record.Script.LangSysRecord if r.LangSysTag.strip() in ("ZHS", "ZHT", "ZHH")]
            record.Script.LangSysCount = len(record.Script.LangSysRecord)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=points)
        subsetter.subset(font)
        target = Path(out) / (face.replace("CJK-", "CJKsc-") + ".otf")
        font.save(str(target))
        print(target.name, target.stat().st_size, len(font.getGlyphOrder()))

main(sys.argv[1], sys.argv[2])
