// The part of a DMN model, as the editor holds it, that says what can be evaluated.
export type ModelElement = { $type: string; id?: string; name?: string };
export type KindWords = { service: string; function: string };

/** What can be evaluated, with the words that the server uses for it, in the order of the file. */
export function choicesOf(elements: readonly ModelElement[], words: KindWords): { id: string; name: string }[] {
  const kinds: Record<string, string> = { 'dmn:Decision': '', 'dmn:DecisionService': words.service, 'dmn:BusinessKnowledgeModel': words.function };
  return elements
    .filter((element) => element.$type in kinds)
    .map((element) => {
      const name = element.name ?? '';
      const kind = kinds[element.$type];
      return { id: element.id || name, name: kind ? `${name} (${kind})` : name };
    });
}
