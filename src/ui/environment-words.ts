import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { Environment } from '../transfer/environment.ts';

/** Which line the browser tells of, and what it can't tell. */
export function lineWords({ connection }: Environment): string {
  if (connection?.isMetered === undefined) {
    return msg(
      'This browser doesn’t tell what kind of connection it has, so this changes nothing here. Chrome on Android and ChromeOS tells.',
    );
  }
  const now = connection.isMetered ? msg('The connection is metered now.') : msg('The connection is unmetered now.');
  return `${now} ${msg('A phone’s hotspot looks like any Wi-Fi to the browser and counts as unmetered.')}`;
}

/** Whether Data Saver is on, as far as the browser tells. */
export function dataSaverWords({ connection }: Environment): string {
  if (connection?.saveData === undefined) {
    return msg('This browser doesn’t tell whether Data Saver is on, so this changes nothing here.');
  }
  const now = connection.saveData
    ? msg('The browser says that it is on now.')
    : msg('The browser says that it is off now.');
  return `${now} ${msg('Chrome knows Android’s Data Saver; on a computer it always says off.')}`;
}

/** How the battery stands, as far as the browser tells, and what is left of the condition where it doesn't. */
export function batteryWords({ battery, connection }: Environment): string {
  const isLineKnown = connection?.isMetered !== undefined;
  if (!battery) {
    return isLineKnown
      ? msg('This browser doesn’t tell about the battery, so only the connection counts.')
      : msg('This browser tells neither about the battery nor about the connection, so this changes nothing here.');
  }
  const level = formatNumber(Math.round(battery.level * 100));
  const sentences = [
    battery.isCharging
      ? msg(str`The browser says: ${level} %, charging. A computer without a battery counts as charging.`)
      : msg(str`The browser says: ${level} %, not charging. A computer without a battery counts as charging.`),
    ...(isLineKnown ? [] : [msg('It doesn’t tell about the connection, so only the battery counts.')]),
  ];
  return sentences.join(' ');
}
