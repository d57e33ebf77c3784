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

test('of many cases it is counted how many wait and how many failed', () => {
  const both = badges({ id: 'a', phase: 'active', active: 1, failed: 2, passes: 0, text: '' });
  assert.deepEqual(both.map((badge) => badge.text), ['▶ 1', '! 2']);
  assert.notEqual(both[0]!.offset, both[1]!.offset);
  assert.deepEqual(badges({ id: 'a', phase: 'incident', active: 0, failed: 3, passes: 0, text: '' }).map((badge) => badge.text), ['! 3']);
});
