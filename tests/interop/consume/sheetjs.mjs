import { load, kind, path, cell, name } from './lib.mjs';
const XLSX = load('xlsx');
// A CSV is read as UTF-8 only where somebody says so, or where it begins with a mark.
const book = XLSX.readFile(path, kind === 'csv' ? { cellDates: true, codepage: 65001 } : { cellDates: true, UTC: true });
for (const sheet of book.SheetNames) {
  for (const [at, each] of Object.entries(book.Sheets[sheet])) {
    if (at.startsWith('!')) continue;
    const { r, c } = XLSX.utils.decode_cell(at);
    // 0.18 gives a day in local time, some seconds early.
    const value = each.v instanceof Date ? new Date(Math.round((each.v - each.v.getTimezoneOffset() * 60000) / 86400000) * 86400000) : each.v;
    cell(sheet, r + 1, c + 1, value);
  }
}
for (const { Name, Ref } of book.Workbook?.Names ?? []) name(Name, Ref);
