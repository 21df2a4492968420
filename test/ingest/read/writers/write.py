"""Writes the sheets of a JSON file by every writer of Python: write.py SHEETS.json FOLDER"""
import datetime
import json
import sys
from pathlib import Path

SHEETS = json.loads(Path(sys.argv[1]).read_text("utf8"))
FOLDER = Path(sys.argv[2])


def value_of(cell):
    return datetime.date.fromisoformat(cell["value"]) if cell["kind"] == "date" else cell["value"]


def write_openpyxl(path):
    from openpyxl import Workbook
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet["name"])
        for cell in sheet["cells"]:
            place = page.cell(cell["at"][0] + 1, cell["at"][1] + 1)
            value = value_of(cell)
            if cell["kind"] == "rich":
                value = CellRichText(TextBlock(InlineFont(b=True), value[:4]), value[4:])
            place.value = "=" + cell["formula"] if "formula" in cell else value
            if "format" in cell:
                place.number_format = cell["format"]
        for top, left, bottom, right in sheet["merges"]:
            page.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
        for row in sheet["hidden_rows"]:
            page.row_dimensions[row + 1].hidden = True
        for column in sheet["hidden_columns"]:
            page.column_dimensions[get_column_letter(column + 1)].hidden = True
    book.save(path)


def write_xlsxwriter(path, options=None):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, options or {})
    bold = book.add_format({"bold": True})
    for sheet in SHEETS:
        page = book.add_worksheet(sheet["name"])
        for row in sheet["hidden_rows"]:
            page.set_row(row, None, None, {"hidden": True})
        for column in sheet["hidden_columns"]:
            page.set_column(column, column, None, None, {"hidden": True})
        for cell in sheet["cells"]:
            row, column = cell["at"]
            look = book.add_format({"num_format": cell["format"]} if "format" in cell else {})
            value = value_of(cell)
            if "formula" in cell:
                page.write_formula(row, column, "=" + cell["formula"], look, value)
            elif cell["kind"] == "rich":
                page.write_rich_string(row, column, bold, value[:4], value[4:])
            elif cell["kind"] == "date":
                page.write_datetime(row, column, value, look)
            elif cell["kind"] in ("text", "empty_text"):
                page.write_string(row, column, value)
            else:
                page.write(row, column, value, look)
        if not (options or {}).get("constant_memory"):
            for top, left, bottom, right in sheet["merges"]:
                page._check_dimensions(bottom, right)
                page.merge.append([top, left, bottom, right])
    book.close()


def frame_of(sheet):
    import pandas

    height = max(cell["at"][0] for cell in sheet["cells"]) + 1
    width = max(cell["at"][1] for cell in sheet["cells"]) + 1
    rows = [[None] * width for _ in range(height)]
    for cell in sheet["cells"]:
        rows[cell["at"][0]][cell["at"][1]] = value_of(cell)
    return pandas.DataFrame(rows, dtype=object)


def write_pandas(path, engine):
    import pandas

    with pandas.ExcelWriter(path, engine=engine) as book:
        for sheet in SHEETS:
            frame_of(sheet).to_excel(book, sheet_name=sheet["name"], header=False, index=False)


def write_pandas_csv(path):
    frame_of(SHEETS[0]).to_csv(path, header=False, index=False, encoding="utf-8-sig")


def write_pandas_html(path):
    frame_of(SHEETS[0]).to_html(path, header=False, index=False, na_rep="", encoding="utf-8")


def write_xlwt(path):
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    bold = xlwt.easyfont("bold on")
    for sheet in SHEETS:
        page = book.add_sheet(sheet["name"])
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet["merges"]}
        for cell in sheet["cells"]:
            row, column = cell["at"]
            look = xlwt.easyxf(num_format_str=cell.get("format", "General"))
            value = value_of(cell)
            if "formula" in cell:
                page.write(row, column, xlwt.Formula(cell["formula"]), look)
            elif cell["kind"] == "rich":
                page.write_rich_text(row, column, ((value[:4], bold), value[4:]))
            elif (row, column) in merged:
                bottom, right = merged[row, column]
                page.write_merge(row, bottom, column, right, value, look)
            else:
                page.write(row, column, value, look)
        for row in sheet["hidden_rows"]:
            page.row(row).hidden = True
        for column in sheet["hidden_columns"]:
            page.col(column).hidden = True
    book.save(str(path))


def write_odfpy(path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow, CoveredTableCell
    from odf.text import P, Span

    book = OpenDocumentSpreadsheet()
    for sheet in SHEETS:
        page = Table(name=sheet["name"])
        book.spreadsheet.addElement(page)
        cells = {tuple(cell["at"]): cell for cell in sheet["cells"]}
        merges = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet["merges"]}
        covered = {
            (row, column)
            for top, left, bottom, right in sheet["merges"]
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(merges)
        height = max(row for row, _ in cells) + 1
        for row in range(height):
            line = TableRow()
            page.addElement(line)
            width = max([column for at, column in [*cells, *covered] if at == row], default=-1) + 1
            for column in range(width):
                if (row, column) in covered:
                    line.addElement(CoveredTableCell())
                    continue
                more = {}
                if (row, column) in merges:
                    rows, columns = merges[row, column]
                    more = {"numberrowsspanned": rows, "numbercolumnsspanned": columns}
                line.addElement(odf_cell(cells.get((row, column)), more, TableCell, P, Span))
    book.save(str(path))


def odf_cell(cell, more, TableCell, P, Span):
    if cell is None:
        return TableCell(**more)
    kind, value = cell["kind"], cell["value"]
    if "formula" in cell:
        more["formula"] = "of:=" + cell["formula"]
    if kind == "number":
        percent = "%" in cell.get("format", "")
        return TableCell(valuetype="percentage" if percent else "float", value=repr(value), **more)
    if kind == "date":
        return TableCell(valuetype="date", datevalue=value, **more)
    if kind == "boolean":
        return TableCell(valuetype="boolean", booleanvalue="true" if value else "false", **more)
    made = TableCell(valuetype="string", **more)
    for line in value.split("\n") if value else []:
        paragraph = P()
        if kind == "rich":
            paragraph.addElement(Span(text=line[:4]))
            paragraph.addText(line[4:])
        else:
            paragraph.addText(line)
        made.addElement(paragraph)
    return made


write_openpyxl(FOLDER / "openpyxl.xlsx")
write_xlsxwriter(FOLDER / "xlsxwriter.xlsx")
write_xlsxwriter(FOLDER / "xlsxwriter_stream.xlsx", {"constant_memory": True})
write_pandas(FOLDER / "pandas.xlsx", "openpyxl")
write_pandas(FOLDER / "pandas_xlsxwriter.xlsx", "xlsxwriter")
write_pandas(FOLDER / "pandas.ods", "odf")
write_pandas_csv(FOLDER / "pandas.csv")
write_pandas_html(FOLDER / "pandas.html")
write_xlwt(FOLDER / "xlwt.xls")
write_odfpy(FOLDER / "odfpy.ods")
