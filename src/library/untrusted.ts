// Reading of JSON that anybody may have written: each gives the value where it is what was asked for, else `undefined`.

export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/** Empty for what is no list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A whole number from 1. */
export function positive(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}

/** A date that can be shown. */
export function time(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15 ? value : undefined;
}

export function flag(value: unknown): true | undefined {
  return value === true ? true : undefined;
}

export function oneOf<const T>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}
