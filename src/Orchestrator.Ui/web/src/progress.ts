// Shorter waits need no word; a longer one says that work goes on, before anybody clicks again.
const patienceMs = 600;

/** Shows the page's sign of work while a form that was sent, or a page part that was asked for, lets wait. */
export function showProgress(document: Document): void {
  const sign = document.getElementById('lavoro');
  if (!sign) return;
  let timer: number | undefined;
  const begin = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (sign.hidden = false), patienceMs);
  };
  const end = () => {
    window.clearTimeout(timer);
    sign.hidden = true;
  };
  document.addEventListener('submit', (event) => {
    // A download leaves the page as it is, and nothing tells when it has come.
    if (!event.defaultPrevented && !event.submitter?.hasAttribute('data-download')) begin();
  });
  document.addEventListener('htmx:beforeRequest', begin);
  document.addEventListener('htmx:afterRequest', end);
  window.addEventListener('pageshow', end); // a way back restores the page as it was left
}
