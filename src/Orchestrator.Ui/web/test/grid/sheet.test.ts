import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, shownOf, valueOf, type Column } from '../../src/grid/columns.js';
import { errorsFilter, Sheet } from '../../src/grid/sheet.js';

const status: Column = {
  key: 'status', label: 'Stato', kind: 'choice', required: true,
  options: [
    { value: 'presente', label: 'Presente' },
    { value: 'assente', label: 'Assente' },
    { value: 'giustificato', label: 'Assente giustificato' },
    { value: 'ritardo', label: 'In ritardo' },
  ],
};
const minutes: Column = { key: 'minutes', label: 'Minuti', kind: 'number', required: true, options: [], min: 0, max: 480, onlyWhen: { column: 'status', values: ['ritardo'] } };
const needs: Column = { key: 'needs', label: 'Bisogni', kind: 'choices', required: false, options: [{ value: 'spid', label: 'Registrazione/SPID' }, { value: 'domanda', label: 'Compilazione' }] };
const columns = [status, minutes, needs];

const sheet = () =>
  new Sheet(columns, [
    { caseId: 'PW-1', name: 'Rossi Anna', centre: 'Ivrea', values: {} },
    { caseId: 'PW-2', name: 'D’Angelo Nicolò', centre: 'Torino', values: { status: 'presente' } },
    { caseId: 'PW-3', name: 'Bianchi Luca', centre: 'Ivrea', values: {} },
    { caseId: 'PW-4', name: 'Bianchi Luca', centre: 'Torino', values: {} },
  ]);

test('a pasted text means an option by value, by label without accents and case, or by the only label that starts so', () => {
  assert.equal(valueOf(status, ' GIUSTIFICATO '), 'giustificato');
  assert.equal(valueOf(status, 'assente  giustificàto'), 'giustificato');
  assert.equal(valueOf(status, 'pres'), 'presente');
});

test('a text that means several options or none stays as it is and is an error', () => {
  assert.equal(valueOf(status, 'ass'), 'ass');
  assert.deepEqual(errorsOf(columns, { status: 'ass' }), [{ key: 'status', code: 'notAnOption' }]);
});

test('an exact label wins over a longer one that starts the same', () => {
  assert.equal(valueOf(status, 'assente'), 'assente');
});

test('several choices are read from commas and shown by their labels', () => {
  assert.equal(valueOf(needs, 'SPID, compilazione'), 'spid|domanda');
  assert.equal(shownOf(needs, 'spid|domanda'), 'Registrazione/SPID, Compilazione');
});

test('a column that does not apply asks for nothing and takes nothing', () => {
  const table = sheet();
  table.set(1, 'minutes', '10');
  assert.equal(table.row(1).values['minutes'], undefined);
  assert.deepEqual(table.errors(1), []);
});

test('numbers are whole and inside their limits', () => {
  assert.deepEqual(errorsOf(columns, { status: 'ritardo' }), [{ key: 'minutes', code: 'required' }]);
  assert.deepEqual(errorsOf(columns, { status: 'ritardo', minutes: '1.5' }), [{ key: 'minutes', code: 'number' }]);
  assert.deepEqual(errorsOf(columns, { status: 'ritardo', minutes: '481' }), [{ key: 'minutes', code: 'max', limit: 480 }]);
  assert.deepEqual(errorsOf(columns, { status: 'ritardo', minutes: '480' }), []);
});

test('changing a value empties what no longer applies, and undo brings both back', () => {
  const table = sheet();
  table.set(0, 'status', 'ritardo');
  table.set(0, 'minutes', '15');
  table.set(0, 'status', 'presente');
  assert.deepEqual(table.row(0).values, { status: 'presente' });
  assert.ok(table.undo());
  assert.deepEqual(table.row(0).values, { status: 'ritardo', minutes: '15' });
});

test('pasting by position follows the shown order and tells what did not fit', () => {
  const table = sheet();
  const shown = table.shown('', 'status', null, { by: 'name', descending: false });
  const pasted = table.pasteAt(shown, 2, 'status', [['Presente'], ['In ritardo', ''], ['Assente']]);
  assert.equal(table.row(1).values['status'], 'presente');
  assert.equal(table.row(0).values['status'], 'ritardo');
  assert.deepEqual({ filled: pasted.filled, beyond: pasted.beyond }, { filled: 1, beyond: 1 });
});

