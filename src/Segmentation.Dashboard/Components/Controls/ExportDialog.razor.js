export const open = dialog => dialog.open || dialog.showModal();

export const close = dialog => dialog.close();

// A click on a link with "download" is left alone by the router, and an answer that is no file leaves the page where it is.
export function download(dialog, address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  close(dialog);
}
