// Offers what was typed on this device and never sent, on the page of the draft it belongs to. It is sent as it was typed,
// with the draft and the mark of its own page, so that the server merges it as it does two devices: both texts stay.
import { drop } from './device.js';

// A page shows a marked passage without its brackets.
const spaces = text => text.replace(/[\s[\]]+/g, ' ').trim();
const isLetter = letter => /[\p{L}\p{N}]/u.test(letter ?? '');
const isDay = words => /^\d{4}-\d\d-\d\d$/.test(words.trim());
const day = words => new Date(`${words.trim()}T00:00`).toLocaleDateString('en-GB', { dateStyle: 'long' });
const written = text => text.fields.filter(([name, words]) => text.written.includes(name) && words.trim());
const chosen = (text, fields) => fields.filter(([name, choice]) => text.chosen.includes(name) && choice);

// Whether the words stand in a text, and not only in the middle of a word: "no" is not in "note".
function holds(text, words) {
  const [all, some] = [spaces(text), spaces(words)];
  for (let at = all.indexOf(some); at >= 0; at = all.indexOf(some, at + 1)) {
    if (!isLetter(all[at - 1]) && !isLetter(all[at + some.length])) return true;
  }
  return false;
}

// Whether the page has all of it already: every word, and the same choices.
function isHere(form, text) {
  const now = [...new FormData(form)];
  const choices = fields =>
    chosen(text, fields)
      .map(field => field.join('='))
      .sort()
      .join('\n');
  const words = Object.fromEntries(now);
  return choices(now) === choices(text.fields) && written(text).every(([name, said]) => holds(words[name] ?? '', said));
}

// What a page says, part by part, for a heading and what stands under it are not one word; not what only paper has.
function said(page) {
  const walk = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest('.tl-paper-only')) parts.push(walk.currentNode.data);
  }
  return parts.join(' ');
}

// Whether a page has every word of a text, days as it writes them.
export function isOn(page, text) {
  const all = said(page);
  return written(text).every(([, words]) => holds(all, isDay(words) ? day(words) : words));
}

// What stands beside a choice, as the page asks it; the choice itself where it asks no such thing.
function label(form, name, choice) {
  const fields = [...form.elements].filter(field => field.name === name);
  const options = fields.flatMap(field => [...(field.options ?? [])]);
  const words = options.find(option => option.value === choice)?.text;
  return words ?? fields.find(field => field.value === choice)?.labels?.[0]?.textContent ?? choice;
}

// Whether a record that was signed has all of it: the words, days as it writes them, and the choices in their words. What
// this page chooses by itself is nobody's. Where it cannot tell, it is offered: that costs a click, and dropping costs words.
async function isSigned(text, form, address) {
  const answer = await fetch(address, { redirect: 'error' });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
  const here = [...new FormData(form)].map(field => field.join('='));
  const all = said(page);
  return (
    isOn(page, text) &&
    chosen(text, text.fields).every(field => here.includes(field.join('=')) || holds(all, label(form, ...field)))
  );
}

export function sendTo(action, token, text, what) {
  const fields = new URLSearchParams(text.fields);
  for (const [name, value] of Object.entries({ ...what, token })) fields.set(name, value);
  return fetch(action, { method: 'POST', body: fields, redirect: 'error' });
}

const send = (form, text, what) => sendTo(form.getAttribute('action'), form.elements.token.value, text, what);

function show(text, signed, form, template, saved) {
  const box = template.content.firstElementChild.cloneNode(true);
  const part = name => box.querySelector(`[data-${name}]`);
  part('typed').textContent = new Date(text.typed).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const words = written(text).map(([, said]) => said).filter(said => !isDay(said));
  part('words').textContent = words.join('\n\n');
  if (signed) {
    part('signed').hidden = false;
    part('signed').querySelector('a').href = signed;
  }
  part('drop').addEventListener('click', async () => {
    await drop(text.id);
    box.remove();
  });
  part('add').addEventListener('click', async () => {
    try {
      await saved();
      // Of a record that is signed nothing more is taken: the words go to the draft of this page, without its mark, so that
      // what it holds stays too.
      const draft = signed ? { draft: form.elements.draft.value, mark: '' } : {};
      const answer = await send(form, text, { ...draft, do: 'add' });
      if (!answer.ok) throw new Error();
      await drop(text.id);
      const there = new URL(location);
      there.searchParams.set('saved', 'yes');
      there.hash = '';
      location.assign(there);
    } catch {
      part('said').textContent = 'It could not be sent now. It stays on this device: try again.';
    }
  });
  form.before(box);
}

// `saved` sends first what stands on the page and was not sent yet.
export async function offer(device, form, template, saved) {
  for (const text of await device.all()) {
    if (text.place !== template.dataset.place) continue;
    const asked = await send(form, text, { do: 'sent' });
    const signed = asked.status === 409 ? (await asked.text()).trim() : undefined;
    if (signed ? await isSigned(text, form, signed) : isHere(form, text)) await drop(text.id);
    else show(text, signed, form, template, saved);
  }
}
