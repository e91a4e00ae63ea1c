import { registerRoute } from 'workbox-routing';
import { type BringInResult, bringIn } from '../src/library/bring-in.ts';
import { worker } from './worker-scope.ts';

/** Takes what other apps share: files come into the library at once, links are asked about in the app. */
export function routeShareTarget(): void {
  const action = new URL('share', worker.registration.scope).href;
  registerRoute(
    ({ url }) => url.href === action,
    ({ request }) => takeShared(request),
    'POST',
  );
}

/** Answers with the way to the Library, which says what came; see `src/ui/start-address.ts`. */
async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const target = new URL(worker.registration.scope);
  for (const address of addressesIn(form)) target.searchParams.append('add', address);
  for (const value of form.getAll('files')) {
    if (typeof value === 'string') continue;
    const result = await bringIn(value, { whenKnown: 'leave' }).catch(toRefusal);
    if (result.kind === 'refused') target.searchParams.append('refused', result.refusal);
    else target.searchParams.append('shared', result.documentId);
  }
  return Response.redirect(target.href, 303);
}

/** The person sees the app all the same, and that the file is not there. */
function toRefusal(error: unknown): BringInResult {
  reportError(error);
  return { kind: 'refused', refusal: 'unreadable' };
}

/** Android puts links into the text, with words around them. @see https://w3c.github.io/web-share-target/ */
function addressesIn(form: FormData): string[] {
  const texts = ['url', 'text', 'title']
    .flatMap((name) => form.getAll(name))
    .filter((value) => typeof value === 'string');
  const found = texts.flatMap((text) => text.match(/\bhttps?:\/\/[^\s<>"]+/giu) ?? []);
  return [...new Set(found)];
}
