import './ui/global.css';
import './ui/longhaul-app.ts';
