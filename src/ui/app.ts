import { acceptFile } from '../library/accept-file.ts';
import { Shelf } from '../library/shelf.ts';
import { downloadAgain } from '../library/download-again.ts';
import type { DocumentRow } from '../store/schema.ts';
import { AddressError, parseAddress } from '../transfer/address.ts';
import { readDigest } from '../transfer/read-digest.ts';
import { TransferSession } from '../transfer/session.ts';
import { ArchiveWork } from './archive-work.ts';
import { Arrivals } from './arrivals.ts';
import { BringingIn } from './bringing-in.ts';
import { Installation } from './installation.ts';
import { askToPersist } from './persistence.ts';
import { runsThisVersion } from './running-version.ts';
import { watchNeeds } from './watch-needs.ts';
import { WorkerRegistration } from './worker-registration.ts';

/** Lines that could not be taken, each with its reason; the others are on their way. */
export interface AddResult {
  readonly added: number;
  readonly refused: readonly AddressError[];
}

/** A file to download, and the SHA-256 that its address promises. */
interface Wanted {
  readonly url: URL;
  readonly digest: string | undefined;
}

const ICONS = [{ src: `${import.meta.env.BASE_URL}icons/icon-192.png`, sizes: '192x192', type: 'image/png' }];

/** What all screens share: the session and the worker behind it, and the library in memory. One for each window. */
export class App extends EventTarget {
  readonly worker = new WorkerRegistration();
  readonly shelf = new Shelf();
  /** Rejects when the store can't be had. */
  readonly opening: Promise<TransferSession> = this.#open();
  session: TransferSession | undefined;
  /** Why there is no worker, in a developer's words. Then nothing goes on without a window. */
  workerFailure: string | undefined;
  /** Files from disk on their way into the library. */
  readonly incoming = new BringingIn();
  readonly arrivals = new Arrivals(this);
  readonly installation = new Installation();
  readonly archive = new ArchiveWork(this);

  /** Starts a download for each line; empty lines don't count. */
  async add(text: string): Promise<AddResult> {
    const { wanted, refused } = readAddresses(text);
    if (wanted.length === 0) return { added: 0, refused };
    const session = await this.opening;
    await session.startDownloads(wanted);
    void this.prepareReading();
    return { added: wanted.length, refused };
  }

  /** Fetches documents again, each into its own place. */
  async downloadAgain(documents: readonly DocumentRow[]): Promise<void> {
    await downloadAgain(await this.opening, documents);
  }

  /** What reads offline must be kept while there is a network, and must not be cleared by the browser. */
  async prepareReading(): Promise<void> {
    await Promise.all([askToPersist(), this.worker.keepReaderAssets()]);
  }

  async #open(): Promise<TransferSession> {
    runsThisVersion();
    const registration = await this.worker.ready().catch((error: unknown) => this.#goWithoutWorker(error));
    void this.worker.dropOldFiles();
    this.session = await TransferSession.open('app', { registration, icons: ICONS, accept: acceptFile });
    this.session.addEventListener('taskfinish', () => void this.worker.tell());
    watchNeeds(this.session, () => this.worker.announceNeeds());
    navigation.addEventListener('navigatesuccess', () => void this.session?.afterNavigation());
    this.dispatchEvent(new Event('open'));
    return this.session;
  }

  #goWithoutWorker(error: unknown): undefined {
    this.workerFailure = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

/** @param text one address a line; empty lines don't count. */
function readAddresses(text: string): {
  readonly wanted: readonly Wanted[];
  readonly refused: readonly AddressError[];
} {
  const wanted: Wanted[] = [];
  const refused: AddressError[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    try {
      wanted.push({ url: parseAddress(line, location.href), digest: readDigest(line) });
    } catch (error) {
      if (!(error instanceof AddressError)) throw error;
      refused.push(error);
    }
  }
  return { wanted, refused };
}
