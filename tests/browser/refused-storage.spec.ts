import { expect, test } from '../support/fixtures.ts';

/** What a browser does that has no storage for a site: each runs in the page, before the app. */
const REFUSALS: readonly { readonly name: string; readonly refuse: () => void; readonly words: string }[] = [
  {
    name: 'throws, as with all site data blocked',
    refuse: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      };
    },
    words: 'Longhaul can’t store anything here',
  },
  {
    name: 'fails, as in old private windows and with a full disk',
    refuse: () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name) {
        const request = open.call(this, `${name}-refused`, 1);
        request.addEventListener('upgradeneeded', () => request.transaction?.abort());
        return request;
      };
    },
    words: 'Longhaul can’t store anything here',
  },
  {
    name: 'takes everything but files, as in private windows of WebKit',
    refuse: () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (
        this: IDBObjectStore,
        ...given: Parameters<typeof put>
      ): IDBRequest<IDBValidKey> {
        const request = put.apply(this, given);
        if (given[0] instanceof Blob) request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
    },
    words: 'Longhaul can’t store anything here',
  },
  {
    name: 'is not there at all',
    refuse: () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    words: 'Longhaul can’t store anything here',
  },
  {
    name: 'never answers',
    refuse: () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name) {
        const request = open.call(this, `${name}-silent`, 1);
        for (const type of ['upgradeneeded', 'success', 'error']) {
          request.addEventListener(type, (event) => event.stopImmediatePropagation());
        }
        return request;
      };
    },
    words: 'The browser’s storage doesn’t answer',
  },
];

for (const { name, refuse, words } of REFUSALS) {
  test(`IndexedDB ${name}: one sentence says so, and nothing pretends to work`, async ({ page }) => {
    await page.addInitScript(refuse);
    for (const screen of ['/', '/read/some-document']) {
      await page.goto(screen);
      await expect(page.getByRole('alert').getByRole('heading', { name: words })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(page.getByLabel('Address')).toHaveCount(0);
      await expect(page.getByRole('navigation')).toHaveCount(0);
    }
  });
}

test('what passes by itself is over without a press', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      if (given[0] !== 'longhaul') return request;
      const hold = (event: Event): void => {
        event.stopImmediatePropagation();
        addEventListener('answer', () => request.dispatchEvent(new Event('success')), { once: true });
      };
      request.addEventListener('success', hold, { once: true });
      return request;
    };
  });
  await page.goto('/settings');
  const obstacle = page.getByRole('heading', { name: 'The browser’s storage doesn’t answer' });
  await expect(obstacle).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('answer')));
  await expect(page.getByLabel('Theme')).toBeVisible();
  await expect(obstacle).toHaveCount(0);
});
