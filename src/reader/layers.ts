import type { PDFViewer } from './pdfjs.ts';

/** Whether each layer is shown, as pdf.js keeps it. */
export type LayerConfig = NonNullable<Awaited<PDFViewer['optionalContentConfigPromise']>>;

export type LayerNode =
  | { readonly kind: 'layer'; readonly id: string; readonly name: string | null; readonly visible: boolean }
  /** `name` is a heading; layers that the document's own order leaves out come under one of ours: `null`. */
  | { readonly kind: 'group'; readonly name: string | null; readonly children: readonly LayerNode[] };

/** An entry of pdf.js' order: a layer's id, or a heading with what is under it. */
type OrderEntry = string | { readonly name: string | null; readonly order: readonly OrderEntry[] };

interface OptionalContentGroup {
  readonly name: string | null;
  readonly visible: boolean;
}

/** The layers as the document orders them; empty without any. */
export function layersOf(config: LayerConfig): readonly LayerNode[] {
  return nodesOf(config, (config.getOrder() ?? []) as readonly OrderEntry[]);
}

function nodesOf(config: LayerConfig, order: readonly OrderEntry[]): readonly LayerNode[] {
  return order.map((entry) => {
    if (typeof entry !== 'string') return { kind: 'group', name: entry.name, children: nodesOf(config, entry.order) };
    const group = config.getGroup(entry) as OptionalContentGroup | null;
    return { kind: 'layer', id: entry, name: group?.name ?? null, visible: group?.visible ?? true };
  });
}

/**
 * Makes a configuration show what another shows, where that differs from how it began.
 *
 * @param print the one to change.
 * @param shown what the person sees.
 * @param initial what they saw before they changed anything.
 */
export function applyChoices(print: LayerConfig, shown: LayerConfig, initial: LayerConfig): void {
  for (const [id, { visible }] of shown as Iterable<[string, OptionalContentGroup]>) {
    const before = initial.getGroup(id) as OptionalContentGroup | null;
    if (before && before.visible !== visible) print.setVisibility(id, visible, false);
  }
}
