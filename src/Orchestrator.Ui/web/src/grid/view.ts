import { applies, shownOf, type Column } from './columns';
import type { Sheet } from './sheet';
import { sayError, type GridWords } from './words';

/** Draws the sheet into the table that the server rendered: same rows, same order of cells. */
export class GridView {
  readonly keys: readonly string[];
  private readonly lines: HTMLTableRowElement[];
  private readonly body: HTMLTableSectionElement;
  private active = { row: 0, column: 0 };
  private shown: number[] = [];

  constructor(
    readonly table: HTMLTableElement,
    private readonly sheet: Sheet,
    private readonly words: GridWords,
  ) {
    this.body = table.tBodies[0]!;
    this.lines = [...this.body.rows];
    this.keys = ['name', 'centre', ...sheet.columns.map((column) => column.key)];
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-rowcount', String(this.lines.length + 1));
    table.tHead!.rows[0]!.setAttribute('role', 'row');
    this.lines.forEach((line, index) => {
      line.setAttribute('role', 'row');
      line.dataset['index'] = String(index);
      [...line.cells].forEach((cell, column) => {
        cell.setAttribute('role', column === 0 ? 'rowheader' : 'gridcell');
        cell.tabIndex = -1;
      });
      this.redraw(index);
    });
  }

  get place(): { index: number; key: string; shownAt: number } | null {
    const index = this.shown[this.active.row];
    return index === undefined ? null : { index, key: this.keys[this.active.column]!, shownAt: this.active.row };
  }

  get order(): readonly number[] {
    return this.shown;
  }

  column(key: string): Column | undefined {
    return this.sheet.columns.find((column) => column.key === key);
  }

  cell(index: number, key: string): HTMLTableCellElement {
    return this.lines[index]!.cells[this.keys.indexOf(key)]!;
  }

  /** Shows these rows in this order; the active cell stays on its row when that is still there. */
  show(order: number[]): void {
    const held = this.place?.index;
    this.shown = order;
    const visible = new Set(order);
    this.lines.forEach((line, index) => (line.hidden = !visible.has(index)));
    this.body.append(...order.map((index) => this.lines[index]!));
    order.forEach((index, at) => this.lines[index]!.setAttribute('aria-rowindex', String(at + 2)));
    const row = held === undefined ? 0 : Math.max(0, order.indexOf(held));
    this.activate(row, this.active.column, false);
  }

  /** Draws one row anew: values, errors, cells that do not apply. */
  redraw(index: number): void {
    const { values } = this.sheet.row(index);
    const errors = this.sheet.errors(index);
    for (const column of this.sheet.columns) {
      const cell = this.cell(index, column.key);
      const value = values[column.key] ?? '';
      const error = errors.find((candidate) => candidate.key === column.key);
      const closed = !applies(column, values);
      cell.textContent = shownOf(column, value);
      cell.classList.toggle('orch-cell-closed', closed);
      if (closed) cell.setAttribute('aria-readonly', 'true');
      else cell.removeAttribute('aria-readonly');
      // An empty mandatory cell is unfinished, not wrong: it is marked only by the count and when sending.
      const wrong = error !== undefined && (error.code !== 'required' || this.table.dataset['strict'] === 'true');
      if (wrong) cell.setAttribute('aria-invalid', 'true');
      else cell.removeAttribute('aria-invalid');
      cell.title = wrong ? `${column.label} ${sayError(this.words, error)}` : '';
    }
  }

  redrawAll(): void {
    for (let index = 0; index < this.lines.length; index++) this.redraw(index);
  }

  /** Makes a cell the one that Tab reaches and, when asked, focuses it. */
  activate(row: number, column: number, focus = true): void {
    const old = this.place;
    if (old) this.cell(old.index, old.key).tabIndex = -1;
    this.active = {
      row: Math.min(Math.max(0, row), Math.max(0, this.shown.length - 1)),
      column: Math.min(Math.max(0, column), this.keys.length - 1),
    };
    const now = this.place;
    if (!now) return;
    const cell = this.cell(now.index, now.key);
    cell.tabIndex = 0;
    if (focus) cell.focus();
  }

  move(rows: number, columns: number): void {
    this.activate(this.active.row + rows, this.active.column + columns);
  }

  /** The next cell that may be filled in, row by row; false at the end. */
  moveToOpen(step: 1 | -1): boolean {
    let { row, column } = this.active;
    for (;;) {
      column += step;
      if (column >= this.keys.length) [row, column] = [row + 1, 2];
      if (column < 2) [row, column] = [row - 1, this.keys.length - 1];
      const index = this.shown[row];
      if (index === undefined) return false;
      const candidate = this.column(this.keys[column]!)!;
      if (!applies(candidate, this.sheet.row(index).values)) continue;
      this.activate(row, column);
      return true;
    }
  }

  /** The place of a cell from the event's target. */
  placeOf(target: EventTarget | null): { row: number; column: number } | null {
    const cell = (target as HTMLElement | null)?.closest?.<HTMLTableCellElement>('td, th');
    const line = cell?.parentElement as HTMLTableRowElement | null;
    if (!cell || !line || line.dataset['index'] === undefined) return null;
    return { row: this.shown.indexOf(Number(line.dataset['index'])), column: [...line.cells].indexOf(cell) };
  }
}
