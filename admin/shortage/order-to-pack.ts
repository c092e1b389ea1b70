/** An order as Medusa's page of it has it. */
export type OrderToPack = {
  id: string
  status?: string
  items?: readonly {
    id: string
    title: string
    product_title?: string | null
    variant_title?: string | null
    quantity: number
    detail?: { fulfilled_quantity?: number } | null
  }[]
}

export type LineToPack = { id: string; title: string; outstanding: number }

/** Of these nothing more is sent, whatever was packed. */
const OVER: readonly string[] = ["canceled", "completed", "archived"]

/** The lines of which something is still to be sent. */
export function linesToPack({
  status = "",
  items = [],
}: OrderToPack): LineToPack[] {
  if (OVER.includes(status)) {
    return []
  }
  return items.flatMap(({ id, quantity, detail, ...item }) => {
    const outstanding = quantity - (detail?.fulfilled_quantity ?? 0)
    const title = [item.product_title ?? item.title, item.variant_title]
      .filter(Boolean)
      .join(" · ")
    return outstanding > 0 ? [{ id, title, outstanding }] : []
  })
}
