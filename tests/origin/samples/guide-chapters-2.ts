import type { Chapter } from './chapter.ts';

/** Chapters 4 to 6: who fetches, and where it is kept. */
export const MIDDLE_CHAPTERS: readonly Chapter[] = [
  {
    id: 'worker',
    title: 'The Service Worker',
    summary:
      'A program that belongs to a site and not to a page. It sleeps most of the time, and must be written as if it had just been born.',
    blocks: [
      'A service worker is a script that the browser keeps for a site. It has no window and draws nothing. The browser starts it when there is an event to deliver and ends it, without a farewell, when it has been idle for a while. Between two events every variable may be gone.',
      'This is the most important habit to form: the worker has no memory. What it needs to know it reads from storage when it wakes; what it learns it writes before it sleeps. A count kept in a global variable works on the desk of its author, where the tools keep the worker alive, and nowhere else.',
      { heading: 'The promise that keeps it awake' },
      'An event that takes time is extended by a promise. As long as the promise is open the browser lets the worker live, within reason. Work that was started and not handed over in this way may be cut off in the middle of a line.',
      { code: "self.addEventListener('sync', (event) => {\n  event.waitUntil(carryOn(event.tag));\n});" },
      { heading: 'The shell and the cache' },
      'Its best known task is to answer for the network. Files of the application itself are put into a cache when the worker is installed, all of one release together, and served from there. The page then opens at the same speed with and without a connection.',
      {
        figure: {
          draw: 'boxes',
          labels: ['Page', 'Service worker', 'Cache', 'Network'],
          caption: 'A request for a file of the shell stops at the first box that can answer it.',
        },
      },
      'A new release is installed beside the old one and waits. To activate it under an open page would be like changing the plates while the press runs: the page was made for the old files and asks for names that are gone. Better to say that a new version is ready and to let the person choose the moment.',
      { heading: 'What passes it by' },
      'Not every request goes through the worker. Requests that the browser makes on its own account do not; those of a background fetch are among them. They cannot be answered from a cache, nor coloured with another header on the way. What is to be sent must be settled at the start.',
      {
        list: [
          'Register it early, from a path at the root of the site.',
          'Keep the list of its listeners short enough to read at a glance.',
          'Attach listeners at once, never after waiting for something.',
          'Assume that a page and the worker do the same thing at the same time, and make that harmless.',
        ],
      },
      'The last point deserves a lock. Two parties that both find a finished transfer will both want to file it and to announce it. Either the step is such that doing it twice changes nothing, or a named lock lets one of them in. The specification and its reasons are at [w3.org](https://www.w3.org/TR/service-workers/).',
    ],
  },
  {
    id: 'fetch',
    title: 'Background Fetch',
    summary: 'Handing the errand to the browser: how it is started, what it reports, and what it keeps to itself.',
    blocks: [
      'A background fetch is a package of requests with a name, a title and a picture. The page hands it over, and from then on it is the business of the browser. It survives the page, it survives the worker, and with some luck it survives the browser. The person sees it where downloads are seen, and may stop it there without asking the page.',
      {
        code: "const registration = await worker.backgroundFetch.fetch(\n  'report-1',\n  ['/report.pdf'],\n  { title: 'Annual report', downloadTotal: 48_211_904 },\n);",
      },
      { heading: 'Its life' },
      'The registration reports how many bytes have come, in total over all of its requests. At the end one event wakes the worker: success if every answer was good, fail if one was not, abort if somebody stopped it. In each of them the answers can be read, and only until the event is over. Whoever wants the bytes stores them there.',
      {
        figure: {
          draw: 'boxes',
          labels: ['Page starts', 'Browser fetches', 'Worker stores', 'Page reads'],
          caption: 'Four steps and three parties. Between any two of them, all the others may be gone.',
        },
      },
      'Failure is shared. When one answer out of twenty has a bad status the package as a whole has failed; yet the other nineteen are complete, and readable in the event. A client that throws them away pays nineteen times for one mistake. Harvest first, then decide what is to be asked for again.',
      { heading: 'The total' },
      'Along with the requests one may announce a number of bytes. It makes the bar in the download list true, and it is a limit as well: a package that turns out larger is ended. It counts bytes after decoding, so a length taken from a compressed answer is too small and kills the transfer just before its end. A number that is not certain is better left out.',
      { heading: 'Limits worth knowing' },
      {
        list: [
          'A site may have only a handful of packages at a time; a long queue must share them.',
          'A name in use cannot be used again. Number the attempts.',
          'Requests that would need a preflight to another site are refused.',
          'Starting one is for windows; settling one is for the worker.',
          'The room is checked at the start, against the announced total.',
        ],
      },
      {
        figure: {
          draw: 'timeline',
          rows: [
            ['Tab open', 0, 0.12],
            ['Package 1', 0.05, 0.45],
            ['Package 2', 0.45, 0.7],
            ['Package 3', 0.7, 0.95],
          ],
          caption: 'Packages of one site take turns. The tab that started them was closed during the first.',
        },
      },
      'Where the interface is missing, the same plan is carried out with plain requests for as long as a page is open, and continued at the next visit. The promise is weaker, the files are the same. The [explainer](https://github.com/WICG/background-fetch) describes what its authors had in mind.',
    ],
  },
  {
    id: 'storage',
    title: 'Keeping What Arrived',
    summary:
      'Bytes that are not stored did not arrive. On databases, blobs, quotas, and the one moment at which a document exists.',
    blocks: [
      'The browser offers a site three places for large things: a cache of answers, a private file system, and a database. Each can hold gigabytes. For pieces that come in any order, from a worker that may be ended at each line, the database has one property that decides the matter. It has transactions.',
      { heading: 'A file is a list' },
      'It is tempting to join the pieces when the last one has come. There is no need. A blob is a promise of bytes, and a blob made of other blobs copies nothing. The list of stored segments, in order, is the file; reading from the middle opens just the segment that lies there.',
      {
        code: 'const file = new Blob(segments, { type });\nconst page = await file.slice(first, last + 1).arrayBuffer();',
      },
      {
        figure: {
          draw: 'segments',
          rows: [
            ['stored', [0, 1, 2, 3, 5, 6, 9], 12],
            ['a read', [5], 12],
          ],
          caption: 'A file that is not complete yet can be read wherever it is.',
        },
      },
      { heading: 'The moment of existence' },
      'Somewhere there is a line of code before which the document is not in the library and after which it is. That line should be one transaction: it checks that every byte is there, writes the entry, and marks the task as done. If the process dies before it, nothing is lost but time; if after, nothing is left to do. Any plan with two such lines has a state between them that somebody will meet.',
      'The same holds for the notice to the person. Whether it was given is a fact to be stored beside the entry. Otherwise a restart at the wrong moment tells them twice, or never.',
      { heading: 'Room' },
      'A site has a quota, generous and not certain. The estimate is a number that the browser blurs on purpose; treat it as advice. Ask for persistence when the first document is fetched, since the request makes sense to a person at that point, and since a browser short of room will otherwise clear the site as a whole.',
      {
        figure: {
          draw: 'bars',
          unit: 'MB',
          rows: [
            ['A novel', 2],
            ['A thesis', 14],
            ['A field atlas', 60],
            ['A scanned folio', 410],
          ],
          caption: 'Typical weights. One scanned folio outweighs the rest of a shelf.',
        },
      },
      {
        list: [
          'Check the room before starting, and say what is short by how much.',
          'Count what is still to come for other tasks as used.',
          'Remove segments of a cancelled task in the same step that cancels it.',
          'Leave it to the person which document goes.',
        ],
      },
      'Migrations are the other duty of whoever keeps things. The data of a person is older than the program that reads it. Every shipped form should lie in the tests, as a real dump, and be opened there by the code of today. The standard is maintained at [storage.spec.whatwg.org](https://storage.spec.whatwg.org/).',
    ],
  },
];
