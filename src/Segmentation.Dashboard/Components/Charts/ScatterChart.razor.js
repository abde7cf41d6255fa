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

// The same colours as bytes: a canvas knows every way in which a colour can be written.
function palette() {
  const canvas = document.createElement('canvas').getContext('2d');
  return colourScale().filter((_, i) => i % 2 === 0).map(([, colour]) => {
    canvas.fillStyle = colour;
    return [1, 3, 5].map(from => parseInt(canvas.fillStyle.slice(from, from + 2), 16));
  });
}

const colourOf = label => label === none ? colours : label % colours;
const opacityOf = state => state.highlight === null
  ? 0.85
  : Float32Array.from(state.labels, label => label === state.highlight ? 1 : 0.12);

// A segment's number at the middle of its points: the second channel beside the colour.
function numbers(state) {
  const sums = new Map();
  state.labels.forEach((label, i) => {
    const sum = sums.get(label) ?? sums.set(label, { x: 0, y: 0, n: 0 }).get(label);
    sum.x += state.x[i];
    sum.y += state.y[i];
    sum.n++;
  });
  sums.delete(none);
  const written = [...sums].filter(([, sum]) => sums.size <= 8 || sum.n >= smallest * state.labels.length);
  return written.map(([label, { x, y, n }]) => ({ label, x: x / n, y: y / n }));
}

// Written over the plot and not into it: Plotly draws all points again when an annotation moves.
function placeNumbers(host, state) {
  const { xaxis, yaxis } = host._fullLayout;
  const inside = (axis, pixel) => pixel >= 0 && pixel <= axis._length;
  const marks = state.z ? [] : numbers(state).map(({ label, x, y }) => [label, xaxis.l2p(x), yaxis.l2p(y)]);
  host.parentElement.querySelector('.scatter-numbers').replaceChildren(...marks
    .filter(([, x, y]) => inside(xaxis, x) && inside(yaxis, y))
    .map(([label, x, y]) => {
      const mark = document.createElement('span');
      mark.textContent = label + 1;
      mark.style.translate = `calc(${xaxis._offset + x}px - 50%) calc(${yaxis._offset + y}px - 50%)`;
      mark.style.background = `var(--segment-${label % colours + 1})`;
      mark.style.color = `var(--on-segment-${label % colours + 1})`;
      return mark;
    }));
}

// The image that is saved has them in it.
const annotations = state => state.z ? [] : themed(numbers(state).map(({ label, x, y }) => ({
  x, y, text: `<b>${label + 1}</b>`, showarrow: false, borderpad: 2, bordercolor: 'var(--surface)', borderwidth: 1,
  bgcolor: `var(--segment-${label % colours + 1})`, font: { size: 12, color: `var(--on-segment-${label % colours + 1})` },
})));

const saving = state => ({
  name: 'save', title: 'Save as an image', icon: window.Plotly.Icons.camera,
  click: host => window.Plotly.downloadImage(
    { data: host.data, layout: { ...host.layout, annotations: annotations(state) } },
    { format: 'png', scale: 2, filename: state.axes.title, width: host.clientWidth, height: host.clientHeight }),
});

const marker = state => ({
  color: Uint8Array.from(state.labels, colourOf), colorscale: colourScale(), cmin: -0.5, cmax: colours + 0.5, showscale: false,
  size: sizeOf(state.x.length), opacity: opacityOf(state), line: { width: 0 },
});

// The numbers of an axis without a name say nothing.
const axis = title => ({ title: { text: title }, showticklabels: title !== '' });

// The range is ours, so that Plotly need not work it out again for every number that moves.
function axisOver(title, values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = 0.04 * (high - low) || 0.5;
  return { ...axis(title), ...(low <= high ? { range: [low - room, high + room] } : {}) };
}

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
    uirevision: kept, selectionrevision: kept, dragmode: state.dragMode,
    ...(flat ? { xaxis: axisOver(state.axes.x, state.x), yaxis: axisOver(state.axes.y, state.y) } : { scene, margin: { l: 0, r: 0, t: 0, b: 0 }, dragmode: 'orbit' }),
  };
  const settings = config(state.axes.title);
  settings.modeBarButtons = [[flat ? 'resetScale2d' : 'resetCameraDefault3d', saving(state)]];
  await library.react(host, [trace], themedLayout(layout), settings);
  if (first) {
    connect(host, state);
  }
}

// Plotly makes a colour's text for each point and reads it again, which is most of the time of a redraw. Its scene takes
// bytes. While points are being caught it keeps other colours beside them, and is left to itself.
function recolour(host, state) {
  const scene = host._fullLayout._plots?.xy?._scene;
  if (!scene?.scatter2d || state.caught || state.dragMode === 'lasso' || state.dragMode === 'select') {
    return false;
  }
  const shown = label => label === state.highlight ? 255 : state.highlight === null ? 217 : 31;
  const bytes = new Map([...new Set(state.labels)].map(label => [label, Uint8Array.of(...state.palette[colourOf(label)], shown(label))]));
  const colours = Array.from(state.labels, label => bytes.get(label));
  Object.assign(scene.markerOptions[0], { colors: colours, borderColors: colours });
  scene.scatter2d.update([{ colors: colours }]);
  host._fullLayout._glcanvas.each(canvas => canvas.regl?.clear({ color: true, depth: true }));
  scene.draw();
  Object.assign(host.data[0].marker, { color: Uint8Array.from(state.labels, colourOf), opacity: opacityOf(state) });
  return true;
}

async function paint(library, host, request, state) {
  if (request.points || request.theme) {
    state.palette = palette();
    return paintAll(library, host, state);
  }
  const change = {};
  const colours = request.labels || request.highlight;
  if (request.dragMode || (colours && !recolour(host, state))) {
    Object.assign(change, { 'marker.color': [Uint8Array.from(state.labels, colourOf)], 'marker.opacity': [opacityOf(state)] });
  }
  const layout = request.dragMode ? { dragmode: state.dragMode } : {};
  if (Object.keys(change).length > 0) {
    await library.update(host, change, layout, [0]);
  }
  if (request.labels) {
    placeNumbers(host, state);
  }
}

function connect(host, state) {
  const tip = host.parentElement.querySelector('.scatter-tip');
  let rests = -1;
  const place = () => placeNumbers(host, state);
  host.on('plotly_afterplot', place);
  host.on('plotly_relayouting', place);
  place();
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
