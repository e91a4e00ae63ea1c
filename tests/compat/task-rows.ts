import type { TaskRow } from '../../src/store/schema.ts';
import type { Challenge, TaskState, TransferErrorCode, WaitingReason } from '../../src/store/task-state.ts';
import { DUMP_ORIGIN } from './dump.ts';
import { DUMP_TIME, HALF_BYTES, KEPT_PDF } from './rows.ts';

// Written as records, so that a reason or a code that is added is missed here by the compiler.
const REASONS: Readonly<Record<WaitingReason, true>> = {
  turn: true,
  window: true,
  connectivity: true,
  unmetered: true,
  'data-saver': true,
  power: true,
  date: true,
  retry: true,
  room: true,
  challenge: true,
};

const CODES: Readonly<Record<TransferErrorCode, true>> = {
  canceled: true,
  'bad-status': true,
  network: true,
  'cross-origin': true,
  'mixed-content': true,
  'no-background-fetch': true,
  permission: true,
  'no-room': true,
  'empty-file': true,
  truncated: true,
  'bad-range': true,
  'web-page': true,
  'not-a-pdf': true,
  'file-changed': true,
  'digest-mismatch': true,
  'sign-in': true,
  'timed-out': true,
  lost: true,
  unexpected: true,
};

/** In 2096: this task goes on waiting while a test looks. */
const FAR_AHEAD = 4_000_000_000_000;

const CHALLENGE: Challenge = {
  origin: DUMP_ORIGIN,
  realm: 'members',
  scheme: 'basic',
  status: 401,
  isRepeated: false,
};

/** One task for each state, reason and code there is; each is called after its own. */
export const TASKS: readonly TaskRow[] = [
  task('kept', 0, { state: 'completed', fileId: 'kept' }),
  ...suspended(),
  ...Object.keys(REASONS).map((reason, index) =>
    task(`waiting-${reason}`, 10 + index, waiting(reason as WaitingReason)),
  ),
  task('running', 25, { state: 'running', engine: 'background-fetch', registrationId: 'running#1' }),
  ...Object.keys(CODES).map((code, index) => task(`failed-${code}`, 30 + index, failed(code as TransferErrorCode))),
];

function suspended(): readonly TaskRow[] {
  const byApp = { state: 'suspended', by: 'app' } as const;
  const half = task('half', 1, byApp);
  const sent = task('sent', 3, byApp);
  const body = new Blob(['What an upload sends\n'], { type: 'text/plain' });
  return [
    {
      ...half,
      remote: {
        url: half.request.url,
        length: KEPT_PDF.length,
        type: 'application/pdf',
        acceptsRanges: true,
        validator: { kind: 'etag', etag: '"first"' },
        access: 'allowed',
      },
      bytesStored: HALF_BYTES,
      digest: 'b'.repeat(64),
    },
    { ...task('stopped', 2, { state: 'suspended', by: 'browser' }), renews: 'kept' },
    {
      ...sent,
      kind: 'upload',
      request: { url: sent.request.url, method: 'PUT', headers: [['Content-Type', 'text/plain']], body },
      priority: 'low',
    },
  ];
}

function waiting(reason: WaitingReason): TaskState {
  if (reason === 'date') return { state: 'waiting', reason, until: DUMP_TIME };
  if (reason === 'challenge') return { state: 'waiting', reason, challenge: CHALLENGE };
  if (reason !== 'retry') return { state: 'waiting', reason };
  return { state: 'waiting', reason, until: FAR_AHEAD, after: { code: 'bad-status', message: 'Busy', status: 503 } };
}

function failed(code: TransferErrorCode): TaskState {
  return { state: 'failed', code, message: `The reason of ${code}`, ...(code === 'bad-status' ? { status: 404 } : {}) };
}

function task(id: string, position: number, state: TaskState): TaskRow {
  const hasEnded = state.state === 'completed' || state.state === 'failed';
  return {
    id,
    sessionId: 'app',
    kind: 'download',
    request: { url: `${DUMP_ORIGIN}/${id}.pdf`, method: 'GET', headers: [] },
    state,
    attempt: 1,
    failures: 0,
    freshStarts: 0,
    name: `${id}.pdf`,
    priority: 'normal',
    position,
    conditions: {},
    bytesStored: state.state === 'completed' ? KEPT_PDF.length : 0,
    createdAt: DUMP_TIME,
    changedAt: DUMP_TIME,
    ...(hasEnded ? { endedAt: DUMP_TIME } : {}),
  };
}
