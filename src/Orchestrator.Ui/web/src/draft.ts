// Long enough not to send every letter, short enough to lose no sentence.
const pauseMs = 2000;

export type Draft = {
  /** Something was typed. */
  changed(): void;
  /** The page is left: sends what has not been kept yet. False when that cannot be. */
  leave(): boolean;
  /** The form is sent: nothing is kept any more. */
  stop(): void;
};

/** Keeps on the server, every few seconds, what is typed into a form or a table and not sent. */
export function keepDraft(post: HTMLFormElement, read: () => string): Draft {
  const url = post.dataset['draft'];
  const state = post.querySelector<HTMLElement>('[data-draft-state]');
  let waiting: number | undefined;
  let dirty = false;
  let failed = false;
  let stopped = !url;

  const body = () => {
    const form = new FormData();
    form.set('__RequestVerificationToken', (post.elements.namedItem('__RequestVerificationToken') as HTMLInputElement).value);
    form.set('dati', read());
    return form;
  };
  const say = (text: string) => {
    if (state) state.textContent = text;
  };
  const save = async () => {
    if (stopped) return;
    dirty = false;
    try {
      const answer = await fetch(url!, { method: 'POST', body: body(), redirect: 'error' });
      failed = !answer.ok;
      if (stopped) return;
      say(failed ? post.dataset['draftFailed']! : `${post.dataset['draftSaved']!} ${await answer.text()}`);
    } catch {
      failed = true;
      say(post.dataset['draftFailed']!);
    }
    if (failed) dirty = true;
  };
  const leave = () => {
    if (stopped || !dirty) return true;
    window.clearTimeout(waiting);
    if (failed || !navigator.sendBeacon(url!, body())) return false;
    dirty = false;
    return true;
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && post.isConnected) leave();
  });

  return {
    changed() {
      dirty = true;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => void save(), pauseMs);
    },
    leave,
    stop() {
      stopped = true;
      window.clearTimeout(waiting);
    },
  };
}
