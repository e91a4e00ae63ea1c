import { msg } from '../../language/msg.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { highlightColors, penColors, type ReaderMarkTool } from './mark-tools.ts';
import type { MarkSetting, MarkSettings } from './marks-snapshot.ts';

type ColorName = (typeof highlightColors | typeof penColors)[number][0];

type Change = (name: MarkSetting, value: string | number) => void;

/** What the tool in use draws with, to be changed. Colours are those of ink on paper, in the dark too. */
export function markSettings(tool: ReaderMarkTool, settings: MarkSettings, change: Change): unknown {
  switch (tool) {
    case 'highlight':
      return html`${colors(highlightColors, 'highlightColor', settings, change)}
      ${range(msg('Thickness'), 'highlightThickness', [8, 24, 1], settings, change)}`;
    case 'text':
      return html`${colors(penColors, 'textColor', settings, change)}
      ${range(msg('Size'), 'textSize', [5, 48, 1], settings, change)}`;
    case 'draw':
      return html`${colors(penColors, 'drawColor', settings, change)}
      ${range(msg('Thickness'), 'drawThickness', [1, 20, 1], settings, change)}
      ${range(msg('Opacity'), 'drawOpacity', [0.1, 1, 0.05], settings, change)}`;
    default:
      return nothing;
  }
}

function colors(
  choices: readonly (readonly [name: ColorName, color: string])[],
  setting: 'highlightColor' | 'textColor' | 'drawColor',
  settings: MarkSettings,
  change: Change,
): TemplateResult {
  return html`<div class="reader-swatches" role="radiogroup" aria-label=${msg('Colour')}>
    ${choices.map(
      ([name, color]) =>
        html`<label class="reader-swatch" title=${colorWords(name)}>
          <input
            type="radio"
            name=${setting}
            aria-label=${colorWords(name)}
            .checked=${live(settings[setting].toLowerCase() === color)}
            @change=${() => change(setting, color)}
          />
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle cx="10" cy="10" r="9" fill=${color} />
          </svg>
        </label>`,
    )}
  </div>`;
}

function range(
  label: string,
  setting: 'highlightThickness' | 'textSize' | 'drawThickness' | 'drawOpacity',
  [min, max, step]: readonly [min: number, max: number, step: number],
  settings: MarkSettings,
  change: Change,
): TemplateResult {
  return html`<label class="reader-range">
    ${label}
    <input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      .value=${live(String(settings[setting]))}
      @input=${(event: Event) => change(setting, (event.currentTarget as HTMLInputElement).valueAsNumber)}
    />
  </label>`;
}

function colorWords(name: ColorName): string {
  switch (name) {
    case 'yellow':
      return msg('Yellow');
    case 'green':
      return msg('Green');
    case 'blue':
      return msg('Blue');
    case 'pink':
      return msg('Pink');
    case 'red':
      return msg('Red');
    case 'black':
      return msg('Black');
    case 'orange':
      return msg('Orange');
    default:
      return name satisfies never;
  }
}
