let guard: (() => boolean) | null = null;

/** Asks before the page is left while `isDirty` says so; a form that is being sent calls `release` first. */
export function guardUnsaved(isDirty: () => boolean): void {
  guard = isDirty;
}

/** The data are being sent: leaving is what the user wants. */
export function release(): void {
  guard = null;
}

window.addEventListener('beforeunload', (event) => {
  if (guard?.()) event.preventDefault();
});

// A partial update that would throw a filled-in form away asks as well.
document.addEventListener('htmx:beforeSwap', (event) => {
  const target = (event as CustomEvent<{ target: HTMLElement; shouldSwap: boolean }>).detail;
  const form = document.querySelector<HTMLElement>('[data-unsaved]');
  if (!guard?.() || !form || !target.target.contains(form)) return;
  if (window.confirm(form.dataset['unsaved'])) guard = null;
  else target.shouldSwap = false;
});
