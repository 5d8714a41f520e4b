// DuckDB: read_csv with its guesses, and with texts; COPY TO writes CSV. eligible is computed by the engine.
import { load, folder } from './lib.mjs';
const reference = process.argv[5];
const { DuckDBInstance } = load('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:')).connect();
for (const [variant, options] of [['COPY, types guessed', ''], ['COPY, all texts', ', all_varchar=true']]) {
  for (const log of ['participants', 'support', 'outcomes', 'expenditures', 'formula']) {
    const from = `read_csv('${reference}/${log === 'formula' ? 'expenditures' : log}.csv'${options})`;
    const columns = log !== 'formula' ? '*'
      : '* replace (cast(gross as decimal(12,2)) - cast(vat as decimal(12,2)) as eligible)';
    await db.run(`copy (select ${columns} from ${from}) to '${folder(variant)}/${log}.csv' (header, delimiter ',')`);
  }
}
