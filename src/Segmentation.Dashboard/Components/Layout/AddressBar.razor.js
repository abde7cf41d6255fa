// Browsers allow about a hundred changes of the address in half a minute, and a drag makes more: the last one is enough.
const rest = 300; // milliseconds
let query = null;
let timer = 0;

const put = () => {
  timer = 0;
  if (query !== null && location.search !== query) {
    history.replaceState(history.state, '', location.pathname + query + location.hash);
  }
};

// Going to another page of the rail drops the query; it is put back there.
const afterNavigation = () => schedule();

const schedule = () => {
  clearTimeout(timer);
  timer = setTimeout(put, rest);
};

export function write(next) {
  if (query === null) {
    window.addEventListener('popstate', afterNavigation);
    document.addEventListener('focusin', afterNavigation);
  }
  query = next;
  schedule();
}

export function stop() {
  clearTimeout(timer);
  window.removeEventListener('popstate', afterNavigation);
  document.removeEventListener('focusin', afterNavigation);
  query = null;
}
