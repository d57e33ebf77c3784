import { isTyping, moved } from './move';

const switchKey = 'orchestrator.keys';

/** Single-key shortcuts of the inbox; can be switched off (WCAG 2.1.4) on the page of shortcuts. */
export function listenToKeys(document: Document): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !areOn() || !document.querySelector('[data-inbox]')) return;
    const target = event.target as HTMLElement | null;
    if (isTyping(target, event.ctrlKey || event.altKey || event.metaKey)) return;
    if (target?.closest('[data-no-keys], .djs-container, .fjs-container')) return;
    if (act(document, event.key)) event.preventDefault();
  });

  const toggle = document.querySelector<HTMLInputElement>('[data-keys-toggle]');
  if (toggle) {
    toggle.closest<HTMLElement>('[data-keys-switch]')!.hidden = false;
    toggle.checked = areOn();
    toggle.addEventListener('change', () => localStorage.setItem(switchKey, toggle.checked ? 'on' : 'off'));
  }
}

function areOn(): boolean {
  return localStorage.getItem(switchKey) !== 'off';
}

function act(document: Document, key: string): boolean {
  switch (key) {
    case 'j':
      return select(document, 1);
    case 'k':
      return select(document, -1);
    case 'p':
      return press(selected(document)?.querySelector('[data-claim]') ?? document.querySelector('[data-claim-open]'));
    case 'c': {
      const complete = document.querySelector<HTMLElement>('[data-complete]:not([hidden])');
      complete?.scrollIntoView({ block: 'center' });
      complete?.focus();
      return complete !== null;
    }
    case '/': {
      const search = document.querySelector<HTMLInputElement>('#cerca');
      search?.focus();
      search?.select();
      return search !== null;
    }
    case 'g':
      return press(document.querySelector('[data-tab="gruppo"]'));
    case '?':
      window.location.assign('/tastiera');
      return true;
    default:
      return false; // Enter opens the focused link by itself
  }
}

function select(document: Document, step: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-task] [data-open]')];
  const card = selected(document);
  const current = links.findIndex((link) => card?.contains(link));
  const next = links[moved(current, step, links.length)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function selected(document: Document): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-task]') ?? document.querySelector<HTMLElement>('.orch-card-selected');
}

function press(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.click();
  return true;
}
