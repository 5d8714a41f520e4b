"""tablib: a Dataset exported as CSV, XLSX and ODS; it has no formulas, so their values are computed in floats."""
import sys
from datetime import date

import lib
import tablib

for name, (columns, rows) in lib.logs(sys.argv[1]).items():
    data = tablib.Dataset(headers=list(columns))
    for row in rows:
        cells = [date.fromisoformat(v) if v and t == "day" else v for v, t in zip(row, columns.values())]
        if name == "formula":
            cells[-1] = cells[-3] - cells[-2]
        data.append(cells)
    for kind in ("csv", "xlsx", "ods"):
        content = data.export(kind)
        with open(lib.folder(sys.argv[2], kind) + f"/{name}.{kind}", "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
