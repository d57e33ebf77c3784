import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import './form.css';
import type { Editor, Surroundings } from './editor';

type Field = { id: string; key?: string; label?: string };

/** The editor of a form. */
export async function draw(content: string, around: Surroundings): Promise<Editor> {
  const editor = new FormEditor({ container: around.canvas });
  await editor.importSchema(JSON.parse(content) as object);
  editor.on('changed', () => around.changed());
  const fieldOf = (id: string) => (editor.get('formFieldRegistry') as { getAll(): Field[] }).getAll().find((field) => field.id === id || field.key === id);
  return {
    read: async () => `${JSON.stringify(editor.saveSchema(), null, 2)}\n`,
    go(id) {
      const field = fieldOf(id);
      if (field) (editor.get('selection') as { set(field: Field): void }).set(field);
      return Boolean(field);
    },
    nameOf: (id) => fieldOf(id)?.label ?? null,
    close: () => editor.destroy(),
  };
}
