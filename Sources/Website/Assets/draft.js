// Keeps what is typed as a draft, a moment after the last key, and says so. Where the line is down it says that too and
// goes on trying; nothing leaves the page meanwhile.
const mark = document.getElementById('draft-mark');
const form = mark?.form;
const state = document.getElementById('draft-state');
let waiting;

async function keep() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('do', 'keep');
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields, redirect: 'error' });
    if (!answer.ok) throw new Error();
    const [saves, clock] = (await answer.text()).split('\n');
    mark.value = saves;
    state.textContent = `Saved at ${clock}. It is a draft until you sign it.`;
  } catch {
    state.textContent = 'Not saved: the line is down, or you are signed out. It is tried again.';
    waiting = setTimeout(keep, 5000);
  }
}

// A question with a condition is there when that holds. What was typed in one that goes stays in it, and is kept with the
// draft.
const parts = document.querySelectorAll('[data-when]');

function ask() {
  const answers = new FormData(form);
  const gone = new Set();
  for (const part of parts) {
    const { question, when, is } = part.dataset;
    const values = gone.has(when) ? [] : answers.getAll(when);
    part.hidden = !is.split(' ').some(value => values.includes(value));
    if (part.hidden) gone.add(question);
  }
}

// A row that is being written can be joined to at once: the choice of it says what the row says.
const written = document.querySelectorAll('[data-here]');
const most = 100;

function follow() {
  for (const choice of written) {
    const what = (form.elements[`${choice.dataset.here}.what`]?.value ?? '').trim().replaceAll('\n', ' ');
    choice.hidden = !what;
    const words = what.length > most ? `${what.slice(0, most)}…` : what;
    choice.querySelector('label').textContent = what ? `Written here: ${words}` : '';
  }
  for (const links of document.querySelectorAll('.tl-links')) {
    const choices = links.querySelector('fieldset');
    if (!choices) continue;
    choices.hidden = !links.querySelector('.govuk-checkboxes__item:not([hidden])');
    links.querySelector('.tl-none').hidden = !choices.hidden;
  }
}

if (form && written.length) {
  form.addEventListener('input', follow);
  follow();
}

if (form) {
  for (const condition of document.querySelectorAll('.tl-condition')) condition.hidden = true;
  form.addEventListener('input', ask);
  ask();
}

if (form && state) {
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 800);
  });
}
