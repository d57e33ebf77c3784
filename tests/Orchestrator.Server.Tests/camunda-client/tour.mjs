// The unmodified Camunda 8 client goes through everything our /v2 offers. It validates each answer strictly (CAMUNDA_SDK_VALIDATION),
// so a missing field or a wrong type fails here. Prints one line per step; ends with 0 when all held.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import createCamundaClient from '@camunda8/orchestration-cluster-api';

const camunda = createCamundaClient();
const now = { consistency: { waitUpToMs: 0 } };
const step = (text) => console.log(`step: ${text}`);

/** Expects a call to be refused with this status. */
async function refused(status, call) {
  try {
    await call();
  } catch (error) {
    assert.equal(error.status ?? error.response?.status, status, `${error.message}`);
    return;
  }
  assert.fail(`Expected a refusal with ${status}, but the call was accepted.`);
}

const topology = await camunda.getTopology();
assert.equal(topology.brokers.length, 1);
await camunda.getStatus();
await camunda.getLicense();
const me = await camunda.getAuthentication();
assert.equal(me.username, process.env.CAMUNDA_BASIC_AUTH_USERNAME);
step('topology, status, licence, who am I');

const xml = await readFile(new URL('tour.bpmn', import.meta.url));
const resource = new File([xml], 'tour.bpmn', { type: 'application/xml' });
const deployment = await camunda.createDeployment({ resources: [resource] });
assert.equal(deployment.processes.length, 1);
const { processDefinitionKey, processDefinitionId } = deployment.processes[0];
assert.equal(processDefinitionId, 'client-tour');
const again = await camunda.createDeployment({ resources: [resource] });
assert.equal(again.deploymentKey, deployment.deploymentKey);
await refused(400, () => camunda.createDeployment({ resources: [new File(['<no/>'], 'broken.bpmn')] }));
step('deploy; the same again is the same; a broken file is refused');

const definitions = await camunda.searchProcessDefinitions({ filter: { processDefinitionId, isLatestVersion: true } }, now);
assert.equal(definitions.items[0].processDefinitionKey, processDefinitionKey);
assert.equal((await camunda.getProcessDefinition({ processDefinitionKey }, now)).name, 'Client tour');
assert.match(await camunda.getProcessDefinitionXml({ processDefinitionKey }, now), /<bpmn:process id="client-tour"/);
step('search, get and read the definition');

const started = await camunda.createProcessInstance({ processDefinitionId, variables: { order: 'A-1', customer: { city: 'Torino' } } });
const { processInstanceKey } = started;
const instance = await camunda.getProcessInstance({ processInstanceKey }, now);
assert.equal(instance.state, 'ACTIVE');
const found = await camunda.searchProcessInstances({ filter: { processInstanceKey, state: 'ACTIVE' } }, now);
assert.equal(found.items.length, 1);
assert.equal(found.page.totalItems, 1);
await refused(404, () => camunda.createProcessInstance({ processDefinitionId: 'nowhere' }));
step('start and find an instance');

