import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { badges, type ElementPhase } from './badges';

type Overlays = { add(element: string, overlay: object): string; clear(): void };
type Canvas = {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  zoom(level?: string | number, centre?: string): number;
  viewbox(): { inner: { width: number; height: number; x: number; y: number }; outer: { width: number; height: number } };
  viewbox(box: { x: number; y: number; width: number; height: number }): void;
};
type Registry = { get(id: string): { x: number; y: number; width: number; height: number } | undefined };

const viewers = new WeakMap<HTMLElement, { viewer: NavigatedViewer; marked: [string, string][] }>();

/** Draws the diagram of a case with the state of its elements, once the drawing is on screen. */
export async function show(figure: HTMLElement): Promise<void> {
  const canvas = figure.querySelector<HTMLElement>('[data-canvas]')!;
  const viewer = new NavigatedViewer({ container: canvas });
  await viewer.importXML(figure.dataset['xml']!);
  viewers.set(figure, { viewer, marked: [] });
  fit(viewer, figure.dataset['focus']);
  paint(figure);
  connectZoom(figure, viewer);
  viewer.on('element.click', (event: { element: { id: string } }) => pick(event.element.id));
}

/** Shows another state on a drawing that is there already. */
export function repaint(figure: HTMLElement, elements: string, flows: string): void {
  figure.dataset['elements'] = elements;
  figure.dataset['flows'] = flows;
  paint(figure);
}

function paint(figure: HTMLElement): void {
  const shown = viewers.get(figure);
  if (!shown) return;
  const { viewer, marked } = shown;
  const canvas = viewer.get('canvas') as Canvas;
  const overlays = viewer.get('overlays') as Overlays;
  const registry = viewer.get('elementRegistry') as Registry;
  overlays.clear();
  for (const [element, marker] of marked.splice(0)) canvas.removeMarker(element, marker);

  const mark = (element: string, marker: string) => {
    if (!registry.get(element)) return;
    canvas.addMarker(element, marker);
    marked.push([element, marker]);
  };

  const phases = JSON.parse(figure.dataset['elements'] ?? '[]') as ElementPhase[];
  for (const phase of phases) {
    mark(phase.id, `orch-mark-${phase.phase}`);
    if (phase.chosen) mark(phase.id, 'orch-mark-chosen');
    if (!registry.get(phase.id)) continue;
    for (const badge of badges(phase)) {
      const html = document.createElement('div');
      html.className = `orch-badge orch-badge-${badge.kind}`;
      html.textContent = badge.text;
      html.title = badge.title;
      overlays.add(phase.id, { position: { top: -12, right: 12 + badge.offset }, html, show: { minZoom: 0.2 } });
    }
  }
  for (const flow of JSON.parse(figure.dataset['flows'] ?? '[]') as string[]) mark(flow, 'orch-mark-flow');
}

function connectZoom(figure: HTMLElement, viewer: NavigatedViewer): void {
  const canvas = viewer.get('canvas') as Canvas;
  const step = 1.3;
  const acts: Record<string, () => void> = {
    all: () => canvas.zoom('fit-viewport', 'auto'),
    now: () => fit(viewer, figure.dataset['focus']),
    in: () => canvas.zoom(canvas.zoom() * step),
    out: () => canvas.zoom(canvas.zoom() / step),
  };
  const bar = figure.querySelector<HTMLElement>('[data-zoom]')!;
  bar.hidden = false;
  for (const button of bar.querySelectorAll<HTMLElement>('[data-zoom-to]')) {
    if (button.dataset['zoomTo'] === 'now') button.hidden = !figure.dataset['focus'];
    button.addEventListener('click', acts[button.dataset['zoomTo']!]!);
  }
}

// A wide process fitted into a small frame cannot be read: below a third of its size the place of work is shown instead.
function fit(viewer: NavigatedViewer, focus: string | undefined): void {
  const canvas = viewer.get('canvas') as Canvas;
  const readable = 0.5;
  if (canvas.zoom('fit-viewport', 'auto') >= readable || !focus) return;
  const element = (viewer.get('elementRegistry') as Registry).get(focus);
  if (!element) return;
  const { outer } = canvas.viewbox();
  const width = outer.width / 0.7;
  const height = outer.height / 0.7;
  canvas.viewbox({ x: element.x + element.width / 2 - width / 2, y: element.y + element.height / 2 - height / 2, width, height });
}

// A click on an element shows its step in the list beside the drawing, or follows the link that chooses it.
function pick(id: string): void {
  document.getElementById(`elemento-${id}`)?.click();
  const step = document.getElementById(`passo-${id}`);
  if (!step) return;
  step.closest('details')?.setAttribute('open', '');
  document.querySelectorAll('.orch-step-picked').forEach((element) => element.classList.remove('orch-step-picked'));
  step.classList.add('orch-step-picked');
  step.scrollIntoView({ block: 'nearest' });
}
