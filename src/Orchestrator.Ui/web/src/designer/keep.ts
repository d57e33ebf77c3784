import type { Words } from './editor';

// Long enough not to send every move, short enough to lose little.
const pauseMs = 3000;

export type Answer = { revision: number; at: string; faster?: string; copy?: string };
type Files = Map<string, string>;
type Kept = { revision: number; files: [string, string][] };

/** Keeps a draft on the server: by the button and by itself; when that cannot be, in the browser until it can. */
export class Keeper {
  private waiting: number | undefined;
  private running: Promise<boolean> | undefined;
  private dirty = false;
  private stopped = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly read: () => Promise<Files>,
  ) {}

  get isDirty(): boolean {
    return this.dirty;
  }

  /** Something was changed: it is sent after a pause. */
  changed(): void {
    this.dirty = true;
    this.say('draft.unsaved');
    window.clearTimeout(this.waiting);
    if (!this.stopped) this.waiting = window.setTimeout(() => void this.save(), pauseMs);
  }

  /** Sends what has not been sent. False when it could not be kept on the server. */
  async save(): Promise<boolean> {
    window.clearTimeout(this.waiting);
    while (this.running) await this.running;
    if (!this.dirty) return true;
    this.running = this.send(true).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Posts files to an address of the draft, with what every writing form carries. */
  async post(verb: string, files: Files, renew = true): Promise<Response | 'session'> {
    const form = new FormData();
    form.set('__RequestVerificationToken', this.token.value);
    form.set('richiesta', crypto.randomUUID());
    form.set('versione', this.root.dataset['revision']!);
    for (const [name, content] of files) form.set(`file:${name}`, content);
    const answer = await fetch(`${this.root.dataset['address']}/${verb}`, { method: 'POST', body: form, redirect: 'manual' });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'session';
    // A page instead of data: the token is of another session; the page of this one has the right one.
    if (answer.status === 400 && !answer.headers.get('content-type')?.includes('json') && renew && (await this.renew())) return this.post(verb, files, false);
    return answer;
  }

  /** What this browser kept because the server could not; null when there is none. */
  left(): Kept | null {
    const text = window.localStorage.getItem(this.key);
    return text ? (JSON.parse(text) as Kept) : null;
  }

  forget(): void {
    window.localStorage.removeItem(this.key);
  }

  private async send(retry: boolean): Promise<boolean> {
    const files = await this.read();
    this.dirty = false;
    this.say('draft.saving');
    try {
      const answer = await this.post('salva', files);
      if (answer === 'session') return this.fail(files, 'draft.sessionOver', this.link('draft.signIn', `/accedi?returnUrl=${encodeURIComponent(location.pathname)}`, true));
      const data = answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as Answer & { message?: string }) : null;
      if (answer.status === 409 && data?.copy) return this.conflict(data);
      if (!answer.ok || !data) return this.fail(files, 'draft.saveFailed', document.createTextNode(data?.message ?? ''));
      this.root.dataset['revision'] = String(data.revision);
      this.trouble();
      this.forget();
      this.say(this.dirty ? 'draft.unsaved' : 'draft.savedNow', data.at, data.revision);
      this.root.dataset['saved'] = String(data.revision);
      return true;
    } catch {
      // The line may be back at once.
      if (retry) return this.send(false);
      return this.fail(files, 'draft.saveFailed');
    }
  }

  // Both contents are on the server: theirs is the draft, ours lies beside it. Nothing more is sent from here.
  private conflict(data: Answer): boolean {
    this.stopped = true;
    this.forget();
    this.trouble(
      document.createTextNode(`${this.words('draft.conflict', data.faster!, data.at)} `),
      this.link('draft.conflictCopy', data.copy!),
      document.createTextNode(' · '),
      this.link('draft.conflictTheirs', this.root.dataset['address']!),
    );
    this.say('draft.keptApart');
    return false;
  }

  private fail(files: Files, word: string, ...more: Node[]): boolean {
    this.dirty = true;
    const kept: Kept = { revision: Number(this.root.dataset['revision']), files: [...files] };
    window.localStorage.setItem(this.key, JSON.stringify(kept));
    this.trouble(document.createTextNode(`${this.words(word)} `), ...more);
    this.say('draft.unsaved');
    return false;
  }

  private async renew(): Promise<boolean> {
    const page = await fetch(location.pathname, { redirect: 'manual' });
    if (!page.ok) return false;
    const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector<HTMLInputElement>('[name=__RequestVerificationToken]');
    if (!token) return false;
    this.token.value = token.value;
    return true;
  }

  private say(word: string, ...values: (string | number)[]): void {
    this.root.querySelector('[data-state]')!.textContent = this.words(word, ...values);
  }

  private trouble(...parts: Node[]): void {
    const box = this.root.querySelector<HTMLElement>('[data-trouble]')!;
    box.hidden = parts.length === 0;
    box.replaceChildren(...parts);
  }

  private link(word: string, href: string, apart = false): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = this.words(word);
    if (apart) link.target = '_blank';
    return link;
  }

  private get token(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('[data-token] [name=__RequestVerificationToken]')!;
  }

  private get key(): string {
    return `orchestrator${this.root.dataset['address']}`;
  }
}