test('a paste is one step for undo', () => {
  const table = sheet();
  table.pasteAt([0, 1, 2, 3], 0, 'status', [['assente'], ['assente'], ['assente'], ['assente']]);
  assert.ok(table.undo());
  assert.equal(table.counts('status').get(''), 3);
  assert.ok(!table.undo());
});

test('pasting by name finds rows in any order and never guesses between two of the same name', () => {
  const table = sheet();
  const pasted = table.pasteByName([["d'angelo nicolo", 'assente'], ['Rossi Anna', 'In ritardo', '20'], ['Bianchi Luca', 'presente'], ['Neri Ugo', 'presente']]);
  assert.equal(table.row(1).values['status'], 'assente');
  assert.deepEqual(table.row(0).values, { status: 'ritardo', minutes: '20' });
  assert.deepEqual(pasted.unknown, ['Bianchi Luca', 'Neri Ugo']);
});

test('pasted texts that no open cell can take are counted, and the centre beside a name is passed over', () => {
  const table = sheet();
  const pasted = table.pasteByName([['Rossi Anna', 'IVREA', 'Presente', '30', 'SPID', 'beyond']]);
  assert.deepEqual(table.row(0).values, { status: 'presente', needs: 'spid' });
  assert.equal(pasted.ignored, 2);
});

test('a column that is needed beside certain values says so, and stays open beside others', () => {
  const needed: Column = { ...minutes, required: false, onlyWhen: null, requiredWhen: { column: 'status', values: ['ritardo'] } };
  assert.deepEqual(errorsOf([status, needed], { status: 'ritardo' }), [{ key: 'minutes', code: 'required' }]);
  assert.deepEqual(errorsOf([status, needed], { status: 'presente' }), []);
  assert.deepEqual(errorsOf([status, needed], { status: 'presente', minutes: '60' }), []);
});

test('500 pasted rows are counted', () => {
  const table = new Sheet(columns, Array.from({ length: 500 }, (_, index) => ({ caseId: `PW-${index}`, name: `N ${index}`, centre: 'Ivrea', values: {} })));
  table.pasteAt(table.shown('', 'status', null, null), 0, 'status', Array.from({ length: 500 }, (_, index) => [index % 5 === 0 ? 'assente' : 'presente']));
  assert.equal(table.counts('status').get('presente'), 400);
  assert.equal(table.wrong().length, 0);
});

test('rows are filtered by words in any order, by value and by error', () => {
  const table = sheet();
  assert.deepEqual(table.shown('luca ivr', 'status', null, null), [2]);
  assert.deepEqual(table.shown('', 'status', 'presente', null), [1]);
  assert.deepEqual(table.shown('', 'status', errorsFilter, null), [0, 2, 3]);
});

test('rows are sorted by a column, empty values last, and keep their order when equal', () => {
  const table = sheet();
  assert.deepEqual(table.shown('', 'status', null, { by: 'name', descending: false }), [2, 3, 1, 0]);
  assert.deepEqual(table.shown('', 'status', null, { by: 'status', descending: false }), [1, 0, 2, 3]);
});

test('filling empty cells leaves filled ones alone', () => {
  const table = sheet();
  table.set(0, 'status', 'assente');
  assert.equal(table.fillEmpty([0, 1, 2], 'status', 'presente'), 1);
  assert.equal(table.row(0).values['status'], 'assente');
});

test('what is posted holds case ids and no names', () => {
  assert.deepEqual(sheet().entries()[1], { case: 'PW-2', values: { status: 'presente' } });
});

test('an error of the server goes with the first change of its row', () => {
  const table = sheet();
  table.addServerError(1, { key: 'status', code: 'server', text: 'no' });
  assert.equal(table.errors(1).length, 1);
  table.set(1, 'status', 'assente');
  assert.equal(table.errors(1).length, 0);
});
