import type { Keeper } from './keep';
import type { Words } from './editor';

// A check reads all definitions: after a change there is a pause first.
const pauseMs = 1200;

export type Remark = { file: string; line: number; column: number; code: string; isError: boolean; message: string; remedy: string; element: string | null };

/** The list of what our own reader says about the draft: the same as a deployment would. */
export class Problems {
  private waiting: number | undefined;
  private round = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly keeper: Keeper,
    private readonly read: () => Promise<Map<string, string>>,
    private readonly nameOf: (element: string) => string | null,
    private readonly go: (remark: Remark) => void,
  ) {}

  changed(): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.check(), pauseMs);
  }

  async check(): Promise<void> {
    const round = ++this.round;
    this.count(this.words('problem.checking'));
    try {
      const answer = await this.keeper.post('controlla', await this.read());
      // A later check has overtaken this one.
      if (round !== this.round) return;
      if (answer === 'session' || !answer.ok) return this.count(this.words('problem.unreachable'));
      this.show((await answer.json()) as Remark[]);
    } catch {
      this.count(this.words('problem.unreachable'));
    }
  }

  private show(remarks: Remark[]): void {
    this.count(remarks.length === 0 ? '' : `(${remarks.length})`);
    const box = this.root.querySelector<HTMLElement>('[data-problems]')!;
    box.dataset['checked'] = String(this.round);
    if (remarks.length === 0) {
      const none = document.createElement('p');
      none.textContent = `✓ ${this.words('problem.none')}`;
      box.replaceChildren(none);
      return;
    }
    const list = document.createElement('ul');
    list.className = 'orch-problems';
    list.append(...remarks.map((remark) => this.row(remark)));
    box.replaceChildren(list);
  }

  private row(remark: Remark): HTMLElement {
    const row = document.createElement('li');
    const kind = document.createElement('strong');
    kind.className = remark.isError ? 'orch-c-incident' : 'orch-c-warning';
    kind.textContent = `${remark.isError ? '✕' : '!'} ${this.words(remark.isError ? 'problem.error' : 'problem.warning')} `;
    const place = document.createElement(remark.element ? 'button' : 'span');
    const name = remark.element ? this.nameOf(remark.element) ?? remark.element : null;
    place.textContent = `${name ? `«${name}» · ` : ''}${this.words('problem.place', remark.file, remark.line)}`;
    if (place instanceof HTMLButtonElement) {
      place.type = 'button';
      place.className = 'btn btn-link';
      place.addEventListener('click', () => this.go(remark));
    }
    const text = document.createElement('span');
    text.className = 'd-block';
    text.dataset['machine'] = '';
    const code = document.createElement('span');
    code.className = 'orch-key';
    code.textContent = remark.code;
    text.append(code, ` ${remark.message} ${remark.remedy}`);
    row.append(kind, place, text);
    return row;
  }

  private count(text: string): void {
    this.root.querySelector('[data-problem-count]')!.textContent = text;
  }
}
