import { config, dispose as disposeSurface, stateOf, surface, themed, themedLayout } from './PlotlyChart.razor.js';

const colours = 20;
const none = 255;
const smallest = 0.04; // the least share of customers whose number is written on the plot

const floats = bytes => bytes && new Float32Array(bytes.slice().buffer); // the copy is aligned, the wire's bytes need not be
const sizeOf = count => count > 5000 ? 4 : count > 1500 ? 5 : count > 400 ? 7 : 9;

// Twenty colours in steps, and a last one for customers in no segment.
function colourScale() {
  const names = [...Array.from({ length: colours }, (_, i) => `var(--segment-${i + 1})`), 'var(--segment-none)'];
  return themed(names).flatMap((colour, i) => [[i / names.length, colour], [(i + 1) / names.length, colour]]);
}

const colourOf = label => label === none ? colours : label % colours;
const opacityOf = state => state.highlight === null
  ? 0.85
  : Float32Array.from(state.labels, label => label === state.highlight ? 1 : 0.12);

// A segment's number at the middle of its points: the second channel beside the colour.
function numbers(state) {
  if (state.z) {
    return [];
  }
  const sums = new Map();
  state.labels.forEach((label, i) => {
    const sum = sums.get(label) ?? sums.set(label, { x: 0, y: 0, n: 0 }).get(label);
    sum.x += state.x[i];
    sum.y += state.y[i];
    sum.n++;
  });
  sums.delete(none);
  const written = [...sums].filter(([, sum]) => sums.size <= 8 || sum.n >= smallest * state.labels.length);
  return themed(written.map(([label, { x, y, n }]) => ({
    x: x / n, y: y / n, text: `<b>${label + 1}</b>`, showarrow: false, captureevents: false, borderpad: 2,
    bordercolor: 'var(--surface)', borderwidth: 1,
    bgcolor: `var(--segment-${label % colours + 1})`, font: { size: 12, color: `var(--on-segment-${label % colours + 1})` },
  })));
}

const marker = state => ({
  color: Uint8Array.from(state.labels, colourOf), colorscale: colourScale(), cmin: -0.5, cmax: colours + 0.5, showscale: false,
  size: sizeOf(state.x.length), opacity: opacityOf(state), line: { width: 0 },
});

// The numbers of an axis without a name say nothing.
const axis = title => ({ title: { text: title }, showticklabels: title !== '' });

async function paintAll(library, host, state) {
  const first = !host.classList.contains('js-plotly-plot');
  const flat = !state.z;
  const trace = {
    type: flat ? 'scattergl' : 'scatter3d', mode: 'markers', x: state.x, y: state.y, hoverinfo: 'none', marker: marker(state),
    ...(flat ? { unselected: { marker: { opacity: 0.12 } }, selected: { marker: { opacity: 1 } }, selectedpoints: state.caught } : { z: state.z }),
  };
  const kept = `${state.axes.x}|${state.axes.y}|${state.axes.z}`;
  const scene = { xaxis: axis(state.axes.x), yaxis: axis(state.axes.y), zaxis: axis(state.axes.z) };
  const layout = {
    uirevision: kept, selectionrevision: kept, dragmode: state.dragMode, annotations: numbers(state),
    ...(flat ? { xaxis: scene.xaxis, yaxis: scene.yaxis } : { scene, margin: { l: 0, r: 0, t: 0, b: 0 }, dragmode: 'orbit' }),
  };
  const settings = config(state.axes.title);
  settings.modeBarButtons = [[flat ? 'resetScale2d' : 'resetCameraDefault3d', 'toImage']];
  await library.react(host, [trace], themedLayout(layout), settings);
  if (first) {
    connect(host, state);
  }
}

async function paint(library, host, request, state) {
  if (request.points || request.theme) {
    return paintAll(library, host, state);
  }
  const change = {};
  if (request.labels) {
    change['marker.color'] = [Uint8Array.from(state.labels, colourOf)];
  }
  if (request.highlight || (request.labels && state.highlight !== null)) {
    change['marker.opacity'] = [opacityOf(state)];
  }
  const layout = {};
  if (request.labels) {
    layout.annotations = numbers(state);
  }
  if (request.dragMode) {
    layout.dragmode = state.dragMode;
  }
  await library.update(host, change, layout, [0]);
}

function connect(host, state) {
  const tip = host.parentElement.querySelector('.scatter-tip');
  let rests = -1;
  host.on('plotly_hover', async event => {
    const index = rests = event.points[0].pointNumber;
    const words = state.axes.hovers ? state.words.get(index) ?? await state.tell('OnHovered', index) : '';
    state.words.set(index, words);
    if (rests === index && words) {
      const area = host.getBoundingClientRect();
      const x = event.event.clientX - area.left;
      const y = event.event.clientY - area.top;
      tip.textContent = words;
      tip.hidden = false;
      tip.style.left = `${Math.max(0, Math.min(x + 12, area.width - tip.offsetWidth))}px`;
      tip.style.top = `${y + 12 + tip.offsetHeight > area.height ? Math.max(0, y - 12 - tip.offsetHeight) : y + 12}px`;
    }
  });
  const hide = () => {
    rests = -1;
    tip.hidden = true;
  };
  host.on('plotly_unhover', hide);
  host.on('plotly_selecting', hide);
  host.addEventListener('mouseleave', hide);
  const caught = points => {
    state.caught = points?.length > 0 ? points : null;
    state.tell('OnCaught', new Uint8Array(Int32Array.from(points ?? []).buffer));
  };
  host.on('plotly_selected', event => event && caught(event.points.map(point => point.pointNumber)));
  host.on('plotly_deselect', () => caught(null));
}

export function setPoints(host, dotnet, axes, x, y, z, labels) {
  if (!host) {
    return undefined; // the page moved on before this arrived
  }
  const state = stateOf(host) ?? Object.assign(
    surface(host, axes.title, (library, request, current) => paint(library, host, request, current)),
    { highlight: null, dragMode: 'zoom' });
  Object.assign(state, { dotnet, axes, name: axes.title, x: floats(x), y: floats(y), z: floats(z), labels, words: new Map(), caught: null });
  return state.ask({ points: true });
}

// What comes for a chart that has left the page is dropped.
const change = (host, name, values) => Object.assign(stateOf(host) ?? {}, values).ask?.({ [name]: true });

export const setLabels = (host, labels) => change(host, 'labels', { labels, words: new Map() });
export const setHighlight = (host, highlight) => change(host, 'highlight', { highlight });
export const setDragMode = (host, dragMode) => change(host, 'dragMode', { dragMode });

export function clearSelection(host) {
  if (stateOf(host)) {
    stateOf(host).caught = null;
    return window.Plotly.update(host, { selectedpoints: [null] }, { selections: [] });
  }
}

export const dispose = disposeSurface;
