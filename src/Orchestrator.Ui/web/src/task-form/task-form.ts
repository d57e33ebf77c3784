import { Form } from '@bpmn-io/form-js-viewer';
import flatpickr from 'flatpickr';
import { Italian } from 'flatpickr/dist/l10n/it.js';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './task-form.css';
import { guardUnsaved, release } from '../unsaved';
import { keepDraft } from '../draft';
import { inItalian } from './labels';
import { pathOf } from './path';
import { inWords } from './words';

type FieldInstance = { id: string; valuePath: (string | number)[]; indexes?: Record<string, number> };
type ServerError = { path: string; text: string };
type Errors = Record<string, unknown>;
type Inner = {
  get(name: string): { getAllKeyed(): FieldInstance[] };
  _setState(state: { errors: Errors }): void;
  _getSubmitData(): object;
  _id?: string;
};

/** Shows the form of a task and hands its data to the plain form around it, which is posted as any other. */
export async function show(container: HTMLElement): Promise<void> {
  const post = document.querySelector<HTMLFormElement>('[data-task-form]')!;
  const hidden = post.elements.namedItem('dati') as HTMLInputElement;
  if (!document.documentElement.lang.startsWith('en')) flatpickr.localize(Italian);
  const form = new Form({ container, additionalModules: [inThePagesLanguage(document.documentElement.lang)] });
  await form.importSchema(JSON.parse(post.dataset['schema']!), JSON.parse(hidden.value));
  if (!document.documentElement.lang.startsWith('en')) inItalian(container);
  post.querySelector<HTMLElement>('[data-complete]')!.hidden = false;
  showServerErrors(form as unknown as Inner, JSON.parse(post.dataset['errors'] || '[]') as ServerError[]);
  connectSummary(form as unknown as Inner, container);

  const draft = keepDraft(post, () => JSON.stringify((form as unknown as Inner)._getSubmitData()));
  let sending = false;
  form.on('changed', () => draft.changed());
  // What is kept on the server is not lost by leaving; only what could not be kept is asked about.
  guardUnsaved(() => post.isConnected && !draft.leave());

  post.addEventListener('submit', (event) => {
    sending = true;
    const { data, errors } = form.submit();
    sending = false;
    if (Object.keys(errors).length > 0) {
      event.preventDefault();
      container.querySelector<HTMLElement>('[aria-invalid="true"], .fjs-has-errors input')?.focus();
      announce(container.dataset['fix']!);
      return;
    }

    hidden.value = JSON.stringify(data);
    draft.stop();
    release();
  });
  // Enter in a field submits the inner form; it means «complete» here too.
  form.on('submit', () => {
    if (!sending) post.requestSubmit();
  });
}

function inThePagesLanguage(language: string): object {
  class Sentences {
    static $inject = ['validator'];
    constructor(validator: { validateFieldInstance(field: object, value: unknown): string[] }) {
      const validate = validator.validateFieldInstance.bind(validator);
      validator.validateFieldInstance = (field, value) => validate(field, value).map((sentence) => inWords(sentence, language));
    }
  }
  return { __init__: ['sentences'], sentences: ['type', Sentences] };
}

function showServerErrors(form: Inner, errors: ServerError[]): void {
  if (errors.length === 0) return;
  const state: Errors = {};
  for (const field of form.get('formFieldInstanceRegistry').getAllKeyed()) {
    const texts = errors.filter((error) => error.path === pathOf(field.valuePath)).map((error) => error.text);
    if (texts.length === 0) continue;
    const keys = Object.values(field.indexes ?? {});
    let at = state;
    let key: string = field.id;
    for (const index of keys) {
      at = (at[key] ??= {}) as Errors;
      key = String(index);
    }
    at[key] = texts;
  }
  form._setState({ errors: state });
}

// The links of the error summary lead to the field; the ids of fields are the viewer's own.
function connectSummary(form: Inner, container: HTMLElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.orch-summary [data-field]')) {
    link.addEventListener('click', (event) => {
      const field = form.get('formFieldInstanceRegistry').getAllKeyed().find((candidate) => pathOf(candidate.valuePath) === link.dataset['field']);
      const suffix = field && [field.id, ...Object.values(field.indexes ?? {})].join('_');
      const target = suffix && [...container.querySelectorAll<HTMLElement>('[id]')].find((element) => element.id.includes(suffix) && element.matches('input, select, textarea, [tabindex]'));
      if (!target) return;
      event.preventDefault();
      target.focus();
    });
  }
}

function announce(text: string): void {
  const target = document.getElementById('annunci');
  if (target) target.textContent = text;
}
