/** Where pdf.js' own files lie, relative to the app's base, with a trailing slash: `pdfjs/<version>/`. Set by `build/pdfjs-assets.ts`. */
declare const __PDFJS_ASSETS__: string;
