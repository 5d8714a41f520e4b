
(function () {
  'use strict';
  const tools = document.getElementById('tools');
  if (tools === null) return;
  const box = document.getElementById('search');
  const found = document.getElementById('found');
  const folds = Array.from(document.querySelectorAll('main details'));
  const rows = Array.from(document.querySelectorAll('main tbody tr:not(.total)'))
    .filter(row => row.querySelector('th[scope=rowgroup]') === null)
    .filter(row => row.closest('#overview') === null);

  // As people type: no signs over letters, no case.
  const plain = words => words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\u0142/g, 'l');
  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, plain(row.textContent));
    return texts.get(row);
  };

  function search() {
    const wanted = plain(box.value.trim());
    let count = 0;
    const hits = new Set(); // folds with a row that is found
    rows.forEach(row => {
      const hit = wanted === '' || textOf(row).includes(wanted);
      row.hidden = !hit;
      if (!hit) return;
      count += 1;
      hits.add(row.closest('details'));
    });
    if (wanted !== '') folds.forEach(fold => { fold.open = hits.has(fold); });
    found.textContent = wanted === '' ? '' : found.dataset.words.replace('{0}', count).replace('{1}', rows.length);
  }
  const openAll = open => folds.forEach(fold => { fold.open = open; });
  const unfoldTo = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = at === null ? null : at.closest('details');
    if (fold !== null) fold.open = true;
  };

  box.addEventListener('input', search);
  document.getElementById('unfold').addEventListener('click', () => openAll(true));
  document.getElementById('fold').addEventListener('click', () => openAll(false));
  window.addEventListener('hashchange', unfoldTo);
  let before = [];
  window.addEventListener('beforeprint', () => { // paper has all rows, whatever is searched for
    before = folds.map(fold => fold.open);
    openAll(true);
    rows.forEach(row => { row.hidden = false; });
  });
  window.addEventListener('afterprint', () => {
    search();
    folds.forEach((fold, i) => { fold.open = before[i]; });
  });
  tools.hidden = false;
  unfoldTo();
})();
