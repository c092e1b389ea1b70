import { Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminShortageDrift } from "../../src/api/admin/shortages/types"
import { useText } from "../i18n/use-text"
import { ShowAll } from "../task/show-all"

/** More would push what is short off the page. */
const SHOWN = 3

/** Warns that shoppers are offered more, or less, of an item than there is. */
export const Drift = ({
  of,
  namesItem = false,
}: {
  of: readonly AdminShortageDrift[]
  /** Where it is not known which item is meant. */
  namesItem?: boolean
}) => {
  const t = useText()
  const [all, setAll] = useState(false)
  const shown = all ? of : of.slice(0, SHOWN)
  const more = of.length - shown.length
  const lines = shown.map((drift) => {
    const { inventory_item_id, location_id, location_name } = drift
    const { counter, reserved } = drift
    return (
      <Text
        key={`${inventory_item_id} ${location_id}`}
        size="small"
        className="text-ui-tag-orange-text break-words"
      >
        {namesItem && (
          <>
            <Link to={`/inventory/${inventory_item_id}`} className="underline">
              {[drift.title, drift.sku].filter(Boolean).join(" · ") ||
                inventory_item_id}
            </Link>
            {" · "}
          </>
        )}
        {t(counter > reserved ? "stock.driftOver" : "stock.driftUnder", {
          location: location_name ?? location_id,
          counter,
          reserved,
        })}
      </Text>
    )
  })
  return (
    <>
      {lines}
      <ShowAll more={more} onShow={() => setAll(true)} />
    </>
  )
}
