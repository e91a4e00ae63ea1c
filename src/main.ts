import './ui/own-scripts.ts';
import './ui/uncaught-errors.ts';
import './ui/first-paint.ts';
import './ui/global.css';
import { LonghaulApp } from './ui/longhaul-app.ts';
import { speakChosenLanguage } from './ui/page-language.ts';
import { missingRequirements } from './ui/requirements.ts';
import { takeStartFrameAway } from './ui/start-frame.ts';

const missing = missingRequirements();
if (missing.length === 0) customElements.define('longhaul-app', LonghaulApp);
else void sayWhatIsMissing();

async function sayWhatIsMissing(): Promise<void> {
  await speakChosenLanguage().catch(reportError);
  takeStartFrameAway();
  document.body.append(Object.assign(document.createElement('start-obstacle'), { missing }));
}
