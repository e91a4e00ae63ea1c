import './ui/own-scripts.ts';
import './ui/global.css';
import './ui/longhaul-app.ts';
