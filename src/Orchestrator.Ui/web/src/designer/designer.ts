import { guardUnsaved, release } from '../unsaved';
import { wordsOf, type Editor } from './editor';
import { Keeper } from './keep';
import { Problems, type Remark } from './problems';

const kinds = ['bpmn', 'dmn', 'form', 'scenario'];

/** The page of a draft: its files, an editor for the one that is open, and what is wrong with all of them. */
export async function show(root: HTMLElement): Promise<void> {
  const words = wordsOf(root.dataset['words']!);
  const files = new Map<string, string>();
  for (const area of root.querySelectorAll<HTMLTextAreaElement>('[data-file]')) files.set(area.dataset['file']!, area.value);
  const canvas = root.querySelector<HTMLElement>('[data-editor]')!;
  const panel = root.querySelector<HTMLElement>('[data-panel]')!;
  const tools = root.querySelector<HTMLElement>('[data-tools]')!;
  const isOpen = root.dataset['open'] === 'true';
  let editor: Editor | null = null;
  let shown = '';

  const read = async () => {
    // A field that is being typed into tells its value when it is left.
    const now = new Map(files);
    if (editor && changedSinceRead) {
      now.set(shown, await editor.read());
      files.set(shown, now.get(shown)!);
      changedSinceRead = false;
    }
    return now;
  };
  let changedSinceRead = false;
  const keeper = new Keeper(root, words, read);
  const problems = new Problems(root, words, keeper, read, (id) => editor?.nameOf(id) ?? null, (remark) => void go(remark));
  const changed = () => {
    changedSinceRead = true;
    if (isOpen) keeper.changed();
    problems.changed();
  };

  const open = async (name: string) => {
    await read();
    editor?.close();
    editor = null;
    shown = name;
    canvas.replaceChildren();
    canvas.className = 'orch-designer-editor';
    panel.replaceChildren();
    panel.hidden = tools.hidden = true;
    root.querySelector<HTMLElement>('[data-reminder]')!.hidden = true;
    root.querySelector('.orch-designer-work')!.classList.remove('orch-with-panel');
    drawTabs(root, files, name, (other) => void open(other));
    root.removeAttribute('data-shown');
    editor = await editorOf(name, files.get(name)!, {
      canvas, panel, words, language: document.documentElement.lang, changed,
      templates: JSON.parse(root.dataset['templates']!) as object[],
      functions: JSON.parse(root.dataset['functions']!) as object[],
    });
    root.dataset['shown'] = name;
  };
  const go = async (remark: Remark) => {
    if (remark.file !== shown && files.has(remark.file)) await open(remark.file);
    if (remark.element) editor?.go(remark.element);
    canvas.scrollIntoView({ block: 'nearest' });
    canvas.focus({ preventScroll: true });
  };

  const left = keeper.left();
  if (left && isOpen) {
    for (const [name, content] of left.files) files.set(name, content);
    root.dataset['revision'] = String(left.revision);
  }
  const query = new URLSearchParams(location.search);
  const asked = query.get('file');
  await open(asked && files.has(asked) ? asked : [...files.keys()].sort(byKind)[0]!);
  const element = query.get('elemento');
  if (element) editor!.go(element);
  if (left && isOpen) keeper.changed();

  root.querySelector('[data-save]')!.addEventListener('click', () => void keeper.save());
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void keeper.save();
    }
  });
  // What is compared or published is what the server has.
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-after-save]'))
    link.addEventListener('click', (event) => {
      if (!keeper.isDirty) return;
      event.preventDefault();
      void keeper.save().then((saved) => saved && location.assign(link.href));
    });
  // What the editor holds is saved first, so that nothing of it is lost to a form that changes files.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-over]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void keeper.save().then((saved) => {
        if (!saved) return;
        (form.elements.namedItem('versione') as HTMLInputElement).value = root.dataset['revision']!;
        release();
        form.submit();
      });
    });
  document.querySelector('[data-discard]')?.addEventListener('submit', (event) => {
    ((event.target as HTMLFormElement).elements.namedItem('versione') as HTMLInputElement).value = root.dataset['revision']!;
    release();
  });
  guardUnsaved(() => keeper.isDirty);
  await problems.check();
  root.dataset['ready'] = 'true';
}

async function editorOf(name: string, content: string, around: import('./editor').Surroundings): Promise<Editor> {
  let note = '';
  try {
    if (name.endsWith('.bpmn')) return await (await import('./drawing')).draw(content, around);
    if (name.endsWith('.dmn')) return await (await import('./rules')).draw(content, around);
    if (name.endsWith('.form')) return await (await import('./form')).draw(content, around);
  } catch (error) {
    // A file that its editor cannot open is shown as text, where it can be mended.
    console.warn(error);
    around.canvas.replaceChildren();
    note = around.words('draft.cannotOpen');
  }
  return (await import('./text')).draw(content, around, name, note);
}

function drawTabs(root: HTMLElement, files: Map<string, string>, shown: string, open: (name: string) => void): void {
  const tabs = root.querySelector<HTMLElement>('[data-tabs]')!;
  const focused = tabs.contains(document.activeElement);
  const names = [...files.keys()].sort(byKind);
  const button = (name: string) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'btn btn-sm btn-outline-primary';
    tab.textContent = name;
    tab.setAttribute('aria-pressed', String(name === shown));
    tab.addEventListener('click', () => open(name));
    return tab;
  };
  const first = names.filter((name) => kindOf(name) < 2 || name === shown);
  const rest = names.filter((name) => !first.includes(name));
  tabs.replaceChildren(...first.map(button));
  if (rest.length > 0) {
    const more = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = `${tabs.getAttribute('aria-label')} (${rest.length})`;
    const box = document.createElement('div');
    box.append(...rest.map(button));
    more.append(summary, box);
    tabs.append(more);
  }
  if (focused) tabs.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
}

function kindOf(name: string): number {
  return kinds.indexOf(name.slice(name.lastIndexOf('.') + 1));
}

function byKind(one: string, other: string): number {
  return kindOf(one) - kindOf(other) || one.localeCompare(other);
}
