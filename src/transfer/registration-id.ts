/** What the id of a run says of it. */
export interface RegistrationName {
  /** Milliseconds since the epoch when the run was planned: browsers run registrations in that order. */
  readonly plannedAt: number;
  /** How many tasks ride in it. */
  readonly tasks: number;
}

const PREFIX = 'longhaul';

/** A new id; never used again, so that a late event can't hit a new run. */
export function newRegistrationId({ plannedAt, tasks }: RegistrationName): string {
  return `${PREFIX}-${plannedAt.toString(36)}-${tasks}-${crypto.randomUUID()}`;
}

/** @returns `undefined` for a registration that is not ours. */
export function parseRegistrationId(id: string): RegistrationName | undefined {
  const match = /^longhaul-(?<time>[\da-z]{1,10})-(?<tasks>[1-9]\d{0,4})-[\da-f-]{36}$/u.exec(id);
  if (match?.groups) {
    return { plannedAt: Number.parseInt(match.groups['time'] ?? '', 36), tasks: Number(match.groups['tasks']) };
  }
  return taskOfFirstId(id) === undefined ? undefined : { plannedAt: 0, tasks: 1 };
}

/** The task of a run that the first version started: `task#attempt`. Can go when nobody updates from there any more. */
export function taskOfFirstId(id: string): string | undefined {
  return /^(?<taskId>.+)#[1-9]\d*$/u.exec(id)?.groups?.['taskId'];
}
