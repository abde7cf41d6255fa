import { config, dispose as disposeSurface, stateOf, surface, themed, themedLayout } from './PlotlyChart.razor.js';
import { annotations, colours, placeNumbers } from './ScatterNumbers.razor.js';

const unassigned = 254; // and 255 for those set aside

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

// A label of this or more is that of a point which stands out, and of the segment that is left without it.
const mark = 128;
const isMarked = label => label >= mark && label < unassigned;
const segmentOf = label => isMarked(label) ? label - mark : label;
const colourOf = label => label >= unassigned ? colours : segmentOf(label) % colours;

// How much each label is seen: the segment pointed at, else the points that stand out, else all.
function strengths(state) {
  const marks = state.labels.some(isMarked);
  return label => state.highlight !== null ? (segmentOf(label) === state.highlight ? 1 : 0.12) : marks ? (isMarked(label) ? 1 : 0.15) : 0.85;
}

const opacityOf = state => {
  const strength = strengths(state);
  return state.highlight === null && !state.labels.some(isMarked) ? 0.85 : Float32Array.from(state.labels, strength);
};

// The numbers are not Plotly's, but the image that is saved has them, and it brings the ground that its ink is made for.
const saving = state => ({
  name: 'save', title: 'Save as an image', icon: window.Plotly.Icons.camera,
  click: host => window.Plotly.downloadImage(
    { data: host.data, layout: { ...host.layout, paper_bgcolor: themed('var(--surface)'), ...(state.z ? {} : { annotations: annotations(state) }) } },
    { format: 'png', scale: 2, filename: state.axes.title, width: host.clientWidth, height: host.clientHeight }),
});

const marker = state => ({
  color: Uint8Array.from(state.labels, colourOf), colorscale: colourScale(), cmin: -0.5, cmax: colours + 0.5, showscale: false,
  size: sizeOf(state.x.length), opacity: opacityOf(state), line: { width: 0 },
});

// The numbers of an axis without a name say nothing.
const axis = title => ({ title: { text: title }, showticklabels: title !== '' });
// In space few and small numbers leave room for the names beside them.
const edge = title => ({ ...axis(title), nticks: 4, tickfont: { size: 10 } });
const camera = { eye: { x: 1.6, y: 1.6, z: 0.9 }, center: { x: 0, y: 0, z: -0.2 } };

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
  const scene = { xaxis: edge(state.axes.x), yaxis: edge(state.axes.y), zaxis: edge(state.axes.z), camera, annotations: state.z ? annotations(state) : [] };
  const layout = {
    uirevision: kept, selectionrevision: kept, dragmode: state.dragMode,
    ...(flat ? { xaxis: axisOver(state.axes.x, state.x), yaxis: axisOver(state.axes.y, state.y) } : { scene, margin: { l: 0, r: 0, t: 0, b: 0 }, dragmode: 'orbit' }),
  };
  // Settings that come again count as new to Plotly, which then forgets where its user has zoomed.
  const settings = state.flat === flat ? undefined
    : { ...config(state.axes.title), modeBarButtons: [[flat ? 'resetScale2d' : 'resetCameraDefault3d', saving(state)]] };
  state.flat = flat;
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
  const strength = strengths(state);
  const shown = label => Math.round(255 * strength(label));
  const bytes = new Map([...new Set(state.labels)].map(label => [label, Uint8Array.of(...state.palette[colourOf(label)], shown(label))]));
  const colors = Array.from(state.labels, label => bytes.get(label));
  Object.assign(scene.markerOptions[0], { colors, borderColors: colors });
  scene.scatter2d.update([{ colors }]);
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
  const isRecoloured = request.labels || request.highlight;
  if (request.dragMode || (isRecoloured && !recolour(host, state))) {
    Object.assign(change, { 'marker.color': [Uint8Array.from(state.labels, colourOf)], 'marker.opacity': [opacityOf(state)] });
  }
  const layout = {
    ...(request.dragMode ? { dragmode: state.dragMode } : {}),
    ...(request.labels && state.z ? { 'scene.annotations': annotations(state) } : {}),
  };
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

export function setPoints(host, dotnet, axes, x, y, z, labels, places) {
  if (!host) {
    return undefined; // the page moved on before this arrived
  }
  const state = stateOf(host) ?? Object.assign(
    surface(host, axes.title, (library, request, current) => paint(library, host, request, current)),
    { highlight: null, dragMode: 'zoom' });
  Object.assign(state, { dotnet, axes, name: axes.title, x: floats(x), y: floats(y), z: floats(z), labels, places: floats(places), words: new Map(), caught: null });
  return state.ask({ points: true });
}

// What comes for a chart that has left the page is dropped.
const change = (host, name, values) => Object.assign(stateOf(host) ?? {}, values).ask?.({ [name]: true });

export const setLabels = (host, labels, places) => change(host, 'labels', { labels, places: floats(places), words: new Map() });
export const setHighlight = (host, highlight) => change(host, 'highlight', { highlight });
export const setDragMode = (host, dragMode) => change(host, 'dragMode', { dragMode });

export function clearSelection(host) {
  if (stateOf(host)) {
    stateOf(host).caught = null;
    return window.Plotly.update(host, { selectedpoints: [null] }, { selections: [] });
  }
}

export const dispose = disposeSurface;
