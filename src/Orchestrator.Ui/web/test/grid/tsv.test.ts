import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTsv } from '../../src/grid/tsv.js';

test('rows end at line breaks of any system and the last break adds no row', () => {
  assert.deepEqual(parseTsv('a\tb\r\nc\td\n'), [['a', 'b'], ['c', 'd']]);
  assert.deepEqual(parseTsv('a\rb'), [['a'], ['b']]);
});

test('empty cells and empty lines in the middle are kept', () => {
  assert.deepEqual(parseTsv('a\t\tc\n\nd'), [['a', '', 'c'], [''], ['d']]);
});

test('a quoted cell may hold tabs, line breaks and doubled quotes', () => {
  assert.deepEqual(parseTsv('"one\ttwo"\t"three\nfour"\t"say ""five"""\n'), [['one\ttwo', 'three\nfour', 'say "five"']]);
});

test('a lone quote is text, at the start of a cell and inside it', () => {
  assert.deepEqual(parseTsv('"x\tb\n5" disk\tc'), [['"x', 'b'], ['5" disk', 'c']]);
});

test('an empty clipboard has no rows', () => {
  assert.deepEqual(parseTsv(''), []);
});
