import type { Chapter } from './chapter.ts';

/** Chapters 1 to 3: what travels, and how it is named. */
export const FIRST_CHAPTERS: readonly Chapter[] = [
  {
    id: 'outlive',
    title: 'Why a Transfer Should Outlive Its Tab',
    summary:
      'A download belongs to a person, not to a window. This chapter says what goes wrong when the two are confused.',
    blocks: [
      'Open a long document on a train and the browser does something generous: it starts to fetch the whole of it, at once, over whatever the train calls a network. Then the tunnel comes. The tab shows a grey page, the person closes it, and everything that had arrived is thrown away. On the other side of the hill the same bytes are asked for again, from the first.',
      'Nothing in HTTP asks for this waste. A file on a server does not change because a reader went through a tunnel, and a server that sent forty megabytes an hour ago is able to send only the forty-first. The waste comes from an accident of programming: the transfer was written as a step in the life of a page, and pages are short-lived by design.',
      { heading: 'Three lifetimes' },
      'It helps to keep three lifetimes apart. The page lives for as long as somebody looks at it: seconds, often. The browser lives for a day or so. The wish to have the document lives until the document is there. Whoever ties the wish to the page has chosen the shortest of the three.',
      {
        figure: {
          draw: 'timeline',
          rows: [
            ['Page', 0, 0.16],
            ['Browser', 0, 0.62],
            ['Transfer', 0.04, 0.84],
            ['The wish', 0, 1],
          ],
          caption: 'Four lifetimes on one axis. The transfer ought to follow the lowest bar, not the highest.',
        },
      },
      'Native applications learned this long ago. On a telephone a background session belongs to the system: the application hands over a list of requests, may be ended at any moment, and is woken when they are done. The web has had the pieces for some years. A [service worker](#worker) can run when no page does; [background fetch](#fetch) hands a request to the browser itself; a database keeps [what arrived](#storage).',
      { heading: 'What a person may expect' },
      'From here on, one test decides every question of design. A person gives an address, closes the tab and puts the machine in a bag. What may they expect tomorrow? This guide proposes five promises, and every later chapter keeps one of them.',
      {
        list: [
          'The document arrives without being watched.',
          'What has arrived once is not fetched again.',
          'What is shown as complete is complete, and of one version.',
          'When it is there, the person is told once, and only once.',
          'It opens without a network, for as long as they keep it.',
        ],
      },
      { heading: 'What is not promised' },
      'No promise is made about speed. A background transfer yields to the things in the foreground; it waits for power, for a network that costs nothing, for its turn. That is what allows it to be large. A person who wants the first page now is better served by a reader that fetches just that page, as the [last chapter](#reading) describes, while the rest comes in its own time.',
      'Nor is it promised that the sender helps. Some servers cannot send a part of a file, some forget to say how long it is, and some change it every night without saying so. A good transfer asks what the server can do, takes it at its word, checks the word against the bytes, and has an answer ready for the day on which they differ.',
    ],
  },
  {
    id: 'ranges',
    title: 'How HTTP Names a Piece',
    summary:
      'Byte ranges are the oldest tool for resuming. They are simple, with edges that have drawn blood for twenty-five years.',
    blocks: [
      'A range request is an ordinary GET with one more line. The line names the first and the last byte wanted, counted from zero, both included. A server that understands answers with status 206, says which bytes these are and how long the whole is, and sends just them.',
      {
        code: 'GET /paper.pdf HTTP/1.1\nHost: example.org\nRange: bytes=0-1023\n\nHTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1023/5000000\nContent-Length: 1024\nETag: "5f2c"',
      },
      'Both ends are included, so the length is last minus first plus one. This off-by-one has a long history; a type that carries the two names together, first byte and last byte, prevents more mistakes than any comment. The rules are set out in [RFC 9110, section 14](https://www.rfc-editor.org/rfc/rfc9110#section-14).',
      { heading: 'Three ways to be answered' },
      'A client that sends Range must be ready for three answers. With 206 the server agrees. With 200 it sends the whole file, and that is no error: any server may ignore the header. With 416 it says that nothing lies there, which is how a client learns that it has the last byte already, or that the file has shrunk.',
      {
        figure: {
          draw: 'exchange',
          parties: ['Client', 'Server'],
          messages: [
            ['right', 'GET   Range: bytes=2000000-'],
            ['left', '206   bytes 2000000-4999999/5000000'],
            ['right', 'GET   Range: bytes=5000000-'],
            ['left', '416   bytes */5000000'],
          ],
          caption: 'The second request asks for what comes after the end. The answer still tells the true length.',
        },
      },
      'The dangerous case is the 200 that nobody checks. A client that appends the answer to what it has, without a look at the status, makes a file with two beginnings. It will have a plausible length and a valid first page.',
      { heading: 'Dividing a file' },
      'Once a server is known to honour ranges, a large file need not be one request. Cut into segments it can be fetched two at a time, and a failure costs a segment instead of everything. How large a segment should be is a matter of taste within limits: with very small ones the requests themselves become the cost, with very large ones a broken connection hurts again. Between eight and thirty-two megabytes both costs vanish into the noise.',
      {
        figure: {
          draw: 'segments',
          rows: [
            ['one request', [], 1],
            ['cut in eight', [0, 1, 2, 3, 4], 8],
            ['cut in twenty', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13], 20],
          ],
          caption:
            'The same file, interrupted at the same moment. Filled parts are kept; the open ones are asked for again.',
        },
      },
      { heading: 'Compression is the trap' },
      'Ranges count bytes of the representation, which is to say, of what travels. If the server compresses, byte one thousand of the compressed stream is nowhere in the file. A client that wants pieces asks for the identity encoding, and treats a Content-Length beside a Content-Encoding as a hint and no more.',
    ],
  },
  {
    id: 'validators',
    title: 'Validators: Is It Still the Same File?',
    summary:
      'Half of one edition and half of the next is worse than neither. Validators are how two requests agree about what they speak of.',
    blocks: [
      'Suppose the first half of a report was fetched on Monday. On Tuesday the authors correct a table; on Wednesday the second half arrives. The two halves fit together, byte for byte, at the right length, and the result is a document that never existed. A PDF so made may open on its first page and fail on its ninetieth, where an offset points into the middle of a word.',
      { heading: 'The strong tag' },
      'An entity tag is a name for one version of one representation. If it is strong, two answers with the same tag are the same in every byte. Nothing is said about how the server makes it: a hash, a version number and a counter are all fine. If it begins with W/ it is weak, and promises only that the two mean about the same. That is enough for a cache, and worthless for putting halves together.',
      { code: 'ETag: "33a64df5"      strong: may be resumed\nETag: W/"33a64df5"    weak: may not' },
      'The date of last modification is the older sort of validator. It counts in seconds, and a file may change twice in one. Paired with an unchanged length it is a reasonable second choice, and often the only one there is.',
      { heading: 'If-Range, the polite condition' },
      'A client that resumes could ask first and fetch afterwards. If-Range does both in one step. It says: send me this piece if the file is still the one I know; otherwise send me all of it.',
      {
        figure: {
          draw: 'exchange',
          parties: ['Client', 'Server'],
          messages: [
            ['right', 'Range: bytes=900-   If-Range: "a1"'],
            ['left', '206   the rest of "a1"'],
            ['right', 'Range: bytes=900-   If-Range: "a1"'],
            ['left', '200   all of "b7": it was changed'],
          ],
          caption:
            'The same question twice. Between the two the file was replaced, and no byte of the old goes into the new.',
        },
      },
      'The comparison is exact. A weak tag never satisfies it, a date only when it is the very same date. A server that does not know the header ignores it, and then sends a piece of the wrong version with a clear conscience. So a careful client also compares the tag of every answer with the tag that it has noted, and the length behind the slash with the length it expects.',
      { heading: 'When the answer is no' },
      {
        list: [
          'Throw away what was stored of the old version; it has no use.',
          'Start again from the first byte, once.',
          'Say so. A progress bar that jumps back without a word looks like a fault.',
          'If it changes again, stop and ask. Some addresses make a new file for each request.',
        ],
      },
      'That last sort is more common than one would hope: statements made on demand, pages printed to PDF by a script. They have no stable bytes to resume. The honest plan for them is one request from end to end, and patience. How a plan is kept through failures is the subject of [chapter seven](#failure).',
      'More on conditional requests can be found in the [MDN guide](https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Conditional_requests).',
    ],
  },
];
