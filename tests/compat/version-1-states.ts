/** How Transfers shows the tasks of version 1's dump, by their names without `.pdf`: some words, and the buttons that have words. */
export interface ShownState {
  readonly name: string;
  readonly words: string | RegExp;
  readonly buttons: readonly string[];
}

const GOING = ['Pause', 'Cancel'] as const;

/** As far as there are places. Nobody could ask for conditions in version 1, so none holds a task back now. */
const GOES_ON = /Starting|Waiting for its turn/u;

const ENDED = ['Retry', 'Remove'] as const;
const STOPPED = ['Resume', 'Cancel'] as const;

export const STATES: readonly ShownState[] = [
  { name: 'kept', words: 'Done', buttons: ['Remove'] },
  { name: 'half', words: 'Paused', buttons: STOPPED },
  { name: 'stopped', words: 'Stopped in the browser', buttons: STOPPED },
  { name: 'sent', words: 'Paused', buttons: STOPPED },
  // Their turn has come, the line is there, and what the browser lost was started again.
  { name: 'waiting-turn', words: 'Starting', buttons: GOING },
  { name: 'waiting-connectivity', words: GOES_ON, buttons: GOING },
  { name: 'running', words: GOES_ON, buttons: GOING },
  { name: 'waiting-challenge', words: GOES_ON, buttons: GOING },
  { name: 'waiting-window', words: GOES_ON, buttons: GOING },
  { name: 'waiting-unmetered', words: GOES_ON, buttons: GOING },
  { name: 'waiting-power', words: GOES_ON, buttons: GOING },
  { name: 'waiting-date', words: GOES_ON, buttons: GOING },
  // Its date is decades ahead: by a clock that was wrong, so it is not waited for.
  { name: 'waiting-retry', words: 'has nothing at this address (404)', buttons: ENDED },
  { name: 'failed-canceled', words: 'Canceled', buttons: ENDED },
  { name: 'failed-bad-status', words: 'has nothing at this address (404)', buttons: ENDED },
  { name: 'failed-network', words: 'can’t be reached', buttons: ENDED },
  { name: 'failed-cross-origin', words: 'doesn’t let other sites download', buttons: ENDED },
  { name: 'failed-mixed-content', words: 'Browsers block http://', buttons: ENDED },
  { name: 'failed-no-background-fetch', words: 'download in the background', buttons: ENDED },
  { name: 'failed-permission', words: 'blocks background downloads', buttons: ENDED },
  { name: 'failed-no-room', words: 'no room left', buttons: ENDED },
  { name: 'failed-empty-file', words: 'sent an empty file', buttons: ENDED },
  { name: 'failed-truncated', words: 'broke off', buttons: ENDED },
  { name: 'failed-bad-range', words: 'sent other parts', buttons: ENDED },
  { name: 'failed-web-page', words: 'is a web page', buttons: ENDED },
  { name: 'failed-not-a-pdf', words: 'says it is a PDF', buttons: ENDED },
  { name: 'failed-file-changed', words: 'changed while it was downloading', buttons: ENDED },
  { name: 'failed-digest-mismatch', words: 'checksum is different', buttons: ENDED },
  { name: 'failed-lost', words: 'lost this download', buttons: ENDED },
  { name: 'failed-unexpected', words: 'did not expect', buttons: ENDED },
];
