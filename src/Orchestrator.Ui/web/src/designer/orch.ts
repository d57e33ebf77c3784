import { CheckboxEntry, isCheckboxEntryEdited, isFeelEntryEdited, isSelectEntryEdited, isTextFieldEntryEdited, FeelEntry, ListGroup, SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { jsx } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useService } from 'bpmn-js-properties-panel';
import { createData, element as elementOf, isTimer, timersOf, write, type Attributes, type Moddle, type Node } from './extension';
import type { Words } from './editor';

type Props = { element: Node; id: string };
type Entry = { id: string; component: (props: Props) => unknown; isEdited?: unknown };
const notExecuted = ['Zeebe__ExecutionListeners', 'Zeebe__TaskListeners'];

type Group = { id: string; label: string; entries?: Entry[]; component?: unknown; items?: object[]; add?: unknown };

/** The group of our own extension (docs/orch-extension.md) in the panel of properties: each element shows what it may carry, and nothing else. */
export function orchProperties(words: Words): Record<string, unknown> {
  class Provider {
    static readonly $inject = ['propertiesPanel', 'injector'];
    constructor(
      panel: { registerProvider(priority: number, provider: object): void },
      private readonly injector: { get(name: string): unknown },
    ) {
      // After all others, so that it stands below what designers know.
      panel.registerProvider(300, this);
    }

    getGroups(element: Node) {
      return (groups: Group[]) => {
        const entries = entriesOf(element, words);
        if (entries.length > 0) groups.push({ id: 'orch', label: words('orch.group'), entries });
        if (element.businessObject.$instanceOf('bpmn:Process')) groups.push(...dataGroups(element, words, this.injector));
        // What the engine does not execute is not offered.
        return groups.filter((group) => !notExecuted.includes(group.id));
      };
    }
  }
  return { __init__: ['orchProperties'], orchProperties: ['type', Provider] };
}

function entriesOf(element: Node, words: Words): Entry[] {
  const node = element.businessObject;
  const is = (type: string) => node.$instanceOf(type);
  const entries: Entry[] = [];
  if (isTimer(node)) {
    const policies = ['once', 'all', 'skip', 'ask'].map((value) => ({ value, label: words(`orch.catchUp.${value}`) }));
    entries.push(select('orch-catch-up', words('orch.catchUp'), 'orch:Timer', 'catchUp', () => [{ value: '', label: words('orch.none') }, ...policies]));
    entries.push(text('orch-window', words('orch.window'), 'orch:Timer', 'window'));
  }
  if (is('bpmn:UserTask')) entries.push(select('orch-escalation', words('orch.escalation'), 'orch:Escalation', 'of', (one) => [{ value: '', label: words('orch.none') }, ...timersOf(one)]));
  if (is('bpmn:SendTask') || (is('bpmn:ThrowEvent') && (node.eventDefinitions ?? []).some((definition) => definition.$instanceOf('bpmn:MessageEventDefinition')))) {
    entries.push(text('orch-publish-name', words('orch.publishName'), 'orch:Publish', 'name'));
    entries.push(feel('orch-publish-key', words('orch.publishKey'), 'orch:Publish', 'correlationKey'));
    entries.push(feel('orch-publish-live', words('orch.timeToLive'), 'orch:Publish', 'timeToLive'));
  }
  if (is('bpmn:StartEvent') || is('bpmn:AdHocSubProcess')) entries.push(feel('orch-starters', words('orch.starters'), 'orch:Starters', 'groups'));
  if (is('bpmn:Lane')) entries.push(text('orch-lane', words('orch.lane'), 'orch:Lane', 'group'));
  if (is('bpmn:ScriptTask')) entries.push(derived(words('orch.derived')));
  return entries;
}

// ---- entries over one attribute of one extension element

function text(id: string, label: string, type: string, attribute: string): Entry {
  return entry(id, label, type, attribute, TextFieldEntry, isTextFieldEntryEdited);
}

function feel(id: string, label: string, type: string, attribute: string): Entry {
  return entry(id, label, type, attribute, FeelEntry, isFeelEntryEdited, { feel: 'optional' });
}

function select(id: string, label: string, type: string, attribute: string, options: (element: Node) => { value: string; label: string }[]): Entry {
  return entry(id, label, type, attribute, SelectEntry, isSelectEntryEdited, {}, options);
}

