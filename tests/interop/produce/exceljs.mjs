// exceljs: a formula without and with its result; its CSV is that of the same sheet.
import { load, logs, folder } from './lib.mjs';
const ExcelJS = load('exceljs');
for (const { name, header, types, rows } of logs()) {
  for (const variant of ['xlsx', 'xlsx, formulas with results', 'csv']) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Dane');
    sheet.addRow(header);
    rows.forEach((row, i) => {
      const cells = [...row];
      if (name === 'formula') {
        const formula = `G${i + 2}-H${i + 2}`;
        cells[types.length - 1] = variant === 'xlsx' ? { formula } : { formula, result: row[6] - row[7] };
      }
      sheet.addRow(cells);
    });
    if (variant === 'csv') await book.csv.writeFile(`${folder(variant)}/${name}.csv`);
    else await book.xlsx.writeFile(`${folder(variant)}/${name}.xlsx`);
  }
}
