import type { Sheet } from './sheet';
import { say, sayError, type GridWords } from './words';
import type { GridView } from './view';

const shownMax = 10;

/** Names the cells that are wrong, by their row in the shown order, with the reason; each leads to its cell. */
export function listErrors(area: HTMLElement, sheet: Sheet, view: GridView, words: GridWords, strict: boolean): void {
  const found = view.order.flatMap((index, at) =>
    sheet.errors(index).filter((error) => strict || error.code !== 'required').map((error) => ({ index, at, error })),
  );
  area.hidden = found.length === 0;
  area.querySelector('ol')!.replaceChildren(
    ...found.slice(0, shownMax).map(({ index, at, error }) => {
      const item = document.createElement('li');
      const link = document.createElement('button');
      link.type = 'button';
      link.className = 'btn btn-link btn-xs p-0';
      link.textContent = say(words, 'grid.errorAt', at + 1, sheet.row(index).name, view.column(error.key)?.label ?? error.key);
      link.addEventListener('click', () => view.activate(view.order.indexOf(index), view.keys.indexOf(error.key)));
      const written = sheet.row(index).values[error.key] ?? '';
      item.append(link, `: ${written === '' ? '' : `«${written}» `}${sayError(words, error)}`);
      return item;
    }),
  );
  const more = area.querySelector<HTMLElement>('[data-grid-errors-more]')!;
  more.hidden = found.length <= shownMax;
  more.textContent = say(words, 'grid.moreErrors', found.length - shownMax);
}
