// Offers what was typed on this device and never sent, on the page of the draft it belongs to. It is sent as it was typed,
// with the draft and the mark of its own page, so that the server merges it as it does two devices: both texts stay.
import { drop } from './device.js';

// A page shows a marked passage without its brackets.
const spaces = text => text.replace(/[\s[\]]+/g, ' ').trim();
const isLetter = letter => /[\p{L}\p{N}]/u.test(letter ?? '');
const isDay = words => /^\d{4}-\d\d-\d\d$/.test(words.trim());
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

const page = text => text.fields.find(([name]) => name === 'on-page')?.[1];

// Those that the server has already, whatever became of them there: it knows how far each page's words have come.
export async function arrived(address, token, texts) {
  const asked = new URLSearchParams({ token });
  for (const one of texts.map(page)) if (one) asked.append('on-page', one);
  const answer = await fetch(address, { method: 'POST', body: asked, redirect: 'error' });
  if (!answer.ok) return [];
  const here = (await answer.text()).split('\n');
  return texts.filter(text => here.includes(page(text)));
}

function send(form, text, what) {
  const fields = new URLSearchParams(text.fields);
  for (const [name, value] of Object.entries({ ...what, token: form.elements.token.value })) fields.set(name, value);
  return fetch(form.getAttribute('action'), { method: 'POST', body: fields, redirect: 'error' });
}

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
  const texts = (await device.all()).filter(text => text.place === template.dataset.place);
  if (!texts.length) return;
  const here = await arrived(template.dataset.arrived, form.elements.token.value, texts);
  for (const text of texts) {
    const asked = here.includes(text) ? undefined : await send(form, text, { do: 'sent' });
    const signed = asked?.status === 409 ? (await asked.text()).trim() : undefined;
    if (!asked || (!signed && isHere(form, text))) await drop(text.id);
    else show(text, signed, form, template, saved);
  }
}
