/**
 * An amount as people of the language write it; no `.00` after whole amounts.
 *
 * @param amount - in major units
 */
export function moneyText(
  amount: number,
  currencyCode: string,
  locale: string
): string {
  const whole = Number.isInteger(amount)
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency: currencyCode,
      currencyDisplay: "narrowSymbol",
      ...(whole && { minimumFractionDigits: 0 }),
    }).format(amount)
  } catch {
    // A currency of the shop's own, which ISO 4217 does not have.
    return `${amount} ${currencyCode.toUpperCase()}`
  }
}
