// The classes of disagreement, tried in order on the smallest part that differs. Each is a rule about the expression or the values, and names the
// section of DMN 1.5 that decides; docs/feel-differential.md tells them.

const call = (...names) => new RegExp(`^(?:${names.join('|')})\\(`);
const isNumber = value => typeof value === 'number';
const isBoolean = value => typeof value === 'boolean';
const failed = value => Boolean(value?.$error);
const has = (codes, ...wanted) => codes.some(code => wanted.includes(code));
const numbers = /-?\d+(?:\.\d+)?(?:e-?\d+)?/gi;
const rounded = text => text.replace(numbers, digits => String(Number(Number(digits).toPrecision(8))));

/** The two, written down, differ at most in digits behind the eighth of their numbers. */
function sameButDigits(ours, theirs) {
  const [first, second] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (first.replace(numbers, '#') !== second.replace(numbers, '#')) return false;
  const others = second.match(numbers) ?? [];
  return (first.match(numbers) ?? []).every((each, i) => Math.abs(each - others[i]) <= 1e-8 * Math.max(1, Math.abs(each)));
}

/** The two have the same items where items that differ in their last digits only count as one. */
const sameSetButDigits = (ours, theirs) => Array.isArray(ours) && Array.isArray(theirs)
  && sameButDigits([...new Set(ours.map(each => rounded(JSON.stringify(each))))].sort(), [...new Set(theirs.map(each => rounded(JSON.stringify(each))))].sort());

const isInfinite = value => JSON.stringify(value)?.includes('"$other":"Infinity"') || JSON.stringify(value)?.includes('"$other":"-Infinity"');
const holdsList = value => Array.isArray(value) && value.some(Array.isArray);

const holdsListOfOne = (text, value) => text.startsWith('index of(') || value.some(each => Array.isArray(each) && each.length === 1);

const roundings = call('modulo', 'round half up', 'round half down', 'round up', 'round down', 'floor', 'ceiling', 'decimal');
const relations = call('before', 'after', 'includes', 'overlaps', 'meets', 'coincides', 'starts', 'finishes', 'during');

