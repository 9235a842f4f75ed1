// Keeps what is typed as a draft, a moment after the last key, and says so. Where the line is down it stays on the device,
// locked, until it is sent; it says that too, and goes on trying.
import { Device, drop } from './device.js';
import { offer } from './unsent.js';

const mark = document.getElementById('draft-mark');
const form = mark?.form;
const state = document.getElementById('draft-state');
const template = document.getElementById('device-text');
const device = template && new Device(template.dataset.key, form.elements.token.value);
// Each page has its own number on the device, so that no two pages take each other's words.
const here = device && crypto.randomUUID?.();
let waiting;
let typed = 0;
// How much of it the server has.
let arrived = 0;

let isLocked = false;
let last = Promise.resolve();

const texts = [...(form?.elements ?? [])].filter(field => field.name && field.matches('textarea, input[type="text"]'));

// What the page was begun with because the record knew it, which nobody has touched or said to be right: it is nobody's word
// and is not signed, so that it is not looked for in what was.
function isNobodys(field) {
  const [question] = field.name.split('.');
  const isUntouched = field.value === field.defaultValue && form.elements[`known.${question}`];
  return isUntouched && !document.getElementById(`right-${question}`)?.checked;
}

// Whatever is sent or locked says on which opening of the page it was typed and how far, so that the server knows it again.
if (here) form.addEventListener('formdata', event => event.formData.set('on-page', `${here}:${typed}`));

// Whether it is on the device now: not where the browser keeps nothing, or no key was ever given.
async function lock() {
  try {
    const fields = [...new FormData(form)].filter(([name]) => name !== 'token');
    const names = texts.filter(field => !isNobodys(field)).map(field => field.name);
    const chosen = [...form.elements]
      .filter(field => field.name && !['hidden', 'file'].includes(field.type) && !texts.includes(field))
      .map(field => field.name);
    const { place, title, address } = template.dataset;
    await device.keep(here, { place, title, address, fields, written: names, chosen });
    return true;
  } catch {
    return false;
  }
}

function say(words, isSaved) {
  state.textContent = isSaved ? words : `${words} ${state.dataset.risk}`;
  state.classList.toggle('tl-not-sent', !isSaved);
}

// First onto the device, whatever the line does; then to the server, one save after the other.
async function keep() {
  clearTimeout(waiting);
  isLocked = await lock();
  last = last.then(send);
  return last;
}

async function send() {
  const now = typed;
  const fields = new URLSearchParams(new FormData(form));
  fields.set('do', 'keep');
  try {
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields, redirect: 'error', signal });
    if (answer.status === 409) {
      say('Not saved: this was signed in another place. Load the page again to see how to go on.', false);
      return;
    }
    if (!answer.ok) throw new Error();
    const [saves, clock, draft] = (await answer.text()).split('\n');
    mark.value = saves;
    // Where there was a draft already the words are in that one now.
    if (draft) form.elements.draft.value = draft;
    arrived = now;
    if (now === typed) await drop(here).catch(() => {});
    say(`Saved at ${clock}. It is a draft until you sign it.`, true);
  } catch {
    say(
      'Not saved: the line is down, or you are signed out. ' +
        (isLocked
          ? 'It is kept on this device, where only you can read it, and it is tried again.'
          : 'It is on this page alone: leave it open. It is tried again.'),
      false,
    );
    clearTimeout(waiting);
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
    const label = choice.querySelector('label');
    label.textContent = `${label.textContent.split(':')[0]}: ${words}`;
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
    typed += 1;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 800);
  });
}

if (device) {
  const isSaved = () => arrived === typed;
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (event.submitter?.value === 'drop') drop(here).catch(() => {});
    // Where the line is cut now the page is gone with what was typed last.
    else if (!isSaved()) lock();
  });
  // Before somebody signs out, what was typed last goes on its way.
  document.addEventListener('leaving', event => {
    if (!isSaved()) event.detail.push(keep());
  });
  // What stands on the page and was not sent goes before what is added to it.
  const saved = () => (isSaved() ? undefined : keep());
  offer(device, form, template, saved).catch(() => {});
}
