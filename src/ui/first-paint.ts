import './page-theme.ts';
import { parseRoute } from './route.ts';
import { showTitleBar } from './title-bar.ts';

// All that the first paint needs to know beside its style sheet; everything else may come later.
const { screen } = parseRoute(new URL(location.href));
const frame = document.querySelector('.start-frame');
frame?.classList.toggle('is-reader', screen === 'reader');
showTitleBar();

/** In English only: other languages come with the code that did not. */
function sayThatCodeIsMissing({ target }: Event): void {
  if (!frame?.isConnected || !(target instanceof HTMLScriptElement)) return;
  const words = 'Longhaul could not be loaded. Connect to the network, then reload.';
  frame.replaceWith(
    Object.assign(document.createElement('p'), { className: 'start-failure', role: 'alert', textContent: words }),
  );
}

window.addEventListener('error', sayThatCodeIsMissing, { capture: true });
