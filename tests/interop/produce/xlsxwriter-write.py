"""XlsxWriter: cells by their Python types, dates in a format, formulas without a value."""
import sys
from datetime import date

import lib
import xlsxwriter

for name, (columns, rows) in lib.logs(sys.argv[1]).items():
    book = xlsxwriter.Workbook(lib.folder(sys.argv[2], "xlsx") + f"/{name}.xlsx")
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, columns)
    for at, row in enumerate(rows, 1):
        for column, (value, kind) in enumerate(zip(row, columns.values())):
            if value is not None and kind == "day":
                sheet.write_datetime(at, column, date.fromisoformat(value), day)
            elif value is not None:
                sheet.write(at, column, value)
        if name == "formula":
            sheet.write_formula(at, len(columns) - 1, f"=G{at + 1}-H{at + 1}")
    book.close()
