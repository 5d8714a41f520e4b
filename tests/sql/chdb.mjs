// chdb.mjs MODULES SCRIPT FOLDER [DATABASE]: as duckdb.mjs, with ClickHouse embedded; DATABASE is a folder.
import fs from 'fs';
import path from 'path';
import {createRequire} from 'module';

const [modules, script, folder, database] = process.argv.slice(2).map(name => path.resolve(name));
let chdb;
try {
  chdb = createRequire(path.join(modules, 'x.js'))('chdb');
} catch {
  console.error(`ClickHouse is not there: npm install --prefix ${modules} chdb`);
  process.exit(77);
}
const statements = fs.readFileSync(script, 'utf8').split(/;\n/)
  .filter(text => text.replace(/--.*\n?/g, '').trim() !== '');
process.chdir(folder);
const session = new chdb.Session(database);
let answer = '';
for (const [i, statement] of statements.entries()) {
  try {
    answer = session.query(statement, 'CSVWithNames');
  } catch (fault) {
    console.error(`statement ${i + 1}: ${fault.message}`);
    process.exit(3);
  }
}
process.stdout.write(String(answer).replaceAll('\\N', ''));
