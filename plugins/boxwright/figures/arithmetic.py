"""Add up a receipt: Receipt -> Fault, ...; Receipt, Grid -> Note, ...

    Tea 2 x 1.20 ... 2.40       quantity times price is the amount of the line
    Cake ........... 3.00
    Subtotal ....... 5.40       what stands above adds up to it
    Discount ...... -0.40
    Total .......... 5.00       and so on, downwards; a total is taken as it is printed
    Cash 10.00, Change 5.00     what was paid less the total

A tax may be in the prices or on top of them, and nobody prints which: where a line can be read in two ways,
both are right. What is not understood is no fault.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ..ink.notes import note
from ..model import Grid, Note, Receipt
from ..patterns import pattern
from ..text.grid import cells_text
from ..typed import Final, NamedTuple

_WORDS: Final = (                       # the first row that fits a label tells what its line is; any other is an item
    #  role        words between word breaks, and words that stand in any place
    ("quantity",  "qty|quantity|count|menge|anzahl|quantité", "数量|數量|수량"),
    ("price",     "(?:unit )?price(?: each)?|each|(?:einzel|stück)preis|prix unitaire", "单价|單價|単価|단가"),
    ("amount",    "amount|betrag|montant", "金额|金額|금액"),
    ("subtotal",  r"sub-?\s?total|zwischensumme|sous-total", "小计|小計|소계"),
    ("change",    "change|rückgeld|wechselgeld|rendu", "找零|找赎|お釣|おつり|거스름"),
    ("saved",     "saved?|savings", "已省|节省|節省"),
    ("less",      "discount|coupon|promo|voucher|rebate|rabatt|remise", "折扣|[优優]惠|立减|满减|抵扣|[割値]引|할인"),
    ("tax",       "tax|vat|gst|hst|mwst|ust|tva|iva", "税|稅|세"),
    ("total",     "total|amount due|to pay|gesamt|summe", "总计|总额|合计|總計|合計|应付|应收|实付|합계"),
    ("more",      "service|tip|gratuity|delivery|shipping|fees?|surcharge|versand", "服务费|配送费|运费|送料|배달"),
    ("paid",      "cash|card|visa|mastercard|paid|tendered|payment|karte", "[现現]金|实收|微信|支付|刷卡|預り|현금"),
)
_WHOLE: Final = ("quantity", "price", "amount")     # these name a line only where they are all of its label
_ROLES: Final = tuple(
    (role, re.compile(rf"{latin}|{other}" if role in _WHOLE else rf".*(?:\b(?:{latin})\b|{other}).*", re.I))
    for role, latin, other in _WORDS
)
_MARKED_TOTAL: Final = pattern(r"incl|excl|inkl|exkl|含|込|抜", re.I)
_NUMBER: Final = pattern(r"\d[\d.,]*")
_TWO_DECIMALS: Final = pattern(r"\d([.,])\d\d(?!\d)")
_UNITS: Final = pattern(r"[¥￥$€£₩₹]|元|円|원|\b[A-Z]{3}\b|%")
_SAME_UNIT: Final = {"￥": "¥", "元": "¥", "円": "¥", "원": "₩"}
_MEASURE: Final = r"(?:kg|g|lb|oz|l|ml|pcs?|cups?|斤|公斤|克|个|個|件|杯|份|瓶|개|잔)?"
_MONEY: Final = r"(?:[¥￥$€£₩₹]\s?)?\d[\d.,]*(?:\s?[元円원])?"
_TIMES: Final = pattern(
    rf"(?P<one>{_MONEY})\s*{_MEASURE}\s*(?P<sign>[x×✕*@])\s*(?P<two>{_MONEY})(?![\w%])", re.I)
_MOST_SUMS: Final = 4_096               # ways of reading the lines; a receipt with more of them is not judged


class Fault(NamedTuple):
    """An amount that is not what the lines above give: the index of its line, and what to say of it."""

    line: int
    message: str


class _Amount(NamedTuple):
    value: Decimal
    unit: str
    is_money: bool


class _Reader:
    """Reads numbers as this receipt writes them: 1,234.50 or 1.234,50."""

    def __init__(self, receipt: Receipt) -> None:
        marks = Counter(m[1] for line in receipt.lines for m in _TWO_DECIMALS.finditer(line.right))
        self._mark = max(".,", key=lambda mark: marks[mark]) if marks else ""

    def number(self, text: str) -> Decimal:
        digits = text.rstrip(".,")
        if self._mark:
            whole, mark, rest = digits.rpartition(self._mark)
            return Decimal(re.sub("[.,]", "", whole if mark else rest) + (f".{rest}" if mark else ""))
        if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", digits):
            return Decimal(re.sub("[.,]", "", digits))
        whole, mark, rest = digits.replace(",", ".").rpartition(".")
        return Decimal(whole.replace(".", "") + "." + rest if mark else rest)

    def amount(self, text: str) -> _Amount | None:
        found = list(_NUMBER.finditer(text))
        if len(found) != 1:
            return None
        number = found[0]
        unit = next((m.group() for m in _UNITS.finditer(text)), "")
        is_money = bool(unit) and unit != "%" or _TWO_DECIMALS.search(number.group()) is not None
        sign = -1 if re.search("[-−]", text[: number.start()]) else 1
        rest = _UNITS.sub("", text[: number.start()] + text[number.end():]).strip(" +-−")
        return None if rest else _Amount(sign * self.number(number.group()), _SAME_UNIT.get(unit, unit), is_money)


class _Sums:
    """All the sums that the lines since the last total can mean; `plain` is the one that is told."""

    def __init__(self, *bases: Decimal) -> None:
        self.all: set[Decimal] = set(bases)
        self.own: set[Decimal] = {Decimal(0)}
        self.plain = bases[0]
        self.is_known, self.is_empty = True, True

    def add(self, *readings: Decimal) -> None:
        self.all = {base + reading for base in self.all for reading in readings}
        self.own = {base + reading for base in self.own for reading in readings}
        self.plain += readings[0]
        self.is_empty = False
        self.is_known = self.is_known and len(self.all) <= _MOST_SUMS


def _role(label: str, role: str) -> str:
    if role == "total":
        return role
    found = next((name for name, words in _ROLES if words.fullmatch(label.strip())), "item")
    if found == "tax" and "total" in label.lower() and _MARKED_TOTAL.search(label):
        return "total"
    return found


def _like(value: Decimal, sample: str) -> str:
    """Return `value` written as the amount `sample` is."""
    number = _NUMBER.search(sample)
    assert number is not None
    decimals = re.search(r"[.,](\d{1,2})$", number.group().rstrip(".,"))
    text = f"{abs(value):.{len(decimals[1])}f}" if decimals else f"{abs(value).normalize():f}"
    if decimals and decimals.group()[0] == ",":
        text = text.replace(".", ",")
    sign = "-" if value < 0 and not re.search("[-−]", sample[: number.start()]) else ""
    return sign + sample[: number.start()] + text + sample[number.end():]


def _product(reader: _Reader, label: str) -> tuple[Decimal, str] | None:
    """Return quantity times price where a label names both, and how it writes them. One of the two is money."""
    found = _TIMES.search(label)
    if found is None:
        return None
    one, two = (_Amount(reader.number(number[0]), "", bool(_UNITS.search(part) or _TWO_DECIMALS.search(part)))
                for part in (found["one"], found["two"]) if (number := _NUMBER.search(part)))
    if not (one.is_money or two.is_money or found["sign"] == "@"):
        return None
    return one.value * two.value, found.group().strip()


def _differs(value: Decimal, product: Decimal) -> bool:
    """Tell whether an amount is not a product, however its last place was rounded."""
    places = -min(int(value.as_tuple().exponent), 0)
    return abs(value - product) >= Decimal(1).scaleb(-places)


def faults(receipt: Receipt) -> Iterator[Fault]:
    """Yield what does not add up, from top to bottom."""
    reader = _Reader(receipt)
    lines = [(i, x, _role(x.left, x.role), reader.amount(x.right)) for i, x in enumerate(receipt.lines) if x.right]
    units = {amount.unit for _, _, _, amount in lines if amount and amount.unit not in ("", "%")}
    if len(units) > 1:
        return
    in_money = any(amount.is_money for _, _, _, amount in lines if amount)
    sums, subtotals = _Sums(Decimal(0)), Decimal(0)
    quantity: Decimal | None = None
    product: Decimal | None = None
    total: Decimal | None = None
    paid = {Decimal(0)}
    for index, line, role, amount in lines:
        if role == "quantity":
            number = _NUMBER.match(line.right)
            quantity = reader.number(number.group()) if number else None
            continue
        if amount is None or amount.unit == "%":
            if role in ("less", "saved", "tax", "more"):
                sums.is_known = False
            continue
        value, is_sure = amount.value, amount.is_money == in_money
        named = _product(reader, line.left) if role == "item" else None
        if named and _differs(value, named[0]):
            right = _like(named[0], line.right)
            yield Fault(index, f"{named[1]} is {right}, not {line.right}; write {right}")
        match role:
            case "subtotal" | "total" if is_sure:
                is_first = sums.is_empty and total is None and not subtotals
                is_right = value in sums.all or role == "subtotal" and value in sums.own
                if not is_first and sums.is_known and not is_right:
                    right = _like(sums.plain, line.right)
                    yield Fault(index, f"the lines above come to {right}, not {line.right}; write {right}")
                subtotals = subtotals + value if role == "subtotal" else Decimal(0)
                total = value if role == "total" else total
                sums = _Sums(value, *({subtotals} if role == "subtotal" else ()))
            case "change":
                if total is not None and len(paid) > 1 and abs(value) not in {sum_ - total for sum_ in paid}:
                    right = _like(max(paid) - total, line.right)
                    yield Fault(index, f"what was paid less the total is {right}, not {line.right}; write {right}")
            case "paid" if total is not None:
                paid = {base + reading for base in paid for reading in (value, Decimal(0))}
                sums.is_known = False       # what is due after it may be nothing, or the total again
            case "price" if quantity is not None:
                product, quantity = quantity * value, None
                sums.add(product)
            case "amount" if product is not None:
                if _differs(value, product):
                    right = _like(product, line.right)
                    yield Fault(index, f"quantity times price is {right}, not {line.right}; write {right}")
                product = None
            case "less":
                sums.add(-abs(value))
            case "saved":
                sums.add(Decimal(0), -abs(value))
            case "tax" | "more":
                sums.add(value, Decimal(0))
            case "item" | "price" | "amount" if is_sure and total is None:
                sums.add(value)
            case _:
                sums.add(Decimal(0), value)


def arithmetic_notes(receipt: Receipt, grid: Grid) -> Iterator[Note]:
    """Yield a note for each fault, where its amount stands in `grid`."""
    rows = [cells_text(row, {}) for row in grid.rows]
    cells = grid.rows
    at: dict[int, int] = {}
    y = 0
    for index, line in enumerate(receipt.lines):
        if line.right:
            y = next((k for k in range(y, len(rows)) if line.left in rows[k] and line.right in rows[k]), y)
            at[index] = y
            y += 1
    for fault in faults(receipt):
        row = at[fault.line]
        end = len(cells[row].rstrip()) - 1
        number = max((m.start() for m in _NUMBER.finditer(cells[row])), default=end)
        yield note("receipt-arithmetic", row, number, fault.message)
