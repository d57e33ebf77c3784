import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badges } from '../../src/diagram/badges.js';

test('every state has a sign of its own, so that colour is never alone', () => {
  const signs = (['active', 'completed', 'terminated', 'incident'] as const).map((phase) => badges({ id: 'a', phase, active: 0, passes: 1, text: '' })[0]!.text);
  assert.equal(new Set(signs).size, 4);
});

test('several tokens and several passes are counted', () => {
  const [state, passes] = badges({ id: 'a', phase: 'active', active: 3, passes: 2, text: 'in corso' });
  assert.equal(state!.text, '▶ 3');
  assert.equal(passes!.text, '2×');
});
