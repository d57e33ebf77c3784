import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTyping, moved } from '../../src/keys/move.js';

test('moving stays inside the list and starts at its near end', () => {
  assert.equal(moved(-1, 1, 3), 0);
  assert.equal(moved(-1, -1, 3), 2);
  assert.equal(moved(2, 1, 3), 2);
  assert.equal(moved(0, -1, 3), 0);
  assert.equal(moved(-1, 1, 0), -1);
});

test('a key belongs to the field that somebody types in, not to a check box', () => {
  assert.ok(isTyping({ tagName: 'INPUT', type: 'search' }, false));
  assert.ok(isTyping({ tagName: 'textarea' }, false));
  assert.ok(isTyping({ tagName: 'DIV', isContentEditable: true }, false));
  assert.ok(isTyping({ tagName: 'A' }, true));
  assert.ok(!isTyping({ tagName: 'INPUT', type: 'checkbox' }, false));
  assert.ok(!isTyping({ tagName: 'A' }, false));
});
