// Its reader of XLSX is an extension that DuckDB downloads by itself; here are JSON and CSV.
import { load, kind, path, cell } from './lib.mjs';
const { DuckDBInstance } = load('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:')).connect();
if (kind === 'json') {
  const rows = await db.runAndReadAll(`select * from read_json('${path}', maximum_object_size=100000000)`);
  console.log(JSON.stringify(rows.getRowObjectsJson()[0]));
} else {
  const rows = await db.runAndReadAll(`select * from read_csv('${path}')`);
  rows.columnNames().forEach((title, c) => cell('csv', 1, c + 1, title));
  rows.getRowsJson().forEach((row, r) => row.forEach((value, c) => cell('csv', r + 2, c + 1, value)));
}
