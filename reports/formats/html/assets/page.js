// The page is whole without this: it adds the filter, and opened details for links and print.
(() => {
  const clauses = [...document.querySelectorAll('.clause')];
  const words = new Map(clauses.map((clause) => [clause, clause.textContent.toLowerCase()]));
  const filter = document.getElementById('filter');
  const search = document.getElementById('search');
  const chosen = (name) =>
    new Set([...filter.querySelectorAll(`[name=${name}]:checked`)].map((choice) => choice.value));

  function show() {
    const sought = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = chosen('verdict');
    const levels = chosen('level');
    let count = 0;
    for (const clause of clauses) {
      const isChosen = verdicts.has(clause.dataset.verdict) && levels.has(clause.dataset.level);
      const isFound = sought.every((word) => words.get(clause).includes(word));
      clause.hidden = !(isChosen && isFound);
      if (!clause.hidden) count += 1;
    }
    for (const family of document.querySelectorAll('.family')) {
      family.hidden = family.querySelector('.clause:not([hidden])') === null;
    }
    document.getElementById('none').hidden = count > 0;
    document.getElementById('matches').textContent = `${count} of ${clauses.length} clauses`;
  }

  filter.hidden = false;
  filter.addEventListener('input', show);
  filter.addEventListener('submit', (event) => event.preventDefault());
  show();

  /** A link to something that is filtered out or closed shows it. */
  function reveal() {
    const target = /^#(clause|failure)-[A-Z]+-\d+$/.test(location.hash) && document.querySelector(location.hash);
    if (!target) return;
    if (target.hidden) {
      filter.reset();
      show();
    }
    if ('open' in target) target.open = true;
    target.scrollIntoView();
  }
  addEventListener('hashchange', reveal);
  reveal();

  // On paper nothing can be opened.
  const opened = [];
  addEventListener('beforeprint', () => {
    opened.push(...document.querySelectorAll('details:not([open])'));
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false;
  });
})();
