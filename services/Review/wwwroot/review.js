// Keys on top of the page's own forms: j/k move, a/s/v press the current candidate's buttons, u undoes.
(() => {
  const candidates = [...document.querySelectorAll('.candidate')];
  if (candidates.length === 0) return;

  const start = () => {
    const named = candidates.findIndex(each => '#' + each.id === location.hash);
    if (named >= 0) return named;
    const open = candidates.findIndex(each => !each.querySelector('[aria-pressed="true"]'));
    return Math.max(open, 0);
  };

  let current = -1;
  const go = index => {
    current = Math.min(Math.max(index, 0), candidates.length - 1);
    candidates.forEach((each, at) => each.classList.toggle('current', at === current));
    candidates[current].focus({ preventScroll: true });
    candidates[current].scrollIntoView({ block: 'start' });
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    if (event.key === 'j') go(current + 1);
    else if (event.key === 'k') go(current - 1);
    else if (event.key === 'u') document.querySelector('button[data-key="u"]')?.click();
    else if ('asv'.includes(event.key)) candidates[current].querySelector(`button[data-key="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  });

  addEventListener('hashchange', () => go(start()));
  go(start());
})();
