// The second tour: filters, pages, sorting, errors, back-off, forms and refusals, by the same unmodified client with strict validation.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import createCamundaClient from '@camunda8/orchestration-cluster-api';

const camunda = createCamundaClient();
const now = { consistency: { waitUpToMs: 0 } };
const step = (text) => console.log(`step: ${text}`);
const file = async (name) => new File([await readFile(new URL(name, import.meta.url))], name);

/** Expects a call to be refused with this status and title, as a whole problem. */
async function refused(status, title, call) {
  const error = await call().then(() => assert.fail(`Expected a refusal with ${status} ${title}, but the call was accepted.`), (refusal) => refusal);
  assert.equal(error.status, status, `${error.message}`);
  assert.equal(error.title, title);
  assert.equal(error.type, 'about:blank');
  assert.ok(error.detail && error.instance?.startsWith('/v2/'), JSON.stringify(error));
}

/** Asks again until there is an answer; the end of the time is a failure of the step. */
async function until(ask) {
  for (let left = 200; left > 0; left--) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('Expected an answer within ten seconds.');
}

const activate = async (requestTimeout = 5_000) =>
  (await camunda.activateJobs({ type: 'depth-check', worker: 'depth', timeout: 30_000, maxJobsToActivate: 1, requestTimeout })).jobs;

const deployment = await camunda.createDeployment({ resources: [await file('depth.bpmn'), await file('depth-repair.form')] });
assert.equal(deployment.forms[0].formId, 'depth-repair');
const [{ processDefinitionKey, processDefinitionId }] = deployment.processes;
step('deploy a process with its form');

// Business ids, pages and sorting.
const keys = [];
for (const number of [1, 2, 3]) {
  const started = await camunda.createProcessInstance({ processDefinitionKey, businessId: `D-${number}`, variables: { order: `O-${number}`, secret: 'nobody reads this' } });
  assert.equal(started.businessId, `D-${number}`);
  keys.push(started.processInstanceKey);
}
const byId = await camunda.searchProcessInstances({ filter: { businessId: 'D-2' } }, now);
assert.deepEqual(byId.items.map((each) => each.processInstanceKey), [keys[1]]);
assert.equal(byId.items[0].processDefinitionId, processDefinitionId);
const query = { filter: { processDefinitionId, state: 'ACTIVE', startDate: { $gte: '2020-01-01T00:00:00Z' } }, sort: [{ field: 'startDate', order: 'DESC' }] };
const first = await camunda.searchProcessInstances({ ...query, page: { limit: 2 } }, now);
assert.deepEqual(first.items.map((each) => each.processInstanceKey), [keys[2], keys[1]]);
assert.equal(first.page.totalItems, 3);
const second = await camunda.searchProcessInstances({ ...query, page: { limit: 2, after: first.page.endCursor } }, now);
assert.deepEqual(second.items.map((each) => each.processInstanceKey), [keys[0]]);
const back = await camunda.searchProcessInstances({ ...query, page: { limit: 2, before: second.page.startCursor } }, now);
assert.deepEqual(back.items.map((each) => each.processInstanceKey), [keys[2], keys[1]]);
const offset = await camunda.searchProcessInstances({ ...query, page: { from: 1, limit: 1 } }, now);
assert.deepEqual(offset.items.map((each) => each.processInstanceKey), [keys[1]]);
const byVariable = await camunda.searchProcessInstances({ filter: { variables: [{ name: 'order', value: '"O-3"' }] } }, now);
assert.deepEqual(byVariable.items.map((each) => each.processInstanceKey), [keys[2]]);
const none = await camunda.searchProcessInstances({ filter: { processInstanceKey: '1048576000' } }, now);
assert.deepEqual([none.items.length, none.page.totalItems, none.page.endCursor], [0, 0, null]);
step('business ids, date and variable filters, three kinds of pages, sorting');

