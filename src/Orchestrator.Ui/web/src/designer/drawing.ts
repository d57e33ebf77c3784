import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import ZeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import Minimap from 'diagram-js-minimap';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import ColorPicker from 'bpmn-js-color-picker';
import 'bpmn-js-color-picker/colors/color-picker.css';
import TokenSimulation from 'bpmn-js-token-simulation';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import Linting from 'bpmn-js-bpmnlint';
import 'bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css';
import { getVariablesForElement } from '@bpmn-io/extract-process-variables/zeebe';
import orch from '../../../../../docs/orch-moddle.json';
import './designer.css';
import type { Editor, Surroundings } from './editor';
import { linting } from './lint';
import { orchProperties } from './orch';
import { connectReminder } from './reminder';
import { translator } from './words';

export type Shape = {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  parent?: Shape;
  labelTarget?: Shape;
  businessObject: { $type: string; name?: string; $instanceOf(type: string): boolean };
};
type Canvas = { zoom(level: string | number, centre?: string): number; scrollToElement(element: Shape): void; getRootElement(): Shape };
type Selection = { select(element: Shape | Shape[]): void; get(): Shape[] };
type Registry = { get(id: string): Shape | undefined; filter(test: (element: Shape) => boolean): Shape[] };
export type Drawing = InstanceType<typeof Modeler>;

/** The editor of a drawing, with the properties of what is selected beside it. */
export async function draw(content: string, around: Surroundings): Promise<Editor> {
  const { canvas, panel, words } = around;
  const translate = translator(around.language);
  const modeler = new Modeler({
    container: canvas,
    // What people change most is open at once.
    propertiesPanel: { parent: panel, layout: { groups: { general: { open: true }, timer: { open: true }, orch: { open: true }, ElementTemplates__CustomProperties: { open: true } } } },
    moddleExtensions: { zeebe, orch },
    linting: { bpmnlint: linting, active: true },
    additionalModules: [
      BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule, CloudElementTemplatesPropertiesProviderModule, ZeebeBehaviors,
      CreateAppendAnythingModule, CreateAppendElementTemplatesModule,
      Minimap, ColorPicker, TokenSimulation, Linting, orchProperties(words), { translate: ['value', translate], variableResolver: ['value', suggestions(around.functions)] },
    ],
  });
  await modeler.importXML(content);
  canvas.classList.add('orch-drawing');
  panel.hidden = false;
  panel.closest('.orch-designer-work')!.classList.add('orch-with-panel');
  (modeler.get('elementTemplatesLoader') as { setTemplates(templates: object[]): void }).setTemplates(around.templates);

  const registry = modeler.get('elementRegistry') as Registry;
  const selection = modeler.get('selection') as Selection;
  const view = modeler.get('canvas') as Canvas;
  const go = (id: string) => {
    const element = registry.get(id);
    if (!element) return false;
    selection.select(element);
    if (element !== view.getRootElement()) view.scrollToElement(element);
    return true;
  };
  fit(view, registry);
  const tools = connectTools(modeler, around, go);
  modeler.on('commandStack.changed', () => {
    tools.refresh();
    around.changed();
  });
  return {
    async read() {
      return (await modeler.saveXML({ format: true })).xml!;
    },
    go,
    nameOf: (id) => registry.get(id)?.businessObject.name ?? null,
    close() {
      tools.close();
      modeler.destroy();
    },
  };
}

// What the editor of expressions suggests: the variables that the drawing writes, and our functions.
function suggestions(functions: object[]): object {
  return { getVariablesForElement: async (element: object) => [...(await getVariablesForElement(element)), ...functions] };
}

// A wide process fitted into the frame cannot be read: it begins where it begins, at a size that can.
function fit(view: Canvas, registry: Registry): void {
  const readable = 0.55;
  if (view.zoom('fit-viewport', 'auto') >= readable) return;
  view.zoom(readable);
  const start = registry.filter((element) => element.businessObject.$type === 'bpmn:StartEvent' && !element.labelTarget).sort((one, other) => one.x - other.x)[0];
  if (start) view.scrollToElement(start);
}

// Everything that can be done with the mouse on the drawing begins with an element: here it is chosen from a list, too.
function connectTools(modeler: Drawing, around: Surroundings, go: (id: string) => boolean): { refresh(): void; close(): void } {
  const root = around.canvas.closest<HTMLElement>('[data-designer]')!;
  const bar = root.querySelector<HTMLElement>('[data-tools]')!;
  const list = bar.querySelector<HTMLSelectElement>('[data-elements]')!;
  const registry = modeler.get('elementRegistry') as Registry;
  const commands = modeler.get('commandStack') as { undo(): void; redo(): void };
  const translate = translator(around.language);
  const ended = new AbortController();
  const on = (element: Element, event: string, act: () => void) => element.addEventListener(event, act, { signal: ended.signal });
  const tool = (name: string) => bar.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)!;
  bar.hidden = false;

  const refresh = () => {
    const chosen = list.value;
    const elements = registry.filter((element) => !element.labelTarget && element.businessObject.$instanceOf('bpmn:FlowNode') && !element.id.endsWith('_plane'));
    const empty = list.options[0]!;
    const option = (element: Shape) => new Option(`${element.businessObject.name?.replace(/\s+/g, ' ') ?? element.id} (${translate(kindOf(element))})`, element.id, false, element.id === chosen);
    list.replaceChildren(empty, ...elements.map(option).sort((one, other) => one.text.localeCompare(other.text, around.language)));
  };
  refresh();
  on(list, 'change', () => list.value && go(list.value));
  modeler.on('selection.changed', (event: { newSelection: Shape[] }) => {
    const [only] = event.newSelection.length === 1 ? event.newSelection : [];
    list.value = only && [...list.options].some((option) => option.value === only.id) ? only.id : '';
  });
  on(tool('undo'), 'click', () => commands.undo());
  on(tool('redo'), 'click', () => commands.redo());
  on(tool('fit'), 'click', () => (modeler.get('canvas') as Canvas).zoom('fit-viewport', 'auto'));
  on(tool('simulate'), 'click', () => (modeler.get('toggleMode') as { toggleMode(): void }).toggleMode());
  modeler.on('tokenSimulation.toggleMode', (event: { active: boolean }) => {
    tool('simulate').setAttribute('aria-pressed', String(event.active));
    around.panel.inert = event.active;
  });
  connectReminder(modeler, around, root, ended.signal);
  return { refresh, close: () => ended.abort() };
}

// As the editor's own words have it: "User task".
function kindOf(element: Shape): string {
  const words = element.businessObject.$type.replace('bpmn:', '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}
