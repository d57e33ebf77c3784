// The viewer's own few labels; it has no catalogue, so its text nodes are said anew where it draws them.
const labels: Record<string, string> = {
  'Add new': 'Aggiungi',
  Select: 'Scegli',
  'Show all': 'Mostra tutto',
  'Show less': 'Mostra meno',
  Search: 'Cerca',
  'No options': 'Nessuna scelta',
};

/** The Italian word for a label of the viewer, or null for a text of the form itself. */
export function labelOf(text: string): string | null {
  return labels[text.trim()] ?? null;
}

/** Says the viewer's labels in Italian, now and whenever it draws again. */
export function inItalian(container: HTMLElement): void {
  const say = () => {
    const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      // Options and labels of the form are the author's words; only parts that the viewer adds are looked at.
      if (!node.parentElement?.closest('.fjs-repeat-render-footer, .fjs-select-placeholder, .fjs-select-display, .fjs-taglist')) continue;
      const label = labelOf(node.data);
      if (label !== null && node.data !== label) node.data = label;
    }
  };
  // Dates are typed and shown day first; the viewer hints at them in English, as it does at its search fields.
  const hint = () => {
    for (const input of container.querySelectorAll<HTMLInputElement>('input[placeholder="dd/mm/yyyy"], input[placeholder="mm/dd/yyyy"]')) input.placeholder = 'gg/mm/aaaa';
    for (const input of container.querySelectorAll<HTMLInputElement>('.fjs-taglist input[placeholder], .fjs-input-group input[placeholder]')) {
      const label = labelOf(input.placeholder);
      if (label !== null) input.placeholder = label;
    }
  };
  const sayAll = () => {
    say();
    hint();
  };
  sayAll();
  new MutationObserver(sayAll).observe(container, { childList: true, subtree: true, characterData: true });
}
