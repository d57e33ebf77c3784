export type Condition = { column: string; values: string[] };
export type Option = { value: string; label: string };

export type Column = {
  key: string;
  label: string;
  kind: 'choice' | 'choices' | 'number' | 'text';
  options: Option[];
  required: boolean;
  onlyWhen?: Condition | null;
  requiredWhen?: Condition | null;
  min?: number | null;
  max?: number | null;
};

export type Values = Readonly<Record<string, string>>;

export type CellError = { key: string; code: 'required' | 'notAnOption' | 'number' | 'min' | 'max' | 'maxLength' | 'server'; limit?: number; text?: string };

const separator = '|';

/** True when the column may be filled in beside these values. */
export function applies(column: Column, values: Values): boolean {
  return !column.onlyWhen || holds(column.onlyWhen, values);
}

function holds(condition: Condition, values: Values): boolean {
  return condition.values.includes(values[condition.column] ?? '');
}

// A column that is open beside certain values only is needed there.
function isNeeded(column: Column, values: Values): boolean {
  return column.required || Boolean(column.onlyWhen) || Boolean(column.requiredWhen && holds(column.requiredWhen, values));
}

/** What is wrong with a row, in the order of the columns. */
export function errorsOf(columns: readonly Column[], values: Values): CellError[] {
  return columns.flatMap((column) => {
    if (!applies(column, values)) return [];
    const error = errorOf(column, values[column.key] ?? '', isNeeded(column, values));
    return error ? [error] : [];
  });
}

function errorOf(column: Column, value: string, needed: boolean): CellError | null {
  const { key } = column;
  if (value === '') return needed ? { key, code: 'required' } : null;
  switch (column.kind) {
    case 'choice':
      return column.options.some((option) => option.value === value) ? null : { key, code: 'notAnOption' };
    case 'choices':
      return value.split(separator).every((part) => column.options.some((option) => option.value === part)) ? null : { key, code: 'notAnOption' };
    case 'number': {
      if (!/^-?\d{1,9}$/.test(value)) return { key, code: 'number' };
      if (column.min != null && Number(value) < column.min) return { key, code: 'min', limit: column.min };
      if (column.max != null && Number(value) > column.max) return { key, code: 'max', limit: column.max };
      return null;
    }
    case 'text':
      return column.max != null && value.length > column.max ? { key, code: 'maxLength', limit: column.max } : null;
  }
}

/**
 * The value that a pasted or typed text means: an option by its value, its label or the only label that starts so, whatever
 * the case and the accents. A text that means none stays as it is, so that it can be seen and corrected.
 */
export function valueOf(column: Column, text: string): string {
  const trimmed = text.trim();
  if (column.kind === 'choice') return optionOf(column, trimmed) ?? trimmed;
  if (column.kind === 'choices') {
    const parts = trimmed.split(/[,;|]/).map((part) => part.trim()).filter((part) => part !== '');
    return parts.map((part) => optionOf(column, part) ?? part).join(separator);
  }
  return trimmed;
}

/** What a cell shows. */
export function shownOf(column: Column, value: string): string {
  const label = (part: string) => column.options.find((option) => option.value === part)?.label ?? part;
  return column.kind === 'choices' ? value.split(separator).filter((part) => part !== '').map(label).join(', ') : label(value);
}

function optionOf(column: Column, text: string): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const exact = column.options.find((option) => plain(option.value) === wanted || plain(option.label) === wanted);
  if (exact) return exact.value;
  const starting = column.options.filter((option) => plain(option.label).startsWith(wanted));
  return starting.length === 1 ? starting[0]!.value : null;
}

/** Lower case without accents and with single spaces: «Assente  Giustificàto» is «assente giustificato». */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();
}
