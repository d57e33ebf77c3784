import type { CellError } from './columns.js';

export type GridWords = Record<string, string>;

/** A sentence of the catalogue with its figures filled in. */
export function say(words: GridWords, key: string, ...figures: (string | number)[]): string {
  return figures.reduce<string>((text, figure, index) => text.replace(`{${index}}`, String(figure)), words[key] ?? key);
}

/** What is wrong with a cell, in words. */
export function sayError(words: GridWords, error: CellError): string {
  return error.code === 'server' ? (error.text ?? '') : say(words, `field.${error.code}`, error.limit ?? '');
}
