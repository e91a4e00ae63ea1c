import { spokenLocale } from '../language/language.ts';
import { msg, str } from '../language/msg.ts';
import type { StoreObstacle } from '../store/store-obstacle.ts';

export interface ObstacleWords {
  readonly title: string;
  /** Why, and what to do. */
  readonly sentences: string;
  /** Longhaul goes on by itself when it is over: there is nothing to press. */
  readonly passes?: true;
}

const WORDS: Readonly<Record<StoreObstacle, () => ObstacleWords>> = {
  refused: () => ({
    title: msg('Longhaul can’t store anything here'),
    sentences: msg(
      'The browser refuses this site its storage, so no document could be kept. Leave private browsing, allow this site to store data in the browser’s settings, or free disk space; then reload.',
    ),
  }),
  outdated: () => ({
    title: msg('This window is of an older version'),
    sentences: msg(
      'Longhaul was updated in another window, and your library with it. Nothing is lost: reload, and this window goes on with the new version.',
    ),
  }),
  blocked: () => ({
    title: msg('Another window holds your library'),
    sentences: msg(
      'It is of an older version of Longhaul. Close it or reload it, and this window goes on by itself. Nothing is lost.',
    ),
    passes: true,
  }),
  silent: () => ({
    title: msg('The browser’s storage doesn’t answer'),
    sentences: msg(
      'Longhaul waits for it, and goes on by itself. If that takes longer than a minute, close the browser and start it again.',
    ),
    passes: true,
  }),
};

export function obstacleWords(obstacle: StoreObstacle): ObstacleWords {
  return WORDS[obstacle]();
}

/**
 * Why Longhaul doesn't start in a browser that lacks what it can't do without.
 *
 * @param isSecure browsers keep much of that from addresses without https.
 */
export function missingWords(missing: readonly string[], isSecure: boolean): ObstacleWords {
  if (!isSecure) {
    return {
      title: msg('Longhaul needs a secure address'),
      sentences: msg(
        'Browsers let an app store documents and download only at addresses that start with https://. Open this one with https:// in front.',
      ),
    };
  }
  const list = new Intl.ListFormat(spokenLocale(), { type: 'conjunction' }).format(missing);
  return {
    title: msg('This browser is too old for Longhaul'),
    sentences: msg(
      str`What it lacks is: ${list}. Update it, or open this page in another one: Chrome and Edge have all of it from version 102 on, Safari from 26.2, Firefox from 147.`,
    ),
  };
}
