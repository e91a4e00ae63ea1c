import { msg, str } from '../language/msg.ts';
import type { Challenge } from '../store/task-state.ts';

/** What a task waits for, with the server's name. */
export function challengeWords({ origin, status, isRepeated }: Challenge): string {
  const { host } = new URL(origin);
  if (!isRepeated) return msg(str`Waiting for you to sign in to ${host}`);
  return status === 401
    ? msg(str`${host} did not accept that sign-in. Waiting for you to sign in again`)
    : msg(str`${host} does not give this file to that account. Waiting for you to sign in with another`);
}

/** What the server said, for the dialog; '' when there is nothing to add to the question. */
export function refusalWords({ origin, status, isRepeated }: Challenge): string {
  const { host } = new URL(origin);
  if (isRepeated && status === 401) return msg(str`${host} did not accept that. Check it and sign in again.`);
  if (isRepeated) return msg(str`${host} knows this account, but does not give it this file. Sign in with another.`);
  return '';
}

/** Why an answer can't be sent; '' when it can. */
export function unsendableWords(answer: { readonly user: string } | { readonly token: string }): string {
  if ('user' in answer) {
    if (answer.user === '') return msg('Type your user name first.');
    return answer.user.includes(':') ? msg('A user name can’t have a colon in it. Check it.') : '';
  }
  if (answer.token === '') return msg('Type your token first.');
  return /^[\x21-\x7e]+$/u.test(answer.token)
    ? ''
    : msg('A token is one word of plain letters, digits and marks. Check it.');
}

/** What a person copies often begins with the scheme's name. */
export function cleanToken(text: string): string {
  return text.trim().replace(/^bearer\s+/iu, '');
}
