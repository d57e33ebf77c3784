/** An element of the model as moddle has it. */
export type Attributes = { $type: string; get(name: string): unknown; $instanceOf(type: string): boolean };
type BusinessObject = Attributes & { id: string; name?: string; extensionElements?: Attributes & { values: Attributes[] }; eventDefinitions?: Attributes[]; $parent?: unknown };

/** A shape or connection of the drawing. */
export type Node = { id: string; businessObject: BusinessObject };

/** What a change of the model goes through, so that it can be undone. */
export type Moddle = {
  modeling: { updateModdleProperties(element: Node, target: object, properties: object): void };
  factory: { create(type: string, properties: object): object };
};

/** The extension element of this type, or undefined. A timer's may stand on its definition as well. */
export function element(node: Node, type: string): Attributes | undefined {
  const holders = [node.businessObject, ...(type === 'orch:Timer' ? (node.businessObject.eventDefinitions ?? []) : [])] as BusinessObject[];
  return holders.flatMap((holder) => holder.extensionElements?.values ?? []).find((value) => value.$type === type);
}

/** Sets attributes of the extension element of this type, which is made where it is missing and taken away when nothing is left of it; null takes it away. */
export function write({ modeling, factory }: Moddle, node: Node, type: string, attributes: Record<string, unknown> | null): void {
  const there = element(node, type);
  const holder = [node.businessObject, ...((node.businessObject.eventDefinitions ?? []) as BusinessObject[])].find((one) => one.extensionElements?.values?.includes(there!)) ?? node.businessObject;
  if (there && attributes && !isEmptyAfter(there, attributes)) return modeling.updateModdleProperties(node, there, attributes);
  if (there) return modeling.updateModdleProperties(node, holder.extensionElements!, { values: holder.extensionElements!.values.filter((value) => value !== there) });
  if (attributes && (type === 'orch:Derived' || Object.values(attributes).some(Boolean))) add({ modeling, factory }, node, factory.create(type, attributes) as Attributes);
}

/** The element that holds the data of a process; made when it is missing. */
export function createData(moddle: Moddle, node: Node): Attributes {
  const data = moddle.factory.create('orch:Data', {}) as Attributes;
  add(moddle, node, data);
  return data;
}

export function isTimer(node: BusinessObject): boolean {
  return (node.eventDefinitions ?? []).some((definition) => definition.$instanceOf('bpmn:TimerEventDefinition'));
}

/** The boundary timers of the process in which the element stands, to choose from. */
export function timersOf(node: Node): { value: string; label: string }[] {
  let process: { $parent?: unknown; $type?: string } = node.businessObject;
  while (process.$type !== 'bpmn:Process' && process.$parent) process = process.$parent as typeof process;
  const found: { value: string; label: string }[] = [];
  const walk = (scope: { flowElements?: (BusinessObject & { flowElements?: BusinessObject[] })[] }) => {
    for (const one of scope.flowElements ?? []) {
      if (one.$type === 'bpmn:BoundaryEvent' && isTimer(one)) found.push({ value: one.id, label: one.name ?? one.id });
      walk(one);
    }
  };
  walk(process as { flowElements?: BusinessObject[] });
  return found;
}

function add({ modeling, factory }: Moddle, node: Node, child: Attributes): void {
  const owner = node.businessObject;
  const extensions = owner.extensionElements;
  const holder = extensions ?? (factory.create('bpmn:ExtensionElements', { values: [] }) as typeof owner.extensionElements & { $parent?: unknown });
  (child as { $parent?: unknown }).$parent = holder;
  if (extensions) return modeling.updateModdleProperties(node, extensions, { values: [...(extensions.values ?? []), child] });
  (holder as { $parent?: unknown }).$parent = owner;
  holder!.values = [child];
  modeling.updateModdleProperties(node, owner, { extensionElements: holder });
}

function isEmptyAfter(there: Attributes, attributes: Record<string, unknown>): boolean {
  if (there.$type === 'orch:Derived') return false;
  const known: Record<string, string[]> = {
    'orch:Timer': ['catchUp', 'window'], 'orch:Escalation': ['of'], 'orch:Starters': ['groups'], 'orch:Lane': ['group'], 'orch:Publish': ['name', 'correlationKey', 'timeToLive', 'variables'],
  };
  return (known[there.$type] ?? []).every((name) => !(name in attributes ? attributes[name] : hasValue(there.get(name))));
}

function hasValue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
