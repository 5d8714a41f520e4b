// write-excel-file: cells with their types, dates in a format, formulas as their type.
import { load, logs, folder } from './lib.mjs';
const { pathToFileURL } = await import('url');
const writeXlsxFile = (await import(pathToFileURL(load.resolve('write-excel-file/node')))).default;
for (const { name, header, types, rows } of logs()) {
  const cell = (value, i) => value === null ? null
    : value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : { value, type: value.constructor };
  const data = rows.map((row, at) => row.map((value, i) =>
    name === 'formula' && i === types.length - 1
      ? { value: `=G${at + 2}-H${at + 2}`, type: 'Formula' } : cell(value, i)));
  const made = writeXlsxFile([header.map((value) => ({ value, type: String })), ...data], {});
  const path = `${folder('xlsx')}/${name}.xlsx`;
  const result = await made;
  if (result && result.toFile) await result.toFile(path);
  else throw new Error('an unknown form of its result');
}
