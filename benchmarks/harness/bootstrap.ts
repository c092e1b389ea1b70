const RESAMPLES = 10_000

export type Interval = { readonly low: number; readonly high: number }

/**
 * The 95 % interval of a figure, from measuring it again on as many of the same
 * observations, drawn with replacement.
 *
 * @param count - how many observations there are
 * @param figureOf - measures the observations at these places
 */
export function bootstrapInterval(
  count: number,
  figureOf: (places: readonly number[]) => number,
  random: () => number
): Interval {
  const figures = Array.from({ length: RESAMPLES }, () =>
    figureOf(Array.from({ length: count }, () => Math.floor(random() * count)))
  ).sort((a, b) => a - b)
  return {
    low: figures[Math.floor(RESAMPLES * 0.025)] ?? NaN,
    high: figures[Math.floor(RESAMPLES * 0.975)] ?? NaN,
  }
}
