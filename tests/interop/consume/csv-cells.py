"""Of CSV files made of sheets: csv-cells.py SHEET=FILE...: each cell as a text."""
import csv
import sys

for each in sys.argv[1:]:
    sheet, path = each.split("=", 1)
    with open(path, encoding="utf-8", newline="") as file:
        for r, row in enumerate(csv.reader(file), 1):
            for c, value in enumerate(row, 1):
                if value:
                    shown = value.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "").replace("\n", "\\n")
                    print("cell", sheet, r, c, "s", shown, sep="\t")
