/** A variant as a person knows it; Medusa's own name of an only one says nothing. */
export function nameOfVariant({
  title,
  variant_title,
  sku,
}: {
  title: string
  variant_title: string | null
  sku?: string | null
}): string {
  return [
    title,
    ...(variant_title && !/^default /i.test(variant_title)
      ? [variant_title]
      : []),
    ...(sku ? [sku] : []),
  ].join(" · ")
}
