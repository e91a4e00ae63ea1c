/**
 * Measures every side once a round. Each round begins with another side and every other one goes backwards, so that none
 * is always the one that comes after a certain other.
 *
 * @returns for each side what its rounds gave, in order.
 */
export async function interleave<Results extends Readonly<Record<string, unknown>>>(
  sides: { readonly [Name in keyof Results]: () => Promise<Results[Name]> },
  rounds: number,
): Promise<{ readonly [Name in keyof Results]: Results[Name][] }> {
  const names: (keyof Results)[] = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as {
    readonly [Name in keyof Results]: Results[Name][];
  };
  for (let round = 0; round < rounds; round++) {
    for (const name of orderOf(names, round)) results[name].push(await sides[name]());
  }
  return results;
}

function orderOf<Name>(names: readonly Name[], round: number): readonly Name[] {
  const first = round % names.length;
  const order = [...names.slice(first), ...names.slice(0, first)];
  return round % 2 === 0 ? order : order.toReversed();
}
