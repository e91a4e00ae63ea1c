import { parseAddress } from '../transfer/address.ts';

/**
 * The addresses in what was dropped or pasted, one a line: the links themselves where it names them, else the text.
 *
 * @returns '' when no line of it is an address.
 */
export function addressesIn(transfer: DataTransfer): string {
  const list = transfer.getData('text/uri-list');
  const lines = list === '' ? transfer.getData('text/plain').split(/\r?\n/u) : readList(list);
  return lines.some(isAddress) ? lines.filter((line) => line.trim() !== '').join('\n') : '';
}

/** @see RFC 2483 §5 */
function readList(list: string): string[] {
  return list.split(/\r?\n/u).filter((line) => !line.startsWith('#'));
}

function isAddress(line: string): boolean {
  try {
    parseAddress(line, location.href);
    return true;
  } catch {
    return false; // Any other text: it goes where the browser takes it.
  }
}
