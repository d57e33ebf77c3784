type Start = (element: HTMLElement) => void | Promise<void>;

const starts: { selector: string; start: Start }[] = [];
const started = new WeakMap<HTMLElement, Set<string>>();

/** Registers what is to be done with every element that matches, once per element, also after a partial update. */
export function onReady(selector: string, start: Start): void {
  starts.push({ selector, start });
}

/** Starts what waits in this part of the page. */
export function ready(root: HTMLElement): void {
  for (const { selector, start } of starts) {
    const found = [...root.querySelectorAll<HTMLElement>(selector)];
    if (root.matches(selector)) found.unshift(root);
    for (const element of found) {
      const done = started.get(element) ?? new Set<string>();
      if (done.has(selector)) continue;
      done.add(selector);
      started.set(element, done);
      Promise.resolve(start(element)).catch((error: unknown) => {
        console.error(error);
        element.dataset['failed'] = 'true';
      });
    }
  }
}
