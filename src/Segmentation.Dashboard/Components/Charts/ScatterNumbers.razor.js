// A segment's number at its place on the map: the second channel beside the colour.
import { themed } from './PlotlyChart.razor.js';

export const colours = 20;

function places(state) {
  const step = state.z ? 3 : 2;
  return Array.from({ length: state.places.length / step }, (_, label) => [label, ...state.places.subarray(step * label, step * label + step)])
    .filter(([, x]) => !Number.isNaN(x));
}

const background = label => `var(--segment-${label % colours + 1})`;
const foreground = label => `var(--on-segment-${label % colours + 1})`;

/** As Plotly draws them: in space, and in an image that is saved. */
export const annotations = state => themed(places(state).map(([label, x, y, z]) => ({
  x, y, z, text: `<b>${label + 1}</b>`, showarrow: false, captureevents: false, borderpad: 1,
  bordercolor: 'var(--surface)', borderwidth: 1, bgcolor: background(label), font: { size: 12, color: foreground(label) },
})));

/** Written over a flat map and not into it: Plotly draws all points again when an annotation moves. */
export function placeNumbers(host, state) {
  const { xaxis, yaxis } = host._fullLayout;
  const inside = (axis, pixel) => pixel >= 0 && pixel <= axis._length;
  const marks = state.z ? [] : places(state).map(([label, x, y]) => [label, xaxis.l2p(x), yaxis.l2p(y)]);
  host.parentElement.querySelector('.scatter-numbers').replaceChildren(...marks
    .filter(([, x, y]) => inside(xaxis, x) && inside(yaxis, y))
    .map(([label, x, y]) => {
      const mark = document.createElement('span');
      mark.textContent = label + 1;
      mark.style.translate = `calc(${xaxis._offset + x}px - 50%) calc(${yaxis._offset + y}px - 50%)`;
      mark.style.background = background(label);
      mark.style.color = foreground(label);
      return mark;
    }));
}
