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

/** The lines of which something is still to be sent. */
export function linesToPack({ status, items = [] }: OrderToPack): LineToPack[] {
  if (status === "canceled" || status === "archived") {
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
