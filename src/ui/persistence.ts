/** Whether the browser promised not to clear this origin's storage by itself; asks for it where it has not. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}
