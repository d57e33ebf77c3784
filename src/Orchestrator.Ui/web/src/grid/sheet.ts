import { applies, errorsOf, plain, valueOf, type CellError, type Column, type Values } from './columns.js';

export type Row = { caseId: string; name: string; centre: string; values: Values };
export type Sorting = { by: string; descending: boolean } | null;
export type Pasted = { filled: number; unknown: string[]; beyond: number; ignored: number };

type Change = { row: number; before: Values };

/** The table without its screen: values, validation, order, paste, undo. Rows keep their index for ever. */
export class Sheet {
  private readonly rows: Row[];
  private readonly serverErrors = new Map<number, CellError[]>();
  private readonly past: Change[][] = [];
  private batch: Change[] | null = null;

  constructor(
    readonly columns: readonly Column[],
    rows: readonly Row[],
  ) {
    this.rows = rows.map((row) => ({ ...row }));
  }

  get length(): number {
    return this.rows.length;
  }

  get isDirty(): boolean {
    return this.past.length > 0;
  }

  row(index: number): Row {
    return this.rows[index]!;
  }

  /** Errors that the server found; they go with the first change of their row. */
  addServerError(index: number, error: CellError): void {
    this.serverErrors.set(index, [...(this.serverErrors.get(index) ?? []), error]);
  }

  errors(index: number): CellError[] {
    return [...errorsOf(this.columns, this.row(index).values), ...(this.serverErrors.get(index) ?? [])];
  }

  /** Sets one cell; values that no longer apply beside it are emptied. */
  set(index: number, key: string, value: string): void {
    const before = this.row(index).values;
    if ((before[key] ?? '') === value) return;
    const column = this.columns.find((candidate) => candidate.key === key);
    if (!column || (value !== '' && !applies(column, before))) return;
    const after: Record<string, string> = { ...before, [key]: value };
    if (value === '') delete after[key];
    for (const other of this.columns) if (after[other.key] !== undefined && !applies(other, after)) delete after[other.key];
    this.rows[index] = { ...this.row(index), values: after };
    this.serverErrors.delete(index);
    if (this.batch) this.batch.push({ row: index, before });
    else this.past.push([{ row: index, before }]);
  }

  /** Everything changed inside is one step for `undo`. */
  together(change: () => void): void {
    this.batch = [];
    change();
    if (this.batch.length > 0) this.past.push(this.batch);
    this.batch = null;
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    const changes = this.past.pop();
    if (!changes) return false;
    for (const { row, before } of changes.reverse()) this.rows[row] = { ...this.row(row), values: before };
    return true;
  }

  /** Pastes cells over the shown rows from a cell on, right and down, by position. */
  pasteAt(shown: readonly number[], from: number, key: string, cells: readonly (readonly string[])[]): Pasted {
    const first = this.columns.findIndex((column) => column.key === key);
    let filled = 0;
    let ignored = 0;
    this.together(() => {
      cells.forEach((line, down) => {
        const index = shown[from + down];
        if (index === undefined) return;
        const result = this.fill(index, first, line);
        filled += result.filled;
        ignored += result.ignored;
      });
    });
    return { filled, unknown: [], beyond: Math.max(0, cells.length - (shown.length - from)), ignored };
  }

  /**
   * Pastes lines whose first cell is a name, whatever their order; a name that two rows have is not guessed. The centre, where it
   * comes with the name as in the table itself, is passed over.
   */
  pasteByName(cells: readonly (readonly string[])[]): Pasted {
    const byName = new Map<string, number[]>();
    this.rows.forEach((row, index) => byName.set(plain(row.name), [...(byName.get(plain(row.name)) ?? []), index]));
    let filled = 0;
    let ignored = 0;
    const unknown: string[] = [];
    this.together(() => {
      for (const [name = '', ...line] of cells) {
        const found = byName.get(plain(name)) ?? [];
        if (found.length === 1) {
          const centre = plain(this.row(found[0]!).centre);
          const result = this.fill(found[0]!, 0, centre !== '' && plain(line[0] ?? '') === centre ? line.slice(1) : line);
          filled += result.filled;
          ignored += result.ignored;
        } else if (name.trim() !== '') unknown.push(name.trim());
      }
    });
    return { filled, unknown, beyond: 0, ignored };
  }

  /** Sets a value in those of the rows whose cell is empty; returns how many. */
  fillEmpty(shown: readonly number[], key: string, value: string): number {
    const empty = shown.filter((index) => (this.row(index).values[key] ?? '') === '');
    this.together(() => empty.forEach((index) => this.set(index, key, value)));
    return empty.length;
  }

  /** The rows to show, by index: filtered by words in name or centre and by a value, then sorted (stable). */
  shown(words: string, filterKey: string, filterValue: string | null, sorting: Sorting): number[] {
    const wanted = plain(words).split(' ').filter((word) => word !== '');
    const indices = this.rows.map((_, index) => index).filter((index) => {
      const row = this.row(index);
      const text = plain(`${row.name} ${row.centre}`);
      if (!wanted.every((word) => text.includes(word))) return false;
      if (filterValue === null) return true;
      if (filterValue === errorsFilter) return this.errors(index).length > 0;
      return (row.values[filterKey] ?? '') === filterValue;
    });
    if (!sorting) return indices;
    const text = (index: number) => this.sortText(index, sorting.by);
    indices.sort((left, right) => text(left).localeCompare(text(right), 'it', { numeric: true, sensitivity: 'base' }) || left - right);
    return sorting.descending ? indices.reverse() : indices;
  }

  /** How many rows have each value of a column; the empty text counts rows without one. */
  counts(key: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const row of this.rows) counts.set(row.values[key] ?? '', (counts.get(row.values[key] ?? '') ?? 0) + 1);
    return counts;
  }

  /** The rows with something wrong. */
  wrong(): number[] {
    return this.rows.map((_, index) => index).filter((index) => this.errors(index).length > 0);
  }

  /** What is posted: opaque case ids and values, no names. */
  entries(): { case: string; values: Values }[] {
    return this.rows.map((row) => ({ case: row.caseId, values: row.values }));
  }

  // Texts for cells that are closed in this row, or that stand right of the table, are not used: they are counted.
  private fill(index: number, first: number, line: readonly string[]): { filled: number; ignored: number } {
    let filled = 0;
    let ignored = 0;
    line.forEach((text, right) => {
      const column = this.columns[first + right];
      if (text.trim() !== '' && !(column && applies(column, this.row(index).values))) ignored++;
      if (!column) return;
      const before = this.row(index).values[column.key] ?? '';
      this.set(index, column.key, valueOf(column, text));
      if ((this.row(index).values[column.key] ?? '') !== before) filled++;
    });
    return { filled, ignored };
  }

  private sortText(index: number, by: string): string {
    const row = this.row(index);
    if (by === 'name') return row.name;
    if (by === 'centre') return row.centre;
    return row.values[by] ?? '\uffff';
  }
}

/** The filter value that means «rows with something wrong». */
export const errorsFilter = '\u0000wrong';