await refused(400, 'INVALID_ARGUMENT', () => camunda.searchProcessInstances({ filter: { variables: [{ name: 'secret', value: '"x"' }] } }, now));
await refused(400, 'INVALID_ARGUMENT', () => camunda.searchProcessInstances({ sort: [{ field: 'processDefinitionName' }] }, now));
await refused(400, 'INVALID_ARGUMENT', () => camunda.searchProcessInstances({ page: { limit: 2, after: 'bm90IGEgbnVtYmVy' } }, now));
await refused(400, 'INVALID_ARGUMENT', () => camunda.createProcessInstance({ processDefinitionId, awaitCompletion: true }));
await refused(400, 'INVALID_ARGUMENT', () => camunda.createProcessInstance({ processDefinitionId, tenantId: 'another' }));
await refused(404, 'NOT_FOUND', () => camunda.createProcessInstance({ processDefinitionId, processDefinitionVersion: 99 }));
await refused(404, 'NOT_FOUND', () => camunda.getProcessInstance({ processInstanceKey: '1048576000' }, now));
await refused(404, 'NOT_FOUND', () => camunda.cancelProcessInstance({ processInstanceKey: '1048576000' }));
step('refusals of searches and starts are whole problems');

// Failure with back-off: the job comes again after the pause, with one retry less.
const [job] = await activate();
assert.equal(job.processInstanceKey, keys[0]);
assert.equal(job.retries, 3);
assert.equal(job.variables.order, 'O-1');
const failedAt = Date.now();
await camunda.failJob({ jobKey: job.jobKey, retries: 2, errorMessage: 'closed for lunch', retryBackOff: 1_000 });
for (const other of await Promise.all([activate(), activate()])) assert.notEqual(other[0].jobKey, job.jobKey);
const again = await activate(10_000);
assert.equal(again[0].jobKey, job.jobKey);
assert.equal(again[0].retries, 2);
assert.ok(Date.now() - failedAt >= 1_000, 'the pause was not kept');
assert.deepEqual(await activate(-1), []);
await refused(404, 'NOT_FOUND', () => camunda.failJob({ jobKey: '1048577', retries: 1, errorMessage: 'nothing' }));
step('long polling, failure with retries and back-off');

// An error that the process catches; then its task with a form.
await camunda.throwJobError({ jobKey: again[0].jobKey, errorCode: 'refused', errorMessage: 'not today', variables: { why: 'holiday' } });
const tasks = { filter: { processInstanceKey: keys[0], state: 'CREATED' } };
const repair = await until(async () => (await camunda.searchUserTasks(tasks, now)).items[0]);
assert.deepEqual([repair.elementId, repair.priority, repair.dueDate], ['repair', 70, '2030-01-02T16:00:00.000Z']);
const { userTaskKey } = repair;
const filtered = await camunda.searchUserTasks({
  filter: { candidateGroup: { $in: ['regione', 'apl'] }, dueDate: { $lt: '2030-01-03T00:00:00Z' }, assignee: { $exists: false }, elementId: 'repair' },
  sort: [{ field: 'dueDate', order: 'DESC' }], page: { limit: 1 },
}, now);
assert.deepEqual(filtered.items.map((each) => each.userTaskKey), [userTaskKey]);
const form = await camunda.getUserTaskForm({ userTaskKey }, now);
assert.equal(JSON.parse(form.schema).id, 'depth-repair');
await refused(400, 'INVALID_ARGUMENT', () => camunda.completeUserTask({ userTaskKey, variables: {} }));
await camunda.assignUserTask({ userTaskKey, assignee: process.env.CAMUNDA_BASIC_AUTH_USERNAME });
await refused(501, 'UNIMPLEMENTED', () => camunda.updateUserTask({ userTaskKey, changeset: { priority: 10 } }));
await camunda.completeUserTask({ userTaskKey, variables: { reason: 'repaired' } });
await refused(409, 'INVALID_STATE', () => camunda.completeUserTask({ userTaskKey, variables: { reason: 'again' } }));
await refused(404, 'NOT_FOUND', () => camunda.getUserTask({ userTaskKey: '1048577' }, now));
assert.equal((await camunda.getProcessInstance({ processInstanceKey: keys[0] }, now)).state, 'COMPLETED');
step('a thrown error is caught; tasks by group, due date, assignee; form and its rules');

