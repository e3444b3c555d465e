// Every page is whole without this: it adds the filter of targets.
(() => {
  const filter = document.getElementById('targets-filter');
  if (filter !== null) {
    const rows = [...document.querySelectorAll('[data-target]')].map((row) => ({
      row,
      words: row.dataset.target.toLowerCase(),
      verdict: row.dataset.verdict,
    }));
    const search = filter.querySelector('input');
    const verdict = filter.querySelector('select');
    const show = () => {
      const sought = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const { row, words, verdict: own } of rows) {
        const isShown = (verdict.value === '' || verdict.value === own) && sought.every((word) => words.includes(word));
        if (row.hidden === isShown) row.hidden = !isShown;
        if (isShown) count += 1;
      }
      for (const group of document.querySelectorAll('.group')) {
        group.hidden = group.querySelector('[data-target]:not([hidden])') === null;
      }
      document.getElementById('matches').textContent = `${count} of ${rows.length} targets`;
    };
    filter.hidden = false;
    filter.addEventListener('input', show);
    filter.addEventListener('submit', (event) => event.preventDefault());
    show();
  }
})();
