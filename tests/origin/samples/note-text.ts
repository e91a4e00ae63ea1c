import type { Block } from './chapter.ts';

export const NOTE_TITLE = 'A Note on Long Hauls';

export const NOTE: readonly Block[] = [
  'A web page is a poor place to wait. It is opened in passing and closed without thought; a telephone puts it to sleep when the screen goes dark, and a laptop when the lid comes down. All the same, the web has for thirty years asked people to keep a page open until a download is done.',
  'Longhaul is an attempt to stop asking. You give it an address and close the tab. The browser itself carries on with the transfer, as it would with a download of its own. When the document is there, you are told once. From then on it is yours to read, on a train, in a cellar, or with the server long gone.',
  { heading: 'How it goes' },
  {
    figure: {
      draw: 'boxes',
      labels: ['Address', 'Browser', 'Segments', 'Library', 'Reader'],
      caption: 'A transfer goes one way. Only the first step needs a page that is open.',
    },
  },
  'The page does no more than start things. It looks at what the server has, notes its length and its version, and hands the errand to the browser. When bytes have come, a small program that belongs to the site and not to any page, the service worker, is woken. It stores what arrived, writes down what is missing, files the document when nothing is, and goes back to sleep.',
  'Because each of these steps may be the last before the battery dies, each is made so that it can be done again without harm. A piece that is stored is never fetched a second time. A document appears in the library when all of its bytes are there, and not one moment earlier.',
  { heading: 'What this asks of a server' },
  'Very little. A server that can send a part of a file, and that says which version the part was taken from, makes it possible to go on from where one was. Nearly every server of files does both:',
  { code: 'Accept-Ranges: bytes\nContent-Length: 60000000\nETag: "5f2c9a"' },
  'With one that does neither, the whole file is asked for in one go, which works as it always did, and has to begin anew if it is broken off. If the file is changed half-way, what was fetched of the old version is dropped, and Longhaul says so. A document made of two versions would be worse than none.',
  { heading: 'What it does not do' },
  {
    list: [
      'It sends nothing about you anywhere. The library is on your machine and on no other.',
      'It does not hurry. Background transfers give way to what you are doing in front.',
      'It does not hide. The browser shows every transfer where it shows its downloads, and you can stop it there.',
    ],
  },
  { heading: 'Why it matters' },
  'On a good line none of this is needed. But most lines are not good all of the time, and many are good none of the time. Where a megabyte costs as much as a meal, sending it twice is not a matter of taste. And everywhere people have a habit that programs should respect: once they have said what they want, they turn to something else.',
  {
    figure: {
      draw: 'segments',
      rows: [
        ['08:10  start', [0, 1], 18],
        ['08:25  tunnel', [0, 1, 2, 3, 4, 5], 18],
        ['08:40  again', [0, 1, 2, 3, 4, 5, 6, 7, 8], 18],
        ['17:30  home', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], 18],
      ],
      caption: 'A day in the life of one file. Nothing was fetched twice, and nobody watched.',
    },
  },
  'A good porter does not ask you to walk beside the trunk. You meet it at the other end.',
  'If you are reading this in Longhaul, try it now: take the sixty-megabyte book from the sample shelf, close every window, and wait for the notice. The [field guide](https://www.rfc-editor.org/rfc/rfc9110#section-14) of the trade is the standard itself; the one on the shelf is friendlier.',
];
