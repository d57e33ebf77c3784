import type { Editor, Surroundings } from './editor';

/** A file as text: scenarios, and whatever its own editor cannot open. */
export async function draw(content: string, around: Surroundings, name: string, note: string): Promise<Editor> {
  const area = document.createElement('textarea');
  area.className = 'orch-designer-text';
  area.value = content;
  area.spellcheck = false;
  area.setAttribute('aria-label', around.words('draft.text', name));
  area.addEventListener('input', () => around.changed());
  if (note) {
    const told = document.createElement('p');
    told.className = 'orch-error orch-designer-note';
    told.textContent = note;
    around.canvas.append(told);
  }
  around.canvas.append(area);
  return { read: async () => area.value, go: () => false, nameOf: () => null, close: () => area.remove() };
}
