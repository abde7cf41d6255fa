const sliders = new WeakMap();

// Newest wins: while one value is on its way, only the latest of those that follow waits.
async function report(slider, value) {
  slider.waiting = value;
  if (slider.sending) {
    return;
  }
  slider.sending = true;
  try {
    while (slider.waiting !== null) {
      const next = slider.waiting;
      slider.waiting = null;
      await slider.dotnet.invokeMethodAsync('OnMoved', next);
    }
  } catch {
    slider.waiting = null; // the connection is gone, and with it whoever wanted to know
  } finally {
    slider.sending = false;
  }
}

function display(slider, value) {
  slider.range.value = value;
  if (document.activeElement !== slider.number || slider.number.valueAsNumber !== value) {
    slider.number.value = slider.range.value;
  }
  slider.range.setAttribute('aria-valuetext', `${slider.range.value} ${slider.unit}`.trim());
  const span = slider.range.max - slider.range.min;
  slider.root.style.setProperty('--filled', span > 0 ? (slider.range.value - slider.range.min) / span : 0);
}

function move(slider, value) {
  display(slider, value);
  report(slider, slider.range.valueAsNumber); // the browser has clamped it and put it on a step
}

// The page is on screen before this module is: what was moved or typed meanwhile differs from what was put there.
function changedEarly(input, first) {
  const untouched = input.cloneNode();
  untouched.value = first;
  return input.value !== untouched.value && !Number.isNaN(input.valueAsNumber);
}

export function attach(root, dotnet, unit, suggested, value, first) {
  if (!root) {
    return; // the page moved on before this arrived
  }
  const listening = new AbortController();
  const slider = {
    root, dotnet, unit, suggested, listening,
    range: root.querySelector('input[type=range]'),
    number: root.querySelector('input[type=number]'),
    held: false, sending: false, waiting: null,
  };
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: listening.signal });
  sliders.set(root, slider);
  const early = [slider.range, slider.number].find(input => changedEarly(input, first));
  if (early) {
    move(slider, early.valueAsNumber);
  } else {
    display(slider, value);
  }

  on(slider.range, 'pointerdown', () => { slider.held = true; });
  on(window, 'pointerup', () => { slider.held = false; });
  on(window, 'pointercancel', () => { slider.held = false; });
  on(slider.range, 'input', () => move(slider, slider.range.valueAsNumber));
  on(slider.range, 'dblclick', () => slider.suggested !== null && move(slider, slider.suggested));
  on(slider.number, 'change', () => Number.isNaN(slider.number.valueAsNumber)
    ? display(slider, slider.range.valueAsNumber)
    : move(slider, slider.number.valueAsNumber));
}

// What the server says, unless the person is about to say something newer.
export function show(root, value, suggested) {
  const slider = sliders.get(root);
  if (slider) {
    slider.suggested = suggested;
    if (!slider.held && !slider.sending) {
      display(slider, value);
    }
  }
}

export function detach(root) {
  sliders.get(root)?.listening.abort();
  sliders.delete(root);
}
