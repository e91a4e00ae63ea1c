import { recordUncaught } from '../store/recent-errors.ts';

// As early as can be: what fails while the app starts is worth knowing most.
recordUncaught('window');
