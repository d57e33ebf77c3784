import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypeToSelect } from '../../src/grid/typing.js';

const options = [
  { value: 'p', label: 'Presente' },
  { value: 'a', label: 'Assente' },
  { value: 'g', label: 'Assente giustificato' },
  { value: 'z', label: 'Parziale' },
];

test('a letter chooses the first option that starts so, the same letter the next one, round and round', () => {
  const typing = new TypeToSelect();
  assert.equal(typing.choose(options, '', 'p', 0), 'p');
  assert.equal(typing.choose(options, 'p', 'p', 100), 'z');
  assert.equal(typing.choose(options, 'z', 'P', 200), 'p');
});

test('letters in quick succession are a prefix', () => {
  const typing = new TypeToSelect();
  assert.equal(typing.choose(options, '', 'p', 0), 'p');
  assert.equal(typing.choose(options, 'p', 'a', 200), 'z');
});

test('after a pause a letter starts anew', () => {
  const typing = new TypeToSelect();
  typing.choose(options, '', 'p', 0);
  assert.equal(typing.choose(options, 'p', 'a', 5000), 'a');
});

test('a letter that starts no option chooses none', () => {
  assert.equal(new TypeToSelect().choose(options, '', 'x', 0), null);
});
