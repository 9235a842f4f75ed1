// Keeps a page that waits for a job true without being loaded again: told by the server as it happens, and asking every few
// seconds where that does not work. When the job's state changes, the page is loaded anew.
const box = document.querySelector('[data-live]');

function show(state, words) {
  if (state !== box.dataset.now) {
    location.reload();
  } else if (words) {
    box.querySelector('[data-words]').textContent = words;
  }
}

async function ask() {
  try {
    const answer = await fetch(box.dataset.state);
    if (answer.ok) {
      const [state, words] = (await answer.text()).split('\n');
      show(state, words);
    }
  } finally {
    setTimeout(ask, 3000);
  }
}

if (box) {
  const source = new EventSource(box.dataset.live);
  for (const state of ['waiting', 'reading', 'ready', 'queued', 'importing', 'done', 'failed', 'cancelled']) {
    source.addEventListener(state, (event) => show(state, event.data));
  }
  source.onerror = () => {
    source.close();
    ask();
  };
}
