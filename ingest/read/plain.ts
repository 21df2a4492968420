/** Thrown inside the plain reader where a workbook is not as plain as it takes it to be: the library reads it. */
export class NotPlain extends Error {
  constructor(what: string) {
    super(`not plain: ${what}`);
    this.name = "NotPlain";
  }
}
