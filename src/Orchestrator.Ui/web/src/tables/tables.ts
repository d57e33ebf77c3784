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
import './tables.css';
import { choicesOf, type ModelElement } from './choices';
import { translator } from './words';

type View = { type: string; element: { id: string; name?: string } };

/**
 * The editor of a DMN file. The text area of the form holds the file: the editor reads it when it opens and when somebody changed the text, and writes into it
 * what is drawn, at the latest before the form is sent.
 */
export async function show(form: HTMLElement): Promise<void> {
  const container = form.querySelector<HTMLElement>('[data-dmn-editor]')!;
  const text = form.querySelector<HTMLTextAreaElement>('[name=xml]')!;
  const choice = form.querySelector<HTMLSelectElement>('[data-dmn-choice]')!;
  const translate = { translate: ['value', translator(document.documentElement.lang)] };
  const view = { additionalModules: [translate] };
  const modeler = new Modeler({ container, common: { debounceInput: false }, drd: view, decisionTable: view, literalExpression: view, boxedExpression: view });
  let changed = false;

  modeler.on('viewer.created', (event: { viewer: { on(name: string, act: () => void): void } }) => {
    event.viewer.on('commandStack.changed', () => (changed = true));
  });
  modeler.on('views.changed', (event: { views: View[]; activeView?: View }) => {
    drawViews(form, modeler, event.views, event.activeView);
    drawChoices(choice, modeler.getDefinitions());
  });

  const read = async () => {
    const failed = await modeler.importXML(text.value, { open: false }).then(() => open(modeler, choice.value), (error: unknown) => error);
    changed = false;
    form.querySelector<HTMLElement>('[data-dmn-failed]')!.hidden = !failed;
    form.toggleAttribute('data-dmn-closed', Boolean(failed));
    form.querySelector<HTMLDetailsElement>('[data-dmn-xml]')!.open = Boolean(failed) || text.getAttribute('aria-invalid') === 'true';
  };
  const write = async () => {
    if (!changed) return;
    text.value = (await modeler.saveXML({ format: true })).xml;
    changed = false;
  };

  text.addEventListener('change', read);
  form.querySelector('[data-dmn-xml]')!.addEventListener('toggle', () => void write());
  form.addEventListener('submit', (event) => {
    // The file must be in the form before it goes.
    (document.activeElement as HTMLElement | null)?.blur();
    if (!changed) return;
    event.preventDefault();
    const submitter = (event as SubmitEvent).submitter;
    // As a task of its own: a form that is still telling of its sending lets itself not be sent again.
    void write().then(() => window.setTimeout(() => (form as HTMLFormElement).requestSubmit(submitter)));
  });
  await read();
  form.dataset['dmnReady'] = 'true';
}

// The chosen decision is what somebody wants to see first.
async function open(modeler: Modeler, chosen: string): Promise<void> {
  const views = modeler.getViews() as View[];
  const first = views.find((view) => view.element.id === chosen) ?? views.find((view) => view.type === 'decisionTable') ?? views[0];
  if (first) await modeler.open(first);
}

function drawViews(form: HTMLElement, modeler: Modeler, views: View[], active: View | undefined): void {
  const bar = form.querySelector<HTMLElement>('[data-dmn-views]')!;
  const focused = [...bar.children].indexOf(document.activeElement!);
  bar.replaceChildren(
    ...views.map((view) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm btn-outline-primary';
      button.textContent = view.type === 'drd' ? bar.dataset['graph']! : (view.element.name ?? view.element.id);
      button.setAttribute('aria-pressed', String(view.element === active?.element));
      button.addEventListener('click', () => void modeler.open(view));
      return button;
    }),
  );
  (bar.children[focused] as HTMLElement | undefined)?.focus();
}

// The list that the server filled follows what is drawn.
function drawChoices(select: HTMLSelectElement, definitions: { drgElement?: ModelElement[] } | undefined): void {
  const choices = choicesOf(definitions?.drgElement ?? [], { service: select.dataset['service']!, function: select.dataset['function']! });
  const chosen = choices.some((choice) => choice.id === select.value) ? select.value : choices.length === 1 ? choices[0]!.id : '';
  const empty = [...select.options].find((option) => option.value === '');
  select.replaceChildren(...(chosen || !empty ? [] : [empty]), ...choices.map((choice) => new Option(choice.name, choice.id, false, choice.id === chosen)));
}
