/** A value path of form-js (`['sessions', 0, 'startAt']`) as the server writes it (`sessions[0].startAt`). */
export function pathOf(parts: readonly (string | number)[]): string {
  return parts.reduce<string>(
    (path, part) => (typeof part === 'number' || /^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part),
    '',
  );
}
