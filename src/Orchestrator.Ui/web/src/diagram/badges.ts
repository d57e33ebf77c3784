export type ElementPhase = { id: string; phase: 'active' | 'completed' | 'terminated' | 'incident'; active: number; passes: number; text: string; failed?: number; chosen?: boolean };
export type Badge = { kind: string; text: string; title: string; offset: number };

const signs = { active: '▶', completed: '✓', terminated: '✕', incident: '!' } as const;
const wide = 22;
const wider = 44;

/** Badges of many cases at once: how many wait at the element and how many failed there. */
function figures(phase: ElementPhase, failed: number): Badge[] {
  const waiting: Badge[] = phase.active > 0 ? [{ kind: 'active', text: `${signs.active} ${phase.active}`, title: phase.text, offset: 0 }] : [];
  return failed > 0 ? [...waiting, { kind: 'incident', text: `${signs.incident} ${failed}`, title: phase.text, offset: waiting.length * wider }] : waiting;
}

/** The badges of an element: its state as a sign with the number of tokens, and how often it was passed when more than once. */
export function badges(phase: ElementPhase): Badge[] {
  if (phase.failed !== undefined) return figures(phase, phase.failed);
  const tokens = phase.active > 1 ? ` ${phase.active}` : '';
  const state: Badge = { kind: phase.phase, text: signs[phase.phase] + tokens, title: phase.text, offset: 0 };
  return phase.passes > 1 ? [state, { kind: 'passes', text: `${phase.passes}×`, title: phase.text, offset: wide }] : [state];
}
