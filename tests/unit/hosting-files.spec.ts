import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { cacheControl } from '../../src/ui/build/cache-headers.ts';
import { headersFile, nginxFile, redirectsFile } from '../../src/ui/build/hosting-files.ts';
import { securityHeaders } from '../../src/ui/build/security-headers.ts';
import { webManifest } from '../../src/ui/build/web-manifest.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

test('only an address that never changes its contents is kept for ever', () => {
  for (const path of ['assets/index-4f.js', 'reader/pdf.worker.min-1a.js', 'pdfjs/6.5.438/cmaps/H.bcmap']) {
    expect(cacheControl(`/app/${path}`, '/app/'), path).toBe(FOR_EVER);
  }
  for (const path of ['', 'index.html', 'sw.js', 'read/assets', 'icons/icon.svg', 'manifest.webmanifest']) {
    expect(cacheControl(`/app/${path}`, '/app/'), path).toBe('no-cache');
  }
  expect(cacheControl('/assets/index-4f.js', '/app/')).toBe('no-cache');
});

for (const base of ['/', '/app/']) {
  test(`the files for hosts say what npm start sends, at ${base}`, () => {
    const rules = readHeaders(headersFile(base));
    expect(rules.get(`${base}*`)).toEqual(securityHeaders);
    for (const [path, headers] of rules) {
      if (path === `${base}*`) continue;
      const address = path.replace('*', 'any.js');
      expect(headers, path).toEqual({ 'Cache-Control': cacheControl(address, base) });
    }
    const redirects = redirectsFile(base).trim().split('\n');
    expect(redirects.at(-1)).toBe(`${base}* ${base}index.html 200`);
    expect(redirects).toContain(`${base}assets/* ${base}index.html 404`);

    // nginx takes over no header of an outer block into one that has its own.
    const locations = nginxFile(base)
      .split(/^(?=location )/mu)
      .filter((block) => block.includes('Cache-Control'));
    expect(locations).toHaveLength(5);
    for (const block of locations) {
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect(block).toContain(`add_header ${name} "${value}" always;`);
      }
    }
    // A folder that is kept for ever answers for itself; the app's page stands in for everything else.
    expect(locations.filter((block) => block.includes(FOR_EVER) && block.includes('=404;'))).toHaveLength(3);
    expect(locations[0]).toContain(`try_files $uri ${base}index.html;`);
  });
}

test('a build has them beside the app', async () => {
  const dist = (name: string): Promise<string> => readFile(resolve(import.meta.dirname, '../../dist', name), 'utf8');
  expect(await dist('_headers')).toBe(headersFile('/'));
  expect(await dist('_redirects')).toBe(redirectsFile('/'));
  expect(await dist('nginx.conf')).toBe(nginxFile('/'));
});

test('no header breaks the files that it is written into, and none is too long for them', () => {
  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(value, name).not.toMatch(/["$\n]/u);
    expect(`${name}: ${value}`.length).toBeLessThan(2000); // Cloudflare's bound for a line.
  }
});

test('the manifest is of its own base, wherever that is', () => {
  expect(webManifest('/app/')).toMatchObject({ id: '/app/', start_url: './', scope: './' });
  const addresses = JSON.stringify(webManifest('/app/')).match(/"(?:src|url|action|start_url|scope)":"\/[^"]*"/gu);
  expect(addresses).toBeNull();
});

/** Path → headers, as hosts read the file. */
function readHeaders(text: string): Map<string, Record<string, string>> {
  const rules = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/u.exec(line) ?? [];
    if (name !== '') current[name] = value;
    else rules.set(line, (current = {}));
  }
  return rules;
}
