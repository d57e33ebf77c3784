// Replaces the expressions of date timers in one BPMN file; see seconds.sh. Timers that do not count days (a session's own hours) stay as they are.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , file] = process.argv;
const secondsPerDay = Number(process.env.SECONDS_PER_DAY ?? '0.5');
const daysOfTerm = { 'terms.presentationLastDay': 30, 'terms.employerLastDay': 7 };

function daysOf(expression) {
  for (const [name, days] of Object.entries(daysOfTerm)) if (expression.includes(name)) return days;
  if (expression.includes('session.startAt')) return null;
  // Days before a date are not counted from one.
  const counted = /(?<!- )@(?:&quot;|")P(\d+)D(?:&quot;|")/.exec(expression);
  return counted ? Number(counted[1]) : null;
}

const replaced = readFileSync(file, 'utf8').replace(/(<bpmn:timeDate\b[^>]*>)([^<]*)(<\/bpmn:timeDate>)/g, (whole, open, expression, close) => {
  const days = daysOf(expression);
  return days === null ? whole : `${open}=now() + duration(&quot;PT${(days * secondsPerDay).toFixed(3)}S&quot;)${close}`;
});
writeFileSync(file, replaced);
