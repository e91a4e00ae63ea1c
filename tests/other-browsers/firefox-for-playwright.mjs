#!/usr/bin/env node
/*
 * Starts the Firefox that `LONGHAUL_FIREFOX` names, for Playwright, which drives it by WebDriver BiDi. Playwright 1.65
 * sets media features as soon as it has a window; Firefox 153 ESR doesn't know that command, and Playwright gives up.
 * So this stands between the two, and answers that command itself. It can go when Debian's Firefox knows
 * `emulation.setMediaFeaturesOverride`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const ANNOUNCEMENT = 'WebDriver BiDi listening on ';
const UNKNOWN = 'emulation.setMediaFeaturesOverride';

const firefox = spawn(process.env['LONGHAUL_FIREFOX'] ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'ignore', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => firefox.kill(signal));

for await (const line of createInterface({ input: firefox.stderr })) {
  process.stderr.write(
    `${line.startsWith(ANNOUNCEMENT) ? await standBetween(line.slice(ANNOUNCEMENT.length)) : line}\n`,
  );
}

/**
 * @param {string} address of Firefox.
 * @returns {Promise<string>} the announcement with the address to take in its place.
 */
async function standBetween(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (playwright, { url }) => void pass(playwright, new WebSocket(`${address}${url}`)));
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `${ANNOUNCEMENT}ws://127.0.0.1:${port}`;
}

/**
 * @param {WebSocket} playwright
 * @param {WebSocket} browser not open yet.
 */
async function pass(playwright, browser) {
  playwright.pause();
  playwright.on('message', (message) => {
    const { id, method } = JSON.parse(String(message));
    if (method === UNKNOWN) playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
    else browser.send(String(message));
  });
  playwright.on('close', () => browser.close());
  browser.on('message', (message) => playwright.send(String(message)));
  browser.on('close', () => playwright.close());
  await once(browser, 'open');
  playwright.resume();
}
