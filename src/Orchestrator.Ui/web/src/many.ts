/** «Select all that are shown», and how many are chosen. Shift takes a whole range. */
export function showMany(bar: HTMLElement): void {
  const all = bar.querySelector<HTMLInputElement>('[data-many-all]')!;
  const count = bar.querySelector<HTMLElement>('[data-many-count]')!;
  const list = document.getElementById('elenco')!;
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>('[data-tick]')];
  let last: HTMLInputElement | null = null;

  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    count.textContent = chosen === 0 ? '' : count.dataset['manyCount']!.replace('{0}', String(chosen));
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
  };
  all.closest('label')!.hidden = false;
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  list.addEventListener('click', (event) => {
    const box = event.target as HTMLInputElement;
    if (!box.matches?.('[data-tick]')) return;
    const range = boxes();
    if ((event as MouseEvent).shiftKey && last && range.includes(last)) {
      const [from, to] = [range.indexOf(last), range.indexOf(box)].sort((a, b) => a - b) as [number, number];
      for (const one of range.slice(from, to + 1)) one.checked = box.checked;
    }
    last = box;
    tell();
  });
  tell();
}
