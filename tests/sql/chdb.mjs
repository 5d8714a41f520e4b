// chdb.mjs MODULES SCRIPT FOLDER: as duckdb.mjs, with ClickHouse embedded.
import fs from 'fs';
import path from 'path';
import {createRequire} from 'module';

const [modules, script, folder] = process.argv.slice(2).map(name => path.resolve(name));
const {Session} = createRequire(path.join(modules, 'x.js'))('chdb');
const statements = fs.readFileSync(script, 'utf8').split(/;\n/)
  .filter(text => text.replace(/--.*\n?/g, '').trim() !== '');
process.chdir(folder);
const session = new Session();
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
