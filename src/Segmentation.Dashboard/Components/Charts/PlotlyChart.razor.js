// The only talkers to Plotly are this module and ScatterChart's, which builds on it.
const states = new WeakMap();
const script = document.querySelector('script[data-plotly]');

export const plotly = new Promise(resolve => window.Plotly
  ? resolve(window.Plotly)
  : script.addEventListener('load', () => resolve(window.Plotly), { once: true }));

// "var(--name)" anywhere in a figure stands for a colour of the theme; columns of numbers are passed by.
export function themed(value, style = getComputedStyle(document.documentElement)) {
  if (typeof value === 'string') {
    return value.startsWith('var(--') ? style.getPropertyValue(value.slice(4, -1)).trim() : value;
  }
  if (Array.isArray(value)) {
    return typeof value[0] === 'number' ? value : value.map(item => themed(item, style));
  }
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, themed(item, style)]));
}

const axis = {
  automargin: true, gridcolor: 'var(--chart-grid)', zerolinecolor: 'var(--chart-axis)', linecolor: 'var(--chart-axis)',
  tickcolor: 'var(--chart-axis)', title: { standoff: 8, font: { size: 12, color: 'var(--ink-soft)' } }, tickfont: { size: 12, color: 'var(--ink-soft)' },
};
const sceneAxis = { ...axis, automargin: undefined, backgroundcolor: 'var(--surface)', title: { font: { size: 12, color: 'var(--ink-soft)' } } };
const look = {
  font: { family: 'var(--font)', size: 12, color: 'var(--ink)' },
  paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
  margin: { l: 48, r: 12, t: 12, b: 40 }, showlegend: false, hovermode: 'closest', dragmode: 'zoom',
  hoverlabel: { bgcolor: 'var(--ink)', bordercolor: 'var(--ink)', font: { family: 'var(--font)', size: 12, color: 'var(--surface)' } },
  modebar: { bgcolor: 'rgba(0,0,0,0)', color: 'var(--ink-faint)', activecolor: 'var(--accent)' },
  colorway: Array.from({ length: 20 }, (_, i) => `var(--segment-${i + 1})`),
  newselection: { line: { color: 'var(--accent)', width: 2, dash: 'solid' } }, selectdirection: 'any',
  xaxis: axis, yaxis: axis, scene: { xaxis: sceneAxis, yaxis: sceneAxis, zaxis: sceneAxis },
};

// The theme is the template, so that whatever a figure says itself wins over it.
export const themedLayout = layout => ({
  uirevision: 'kept', template: { layout: themed(look) }, autosize: true, ...themed(layout), width: undefined, height: undefined,
});

export const config = (name, buttons = []) => ({
  displaylogo: false, responsive: false, doubleClick: 'reset', scrollZoom: false,
  modeBarButtons: [[...buttons, 'resetScale2d', 'toImage']],
  toImageButtonOptions: { filename: name, scale: 2 },
});

// One drawing at a time: what is asked for meanwhile is merged into the next, so that only the newest state is drawn.
export function surface(host, name, paint) {
  const state = { name, busy: false, pending: null, disposed: false };
  states.set(host, state);

  state.ask = async request => {
    state.pending = { ...state.pending, ...request };
    if (state.busy) {
      return;
    }
    state.busy = true;
    try {
      const library = await plotly;
      while (state.pending && !state.disposed) {
        const next = state.pending;
        state.pending = null;
        await paint(library, next, state);
        host.dispatchEvent(new CustomEvent('chart-drawn', { bubbles: true, detail: state.name }));
      }
    } catch (problem) {
      if (!state.disposed) { // a chart that left the page in the middle of its drawing is nobody's problem
        throw problem;
      }
    } finally {
      state.busy = false;
    }
  };

  let frame = 0;
  state.resizing = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => host.classList.contains('js-plotly-plot') && host.clientWidth > 0 && window.Plotly.Plots.resize(host));
  });
  // A page that is being left no longer listens.
  state.tell = (method, ...args) => state.dotnet.invokeMethodAsync(method, ...args).catch(() => null);
  state.resizing.observe(host);
  state.onTheme = () => host.classList.contains('js-plotly-plot') && state.ask({ theme: true });
  document.addEventListener('theme-changed', state.onTheme);
  return state;
}

export const stateOf = host => states.get(host);

const pointOf = point => ({ trace: point.curveNumber, point: point.pointNumber ?? 0, x: text(point.x), y: text(point.y) });
const text = value => value === undefined || value === null ? null : String(value);

function connect(host, state) {
  if (state.clicks) {
    host.on('plotly_click', event => state.tell('OnPointClicked', pointOf(event.points[0])));
  }
  if (state.selects) {
    host.on('plotly_selected', event => event && state.tell('OnPointsSelected', event.points.map(pointOf)));
    host.on('plotly_deselect', () => state.tell('OnPointsSelected', []));
  }
}

export function draw(host, dotnet, name, figure, clicks, selects) {
  if (!host) {
    return undefined; // the page moved on before this arrived
  }
  const state = stateOf(host) ?? surface(host, name, async (library, request, current) => {
    const first = !host.classList.contains('js-plotly-plot');
    if (!request.figure && !request.theme) {
      await library.relayout(host, { shapes: themed(current.marks) });
      return;
    }
    const layout = { ...current.figure.layout, shapes: current.marks };
    await library.react(host, themed(current.figure.data), themedLayout(layout), config(current.name, current.selects ? ['select2d', 'lasso2d'] : []));
    if (first) {
      connect(host, current);
    }
  });
  Object.assign(state, { dotnet, name, figure, marks: figure.marks, clicks, selects });
  return state.ask({ figure: true });
}

// Marks move over a figure that stays: a tenth of the time of drawing it.
export function mark(host, marks) {
  const state = stateOf(host);
  if (state) {
    state.marks = marks;
    return state.ask({ marks: true });
  }
}

export function dispose(host) {
  const state = stateOf(host);
  if (state) {
    state.disposed = true;
    state.resizing.disconnect();
    document.removeEventListener('theme-changed', state.onTheme);
    states.delete(host);
  }
  if (host) {
    window.Plotly?.purge(host);
  }
}
