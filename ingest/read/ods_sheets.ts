import type { Cell } from "../parse/cell.ts";
import { LAST_COLUMN, LAST_ROW, LONGEST_TEXT, type Merge, MOST_CELLS, type Sheet } from "./grid.ts";
import { DAYS_TO_1904 } from "./number_cell.ts";
import { hiddenTables } from "./ods.ts";
import { type OdsCell, type OdsLook, odsCell } from "./ods_cell.ts";
import { odsStyles } from "./ods_styles.ts";
import { nestedTables, outsideSheet, tooManyCells } from "./sheet_faults.ts";
import type { CountedSheet } from "./sheetjs.ts";
import { attribute, unescapeEntities, withoutComments } from "./xml_text.ts";

/** Tags with what stands before them; a `>` within an attribute ends no tag. */
const TAG = /([^<]*)<(\/?)([\w-]+:[\w-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const NULL_DATE_1904 = /<table:null-date\s[^>]*date-value="1904-01-01"/;
/** Elements within a table or a cell that are none of its text. */
const ASIDE = new Set([
  "office:annotation",
  "office:forms",
  "table:shapes",
  "table:tracked-changes",
  "text:note",
  "text:ruby-text",
]);
const isAside = (name: string) => ASIDE.has(name) || name.startsWith("draw:");

/** A table while it is read. */
interface Table extends CountedSheet {
  /** Styles of cells that state none, by column. */
  styles: string[];
  /** Empty rows that are held only when a row follows. */
  empty_rows: number;
  row: (Cell | null)[];
  column: number;
  row_repeats: number;
  /** Cached values of another file, no sheet of this one. */
  is_cache: boolean;
}

/** The sheets of an .ods; `content` and `styles` are content.xml and styles.xml. Throws a Refusal. */
export function readOds(content: string, styles: string): CountedSheet[] {
  const hidden = hiddenTables(content);
  const reader = new OdsReader({
    styles: odsStyles([styles, content]),
    dateOffset: NULL_DATE_1904.test(content) ? DAYS_TO_1904 : 0,
  });
  for (const [, text = "", closing, name = "", attributes = "", closed] of withoutComments(
    content,
  ).matchAll(TAG)) {
    reader.text(text);
    if (closing !== "/") reader.open(name, attributes);
    if (closing === "/" || closed === "/") reader.close(name);
  }
  return reader.tables
    .filter(({ is_cache }) => !is_cache)
    .map(({ sheet, stored }) => ({
      stored,
      sheet: { ...sheet, is_hidden: hidden.has(sheet.name) },
    }));
}

/** A walk over the tags of content.xml: what is open decides what a tag means. */
class OdsReader {
  readonly tables: Table[] = [];
  private readonly look: OdsLook;
  private table: Table | null = null;
  private cell: OdsCell | null = null;
  /** The element that is passed over, and how many of its name are open. */
  private aside = { name: "", depth: 0 };
  private paragraphs = 0;
  /** The styles of the spans that are open. */
  private spans: string[] = [];
  private cellsLeft = MOST_CELLS;

  constructor(look: OdsLook) {
    this.look = look;
  }

  text(text: string): void {
    if (this.cell === null || this.paragraphs === 0 || this.aside.depth > 0 || text === "") return;
    this.add(this.cell, unescapeEntities(text.replace(/[ \t\r\n]+/g, " ")));
  }

  open(name: string, attributes: string): void {
    if (this.aside.depth > 0) {
      if (name === this.aside.name) this.aside.depth += 1;
    } else if (isAside(name)) this.aside = { name, depth: 1 };
    else if (this.cell) this.openInCell(this.cell, name, attributes);
    else if (name === "table:table") this.openTable(attributes);
    else if (this.table) this.openInTable(this.table, name, attributes);
  }

  close(name: string): void {
    if (this.aside.depth > 0) {
      if (name === this.aside.name) this.aside.depth -= 1;
    } else if (name === "text:p" || name === "text:h")
      this.paragraphs = Math.max(0, this.paragraphs - 1);
    else if (name === "text:span") this.spans.pop();
    else if (name === "table:table") this.table = null;
    else if (this.table && name === "table:table-row") this.closeRow(this.table);
    else if (this.table && name === "table:table-cell" && this.cell)
      this.closeCell(this.table, this.cell);
  }

  private openTable(attributes: string): void {
    if (this.table) throw nestedTables();
    const name = attribute(attributes, "table:name") ?? "";
    const sheet: Sheet = { name, is_hidden: false, rows: [], merges: [] };
    const start = { styles: [], empty_rows: 0, row: [], column: 0, row_repeats: 1 };
    this.table = { sheet, stored: 0, ...start, is_cache: false };
    this.tables.push(this.table);
  }

  private openInTable(table: Table, name: string, attributes: string): void {
    if (name === "table:table-source") table.is_cache = true;
    if (name === "table:table-column") addColumnStyles(table, attributes);
    if (name === "table:table-row") {
      table.row = [];
      table.column = 0;
      table.row_repeats = repeats(attributes, "rows");
    }
    if (name === "table:covered-table-cell") table.column += repeats(attributes, "columns");
    if (name === "table:table-cell") {
      const style = attribute(attributes, "table:style-name") ?? table.styles[table.column] ?? "";
      this.cell = { attributes, style, text: "", has_text: false, runs: [] };
      this.paragraphs = 0;
      this.spans = [];
    }
  }

  private openInCell(cell: OdsCell, name: string, attributes: string): void {
    if (name === "table:table") throw nestedTables();
    if (name === "text:p" || name === "text:h") {
      if (cell.has_text) this.add(cell, "\n");
      cell.has_text = true;
      this.paragraphs += 1;
    }
    if (name === "text:span") this.spans.push(attribute(attributes, "text:style-name") ?? "");
    if (name === "text:line-break") this.add(cell, "\n");
    if (name === "text:tab") this.add(cell, "\t");
    const room = Math.max(0, LONGEST_TEXT + 1 - cell.text.length);
    if (name === "text:s") this.add(cell, " ".repeat(Math.min(spaces(attributes), room)));
  }

  private add(cell: OdsCell, text: string): void {
    const styles = this.spans.flatMap((name) => this.look.styles.get(name) ?? []);
    const is_struck = styles.some((style) => style.is_struck);
    const is_raised = styles.some((style) => style.is_raised);
    cell.text += text;
    cell.runs.push({ text, is_struck, is_raised });
  }

  private closeCell(table: Table, cell: OdsCell): void {
    this.cell = null;
    const { column } = table;
    const count = repeats(cell.attributes, "columns");
    table.column += count;
    const value = odsCell(cell, this.look);
    addMerge(table, column, cell.attributes);
    if (value === null) return;
    if (table.column > LAST_COLUMN) throw outsideSheet();
    while (table.row.length < column) table.row.push(null);
    for (let one = 0; one < count; one++) table.row.push(value);
    table.stored += count * table.row_repeats;
  }

  /** Rows are held up to the last one that has a cell. */
  private closeRow(table: Table): void {
    const { row, row_repeats, sheet } = table;
    if (row.length === 0) {
      table.empty_rows += row_repeats;
      return;
    }
    if (sheet.rows.length + table.empty_rows + row_repeats > LAST_ROW) throw outsideSheet();
    this.cellsLeft -= row.length * row_repeats;
    if (this.cellsLeft < 0) throw tooManyCells();
    for (; table.empty_rows > 0; table.empty_rows--) sheet.rows.push([]);
    for (let one = 0; one < row_repeats; one++) sheet.rows.push(row);
  }
}

function addColumnStyles({ styles }: Table, attributes: string): void {
  const style = attribute(attributes, "table:default-cell-style-name") ?? "";
  const end = Math.min(styles.length + repeats(attributes, "columns"), LAST_COLUMN);
  while (styles.length < end) styles.push(style);
}

function addMerge({ sheet, empty_rows }: Table, left: number, attributes: string): void {
  const columns = wholeAttribute(attributes, "table:number-columns-spanned");
  const rows = wholeAttribute(attributes, "table:number-rows-spanned");
  if (columns * rows < 2) return;
  const top = sheet.rows.length + empty_rows;
  const merge: Merge = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  sheet.merges.push(merge);
}

function spaces(attributes: string): number {
  return wholeAttribute(attributes, "text:c");
}

function repeats(attributes: string, of: "rows" | "columns"): number {
  return wholeAttribute(attributes, `table:number-${of}-repeated`);
}

/** A count; one where it is not stated. Throws a Refusal for what is no count. */
function wholeAttribute(attributes: string, name: string): number {
  const stated = attribute(attributes, name) ?? "1";
  if (!/^\s*\d{1,9}\s*$/.test(stated)) throw outsideSheet();
  return Math.max(1, Number(stated));
}
