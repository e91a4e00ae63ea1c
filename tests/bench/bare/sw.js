// The least that stores a background fetch: one record, one `put`, one word to the page.
const opening = indexedDB.open('bare', 1);
opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('files'));

self.addEventListener('backgroundfetchsuccess', (event) => event.waitUntil(store(event.registration)));

async function store(registration) {
  const [record] = await registration.matchAll();
  const response = await record.responseReady;
  const blob = await response.blob();
  if (opening.readyState === 'pending') await new Promise((resolve) => opening.addEventListener('success', resolve));
  const tx = opening.result.transaction('files', 'readwrite');
  tx.objectStore('files').put(blob, registration.id);
  await new Promise((resolve, reject) => {
    tx.addEventListener('complete', resolve);
    tx.addEventListener('abort', () => reject(tx.error));
  });
  new BroadcastChannel('stored').postMessage(registration.id);
}
