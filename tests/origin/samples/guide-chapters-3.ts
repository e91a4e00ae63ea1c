import type { Chapter } from './chapter.ts';

/** Chapters 7 to 9: failing, telling, reading. */
export const LAST_CHAPTERS: readonly Chapter[] = [
  {
    id: 'failure',
    title: 'When Things Go Wrong',
    summary:
      'Most of a transfer program is about the days on which it does not work. The art lies in sorting failures by what can be done about them.',
    blocks: [
      'There are only four things to do about a failure: wait and try again, try again differently, ask the person, or give up. A program becomes clear when every failure it knows has its place in that list, written down as a table with a reason in each row. It becomes a tangle when each place in the code decides for itself.',
      {
        list: [
          'Connection lost: wait until it is back, and go on from the last byte.',
          'Server busy (503, 429): wait for as long as it says, then longer each time.',
          'File changed: start over, once.',
          'Sign-in wanted (401): ask, and keep the place in the queue.',
          'Not there (404, 410): stop, and say so.',
          'No room: stop, say how much is missing, and go on when there is.',
        ],
      },
      { heading: 'Waiting well' },
      'A client that tries again at once does to a struggling server what a crowd does to a narrow door. Double the pause with each attempt, up to some minutes, and add a little chance, so that a thousand clients that fell together do not rise together.',
      {
        figure: {
          draw: 'bars',
          unit: 's',
          rows: [
            ['1st pause', 1],
            ['2nd pause', 2],
            ['3rd pause', 4],
            ['4th pause', 8],
            ['5th pause', 16],
            ['6th pause', 32],
          ],
          caption: 'Pauses that double. After six of them a minute has gone by; nobody who is asleep will mind.',
        },
      },
      'An attempt that brought new bytes is not a failure in this sense. Set the count back when there was progress, or a long file on a poor line will use up its chances while it is in fact doing well.',
      { heading: 'Lies' },
      'A status of 200 is no proof. Captive networks in hotels answer every address with a page that asks for a room number. Servers announce one length and send another. Error pages arrive under the name of the file they are not. So look at the bytes: a PDF begins with a percent sign and three letters, and has as many bytes as were announced. What is not what it claims to be is shown as what it is.',
      { code: '%PDF-1.7      a document\n<!doctype     somebody wants to talk to you first' },
      { heading: 'Testing for bad days' },
      'None of this can be trusted until it has been seen. It takes a server that lies on command: that drops the line after so many bytes, holds back the last one, changes the file in between, counts the requests. With such a server the worst evening on a train is eight lines of test, and it happens a hundred times a day.',
      {
        figure: {
          draw: 'exchange',
          parties: ['Test client', 'Lying server'],
          messages: [
            ['right', 'GET /paper.pdf'],
            ['left', '200   2,000,000 bytes, then silence'],
            ['right', 'Range: bytes=2000000-'],
            ['left', '206   the rest, byte for byte'],
          ],
          caption: 'The shortest story worth testing: cut off half-way, resumed, identical.',
        },
      },
      'And when all has been tried, say it in one sentence: what happened, in words that do not need a dictionary, and what can be done next. The technical reason may stand behind a click. It is for the person who will be asked for help.',
    ],
  },
  {
    id: 'telling',
    title: 'Telling People',
    summary: 'Progress, notices and badges: how to speak to somebody who is not looking, and when to be quiet.',
    blocks: [
      'While the page is open, progress is a matter of drawing. While it is closed, the only voice left is that of the system: a line in the list of downloads, a notice when all is done, a number on the icon. Each of them interrupts, a little. The measure of good manners is how little is needed.',
      { heading: 'Progress that can be believed' },
      'People read a bar for two things: does it move, and when will it end. The first is answered by bytes, the second by an estimate. Speed should be taken over the last several seconds and shown without nervous digits. "About two minutes left" is a good sentence for one hundred seconds as well as for one hundred and thirty.',
      {
        figure: {
          draw: 'bars',
          unit: '%',
          rows: [
            ['Cover', 100],
            ['Chapter files', 71],
            ['Plates', 38],
            ['Index', 6],
          ],
          caption: 'Where the total is unknown, show what has come, and leave out the bar.',
        },
      },
      { heading: 'One notice' },
      'When the document is there, say so: its title, its size, and a way to open it. A touch on the notice opens that document, in the window that is there or in a new one. Ten documents that finish in a minute are one notice with a count, not ten.',
      'Permission is asked for at the moment when it makes sense, which is when the first transfer starts and the person is about to leave. Somebody who says no has not said no to the transfer. The badge and the library still tell them when they come back.',
      { heading: 'The badge' },
      'The number on the icon counts what has not been seen. It goes up when a document arrives and down to nothing when the library is opened. It never counts work in progress; an icon that ticks is an icon that nags.',
      {
        figure: {
          draw: 'boxes',
          labels: ['Stored', 'Announced', 'Seen', 'Quiet'],
          caption: 'Each document goes through these four, in this order, each once.',
        },
      },
      { heading: 'What not to say' },
      {
        list: [
          'No address with a password or a token in it, anywhere.',
          'No sound at night for a thing that can wait until morning.',
          'No notice for what the person has just done themselves.',
          'No apology where a remedy would fit.',
        ],
      },
      'A screen reader hears a page as a stream. A bar that announces every percent makes it useless. Let the bar have a name and a value to be asked for, and speak up only at the events: started, waiting, done, failed. Advice is collected at [w3.org/WAI](https://www.w3.org/WAI/).',
      'All of it rests on the state of the transfer being one thing, stored in one place. Where the bar says running and the list says failed, no wording helps. The state machine of [chapter seven](#failure) and the transaction of [chapter six](#storage) are what make honest sentences possible.',
    ],
  },
  {
    id: 'reading',
    title: 'Reading Without a Network',
    summary:
      'What it takes to open page two hundred of a long document without holding all of it: how a PDF is built, and how a reader walks through it.',
    blocks: [
      'A PDF is a heap of numbered objects with a table at its end that says where each one begins. To show a page, a reader goes to the end, finds the table, finds the catalogue, walks down a tree to the page, and collects the fonts and pictures that it names. The objects may lie anywhere. Hardly any of them are needed for one page.',
      {
        figure: {
          draw: 'boxes',
          labels: ['Table', 'Catalogue', 'Page tree', 'Page', 'Font'],
          caption: 'From the end of the file to one page. Each step is a small read at a known place.',
        },
      },
      'So a reader that can ask for any piece of the file needs memory for a few pages, whatever the file weighs. This is the same idea as the [range request](#ranges), with a database in place of the server. A transport that turns "bytes from here to there" into a read of the stored segments is a page of code.',
      { heading: 'The tools of the reader' },
      'The program must be complete without a network as well. Besides its own code a PDF reader needs tables for the writing of East Asia, substitutes for fonts that were not embedded, and decoders for old picture formats. The small ones travel with the application. The large ones are cached together with the first document, when there is a network for certain.',
      {
        code: 'shell        precached, a new set with every release\nfonts, maps  cached with the first document\ndocuments    in the database, until removed',
      },
      { heading: 'Where one was' },
      'A long document is not read in one sitting. The page, the zoom and the place on the page are stored as they change, and restored without a flicker. A link to a page of a document is an address like any other and can be kept, sent to oneself, opened from a notice.',
      { heading: 'Reading while it comes' },
      'Nothing prevents a person from opening a document that is half there. The reader asks for a piece; if it is stored, it is shown; if not, it is fetched before all others. The rest comes as before. From the outside it looks like a book that is being printed just ahead of the reader.',
      {
        figure: {
          draw: 'segments',
          rows: [
            ['before', [0, 1, 2, 3], 16],
            ['page 200 asked', [0, 1, 2, 3, 10, 15], 16],
            ['later', [0, 1, 2, 3, 4, 5, 6, 7, 10, 15], 16],
          ],
          caption: 'A jump to page 200 brings the table at the end and one piece in the middle.',
        },
      },
      { heading: 'Last things' },
      {
        list: [
          'Switch the network off and open everything once.',
          'Then stop the server, too. Caches hide behind each other.',
          'Then start the browser anew.',
          'What opens now belongs to the person.',
        ],
      },
      'The format is described in ISO 32000; the reader that most browsers build on is [pdf.js](https://mozilla.github.io/pdf.js/). With this the tour is at its end. The five promises of [chapter one](#outlive) are kept, the tab has long been closed, and the book is on the shelf.',
    ],
  },
];

export const GLOSSARY: readonly (readonly [term: string, meaning: string])[] = [
  ['Attempt', 'One run of a transfer, from its start to its success, failure or pause. A task may need several.'],
  ['Background fetch', 'A package of requests that the browser carries out for a site, with or without its pages.'],
  ['Blob', 'Bytes that can be passed around, joined and cut without being copied.'],
  ['Entity tag', 'A name for one version of a representation. Strong tags promise equality of every byte.'],
  ['If-Range', 'A condition: this piece if the file is the same, or else all of it.'],
  ['Preflight', 'A question that the browser puts to another site before an unusual request.'],
  ['Quota', 'The room that a browser allows a site. An estimate, not a contract.'],
  ['Range', 'First byte and last byte, both included, counted from zero.'],
  ['Segment', 'A range that is fetched and stored as one.'],
  ['Service worker', 'A script that belongs to a site, woken by events, with no memory of its own.'],
  ['Settle', 'To turn a finished run into stored segments and a next state.'],
  ['Transaction', 'Several changes that happen together or not at all.'],
  ['Validator', 'What tells two versions apart: a strong tag, or else a date and a length.'],
];
