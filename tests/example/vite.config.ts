import { defineConfig } from 'vite';

/** The page and, beside it, its worker under a name that stays. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2023',
    rolldownOptions: {
      input: ['index.html', 'worker.ts'].map((file) => `${import.meta.dirname}/${file}`),
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
});
