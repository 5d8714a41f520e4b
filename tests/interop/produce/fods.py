"""OUT/NAME.fods: the logs as a flat OpenDocument sheet with typed cells, for LibreOffice to open. A formula has no
value there: LibreOffice computes it."""
import sys
from xml.sax.saxutils import escape, quoteattr

import lib

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/>
<number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<number:boolean-style style:name="N2"><number:boolean/></number:boolean-style>
<style:style style:name="yes" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Dane">"""
TAIL = "</table:table></office:spreadsheet></office:body></office:document>"


def cell(value, kind):
    if value is None:
        return "<table:table-cell/>"
    if kind == "day":
        return f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{value}"/>'
    if kind == "yes":
        return f'<table:table-cell table:style-name="yes" office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if kind in ("number", "money"):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


for name, (columns, rows) in lib.logs(sys.argv[1]).items():
    with open(f"{sys.argv[2]}/{name}.fods", "w", encoding="utf-8") as out:
        out.write(HEAD + "<table:table-row>" + "".join(cell(c, "text") for c in columns) + "</table:table-row>")
        for at, row in enumerate(rows, 2):
            cells = [cell(v, t) for v, t in zip(row, columns.values())]
            if name == "formula":
                cells[-1] = "<table:table-cell table:formula=" + quoteattr(f"of:=[.G{at}]-[.H{at}]") + "/>"
            out.write("<table:table-row>" + "".join(cells) + "</table:table-row>")
        out.write(TAIL)
