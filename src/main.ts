import './ui/own-scripts.ts';
import './ui/uncaught-errors.ts';
import './ui/global.css';
import { LonghaulApp } from './ui/longhaul-app.ts';
import { missingRequirements } from './ui/requirements.ts';

const missing = missingRequirements();
if (missing.length === 0) customElements.define('longhaul-app', LonghaulApp);
else document.body.append(Object.assign(document.createElement('start-obstacle'), { missing }));
