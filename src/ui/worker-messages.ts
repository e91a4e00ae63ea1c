/** Shows the screen that the worker asks for when a notification is clicked. The worker's side is `sw/windows.ts`. */
export function showScreensOnRequest(signal: AbortSignal): void {
  navigator.serviceWorker?.addEventListener(
    'message',
    (event: MessageEvent<{ readonly type?: string; readonly path?: string } | null>) => {
      if (event.data?.type !== 'SHOW_SCREEN' || event.data.path === undefined) return;
      navigation.navigate(`${import.meta.env.BASE_URL}${event.data.path}`);
    },
    { signal },
  );
}
