import { LitElement } from 'lit';
import {
  type Language,
  type Texts,
  chooseLanguage,
  isRightToLeft,
  speak,
  spokenLanguage,
} from '../language/language.ts';
import { readSettings, writeSetting } from '../store/settings.ts';

/** Where the page finds the person's choice before it draws anything; without it, the browser's languages count. */
const KEY = 'longhaul-language';

const LOCALES = import.meta.glob<Texts>('../language/locales/*.ts');

/** What the person chose; `null` to follow the browser. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // A browser that keeps nothing for this site has nothing chosen.
  }
}

/** @param language `null` to follow the browser. All windows change at once. */
export async function changeLanguage(language: Language | null): Promise<void> {
  if (language === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, language);
  await followChoice();
}

/** Speaks the language of the person, in this window and, from then on, in the worker. */
export async function startLanguage(): Promise<void> {
  window.addEventListener('storage', ({ key }) => void (key === KEY && followChoice().catch(reportError)));
  window.addEventListener('languagechange', () => void followChoice().catch(reportError));
  await followChoice();
}

async function followChoice(): Promise<void> {
  const before = spokenLanguage();
  await speakChosenLanguage();
  if (spokenLanguage() !== before) drawAgain(document);
  void tellWorker().catch(reportError);
}

/** In this page only, and in what is drawn from then on. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(chooseLanguage(chosenLanguage(), navigator.languages), (language) => loadTexts(language));
  document.documentElement.lang = spokenLanguage();
  document.documentElement.dir = isRightToLeft(spokenLanguage()) ? 'rtl' : 'ltr';
}

async function loadTexts(language: Language): Promise<Texts> {
  const load = LOCALES[`../language/locales/${language}.ts`];
  if (!load) throw new Error(`There are no texts of ${language}.`);
  return load();
}

/** Every element says its texts anew, wherever it is; the focus stays. */
function drawAgain(root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof LitElement) element.requestUpdate();
    if (element.shadowRoot) drawAgain(element.shadowRoot);
  }
}

async function tellWorker(): Promise<void> {
  const language = spokenLanguage();
  if ((await readSettings()).language !== language) await writeSetting('language', language);
}
