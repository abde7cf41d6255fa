let stopListening = () => {};

const isTyping = target => target.isContentEditable || target.matches?.('textarea, select, input:not([type=range], [type=radio], [type=checkbox])');

export const listen = dotnet => {
  stopListening();
  const onKey = event => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target) || (key !== 'z' && key !== 'y')) {
      return;
    }
    event.preventDefault();
    dotnet.invokeMethodAsync('OnShortcut', key === 'y' || event.shiftKey);
  };
  addEventListener('keydown', onKey);
  stopListening = () => removeEventListener('keydown', onKey);
};

export const stop = () => stopListening();

export const copyAddress = () => navigator.clipboard?.writeText(location.href).then(() => true, () => false) ?? false;

// As the export's dialog does it: the router leaves such a link alone.
export function download(address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
