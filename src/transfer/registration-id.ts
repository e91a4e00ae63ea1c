/** Names one run of one task. An id is never reused, so that a late event can't hit a new run. */
export interface RegistrationName {
  readonly taskId: string;
  /** From 1. */
  readonly attempt: number;
}

export function toRegistrationId({ taskId, attempt }: RegistrationName): string {
  return `${taskId}#${attempt}`;
}

/** @returns `undefined` for a registration that is not ours. */
export function parseRegistrationId(id: string): RegistrationName | undefined {
  const match = /^(?<taskId>.+)#(?<attempt>[1-9]\d*)$/u.exec(id);
  if (!match?.groups) return undefined;
  return { taskId: match.groups['taskId'] ?? '', attempt: Number(match.groups['attempt']) };
}
