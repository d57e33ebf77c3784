import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf } from '../../src/task-form/labels.js';
import { pathOf } from '../../src/task-form/path.js';
import { inWords } from '../../src/task-form/words.js';

test('sentences of the form viewer are said in Italian and keep their figures', () => {
  assert.equal(inWords('Field is required.', 'it'), 'È obbligatorio.');
  assert.equal(inWords('Field must have minimum value of 15.', 'it'), 'Deve essere almeno 15.');
});

test('a sentence that the form wrote itself stays', () => {
  assert.equal(inWords('La sessione è troppo tardi.', 'it'), 'La sessione è troppo tardi.');
});

test('a value path is written as the server writes it', () => {
  assert.equal(pathOf(['sessions', 0, 'startAt']), 'sessions[0].startAt');
  assert.equal(pathOf(['sessions', '12', 'venue']), 'sessions[12].venue');
  assert.equal(pathOf(['contact', 'email']), 'contact.email');
});

test('labels of the viewer have Italian words, texts of the form have none', () => {
  assert.equal(labelOf('Add new'), 'Aggiungi');
  assert.equal(labelOf('Sede'), null);
});
