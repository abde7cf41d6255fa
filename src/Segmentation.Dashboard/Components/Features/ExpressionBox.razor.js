// Reports what is typed and where the caret is, and which keys the open list takes; it decides nothing.
const listKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Escape']);
const caretKeys = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);
const boxes = new WeakMap();

const isOpen = input => input.getAttribute('aria-expanded') === 'true';

export function attach(input, component) {
  const tell = asked => component.invokeMethodAsync('OnTyped', input.value, input.selectionEnd, asked);
  const stop = new AbortController();
  const on = (event, handle) => input.addEventListener(event, handle, { signal: stop.signal });
  const scrolled = () => { input.previousElementSibling.scrollTop = input.scrollTop; };
  on('input', () => { scrolled(); tell(false); });
  on('scroll', scrolled);
  on('keyup', event => caretKeys.has(event.key) && isOpen(input) && tell(false));
  on('keydown', event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      tell(true);
    } else if (isOpen(input) && listKeys.has(event.key)) {
      event.preventDefault();
      component.invokeMethodAsync('OnListKey', event.key);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      // As in any other field of a form.
      event.preventDefault();
      input.form?.requestSubmit();
    }
  });
  boxes.set(input, { stop, tell });
  if (input.value !== input.defaultValue) {
    tell(false);
  }
}

// What was typed since then stays: the list was made for another text.
export function write(input, before, text, caret) {
  if (input.value !== before) {
    boxes.get(input)?.tell(false);
    return;
  }
  input.value = text;
  input.focus();
  input.setSelectionRange(caret, caret);
}

export function reveal(root) {
  root.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}

export function detach(input) {
  boxes.get(input)?.stop.abort();
  boxes.delete(input);
}
