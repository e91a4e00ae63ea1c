import { formatBytes } from '../library/format-bytes.ts';
import { countDocuments } from '../store/document-pages.ts';
import { readRecentErrors } from '../store/recent-errors.ts';
import { readRoom } from '../store/room.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { readEnvironment } from '../transfer/environment.ts';
import type { App } from './app.ts';
import { appBuild } from './app-build.ts';
import { capabilities } from './capabilities.ts';
import { type DiagnosticsFacts, type Fact, diagnosticsText } from './diagnostics-text.ts';

/** What hangs is part of what may be wrong: so many ms are waited for each answer. */
const LONGEST_ANSWER = 3_000;

/** As the Permissions API names what Longhaul uses; browsers refuse names that they don't know. */
const PERMISSIONS = ['notifications', 'persistent-storage', 'background-fetch', 'background-sync', 'clipboard-write'];

/** A report on this Longhaul for whoever mends it; see `diagnosticsText()` for what is not in it. */
export async function makeDiagnostics(app: App): Promise<string> {
  return diagnosticsText(await collectFacts(app));
}

async function collectFacts(app: App): Promise<DiagnosticsFacts> {
  await answerOf(app.opening);
  const [browser, permissions, storage, serviceWorker, workerVersion, errors] = await Promise.all([
    browserFacts(),
    Promise.all(PERMISSIONS.map((name) => permissionFact(name))),
    storageFacts(),
    workerFacts(),
    answerOf(app.worker.version()),
    answerOf(readRecentErrors()),
  ]);
  return {
    at: Date.now(),
    version: __LONGHAUL_VERSION__,
    build: appBuild(),
    browser,
    capabilities: capabilities(),
    permissions,
    storage,
    serviceWorker,
    workerVersion,
    session: sessionFacts(app),
    tasks: app.session?.tasks.map(({ row }) => row) ?? [],
    errors: errors ?? [],
  };
}

async function browserFacts(): Promise<readonly Fact[]> {
  const environment = await answerOf(readEnvironment());
  return [
    ['user agent', navigator.userAgent],
    ['languages', navigator.languages.join(', ')],
    ['window', `${innerWidth} × ${innerHeight} at ${devicePixelRatio}`],
    ['installed', matchMedia('(display-mode: standalone)').matches],
    ['secure', isSecureContext],
    ['online', environment?.isOnline],
    ['metered', environment?.connection?.isMetered],
    ['Data Saver', environment?.connection?.saveData],
    ['charging', environment?.battery?.isCharging],
  ];
}

async function permissionFact(name: string): Promise<Fact> {
  // TypeScript knows the names of the standard only.
  const status = await answerOf(navigator.permissions?.query({ name: name as PermissionName }));
  return [name, status?.state];
}

async function storageFacts(): Promise<readonly Fact[]> {
  const [room, isPersistent, documents] = await Promise.all([
    answerOf(readRoom()),
    answerOf(navigator.storage?.persisted()),
    answerOf(countDocuments()),
  ]);
  return [
    ['used', room && formatBytes(room.usage)],
    ['quota', room && formatBytes(room.quota)],
    ['persistent', isPersistent],
    ['schema', SCHEMA_VERSION],
    ['documents', documents],
  ];
}

async function workerFacts(): Promise<readonly Fact[]> {
  const registration = await answerOf(navigator.serviceWorker?.getRegistration());
  return [
    ['active', registration?.active?.state ?? 'none'],
    ['waiting', registration?.waiting?.state ?? 'none'],
    ['installing', registration?.installing?.state ?? 'none'],
    ['controls this window', Boolean(navigator.serviceWorker?.controller)],
  ];
}

function sessionFacts({ session }: App): readonly Fact[] {
  return [
    ['state', session?.state],
    ['conditions', session && JSON.stringify(session.conditions)],
  ];
}

/** @returns `undefined` where there is no answer in time, or the browser refuses one. */
async function answerOf<T>(asked: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_ANSWER));
  return Promise.race([asked, late]).catch(() => undefined);
}
