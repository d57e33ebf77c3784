import adHoc from 'bpmnlint/rules/ad-hoc-sub-process';
import conditionalFlows from 'bpmnlint/rules/conditional-flows';
import endEventRequired from 'bpmnlint/rules/end-event-required';
import eventSubProcessStart from 'bpmnlint/rules/event-sub-process-typed-start-event';
import fakeJoin from 'bpmnlint/rules/fake-join';
import labelRequired from 'bpmnlint/rules/label-required';
import noDisconnected from 'bpmnlint/rules/no-disconnected';
import noDuplicateFlows from 'bpmnlint/rules/no-duplicate-sequence-flows';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split';
import noOverlapping from 'bpmnlint/rules/no-overlapping-elements';
import singleBlankStart from 'bpmnlint/rules/single-blank-start-event';
import startEventRequired from 'bpmnlint/rules/start-event-required';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway';

// Advice about how a process is drawn; what cannot be deployed is told by our own reader. So nothing here is an error.
const rules: Record<string, unknown> = {
  'ad-hoc-sub-process': adHoc,
  'conditional-flows': conditionalFlows,
  'end-event-required': endEventRequired,
  'event-sub-process-typed-start-event': eventSubProcessStart,
  'fake-join': fakeJoin,
  'label-required': labelRequired,
  'no-disconnected': noDisconnected,
  'no-duplicate-sequence-flows': noDuplicateFlows,
  'no-gateway-join-fork': noGatewayJoinFork,
  'no-implicit-split': noImplicitSplit,
  'no-overlapping-elements': noOverlapping,
  'single-blank-start-event': singleBlankStart,
  'start-event-required': startEventRequired,
  'superfluous-gateway': superfluousGateway,
};

/** Rules of bpmnlint that run while somebody draws. */
export const linting = {
  resolver: {
    resolveRule: (_: string, name: string) => rules[name],
    resolveConfig: (_: string, name: string) => {
      throw new Error(`Expected rules without the configuration ${name}.`);
    },
  },
  config: { rules: Object.fromEntries(Object.keys(rules).map((name) => [name, 'warn'])) },
};
