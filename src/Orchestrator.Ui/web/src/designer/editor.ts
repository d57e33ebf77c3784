/** What draws one kind of file. */
export type Editor = {
  /** The file as it stands now. */
  read(): Promise<string>;
  /** Shows an element by its id: selected, and brought into view. False when there is none. */
  go(id: string): boolean;
  /** The name that people gave an element, or null. */
  nameOf(id: string): string | null;
  close(): void;
};

export type Surroundings = {
  canvas: HTMLElement;
  panel: HTMLElement;
  words: Words;
  language: string;
  templates: object[];
  /** Functions of ours that the editor of expressions suggests. */
  functions: object[];
  /** Something was changed. */
  changed(): void;
};

/** What the script says, in the page's language. */
export type Words = (key: string, ...values: (string | number)[]) => string;

export function wordsOf(json: string): Words {
  const known = JSON.parse(json) as Record<string, string>;
  return (key, ...values) => (known[key] ?? key).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
