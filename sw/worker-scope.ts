/** The global scope by its real type; TypeScript's WebWorker library only knows the general one. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope;
