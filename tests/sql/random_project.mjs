// random_project.mjs SEED FOLDER: a project with all that counts and costs, as its files.
import fs from 'fs';
import path from 'path';

const [seed, folder, id = `losowy-${seed}`] = process.argv.slice(2);
let state = (Number(seed) * 2654435761 + 12345) >>> 0;
function random(n) {  // 0 .. n-1 (xorshift)
  state ^= state << 13; state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5; state >>>= 0;
  return state % n;
}
for (let i = 0; i < 10; i++) random(2);
const maybe = percent => random(100) < percent;
const pick = list => list[random(list.length)];
const some = (list, least = 1) => {
  const chosen = list.filter(() => maybe(45));
  while (chosen.length < least) { const one = pick(list); if (!chosen.includes(one)) chosen.push(one); }
  return chosen;
};
const first = Date.UTC(2024, 0, 1) / 864e5, days = 366;
const iso = day => new Date((first + day) * 864e5).toISOString().slice(0, 10);
// Days on which a rule may turn: firsts and lasts of the months that tests ask for, and those before them.
const edges = [120, 121, 151, 212, 213, 243];
const someDay = least => { const edge = pick(edges); return maybe(35) && edge >= least ? edge : least + random(days - least); };
const windows = [10, 28, 30];
const money = cents => `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

const forms = ['doradztwo', 'kurs', 'opieka', 'spotkanie'];
const outcomes = ['employment', 'job_seeking', 'qualification', 'education'];
const statuses = ['unemployed', 'long_term_unemployed', 'inactive', 'inactive_not_in_education', 'employed'];
const groups = ['a', 'b', 'c'];
const partners = maybe(40) ? ['lider', 'drugi', 'trzeci'] : [];
const categories = ['personel', 'uslugi', 'sprzet', 'inne'];
const kind = maybe(20);  // a source in kind
// Whose a row is; nothing where the project has no partners.
const named = percent => (partners.length && maybe(percent) ? pick(partners) : '');

// People.
const people = [], participants = [['person_id', 'other_id', 'sex', 'birth_date', 'group', 'household_id', 'entry_date', 'exit_date',
  'completed', 'labour_status', 'education', 'disability', 'homeless', 'municipality', 'partner']];
for (let i = 1; i <= 8 + random(16); i++) {
  const who = {id: `U-${i}`, sex: pick(['K', 'M']), born: `${1950 + random(62)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`,
    household: maybe(60) ? `R-${random(6)}` : '', other: `X${i}`, entries: []};
  if (maybe(10)) who.born = `${1960 + 4 * random(12)}-02-29`;
  let entry = maybe(25) ? pick(edges) : random(200);
  who.begins = maybe(50);  // with support on the day of the entry
  if (maybe(30)) who.born = `${1990 + random(20)}${iso(entry).slice(4).replace('02-29', '02-28')}`;
  const rows = maybe(25) ? 2 + random(2) : 1;
  for (let r = 0; r < rows && entry < days; r++) {
    let exit = maybe(70) || r + 1 < rows ? entry + random(60) : null;
    const turning = pick(edges) - (maybe(50) ? pick(windows) : 0);  // an edge is the exit, or the last day of its window
    if (exit !== null && maybe(40) && turning >= entry) exit = turning;
    who.entries.push({entry, exit});
    const name = r > 0 && maybe(30) ? `${who.id}-${r}` : who.id;
    participants.push([name, who.other, who.sex, who.born, maybe(80) ? pick(groups) : '', who.household, iso(entry),
      exit === null ? '' : iso(exit), exit === null ? '' : pick(['yes', 'no', 'yes', 'refused', '']), maybe(85) ? pick(statuses) : '',
      maybe(85) ? String(random(9)) : '', pick(['yes', 'no', 'refused', '']), pick(['yes', 'no', '']), pick(['Gdynia', 'Sopot', '']), named(35)]);
    entry = (exit ?? entry) + 1 + random(50);
  }
  people.push(who);
}
const support = [['date', 'person_id', 'form', 'session_id', 'hours', 'headcount', 'partner']];
for (const who of people) {
  if (maybe(8)) continue;
  for (let n = random(14); n >= 0; n--) {
    const begin = who.entries[0].entry, edge = pick(edges);
    const date = n === 0 && who.begins ? begin : maybe(20) && edge >= begin ? edge : begin + random(120);
    const row = [iso(date), who.id, pick(forms), maybe(50) ? `s${random(25)}` : '', maybe(75) ? `${random(6)}.${pick(['0', '25', '5', '75', '3333'])}` : '', '', named(20)];
    support.push(row);
    if (maybe(6)) support.push([...row]);
  }
}
for (let n = random(6); n > 0; n--) support.push([iso(random(days)), '', pick(forms), maybe(40) ? `s${random(25)}` : '', maybe(50) ? '2.5' : '', String(1 + random(30)), named(20)]);
const results = [['person_id', 'outcome', 'date', 'partner']];
for (const who of people) {
  for (let n = random(4); n > 0; n--) {
    const exit = pick(who.entries).exit ?? random(days);
    const day = iso(Math.max(0, maybe(40) ? exit + pick([0, ...windows]) : exit + random(110) - 15));
    results.push([who.id, pick(outcomes), day, named(15)]);
    if (maybe(30)) results.push([who.id, pick(outcomes), day, named(15)]);
  }
}
const places = [['place_id', 'kind', 'from', 'to', 'capacity']];
for (let n = 1; n <= random(5); n++) { const from = maybe(30) ? pick(edges) : random(days), to = pick(edges); places.push([`M-${n}`, pick(['created', 'supported']), iso(from), maybe(60) ? iso(maybe(60) && to >= from ? to : from + random(150)) : '', maybe(70) ? String(1 + random(20)) : '']); }
const entities = [['nip', 'other_id', 'date', 'kind', 'size', 'partner']];
for (let n = 0; n < random(7); n++) entities.push(['', `KRS ${random(4)}`, iso(someDay(0)), pick(['public_administration', 'sme', 'ngo', 'other', '']), pick(['micro', 'small', 'medium', 'large', '']), named(40)]);

// Conditions.
function condition(depth = 0) {
  const where = {};
  if (maybe(35)) where.support = some(forms);
  if (where.support && maybe(25)) where.min_sessions = 1 + random(4);
  if (where.support && maybe(25)) where.min_hours = 1 + random(9);
  if (maybe(15)) where.group = some(groups);
  if (maybe(15)) where.sex = pick(['K', 'M']);
  if (maybe(20)) where.age = maybe(50) ? {min: 15 + random(30)} : {min: random(30), max: 30 + random(30)};
  if (maybe(20)) where.labour_status = some(statuses);
  if (maybe(12)) where.education = some(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  if (maybe(12)) where.disability = pick(['yes', 'no', 'refused']);
  if (maybe(10)) where.homeless = 'yes';
  if (maybe(15)) where.completed = pick(['yes', 'no']);
  if (maybe(25)) {
    where.outcome = some(outcomes);
    if (maybe(65)) where.within = pick(['4 weeks', '28 days', '1 months', '3 months', '10 days']);
    if (where.within && maybe(30)) { where.latest_of = some(outcomes, 2); where.outcome = [pick(where.latest_of)]; }
  }
  if (maybe(6)) where.complete = true;
  if (depth < 2 && maybe(18)) where.any = [condition(depth + 1), condition(depth + 1)];
  if (depth < 2 && maybe(12)) where.all = [condition(depth + 1), condition(depth + 1)];
  if (depth < 2 && maybe(15)) { const not = condition(depth + 1); if (Object.keys(not).length) where.not = not; }
  if (Object.keys(where).length === 0 && depth > 0) where.sex = 'K';
  return where;
}
const indicators = [];
const measurements = [['indicator', 'date', 'value', 'women', 'men']];
const add = indicator => indicators.push({name: indicator.id, kind: 'output', unit: 'szt.', ...(maybe(60) ? {target: {total: 1 + random(40)}} : maybe(30) && ['persons', 'hours'].includes(indicator.count) ? {target: {at_most: random(10)}} : {}), ...indicator});
for (let i = 1; i <= 3 + random(6); i++) {
  const count = pick(['persons', 'persons', 'persons', 'entries', 'households', 'sessions', 'hours', 'headcount']);
  const indicator = {id: `P${i}`, count, where: count === 'headcount' ? (maybe(60) ? {support: some(forms)} : {}) : condition()};
  if (count === 'persons' && maybe(25)) indicator.when = 'period';
  if (count === 'persons' && maybe(20)) indicator.target = {women: 1 + random(9), men: 1 + random(9)};
  add(indicator);
}
// Simple ones, in which a person who is counted wrong is not hidden by another rule.
const wanted = pick(outcomes);
add({id: 'OW', count: 'persons', where: {outcome: some(outcomes, 2), within: pick(['10 days', '28 days', '30 days', '1 months'])}});
add({id: 'OL', count: 'persons', where: {outcome: [wanted], latest_of: [...outcomes.filter(one => one !== wanted && maybe(70)), wanted], within: pick(['28 days', '3 months'])}});
if (indicators.at(-1).where.latest_of.length < 2) indicators.at(-1).where.latest_of.unshift(outcomes.find(one => one !== wanted));
add({id: 'SH', count: 'persons', where: {support: some(forms, 2), min_hours: 1 + random(6)}});
add({id: 'SS', count: 'persons', where: {support: some(forms, 2), min_sessions: 2 + random(4)}});
add({id: 'AG', count: pick(['persons', 'entries']), where: {age: maybe(50) ? {min: 16 + random(12)} : {min: 5, max: 15 + random(12)}}, target: {at_most: random(16)}});
add({id: 'PP', count: 'persons', when: 'period', where: {}});
add({id: 'M1', count: 'places', ...(maybe(60) ? {where: maybe(50) ? {place_kind: ['created']} : {not: {place_kind: ['created']}}} : {})});
add({id: 'E1', count: 'entities', ...(maybe(70) ? {where: maybe(50) ? {kind: some(['sme', 'ngo'])} : {not: {size: some(['micro', 'small'])}}} : {})});
for (const take of ['sum', 'last']) {
  const name = `MM-${take}`;
  add({id: name, count: 'measured', take});
  const sexes = maybe(60), seen = new Set();
  for (let n = random(5); n > 0; n--) {
    const day = random(days); if (seen.has(day)) continue; seen.add(day);
    const women = random(50), men = random(50);
    measurements.push([name, iso(day), sexes ? String(women + men) : `${random(90)}.${random(9)}`, sexes ? String(women) : '', sexes ? String(men) : '']);
  }
}
add({id: 'W1', count: 'ratio', numerator: 'P1', denominator: 'P2', unit: '%'});
add({id: 'KE', kind: 'result', unit: '%', count: 'criterion', of: {where: condition(1)}, reached: {outcome: some(outcomes), within: pick(['4 weeks', '3 months', '30 days'])},
  threshold: `${1 + random(60)}%`, ...(maybe(50) ? {groups: [{id: 'oz', where: {disability: 'yes'}, threshold: '12%'}]} : {})});

// Money.
const claimEnds = []; for (let day = 40 + random(60); day < days - 1; day += 30 + random(90)) claimEnds.push(day); claimEnds.push(days - 1);
const turn = claimEnds.findIndex((day, i) => i > 0 && claimEnds[i - 1] < 243 && day > 243);
if (turn > 0 && maybe(50)) claimEnds.splice(turn, 0, 243);
const withClaims = maybe(80);
const claims = claimEnds.map((end, i) => ({id: String(i + 1), from: iso(i ? claimEnds[i - 1] + 1 : 0), to: iso(end), status: 'draft'}));
const byDocuments = maybe(20);
const documents = [['doc_no', 'issuer_nip', 'issue_date', 'paid_date', 'claim', 'task', 'category', 'eligible', 'grant', 'source', 'partner', 'corrects']];
const numbers = [];
for (let n = 1; n <= 4 + random(30); n++) {
  const paid = maybe(25) ? pick([...edges, ...claimEnds]) : random(days), eligible = 1 + random(500000);
  const number = `FV ${n}/2024`;
  const claim = withClaims && maybe(30) ? pick(claims).id : '';
  const own = n % 2 === 0 && maybe(20);
  const parts = maybe(15) ? 2 : 1;
  for (let part = 0; part < parts; part++) {
    const amount = part ? 1 + random(9999) : eligible;
    documents.push([number, '', iso(Math.max(0, paid - 3)), iso(paid), claim, part ? '2' : pick(['1', '2']), maybe(85) ? pick(categories) : '', money(amount), byDocuments ? money(random(amount + 1)) : '',
      own ? 'own' : '', partners.length && maybe(70) ? pick(partners) : '', '']);
  }
  numbers.push({number, claim, eligible, paid});
  if (maybe(12)) documents.push([`K ${n}`, '', iso(paid), iso(Math.min(days - 1, paid + random(40))), claim, '1', '', money(-1 - random(Math.min(eligible, 20000))), byDocuments ? '0.00' : '', '', '', number]);
}
if (withClaims) claims.forEach((claim, i) => {
  claim.status = pick(['draft', 'submitted', 'approved', 'paid', 'returned', 'rejected']);
  if (claim.status !== 'draft' && maybe(60)) claim.submitted = {date: iso(Math.min(days - 1, claimEnds[i] + 1 + random(20)))};
  if (['approved', 'paid'].includes(claim.status) && claim.submitted && maybe(60)) {
    claim.decided = {date: iso(Math.min(days - 1, claimEnds[i] + 22 + random(20)))};
    const own = numbers.filter(one => one.claim === claim.id);
    if (own.length && maybe(70)) claim.decided.ineligible = [{document: pick(own).number.toLowerCase(), amount: money(1 + random(3000)), reason: 'x'}];
    if (maybe(40)) claim.decided.approved = money(random(400000));
  }
});
const rate = () => `${1 + random(99)}.${random(100)}%`.replace('.0%', '%');
const sources = (total) => {
  const eu = `${60 + random(25)}.${pick(['00', '28', '5', '71'])}%`;
  const state = maybe(60) ? {rate: `${1 + random(9)}%`} : {amount: money(random(Math.floor(total / 20)))};
  const roundings = () => maybe(35) ? {rounding: pick(['down', 'up', 'half_up', 'half_even'])} : {};
  const all = [{id: 'eu', kind: 'eu', rate: eu, ...roundings()}, {id: 'state', kind: 'state', ...state, ...roundings()}, {id: 'own', kind: 'own', remainder: true, ...(kind ? {in_kind: true} : {})}];
  if (maybe(15)) { delete all[1].rate; delete all[1].amount; delete all[1].rounding; all[1].remainder = true; delete all[2].remainder; all[2].rate = '3.5%'; }
  return all;
};
const total = 10000000 + random(90000000);
const financing = [{total: money(total), sources: sources(total), ...(byDocuments ? {split: 'documents'} : {})}];
if (maybe(30)) { const more = total + random(1000000); financing.push({valid_from: iso(100 + random(150)), total: money(more), sources: sources(more).map((s, i) => ({...s, ...(kind && i === 2 ? {in_kind: true} : {})})), ...(byDocuments ? {split: 'documents'} : {})}); }
const flat = () => {
  const rounding = maybe(40) ? {rounding: pick(['down', 'half_up'])} : {};
  const base = maybe(30) ? {of: 'staff'} : {};
  const exclude = maybe(30) ? {exclude: ['sprzet']} : {};
  const inKind = maybe(25) ? {in_kind: 'excluded'} : {};
  if (maybe(25)) return {bands: [{up_to: '3000.00', rate: '25%'}, {up_to: '70000.00', rate: '20%'}, {rate: '10%'}], ...rounding, ...base, ...exclude, ...inKind};
  return {rate: `${1 + random(30)}.${random(10)}%`, ...rounding, ...base, ...exclude, ...inKind};
};
const requirements = () => { const all = [{indicator: 'P1', at_least: 1 + random(6)}]; if (maybe(40)) all.push({indicator: pick(['P2', 'M1', 'MM-sum', 'W1', 'KE']), at_least: 1 + random(30)}); return all; };
const lumps = maybe(55) ? [{id: 'KR1', name: 'KR1', task: '3', amount: '25000.00', requires: requirements(), ...(maybe(30) ? {flat_rate: 'base'} : {})}, {id: 'KR2', name: 'KR2', task: '3', amount: '15000.50', requires: requirements(), partial: [{at_least: 1, amount: '5000.25'}, {at_least: 3, amount: '9000.00'}]}] : [];
if (lumps.length) for (const lump of lumps) if (lump.partial) { const most = lump.requires.at(-1).at_least; lump.partial = lump.partial.filter(step => step.at_least < most); if (!lump.partial.length) delete lump.partial; }
const settlements = [['lump_sum', 'claim', 'date']];
for (const lump of lumps) if (maybe(80)) settlements.push(withClaims && maybe(50) ? [lump.id, pick(claims).id, ''] : [lump.id, '', iso(someDay(0))]);
const unitCount = () => pick([
  {of: 'hours', where: condition(2)}, {of: 'hours', where: {support: [pick(forms)]}}, {of: 'sessions', where: {support: some(forms)}},
  {of: 'persons', where: condition(2)}, {of: 'person_months', where: {support: some(forms)}, min_hours: 1 + random(6)},
  {of: 'person_months', where: {}, min_sessions: 1 + random(3)}, {of: 'measured', indicator: 'MM-sum'}]);
const units = maybe(55) ? [1, 2].slice(0, 1 + random(2)).map(n => ({id: `S${n}`, name: `S${n}`, task: String(3 + n),
  rate: maybe(50) ? [{from: '2024-01-01', amount: '41.37'}, {from: iso(maybe(60) ? pick(edges) : 60 + random(200)), amount: '43.10'}] : [{from: maybe(70) ? '2024-01-01' : iso(random(90)), amount: '37.13'}], count: unitCount(),
  ...(maybe(40) ? {units_max: 1 + random(60)} : {}), ...(maybe(30) ? {flat_rate: 'base'} : {})})) : [];
for (const cost of units) if (!['persons', 'measured'].includes(cost.count.of) && maybe(40)) cost.per_person_max = 1 + random(9);
const budget = valid => ({...(valid ? {valid_from: valid} : {}),
  tasks: [1, 2, 3, 4, 5].map(n => ({id: String(n), name: `Z${n}`, planned: n === 3 && lumps.length ? '40000.50' : money(100000 + random(5000000))})),
  categories: categories.map(c => ({id: c, name: c, ...(c === 'personel' || (c === 'uslugi' && false) ? {role: 'staff'} : {})})),
  ...(maybe(80) ? {indirect: flat()} : {}),
  limits: [{id: 'l1', categories: ['sprzet'], max: '10%', of: pick(['total', 'direct', 'eu'])}],
  ...(partners.length ? {partners: partners.map((p, i) => ({id: p, ...(i ? {} : {leads: true})}))} : {}),
  ...(lumps.length ? {lump_sums: lumps} : {}), ...(units.length ? {unit_costs: units} : {})});
const budgets = [budget()];
if (maybe(25)) budgets.push(budget(iso(80 + random(200))));
const advances = maybe(60) ? [1, 2].map(() => ({date: iso(someDay(0)), amount: money(1 + random(4000000)), ...(maybe(40) ? {source: pick(['eu', 'state'])} : {})})) : [];
if (advances.length && maybe(30)) advances.push({date: iso(random(days)), amount: '100.00', kind: 'returned'});

// What claims say of indicators; women and men only where the logs know them.
const declared = [['claim', 'indicator', 'total', 'women', 'men']], declaredBy = pick(['period', 'cumulative']);
if (withClaims && maybe(50)) {
  for (const claim of claims) for (const indicator of indicators) {
    if (maybe(40)) declared.push([claim.id, indicator.id, String(random(30)), '', '']);
  }
}

const definition = {euproj: 1,
  project: {id, number: `X/${seed}`, title: 'T', beneficiary: 'B', programme: 'P', fund: 'ESF', period: {start: iso(0), end: iso(days - 1)}},
  financing: financing.length > 1 ? financing : financing[0],
  budget: budgets.length > 1 ? budgets : budgets[0],
  ...(withClaims ? {claims} : {}), ...(advances.length ? {advances, ...(maybe(50) ? {advances_rule: '70%'} : {})} : {}),
  groups: groups.map(g => ({id: g, name: g})),
  indicators,
  data: {participants: 'p.csv', support: 's.csv', outcomes: 'o.csv', places: 'm.csv', entities: 'e.csv', measurements: 'v.csv', expenditures: 'd.csv', ...(lumps.length ? {settlements: 'k.csv'} : {}),
    ...(declared.length > 1 ? {declared: {file: 'w.csv', mode: declaredBy}} : {})}};
fs.mkdirSync(folder, {recursive: true});
const quote = cell => /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const write = (name, rows) => fs.writeFileSync(path.join(folder, name), rows.map(r => r.map(quote).join(',')).join('\n') + '\n');
// JSON is YAML, but amounts and days are plain words there.
const plain = /^(-?\d+\.\d+|\d+(\.\d+)?%|\d{4}-\d\d-\d\d)$/;
function yaml(value) {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (value && typeof value === 'object') return `{${Object.entries(value).map(([k, v]) => `${k}: ${yaml(v)}`).join(', ')}}`;
  return typeof value === 'string' && !plain.test(value) ? JSON.stringify(value) : String(value);
}
fs.writeFileSync(path.join(folder, 'project.yaml'), Object.entries(definition).map(([k, v]) => `${k}: ${yaml(v)}\n`).join(''));
write('p.csv', participants); write('s.csv', support); write('o.csv', results); write('m.csv', places); write('e.csv', entities); write('v.csv', measurements);
write('d.csv', documents); if (lumps.length) write('k.csv', settlements);
if (declared.length > 1) write('w.csv', declared);
