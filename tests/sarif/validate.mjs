// validate.mjs MODULES LOG...: each LOG satisfies the schema of SARIF 2.1.0, and a spoilt copy of
// it does not, which shows that the schema is looked at.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, ...logs] = process.argv.slice(2);
const require = createRequire(`${modules}/package.json`);
const Ajv = require("ajv");
const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(
  require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

let faults = 0;
let results = 0;
const rules = new Set();
function fault(text) {
  console.log(`FAULT: ${text}`);
  faults += 1;
}

for (const log of logs) {
  const text = readFileSync(log, "utf8");
  const sarif = JSON.parse(text);
  if (!validate(sarif)) {
    const errors = validate.errors.slice(0, 5).map((e) => `${e.dataPath} ${e.message}`);
    fault(`${log}: ${errors.join("; ")}`);
  }
  for (const run of sarif.runs) {
    const known = run.tool.driver.rules ?? [];
    for (const result of run.results) {
      results += 1;
      rules.add(result.ruleId);
      // What the schema cannot say: the index leads to the rule of that name.
      if (known[result.ruleIndex]?.id !== result.ruleId) {
        fault(`${log}: rule ${result.ruleId} is not at ${result.ruleIndex}`);
      }
    }
  }
  const spoilt = JSON.parse(text);
  delete spoilt.runs[0].tool.driver.name;
  if (validate(spoilt)) fault(`${log}: the schema accepts a tool without a name`);
}
if (rules.size < 150) fault(`only ${rules.size} kinds of findings validated`);
console.log(`${logs.length} logs, ${results} results, ${rules.size} kinds of findings, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