const seen = [];
const worker = camunda.createJobWorker({
  jobType: 'tour-check', workerName: 'tour', maxParallelJobs: 4, jobTimeoutMs: 30_000, pollTimeoutMs: 5_000,
  jobHandler: async (job) => {
    seen.push(job);
    return job.complete({ amountChecked: true });
  },
});
const review = await until(async () => (await camunda.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED' } }, now)).items[0]);
await worker.stopGracefully?.({ waitUpToMs: 5_000 });
worker.stop?.();
assert.equal(seen.length, 1);
assert.equal(seen[0].variables.customer.city, 'Torino');
assert.equal(seen[0].customHeaders.colour, 'blue');
step('a worker long-polls, gets the job with headers and variables, completes it');

const { userTaskKey } = review;
assert.deepEqual(review.candidateGroups, ['regione']);
await camunda.assignUserTask({ userTaskKey, assignee: me.username, allowOverride: false });
assert.equal((await camunda.getUserTask({ userTaskKey }, now)).assignee, me.username);
await refused(409, () => camunda.assignUserTask({ userTaskKey, assignee: 'somebody', allowOverride: false }));
await camunda.unassignUserTask({ userTaskKey });
await camunda.assignUserTask({ userTaskKey, assignee: me.username });
await camunda.completeUserTask({ userTaskKey, variables: { approved: true } });
assert.equal((await camunda.getUserTask({ userTaskKey }, now)).state, 'COMPLETED');
await refused(409, () => camunda.completeUserTask({ userTaskKey }));
step('assign, unassign, complete a task; twice is refused');

const incidents = await camunda.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, now);
assert.equal(incidents.items.length, 1);
const { incidentKey, elementInstanceKey } = incidents.items[0];
assert.equal(incidents.items[0].elementId, 'choice');
assert.equal((await camunda.getProcessInstance({ processInstanceKey }, now)).hasIncident, true);
await camunda.createElementInstanceVariables({ elementInstanceKey: processInstanceKey, variables: { amount: 250 } });
await camunda.resolveIncident({ incidentKey });
assert.equal((await camunda.getProcessInstance({ processInstanceKey }, now)).hasIncident, false);
step('an incident is found, its variable set, and it is resolved');

const elements = await camunda.searchElementInstances({ filter: { processInstanceKey } }, now);
assert.ok(elements.items.some((each) => each.elementId === 'wait' && each.state === 'ACTIVE'));
assert.ok(elements.items.some((each) => each.elementInstanceKey === elementInstanceKey && each.state === 'COMPLETED'));
const variables = await camunda.searchVariables({ filter: { processInstanceKey, name: 'amount' } }, now);
assert.equal(variables.items[0].value, '250');
step('element instances and variables');

await refused(404, () => camunda.correlateMessage({ name: 'tour-paid', correlationKey: 'A-2' }));
const published = await camunda.publishMessage({ name: 'tour-paid', correlationKey: 'A-1', timeToLive: 60_000, variables: { paid: true }, messageId: 'one' });
assert.match(published.messageKey, /^[0-9]+$/);
const ended = await until(async () => {
  const state = await camunda.getProcessInstance({ processInstanceKey }, now);
  return state.state === 'COMPLETED' ? state : undefined;
});
assert.ok(ended.endDate);
step('a message without a receiver is refused, one with a receiver ends the instance');

const failing = await camunda.createProcessInstance({ processDefinitionKey, variables: { order: 'A-3' } });
for (const retries of [1, 0]) {
  const { jobs } = await camunda.activateJobs({ type: 'tour-check', worker: 'tour', timeout: 30_000, maxJobsToActivate: 1, requestTimeout: 5_000 });
  assert.equal(jobs[0].processInstanceKey, failing.processInstanceKey);
  await camunda.updateJob({ jobKey: jobs[0].jobKey, changeset: { timeout: 60_000 } });
  await camunda.failJob({ jobKey: jobs[0].jobKey, retries, errorMessage: 'the register is closed', retryBackOff: 0 });
}
const failed = await camunda.searchIncidents({ filter: { processInstanceKey: failing.processInstanceKey } }, now);
assert.equal(failed.items[0].errorType, 'JOB_NO_RETRIES');
await camunda.cancelProcessInstance({ processInstanceKey: failing.processInstanceKey });
assert.equal((await camunda.getProcessInstance({ processInstanceKey: failing.processInstanceKey }, now)).state, 'TERMINATED');
await refused(404, () => camunda.completeJob({ jobKey: '1' }));
step('a job fails twice into an incident; the instance is cancelled');

const rules = await camunda.createDeployment({ resources: [new File([await readFile(new URL('tour.dmn', import.meta.url))], 'tour.dmn', { type: 'application/xml' })] });
assert.deepEqual(rules.decisions.map((each) => [each.decisionDefinitionId, each.version]), [['tour-size', 1], ['tour-discount', 1], ['tour-clash', 1]]);
assert.deepEqual(rules.decisionRequirements.map((each) => [each.decisionRequirementsId, each.resourceName]), [['tour-rules', 'tour.dmn']]);
const decided = await camunda.evaluateDecision({ decisionDefinitionId: 'tour-discount', variables: { quantity: 12 } });
assert.equal(decided.output, '5');
assert.equal(decided.decisionRequirementsId, 'tour-rules');
assert.deepEqual(decided.evaluatedDecisions.map((each) => [each.decisionDefinitionId, each.decisionDefinitionType, each.output]), [['tour-size', 'LITERAL_EXPRESSION', '"large"'], ['tour-discount', 'DECISION_TABLE', '5']]);
const [, table] = decided.evaluatedDecisions;
assert.deepEqual(table.evaluatedInputs.map((each) => [each.inputId, each.inputName, each.inputValue]), [['in_size', 'Size', '"large"']]);
assert.deepEqual(table.matchedRules.map((each) => [each.ruleId, each.ruleIndex, each.evaluatedOutputs[0].outputName, each.evaluatedOutputs[0].outputValue]), [['rule_large', 2, 'percent', '5']]);
const byKey = await camunda.evaluateDecision({ decisionDefinitionKey: rules.decisions[2].decisionDefinitionKey, variables: { quantity: 3 } });
assert.equal(byKey.output, 'null');
assert.equal(byKey.failedDecisionDefinitionId, 'tour-clash');
assert.match(byKey.failureMessage, /UNIQUE/);
await refused(404, () => camunda.evaluateDecision({ decisionDefinitionId: 'nowhere', variables: {} }));
step('deploy decisions and evaluate them by id and by key');

await refused(501, () => camunda.broadcastSignal({ signalName: 'nothing', variables: {} }));
await refused(403, () => camunda.pinClock({ timestamp: 0 }));
step('what is not offered says so');
console.log('all steps held');
process.exit(0);

/** Asks again until there is an answer; the end of the time is a failure of the step. */
async function until(ask) {
  for (let left = 200; left > 0; left--) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('Expected an answer within ten seconds.');
}
