import { plain, type Option } from './columns.js';

const forgetAfterMs = 900;

/** Chooses an option by typing: letters typed in quick succession are a prefix, the same letter again goes to the next option. */
export class TypeToSelect {
  private typed = '';
  private last = 0;

  /** The option meant by this key at this instant (milliseconds), or null when none starts so. */
  choose(options: readonly Option[], current: string, key: string, nowMs: number): string | null {
    const fresh = nowMs - this.last > forgetAfterMs;
    const repeated = !fresh && this.typed.length > 0 && [...this.typed].every((letter) => letter === plain(key));
    this.typed = fresh ? plain(key) : this.typed + plain(key);
    this.last = nowMs;
    const prefix = repeated ? plain(key) : this.typed;
    const starting = options.filter((option) => plain(option.label).startsWith(prefix));
    if (starting.length === 0) {
      this.typed = '';
      return null;
    }
    const at = starting.findIndex((option) => option.value === current);
    // A longer prefix that still fits the current option keeps it; a single letter goes on to the next one.
    if (prefix.length > 1 && at >= 0) return current;
    return starting[(at + 1) % starting.length]!.value;
  }
}
