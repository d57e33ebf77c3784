import type { Drawing, Shape } from './drawing';
import type { Surroundings } from './editor';

type Factory = { create(type: string, properties: object): object };
type Modeling = {
  appendShape(source: Shape, shape: object, position: { x: number; y: number }): Shape;
  createShape(shape: object, position: { x: number; y: number }, target: Shape, hints: { attach: boolean }): Shape;
  updateProperties(element: Shape, properties: object): void;
};
type Templates = { applyTemplate(element: Shape, template: object): Shape; getAll(): { id: string; name: string }[] };

/** Adds a reminder to the selected activity without a pointer: a timer that does not interrupt, and what it makes happen. */
export function connectReminder(modeler: Drawing, around: Surroundings, root: HTMLElement, signal: AbortSignal): void {
  const button = root.querySelector<HTMLButtonElement>('[data-tool=reminder]')!;
  const form = root.querySelector<HTMLFormElement>('[data-reminder]')!;
  const host = form.querySelector<HTMLElement>('[data-reminder-host]')!;
  const name = form.querySelector<HTMLInputElement>('#promemoria-nome')!;
  const when = form.querySelector<HTMLInputElement>('#promemoria-quando')!;
  const what = form.querySelector<HTMLSelectElement>('#promemoria-cosa')!;
  const group = form.querySelector<HTMLInputElement>('#promemoria-gruppo')!;
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]')!;
  const templates = modeler.get('elementTemplates') as Templates;

  what.replaceChildren(what.options[0]!, ...templates.getAll().map((template) => new Option(template.name, template.id)));
  const activity = () => {
    const selected = (modeler.get('selection') as { get(): Shape[] }).get();
    return selected.length === 1 && selected[0]!.businessObject.$instanceOf('bpmn:Activity') ? selected[0]! : null;
  };
  const tell = () => {
    const chosen = activity();
    host.textContent = chosen ? around.words('draft.reminderFor', chosen.businessObject.name ?? chosen.id) : around.words('draft.reminderChoose');
    submit.disabled = !chosen;
    group.disabled = what.value !== '';
  };
  modeler.on('selection.changed', tell);
  what.addEventListener('change', tell, { signal });
  button.addEventListener(
    'click',
    () => {
      form.hidden = !form.hidden;
      button.setAttribute('aria-expanded', String(!form.hidden));
      tell();
      if (!form.hidden) name.focus();
    },
    { signal },
  );
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const chosen = activity();
      if (!chosen) return;
      const added = add(modeler, chosen, { name: name.value, end: around.words('draft.reminderEnd', name.value), when: when.value, template: what.value, group: group.value });
      form.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      (modeler.get('selection') as { select(element: Shape): void }).select(added);
      (modeler.get('canvas') as { scrollToElement(element: Shape): void }).scrollToElement(added);
      root.querySelector('[data-state]')!.textContent = around.words('draft.reminderAdded', name.value);
      name.value = '';
      root.querySelector<HTMLSelectElement>('[data-elements]')!.focus();
    },
    { signal },
  );
}

function add(modeler: Drawing, host: Shape, reminder: { name: string; end: string; when: string; template: string; group: string }): Shape {
  const shapes = modeler.get('elementFactory') as { createShape(attributes: object): object };
  const moddle = modeler.get('bpmnFactory') as Factory;
  const modeling = modeler.get('modeling') as Modeling;
  const timer = moddle.create('bpmn:TimerEventDefinition', {});
  Object.assign(timer, timing(moddle, reminder.when));
  const event = moddle.create('bpmn:BoundaryEvent', { name: reminder.name, cancelActivity: false, eventDefinitions: [timer] });
  // Beside those that hang there already.
  const taken = (modeler.get('elementRegistry') as { filter(test: (one: Shape & { host?: Shape }) => boolean): Shape[] }).filter((one) => one.host === host && !one.labelTarget);
  const place = { x: spot(host, taken), y: host.y + host.height };
  const boundary = modeling.createShape(shapes.createShape({ type: 'bpmn:BoundaryEvent', businessObject: event }), place, host, { attach: true });

  const y = clearing(modeler, boundary, { x: place.x + 80, y: host.y + host.height + 70, width: 220, height: 80 });
  let task = modeling.appendShape(boundary, shapes.createShape({ type: reminder.template ? 'bpmn:ServiceTask' : 'bpmn:UserTask' }), { x: place.x + 130, y });
  modeling.updateProperties(task, { name: reminder.name });
  if (reminder.template) {
    const templates = modeler.get('elementTemplates') as Templates;
    // The template may put another shape in the place of this one.
    task = templates.applyTemplate(task, templates.getAll().find((template) => template.id === reminder.template)!);
  } else {
    // The kind of task that people do; the editor's own behaviour gives it the rest.
    const extension = moddle.create('bpmn:ExtensionElements', { values: [moddle.create('zeebe:UserTask', {}), ...(reminder.group ? [moddle.create('zeebe:AssignmentDefinition', { candidateGroups: reminder.group })] : [])] });
    modeling.updateProperties(task, { extensionElements: extension });
  }
  const end = modeling.appendShape(task, shapes.createShape({ type: 'bpmn:EndEvent' }), { x: place.x + 280, y });
  modeling.updateProperties(end, { name: reminder.end });
  return boundary;
}

// The middle of the first place below where nothing is drawn; where there is none, the last that was looked at.
function clearing(modeler: Drawing, boundary: Shape, wanted: { x: number; y: number; width: number; height: number }): number {
  const step = 100;
  const tries = 12;
  const around = new Set<Shape>();
  for (let parent = boundary.parent; parent; parent = parent.parent) around.add(parent);
  const others = (modeler.get('elementRegistry') as { filter(test: (one: Shape) => boolean): Shape[] }).filter((one) => one !== boundary && one.width > 0 && !around.has(one) && !one.businessObject.$instanceOf('bpmn:Lane'));
  const meets = (y: number, one: Shape) => one.x < wanted.x + wanted.width && one.x + one.width > wanted.x && one.y < y + wanted.height && one.y + one.height > y;
  let y = wanted.y;
  for (let turn = 0; turn < tries && others.some((one) => meets(y, one)); turn++) y += step;
  return y + wanted.height / 2;
}

function timing(moddle: Factory, when: string): object {
  const body = moddle.create('bpmn:FormalExpression', { body: when.trim() });
  return /^=?\s*(@?"?P|duration)/.test(when.trim()) ? { timeDuration: body } : { timeDate: body };
}

function spot(host: Shape, taken: Shape[]): number {
  const step = 20;
  const clear = 40;
  for (let x = host.x + clear; x < host.x + host.width - step; x += step) if (taken.every((one) => Math.abs(one.x + one.width / 2 - x) > clear)) return x;
  return host.x + host.width / 2;
}
