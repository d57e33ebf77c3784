/** The index reached from `current` (-1: none) by `step`, staying inside a list of `length`; -1 for an empty list. */
export function moved(current: number, step: number, length: number): number {
  if (length === 0) return -1;
  if (current < 0) return step > 0 ? 0 : length - 1;
  return Math.min(length - 1, Math.max(0, current + step));
}

/** True when a key press belongs to a field that somebody is typing in, or carries a modifier. */
export function isTyping(target: { tagName?: string; isContentEditable?: boolean; type?: string } | null, modified: boolean): boolean {
  if (modified) return true;
  if (!target) return false;
  if (target.isContentEditable) return true;
  const tag = target.tagName?.toUpperCase();
  if (tag === 'TEXTAREA' || tag === 'SELECT') return true;
  return tag === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(target.type ?? 'text');
}
