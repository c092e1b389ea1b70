/**
 * An amount in the format of the language. No two currencies are written alike:
 * a dollar is `$`, `CA$`, `A$`, … , and a hryvnia `₴`, whose sign is nobody
 * else's.
 *
 * @param amount - in major units
 * @param short - without the `.00` of whole amounts
 */
export function moneyText(
  amount: number,
  currencyCode: string,
  locale: string,
  { short }: { short: boolean } = { short: true }
): string {
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency: currencyCode,
      currencyDisplay: sharedSigns(locale).has(signOf(currencyCode, locale))
        ? "symbol"
        : "narrowSymbol",
      ...(short && Number.isInteger(amount) && { minimumFractionDigits: 0 }),
    }).format(amount)
  } catch {
    // A custom currency of the shop, which is not in ISO 4217.
    return `${new Intl.NumberFormat(locale).format(amount)} ${currencyCode.toUpperCase()}`
  }
}

const signsByLocale = new Map<string, ReadonlySet<string>>()

/** The signs that stand for several currencies: `$` for thirty. */
function sharedSigns(locale: string): ReadonlySet<string> {
  const known = signsByLocale.get(locale)
  if (known) {
    return known
  }
  const signs = Intl.supportedValuesOf("currency").map((currency) =>
    signOf(currency, locale)
  )
  const shared = new Set(
    signs.filter((sign, index) => signs.indexOf(sign) !== index)
  )
  signsByLocale.set(locale, shared)
  return shared
}

/** The shortest sign. */
function signOf(currency: string, locale: string): string {
  return (
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    })
      .formatToParts(0)
      .find(({ type }) => type === "currency")?.value ?? currency
  )
}