// An error that nobody catches is an incident on the job's element.
const uncaught = (await camunda.createProcessInstance({ processDefinitionId, variables: { order: 'O-4' } })).processInstanceKey;
const [last] = await activate();
assert.equal(last.processInstanceKey, uncaught);
await camunda.throwJobError({ jobKey: last.jobKey, errorCode: 'unheard-of', errorMessage: 'what is this' });
const incidents = await camunda.searchIncidents({ filter: { processInstanceKey: uncaught, errorType: 'UNHANDLED_ERROR_EVENT', state: 'ACTIVE' } }, now);
assert.equal(incidents.items.length, 1);
const { incidentKey } = incidents.items[0];
assert.equal((await camunda.getIncident({ incidentKey }, now)).elementId, 'check');
await camunda.resolveIncident({ incidentKey });
assert.equal((await camunda.getIncident({ incidentKey }, now)).state, 'RESOLVED');
await refused(404, 'NOT_FOUND', () => camunda.getIncident({ incidentKey: '1048577' }, now));
await refused(404, 'NOT_FOUND', () => camunda.resolveIncident({ incidentKey: '1048576001' }));
await camunda.cancelProcessInstance({ processInstanceKey: uncaught });
step('incidents by kind, get, resolve');

// Messages: correlation names the instance, a buffered message waits, the same id has one effect.
const buffered = { name: 'depth-arrived', correlationKey: 'O-5', timeToLive: 60_000, messageId: 'five' };
const published = await camunda.publishMessage(buffered);
assert.equal((await camunda.publishMessage(buffered)).messageKey, published.messageKey);
const early = (await camunda.createProcessInstance({ processDefinitionId, variables: { order: 'O-5' } })).processInstanceKey;
await camunda.completeJob({ jobKey: (await activate())[0].jobKey, variables: {} });
await until(async () => (await camunda.getProcessInstance({ processInstanceKey: early }, now)).state === 'COMPLETED');
const waiting = (await camunda.createProcessInstance({ processDefinitionId, variables: { order: 'O-6', secret: 'x' } })).processInstanceKey;
await camunda.completeJob({ jobKey: (await activate())[0].jobKey });
const variables = await until(async () => {
  const found = await camunda.searchVariables({ filter: { processInstanceKey: waiting, scopeKey: waiting } }, now);
  return found.items.length > 0 && found;
});
assert.deepEqual(variables.items.map((each) => [each.name, each.value]), [['order', '"O-6"']]);
const correlated = await camunda.correlateMessage({ name: 'depth-arrived', correlationKey: 'O-6', variables: { seen: true } });
assert.equal(correlated.processInstanceKey, waiting);
assert.equal((await camunda.getProcessInstance({ processInstanceKey: waiting }, now)).state, 'COMPLETED');
await refused(404, 'NOT_FOUND', () => camunda.correlateMessage({ name: 'depth-arrived', correlationKey: 'O-6' }));
step('messages: buffered, repeated, correlated; personal variables are not given out');

const evaluated = await camunda.evaluateExpression({ expression: '=order + 1', variables: { order: 1 } });
assert.equal(evaluated.result, 2);
await refused(400, 'INVALID_ARGUMENT', () => camunda.evaluateExpression({ expression: '=1 +' }));
for (const key of keys.slice(1)) await camunda.cancelProcessInstance({ processInstanceKey: key });
await refused(404, 'NOT_FOUND', () => camunda.getProcessDefinition({ processDefinitionKey: '999999' }, now));
const license = await camunda.getLicense();
assert.deepEqual([license.validLicense, license.isCommercial, license.licenseType], [true, false, 'EUPL-1.2']);
step('expressions, licence');
console.log('all steps held');
process.exit(0);
