import './page-theme.ts';
import { parseRoute } from './route.ts';
import { showTitleBar } from './title-bar.ts';

// All that the first paint needs to know beside its style sheet; everything else may come later.
const { screen } = parseRoute(new URL(location.href));
document.querySelector('.start-frame')?.classList.toggle('is-reader', screen === 'reader');
showTitleBar();
