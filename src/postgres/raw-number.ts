/** The JSON value that Medusa keeps beside each money column. */
export function rawNumber(value: number | null): string | null {
  return value === null
    ? null
    : JSON.stringify({ value: String(value), precision: 20 })
}
