import { clx, Input } from "@medusajs/ui"
import { useId, useState } from "react"
import { useVariantSearch } from "../api/pins"
import { useText } from "../i18n/use-text"
import { useSettled } from "../settings/fields/use-settled"
import { nameOfVariant } from "./name-of-variant"

/** After the last letter. */
const SETTLES_MS = 250

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Finds a variant of the catalogue by its name or SKU; arrows and Enter choose. */
export const FindVariant = ({
  without,
  onFound,
}: {
  without: readonly string[]
  onFound: (variant_id: string) => void
}) => {
  const t = useText()
  const listId = useId()
  const [typed, setTyped] = useState("")
  const [active, setActive] = useState(0)
  const sought = typed.trim()
  const q = useSettled(sought, SETTLES_MS)
  const { data } = useVariantSearch(q)
  const found = (data ?? []).filter(
    ({ variant_id }) => !without.includes(variant_id)
  )
  const isOpen = q !== "" && found.length > 0
  const optionId = (index: number) => `${listId}-${index}`
  const choose = (variant_id: string) => {
    setTyped("")
    setActive(0)
    onFound(variant_id)
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        size="small"
        role="combobox"
        autoComplete="off"
        aria-label={t("pins.add")}
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        placeholder={`${t("pins.add")}: ${t("pins.search")}`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const step = STEPS[event.key]
          const chosen = found[active]
          if (step !== undefined && isOpen) {
            event.preventDefault()
            setActive(Math.min(Math.max(active + step, 0), found.length - 1))
          } else if (event.key === "Enter") {
            event.preventDefault()
            // What was found for fewer letters is not what is sought.
            if (isOpen && chosen && q === sought) {
              choose(chosen.variant_id)
            }
          } else if (event.key === "Escape" && typed !== "") {
            event.preventDefault()
            setTyped("")
          }
        }}
      />
      {isOpen && (
        <ul
          id={listId}
          role="listbox"
          className="flex list-none flex-col"
          aria-label={t("pins.add")}
        >
          {found.map((one, index) => (
            <li
              key={one.variant_id}
              id={optionId(index)}
              role="option"
              dir="auto"
              aria-selected={index === active}
              className={clx(
                "txt-compact-small cursor-pointer break-words rounded-md px-2 py-1.5",
                index === active && "bg-ui-bg-base-hover"
              )}
              onPointerMove={() => index !== active && setActive(index)}
              onClick={() => choose(one.variant_id)}
            >
              {nameOfVariant(one)}
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
