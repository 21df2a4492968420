/** How the marked copy of a file is called: an .xlsx keeps its name, another gets the ending behind its own. */
export function exportedName(file_name: string): string {
  return /\.xlsx$/i.test(file_name) ? file_name : `${file_name}.xlsx`;
}
