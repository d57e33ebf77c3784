import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, isTimer, timersOf, write, type Attributes, type Moddle, type Node } from '../../src/designer/extension.js';
import { wordsOf } from '../../src/designer/editor.js';

type Model = Attributes & Record<string, unknown>;

// What bpmn-moddle makes, as far as the extension needs it: types, attributes, parents.
function model(type: string, properties: Record<string, unknown> = {}): Model {
  const made: Model = { $type: type, $instanceOf: (other: string) => other === type, get: (name: string) => made[name], ...properties };
  return made;
}

const moddle: Moddle = {
  modeling: { updateModdleProperties: (_element, target, properties) => void Object.assign(target, properties) },
  factory: { create: (type, properties) => model(type, properties as Record<string, unknown>) },
};

function timer(): Node {
  const owner = model('bpmn:BoundaryEvent', { id: 'term', name: 'Termine', eventDefinitions: [model('bpmn:TimerEventDefinition')] });
  return { id: 'term', businessObject: owner as unknown as Node['businessObject'] };
}

test('the first attribute makes the extension element, the last one that goes takes it away', () => {
  const node = timer();
  write(moddle, node, 'orch:Timer', { catchUp: 'skip' });
  assert.equal(element(node, 'orch:Timer')?.get('catchUp'), 'skip');
  write(moddle, node, 'orch:Timer', { window: 'PT2H' });
  write(moddle, node, 'orch:Timer', { catchUp: undefined });
  assert.equal(element(node, 'orch:Timer')?.get('window'), 'PT2H');
  write(moddle, node, 'orch:Timer', { window: undefined });
  assert.equal(element(node, 'orch:Timer'), undefined);
});

test('nothing is written for an attribute that stays empty', () => {
  const node = timer();
  write(moddle, node, 'orch:Timer', { catchUp: undefined });
  assert.equal(node.businessObject.extensionElements, undefined);
});

test('a message with variables keeps them when its last attribute goes', () => {
  const node = timer();
  write(moddle, node, 'orch:Publish', { name: 'Asked', variables: [model('orch:Variable', { name: 'case' })] });
  write(moddle, node, 'orch:Publish', { name: undefined });
  assert.equal((element(node, 'orch:Publish')?.get('variables') as unknown[]).length, 1);
});

test('an extension element on the definition of a timer is found and changed there', () => {
  const node = timer();
  const own = model('orch:Timer', { catchUp: 'all' });
  (node.businessObject.eventDefinitions![0] as unknown as Record<string, unknown>)['extensionElements'] = { values: [own] };
  write(moddle, node, 'orch:Timer', { catchUp: 'ask' });
  assert.equal(own.get('catchUp'), 'ask');
  assert.equal(node.businessObject.extensionElements, undefined);
});

test('the timers to choose from are those of the whole process', () => {
  const node = timer();
  const inner = model('bpmn:SubProcess', { id: 'inner', flowElements: [node.businessObject] });
  const process = model('bpmn:Process', { id: 'p', flowElements: [inner, model('bpmn:UserTask', { id: 'late' })] });
  const task = { id: 'late', businessObject: model('bpmn:UserTask', { id: 'late', $parent: process }) as unknown as Node['businessObject'] };
  assert.deepEqual(timersOf(task), [{ value: 'term', label: 'Termine' }]);
  assert.equal(isTimer(node.businessObject), true);
});

test('words take their values by number and a missing one is nothing', () => {
  const words = wordsOf('{"a":"{0} di {1}"}');
  assert.equal(words('a', 3, 'x'), '3 di x');
  assert.equal(words('a', 3), '3 di ');
  assert.equal(words('unknown'), 'unknown');
});
