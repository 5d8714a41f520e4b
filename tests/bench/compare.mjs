// node compare.mjs REPORT.json ANSWERS.json: every answer of query.mjs must be in the report, and
// nothing may be in the report that has no answer. Prints what differs; status 1 if anything does.
import { readFileSync } from 'fs';

const [report, answers] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const faults = [];
let compared = 0;
const same = (what, ours, theirs) => {
  compared += 1;
  const equal = ours === null || theirs === null ? ours === theirs : Number(ours) === Number(theirs);
  if (!equal) faults.push(`${what}: the report says ${ours}, DuckDB ${theirs}`);
};
const lists = {
  indicators: [report.indicators, ['total', 'women', 'men']],
  tasks: [report.expenditure.tasks],
  categories: [report.expenditure.categories],
  sources: [report.financing.sources],
};
for (const [name, [entries, parts]] of Object.entries(lists)) {
  const expected = answers[name];
  if (entries.length !== Object.keys(expected).length) faults.push(`${name}: ${entries.length} in the report, ${Object.keys(expected).length} in DuckDB`);
  for (const entry of entries) {
    for (const when of ['period', 'cumulative']) {
      const theirs = expected[entry.id]?.[when];
      if (theirs === undefined) faults.push(`${name} ${entry.id}: no answer of DuckDB`);
      else if (parts) for (const part of parts) same(`${entry.id} ${when} ${part}`, entry[when][part], theirs[part]);
      else same(`${name} ${entry.id} ${when}`, entry[when], theirs);
    }
  }
}
for (const fault of faults) console.error(fault);
console.log(`${compared} answers compared, ${faults.length} differ`);
process.exit(faults.length || !compared ? 1 : 0);
