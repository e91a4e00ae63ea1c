// Runs before anything is painted: who chose a theme sees no other one first. `src/ui/page-theme.ts` writes it down.
try {
  document.documentElement.dataset.theme = localStorage.getItem('longhaul-theme') ?? 'system';
} catch {
  document.documentElement.dataset.theme = 'system'; // The browser keeps nothing for this site.
}
