// Keys, the source beside the summary and live changes, on top of forms and links that work without it.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const list = one('.desk .list');
  const pane = one('#pane');
  const isPack = !!one('#bar');
  const cards = () => all('.candidate', list ?? document).filter(card => !card.hidden);
  let current = null;
  let picked = null;

  // On a phone the places stand in one line: the one where we are is in sight.
  const here = one('.top nav [aria-current]');
  if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 48;

  const say = text => {
    const line = document.createElement('p');
    line.textContent = text;
    one('#live').append(line);
    setTimeout(() => line.remove(), 6000);
  };
  const words = name => document.body.dataset[name] ?? '';
  const fill = (text, ...values) => values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);

  const fragment = async address => {
    const answer = await fetch(address, { headers: { 'X-Fragment': 'card' } });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
  };

  // The source of the current candidate stands beside the list where there is room for it.
  const wide = matchMedia('(min-width: 70rem)');
  const sources = new Map();
  const forget = id => {
    sources.delete(id);
    if (pane?.dataset.of === id) delete pane.dataset.of;
  };
  const sourceOf = card => {
    if (!sources.has(card.dataset.id)) sources.set(card.dataset.id, fragment(`/candidates/${card.dataset.id}/source`));
    return sources.get(card.dataset.id);
  };
  const showSource = async card => {
    if (!isPack || !pane) return;
    pane.hidden = !wide.matches;
    if (!wide.matches) return;
    // Still on its way: whoever wants a sentence of it waits as well.
    if (pane.dataset.of === card.dataset.id) return void await sources.get(card.dataset.id);
    pane.dataset.of = card.dataset.id;
    const source = await sourceOf(card);
    if (pane.dataset.of !== card.dataset.id || !source) return;
    pane.replaceChildren(source);
    pane.scrollTop = 0;
    // What could not be read now is asked for again the next time.
    if (one('.empty', source)) forget(card.dataset.id);
  };
  const showSentence = async (card, index) => {
    await showSource(card);
    light(card, index, pane);
  };
  const light = (card, index, place) => {
    all('.sentence.on').forEach(each => each.classList.remove('on'));
    one(`.sentence[data-sentence="${index}"]`, card)?.classList.add('on');
    all('mark', place).forEach(mark => mark.classList.toggle('on', mark.dataset.sentences.split(' ').includes(String(index))));
    one('mark.on', place)?.scrollIntoView({ block: 'center' });
  };

  // Where there is no room beside the list the source comes up as a sheet over it; the phone's own way back closes it.
  const sheet = one('#sheet');
  const openSheet = async (card, sentence) => {
    const source = await sourceOf(card);
    if (!source) return location.assign(sentence.href);
    if (sheet.open) return;
    if (one('.empty', source)) forget(card.dataset.id);
    if (pane.contains(source)) delete pane.dataset.of;
    one('.of', sheet).textContent = sentence.textContent;
    one('.text-of', sheet).replaceChildren(source);
    sheet.showModal();
    history.pushState({ sheet: true }, '');
    light(card, Number(sentence.dataset.sentence), sheet);
  };
  addEventListener('popstate', () => sheet?.close());
  sheet?.addEventListener('close', () => history.state?.sheet && history.back());
  sheet?.addEventListener('click', event => event.target === sheet && sheet.close());

  const go = (card, scroll = true) => {
    if (!card) return;
    all('.candidate.current').forEach(each => each.classList.remove('current'));
    card.classList.add('current');
    current = card.id;
    card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: 'start' });
    showSource(card);
  };
  const at = () => cards().findIndex(card => card.id === current);
  const step = by => go(cards()[Math.min(Math.max(at() + by, 0), cards().length - 1)]);

  const replace = (card, fresh) => {
    const wasPicked = one('.pick', card)?.checked;
    card.replaceWith(fresh);
    if (wasPicked && one('.pick', fresh)) one('.pick', fresh).checked = true;
    if (fresh.id === current) fresh.classList.add('current');
    return fresh;
  };
  const isBusy = card => !!one('details.edit[open]', card) || card.contains(document.activeElement) && document.activeElement.matches('input:not(.pick), textarea, select');
  const refreshBar = async () => {
    const bar = isPack && await fragment(`${location.pathname}/bar`);
    if (bar) one('#bar').replaceWith(bar);
  };

  // One press, one decision: what is on its way is waited for, and the candidate behind is another press.
  let deciding = false;
  const decide = async (card, form, button) => {
    if (deciding) return;
    deciding = true;
    try {
      await send(card, form, button);
    } finally {
      deciding = false;
    }
    await refreshBar();
  };
  const send = async (card, form, button) => {
    const body = new URLSearchParams(new FormData(form, button));
    const following = cards()[at() + 1];
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'X-Fragment': 'card' } });
    if (answer.redirected || ![200, 409].includes(answer.status)) return location.reload();
    const fresh = replace(card, new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild);
    if (answer.ok && following && !form.matches('.concept')) go(following);
    else go(fresh, false);
  };

  addEventListener('submit', event => {
    const card = event.target.closest('.candidate');
    if (!isPack || !card || !event.target.matches('.choices') || !event.submitter) return;
    event.preventDefault();
    current = card.id;
    decide(card, event.target, event.submitter);
  });

  // One press, one request: the page that answers the first press is waited for, and a wait that is long is said.
  addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'dialog') return;
    if ('sent' in form.dataset) return event.preventDefault();
    form.dataset.sent = '';
    setTimeout(() => {
      const line = document.createElement('p');
      line.className = 'working';
      line.textContent = words('working');
      one('#live').append(line);
    }, 1500);
  });
  // Whoever comes back to the page presses anew.
  addEventListener('pageshow', () => {
    all('form[data-sent]').forEach(form => delete form.dataset.sent);
    all('#live .working').forEach(line => line.remove());
  });

  addEventListener('click', event => {
    const sentence = event.target.closest('.sentence');
    const card = sentence?.closest('.candidate');
    if (sentence && sheet && !wide.matches) {
      event.preventDefault();
      openSheet(card, sentence);
      return;
    }
    if (sentence && pane && wide.matches) {
      event.preventDefault();
      if (card.id !== current) go(card, false);
      showSentence(card, Number(sentence.dataset.sentence));
      return;
    }
    if (event.target.closest('.help-button')) return one('#help').showModal();
    const pick = event.target.closest('.pick');
    if (pick) {
      select(pick, event.shiftKey);
      return;
    }
    const chosen = event.target.closest('.candidate');
    if (chosen && chosen.id !== current && !event.target.closest('a, button, input, summary, textarea')) go(chosen, false);
  });

  // Opened by its key the choice is the answer; who walks through the list with the arrows presses the button.
  addEventListener('change', event => {
    if (event.target.matches('select[data-key="c"]') && 'opened' in event.target.dataset) event.target.form.requestSubmit(one('.correct', event.target.form));
  });
  addEventListener('focusout', event => {
    if (event.target.matches('select[data-key="c"]')) delete event.target.dataset.opened;
  });

  const select = (pick, range) => {
    const boxes = cards().map(card => one('.pick', card)).filter(Boolean);
    const from = boxes.findIndex(box => box.value === picked);
    const to = boxes.indexOf(pick);
    if (range && from >= 0) boxes.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(box => { box.checked = true; });
    picked = pick.value;
  };

  const press = key => {
    const card = cards()[at()];
    const name = { a: 'approve', s: 'skip', v: 'needs-verify' }[key];
    if (one('.pick:checked')) return one(`#bulk [value="${name}"]`)?.click();
    const button = card && one(`button[data-key="${key}"]`, card);
    const reason = card && one('input[name="reason"]', card);
    if (deciding) return;
    if (button?.dataset.sure && card.dataset.sure !== name) {
      card.dataset.sure = name;
      return say(button.dataset.sure);
    }
    if (button?.dataset.ask && reason && !reason.value.trim() && !button.disabled) {
      reason.dataset.then = name;
      reason.focus();
      return say(button.dataset.ask);
    }
    button?.click();
  };

  addEventListener('keydown', event => {
    const field = event.target.matches('input:not(.pick), textarea, select');
    if (event.key === 'Escape' && field) return event.target.blur();
    if (field && event.key === 'Enter' && event.target.name === 'reason' && !event.isComposing) {
      event.preventDefault();
      return one(`button[value="${event.target.dataset.then ?? 'needs-verify'}"]`, event.target.form)?.click();
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || one('dialog[open]') || !cards().length) return;
    const card = cards()[at()];
    const keys = {
      j: () => step(1),
      k: () => step(-1),
      a: () => press('a'),
      s: () => press('s'),
      v: () => press('v'),
      u: () => one('#bar button[data-key="u"]')?.click(),
      e: () => { const edit = card && one('details.edit', card); if (edit) { edit.open = true; one('input[name="title"]', edit).focus(); } },
      x: () => { const pick = card && one('.pick', card); if (pick) { pick.checked = !pick.checked; select(pick, false); } },
      X: () => { const pick = card && one('.pick', card); if (pick) { pick.checked = true; select(pick, true); } },
      c: () => {
        const choose = card && one('select[data-key="c"]', card);
        if (!choose) return;
        choose.dataset.opened = '';
        choose.focus();
        choose.showPicker?.();
      },
      n: () => card && one('button[data-key="n"]', card)?.click(),
      o: () => { const link = card && one('h2 a', card); if (link) location.href = link.href; },
      '/': () => one('#q')?.focus(),
      '?': () => one('#help')?.showModal(),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    // A key that is held down goes on; it decides nothing.
    if (event.repeat && !['j', 'k'].includes(event.key)) return;
    keys[event.key]();
  });

  one('#q')?.addEventListener('input', event => {
    const wanted = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    all('.candidate').forEach(card => {
      const text = card.textContent.toLowerCase();
      card.hidden = !wanted.every(word => text.includes(word));
    });
  });

  // Live: what others do is shown in place, unless somebody is writing there.
  const refresh = async change => {
    const card = all('.candidate').find(each => each.dataset.id === change.candidateId);
    if (!card || card.dataset.version === change.eTag) return;
    if (isBusy(card)) return;
    const address = isPack ? `/candidates/${change.candidateId}/card` : null;
    if (!address) return say(fill(words('changed'), change.by ?? '', card.dataset.number ?? ''));
    const fresh = await fragment(address);
    if (!fresh || card.dataset.version === fresh.dataset.version || !card.isConnected) return;
    replace(card, fresh).classList.add('told');
    forget(change.candidateId);
    if (fresh.id === current) showSource(fresh);
  };
  const tell = change => {
    if (!change.by) return say(fill(words('screened'), '', change.number));
    if (change.by === document.body.dataset.me) return;
    const choice = { approve: words('approve'), skip: words('skip'), 'needs-verify': words('needsVerify') }[change.decision];
    say(choice && change.action === 'Decided' ? fill(words('decided'), change.by, change.number, choice) : fill(words('changed'), change.by, change.number));
  };
  // After a gap: the page as it is now, and from it the cards that differ.
  const catchUp = async () => {
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    all('.candidate', page).forEach(fresh => {
      const card = document.getElementById(fresh.id);
      if (card && card.dataset.version !== fresh.dataset.version && !isBusy(card)) replace(card, document.importNode(fresh, true));
    });
    // A queue gains and loses entries; a pack keeps its candidates.
    if (document.body.dataset.follows === 'corrections') {
      cards().filter(card => !page.getElementById(card.id) && !isBusy(card)).forEach(card => card.remove());
      all('.candidate', page).filter(fresh => !document.getElementById(fresh.id)).forEach(fresh => {
        one('.empty')?.remove();
        one('#main').append(document.importNode(fresh, true));
      });
    }
    await refreshBar();
  };
  // A pack waits: on the page, and as the browser's own notification where its reader allowed that.
  const notify = change => {
    const text = fill(words(change.kind), change.date, change.number);
    say(text);
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const notice = new Notification('NewsEducator', { body: text, icon: '/mark.svg', tag: change.packId });
    notice.onclick = () => { focus(); location.href = `/packs/${change.date}`; };
  };
  const allow = one('#allow-notices');
  if (allow && 'Notification' in window && Notification.permission === 'default') {
    allow.hidden = false;
    allow.addEventListener('click', async () => {
      await Notification.requestPermission();
      allow.hidden = true;
    });
  }
  if (document.body.dataset.pack || document.body.dataset.follows) {
    const stream = new EventSource('/stream');
    let due = 0;
    // Something may have changed while nobody listened, the first time too: between the page and the stream.
    stream.onopen = () => {
      document.body.classList.add('live');
      catchUp();
    };
    stream.addEventListener('change', async event => {
      const change = JSON.parse(event.data);
      if (change.kind === 'missed' || change.kind === 'correction' && document.body.dataset.follows === 'corrections') return catchUp();
      if (['ready', 'overdue'].includes(change.kind)) return notify(change);
      if (change.packId !== document.body.dataset.packId) return;
      if (change.kind === 'candidate') {
        await refresh(change);
        tell(change);
      }
      clearTimeout(due);
      due = setTimeout(refreshBar, 150);
    });
  }

  all('.help-button').forEach(button => { button.hidden = false; });
  if (cards().length && isPack) {
    const named = cards().find(card => '#' + card.id === location.hash);
    go(named ?? cards().find(card => card.matches('.open')) ?? cards()[0], !!named || !!one('.candidate.decided'));
    addEventListener('hashchange', () => go(cards().find(card => '#' + card.id === location.hash)));
    wide.addEventListener('change', () => { if (current) showSource(document.getElementById(current)); });
  } else if (cards().length) {
    cards()[0].classList.add('current');
    current = cards()[0].id;
  }
})();
