import { document, escapeXml } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const FIRST_CUSTOM_FORMAT = 164;
const MARK = { fill: "FFFFC7CE", ink: "FF9C0006" };

/** The styles of a workbook: a number format, plain or marked, to its index. */
export interface Styles {
  indexOf(format: string, isMarked: boolean): number;
  xml(): string;
}

/** Gives out style indexes as formats are met; 0 is the plain `General`. */
export function openStyles(): Styles {
  const formats: string[] = ["General"];
  const indexOf = (format: string, isMarked: boolean): number => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) * 2 + (isMarked ? 1 : 0);
  };
  return { indexOf, xml: () => stylesXml(formats) };
}

function stylesXml(formats: readonly string[]): string {
  const id = (index: number) => (index === 0 ? 0 : FIRST_CUSTOM_FORMAT + index);
  const declared = formats
    .slice(1)
    .map((code, index) => `<numFmt numFmtId="${id(index + 1)}" formatCode="${escapeXml(code)}"/>`);
  const styles = formats.flatMap((_, index) => [
    `<xf numFmtId="${id(index)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    `<xf numFmtId="${id(index)}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`,
  ]);
  const edge = (side: string) => `<${side} style="medium"><color rgb="${MARK.ink}"/></${side}>`;
  return document(
    `<styleSheet xmlns="${MAIN}">` +
      (declared.length > 0
        ? `<numFmts count="${declared.length}">${declared.join("")}</numFmts>`
        : "") +
      `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
      `<font><b/><sz val="11"/><color rgb="${MARK.ink}"/><name val="Calibri"/></font></fonts>` +
      `<fills count="3"><fill><patternFill patternType="none"/></fill>` +
      `<fill><patternFill patternType="gray125"/></fill>` +
      `<fill><patternFill patternType="solid"><fgColor rgb="${MARK.fill}"/></patternFill></fill></fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
      `<border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`,
  );
}
