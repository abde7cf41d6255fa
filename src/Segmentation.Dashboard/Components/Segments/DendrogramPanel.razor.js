const panels = new WeakMap();
const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1, Home: -1000, End: 1000 };

// Newest wins: while one place is on its way, only the latest of those that follow waits.
async function report(panel, share) {
  panel.waiting = share;
  if (panel.sending) {
    return;
  }
  panel.sending = true;
  try {
    while (panel.waiting !== null) {
      const next = panel.waiting;
      panel.waiting = null;
      await panel.dotnet.invokeMethodAsync('OnMoved', next);
    }
  } catch {
    panel.waiting = null; // the connection is gone, and with it whoever wanted to know
  } finally {
    panel.sending = false;
  }
}

// While it is held the line is where the pointer is; afterwards it is where the server puts it.
function follow(panel, event) {
  const area = panel.root.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientY - area.top) / area.height));
  panel.root.style.setProperty('--held', `${100 * share}%`);
  report(panel, share);
}

function letGo(panel) {
  panel.held = false;
  panel.root.style.removeProperty('--held');
}

export function attach(root, dotnet) {
  if (!root) {
    return; // the page moved on before this arrived
  }
  const listening = new AbortController();
  const panel = { root, dotnet, listening, held: false, sending: false, waiting: null };
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: listening.signal });
  const cut = root.querySelector('.cut');
  panels.set(root, panel);

  on(root, 'pointerdown', event => {
    if (event.button === 0) {
      event.preventDefault();
      root.setPointerCapture(event.pointerId);
      cut.focus({ preventScroll: true });
      panel.held = true;
      follow(panel, event);
    }
  });
  on(root, 'pointermove', event => panel.held && follow(panel, event));
  on(root, 'pointerup', () => letGo(panel));
  on(root, 'pointercancel', () => letGo(panel));
  on(cut, 'keydown', event => {
    if (event.key in steps && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      dotnet.invokeMethodAsync('OnStepped', steps[event.key]).catch(() => null);
    }
  });
  root.dataset.ready = '';
}

export function detach(root) {
  panels.get(root)?.listening.abort();
  panels.delete(root);
}
