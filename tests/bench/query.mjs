// node query.mjs MODULES FOLDER FIRST LAST THREADS: the bench's project answered by DuckDB.
//
// Written from the rules, independently of the program: it knows nothing of the definition file, and
// what it prints is compared with the program's report. It is DuckDB's best form that we found: the
// support log is read once and folded to one row per person_id before anything is joined, thresholds
// are sums under a condition, conditions on persons are evaluated once into booleans.
import { createRequire } from 'module';
import { resolve } from 'path';

const [modules, folder, first, last, threads = '2'] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(resolve(modules, 'query.mjs'))('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads, preserve_insertion_order: 'false' });
const db = await instance.connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjects();
const text = (names) => names.split(' ').map((name) => `'${name}':'VARCHAR'`).join(',');
const csv = (file, columns) =>
  `read_csv('${folder}/${file}.csv', header=true, delim=',', quote='"', escape='"', auto_detect=false, columns={${columns}})`;

const participants = csv('uczestnicy', text('person_id pesel other_id sex') + `,'birth':'DATE',` +
  text('grp household') + `,'entry':'DATE','exit':'DATE',` +
  text('completed labour education degurba citizenship disability foreign_background minority homeless disadvantaged municipality ground'));
const support = csv('wsparcie', `'date':'DATE','person_id':'VARCHAR','form':'VARCHAR','task':'VARCHAR','hours':'DECIMAL(9,2)'`);
const outcomes = csv('rezultaty', `'person_id':'VARCHAR','outcome':'VARCHAR','date':'DATE','evidence':'VARCHAR'`);
const places = csv('miejsca', `'id':'VARCHAR','name':'VARCHAR','kind':'VARCHAR','since':'DATE','until':'DATE','capacity':'BIGINT'`);
const costs = csv('wydatki', `'doc_no':'VARCHAR','issued':'DATE','paid':'DATE','claim':'INTEGER','task':'VARCHAR','category':'VARCHAR','description':'VARCHAR','gross':'DECIMAL(14,2)','eligible':'DECIMAL(14,2)','corrects':'VARCHAR'`);

// Two days: `b` is the last of the period, `a` the one before its first.
const days = { b: `DATE '${last}'`, a: `(DATE '${first}' - 1)` };
const both = (form) => ['b', 'a'].map((d) => form(d, days[d])).join(', ');

await db.run(`create temp table w as select person_id, min(date) as start,
  bit_or(case when date <= ${days.a} then 1 << n else 0 end) forms_a, bit_or(1 << n) forms_b,
  count(*) filter (n <= 3) sessions_b, count(*) filter (n <= 3 and date <= ${days.a}) sessions_a,
  coalesce(sum(hours) filter (n >= 9), 0) course_b, coalesce(sum(hours) filter (n >= 9 and date <= ${days.a}), 0) course_a,
  coalesce(sum(hours) filter (n in (7, 8)), 0) therapy_b, coalesce(sum(hours) filter (n in (7, 8) and date <= ${days.a}), 0) therapy_a
  from (select person_id, date, hours, substr(form, 2)::INTEGER n from ${support} where date <= ${days.b}) group by person_id`);

// One row per person; attributes are those of the first entry, the exit that of the last known one.
// Both entries of who returns bear one person_id, so `max` takes what the join has doubled.
await db.run(`create temp table p as select coalesce(nullif(pesel, ''), nullif(other_id, ''), person_id) who, * from ${participants}`);
await db.run(`create temp table persons as select who, min(start) as start, arg_min(sex, entry) = 'K' woman,
  arg_min(birth, entry) birth, arg_min(household, entry) household,
  arg_min(labour in ('unemployed', 'long_term_unemployed'), entry) unemployed,
  arg_min(coalesce(disability = 'yes', false) or coalesce(homeless = 'yes', false), entry) hard,
  arg_min(coalesce(education in ('5', '6', '7', '8'), false), entry) tertiary,
  arg_min(grp in ('dorosli', 'seniorzy'), entry) adult,
  arg_min(degurba = '3' and minority = 'no' and foreign_background <> 'yes', entry) rural,
  arg_min(municipality in ('Bytom', 'Opole, Zaodrze') and ground in ('bezrobocie', 'ubóstwo'), entry) chosen,
  arg_min(disadvantaged = 'yes' and citizenship in ('PL', 'UA'), entry) other,
  ${both((d, day) => `max(sessions_${d}) sessions_${d}, max(course_${d}) course_${d},
    max(therapy_${d}) therapy_${d}, max(forms_${d}) forms_${d}, count(*) filter (entry <= ${day}) entries_${d},
    arg_max({'since': entry, 'day': exit, 'done': completed = 'yes'}, entry) filter (entry <= ${day}) exit_${d}`)}
  from p left join w using (person_id) group by who having min(start) is not null`);
await db.run(`create temp table results as select who, ${both((d, day) =>
  `coalesce(bool_or(date <= ${day} and exit_${d}.day <= ${day} and exit_${d}.done and date >= exit_${d}.since and date <= exit_${d}.day + 28), false) result_${d}`)}
  from (select distinct who, person_id from p) join ${outcomes} using (person_id) join persons using (who)
  where outcome in ('employment', 'education') and date >= start and date <= ${days.b} group by who`);

const age = `(year(start) - year(birth) - (case when month(birth) * 100 + day(birth) = 229 and not (year(start) % 4 = 0 and (year(start) % 100 <> 0 or year(start) % 400 = 0)) then 228 else month(birth) * 100 + day(birth) end > month(start) * 100 + day(start))::INTEGER)`;
const persons = {
  P1: (d) => `forms_${d} & 126 <> 0`,
  P2: () => `woman and age between 18 and 29 and unemployed`,
  P3: () => `(hard or age >= 55) and not tertiary`,
  P4: (d) => `sessions_${d} >= 3 and adult`,
  R1: (d) => `coalesce(result_${d}, false)`,
  R2: (d) => `course_${d} >= 12`,
};
const counted = Object.entries(persons).flatMap(([id, holds]) => ['b', 'a'].flatMap((d) => ['true', 'woman', 'not woman'].map((sex, i) =>
  `count(*) filter (start <= ${days[d]} and (${holds(d)}) and ${sex})::INTEGER "${id} ${d}${i}"`)));
for (const d of ['b', 'a']) {
  counted.push(`count(distinct household) filter (start <= ${days[d]} and rural)::INTEGER "P5 ${d}0"`);
  counted.push(`coalesce(sum(therapy_${d}) filter (chosen), 0)::VARCHAR "P6 ${d}0"`);
  ['true', 'woman', 'not woman'].forEach((sex, i) =>
    counted.push(`coalesce(sum(entries_${d}) filter (start <= ${days[d]} and other and ${sex}), 0)::INTEGER "P7 ${d}${i}"`));
}
const [values] = await rows(`select ${counted.join(', ')} from (select *, ${age} age from persons left join results using (who))`);
const [place] = await rows(`select ${both((d, day) => `coalesce(sum(capacity) filter (since <= ${day} and (until is null or until >= ${day})), 0)::INTEGER "R3 ${d}0"`)} from ${places} where kind = 'created'`);
Object.assign(values, place);

const hundredths = (value) => Math.round(Number(value) * 100);
const decimal = (value) => (value < 0n ? '-' : '') + (value < 0n ? -value : value) / 100n + '.' + String((value < 0n ? -value : value) % 100n).padStart(2, '0');
const answers = { indicators: {}, tasks: {}, categories: {}, sources: {} };
for (const id of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'R1', 'R2', 'R3']) {
  const at = (d, i) => values[`${id} ${d}${i}`] ?? null;
  const period = (i) => (at('b', i) === null ? null : hundredths(at('b', i)) - hundredths(at('a', i)));
  const shown = (i, f) => (f(i) === null ? null : f(i) / 100);
  const cumulative = (i) => (at('b', i) === null ? null : hundredths(at('b', i)));
  const triple = (f) => ({ total: shown(0, f), women: shown(1, f), men: shown(2, f) });
  answers.indicators[id] = { period: triple(period), cumulative: triple(cumulative) };
}

