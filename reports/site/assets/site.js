// Every page is whole without this: it adds the filter of targets and the buttons to copy.
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
      document.getElementById('matches').textContent = `${count} of ${rows.length} targets`;
    };
    filter.hidden = false;
    filter.addEventListener('input', show);
    filter.addEventListener('submit', (event) => event.preventDefault());
    show();
  }

  for (const button of document.querySelectorAll('.copy')) {
    const text = button.nextElementSibling;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = 'Copied';
      } catch {
        // Without leave to write, the reader copies the selected text.
        getSelection().selectAllChildren(text);
        button.textContent = 'Selected: press Ctrl+C';
      }
      setTimeout(() => {
        button.textContent = label;
      }, 2_000);
    });
  }
})();
