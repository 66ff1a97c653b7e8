/** One expression for whichever of several fits; all bear the flags of the first. Groups count through, in the order given. */
export function anyOf(...patterns: readonly [RegExp, ...RegExp[]]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0].flags);
}
