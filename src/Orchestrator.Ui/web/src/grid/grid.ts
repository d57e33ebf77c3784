import { keepDraft, type Draft } from '../draft';
import { guardUnsaved, release } from '../unsaved';
import { applies, type Column } from './columns';
import { edit } from './editor';
import { listErrors } from './errors';
import { errorsFilter, Sheet, type Row, type Sorting } from './sheet';
import { parseTsv } from './tsv';
import { TypeToSelect } from './typing';
import { GridView } from './view';
import { say, type GridWords } from './words';

const page = 15;

/** Turns the rendered table into a grid that is filled in like a spreadsheet. */
export function show(root: HTMLElement): void {
  const columns = JSON.parse(root.dataset['columns']!) as Column[];
  const words = JSON.parse(root.dataset['words']!) as GridWords;
  const table = root.querySelector('table')!;
  const sheet = new Sheet(columns, [...table.tBodies[0]!.rows].map(rowOf));
  for (const error of JSON.parse(root.dataset['errors'] || '[]') as { row: number; key: string; text: string }[])
    sheet.addServerError(error.row, { key: error.key, code: 'server', text: error.text });
  const view = new GridView(table, sheet, words);
  if (root.dataset['errors']) table.dataset['strict'] = 'true';
  new Grid(root, sheet, view, words).start();
}

function rowOf(line: HTMLTableRowElement): Row {
  const values: Record<string, string> = {};
  for (const cell of line.cells) if (cell.dataset['key'] && cell.dataset['value']) values[cell.dataset['key']] = cell.dataset['value'];
  return { caseId: line.dataset['case']!, name: line.cells[0]!.dataset['name']!, centre: line.cells[1]!.textContent!.trim(), values };
}

class Grid {
  private readonly typing = new TypeToSelect();
  private sorting: Sorting = null;
  private editing = false;
  private readonly form: HTMLFormElement;
  private readonly draft: Draft;

  constructor(
    private readonly root: HTMLElement,
    private readonly sheet: Sheet,
    private readonly view: GridView,
    private readonly words: GridWords,
  ) {
    this.form = root.querySelector<HTMLFormElement>('form[data-draft]')!;
    this.draft = keepDraft(this.form, () => JSON.stringify({ rows: sheet.entries() }));
  }

  start(): void {
    const { table } = this.view;
    this.root.querySelector<HTMLElement>('[data-grid-tools]')!.hidden = false;
    table.addEventListener('keydown', (event) => this.key(event));
    table.addEventListener('mousedown', (event) => this.point(event));
    table.addEventListener('dblclick', (event) => {
      if (this.view.placeOf(event.target)) this.open(null);
    });
    table.addEventListener('paste', (event) => this.paste(event));
    table.addEventListener('copy', (event) => this.copy(event));
    for (const button of table.tHead!.querySelectorAll<HTMLButtonElement>('[data-sort]')) button.addEventListener('click', () => this.sort(button));
    this.control('cerca-righe').addEventListener('input', () => this.refresh());
    this.control('filtro').addEventListener('change', () => this.refresh());
    this.on('riempi', () => this.fillEmpty());
    this.on('annulla', () => this.undo());
    this.on('prossimo', () => this.toNextError());
    this.form.addEventListener('submit', (event) => this.send(event));
    // What is kept on the server is not lost by leaving; only what could not be kept is asked about.
    guardUnsaved(() => this.root.isConnected && !this.draft.leave());
    this.view.redrawAll();
    this.refresh();
  }

