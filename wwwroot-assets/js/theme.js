// Runs before the first paint, so that no page flashes in the wrong theme. A choice is remembered; without one the system decides.
(() => {
  const key = 'theme';
  const system = matchMedia('(prefers-color-scheme: dark)');

  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage may be forbidden; the system's theme then stands.
    }
  };

  const apply = theme => {
    document.documentElement.dataset.theme = theme;
    for (const sheet of document.querySelectorAll('link[data-theme-sheet]')) {
      sheet.media = sheet.dataset.themeSheet === theme ? 'all' : 'not all';
    }
    document.dispatchEvent(new CustomEvent('theme-changed', { detail: theme }));
  };

  const current = () => remembered() ?? (system.matches ? 'dark' : 'light');

  apply(current());
  system.addEventListener('change', () => apply(current()));
  addEventListener('storage', event => event.key === key && apply(current()));
  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-theme-toggle]')) {
      const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem(key, theme);
      } catch {
        // Forbidden storage: the choice lasts as long as the page.
      }
      apply(theme);
    }
  });
})();
