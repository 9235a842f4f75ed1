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

if (form && state) {
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 800);
  });
}
