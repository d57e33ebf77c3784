import Modeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import '../tables/tables.css';
import { translator } from '../tables/words';
import type { Editor, Surroundings } from './editor';

type View = { type: string; element: { id: string; name?: string } };

/** The editor of decisions; the first table is opened, the graph leads to the others. */
export async function draw(content: string, around: Surroundings): Promise<Editor> {
  const view = { additionalModules: [{ translate: ['value', translator(around.language)] }] };
  const box = document.createElement('div');
  box.className = 'orch-dmn-inside';
  box.dataset['dmnEditor'] = '';
  around.canvas.append(box);
  const modeler = new Modeler({ container: box, common: { debounceInput: false }, drd: view, decisionTable: view, literalExpression: view, boxedExpression: view });
  modeler.on('viewer.created', (event: { viewer: { on(name: string, act: () => void): void } }) => event.viewer.on('commandStack.changed', () => around.changed()));
  await modeler.importXML(content, { open: false });
  const views = () => modeler.getViews() as View[];
  const first = views().find((one) => one.type === 'decisionTable') ?? views()[0];
  if (first) await modeler.open(first);
  return {
    read: async () => (await modeler.saveXML({ format: true })).xml,
    go(id) {
      const found = views().find((one) => one.element.id === id);
      if (found) void modeler.open(found);
      return Boolean(found);
    },
    nameOf: (id) => views().find((one) => one.element.id === id)?.element.name ?? null,
    close: () => modeler.destroy(),
  };
}
