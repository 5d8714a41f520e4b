// duckdb.mjs MODULES SCRIPT FOLDER [DATABASE]: runs a script of `euproj sql` in the folder of an export, and
// prints its last answer as CSV. What a statement says that fails goes to standard error, status 3; status 77
// where the engine is not there. Without DATABASE all is in memory.
import fs from 'fs';
import path from 'path';
import {createRequire} from 'module';

const [modules, script, folder, database] = process.argv.slice(2).map(name => path.resolve(name));
let duckdb;
try {
  duckdb = createRequire(path.join(modules, 'x.js'))('@duckdb/node-api');
} catch {
  console.error(`DuckDB is not there: npm install --prefix ${modules} @duckdb/node-api`);
  process.exit(77);
}
const sql = fs.readFileSync(script, 'utf8');
process.chdir(folder);
const connection = await (await duckdb.DuckDBInstance.create(database ?? ':memory:')).connect();
// Hundreds of small steps gain nothing of threads; EUPROJ_THREADS is for large ones.
await connection.run(`SET threads = ${Number(process.env.EUPROJ_THREADS ?? 1)}`);
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
console.log(answer.columnNames().join(','));
for (const row of answer.getRows()) {
  console.log(row.map(cell => (cell === null ? '' : quoted(String(cell)))).join(','));
}