export const classes = [
  {
    name: 'rounding-without-scale',
    section: '10.3.4.5, table 76',
    when: ({ text, ours, theirs }) => call('round up', 'round down', 'round half up', 'round half down').test(text) && isNumber(ours) && theirs === null,
  },
  {
    name: 'position-outside-the-list',
    section: '10.3.4.4, table 75',
    when: ({ text, ours, codes }) => call('sublist', 'remove', 'insert before', 'list replace').test(text) && ours === null && has(codes, 'FEEL0106', 'FEEL0108'),
  },
  {
    name: 'negative-position',
    section: '10.3.4.4, table 75',
    when: ({ text, ours }) => call('remove', 'insert before', 'list replace').test(text) && Array.isArray(ours) && /, -\d/.test(text),
  },
  {
    name: 'position-outside-the-text',
    section: '10.3.4.3, table 74',
    when: ({ text, ours, codes }) => call('substring').test(text) && /, (?:0|-\d)(?:, \d)?\)$/.test(text) && ours === null && has(codes, 'FEEL0106'),
  },
  {
    name: 'instance-of',
    section: '10.3.2.9, table 61',
    when: ({ text, theirs }) => / instance of [^ ]+\)$|number>\)$/.test(text) && (failed(theirs) || isBoolean(theirs)),
  },
  {
    name: 'relations-of-two-ranges',
    section: '10.3.4.9, table 78',
    when: ({ text, ours, theirs }) => relations.test(text) && isBoolean(ours) && theirs === null,
  },
  {
    name: 'range-without-order',
    section: '10.3.2.7',
    when: ({ text, ours, codes }) => relations.test(text) && ours === null && has(codes, 'FEEL0117', 'FEEL0106'),
  },
  {
    name: 'min-and-max-of-texts',
    section: '10.3.4.4, table 75',
    when: ({ text, ours, theirs }) => call('min', 'max').test(text) && typeof ours === 'string' && theirs === null,
  },
  {
    name: 'sort-without-an-order',
    section: '10.3.4.12, table 80',
    when: ({ text, ours, codes }) => call('sort').test(text) && ours === null && has(codes, 'FEEL0109'),
  },
  {
    name: 'between-swaps-its-ends',
    section: '10.3.2.13, table 53',
    when: ({ text, ours, theirs }) => (/ between /.test(text) || / in \[/.test(text)) && ours === false && theirs === true,
  },
  {
    name: 'lists-of-different-length',
    section: '10.3.2.13.1, table 52',
    when: ({ text, ours, theirs }) => / (?:=|!=) /.test(text) && isBoolean(ours) && (theirs === null || isBoolean(theirs)),
  },
  {
    name: 'no-order-between-types',
    section: '10.3.2.13, tables 50 and 52',
    when: ({ ours, theirs, codes }) => ours === null && (isBoolean(theirs) || failed(theirs)) && has(codes, 'FEEL0105'),
  },
  {
    name: 'filter-without-an-order-between-types',
    section: '10.3.2.13, tables 50 and 52, and 10.3.2.5',
    when: ({ text, ours, codes }) => /\[(?:item|n) (?:=|!=|<|>) /.test(text) && Array.isArray(ours) && has(codes, 'FEEL0105'),
  },
  {
    name: 'filter-over-null-and-false',
    section: '10.3.2.5 and 10.3.2.13, table 52',
    when: ({ text, ours, theirs }) => /\[(?:item|n) (?:=|!=) /.test(text) && Array.isArray(ours) && (theirs === null || Array.isArray(theirs)),
  },
  {
    name: 'test-that-is-null',
    section: '10.3.2.13, table 55',
    when: ({ text, ours, theirs }) => / in /.test(text) && isBoolean(ours) && theirs === null,
  },
  {
    name: 'division-by-zero',
    section: '10.3.2.13.4, table 57',
    when: ({ theirs, codes }) => isInfinite(theirs) && has(codes, 'FEEL0106'),
  },
  {
    name: 'binary-floating-point',
    section: '10.3.2.3.1',
    when: ({ text, ours, theirs }) => sameButDigits(ours, theirs)
      || (roundings.test(text) && isNumber(ours) && isNumber(theirs))
      || (call('modulo').test(text) && isNumber(ours) && theirs === null)
      // A root or logarithm that is whole with 34 digits and not with 15: whether it is even or odd.
      || (/\b(?:even|odd)\(.*\b(?:sqrt|exp|log)\(/.test(text) && typeof ours === 'boolean' && typeof theirs === 'boolean')
      || (call('union', 'distinct values').test(text) && sameSetButDigits(ours, theirs)),
  },
  {
    name: 'range-of-other-types',
    section: '10.3.2.13, tables 50 and 55',
    when: ({ ours, theirs }) => isBoolean(ours) && theirs?.$error?.startsWith('unsupported range'),
  },
  {
    name: 'median-in-order-of-numbers',
    section: '10.3.4.4, table 75',
    when: ({ text, ours, theirs }) => call('median').test(text) && isNumber(ours) && isNumber(theirs),
  },
  {
    name: 'list-in-a-list',
    section: '10.3.2.13, table 55',
    when: ({ text, ours, theirs }) => / in /.test(text) && ours === true && theirs === false,
  },
  {
    name: 'condition-that-is-no-boolean',
    section: '10.3.2.13, table 51',
    when: ({ text, codes }) => /^\(if /.test(text) && has(codes, 'FEEL0109'),
  },
  {
    name: 'one-value-for-a-list',
    section: '10.3.2.9.4',
    when: ({ text, ours, theirs }) => (call('union', 'concatenate').test(text) && failed(theirs)) || (call('list contains').test(text) && ours === true && theirs === false) || (/^\((?:for|some|every) /.test(text) && ours !== null && theirs === null),
  },
  {
    name: 'list-among-the-items',
    section: '10.3.4.4, table 75, and 10.3.4.10',
    when: ({ text, ours, theirs, codes }) => call('sum', 'min', 'max', 'mean', 'median', 'product', 'context merge').test(text) && ours === null && theirs !== null && has(codes, 'FEEL0103', 'FEEL0106'),
  },
  {
    name: 'list-of-one-beside-its-item',
    section: '10.3.2.13.1, table 52',
    when: ({ text, ours, theirs }) => call('distinct values', 'union', 'index of').test(text) && Array.isArray(ours) && Array.isArray(theirs) && holdsListOfOne(text, ours),
  },
  {
    name: 'null-for-a-list',
    section: '10.3.4.4, table 75',
    when: ({ text, ours, theirs, codes }) => call('union', 'concatenate').test(text) && ours === null && Array.isArray(theirs) && has(codes, 'FEEL0103'),
  },
  {
    name: 'group-that-the-pattern-has-not',
    section: '10.3.4.3, table 74, and XPath 5.6.4',
    when: ({ text, theirs }) => call('replace').test(text) && /"\[\$1\]"\)$/.test(text) && typeof theirs === 'string' && theirs.includes('$1'),
  },
  {
    name: 'path-through-a-list-in-a-list',
    section: '10.3.2.5.1',
    when: ({ text, ours, theirs }) => /\.[a-z]$/.test(text) && holdsList(ours) && Array.isArray(theirs),
  },
  {
    name: 'outer-name-at-an-item-without-it',
    section: '10.3.2.5',
    // A name of the context around the filter, and an item of the list that has no entries to hide it.
    when: ({ text, ours, theirs }) => /\{(?:[a-z]: .*)?\b([a-z]): .*\[(?:null|.*, null)[,\]].*\]\[\1 (?:[<>=!]|in )/.test(text) && JSON.stringify(ours).includes('null') && theirs !== null && !JSON.stringify(theirs).includes('null'),
  },
];
