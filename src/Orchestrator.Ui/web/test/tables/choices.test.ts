import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf } from '../../src/tables/choices.js';
import { translator } from '../../src/tables/words.js';

const words = { service: 'servizio', function: 'funzione' };

test('decisions, services and functions can be chosen, data cannot', () => {
  const model = [
    { $type: 'dmn:InputData', id: 'age', name: 'età' },
    { $type: 'dmn:Decision', id: 'price', name: 'Prezzo' },
    { $type: 'dmn:DecisionService', id: 'desk', name: 'Sportello' },
    { $type: 'dmn:BusinessKnowledgeModel', id: 'round', name: 'arrotonda' },
  ];
  assert.deepEqual(choicesOf(model, words), [
    { id: 'price', name: 'Prezzo' },
    { id: 'desk', name: 'Sportello (servizio)' },
    { id: 'round', name: 'arrotonda (funzione)' },
  ]);
});

test('a decision without an id is known by its name, as on the server', () => {
  assert.deepEqual(choicesOf([{ $type: 'dmn:Decision', name: 'Prezzo' }], words), [{ id: 'Prezzo', name: 'Prezzo' }]);
});

test('the editor speaks the language of the page and fills in what it knows', () => {
  assert.equal(translator('it')('Add rule'), 'Aggiungi una regola');
  assert.equal(translator('en')('Add rule'), 'Add rule');
  assert.equal(translator('it')('e.g. { sample }', { sample: '5' }), 'per esempio 5');
  assert.equal(translator('it')('Something new {x}'), 'Something new {x}');
});
