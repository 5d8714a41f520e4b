import { load, kind, path, cell, name } from './lib.mjs';
const ExcelJS = load('exceljs');
const book = new ExcelJS.Workbook();
if (kind === 'csv') await book.csv.readFile(path);
else await book.xlsx.readFile(path);
const plain = (value) => value === null || typeof value !== 'object' || value instanceof Date ? value
  : 'result' in value ? value.result : 'formula' in value || 'sharedFormula' in value ? 0 : value.text ?? value;
book.eachSheet((sheet) => sheet.eachRow((row, r) => row.eachCell((each, c) => {
  if (each.master === each) cell(sheet.name, r, c, plain(each.value));
})));
for (const { name: defined, ranges } of book.definedNames.model) name(defined, ranges.join(','));
