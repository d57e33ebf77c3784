// Replaces the expressions of timers in BPMN files; see seconds.sh.
import { readFileSync, writeFileSync } from 'node:fs';

const files = process.argv.slice(2);
const secondsPerDay = Number(process.env.SECONDS_PER_DAY ?? '0.5');
const secondsOfDay = 86_400;
const only = new RegExp(process.env.ONLY ?? '');
const daysOfTerm = { 'terms.presentationLastDay': 30, 'terms.bookingLastDay': 30, 'terms.employerLastDay': 7 };
const daysOf = { Y: 360, M: 30, W: 7, D: 1, TH: 1 / 24, TM: 1 / 1_440, TS: 1 / secondsOfDay };

// A duration of nothing would be refused.
const seconds = days => `PT${Math.max(0.001, days * secondsPerDay).toFixed(3)}S`;

// Days that an expression counts from a date, or null. Days before a date are not counted from one, and the later of two dates is neither.
function daysCounted(expression) {
  if (expression.includes('max(')) return null;
  for (const [name, days] of Object.entries(daysOfTerm)) if (expression.includes(name)) return days;
  const counted = /(?<!- )@(?:&quot;|")P(\d+)D(?:&quot;|")/.exec(expression);
  return counted ? Number(counted[1]) : null;
}

function date(expression) {
  const days = daysCounted(expression);
  if (days !== null) return `=now() + duration(&quot;${seconds(days)}&quot;)`;
  return `=now() + ((${expression.replace(/^=/, '')}) - now()) * ${(secondsPerDay / secondsOfDay).toFixed(12)}`;
}

// PnYnMnDTnHnMnS, with or without R/ before it.
function duration(text) {
  const [, repeat, days, time] = /^(R\d*\/)?P([^T]*)(?:T(.*))?$/.exec(text.trim()) ?? [];
  if (days === undefined) throw new Error(`Expected a duration such as P10D or R/P1M, but found ${text}.`);
  const sum = (part, prefix) => [...(part ?? '').matchAll(/([\d.]+)([YMWDHS])/g)].reduce((total, [, count, unit]) => total + Number(count) * daysOf[prefix + unit], 0);
  return `${repeat ?? ''}${seconds(sum(days, '') + sum(time, 'T'))}`;
}

for (const file of files) {
  const replaced = readFileSync(file, 'utf8')
    .replace(/(<bpmn:timeDate\b[^>]*>)([^<]*)(<\/bpmn:timeDate>)/g, (_, open, expression, close) => open + (only.test(expression) ? date(expression) : expression) + close)
    .replace(/(<bpmn:time(?:Duration|Cycle)\b[^>]*>)([^<]*)(<\/bpmn:time)/g, (_, open, text, close) => open + (only.test(text) ? duration(text) : text) + close);
  writeFileSync(file, replaced);
}