  private key(event: KeyboardEvent): void {
    const place = this.view.place;
    if (this.editing || !place || !this.view.placeOf(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'z') this.handled(event, () => this.undo());
      else if (event.key === 'Home') this.handled(event, () => this.view.activate(0, 0));
      else if (event.key === 'End') this.handled(event, () => this.view.activate(this.view.order.length - 1, this.view.keys.length - 1));
      return;
    }
    if (event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.view.move(1, 0),
      ArrowUp: () => this.view.move(-1, 0),
      ArrowRight: () => this.view.move(0, 1),
      ArrowLeft: () => this.view.move(0, -1),
      PageDown: () => this.view.move(page, 0),
      PageUp: () => this.view.move(-page, 0),
      Home: () => this.view.move(0, -this.view.keys.length),
      End: () => this.view.move(0, this.view.keys.length),
      Enter: () => this.open(null),
      F2: () => this.open(null),
      Delete: () => this.change(place.index, place.key, ''),
      Backspace: () => this.change(place.index, place.key, ''),
      Escape: () => this.root.querySelector<HTMLElement>('[data-complete]')?.focus(),
    };
    const move = moves[event.key];
    if (move) return this.handled(event, move);
    if (event.key === 'Tab') {
      if (this.view.moveToOpen(event.shiftKey ? -1 : 1)) event.preventDefault();
      return; // at either end Tab leaves the table as anywhere else
    }
    if (event.key.length === 1) this.handled(event, () => this.type(event.key, event.timeStamp));
  }

