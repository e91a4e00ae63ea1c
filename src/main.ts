import './ui/own-scripts.ts';
import './ui/uncaught-errors.ts';
import './ui/global.css';
import './ui/longhaul-app.ts';
