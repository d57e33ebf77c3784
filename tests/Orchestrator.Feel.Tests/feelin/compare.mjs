// Compares our values with feelin's, one expression a line on standard input: {"e": expression, "v": value, "w": [codes], "parts": [the same of its parts]}.
// Prints how many agree and how many fall into each class of disagreement (classes.mjs, docs/feel-differential.md).
// Ends with 1 when a disagreement belongs to no class.
import { createInterface } from 'node:readline';
import { evaluate } from '@bpmn-io/feelin';
import { classes } from './classes.mjs';
import { encode, same } from './values.mjs';

const variables = JSON.parse(process.argv[2]);
const examples = Number(process.argv[3] ?? 3);
const found = new Map(classes.map(one => [one.name, { ...one, count: 0, first: [] }]));
const unknown = [];
let all = 0, agree = 0, nonNull = 0;

const valueOf = text => {
  try {
    return encode(evaluate(text, variables).value);
  } catch (error) {
    return { $error: error.message.slice(0, 80) };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const whole = JSON.parse(line);
  all++;
  if (whole.v !== null) nonNull++;
  if (same(whole.v, valueOf(whole.e))) { agree++; continue; }
  // The shortest part that differs by itself is the reason why the whole does.
  const part = whole.parts.find(each => !same(each.v, valueOf(each.e))) ?? whole;
  const difference = { text: part.e, ours: part.v, theirs: valueOf(part.e), codes: part.w };
  const one = classes.find(each => each.when(difference));
  const example = `${part.e}\n      ours ${JSON.stringify(part.v)} ${part.w.join(' ')}\n      feelin ${JSON.stringify(difference.theirs)}`;
  if (!one) { unknown.push(example); continue; }
  const row = found.get(one.name);
  row.count++;
  if (row.first.length < examples && part.e.length < 200) row.first.push(example);
}

console.log(`${all} expressions, ${nonNull} with a value, ${agree} agree, ${all - agree - unknown.length} disagree for a known reason, ${unknown.length} for none`);
for (const row of [...found.values()].sort((a, b) => b.count - a.count)) {
  console.log(`${String(row.count).padStart(7)}  ${row.name} (${row.section})`);
  for (const each of row.first) console.log(`    ${each}`);
}
for (const each of [...new Set(unknown)].sort((a, b) => a.length - b.length).slice(0, 60)) console.log(`NO CLASS  ${each}`);
process.exit(unknown.length === 0 && all > 0 ? 0 : 1);
