import { repaint } from './diagram';

/** Ties slider, drawing and story to the shown moment; the moment itself is fetched as any other page part. */
export function show(area: HTMLElement): void {
  const slider = area.querySelector<HTMLInputElement>('[data-replay-slider]');
  const go = area.querySelector<HTMLElement>('[data-replay-go]');
  if (go) go.hidden = true; // moving the slider is enough
  slider?.addEventListener('change', () => slider.form?.requestSubmit());

  area.addEventListener('htmx:afterSettle', () => {
    const moment = area.querySelector<HTMLElement>('[data-moment]');
    const figure = area.querySelector<HTMLElement>('[data-diagram]');
    if (!moment || !figure) return;
    const position = moment.dataset['position']!;
    if (slider) slider.value = position;
    for (const entry of area.querySelectorAll<HTMLElement>('[data-story-position]'))
      entry.classList.toggle('orch-story-current', entry.dataset['storyPosition'] === position);
    repaint(figure, moment.dataset['elements']!, moment.dataset['flows']!);
  });
}
