// What the scripts in JavaScript share: the logs of logs.json, with days as Date (UTC) and `formula` without eligible.
import { readFileSync, mkdirSync, writeFileSync } from 'fs';
import { createRequire } from 'module';

export const [, , logsPath, out, modules] = process.argv;
export const load = createRequire(modules + '/x.js');

export function* logs() {
  const all = JSON.parse(readFileSync(logsPath, 'utf8'));
  delete all.about;
  all.formula = all.expenditures;
  for (const [name, log] of Object.entries(all)) {
    const types = Object.values(log.columns);
    const rows = log.rows.map((row) => row.map((value, i) =>
      name === 'formula' && i === types.length - 1 ? null
        : value !== null && types[i] === 'day' ? new Date(value + 'T00:00:00Z') : value));
    yield { name, header: Object.keys(log.columns), types, rows };
  }
}

export function folder(variant, declare = '') {
  mkdirSync(`${out}/${variant}`, { recursive: true });
  if (declare) writeFileSync(`${out}/${variant}/declare`, declare);
  return `${out}/${variant}`;
}
