import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useVariantSearch } from "../api/pins"
import { useText } from "../i18n/use-text"
import { useSettled } from "../settings/fields/use-settled"
import { nameOfVariant } from "./name-of-variant"

/** After the last letter. */
const SETTLES_MS = 250

/** Finds a variant of the catalogue by its name or SKU. */
export const FindVariant = ({
  without,
  onFound,
}: {
  without: readonly string[]
  onFound: (variant_id: string) => void
}) => {
  const t = useText()
  const [typed, setTyped] = useState("")
  const q = useSettled(typed.trim(), SETTLES_MS)
  const { data } = useVariantSearch(q)
  const found = (data ?? []).filter(
    ({ variant_id }) => !without.includes(variant_id)
  )
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        size="small"
        role="searchbox"
        autoComplete="off"
        aria-label={t("pins.add")}
        placeholder={`${t("pins.add")}: ${t("pins.search")}`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {q !== "" && found.length > 0 && (
        <ul className="flex flex-col" aria-label={t("pins.add")}>
          {found.map((one) => (
            <li key={one.variant_id}>
              <button
                type="button"
                dir="auto"
                className="txt-compact-small hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus w-full break-words rounded-md px-2 py-1.5 text-left outline-none"
                onClick={() => {
                  setTyped("")
                  onFound(one.variant_id)
                }}
              >
                {nameOfVariant(one)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {q !== "" && data && found.length === 0 && (
        <p role="status" className="txt-compact-small text-ui-fg-subtle">
          {t("pins.noMatch")}
        </p>
      )}
    </div>
  )
}
