"""openpyxl: the stored values."""
import datetime
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[3], data_only=True)
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None or value == "":
                continue
            kind = "d" if isinstance(value, datetime.datetime) else "n" if isinstance(value, (int, float)) else "t"
            shown = value.date().isoformat() if kind == "d" else str(value)
            shown = shown.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
            print("cell", sheet.title, cell.row, cell.column, kind, shown, sep="\t")
for name in book.defined_names.definedName:
    if not name.hidden and name.localSheetId is None:
        print("name", name.name, name.attr_text, sep="\t")
