// duckdb.mjs MODULES SCRIPT FOLDER: runs a script of `euproj sql` in the folder of an export, and
// prints its last answer as CSV. What a statement says that fails goes to standard error, status 3.
import fs from 'fs';
import path from 'path';
import {createRequire} from 'module';

const [modules, script, folder] = process.argv.slice(2).map(name => path.resolve(name));
const duckdb = createRequire(path.join(modules, 'x.js'))('@duckdb/node-api');
const sql = fs.readFileSync(script, 'utf8');
process.chdir(folder);
const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
await connection.run('SET threads = 1');  // hundreds of small steps
const statements = await connection.extractStatements(sql);
let answer;
for (let i = 0; i < statements.count; i++) {
  try {
    answer = await (await statements.prepare(i)).runAndReadAll();
  } catch (fault) {
    console.error(`statement ${i + 1}: ${fault.message}`);
    process.exit(3);
  }
}
const quoted = text => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
console.log('project,figure,period,cumulative');
for (const row of answer.getRows()) {
  console.log(row.map(cell => (cell === null ? '' : quoted(String(cell)))).join(','));
}
