// Offers what was typed on this device and never sent, on the page of the draft it belongs to. It is sent as it was typed,
// with the draft and the mark of its own page, so that the server merges it as it does two devices: both texts stay.
import { drop } from './device.js';

const spaces = text => text.replace(/\s+/g, ' ').trim();
const holds = (text, words) => spaces(text).includes(spaces(words));
const isDay = words => /^\d{4}-\d\d-\d\d$/.test(words.trim());
const written = text => text.fields.filter(([name, words]) => text.written.includes(name) && words.trim());

// Whether the page has all of it already: every word, and the same choices.
function isHere(form, text) {
  const now = [...new FormData(form)];
  const choices = fields =>
    fields
      .filter(([name]) => !text.written.includes(name) && !['token', 'mark', 'draft', 'press'].includes(name))
      .map(field => field.join('='))
      .sort()
      .join('\n');
  const words = Object.fromEntries(now);
  return choices(now) === choices(text.fields) && written(text).every(([name, said]) => holds(words[name] ?? '', said));
}

// Whether a record that was signed has all the words.
async function isSigned(text, address) {
  const answer = await fetch(address, { redirect: 'error' });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // A day stands there in other words.
  return written(text).every(([, said]) => isDay(said) || holds(page.body.textContent, said));
}

function send(form, text, what) {
  const fields = new URLSearchParams(text.fields);
  for (const [name, value] of Object.entries(what)) fields.set(name, value);
  fields.set('token', form.elements.token.value);
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
    part('add').textContent = 'Begin another with it';
  }
  part('drop').addEventListener('click', async () => {
    await drop(text.id);
    box.remove();
  });
  part('add').addEventListener('click', async () => {
    try {
      await saved();
      // Of a record that is signed nothing more is taken: the words go to the draft of this page.
      const draft = signed ? { draft: form.elements.draft.value, mark: form.elements.mark.value } : {};
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
    if (signed ? await isSigned(text, signed) : isHere(form, text)) await drop(text.id);
    else show(text, signed, form, template, saved);
  }
}