function entry(id: string, label: string, type: string, attribute: string, component: unknown, isEdited: unknown, more: object = {}, options?: (element: Node) => object[]): Entry {
  return {
    id,
    isEdited,
    component({ element }) {
      const services = useServices();
      return jsx(component, {
        element, id, label, debounce: services.debounce, ...more,
        ...(options ? { getOptions: () => options(element) } : {}),
        getValue: () => (elementOf(element, type)?.get(attribute) as string | undefined) ?? '',
        setValue: (value: string | undefined) => write(services, element, type, { [attribute]: value || undefined }),
      });
    },
  };
}

function derived(label: string): Entry {
  return {
    id: 'orch-derived',
    isEdited: isCheckboxEntryEdited,
    component({ element }) {
      const services = useServices();
      return jsx(CheckboxEntry, {
        element, id: 'orch-derived', label,
        getValue: () => Boolean(elementOf(element, 'orch:Derived')),
        setValue: (value: boolean) => write(services, element, 'orch:Derived', value ? {} : null),
      });
    },
  };
}

function useServices(): Moddle & { debounce: unknown } {
  return { modeling: useService('modeling'), factory: useService('bpmnFactory'), debounce: useService('debounceInput') } as Moddle & { debounce: unknown };
}

// ---- lists of the process

function dataGroups(element: Node, words: Words, injector: { get(name: string): unknown }): Group[] {
  const services = { modeling: injector.get('modeling'), factory: injector.get('bpmnFactory') } as Moddle;
  const list = (kind: string, id: string, label: string, child: string, fields: (item: Attributes, at: string) => Entry[], start: object): Group => {
    const data = elementOf(element, 'orch:Data');
    const items = ((data?.get(kind) as Attributes[] | undefined) ?? []).map((item, index) => ({
      id: `${id}-${index}`,
      label: String(item.get(kind === 'variables' ? 'name' : 'label') ?? ''),
      entries: fields(item, `${id}-${index}`),
      remove: (event: Event) => {
        event.stopPropagation();
        services.modeling.updateModdleProperties(element, data!, { [kind]: (data!.get(kind) as Attributes[]).filter((other) => other !== item) });
      },
    }));
    return {
      id, label, component: ListGroup, items,
      add: (event: Event) => {
        event.stopPropagation();
        const holder = elementOf(element, 'orch:Data') ?? createData(services, element);
        const item = services.factory.create(child, start) as Attributes & { $parent?: unknown };
        item.$parent = holder;
        services.modeling.updateModdleProperties(element, holder, { [kind]: [...((holder.get(kind) as Attributes[] | undefined) ?? []), item] });
      },
    };
  };
  const field = (item: Attributes, at: string, attribute: string, label: string, kind: 'text' | 'flag' | 'timer' = 'text'): Entry => ({
    id: `${at}-${attribute}`,
    component({ element: owner, id }) {
      const used = useServices();
      const common = { element: owner, id, label, getValue: () => item.get(attribute) ?? (kind === 'flag' ? false : ''), setValue: (value: unknown) => used.modeling.updateModdleProperties(owner, item, { [attribute]: value || undefined }) };
      if (kind === 'flag') return jsx(CheckboxEntry, common);
      if (kind === 'timer') return jsx(SelectEntry, { ...common, getOptions: () => [{ value: '', label: words('orch.none') }, ...timersOf(owner)] });
      return jsx(TextFieldEntry, { ...common, debounce: used.debounce });
    },
  });
  const variable = (item: Attributes, at: string) => [
    field(item, at, 'name', words('orch.variable')),
    field(item, at, 'personal', words('orch.personal'), 'flag'),
    field(item, at, 'search', words('orch.search'), 'flag'),
  ];
  const deadline = (item: Attributes, at: string) => [
    field(item, at, 'label', words('orch.label')),
    field(item, at, 'of', words('orch.of'), 'timer'),
    field(item, at, 'strict', words('orch.strict')),
    field(item, at, 'last', words('orch.last')),
    field(item, at, 'law', words('orch.law')),
  ];
  return [
    list('variables', 'orch-data', words('orch.data'), 'orch:Variable', variable, { name: '' }),
    list('deadlines', 'orch-deadlines', words('orch.deadlines'), 'orch:Deadline', deadline, { label: '' }),
  ];
}
