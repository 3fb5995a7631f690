"""Writes the cells of a workbook again with XlsxWriter, and prints how many milliseconds that took."""
import json
import sys
import time

import xlsxwriter

sheets = json.load(open(sys.argv[1], encoding="utf-8"))
start = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[2])
for sheet in sheets:
    page = book.add_worksheet(sheet["name"][:31])
    for row, column, formula, value in sheet["cells"]:
        if formula:
            page.write_formula(row, column, "=" + formula, None, value)
        elif isinstance(value, str):
            page.write_string(row, column, value)
        else:
            page.write_number(row, column, value)
book.close()
print((time.perf_counter() - start) * 1000)
