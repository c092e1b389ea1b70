/** Straight lines between points, level outside them. */
export function between(
  at: number,
  points: readonly (readonly [number, number])[]
): number {
  let [last] = points
  for (const point of points) {
    if (at <= point[0]) {
      if (!last || point[0] === last[0]) return point[1]
      const part = (at - last[0]) / (point[0] - last[0])
      return last[1] + part * (point[1] - last[1])
    }
    last = point
  }
  return last?.[1] ?? 0
}
