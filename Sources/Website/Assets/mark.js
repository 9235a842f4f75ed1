// Marks the words that are selected in a field as being about another person, so that they go into no copy by themselves. A
// mark is plain text, “[About Mark: he lost his job]”, and could have been typed. Where somebody of the child's network is
// named outside a mark it says so beside the field; it marks nothing by itself.
const template = document.getElementById('about-mark');
const bar = template.content.firstElementChild.cloneNode(true);
const whom = bar.querySelector('select');
const fields = [...document.querySelectorAll('form.tl-form textarea')];
const somebody = 'somebody else';
let field;

const parts = text => text.toLowerCase().replace(/['’]s(?![\p{L}\p{N}])/gu, '').match(/[\p{L}\p{N}'’]{3,}/gu) ?? [];
const own = new Set([...parts(template.dataset.own), 'mrs', 'miss', 'the', 'and']);
const people = [...whom.options]
  .filter(option => option.value)
  .map(option => ({ name: option.value, parts: parts(option.value).filter(part => !own.has(part)) }));

// Who of them is named in a text.
function named(text) {
  const words = new Set(parts(text));
  return people.filter(person => person.parts.some(part => words.has(part))).map(person => person.name);
}

// Where the marked passages of a text begin and end; one that nobody closed runs to its end.
function passages(text) {
  const found = [];
  const opening = /\[\s*about(?![\p{L}\p{N}])/giu;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    let end = opening.lastIndex;
    for (let depth = 1; end < text.length && depth; end += 1) depth += { '[': 1, ']': -1 }[text[end]] ?? 0;
    found.push([match.index, end]);
    opening.lastIndex = end;
  }
  return found;
}

// The button stands under the field while something in it is selected that is not marked.
function look() {
  const now = document.activeElement;
  if (bar.contains(now)) return;
  const [start, end] = fields.includes(now) ? [now.selectionStart, now.selectionEnd] : [0, 0];
  const isMarked = () => passages(now.value).some(([first, last]) => first < end && start < last);
  if (start === end || !now.value.slice(start, end).trim() || isMarked()) return bar.remove();
  field = now;
  const who = named(now.value.slice(start, end));
  if (!bar.isConnected) whom.value = who.length === 1 ? who[0] : '';
  if (now.nextElementSibling !== bar) now.after(bar);
}

function mark() {
  const words = field.value.slice(field.selectionStart, field.selectionEnd);
  const start = field.selectionStart + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  // No bracket or colon within may end the mark, or the name, too early.
  const who = whom.value.replace(/[[\]:]/g, ' ') || somebody;
  const marked = `[About ${who}: ${words.trim().replaceAll('[', '(').replaceAll(']', ')')}]`;
  bar.remove();
  field.focus();
  field.setRangeText(marked, start, end, 'end');
  // Whoever is not among the names is typed over these words.
  const name = start + '[About '.length;
  if (!whom.value) field.setSelectionRange(name, name + who.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const button = bar.querySelector('button');
// Pressing it leaves the selection where it is.
button.addEventListener('mousedown', event => event.preventDefault());
button.addEventListener('click', mark);
for (const event of ['selectionchange', 'focusin']) document.addEventListener(event, look);

function notice(of) {
  const found = passages(of.value);
  const rest = found.reduceRight((text, [start, end]) => `${text.slice(0, start)} ${text.slice(end)}`, of.value);
  const who = named(rest);
  const said = [];
  if (who.length === 1) said.push(`${who[0]} is named here: select and mark what is about them.`);
  if (who.length > 1) said.push(`${who.length} people are named here: select and mark what is about them.`);
  const last = found.at(-1);
  if (last && !of.value.slice(...last).endsWith(']')) said.push('A mark is not closed with “]”: it runs to the end.');
  let note = document.getElementById(`${of.id}-named`);
  if (!said.length) return note?.remove();
  if (!note) {
    note = document.createElement('p');
    note.id = `${of.id}-named`;
    note.className = 'govuk-hint tl-named';
    of.closest('.govuk-form-group').append(note);
  }
  if (note.textContent !== said.join(' ')) note.textContent = said.join(' ');
}

for (const each of fields) {
  each.addEventListener('input', () => notice(each));
  notice(each);
}
