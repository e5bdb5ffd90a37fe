"""Write the gallery of the handbook, in both languages, from diagrams/ and the table below.

    python tools/gallery.py        a new drawing is a file in diagrams/ and a row here

Each drawing stands there twice, as text and as picture, both from its one file. Those that another page shows
already have no row. The pages are not edited by hand; tests/test_pages.py says when they are stale.
"""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = ("en", "zh")
#: A grapheme of several code points has a picture only where there is an emoji font: no PNG depends on that.
WITHOUT_PNG = ("wide/flags", "wide/staff")


class Row(NamedTuple):
    """A drawing: its file, and its title and a sentence in each language."""

    name: str
    en: tuple[str, str]
    zh: tuple[str, str]


class Section(NamedTuple):
    """The drawings of one folder, under a heading; `fence` is the language that draws them."""

    folder: str
    fence: str
    en: tuple[str, str]
    zh: tuple[str, str]
    rows: tuple[Row, ...]


SECTIONS = (
    Section("drawing", "draw", (
        "Boxes and arrows", "What most diagrams are made of."), (
        "方框和箭头", "大多数图就靠这些。"), (
        Row("order",                ("Straight again", "Walls that drifted are put back in line."),
                                    ("扶正", "歪了的墙回到原位。")),
        Row("rounded",              ("Round corners", "Corners and bends drawn with arcs."),
                                    ("圆角", "角和弯都用弧线。")),
        Row("fork",                 ("A fork", "One line leaves the box, two arrive."),
                                    ("分岔", "出来一条线，到达两处。")),
        Row("brigade",              ("A fork with a trunk", "A cross in a bar of branches joins them all."),
                                    ("树干和树枝", "横杠上的十字，把树枝都接到一起。")),
        Row("crossing",             ("A crossing", "Two connectors cross, and each goes its own way."),
                                    ("交叉", "两条线相交，各走各的。")),
        Row("divider",              ("Dividers", "Lines from wall to wall cut a box into cells."),
                                    ("隔线", "从墙到墙的线把方框隔成小格。")),
        Row("titles-in-edges",      ("Titles in edges", "The edge makes room for a name."),
                                    ("标题嵌在边上", "边上空出一段来写名字。")),
        Row("double-and-heavy",     ("Three weights", "Double, heavy and dashed keep their look."),
                                    ("三种线", "双线、粗线、虚线，各是各的样子。")),
        Row("vertical-arrow-without-shaft",
                                    ("A head alone", "Between two boxes, a single head is arrow enough."),
                                    ("单个箭头", "上下两个方框之间，一个箭头就够了。")),
        Row("ascii-boxes",          ("Plain ASCII", "The same with what every keyboard has."),
                                    ("纯 ASCII", "只用键盘上就有的字符。")),
        Row("two-ragged-side-by-side",
                                    ("Two at once", "Both boxes get straight, and the arrow stays between them."),
                                    ("两个一起", "两个框都扶正，箭头还在中间。")),
        Row("nested-ragged",        ("Box in box in box", "Three levels, each of them crooked before."),
                                    ("框中有框", "套了三层，原来层层都歪。")),
    )),
    Section("unicode", "draw", (
        "Unicode", "All of Box Drawing and Block Elements, arrows, triangles and terminals."), (
        "Unicode", "整套制表符和方块，还有箭头、三角和端点。"), (
        Row("apartment",            ("A flat", "Light lines and the tees where they meet."),
                                    ("一套公寓", "细线，还有线碰头的丁字口。")),
        Row("shelf",                ("A shelf, measured", "Arms that meet nothing: measures, ticks of an axis."),
                                    ("量过的架子", "没接上东西的短臂：尺寸线，还有坐标轴的刻度。")),
        Row("garden-beds",          ("Garden beds", "A grid with a crossing, and two beds grown together."),
                                    ("菜畦", "有十字口的格子，其中两畦连成一片。")),
        Row("departures",           ("Departures", "Heavy around the outside, light within."),
                                    ("发车时刻", "外框用粗线，里面用细线。")),
        Row("letterboxes",          ("Letterboxes", "Heavy throughout, for what must not be bent."),
                                    ("信箱", "通体粗线，敲也敲不弯。")),
        Row("league-table",         ("League table", "One heavy rule down, one across."),
                                    ("积分榜", "一竖一横两道粗线。")),
        Row("jars",                 ("Jars", "Corners that are light one way and heavy the other."),
                                    ("瓶瓶罐罐", "一边细一边粗的角。")),
        Row("patchwork",            ("Patchwork", "Every joint that a light and a heavy seam can make."),
                                    ("百衲被", "粗细两种线能接出的口，这里一个不少。")),
        Row("way-to-school",        ("The way to school", "The joints at work: a heavy line through light streets."),
                                    ("上学路", "同样的接口派上用场：细线是街道，粗线是路线。")),
        Row("chocolates",           ("A box of chocolates", "Double lines, and cells that span."),
                                    ("一盒巧克力", "双线，还有跨格的单元。")),
        Row("timetable",            ("Timetable", "Double across and single down."),
                                    ("课程表", "横线双，竖线单。")),
        Row("bookcase",             ("Bookcase", "Double down and single across."),
                                    ("书架", "竖线双，横线单。")),
        Row("ledger",               ("Ledger", "A double frame around single lines, and a double rule over the sum."),
                                    ("账本", "外框双线，格子单线，总数上面一道双线。")),
        Row("power",                ("Mains", "Double lines that leave single walls, and reach a double one."),
                                    ("电路", "双线从单线的墙上引出，也接到双线的墙上。")),
        Row("plans",                ("Plans", "Dashes of two, three and four, light and heavy."),
                                    ("打算", "两段、三段、四段的虚线，有细有粗。")),
        Row("dials",                ("Dials", "Half lines, and lines that turn heavy half-way."),
                                    ("旋钮和温度计", "半截线，还有中途变粗的线。")),
        Row("tea-round",            ("A round of tea", "Round boxes, and a line back for the second cup."),
                                    ("再来一杯", "圆角的框，一条线绕回去添茶。")),
        Row("stream",               ("A stream", "Arcs, one after another."),
                                    ("小河", "弧线一道接一道。")),
        Row("mountains",            ("Mountains", "Diagonals that meet in peaks and valleys, and cross once."),
                                    ("群山", "斜线接成峰谷，还交叉一次。")),
        Row("house",                ("A house", "A roof of diagonals on square walls."),
                                    ("房子", "方墙上架着斜屋顶。")),
        Row("trellis",              ("Trellis", "Crossings of diagonals from wall to wall."),
                                    ("花架", "斜线从这面墙交叉到那面墙。")),
        Row("compass",              ("Compass", "Heads in all eight directions."),
                                    ("罗盘", "八个方向的箭头。")),
        Row("cable-car",            ("Cable car", "Lines that climb, with a station at each bend."),
                                    ("缆车", "一路往上的线，拐弯处都是站。")),
        Row("turnstile",            ("Turnstile", "Thin arrows between boxes, and two more that stay text."),
                                    ("闸机", "框与框之间的细箭头，另外两个仍是文字。")),
        Row("lemonade-steps",       ("Step by step", "A head alone leads from box to box, across or up."),
                                    ("一步一步来", "方框之间只写一个箭头，横着竖着都行。")),
        Row("long-arrows",          ("From flour to cat", "Double and ornate heads on their lines."),
                                    ("从面粉到猫", "双线箭头和花式箭头。")),
        Row("lift",                 ("Lifts", "Triangles: full and hollow, large and small, in four directions."),
                                    ("电梯", "三角箭头：实心空心，大的小的，上下左右。")),
        Row("class-diagram",        ("Classes", "A hollow triangle, a full diamond and a hollow one."),
                                    ("类图", "空心三角、实心菱形、空心菱形。")),
        Row("metro",                ("Metro", "Circles, squares and diamonds as terminals on a line."),
                                    ("地铁", "线上的站点：圆、方、菱形。")),
        Row("signposts",            ("Signposts", "In a sentence, arrows stay what they are: text."),
                                    ("路牌", "句子里的箭头仍旧是文字。")),
        Row("bar-chart",            ("Bar chart", "Blocks in eighths, standing on an axis."),
                                    ("柱状图", "八分之一格起步的方块，立在轴上。")),
        Row("progress",             ("Progress", "Blocks that fill from the left, shades for the rest."),
                                    ("进度", "方块从左边填起，剩下的是底纹。")),
        Row("lake",                 ("A lake", "The three shades and the full block, without seams."),
                                    ("湖", "三种底纹加实心块，拼起来没有缝。")),
        Row("buttons",              ("Buttons", "Frames of eighths, halves and quarters."),
                                    ("按钮", "用八分、半格和四分方块围成的框。")),
        Row("pixel-cat",            ("A cat", "Quarter blocks are pixels."),
                                    ("猫", "四分方块就是像素。")),
    )),
    Section("ascii", "draw", (
        "ASCII", "What a keyboard has, from straight lines to clouds."), (
        "ASCII", "键盘上的字符，从直线一直画到云。"), (
        Row("roads",                ("Roads", "Solid, double, wavy and dotted lines."),
                                    ("路", "实线、双线、波浪线、点线。")),
        Row("tea",                  ("Tea", "Round corners of three sorts, and square ones."),
                                    ("泡茶", "三种圆角，还有方角。")),
        Row("seedlings",            ("Seedlings", "Slashes make corners too."),
                                    ("育苗", "斜杠也能当角。")),
        Row("price-list",           ("Price list", "Double rules, single rules, one table."),
                                    ("价目表", "一张表，有双线也有单线。")),
        Row("lemonade-stand",       ("Lemonade stand", "Underscores are lines at the foot of a row."),
                                    ("柠檬水摊", "下划线是贴着行底的线。")),
        Row("hike",                 ("A hike", "Slopes from one stop to the next."),
                                    ("徒步", "一段坡接一段坡。")),
        Row("bakery-day",           ("A baker's day", "A time line, boxes one row high, words of any kind in arrows."),
                                    ("面包师的一天", "时间轴，只有一行高的方框，箭头里夹着各种字。")),
        Row("tide",                 ("Tides", "Slopes between round corners."),
                                    ("潮汐", "圆角之间的斜线。")),
        Row("junction",             ("Railway junction", "Two tracks cross in an X."),
                                    ("道岔", "两条轨道交叉成 X。")),
        Row("islands",              ("Islands", "Slopes and lines that meet in circles."),
                                    ("小岛", "斜线和直线在圆点相会。")),
        Row("honeycomb",            ("Honeycomb", "Underscores and slashes, cell by cell."),
                                    ("蜂巢", "下划线和斜杠，一格挨一格。")),
        Row("balloon",              ("A kite in the wind", "A cloud typed a column off, and one cell of honeycomb."),
                                    ("风里的风筝", "打歪了一格的云，还有单独一格蜂巢。")),
        Row("fridge-door",          ("The fridge door", "Signals high and low, a clock, and the states of a bus."),
                                    ("冰箱门", "忽高忽低的信号、时钟，还有总线的几种状态。")),
        Row("shop-address",         ("A shop's address", "Braces under a text, a fork of one row, and a cylinder."),
                                    ("小店的网址", "文字下面的花括号、只占一行的分叉，还有圆柱。")),
        Row("family",               ("A family", "A tree whose branches are slopes."),
                                    ("一家人", "用斜线分支的树。")),
        Row("weather-vane",         ("Weather vane", "Heads in eight directions, around a hub."),
                                    ("风向标", "围着轴心的八个箭头。")),
        Row("counter",              ("At the counter", "Arrows that stand free in text."),
                                    ("柜台", "独自站在文字里的箭头。")),
        Row("bus-line",             ("Bus line", "Stops: open, full and large."),
                                    ("公交线", "站点：空心、实心和大站。")),
        Row("recipes",              ("Recipes that grew", "Hyphens and slopes between letters, as in git's manual."),
                                    ("配方的来历", "字母之间的连字符和斜线，git 的手册就这么画。")),
        Row("pantry",               ("A pantry", "A tree with backslashes for its last branches."),
                                    ("储藏间", "反斜线是最后一枝。")),
        Row("kettle",               ("A kettle", "A diamond whose tips are open."),
                                    ("烧水", "尖上不封口的菱形。")),
        Row("errand",               ("Errand", "Words in the middle of arrows."),
                                    ("跑腿", "箭头中间写字。")),
        Row("doorbell",             ("Doorbell", "A circuit with contacts."),
                                    ("门铃", "带触点的电路。")),
        Row("plumbing",             ("Plumbing", "A line hops over another."),
                                    ("水管", "一条线从另一条上面跨过去。")),
        Row("brook",                ("A brook", "Round bends all the way down."),
                                    ("小溪", "一路都是圆弯。")),
        Row("planets",              ("Planets", "Circles of three sizes."),
                                    ("星球", "大小三种圆。")),
        Row("dartboard",            ("Dartboard", "Circles around one centre."),
                                    ("飞镖盘", "同心圆。")),
        Row("cup",                  ("A cup", "A handle that is half a circle."),
                                    ("杯子", "把手是半个圆。")),
        Row("bridge",               ("A bridge", "Arches over waves."),
                                    ("桥", "水波上的桥拱。")),
        Row("doors",                ("Two doors", "Gates, from a flat side and a half circle."),
                                    ("两扇门", "逻辑门：一边平，一边半圆。")),
        Row("umbrella",             ("An umbrella?", "A diamond asks, two ways lead on."),
                                    ("带伞吗？", "菱形发问，两条路回答。")),
        Row("flowchart",            ("Flow", "An oval, a parallelogram and a hexagon."),
                                    ("流程", "椭圆、平行四边形、六边形。")),
        Row("cloud",                ("A cloud", "Brackets and bends make a cloud."),
                                    ("云", "括号和弯线拼成的云。")),
        Row("backup",               ("Backup", "Another cloud, over a store of photos."),
                                    ("备份", "另一朵云，下面存着照片。")),
        Row("databases",            ("Two databases", "Cylinders, with the lid on."),
                                    ("两个数据库", "带盖的圆柱。")),
        Row("fridge-note",          ("Note on the fridge", "A folded corner, and a letter."),
                                    ("冰箱上的字条", "折了角的纸，还有一封信。")),
        Row("folders",              ("Folders", "A tree as the command line prints it."),
                                    ("文件夹", "命令行里常见的目录树。")),
        Row("branches",             ("Branches", "Commits on lines that part and join."),
                                    ("分支", "线上的提交，分开又汇合。")),
        Row("log",                  ("A log", "The same, as git tells it."),
                                    ("提交记录", "同一件事，git 这样讲。")),
        Row("two-please",           ("Two, please", "Lifelines and what is said between them."),
                                    ("来两杯", "生命线，以及线与线之间的话。")),
        Row("week-plan",            ("The week", "Bars over dotted days."),
                                    ("一周", "点线是日子，横条是活儿。")),
        Row("sales",                ("Sales", "A curve between two axes."),
                                    ("销量", "两根轴，一条曲线。")),
        Row("packet",               ("A packet", "Fields, bit by bit."),
                                    ("报文", "一位一位的字段。")),
        Row("letter",               ("A letter", "Fields of any length have torn or dashed sides."),
                                    ("一封信", "长短不定的栏位，两边是波浪或虚线。")),
        Row("memory",               ("Memory", "A stack that grows down, a heap that grows up."),
                                    ("内存", "栈往下长，堆往上长。")),
        Row("login",                ("A login page", "A sketch of a window, with fields to fill in."),
                                    ("登录页", "窗口草图，留着要填的空。")),
    )),
    Section("mixed", "draw", (
        "Mixed, and what stays text", "Both dialects in one drawing, and text that looks like ink."), (
        "混着画，文字照旧", "一张图里两种画法，还有长得像线的文字。"), (
        Row("lemonade-lab",         ("Both at once", "ASCII lines reach Unicode boxes, and the other way round."),
                                    ("两种一起", "ASCII 的线接上 Unicode 的框，反过来也行。")),
        Row("sketch-on-plan",       ("A sketch on a plan", "A vat in ASCII, on a plan in Unicode."),
                                    ("平面图上的草稿", "Unicode 的平面图上，添一口 ASCII 的缸。")),
        Row("cluster",              ("Names and dates", "Hyphens in names, dates and flags."),
                                    ("名字和日期", "名字、日期、参数里的连字符。")),
        Row("cells",                ("Patterns", "Bars, stars and brackets in the cells of a table."),
                                    ("正则", "表格里的竖线、星号和括号。")),
        Row("label",                ("A label on a carton", "Colons, quoted signs and patterns stay text."),
                                    ("牛奶盒上的标签", "冒号、引号里的符号和正则，都还是字。")),
        Row("loop",                 ("Code", "Operators, arrows and underscores of two languages."),
                                    ("代码", "两种语言的运算符、箭头和下划线。")),
        Row("addresses",            ("Addresses", "Slashes both ways, and the dots of a path."),
                                    ("地址", "正反斜杠，还有路径里的点。")),
        Row("proverbs",             ("House rules", "The o in over, the v in even, and a smile."),
                                    ("家规", "over 里的 o，even 里的 v，还有一个笑脸。")),
        Row("pipeline",             ("A pipeline", "Pipes in the command, arrows in the drawing."),
                                    ("管道", "命令里是竖线，图里是箭头。")),
    )),
    Section("wide", "draw", (
        "Wide characters", "Two columns each, or none: scripts, emoji and marks."), (
        "宽字符", "有的占两列，有的不占：各种文字、表情和附加符号。"), (
        Row("noodles",              ("Noodles", "Chinese in its boxes and beside its lines."),
                                    ("一碗面", "框里的汉字，线旁的汉字。")),
        Row("station",              ("A station", "Kanji and kana, half-width ones among them."),
                                    ("车站", "汉字和假名，也有半角的。")),
        Row("kimchi",               ("Kimchi", "Hangul in ASCII boxes."),
                                    ("泡菜", "ASCII 框里的谚文。")),
        Row("menu",                 ("Today's menu", "Three scripts and the signs of three currencies."),
                                    ("今日菜单", "三种文字，三种货币符号。")),
        Row("full-width",           ("Full and half", "Full-width letters, digits and brackets."),
                                    ("全角和半角", "全角的字母、数字和括号。")),
        Row("weather",              ("Weather", "A sign and a selector: together they are one picture."),
                                    ("天气", "符号加选择符，合成一个图形。")),
        Row("staff",                ("Staff", "Emoji that are joined from several."),
                                    ("员工", "几个表情拼成的一个表情。")),
        Row("flags",                ("Flags", "Two letters make a flag, two columns wide."),
                                    ("旗帜", "两个字母拼成一面旗，占两列。")),
        Row("accents",              ("Accents", "Marks that stand on the letter before them."),
                                    ("带帽子的字母", "附加符号，叠在前一个字母上。")),
        Row("till-roll",            ("Till roll", "Tabs lead to every eighth column, whatever stands before them."),
                                    ("流水单", "制表符跳到下一个八的倍数列，前面是什么字都一样。")),
    )),
    Section("styles", "draw", (
        "Styles", "Shapes, colours, looks and links, by tags in the text and a legend below it."), (
        "样式", "形状、颜色、分类、链接：字里的标记，和图下的图例。"), (
        Row("lemonade-order",       ("An order", "A document, a choice, a manual step, a store, and two ends."),
                                    ("一份订单", "单据、判断、手工、存储，还有两种结局。")),
        Row("shapes",               ("All shapes", "Each tag once."),
                                    ("全部形状", "每个标记来一次。")),
        Row("crayons",              ("Crayons", "Colours by name and by number, on lines of every kind."),
                                    ("蜡笔", "按名字、按号码的颜色，配各种线。")),
        Row("week",                 ("A week's stock", "Each cell of a table has a colour of its own."),
                                    ("一周的存货", "表里每一格有自己的颜色。")),
        Row("kitchen",              ("A legend", "Names in the boxes; below, their looks and the addresses."),
                                    ("带图例的厨房", "框里写名字，下面写样子和地址。")),
        Row("noodle-shop",          ("A noodle shop", "The same with Chinese names and words."),
                                    ("面馆", "名字和图例都用中文写。")),
    )),
    Section("receipt", "receipt", (
        "A receipt", "Not a drawing at all, but a slip of paper."), (
        "小票", "这不是示意图，是一张小票。"), (
        Row("coffee",               ("Coffee", "Names on the left, amounts on the right."),
                                    ("咖啡", "左边名目，右边金额。")),
    )),
)

