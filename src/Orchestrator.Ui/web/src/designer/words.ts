import italianOfTheEditor from 'bpmn-js-i18n/translations/it.js';
import { italian } from './words.it';

/** The editor's words in the page's language; what has none stays as it is. */
export function translator(language: string): (template: string, values?: Record<string, string>) => string {
  const known: Record<string, string> = language === 'it' ? { ...(italianOfTheEditor as Record<string, string>), ...italian } : {};
  return (template, values = {}) => (known[template] ?? template).replace(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
