const reportEvery = 100; // milliseconds
const drops = new WeakMap();

const carriesFile = event => event.dataTransfer?.types.includes('Files') ?? false;

const answerOf = request => {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
};

function send(drop, file) {
  if (drop.request) {
    return drop.tell('OnFailed', 'One file at a time: the one before is still being sent. Cancel it first.');
  }
  if (file.size > drop.options.limit) {
    return drop.tell('OnFailed', drop.options.tooLarge);
  }

  const request = drop.request = new XMLHttpRequest();
  const finish = (method, argument) => {
    drop.request = null;
    drop.tell(method, argument);
  };
  let reported = 0;
  request.upload.addEventListener('progress', event => {
    const now = performance.now();
    if (now - reported >= reportEvery && event.loaded < event.total) {
      reported = now;
      drop.tell('OnProgress', event.loaded);
    }
  });
  request.addEventListener('load', () => request.status === 200
    ? finish('OnDone', answerOf(request))
    : finish('OnFailed', answerOf(request)?.message ?? `The server refused the file (${request.status}). Try again.`));
  request.addEventListener('error', () => finish('OnFailed', 'The file was cut off on its way. Check that the server still runs and that the file is still there, then try again.'));
  request.addEventListener('abort', () => finish('OnFailed', ''));

  drop.tell('OnStarted', file.name, file.size);
  request.open('POST', `${drop.options.url}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader(drop.options.header, '1');
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(file);
}

export function attach(root, dotnet, options) {
  if (!root) {
    return; // the page moved on before this arrived
  }
  const input = root.querySelector('input[type=file]');
  const listening = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: listening.signal });
  const drop = {
    options,
    listening,
    request: null,
    tell: (method, ...args) => dotnet.invokeMethodAsync(method, ...args).catch(() => { /* the page is gone */ }),
  };
  drops.set(root, drop);

  let depth = 0;
  const lift = by => {
    depth = Math.max(0, depth + by);
    root.classList.toggle('over', depth > 0);
  };

  on(root, 'click', event => event.target.closest('[data-choose-file]') && input.click());
  on(input, 'change', () => {
    if (input.files[0]) {
      send(drop, input.files[0]);
    }
    input.value = ''; // so that the same file can be chosen again
  });
  on(window, 'dragenter', event => carriesFile(event) && lift(1));
  on(window, 'dragleave', event => carriesFile(event) && lift(-1));
  on(window, 'dragover', event => carriesFile(event) && event.preventDefault());
  on(window, 'drop', event => {
    if (carriesFile(event)) {
      event.preventDefault();
      lift(-depth);
      if (event.dataTransfer.files[0]) {
        send(drop, event.dataTransfer.files[0]);
      }
    }
  });
}

export const cancel = root => drops.get(root)?.request?.abort();

export function detach(root) {
  drops.get(root)?.listening.abort();
  cancel(root);
  drops.delete(root);
}
