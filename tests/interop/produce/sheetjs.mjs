// SheetJS: an array of arrays with cellDates, as its guide writes dates; a formula has no value.
import { load, logs, folder } from './lib.mjs';
const XLSX = load('xlsx');
for (const { name, header, types, rows } of logs()) {
  const sheet = XLSX.utils.aoa_to_sheet([header, ...rows], { cellDates: true });
  if (name === 'formula') {
    rows.forEach((row, i) => {
      sheet[`I${i + 2}`] = { t: 'n', f: `G${i + 2}-H${i + 2}` };
    });
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Dane');
  for (const kind of ['xlsx', 'ods', 'csv']) XLSX.writeFile(book, `${folder(kind)}/${name}.${kind}`);
}
