// xlsx-populate: values into a blank workbook; dates are serial numbers until somebody gives a format, as its guide says.
import { load, logs, folder } from './lib.mjs';
const XlsxPopulate = load('xlsx-populate');
for (const { name, header, types, rows } of logs()) {
  for (const variant of ['xlsx', 'xlsx, dates without a format']) {
    const book = await XlsxPopulate.fromBlankAsync();
    const sheet = book.sheet(0);
    header.forEach((title, i) => sheet.cell(1, i + 1).value(title));
    rows.forEach((row, at) => row.forEach((value, i) => {
      const cell = sheet.cell(at + 2, i + 1);
      if (name === 'formula' && i === types.length - 1) return cell.formula(`G${at + 2}-H${at + 2}`);
      if (value === null) return;
      cell.value(value);
      if (value instanceof Date && variant === 'xlsx') cell.style('numberFormat', 'dd.mm.yyyy');
    }));
    await book.toFileAsync(`${folder(variant)}/${name}.xlsx`);
  }
}
