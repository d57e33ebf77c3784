export type ElementPhase = { id: string; phase: 'active' | 'completed' | 'terminated' | 'incident'; active: number; passes: number; text: string };
export type Badge = { kind: string; text: string; title: string; offset: number };

const signs = { active: '▶', completed: '✓', terminated: '✕', incident: '!' } as const;
const wide = 22;

/** The badges of an element: its state as a sign with the number of tokens, and how often it was passed when more than once. */
export function badges(phase: ElementPhase): Badge[] {
  const tokens = phase.active > 1 ? ` ${phase.active}` : '';
  const state: Badge = { kind: phase.phase, text: signs[phase.phase] + tokens, title: phase.text, offset: 0 };
  return phase.passes > 1 ? [state, { kind: 'passes', text: `${phase.passes}×`, title: phase.text, offset: wide }] : [state];
}
