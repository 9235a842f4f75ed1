// Says on every page how many texts of whoever is signed in lie on this device and were not sent, and leads to the form of
// each. Signing out takes the key to them, so it is asked before.
import { Device, drop, lying } from './device.js';
import { arrived } from './unsent.js';

const template = document.getElementById('unsent');
const { key, token, arrived: address } = template.dataset;
const [box, leaving] = template.content.cloneNode(true).children;
// The page of a form offers itself what was typed for it.
const place = document.getElementById('device-text')?.dataset.place;
let device;
let waiting;

const count = texts => (texts.length === 1 ? '1 text of yours' : `${texts.length} texts of yours`);
const say = (part, texts) => {
  const words = `${count(texts)} on this device ${texts.length === 1 ? 'is' : 'are'} not sent.`;
  part.querySelector('[data-count]').textContent = words;
};

// What is left unsent, with what it says where the key to it was given; what nobody can read any more is not counted.
async function left(ofHere) {
  const texts = await lying(ofHere);
  if (!texts.length) return texts;
  let read;
  try {
    device ??= new Device(key, token);
    read = await device.all();
  } catch {
    return texts;
  }
  read = read.filter(one => texts.some(other => other.id === one.id));
  const sent = await arrived(address, token, read).catch(() => []);
  for (const text of sent) await drop(text.id);
  return read.filter(text => !sent.includes(text));
}

function way(text) {
  const line = document.createElement('li');
  const typed = new Date(text.typed).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = text.address ?? text.place.split(' ')[0];
  link.textContent = `${text.title ?? 'A form'}, typed on ${typed}`;
  line.append(link);
  return line;
}

// What was typed a moment ago may be on its way: it is asked for once more before it is called unsent.
const onItsWay = text => Date.now() - text.typed < 3000;

async function tell() {
  const all = (await left(false)).filter(text => !place || text.place !== place);
  if (all.some(onItsWay)) tellSoon();
  const texts = all.filter(text => !onItsWay(text));
  if (!texts.length) return box.remove();
  say(box, texts);
  box.querySelector('[data-forms]').replaceChildren(...texts.filter(text => text.place).map(way));
  if (!box.isConnected) template.after(box);
}

const tellQuietly = () => tell().catch(() => {});

function tellSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(tellQuietly, 3000);
}

tellQuietly();
addEventListener('online', tellQuietly);
// A text in another tab is mostly sent a moment after it was kept.
new BroadcastChannel('throughline').onmessage = tellSoon;

const soon = () => new Promise(done => setTimeout(done, 3000));

async function ask(form) {
  const saving = [];
  document.dispatchEvent(new CustomEvent('leaving', { detail: saving }));
  await Promise.race([Promise.allSettled(saving), soon()]);
  // Where the server does not answer, what lies here counts as not sent: nobody waits to sign out.
  const texts = await Promise.race([left(true), soon().then(() => lying(true))]).catch(() => []);
  if (!texts.length) return form.submit();
  say(leaving, texts);
  document.body.append(leaving);
  leaving.querySelector('[data-leave]').onclick = () => form.submit();
  leaving.showModal();
}

leaving.querySelector('[data-stay]').addEventListener('click', async () => {
  leaving.close();
  await tellQuietly();
  (box.querySelector('a') ?? document.querySelector('.tl-unsent [data-add]') ?? document.querySelector('textarea'))?.focus();
});

for (const form of document.querySelectorAll('form[action="/sign-out"], form[action="/profile/sign-out-everywhere"]')) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    ask(form);
  });
}
