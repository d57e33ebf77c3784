import { ready } from './ready';

// Scenarios take about a second each.
const pauseMs = 1500;

/** Asks for the page anew while scenarios run, and puts its progress in place; when they are done the whole page is shown as it is then. */
export function show(progress: HTMLElement): void {
  const address = progress.dataset['address'];
  if (progress.dataset['scenarios'] === 'done' || !address) return;
  window.setTimeout(async () => {
    if (!progress.isConnected) return;
    try {
      const answer = await fetch(address, { redirect: 'error' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector<HTMLElement>('[data-scenarios]');
      if (next?.dataset['scenarios'] === 'done') return location.replace(address);
      if (next) {
        progress.replaceWith(next);
        return ready(next);
      }
    } catch {
      // The server may be back at the next time.
    }
    show(progress);
  }, pauseMs);
}
