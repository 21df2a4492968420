"""python-calamine and DuckDB: `calamine.py <workbook> <parquet>`, every cell a text, nothing checked."""

import sys

import duckdb
import pyarrow
from python_calamine import CalamineWorkbook

workbook, parquet = sys.argv[1:]
rows = CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
columns = zip(*rows)
cells = pyarrow.table(
    {
        f"c{index}": [None if value == "" else str(value) for value in column]
        for index, column in enumerate(columns)
    }
)
duckdb.sql(f"copy cells to '{parquet}' (format parquet, compression zstd)")
print(len(rows))
