// What is typed while it cannot be sent stays on this device, locked: AES-GCM, under a key that the server gives to whoever
// is signed in. The key is never written down here, and cannot be taken out of the browser. What lies in the database of a
// text is a number, the name of its key, when it was typed, and the cipher. What it is of, only the key tells; whose it
// is, the name of the key tells to whoever has the device and knows the account.
const longest = 72 * 60 * 60 * 1000;
// A key is asked for anew after this long, so that what is typed late in a long day lives as long as what was typed early.
const fresh = 60 * 60 * 1000;
const bytes = new TextEncoder();

// Whose texts those are that the page may speak of: as the page knows it, and as the last key that was given says.
let owner = document.getElementById('unsent')?.dataset.mark ?? '';
// The texts of this page, which says itself what became of them.
const here = new Set();
const others = new BroadcastChannel('throughline');

let opened;
function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('throughline', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('unsent', { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

// Does one thing with the texts, and answers when it is on the disk.
async function texts(mode, ask) {
  const work = (await database()).transaction('unsent', mode, { durability: 'strict' });
  const asked = ask(work.objectStore('unsent'));
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve(asked.result);
    work.onerror = work.onabort = () => reject(work.error);
  });
}

const whole = text => bytes.encode(`${text.id} ${text.key} ${text.typed}`);
export async function drop(id) {
  await texts('readwrite', store => store.delete(id));
  others.postMessage('changed');
}

// What of whoever is signed in lies here, without what it says; of this page too where that is asked.
export async function lying(ofHere) {
  if (!owner) return [];
  const mine = text => text.key.startsWith(`${owner}.`) && Date.now() - text.typed < longest;
  return (await texts('readonly', store => store.getAll())).filter(text => mine(text) && (ofHere || !here.has(text.id)));
}

// Drops what is older than 72 hours, and what somebody had who signed out.
export async function sweep(mark) {
  for (const text of await texts('readonly', store => store.getAll())) {
    const age = Date.now() - text.typed;
    if (age >= longest || (mark && text.key.startsWith(`${mark}.`))) await drop(text.id);
  }
}

// The texts of whoever is signed in on this page.
export class Device {
  #address;
  #token;
  #keys = new Map();
  #mine;
  #given = 0;

  constructor(address, token) {
    this.#address = address;
    this.#token = token;
    // Signing out in another tab takes the keys out of this one too.
    new BroadcastChannel('throughline').onmessage = ({ data }) => {
      if (data !== 'signed out') return;
      this.#keys.clear();
      this.#mine = undefined;
      this.#address = undefined;
    };
  }

  async #ask(id) {
    if (!this.#address || !globalThis.crypto?.subtle) throw new Error('nothing can be locked here');
    const sent = new URLSearchParams({ token: this.#token, key: id });
    const answer = await fetch(this.#address, { method: 'POST', body: sent, redirect: 'error' });
    if (answer.status === 410) return undefined;
    if (!answer.ok) throw new Error('no key was given');
    const [name, text] = (await answer.text()).split('\n');
    owner = name.split('.')[0];
    const raw = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    this.#keys.set(name, await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']));
    return name;
  }

  // Asks for the key to lock with. Where the line is cut, the one before serves on. One tab asks after the other: the first
  // answer gives the device its secret, and two at once would give it two.
  async ready() {
    if (this.#mine && Date.now() - this.#given < fresh) return;
    const ask = () => this.#ask('');
    try {
      this.#mine = await (navigator.locks ? navigator.locks.request('throughline-key', ask) : ask());
      this.#given = Date.now();
    } catch (error) {
      if (!this.#mine) throw error;
    }
  }

  // Locks something and writes it down under a number, in the place of what was there.
  async keep(id, something) {
    await this.ready();
    here.add(id);
    const text = { id, key: this.#mine, typed: Date.now(), vector: crypto.getRandomValues(new Uint8Array(12)) };
    const how = { name: 'AES-GCM', iv: text.vector, additionalData: whole(text) };
    text.locked = await crypto.subtle.encrypt(how, this.#keys.get(text.key), bytes.encode(JSON.stringify(something)));
    await texts('readwrite', store => store.put(text));
    others.postMessage('changed');
  }

  // Everything of this person's on this device, the oldest first. What cannot be read is left alone: it is another's, or its
  // key is gone, and then it goes with its hours.
  async all() {
    await this.ready();
    await sweep();
    const mark = this.#mine.split('.')[0];
    const found = [];
    for (const text of await texts('readonly', store => store.getAll())) {
      if (!text.key.startsWith(`${mark}.`)) continue;
      if (!this.#keys.has(text.key) && !(await this.#ask(text.key))) continue;
      const how = { name: 'AES-GCM', iv: text.vector, additionalData: whole(text) };
      try {
        const plain = await crypto.subtle.decrypt(how, this.#keys.get(text.key), text.locked);
        found.push({ ...JSON.parse(new TextDecoder().decode(plain)), id: text.id, typed: text.typed });
      } catch {
        // Changed by somebody: nothing of it is taken.
      }
    }
    return found.sort((one, other) => one.typed - other.typed);
  }
}
