/**
 * Parses a number with a decimal comma or point; null if it is invalid or not
 * between `min` and `max`.
 */
export function readNumber(
  typed: string,
  { min, max, whole }: { min: number; max?: number | undefined; whole: boolean }
): number | null {
  const text = typed.trim().replace(/\s/g, "").replace(",", ".")
  const value = Number(text)
  const fits =
    text !== "" &&
    Number.isFinite(value) &&
    value >= min &&
    (max === undefined || value <= max) &&
    (!whole || Number.isInteger(value))
  return fits ? value : null
}
