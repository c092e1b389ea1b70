/**
 * An amount in the format of the language; no `.00` after whole amounts.
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
    // A custom currency of the shop, which is not in ISO 4217.
    return `${amount} ${currencyCode.toUpperCase()}`
  }
}
