import { valueOf, type Column } from './columns';

export type Leave = 'down' | 'right' | 'left' | 'stay' | 'away';

/** Opens a control inside a cell; `done` gets the value, or null when it was given up, and where to go next. */
export function edit(cell: HTMLTableCellElement, column: Column, value: string, typed: string | null, done: (value: string | null, leave: Leave) => void): void {
  const control = column.kind === 'choice' || column.kind === 'choices' ? select(column, value) : input(column, typed ?? value);
  control.setAttribute('aria-label', `${column.label}: ${cell.parentElement!.querySelector('th')!.dataset['name']}`);
  control.className = 'orch-cell-control';
  cell.replaceChildren(control);
  control.focus();
  if (control instanceof HTMLInputElement && typed === null) control.select();

  let open = true;
  const close = (result: string | null, leave: Leave) => {
    if (!open) return;
    open = false;
    done(result, leave);
  };
  control.addEventListener('keydown', (event) => {
    const key = (event as KeyboardEvent).key;
    event.stopPropagation();
    if (key === 'Escape') close(null, 'stay');
    else if (key === 'Enter') close(read(control, column), 'down');
    else if (key === 'Tab') close(read(control, column), (event as KeyboardEvent).shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  });
  control.addEventListener('blur', () => close(read(control, column), 'away'));
  // An option picked with the pointer is meant; arrow keys in a closed list only pass over options until Enter.
  let byPointer = false;
  control.addEventListener('pointerdown', () => (byPointer = true));
  control.addEventListener('keydown', () => (byPointer = false));
  if (column.kind === 'choice') control.addEventListener('change', () => byPointer && close(read(control, column), 'stay'));
}

function input(column: Column, text: string): HTMLInputElement {
  const control = document.createElement('input');
  control.type = 'text';
  control.value = text;
  if (column.kind === 'number') control.inputMode = 'numeric';
  return control;
}

function select(column: Column, value: string): HTMLSelectElement {
  const control = document.createElement('select');
  control.multiple = column.kind === 'choices';
  const chosen = column.kind === 'choices' ? value.split('|') : [value];
  if (!control.multiple) control.append(new Option('', '', value === '', value === ''));
  for (const option of column.options) control.append(new Option(option.label, option.value, false, chosen.includes(option.value)));
  if (control.multiple) control.size = column.options.length;
  return control;
}

function read(control: HTMLInputElement | HTMLSelectElement, column: Column): string {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map((option) => option.value).filter((value) => value !== '').join('|');
  return valueOf(column, control.value);
}
