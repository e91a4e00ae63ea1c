/**
 * What the browser tells of the device's line and power. A part is absent where it doesn't tell:
 *
 * | part | Chromium on Android, ChromeOS | Chromium on computers | Firefox, Safari | a worker |
 * |---|---|---|---|---|
 * | `isMetered` | by `type`; a hotspot looks like any Wi-Fi | – | – (Firefox for Android: by `type`) | as the page |
 * | `saveData` | Android's Data Saver, on a metered line | always false | – | as the page |
 * | `battery` | yes | yes; without a battery: full and charging | – | – |
 *
 * @see https://chromium.googlesource.com/chromium/src/+/HEAD/chrome/browser/data_saver/data_saver.h
 */
export interface Environment {
  /** False: certainly offline, but for this device itself. True: there is a line, which need not reach anything. */
  readonly isOnline: boolean;
  readonly connection?: { readonly isMetered?: boolean; readonly saveData?: boolean };
  readonly battery?: { readonly level: number; readonly isCharging: boolean };
}

/** A phone's data, or the tether to one. Wi-Fi may be one too; the browser can't tell. */
const METERED: ReadonlySet<NetworkInformation['type']> = new Set(['cellular', 'bluetooth', 'wimax']);

const UNMETERED: ReadonlySet<NetworkInformation['type']> = new Set(['wifi', 'ethernet']);

/** Reads what the browser tells now, in a page or a worker. */
export async function readEnvironment(): Promise<Environment> {
  const { connection, onLine: isOnline } = navigator;
  const battery = await findBattery();
  return {
    isOnline,
    ...(connection ? { connection: describeConnection(connection) } : {}),
    ...(battery ? { battery: { level: battery.level, isCharging: battery.charging } } : {}),
  };
}

/**
 * Calls `listener` when the line or the power may have changed, until `signal` aborts. Data Saver has no event: whoever
 * switches it comes back to the page, which counts too.
 */
export function onEnvironmentChange(listener: () => void, signal: AbortSignal): void {
  const listen = (target: EventTarget | undefined, ...types: readonly string[]): void => {
    for (const type of types) target?.addEventListener(type, () => listener(), { signal });
  };
  listen(globalThis, 'online', 'offline', 'visibilitychange');
  listen(navigator.connection, 'change');
  void findBattery().then((battery) => listen(battery, 'levelchange', 'chargingchange'));
}

function describeConnection({ type, saveData }: NetworkInformation): NonNullable<Environment['connection']> {
  const isMetered = METERED.has(type) || (UNMETERED.has(type) ? false : undefined);
  return { ...(isMetered === undefined ? {} : { isMetered }), ...(saveData === undefined ? {} : { saveData }) };
}

/** The battery; `undefined` where there is no such API, or a policy of the page's embedder forbids it. */
async function findBattery(): Promise<BatteryManager | undefined> {
  try {
    return await navigator.getBattery?.();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
