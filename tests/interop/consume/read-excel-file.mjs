import { load, path, cell } from './lib.mjs';
import { pathToFileURL } from 'url';
const module_ = await import(pathToFileURL(load.resolve('read-excel-file/node')));
const book = await module_.default(path, { trim: false });
for (const { sheet, data } of book) {
  data.forEach((row, r) => row.forEach((value, c) => cell(sheet, r + 1, c + 1, value)));
}