// A document counts on the day on which it was paid, whatever claim it names.
const spent = await rows(`select task, category, ${both((d, day) => `coalesce(sum(grosze) filter (day <= ${day}), 0)::VARCHAR ${d}`)}
  from (select task, category, (eligible * 100)::BIGINT grosze, paid as day from ${costs})
  where day <= ${days.b} group by task, category`);
const sums = (key) => {
  const found = {};
  for (const row of spent) {
    const sum = (found[row[key]] ??= { a: 0n, b: 0n });
    sum.a += BigInt(row.a);
    sum.b += BigInt(row.b);
  }
  return found;
};
for (const key of ['task', 'category']) {
  const list = key === 'task' ? answers.tasks : answers.categories;
  for (const [id, { a, b }] of Object.entries(sums(key))) list[id] = { period: decimal(b - a), cumulative: decimal(b) };
}
const direct = spent.reduce((sum, row) => ({ a: sum.a + BigInt(row.a), b: sum.b + BigInt(row.b) }), { a: 0n, b: 0n });
const split = (costs) => {
  const eligible = costs + (costs * 20n) / 100n;
  const eu = (eligible * 85n) / 100n, state = (eligible * 8n) / 100n;
  return { eu, state, own: eligible - eu - state };
};
const [before, after] = [split(direct.a), split(direct.b)];
for (const id of ['eu', 'state', 'own']) answers.sources[id] = { period: decimal(after[id] - before[id]), cumulative: decimal(after[id]) };
console.log(JSON.stringify(answers));
