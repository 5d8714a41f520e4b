"""openpyxl: cells by their Python types, a formula as a text that begins with `=`."""
import sys
from datetime import date

import lib
from openpyxl import Workbook

for name, (columns, rows) in lib.logs(sys.argv[1]).items():
    book = Workbook()
    sheet = book.active
    sheet.append(list(columns))
    for at, row in enumerate(rows, 2):
        cells = [date.fromisoformat(v) if v and t == "day" else v for v, t in zip(row, columns.values())]
        if name == "formula":
            cells[-1] = f"=G{at}-H{at}"
        sheet.append(cells)
    book.save(lib.folder(sys.argv[2], "xlsx") + f"/{name}.xlsx")
