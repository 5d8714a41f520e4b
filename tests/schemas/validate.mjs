// validate.mjs MODULES WORK: WORK/schemas/NAME.json is a valid schema, and each output in
// WORK/outputs/NAME/ satisfies it. Looked at from both sides: an output has no key that its schema
// does not name, and a schema names no key that no output has. Spoilt copies (each required key left
// out once, each pattern and word broken once) do not satisfy it.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

// Named by a schema, and in no output of the tests: why.
const neverWritten = new Map([
  ["split: $defs/skipped/cell", "of a published list two columns are read, others have no name to miss"],
]);

const [modules, work] = process.argv.slice(2);
const Ajv = createRequire(`${modules}/package.json`)("ajv/dist/2020");
const options = { strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true };

let faults = 0;
function fault(text) {
  console.log(`FAULT: ${text}`);
  faults += 1;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/// An output is one JSON value, or one a line.
function valuesOf(file) {
  const text = readFileSync(file, "utf8");
  try {
    return [JSON.parse(text)];
  } catch {
    return text.trimEnd().split("\n").map((line) => JSON.parse(line));
  }
}

/// Follows a value through its schema. `at` names a place in the schema, `path` one in the value.
class Walk {
  seen = new Set();
  unknown = new Set();
  spoils = new Map(); // by place in the schema and what is done: the first place in a value

  constructor(root) {
    this.root = root;
  }

  spoil(at, path, change) {
    if (!this.spoils.has(at)) this.fresh.push({ at, path, change });
    this.spoils.set(at, path);
  }

  value(schema, at, value, path) {
    if (schema.$ref) {
      const name = schema.$ref.slice("#/$defs/".length);
      this.value(this.root.$defs[name], `$defs/${name}`, value, path);
    }
    for (const [i, branch] of (schema.anyOf ?? []).entries()) {
      if (value !== null && (branch.$ref || branch.properties)) this.value(branch, `${at}/anyOf/${i}`, value, path);
    }
    if (typeof value === "string" && schema.pattern) {
      this.spoil(`${at}: pattern`, path, (holder, key) => (holder[key] = `${holder[key]},5x`));
      if (schema.pattern.includes("\\.")) {
        this.spoil(`${at}: comma`, path, (holder, key) => (holder[key] = `${parseInt(holder[key])},50`));
      }
    }
    if (value !== null && (schema.enum || schema.const !== undefined)) {
      this.spoil(`${at}: word`, path, (holder, key) => (holder[key] = "spoilt"));
    }
    if (Array.isArray(value) && schema.items) {
      value.forEach((item, i) => this.value(schema.items, `${at}/items`, item, [...path, i]));
    }
    if (isObject(value)) this.object(schema, at, value, path);
  }

  object(schema, at, value, path) {
    if (!schema.properties && !schema.additionalProperties) return;
    for (const [key, member] of Object.entries(value)) {
      const known = schema.properties?.[key];
      if (known) this.seen.add(`${at}/${key}`);
      else if (!schema.additionalProperties) this.unknown.add(`${at}/${key}`);
      const below = known ?? schema.additionalProperties;
      if (below) this.value(below, known ? `${at}/${key}` : `${at}/*`, member, [...path, key]);
    }
    const needed = new Set(schema.required);
    for (const [key, others] of Object.entries(schema.dependentRequired ?? {})) {
      if (key in value) others.forEach((other) => needed.add(other));
    }
    for (const key of needed) {
      this.spoil(`${at}/${key}: left out`, [...path, key], (holder, last) => delete holder[last]);
    }
  }
}

/// Each property that a schema names, as Walk names it.
function namedBy(schema, at, names) {
  for (const [key, below] of Object.entries(schema.properties ?? {})) {
    names.push(`${at}/${key}`);
    namedBy(below, `${at}/${key}`, names);
  }
  if (schema.items) namedBy(schema.items, `${at}/items`, names);
  if (isObject(schema.additionalProperties)) namedBy(schema.additionalProperties, `${at}/*`, names);
  (schema.anyOf ?? []).forEach((branch, i) => namedBy(branch, `${at}/anyOf/${i}`, names));
  for (const [name, below] of Object.entries(schema.$defs ?? {})) namedBy(below, `$defs/${name}`, names);
  return names;
}

/// Every object of named members says what each is.
function describedBy(schema, at, root) {
  for (const [key, below] of Object.entries(schema.properties ?? {})) {
    const defined = below.$ref && root.$defs[below.$ref.slice("#/$defs/".length)];
    if (!below.description && !defined?.description) fault(`${at}/${key} has no description`);
  }
  for (const below of Object.values(schema)) if (isObject(below)) describedBy(below, at, root);
}

const shared = new Map();
const counts = { outputs: 0, values: 0, keys: 0, spoilt: 0 };
for (const file of readdirSync(`${work}/schemas`)) {
  const name = file.replace(/\.json$/, "");
  const schema = JSON.parse(readFileSync(`${work}/schemas/${file}`, "utf8"));
  let validate;
  try {
    validate = new Ajv(name === "project" ? { strict: false, validateFormats: false } : options).compile(schema);
  } catch (error) {
    fault(`${file} is not a valid schema: ${error.message}`);
    continue;
  }
  if (name === "project") continue; // tests/unit/read/definition/schema_test.cpp

  describedBy(schema, name, schema);
  for (const [key, definition] of Object.entries(schema.$defs ?? {})) {
    if (!shared.has(key)) shared.set(key, [name, definition]);
    const [first, other] = shared.get(key);
    if (!isDeepStrictEqual(definition, other)) fault(`$defs/${key} of ${name} is not that of ${first}`);
  }
  const walk = new Walk(schema);
  const outputs = readdirSync(`${work}/outputs/${name}`);
  if (outputs.length === 0) fault(`there is no output of ${name}`);
  for (const output of outputs) {
    counts.outputs += 1;
    for (const value of valuesOf(`${work}/outputs/${name}/${output}`)) {
      counts.values += 1;
      if (!validate(value)) {
        const errors = validate.errors.slice(0, 5).map((e) => `${e.instancePath} ${e.message}`);
        fault(`${name}/${output}: ${errors.join("; ")}`);
        continue;
      }
      walk.fresh = [];
      walk.value(schema, name, value, []);
      for (const { at, path, change } of walk.fresh) {
        const spoilt = structuredClone(value);
        change(path.slice(0, -1).reduce((holder, key) => holder[key], spoilt), path.at(-1));
        counts.spoilt += 1;
        if (validate(spoilt)) fault(`${name}: the schema accepts ${at} (/${path.join("/")})`);
      }
    }
  }
  for (const key of walk.unknown) fault(`${key} is written, and the schema of ${name} does not name it`);
  for (const key of namedBy(schema, name, [])) {
    counts.keys += 1;
    const listed = neverWritten.has(`${name}: ${key}`);
    if (!walk.seen.has(key) && !listed) fault(`${key} of the schema of ${name} is in no output`);
    if (walk.seen.has(key) && listed) fault(`${key} of ${name} is written after all: take it off the list`);
  }
}
console.log(`${counts.outputs} outputs, ${counts.values} values, ${counts.keys} keys of schemas, ` +
  `${counts.spoilt} spoilt copies, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
