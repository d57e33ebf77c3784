import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram/diagram.css';
import './compare.css';

type Mark = { id: string; sign: 'added' | 'removed' | 'changed' | 'moved' };
type Box = { x: number; y: number; width: number; height: number };
type Shape = { x: number; y: number; width: number; height: number; waypoints?: { x: number; y: number }[] };
type Canvas = { addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void; zoom(level: string | number, centre?: string): number; viewbox(): { outer: { width: number; height: number } }; viewbox(box: Box): void };

const signs = { added: '+', removed: '−', changed: '~', moved: '↔' } as const;
const readable = 0.5;

/** Two drawings with what differs between them; a row of the list beside leads to its element in both. */
export async function show(area: HTMLElement): Promise<void> {
  const sides = await Promise.all([...area.querySelectorAll<HTMLElement>('[data-side]')].map(draw));
  // A side that does not have the element shows the place where it is on the other.
  const go = (id: string) => {
    const place = sides.map((side) => side.placeOf(id)).find((found) => found !== null);
    if (place) for (const side of sides) side.go(id, place);
  };
  for (const button of area.querySelectorAll<HTMLElement>('[data-go]'))
    button.addEventListener('click', () => {
      go(button.dataset['go']!);
      area.querySelector('[data-side]')!.scrollIntoView({ block: 'nearest' });
    });
  const first = area.querySelector<HTMLElement>('[data-go]');
  if (first) go(first.dataset['go']!);
  area.dataset['compared'] = 'true';
}

type Point = { x: number; y: number };
type Side = { placeOf(id: string): Point | null; go(id: string, place: Point): void };

async function draw(figure: HTMLElement): Promise<Side> {
  const viewer = new NavigatedViewer({ container: figure.querySelector<HTMLElement>('[data-canvas]')! });
  await viewer.importXML(figure.dataset['xml']!);
  const canvas = viewer.get('canvas') as Canvas;
  const registry = viewer.get('elementRegistry') as { get(id: string): Shape | undefined };
  const overlays = viewer.get('overlays') as { add(id: string, overlay: object): void };
  for (const mark of JSON.parse(figure.dataset['marks']!) as Mark[]) {
    const shape = registry.get(mark.id);
    if (!shape) continue;
    canvas.addMarker(mark.id, `orch-diff-${mark.sign}`);
    const badge = document.createElement('div');
    badge.className = `orch-diff-badge orch-diff-badge-${mark.sign}`;
    badge.textContent = signs[mark.sign];
    overlays.add(mark.id, { position: shape.waypoints ? middleOf(shape.waypoints) : { top: -12, left: -10 }, html: badge, show: { minZoom: 0.2 } });
  }
  canvas.zoom('fit-viewport', 'auto');
  let shown = '';
  return {
    placeOf(id) {
      const shape = registry.get(id);
      return shape ? centreOf(shape) : null;
    },
    go(id, { x, y }) {
      if (registry.get(shown)) canvas.removeMarker(shown, 'orch-diff-shown');
      if (registry.get(id)) canvas.addMarker(id, 'orch-diff-shown');
      shown = id;
      if (canvas.zoom('fit-viewport', 'auto') >= readable) return;
      // In the middle, with what stands around it.
      const { outer } = canvas.viewbox();
      const [width, height] = [outer.width / readable, outer.height / readable];
      canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
    },
  };
}

function centreOf(shape: Shape): Point {
  const middle = shape.waypoints?.[Math.floor(shape.waypoints.length / 2)];
  return middle ?? { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
}

// A connection's badge sits on its middle, measured from its own corner.
function middleOf(points: { x: number; y: number }[]): { top: number; left: number } {
  const left = Math.min(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const one = points[Math.floor((points.length - 1) / 2)]!;
  const other = points[Math.ceil((points.length - 1) / 2)]!;
  return { top: (one.y + other.y) / 2 - top - 10, left: (one.x + other.x) / 2 - left - 10 };
}
