// What TypeScript's libraries lack of the surroundings that a browser tells about.

/** @see https://wicg.github.io/netinfo/ and https://wicg.github.io/savedata/ */
interface NetworkInformation extends EventTarget {
  readonly type?: 'bluetooth' | 'cellular' | 'ethernet' | 'none' | 'other' | 'unknown' | 'wifi' | 'wimax';
  readonly saveData?: boolean;
}

/** @see https://w3c.github.io/battery/ */
interface BatteryManager extends EventTarget {
  readonly charging: boolean;
  /** 0 to 1. */
  readonly level: number;
}

interface Navigator {
  readonly connection?: NetworkInformation;
  getBattery?(): Promise<BatteryManager>;
}

interface WorkerNavigator {
  readonly connection?: NetworkInformation;
  /** Never there; declared so that page and worker can ask by the same line. */
  getBattery?(): Promise<BatteryManager>;
}