  private handled(event: Event, act: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private type(key: string, nowMs: number): void {
    const place = this.view.place!;
    const column = this.view.column(place.key);
    if (!column) return;
    if (column.kind !== 'choice') return key === ' ' ? this.open(null) : this.open(key);
    if (key === ' ') return this.open(null);
    const chosen = this.typing.choose(column.options, this.sheet.row(place.index).values[column.key] ?? '', key, nowMs);
    if (chosen !== null) this.change(place.index, column.key, chosen);
    else this.announce(say(this.words, 'grid.noOption', key));
  }

  private open(typed: string | null): void {
    const place = this.view.place;
    const column = place && this.view.column(place.key);
    if (!place || !column) return;
    const { values } = this.sheet.row(place.index);
    if (!applies(column, values)) return this.announce(say(this.words, 'grid.closed', column.label));
    this.editing = true;
    edit(this.view.cell(place.index, column.key), column, values[column.key] ?? '', column.kind === 'choices' ? null : typed, (value, leave) => {
      this.editing = false;
      if (value !== null) this.sheet.set(place.index, column.key, value);
      this.changed([place.index]);
      if (leave === 'away') return;
      this.view.activate(place.shownAt, this.view.keys.indexOf(column.key));
      if (leave === 'down') this.view.move(1, 0);
      else if (leave !== 'stay') this.view.moveToOpen(leave === 'right' ? 1 : -1);
    });
  }

  private point(event: MouseEvent): void {
    const place = this.view.placeOf(event.target);
    if (!place || (event.target as HTMLElement).matches('input, select, option')) return;
    this.view.activate(place.row, place.column);
    event.preventDefault();
  }

  private change(index: number, key: string, value: string): void {
    const column = this.view.column(key);
    if (!column) return;
    if (!applies(column, this.sheet.row(index).values)) return this.announce(say(this.words, 'grid.closed', column.label));
    this.sheet.set(index, key, value);
    this.changed([index]);
    this.announce(`${column.label}: ${this.view.cell(index, key).textContent || say(this.words, 'grid.empty')}`);
  }

  private paste(event: ClipboardEvent): void {
    const place = this.view.place;
    if (this.editing || !place) return;
    const cells = parseTsv(event.clipboardData?.getData('text/plain') ?? '');
    if (cells.length === 0 || place.key === 'centre') return;
    event.preventDefault();
    const pasted = place.key === 'name' ? this.sheet.pasteByName(cells) : this.sheet.pasteAt(this.view.order, place.shownAt, place.key, cells);
    this.allChanged();
    const parts = [say(this.words, 'grid.pasted', cells.length, pasted.filled)];
    if (pasted.unknown.length > 0) parts.push(say(this.words, 'grid.unknown', pasted.unknown.length, pasted.unknown.slice(0, 5).join(', ')));
    if (pasted.ignored > 0) parts.push(say(this.words, 'grid.ignored', pasted.ignored));
    if (pasted.beyond > 0) parts.push(say(this.words, 'grid.beyond', pasted.beyond));
    this.announce(parts.join(' '));
  }

  private copy(event: ClipboardEvent): void {
    const place = this.view.place;
    if (this.editing || !place) return;
    event.clipboardData?.setData('text/plain', this.view.cell(place.index, place.key).textContent ?? '');
    event.preventDefault();
  }

  private sort(button: HTMLButtonElement): void {
    const by = button.dataset['sort']!;
    this.sorting = { by, descending: this.sorting?.by === by && !this.sorting.descending };
    for (const heading of this.view.table.tHead!.querySelectorAll('th')) heading.removeAttribute('aria-sort');
    button.closest('th')!.setAttribute('aria-sort', this.sorting.descending ? 'descending' : 'ascending');
    this.refresh();
  }

  private fillEmpty(): void {
    const choice = this.root.querySelector<HTMLSelectElement>(`[data-tool='valore']`)!;
    const filled = this.sheet.fillEmpty(this.view.order, choice.dataset['column']!, choice.value);
    this.allChanged();
    this.announce(say(this.words, 'grid.filled', filled, choice.selectedOptions[0]!.label));
  }

  private undo(): void {
    this.announce(say(this.words, this.sheet.undo() ? 'grid.undone' : 'grid.nothingToUndo'));
    this.allChanged();
  }

  private toNextError(from = this.view.place?.shownAt ?? -1): void {
    const wrong = this.sheet.wrong();
    this.view.table.dataset['strict'] = 'true';
    this.view.redrawAll();
    this.count();
    if (wrong.length === 0) return this.announce(say(this.words, 'grid.noErrors'));
    if (!wrong.some((index) => this.view.order.includes(index))) this.clearFilter();
    const rows = this.view.order.map((index, at) => ({ index, at })).filter(({ index }) => wrong.includes(index));
    const next = rows.find(({ at }) => at > from) ?? rows[0]!;
    this.view.activate(next.at, this.view.keys.indexOf(this.sheet.errors(next.index)[0]!.key));
  }

  private clearFilter(): void {
    this.control('cerca-righe').value = '';
    this.control('filtro').value = '*';
    this.refresh();
  }

  private refresh(): void {
    const filter = this.control('filtro');
    const value = filter.value === '*' ? null : filter.value === '!' ? errorsFilter : filter.value.slice(1);
    this.view.show(this.sheet.shown(this.control('cerca-righe').value, filter.dataset['column']!, value, this.sorting));
    this.count();
  }

  private changed(rows: readonly number[]): void {
    rows.forEach((index) => this.view.redraw(index));
    this.count();
    this.draft.changed();
  }

  private allChanged(): void {
    this.view.redrawAll();
    this.count();
    this.draft.changed();
  }

  private count(): void {
    const key = this.control('filtro').dataset['column']!;
    const counts = this.sheet.counts(key);
    for (const figure of this.root.querySelectorAll<HTMLElement>('[data-count]')) {
      const value = figure.dataset['count']!;
      figure.textContent = String(value === '!' ? this.sheet.wrong().length : value === '*' ? this.view.order.length : (counts.get(value.slice(1)) ?? 0));
    }
    listErrors(this.root.querySelector('[data-grid-errors]')!, this.sheet, this.view, this.words, this.view.table.dataset['strict'] === 'true');
  }

  private send(event: Event): void {
    const wrong = this.sheet.wrong();
    if (wrong.length > 0) {
      event.preventDefault();
      this.announce(say(this.words, 'grid.wrong', wrong.length));
      this.clearFilter();
      this.toNextError(-1);
      return;
    }
    (this.form.elements.namedItem('righe') as HTMLInputElement).value = JSON.stringify(this.sheet.entries());
    this.draft.stop();
    release();
  }

  private control(name: string): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`[data-tool='${name}']`)!;
  }

  private on(name: string, act: () => void): void {
    this.root.querySelector(`[data-tool='${name}']`)?.addEventListener('click', act);
  }

  private announce(text: string): void {
    const target = this.root.querySelector<HTMLElement>('[data-grid-status]')!;
    target.textContent = text;
  }
}