HEAD = {
    "en": """\
---
description: "Every glyph and shape at work, as text and as picture: Unicode, ASCII, both mixed, and wide characters."
hide:
  - toc
---

# Gallery

Each drawing twice: what somebody typed, and what readers see. Copy what you like; the texts are in `diagrams/`.
[Glyphs](kinds.md#glyphs) lists every sign that draws.
""",
    "zh": """\
---
description: 每种字符、每种形状都来露一手：Unicode、ASCII、混用、宽字符，原文和图放在一起。
hide:
  - toc
---

# 图库

每张图出现两次：写下的文字，和读者看到的图。喜欢哪张就抄走，原文都在 `diagrams/` 里。

能画图的字符，[字符](kinds.md#glyphs)一节里列全了。
""",
}


def entry(section: Section, row: Row, language: str) -> str:
    """Return a drawing's part of the page: heading, sentence, text beside picture."""
    title, sentence = row.en if language == "en" else row.zh
    name = f"{section.folder}/{row.name}"
    quiet = ' class="no-png"' if name in WITHOUT_PNG else ""
    return f"""
### {title} {{#{row.name}}}

{sentence}

<div class="grid" markdown>

```text
--8<-- "{name}.txt"
```

```{section.fence} id="fig-{row.name}"{quiet}
--8<-- "{name}.txt"
```

</div>
"""


def page(language: str) -> str:
    """Return the gallery in one language."""
    links = (f"[{section.en[0] if language == 'en' else section.zh[0]}](#{section.folder})" for section in SECTIONS)
    parts = [HEAD[language], f"\n{' · '.join(links)}\n"]
    for section in SECTIONS:
        title, sentence = section.en if language == "en" else section.zh
        parts.append(f"\n## {title} {{#{section.folder}}}\n\n{sentence}\n")
        parts += (entry(section, row, language) for row in section.rows)
    return "".join(parts)


def pages() -> dict[Path, str]:
    """Return what this tool writes: the text of each page."""
    return {DOCS / language / "handbook" / "gallery.md": page(language) for language in LANGUAGES}


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
