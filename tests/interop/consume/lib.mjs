// What the readers in JavaScript print of a file: a line for each cell and each name, for the driver to compare.
import { createRequire } from 'module';
export const [, , kind, path, modules] = process.argv;
export const load = createRequire(modules + '/x.js');

const text = (value) => String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replace(/\r?\n/g, '\\n');
/** Rows and columns from 1. */
export function cell(sheet, row, column, value) {
  if (value === null || value === undefined || value === '') return;
  const [type, shown] = value instanceof Date ? ['d', value.toISOString().slice(0, 10)]
    : typeof value === 'number' ? ['n', value] : ['t', value];
  console.log(['cell', text(sheet), row, column, type, text(shown)].join('\t'));
}
export const name = (defined, target) => console.log(['name', defined, target].join('\t'));
